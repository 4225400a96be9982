//! Everything about a reporter and the premises they answer for, as two files. It is gathered in many short reads, so that
//! nobody else waits for it, and written outside of any transaction. Deliberately nothing of alerts, links, officers,
//! questions, and no Telegram number but the reporter's own.

mod shape;
mod sheets;

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::{
    chat,
    domain::{
        id::{ChatId, ReportId, ReporterId, StayId, UserId},
        member::Role,
        report::Reason,
    },
    papers,
    store::{Membership, Outgoing, Store, Tx, What},
    text::{Attachment, Language, Message, Words},
};

use super::Rendered;
use shape::{Colleague, Consent, Facts, Guest, LeftOut, Maker, Me, MyData, Place, Receipt, Report, Stated};

/// Rows read in one transaction.
const PAGE: usize = 100;

/// Guests in one file, at most; a file takes three times as many reports and receipts.
const MOST_GUESTS: usize = 20_000;

/// A bot can send files of 50 MB (Bot API, "Sending files"); some is left for what goes with them.
const MOST_BYTES: usize = 45_000_000;

/// The message with the file that a row asks for; `None` where its person is gone.
pub(super) async fn gather(store: &Store, row: &Outgoing, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    let (What::MyData(reporter) | What::MyDataBook(reporter)) = row.what else { return Ok(None) };
    let is_book = matches!(row.what, What::MyDataBook(_));
    let user = UserId(row.chat.0);
    let mut most = MOST_GUESTS;
    loop {
        let Some((language, data)) = collect(store, reporter, user, most, now).await? else { return Ok(None) };
        let left_out = data.left_out;
        // Writing is work for a processor: it is not done on the thread that answers people.
        let bytes = tokio::task::spawn_blocking(move || write(&data, is_book, Words::of(language)));
        let bytes = bytes.await.context("writing a person's data")??;
        if bytes.len() > MOST_BYTES && most > PAGE {
            most /= 2;
            continue;
        }
        let words = Words::of(language);
        let mut text = words.msg_mydata_caption(words.moment(now));
        if left_out != LeftOut::default() {
            text.push_str("\n\n");
            text.push_str(&words.msg_mydata_left_out(words.digits(left_out.guests.max(left_out.reports))));
        }
        let name = if is_book { "mydata.xlsx" } else { "mydata.json" };
        let file = Attachment { name: name.into(), bytes, is_picture: false };
        let message = Message { file: Some(file), ..Message::saying(text) };
        return Ok(Some(Rendered { message, revision: 1, remove: Vec::new() }));
    }
}

fn write(data: &MyData, is_book: bool, words: &Words) -> anyhow::Result<Vec<u8>> {
    if is_book { papers::workbook(&sheets::of(data, words)) } else { Ok(serde_json::to_vec_pretty(data)?) }
}

