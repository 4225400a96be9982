//! Tell a concern: a case at the protection desk, with the text, and with a sealed way back where an answer is wanted.
//! Nothing is kept that leads from the case to the teller's reports or to their premises.

use chrono::Duration;

use crate::{
    clock,
    domain::{
        area::AreaCode,
        concern::{CaseState, Told, Topic},
        id::{AnswerId, CaseId, ChatId},
        number::CaseNumber,
        rulebook::Rulebook,
        unit,
    },
    store::{About, Lane, Tx, WayBack, What},
};

use super::{Context, random};

/// A concern as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// What about.
    pub topic: Topic,
    /// What was told.
    pub told: Told,
    /// Where, as far as it was understood.
    pub area: Option<AreaCode>,
    /// Where an answer may go; `None` where none is wanted.
    pub way_back: Option<WayBack>,
}

/// Characters of a concern that are kept, the latest ones; with all that stands around them they fit into one message.
const LONGEST: usize = 1_500;

/// Opens a case for a concern and brings it to the desk.
///
/// That somebody asked for money is for whoever oversees officers. There is no such unit, so it goes to the protection
/// desk as every concern does, and never to a unit of the chain of command.
pub async fn tell_concern(tx: &mut Tx, context: Context, concern: Concern) -> anyhow::Result<()> {
    let number = CaseNumber::from_random(random());
    let Concern { topic, told, area, way_back } = concern;
    let desk = unit::protection_desk(&tx.beats().await?, area);
    let case = tx.open_case(&number, &About::Concern { topic, told, area }, desk, context.now).await?;
    if let Some(way) = way_back {
        let days = Rulebook::shipped().on(clock::day_of(context.now)).way_back_days.value;
        tx.keep_way_back(case, way, context.now + Duration::days(i64::from(days))).await?;
    }
    bring_case(tx, context, case).await
}

/// Adds to the concern that an answer is about; `false` where the way back is over, or leads to another chat.
pub async fn add_to_concern(
    tx: &mut Tx,
    context: Context,
    answer: AnswerId,
    chat: ChatId,
    text: &str,
) -> anyhow::Result<bool> {
    let Some(case) = case_for(tx, context, answer, chat).await? else { return Ok(false) };
    let Some(case) = tx.case(case).await? else { return Ok(false) };
    let About::Concern { told, .. } = case.about else { return Ok(false) };
    let before = told.text.map(|before| format!("{before}\n——\n"));
    let text = format!("{}{text}", before.unwrap_or_default());
    let text: String = text.chars().skip(text.chars().count().saturating_sub(LONGEST)).collect();
    tx.set_told(case.id, &Told { text: Some(text), ..told }).await?;
    if case.state == CaseState::Closed {
        tx.set_case_state(case.id, CaseState::Open, None, None, context.now).await?;
    }
    bring_case_again(tx, context, case.id).await?;
    Ok(true)
}

/// The case that an answer is about, if the answer went to this chat and the way back is not over.
pub async fn case_for(tx: &mut Tx, context: Context, answer: AnswerId, chat: ChatId) -> anyhow::Result<Option<CaseId>> {
    let Some(answer) = tx.answer(answer).await? else { return Ok(None) };
    let way = tx.way_back(answer.case, context.now).await?;
    Ok(way.filter(|way| way.chat == chat).map(|_| answer.case))
}

/// Brings a case to its desk. Where there is none it waits, and the operator is told that one does, and nothing of it.
pub(super) async fn bring_case(tx: &mut Tx, context: Context, id: CaseId) -> anyhow::Result<()> {
    let Some(case) = tx.case(id).await? else { return Ok(()) };
    let Some(desk) = case.unit else {
        tracing::warn!(case = id.0, "no protection desk is enrolled for this case");
        if let Some(operator) = context.operator {
            let key = format!("case-waits:{id}");
            tx.enqueue(&key, (operator, None), Lane::Alert, What::CaseWaits(id), context.now).await?;
        }
        return Ok(());
    };
    let desk = tx.unit(desk).await?;
    let grace = match case.about {
        About::Concern { .. } => Duration::zero(),
        About::Premises(_) => grace(context),
    };
    let due_at = (case.opened_at + grace).max(context.now);
    let key = format!("case:{id}:{}", desk.id);
    tx.enqueue(&key, (desk.chat, desk.topic), Lane::Alert, What::Case(id), due_at).await
}

/// How long a case of signals waits before the desk is shown it.
pub(super) fn grace(context: Context) -> Duration {
    let hours = Rulebook::shipped().on(clock::day_of(context.now)).case_grace_hours.value;
    Duration::hours(i64::from(hours))
}

/// What was added comes as a message of its own, so that the desk hears of it.
async fn bring_case_again(tx: &mut Tx, context: Context, id: CaseId) -> anyhow::Result<()> {
    tx.refresh_case(id, context.now).await?;
    let Some(case) = tx.case(id).await? else { return Ok(()) };
    let Some(desk) = case.unit else { return Ok(()) };
    let desk = tx.unit(desk).await?;
    let key = format!("case:{id}:{}:{}", desk.id, case.revision);
    tx.enqueue(&key, (desk.chat, desk.topic), Lane::Alert, What::Case(id), context.now).await
}
