//! View the details of an alert: a line in the audit trail, then the data, to the officer's own chat.

use crate::{
    domain::id::{AlertId, ChatId, UserId},
    store::{Lane, Tx, Verb, What},
};

use super::{Context, acknowledge::officer_for};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewed {
    /// On the way to the officer's own chat.
    Sent,
    /// The officer has never started a private chat, to which alone details go.
    StartFirst,
    /// Not an officer of the alert's unit.
    NotEnrolled,
}

/// Sends the details of an alert to a user who pressed the button.
pub async fn view_details(tx: &mut Tx, context: Context, user: UserId, alert: AlertId) -> anyhow::Result<Viewed> {
    let Some((alert, officer)) = officer_for(tx, context, user, alert).await? else { return Ok(Viewed::NotEnrolled) };
    if tx.reporter(user).await?.is_none() {
        return Ok(Viewed::StartFirst);
    }
    tx.audit(user, Verb::ViewDetails, &format!("alert:{}", alert.id), context.now).await?;
    let key = format!("details:{}:{}:{}", alert.id, officer.id, context.now.timestamp_millis());
    let to = (ChatId::private(user), None);
    tx.enqueue(&key, to, Lane::Prompt, What::Details(alert.id, officer.id), context.now).await?;
    Ok(Viewed::Sent)
}
