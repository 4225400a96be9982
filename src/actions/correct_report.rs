//! Correct or cancel a report of arrival: a later version under the same number, with who, when and why. Whatever
//! rested on the earlier version is put right at everyone who has it.

use crate::{
    clock,
    domain::{
        alert::Cause,
        id::StayId,
        member::Act,
        report::{Reason, ReportKind},
        rulebook::Rulebook,
        rules,
        stay::Arrival,
    },
    store::{Lane, NewReport, Tx, What},
};

use super::{
    Context, Reported, Sender,
    reassess::{Before, reassess},
};

/// Corrects what was reported of a stay. The place stays the same: a guest at another place has moved.
pub async fn correct_report(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    id: StayId,
    arrival: &Arrival,
    reason: Reason,
) -> anyhow::Result<Reported> {
    put_right(tx, context, sender, id, (arrival, reason), true).await
}

/// The same, with a receipt of its own or without.
pub(super) async fn put_right(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    id: StayId,
    (arrival, reason): (&Arrival, Reason),
    receipt: bool,
) -> anyhow::Result<Reported> {
    let stay = tx.stay(id).await?;
    let arrival = Arrival { premises_id: stay.arrival.premises_id, ..arrival.clone() }.minimised();
    let refused = refused(tx, sender, id).await?;
    if let Some(refused) = refused {
        return Ok(refused);
    }
    let first = tx.arrival_report(id).await?;
    let rulebook = Rulebook::shipped();
    let deadline = rules::deadline(arrival.arrived_on, rulebook, clock::end_of(arrival.arrived_on));
    let version = tx.latest_version(&first.number).await? + 1;
    let before = Before::of(context, &stay.arrival);
    tx.correct_stay(id, &arrival).await?;
    let report = tx
        .add_report(&NewReport {
            number: &first.number,
            version,
            stay: id,
            reporter: sender.reporter,
            kind: ReportKind::Correction,
            reason: Some(reason),
            stated: &arrival,
            made_at: context.now,
            deadline_at: Some(deadline),
            rulebook: &rulebook.on(arrival.arrived_on).name,
            draft: sender.draft,
        })
        .await?;
    reassess(tx, context, id, Cause::Corrected, &before).await?;
    if receipt {
        let key = format!("receipt:{report}");
        tx.enqueue(&key, sender.chat(), Lane::Prompt, What::Receipt(report), context.now).await?;
    }
    Ok(Reported::Kept)
}

/// Takes a report of arrival or of a move back: the stay never was. Who had moved there is where they were before.
pub async fn cancel_report(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    id: StayId,
    reason: Reason,
) -> anyhow::Result<Reported> {
    if let Some(refused) = refused(tx, sender, id).await? {
        return Ok(refused);
    }
    let stay = tx.stay(id).await?;
    let first = tx.arrival_report(id).await?;
    let today = clock::day_of(context.now);
    let version = tx.latest_version(&first.number).await? + 1;
    tx.cancel_stay(id, today.max(stay.arrival.arrived_on), context.now).await?;
    let report = tx
        .add_report(&NewReport {
            number: &first.number,
            version,
            stay: id,
            reporter: sender.reporter,
            kind: ReportKind::Cancellation,
            reason: Some(reason),
            stated: &stay.arrival,
            made_at: context.now,
            deadline_at: None,
            rulebook: &Rulebook::shipped().on(today).name,
            draft: sender.draft,
        })
        .await?;
    reassess(tx, context, id, Cause::Cancelled, &Before::default()).await?;
    if let (Some(earlier), None) = (stay.moved_from, stay.departed_on) {
        return_to(tx, context, earlier).await?;
    }
    tx.enqueue(&format!("receipt:{report}"), sender.chat(), Lane::Prompt, What::Receipt(report), context.now).await?;
    Ok(Reported::Kept)
}

/// A stay is open until a departure is reported, and the move that had closed this one never was.
async fn return_to(tx: &mut Tx, context: Context, earlier: StayId) -> anyhow::Result<()> {
    let stay = tx.stay(earlier).await?;
    if stay.cancelled {
        return Ok(());
    }
    let before = Before::leaving(tx, context, &stay).await?;
    tx.reopen_stay(earlier).await?;
    reassess(tx, context, earlier, Cause::Corrected, &before).await
}

/// Why a report cannot be put right by this sender.
async fn refused(tx: &mut Tx, sender: Sender<'_>, id: StayId) -> anyhow::Result<Option<Reported>> {
    if let Some(number) = tx.report_of_draft(sender.draft).await? {
        return Ok(Some(Reported::Already(number)));
    }
    let stay = tx.stay(id).await?;
    Ok(match tx.role(stay.arrival.premises_id, sender.reporter).await? {
        None => Some(Reported::NotAMember),
        Some(role) if !role.may(Act::Change) => Some(Reported::MayNot),
        Some(_) if stay.cancelled => Some(Reported::Closed),
        Some(_) => None,
    })
}
