//! How alike two folded names are; it knows nothing of areas or languages.

/// How many insertions, deletions, substitutions and swaps of neighbours lie between two names, if at most `most`.
///
/// A digit is never a misspelling of anything.
pub(in crate::domain) fn edits_between(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    const LONGEST: usize = 64;
    if a.len().abs_diff(b.len()) > most || a.len() >= LONGEST || b.len() >= LONGEST {
        return None;
    }
    let too_many = most + 1;
    let cost = |byte: u8| if byte.is_ascii_digit() { too_many } else { 1 };
    let (mut before, mut last, mut row) = ([0; LONGEST], [0; LONGEST], [0; LONGEST]);
    for (j, &byte) in b.iter().enumerate() {
        last[j + 1] = last[j] + cost(byte);
    }
    for (i, &x) in a.iter().enumerate() {
        row[0] = last[0] + cost(x);
        let mut lowest = row[0];
        for (j, &y) in b.iter().enumerate() {
            let substituted = last[j] + if x == y { 0 } else { cost(x).max(cost(y)) };
            let mut best = substituted.min(last[j + 1] + cost(x)).min(row[j] + cost(y));
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y && x != y {
                best = best.min(before[j - 1] + cost(x).max(cost(y)));
            }
            row[j + 1] = best;
            lowest = lowest.min(best);
        }
        if lowest > most {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    Some(last[b.len()]).filter(|&edits| edits <= most)
}

/// The letters of a folded name, one bit each, to rule out names without looking at them letter by letter.
pub(super) fn letters(name: &[u8]) -> u64 {
    name.iter().fold(0, |bits, byte| bits | 1 << (byte & 63))
}

/// A folded name that is looked for.
pub(super) struct Wanted {
    name: Vec<u8>,
    letters: u64,
    numbered: bool,
}

/// The score of names that are the same when folded.
pub(super) const SAME: i32 = 95;

impl Wanted {
    pub(super) fn new(name: Vec<u8>) -> Self {
        let numbered = name.iter().any(u8::is_ascii_digit);
        Self { letters: letters(&name), name, numbered }
    }

    pub(super) fn len(&self) -> usize {
        self.name.len()
    }

    /// From 50 (the name contains it) to [`SAME`]; none if they are not alike.
    pub(super) fn likeness(&self, name: &[u8], name_letters: u64, most_edits: usize) -> Option<i32> {
        let missing = (self.letters & !name_letters).count_ones() as usize;
        if missing > most_edits {
            return None;
        }
        if missing == 0 {
            if name == self.name {
                return Some(SAME);
            }
            let more = i32::try_from(name.len().saturating_sub(self.len())).unwrap_or(i32::MAX);
            if self.len() >= 2 && name.starts_with(&self.name) && !self.splits_number(name) {
                let rest_is_number = name[self.len()..].iter().all(u8::is_ascii_digit);
                return Some(if rest_is_number { SAME - 4 } else { SAME - 9 - more.min(16) });
            }
            if self.len() >= 3 && name.windows(self.len()).any(|part| part == self.name) {
                return Some(62 - more.min(12));
            }
        }
        let surplus = (name_letters & !self.letters).count_ones() as usize;
        if most_edits == 0 || (surplus > most_edits && self.numbered) {
            return None;
        }
        let end = if self.numbered { name.len() } else { trimmed(name) };
        let edits = edits_between(&self.name, &name[..end], most_edits)?;
        Some(if edits <= 1 { 80 } else { 66 } - i32::from(end < name.len()))
    }

    /// Whether the wanted number goes on in the name: 1 is not the beginning of 12.
    fn splits_number(&self, name: &[u8]) -> bool {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        digit(self.name.last()) && digit(name.get(self.len()))
    }
}

/// The length of a name without the number at its end.
fn trimmed(name: &[u8]) -> usize {
    name.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(name.len(), |at| at + 1)
}
