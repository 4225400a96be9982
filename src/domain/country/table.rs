//! The table of countries as shipped, read once; it does not search.

use std::sync::OnceLock;

use super::Country;

static TABLE: &str = include_str!("../../../data/countries.tsv");

/// One line of the table.
pub(super) struct Row {
    pub(super) country: Country,
    pub(super) alpha2: &'static str,
    pub(super) khmer: &'static str,
    pub(super) english: &'static str,
    pub(super) chinese: &'static str,
    /// Further names to search by, separated by `|`.
    pub(super) further: &'static str,
}

/// All rows, in the order of their codes.
pub(super) fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).map(read).collect())
}

/// The row of a country.
pub(super) fn row(country: Country) -> Option<&'static Row> {
    let rows = rows();
    let at = rows.binary_search_by_key(&country, |row| row.country).ok()?;
    rows.get(at)
}

fn read(line: &'static str) -> Row {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or("");
    let code = cell().as_bytes().try_into().expect("the converter writes three-letter codes");
    Row { country: Country(code), alpha2: cell(), khmer: cell(), english: cell(), chinese: cell(), further: cell() }
}
