//! A person's name as it is printed in the passport. Deliberately no order of given and family names, and no
//! spelling from one script into another.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::digits::{ascii_digit, is_invisible, to_half_width};

/// The longest name kept, in characters; a machine-readable zone holds 39 and the printed line seldom twice that.
const LENGTH_MAX: usize = 120;

/// More marks than these on one letter are no writing of any language.
const MARKS_MAX: usize = 3;

/// A name of 1 to 120 characters with a letter in it, in Unicode form C, its spaces single, its letters as typed.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// Why a text is not a name that we take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// There is nothing but spaces.
    #[error("no name")]
    Empty,
    /// There are more than 120 characters.
    #[error("the name is too long")]
    TooLong,
    /// There is not one letter.
    #[error("the name has no letter")]
    NoLetters,
    /// There is a digit, so it is probably a document number or a date.
    #[error("the name has a digit")]
    HasDigits,
    /// It has letters of a script that is not Latin; passports print the name in Latin letters too.
    #[error("the name is not in Latin letters")]
    NotLatin,
    /// There is a symbol that no name has, or a control character.
    #[error("the name has a character that names do not have")]
    StrangeCharacter(char),
}

impl PersonName {
    /// A name that need not be in Latin letters: for a person who was asked for them and has confirmed that the
    /// document shows none. All the other rules hold.
    pub fn in_any_script(typed: &str) -> Result<Self, NameError> {
        let name = tidied(typed)?;
        let mut marks = 0;
        for c in name.chars() {
            if ascii_digit(c).is_some() || c.is_numeric() && !c.is_alphabetic() {
                return Err(NameError::HasDigits);
            }
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            if !may_stand_in_a_name(c) || (marks > MARKS_MAX && is_latin(c)) {
                return Err(NameError::StrangeCharacter(c));
            }
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(NameError::NoLetters);
        }
        Ok(Self(name))
    }

    /// The name as it is to be shown to whoever may see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for PersonName {
    type Error = NameError;

    fn try_from(typed: &str) -> Result<Self, NameError> {
        let name = Self::in_any_script(typed)?;
        if name.0.chars().all(|c| !c.is_alphabetic() || is_latin(c)) { Ok(name) } else { Err(NameError::NotLatin) }
    }
}

/// For what is read back from storage, where a name in another script may have been confirmed.
impl TryFrom<String> for PersonName {
    type Error = NameError;

    fn try_from(stored: String) -> Result<Self, NameError> {
        Self::in_any_script(&stored)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Shows the first letter at most, so that no log ever holds a name.
impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.get(..1).unwrap_or_default())?;
        f.write_str("***")
    }
}

/// Composed, half width, without invisible characters, its blanks single; refused when empty or too long.
fn tidied(typed: &str) -> Result<String, NameError> {
    if typed.chars().take(LENGTH_MAX * 4 + 1).count() > LENGTH_MAX * 4 {
        return Err(NameError::TooLong);
    }
    let visible: String = typed.chars().filter(|c| !is_invisible(*c)).map(to_half_width).nfc().collect();
    let name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(NameError::Empty),
        1..=LENGTH_MAX => Ok(name),
        _ => Err(NameError::TooLong),
    }
}

/// Letters and their marks, blanks, and the punctuation of printed names (O'Neil, A/L, Jr., 玛丽·安).
fn may_stand_in_a_name(c: char) -> bool {
    c.is_alphabetic()
        || is_combining_mark(c)
        || matches!(c, ' ' | '-' | '‐' | '\'' | '’' | 'ʼ' | '`' | '.' | ',' | '/' | '(' | ')' | '·' | '・')
}

/// Letters of the Latin blocks, and the marks that combine with them.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, 'ª' | 'º' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2AF}' | 'ʼ' | '\u{300}'..='\u{36F}'
            | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_kept_as_printed_with_its_blanks_tidied() {
        for (typed, kept) in [
            ("SPECIMEN ANNA", "SPECIMEN ANNA"),
            ("  Specimen \t Anna\n", "Specimen Anna"),
            ("O’Neil-Specimen, Jr.", "O’Neil-Specimen, Jr."),
            ("SPECIMEN A/L ANNA", "SPECIMEN A/L ANNA"),
            ("Nguye\u{302}\u{303}n", "Nguyễn"),
            ("ＺＨＡＮＧ　ＳＡＮ", "ZHANG SAN"),
            ("An\u{200B}na\u{FEFF}", "Anna"),
            ("Ø", "Ø"),
        ] {
            assert_eq!(PersonName::try_from(typed).map(String::from).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_is_not_a_name_is_refused_with_the_reason() {
        let long = "a".repeat(121);
        let endless = "\u{200B}".repeat(100_000);
        for (typed, why) in [
            ("", NameError::Empty),
            (" \u{200B} ", NameError::Empty),
            (long.as_str(), NameError::TooLong),
            (endless.as_str(), NameError::TooLong),
            ("- .", NameError::NoLetters),
            ("Anna 2", NameError::HasDigits),
            ("អាណា ២", NameError::HasDigits),
            ("សុខា", NameError::NotLatin),
            ("张三", NameError::NotLatin),
            ("三", NameError::NotLatin),
            ("Аnna", NameError::NotLatin),
            ("SPECIMEN<<ANNA", NameError::StrangeCharacter('<')),
            ("Anna 😀", NameError::StrangeCharacter('😀')),
            ("An\u{202E}na", NameError::StrangeCharacter('\u{202E}')),
            ("An\u{0}na", NameError::StrangeCharacter('\u{0}')),
        ] {
            assert_eq!(PersonName::try_from(typed), Err(why), "{typed:.40}");
        }
    }

    #[test]
    fn a_confirmed_name_in_another_script_is_kept_and_read_back() {
        for typed in ["សុខ ស្រីមុំ", "张三", "玛丽·安"] {
            let name = PersonName::in_any_script(typed).expect("it has letters");
            assert_eq!(name.to_string(), typed);
            let stored = serde_json::to_string(&name).expect("a string");
            assert_eq!(serde_json::from_str::<PersonName>(&stored).expect("as written"), name);
        }
        assert!(serde_json::from_str::<PersonName>("\"12\"").is_err());
    }

    #[test]
    fn the_debug_form_hides_the_name() {
        let debug = |typed: &str| format!("{:?}", PersonName::in_any_script(typed).expect("a name"));
        assert_eq!(debug("SPECIMEN ANNA"), "S***");
        assert_eq!(debug("张三"), "***");
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused_and_a_name_taken_once_is_taken_again(typed in any::<String>()) {
            if let Ok(name) = PersonName::try_from(typed.as_str()) {
                prop_assert!(name.as_str().chars().count() <= LENGTH_MAX);
                prop_assert_eq!(PersonName::try_from(name.as_str()), Ok(name.clone()));
            }
        }
    }
}
