//! Tables as an XLSX workbook. A text stays a text whatever it begins with: no cell is ever a formula.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

/// One table.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name on the tab; shortened to 31 characters and made unlike the others where it must be.
    pub name: String,
    /// The header.
    pub columns: Vec<String>,
    /// Rows of cells, each in the order of the columns.
    pub rows: Vec<Vec<Cell>>,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({} rows)", self.rows.len())
    }
}

/// What a cell holds.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell {
    /// Always shown as written.
    Text(String),
    /// A day, as a date that can be sorted and counted with.
    Day(NaiveDate),
    /// A day and a time of day, likewise.
    Moment(NaiveDateTime),
    /// A whole number.
    Number(i64),
    /// Nothing.
    Empty,
}

/// A spreadsheet shows fifteen digits of a number; longer ones are written as text.
const LONGEST_NUMBER: u64 = 999_999_999_999_999;

/// The number of the format of texts (ECMA-376, part 1, 18.8.30).
pub(super) const TEXT: u8 = 49;

/// Characters of a cell, at most (Excel's specification).
const LONGEST_TEXT: usize = 32_767;

struct Formats {
    header: Format,
    day: Format,
    moment: Format,
    /// As if an apostrophe had been typed before it: editing the cell does not turn it into a formula either.
    literal: Format,
}

/// A workbook of the sheets, at least one, with a bold header that stays in view.
pub fn workbook(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let formats = Formats {
        header: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
        day: Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
        moment: Format::new().set_num_format("dd/mm/yyyy hh:mm").set_align(FormatAlign::Left),
        literal: Format::new().set_quote_prefix(),
    };
    let mut workbook = begun()?;
    let mut taken = HashSet::new();
    for sheet in sheets {
        let name = free_name(&sheet.name, &mut taken);
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name).context("naming a sheet")?;
        fill(worksheet, sheet, &formats).context("filling a sheet")?;
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().context("writing a workbook")
}

/// A workbook without sheets.
pub(super) fn begun() -> anyhow::Result<Workbook> {
    let mut workbook = Workbook::new();
    // The library would ask the system for the time.
    let made = ExcelDateTime::from_ymd(2000, 1, 1).context("a fixed date")?;
    workbook.set_properties(&DocProperties::new().set_author("Snaknov").set_creation_datetime(&made));
    Ok(workbook)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> anyhow::Result<()> {
    let mut widths = vec![0.0_f64; sheet.columns.len()];
    for (column, title) in (0..).zip(&sheet.columns) {
        worksheet.write_string_with_format(0, column, shortened(title), &formats.header)?;
        widths[usize::from(column)] = width(title);
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(worksheet, row, column, cell, formats)?;
            if let Some(widest) = widths.get_mut(usize::from(column)) {
                *widest = widest.max(match cell {
                    Cell::Text(text) => width(text),
                    Cell::Day(_) => 10.0,
                    Cell::Moment(_) => 16.0,
                    Cell::Number(number) => width(&number.to_string()),
                    Cell::Empty => 0.0,
                });
            }
        }
    }
    for (column, width) in (0..).zip(widths) {
        worksheet.set_column_width(column, (width + 2.0).clamp(6.0, 60.0))?;
    }
    worksheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> anyhow::Result<()> {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            worksheet.write_string_with_format(row, column, shortened(text), &formats.literal)?;
        }
        Cell::Text(text) => {
            worksheet.write_string(row, column, shortened(text))?;
        }
        // Excel's calendar begins in 1900.
        Cell::Day(day) if day.year() >= 1900 => {
            worksheet.write_with_format(row, column, day, &formats.day)?;
        }
        Cell::Day(day) => {
            worksheet.write_string(row, column, day.format("%d/%m/%Y").to_string())?;
        }
        Cell::Moment(moment) => {
            worksheet.write_with_format(row, column, moment, &formats.moment)?;
        }
        #[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact")]
        Cell::Number(number) if number.unsigned_abs() <= LONGEST_NUMBER => {
            worksheet.write_number(row, column, *number as f64)?;
        }
        Cell::Number(number) => {
            worksheet.write_string(row, column, number.to_string())?;
        }
        Cell::Empty => {}
    }
    Ok(())
}

