//! Report an extension: the new date takes the place of the old one, and what rested on the old one is withdrawn.

use crate::{
    clock,
    domain::{
        document::Permission,
        id::{ChatId, ReporterId, StayId, UserId},
        number::ReportNumber,
        rulebook::Rulebook,
    },
    store::{Lane, NewReport, ReportKind, Tx, What},
};

use super::{Context, Reported, answer_check::settle, random};

/// Reports an extension. `draft` names the draft it came of.
pub async fn report_extension(
    tx: &mut Tx,
    context: Context,
    (reporter, user): (ReporterId, UserId),
    stay: StayId,
    permission: &Permission,
    draft: &str,
) -> anyhow::Result<Reported> {
    if let Some(number) = tx.report_of_draft(draft).await? {
        return Ok(Reported::Already(number));
    }
    let row = tx.stay(stay).await?;
    if !tx.is_member(row.arrival.premises_id, reporter).await? {
        return Ok(Reported::NotAMember);
    }
    tx.set_permission(stay, permission).await?;
    let report = tx
        .add_report(&NewReport {
            number: &ReportNumber::from_random(random()),
            stay,
            reporter,
            kind: ReportKind::Extension,
            stated: permission,
            made_at: context.now,
            deadline_at: None,
            rulebook: &Rulebook::shipped().on(clock::day_of(context.now)).name,
            draft,
        })
        .await?;
    settle(tx, context, stay).await?;
    let to = (ChatId::private(user), None);
    tx.enqueue(&format!("extended:{report}"), to, Lane::Prompt, What::Extended(report), context.now).await?;
    Ok(Reported::Kept)
}
