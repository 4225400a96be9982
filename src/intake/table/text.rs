//! Tables that are plain text: which letters, which delimiter, which lines. Decided by what is there, never by the name.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

use super::{
    Meaning, Refusal,
    header::{self, Header},
    sheet::{Filling, Sheet, Value},
};

/// So much of a file is looked at to tell its letters.
const LOOKED_AT: usize = 64 * 1024;

/// So many lines are looked at to tell its delimiter.
const LINES_LOOKED_AT: usize = 60;

/// A quoted cell with more lines than these is a quotation mark that nobody closed.
const CELL_LINES_MAX: usize = 40;

/// The most delimiters in a line; the reader of lines keeps all of them at once.
const CELLS_MAX: usize = 2_000;

/// What may stand between cells.
const DELIMITERS: [u8; 5] = *b",;\t|:";

/// The text of a file; none where it is no text.
pub(super) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => plain_utf8(rest)?,
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0,
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0,
        _ => guessed(bytes)?,
    };
    is_written(&text).then_some(text)
}

fn guessed(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > 0 {
        // Latin letters in UTF-16 have a zero in every second byte.
        let most = head.len() / 2 / 4;
        return match (even > most, odd > most) {
            (false, true) => Some(UTF_16LE.decode_without_bom_handling(bytes).0),
            (true, false) => Some(UTF_16BE.decode_without_bom_handling(bytes).0),
            _ => None,
        };
    }
    if let Some(text) = plain_utf8(bytes) {
        return Some(text);
    }
    if bytes.starts_with(b"A|") || bytes.starts_with(b"U|") {
        return Some(WINDOWS_1250.decode_without_bom_handling(bytes).0);
    }
    let chinese = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    chinese.filter(|text| is_chinese(text)).or_else(|| {
        let western = WINDOWS_1252.decode_without_bom_handling(bytes).0;
        let foreign = western.chars().take(LOOKED_AT).filter(|c| !c.is_ascii()).count();
        (foreign * 4 < western.chars().take(LOOKED_AT).count()).then_some(western)
    })
}

/// UTF-8, even if the file ends within a letter.
fn plain_utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(error) if error.error_len().is_none() => {
            bytes.get(..error.valid_up_to()).and_then(|whole| std::str::from_utf8(whole).ok()).map(Cow::Borrowed)
        }
        Err(_) => None,
    }
}

/// Western text read as Chinese gives rare characters; Chinese text has the common ones.
fn is_chinese(text: &str) -> bool {
    let foreign = text.chars().take(LOOKED_AT).filter(|c| !c.is_ascii());
    let (mut all, mut common) = (0_usize, 0_usize);
    for c in foreign {
        all += 1;
        // What GB2312 has of them in its first level is what people write; those blocks hold nearly all of it.
        let two = GB18030.encode(c.encode_utf8(&mut [0; 4])).0.first().copied().unwrap_or(0);
        common += usize::from((0xA1..=0xA3).contains(&two) || (0xB0..=0xD7).contains(&two));
    }
    all > 0 && common * 10 >= all * 8
}

/// No control characters but those of lines and columns.
fn is_written(text: &str) -> bool {
    let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}');
    !text.chars().take(LOOKED_AT * 4).any(is_control)
}

/// The sheet of a text with the delimiter under which most headers are recognised, else under which lines are most alike.
pub(super) fn open(text: &str, known: &[(String, Meaning)]) -> Result<(Sheet, Option<Header>), Refusal> {
    let (text, stated) = stated_delimiter(text);
    let head: String =
        text.split_inclusive('\n').take(LINES_LOOKED_AT).collect::<String>().chars().take(LOOKED_AT).collect();
    let rank = |delimiter: u8| {
        let Ok(sheet) = cut(&head, delimiter, 0) else { return (0, 0) };
        let recognised = header::find(&sheet, known)
            .map_or(0, |header| header.columns.iter().filter(|column| column.meaning.is_some()).count());
        let alike = |width: usize| sheet.lines.iter().filter(|line| line.values.len() == width).count();
        let widths = 2..=sheet.width();
        (recognised, widths.map(|width| alike(width) * (width - 1).min(8)).max().unwrap_or(0))
    };
    let best = stated.or_else(|| DELIMITERS.into_iter().rev().max_by_key(|delimiter| rank(*delimiter)));
    let sheet = cut(text, best.unwrap_or(b','), usize::from(stated.is_some()))?;
    let found = header::find(&sheet, known);
    Ok((sheet, found))
}

/// Excel's own first line `sep=;`.
fn stated_delimiter(text: &str) -> (&str, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    let stated = line.strip_prefix("sep=").and_then(|stated| stated.bytes().next().filter(|_| stated.len() == 1));
    match stated {
        Some(delimiter) => (text.split_once('\n').map_or("", |(_, rest)| rest), Some(delimiter)),
        None => (text, None),
    }
}

