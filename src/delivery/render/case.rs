//! What the protection desk sees: concerns and cases of signals, without anybody's data in the group; and the word to
//! whoever told a concern that there is an answer, which says nothing about what.

use chrono::{DateTime, Utc};

use crate::{
    clock,
    domain::{
        concern::{CaseState, ReadyAnswer, Told, Topic},
        id::{AnswerId, CaseId, ChatId, OfficerId, PremisesId, StayId},
        press::Press,
    },
    store::{About, Case, Tx},
    text::{Key, Message, Words},
};

use super::{Rendered, alert::words_of_unit, details::person, key, words_of};

/// Buttons for people whom a case is about; more are reached as these are settled.
const PEOPLE: usize = 8;

/// Answers that are listed, the latest ones.
const ANSWERS: usize = 5;

/// A case as its desk's group sees it; `None` where it was over before the desk was shown it.
pub(super) async fn copy(
    tx: &mut Tx,
    chat: ChatId,
    id: CaseId,
    now: DateTime<Utc>,
    is_new: bool,
) -> anyhow::Result<Option<Rendered>> {
    let Some(case) = tx.case(id).await? else { return Ok(None) };
    let words = words_of_unit(tx, chat).await?;
    let message = match &case.about {
        About::Concern { topic, told, .. } => concern(tx, words, chat, &case, (*topic, told), now).await?,
        About::Premises(_) if is_new && case.state == CaseState::Closed => return Ok(None),
        About::Premises(premises) => premises_case(tx, words, chat, &case, *premises).await?,
    };
    Ok(Some(Rendered { message, revision: case.revision, remove: Vec::new() }))
}

async fn concern(
    tx: &mut Tx,
    words: &Words,
    chat: ChatId,
    case: &Case,
    (topic, told): (Topic, &Told),
    now: DateTime<Utc>,
) -> anyhow::Result<Message> {
    let not_given = || words.msg_not_given();
    let may_answer = case.state != CaseState::Closed && tx.way_back(case.id, now).await?.is_some();
    let mut answers =
        vec![if may_answer { words.msg_case_answer_possible() } else { words.msg_case_answer_unwanted() }];
    let given = tx.answers_to(case.id).await?;
    for given in given.iter().skip(given.len().saturating_sub(ANSWERS)) {
        let officer = officer(tx, words, Some(given.officer)).await?;
        let label = words.ready_answer_button(given.answer);
        answers.push(words.msg_case_answer_line(label, officer, words.moment(given.at)));
    }
    let text = words.msg_case_concern(
        words.topic(topic),
        case.number.as_str(),
        told.place.clone().unwrap_or_else(not_given),
        words.moment(case.opened_at),
        told.text.clone().unwrap_or_else(not_given),
        answers.join("\n"),
        state(tx, words, case).await?,
    );
    let mut rows: Vec<Vec<Key>> = Vec::new();
    if may_answer {
        for &answer in ReadyAnswer::ALL {
            rows.push(vec![key(tx.keys(), chat, words.ready_answer_button(answer), press(answer, case.id))]);
        }
    }
    if case.state != CaseState::Closed {
        rows.push(vec![key(tx.keys(), chat, words.msg_case_close(), Press::CloseCase(case.id))]);
    }
    Ok(Message { text, rows, protected: true, ..Message::default() })
}

fn press(answer: ReadyAnswer, case: CaseId) -> Press {
    match answer {
        ReadyAnswer::Received => Press::AnswerReceived(case),
        ReadyAnswer::TellMore => Press::AnswerTellMore(case),
        ReadyAnswer::Danger => Press::AnswerDanger(case),
        ReadyAnswer::Papers => Press::AnswerPapers(case),
        ReadyAnswer::Done => Press::AnswerDone(case),
    }
}

