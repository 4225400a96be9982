//! The roll call of places that house workers: once a week whoever works at the desk is asked whether all who are listed
//! are here; one answer from anybody settles it for all.

use crate::{
    clock,
    domain::{
        id::{PremisesId, ReminderId, ReporterId},
        member::Act,
        reminder::{REMIND_HOUR, ReminderKind},
    },
    store::{Answered, Tx},
};

use super::Context;

/// Places looked at in one transaction.
const PAGE: i64 = 200;

/// What became of an answer about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceAnswer {
    /// It is noted, for all.
    Taken,
    /// Somebody was first.
    AlreadyBy(PremisesId, ReporterId),
    /// There is no such question for this person.
    Closed,
}

/// Plans this week's roll call of the next page of places; where to go on, or `None` at the end. A place whose first
/// workers came after Monday morning is called the next week.
pub async fn call_roll(tx: &mut Tx, context: Context, after: PremisesId) -> anyhow::Result<Option<PremisesId>> {
    let monday = clock::monday_of(clock::day_of(context.now));
    let due_at = clock::at_hour(monday, REMIND_HOUR);
    let page = tx.places_to_call(due_at, after, PAGE).await?;
    for &premises in &page {
        tx.add_reminder(ReminderKind::RollCall, (None, Some(premises)), (monday, 0), due_at).await?;
    }
    Ok(page.last().copied().filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

/// The place a question is about, if this reporter may speak for it.
pub async fn place_asked_about(
    tx: &mut Tx,
    reporter: ReporterId,
    id: ReminderId,
) -> anyhow::Result<Option<PremisesId>> {
    let Some(premises) = tx.reminder(id).await?.and_then(|reminder| reminder.premises) else { return Ok(None) };
    Ok(tx.may(premises, reporter, Act::Report).await?.then_some(premises))
}

/// Takes an answer about a place: who is listed there (still) is here, or nobody new has come. Every copy shows it.
pub async fn answer_about_place(
    tx: &mut Tx,
    context: Context,
    reporter: ReporterId,
    id: ReminderId,
    answer: Answered,
) -> anyhow::Result<PlaceAnswer> {
    let Some(premises) = place_asked_about(tx, reporter, id).await? else { return Ok(PlaceAnswer::Closed) };
    if !tx.answer_reminder(id, reporter, answer, context.now).await? {
        let first = tx.reminder(id).await?.and_then(|reminder| reminder.answered);
        return Ok(first.map_or(PlaceAnswer::Closed, |(first, _)| PlaceAnswer::AlreadyBy(premises, first)));
    }
    if answer != Answered::NobodyNew {
        tx.set_all_seen(premises, clock::day_of(context.now)).await?;
    }
    tx.refresh_copies(&format!("reminder:{id}"), 2, context.now).await?;
    Ok(PlaceAnswer::Taken)
}
