//! The fields of a zone, and whether they can be right: check digits, the calendar, alphabets, the list of countries.
//! Deliberately no repair.

use chrono::{Months, NaiveDate};

use super::{
    Check, Zone,
    layout::{Alphabet, At, CODE, Grid, Layout, STATE, Span, check_digit, text},
};
use crate::domain::{country::Country, dates::PartialDate, person::Sex};

/// Who holds a document may have it for so many years; a year of two digits that lies further ahead is the century before.
const EXPIRY_YEARS_AHEAD: u32 = 30;

/// What is wrong with a zone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Verdict {
    /// Checks that do not agree.
    pub(super) failed: Vec<Check>,
    /// A character stands where none of its kind may stand, or the name cannot be parted.
    pub(super) broken: bool,
    /// Issuing state or nationality are in no list.
    pub(super) unknown_country: bool,
}

/// Where the document's number stands.
pub(super) struct Number {
    pub(super) cells: Vec<At>,
    pub(super) check: At,
    /// What is left of the optional data.
    pub(super) optional: Span,
}

/// The two dates; an error is a date that no calendar has.
pub(super) struct Dates {
    pub(super) birth: Result<Option<PartialDate>, Impossible>,
    pub(super) expiry: Result<Option<NaiveDate>, Impossible>,
}

/// No calendar has the date, or it cannot stand beside the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Impossible;

/// The two parts of a name.
pub(super) struct Names {
    pub(super) surname: String,
    pub(super) given: String,
    /// There is a second `<<` with something behind it.
    pub(super) parted_twice: bool,
}

impl Verdict {
    /// Whether the zone can be right.
    pub(super) fn is_sound(&self) -> bool {
        self.failed.is_empty() && !self.broken
    }
}

/// Everything that is wrong with a zone.
pub(super) fn verdict(layout: &Layout, grid: &Grid, today: NaiveDate) -> Verdict {
    let number = number(layout, grid);
    let dates = dates(layout, grid, today);
    let failing = |at: At, cells: Vec<u8>| !agrees(grid.get(at), &cells);
    let at_all = |cells: &[At]| cells.iter().map(|at| grid.get(*at)).collect::<Vec<u8>>();
    let mut failed = Vec::new();
    if grid.get((layout.number.0, layout.number.1)) == b'<'
        || grid.get(number.check) == b'<'
        || failing(number.check, at_all(&number.cells))
    {
        failed.push(Check::DocumentNumber);
    }
    for (check, span, at) in layout.dates() {
        let impossible = match check {
            Check::BirthDate => dates.birth.is_err(),
            _ => dates.expiry.is_err(),
        };
        if impossible || failing(at, grid.span(span).to_vec()) {
            failed.push(check);
        }
    }
    if layout.optional_check.is_some_and(|at| failing(at, grid.span(layout.optional).to_vec())) {
        failed.push(Check::OptionalData);
    }
    if layout.composite.is_some_and(|(at, spans)| {
        let all: Vec<u8> = spans.iter().flat_map(|span| grid.span(*span).iter().copied()).collect();
        check_digit(all.into_iter()) != Some(grid.get(at))
    }) {
        failed.push(Check::Composite);
    }
    Verdict {
        failed,
        broken: is_broken(layout, grid),
        unknown_country: [STATE, layout.nationality].iter().any(|span| !is_listed(grid.span(*span))),
    }
}

/// Whether a code is that of a country or other issuer, as documents bear it.
pub(super) fn is_listed(code: &[u8]) -> bool {
    match code {
        b"D<<" => true,
        [a, b, c] if [a, b, c].iter().all(|letter| letter.is_ascii_uppercase()) => {
            std::str::from_utf8(code).is_ok_and(|code| Country::try_from(code).is_ok())
        }
        _ => false,
    }
}

/// The number's cells. Of more than nine, the check digit's place has a filler, and the rest stands in the optional data
/// with the check digit after it (Doc 9303 parts 5 and 6, note j).
pub(super) fn number(layout: &Layout, grid: &Grid) -> Number {
    let mut cells: Vec<At> = layout.number.cells().collect();
    let optional = grid.span(layout.optional);
    let more = optional.iter().take_while(|cell| **cell != b'<').count();
    let is_long = layout.long_numbers
        && more >= 2
        && grid.get(layout.number_check) == b'<'
        && cells.last().is_some_and(|last| grid.get(*last) != b'<');
    if !is_long {
        return Number { cells, check: layout.number_check, optional: layout.optional };
    }
    let Span(line, from, length) = layout.optional;
    cells.extend((from..from + more - 1).map(|column| (line, column)));
    let used = length.min(more + 1);
    Number { cells, check: (line, from + more - 1), optional: Span(line, from + used, length - used) }
}