async fn premises_case(
    tx: &mut Tx,
    words: &Words,
    chat: ChatId,
    case: &Case,
    id: PremisesId,
) -> anyhow::Result<Message> {
    let premises = tx.premises(id).await?.details;
    let cases = tx.cases_about(id).await?;
    let signals = cases.into_iter().find(|(of, ..)| *of == case.id).map(|(.., signals)| signals).unwrap_or_default();
    let mut lines: Vec<String> = signals.into_iter().map(|signal| words.signal(signal)).collect();
    lines.dedup();
    let held = tx.held_alerts(id).await?.len();
    let text = words.msg_case_premises(
        case.number.as_str(),
        &premises.name,
        words.premises_kind(premises.kind),
        words.address(&premises),
        lines.join("\n"),
        words.digits(held),
        state(tx, words, case).await?,
    );
    let mut rows: Vec<Vec<Key>> = Vec::new();
    if case.state.holds() {
        let people = tx.stays_of_case(case.id).await?;
        let buttons: Vec<Key> = (1..)
            .zip(people.into_iter().take(PEOPLE))
            .map(|(at, stay)| {
                let label = format!("{} {}", words.msg_alert_details(), words.digits(at));
                key(tx.keys(), chat, label, Press::CasePerson(stay))
            })
            .collect();
        rows.extend(buttons.chunks(2).map(<[Key]>::to_vec));
        let mut decide = vec![key(tx.keys(), chat, words.msg_case_release(), Press::ReleaseCase(case.id))];
        if case.state.is_undecided() {
            decide.push(key(tx.keys(), chat, words.msg_case_keep(), Press::KeepCase(case.id)));
        }
        rows.push(decide);
    }
    Ok(Message { text, rows, protected: true, ..Message::default() })
}

async fn state(tx: &mut Tx, words: &Words, case: &Case) -> anyhow::Result<String> {
    let at = words.moment(case.changed_at);
    let decided_by = officer(tx, words, case.decided_by).await?;
    Ok(match case.state {
        CaseState::Open => words.msg_case_open(),
        CaseState::Releasing => words.msg_case_releasing(officer(tx, words, case.asked_by).await?, at),
        CaseState::Released => {
            let officers = match (case.asked_by, case.decided_by) {
                (Some(first), Some(_)) => {
                    let first = officer(tx, words, Some(first)).await?;
                    words.msg_case_two(first, decided_by)
                }
                (None, Some(_)) => decided_by,
                (_, None) => words.msg_case_lapsed(),
            };
            words.msg_case_released(officers, at)
        }
        CaseState::Kept => words.msg_case_kept(decided_by, at),
        CaseState::Closed => words.msg_case_closed(decided_by, at),
    })
}

async fn officer(tx: &mut Tx, words: &Words, id: Option<OfficerId>) -> anyhow::Result<String> {
    let officer = match id {
        Some(id) => tx.officer(id).await?,
        None => None,
    };
    Ok(officer.map_or_else(|| words.msg_not_known(), |officer| officer.name))
}

/// Somebody whom a case is about, for one officer's own chat. An officer whose enrolment has ended meanwhile gets nothing.
pub(super) async fn case_person(
    tx: &mut Tx,
    case: CaseId,
    stay: StayId,
    officer: OfficerId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Message>> {
    let (Some(case), Some(officer)) = (tx.case(case).await?, tx.officer(officer).await?) else { return Ok(None) };
    if officer.until < clock::day_of(now) {
        return Ok(None);
    }
    person(tx, &officer, stay, case.number.as_str(), |words| words.msg_case_title()).await
}

/// To whoever told a concern: there is an answer. Not a word of what it is about.
pub(super) async fn answer_waits(
    tx: &mut Tx,
    chat: ChatId,
    id: AnswerId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Message>> {
    let Some(answer) = tx.answer(id).await? else { return Ok(None) };
    let Some(way) = tx.way_back(answer.case, now).await? else { return Ok(None) };
    let words = Words::of(way.language);
    let rows = vec![
        vec![key(tx.keys(), chat, words.msg_answer_open(), Press::OpenAnswer(id))],
        vec![key(tx.keys(), chat, words.msg_talk_leave(), Press::LeaveTalk)],
    ];
    Ok(Some(Message { text: words.msg_answer_waits(), rows, ..Message::default() }))
}

/// To the operator: a case waits; nothing of what it is.
pub(super) async fn waits(tx: &mut Tx, chat: ChatId) -> anyhow::Result<Option<Message>> {
    Ok(Some(Message::saying(words_of(tx, chat).await?.msg_operator_case_waits())))
}