async fn collect(
    store: &Store,
    reporter: ReporterId,
    user: UserId,
    most: usize,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<(Language, MyData)>> {
    let mut tx = store.write().await?;
    let Some(known) = tx.reporter(user).await?.filter(|known| known.id == reporter) else { return Ok(None) };
    let me =
        Me { telegram_number: user.0, language: known.language.as_str(), known_since: tx.known_since(reporter).await? };
    let memberships = tx.memberships(reporter).await?;
    let (stays, reports, receipts) =
        (tx.own_stays(reporter).await?, tx.own_reports(reporter).await?, tx.own_receipts(reporter).await?);
    let consents = tx.consents(reporter).await?.into_iter().map(|consent| Consent {
        text_version: consent.version,
        given_at: consent.given_at,
        withdrawn_at: consent.withdrawn_at,
    });
    let state = tx.conversations(&[ChatId::private(user)], chat::PRIVACY_VERSION).await?.pop();
    let mut places = Vec::with_capacity(memberships.len());
    for membership in memberships {
        places.push(place(&mut tx, reporter, membership).await?);
    }
    drop(tx);
    let left_out = LeftOut {
        guests: stays.len().saturating_sub(most),
        reports: reports.len().saturating_sub(3 * most),
        receipts: receipts.len().saturating_sub(3 * most),
    };
    Ok(Some((
        known.language,
        MyData {
            format: shape::FORMAT,
            version: shape::VERSION,
            made_at: now,
            me,
            places,
            guests: guests(store, first(&stays, most)).await?,
            reports: own_reports(store, reporter, first(&reports, 3 * most)).await?,
            receipts: own_receipts(store, first(&receipts, 3 * most)).await?,
            consents: consents.collect(),
            unfinished: state.and_then(|conversation| chat::unfinished(&conversation.state)),
            left_out,
        },
    )))
}

fn first<T>(all: &[T], most: usize) -> &[T] {
    &all[..all.len().min(most)]
}

async fn place(tx: &mut Tx, me: ReporterId, membership: Membership) -> anyhow::Result<Place> {
    let mut colleagues = Vec::new();
    if membership.is_whole() {
        let members = tx.members(membership.premises.id).await?;
        colleagues.extend(members.into_iter().filter(|member| member.reporter != me).map(|member| Colleague {
            called: member.called,
            role: member.role.as_str(),
            member_since: member.since,
        }));
    }
    let details = membership.premises.details;
    Ok(Place {
        id: membership.premises.id.0,
        kind: details.kind.as_str(),
        name: details.name,
        area: details.area.to_string(),
        street: details.street,
        capacity: details.capacity,
        registered_at: membership.registered_at,
        role: membership.role.as_str(),
        called: membership.called,
        member_since: membership.since,
        member_until: membership.revoked_at,
        colleagues,
    })
}

async fn guests(store: &Store, stays: &[StayId]) -> anyhow::Result<Vec<Guest>> {
    let mut guests = Vec::with_capacity(stays.len());
    for page in stays.chunks(PAGE) {
        let mut tx = store.write().await?;
        for (id, moments) in tx.moments_of(page).await? {
            let stay = tx.stay(id).await?;
            guests.push(Guest {
                stay: stay.id.0,
                place: stay.arrival.premises_id.0,
                facts: Facts::from(&stay.arrival),
                departed_on: stay.departed_on,
                cancelled_at: moments.cancelled_at,
                moved_from: stay.moved_from.map(|stay| stay.0),
                seen_on: moments.seen_on,
                fpcs_reference: stay.fpcs_reference,
                recorded_at: moments.created_at,
                arrival: stay.arrival,
            });
        }
    }
    Ok(guests)
}

async fn own_reports(store: &Store, me: ReporterId, ids: &[ReportId]) -> anyhow::Result<Vec<Report>> {
    let mut reports = Vec::with_capacity(ids.len());
    for page in ids.chunks(PAGE) {
        let mut tx = store.write().await?;
        reports.extend(tx.page_of_reports(me, page).await?.into_iter().map(|report| Report {
            number: report.number.to_string(),
            version: report.version,
            kind: report.kind.as_str(),
            reason: report.reason.map(Reason::as_str),
            stay: report.stay.0,
            place: report.premises.0,
            by_me: report.reporter == me,
            by: report.maker.map(maker),
            made_at: report.made_at,
            deadline_at: report.deadline_at,
            rulebook: report.rulebook,
            stated: Stated::of(report.stated),
        }));
    }
    Ok(reports)
}

fn maker((called, role): (Option<String>, Role)) -> Maker {
    Maker { called, role: role.as_str() }
}

async fn own_receipts(store: &Store, ids: &[ReportId]) -> anyhow::Result<Vec<Receipt>> {
    let mut receipts = Vec::with_capacity(ids.len());
    for page in ids.chunks(PAGE) {
        let page = store.write().await?.page_of_receipts(page).await?;
        receipts.extend(page.into_iter().map(|(receipt, place_name)| Receipt {
            number: receipt.number.to_string(),
            version: receipt.version,
            kind: receipt.kind.as_str(),
            place: receipt.premises.0,
            place_name,
            made_at: receipt.made_at,
            deadline_at: receipt.deadline_at,
            guests: receipt.guests,
            code: store.keys().verification_code(&receipt),
        }));
    }
    Ok(receipts)
}
