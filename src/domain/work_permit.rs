//! How somebody who works at premises stands with the work permit, for whoever looks after it there. Deliberately no rule:
//! when a reporter is asked and when a unit is told stands in `rules`.

use chrono::{Days, NaiveDate};

use super::{rulebook::Rules, stay::Work};

/// What there is to look after, in the order in which it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// There is none.
    None,
    /// Nobody saw one.
    NotSeen,
    /// It ran out on that day.
    RanOut(NaiveDate),
    /// It runs out on that day, soon.
    RunsOut(NaiveDate),
    /// There is one, and nobody told its last day, so that nobody can be reminded of it.
    Undated,
}

/// What is lacking of a work permit on a day; `None` where there is nothing to do. Soon is within the earliest of the
/// rulebook's reminders.
pub fn lacking(work: Work, until: Option<NaiveDate>, today: NaiveDate, rules: &Rules) -> Option<Lacking> {
    match (work, until) {
        (Work::DoesNotWorkHere, _) => None,
        (Work::WithoutPermit, _) => Some(Lacking::None),
        (Work::PermitNotSeen, _) => Some(Lacking::NotSeen),
        (Work::WithPermit, None) => Some(Lacking::Undated),
        (Work::WithPermit, Some(until)) if until < today => Some(Lacking::RanOut(until)),
        (Work::WithPermit, Some(until)) => (until <= today + soon(rules)).then_some(Lacking::RunsOut(until)),
    }
}

/// How many days ahead are looked at.
fn soon(rules: &Rules) -> Days {
    Days::new(u64::from(rules.remind_days.value.iter().max().copied().unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::Rulebook;

    #[test]
    fn a_permit_is_looked_after_from_thirty_days_before_its_last_day() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let rules = Rulebook::shipped().on(today);
        let of = |work, days: Option<i64>| {
            lacking(work, days.map(|days| today + chrono::TimeDelta::days(days)), today, rules)
        };
        assert_eq!(of(Work::WithPermit, Some(31)), None);
        assert_eq!(of(Work::WithPermit, Some(30)), Some(Lacking::RunsOut(today + Days::new(30))));
        assert_eq!(of(Work::WithPermit, Some(0)), Some(Lacking::RunsOut(today)), "the last day is still valid");
        assert_eq!(of(Work::WithPermit, Some(-1)), Some(Lacking::RanOut(today - Days::new(1))));
        assert_eq!(of(Work::WithPermit, None), Some(Lacking::Undated));
        assert_eq!(of(Work::WithoutPermit, None), Some(Lacking::None));
        assert_eq!(of(Work::PermitNotSeen, None), Some(Lacking::NotSeen));
        assert_eq!(of(Work::DoesNotWorkHere, None), None);
    }

    #[test]
    fn what_is_missing_comes_before_what_ran_out_and_that_before_what_runs_out() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        let sorted = [
            Lacking::None,
            Lacking::NotSeen,
            Lacking::RanOut(day(1)),
            Lacking::RanOut(day(2)),
            Lacking::RunsOut(day(5)),
            Lacking::RunsOut(day(9)),
            Lacking::Undated,
        ];
        assert!(sorted.is_sorted());
    }
}
