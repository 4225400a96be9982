//! Workbooks of any format: goes through the visible sheets and keeps the first that reads as a list of guests.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::NaiveDate;

use super::{
    Meaning, Refusal,
    header::{self, Header},
    ods,
    sheet::{Sheet, Value},
    unpack::{self, Package},
    xls, xlsx,
};

/// The most sheets looked at.
pub(super) const SHEETS_MAX: usize = 20;

/// The most cells looked at in a sheet, the empty ones among them.
pub(super) const CELLS_LOOKED_AT_MAX: u64 = 2_000_000;

/// Whether further sheets are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    More,
    Enough,
}

/// The sheets as they come: the best so far is kept.
pub(super) struct Sheets<'a> {
    known: &'a [(String, Meaning)],
    kept: Option<(Sheet, Option<Header>)>,
}

impl Sheets<'_> {
    /// Keeps the sheet when it is better than those before.
    pub(super) fn offer(&mut self, sheet: Sheet) -> Take {
        if sheet.lines.is_empty() {
            return Take::More;
        }
        let found = header::find(&sheet, self.known);
        let is_sure = found.as_ref().is_some_and(Header::is_sure);
        let kept_has_none = self.kept.as_ref().is_none_or(|(_, kept)| kept.is_none());
        if self.kept.is_none() || is_sure || (kept_has_none && found.is_some()) {
            self.kept = Some((sheet, found));
        }
        if is_sure { Take::Enough } else { Take::More }
    }
}

/// The sheet with the list of guests, else the first that holds something.
pub(super) fn open(bytes: &[u8], known: &[(String, Meaning)]) -> Result<(Sheet, Option<Header>), Refusal> {
    let mut sheets = Sheets { known, kept: None };
    let read = if bytes.starts_with(b"PK") {
        let package = unpack::package(bytes)?;
        guarded(|| match package {
            Package::Xlsx => xlsx::each(bytes, &mut sheets),
            Package::Ods => ods::each(bytes, &mut sheets),
        })
    } else {
        guarded(|| xls::each(bytes, &mut sheets))
    };
    read?;
    sheets.kept.ok_or(Refusal::Empty)
}

/// The libraries that read workbooks may stumble over broken ones; that is the file's fault.
fn guarded(read: impl FnOnce() -> Result<(), Refusal>) -> Result<(), Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Refusal::Damaged))
}

/// A day in ISO form, with or without a time; other text stays text.
pub(super) fn iso(text: &str) -> Value {
    let day = text.get(..10).filter(|_| text.len() == 10 || text[10..].starts_with(['T', ' ']));
    day.and_then(|day| day.parse::<NaiveDate>().ok()).map_or_else(|| Value::text(text), Value::Date)
}
