//! What the bot says and asks by itself, a page to a transaction. Whatever was missed while the program was down is made
//! good by the next run; run twice, nothing is said twice.

use crate::{
    actions::{self, Context},
    clock,
    domain::{
        id::{PremisesId, ReportId, StayId},
        rulebook::Rulebook,
    },
    store::Store,
};

/// Calls an action page by page, each in a transaction of its own.
macro_rules! pages {
    ($store:expr, $action:path, $context:expr, $first:expr) => {
        let mut after = Some($first);
        while let Some(from) = after {
            let mut tx = $store.write().await?;
            after = $action(&mut tx, $context, from).await?;
            tx.commit().await?;
        }
    };
}

/// Sends what is due. Looked at each minute.
pub async fn send_due(store: &Store, context: Context) -> anyhow::Result<()> {
    let mut more = true;
    while more {
        let mut tx = store.write().await?;
        let reminders = actions::remind(&mut tx, context).await?;
        more = actions::remind_of_drafts(&mut tx, context).await? || reminders;
        tx.commit().await?;
    }
    Ok(())
}

/// What is computed once a day: who comes of age, whom to call, who is silent, and what units are told.
pub async fn look_around(store: &Store, context: Context) -> anyhow::Result<()> {
    plan_by_the_rulebook(store, context).await?;
    pages!(store, actions::look_at_ages, context, StayId(0));
    pages!(store, actions::call_roll, context, PremisesId(0));
    pages!(store, actions::ask_silent, context, PremisesId(0));
    pages!(store, actions::count_reports, context, ReportId(0));
    let mut tx = store.write().await?;
    actions::send_digests(&mut tx, context).await?;
    tx.commit().await
}

/// Stays are planned when they change. All are planned when another version of the rulebook comes into force, and where
/// stays are older than their plans.
async fn plan_by_the_rulebook(store: &Store, context: Context) -> anyhow::Result<()> {
    let version = &Rulebook::shipped().on(clock::day_of(context.now)).name;
    let mut tx = store.write().await?;
    let planned = tx.note("planned").await?.map(|(version, _)| version);
    drop(tx);
    if planned.as_ref() == Some(version) {
        return Ok(());
    }
    pages!(store, actions::plan_stays, context, StayId(0));
    let mut tx = store.write().await?;
    tx.set_note("planned", version, context.now).await?;
    tx.commit().await
}
