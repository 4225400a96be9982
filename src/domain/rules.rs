//! Which alerts a stay gives rise to, and whether a report was in time: pure functions of the stay, the day and the
//! rulebook. Nationality, language and name are no inputs: `Subject` has no field for them.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::{
    alert::Rule,
    document::{DocumentKind, VisaClass},
    rulebook::{Rulebook, Rules},
    stay::Arrival,
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
}

impl Subject {
    /// What the rules may know of an arrival, on a day.
    pub fn of(arrival: &Arrival, today: NaiveDate, rules: &Rules) -> Self {
        Self {
            document: arrival.document,
            visa: arrival.permission.visa,
            stay_until: arrival.permission.stay_until,
            exempt: arrival.is_exempt(),
            adult: arrival.identity.is_adult(rules.adult_age_years.value, today),
        }
    }

    fn has_passed(self, today: NaiveDate) -> bool {
        self.stay_until.is_some_and(|until| until < today)
    }
}

/// The rules that fire for an open stay on a day, in their order. The last permitted day itself is not past.
pub fn due(subject: &Subject, today: NaiveDate, rules: &Rules) -> Vec<Rule> {
    if subject.exempt {
        return Vec::new();
    }
    Rule::ALL
        .into_iter()
        .filter(|&rule| rules.has(rule))
        .filter(|rule| match rule {
            Rule::Overstay => {
                subject.adult && subject.document != DocumentKind::ResidenceCard && subject.has_passed(today)
            }
            Rule::CardExpired => {
                subject.adult && subject.document == DocumentKind::ResidenceCard && subject.has_passed(today)
            }
            Rule::NoDocument => matches!(subject.document, DocumentKind::None | DocumentKind::NotShown),
            Rule::NoPermission => subject.document.was_seen() && subject.visa == Some(VisaClass::None),
        })
        .collect()
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
    };

    fn due_on(subject: Subject, today: &str) -> Vec<Rule> {
        let today = day(today);
        due(&subject, today, Rulebook::shipped().on(today))
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
}
