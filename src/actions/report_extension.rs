//! Report an extension: the new date takes the place of the old one, and what rested on the old one is withdrawn.

use crate::{
    clock,
    domain::{
        alert::Cause, document::Permission, id::StayId, member::Act, number::ReportNumber, report::ReportKind,
        rulebook::Rulebook,
    },
    store::{Lane, NewReport, Tx, What},
};

use super::{Context, Reported, Sender, random, reassess::reassess};

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
    if !tx.may(row.arrival.premises_id, sender.reporter, Act::Report).await? {
        return Ok(Reported::NotAMember);
    }
    if row.departed_on.is_some() {
        return Ok(Reported::Closed);
    }
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
    reassess(tx, context, stay, Cause::Extended).await?;
    let to = sender.chat();
    tx.enqueue(&format!("extended:{report}"), to, Lane::Prompt, What::Extended(report), context.now).await?;
    Ok(Reported::Kept)
}
