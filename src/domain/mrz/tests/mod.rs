//! Zones of Doc 9303 and of invented people, whole and damaged.

mod damage;
mod entries;
mod forms;
mod properties;

use chrono::NaiveDate;

use super::{Check, Reading, Status, read};

/// The zones that Doc 9303 shows, by format.
pub(super) const TD3: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TD2: &str = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
const TD1: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const MRVA: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";
const MRVB: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";
const SPECIMENS: [(&str, &str); 5] = [("TD3", TD3), ("TD2", TD2), ("TD1", TD1), ("MRVA", MRVA), ("MRVB", MRVB)];

fn today() -> NaiveDate {
    "2026-11-22".parse().expect("a day")
}

fn reading(input: &str) -> Reading {
    read(input, today())
}

/// The value of one field as `read mrz` prints it.
fn field(reading: &Reading, name: &str) -> String {
    let fields = serde_json::to_value(reading.fields.as_ref().expect("a zone")).expect("plain values");
    fields[name].as_str().map_or_else(|| fields[name].to_string(), str::to_owned)
}

/// A passport of an invented person, with right check digits.
fn passport(
    name: &str,
    number: &str,
    nationality: &str,
    birth: &str,
    sex: char,
    expiry: &str,
    optional: &str,
) -> String {
    let check = |text: &str| mrz::check_digit(text).expect("characters of a zone");
    let number = format!("{number:<<9}");
    let number = format!("{number}{}", check(&number));
    let birth = format!("{birth}{}", check(birth));
    let expiry = format!("{expiry}{}", check(expiry));
    let optional = format!("{optional:<<14}");
    let optional = format!("{optional}{}", check(&optional));
    let composite = check(&format!("{number}{birth}{expiry}{optional}"));
    let name = format!("P<{nationality:<<3}{name:<<39}");
    format!("{name}\n{number}{nationality:<<3}{birth}{sex}{expiry}{optional}{composite}")
}

fn sample() -> String {
    passport("SPECIMEN<<ANNA<MARIA", "AB1234567", "FRA", "850307", 'F', "310630", "")
}

#[test]
fn the_specimens_of_doc_9303_are_read_as_it_says() {
    for (format, zone) in SPECIMENS {
        let reading = reading(zone);
        assert_eq!(reading.status, Status::Ok, "{format}");
        assert_eq!(reading.lines.join("\n"), zone);
        assert_eq!(field(&reading, "format"), format);
        assert_eq!(field(&reading, "surname"), "ERIKSSON");
        assert_eq!(field(&reading, "given_names"), "ANNA MARIA");
        assert_eq!(field(&reading, "sex"), "F");
    }
}

#[test]
fn its_debug_form_tells_nobody_who_it_is() {
    let shown = format!("{:?} {:?}", reading(TD3), reading(TD3).fields);
    for secret in ["ERIKSSON", "ANNA", "L898902C3", "1974", "UTO", "ZE184226B"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn what_has_no_zone_is_rejected() {
    let prose = "Please find the passport of our guest attached. He arrives on Saturday, and will stay until 12 May.";
    let line_2 = TD3.lines().last().expect("two lines");
    let line_1 = TD3.lines().next().expect("two lines");
    let french = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6";
    let x = TD3.replacen("P<", "X<", 1);
    let short = TD3.replace("L898902C3", "L89802C3");
    let long = TD3.replace("L898902C3", "L8989802C3");
    for text in [
        "",
        " ",
        "\n\n",
        prose,
        line_1,
        line_2,
        french,
        &x,
        &short,
        &long,
        "P<",
        "<<<<<<<<<<<<<<<<<<<<<<",
        &prose.repeat(40),
    ] {
        assert_eq!(reading(text), Reading::REJECTED, "{text:.40}");
    }
}

#[test]
fn it_is_stored_and_read_back() {
    let reading = reading(TD1);
    let stored = serde_json::to_string(&reading).expect("plain values");
    assert_eq!(serde_json::from_str::<Reading>(&stored).expect("as written"), reading);
    assert!(stored.contains(r#""format":"TD1","document_code":"I","issuing_state":"UTO""#), "{stored}");
}

#[test]
fn failed_checks_are_named() {
    let damaged = |column: usize, cell: &str| {
        let mut zone = sample();
        let at = 45 + column;
        zone.replace_range(at..=at, cell);
        reading(&zone)
    };
    for (column, cell, failed) in [
        (3, "9", vec![Check::DocumentNumber, Check::Composite]),
        (14, "7", vec![Check::BirthDate, Check::Composite]),
        (23, "9", vec![Check::ExpiryDate, Check::Composite]),
        (30, "7", vec![Check::OptionalData, Check::Composite]),
        (43, "9", vec![Check::Composite]),
    ] {
        let reading = damaged(column, cell);
        assert_eq!((reading.status, reading.failed_checks), (Status::Invalid, failed), "{column}");
        assert_eq!(reading.repaired, vec![]);
    }
}