/// Writes a text of any length, as a text whatever it begins with.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    look: &Format,
) -> anyhow::Result<()> {
    sheet.write_string_with_format(row, column, shortened(text), look)?;
    Ok(())
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// About how many digits' width a text takes. Khmer signs above and below take none.
pub(super) fn width(text: &str) -> f64 {
    let lines = text.lines().map(|line| {
        line.chars()
            .map(|c| match c {
                '\u{17b4}'..='\u{17bd}' | '\u{17c6}' | '\u{17c9}'..='\u{17d3}' | '\u{200b}'..='\u{200d}' => 0.0,
                '\u{1100}'..='\u{11ff}'
                | '\u{2e80}'..='\u{a4cf}'
                | '\u{ac00}'..='\u{d7a3}'
                | '\u{f900}'..='\u{faff}'
                | '\u{ff00}'..='\u{ff60}'
                | '\u{1f000}'.. => 2.0,
                'A'..='Z' | '\u{1780}'..='\u{17b3}' => 1.25,
                _ => 1.05,
            })
            .sum::<f64>()
    });
    lines.fold(0.0, f64::max)
}

/// A name that Excel takes: 1 to 31 characters, none of `[]:*?/\`, no apostrophe at an end, unlike the others in any case.
pub(super) fn free_name(wanted: &str, taken: &mut HashSet<String>) -> String {
    let allowed: String =
        wanted.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let tidy = |name: &str| name.trim_matches([' ', '\'']).to_owned();
    let shortened = |most: usize| {
        let mut units = 0;
        let fits = |c: &char| {
            units += c.len_utf16();
            units <= most
        };
        tidy(&tidy(&allowed).chars().take_while(fits).collect::<String>())
    };
    let numbered = (1..).map(|number| match number {
        1 => shortened(31),
        _ => tidy(&format!("{} {number}", shortened(27))),
    });
    let mut free = numbered.filter(|name| !name.is_empty() && taken.insert(name.to_lowercase()));
    free.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use chrono::NaiveDate;

    use super::*;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 11, 22).unwrap()
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn every_cell_comes_back_as_what_it_was() {
        let risky = ["=1+1", "+85512", "-5", "@SUM(A1)", "0012345", "ភ្នំពេញ", "王小明", "\t=1", "1/2/2026", "TRUE"];
        let mut rows: Vec<Vec<Cell>> = risky.iter().map(|risky| vec![text(risky), Cell::Empty]).collect();
        rows.push(vec![Cell::Day(day(2026)), Cell::Number(-42)]);
        rows.push(vec![Cell::Day(day(1850)), Cell::Number(i64::MAX)]);
        let sheet = Sheet { name: "ភ្ញៀវ".into(), columns: vec!["Name".into(), "=Count".into()], rows };
        let bytes = workbook(std::slice::from_ref(&sheet)).unwrap();
        assert_eq!(bytes, workbook(&[sheet]).unwrap(), "the same sheets give the same bytes");

        let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["ភ្ញៀវ"]);
        let formulas = read.worksheet_formula("ភ្ញៀវ").unwrap();
        assert_eq!(formulas.cells().filter(|(.., formula)| !formula.is_empty()).count(), 0);
        let range = read.worksheet_range("ភ្ញៀវ").unwrap();
        for (row, risky) in (1..).zip(risky) {
            assert_eq!(range.get_value((row, 0)), Some(&Data::String(risky.into())));
        }
        assert_eq!(range.get_value((0, 1)), Some(&Data::String("=Count".into())));
        let Some(Data::DateTime(date)) = range.get_value((11, 0)) else { panic!("{range:?}") };
        assert_eq!(date.as_datetime().unwrap().date(), day(2026));
        assert_eq!(range.get_value((11, 1)), Some(&Data::Float(-42.0)));
        assert_eq!(range.get_value((12, 0)), Some(&Data::String("22/11/1850".into())));
        assert_eq!(range.get_value((12, 1)), Some(&Data::String(i64::MAX.to_string())));
    }

    #[test]
    fn names_of_sheets_are_made_such_as_excel_takes() {
        let names = [
            "Guests",
            "guests",
            "a/b:c",
            "'x'",
            "",
            &"ក".repeat(40),
            &"ក".repeat(40),
            "🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠",
        ];
        let sheets = names.map(|name| Sheet {
            name: name.into(),
            columns: vec!["x".repeat(40_000)],
            rows: vec![vec![text("=")]],
        });
        let read: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook(&sheets).unwrap())).unwrap();
        assert_eq!(read.sheet_names()[..5], ["Guests", "guests 2", "a b c", "x", "2"]);
        assert!(workbook(&[]).is_ok_and(|bytes| !bytes.is_empty()));
    }
}
