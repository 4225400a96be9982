//! Acknowledge an alert: one officer of its unit takes it, and every copy shows who.

use crate::{
    clock,
    domain::{
        alert::AlertState,
        id::{AlertId, UserId},
    },
    store::{Alert, Officer, Tx, Verb},
};

use super::Context;

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acknowledged {
    /// This officer has taken it.
    Taken,
    /// Somebody was first.
    AlreadyBy(String),
    /// The alert has been withdrawn, or there is none.
    Gone,
    /// Not an officer of the alert's unit.
    NotEnrolled,
}

/// Acknowledges an alert for a user who pressed the button.
pub async fn acknowledge(tx: &mut Tx, context: Context, user: UserId, alert: AlertId) -> anyhow::Result<Acknowledged> {
    let Some((alert, officer)) = officer_for(tx, context, user, alert).await? else {
        return Ok(Acknowledged::NotEnrolled);
    };
    if tx.acknowledge(alert.id, officer.id, context.now).await? {
        tx.audit(user, Verb::Acknowledge, &format!("alert:{}", alert.id), context.now).await?;
        tx.refresh_alert(alert.id, context.now).await?;
        return Ok(Acknowledged::Taken);
    }
    if alert.state == AlertState::Withdrawn {
        return Ok(Acknowledged::Gone);
    }
    let first = match alert.acknowledged_by {
        Some(id) => tx.officer(id).await?.map(|officer| officer.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(Acknowledged::AlreadyBy(first))
}

/// The alert and the officer who may act on it; a refusal is a line in the audit trail.
pub(super) async fn officer_for(
    tx: &mut Tx,
    context: Context,
    user: UserId,
    id: AlertId,
) -> anyhow::Result<Option<(Alert, Officer)>> {
    if let Some(alert) = tx.alert(id).await?
        && let Some(unit) = alert.unit
        && let Some(officer) = tx.officer_at(unit, user, clock::day_of(context.now)).await?
    {
        return Ok(Some((alert, officer)));
    }
    tx.audit(user, Verb::Refused, &format!("alert:{id}"), context.now).await?;
    Ok(None)
}
