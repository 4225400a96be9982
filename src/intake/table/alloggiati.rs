//! The fixed-width form in which Italian hotels report to the police (Alloggiati Web) and which their programs can
//! write. Relied on: the record's description on the police's portal, in characters from 0:
//!
//! 0 type of guest (2: 16 alone, 17 head of family, 18 head of group, 19 and 20 members), 2 arrival dd/mm/yyyy (10),
//! 12 days (2), 14 surname (50), 64 first names (30), 94 sex (1: 1 male, 2 female), 95 birth dd/mm/yyyy (10), 105 commune
//! of birth (9), 114 its province (2), 116 state of birth (9), 125 nationality (9), 134 kind of document (5), 139 its
//! number (20), 159 place of issue (9); some have the flat's number (6) after that. Members have no document of their own.
//!
//! Not read: places of birth and issue. Nationalities are numbers of the police's own table, which is not shipped: but for
//! Italy's the nationality is left out, with a doubt.

use chrono::Days;

use super::{Grid, Layout, Line, ROWS_MAX, Reading, Refusal, Request, Row, days::Habit, fields::Guest, sheet::Value};
use crate::domain::{
    country::Country,
    document::DocumentKind,
    entry::{Field, Why},
    person::Sex,
};

/// Up to the nationality; programs cut blanks off at the end.
const CHARS_MIN: usize = 134;
const CHARS_MAX: usize = 180;

const ITALY: &str = "100000100";

/// Whether the first line that holds something is such a record.
pub(super) fn is(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(is_record)
}

fn is_record(line: &str) -> bool {
    let characters: Vec<char> = line.chars().take(CHARS_MAX + 1).collect();
    let kind: String = characters.iter().take(2).collect();
    let date = characters.get(2..12).unwrap_or_default();
    (CHARS_MIN..=CHARS_MAX).contains(&characters.len())
        && ["16", "17", "18", "19", "20"].contains(&kind.as_str())
        && date.iter().enumerate().all(|(at, c)| if [2, 5].contains(&at) { *c == '/' } else { c.is_ascii_digit() })
}

pub(super) fn read(text: &str, request: &Request) -> Result<Reading, Refusal> {
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let Some(record) = Some(line).filter(|line| is_record(line)).map(|line| line.chars().collect::<Vec<char>>())
        else {
            return Err(Refusal::Damaged);
        };
        lines.push(Line { number, cells: vec![Value::text(line).shown()] });
        rows.push(row(number, &record, request));
        if rows.len() > ROWS_MAX {
            return Err(Refusal::TooManyRows);
        }
    }
    let grid = Grid { sheet: None, header: Vec::new(), lines };
    Ok(Reading { layout: Layout::Alloggiati, columns: Vec::new(), unknown: Vec::new(), rows, grid })
}

fn row(number: u32, record: &[char], request: &Request) -> Row {
    let text = |from: usize, length: usize| -> String {
        record.iter().skip(from).take(length).collect::<String>().trim().to_owned()
    };
    let value = |from, length| Value::text(&text(from, length));
    let mut guest = Guest::default();
    guest.names(&value(14, 50), &value(64, 30));
    guest.entry.sex = match text(94, 1).as_str() {
        "1" => Some(Sex::Male),
        "2" => Some(Sex::Female),
        _ => None,
    };
    guest.birth(&value(95, 10), Habit::default(), request.today);
    match text(125, 9).as_str() {
        ITALY => guest.entry.nationality = Country::try_from("ITA").ok(),
        _ => guest.doubt(Field::Nationality, Why::UnknownCountry),
    }
    guest.entry.document = match text(134, 5).as_str() {
        "" => None,
        "PASDI" => Some(DocumentKind::Diplomatic),
        kind if kind.starts_with("PAS") => Some(DocumentKind::Passport),
        _ => Some(DocumentKind::Other),
    };
    guest.number(&value(139, 20));
    guest.day(Field::ArrivedOn, &value(2, 10), Habit::default(), request.today);
    let days = text(12, 2).parse::<u64>().ok();
    guest.entry.leaves_on =
        guest.entry.arrived_on.zip(days).and_then(|(day, days)| day.checked_add_days(Days::new(days)));
    guest.finish();
    Row { number, entry: guest.entry, complaints: guest.complaints }
}
