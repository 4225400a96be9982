//! Report a move to another place of the same people: the stay closes there and goes on here, with a receipt of its own.

use chrono::NaiveDate;

use crate::{
    clock,
    domain::{
        alert::Cause,
        id::{PremisesId, StayId},
        member::Act,
        number::ReportNumber,
        report::ReportKind,
        rulebook::Rulebook,
        rules,
        stay::Arrival,
    },
    store::{Lane, NewReport, Tx, What},
};

use super::{
    Context, Reported, Sender, random,
    reassess::{Before, reassess},
};

/// Where a guest moved, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// The other place.
    pub to: PremisesId,
    /// The room there.
    pub unit: Option<String>,
    /// The day.
    pub moved_on: NaiveDate,
}

/// Reports a move.
pub async fn report_move(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    from: StayId,
    moving: &Moving,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(sender.draft).await? {
        return Ok(Reported::Already(number));
    }
    let stay = tx.stay(from).await?;
    for place in [stay.arrival.premises_id, moving.to] {
        if !tx.may(place, sender.reporter, Act::Report).await? {
            return Ok(Reported::NotAMember);
        }
    }
    if stay.departed_on.is_some() {
        return Ok(Reported::Closed);
    }
    let moved_on = moving.moved_on.max(stay.arrival.arrived_on).min(clock::day_of(context.now));
    let before = Before::moving(tx, context, &stay).await?;
    tx.close_stay(from, moved_on).await?;
    reassess(tx, context, from, Cause::Moved, &Before::default()).await?;

    let arrival = Arrival {
        premises_id: moving.to,
        unit: moving.unit.clone(),
        arrived_on: moved_on,
        leaves_on: stay.arrival.leaves_on.filter(|&leaves| leaves >= moved_on),
        came_from: None,
        ..stay.arrival
    };
    let rulebook = Rulebook::shipped();
    let id = tx.open_stay(&arrival, Some(from), context.now).await?;
    let report = tx
        .add_report(&NewReport {
            number: &ReportNumber::from_random(random()),
            version: 1,
            stay: id,
            reporter: sender.reporter,
            kind: ReportKind::Move,
            reason: None,
            stated: &arrival,
            made_at: context.now,
            deadline_at: Some(rules::deadline(moved_on, rulebook, clock::end_of(moved_on))),
            rulebook: &rulebook.on(moved_on).name,
            draft: sender.draft,
        })
        .await?;
    tx.enqueue(&format!("receipt:{report}"), sender.chat(), Lane::Prompt, What::Receipt(report), context.now).await?;
    tx.set_seen(id, clock::day_of(context.now)).await?;
    reassess(tx, context, id, Cause::Moved, &before).await?;
    Ok(Reported::Kept)
}
