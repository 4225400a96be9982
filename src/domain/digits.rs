//! Digits and the characters next to them as Khmer, Chinese, Thai and Latin keyboards write them, and Khmer digits for
//! output. Deliberately no meaning: whether a number is a day, a room or a passport is for others to say.

use std::borrow::Cow;

/// The Khmer digits ០ to ៩ (U+17E0 to U+17E9).
const KHMER: [char; 10] = ['០', '១', '២', '៣', '៤', '៥', '៦', '៧', '៨', '៩'];

/// The largest Chinese number read, in digits.
const HAN_DIGITS_MAX: usize = 9;

/// The ASCII digit that a Khmer, Thai, full-width or ASCII digit stands for.
pub fn ascii_digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{17E0}'..='\u{17E9}' => '\u{17E0}',
        '\u{0E50}'..='\u{0E59}' => '\u{0E50}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The ASCII character of which this is the full-width form (U+FF01 to U+FF5E, and the ideographic space); others stay.
pub fn to_half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether the character takes no room on the screen and carries no meaning in what people type: zero-width spaces and
/// joiners, direction marks, soft hyphens, variation selectors, the byte order mark. Overrides of direction are not
/// among them, for they change what is seen.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FEFF}')
}

/// The text with its digits in ASCII: Khmer, Thai and full-width ones everywhere, Chinese ones only in a plain run of
/// two or more (三〇二), never in a counted number (三十二) or alone, where they may be a word.
pub fn to_ascii_digits(text: &str) -> Cow<'_, str> {
    let foreign = |c: char| !c.is_ascii() && (ascii_digit(c).is_some() || han_digit(c).is_some());
    if !text.contains(foreign) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut folded = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| is_han_numeral(**c)).count();
        let numeral = &chars[at..at + run];
        match numeral.iter().map(|c| han_digit(*c)).collect::<Option<Vec<u32>>>() {
            Some(values) if run >= 2 => folded.extend(values.into_iter().filter_map(|v| char::from_digit(v, 10))),
            _ => folded.extend(numeral),
        }
        at += run;
        if run == 0 {
            folded.push(ascii_digit(chars[at]).unwrap_or(chars[at]));
            at += 1;
        }
    }
    Cow::Owned(folded)
}

/// The text with its ASCII digits in Khmer; anything else stays. Numbers go through `to_string` first.
#[expect(clippy::needless_pass_by_value, reason = "numbers and texts alike are handed over as they are")]
pub fn khmer_digits(text: impl ToString) -> String {
    let khmer = |c: char| c.to_digit(10).and_then(|value| KHMER.get(value as usize).copied()).unwrap_or(c);
    text.to_string().chars().map(khmer).collect()
}

/// Whether Chinese numbers are written with this character.
pub fn is_han_numeral(c: char) -> bool {
    han_digit(c).is_some() || han_unit(c).is_some() || han_tens(c).is_some()
}

/// The value of a Chinese number, digit by digit (二〇二六) or counted (三十一, 廿三, 一百一十五); `None` for a text that
/// is not wholly one, or that is longer than nine characters.
pub fn han_number(text: &str) -> Option<u32> {
    let length = text.chars().count();
    if length == 0 || length > HAN_DIGITS_MAX {
        return None;
    }
    if let Some(values) = text.chars().map(han_digit).collect::<Option<Vec<u32>>>() {
        return Some(values.into_iter().fold(0, |sum, value| sum * 10 + value));
    }
    counted_han_number(text)
}

/// Reads 三十一, 廿三, 一百零五: digits that multiply units, which must fall.
fn counted_han_number(text: &str) -> Option<u32> {
    let mut sum = 0;
    let mut digit = None;
    let mut room = u32::MAX;
    let mut after_zero = false;
    for c in text.chars() {
        if let Some(tens) = han_tens(c) {
            if digit.is_some() || room <= 10 {
                return None;
            }
            sum += tens;
            room = 10;
        } else if let Some(unit) = han_unit(c) {
            // A unit without a digit before it is only said of ten (十五), never after a zero.
            let factor = digit.take().or((unit == 10 && !after_zero).then_some(1))?;
            if unit >= room {
                return None;
            }
            sum += factor * unit;
            room = unit;
        } else {
            match han_digit(c)? {
                0 if digit.is_none() && room > 10 && room != u32::MAX => after_zero = true,
                0 => return None,
                value if digit.is_none() => digit = Some(value),
                _ => return None,
            }
            continue;
        }
        after_zero = false;
    }
    match digit {
        // 一百五 is said for 150 and written for nothing.
        Some(value) => (room == 10 || after_zero).then_some(sum + value),
        None => (!after_zero).then_some(sum),
    }
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn han_unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// The contracted tens of calendars: 廿, 卅, 卌.
fn han_tens(c: char) -> Option<u32> {
    Some(match c {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_keyboard_become_ascii() {
        for (typed, ascii) in [
            ("០១២៣៤៥៦៧៨៩", "0123456789"),
            ("０１２３４５６７８９", "0123456789"),
            ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
            ("បន្ទប់ ៣០២", "បន្ទប់ 302"),
            ("三〇二", "302"),
            ("一九八五年", "1985年"),
            ("二○二六", "2026"),
            ("三十二", "三十二"),
            ("三", "三"),
            ("三楼 12", "三楼 12"),
            ("", ""),
        ] {
            assert_eq!(to_ascii_digits(typed), ascii, "{typed}");
        }
    }

    #[test]
    fn text_without_foreign_digits_is_not_copied() {
        assert!(matches!(to_ascii_digits("room 302"), Cow::Borrowed("room 302")));
    }

    #[test]
    fn khmer_digits_are_for_output_and_come_back() {
        assert_eq!(khmer_digits(2026), "២០២៦");
        assert_eq!(khmer_digits("03/05/2026"), "០៣/០៥/២០២៦");
        assert_eq!(to_ascii_digits(&khmer_digits("0123456789")), "0123456789");
    }

    #[test]
    fn chinese_numbers_are_read_both_ways() {
        for (typed, value) in [
            ("三", Some(3)),
            ("十", Some(10)),
            ("十五", Some(15)),
            ("二十", Some(20)),
            ("三十一", Some(31)),
            ("廿", Some(20)),
            ("廿三", Some(23)),
            ("卅一", Some(31)),
            ("二〇二六", Some(2026)),
            ("二零二六", Some(2026)),
            ("贰零贰陆", Some(2026)),
            ("一百一十五", Some(115)),
            ("一百零五", Some(105)),
            ("一千九百八十五", Some(1985)),
            ("", None),
            ("二十〇三", None),
            ("十二十", None),
            ("三廿", None),
            ("一百五", None),
            ("一千零二十", Some(1020)),
            ("百", None),
            ("十零", None),
            ("一二三四五六七八九一", None),
            ("五月", None),
        ] {
            assert_eq!(han_number(typed), value, "{typed}");
        }
    }
}
