//! What units see: alerts, notes that an alert has changed, the halves of a link. Nothing that identifies a person.

use chrono::{DateTime, Utc};

use crate::{
    clock,
    domain::{
        alert::{AlertState, Cause, Rule},
        document::DocumentKind,
        id::{AlertId, ChatId, LinkId, StayId},
        press::Press,
        report::{Reason, ReportKind},
        stay::Arrival,
    },
    store::{Alert, ReportRow, StayRow, Tx},
    text::{Language, Message, Words},
};

use super::{Rendered, key};

/// The words of the unit whose group it is.
pub(super) async fn words_of_unit(tx: &mut Tx, chat: ChatId) -> anyhow::Result<&'static Words> {
    let unit = tx.units().await?.into_iter().find(|unit| unit.chat == chat);
    Ok(Words::of(unit.map_or(Language::Km, |unit| unit.language)))
}

/// What has changed about an alert, to those who have a copy; `None` where something later is told by now.
pub(super) async fn note(tx: &mut Tx, chat: ChatId, id: AlertId, revision: i64) -> anyhow::Result<Option<Message>> {
    let Some(alert) = tx.alert(id).await? else { return Ok(None) };
    let (Some(cause), true) = (alert.cause, alert.revision == revision) else { return Ok(None) };
    let words = words_of_unit(tx, chat).await?;
    let (number, cause) = (alert.number.as_str(), words.cause(cause));
    let text = if alert.state == AlertState::Withdrawn {
        words.msg_alert_note_withdrawn(number, cause)
    } else {
        words.msg_alert_note_changed(number, cause)
    };
    Ok(Some(Message { text, protected: true, ..Message::default() }))
}

/// To the earlier post of a link: the guest has left.
pub(super) async fn has_left(tx: &mut Tx, chat: ChatId, link: LinkId) -> anyhow::Result<Option<Message>> {
    let Some(link) = tx.link(link).await? else { return Ok(None) };
    let Some(day) = tx.stay(link.earlier).await?.departed_on else { return Ok(None) };
    half(tx, chat, link.earlier, |words, place, room, number| words.msg_has_left(place, room, words.day(day), number))
        .await
}

/// To the later post of a link: the guest has arrived, and the stay before has ended.
pub(super) async fn has_arrived(tx: &mut Tx, chat: ChatId, link: LinkId) -> anyhow::Result<Option<Message>> {
    let Some(link) = tx.link(link).await? else { return Ok(None) };
    let day = tx.stay(link.later).await?.arrival.arrived_on;
    half(tx, chat, link.later, |words, place, room, number| words.msg_has_arrived(place, room, words.day(day), number))
        .await
}

async fn half(
    tx: &mut Tx,
    chat: ChatId,
    stay: StayId,
    wording: impl FnOnce(&Words, String, String, String) -> String,
) -> anyhow::Result<Option<Message>> {
    let words = words_of_unit(tx, chat).await?;
    let arrival = tx.stay(stay).await?.arrival;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let number = tx.arrival_report(stay).await?.number;
    let text = wording(words, premises.name, words.room(arrival.unit.as_deref()), number.to_string());
    Ok(Some(Message { text, protected: true, ..Message::default() }))
}

