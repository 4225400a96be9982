//! Reassess a stay whose facts have changed: questions that are answered by it are settled, alerts that rested on the
//! old facts are withdrawn or put right at every recipient, and what is due anew is raised.

use chrono::NaiveDate;

use crate::{
    clock,
    domain::{
        alert::{Cause, Rule},
        id::{AlertId, StayId},
        rulebook::Rulebook,
        rules::{self, Due, Subject},
        stay::Arrival,
    },
    store::{Check, Lane, StayRow, Tx, What},
};

use super::{Context, plan::plan, raise_alerts::raise, sweep, track, watch};

/// What was known of a guest before a report, by which it is told what is due anew. Whoever corrects a room says nothing
/// about a date that has passed: the question about it comes first, as for everybody.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// What the facts gave rise to on this day.
    due: Vec<Due>,
    /// Rules of which the unit had been told.
    told: Vec<Rule>,
    /// Questions that waited for an answer at the place from which the guest moved.
    asked: Vec<Check>,
}

impl Before {
    /// Before a report that changes facts: those that stood.
    pub(super) fn of(context: Context, arrival: &Arrival) -> Self {
        Self { due: due_on(clock::day_of(context.now), arrival), ..Self::default() }
    }

    /// Before a stay is opened again: what had been withdrawn because the guest had left.
    pub(super) async fn leaving(tx: &mut Tx, context: Context, stay: &StayRow) -> anyhow::Result<Self> {
        Ok(Self { told: tx.rules_left_with(stay.id).await?, ..Self::of(context, &stay.arrival) })
    }

    /// Before a move: what stood at the place from which the guest goes.
    pub(super) async fn moving(tx: &mut Tx, context: Context, stay: &StayRow) -> anyhow::Result<Self> {
        let told = tx.standing_alerts(stay.id).await?.into_iter().map(|(_, rule)| rule).collect();
        Ok(Self { told, asked: tx.open_checks_of(stay.id).await?, ..Self::of(context, &stay.arrival) })
    }
}

/// Reassesses a stay after a report about it.
pub(super) async fn reassess(
    tx: &mut Tx,
    context: Context,
    id: StayId,
    cause: Cause,
    before: &Before,
) -> anyhow::Result<()> {
    let stay = tx.stay(id).await?;
    let stood = tx.standing_alerts(id).await?;
    if stay.departed_on.is_some() {
        track::resolve(tx, context, &stay).await?;
    } else {
        track::follow(tx, context, &stay).await?;
    }
    let is_open = stay.departed_on.is_none();
    let due = if is_open { due_on(clock::day_of(context.now), &stay.arrival) } else { Vec::new() };
    for check in tx.open_checks_of(id).await? {
        if !due.contains(&Due { rule: check.rule, about: check.about_date }) {
            tx.settle_check(check.id, context.now).await?;
        }
    }
    for (alert, rule) in stood {
        // Whether an alert about two places stands is settled with its links.
        let stands = rule == Rule::TwoPlaces || due.iter().any(|due| due.rule == rule);
        if tx.standing_alerts(id).await?.contains(&(alert, rule)) {
            change(tx, context, alert, cause, !stands).await?;
        }
    }
    watch::watch(tx, context, stay.arrival.premises_id).await?;
    for due in due {
        if !tx.has_standing_alert(id, due.rule).await? {
            comes_due(tx, context, &stay, due, before).await?;
        }
    }
    plan(tx, context, id).await
}

/// What is due and of which the unit does not know: told at once, or after the reporter was asked and had time to answer.
async fn comes_due(tx: &mut Tx, context: Context, stay: &StayRow, due: Due, before: &Before) -> anyhow::Result<()> {
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    if rules::notice(due.rule, rules).is_some() && !before.told.contains(&due.rule) {
        let same = |check: &&Check| (check.rule, check.about_date) == (due.rule, due.about);
        match tx.check_about(stay.id, due.rule, due.about).await? {
            // Asked about this very date before: that window holds, however often the facts went to and fro.
            Some(check) if check.alert_at > context.now => return tx.reopen_check(check.id).await,
            Some(_) => {}
            None => {
                if let Some(check) = before.asked.iter().find(same) {
                    return sweep::put(tx, context, stay.id, due, check.alert_at).await;
                }
                if before.due.contains(&due) || !rules::fires_at_report(due.rule) {
                    return Ok(());
                }
            }
        }
    }
    raise(tx, context, stay.id, &stay.arrival, due.rule).await
}

fn due_on(today: NaiveDate, arrival: &Arrival) -> Vec<Due> {
    let rules = Rulebook::shipped().on(today);
    rules::due(&Subject::of(arrival, today, rules), today, rules)
}

/// Changes an alert at everyone who has it, each of whom is told.
pub(super) async fn change(
    tx: &mut Tx,
    context: Context,
    alert: AlertId,
    cause: Cause,
    withdraw: bool,
) -> anyhow::Result<()> {
    tx.change_alert(alert, cause, withdraw, context.now).await?;
    tell_change(tx, context, alert).await
}

/// Every copy of an alert shows how it stands, and whoever has one is told that it changed.
pub(super) async fn tell_change(tx: &mut Tx, context: Context, alert: AlertId) -> anyhow::Result<()> {
    tx.refresh_alert(alert, context.now).await?;
    let Some(revision) = tx.alert(alert).await?.map(|alert| alert.revision) else { return Ok(()) };
    for to in tx.recipients(alert).await? {
        let key = format!("alert-note:{alert}:{revision}:{}", to.0);
        tx.enqueue(&key, to, Lane::Alert, What::AlertNote(alert, revision), context.now).await?;
    }
    Ok(())
}
