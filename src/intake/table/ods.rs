//! Sheets of an `OpenDocument` spreadsheet, read as a stream: a row that says that it stands there a million times is one
//! row, unless it holds something. Formulas are passed over; their last value is what counts.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Cursor, Read},
};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{
    Refusal,
    book::{self, SHEETS_MAX, Sheets, Take},
    sheet::{CELL_CHARS_MAX, Filling, Merge, Value},
};

/// The most lines and columns that a spreadsheet can have; positions beyond are no positions.
const PLACES_MAX: u32 = 1_048_576;

/// Goes through the visible sheets until one is taken.
pub(super) fn each(bytes: &[u8], sheets: &mut Sheets<'_>) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let mut manifest = Vec::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        part.take(1024 * 1024).read_to_end(&mut manifest).map_err(|_| Refusal::Damaged)?;
    }
    if manifest.windows(15).any(|word| word == b"encryption-data") {
        return Err(Refusal::Encrypted);
    }
    let content = archive.by_name("content.xml").map_err(|_| Refusal::Damaged)?;
    Document::new(BufReader::new(content)).each(sheets)
}

/// The document as it is read.
struct Document<R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
}

/// A sheet under way.
struct Place {
    filling: Filling,
    line: u32,
    lines_repeated: u32,
    column: u32,
    /// Values of the line that stand for every repetition of it.
    values: Vec<(u32, Value)>,
}

/// A cell under way.
#[derive(Default)]
struct Cell {
    kind: String,
    value: Option<String>,
    repeated: u32,
    lines_spanned: u32,
    text: String,
}

impl<R: BufRead> Document<R> {
    fn new(input: R) -> Self {
        let mut xml = Reader::from_reader(input);
        xml.config_mut().expand_empty_elements = true;
        Self { xml, buffer: Vec::new(), hidden: HashSet::new() }
    }

