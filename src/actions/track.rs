//! Track a document from one residence to the next. What an earlier reporter sees does not depend on it: only police
//! units hear of a link, the posts without where the person came from or went to, province and above with both places.

use crate::{
    clock,
    domain::{
        alert::{Cause, Rule},
        area::AreaCode,
        id::{StayId, UnitId},
        number::AlertNumber,
        rulebook::Rulebook,
        rules,
        unit::{self, UnitLevel},
    },
    store::{Lane, Link, NewAlert, StayRow, Tx, What},
};

use super::{
    Context,
    raise_alerts::{address, responsible},
    random,
    reassess::change,
    watch,
};

/// Links an open stay with open stays of the same document at other premises, and lets go of links whose document
/// is another one by now.
pub(super) async fn follow(tx: &mut Tx, context: Context, stay: &StayRow) -> anyhow::Result<()> {
    let twins = tx.open_stays_of_document(&stay.arrival, Some(stay.id)).await?;
    for link in tx.links_of(stay.id, true).await? {
        let other = if link.earlier == stay.id { link.later } else { link.earlier };
        if !twins.iter().any(|&(twin, _)| twin == other) {
            let_go(tx, context, &link).await?;
        }
    }
    let elsewhere: Vec<StayId> =
        twins.iter().filter(|(_, premises)| *premises != stay.arrival.premises_id).map(|&(twin, _)| twin).collect();
    if !rules::two_places(elsewhere.len(), Rulebook::shipped().on(clock::day_of(context.now))) {
        return Ok(());
    }
    for other in elsewhere {
        let (earlier, later) = (other.min(stay.id), other.max(stay.id));
        tx.add_link(earlier, later, context.now).await?;
        raise(tx, context, later).await?;
    }
    Ok(())
}

/// Both places are seen at province level and above, nowhere below.
async fn raise(tx: &mut Tx, context: Context, later: StayId) -> anyhow::Result<()> {
    let premises = tx.stay(later).await?.arrival.premises_id;
    let area = tx.premises(premises).await?.details.area;
    let unit = province_of(tx, area).await?;
    let new = NewAlert {
        number: AlertNumber::from_random(random()),
        stay: later,
        rule: Rule::TwoPlaces,
        raised_on: clock::day_of(context.now),
        unit,
    };
    match tx.add_alert(&new, context.now).await? {
        Some(alert) => address(tx, context, alert, unit).await,
        None => Ok(()),
    }
}

/// The unit at province level or above that answers for a place.
pub(super) async fn province_of(tx: &mut Tx, area: AreaCode) -> anyhow::Result<Option<UnitId>> {
    let above = |level| matches!(level, UnitLevel::Province | UnitLevel::National);
    Ok(unit::responsible_among(&tx.beats().await?, area, above))
}

/// A stay has ended: of its links one place is left, and each post learns its own half.
pub(super) async fn resolve(tx: &mut Tx, context: Context, ended: &StayRow) -> anyhow::Result<()> {
    for link in tx.links_of(ended.id, true).await? {
        tx.resolve_link(link.id, context.now).await?;
        if link.earlier == ended.id && !ended.cancelled {
            // A departure that was taken back and reported again is told again.
            let once = format!("{}:{}", link.id, context.now.timestamp_millis());
            tell(tx, context, link.earlier, &format!("has-left:{once}"), What::HasLeft(link.id)).await?;
            tell(tx, context, link.later, &format!("has-arrived:{once}"), What::HasArrived(link.id)).await?;
        }
        withdraw(tx, context, &link).await?;
    }
    Ok(())
}

async fn let_go(tx: &mut Tx, context: Context, link: &Link) -> anyhow::Result<()> {
    tx.resolve_link(link.id, context.now).await?;
    withdraw(tx, context, link).await
}

/// The alert about two places stands as long as one of its links does.
async fn withdraw(tx: &mut Tx, context: Context, link: &Link) -> anyhow::Result<()> {
    let others = tx.links_of(link.later, true).await?;
    if others.iter().any(|other| other.later == link.later) {
        return Ok(());
    }
    for (alert, rule) in tx.standing_alerts(link.later).await? {
        if rule == Rule::TwoPlaces {
            change(tx, context, alert, Cause::Resolved, true).await?;
        }
    }
    Ok(())
}

async fn tell(tx: &mut Tx, context: Context, stay: StayId, key: &str, what: What) -> anyhow::Result<()> {
    let premises = tx.stay(stay).await?.arrival.premises_id;
    // Of a place that the protection desk looks at, nobody else hears who comes and goes.
    if watch::is_held(tx, premises).await? {
        return Ok(());
    }
    let area = tx.premises(premises).await?.details.area;
    if let Some(unit) = responsible(tx, area).await? {
        let unit = tx.unit(unit).await?;
        tx.enqueue(key, (unit.chat, unit.topic), Lane::Alert, what, context.now).await?;
    }
    Ok(())
}
