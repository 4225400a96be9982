//! What happens without anyone asking: the sweep, alerts that wait, forgetting. Each job is idempotent, and what was
//! missed while the program was down is caught up.

mod batches;
mod reminders;

pub use batches::{Batches, run as work_on_batches};
pub use reminders::{look_around, send_due};

use std::{sync::Arc, time::Duration};

use chrono::{Months, TimeDelta};
use tokio::sync::watch;

use crate::{
    actions::{self, Context},
    chat,
    clock::{self, Clock},
    delivery::{Courier, Delivery},
    domain::{
        id::{ChatId, StayId, UserId},
        rulebook::Rulebook,
    },
    store::{Store, Verb},
};

/// The hour of Phnom Penh from which the daily sweep is made.
const SWEEP_HOUR: u32 = 8;

/// Done updates are kept so long, only to know a repeat: Telegram keeps an update for a day.
const UPDATES_KEPT: TimeDelta = TimeDelta::days(3);

/// Messages that were shown are kept so long, to find out what was sent.
const MESSAGES_KEPT: TimeDelta = TimeDelta::days(90);

/// Receipts are kept so long; they hold nothing of the guest.
const RECEIPTS_KEPT: Months = Months::new(12 * 5);

/// Runs every job when it is due, until told to stop. What a moved clock makes due is done at once.
pub async fn run<C: Courier>(
    store: Store,
    clock: Clock,
    delivery: Arc<Delivery<C>>,
    operator: Option<ChatId>,
    mut stop: watch::Receiver<bool>,
) {
    let mut moves = clock.moves();
    loop {
        let context = Context { now: clock.now(), operator };
        if let Err(error) = minute(&store, context).await {
            tracing::error!(error = format!("{error:#}"), "a job failed; it is tried again in a minute");
        }
        delivery.pace.tidy();
        delivery.wake();
        tokio::select! {
            () = tokio::time::sleep(Duration::from_mins(1)) => {}
            () = moves.next() => {}
            _ = stop.wait_for(|&stop| stop) => return,
        }
    }
}

/// What is looked at each minute.
pub async fn minute(store: &Store, context: Context) -> anyhow::Result<()> {
    let mut tx = store.write().await?;
    actions::route_waiting(&mut tx, context).await?;
    actions::tell_units(&mut tx, context).await?;
    actions::route_cases(&mut tx, context).await?;
    chat::end_talks(&mut tx, context).await?;
    tx.commit().await?;
    send_due(store, context).await?;
    let today = clock::day_of(context.now);
    if context.now < clock::at_hour(today, SWEEP_HOUR) {
        return Ok(());
    }
    let mut tx = store.write().await?;
    let last = tx.note("sweep").await?.map(|(day, _)| day);
    drop(tx);
    if last.as_deref() != Some(&today.to_string()) {
        sweep(store, context).await?;
        look_around(store, context).await?;
        send_due(store, context).await?;
        forget(store, context).await?;
        let mut tx = store.write().await?;
        tx.set_note("sweep", &today.to_string(), context.now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Asks reporters about stays past their date, a page to a transaction.
async fn sweep(store: &Store, context: Context) -> anyhow::Result<()> {
    let mut after = Some(StayId(0));
    while let Some(from) = after {
        let mut tx = store.write().await?;
        after = actions::ask_reporters(&mut tx, context, from).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Deletes what has served its time, and says in the audit trail how much.
async fn forget(store: &Store, context: Context) -> anyhow::Result<()> {
    let now = context.now;
    let rules = Rulebook::shipped().on(clock::day_of(now));
    let months = rules.stay_months.value;
    let mut tx = store.write().await?;
    let updates = tx.forget_updates(now - UPDATES_KEPT).await?;
    let drafts = tx.forget_drafts(now - TimeDelta::days(i64::from(rules.draft_days.value))).await?;
    let batches = tx.forget_batches(now - TimeDelta::days(i64::from(rules.draft_days.value))).await?;
    let messages = tx.forget_sent(now - MESSAGES_KEPT).await?;
    let concerns = tx.forget_concerns(now, now - TimeDelta::days(i64::from(rules.case_days.value))).await?;
    let answers = tx.forget_guest_answers(now - TimeDelta::days(i64::from(rules.draft_days.value)), now).await?;
    let links = tx.forget_guest_forms(now - MESSAGES_KEPT).await? + tx.forget_invitations(now - MESSAGES_KEPT).await?;
    let stays = tx.forget_stays(clock::day_of(now) - Months::new(months)).await?;
    let receipts = tx.forget_receipts(now - RECEIPTS_KEPT).await?;
    let people = tx.forget_people().await?;
    let premises = tx.forget_premises().await?;
    if drafts + batches + stays + answers + links + receipts + people + premises + concerns > 0 {
        let subject = format!(
            "updates:{updates} drafts:{drafts} batches:{batches} messages:{messages} stays:{stays} guest_forms:{answers} links:{links} \
             receipts:{receipts} people:{people} premises:{premises} concerns:{concerns}"
        );
        tx.audit(UserId(0), Verb::Purge, &subject, now).await?;
    }
    tx.commit().await
}
