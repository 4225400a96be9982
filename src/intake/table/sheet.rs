//! A sheet of cells, whatever file it came from, within the bounds of what can be meant. Deliberately no meaning.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::{Grid, Line, ROWS_MAX, Refusal};
use crate::domain::digits::is_invisible;

/// Lines of titles, headers, sums and signatures beside the rows of guests.
const LINES_BESIDE: usize = 200;

/// The most columns that hold something.
const COLUMNS_MAX: usize = 100;

/// The most cells that hold something.
const CELLS_MAX: usize = 400_000;

/// The most characters kept of a cell; one more shows that it was cut.
pub(super) const CELL_CHARS_MAX: usize = 500;

/// The most bytes of text in a sheet.
const TEXT_MAX: usize = 12 * 1024 * 1024;

/// The most merged areas that are looked at.
const MERGES_MAX: usize = 6_000;

/// What a cell holds.
#[derive(Clone, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Number(f64),
    Date(NaiveDate),
    /// A time of the day or a duration.
    Time(String),
    Bool(bool),
    /// The spreadsheet's own error.
    Error(&'static str),
}

/// A line that holds something.
pub(super) struct Cells {
    /// From 1, as shown.
    pub(super) number: u32,
    /// By column.
    pub(super) values: Vec<Value>,
}

/// A sheet.
pub(super) struct Sheet {
    pub(super) name: Option<String>,
    pub(super) lines: Vec<Cells>,
}

/// A sheet that is being filled, in any order.
pub(super) struct Filling {
    name: Option<String>,
    lines: BTreeMap<u32, BTreeMap<u32, Value>>,
    columns: BTreeSet<u32>,
    cells: usize,
    text: usize,
    merges: Vec<Merge>,
}

/// A cell merged over several lines: what it shows holds for all of them.
#[derive(Clone, Copy)]
pub(super) struct Merge {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) column: u32,
}

static NOTHING: Value = Value::Empty;

impl Value {
    /// Text without what cannot be seen around it; nothing where nothing is left.
    pub(super) fn text(text: &str) -> Self {
        let visible = |c: char| !(c.is_whitespace() || c.is_control() || is_invisible(c));
        let trimmed = text.trim_matches(|c| !visible(c));
        if trimmed.is_empty() {
            return Self::Empty;
        }
        match error_named(trimmed) {
            Some(error) => Self::Error(error),
            None => Self::Text(trimmed.chars().take(CELL_CHARS_MAX + 1).collect()),
        }
    }

    /// The day that a spreadsheet counts from 1900, or from 1904.
    pub(super) fn serial(days: f64, since_1904: bool) -> Self {
        if days.abs() < 1.0 {
            return Self::Time(clock(days));
        }
        day_of(days, since_1904).map_or(Self::Number(days), Self::Date)
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// As a person sees it: a date in ISO form, a number without an exponent where it has none.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Time(text) => text.clone(),
            Self::Number(number) => plain(*number),
            Self::Date(day) => day.to_string(),
            Self::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Error(error) => (*error).to_owned(),
        }
    }
}

/// The number as it would be typed: 101, 1.5, and only beyond 15 digits 1.23E+16.
pub(super) fn plain(number: f64) -> String {
    if number.is_finite() && number.abs() < 1e15 { format!("{number}") } else { format!("{number:E}") }
}

/// The day of a serial number; whole days, the time cut off.
pub(super) fn day_of(days: f64, since_1904: bool) -> Option<NaiveDate> {
    if !(0.0..=200_000.0).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 to 200,000")]
    let whole = days.floor() as u64;
    let start = match (since_1904, whole) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        // The spreadsheet's calendar of 1900 has a 29 February, which never was.
        (false, 0..60) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    start?.checked_add_days(Days::new(whole)).filter(|day| day.year() < 2200)
}

fn clock(days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below a day's minutes")]
    let minutes = (days.abs() * 24.0 * 60.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn error_named(text: &str) -> Option<&'static str> {
    const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA"];
    ERRORS.into_iter().find(|error| error.eq_ignore_ascii_case(text))
}

impl Filling {
    pub(super) fn new(name: Option<String>) -> Self {
        Self { name, lines: BTreeMap::new(), columns: BTreeSet::new(), cells: 0, text: 0, merges: Vec::new() }
    }

    /// Puts a value into line and column, both from 0.
    pub(super) fn put(&mut self, line: u32, column: u32, value: Value) -> Result<(), Refusal> {
        if value.is_empty() {
            return Ok(());
        }
        if let Value::Text(text) = &value {
            self.text += text.len();
        }
        self.columns.insert(column);
        if self.lines.entry(line).or_default().insert(column, value).is_none() {
            self.cells += 1;
        }
        if self.cells > CELLS_MAX || self.text > TEXT_MAX || self.columns.len() > COLUMNS_MAX {
            return Err(Refusal::TooManyCells);
        }
        if self.lines.len() > ROWS_MAX + LINES_BESIDE {
            return Err(Refusal::TooManyRows);
        }
        Ok(())
    }

    /// Notes that a cell is merged over several lines.
    pub(super) fn merge(&mut self, merge: Merge) {
        if merge.last > merge.first && self.merges.len() < MERGES_MAX {
            self.merges.push(merge);
        }
    }

    /// The sheet: merged cells filled down, columns without anything beyond the hundredth left out.
    pub(super) fn finish(mut self) -> Result<Sheet, Refusal> {
        for merge in std::mem::take(&mut self.merges) {
            let top = self.lines.get(&merge.first).and_then(|line| line.get(&merge.column)).cloned();
            let Some(value) = top else { continue };
            let below: Vec<u32> = self.lines.range(merge.first + 1..=merge.last).map(|(line, _)| *line).collect();
            for line in below {
                if self.lines.get(&line).is_some_and(|cells| !cells.contains_key(&merge.column)) {
                    self.put(line, merge.column, value.clone())?;
                }
            }
        }
        let last = self.columns.last().copied().unwrap_or(0);
        let places: BTreeMap<u32, usize> = if usize::try_from(last).is_ok_and(|last| last < COLUMNS_MAX) {
            (0..=last).zip(0..).collect()
        } else {
            self.columns.iter().copied().zip(0..).collect()
        };
        let lines = self.lines.into_iter().map(|(line, cells)| {
            let width = cells.keys().next_back().and_then(|last| places.get(last)).map_or(0, |last| last + 1);
            let mut values = vec![Value::Empty; width];
            for (column, value) in cells {
                if let Some(cell) = places.get(&column).and_then(|at| values.get_mut(*at)) {
                    *cell = value;
                }
            }
            Cells { number: line.saturating_add(1), values }
        });
        Ok(Sheet { name: self.name, lines: lines.collect() })
    }
}

impl Cells {
    /// The value in a column; nothing beyond the last.
    pub(super) fn at(&self, column: usize) -> &Value {
        self.values.get(column).unwrap_or(&NOTHING)
    }

    /// The values that hold something, with their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &Value)> {
        self.values.iter().enumerate().filter(|(_, value)| !value.is_empty())
    }
}

impl Sheet {
    /// The number of columns.
    pub(super) fn width(&self) -> usize {
        self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0)
    }

    /// The sheet as it is given back.
    pub(super) fn grid(&self, header: Vec<u32>) -> Grid {
        let line = |line: &Cells| Line { number: line.number, cells: line.values.iter().map(Value::shown).collect() };
        Grid { sheet: self.name.clone(), header, lines: self.lines.iter().map(line).collect() }
    }
}