/// An alert as its unit's group sees it: place, rule, facts and their source; nothing that identifies the person.
pub(super) async fn copy(
    tx: &mut Tx,
    chat: ChatId,
    id: AlertId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Rendered>> {
    let Some(alert) = tx.alert(id).await? else { return Ok(None) };
    let words = words_of_unit(tx, chat).await?;
    let stay = tx.stay(alert.stay).await?;
    let premises = tx.premises(stay.arrival.premises_id).await?.details;
    let versions = tx.versions_of_arrival(alert.stay).await?;
    let reported = versions.first().map_or(alert.changed_at, |first| first.made_at);
    let fact = match alert.rule {
        Rule::TwoPlaces => two_places(tx, words, &alert).await?,
        _ => fact(words, &alert, &stay, now),
    };
    let state = state(tx, words, &alert).await?;
    let text = words.msg_alert(
        words.rule(alert.rule),
        alert.number.as_str(),
        &premises.name,
        words.premises_kind(premises.kind),
        words.address(&premises),
        words.room(stay.arrival.unit.as_deref()),
        fact,
        words.day(stay.arrival.arrived_on),
        words.moment(reported),
        more(words, &stay, &versions),
        state,
    );
    let acknowledge = key(tx.keys(), chat, words.msg_alert_acknowledge(), Press::Acknowledge(id));
    let details = key(tx.keys(), chat, words.msg_alert_details(), Press::Details(id));
    let rows = match alert.state {
        AlertState::Open => vec![vec![acknowledge, details]],
        AlertState::Acknowledged => vec![vec![details]],
        AlertState::Withdrawn | AlertState::Held => Vec::new(),
    };
    let message = Message { text, rows, protected: true, ..Message::default() };
    Ok(Some(Rendered { message, revision: alert.revision, remove: Vec::new() }))
}

/// The fact a rule fired on, with its source. The days are those up to the day on which it fired, so that a copy drawn
/// again states the same.
fn fact(words: &Words, alert: &Alert, stay: &StayRow, now: DateTime<Utc>) -> String {
    let permission = &stay.arrival.permission;
    let until = permission.stay_until.unwrap_or_else(|| clock::day_of(now));
    let days = words.digits((alert.raised_on - until).num_days().max(0));
    match alert.rule {
        // The date on which the rule fired has been replaced; a withdrawn alert says by which.
        Rule::Overstay | Rule::CardExpired if until >= alert.raised_on => {
            words.msg_fact_later_date(words.day(until), words.date_source(permission.source))
        }
        Rule::Overstay => words.msg_fact_overstay(words.day(until), days, words.date_source(permission.source)),
        Rule::CardExpired => words.msg_fact_card_expired(words.day(until), days),
        Rule::NoPermission => words.msg_fact_no_permission(),
        Rule::NoDocument if stay.arrival.document == DocumentKind::None => words.msg_fact_no_document(),
        Rule::NoDocument => words.msg_fact_not_shown(),
        Rule::TurnedEighteen => words.msg_fact_turned_18(),
        Rule::WorkPermitMissing => work_permit(words, alert, &stay.arrival),
        // About more than one stay: said elsewhere, or counted in a digest.
        Rule::TwoPlaces | Rule::LateReport | Rule::SilentPremises => words.rule(alert.rule),
    }
}

/// That there was no permit, or one that ran out; of a withdrawn alert, which one was shown since.
fn work_permit(words: &Words, alert: &Alert, arrival: &Arrival) -> String {
    match arrival.permit_until {
        None => words.msg_fact_work_permit_missing(words.day(arrival.arrived_on)),
        Some(until) if until < alert.raised_on => words.msg_fact_work_permit_ran_out(words.day(until)),
        Some(until) => words.msg_fact_work_permit_since(words.day(until)),
    }
}

/// The other places where the same document is reported as staying.
async fn two_places(tx: &mut Tx, words: &Words, alert: &Alert) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for link in tx.links_of(alert.stay, true).await? {
        let other = if link.earlier == alert.stay { link.later } else { link.earlier };
        let stay = tx.stay(other).await?.arrival;
        let premises = tx.premises(stay.premises_id).await?.details;
        let number = tx.arrival_report(other).await?.number;
        let (address, arrived) = (words.address(&premises), words.day(stay.arrived_on));
        lines.push(words.msg_fact_two_places(&premises.name, address, arrived, number.as_str()));
    }
    Ok(if lines.is_empty() { words.msg_fact_two_places_over() } else { lines.join("\n• ") })
}

/// What was reported after the arrival: corrections, a departure.
fn more(words: &Words, stay: &StayRow, versions: &[ReportRow]) -> String {
    let mut lines = Vec::new();
    if let Some(last) = versions.last().filter(|last| last.version > 1) {
        let reason = words.reason(last.reason.unwrap_or(Reason::Other));
        let at = words.moment(last.made_at);
        lines.push(if last.kind == ReportKind::Cancellation {
            words.msg_more_cancelled(at, reason)
        } else {
            words.msg_more_corrected(at, words.digits(last.version), reason)
        });
    }
    if let Some(day) = stay.departed_on.filter(|_| !stay.cancelled) {
        lines.push(words.msg_more_left(words.day(day)));
    }
    lines.into_iter().fold(String::new(), |more, line| format!("{more}\n{line}"))
}

async fn state(tx: &mut Tx, words: &Words, alert: &Alert) -> anyhow::Result<String> {
    let at = words.moment(alert.changed_at);
    Ok(match alert.state {
        AlertState::Open | AlertState::Held => words.msg_state_open(),
        AlertState::Withdrawn => words.msg_state_withdrawn(at, words.cause(alert.cause.unwrap_or(Cause::Corrected))),
        AlertState::Acknowledged => {
            let officer = match alert.acknowledged_by {
                Some(id) => tx.officer(id).await?.map(|officer| officer.name),
                None => None,
            };
            words.msg_state_acknowledged(officer.unwrap_or_else(|| words.msg_not_known()), at)
        }
    })
}