    fn each(mut self, sheets: &mut Sheets<'_>) -> Result<(), Refusal> {
        let mut style = None;
        let mut seen = 0;
        loop {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(|_| Refusal::Damaged)? {
                Event::Start(start) if named(&start, "style:style") => style = attribute(&start, "style:name"),
                Event::Start(start) if is_hiding(&start) => self.hidden.extend(style.take()),
                Event::Start(start) if named(&start, "table:table") => {
                    let is_hidden =
                        attribute(&start, "table:style-name").is_some_and(|style| self.hidden.contains(&style));
                    let filling = Filling::new(attribute(&start, "table:name"));
                    seen += 1;
                    let sheet = self.table(filling, is_hidden)?.finish()?;
                    if (!is_hidden && sheets.offer(sheet) == Take::Enough) || seen >= SHEETS_MAX {
                        return Ok(());
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// To the end of the sheet. Of a hidden one nothing is kept.
    fn table(&mut self, filling: Filling, is_hidden: bool) -> Result<Filling, Refusal> {
        let mut place = Place { filling, line: 0, lines_repeated: 1, column: 0, values: Vec::new() };
        loop {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(|_| Refusal::Damaged)? {
                Event::Start(start) if named(&start, "table:table-row") => {
                    place.lines_repeated = count(&start, "table:number-rows-repeated");
                    place.column = 0;
                }
                Event::Start(start) if is_cell(&start) => {
                    let cell = Cell::begun(&start);
                    let covered = named(&start, "table:covered-table-cell");
                    let cell = self.cell(cell)?;
                    if !covered && !is_hidden {
                        place.put(&cell)?;
                    }
                    place.column = place.column.saturating_add(cell.repeated).min(PLACES_MAX);
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => place.end_line()?,
                Event::End(end) if end.name().as_ref() == "table:table" => return Ok(place.filling),
                Event::Eof => return Err(Refusal::Damaged),
                _ => {}
            }
        }
    }

    /// To the end of the cell: its paragraphs, without remarks.
    fn cell(&mut self, mut cell: Cell) -> Result<Cell, Refusal> {
        let (mut depth, mut remarks) = (1_u32, 0_u32);
        loop {
            self.buffer.clear();
            match self.xml.read_event_into(&mut self.buffer).map_err(|_| Refusal::Damaged)? {
                Event::Start(start) => {
                    depth += 1;
                    match start.name().as_ref() {
                        "office:annotation" => remarks += 1,
                        "text:p" if !cell.text.is_empty() && remarks == 0 => cell.text.push('\n'),
                        "text:line-break" => cell.text.push('\n'),
                        "text:s" | "text:tab" => cell.text.push(' '),
                        _ => {}
                    }
                }
                Event::End(end) => {
                    depth -= 1;
                    if end.name().as_ref() == "office:annotation" {
                        remarks = remarks.saturating_sub(1);
                    }
                    if depth == 0 {
                        return Ok(cell);
                    }
                }
                Event::Text(text) if remarks == 0 && cell.has_room() => cell.text.push_str(&text.xml10_content()),
                Event::GeneralRef(name) if remarks == 0 && cell.has_room() => {
                    let character = name.resolve_char_ref().map_err(|_| Refusal::Damaged)?;
                    let named = quick_xml::escape::resolve_predefined_entity(name.as_ref());
                    cell.text.extend(character);
                    cell.text.push_str(named.unwrap_or_default());
                }
                Event::Eof => return Err(Refusal::Damaged),
                _ => {}
            }
        }
    }
}

impl Cell {
    fn begun(start: &BytesStart<'_>) -> Self {
        let value = ["office:value", "office:date-value", "office:boolean-value", "office:string-value"];
        Self {
            kind: attribute(start, "office:value-type").unwrap_or_default(),
            value: value.into_iter().find_map(|name| attribute(start, name)),
            repeated: count(start, "table:number-columns-repeated"),
            lines_spanned: count(start, "table:number-rows-spanned"),
            text: String::new(),
        }
    }

    fn has_room(&self) -> bool {
        self.text.len() <= 4 * CELL_CHARS_MAX
    }

    fn value(&self) -> Value {
        let text = Value::text(&self.text);
        if matches!(text, Value::Error(_)) || self.text.starts_with("Err:") {
            return if self.text.starts_with("Err:") { Value::Error("#VALUE!") } else { text };
        }
        let given = self.value.as_deref().unwrap_or_default();
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => given.parse().map_or(text, Value::Number),
            "date" => book::iso(given),
            "boolean" => Value::Bool(given.eq_ignore_ascii_case("true")),
            "time" => Value::Time(self.text.chars().take(CELL_CHARS_MAX).collect()),
            "string" if text.is_empty() => Value::text(given),
            _ => text,
        }
    }
}

impl Place {
    fn put(&mut self, cell: &Cell) -> Result<(), Refusal> {
        let value = cell.value();
        if value.is_empty() {
            return Ok(());
        }
        if cell.lines_spanned > 1 {
            let last = self.line.saturating_add(cell.lines_spanned - 1);
            self.filling.merge(Merge { first: self.line, last, column: self.column });
        }
        // What says that it stands there a thousand times is counted before it is copied.
        for column in (self.column..self.column.saturating_add(cell.repeated)).take(200) {
            self.filling.put(self.line, column, value.clone())?;
            if self.lines_repeated > 1 {
                self.values.push((column, value.clone()));
            }
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), Refusal> {
        let values = std::mem::take(&mut self.values);
        if !values.is_empty() {
            for line in (self.line..self.line.saturating_add(self.lines_repeated)).skip(1) {
                for (column, value) in &values {
                    self.filling.put(line, *column, value.clone())?;
                }
            }
        }
        self.line = self.line.saturating_add(self.lines_repeated).min(PLACES_MAX);
        self.lines_repeated = 1;
        Ok(())
    }
}

fn named(start: &BytesStart<'_>, name: &str) -> bool {
    start.name().as_ref() == name
}

/// A style's properties that keep a sheet from being shown.
fn is_hiding(start: &BytesStart<'_>) -> bool {
    named(start, "style:table-properties") && attribute(start, "table:display").as_deref() == Some("false")
}

fn is_cell(start: &BytesStart<'_>) -> bool {
    named(start, "table:table-cell") || named(start, "table:covered-table-cell")
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// How often something stands there; once where nothing is said.
fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|count| count.parse::<u32>().ok()).unwrap_or(1).clamp(1, PLACES_MAX)
}
