//! Watch over premises: signals hold the alerts of a place back and open a case for the protection desk. Nothing of it
//! is seen by a reporter or by a unit of the chain of command.

use crate::{
    clock,
    domain::{
        concern::CaseState,
        id::{AlertId, CaseId, PremisesId},
        number::CaseNumber,
        rulebook::Rulebook,
        signals::{self, Signal},
        unit,
    },
    store::{About, Alert, Tx},
};

use super::{
    Context,
    concern::{bring_case, grace},
    raise_alerts::{responsible, send_alert},
    random,
};

/// Looks at the signals of premises after a change: a new one opens a case, or joins the one under way. Signals that are
/// all gone before the desk was shown the case close it, as if it had never been: a family is reported one by one.
pub(super) async fn watch(tx: &mut Tx, context: Context, premises: PremisesId) -> anyhow::Result<()> {
    let cases = tx.cases_about(premises).await?;
    let found = signals_at(tx, context, premises).await?;
    let seen = |signal: &Signal| cases.iter().any(|(_, state, of)| *state != CaseState::Closed && of.contains(signal));
    let fresh: Vec<Signal> = found.iter().copied().filter(|signal| !seen(signal)).collect();
    let undecided = cases.iter().find(|(_, state, _)| state.is_undecided()).map(|(case, ..)| *case);
    if let Some(case) = undecided
        && found.is_empty()
    {
        return close_unseen(tx, context, case, premises).await;
    }
    if fresh.is_empty() {
        return Ok(());
    }
    if let Some(case) = undecided {
        for signal in fresh {
            tx.add_signal(case, signal).await?;
        }
        tx.revise_case(case).await?;
        return tx.refresh_case(case, context.now).await;
    }
    let area = tx.premises(premises).await?.details.area;
    let desk = unit::protection_desk(&tx.beats().await?, Some(area));
    let number = CaseNumber::from_random(random());
    let case = tx.open_case(&number, &About::Premises(premises), desk, context.now).await?;
    for signal in fresh {
        tx.add_signal(case, signal).await?;
    }
    bring_case(tx, context, case).await
}

async fn signals_at(tx: &mut Tx, context: Context, premises: PremisesId) -> anyhow::Result<Vec<Signal>> {
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    let present = tx.present_at(premises, rules.adult_age_years.value, today, context.now).await?;
    let capacity = tx.premises(premises).await?.details.capacity;
    Ok(signals::signals(&present, capacity, rules))
}

async fn close_unseen(tx: &mut Tx, context: Context, id: CaseId, premises: PremisesId) -> anyhow::Result<()> {
    let Some(case) = tx.case(id).await? else { return Ok(()) };
    if context.now >= case.opened_at + grace(context) {
        return Ok(());
    }
    tx.set_case_state(id, CaseState::Closed, None, None, context.now).await?;
    let_go(tx, context, premises).await
}

/// Whether a case about premises holds back what units are told of it.
pub(super) async fn is_held(tx: &mut Tx, premises: PremisesId) -> anyhow::Result<bool> {
    Ok(tx.cases_about(premises).await?.iter().any(|(_, state, _)| state.holds()))
}

/// Holds an alert back if a case stands in its way; whether it does. One that somebody has seen already is left alone.
pub(super) async fn hold_back(tx: &mut Tx, context: Context, alert: &Alert) -> anyhow::Result<bool> {
    if tx.has_copies(alert.id).await? {
        return Ok(false);
    }
    let premises = tx.stay(alert.stay).await?.arrival.premises_id;
    watch(tx, context, premises).await?;
    let cases = tx.cases_about(premises).await?;
    let mut standing = cases.iter().filter(|(_, state, _)| state.holds());
    let undecided = standing.clone().find(|(_, state, _)| state.is_undecided());
    let holding = if undecided.is_some() {
        undecided
    } else {
        let found = signals_at(tx, context, premises).await?;
        standing.find(|(.., of)| of.iter().any(|signal| found.contains(signal)))
    };
    let holding = holding.map(|(case, ..)| *case);
    let Some(case) = holding else { return Ok(false) };
    let desk = tx.case(case).await?.and_then(|case| case.unit);
    tx.hold_alert(alert.id, desk).await?;
    tx.revise_case(case).await?;
    tx.refresh_case(case, context.now).await?;
    Ok(true)
}

/// What was held back at premises goes to the units as always, unless another case stands in its way.
pub(super) async fn let_go(tx: &mut Tx, context: Context, premises: PremisesId) -> anyhow::Result<()> {
    if tx.cases_about(premises).await?.iter().any(|(_, state, _)| state.holds()) {
        return Ok(());
    }
    for alert in tx.held_alerts(premises).await? {
        tx.let_alert_go(alert, clock::day_of(context.now), context.now).await?;
        send(tx, context, alert).await?;
    }
    Ok(())
}

async fn send(tx: &mut Tx, context: Context, id: AlertId) -> anyhow::Result<()> {
    let Some(alert) = tx.alert(id).await? else { return Ok(()) };
    let premises = tx.stay(alert.stay).await?.arrival.premises_id;
    let area = tx.premises(premises).await?.details.area;
    let unit = match alert.rule {
        crate::domain::alert::Rule::TwoPlaces => super::track::province_of(tx, area).await?,
        _ => responsible(tx, area).await?,
    };
    tx.set_alert_unit(id, unit).await?;
    send_alert(tx, context, id, unit).await
}
