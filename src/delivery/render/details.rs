//! The person's data, for one officer's own chat.

use chrono::{DateTime, Utc};

use crate::{
    clock,
    domain::{
        id::{AlertId, OfficerId, StayId},
        report::ReportKind,
        stay::Departure,
        unit::UnitLevel,
    },
    store::{Officer, Tx},
    text::{Message, Words},
};

use super::history;

/// UTF-16 code units of a trail, so that the details fit into one message with it.
const TRAIL_MAX: usize = 900;

/// The person's data, for one officer's own chat. An officer whose enrolment has ended meanwhile gets nothing.
pub(super) async fn details(
    tx: &mut Tx,
    alert: AlertId,
    officer: OfficerId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Message>> {
    let (Some(alert), Some(officer)) = (tx.alert(alert).await?, tx.officer(officer).await?) else { return Ok(None) };
    if officer.until < clock::day_of(now) {
        return Ok(None);
    }
    person(tx, &officer, alert.stay, alert.number.as_str(), |words| words.rule(alert.rule)).await
}

/// What was reported of somebody, under a heading and a number.
pub(super) async fn person(
    tx: &mut Tx,
    officer: &Officer,
    stay: StayId,
    number: &str,
    heading: impl FnOnce(&Words) -> String,
) -> anyhow::Result<Option<Message>> {
    let unit = tx.unit(officer.unit).await?;
    let words = Words::of(tx.language_of(officer.user).await?.unwrap_or(unit.language));
    let versions = tx.versions_of_arrival(stay).await?;
    let Some(report) = versions.first() else { return Ok(None) };
    let arrival = tx.stay(stay).await?.arrival;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let identity = &arrival.identity;
    let or_unknown = |text: Option<String>| text.unwrap_or_else(|| words.msg_not_known());
    let text = words.msg_details(
        heading(words),
        number,
        or_unknown(identity.name.as_ref().map(ToString::to_string)),
        words.document_kind(arrival.document),
        identity.number.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string),
        or_unknown(identity.nationality.map(|country| words.country(country).to_owned())),
        or_unknown(identity.sex.map(|sex| words.sex(sex))),
        or_unknown(identity.birth.map(|birth| words.birth(birth))),
        or_unknown(arrival.permission.visa.map(|visa| words.visa(visa))),
        or_unknown(arrival.permission.stay_until.map(|day| words.day(day))),
        words.date_source(arrival.permission.source),
        &premises.name,
        words.address(&premises),
        words.room(arrival.unit.as_deref()),
        words.day(arrival.arrived_on),
        words.work_line(&arrival),
        report.number.as_str(),
        history::history(tx, words, arrival.premises_id, &versions).await?,
        if unit.level >= UnitLevel::Province { trail(tx, words, stay).await? } else { String::new() },
    );
    Ok(Some(Message { text, protected: true, ..Message::default() }))
}

/// From one residence to the next: the other stays of the same document, where the person came from and went to. Only
/// province level and above see it.
async fn trail(tx: &mut Tx, words: &Words, id: StayId) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    let stay = tx.stay(id).await?;
    for other in tx.stays_of_document(&stay.arrival, id).await? {
        let row = tx.stay(other).await?;
        let premises = tx.premises(row.arrival.premises_id).await?.details;
        let number = tx.arrival_report(other).await?.number;
        lines.push(words.msg_trail_line(
            &premises.name,
            words.address(&premises),
            words.day(row.arrival.arrived_on),
            row.departed_on.map_or_else(|| words.msg_trail_open(), |day| words.day(day)),
            number.as_str(),
        ));
    }
    lines.extend(stay.arrival.came_from.map(|place| words.msg_trail_came_from(place)));
    if let Some(departure) = tx.latest_report(id, ReportKind::Departure).await? {
        let stated = tx.stated::<Departure>(departure.id).await.ok();
        lines.extend(stated.and_then(|departure| departure.went_to).map(|place| words.msg_trail_went_to(place)));
    }
    Ok(if lines.is_empty() {
        String::new()
    } else {
        format!("\n\n{}\n{}", words.msg_trail(), words.fitting(&lines, TRAIL_MAX))
    })
}
