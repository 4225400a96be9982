//! The versions of a report: who made each, when and why, and what it changed.

use crate::{
    domain::{
        id::PremisesId,
        report::{Reason, ReportKind},
        stay::Arrival,
    },
    store::{ReportRow, Tx},
    text::Words,
};

use super::maker;

/// UTF-16 code units of a history, so that the details fit into one message with it.
const HISTORY_MAX: usize = 900;

/// The versions, a line each with what it changed; nothing where there is one.
pub(super) async fn history(
    tx: &mut Tx,
    words: &Words,
    premises: PremisesId,
    versions: &[ReportRow],
) -> anyhow::Result<String> {
    if versions.len() < 2 {
        return Ok(String::new());
    }
    let mut lines = Vec::new();
    let mut before: Option<Arrival> = None;
    for version in versions {
        let by = maker(tx, words, premises, version.reporter).await?;
        let at = words.moment(version.made_at);
        let stated: Arrival = tx.stated(version.id).await?;
        match &before {
            None => lines.push(words.msg_history_first(at, by)),
            Some(before) => {
                let reason = words.reason(version.reason.unwrap_or(Reason::Other));
                lines.push(words.msg_history_version(at, by, reason));
                if version.kind != ReportKind::Cancellation {
                    lines.extend(changes(words, before, &stated));
                }
            }
        }
        before = Some(stated);
    }
    Ok(format!("\n\n{}\n{}", words.msg_history(), words.fitting(&lines, HISTORY_MAX)))
}

/// What differs between two versions, as label, before and after.
fn changes(words: &Words, before: &Arrival, after: &Arrival) -> Vec<String> {
    let read = |arrival: &Arrival| {
        let or_unknown = |text: Option<String>| text.unwrap_or_else(|| words.msg_not_known());
        let (identity, permission) = (&arrival.identity, &arrival.permission);
        [
            (words.msg_arrival_document_label(), words.document_kind(arrival.document)),
            (words.msg_arrival_number_label(), or_unknown(identity.number.as_ref().map(ToString::to_string))),
            (words.msg_arrival_name_label(), or_unknown(identity.name.as_ref().map(ToString::to_string))),
            (words.msg_arrival_sex_label(), or_unknown(identity.sex.map(|sex| words.sex(sex)))),
            (words.msg_arrival_birth_label(), or_unknown(identity.birth.map(|birth| words.birth(birth)))),
            (
                words.msg_arrival_nationality_label(),
                or_unknown(identity.nationality.map(|of| words.country(of).to_owned())),
            ),
            (words.msg_arrival_visa_label(), or_unknown(permission.visa.map(|visa| words.visa(visa)))),
            (words.msg_arrival_stay_until_label(), or_unknown(permission.stay_until.map(|day| words.day(day)))),
            (words.msg_arrival_source_label(), words.date_source(permission.source)),
            (words.msg_arrival_unit_label(), words.room(arrival.unit.as_deref())),
            (words.msg_arrival_arrived_label(), words.day(arrival.arrived_on)),
            (words.msg_arrival_leaves_label(), or_unknown(arrival.leaves_on.map(|day| words.day(day)))),
            (words.msg_arrival_work_label(), or_unknown(arrival.work.map(|work| words.work(work)))),
            (words.msg_arrival_permit_until_label(), or_unknown(arrival.permit_until.map(|day| words.day(day)))),
        ]
    };
    let pairs = read(before).into_iter().zip(read(after));
    pairs
        .filter(|((_, before), (_, after))| before != after)
        .map(|((label, before), (_, after))| words.msg_history_change(label, before, after))
        .collect()
}
