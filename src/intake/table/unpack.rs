//! Counts what a zip archive would unfold to, by unfolding it into nothing, before anything is read from it. Deliberately
//! blind to what is inside: the sizes that the archive states are not believed.

use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use super::Refusal;

/// The most bytes that all parts together unfold to.
const UNFOLDED_MAX: u64 = 64 * 1024 * 1024;

/// Beyond this size, what unfolds to more than [`RATIO_MAX`] times the file is no table.
const RATIO_FROM: u64 = 16 * 1024 * 1024;

/// Tables of equal rows come to about 100.
const RATIO_MAX: u64 = 400;

/// The most parts; a workbook has some dozen, with pictures some hundred.
const PARTS_MAX: u64 = 2_000;

/// The most marks (`<`) in a part; 400,000 cells have some 2,000,000.
const MARKS_MAX: u64 = 4_000_000;

/// The same for shared strings, which are kept in memory, and for styles, which are large there.
const STRINGS_MARKS_MAX: u64 = 2_000_000;
const STYLES_MARKS_MAX: u64 = 400_000;

/// The most bytes without a mark; a cell holds up to 32,767 characters.
const RUN_MAX: u64 = 1024 * 1024;

/// The most strings that a workbook may say that it shares; memory is set aside for so many.
const STRINGS_MAX: u64 = 1_000_000;

/// The kind of archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Package {
    Xlsx,
    Ods,
}

/// Which kind of package it is, when it is a table and unfolds to no more than can be meant.
pub(super) fn package(bytes: &[u8]) -> Result<Package, Refusal> {
    if parts_stated(bytes) > PARTS_MAX {
        return Err(Refusal::Unfolds);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let package = kind(&mut archive)?;
    let mut unfolded = 0;
    for at in 0..archive.len() {
        let name = match archive.name_for_index(at) {
            Some(Ok(name)) => name.to_ascii_lowercase(),
            _ => return Err(Refusal::Damaged),
        };
        let mut part = archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Refusal::Encrypted,
            _ => Refusal::Damaged,
        })?;
        if part.size() > UNFOLDED_MAX {
            return Err(Refusal::Unfolds);
        }
        let limits = Limits::of(&name);
        unfolded = limits.unfold(&mut part, unfolded, bytes.len() as u64)?;
    }
    Ok(package)
}

/// By the parts that only this kind has.
fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Package, Refusal> {
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let read = part.take(100).read_to_string(&mut mimetype);
        return match mimetype.trim_end() {
            "application/vnd.oasis.opendocument.spreadsheet" if read.is_ok() => Ok(Package::Ods),
            _ => Err(Refusal::NotATable),
        };
    }
    let names = || archive.file_names().flatten().map(|name| name.to_ascii_lowercase());
    let is_xml = |name: &str| name.strip_suffix(".xml").is_some();
    let has_sheets = names().any(|name| is_xml(&name) && name.contains("worksheets/"));
    let has_workbook = names().any(|name| is_xml(&name) && name.contains("workbook"));
    if has_sheets && has_workbook { Ok(Package::Xlsx) } else { Err(Refusal::NotATable) }
}

/// The largest number of parts that any end record in the tail of the file states; the reader sets memory aside for it.
fn parts_stated(bytes: &[u8]) -> u64 {
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let number = |at: usize, width: usize| {
        let digits = tail.get(at..at + width).unwrap_or_default();
        digits.iter().rev().fold(0_u64, |sum, digit| sum << 8 | u64::from(*digit))
    };
    let records = tail.windows(4).enumerate().filter_map(|(at, signature)| match signature {
        b"PK\x05\x06" => Some(number(at + 10, 2)).filter(|parts| *parts != 0xFFFF),
        b"PK\x06\x06" => Some(number(at + 32, 8)),
        _ => None,
    });
    records.max().unwrap_or(0)
}

/// What a part may hold.
struct Limits {
    marks: u64,
    run: u64,
    strings: bool,
}

impl Limits {
    fn of(name: &str) -> Self {
        const PICTURES: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tiff"];
        if PICTURES.iter().any(|suffix| name.ends_with(suffix)) {
            return Self { marks: MARKS_MAX, run: UNFOLDED_MAX, strings: false };
        }
        let strings = name.ends_with("sharedstrings.xml");
        let marks = match name {
            _ if strings => STRINGS_MARKS_MAX,
            _ if name.ends_with("styles.xml") => STYLES_MARKS_MAX,
            _ => MARKS_MAX,
        };
        Self { marks, run: RUN_MAX, strings }
    }

    /// Unfolds a part, counting; returns what all parts came to so far.
    fn unfold(&self, part: &mut impl Read, before: u64, packed: u64) -> Result<u64, Refusal> {
        let (mut all, mut marks, mut run) = (before, 0_u64, 0_u64);
        let mut buffer = vec![0; 64 * 1024];
        // The end of the piece before, so that a word across two pieces is found.
        let mut kept = Vec::new();
        loop {
            let length = part.read(&mut buffer).map_err(|_| Refusal::Damaged)?;
            let Some(piece) = buffer.get(..length).filter(|piece| !piece.is_empty()) else {
                return Ok(all);
            };
            all += length as u64;
            for between in piece.split_inclusive(|byte| *byte == b'<') {
                run += between.len() as u64;
                if run > self.run {
                    return Err(Refusal::Unfolds);
                }
                if between.ends_with(b"<") {
                    (marks, run) = (marks + 1, 0);
                }
            }
            let swollen = all > RATIO_FROM && all > packed.saturating_mul(RATIO_MAX);
            if all > UNFOLDED_MAX || marks > self.marks || swollen {
                return Err(Refusal::Unfolds);
            }
            if self.strings {
                kept.extend_from_slice(piece);
                if strings_stated(&kept) > STRINGS_MAX {
                    return Err(Refusal::Unfolds);
                }
                kept.drain(..kept.len().saturating_sub(64));
            }
        }
    }
}

/// The largest count of strings that a part states.
fn strings_stated(piece: &[u8]) -> u64 {
    const WORD: &[u8] = b"uniqueCount";
    let mut most = 0;
    let mut rest = piece;
    while let Some(at) = rest.iter().position(|byte| *byte == b'u') {
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix(WORD) {
            let digits =
                after.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
            most = most.max(digits.fold(0_u64, |sum, digit| sum.saturating_mul(10) + u64::from(digit - b'0')));
        }
        rest = &rest[1..];
    }
    most
}
