//! Cuts a typed text into numbers and words. Deliberately no sense: what they say together is gathered elsewhere.

use chrono::Weekday;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::words;
use crate::domain::digits::{ascii_digit, han_number, is_han_numeral, is_invisible, to_half_width};

/// Longer texts, in characters, are not dates.
const TYPED_MAX: usize = 120;

/// The longest run of digits that may be a date: 03052026.
const DIGITS_MAX: usize = 8;

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Month(u32),
    Weekday(Weekday),
    DaysFromToday(i64),
    YearsFromNow(i32),
    MonthsFromNow(i32),
    Mark(Role, Side),
    Era(Era),
    Lunar,
    WaxingOrBorn,
    Clock,
    Noise,
    Unknown,
}

/// A number as typed. Parts that are typed as "xx" or "00" because the document does not show them have the value 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    /// How many digits were typed.
    pub(super) width: usize,
    /// The sign between it and the number before it, where there is one.
    pub(super) sign: Option<char>,
}

/// What a number is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Year,
    Month,
    Day,
}

/// On which side of its number a mark stands: ខែ 5, 5月.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// What a year is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    Common,
    Buddhist,
    Republic,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Gap {
    pub(super) spaced: bool,
    /// How many signs.
    pub(super) signs: usize,
    /// The last of them.
    pub(super) sign: Option<char>,
    pub(super) colon: bool,
}

/// Composed, in half width and lower case, digits in ASCII, Khmer clusters in their regular order; `None` when too long.
pub(super) fn tidied(typed: &str) -> Option<String> {
    if typed.chars().take(TYPED_MAX + 1).count() > TYPED_MAX {
        return None;
    }
    let mut tidy: Vec<char> = Vec::with_capacity(typed.len());
    for c in typed.nfc() {
        match ascii_digit(c) {
            Some(digit) => tidy.push(digit),
            // A blank of no width after a number parts it from the next one.
            None if is_invisible(c) && tidy.last().is_some_and(char::is_ascii_digit) => tidy.push(' '),
            None if is_invisible(c) => {}
            None => tidy.extend(to_half_width(c).to_lowercase()),
        }
    }
    Some(regular_khmer(&tidy))
}

/// Puts a subscript that was typed after the vowel before it, and writes the subscript ដ as ត, which looks the same.
fn regular_khmer(text: &[char]) -> String {
    let mut regular: Vec<char> = Vec::with_capacity(text.len());
    let mut chars = text.iter().copied().peekable();
    while let Some(c) = chars.next() {
        let Some(subscript) = chars.next_if(|_| c == '\u{17D2}') else {
            regular.push(c);
            continue;
        };
        let vowels = regular.iter().rev().take_while(|c| ('\u{17B6}'..='\u{17D1}').contains(*c)).count();
        let at = regular.len() - vowels;
        regular.splice(at..at, [c, if subscript == 'ដ' { 'ត' } else { subscript }]);
    }
    regular.into_iter().collect()
}

/// The words with the gap before each, and the gap at the end.
pub(super) fn cut(text: &str) -> (Vec<(Gap, Token)>, Gap) {
    let mut tokens: Vec<(Gap, Token)> = Vec::new();
    let mut gap = Gap::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() || matches!(c, '(' | ')') {
            gap.spaced = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let before = tokens.last().map(|(_, token)| *token);
        let (token, length) = match token_at(rest, gap, before) {
            Some(hit) => hit,
            None if is_sign(c) => {
                gap = Gap { signs: gap.signs + 1, sign: Some(c), colon: gap.colon || is_colon(c), ..gap };
                rest = &rest[c.len_utf8()..];
                continue;
            }
            None => (Token::Unknown, c.len_utf8()),
        };
        tokens.push((gap, token));
        gap = Gap::default();
        rest = &rest[length..];
    }
    (tokens, gap)
}

/// The token at the beginning of the text and its length in bytes; `None` for a sign or a character of no meaning here.
fn token_at(rest: &str, gap: Gap, before: Option<Token>) -> Option<(Token, usize)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let clock = clock_at(rest, digits).filter(|_| gap.sign.is_none_or(|sign| sign == ','));
        return Some(
            clock.map_or_else(|| (number(&rest[..digits], digits, gap), digits), |length| (Token::Clock, length)),
        );
    }
    if let Some(after) = rest.strip_prefix('初') {
        // 初三 is a day of the moon; 月初 the beginning of a month.
        let of_the_moon = after.starts_with(|c: char| is_han_numeral(c) || c.is_ascii_digit());
        return Some((if of_the_moon { Token::Lunar } else { Token::Unknown }, '初'.len_utf8()));
    }
    if let Some(after) = rest.strip_prefix(['\'', '’']) {
        let short_year = after.bytes().take_while(u8::is_ascii_digit).count() == 2;
        return short_year.then_some((Token::Mark(Role::Year, Side::Before), rest.len() - after.len()));
    }
    words::word_at(rest)
        .or_else(|| han_at(rest, gap))
        .or_else(|| unshown_at(rest, gap))
        .or_else(|| latin_at(rest, gap, before))
}

