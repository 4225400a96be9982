//! Answer the question that comes before an alert: the guest has left, or is still here. An extension and a move are
//! reports of their own. What the reporter is told does not depend on what has been done with an alert.

use crate::{
    clock,
    domain::{
        id::{CheckId, ReporterId, StayId},
        member::Act,
        stay::Departure,
    },
    store::Tx,
};

use super::{Context, Reported, Sender, plan::plan, report_departure};

/// What the reporter answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckAnswer {
    /// The guest has left.
    Left,
    /// The guest is still here, without an extension.
    Still,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Noted.
    Noted,
    /// The stay is closed already, or the question is not this reporter's.
    Closed,
}

/// The stay a question is about, if it is open and this reporter may speak for it.
pub async fn open_check(tx: &mut Tx, reporter: ReporterId, check: CheckId) -> anyhow::Result<Option<StayId>> {
    let Some(check) = tx.check(check).await? else { return Ok(None) };
    let stay = tx.stay(check.stay).await?;
    let may = tx.may(stay.arrival.premises_id, reporter, Act::Report).await?;
    Ok((may && stay.departed_on.is_none()).then_some(stay.id))
}

/// Takes an answer. That the guest is still here changes nothing but that somebody has seen them.
pub async fn answer_check(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    check: CheckId,
    answer: CheckAnswer,
) -> anyhow::Result<Checked> {
    let Some(stay) = open_check(tx, sender.reporter, check).await? else { return Ok(Checked::Closed) };
    let today = clock::day_of(context.now);
    if answer == CheckAnswer::Still {
        tx.set_seen(stay, today).await?;
        plan(tx, context, stay).await?;
        return Ok(Checked::Noted);
    }
    let departure = Departure { departed_on: today, went_to: None };
    match report_departure(tx, context, sender, &[stay], &departure).await? {
        Reported::Kept => Ok(Checked::Noted),
        _ => Ok(Checked::Closed),
    }
}
