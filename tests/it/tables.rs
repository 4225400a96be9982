//! Tables as people send them, with what is to be read of them beside each, and tables that mean harm.
//!
//! `UPDATE_TABLES=1` writes down what was read; read it critically before it is committed.

mod hostile;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use chrono::NaiveDate;
use serde_json::Value;
use snaknov::{
    domain::{
        country::Country,
        document::{DateSource, DocumentKind, VisaClass},
        entry::Field,
        person::Sex,
        premises::PremisesKind,
        stay::Work,
    },
    intake::table::{self, Layout, Meaning, Reading, Request},
    text::{Language, Words},
};

const TODAY: &str = "2026-11-22";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name)
}

/// The files of a folder, without what is expected of them.
fn files(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).expect("a folder of tables");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
    files.sort();
    files
}

fn request(kind: PremisesKind) -> Request {
    Request { kind, today: TODAY.parse().expect("a day"), name: None, known: Vec::new() }
}

fn read(bytes: &[u8]) -> Reading {
    table::read(bytes, &request(PremisesKind::Hotel)).expect("a table")
}

/// What the command prints of a file.
fn dry_run(file: &Path, more: &[&str]) -> Value {
    let is_site = file.file_stem().is_some_and(|stem| stem.to_string_lossy().contains("site"));
    let kind = if is_site { "construction_site" } else { "hotel" };
    let output = Command::new(env!("CARGO_BIN_EXE_snaknov"))
        .args(["read", "table"])
        .arg(file)
        .args(["--kind", kind, "--today", TODAY])
        .args(more)
        .output()
        .expect("the program runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&printed).unwrap_or_else(|_| {
        panic!("{}: {printed}{}", file.display(), String::from_utf8_lossy(&output.stderr));
    })
}

/// What was read, without what the form of the arrival makes of it: that is the form's, and changes with its questions.
fn as_read(mut dry_run: Value) -> Value {
    if let Some(keys) = dry_run.as_object_mut() {
        keys.remove("good");
    }
    for row in dry_run["rows"].as_array_mut().into_iter().flatten() {
        if let Some(keys) = row.as_object_mut() {
            keys.remove("missing");
        }
    }
    dry_run
}

