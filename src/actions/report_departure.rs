//! Report departures, of one guest or of many at once: the stays close, and what rested on them is withdrawn.

use crate::{
    clock,
    domain::{
        alert::Cause,
        id::{ReportId, StayId},
        member::Act,
        number::ReportNumber,
        report::{Reason, ReportKind},
        rulebook::Rulebook,
        stay::Departure,
    },
    store::{Lane, NewReport, Tx, What},
};

use super::{
    Context, Reported, Sender, random,
    reassess::{Before, reassess},
};

/// Reports the departure of guests. Those who have left already, and those at premises where the sender may not report,
/// are passed over; whoever arrived after that day leaves on the day of arrival.
pub async fn report_departure(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    stays: &[StayId],
    departure: &Departure,
) -> anyhow::Result<Reported> {
    for id in stays {
        if let Some(number) = tx.report_of_draft(&draft_of(sender, *id)).await? {
            return Ok(Reported::Already(number));
        }
    }
    let mut first: Option<ReportId> = None;
    for &id in stays {
        let stay = tx.stay(id).await?;
        let may = tx.may(stay.arrival.premises_id, sender.reporter, Act::Report).await?;
        if !may || stay.departed_on.is_some() {
            continue;
        }
        let departed_on = departure.departed_on.max(stay.arrival.arrived_on).min(clock::day_of(context.now));
        let stated = Departure { departed_on, ..departure.clone() };
        tx.close_stay(id, departed_on).await?;
        let report = tx
            .add_report(&NewReport {
                number: &ReportNumber::from_random(random()),
                version: 1,
                stay: id,
                reporter: sender.reporter,
                kind: ReportKind::Departure,
                reason: None,
                stated: &stated,
                made_at: context.now,
                deadline_at: None,
                rulebook: &Rulebook::shipped().on(clock::day_of(context.now)).name,
                draft: &draft_of(sender, id),
            })
            .await?;
        reassess(tx, context, id, Cause::Left, &Before::default()).await?;
        first = first.or(Some(report));
    }
    let Some(report) = first else { return Ok(Reported::Closed) };
    tx.enqueue(&format!("departed:{report}"), sender.chat(), Lane::Prompt, What::Departed(report), context.now).await?;
    Ok(Reported::Kept)
}

/// One draft may report several departures.
fn draft_of(sender: Sender<'_>, stay: StayId) -> String {
    format!("{}:{stay}", sender.draft)
}

/// Takes a departure back: the guest is still here. A guest who moved away has not departed, and a departure is taken
/// back once.
pub async fn take_back_departure(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    id: StayId,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(sender.draft).await? {
        return Ok(Reported::Already(number));
    }
    let stay = tx.stay(id).await?;
    if !tx.may(stay.arrival.premises_id, sender.reporter, Act::Report).await? {
        return Ok(Reported::NotAMember);
    }
    let Some(departure) = tx.latest_report(id, ReportKind::Departure).await? else { return Ok(Reported::Closed) };
    let version = tx.latest_version(&departure.number).await? + 1;
    if stay.departed_on.is_none() || stay.cancelled || version > 2 {
        return Ok(Reported::Closed);
    }
    let before = Before::leaving(tx, context, &stay).await?;
    tx.reopen_stay(id).await?;
    tx.add_report(&NewReport {
        number: &departure.number,
        version,
        stay: id,
        reporter: sender.reporter,
        kind: ReportKind::Correction,
        reason: Some(Reason::NotLeft),
        stated: &None::<Departure>,
        made_at: context.now,
        deadline_at: None,
        rulebook: &Rulebook::shipped().on(clock::day_of(context.now)).name,
        draft: sender.draft,
    })
    .await?;
    reassess(tx, context, id, Cause::Corrected, &before).await?;
    Ok(Reported::Kept)
}
