//! Decide a case: the desk answers or closes a concern, releases or keeps what signals hold back. Who may is decided at
//! each press, and each press is a line in the audit trail. A release needs a second officer where the desk has one.

use crate::{
    clock,
    domain::{
        concern::{CaseState, ReadyAnswer},
        id::{CaseId, ChatId, StayId, UserId},
    },
    store::{About, Case, Lane, Officer, Tx, Verb, What},
};

use super::{Context, Viewed, watch::let_go};

/// What became of a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Done.
    Done,
    /// A second officer of the desk has to press it too.
    NeedsAnother,
    /// There is no way back to whoever told the concern (any more).
    NoWayBack,
    /// The case is over, or there is none.
    Over,
    /// Not an officer of the desk.
    NotEnrolled,
}

/// The case and the officer of its desk; a refusal is a line in the audit trail.
async fn officer_for(
    tx: &mut Tx,
    context: Context,
    user: UserId,
    id: CaseId,
) -> anyhow::Result<Option<(Case, Officer)>> {
    if let Some(case) = tx.case(id).await?
        && let Some(unit) = case.unit
        && let Some(officer) = tx.officer_at(unit, user, clock::day_of(context.now)).await?
    {
        return Ok(Some((case, officer)));
    }
    tx.audit(user, Verb::Refused, &format!("case:{id}"), context.now).await?;
    Ok(None)
}

/// Answers a concern with a ready sentence.
pub async fn answer_concern(
    tx: &mut Tx,
    context: Context,
    user: UserId,
    id: CaseId,
    answer: ReadyAnswer,
) -> anyhow::Result<Decided> {
    let Some((case, officer)) = officer_for(tx, context, user, id).await? else { return Ok(Decided::NotEnrolled) };
    let Some(way) = tx.way_back(id, context.now).await? else { return Ok(Decided::NoWayBack) };
    if case.state == CaseState::Closed
        || tx.answers_to(id).await?.iter().any(|given| given.answer == answer && given.at == context.now)
    {
        return Ok(Decided::Over);
    }
    let given = tx.add_answer(id, answer, officer.id, context.now).await?;
    tx.audit(user, Verb::AnswerCase, &format!("case:{id} {}", answer.as_str()), context.now).await?;
    tx.enqueue(&format!("answer:{given}"), (way.chat, None), Lane::Routine, What::CaseAnswer(given), context.now)
        .await?;
    tx.revise_case(id).await?;
    tx.refresh_case(id, context.now).await?;
    Ok(Decided::Done)
}

/// Closes a concern.
pub async fn close_concern(tx: &mut Tx, context: Context, user: UserId, id: CaseId) -> anyhow::Result<Decided> {
    let Some((case, officer)) = officer_for(tx, context, user, id).await? else { return Ok(Decided::NotEnrolled) };
    if !matches!(case.about, About::Concern { .. }) || case.state == CaseState::Closed {
        return Ok(Decided::Over);
    }
    tx.audit(user, Verb::CloseCase, &format!("case:{id}"), context.now).await?;
    set(tx, context, id, CaseState::Closed, None, Some(&officer)).await
}

/// Releases what a case holds back; the first of several officers only asks for it.
pub async fn release_case(tx: &mut Tx, context: Context, user: UserId, id: CaseId) -> anyhow::Result<Decided> {
    let Some((case, officer)) = officer_for(tx, context, user, id).await? else { return Ok(Decided::NotEnrolled) };
    let About::Premises(premises) = case.about else { return Ok(Decided::Over) };
    if !case.state.holds() {
        return Ok(Decided::Over);
    }
    let today = clock::day_of(context.now);
    let colleagues = tx.officers(Some(officer.unit)).await?;
    let alone = !colleagues.iter().any(|other| other.user != user && other.until >= today);
    let asked_by = case.asked_by.filter(|_| case.state == CaseState::Releasing);
    if !alone && asked_by.is_none_or(|first| first == officer.id) {
        if asked_by.is_none() {
            tx.audit(user, Verb::AskRelease, &format!("case:{id}"), context.now).await?;
            set(tx, context, id, CaseState::Releasing, Some(&officer), None).await?;
        }
        return Ok(Decided::NeedsAnother);
    }
    tx.audit(user, Verb::ReleaseCase, &format!("case:{id}"), context.now).await?;
    tx.set_case_state(id, CaseState::Released, asked_by, Some(officer.id), context.now).await?;
    tx.refresh_case(id, context.now).await?;
    let_go(tx, context, premises).await?;
    Ok(Decided::Done)
}

/// Keeps what a case holds back.
pub async fn keep_case(tx: &mut Tx, context: Context, user: UserId, id: CaseId) -> anyhow::Result<Decided> {
    let Some((case, officer)) = officer_for(tx, context, user, id).await? else { return Ok(Decided::NotEnrolled) };
    if !case.state.is_undecided() || !matches!(case.about, About::Premises(_)) {
        return Ok(Decided::Over);
    }
    tx.audit(user, Verb::KeepCase, &format!("case:{id}"), context.now).await?;
    set(tx, context, id, CaseState::Kept, None, Some(&officer)).await
}

async fn set(
    tx: &mut Tx,
    context: Context,
    id: CaseId,
    state: CaseState,
    asked_by: Option<&Officer>,
    decided_by: Option<&Officer>,
) -> anyhow::Result<Decided> {
    let id_of = |officer: Option<&Officer>| officer.map(|officer| officer.id);
    tx.set_case_state(id, state, id_of(asked_by), id_of(decided_by), context.now).await?;
    tx.refresh_case(id, context.now).await?;
    Ok(Decided::Done)
}

/// Sends what was reported of somebody whom a case is about to the officer's own chat.
pub async fn view_person(tx: &mut Tx, context: Context, user: UserId, stay: StayId) -> anyhow::Result<Viewed> {
    let premises = tx.stay(stay).await?.arrival.premises_id;
    for (id, state, _) in tx.cases_about(premises).await? {
        if state == CaseState::Closed || !tx.stays_of_case(id).await?.contains(&stay) {
            continue;
        }
        let Some((case, officer)) = officer_for(tx, context, user, id).await? else { return Ok(Viewed::NotEnrolled) };
        if tx.reporter(user).await?.is_none() {
            return Ok(Viewed::StartFirst);
        }
        tx.audit(user, Verb::ViewDetails, &format!("case:{} stay:{stay}", case.id), context.now).await?;
        let key = format!("person:{}:{stay}:{}:{}", case.id, officer.id, context.now.timestamp_millis());
        let what = What::CasePerson(case.id, stay, officer.id);
        tx.enqueue(&key, (ChatId::private(user), None), Lane::Prompt, what, context.now).await?;
        return Ok(Viewed::Sent);
    }
    tx.audit(user, Verb::Refused, &format!("stay:{stay}"), context.now).await?;
    Ok(Viewed::NotEnrolled)
}