#[test]
fn tables_as_people_send_them_are_read_as_expected() {
    let files = files("sent");
    assert!(files.len() >= 24, "{} tables", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let read = as_read(dry_run(&file, &[]));
        let expected = file.with_extension("expected.json");
        if env::var_os("UPDATE_TABLES").is_some() {
            fs::write(&expected, serde_json::to_string_pretty(&read).expect("JSON") + "\n").expect("written");
            continue;
        }
        let expected: Value =
            fs::read_to_string(&expected).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        if read != as_read(expected) {
            wrong.push(format!("{}:\n{}", file.display(), serde_json::to_string_pretty(&read).expect("JSON")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn good_is_who_lacks_nothing_and_is_in_no_doubt() {
    for file in files("sent") {
        let read = dry_run(&file, &[]);
        let rows = read["rows"].as_array().expect("rows");
        let is_good = |row: &&Value| {
            ["missing", "complaints", "doubts"].iter().all(|key| row[key].as_array().is_some_and(Vec::is_empty))
        };
        assert_eq!(read["good"], rows.iter().filter(is_good).count(), "{}", file.display());
    }
}

#[test]
fn whatever_a_template_offers_is_understood() {
    let in_three = |label: &dyn Fn(&Words) -> String| {
        [Language::Km, Language::En, Language::Zh].map(|language| label(Words::of(language))).join(" / ")
    };
    let column = |heading: &str, values: Vec<String>| {
        let rows =
            (10..).zip(values).map(|(row, value)| format!("GUEST NAME\tE12345{row}\t{value}\n")).collect::<Vec<_>>();
        let reading = read(format!("Name\tDocument number\t{heading}\n{}", rows.concat()).as_bytes());
        let wrong: Vec<u32> =
            reading.rows.iter().filter(|row| !row.complaints.is_empty()).map(|row| row.number).collect();
        assert!(wrong.is_empty(), "{heading}: rows {wrong:?}");
        reading.rows
    };
    let documents =
        column("Document", DocumentKind::ALL.map(|kind| in_three(&|words| words.document_kind(kind))).to_vec());
    assert!(documents.iter().zip(DocumentKind::ALL).all(|(row, kind)| row.entry.document == Some(kind)));
    let visas = column("Visa class", VisaClass::ALL.map(|visa| in_three(&|words| words.visa(visa))).to_vec());
    assert!(visas.iter().zip(VisaClass::ALL).all(|(row, visa)| row.entry.visa == Some(visa)));
    let sources =
        column("Read from", DateSource::ALL.map(|source| in_three(&|words| words.date_source(source))).to_vec());
    assert!(sources.iter().zip(DateSource::ALL).all(|(row, source)| row.entry.source == Some(source)));
    let works = column("Work permit", Work::ALL.map(|work| in_three(&|words| words.work(work))).to_vec());
    assert!(works.iter().zip(Work::ALL).all(|(row, work)| row.entry.work == Some(work)));
    let sexes = [Sex::Female, Sex::Male, Sex::Unspecified];
    let read = column("Sex", sexes.map(|sex| in_three(&|words| words.sex(sex))).to_vec());
    assert!(read.iter().zip(sexes).all(|(row, sex)| row.entry.sex == Some(sex)));
    let label =
        |country: Country| format!("{} / {}", country.code(), in_three(&|words| words.country(country).to_owned()));
    let countries: Vec<Country> = Country::all().collect();
    let read = column("Nationality", countries.iter().map(|country| label(*country)).collect());
    let other = read.iter().zip(&countries).find(|(row, country)| row.entry.nationality != Some(**country));
    assert!(other.is_none(), "{:?}", other.map(|(_, country)| country));
    for name in [Country::khmer, Country::english, Country::chinese] {
        let read = column("Nationality", countries.iter().map(|country| name(*country).to_owned()).collect());
        let other = read.iter().zip(&countries).find(|(row, country)| row.entry.nationality != Some(**country));
        assert!(other.is_none(), "{:?}", other.map(|(_, country)| country));
    }
}

#[test]
fn an_unknown_column_is_asked_once() {
    let bytes = fs::read(folder("sent").join("unknown_columns.xlsx")).expect("a table");
    let asked = read(&bytes);
    let keys: Vec<&str> = asked.unknown.iter().map(|unknown| unknown.key.as_str()).collect();
    assert_eq!(keys, ["ref", "expiry", "type"]);
    let said = [Meaning::Ignored, Meaning::Field(Field::StayUntil), Meaning::Field(Field::Visa)];
    let known = keys.iter().map(|key| (*key).to_owned()).zip(said).collect();
    let answered = table::read(&bytes, &Request { known, ..request(PremisesKind::Hotel) }).expect("a table");
    assert!(answered.unknown.is_empty());
    let first = &answered.rows[0].entry;
    assert_eq!((first.stay_until, first.visa), (NaiveDate::from_ymd_opt(2026, 12, 20), Some(VisaClass::T)));
}

#[test]
fn what_was_read_crosses_to_another_process_unchanged() {
    for file in files("sent") {
        let bytes = fs::read(&file).expect("a table");
        let reading = table::read(&bytes, &request(PremisesKind::Hotel)).expect("a table");
        let sent = serde_json::to_string(&reading).expect("JSON");
        assert!(serde_json::from_str::<Reading>(&sent).expect("as written") == reading, "{}", file.display());
    }
}

#[test]
fn a_table_that_is_given_back_reads_the_same() {
    for file in files("sent") {
        let bytes = fs::read(&file).expect("a table");
        let reading = table::read(&bytes, &request(PremisesKind::Hotel)).expect("a table");
        if !matches!(reading.layout, Layout::Own | Layout::Template) {
            continue;
        }
        let mut text = String::new();
        let mut number = 1;
        for line in &reading.grid.lines {
            text.push_str(&"\n".repeat((line.number - number) as usize));
            let cells: Vec<String> =
                line.cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(","));
            number = line.number;
        }
        let again = read(text.as_bytes());
        let rows = |reading: &Reading| -> Vec<(u32, bool)> {
            reading.rows.iter().map(|row| (row.number, row.complaints.is_empty())).collect()
        };
        assert_eq!(rows(&again), rows(&reading), "{}", file.display());
    }
}

#[test]
fn a_message_with_a_list_is_read_and_another_is_not() {
    let request = request(PremisesKind::Hotel);
    let text = fs::read_to_string(folder("sent").join("pasted.txt")).expect("a list");
    let reading = table::pasted(&text, &request).expect("a list");
    assert_eq!((reading.layout, reading.rows.len()), (Layout::List, 3));
    assert!(table::pasted("Good morning, is the office open?", &request).is_none());
}
