//! Which alerts a stay gives rise to, and whether a report was in time: pure functions of the stay, the day and the
//! rulebook, one a rule. Nationality, language and name are no inputs: `Subject` has no field for them.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use super::{
    alert::Rule,
    document::{DocumentKind, VisaClass},
    rulebook::{Rulebook, Rules},
    stay::{Arrival, Work},
};

/// What the rules may know of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// What was shown.
    pub document: DocumentKind,
    /// Class of the visa, where the question arises.
    pub visa: Option<VisaClass>,
    /// Last permitted day.
    pub stay_until: Option<NaiveDate>,
    /// Diplomats are exempt and not assessed.
    pub exempt: bool,
    /// Certainly of age, or of unknown age.
    pub adult: bool,
    /// The first day on which the person is certainly of age, where the birth date is known.
    pub adult_on: Option<NaiveDate>,
    /// First day of the stay.
    pub arrived_on: NaiveDate,
    /// Whether the person works here, and under which permit.
    pub work: Option<Work>,
    /// The last day of that permit, where it was told.
    pub permit_until: Option<NaiveDate>,
}

impl Subject {
    /// What the rules may know of an arrival, on a day.
    pub fn of(arrival: &Arrival, today: NaiveDate, rules: &Rules) -> Self {
        let age = rules.adult_age_years.value;
        Self {
            document: arrival.document,
            visa: arrival.permission.visa,
            stay_until: arrival.permission.stay_until,
            exempt: arrival.is_exempt(),
            adult: arrival.identity.is_adult(age, today),
            adult_on: arrival.identity.birth.map(|birth| *birth.birthday(age).end()),
            arrived_on: arrival.arrived_on,
            work: arrival.work,
            permit_until: arrival.permit_until,
        }
    }
}

/// A rule that fires, and the date that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The rule.
    pub rule: Rule,
    /// The date that has passed: the last permitted day, or the day of arrival.
    pub about: NaiveDate,
}

/// The rules that fire for an open stay on a day, in their order.
pub fn due(subject: &Subject, today: NaiveDate, rules: &Rules) -> Vec<Due> {
    if subject.exempt {
        return Vec::new();
    }
    let fires = |rule| match rule {
        Rule::Overstay => overstay(subject, today),
        Rule::NoDocument => no_document(subject),
        Rule::NoPermission => no_permission(subject),
        Rule::CardExpired => card_expired(subject, today),
        Rule::TurnedEighteen => turned_18(subject, today),
        Rule::WorkPermitMissing => work_permit_missing(subject, today, rules),
        // These are about more than one stay: see `two_places`, `is_late`, `silent_premises`.
        Rule::TwoPlaces | Rule::LateReport | Rule::SilentPremises => None,
    };
    let on = Rule::ALL.into_iter().filter(|&rule| rules.has(rule));
    on.filter_map(|rule| fires(rule).map(|about| Due { rule, about })).collect()
}

/// The last permitted day of an adult lies in the past; that day itself is not past.
pub fn overstay(subject: &Subject, today: NaiveDate) -> Option<NaiveDate> {
    subject.stay_until.filter(|&until| subject.adult && !subject.document.is_card() && until < today)
}

/// The reporter saw no document at all.
pub fn no_document(subject: &Subject) -> Option<NaiveDate> {
    matches!(subject.document, DocumentKind::None | DocumentKind::NotShown).then_some(subject.arrived_on)
}

/// A document, but nothing in it that allows a stay.
pub fn no_permission(subject: &Subject) -> Option<NaiveDate> {
    (subject.document.was_seen() && subject.visa == Some(VisaClass::None)).then_some(subject.arrived_on)
}

/// An adult's residence card is past its validity.
pub fn card_expired(subject: &Subject, today: NaiveDate) -> Option<NaiveDate> {
    let own = subject.document == DocumentKind::ResidenceCard;
    subject.stay_until.filter(|&until| subject.adult && own && until < today)
}

/// Named on a parent's card, of age by now, no card of their own. The day that it is about is that of the arrival: the
/// birthday would give the birth date away wherever it is noted.
pub fn turned_18(subject: &Subject, today: NaiveDate) -> Option<NaiveDate> {
    let of_age = subject.adult_on.is_some_and(|birthday| birthday <= today);
    (subject.document == DocumentKind::ParentCard && of_age).then_some(subject.arrived_on)
}

/// Works at the premises without a permit, and has for longer than the rulebook allows. A permit that ran out is none.
/// Permits end with the year and are renewed until the end of March, so the rulebook's days run from a permit's last day
/// too, and nobody is worse off for having shown one than for having shown none.
pub fn work_permit_missing(subject: &Subject, today: NaiveDate, rules: &Rules) -> Option<NaiveDate> {
    let without_since = match subject.work? {
        Work::WithoutPermit | Work::PermitNotSeen => subject.arrived_on,
        Work::WithPermit => subject.permit_until?.max(subject.arrived_on),
        Work::DoesNotWorkHere => return None,
    };
    let until = without_since.checked_add_days(Days::new(u64::from(rules.work_permit_days.value)))?;
    (until <= today).then_some(until)
}

