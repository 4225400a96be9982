//! Receipts: what proves a report, as a message and as a page.

use chrono::{DateTime, Utc};

use crate::{
    domain::{
        id::{ChatId, ReportId},
        press::Press,
        report::{Reason, ReportKind},
        rules,
        stay::{Arrival, Departure},
    },
    papers::{self, ReceiptPaper},
    store::{Receipt, Tx},
    text::{Attachment, Message, Words},
};

use super::{key, maker, words_of};

/// The receipt of a report; `None` once it is forgotten.
pub(super) async fn receipt(tx: &mut Tx, chat: ChatId, report: ReportId) -> anyhow::Result<Option<Message>> {
    let Some(receipt) = tx.receipt(report).await? else { return Ok(None) };
    let words = words_of(tx, chat).await?;
    let versions = tx.receipts_of_number(receipt.number.as_str()).await?;
    let departure = versions.first().filter(|first| first.kind == ReportKind::Departure);
    let text = match receipt.kind {
        ReportKind::Departure => departed(tx, words, &receipt).await?,
        ReportKind::Correction if departure.is_some() => {
            let departed = departed(tx, words, departure.unwrap_or(&receipt)).await?;
            format!("{departed}\n{}", corrected(tx, words, &receipt).await?)
        }
        ReportKind::Extension => extended(tx, words, &receipt).await?,
        ReportKind::Arrival | ReportKind::Move | ReportKind::Correction | ReportKind::Cancellation => {
            arrived(tx, words, &receipt).await?
        }
    };
    let mut rows = Vec::new();
    if matches!(receipt.kind, ReportKind::Arrival | ReportKind::Move) && receipt.guests == 1 {
        rows.push(vec![key(tx.keys(), chat, words.msg_report_group(), Press::Group(report))]);
        rows.push(vec![key(tx.keys(), chat, words.msg_report_another(), Press::Another(report))]);
    }
    rows.push(vec![
        key(tx.keys(), chat, words.msg_receipt_paper(), Press::Paper(report)),
        key(tx.keys(), chat, words.msg_home_menu(), Press::Home),
    ]);
    rows.push(vec![key(tx.keys(), chat, words.msg_home_card(), Press::HelpCard)]);
    Ok(Some(Message { text, rows, ..Message::default() }))
}

/// What a receipt says, in the reader's words.
struct Said {
    received: String,
    timeliness: String,
    on_time: bool,
    changed: Option<String>,
    premises: String,
    address: String,
    guests: Vec<String>,
    arrived: String,
    by: String,
    code: String,
}

/// The receipt of a report as its version stands: when it was reported first, whether that was on time for the day of
/// arrival as it stands, and what was changed.
async fn said(tx: &mut Tx, words: &Words, receipt: &Receipt) -> anyhow::Result<Said> {
    let versions = tx.receipts_of_number(receipt.number.as_str()).await?;
    let first = versions.first().unwrap_or(receipt);
    let premises = tx.premises(receipt.premises).await?.details;
    let row = tx.report(receipt.report).await?;
    let arrival = match &row {
        Some(row) => Some(tx.stay(row.stay).await?.arrival),
        None => None,
    };
    // What a version states, not what was stated later.
    let stated: Option<Arrival> = match &row {
        Some(row) if row.states_arrival() => Some(tx.stated(row.id).await?),
        _ => arrival,
    };
    let deadline = receipt.deadline_at.or(first.deadline_at).unwrap_or(first.made_at);
    let on_time = !rules::is_late(first.made_at, deadline);
    let reason = words.reason(row.as_ref().and_then(|row| row.reason).unwrap_or(Reason::Other));
    let at = words.moment(receipt.made_at);
    let forgotten = || words.msg_receipt_forgotten();
    let mut said = Said {
        received: words.moment(first.made_at),
        timeliness: if on_time {
            words.msg_receipt_on_time(words.moment(deadline))
        } else {
            words.msg_receipt_late(words.moment(deadline))
        },
        on_time,
        changed: match receipt.kind {
            ReportKind::Correction => Some(words.msg_receipt_corrected(at, words.digits(receipt.version), reason)),
            ReportKind::Cancellation => Some(words.msg_receipt_cancelled(at, reason)),
            _ => None,
        },
        address: words.address(&premises),
        premises: premises.name,
        guests: vec![stated.as_ref().map_or_else(forgotten, |arrival| words.guest(arrival))],
        arrived: stated.as_ref().map_or_else(forgotten, |arrival| words.day(arrival.arrived_on)),
        by: maker(tx, words, receipt.premises, receipt.reporter).await?,
        code: tx.keys().verification_code(receipt),
    };
    if receipt.guests > 1 {
        together(tx, words, receipt, &mut said).await?;
    }
    Ok(said)
}

async fn arrived(tx: &mut Tx, words: &Words, receipt: &Receipt) -> anyhow::Result<String> {
    let said = said(tx, words, receipt).await?;
    if receipt.guests > 1 {
        return arrived_together(tx, words, receipt, said).await;
    }
    let timeliness = [Some(said.timeliness), said.changed].into_iter().flatten().collect::<Vec<_>>().join("\n");
    Ok(words.msg_receipt(
        receipt.number.as_str(),
        said.received,
        timeliness,
        said.premises,
        said.address,
        said.guests.join(", "),
        said.arrived,
        said.by,
        said.code,
    ))
}

