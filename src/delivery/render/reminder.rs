//! Reminders and questions that the bot puts by itself, as the desk sees them; nothing once they no longer hold.

use chrono::{DateTime, Utc};

use crate::{
    actions, clock,
    domain::{
        id::{ChatId, PremisesId, ReminderId, StayId},
        press::Press,
        reminder::ReminderKind,
        rulebook::Rulebook,
    },
    store::{Answered, Reminder, Tx},
    text::{Message, Words},
};

use super::{Rendered, key, maker, words_of};

type Buttons = Vec<Vec<(String, Press)>>;

/// A reminder as it is at present.
pub(super) async fn reminder(
    tx: &mut Tx,
    chat: ChatId,
    id: ReminderId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Rendered>> {
    let Some(reminder) = tx.reminder(id).await? else { return Ok(None) };
    let words = words_of(tx, chat).await?;
    let drawn = match (reminder.stay, reminder.premises) {
        (Some(stay), _) => about_stay(tx, words, &reminder, stay, now).await?,
        (None, Some(premises)) => Some(about_place(tx, words, &reminder, premises).await?),
        (None, None) => None,
    };
    let Some((text, buttons)) = drawn else { return Ok(None) };
    let row =
        |row: Vec<(String, Press)>| row.into_iter().map(|(label, press)| key(tx.keys(), chat, label, press)).collect();
    let rows = buttons.into_iter().map(row).collect();
    let revision = if reminder.answered.is_some() { 2 } else { 1 };
    Ok(Some(Rendered { message: Message { text, rows, ..Message::default() }, revision, remove: Vec::new() }))
}

async fn about_stay(
    tx: &mut Tx,
    words: &Words,
    reminder: &Reminder,
    id: StayId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<(String, Buttons)>> {
    if !actions::reminder_stands(tx, reminder, now).await? {
        return Ok(None);
    }
    let arrival = tx.stay(id).await?.arrival;
    let place = tx.premises(arrival.premises_id).await?.details.name;
    let report = tx.arrival_report(id).await?.number;
    let (room, arrived, report) = (words.room(arrival.unit.as_deref()), words.day(arrival.arrived_on), report.as_str());
    let about = words.day(reminder.about);
    let left = words.digits((reminder.about - clock::day_of(now)).num_days().max(0));
    let text = match reminder.kind {
        ReminderKind::StayUntil => words.msg_reminder_stay_until(place, room, arrived, report, about, left),
        ReminderKind::Card => words.msg_reminder_card(place, room, arrived, report, about, left),
        ReminderKind::TurnsEighteen => words.msg_reminder_turns_18(place, room, arrived, report),
        ReminderKind::WorkPermit if arrival.permit_until.is_some() => {
            words.msg_reminder_permit_until(place, room, arrived, report, about, left)
        }
        ReminderKind::WorkPermit => words.msg_reminder_work_permit(place, room, arrived, report, about, left),
        ReminderKind::Departure => words.msg_question_departure(place, room, arrived, report, about),
        _ => words.msg_question_still_here(place, room, arrived, report),
    };
    let buttons = if reminder.kind.asks_where() {
        vec![
            vec![
                (words.msg_stay_left_today(), Press::GoneToday(reminder.id)),
                (words.msg_stay_left_yesterday(), Press::GoneYesterday(reminder.id)),
            ],
            vec![
                (words.msg_question_stays_on(), Press::StaysOn(reminder.id)),
                (words.msg_stay_move(), Press::MovedOn(reminder.id)),
            ],
        ]
    } else {
        let renewed = match reminder.kind {
            ReminderKind::TurnsEighteen => words.msg_check_has_card(),
            ReminderKind::WorkPermit => words.permit_came(&arrival),
            _ => words.msg_check_extended(),
        };
        vec![
            vec![(renewed, Press::Renewed(reminder.id))],
            vec![(words.msg_check_left(), Press::Departed(reminder.id)), (words.msg_reminder_open(), Press::Stay(id))],
            vec![(words.msg_reminder_no_more(), Press::NoMore(reminder.id))],
        ]
    };
    Ok(Some((text, buttons)))
}

async fn about_place(
    tx: &mut Tx,
    words: &Words,
    reminder: &Reminder,
    premises: PremisesId,
) -> anyhow::Result<(String, Buttons)> {
    let place = tx.premises(premises).await?.details.name;
    if let (Some((by, at)), Some(answer)) = (reminder.answered, reminder.answer) {
        let (by, at) = (maker(tx, words, premises, by).await?, words.moment(at));
        let text = match answer {
            Answered::AllHere => words.msg_roll_call_all_here(place, by, at),
            Answered::SomeLeft => words.msg_roll_call_some_left(place, by, at),
            Answered::NobodyNew => words.msg_silent_nobody_new(place, by, at),
        };
        return Ok((text, Vec::new()));
    }
    if reminder.kind == ReminderKind::RollCall {
        let count = words.digits(tx.count_stays(premises, true).await?);
        let buttons = vec![
            vec![(words.msg_roll_call_all(), Press::AllHere(reminder.id))],
            vec![
                (words.msg_roll_call_some(), Press::SomeLeft(reminder.id)),
                (words.msg_roll_call_new(), Press::Report),
            ],
        ];
        return Ok((words.msg_roll_call(place, count), buttons));
    }
    let [after, _] = Rulebook::shipped().on(reminder.about).silent_days.value;
    let asked_on = clock::day_of(reminder.done_at.unwrap_or_default());
    let days = words.digits((asked_on - reminder.about).num_days().max(0) + i64::from(after));
    let buttons = vec![
        vec![(words.msg_silent_nobody(), Press::NobodyNew(reminder.id))],
        vec![(words.msg_home_report(), Press::Report)],
    ];
    Ok((words.msg_silent(place, days), buttons))
}

/// That a draft has to be sent; nothing once it was sent or given up.
pub(super) async fn draft(tx: &mut Tx, chat: ChatId, due: i64, now: DateTime<Utc>) -> anyhow::Result<Option<Message>> {
    let due_at = DateTime::from_timestamp_millis(due).unwrap_or(DateTime::UNIX_EPOCH);
    if tx.draft_due(chat).await? != Some(due_at) || due_at <= now {
        return Ok(None);
    }
    let words = words_of(tx, chat).await?;
    let go_on = key(tx.keys(), chat, words.msg_stays_continue(), Press::Report);
    let text = words.msg_draft_reminder(words.moment(due_at));
    Ok(Some(Message { text, rows: vec![vec![go_on]], ..Message::default() }))
}
