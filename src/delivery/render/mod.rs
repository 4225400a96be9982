//! Things to be shown, in the words of whoever reads them. Deliberately no decision about who that is.

mod alert;
mod case;
mod check;
mod details;
mod digest;
mod history;
mod links;
mod receipt;
mod reminder;

use chrono::{DateTime, Utc};

use crate::{
    domain::{
        id::{AlertId, ChatId, PremisesId, ReporterId, UserId},
        press::Press,
    },
    store::{Keys, Outgoing, Tx, What},
    text::{Key, Language, Message, Words},
};

/// A message and the revision of its subject that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The message.
    pub message: Message,
    /// The revision.
    pub revision: i64,
    /// Messages to be removed; then nothing is shown.
    pub remove: Vec<i64>,
}

/// What a row shows at present; `None` where its subject is gone.
pub async fn render(tx: &mut Tx, row: &Outgoing, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    let first = |message| Some(Rendered { message, revision: 1, remove: Vec::new() });
    Ok(match row.what {
        What::Receipt(report) | What::Extended(report) | What::Departed(report) => {
            receipt::receipt(tx, row.chat, report).await?.and_then(first)
        }
        What::Paper(report) => receipt::paper(tx, row.chat, report, now).await?.and_then(first),
        What::Alert(alert) => alert::copy(tx, row.chat, alert, now).await?,
        What::AlertNote(alert, revision) => alert::note(tx, row.chat, alert, revision).await?.and_then(first),
        What::HasLeft(link) => alert::has_left(tx, row.chat, link).await?.and_then(first),
        What::HasArrived(link) => alert::has_arrived(tx, row.chat, link).await?.and_then(first),
        What::Details(alert, officer) => details::details(tx, alert, officer, now).await?.and_then(first),
        What::Case(case) => case::copy(tx, row.chat, case, now, row.message.is_none()).await?,
        What::CasePerson(case, stay, officer) => case::case_person(tx, case, stay, officer, now).await?.and_then(first),
        What::CaseAnswer(answer) => case::answer_waits(tx, row.chat, answer, now).await?.and_then(first),
        What::CaseWaits(_) => case::waits(tx, row.chat).await?.and_then(first),
        What::Removal(talk) => {
            let remove = tx.take_leaving(talk).await?;
            Some(Rendered { message: Message::default(), revision: row.wanted, remove })
        }
        What::Upload(upload) => {
            let remove = tx.message_of_upload(upload).await?.into_iter().collect();
            Some(Rendered { message: Message::default(), revision: row.wanted, remove })
        }
        What::Check(check) => check::check(tx, row.chat, check).await?.and_then(first),
        // What may be large is gathered beforehand, outside of this transaction.
        What::MyData(_) | What::MyDataBook(_) | What::Guests { .. } | What::Template(..) | What::Reasons(_) => None,
        What::InvitationAnswered(id) => links::answered(tx, row.chat, id).await?.and_then(first),
        What::Revoked(premises) => links::revoked(tx, row.chat, premises).await?.and_then(first),
        What::GuestHandedOver(id) => links::handed_over(tx, row.chat, id).await?.and_then(first),
        What::GuestProof(id) => links::proof(tx, row.chat, id).await?.and_then(first),
        What::Reminder(id) => reminder::reminder(tx, row.chat, id, now).await?,
        What::Draft(due) => reminder::draft(tx, row.chat, due, now).await?.and_then(first),
        What::Digest(id) => digest::digest(tx, row.chat, id).await?,
        What::NoUnit(alert) => no_unit(tx, row.chat, alert).await?.and_then(first),
        What::Quarantined(update) => {
            let words = words_of(tx, row.chat).await?;
            first(Message::saying(words.msg_operator_quarantine(update.to_string())))
        }
        What::CannotRead => first(Message::saying(words_of(tx, row.chat).await?.msg_operator_cannot_read())),
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

/// Who made a report, as colleagues know them.
async fn maker(tx: &mut Tx, words: &Words, premises: PremisesId, reporter: ReporterId) -> anyhow::Result<String> {
    let maker = tx.maker(premises, reporter).await?;
    Ok(maker.map_or_else(|| words.msg_not_known(), |(called, role)| words.member(called.as_deref(), role)))
}

async fn no_unit(tx: &mut Tx, chat: ChatId, alert: AlertId) -> anyhow::Result<Option<Message>> {
    let Some(alert) = tx.alert(alert).await? else { return Ok(None) };
    let stay = tx.stay(alert.stay).await?;
    let area = tx.premises(stay.arrival.premises_id).await?.details.area;
    let words = words_of(tx, chat).await?;
    Ok(Some(Message::saying(words.msg_operator_no_unit(words.area_path(area), alert.number.as_str()))))
}