/// The same document has open stays at more than one premises; `elsewhere` counts those at other premises.
pub fn two_places(elsewhere: usize, rules: &Rules) -> bool {
    elsewhere > 0 && rules.has(Rule::TwoPlaces)
}

/// An arrival was reported after its deadline.
pub fn is_late(made_at: DateTime<Utc>, deadline: DateTime<Utc>) -> bool {
    made_at > deadline
}

/// What the silence of premises is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How many people can sleep there, where it was told.
    pub capacity: Option<u32>,
    /// How many arrivals were ever reported.
    pub arrivals: u32,
    /// The day of the last report of any kind.
    pub last_report: Option<NaiveDate>,
    /// How many are reported as staying there.
    pub staying: u32,
}

/// Premises with capacity and history, less than half full as far as is reported, that have reported nothing for long:
/// the day since which the rulebook calls it silence.
pub fn silent_premises(silence: &Silence, today: NaiveDate, rules: &Rules) -> Option<NaiveDate> {
    let [after, _] = rules.silent_days.value;
    let since = silence.last_report? + Days::new(u64::from(after));
    let has_room = silence.capacity.is_some_and(|capacity| silence.staying.saturating_mul(2) < capacity);
    (rules.has(Rule::SilentPremises) && has_room && silence.arrivals > 1 && since <= today).then_some(since)
}

/// How long a reporter is given to answer before a unit is told of what happened after the arrival; `None` for what
/// the unit is told at once.
pub fn notice(rule: Rule, rules: &Rules) -> Option<Duration> {
    match rule {
        Rule::Overstay | Rule::CardExpired => Some(Duration::hours(i64::from(rules.correction_window_hours.value))),
        Rule::TurnedEighteen => Some(Duration::days(i64::from(rules.turned_18_days.value))),
        Rule::WorkPermitMissing => Some(Duration::days(i64::from(rules.work_permit_notice_days.value))),
        Rule::NoDocument | Rule::NoPermission | Rule::TwoPlaces | Rule::LateReport | Rule::SilentPremises => None,
    }
}

/// Whether a rule fires upon a report itself: the form has asked about its facts already.
pub fn fires_at_report(rule: Rule) -> bool {
    !matches!(rule, Rule::TurnedEighteen | Rule::WorkPermitMissing)
}

