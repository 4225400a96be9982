//! Look after cases as time passes: cases without a desk find one that was enrolled; alerts that no desk could look at go
//! on after the rulebook's days; talks that were left lying vanish from their chats.

use chrono::Duration;

use crate::{
    clock,
    domain::{
        concern::CaseState,
        id::{TalkId, UnitId},
        rulebook::Rulebook,
        unit,
    },
    store::{About, Case, Tx},
};

use super::{Context, concern::bring_case, watch::let_go};

/// Brings cases that wait for want of a desk to one, and lets go what nobody could look at for too long.
pub async fn route_cases(tx: &mut Tx, context: Context) -> anyhow::Result<()> {
    give(tx, context, None).await?;
    let days = Rulebook::shipped().on(clock::day_of(context.now)).case_wait_days.value;
    for id in tx.cases_with(None).await? {
        let Some(Case { about: About::Premises(premises), opened_at, .. }) = tx.case(id).await? else { continue };
        if context.now - opened_at < Duration::days(i64::from(days)) {
            continue;
        }
        tracing::warn!(case = id.0, "no protection desk looked at this case; its alerts go on");
        tx.set_case_state(id, CaseState::Released, None, None, context.now).await?;
        let_go(tx, context, premises).await?;
    }
    Ok(())
}

/// The cases of a desk whose group is gone go to another one, or wait for one.
pub(super) async fn give_up_cases(tx: &mut Tx, context: Context, unit: UnitId) -> anyhow::Result<()> {
    give(tx, context, Some(unit)).await
}

async fn give(tx: &mut Tx, context: Context, from: Option<UnitId>) -> anyhow::Result<()> {
    let beats = tx.beats().await?;
    for id in tx.cases_with(from).await? {
        let Some(case) = tx.case(id).await? else { continue };
        let area = match case.about {
            About::Concern { area, .. } => area,
            About::Premises(premises) => Some(tx.premises(premises).await?.details.area),
        };
        let desk = unit::protection_desk(&beats, area);
        if desk != from {
            tx.set_case_unit(id, desk).await?;
            bring_case(tx, context, id).await?;
        }
    }
    Ok(())
}

/// Talks that are to vanish: those that nobody went on with, and those that were sent and still stand in their chats.
pub async fn talks_to_end(tx: &mut Tx, context: Context) -> anyhow::Result<Vec<TalkId>> {
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    let told_before = context.now - Duration::minutes(i64::from(rules.talk_minutes.value));
    let sent_before = context.now - Duration::hours(i64::from(rules.talk_hours.value));
    tx.forget_talks(context.now - Duration::hours(1)).await?;
    tx.talks_to_end(told_before, sent_before).await
}
