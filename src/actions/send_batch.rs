//! Send those of a batch who are complete, some to a transaction, so that hundreds keep nobody else waiting. Each is
//! reported once, whatever happens in between; all of them at the moment at which the reporter sent.

use crate::{
    clock,
    domain::{
        batch::{BatchKind, BatchState, EntryState},
        id::BatchId,
        report::Reason,
        stay::Departure,
    },
    store::{Lane, Tx, What},
};

use super::{Context, Reported, Sender, correct_report::put_right, report_arrival::arrive, report_departure};

/// Reports up to `limit` people of a batch that is being sent. Whether that was the last of them: then the receipt for all
/// is on its way.
pub async fn send_batch(tx: &mut Tx, context: Context, id: BatchId, limit: i64) -> anyhow::Result<bool> {
    let Some(batch) = tx.batch(id).await? else { return Ok(true) };
    let sent_at = batch.sent_at.unwrap_or(context.now);
    let context = Context { now: sent_at, ..context };
    let good = tx.entries_in(id, EntryState::Good, limit).await?;
    for &entry in &good {
        let draft = format!("{}:e{entry}", batch.draft);
        let sender = Sender { reporter: batch.reporter, user: batch.user, draft: &draft };
        let changes = tx.entry_stay(entry).await?;
        let state = match tx.entry_arrival(entry).await? {
            Some(arrival) if let Some(stay) = changes => {
                match put_right(tx, context, sender, stay, (&arrival, Reason::CameSince), false).await? {
                    Reported::Kept | Reported::Already(_) => EntryState::Sent,
                    _ => EntryState::Here,
                }
            }
            Some(arrival) if tx.reported_already(&arrival).await?.is_some() => EntryState::Here,
            Some(arrival) => match arrive(tx, context, sender, &arrival, false, false).await? {
                Reported::Kept | Reported::Already(_) => EntryState::Sent,
                Reported::SameGuest(_) => EntryState::Here,
                Reported::NotAMember | Reported::MayNot | Reported::Closed => EntryState::Open,
            },
            None => EntryState::Open,
        };
        tx.set_entry_state(entry, state).await?;
    }
    if i64::try_from(good.len())? == limit && !tx.entries_in(id, EntryState::Good, 1).await?.is_empty() {
        return Ok(false);
    }
    let leavers = tx.take_leavers(id).await?;
    if !leavers.is_empty() {
        let sender = Sender { reporter: batch.reporter, user: batch.user, draft: &batch.draft };
        let departure = Departure { departed_on: clock::day_of(sent_at), went_to: None };
        report_departure(tx, context, sender, &leavers, &departure).await?;
    }
    if let Some(first) = tx.first_report_of(&batch.draft, sent_at).await? {
        let guests = i64::try_from(tx.reports_sent_with(first).await?.len())?;
        tx.set_receipt_guests(first, guests).await?;
        let chat = (crate::domain::id::ChatId::private(batch.user), None);
        tx.enqueue(&format!("receipt:{first}"), chat, Lane::Prompt, What::Receipt(first), context.now).await?;
    }
    if batch.kind == BatchKind::Roster {
        // Compared once: whoever is still to be filled in is somebody who is new, and who was sent stands on no list any more.
        tx.set_batch_kind(id, BatchKind::Table).await?;
    }
    let count = tx.count_batch(id).await?;
    let state = if count.open + count.good == 0 { BatchState::Sent } else { count.state() };
    tx.set_batch_state(id, state, context.now).await?;
    if !state.is_under_way() {
        tx.empty_batch(id).await?;
    }
    Ok(true)
}