/// Cuts a text into cells.
fn cut(text: &str, delimiter: u8, lines_before: usize) -> Result<Sheet, Refusal> {
    let cells = |line: &[u8]| line.split(|byte| *byte == delimiter).count();
    if text.as_bytes().split(|byte| *byte == b'\n').any(|line| cells(line) > CELLS_MAX) {
        return Err(Refusal::TooManyCells);
    }
    let quoted = records(text, delimiter, true, lines_before)?;
    if quoted.breaks == 0 {
        return Ok(quoted.sheet);
    }
    // Quotation marks that nobody closed join lines that are whole by themselves.
    let plain = records(text, delimiter, false, lines_before)?;
    let width = plain.sheet.width();
    let whole = plain.sheet.lines.iter().filter(|line| line.values.len() == width).count();
    let is_swallowed = quoted.breaks_most > CELL_LINES_MAX || (width > 1 && whole * 50 >= plain.sheet.lines.len() * 49);
    Ok(if is_swallowed { plain.sheet } else { quoted.sheet })
}

/// A text cut into cells, and how many lines within them were quoted, in all and in one cell at most.
struct Records {
    sheet: Sheet,
    breaks: usize,
    breaks_most: usize,
}

/// The records of a text, each with the number of its line as a spreadsheet would show it.
fn records(text: &str, delimiter: u8, quoting: bool, lines_before: usize) -> Result<Records, Refusal> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
    let mut reader = builder.from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut filling = Filling::new(None);
    // Breaks within quoted cells make lines of the file, and none of the table; empty lines make both.
    let (mut breaks, mut breaks_most, mut counted, mut lines) = (0, 0, 0, 0);
    while reader.read_byte_record(&mut record).map_err(|_| Refusal::Damaged)? {
        let position = record.position().map_or(0, csv::Position::byte);
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(text.len());
        let rest = text.as_bytes().get(position..).unwrap_or_default();
        let start = position + rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        lines += line_ends(text.as_bytes().get(counted..start).unwrap_or_default());
        counted = start.max(counted);
        let number = lines.saturating_sub(breaks) + lines_before;
        for (column, cell) in (0..).zip(record.iter()) {
            let within = line_ends(cell);
            (breaks, breaks_most) = (breaks + within, breaks_most.max(within));
            let cell = String::from_utf8_lossy(cell);
            let cell = if quoting { unwrapped(&cell) } else { cell.trim().trim_matches('"') };
            filling.put(u32::try_from(number).unwrap_or(u32::MAX), column, Value::text(cell))?;
        }
    }
    Ok(Records { sheet: filling.finish()?, breaks, breaks_most })
}

/// How many lines end here: with a line feed, a carriage return, or both.
fn line_ends(bytes: &[u8]) -> usize {
    let feeds = bytes.split(|byte| *byte == b'\n').count() - 1;
    let returns = bytes.iter().enumerate().filter(|(at, byte)| **byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    feeds + returns.count()
}

/// `="00123"`, by which programs keep a spreadsheet from dropping zeros: the text within.
fn unwrapped(cell: &str) -> &str {
    let within = cell.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    within.filter(|within| !within.contains('"')).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_from_the_bytes() {
        let text = "姓名,护照号码\nZHANG SAN,E12345678\n";
        let utf16 = |big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let with_mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark(b"\xEF\xBB\xBF", text.as_bytes().to_vec()),
            with_mark(b"\xFF\xFE", utf16(false)),
            with_mark(b"\xFE\xFF", utf16(true)),
            utf16(false),
            utf16(true),
            GB18030.encode(text).0.into_owned(),
        ] {
            assert_eq!(decoded(&bytes).as_deref(), Some(text));
        }
        assert_eq!(decoded(b"Name;Room\nM\xFCller;1\n").as_deref(), Some("Name;Room\nMüller;1\n"));
        assert_eq!(decoded(b"\x00\x01\x02\x03binary\x00\x00"), None);
        assert_eq!(decoded(b"a,b\x07c"), None);
    }

    #[test]
    fn lines_are_numbered_as_a_spreadsheet_shows_them() {
        let text = "Name,Passport No\n\n\"A\nB\",E1\nC,E2\n";
        let (sheet, header) = open(text, &[]).expect("a table");
        let numbers: Vec<u32> = sheet.lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 3, 4]);
        assert_eq!(header.map(|header| header.below), Some(1));
    }

    #[test]
    fn a_quotation_mark_that_nobody_closed_swallows_nothing() {
        let rows = (0..100).map(|row| format!("\"A{row},E{row}\n")).collect::<Vec<_>>().concat();
        let (sheet, _) = open(&format!("Name,Passport No\n{rows}"), &[]).expect("a table");
        assert_eq!(sheet.lines.len(), 101);
    }
}