fn number(digits: &str, width: usize, gap: Gap) -> Token {
    match digits.parse() {
        Ok(value) if width <= DIGITS_MAX => Token::Number(Number { value, width, sign: gap.sign }),
        _ => Token::Unknown,
    }
}

/// The length of a time of day: 14:30, 14:30:00, 2 pm, 2:30pm.
fn clock_at(rest: &str, hour_digits: usize) -> Option<usize> {
    let hour: u32 = rest[..hour_digits].parse().ok().filter(|hour| *hour <= 24 && hour_digits <= 2)?;
    let mut end = hour_digits;
    for _ in 0..2 {
        let Some(part) = rest[end..].strip_prefix(':') else {
            break;
        };
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 2 || !part.starts_with(|c: char| c < '6') {
            return None;
        }
        end += 1 + digits;
    }
    let halves = rest[end..].trim_start_matches(' ');
    if hour <= 12
        && let Some(after) = halves.strip_prefix("am").or_else(|| halves.strip_prefix("pm"))
    {
        return (!after.starts_with(char::is_alphanumeric)).then_some(rest.len() - after.len());
    }
    (end > hour_digits && !rest[end..].starts_with(':')).then_some(end)
}

/// A Chinese number; the letter O and the digit 0 inside it stand for 〇.
fn han_at(rest: &str, gap: Gap) -> Option<(Token, usize)> {
    if !rest.starts_with(is_han_numeral) {
        return None;
    }
    let end = rest.find(|c| !is_han_numeral(c) && c != 'o' && c != '0').unwrap_or(rest.len());
    let run = rest[..end].trim_end_matches(['o', '0']);
    let numeral = run.replace(['o', '0'], "〇");
    let token = han_number(&numeral).map_or(Token::Unknown, |value| {
        let counted = numeral.contains(['十', '拾', '百', '佰', '千', '仟', '廿', '卅', '卌']);
        let width = if counted { value.to_string().len() } else { numeral.chars().count() };
        if width <= DIGITS_MAX { Token::Number(Number { value, width, sign: gap.sign }) } else { Token::Unknown }
    });
    Some((token, run.len()))
}

/// A part that the document does not show: xx, XXXX, **, ??.
fn unshown_at(rest: &str, gap: Gap) -> Option<(Token, usize)> {
    let mark = rest.chars().next().filter(|c| matches!(c, 'x' | '*' | '?'))?;
    let width = rest.chars().take_while(|c| *c == mark).count();
    let ends = !rest[width..].starts_with(|c: char| c.is_ascii_alphanumeric());
    ((2..=4).contains(&width) && ends).then_some((Token::Number(Number { value: 0, width, sign: gap.sign }), width))
}

/// A word in Latin letters that no table has: a month, the ending of 3rd, or nothing known.
fn latin_at(rest: &str, gap: Gap, before: Option<Token>) -> Option<(Token, usize)> {
    let end = rest.find(|c: char| !c.is_alphabetic() || c > '\u{24F}').unwrap_or(rest.len());
    if end == 0 {
        return None;
    }
    let word: String = rest[..end].nfd().filter(|c| !is_combining_mark(*c)).collect();
    let follows_number = matches!(before, Some(Token::Number(_))) && gap.signs == 0 && !gap.spaced;
    let token = match word.as_str() {
        "st" | "nd" | "rd" | "th" if follows_number => Token::Mark(Role::Day, Side::After),
        word => words::latin_month(word).map_or(Token::Unknown, Token::Month),
    };
    Some((token, end))
}

fn is_sign(c: char) -> bool {
    is_joining(c) || is_colon(c) || matches!(c, '.' | ',' | ';' | '、' | '،' | '។' | '。' | '!' | '?' | '·' | '・')
}

/// Signs that tie two numbers together, other than the point.
pub(super) fn is_joining(c: char) -> bool {
    matches!(c, '/' | '-' | '\\' | '_' | '‐'..='―' | '−')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '៖')
}
