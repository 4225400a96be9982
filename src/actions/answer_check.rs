//! Answer the question that comes before an alert: the guest has left, or is still here. An extension is a report of
//! its own. What the reporter is told does not depend on what has been done with an alert.

use crate::{
    clock,
    domain::{
        alert::Rule,
        id::{CheckId, ReporterId, StayId},
        number::ReportNumber,
        rulebook::Rulebook,
    },
    store::{NewReport, ReportKind, Tx},
};

use super::{Context, draft_name, random};

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
    let may = tx.is_member(stay.arrival.premises_id, reporter).await?;
    Ok((may && stay.departed_on.is_none()).then_some(stay.id))
}

/// Takes an answer.
pub async fn answer_check(
    tx: &mut Tx,
    context: Context,
    reporter: ReporterId,
    check: CheckId,
    answer: CheckAnswer,
) -> anyhow::Result<Checked> {
    let Some(stay) = open_check(tx, reporter, check).await? else { return Ok(Checked::Closed) };
    if answer == CheckAnswer::Still {
        return Ok(Checked::Noted);
    }
    let today = clock::day_of(context.now);
    tx.close_stay(stay, today).await?;
    tx.add_report(&NewReport {
        number: &ReportNumber::from_random(random()),
        stay,
        reporter,
        kind: ReportKind::Departure,
        stated: &today,
        made_at: context.now,
        deadline_at: None,
        rulebook: &Rulebook::shipped().on(today).name,
        draft: &draft_name(),
    })
    .await?;
    settle(tx, context, stay).await?;
    Ok(Checked::Noted)
}

/// The facts about a stay's date have changed: questions are settled, alerts about it withdrawn at every recipient.
pub(super) async fn settle(tx: &mut Tx, context: Context, stay: StayId) -> anyhow::Result<()> {
    tx.settle_checks_of(stay, context.now).await?;
    for rule in [Rule::Overstay, Rule::CardExpired] {
        for alert in tx.withdraw_alerts(stay, rule, context.now).await? {
            tx.refresh_alert(alert, context.now).await?;
        }
    }
    Ok(())
}
