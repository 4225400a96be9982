//! Lists against those who are here, written as one line a person: number, name, birth, room.

use proptest::prelude::*;

use super::*;
use crate::domain::{
    country::Country,
    document::{DateSource, Permission},
    document_number::DocumentNumber,
    id::PremisesId,
    name::PersonName,
    person::Identity,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// "N1000001, WANG WEI, 1985-03-07, 12"; what is empty is not told.
fn entry(line: &str) -> Entry {
    let mut parts = line.split(',').map(str::trim).map(|part| Some(part).filter(|part| !part.is_empty()));
    let mut next = || parts.next().flatten();
    Entry {
        number: next().map(|number| DocumentNumber::try_from(number).unwrap()),
        name: next().map(|name| PersonName::in_any_script(name).unwrap()),
        birth: next().map(|birth| birth.parse().unwrap()),
        unit: next().map(str::to_owned),
        ..Entry::default()
    }
}

fn arrival(line: &str) -> Arrival {
    let entry = entry(line);
    Arrival {
        premises_id: PremisesId(1),
        document: DocumentKind::Passport,
        identity: Identity { name: entry.name, number: entry.number, birth: entry.birth, sex: None, nationality: None },
        permission: Permission { visa: None, stay_until: Some(day("2027-01-31")), source: DateSource::EntryStamp },
        unit: entry.unit,
        arrived_on: day("2026-11-02"),
        leaves_on: None,
        work: Some(Work::WithPermit),
        permit_until: Some(day("2026-12-31")),
        came_from: None,
    }
}

fn here(lines: &[&str]) -> Vec<(StayId, Arrival)> {
    lines.iter().enumerate().map(|(at, line)| (stay(at), arrival(line))).collect()
}

fn stay(at: usize) -> StayId {
    StayId(i64::try_from(at).unwrap() + 1)
}

fn compared(stays: &[&str], lines: &[&str]) -> Difference {
    let entries: Vec<Entry> = lines.iter().map(|line| entry(line)).collect();
    difference(&here(stays), &entries)
}

const WANG: &str = "N1000001, WANG WEI, 1985-03-07, 12";

#[test]
fn a_list_says_who_joined_left_stayed_and_changed() {
    let stays = [WANG, "N1000002, LI NA, 1990-01-01, 12", "N1000003, TRAN VAN AN, 1991-01-01, 14"];
    let list = ["N1000004, ZHAO MIN, 1992-01-01, 15", "n 1000002, Li Na, 1990-01-01, 14", WANG];
    let found = compared(&stays, &list);
    let expected = Difference {
        joined: vec![0],
        left: vec![stay(2)],
        changed: vec![(stay(1), 1, vec![Change::Unit])],
        unchanged: vec![(stay(0), 2)],
        ..Difference::default()
    };
    assert_eq!(found, expected);
    assert!(!found.is_drastic());
}

#[test]
fn each_thing_that_a_list_says_otherwise_is_named_and_what_it_does_not_say_has_not_changed() {
    let of = |change: fn(&mut Entry)| {
        let mut said = entry(WANG);
        change(&mut said);
        difference(&here(&[WANG]), &[said]).changed.pop().map_or_else(Vec::new, |(.., changes)| changes)
    };
    assert_eq!(of(|entry| entry.unit = None), []);
    assert_eq!(of(|entry| entry.unit = Some(" １2 ".into())), []);
    assert_eq!(of(|entry| entry.unit = Some("B".into())), [Change::Unit]);
    assert_eq!(of(|entry| entry.work = Some(Work::WithPermit)), []);
    assert_eq!(of(|entry| entry.work = Some(Work::WithoutPermit)), [Change::Work]);
    assert_eq!(of(|entry| entry.permit_until = Some(day("2027-12-31"))), [Change::PermitUntil]);
    assert_eq!(of(|entry| entry.permit_until = Some(day("2026-12-31"))), []);
    assert_eq!(of(|entry| entry.stay_until = Some(day("2027-06-30"))), [Change::Extended]);
    assert_eq!(of(|entry| entry.stay_until = Some(day("2027-01-30"))), [Change::Shortened]);
    assert_eq!(of(|entry| entry.stay_until = Some(day("2027-01-31"))), []);
    assert_eq!(of(|entry| entry.leaves_on = Some(day("2026-12-24"))), [Change::LeavesOn]);
    assert!(Change::Shortened.is_doubtful() && Change::Number.is_doubtful() && !Change::Extended.is_doubtful());
}

#[test]
fn another_number_is_a_new_passport_only_where_name_and_birth_agree() {
    let new_passport = compared(&[WANG], &["E2000001, Wei Wang, 1985-03-07, 12"]);
    assert_eq!(new_passport.changed, [(stay(0), 0, vec![Change::Number])]);
    for other in
        ["E2000001, WANG WEI, 1985-03-08, 12", "E2000001, WANG WEI, , 12", "E2000001, WANG WEN, 1985-03-07, 12"]
    {
        let found = compared(&[WANG], &[other]);
        assert_eq!((found.joined.as_slice(), found.left.as_slice()), ([0].as_slice(), [stay(0)].as_slice()), "{other}");
    }
    // Of the birth only the year is known on one side: that is asked.
    assert_eq!(compared(&[WANG], &["E2000001, WANG WEI, 1985, 12"]).unclear, [(0, vec![stay(0)])]);
    // The number tells who it is, whatever else is spelt otherwise, unless nothing agrees.
    assert_eq!(compared(&[WANG], &["N1000001, WANG WEY, 1985-03-07, 12"]).unchanged.len(), 1);
    assert_eq!(compared(&[WANG], &["N1000001, LI NA, 1990-01-01, 12"]).unclear, [(0, vec![stay(0)])]);
}

#[test]
fn people_without_a_number_are_known_by_name_and_birth_and_by_a_name_alone_only_perhaps() {
    let stays = [", TRẦN VĂN ĐỨC, 1991-01-01, 1", ", LI NA, , 2", "N1000003, ZHAO MIN, 1992-01-01, 3"];
    let found =
        compared(&stays, &[", Tran Van Duc, 1991-01-01, 1", ", LI NA, , 2", ", ZHAO MIN, , 3", ", SOK DARA, , 4"]);
    assert_eq!(found.unchanged, [(stay(0), 0)]);
    assert_eq!(found.unclear, [(1, vec![stay(1)]), (2, vec![stay(2)])]);
    assert_eq!((found.joined, found.left), (vec![3], vec![]));
    // Told a number that was not known before.
    assert_eq!(
        compared(&[", LI NA, 1990-01-01, 2"], &["N1000009, LI NA, 1990-01-01, 2"]).changed[0].2,
        [Change::Number]
    );
    // Khmer vowel signs are part of a name.
    assert_eq!(compared(&[", សុខ, , 1"], &[", សាខ, , 1"]).joined, [0]);
}

#[test]
fn whoever_stands_on_the_list_twice_is_reported_once_or_asked_about() {
    let twice = compared(&[WANG], &[WANG, WANG]);
    assert_eq!((twice.unchanged, twice.repeated), (vec![(stay(0), 0)], vec![(1, 0)]));
    let rooms = compared(&[WANG], &[WANG, "N1000001, WANG WEI, 1985-03-07, 99"]);
    assert_eq!(rooms.unclear, [(0, vec![stay(0)]), (1, vec![stay(0)])]);
    let new = compared(&[], &[WANG, "N1000001, LI NA, 1990-01-01, 1"]);
    assert_eq!((new.unclear, new.joined), (vec![(0, vec![]), (1, vec![])], vec![]));
    let namesakes = compared(&[], &[", LI NA, , 1", ", LI NA, , 1", "N1000002, LI NA, , 1"]);
    assert_eq!((namesakes.unclear, namesakes.joined), (vec![(0, vec![]), (1, vec![])], vec![2]));
    let here_twice = compared(&[WANG, WANG], &[WANG]);
    assert_eq!(here_twice.unclear, [(0, vec![stay(0), stay(1)])]);
    assert_eq!(compared(&[WANG], &[",,, 12"]).unclear, [(0, vec![])], "an entry that names nobody");
}

#[test]
fn children_on_one_card_are_told_apart_and_diplomats_are_not_reported_as_left() {
    let child = |line: &str| Arrival { document: DocumentKind::ParentCard, ..arrival(line) };
    let stays = [
        (stay(0), child("RC100001, PHAM LINH, 2015-01-01, 1")),
        (stay(1), child("RC100001, PHAM AN, 2017-01-01, 1")),
        (stay(2), Arrival { document: DocumentKind::Diplomatic, ..arrival(",,, 2") }),
    ];
    let list = ["RC100001, PHAM AN, 2017-01-01, 1", "RC100001, PHAM LINH, 2015-01-01, 1"]
        .map(|line| Entry { document: Some(DocumentKind::ParentCard), ..entry(line) });
    let found = difference(&stays, &list);
    assert_eq!(found.unchanged, [(stay(0), 1), (stay(1), 0)]);
    assert_eq!((found.left, found.untold), (vec![], vec![stay(2)]));
    let diplomat = Entry { document: Some(DocumentKind::Diplomatic), ..Entry::default() };
    assert_eq!(difference(&stays[2..], &[diplomat]).unclear, [(0, vec![stay(2)])]);
}

#[test]
fn a_list_of_another_place_or_of_a_few_is_drastic() {
    let lines: Vec<String> = (0..10).map(|at| format!("N100000{at}, WANG WEI, 19{at}5-03-07, 1")).collect();
    let stays: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert!(compared(&stays, &["N2000001, LI NA, 1990-01-01, 1"]).is_drastic());
    assert!(compared(&stays, &[]).is_drastic());
    assert!(compared(&stays, &stays[..4]).is_drastic());
    assert!(!compared(&stays, &stays[..5]).is_drastic());
    assert!(!compared(&[], &stays).is_drastic(), "the first list of a place");
    assert!(!compared(&[], &[]).is_drastic());
}

/// Few enough of each that people meet.
fn person() -> impl Strategy<Value = String> {
    let number = prop::sample::select(vec!["", "", "N1000001", "N1000002", "N1000003", "N1000004"]);
    let name = prop::sample::select(vec!["", "WANG WEI", "Wei Wang", "LI NA", "SOK DARA"]);
    let birth = prop::sample::select(vec!["", "1985-03-07", "1985", "1990-01-01"]);
    let room = prop::sample::select(vec!["", "1", "2"]);
    (number, name, birth, room).prop_map(|(number, name, birth, room)| format!("{number}, {name}, {birth}, {room}"))
}

/// The groups, each entry called by what it says, so that lists in another order can be compared.
fn told(found: &Difference, entries: &[Entry]) -> Vec<String> {
    let said = |at: usize| {
        let entry = &entries[at];
        format!(
            "{:?} {:?} {:?} {:?}",
            entry.number.as_ref().map(DocumentNumber::as_str),
            entry.name.as_ref().map(PersonName::as_str),
            entry.birth,
            entry.unit
        )
    };
    let mut told: Vec<String> = found.joined.iter().map(|&at| format!("joined {}", said(at))).collect();
    told.extend(found.left.iter().map(|id| format!("left {id}")));
    told.extend(found.untold.iter().map(|id| format!("untold {id}")));
    told.extend(found.changed.iter().map(|(id, at, changes)| format!("changed {id} {} {changes:?}", said(*at))));
    told.extend(found.unchanged.iter().map(|(id, at)| format!("unchanged {id} {}", said(*at))));
    told.extend(found.unclear.iter().map(|(at, perhaps)| format!("unclear {} {perhaps:?}", said(*at))));
    told.extend(found.repeated.iter().map(|&(at, _)| format!("repeated {}", said(at))));
    told.sort();
    told
}

proptest! {
    #[test]
    fn each_entry_and_each_stay_is_in_one_group(
        stays in prop::collection::vec(person(), 0..8), list in prop::collection::vec(person(), 0..8)
    ) {
        let stays: Vec<&str> = stays.iter().map(String::as_str).collect();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let found = compared(&stays, &list);
        let mut entries = found.joined.clone();
        entries.extend(found.changed.iter().map(|(_, at, _)| *at));
        entries.extend(found.unchanged.iter().map(|(_, at)| *at));
        entries.extend(found.unclear.iter().map(|(at, _)| *at));
        entries.extend(found.repeated.iter().map(|(at, _)| *at));
        entries.sort_unstable();
        prop_assert_eq!(entries, (0..list.len()).collect::<Vec<_>>());
        let perhaps: BTreeSet<StayId> = found.unclear.iter().flat_map(|(_, perhaps)| perhaps.clone()).collect();
        let mut ids: Vec<StayId> = found.left.iter().chain(&found.untold).chain(&perhaps).copied().collect();
        ids.extend(found.changed.iter().map(|(id, ..)| *id));
        ids.extend(found.unchanged.iter().map(|(id, _)| *id));
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..stays.len()).map(stay).collect::<Vec<_>>());
    }

    #[test]
    fn neither_the_order_of_the_list_nor_that_of_the_stays_matters(
        stays in prop::collection::vec(person(), 0..8),
        list in prop::collection::vec(person(), 0..8).prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
    ) {
        let stays: Vec<&str> = stays.iter().map(String::as_str).collect();
        let read = |list: &[String]| list.iter().map(|line| entry(line)).collect::<Vec<_>>();
        let (one, other) = (read(&list.0), read(&list.1));
        let (people, mut backwards) = (here(&stays), here(&stays));
        backwards.reverse();
        prop_assert_eq!(told(&difference(&people, &one), &one), told(&difference(&backwards, &other), &other));
    }

    #[test]
    fn nationality_and_sex_are_no_inputs(
        stays in prop::collection::vec(person(), 0..8), list in prop::collection::vec(person(), 0..8), from in 0_usize..200
    ) {
        let stays: Vec<&str> = stays.iter().map(String::as_str).collect();
        let entries: Vec<Entry> = list.iter().map(|line| entry(line)).collect();
        let countries: Vec<Country> = Country::all().collect();
        let abroad = entries.iter().enumerate().map(|(at, entry)| Entry {
            nationality: Some(countries[(at * 7 + from) % countries.len()]),
            ..entry.clone()
        });
        prop_assert_eq!(difference(&here(&stays), &entries), difference(&here(&stays), &abroad.collect::<Vec<_>>()));
    }

    /// Last week's list against this week's is this week's against last week's, the other way round: who joined has left.
    #[test]
    fn seen_from_the_other_side_the_same_people_are_the_same(
        mut stays in prop::collection::vec(person(), 0..8), mut list in prop::collection::vec(person(), 0..8)
    ) {
        // On either side everybody is told, and by something of their own.
        for side in [&mut stays, &mut list] {
            let mut seen: Vec<Marks> = Vec::new();
            side.retain(|line| {
                let marks = Marks::of_entry(&entry(line));
                let named = marks.number.is_some() || marks.name.is_some();
                let alone = seen.iter().all(|other| !marks.may_be(other) && (marks.number.is_none() || marks.number != other.number));
                seen.push(marks);
                named && alone
            });
        }
        let (stays, list): (Vec<&str>, Vec<&str>) =
            (stays.iter().map(String::as_str).collect(), list.iter().map(String::as_str).collect());
        let pairs = |found: &Difference| {
            let same = found.unchanged.iter().map(|&(id, at)| (usize::try_from(id.0).unwrap() - 1, at));
            let changed = found.changed.iter().map(|&(id, at, _)| (usize::try_from(id.0).unwrap() - 1, at));
            same.chain(changed).collect::<BTreeSet<_>>()
        };
        let (there, back) = (compared(&stays, &list), compared(&list, &stays));
        prop_assert_eq!(pairs(&there), pairs(&back).into_iter().map(|(one, other)| (other, one)).collect());
        let gone: Vec<usize> = back.left.iter().map(|id| usize::try_from(id.0).unwrap() - 1).collect();
        prop_assert_eq!(there.joined, gone);
    }
}
