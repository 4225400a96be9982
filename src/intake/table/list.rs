//! A guest a line, without headers: a name and a document number in either order, perhaps with a room and a nationality,
//! as people paste it into a chat. Deliberately nothing else: what cannot be told by itself is left out.

use super::{
    Grid, Layout, Line, ROWS_MAX, Reading, Refusal, Request, Row,
    fields::{self, Guest},
    header, rows,
    sheet::Value,
    text,
    words::{self, About},
};
use crate::domain::{digits::ascii_digit, document_number::DocumentNumber, entry::Field};

/// A longer message is no list.
const TEXT_MAX: usize = 64 * 1024;

/// The most characters of a line.
const LINE_CHARS_MAX: usize = 500;

/// The fewest lines that make a list.
const LINES_MIN: usize = 2;

/// The shortest document number that is told from a room.
const NUMBER_CHARS_MIN: usize = 6;

pub(super) fn pasted(text: &str, request: &Request) -> Option<Reading> {
    if text.len() > TEXT_MAX {
        return None;
    }
    // A table copied from a spreadsheet, headers and all.
    if let Ok((sheet, Some(header))) = text::open(text, &request.known)
        && header.is_sure()
        && header_is_first(&header)
    {
        return rows::read(&sheet, header, request).ok().filter(|reading| !reading.rows.is_empty());
    }
    read(text).ok()
}

/// A list without headers, a guest a line.
pub(super) fn read(text: &str) -> Result<Reading, Refusal> {
    let lines = || (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let rows = rows(lines().map(|(number, line)| {
        let line: String = line.chars().take(LINE_CHARS_MAX).collect();
        let bare = without_numbering(&line);
        (number, bare.len() < line.trim().len(), pieces(bare))
    }));
    let rows = rows.ok_or(Refusal::NoHeader)?;
    if rows.len() > ROWS_MAX {
        return Err(Refusal::TooManyRows);
    }
    let shown = lines()
        .take(ROWS_MAX + 200)
        .map(|(number, line)| Line { number, cells: vec![line.trim().chars().take(LINE_CHARS_MAX).collect()] });
    let grid = Grid { sheet: None, header: Vec::new(), lines: shown.collect() };
    Ok(reading(rows, grid))
}

fn header_is_first(header: &header::Header) -> bool {
    header.below <= 3
}

pub(super) fn reading(rows: Vec<Row>, grid: Grid) -> Reading {
    Reading { layout: Layout::List, columns: Vec::new(), unknown: Vec::new(), rows, grid }
}

/// The guests of a list; none when most of the lines do not read as a name and a number.
///
/// A line has its number, whether it is numbered itself, and its pieces.
pub(super) fn rows(lines: impl Iterator<Item = (u32, bool, Vec<String>)>) -> Option<Vec<Row>> {
    let (mut guests, mut all, mut whole) = (Vec::new(), 0_usize, 0_usize);
    for (number, is_numbered, pieces) in lines {
        all += 1;
        // "1,ZHANG SAN,E12345678": the first of the pieces counts the lines.
        let counts = pieces.first().is_some_and(|first| first.parse() == Ok(guests.len() + 1));
        let Some(guest) = guest(&pieces[usize::from(counts)..], is_numbered || counts) else { continue };
        whole +=
            usize::from(guest.entry.number.is_some() && (guest.entry.name.is_some() || !guest.complaints.is_empty()));
        guests.push(Row { number, entry: guest.entry, complaints: guest.complaints });
        if guests.len() > ROWS_MAX {
            break;
        }
    }
    (whole >= LINES_MIN && whole * 2 >= all).then_some(guests)
}

/// What a line says; none where it says no number, unless it is numbered and says a name.
fn guest(pieces: &[String], is_numbered: bool) -> Option<Guest> {
    let mut guest = Guest::default();
    let mut names: Vec<&str> = Vec::new();
    let mut countries = Vec::new();
    for piece in pieces.iter().map(String::as_str).filter(|piece| !words::says_nothing(piece)) {
        if guest.entry.number.is_none() && is_number(piece) {
            guest.number(&Value::text(piece));
        } else if piece.chars().count() <= 2 && words::meaning(About::Sex, piece).is_some() {
            guest.sex(&Value::text(piece));
        } else if let Some(room) = room(piece) {
            if guest.entry.unit.is_none() {
                guest.unit(&Value::text(room));
            }
        } else if piece.chars().any(char::is_alphabetic) && !piece.chars().any(|c| ascii_digit(c).is_some()) {
            match fields::country(piece) {
                Ok((_, false)) => countries.push(piece),
                _ => names.push(piece),
            }
        }
    }
    // People are called Jordan, too: without another name it is the name.
    if names.is_empty() && !countries.is_empty() {
        names.push(countries.remove(0));
    }
    if let Some(country) = countries.first() {
        guest.nationality(&Value::text(country), fields::country);
    }
    if guest.entry.number.is_none() && (names.is_empty() || !is_numbered) {
        return None;
    }
    if !names.is_empty() {
        guest.name(Field::Name, &Value::text(&names.join(" ")));
    }
    guest.finish();
    Some(guest)
}

/// The pieces of a line: between commas, tabs and the like, else between wide gaps, else the number and the rest.
fn pieces(line: &str) -> Vec<String> {
    let owned = |pieces: Vec<&str>| -> Vec<String> {
        pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
    };
    let cut: Vec<&str> = line.split([',', '\t', ';', '|', '，', '；', '、']).collect();
    let cut = if cut.len() > 1 { cut } else { line.split("  ").collect() };
    let cut = owned(cut);
    if cut.len() > 1 {
        return cut.iter().flat_map(|piece| owned(apart(piece))).collect();
    }
    owned(apart(line))
}

/// A number before or after a name in the same piece; with a dash between them, too.
fn apart(piece: &str) -> Vec<&str> {
    let piece = piece.trim();
    let last = piece.rsplit_once(char::is_whitespace).filter(|(rest, last)| is_number(last) && !is_number(rest));
    let first = piece.split_once(char::is_whitespace).filter(|(first, rest)| is_number(first) && !is_number(rest));
    let strokes = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '：');
    match (last, first) {
        (Some((rest, last)), _) => vec![rest.trim_end_matches(strokes), last],
        (None, Some((first, rest))) => vec![first, rest.trim_start_matches(strokes)],
        (None, None) => vec![piece],
    }
}

