//! Looks at what kind of file it is, by its first bytes and never by its name, and has it read.

use super::{
    BYTES_MAX, ROWS_MAX, Reading, Refusal, Request, alloggiati, book,
    compound::SIGNATURE,
    header::Header,
    list, rows,
    sheet::{Sheet, Value},
    text, unl,
};

/// First bytes of files that are no tables: documents, pictures, archives, programs, sounds.
const OTHERS: [&[u8]; 14] = [
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"RIFF",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"{\\rtf",
    b"\x7FELF",
    b"MZ",
    b"OggS",
    b"ID3",
    b"BZh",
];

pub(super) fn read(bytes: &[u8], request: &Request) -> Result<Reading, Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if OTHERS.iter().any(|other| bytes.starts_with(other)) {
        return Err(Refusal::NotATable);
    }
    if bytes.starts_with(b"PK") || bytes.starts_with(SIGNATURE) {
        let (sheet, header) = book::open(bytes, &request.known)?;
        return of_sheet(&sheet, header, request);
    }
    let text = text::decoded(bytes).ok_or(Refusal::NotATable)?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // Pages and other marked-up text, whatever they call themselves.
    if text.trim_start().starts_with('<') {
        return Err(Refusal::NotATable);
    }
    if unl::is(text) {
        return unl::read(text, request);
    }
    if alloggiati::is(text) {
        return alloggiati::read(text, request);
    }
    let (sheet, header) = text::open(text, &request.known)?;
    match header {
        Some(header) => rows::read(&sheet, header, request),
        None if sheet.lines.is_empty() => Err(Refusal::Empty),
        None => list::read(text),
    }
}

/// A sheet with headers; without them perhaps a list.
fn of_sheet(sheet: &Sheet, header: Option<Header>, request: &Request) -> Result<Reading, Refusal> {
    if sheet.lines.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(header) = header {
        return rows::read(sheet, header, request);
    }
    let lines = sheet.lines.iter().map(|line| {
        let cells: Vec<String> = line.values.iter().map(Value::shown).collect();
        (line.number, false, cells)
    });
    let rows = list::rows(lines).ok_or(Refusal::NoHeader)?;
    if rows.len() > ROWS_MAX {
        return Err(Refusal::TooManyRows);
    }
    Ok(list::reading(rows, sheet.grid(Vec::new())))
}
