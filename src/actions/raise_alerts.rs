//! Raise the alerts that are due for a stay, each addressed to the unit that answers for the place.

use crate::{
    clock,
    domain::{
        alert::Rule,
        area::AreaCode,
        id::{AlertId, StayId, UnitId},
        number::AlertNumber,
        rulebook::Rulebook,
        rules::{self, Subject},
        stay::Arrival,
        unit,
    },
    store::{Lane, NewAlert, Tx, What},
};

use super::{Context, random, reassess::tell_change, watch};

/// Raises what a report gives rise to and is not raised yet.
pub async fn raise_alerts(tx: &mut Tx, context: Context, stay: StayId, arrival: &Arrival) -> anyhow::Result<()> {
    watch::watch(tx, context, arrival.premises_id).await?;
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    for due in rules::due(&Subject::of(arrival, today, rules), today, rules) {
        if rules::fires_at_report(due.rule) {
            raise(tx, context, stay, arrival, due.rule).await?;
        }
    }
    Ok(())
}

/// Raises an alert under one rule, unless one stands.
pub(super) async fn raise(
    tx: &mut Tx,
    context: Context,
    stay: StayId,
    arrival: &Arrival,
    rule: Rule,
) -> anyhow::Result<()> {
    let premises = tx.premises(arrival.premises_id).await?;
    let unit = responsible(tx, premises.details.area).await?;
    let new = NewAlert {
        number: AlertNumber::from_random(random()),
        stay,
        rule,
        raised_on: clock::day_of(context.now),
        unit,
    };
    if let Some(alert) = tx.add_alert(&new, context.now).await? {
        address(tx, context, alert, unit).await?;
    }
    Ok(())
}

/// The unit that answers for a place at present.
pub(super) async fn responsible(tx: &mut Tx, area: AreaCode) -> anyhow::Result<Option<UnitId>> {
    Ok(unit::responsible(&tx.beats().await?, area))
}

/// Sends an alert to its unit, unless signals at the place hold it back for the protection desk.
pub(super) async fn address(tx: &mut Tx, context: Context, alert: AlertId, unit: Option<UnitId>) -> anyhow::Result<()> {
    if let Some(row) = tx.alert(alert).await?
        && watch::hold_back(tx, context, &row).await?
    {
        return Ok(());
    }
    send_alert(tx, context, alert, unit).await
}

/// Sends an alert to its unit; where there is none it waits, and the operator is told.
pub(super) async fn send_alert(
    tx: &mut Tx,
    context: Context,
    alert: AlertId,
    unit: Option<UnitId>,
) -> anyhow::Result<()> {
    if let Some(unit) = unit {
        let unit = tx.unit(unit).await?;
        let key = format!("alert:{alert}:{}", unit.id);
        tx.enqueue(&key, (unit.chat, unit.topic), Lane::Alert, What::Alert(alert), context.now).await?;
        // One that was withdrawn and stands again has its copies already.
        return tell_change(tx, context, alert).await;
    }
    tracing::warn!(alert = alert.0, "no unit answers for the place of this alert");
    if let Some(operator) = context.operator {
        let key = format!("no-unit:{alert}");
        tx.enqueue(&key, (operator, None), Lane::Alert, What::NoUnit(alert), context.now).await?;
    }
    Ok(())
}
