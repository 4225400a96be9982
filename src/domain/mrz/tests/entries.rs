//! What a report is begun with.

use super::*;
use crate::domain::{
    document::{DateSource, DocumentKind},
    entry::{Doubt, Entry, Field, Why},
    mrz::{entry, in_text},
};

fn begun(zone: &str) -> Entry {
    entry(&reading(zone), &[])
}

fn card(state: &str, nationality: &str) -> String {
    let check = |text: &str| mrz::check_digit(text).expect("characters of a zone");
    let first = format!("I<{state}AB1234567{}<<<<<<<<<<<<<<<", check("AB1234567"));
    let dates = ["850307", "310630"].map(|date| format!("{date}{}", check(date)));
    let composite = check(&format!("{}{}{}<<<<<<<<<<<", &first[5..], dates[0], dates[1]));
    format!("{first}\n{}F{}{nationality}<<<<<<<<<<<{composite}\nSPECIMEN<<ANNA<<<<<<<<<<<<<<<<", dates[0], dates[1])
}

#[test]
fn a_passport_says_who_and_nothing_of_the_stay() {
    let entry = begun(&sample());
    assert_eq!(entry.document, Some(DocumentKind::Passport));
    assert_eq!(entry.name.map(String::from).as_deref(), Some("SPECIMEN ANNA MARIA"));
    assert_eq!(entry.number.map(String::from).as_deref(), Some("AB1234567"));
    assert_eq!(entry.birth.map(|birth| birth.to_string()).as_deref(), Some("1985-03-07"));
    assert_eq!(entry.nationality.map(String::from).as_deref(), Some("FRA"));
    assert_eq!((entry.stay_until, entry.source, entry.doubts), (None, None, vec![]));
}

#[test]
fn a_card_of_cambodia_is_a_residence_card_unless_it_is_a_cambodians() {
    let residence = begun(&card("KHM", "VNM"));
    assert_eq!(residence.document, Some(DocumentKind::ResidenceCard));
    assert_eq!(residence.stay_until.map(|day| day.to_string()).as_deref(), Some("2031-06-30"));
    assert_eq!(residence.source, Some(DateSource::Card));
    for (state, nationality) in [("KHM", "KHM"), ("FRA", "FRA"), ("D<<", "D<<")] {
        let other = begun(&card(state, nationality));
        assert_eq!((other.document, other.stay_until), (Some(DocumentKind::Other), None), "{state}");
    }
}

#[test]
fn diplomats_are_said_to_be_so_by_the_reporter_alone() {
    assert_eq!(begun(&sample().replacen("P<", "PD", 1)).document, Some(DocumentKind::Passport));
}

#[test]
fn a_visa_is_no_document_and_its_number_is_in_doubt() {
    let entry = begun(&MRVA.replace("XXX", "FRA"));
    assert_eq!(entry.document, None);
    assert_eq!(entry.doubts, vec![Doubt { field: Field::Number, why: Why::Unclear }]);
}

#[test]
fn births_of_which_a_part_is_unknown_are_kept_as_far_as_they_are_known() {
    for (birth, known) in [("85<<<<", "1985"), ("8503<<", "1985-03"), ("<<<<<<", "")] {
        let zone = passport("A<<B", "AB1234567", "FRA", birth, 'F', "310630", "");
        assert_eq!(begun(&zone).birth.map(|birth| birth.to_string()).unwrap_or_default(), known);
    }
}

#[test]
fn each_doubt_names_its_field_once() {
    let doubt = |field, why| Doubt { field, why };
    let truth = sample();
    for (zone, unclear, doubts) in [
        (truth.replace("85030", "B503O"), vec![], vec![doubt(Field::Birth, Why::Repaired)]),
        (truth.clone(), vec![(1, 3), (1, 4)], vec![doubt(Field::Number, Why::Unclear)]),
        (truth.clone(), vec![(1, 22), (1, 30), (1, 43)], vec![]),
        (truth.replace("AB1234567", "AB1234568"), vec![], vec![doubt(Field::Number, Why::CheckFails)]),
        (truth.replace("FRA8503", "ZZZ8503"), vec![], vec![doubt(Field::Nationality, Why::UnknownCountry)]),
        (TD3.to_owned(), vec![], vec![doubt(Field::Nationality, Why::UnknownCountry)]),
        (truth.replace("F310630", "W310630"), vec![], vec![doubt(Field::Sex, Why::Unclear)]),
        (
            passport(&format!("{}<<{}", "A".repeat(20), "B".repeat(17)), "1234567", "FRA", "850307", 'F', "310630", ""),
            vec![],
            vec![doubt(Field::Name, Why::MayBeCut)],
        ),
        (
            passport("A<<B", "AB12G4567", "FRA", "850307", 'F', "310630", ""),
            vec![],
            vec![doubt(Field::Number, Why::Unclear)],
        ),
    ] {
        assert_eq!(entry(&reading(&zone), &unclear).doubts, doubts, "{zone}");
    }
    assert_eq!(entry(&Reading::REJECTED, &[(0, 0)]), Entry::default());
}

#[test]
fn a_zone_is_seen_in_chat_and_nothing_else_is() {
    assert!(in_text(&format!("room 12\n{TD3}"), today()).is_some());
    for text in
        ["AB1234567", "SOK SREY, AB1234567, 12/08/1974", "a < b", "<<<", "/start", "Passport A1234567 until 12.12.2026"]
    {
        assert!(in_text(text, today()).is_none(), "{text}");
    }
}
