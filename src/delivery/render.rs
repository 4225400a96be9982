//! Things to be shown, in the words of whoever reads them. Deliberately no decision about who that is.

use chrono::{DateTime, Utc};

use crate::{
    clock,
    domain::{
        alert::{AlertState, Rule},
        document::DocumentKind,
        id::{AlertId, ChatId, CheckId, OfficerId, ReportId, UserId},
        number,
        press::Press,
    },
    store::{Alert, Keys, Outgoing, StayRow, Tx, What},
    text::{Key, Language, Message, Words},
};

/// A message and the revision of its subject that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The message.
    pub message: Message,
    /// The revision.
    pub revision: i64,
}

/// What a row shows at present; `None` where its subject is gone.
pub async fn render(tx: &mut Tx, row: &Outgoing, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    let first = |message| Some(Rendered { message, revision: 1 });
    Ok(match row.what {
        What::Receipt(report) => first(receipt(tx, row.chat, report).await?),
        What::Extended(report) => first(extended(tx, row.chat, report).await?),
        What::Alert(alert) => alert_copy(tx, row.chat, alert, now).await?,
        What::Details(alert, officer) => details(tx, alert, officer, now).await?.and_then(first),
        What::Check(check) => self::check(tx, row.chat, check).await?.and_then(first),
        What::NoUnit(alert) => no_unit(tx, row.chat, alert).await?.and_then(first),
        What::Quarantined(update) => {
            let words = words_of(tx, row.chat).await?;
            first(Message::saying(words.msg_operator_quarantine(update.to_string())))
        }
        What::UnitUnreachable(unit) => {
            let words = words_of(tx, row.chat).await?;
            first(Message::saying(words.msg_operator_unit_unreachable(tx.unit(unit).await?.name)))
        }
    })
}

async fn words_of(tx: &mut Tx, chat: ChatId) -> anyhow::Result<&'static Words> {
    Ok(Words::of(tx.language_of(UserId(chat.0)).await?.unwrap_or(Language::En)))
}

fn key(keys: &Keys, chat: ChatId, label: String, press: Press) -> Key {
    Key { label, data: keys.standing_token(chat, press) }
}

/// The code by which a receipt is known to be genuine.
fn verification_code(keys: &Keys, number: &str, made_at: DateTime<Utc>) -> String {
    let hash = keys.token(&[b"receipt", number.as_bytes(), &made_at.timestamp_millis().to_be_bytes()]);
    let mut bits = [0; 8];
    bits.copy_from_slice(&hash[..8]);
    number::code_from(u64::from_be_bytes(bits))
}

async fn receipt(tx: &mut Tx, chat: ChatId, report: ReportId) -> anyhow::Result<Message> {
    let words = words_of(tx, chat).await?;
    let report = tx.report(report).await?;
    let arrival = tx.stay(report.stay).await?.arrival;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let deadline = report.deadline_at.unwrap_or(report.made_at);
    let timeliness = if report.made_at <= deadline {
        words.msg_receipt_on_time(words.moment(deadline))
    } else {
        words.msg_receipt_late(words.moment(deadline))
    };
    let guest = match &arrival.identity.name {
        _ if arrival.is_exempt() => words.msg_receipt_exempt(),
        Some(name) => name.to_string(),
        None => words.msg_receipt_unnamed(),
    };
    let text = words.msg_receipt(
        report.number.as_str(),
        words.moment(report.made_at),
        timeliness,
        &premises.name,
        words.address(&premises),
        guest,
        words.day(arrival.arrived_on),
        verification_code(tx.keys(), report.number.as_str(), report.made_at),
    );
    let another = key(tx.keys(), chat, words.msg_report_another(), Press::Another(report.id));
    let menu = key(tx.keys(), chat, words.msg_home_menu(), Press::Home);
    Ok(Message { text, rows: vec![vec![another], vec![menu]], ..Message::default() })
}

async fn extended(tx: &mut Tx, chat: ChatId, report: ReportId) -> anyhow::Result<Message> {
    let words = words_of(tx, chat).await?;
    let report = tx.report(report).await?;
    let until = tx.stay(report.stay).await?.arrival.permission.stay_until;
    let text = words.msg_extension_done(
        words.moment(report.made_at),
        until.map(|day| words.day(day)).unwrap_or_default(),
        report.number.as_str(),
    );
    let menu = key(tx.keys(), chat, words.msg_home_menu(), Press::Home);
    Ok(Message { text, rows: vec![vec![menu]], ..Message::default() })
}

