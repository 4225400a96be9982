//! The guests of a place as a file, in the product's own row. Deliberately no choice of which guests stand in it.

use chrono::{NaiveDate, NaiveDateTime};

use crate::{
    domain::{premises::PremisesKind, stay::Arrival},
    text::Words,
};

use super::{Sheet, csv::csv, row, workbook::workbook};

/// A guest as the row states them. `Debug` shows nothing of the person.
#[derive(Clone)]
pub struct GuestRow {
    /// What is stated at present.
    pub arrival: Arrival,
    /// The day of departure.
    pub departed_on: Option<NaiveDate>,
    /// The number of the report of arrival.
    pub report: String,
    /// When it was made, in Phnom Penh.
    pub reported_at: NaiveDateTime,
    /// After the deadline.
    pub late: bool,
}

impl std::fmt::Debug for GuestRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GuestRow({})", self.report)
    }
}

/// The guests as a workbook, for people: the columns that matter at such a place, headings in three languages, values in
/// the language of whoever reads it, real dates.
pub fn guests_workbook(kind: PremisesKind, guests: &[GuestRow], words: &Words) -> anyhow::Result<Vec<u8>> {
    let columns = row::read_at(kind);
    let cells = |guest: &GuestRow| columns.iter().map(|&column| row::for_people(column, guest, words)).collect();
    workbook(&[Sheet {
        name: words.msg_mydata_sheet_guests(),
        columns: columns.iter().map(|column| column.headings().join("\n")).collect(),
        rows: guests.iter().map(cells).collect(),
    }])
}

/// The guests as comma-separated values, for programs: the same columns for every kind of place, codes, ISO dates.
pub fn guests_csv(guests: &[GuestRow]) -> anyhow::Result<Vec<u8>> {
    let columns = row::whole();
    let rows: Vec<Vec<String>> =
        guests.iter().map(|guest| columns.iter().map(|&column| row::for_programs(column, guest)).collect()).collect();
    let header = columns.iter().map(|column| column.name()).collect();
    csv(std::iter::once(header).chain(rows.iter().map(|row| row.iter().map(String::as_str).collect())))
}
