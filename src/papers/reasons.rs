//! Somebody's own spreadsheet once more, with what is to be corrected beside each row. The cells stay what they were, as
//! text. Deliberately no opinion on the rows: the reasons are somebody else's.

use std::collections::{HashMap, HashSet};

use anyhow::Context as _;
use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::text::Words;

use super::{
    row::in_three,
    workbook::{TEXT, begun, free_name, width, write_text},
};

/// What stands beside a row.
#[derive(Clone, PartialEq, Eq)]
pub enum Beside {
    /// What has to be corrected, in the reader's words.
    Correct(String),
    /// Nothing has: the row is good.
    Good,
}

impl std::fmt::Debug for Beside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if *self == Self::Good { "Good" } else { "Correct(…)" })
    }
}

/// What stands beside a row that is good.
const GOOD: &str = "✓";

/// Widths of the column in front and of the widest of the others, in digits.
const REASONS: f64 = 45.0;
const WIDEST: f64 = 60.0;

/// Columns of a sheet, at most; Excel has some more (16,384).
const COLUMNS: usize = 1_000;

/// The spreadsheet with a column in front of the others. `header` is the row with the headings, `beside` what is said of
/// rows, both by their place in `rows`; rows of which nothing is said (titles, examples, totals) stay as they are. A
/// column that an earlier answer put in front gives way to this one.
pub fn reasons(
    header: Option<usize>,
    rows: &[Vec<String>],
    beside: &[(usize, Beside)],
    words: &Words,
) -> anyhow::Result<Vec<u8>> {
    let ours = in_three(|words| words.msg_table_correct()).join("\n");
    let in_front = usize::from(rows.iter().any(|row| row.first().is_some_and(|cell| is_ours(cell))));
    // A spreadsheet without headings gets a line for the one that is put in front.
    let above = usize::from(header.is_none());
    let beside: HashMap<usize, &Beside> = beside.iter().map(|(row, beside)| (*row, beside)).collect();
    let looks = Looks::new();
    let mut workbook = begun()?;
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(free_name(&words.msg_table_correct(), &mut HashSet::new())).context("naming a sheet")?;
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().min(COLUMNS);
    // As text, so that what is corrected keeps its zeros and its dates stay as typed.
    worksheet.set_column_range_format(0, u16::try_from(columns)?, &looks.text)?;
    let header_line = u32::try_from(header.unwrap_or_default())?;
    write_text(worksheet, header_line, 0, &ours, &looks.header)?;
    let mut widths = vec![0.0_f64; columns + 1];
    for (at, row) in rows.iter().enumerate() {
        let line = u32::try_from(at + above)?;
        let (said, look) = match beside.get(&at) {
            _ if header == Some(at) => (None, &looks.header),
            Some(Beside::Correct(reason)) => (Some((reason.as_str(), &looks.wrong)), &looks.wrong),
            Some(Beside::Good) => (Some((GOOD, &looks.good)), &looks.text),
            None => (None, &looks.text),
        };
        if let Some((text, look)) = said {
            write_text(worksheet, line, 0, text, look)?;
        }
        for (column, cell) in (1_u16..).zip(row.iter().skip(in_front).take(COLUMNS)) {
            write_text(worksheet, line, column, cell, look)?;
            let widest = &mut widths[usize::from(column)];
            *widest = widest.max(width(cell));
        }
    }
    for (column, width) in (1_u16..).zip(widths.into_iter().skip(1)) {
        worksheet.set_column_width(column, (width + 2.0).clamp(6.0, WIDEST))?;
    }
    worksheet.set_column_width(0, REASONS)?;
    worksheet.set_freeze_panes(header_line + 1, 1)?;
    workbook.save_to_buffer().context("writing a workbook")
}

/// Whether a cell is the heading of the column that an answer puts in front.
fn is_ours(cell: &str) -> bool {
    let headings = in_three(|words| words.msg_table_correct());
    !cell.trim().is_empty() && cell.lines().all(|line| headings.iter().any(|heading| heading == line.trim()))
}

struct Looks {
    header: Format,
    text: Format,
    wrong: Format,
    good: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_num_format_index(TEXT).set_align(FormatAlign::Top);
        Self {
            header: text.clone().set_bold().set_text_wrap(),
            wrong: text.clone().set_text_wrap().set_background_color(Color::RGB(0x00FF_F2CC)),
            good: text.clone().set_font_color(Color::RGB(0x002E_7D32)),
            text,
        }
    }
}
