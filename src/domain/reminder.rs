//! What the bot reminds of and asks about a stay, and on which days: a pure function of the stay itself, the kind of place
//! and the rulebook. Deliberately nothing of other reports, lists, alerts or what anybody else did.

use chrono::{Days, NaiveDate};

use super::{
    document::DocumentKind,
    premises::PremisesKind,
    rulebook::Rules,
    stay::{Arrival, Work},
};

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReminderKind {
    /// The stay-until date is about to run out.
    StayUntil,
    /// A residence card is about to run out.
    Card,
    /// Somebody named on a parent's card is about to come of age.
    TurnsEighteen,
    /// A work permit is about to run out; where there is none, the time in which it may be missing is.
    WorkPermit,
    /// The planned departure is today: has the guest left?
    Departure,
    /// Nobody has said for long that the guest is here: is that so?
    StillHere,
    /// All who are listed at a place: are they here?
    RollCall,
    /// Nothing has come from a place for long: is all right?
    Silent,
}

impl ReminderKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::StayUntil,
        Self::Card,
        Self::TurnsEighteen,
        Self::WorkPermit,
        Self::Departure,
        Self::StillHere,
        Self::RollCall,
        Self::Silent,
    ];

    /// The name used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StayUntil => "stay_until",
            Self::Card => "card",
            Self::TurnsEighteen => "turns_18",
            Self::WorkPermit => "work_permit",
            Self::Departure => "departure",
            Self::StillHere => "still_here",
            Self::RollCall => "roll_call",
            Self::Silent => "silent",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether it asks where a guest is. Of those, one is asked at a time.
    pub fn asks_where(self) -> bool {
        matches!(self, Self::Departure | Self::StillHere)
    }
}

/// The hour of Phnom Penh at which a date is reminded of.
pub const REMIND_HOUR: u32 = 8;

/// The hour at which is asked where a guest is: by then the desk knows who slept here and who has gone.
pub const ASK_HOUR: u32 = 18;

/// A reminder of a stay that is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// What it is about.
    pub kind: ReminderKind,
    /// The day it is about.
    pub about: NaiveDate,
    /// How many days before that day; of a question, how many times the rhythm after it.
    pub step: u32,
    /// The day on which it is due.
    pub day: NaiveDate,
    /// The hour at which it is due.
    pub hour: u32,
}

/// What the plan of an open stay depends on.
#[derive(Debug, Clone, Copy)]
pub struct Watched<'a> {
    /// What is stated of it.
    pub arrival: &'a Arrival,
    /// When somebody last said that the guest is here.
    pub seen_on: Option<NaiveDate>,
    /// The kind of place.
    pub premises: PremisesKind,
}

/// The date that something of this kind is about, as the stay stands; `None` where there is nothing of the kind.
/// Who comes of age is not planned for, because the day would tell the birth date.
pub fn about(kind: ReminderKind, watched: Watched<'_>, rules: &Rules) -> Option<NaiveDate> {
    let arrival = watched.arrival;
    if arrival.is_exempt() && kind != ReminderKind::Departure && kind != ReminderKind::StillHere {
        return None;
    }
    let until = arrival.permission.stay_until;
    match kind {
        ReminderKind::StayUntil => until.filter(|_| !arrival.document.is_card()),
        ReminderKind::Card => until.filter(|_| arrival.document.is_card()),
        ReminderKind::TurnsEighteen => (arrival.document == DocumentKind::ParentCard).then_some(arrival.arrived_on),
        ReminderKind::WorkPermit => match arrival.work? {
            Work::WithPermit => arrival.permit_until,
            Work::WithoutPermit | Work::PermitNotSeen => {
                Some(arrival.arrived_on + Days::new(u64::from(rules.work_permit_days.value)))
            }
            Work::DoesNotWorkHere => None,
        },
        ReminderKind::Departure => arrival.leaves_on,
        // Workers are asked about together, at the roll call.
        ReminderKind::StillHere => (!watched.premises.houses_workers())
            .then(|| watched.seen_on.unwrap_or(arrival.arrived_on).max(arrival.arrived_on)),
        ReminderKind::RollCall | ReminderKind::Silent => None,
    }
}

