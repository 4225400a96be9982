//! Which cell holds what, by format (Doc 9303 part 4 for TD3, 5 for TD1, 6 for TD2, 7 for visas), and the arithmetic of
//! check digits (part 3, 4.9). Deliberately nothing of what the cells may mean.

use super::{Check, Format};

/// Cells of one line, from a column, so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span(pub(super) usize, pub(super) usize, pub(super) usize);

/// One cell: line and column.
pub(super) type At = (usize, usize);

/// Where everything stands in a format.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) format: Format,
    pub(super) width: usize,
    pub(super) lines: usize,
    pub(super) name: Span,
    pub(super) number: Span,
    pub(super) number_check: At,
    pub(super) nationality: Span,
    pub(super) birth: Span,
    pub(super) birth_check: At,
    pub(super) sex: At,
    pub(super) expiry: Span,
    pub(super) expiry_check: At,
    pub(super) optional: Span,
    pub(super) optional_check: Option<At>,
    pub(super) optional_2: Option<Span>,
    pub(super) composite: Option<(At, &'static [Span])>,
    /// Whether a number of more than nine characters goes on in the optional data.
    pub(super) long_numbers: bool,
}

/// The document code, in all formats.
pub(super) const CODE: Span = Span(0, 0, 2);
/// The issuing state, in all formats.
pub(super) const STATE: Span = Span(0, 2, 3);

/// The four formats of two lines differ in width and in what ends the second line.
const fn two_lines(format: Format, width: usize, optional: usize) -> Layout {
    Layout {
        format,
        width,
        lines: 2,
        name: Span(0, 5, width - 5),
        number: Span(1, 0, 9),
        number_check: (1, 9),
        nationality: Span(1, 10, 3),
        birth: Span(1, 13, 6),
        birth_check: (1, 19),
        sex: (1, 20),
        expiry: Span(1, 21, 6),
        expiry_check: (1, 27),
        optional: Span(1, 28, optional),
        optional_check: None,
        optional_2: None,
        composite: None,
        long_numbers: false,
    }
}

pub(super) static TD3: Layout = Layout {
    optional_check: Some((1, 42)),
    composite: Some(((1, 43), &[Span(1, 0, 10), Span(1, 13, 7), Span(1, 21, 22)])),
    ..two_lines(Format::Td3, 44, 14)
};

pub(super) static TD2: Layout = Layout {
    composite: Some(((1, 35), &[Span(1, 0, 10), Span(1, 13, 7), Span(1, 21, 14)])),
    long_numbers: true,
    ..two_lines(Format::Td2, 36, 7)
};

pub(super) static MRVA: Layout = two_lines(Format::MrvA, 44, 16);

pub(super) static MRVB: Layout = two_lines(Format::MrvB, 36, 8);

pub(super) static TD1: Layout = Layout {
    format: Format::Td1,
    width: 30,
    lines: 3,
    name: Span(2, 0, 30),
    number: Span(0, 5, 9),
    number_check: (0, 14),
    nationality: Span(1, 15, 3),
    birth: Span(1, 0, 6),
    birth_check: (1, 6),
    sex: (1, 7),
    expiry: Span(1, 8, 6),
    expiry_check: (1, 14),
    optional: Span(0, 15, 15),
    optional_check: None,
    optional_2: Some(Span(1, 18, 11)),
    composite: Some(((1, 29), &[Span(0, 5, 25), Span(1, 0, 7), Span(1, 8, 7), Span(1, 18, 11)])),
    long_numbers: true,
};

static PASSPORTS: [&Layout; 1] = [&TD3];
static VISAS: [&Layout; 2] = [&MRVA, &MRVB];
static CARDS: [&Layout; 2] = [&TD1, &TD2];

/// What may stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alphabet {
    /// Capitals and fillers.
    Letters,
    /// Digits and fillers.
    Digits,
    /// M, F, X or a filler.
    Sex,
    /// All three.
    Any,
}

