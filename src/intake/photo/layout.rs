//! What must stand where in a zone (ICAO Doc 9303, parts 4 to 7): alphabets by place, and which places a check digit
//! covers. It serves reading alone; what the lines mean is `domain`'s.

use super::eye::CHARACTERS;

/// A format of zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Td1,
    Td2,
    Td3,
    MrvA,
    MrvB,
}

/// A place: line, column.
pub(super) type Spot = (usize, usize);

/// A check digit and the places that it covers, in order.
pub(super) struct Check {
    pub(super) covers: Vec<Spot>,
    pub(super) digit: Spot,
    /// A filler for the digit stands for "nothing to check" (optional data, long numbers), or for zero.
    pub(super) may_lack: bool,
}

/// Characters by class, as bits.
pub(super) type Alphabet = u64;

const DIGITS: Alphabet = (1 << 10) - 1;
const LETTERS: Alphabet = ((1 << 26) - 1) << 10;
const FILLER: Alphabet = 1 << 36;
const ANY: Alphabet = DIGITS | LETTERS | FILLER;

pub(super) const fn of(character: u8) -> Alphabet {
    let mut class = 0;
    while class < CHARACTERS.len() {
        if CHARACTERS[class] == character {
            return 1 << class;
        }
        class += 1;
    }
    0
}

impl Layout {
    /// The layouts that have so many lines of so many characters.
    pub(super) fn of_size(lines: usize, columns: usize) -> &'static [Self] {
        match (lines, columns) {
            (3, 30) => &[Self::Td1],
            (2, 36) => &[Self::Td2, Self::MrvB],
            (2, 44) => &[Self::Td3, Self::MrvA],
            _ => &[],
        }
    }

    /// What may stand in a place.
    pub(super) fn alphabet(self, (line, column): Spot) -> Alphabet {
        match (self, line) {
            (_, 0) if column == 0 => match self {
                Self::Td1 | Self::Td2 => of(b'A') | of(b'C') | of(b'I') | of(b'P'),
                Self::Td3 => of(b'P'),
                Self::MrvA | Self::MrvB => of(b'V'),
            },
            (Self::Td1, 0) => match column {
                1..=4 => LETTERS | FILLER,
                14 => DIGITS | FILLER,
                _ => ANY,
            },
            (Self::Td1, 1) => match column {
                0..=5 | 8..=13 => DIGITS | FILLER,
                6 | 14 | 29 => DIGITS,
                7 => SEXES,
                15..=17 => LETTERS | FILLER,
                _ => ANY,
            },
            (_, 0) | (Self::Td1, _) => LETTERS | FILLER,
            (_, _) => match column {
                9 if self == Self::Td2 => DIGITS | FILLER,
                9 | 19 | 27 => DIGITS,
                10..=12 => LETTERS | FILLER,
                13..=18 | 21..=26 => DIGITS | FILLER,
                20 => SEXES,
                35 if self == Self::Td2 => DIGITS,
                42 if self == Self::Td3 => DIGITS | FILLER,
                43 if self == Self::Td3 => DIGITS,
                _ => ANY,
            },
        }
    }

    /// Where the names stand.
    pub(super) fn names(self) -> (usize, std::ops::Range<usize>) {
        match self {
            Self::Td1 => (2, 0..30),
            Self::Td2 | Self::MrvB => (0, 5..36),
            Self::Td3 | Self::MrvA => (0, 5..44),
        }
    }

    /// Where codes of states stand, by their first place.
    pub(super) fn states(self) -> [Spot; 2] {
        if self == Self::Td1 { [(0, 2), (1, 15)] } else { [(0, 2), (1, 10)] }
    }

    /// Fields of anything that end in fillers: the number, and optional data.
    pub(super) fn padded(self) -> Vec<(usize, std::ops::Range<usize>)> {
        match self {
            Self::Td1 => vec![(0, 5..14), (0, 15..30), (1, 18..29)],
            Self::Td2 => vec![(1, 0..9), (1, 28..35)],
            Self::Td3 => vec![(1, 0..9), (1, 28..42)],
            Self::MrvA => vec![(1, 0..9), (1, 28..44)],
            Self::MrvB => vec![(1, 0..9), (1, 28..36)],
        }
    }

    /// The check digits, single fields before the whole.
    pub(super) fn checks(self) -> Vec<Check> {
        let check = |line: usize, columns: &[(usize, usize)], digit: Spot, may_lack| Check {
            covers: columns.iter().flat_map(|&(from, to)| from..to).map(|column| (line, column)).collect(),
            digit,
            may_lack,
        };
        if self == Self::Td1 {
            let mut all: Vec<Spot> = (5..30).map(|column| (0, column)).collect();
            all.extend([0..7, 8..15, 18..29].into_iter().flatten().map(|column| (1, column)));
            return vec![
                check(0, &[(5, 14)], (0, 14), true),
                check(1, &[(0, 6)], (1, 6), false),
                check(1, &[(8, 14)], (1, 14), false),
                Check { covers: all, digit: (1, 29), may_lack: false },
            ];
        }
        let mut checks = vec![
            check(1, &[(0, 9)], (1, 9), self == Self::Td2),
            check(1, &[(13, 19)], (1, 19), false),
            check(1, &[(21, 27)], (1, 27), false),
        ];
        match self {
            Self::Td2 => checks.push(check(1, &[(0, 10), (13, 20), (21, 35)], (1, 35), false)),
            Self::Td3 => {
                checks.push(check(1, &[(28, 42)], (1, 42), true));
                checks.push(check(1, &[(0, 10), (13, 20), (21, 43)], (1, 43), false));
            }
            Self::Td1 | Self::MrvA | Self::MrvB => {}
        }
        checks
    }
}

const SEXES: Alphabet = of(b'M') | of(b'F') | of(b'X') | FILLER;

impl Check {
    /// Whether the digit agrees, of classes by place.
    pub(super) fn holds(&self, lines: &[Vec<usize>]) -> bool {
        let at = |(line, column): Spot| lines[line][column];
        let digit = at(self.digit);
        let sum: usize = self.covers.iter().enumerate().map(|(i, &spot)| value(at(spot)) * [7, 3, 1][i % 3]).sum();
        if digit == 36 {
            // Of a long number the digit stands elsewhere; of empty optional data it may be left out.
            return self.may_lack && (sum == 0 || self.covers.len() == 9);
        }
        sum % 10 == digit
    }
}

fn value(class: usize) -> usize {
    if class == 36 { 0 } else { class }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(lines: &[&str]) -> Vec<Vec<usize>> {
        let class = |c: u8| CHARACTERS.iter().position(|&known| known == c).expect("a character of zones");
        lines.iter().map(|line| line.bytes().map(class).collect()).collect()
    }

    #[test]
    fn the_specimens_of_the_standard_fit_their_layouts() {
        let specimens: [(Layout, &[&str]); 5] = [
            (
                Layout::Td1,
                &["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"],
            ),
            (Layout::Td2, &["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]),
            (
                Layout::Td3,
                &["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
            ),
            (
                Layout::MrvA,
                &["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"],
            ),
            (Layout::MrvB, &["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"]),
        ];
        for (layout, lines) in specimens {
            let classes = classes(lines);
            assert!(Layout::of_size(lines.len(), lines[0].len()).contains(&layout));
            assert!(layout.checks().iter().all(|check| check.holds(&classes)), "{layout:?}");
            for (line, row) in classes.iter().enumerate() {
                for (column, class) in row.iter().enumerate() {
                    assert!(layout.alphabet((line, column)) & (1 << class) != 0, "{layout:?} {line} {column}");
                }
            }
        }
    }
}
