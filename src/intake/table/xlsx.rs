//! Sheets of an Excel workbook, cell by cell, so that a far cell costs no more than a near one. Macros, links to other
//! files and formulas are passed over; a formula's last value is what counts.

use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{
    Refusal,
    book::{CELLS_LOOKED_AT_MAX, SHEETS_MAX, Sheets, Take},
    sheet::{Filling, Merge, Value},
};

/// Goes through the visible sheets until one is taken.
pub(super) fn each(bytes: &[u8], sheets: &mut Sheets<'_>) -> Result<(), Refusal> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let since_1904 = book.has_1904_epoch();
    let visible =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let names: Vec<String> =
        book.sheets_metadata().iter().filter(visible).take(SHEETS_MAX).map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let mut filling = filled(&mut book, &name, since_1904)?;
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            filling.merge(Merge { first: area.start.0, last: area.end.0, column: area.start.1 });
        }
        if sheets.offer(filling.finish()?) == Take::Enough {
            return Ok(());
        }
    }
    Ok(())
}

/// The cells of a sheet as they come.
fn filled(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, since_1904: bool) -> Result<Filling, Refusal> {
    let mut filling = Filling::new(Some(name.to_owned()));
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| refusal(&error))?;
    let mut left = CELLS_LOOKED_AT_MAX;
    while let Some(cell) = cells.next_cell().map_err(|error| refusal(&error))? {
        let (line, column) = cell.get_position();
        filling.put(line, column, value(cell.get_value(), since_1904))?;
        left = left.checked_sub(1).ok_or(Refusal::TooManyCells)?;
    }
    Ok(filling)
}

fn refusal(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        _ => Refusal::Damaged,
    }
}

fn value(data: &DataRef<'_>, since_1904: bool) -> Value {
    match data {
        DataRef::Empty => Value::Empty,
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets have no other numbers")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Value::text(text),
        DataRef::SharedString(text) => Value::text(text),
        DataRef::Bool(yes) => Value::Bool(*yes),
        DataRef::DateTime(moment) if moment.is_duration() => Value::Time(format!("{:.0}", moment.as_f64() * 24.0)),
        DataRef::DateTime(moment) => Value::serial(moment.as_f64(), since_1904),
        DataRef::DateTimeIso(text) => super::book::iso(text),
        DataRef::Error(error) => Value::Error(error_shown(error)),
    }
}

/// The spreadsheet's own error, as it shows it.
pub(super) fn error_shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
