//! Finds the row of headers, or two of them, below titles and above the guests, and says what each column holds.
//! Deliberately by the headers alone: what stands in the cells below never decides.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Column, Meaning, Unknown,
    sheet::{Cells, Sheet, Value},
    words::{self, About},
};
use crate::domain::{
    columns::{Heading, folded, heading, headings},
    digits::ascii_digit,
    entry::Field,
};

/// So many lines that hold something are looked at.
const LINES_MAX: usize = 60;

/// A longer text is no header.
const HEADER_CHARS_MAX: usize = 160;

/// Examples of what an unknown column holds.
const EXAMPLES_MAX: usize = 3;
const EXAMPLE_CHARS_MAX: usize = 40;

/// With so many headers of the product's own, it is a template.
const TEMPLATE_FIELDS: usize = 4;

/// The row or rows of headers.
pub(super) struct Header {
    /// The columns that have a header.
    pub(super) columns: Vec<Column>,
    /// The numbers of its lines.
    pub(super) numbers: Vec<u32>,
    /// Where among the sheet's lines the guests begin.
    pub(super) below: usize,
    /// Whether it is the product's own.
    pub(super) is_template: bool,
}

/// How well lines read as headers: fields, then other known columns.
type Score = (usize, usize);

impl Header {
    /// Whether no other sheet needs to be looked at.
    pub(super) fn is_sure(&self) -> bool {
        fields(&self.columns).len() >= 2
    }

    /// The columns that hold this, in their order.
    pub(super) fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let held = self.columns.iter().filter(move |column| column.meaning == Some(Meaning::Field(field)));
        held.filter_map(|column| usize::try_from(column.index).ok())
    }

    /// Whether a line below repeats the headers, in any language.
    pub(super) fn is_repeated_by(&self, line: &Cells, known: &[(String, Meaning)]) -> bool {
        let has_digits = |at| line.at(at).shown().contains(|c| ascii_digit(c).is_some());
        if self.columns_of(Field::Number).any(has_digits) {
            return false;
        }
        let same = self.columns.iter().filter(|column| {
            let place = usize::try_from(column.index).unwrap_or(usize::MAX);
            let meant = matches!(column.meaning, Some(Meaning::Field(_)));
            let is_same = |text: &str| one_line(text) == column.header || exact(&folded(text), known) == column.meaning;
            meant && line.at(place).header().is_some_and(|text| is_same(&text))
        });
        let filled = line.filled().count();
        let same = same.count();
        same >= 2 && same * 2 >= filled
    }

    /// The columns to ask about.
    pub(super) fn unknown(&self, lines: &[&Cells]) -> Vec<Unknown> {
        let open = self.columns.iter().filter(|column| column.meaning.is_none());
        let asked = open.filter_map(|column| {
            let place = usize::try_from(column.index).ok()?;
            let mut examples: Vec<String> = Vec::new();
            for value in lines.iter().map(|line| line.at(place)).filter(|value| !value.is_empty()) {
                let example: String = value.shown().chars().take(EXAMPLE_CHARS_MAX).collect();
                if examples.len() < EXAMPLES_MAX && !examples.contains(&example) {
                    examples.push(example);
                }
            }
            let (index, header) = (column.index, column.header.clone());
            (!examples.is_empty()).then(|| Unknown { index, key: folded(&header), header, examples })
        });
        asked.filter(|unknown| !unknown.key.is_empty()).collect()
    }
}