/// The receipt of those who were reported in one go.
async fn arrived_together(tx: &mut Tx, words: &Words, receipt: &Receipt, said: Said) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for report in tx.reports_sent_with(receipt.report).await? {
        let Some(row) = tx.report(report).await? else { continue };
        let arrival: Arrival = tx.stated(report).await?;
        lines.push(words.msg_receipt_many_line(
            words.guest(&arrival),
            words.room(arrival.unit.as_deref()),
            words.day(arrival.arrived_on),
            row.number.as_str(),
        ));
    }
    if lines.is_empty() {
        lines.push(words.msg_receipt_forgotten());
    }
    Ok(words.msg_receipt_many(
        words.digits(receipt.guests),
        receipt.number.as_str(),
        said.received,
        said.timeliness,
        said.premises,
        said.address,
        words.fitting(&lines, 2600),
        said.by,
        said.code,
    ))
}

/// Of those who were reported in one go: who they are, whether all were on time, how many were and how many not, and the
/// days on which they arrived.
async fn together(tx: &mut Tx, words: &Words, receipt: &Receipt, said: &mut Said) -> anyhow::Result<()> {
    let (mut on_time, mut late, mut days, mut guests) = (0, 0, Vec::new(), Vec::new());
    for report in tx.reports_sent_with(receipt.report).await? {
        let Some(row) = tx.report(report).await? else { continue };
        let is_late = row.deadline_at.is_some_and(|deadline| rules::is_late(row.made_at, deadline));
        *(if is_late { &mut late } else { &mut on_time }) += 1;
        let arrival: Arrival = tx.stated(report).await?;
        days.push(arrival.arrived_on);
        guests.push(words.guest(&arrival));
    }
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return Ok(()) };
    let mut lines = Vec::new();
    if on_time > 0 {
        lines.push(words.msg_receipt_many_on_time(words.digits(on_time)));
    }
    if late > 0 {
        lines.push(words.msg_receipt_many_late(words.digits(late)));
    }
    said.timeliness = lines.join("\n");
    said.on_time = late == 0;
    said.arrived = words.day(*first);
    if first != last {
        said.arrived = format!("{} – {}", said.arrived, words.day(*last));
    }
    said.guests = guests;
    Ok(())
}

/// The receipt on a page of its own, with a code that opens the bot's check of it.
pub(super) async fn paper(
    tx: &mut Tx,
    chat: ChatId,
    report: ReportId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Message>> {
    let Some(receipt) = tx.receipt(report).await? else { return Ok(None) };
    let words = words_of(tx, chat).await?;
    let said = said(tx, words, &receipt).await?;
    let number = receipt.number.to_string();
    let bot = tx.bot_username().await?.unwrap_or_default();
    let kind = words.report_kind(receipt.kind);
    let paper = ReceiptPaper {
        received: said.received,
        timeliness: match receipt.kind {
            ReportKind::Departure | ReportKind::Extension => kind.clone(),
            _ => said.timeliness,
        },
        on_time: said.on_time,
        premises: said.premises,
        address: said.address,
        guests: said.guests,
        arrived: said.arrived,
        reported_by: said.by,
        version: said.changed,
        link: format!("https://t.me/{bot}?start=v_{number}_{}", said.code),
        code: said.code,
        printed: words.moment(now),
        number: number.clone(),
    };
    let file = Attachment { name: format!("{number}.pdf"), bytes: papers::receipt(words, &paper)?, is_picture: false };
    let text = words.msg_receipt_paper_caption(number, kind);
    Ok(Some(Message { text, file: Some(file), ..Message::default() }))
}

/// When, in which version and why something was put right.
async fn corrected(tx: &mut Tx, words: &Words, receipt: &Receipt) -> anyhow::Result<String> {
    let reason = words.reason(reason(tx, receipt).await?);
    Ok(words.msg_receipt_corrected(words.moment(receipt.made_at), words.digits(receipt.version), reason))
}

async fn reason(tx: &mut Tx, receipt: &Receipt) -> anyhow::Result<Reason> {
    Ok(tx.report(receipt.report).await?.and_then(|report| report.reason).unwrap_or(Reason::Other))
}

async fn extended(tx: &mut Tx, words: &Words, receipt: &Receipt) -> anyhow::Result<String> {
    let until = match tx.report(receipt.report).await? {
        Some(row) => tx.stated::<crate::domain::document::Permission>(row.id).await?.stay_until,
        None => None,
    };
    let until = until.map_or_else(|| words.msg_receipt_forgotten(), |day| words.day(day));
    Ok(words.msg_extension_done(words.moment(receipt.made_at), until, receipt.number.as_str()))
}

/// Everybody who was reported as having left in one go.
async fn departed(tx: &mut Tx, words: &Words, receipt: &Receipt) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for id in tx.reports_sent_with(receipt.report).await? {
        let Some(report) = tx.report(id).await? else { continue };
        let stay = tx.stay(report.stay).await?;
        // The day that was stated stands, whatever became of the stay.
        let stated = tx.stated::<Departure>(id).await.ok();
        let day = stated.as_ref().map(|departure| departure.departed_on).or(stay.departed_on);
        lines.push(words.msg_departure_line(
            words.guest(&stay.arrival),
            words.room(stay.arrival.unit.as_deref()),
            day.map_or_else(|| words.msg_not_known(), |day| words.day(day)),
            report.number.as_str(),
        ));
        let went_to = stated.and_then(|departure| departure.went_to);
        lines.extend(went_to.map(|place| words.msg_departure_to(place)));
    }
    if lines.is_empty() {
        lines.push(words.msg_receipt_forgotten());
    }
    Ok(words.msg_departure_done(words.moment(receipt.made_at), words.fitting(&lines, 3000)))
}