/// The fields.
pub(super) fn zone(layout: &Layout, grid: &Grid, today: NaiveDate) -> Zone {
    let number = number(layout, grid);
    let dates = dates(layout, grid, today);
    let birth = dates.birth.ok().flatten();
    let names = names(grid.span(layout.name));
    let digits: Vec<u8> = number.cells.iter().map(|at| grid.get(*at)).collect();
    Zone {
        format: layout.format,
        document_code: grid.text(CODE),
        issuing_state: state(grid.span(STATE)),
        surname: names.surname,
        given_names: names.given,
        document_number: text(&digits),
        nationality: state(grid.span(layout.nationality)),
        birth_date: birth.and_then(PartialDate::day),
        birth_part: birth.filter(|birth| birth.day().is_none()),
        sex: sex(grid.get(layout.sex)).unwrap_or(Sex::Unspecified),
        expiry_date: dates.expiry.ok().flatten(),
        optional_data: grid.text(number.optional),
        optional_data_2: layout.optional_2.map(|span| grid.text(span)),
        name_maybe_truncated: grid.span(layout.name).last().is_some_and(|last| *last != b'<'),
    }
}

/// The name's parts. Without `<<` it is one identifier, as in Myanmar and Indonesia: all surname.
pub(super) fn names(cells: &[u8]) -> Names {
    let name = text(cells);
    let words =
        |part: &str| part.split('<').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>().join(" ");
    let (surname, given) = name.split_once("<<").unwrap_or((&name, ""));
    let given = given.trim_start_matches('<');
    Names { surname: words(surname), given: words(given), parted_twice: given.contains("<<") }
}

/// Birth and expiry. A birth is in this century unless it would lie in the future, or after the document's end; an
/// expiry is, unless it would lie more than thirty years ahead.
pub(super) fn dates(layout: &Layout, grid: &Grid, today: NaiveDate) -> Dates {
    let furthest = today.checked_add_months(Months::new(12 * EXPIRY_YEARS_AHEAD)).unwrap_or(NaiveDate::MAX);
    let expiry = date(grid.span(layout.expiry), furthest).map(|date| date.and_then(PartialDate::day));
    let last = expiry.ok().flatten().filter(|expiry| *expiry < today).unwrap_or(today);
    let birth = date(grid.span(layout.birth), last);
    let born = birth.ok().flatten().map(PartialDate::earliest);
    let is_before_birth = matches!((expiry, born), (Ok(Some(expiry)), Some(born)) if expiry < born);
    Dates { birth, expiry: if is_before_birth { Err(Impossible) } else { expiry } }
}

/// A date of six cells, in this century if it then lies not after `latest`. Unknown parts are fillers.
fn date(cells: &[u8], latest: NaiveDate) -> Result<Option<PartialDate>, Impossible> {
    let mut parts = [None; 3];
    for (part, pair) in parts.iter_mut().zip(cells.chunks(2)) {
        *part = match pair {
            b"<<" => None,
            [tens @ b'0'..=b'9', units @ b'0'..=b'9'] => Some(u32::from(tens - b'0') * 10 + u32::from(units - b'0')),
            _ => return Err(Impossible),
        };
    }
    let [year, month, day] = parts;
    if month.is_some_and(|month| !(1..=12).contains(&month)) || day.is_some_and(|day| !(1..=31).contains(&day)) {
        return Err(Impossible);
    }
    let Some(year) = year.and_then(|year| i32::try_from(year).ok()) else { return Ok(None) };
    let in_century = |century: i32| match (month, day) {
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(century + year, month, day).map(PartialDate::from),
        (Some(month), None) => PartialDate::from_year_month(century + year, month),
        (None, _) => PartialDate::from_year(century + year),
    };
    let this = in_century(2000).filter(|date| date.earliest() <= latest);
    this.or_else(|| in_century(1900)).map(Some).ok_or(Impossible)
}

/// Sex, where the cell has one of the letters for it.
pub(super) fn sex(cell: u8) -> Option<Sex> {
    match cell {
        b'M' => Some(Sex::Male),
        b'F' => Some(Sex::Female),
        b'<' | b'X' => Some(Sex::Unspecified),
        _ => None,
    }
}

/// A state as documents bear it; Germany has one letter there.
fn state(cells: &[u8]) -> String {
    match text(cells).as_str() {
        "DEU" => "D".into(),
        code => code.into(),
    }
}

/// Whether the digit is that of the cells; of a field that is all fillers it may be one too.
fn agrees(digit: u8, cells: &[u8]) -> bool {
    let is_empty = cells.iter().all(|cell| *cell == b'<');
    (digit == b'<' && is_empty) || check_digit(cells.iter().copied()) == Some(digit)
}

/// Whether a cell holds what may not stand there, or the name has no parts that could be told.
fn is_broken(layout: &Layout, grid: &Grid) -> bool {
    let name = names(grid.span(layout.name));
    let wrong = grid.0.iter().enumerate().any(|(line, cells)| {
        cells.iter().enumerate().any(|(column, cell)| match layout.alphabet((line, column)) {
            // An unlisted code is said to be unknown; it breaks nothing.
            Alphabet::Letters if STATE.holds((line, column)) || layout.nationality.holds((line, column)) => {
                *cell == super::text::STRANGE
            }
            Alphabet::Letters => !(cell.is_ascii_uppercase() || *cell == b'<'),
            Alphabet::Digits => !(cell.is_ascii_digit() || *cell == b'<'),
            Alphabet::Sex => sex(*cell).is_none(),
            Alphabet::Any => *cell == super::text::STRANGE,
        })
    });
    wrong || name.parted_twice || (name.surname.is_empty() && name.given.is_empty())
}