/// A line without "1.", "១." or a stroke in front.
fn without_numbering(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '•', '*', '·', '–']).trim_start();
    let rest = line.trim_start_matches(|c| ascii_digit(c).is_some());
    let digits = line.chars().count() - rest.chars().count();
    let after = rest.trim_start();
    let stop = after.strip_prefix(['.', ')', '）', '។', '、', ':', '：', '-']);
    match stop {
        Some(stop) if (1..=4).contains(&digits) && !stop.starts_with(|c: char| c.is_ascii_digit()) => stop.trim_start(),
        _ => line,
    }
}

/// At least six letters and digits, three of them digits, at most one blank, and no date.
fn is_number(piece: &str) -> bool {
    let digits = piece.chars().filter(|c| ascii_digit(*c).is_some()).count();
    let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
    let blanks = piece.chars().filter(|c| c.is_whitespace()).count();
    let is_date = piece.chars().filter(|c| matches!(c, '/' | '-' | '.')).count() >= 2;
    digits >= 3
        && digits + letters >= NUMBER_CHARS_MIN
        && letters <= 4
        && blanks <= 1
        && !is_date
        && DocumentNumber::try_from(piece).is_ok()
}

/// A short piece with a digit, perhaps after a word for room.
fn room(piece: &str) -> Option<&str> {
    let bare = piece
        .split_once(char::is_whitespace)
        .filter(|(word, _)| header::recognised(word, &[]) == Some(super::Meaning::Field(Field::Unit)));
    let bare = bare.map_or(piece, |(_, rest)| rest.trim());
    let is_short = bare.chars().count() <= 6 && bare.chars().any(|c| ascii_digit(c).is_some());
    (is_short && bare.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/'))).then_some(bare)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::premises::PremisesKind;

    fn read(text: &str) -> Option<Vec<String>> {
        let request = Request {
            kind: PremisesKind::Hotel,
            today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
            name: None,
            known: Vec::new(),
        };
        let reading = pasted(text, &request)?;
        let shown = reading.rows.into_iter().map(|row| {
            let name = row.entry.name.map(String::from);
            let number = row.entry.number.map(String::from);
            let nationality = row.entry.nationality.map(String::from);
            let parts = [name, number, nationality, row.entry.unit].into_iter().flatten().collect::<Vec<_>>();
            let complaints = row.complaints.iter().map(|complaint| format!("!{:?}", complaint.what));
            let complaints = complaints.collect::<Vec<_>>().concat();
            format!("{}: {}{complaints}", row.number, parts.join(" | "))
        });
        Some(shown.collect())
    }

    #[test]
    fn names_and_numbers_are_told_apart_in_either_order() {
        let expected = ["1: ZHANG SAN | E12345678", "2: JOHN SMITH | 123456789"];
        for text in [
            "ZHANG SAN, E12345678\nJOHN SMITH, 123456789",
            "E12345678\tZHANG SAN\n123456789\tJOHN SMITH",
            "1. ZHANG SAN E12345678\n2. JOHN SMITH 123456789",
            "១. ZHANG SAN ; E12345678\n២. JOHN SMITH ; ១២៣៤៥៦៧៨៩",
            "ZHANG SAN    E12345678\nJOHN SMITH    123456789",
            "ZHANG SAN - E12345678\nJOHN SMITH - 123456789",
            "- ZHANG, SAN, E12345678\n- JOHN, SMITH, 123456789",
        ] {
            assert_eq!(read(text).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn rooms_and_nationalities_may_stand_beside() {
        let text = "Hello, today we have:\n101, ZHANG SAN, E12345678, China\nJORDAN KIM, M1234567, Korean, room 102\n张三, E87654321\nThank you";
        assert_eq!(
            read(text).unwrap_or_default(),
            [
                "2: ZHANG SAN | E12345678 | CHN | 101",
                "3: JORDAN KIM | M1234567 | KOR | 102",
                "4: E87654321!NameNotLatin"
            ]
        );
    }

    #[test]
    fn a_table_copied_with_its_headers_is_read_as_one() {
        let text = "Name\tPassport No\tNationality\nZHANG SAN\tE12345678\tChina\n";
        assert_eq!(read(text).unwrap_or_default(), ["2: ZHANG SAN | E12345678 | CHN"]);
    }

    #[test]
    fn other_messages_are_no_lists() {
        for text in [
            "",
            "Hello",
            "ZHANG SAN, E12345678",
            "I have a question, please call 012345678\nThank you",
            "22/11/2026\n23/11/2026",
            "P<UTOSPECIMEN<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