/// Until when a report of an arrival on `day` is on time. The hour of arrival is not asked, so the clock starts
/// when the day of arrival ends (midnight in Phnom Penh), which is never to a reporter's disadvantage.
pub fn deadline(day: NaiveDate, rulebook: &Rulebook, end_of_day: DateTime<Utc>) -> DateTime<Utc> {
    end_of_day + Duration::hours(i64::from(rulebook.on(day).report_deadline_hours.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const GUEST: Subject = Subject {
        document: DocumentKind::Passport,
        visa: Some(VisaClass::T),
        stay_until: None,
        exempt: false,
        adult: true,
        adult_on: None,
        arrived_on: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        work: None,
        permit_until: None,
    };

    fn due_on(subject: Subject, today: &str) -> Vec<Rule> {
        let today = day(today);
        due(&subject, today, Rulebook::shipped().on(today)).into_iter().map(|due| due.rule).collect()
    }

    #[test]
    fn the_last_permitted_day_is_still_permitted_and_the_next_is_over() {
        let guest = Subject { stay_until: Some(day("2026-11-22")), ..GUEST };
        assert_eq!(due_on(guest, "2026-11-22"), []);
        assert_eq!(due_on(guest, "2026-11-23"), [Rule::Overstay]);
    }

    #[test]
    fn each_rule_fires_for_its_own_fact_and_for_no_other() {
        let past = Some(day("2026-01-01"));
        let table = [
            (GUEST, vec![]),
            (Subject { stay_until: past, ..GUEST }, vec![Rule::Overstay]),
            (Subject { document: DocumentKind::None, visa: None, ..GUEST }, vec![Rule::NoDocument]),
            (Subject { document: DocumentKind::NotShown, visa: None, ..GUEST }, vec![Rule::NoDocument]),
            (Subject { visa: Some(VisaClass::None), ..GUEST }, vec![Rule::NoPermission]),
            (Subject { visa: Some(VisaClass::Unknown), ..GUEST }, vec![]),
            (
                Subject { document: DocumentKind::ResidenceCard, visa: None, stay_until: past, ..GUEST },
                vec![Rule::CardExpired],
            ),
            (
                Subject { document: DocumentKind::Other, visa: Some(VisaClass::None), stay_until: past, ..GUEST },
                vec![Rule::Overstay, Rule::NoPermission],
            ),
        ];
        for (subject, rules) in table {
            assert_eq!(due_on(subject, "2026-11-22"), rules, "{subject:?}");
        }
    }

    #[test]
    fn a_child_is_never_the_subject_of_an_overstay_and_a_diplomat_of_nothing() {
        let past = Some(day("2026-01-01"));
        assert_eq!(due_on(Subject { adult: false, stay_until: past, ..GUEST }, "2026-11-22"), []);
        assert_eq!(
            due_on(
                Subject { exempt: true, stay_until: past, document: DocumentKind::Diplomatic, ..GUEST },
                "2026-11-22"
            ),
            []
        );
    }

    #[test]
    fn a_rule_switched_off_in_the_rulebook_stays_silent() {
        let text = include_str!("../../data/rulebook.toml").replace("overstay = true", "overstay = false");
        let book = Rulebook::parse(&text).unwrap();
        let today = day("2026-11-22");
        let guest = Subject { stay_until: Some(day("2026-01-01")), ..GUEST };
        assert_eq!(due(&guest, today, book.on(today)), []);
    }

    #[test]
    fn somebody_named_on_a_parents_card_comes_of_age_on_the_birthday() {
        let child = Subject { document: DocumentKind::ParentCard, visa: None, adult: false, ..GUEST };
        let born = Subject { adult_on: Some(day("2026-11-22")), ..child };
        assert_eq!(due_on(born, "2026-11-21"), []);
        assert_eq!(due_on(born, "2026-11-22"), [Rule::TurnedEighteen]);
        assert_eq!(due_on(child, "2026-11-22"), [], "without a birth date nobody comes of age");
        assert_eq!(due_on(Subject { document: DocumentKind::ResidenceCard, ..born }, "2027-01-01"), []);
    }

    #[test]
    fn a_work_permit_may_be_missing_for_ninety_days() {
        for (work, fires) in [
            (Work::WithoutPermit, true),
            (Work::PermitNotSeen, true),
            (Work::WithPermit, false),
            (Work::DoesNotWorkHere, false),
        ] {
            let worker = Subject { work: Some(work), arrived_on: day("2026-08-01"), ..GUEST };
            assert_eq!(due_on(worker, "2026-10-29"), [], "{work:?}");
            assert_eq!(due_on(worker, "2026-10-30").contains(&Rule::WorkPermitMissing), fires, "{work:?}");
        }
    }

    #[test]
    fn a_permit_that_ran_out_counts_as_missing_once_the_months_of_renewal_are_over() {
        let worker = Subject { work: Some(Work::WithPermit), arrived_on: day("2026-08-01"), ..GUEST };
        for (until, arrived, silent_until) in [
            ("2026-12-31", "2026-08-01", "2027-03-30"),
            // It ran out before the person came: as if there had been none.
            ("2026-07-01", "2026-08-01", "2026-10-29"),
            ("2026-08-10", "2026-08-01", "2026-11-07"),
        ] {
            let worker = Subject { permit_until: Some(day(until)), arrived_on: day(arrived), ..worker };
            assert_eq!(due_on(worker, silent_until), [], "{until}");
            let next = day(silent_until) + Days::new(1);
            assert_eq!(
                due(&worker, next, Rulebook::shipped().on(next)),
                [Due { rule: Rule::WorkPermitMissing, about: next }],
                "{until}"
            );
        }
        assert_eq!(due_on(worker, "2030-01-01"), [], "a permit whose last day nobody told is not called missing");
        let elsewhere = Subject { work: Some(Work::DoesNotWorkHere), permit_until: Some(day("2026-01-01")), ..worker };
        assert_eq!(due_on(elsewhere, "2030-01-01"), []);
    }

    #[test]
    fn premises_are_silent_only_with_capacity_history_room_and_no_report_for_long() {
        let today = day("2026-11-22");
        let rules = Rulebook::shipped().on(today);
        let last = |days| Some(today - Days::new(days));
        let silent = Silence { capacity: Some(10), arrivals: 5, last_report: last(45), staying: 4 };
        assert_eq!(silent_premises(&silent, today, rules), Some(today));
        for lively in [
            Silence { capacity: None, ..silent },
            Silence { arrivals: 1, ..silent },
            Silence { last_report: last(44), ..silent },
            Silence { last_report: None, ..silent },
            Silence { staying: 5, ..silent },
        ] {
            assert_eq!(silent_premises(&lively, today, rules), None, "{lively:?}");
        }
    }

    #[test]
    fn a_report_is_late_after_its_deadline_and_two_places_need_another_open_stay() {
        let deadline: DateTime<Utc> = "2026-11-23T17:00:00Z".parse().unwrap();
        assert!(!is_late(deadline, deadline));
        assert!(is_late(deadline + Duration::milliseconds(1), deadline));
        let rules = Rulebook::shipped().on(day("2026-11-22"));
        assert!(!two_places(0, rules) && two_places(1, rules));
    }
}
