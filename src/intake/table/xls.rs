//! Sheets of an old Excel workbook. The library that reads them sets memory aside for whatever the file says of its
//! size, so the file's records are walked over first: what they say of the size is blotted out, and a sheet whose
//! outermost cells are too far apart is refused. Deliberately not a second reader: no value is read here.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::{
    Refusal,
    book::{self, SHEETS_MAX, Sheets, Take},
    compound::{Compound, Stream},
    sheet::{Filling, Merge, Value},
    xlsx::error_shown,
};

/// The most cells, the empty ones among them, that all sheets together may span: the library keeps them all.
const AREA_MAX: u64 = 1_000_000;

/// The most records of all sheets together.
const RECORDS_MAX: u32 = 4_000_000;

/// The most sheets of any kind.
const SHEETS_STATED_MAX: usize = 200;

/// Goes through the visible sheets until one is taken.
pub(super) fn each(bytes: &[u8], sheets: &mut Sheets<'_>) -> Result<(), Refusal> {
    let bytes = weighed(bytes)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::Encrypted,
        _ => Refusal::Damaged,
    })?;
    let since_1904 = book.has_1904_epoch();
    let visible =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let names: Vec<String> =
        book.sheets_metadata().iter().filter(visible).take(SHEETS_MAX).map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let range = book.worksheet_range(&name).map_err(|_| Refusal::Damaged)?;
        let mut filling = Filling::new(Some(name.clone()));
        let (top, left) = range.start().unwrap_or_default();
        for (line, cells) in (top..).zip(range.rows()) {
            for (column, data) in (left..).zip(cells) {
                filling.put(line, column, value(data, since_1904))?;
            }
        }
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            filling.merge(Merge { first: area.start.0, last: area.end.0, column: area.start.1 });
        }
        if sheets.offer(filling.finish()?) == Take::Enough {
            return Ok(());
        }
    }
    Ok(())
}

fn value(data: &Data, since_1904: bool) -> Value {
    match data {
        Data::Empty => Value::Empty,
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets have no other numbers")]
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Value::text(text),
        Data::Bool(yes) => Value::Bool(*yes),
        Data::DateTime(moment) => Value::serial(moment.as_f64(), since_1904),
        Data::DateTimeIso(text) => book::iso(text),
        Data::Error(error) => Value::Error(error_shown(error)),
    }
}

const BEGINNING: u16 = 0x0809;
const END: u16 = 0x000A;
const PROTECTED: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const SEVERAL_NUMBERS: u16 = 0x00BD;
/// Records of one cell: formula, rich text, shared text, number, text, yes or no, number in short.
const CELLS: [u16; 7] = [0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
/// The type that stands in place of a record that is to be passed over; no reader knows it.
const PASSED_OVER: [u8; 2] = [0xF0, 0xFF];

/// The file with what its records say of its size blotted out.
fn weighed(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let compound = Compound::read(bytes).ok_or(Refusal::Damaged)?;
    if compound.has("EncryptedPackage") || compound.has("EncryptionInfo") {
        return Err(Refusal::Encrypted);
    }
    let Some(stream) = compound.stream("Workbook").or_else(|| compound.stream("Book")) else {
        // Documents and messages of the same family of files.
        return Err(if compound.is_whole() { Refusal::NotATable } else { Refusal::Damaged });
    };
    let mut bytes = bytes.to_vec();
    let mut sheets = Vec::new();
    let records = Records { stream: &stream, at: 0 };
    for record in records.take(RECORDS_MAX as usize) {
        match record.kind {
            PROTECTED => return Err(Refusal::Encrypted),
            SHEET => sheets.push(stream.number(record.at + 4, 4)),
            DIMENSIONS => stream.overwrite(&mut bytes, record.at, PASSED_OVER),
            _ => {}
        }
    }
    if sheets.len() > SHEETS_STATED_MAX {
        return Err(Refusal::TooManyCells);
    }
    let (mut area, mut records_left) = (0, RECORDS_MAX);
    for start in sheets {
        let records = Records { stream: &stream, at: usize::try_from(start).unwrap_or(usize::MAX) };
        area += span(records, &mut records_left);
        if area > AREA_MAX || records_left == 0 {
            return Err(Refusal::TooManyCells);
        }
    }
    Ok(bytes)
}

/// How many cells lie between the outermost ones of a sheet.
fn span(records: Records<'_>, left: &mut u32) -> u64 {
    let (mut lines, mut columns) = (None, None);
    let mut depth = 0_u32;
    for record in records {
        *left = left.saturating_sub(1);
        if *left == 0 {
            break;
        }
        match record.kind {
            BEGINNING => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            kind if CELLS.contains(&kind) || kind == SEVERAL_NUMBERS => {
                let number = |at| record.stream.number(record.at + 4 + at, 2);
                let last = if kind == SEVERAL_NUMBERS { number(record.length.saturating_sub(2)) } else { number(2) };
                widen(&mut lines, number(0), number(0));
                widen(&mut columns, number(2), last);
            }
            _ => {}
        }
    }
    let width = |range: Option<(u64, u64)>| range.map_or(0, |(first, last)| last.saturating_sub(first) + 1);
    width(lines) * width(columns)
}

fn widen(range: &mut Option<(u64, u64)>, first: u64, last: u64) {
    let (start, end) = range.unwrap_or((first, last));
    *range = Some((start.min(first), end.max(last)));
}

/// A record: its type, where it begins, and how long what follows its head is.
struct Record<'a> {
    kind: u16,
    at: usize,
    length: usize,
    stream: &'a Stream<'a>,
}

/// The records of a stream from a place on.
struct Records<'a> {
    stream: &'a Stream<'a>,
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let at = self.at;
        if at.checked_add(4)? > self.stream.len() {
            return None;
        }
        let kind = u16::try_from(self.stream.number(at, 2)).ok()?;
        let length = usize::try_from(self.stream.number(at + 2, 2)).ok()?;
        self.at = at + 4 + length;
        Some(Record { kind, at, length, stream: self.stream })
    }
}
