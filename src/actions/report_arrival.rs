//! Report an arrival: the stay, the report, its receipt and the alerts it gives rise to, together.

use crate::{
    clock,
    domain::{
        id::{ChatId, ReporterId, UserId},
        number::ReportNumber,
        rulebook::Rulebook,
        rules,
        stay::Arrival,
    },
    store::{Lane, NewReport, ReportKind, Tx, What},
};

use super::{Context, raise_alerts, random};

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reported {
    /// It is kept; the receipt follows.
    Kept,
    /// The same draft was reported before, under this number.
    Already(ReportNumber),
    /// The reporter may not report at these premises (any more).
    NotAMember,
}

/// Reports an arrival. `draft` names the draft it came of.
pub async fn report_arrival(
    tx: &mut Tx,
    context: Context,
    (reporter, user): (ReporterId, UserId),
    arrival: &Arrival,
    draft: &str,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(draft).await? {
        return Ok(Reported::Already(number));
    }
    if !tx.is_member(arrival.premises_id, reporter).await? {
        return Ok(Reported::NotAMember);
    }
    let rulebook = Rulebook::shipped();
    let deadline = rules::deadline(arrival.arrived_on, rulebook, clock::end_of(arrival.arrived_on));
    let stay = tx.open_stay(arrival, context.now).await?;
    let report = tx
        .add_report(&NewReport {
            number: &ReportNumber::from_random(random()),
            stay,
            reporter,
            kind: ReportKind::Arrival,
            stated: arrival,
            made_at: context.now,
            deadline_at: Some(deadline),
            rulebook: &rulebook.on(arrival.arrived_on).name,
            draft,
        })
        .await?;
    let to = (ChatId::private(user), None);
    tx.enqueue(&format!("receipt:{report}"), to, Lane::Prompt, What::Receipt(report), context.now).await?;
    raise_alerts(tx, context, stay, arrival).await?;
    Ok(Reported::Kept)
}
