//! Report an arrival: the stay, the report, its receipt and the alerts it gives rise to, together.

use crate::{
    clock,
    domain::{member::Act, number::ReportNumber, report::ReportKind, rulebook::Rulebook, rules, stay::Arrival},
    store::{Lane, NewReport, Tx, What},
};

use super::{Context, Reported, Sender, plan::plan, raise_alerts, random, track};

/// Reports an arrival. `again` confirms that it is another stay of somebody who is reported as being here already.
pub async fn report_arrival(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    arrival: &Arrival,
    again: bool,
) -> anyhow::Result<Reported> {
    arrive(tx, context, sender, arrival, again, true).await
}

/// The same, with a receipt of its own or without, for whoever gives one for several.
pub(super) async fn arrive(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    arrival: &Arrival,
    again: bool,
    receipt: bool,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(sender.draft).await? {
        return Ok(Reported::Already(number));
    }
    if !tx.may(arrival.premises_id, sender.reporter, Act::Report).await? {
        return Ok(Reported::NotAMember);
    }
    let arrival = &arrival.clone().minimised();
    let twins = tx.open_stays_of_document(arrival, None).await?;
    let here = twins.iter().find(|(_, premises)| *premises == arrival.premises_id);
    if let (Some(&(stay, _)), false) = (here, again) {
        return Ok(Reported::SameGuest(stay));
    }
    let rulebook = Rulebook::shipped();
    let deadline = rules::deadline(arrival.arrived_on, rulebook, clock::end_of(arrival.arrived_on));
    let stay = tx.open_stay(arrival, None, context.now).await?;
    let report = tx
        .add_report(&NewReport {
            number: &ReportNumber::from_random(random()),
            version: 1,
            stay,
            reporter: sender.reporter,
            kind: ReportKind::Arrival,
            reason: None,
            stated: arrival,
            made_at: context.now,
            deadline_at: Some(deadline),
            rulebook: &rulebook.on(arrival.arrived_on).name,
            draft: sender.draft,
        })
        .await?;
    if receipt {
        let key = format!("receipt:{report}");
        tx.enqueue(&key, sender.chat(), Lane::Prompt, What::Receipt(report), context.now).await?;
    }
    raise_alerts(tx, context, stay, arrival).await?;
    tx.set_seen(stay, clock::day_of(context.now)).await?;
    plan(tx, context, stay).await?;
    if !twins.is_empty() {
        let row = tx.stay(stay).await?;
        track::follow(tx, context, &row).await?;
    }
    Ok(Reported::Kept)
}
