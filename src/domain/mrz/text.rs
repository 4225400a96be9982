//! Text as cells of a zone: what is the same character in another dress becomes that character. Deliberately no repair:
//! O stays O and 0 stays 0.

use crate::domain::digits::{ascii_digit, is_invisible, to_half_width};

/// Of a longer text only so many characters are looked at; a page of print has a third of them.
const CHARACTERS_MAX: usize = 10_000;

/// What stands for a character that no zone has.
pub(super) const STRANGE: u8 = b'?';

/// One character, and what parted it from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// A capital, a digit, `<`, or [`STRANGE`].
    pub(super) byte: u8,
    /// Whether a blank or a line's end stood before it.
    pub(super) parted: bool,
}

/// The text's cells. A `«` may stand for one filler or for two; the caller tries either.
pub(super) fn cells(text: &str, fillers_in_guillemet: usize) -> Vec<Cell> {
    let text: String = text.chars().take(CHARACTERS_MAX).collect();
    let text = without_entities(&text);
    let mut cells = Vec::with_capacity(text.len());
    let mut parted = true;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let c = ascii_digit(c).unwrap_or_else(|| look_alike(to_half_width(c)));
        if c.is_whitespace() {
            parted = true;
            continue;
        }
        if c.is_control() {
            continue;
        }
        let times = if c == '«' || c == '»' { fillers_in_guillemet } else { 1 };
        let byte = match c.to_ascii_uppercase() {
            '<' | '>' | '«' | '»' => b'<',
            plain if plain.is_ascii_alphanumeric() => u8::try_from(plain).unwrap_or(STRANGE),
            _ => STRANGE,
        };
        for _ in 0..times {
            cells.push(Cell { byte, parted: std::mem::take(&mut parted) });
        }
    }
    cells
}

/// Whether a `«` or its like is in the text.
pub(super) fn has_guillemets(text: &str) -> bool {
    text.chars().take(CHARACTERS_MAX).any(|c| matches!(look_alike(c), '«' | '»'))
}

/// Whether something other than cells stands there: a blank, a line's end, a strange character, the text's end.
pub(super) fn parts(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_none_or(|cell| cell.parted || cell.byte == STRANGE)
}

/// Whether a line may end there: where something parts it from the next, and where a run of fillers ends.
pub(super) fn ends(cells: &[Cell], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| cells.get(before)).map_or(STRANGE, |cell| cell.byte);
    let is_filler_run_over = before == b'<' && cells.get(at).is_some_and(|cell| cell.byte != b'<');
    parts(cells, at) || is_filler_run_over || before == STRANGE
}

/// Fillers as web pages and programs write them, and line ends that a program spelled out.
fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [
            ("&amp;lt;", '<'),
            ("&lt;", '<'),
            ("&#60;", '<'),
            ("&#x3c;", '<'),
            ("\\u003c", '<'),
            ("\\n", '\n'),
            ("\\r", '\n'),
        ]
        .into_iter()
        .find(|(written, _)| rest.get(..written.len()).is_some_and(|head| head.eq_ignore_ascii_case(written)));
        let (meant, length) = known.map_or((' ', 1), |(written, meant)| (meant, written.len()));
        plain.push(meant);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// The character of the zone that this one looks like: angle brackets of all kinds, and Cyrillic and Greek capitals that
/// a keyboard left in another language types.
fn look_alike(c: char) -> char {
    match c {
        '‹' | '›' | '˂' | '˃' | '〈' | '〉' | '⟨' | '⟩' | '❮' | '❯' | '≤' | '≥' | '≺' | '⋖' | '⧼' | 'ᐸ' | '𐊼'
        | '﹤' => '<',
        '《' | '》' | '⟪' | '⟫' | '≪' | '≫' | '⋘' => '«',
        'А' | 'а' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'і' | 'Ι' => 'I',
        'К' | 'к' | 'Κ' => 'K',
        'М' | 'м' | 'Μ' => 'M',
        'О' | 'о' | 'Ο' => 'O',
        'Р' | 'р' | 'Ρ' => 'P',
        'Ѕ' | 'ѕ' => 'S',
        'Т' | 'т' | 'Τ' => 'T',
        'Х' | 'х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        _ => c,
    }
}
