//! Report an extension: the new date takes the place of the old one, and what rested on the old one is withdrawn.

use crate::{
    clock,
    domain::{
        alert::Cause, document::Permission, id::StayId, member::Act, number::ReportNumber, report::ReportKind,
        rulebook::Rulebook,
    },
    store::{Lane, NewReport, Tx, What},
};

use super::{
    Context, Reported, Sender, random,
    reassess::{Before, reassess},
};

/// Reports an extension.
pub async fn report_extension(
    tx: &mut Tx,
    context: Context,
    sender: Sender<'_>,
    stay: StayId,
    permission: &Permission,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(sender.draft).await? {
        return Ok(Reported::Already(number));
    }
    let row = tx.stay(stay).await?;
    match tx.role(row.arrival.premises_id, sender.reporter).await? {
        None => return Ok(Reported::NotAMember),
        Some(role) if !role.may(Act::Change) => return Ok(Reported::MayNot),
        Some(_) => {}
    }
    if row.departed_on.is_some() {
        return Ok(Reported::Closed);
    }
    // Of exempt people nothing is kept.
    let permission = &if row.arrival.is_exempt() { row.arrival.permission.clone() } else { permission.clone() };
    let before = Before::of(context, &row.arrival);
    tx.set_permission(stay, permission).await?;
    let report = tx
        .add_report(&NewReport {
            number: &ReportNumber::from_random(random()),
            version: 1,
            stay,
            reporter: sender.reporter,
            kind: ReportKind::Extension,
            reason: None,
            stated: permission,
            made_at: context.now,
            deadline_at: None,
            rulebook: &Rulebook::shipped().on(clock::day_of(context.now)).name,
            draft: sender.draft,
        })
        .await?;
    tx.set_seen(stay, clock::day_of(context.now)).await?;
    reassess(tx, context, stay, Cause::Extended, &before).await?;
    let to = sender.chat();
    tx.enqueue(&format!("extended:{report}"), to, Lane::Prompt, What::Extended(report), context.now).await?;
    Ok(Reported::Kept)
}