/// Everything that can be planned about an open stay, without regard to the day it is.
pub fn plan(watched: Watched<'_>, rules: &Rules) -> Vec<Planned> {
    let mut planned = Vec::new();
    let about = |kind| about(kind, watched, rules);
    for kind in [ReminderKind::StayUntil, ReminderKind::Card, ReminderKind::WorkPermit] {
        let Some(about) = about(kind) else { continue };
        for &step in &rules.remind_days.value {
            let Some(day) = about.checked_sub_days(Days::new(u64::from(step))) else { continue };
            planned.push(Planned { kind, about, step, day, hour: REMIND_HOUR });
        }
    }
    if let Some(day) = about(ReminderKind::Departure) {
        planned.push(Planned { kind: ReminderKind::Departure, about: day, step: 0, day, hour: ASK_HOUR });
    }
    if let Some(about) = about(ReminderKind::StillHere) {
        let rhythm = u64::from(still_here_days(watched.premises, rules));
        for step in 1..=rules.remind_times.value {
            let Some(day) = about.checked_add_days(Days::new(rhythm * u64::from(step))) else { continue };
            planned.push(Planned { kind: ReminderKind::StillHere, about, step, day, hour: ASK_HOUR });
        }
    }
    planned
}

/// After how many days a stay looks old at a place.
pub fn still_here_days(premises: PremisesKind, rules: &Rules) -> u32 {
    let [rental, hotel, construction_site, company_housing] = rules.still_here_days.value;
    match premises {
        PremisesKind::Rental => rental,
        PremisesKind::Hotel => hotel,
        PremisesKind::ConstructionSite => construction_site,
        PremisesKind::CompanyHousing => company_housing,
    }
}

/// Which of the days ahead are taken for one date, when so many were sent already: the earliest, which leaves time to
/// arrange a renewal, and then those closest to the date, on which people act. What lies between is left out first.
pub fn chosen(mut ahead: Vec<u32>, sent: usize, rules: &Rules) -> Vec<u32> {
    let most = usize::try_from(rules.remind_times.value).unwrap_or(usize::MAX).saturating_sub(sent);
    ahead.sort_unstable_by(|a, b| b.cmp(a));
    ahead.dedup();
    if most == 0 {
        ahead.clear();
    } else if ahead.len() > most {
        let between = ahead.len() - most;
        ahead.drain(1..=between);
    }
    ahead
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::rulebook::Rulebook;

    fn rules() -> &'static Rules {
        Rulebook::shipped().on(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
    }

    #[test]
    fn of_four_days_the_earliest_and_the_two_closest_to_the_date_are_taken() {
        assert_eq!(chosen(vec![30, 14, 7, 1], 0, rules()), [30, 7, 1]);
        assert_eq!(chosen(vec![14, 7, 1], 0, rules()), [14, 7, 1]);
        assert_eq!(chosen(vec![14, 7, 1], 1, rules()), [14, 1]);
        assert_eq!(chosen(vec![7, 1], 2, rules()), [7]);
        assert_eq!(chosen(vec![1], 3, rules()), [] as [u32; 0]);
        assert_eq!(chosen(Vec::new(), 0, rules()), [] as [u32; 0]);
    }

    proptest! {
        #[test]
        fn never_more_than_the_rulebook_allows_and_only_of_what_lies_ahead(
            ahead in proptest::collection::vec(0_u32..100, 0..9), sent in 0_usize..6
        ) {
            let taken = chosen(ahead.clone(), sent, rules());
            prop_assert!(taken.len() + sent <= 3 || taken.is_empty());
            prop_assert!(taken.iter().all(|step| ahead.contains(step)));
            prop_assert!(taken.is_sorted_by(|a, b| a > b));
            if sent < 3 {
                prop_assert_eq!(taken.first(), ahead.iter().max());
            }
        }
    }

    #[test]
    fn names_are_read_back() {
        for kind in ReminderKind::ALL {
            assert_eq!(ReminderKind::named(kind.as_str()), Some(kind));
        }
    }
}
