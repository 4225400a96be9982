//! Tables that people send become entries or complaints: spreadsheets, exports of other systems, pasted lists.
//! Deliberately no I/O and no words: what is wrong is an enum, and what a cell holds is never part of an error.

mod alloggiati;
mod book;
mod compound;
mod days;
mod fields;
mod header;
mod list;
mod look;
mod ods;
mod rows;
mod sheet;
mod text;
mod unl;
mod unpack;
mod words;
mod xls;
mod xlsx;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{
    entry::{Entry, Field},
    premises::PremisesKind,
};

/// The largest file taken, in bytes; Telegram hands bots no larger one.
pub const BYTES_MAX: usize = 20 * 1024 * 1024;

/// The most rows of guests, without titles and headers.
pub const ROWS_MAX: usize = 5_000;

/// What is known of a file before it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The kind of premises that the table is about.
    pub kind: PremisesKind,
    /// The day in Phnom Penh.
    pub today: NaiveDate,
    /// The file's name: a hint and nothing more.
    pub name: Option<String>,
    /// What people of these premises said of columns that nothing recognised: [`Unknown::key`] and its meaning.
    pub known: Vec<(String, Meaning)>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Something of the guest.
    Field(Field),
    /// Nothing that is reported.
    Ignored,
}

/// What was read of a table.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Whose layout it is.
    pub layout: Layout,
    /// The columns in their order; none for layouts without headers.
    pub columns: Vec<Column>,
    /// Columns to ask about once.
    pub unknown: Vec<Unknown>,
    /// One for each guest.
    pub rows: Vec<Row>,
    /// The table as it was sent.
    pub grid: Grid,
}

/// Whose layout a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// The product's template.
    Template,
    /// The sender's own, with headers.
    Own,
    /// Ubyport's text form (Czech foreign police).
    Unl,
    /// The fixed-width form of Alloggiati Web (Italian police).
    Alloggiati,
    /// A line each, without headers.
    List,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its place in the table, from 0.
    pub index: u32,
    /// The header as it stands there, on one line.
    pub header: String,
    /// What it holds; `None` when nothing recognises it.
    pub meaning: Option<Meaning>,
}

/// A column that nothing recognises and that holds something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// Its place in the table, from 0.
    pub index: u32,
    /// The header as it stands there, on one line.
    pub header: String,
    /// What to remember the answer under.
    pub key: String,
    /// Up to three different values, shortened.
    pub examples: Vec<String>,
}

/// A guest's row.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as the sender's program shows it, from 1.
    pub number: u32,
    /// What could be read.
    pub entry: Entry,
    /// What could not, in the order of the fields.
    pub complaints: Vec<Complaint>,
}

/// A cell that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Complaint {
    /// Of what.
    pub field: Field,
    /// Why.
    pub what: Wrong,
}

/// Why a cell could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// It is no date, or can be read in too many ways.
    DateUnclear,
    /// Day, month or year are missing where the whole date is needed.
    DateIncomplete,
    /// The calendar has no such day.
    DateImpossible,
    /// A day of the moon calendar.
    DateLunar,
    /// Longer ago than can be meant.
    DateTooFarPast,
    /// Further ahead than can be meant; of an arrival: later than tomorrow.
    DateInFuture,
    /// A birth after today.
    BornInFuture,
    /// The departure lies before the arrival.
    LeavesBeforeArrival,
    /// Too short, without a digit, or with characters that document numbers do not have.
    NumberOdd,
    /// The spreadsheet has rounded the number (1.23E+11): its last digits are lost.
    NumberRounded,
    /// There is no Latin letter in the name.
    NameNotLatin,
    /// There is a digit in the name.
    NameHasDigits,
    /// There is a character that names do not have.
    NameOdd,
    /// No country is called so.
    CountryUnknown,
    /// Several countries are called so.
    CountryUnclear,
    /// Not a word for a sex that we know.
    SexUnknown,
    /// Not a word for a kind of document that we know.
    DocumentUnknown,
    /// Not a visa class that we know.
    VisaUnknown,
    /// Not a word that says where the date stands.
    SourceUnknown,
    /// Neither yes nor no nor a permit's number.
    WorkUnknown,
    /// Longer than the report can hold.
    TooLong,
    /// The spreadsheet's own error (#REF!) or a formula without a value.
    FormulaError,
    /// The spreadsheet has made a date of something that is none (room 1-2).
    BecameDate,
}

impl Wrong {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::DateUnclear,
        Self::DateIncomplete,
        Self::DateImpossible,
        Self::DateLunar,
        Self::DateTooFarPast,
        Self::DateInFuture,
        Self::BornInFuture,
        Self::LeavesBeforeArrival,
        Self::NumberOdd,
        Self::NumberRounded,
        Self::NameNotLatin,
        Self::NameHasDigits,
        Self::NameOdd,
        Self::CountryUnknown,
        Self::CountryUnclear,
        Self::SexUnknown,
        Self::DocumentUnknown,
        Self::VisaUnknown,
        Self::SourceUnknown,
        Self::WorkUnknown,
        Self::TooLong,
        Self::FormulaError,
        Self::BecameDate,
    ];
}

/// The table as it was sent, to give it back with the reasons beside the rows.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Grid {
    /// The sheet's name, where there are sheets.
    pub sheet: Option<String>,
    /// The numbers of the header's lines, at most two.
    pub header: Vec<u32>,
    /// The lines that hold something, titles and footers among them.
    pub lines: Vec<Line>,
}

/// A line of a grid.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number, from 1; [`Row::number`] refers to it.
    pub number: u32,
    /// The cells from the first column on, as shown; the empty ones at the end are left out.
    pub cells: Vec<String>,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It is another kind of file.
    #[error("not a table")]
    NotATable,
    /// It has more than [`BYTES_MAX`] bytes.
    #[error("too many bytes")]
    TooLarge,
    /// What is packed in it would be larger than can be meant.
    #[error("it unfolds to more than is taken")]
    Unfolds,
    /// There are more cells, columns or letters than can be meant.
    #[error("too many cells")]
    TooManyCells,
    /// There are more rows than [`ROWS_MAX`].
    #[error("too many rows")]
    TooManyRows,
    /// It is protected with a password.
    #[error("encrypted")]
    Encrypted,
    /// It is cut off or broken.
    #[error("damaged")]
    Damaged,
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// No row of headers was found, and the rows are no list either.
    #[error("no header")]
    NoHeader,
    /// Tables cannot be read on this machine; `doctor` says why.
    #[error("unavailable")]
    Unavailable,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::NotATable,
        Self::TooLarge,
        Self::Unfolds,
        Self::TooManyCells,
        Self::TooManyRows,
        Self::Encrypted,
        Self::Damaged,
        Self::Empty,
        Self::NoHeader,
        Self::Unavailable,
    ];

    /// The name used in files for programs and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotATable => "not_a_table",
            Self::TooLarge => "too_large",
            Self::Unfolds => "unfolds",
            Self::TooManyCells => "too_many_cells",
            Self::TooManyRows => "too_many_rows",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::Empty => "empty",
            Self::NoHeader => "no_header",
            Self::Unavailable => "unavailable",
        }
    }
}

/// Reads a table. Macros are neither looked at nor run, formulas are not evaluated: what the file holds as their value
/// is read like any other value.
pub fn read(bytes: &[u8], request: &Request) -> Result<Reading, Refusal> {
    look::read(bytes, request)
}

/// Reads a list pasted into a chat: a guest a line, at least two; `None` when it is no such list.
pub fn pasted(text: &str, request: &Request) -> Option<Reading> {
    list::pasted(text, request)
}