/// The best header among the first lines: the one that names most; of equals the first.
pub(super) fn find(sheet: &Sheet, known: &[(String, Meaning)]) -> Option<Header> {
    let mut best: Option<(Score, Header)> = None;
    for at in 0..sheet.lines.len().min(LINES_MAX) {
        let pair = at.checked_sub(1).filter(|above| sheet.lines[*above].number + 1 == sheet.lines[at].number);
        for above in [None, pair] {
            if at > 0 && above.is_none() && pair.is_none() && best.as_ref().is_some_and(|((all, _), _)| *all >= 8) {
                continue;
            }
            let Some((score, header)) = weigh(sheet, above, at, known) else { continue };
            if best.as_ref().is_none_or(|(kept, _)| score > *kept) {
                best = Some((score, header));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// How well a line, or two, read as headers; none when nobody could be named below them.
fn weigh(sheet: &Sheet, above: Option<usize>, at: usize, known: &[(String, Meaning)]) -> Option<(Score, Header)> {
    let line = &sheet.lines[at];
    let texts = line.filled().filter(|(_, value)| value.header().is_some()).count();
    if texts < 2 || texts * 2 < line.filled().count() {
        return None;
    }
    let columns = match above {
        Some(above) => under(&sheet.lines[above], line, known),
        None => single(line, known),
    };
    let found = fields(&columns);
    let names_somebody =
        [Field::Name, Field::Surname, Field::GivenNames, Field::Number].iter().any(|field| found.contains(field));
    let ignored = columns.iter().filter(|column| column.meaning == Some(Meaning::Ignored)).count();
    if !names_somebody || found.len() + ignored < 2 {
        return None;
    }
    let is_template = is_template(&columns);
    let numbers = above.into_iter().chain([at]).map(|at| sheet.lines[at].number).collect();
    Some(((found.len(), ignored), Header { columns, numbers, below: at + 1, is_template }))
}

fn fields(columns: &[Column]) -> BTreeSet<Field> {
    let field = |column: &Column| match column.meaning {
        Some(Meaning::Field(field)) => Some(field),
        _ => None,
    };
    columns.iter().filter_map(field).collect()
}

fn is_template(columns: &[Column]) -> bool {
    let own = columns.iter().filter(|column| {
        let Some(Meaning::Field(field)) = column.meaning else { return false };
        let header = folded(&column.header);
        headings(field).into_iter().all(|heading| header.contains(&folded(heading)))
    });
    own.count() >= TEMPLATE_FIELDS
}

fn single(line: &Cells, known: &[(String, Meaning)]) -> Vec<Column> {
    let column = |(at, value): (usize, &Value)| {
        let header = value.header()?;
        Some(Column { index: u32::try_from(at).ok()?, meaning: recognised(&header, known), header: one_line(&header) })
    };
    line.filled().filter_map(column).collect()
}

/// Two rows: the upper one says what the lower ones belong to, up to the next that says something.
fn under(upper: &Cells, lower: &Cells, known: &[(String, Meaning)]) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut group: Option<String> = None;
    for at in 0..upper.values.len().max(lower.values.len()) {
        let own = upper.at(at).header();
        if own.is_some() {
            group.clone_from(&own);
        }
        let (meaning, header) = match (&group, &own, lower.at(at).header()) {
            (Some(group), _, Some(header)) => {
                let both = format!("{group} {header}");
                let meaning = exact(&folded(&both), known).or_else(|| of_paper(&folded(&both)));
                (meaning.or_else(|| recognised(&header, known)), both)
            }
            (None, _, Some(header)) => (recognised(&header, known), header),
            (_, Some(own), None) => (recognised(own, known), own.clone()),
            (_, None, None) => continue,
        };
        columns.extend(u32::try_from(at).ok().map(|index| Column { index, meaning, header: one_line(&header) }));
    }
    columns
}

/// What a header says: as a whole, then by its parts, which may be the same in several languages.
pub(super) fn recognised(header: &str, known: &[(String, Meaning)]) -> Option<Meaning> {
    let whole = folded(header);
    if let Some(meaning) = exact(&whole, known) {
        return Some(meaning);
    }
    let found: BTreeMap<String, Meaning> =
        parts(header).into_iter().filter_map(|part| exact(&part, known).map(|meaning| (part, meaning))).collect();
    let fields: BTreeSet<Field> = found
        .values()
        .filter_map(|meaning| match meaning {
            Meaning::Field(field) => Some(*field),
            Meaning::Ignored => None,
        })
        .collect();
    let fields: Vec<Field> = fields.into_iter().collect();
    match fields.as_slice() {
        [] => of_paper(&whole).or_else(|| found.into_values().next()),
        [field] => Some(Meaning::Field(*field)),
        [Field::Surname, Field::GivenNames] | [Field::Name, Field::Surname | Field::GivenNames] => {
            Some(Meaning::Field(Field::Name))
        }
        [Field::Name, Field::Surname, Field::GivenNames] => Some(Meaning::Field(Field::Name)),
        _ => None,
    }
}

fn exact(folded: &str, known: &[(String, Meaning)]) -> Option<Meaning> {
    let said = known.iter().find(|(key, _)| key == folded && !key.is_empty()).map(|(_, meaning)| *meaning);
    said.or_else(|| {
        heading(folded).map(|heading| match heading {
            Heading::Field(field) => Meaning::Field(field),
            Heading::Ignored => Meaning::Ignored,
        })
    })
}

/// The pieces of a header between punctuation, and its runs of one script; folded.
fn parts(header: &str) -> BTreeSet<String> {
    let punctuation = |c: char| "\n\r\t/|()[]{}（）【】、，,:：;；·•-–—_".contains(c);
    let mut parts: BTreeSet<String> = header.split(punctuation).map(folded).collect();
    for piece in header.split(punctuation) {
        let mut run = String::new();
        let mut script = None;
        for c in piece.chars() {
            let of = script_of(c);
            if of.is_some() && script.is_some() && of != script {
                parts.insert(folded(&std::mem::take(&mut run)));
            }
            script = of.or(script);
            run.push(c);
        }
        parts.insert(folded(&run));
    }
    parts.remove("");
    parts
}

fn script_of(c: char) -> Option<u8> {
    match c {
        '\u{1780}'..='\u{17ff}' => Some(1),
        '\u{3400}'..='\u{9fff}' => Some(2),
        _ if c.is_alphabetic() => Some(0),
        _ => None,
    }
}

/// A header that no list has, by what it is about and what of it.
fn of_paper(folded: &str) -> Option<Meaning> {
    let paper = words::contained(About::Paper, folded)?;
    let part = words::contained(About::Part, folded)?;
    Some(match (paper, part) {
        ("passport", "number") => Meaning::Field(Field::Number),
        ("passport", "kind") => Meaning::Field(Field::Document),
        ("visa", "until") => Meaning::Field(Field::StayUntil),
        ("visa", "kind") => Meaning::Field(Field::Visa),
        ("permit", "number") => Meaning::Field(Field::Work),
        ("permit", "until") => Meaning::Field(Field::PermitUntil),
        ("passport" | "visa" | "permit", _) => Meaning::Ignored,
        _ => return None,
    })
}

fn one_line(header: &str) -> String {
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Value {
    /// The text, if it may be a header.
    fn header(&self) -> Option<String> {
        match self {
            Self::Text(text) if text.chars().count() <= HEADER_CHARS_MAX => Some(text.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_recognised_in_any_language_and_in_several_at_once() {
        use Field::{
            ArrivedOn, Birth, GivenNames, LeavesOn, Name, Nationality, Number, PermitUntil, Sex, StayUntil, Surname,
            Unit, Visa,
        };
        for (header, field) in [
            ("Name / ឈ្មោះ / 姓名", Name),
            ("ឈ្មោះ\nName\n姓名", Name),
            ("姓名 Name", Name),
            ("Surname / Given name", Name),
            ("LAST NAME*", Surname),
            ("First Name (as in passport)", GivenNames),
            ("Passport No.", Number),
            ("护照号码 Passport No", Number),
            ("លេខលិខិតឆ្លងដែន", Number),
            ("DOB (dd/mm/yyyy)", Birth),
            ("国籍/Nationality", Nationality),
            ("Gender (M/F)", Sex),
            ("Visa exp. dt", StayUntil),
            ("签证到期日", StayUntil),
            ("Visa type", Visa),
            ("Check-in", ArrivedOn),
            ("入住日期", ArrivedOn),
            ("Departure", LeavesOn),
            ("Rm #", Unit),
            ("房号", Unit),
            ("Work permit exp date", PermitUntil),
        ] {
            assert_eq!(recognised(header, &[]), Some(Meaning::Field(field)), "{header}");
        }
    }

    #[test]
    fn what_is_not_reported_is_passed_over_and_what_may_mean_two_things_is_asked() {
        for header in ["No.", "序号", "ល.រ", "Remarks", "Passport Expiry Date", "Visa No", "Room Type", "Nights"]
        {
            assert_eq!(recognised(header, &[]), Some(Meaning::Ignored), "{header}");
        }
        for header in ["Check-in / Check-out", "Expiry", "Date", "Blah", "", "…"] {
            assert_eq!(recognised(header, &[]), None, "{header}");
        }
    }

    #[test]
    fn what_was_said_of_a_column_once_is_remembered() {
        let known = [("myref".to_owned(), Meaning::Field(Field::Number)), ("blah".to_owned(), Meaning::Ignored)];
        assert_eq!(recognised("My Ref.", &known), Some(Meaning::Field(Field::Number)));
        assert_eq!(recognised("BLAH", &known), Some(Meaning::Ignored));
    }
}
