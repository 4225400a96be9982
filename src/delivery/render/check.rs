//! The question to a reporter before a unit is told.

use crate::{
    domain::{
        alert::Rule,
        id::{ChatId, CheckId},
        press::Press,
    },
    store::Tx,
    text::Message,
};

use super::{key, words_of};

pub(super) async fn check(tx: &mut Tx, chat: ChatId, id: CheckId) -> anyhow::Result<Option<Message>> {
    let Some(check) = tx.check(id).await? else { return Ok(None) };
    let arrival = tx.stay(check.stay).await?.arrival;
    let report = tx.arrival_report(check.stay).await?.number;
    let premises = tx.premises(arrival.premises_id).await?.details;
    let words = words_of(tx, chat).await?;
    let (room, arrived) = (words.room(arrival.unit.as_deref()), words.day(arrival.arrived_on));
    let (place, report) = (&premises.name, report.as_str());
    let text = match check.rule {
        Rule::TurnedEighteen => words.msg_check_turned_18(place, room, arrived, report),
        Rule::WorkPermitMissing => match arrival.permit_until {
            Some(until) => words.msg_check_permit_ran_out(place, room, arrived, report, words.day(until)),
            None => words.msg_check_work_permit(place, room, arrived, report),
        },
        _ => words.msg_check(place, room, arrived, report, words.day(check.about_date)),
    };
    let (settled, unchanged) = match check.rule {
        Rule::TurnedEighteen => (words.msg_check_has_card(), words.msg_check_not_yet()),
        Rule::WorkPermitMissing => (words.permit_came(&arrival), words.msg_check_not_yet()),
        _ => (words.msg_check_extended(), words.msg_check_still()),
    };
    let rows = [
        (words.msg_check_left(), Press::Left(id)),
        (words.msg_check_moved(), Press::Moved(id)),
        (settled, Press::Extended(id)),
        (unchanged, Press::Still(id)),
    ];
    let rows = rows.into_iter().map(|(label, press)| vec![key(tx.keys(), chat, label, press)]).collect();
    Ok(Some(Message { text, rows, ..Message::default() }))
}
