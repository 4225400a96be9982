//! Note that a guest stays on, and until when, as far as it is known. Deliberately no report: what was reported stands.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    clock,
    domain::{
        id::{ReminderId, ReporterId, StayId},
        member::Act,
    },
    store::{Reminder, Tx},
};

use super::{
    Context, Reported,
    plan::{plan, stands},
};

/// The reminder or question and the stay it is about, if that is open and this reporter may speak for it.
pub async fn open_reminder(
    tx: &mut Tx,
    reporter: ReporterId,
    id: ReminderId,
) -> anyhow::Result<Option<(Reminder, StayId)>> {
    let Some(reminder) = tx.reminder(id).await? else { return Ok(None) };
    let Some(id) = reminder.stay else { return Ok(None) };
    let stay = tx.stay(id).await?;
    let may = tx.may(stay.arrival.premises_id, reporter, Act::Report).await?;
    Ok((may && stay.departed_on.is_none()).then_some((reminder, id)))
}

/// Whether a reminder of a stay is still about what it was planned for.
pub async fn reminder_stands(tx: &mut Tx, reminder: &Reminder, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let Some(stay) = reminder.stay else { return Ok(false) };
    let stay = tx.stay(stay).await?;
    stands(tx, &stay, reminder, now).await
}

/// Somebody says that the guest is here.
pub async fn stays_on(tx: &mut Tx, context: Context, reporter: ReporterId, id: StayId) -> anyhow::Result<Reported> {
    if let Some(refused) = refused(tx, reporter, id).await? {
        return Ok(refused);
    }
    tx.set_seen(id, clock::day_of(context.now)).await?;
    plan(tx, context, id).await?;
    Ok(Reported::Kept)
}

/// Somebody says when the guest plans to leave, or that it is not known.
pub async fn note_planned_departure(
    tx: &mut Tx,
    context: Context,
    reporter: ReporterId,
    id: StayId,
    leaves_on: Option<NaiveDate>,
) -> anyhow::Result<Reported> {
    if let Some(refused) = refused(tx, reporter, id).await? {
        return Ok(refused);
    }
    tx.set_leaves_on(id, leaves_on).await?;
    plan(tx, context, id).await?;
    Ok(Reported::Kept)
}

async fn refused(tx: &mut Tx, reporter: ReporterId, id: StayId) -> anyhow::Result<Option<Reported>> {
    let stay = tx.stay(id).await?;
    if !tx.may(stay.arrival.premises_id, reporter, Act::Report).await? {
        return Ok(Some(Reported::NotAMember));
    }
    Ok(stay.departed_on.is_some().then_some(Reported::Closed))
}
