//! Signs that people at a place may need protection: pure functions of who is reported as being there. Nationality,
//! language and name are no inputs. A signal judges nobody; it only lets the protection desk look first.

use super::{id::StayId, rulebook::Rules};

/// Somebody who is reported as staying at the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The stay.
    pub stay: StayId,
    /// Room, flat or bed, as it was reported.
    pub unit: Option<String>,
    /// Certainly under age.
    pub minor: bool,
    /// Diplomats are not assessed.
    pub exempt: bool,
    /// The last permitted day has passed, and the reporter's time to put that right too.
    pub overstays: bool,
}

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signal {
    /// A child in whose room no adult is reported.
    ChildAlone(StayId),
    /// Far more people than the place has room for.
    Crowded,
    /// Many overstays at one place at once.
    ManyOverstays,
}

impl Signal {
    /// The name used in the database, and the stay it is about.
    pub fn parts(self) -> (&'static str, Option<StayId>) {
        match self {
            Self::ChildAlone(stay) => ("child_alone", Some(stay)),
            Self::Crowded => ("crowded", None),
            Self::ManyOverstays => ("many_overstays", None),
        }
    }

    /// The signal of a name and a stay.
    pub fn from_parts(name: &str, stay: StayId) -> Option<Self> {
        match name {
            "child_alone" => Some(Self::ChildAlone(stay)),
            "crowded" => Some(Self::Crowded),
            "many_overstays" => Some(Self::ManyOverstays),
            _ => None,
        }
    }
}

/// The signs at a place, in their order.
pub fn signals(present: &[Present], capacity: Option<u32>, rules: &Rules) -> Vec<Signal> {
    let mut found: Vec<Signal> = children_alone(present).map(Signal::ChildAlone).collect();
    found.extend(is_crowded(present.len(), capacity, rules).then_some(Signal::Crowded));
    found.extend(overstay_together(present, rules).then_some(Signal::ManyOverstays));
    found
}

/// Children in whose room no adult is reported. Who is told without a room counts as one room: a family in a house.
fn children_alone(present: &[Present]) -> impl Iterator<Item = StayId> + '_ {
    let room = |person: &Present| person.unit.as_deref().map(|unit| unit.trim().to_lowercase()).unwrap_or_default();
    let alone = move |child: &&Present| {
        let adults = present.iter().filter(|other| !other.minor);
        child.minor && !child.exempt && !adults.into_iter().any(|adult| room(adult) == room(child))
    };
    present.iter().filter(alone).map(|child| child.stay)
}

fn is_crowded(staying: usize, capacity: Option<u32>, rules: &Rules) -> bool {
    let [percent, above] = rules.crowded.value.map(u64::from);
    let (staying, capacity) = (u64::try_from(staying).unwrap_or(u64::MAX), capacity.map(u64::from));
    capacity.is_some_and(|capacity| staying * 100 >= capacity * percent && staying >= capacity + above)
}

fn overstay_together(present: &[Present], rules: &Rules) -> bool {
    let count = present.iter().filter(|person| person.overstays && !person.exempt && !person.minor).count();
    u32::try_from(count).unwrap_or(u32::MAX) >= rules.overstays_at_once.value
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::rulebook::Rulebook;

    fn rules() -> &'static Rules {
        Rulebook::shipped().on(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
    }

    fn adult(stay: i64, unit: &str) -> Present {
        let unit = (!unit.is_empty()).then(|| unit.to_owned());
        Present { stay: StayId(stay), unit, minor: false, exempt: false, overstays: false }
    }

    fn child(stay: i64, unit: &str) -> Present {
        Present { minor: true, ..adult(stay, unit) }
    }

    #[test]
    fn a_child_is_alone_where_no_adult_is_in_the_same_room() {
        let alone = |present: &[Present]| signals(present, None, rules());
        assert_eq!(alone(&[child(1, "4"), adult(2, "4")]), []);
        assert_eq!(alone(&[child(1, "A 4"), adult(2, "a 4 ")]), [], "as people write rooms");
        assert_eq!(alone(&[child(1, ""), adult(2, "")]), [], "a family in a house");
        assert_eq!(alone(&[child(1, "4"), adult(2, "5")]), [Signal::ChildAlone(StayId(1))]);
        assert_eq!(
            alone(&[child(1, "4"), child(2, "4")]),
            [Signal::ChildAlone(StayId(1)), Signal::ChildAlone(StayId(2))]
        );
        assert_eq!(alone(&[Present { exempt: true, ..child(1, "4") }]), []);
    }

    #[test]
    fn a_place_is_crowded_far_above_its_room_and_never_without_a_known_capacity() {
        let people = |count: i64| (0..count).map(|stay| adult(stay, "1")).collect::<Vec<_>>();
        for (staying, capacity, crowded) in
            [(8, Some(4), true), (7, Some(4), false), (2, Some(1), false), (5, Some(1), true), (500, None, false)]
        {
            let found = signals(&people(staying), capacity, rules());
            assert_eq!(found == [Signal::Crowded], crowded, "{staying} of {capacity:?}");
        }
    }

    #[test]
    fn overstays_count_together_from_the_rulebooks_number_on() {
        let late = |stay| Present { overstays: true, ..adult(stay, "1") };
        let mut present: Vec<Present> = (0..4).map(late).collect();
        present.push(Present { exempt: true, ..late(5) });
        present.push(Present { minor: true, ..late(6) });
        assert_eq!(signals(&present, None, rules()), []);
        present.push(late(7));
        assert_eq!(signals(&present, None, rules()), [Signal::ManyOverstays]);
    }
}
