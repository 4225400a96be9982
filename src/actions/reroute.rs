//! Reroute: alerts whose unit cannot be reached find the next one; alerts without a unit find one that was enrolled.

use crate::{
    domain::id::{AlertId, ChatId},
    store::{Lane, Tx, What},
};

use super::{
    Context,
    look_after_cases::give_up_cases,
    raise_alerts::{address, responsible},
};

/// A unit's group is gone: its open alerts go to whoever answers now, and the operator is told.
pub async fn chat_is_gone(tx: &mut Tx, context: Context, chat: ChatId) -> anyhow::Result<()> {
    for unit in tx.set_unreachable(chat).await? {
        tracing::warn!(unit = unit.0, "the unit's group cannot be reached");
        if let Some(operator) = context.operator {
            let key = format!("unreachable:{unit}:{}", context.now.timestamp());
            tx.enqueue(&key, (operator, None), Lane::Alert, What::UnitUnreachable(unit), context.now).await?;
        }
        give_up_cases(tx, context, unit).await?;
        for alert in tx.open_alerts_of(unit).await? {
            find_unit(tx, context, alert).await?;
        }
    }
    Ok(())
}

/// A unit's group is there again. What was sent on meanwhile stays where it is.
pub async fn chat_is_back(tx: &mut Tx, chat: ChatId) -> anyhow::Result<()> {
    tx.set_reachable(chat).await
}

/// Alerts that wait for want of a unit are sent, once somebody answers for their place.
pub async fn route_waiting(tx: &mut Tx, context: Context) -> anyhow::Result<usize> {
    let mut routed = 0;
    for alert in tx.alerts_without_unit().await? {
        if find_unit(tx, context, alert).await? {
            routed += 1;
        }
    }
    Ok(routed)
}

async fn find_unit(tx: &mut Tx, context: Context, id: AlertId) -> anyhow::Result<bool> {
    let Some(alert) = tx.alert(id).await? else { return Ok(false) };
    let stay = tx.stay(alert.stay).await?;
    let premises = tx.premises(stay.arrival.premises_id).await?;
    let unit = responsible(tx, premises.details.area).await?;
    if unit == alert.unit {
        return Ok(false);
    }
    tx.set_alert_unit(id, unit).await?;
    address(tx, context, id, unit).await?;
    Ok(unit.is_some())
}
