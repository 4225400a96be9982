//! Reassess a stay whose facts have changed: questions that are answered by it are settled, alerts that rested on the
//! old facts are withdrawn or put right at every recipient, and what is due anew is raised.

use crate::{
    clock,
    domain::{
        alert::{Cause, Rule},
        id::{AlertId, StayId},
        rulebook::Rulebook,
        rules::{self, Due, Subject},
    },
    store::{Lane, StayRow, Tx, What},
};

use super::{Context, raise_alerts, track};

/// Reassesses a stay after a report about it.
pub(super) async fn reassess(tx: &mut Tx, context: Context, id: StayId, cause: Cause) -> anyhow::Result<()> {
    let stay = tx.stay(id).await?;
    if stay.departed_on.is_some() {
        track::resolve(tx, context, &stay).await?;
    } else {
        track::follow(tx, context, &stay).await?;
    }
    let due = due(&stay, context);
    for check in tx.open_checks_of(id).await? {
        if !due.contains(&Due { rule: check.rule, about: check.about_date }) {
            tx.settle_check(check.id, context.now).await?;
        }
    }
    for (alert, rule) in tx.standing_alerts(id).await? {
        let stands = match rule {
            Rule::TwoPlaces => !tx.links_of(id, true).await?.is_empty(),
            rule => due.iter().any(|due| due.rule == rule),
        };
        change(tx, context, alert, cause, !stands).await?;
    }
    if stay.departed_on.is_none() {
        raise_alerts(tx, context, id, &stay.arrival).await?;
    }
    Ok(())
}

fn due(stay: &StayRow, context: Context) -> Vec<Due> {
    if stay.departed_on.is_some() {
        return Vec::new();
    }
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    rules::due(&Subject::of(&stay.arrival, today, rules), today, rules)
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
