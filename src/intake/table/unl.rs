//! Ubyport's text form, in which hotels report to the Czech foreign police and which their programs can write. Relied on:
//! the description of the UNL file by the Czech police (policie.cz) and its published sample. Lines end in CRLF, fields in
//! `|`; the first line, of type A, is about the hotel and not read; a line of type U is a guest:
//!
//! U | from | until | surname | first names | – | birth | – | – | nationality | home address | document | visa | purpose |
//! note. Dates are dd.mm.yyyy, of a birth day and month may be 00; nationalities are ISO alpha-3. Not read: the home
//! address, the visa's number, the purpose, and the note but for files of our own, where it is the room. `INPASS` for a document means that a child is named in a parent's.

use super::{Grid, Layout, Line, ROWS_MAX, Reading, Refusal, Request, Row, days::Habit, fields::Guest, sheet::Value};
use crate::domain::{
    country::Country,
    entry::{Field, Why},
};

/// Up to the document's number.
const FIELDS_MIN: usize = 12;

/// Whether the first line that holds something is one of these.
pub(super) fn is(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let fields = first.split('|').count();
    (first.starts_with("A|") && fields >= 5) || (first.starts_with("U|") && fields >= FIELDS_MIN)
}

pub(super) fn read(text: &str, request: &Request) -> Result<Reading, Refusal> {
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    let mut is_own = false;
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let fields: Vec<&str> = line.trim_end().split('|').take(32).map(str::trim).collect();
        lines.push(Line { number, cells: fields.iter().map(|field| Value::text(field).shown()).collect() });
        match fields.first() {
            // The police give every hotel a number and a mark; where they are empty, this program wrote the file.
            Some(&"A") => is_own = fields.get(2..4) == Some(&["", ""]),
            Some(&"U") => rows.push(row(number, &fields, is_own, request)),
            _ => {}
        }
        if rows.len() > ROWS_MAX || lines.len() > ROWS_MAX + 200 {
            return Err(Refusal::TooManyRows);
        }
    }
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    let grid = Grid { sheet: None, header: Vec::new(), lines };
    Ok(Reading { layout: Layout::Unl, columns: Vec::new(), unknown: Vec::new(), rows, grid })
}

fn row(number: u32, fields: &[&str], is_own: bool, request: &Request) -> Row {
    let field = |at: usize| Value::text(fields.get(at).copied().unwrap_or_default());
    let mut guest = Guest::default();
    let today = request.today;
    guest.names(&field(3), &field(4));
    guest.birth(&birth(fields.get(6).copied().unwrap_or_default()), Habit::default(), today);
    let nationality = fields.get(9).copied().unwrap_or_default();
    match Country::try_from(nationality) {
        Ok(country) => guest.entry.nationality = Some(country),
        Err(_) if nationality.is_empty() => {}
        Err(_) => guest.doubt(Field::Nationality, Why::UnknownCountry),
    }
    if fields.get(11) != Some(&"INPASS") {
        guest.number(&field(11));
    }
    if is_own {
        guest.unit(&field(15));
    }
    guest.day(Field::ArrivedOn, &field(1), Habit::default(), today);
    guest.day(Field::LeavesOn, &field(2), Habit::default(), today);
    guest.finish();
    Row { number, entry: guest.entry, complaints: guest.complaints }
}

/// The web service's own form has no points: 00001950.
fn birth(typed: &str) -> Value {
    if typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Value::text(&format!("{}.{}.{}", &typed[..2], &typed[2..4], &typed[4..]));
    }
    Value::text(typed)
}
