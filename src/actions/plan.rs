//! Plan what is reminded of and asked about a stay. Called after every change of a stay: what is overtaken is dropped, what
//! was sent counts, and planning again without a change changes nothing. Deliberately blind to all but the stay itself.

use chrono::{DateTime, Days, Utc};

use crate::{
    clock,
    domain::{
        id::StayId,
        reminder::{self, Planned, REMIND_HOUR, ReminderKind, Watched},
        rulebook::{Rulebook, Rules},
    },
    store::{Reminder, StayRow, Tx},
};

use super::Context;

/// Stays planned in one transaction.
const PAGE: i64 = 200;

/// Plans for the next page of open stays; where to go on, or `None` at the end.
pub async fn plan_stays(tx: &mut Tx, context: Context, after: StayId) -> anyhow::Result<Option<StayId>> {
    let page = tx.open_stays(after, PAGE).await?;
    for &id in &page {
        plan(tx, context, id).await?;
    }
    Ok(page.last().copied().filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

/// Plans for a stay as it is at present.
pub(super) async fn plan(tx: &mut Tx, context: Context, id: StayId) -> anyhow::Result<()> {
    let stay = tx.stay(id).await?;
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    let planned = if stay.departed_on.is_some() {
        Vec::new()
    } else {
        let premises = tx.premises(stay.arrival.premises_id).await?.details.kind;
        let watched = Watched { arrival: &stay.arrival, seen_on: stay.seen_on, premises };
        reminder::plan(watched, rules)
    };
    let mut kept = Vec::new();
    for there in tx.reminders_of(id).await? {
        let stands = planned.iter().any(|plan| (plan.kind, plan.about) == (there.kind, there.about));
        if there.done_at.is_none() && !stands {
            tx.drop_reminder(there.id).await?;
        } else {
            kept.push(there);
        }
    }
    for (plan, due_at) in missing(&planned, &kept, context.now, rules) {
        tx.add_reminder(plan.kind, (Some(id), None), (plan.about, plan.step), due_at).await?;
    }
    Ok(())
}

/// What is planned and not there yet, with the moment at which it is due.
fn missing(planned: &[Planned], kept: &[Reminder], now: DateTime<Utc>, rules: &Rules) -> Vec<(Planned, DateTime<Utc>)> {
    let mut missing = Vec::new();
    let things: Vec<_> = planned.iter().map(|plan| (plan.kind, plan.about)).collect();
    for (at, &thing) in things.iter().enumerate() {
        let there: Vec<&Reminder> = kept.iter().filter(|there| (there.kind, there.about) == thing).collect();
        if things[..at].contains(&thing) || there.iter().any(|there| there.done_at.is_none()) {
            continue;
        }
        let of_thing = planned.iter().filter(|plan| (plan.kind, plan.about) == thing);
        if thing.0 == ReminderKind::Departure {
            missing.extend(of_thing.filter(|_| there.is_empty()).map(|&plan| (plan, asked_at(plan, now))));
            continue;
        }
        let ahead: Vec<(Planned, DateTime<Utc>)> = of_thing
            .map(|&plan| (plan, clock::at_hour(plan.day, plan.hour)))
            .filter(|&(plan, due_at)| due_at > now && !there.iter().any(|there| there.step == plan.step))
            .collect();
        let steps = reminder::chosen(ahead.iter().map(|(plan, _)| plan.step).collect(), there.len(), rules);
        missing.extend(ahead.into_iter().filter(|(plan, _)| steps.contains(&plan.step)));
    }
    missing
}

/// A planned departure that is past when it is heard of is asked about the next morning, not at once.
fn asked_at(plan: Planned, now: DateTime<Utc>) -> DateTime<Utc> {
    let due_at = clock::at_hour(plan.day, plan.hour);
    if due_at > now { due_at } else { clock::at_hour(clock::day_of(now) + Days::new(1), REMIND_HOUR) }
}

/// Whether a reminder is still about what it was planned for.
pub(super) async fn stands(
    tx: &mut Tx,
    stay: &StayRow,
    reminder: &Reminder,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    if stay.departed_on.is_some() {
        return Ok(false);
    }
    let today = clock::day_of(now);
    let rules = Rulebook::shipped().on(today);
    let premises = tx.premises(stay.arrival.premises_id).await?.details.kind;
    let watched = Watched { arrival: &stay.arrival, seen_on: stay.seen_on, premises };
    let is_ahead = match reminder.kind {
        ReminderKind::StayUntil | ReminderKind::Card | ReminderKind::WorkPermit => today <= reminder.about,
        _ => true,
    };
    Ok(is_ahead && reminder::about(reminder.kind, watched, rules) == Some(reminder.about))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::{NaiveDate, TimeDelta};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{
        document::{DateSource, DocumentKind, Permission},
        id::{PremisesId, ReminderId},
        person::Identity,
        premises::PremisesKind,
        stay::{Arrival, Work},
    };

    const ARRIVED: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

    fn arrival(until: i64, leaves: i64, work: Option<Work>, document: DocumentKind) -> Arrival {
        Arrival {
            premises_id: PremisesId(1),
            document,
            identity: Identity::UNKNOWN,
            permission: Permission {
                visa: None,
                stay_until: Some(ARRIVED + TimeDelta::days(until)),
                source: DateSource::EntryStamp,
            },
            unit: None,
            arrived_on: ARRIVED,
            leaves_on: Some(ARRIVED + TimeDelta::days(leaves)),
            work,
            permit_until: (work == Some(Work::WithPermit)).then(|| ARRIVED + TimeDelta::days(until)),
            came_from: None,
        }
    }

    /// A row as the register would hold it.
    fn row(plan: Planned, done: bool, now: DateTime<Utc>) -> Reminder {
        Reminder {
            id: ReminderId(0),
            kind: plan.kind,
            stay: Some(StayId(1)),
            premises: None,
            about: plan.about,
            step: plan.step,
            done_at: done.then_some(now),
            answered: None,
            answer: None,
        }
    }

    proptest! {
        /// Days go by; what is due is sent, late where the program was down, and the plan is made again and again.
        #[test]
        fn planned_again_and_again_it_stays_within_bounds(
            until in 0_i64..60,
            leaves in 0_i64..60,
            hours in proptest::collection::vec(1_i64..200, 1..40),
            site in any::<bool>(),
            card in any::<bool>(),
            permit in any::<bool>(),
        ) {
            let rules = Rulebook::shipped().on(ARRIVED);
            let work = site.then_some(if permit { Work::WithPermit } else { Work::PermitNotSeen });
            let document = if card { DocumentKind::ResidenceCard } else { DocumentKind::Passport };
            let arrival = arrival(until, leaves, work, document);
            let premises = if site { PremisesKind::ConstructionSite } else { PremisesKind::Hotel };
            let watched = Watched { arrival: &arrival, seen_on: Some(ARRIVED), premises };
            let planned = reminder::plan(watched, rules);
            let mut now = clock::at_hour(ARRIVED, 9);
            let mut rows: Vec<(Reminder, DateTime<Utc>, Planned)> = Vec::new();
            for hours in hours {
                let kept: Vec<Reminder> = rows.iter().map(|(row, ..)| row.clone()).collect();
                let added = missing(&planned, &kept, now, rules);
                for &(plan, due_at) in &added {
                    prop_assert!(due_at > now);
                    prop_assert!(!kept.iter().any(|there| (there.kind, there.about, there.step) == (plan.kind, plan.about, plan.step)));
                    prop_assert_eq!(clock::after_quiet(due_at, rules.quiet_hours.value), due_at, "planned into the quiet hours");
                }
                rows.extend(added.iter().map(|&(plan, due_at)| (row(plan, false, now), due_at, plan)));
                let kept: Vec<Reminder> = rows.iter().map(|(row, ..)| row.clone()).collect();
                prop_assert_eq!(missing(&planned, &kept, now, rules), [], "planning twice changes nothing");
                now += TimeDelta::hours(hours);
                for (row, due_at, _) in &mut rows {
                    if *due_at <= now && row.done_at.is_none() {
                        row.done_at = Some(now);
                    }
                }
                let mut about = HashMap::new();
                for (row, ..) in &rows {
                    *about.entry((row.kind, row.about)).or_insert(0) += 1;
                }
                prop_assert!(about.values().all(|&count| count <= 3), "{about:?}");
            }
        }

        #[test]
        fn only_what_is_over_before_the_quiet_hours_end_is_said_in_them(minutes in 0_i64..20_000, ahead in 1_i64..3_000) {
            let now = clock::at_hour(ARRIVED, 0) + TimeDelta::minutes(minutes);
            let deadline = now + TimeDelta::minutes(ahead);
            let quiet = Rulebook::shipped().on(ARRIVED).quiet_hours.value;
            let said = clock::after_quiet_before(now, quiet, deadline);
            prop_assert!(said >= now && said < deadline);
            prop_assert!(clock::after_quiet(said, quiet) == said || clock::after_quiet(said, quiet) >= deadline);
        }
    }
}