impl Layout {
    /// The layout of a format.
    pub(super) fn of(format: Format) -> &'static Self {
        match format {
            Format::Td1 => &TD1,
            Format::Td2 => &TD2,
            Format::Td3 => &TD3,
            Format::MrvA => &MRVA,
            Format::MrvB => &MRVB,
        }
    }

    /// The layouts whose documents bear such a code: P for passports, V for visas, A, C and I for cards.
    pub(super) fn of_code(first: u8) -> &'static [&'static Self] {
        match first {
            b'P' => &PASSPORTS,
            b'V' => &VISAS,
            b'A' | b'C' | b'I' | b'1' => &CARDS,
            _ => &[],
        }
    }

    /// What may stand in a cell.
    pub(super) fn alphabet(&self, at: At) -> Alphabet {
        let digits = [self.birth, self.expiry];
        if [CODE, STATE, self.name, self.nationality].iter().any(|span| span.holds(at)) {
            Alphabet::Letters
        } else if at == self.sex {
            Alphabet::Sex
        } else if digits.iter().any(|span| span.holds(at)) || self.is_check(at) {
            Alphabet::Digits
        } else {
            Alphabet::Any
        }
    }

    /// Whether a check digit stands there.
    pub(super) fn is_check(&self, at: At) -> bool {
        [self.number_check, self.birth_check, self.expiry_check].contains(&at)
            || self.optional_check == Some(at)
            || self.composite.is_some_and(|(check, _)| check == at)
    }

    /// Everything that a check digit or a calendar vouches for, with its span.
    pub(super) fn dates(&self) -> [(Check, Span, At); 2] {
        [(Check::BirthDate, self.birth, self.birth_check), (Check::ExpiryDate, self.expiry, self.expiry_check)]
    }
}

impl Span {
    /// Whether the cell is one of them.
    pub(super) fn holds(self, (line, column): At) -> bool {
        line == self.0 && (self.1..self.1 + self.2).contains(&column)
    }

    /// Its cells, from left to right.
    pub(super) fn cells(self) -> impl Iterator<Item = At> + Clone {
        (self.1..self.1 + self.2).map(move |column| (self.0, column))
    }
}

/// The lines of a zone, each of the layout's width.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Grid(pub(super) Vec<Vec<u8>>);

impl Grid {
    /// What stands in a cell; a filler beyond the edge.
    pub(super) fn get(&self, (line, column): At) -> u8 {
        self.0.get(line).and_then(|cells| cells.get(column)).copied().unwrap_or(b'<')
    }

    /// Puts a character into a cell.
    pub(super) fn set(&mut self, (line, column): At, byte: u8) {
        if let Some(cell) = self.0.get_mut(line).and_then(|cells| cells.get_mut(column)) {
            *cell = byte;
        }
    }

    /// What stands in a span.
    pub(super) fn span(&self, span: Span) -> &[u8] {
        self.0.get(span.0).and_then(|cells| cells.get(span.1..span.1 + span.2)).unwrap_or_default()
    }

    /// The same without the fillers at its end.
    pub(super) fn text(&self, span: Span) -> String {
        text(self.span(span))
    }
}

/// Cells as text without the fillers at their end.
pub(super) fn text(cells: &[u8]) -> String {
    String::from_utf8_lossy(cells).trim_end_matches('<').to_owned()
}

/// The check digit over cells: values times 7, 3, 1 in turn, modulo 10. A strange character has none.
pub(super) fn check_digit(cells: impl Iterator<Item = u8>) -> Option<u8> {
    let mut sum: u32 = 0;
    for (cell, weight) in cells.zip([7, 3, 1].into_iter().cycle()) {
        let value = match cell {
            b'0'..=b'9' => cell - b'0',
            b'A'..=b'Z' => cell - b'A' + 10,
            b'<' => 0,
            _ => return None,
        };
        sum = (sum + u32::from(value) * weight) % 10;
    }
    u8::try_from(sum).ok().map(|digit| b'0' + digit)
}