/// An alert as its unit's group sees it: place, rule, facts and their source; nothing that identifies the person.
async fn alert_copy(tx: &mut Tx, chat: ChatId, id: AlertId, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    let Some(alert) = tx.alert(id).await? else { return Ok(None) };
    let unit = tx.units().await?.into_iter().find(|unit| unit.chat == chat || Some(unit.id) == alert.unit);
    let words = Words::of(unit.map_or(Language::Km, |unit| unit.language));
    let stay = tx.stay(alert.stay).await?;
    let premises = tx.premises(stay.arrival.premises_id).await?.details;
    let reported = tx.arrival_report(alert.stay).await?.made_at;
    let text = words.msg_alert(
        words.rule(alert.rule),
        alert.number.as_str(),
        &premises.name,
        words.premises_kind(premises.kind),
        words.address(&premises),
        stay.arrival.unit.clone().unwrap_or_else(|| words.msg_not_given()),
        fact(words, &alert, &stay, now),
        words.day(stay.arrival.arrived_on),
        words.moment(reported),
        state(tx, words, &alert).await?,
    );
    let acknowledge = key(tx.keys(), chat, words.msg_alert_acknowledge(), Press::Acknowledge(id));
    let details = key(tx.keys(), chat, words.msg_alert_details(), Press::Details(id));
    let rows = match alert.state {
        AlertState::Open => vec![vec![acknowledge, details]],
        AlertState::Acknowledged => vec![vec![details]],
        AlertState::Withdrawn => Vec::new(),
    };
    let message = Message { text, rows, protected: true, ..Message::default() };
    Ok(Some(Rendered { message, revision: alert.revision }))
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
    }
}

async fn state(tx: &mut Tx, words: &Words, alert: &Alert) -> anyhow::Result<String> {
    let at = words.moment(alert.changed_at);
    Ok(match alert.state {
        AlertState::Open => words.msg_state_open(),
        AlertState::Withdrawn => words.msg_state_withdrawn(at),
        AlertState::Acknowledged => {
            let officer = match alert.acknowledged_by {
                Some(id) => tx.officer(id).await?.map(|officer| officer.name),
                None => None,
            };
            words.msg_state_acknowledged(officer.unwrap_or_else(|| words.msg_not_known()), at)
        }
    })
}

/// The person's data, for one officer's own chat. An officer whose enrolment has ended meanwhile gets nothing.
async fn details(
    tx: &mut Tx,
    alert: AlertId,
    officer: OfficerId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Message>> {
    let (Some(alert), Some(officer)) = (tx.alert(alert).await?, tx.officer(officer).await?) else { return Ok(None) };
    if officer.until < clock::day_of(now) {
        return Ok(None);
    }
    let unit_language = tx.unit(officer.unit).await?.language;
    let words = Words::of(tx.language_of(officer.user).await?.unwrap_or(unit_language));
    let report = tx.arrival_report(alert.stay).await?;
    let arrival = tx.stay(alert.stay).await?.arrival;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let identity = &arrival.identity;
    let or_unknown = |text: Option<String>| text.unwrap_or_else(|| words.msg_not_known());
    let text = words.msg_details(
        words.rule(alert.rule),
        alert.number.as_str(),
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
        arrival.unit.clone().unwrap_or_else(|| words.msg_not_given()),
        words.day(arrival.arrived_on),
        report.number.as_str(),
    );
    Ok(Some(Message { text, protected: true, ..Message::default() }))
}

async fn check(tx: &mut Tx, chat: ChatId, id: CheckId) -> anyhow::Result<Option<Message>> {
    let Some(check) = tx.check(id).await? else { return Ok(None) };
    let arrival = tx.stay(check.stay).await?.arrival;
    let report = tx.arrival_report(check.stay).await?.number;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let words = words_of(tx, chat).await?;
    let text = words.msg_check(
        &premises.name,
        arrival.unit.unwrap_or_else(|| words.msg_not_given()),
        words.day(arrival.arrived_on),
        report.as_str(),
        words.day(check.about_date),
    );
    let rows = [
        (words.msg_check_left(), Press::Left(id)),
        (words.msg_check_extended(), Press::Extended(id)),
        (words.msg_check_still(), Press::Still(id)),
    ];
    let rows = rows.into_iter().map(|(label, press)| vec![key(tx.keys(), chat, label, press)]).collect();
    Ok(Some(Message { text, rows, ..Message::default() }))
}

async fn no_unit(tx: &mut Tx, chat: ChatId, alert: AlertId) -> anyhow::Result<Option<Message>> {
    let Some(alert) = tx.alert(alert).await? else { return Ok(None) };
    let stay = tx.stay(alert.stay).await?;
    let area = tx.premises(stay.arrival.premises_id).await?.details.area;
    let words = words_of(tx, chat).await?;
    Ok(Some(Message::saying(words.msg_operator_no_unit(words.area_path(area), alert.number.as_str()))))
}
