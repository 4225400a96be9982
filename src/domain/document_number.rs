//! The number of a travel document, in the one form in which two of them can be compared. Deliberately no opinion on
//! which country's pattern it follows, and no guess at O for 0.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::digits::{ascii_digit, is_invisible, to_half_width};

/// The fewest characters; no travel document in use has fewer.
const LENGTH_MIN: usize = 3;

/// The most characters; ICAO Doc 9303 allows 9 in a passport, residence cards and permits have more.
const LENGTH_MAX: usize = 20;

/// More typed characters than these are not looked at.
const TYPED_MAX: usize = 200;

/// 3 to 20 ASCII capitals and digits, at least one a digit.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentNumber(String);

/// Why a text is not a document number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentNumberError {
    /// There are fewer than 3 letters and digits.
    #[error("the document number is too short")]
    TooShort,
    /// There are more than 20 letters and digits.
    #[error("the document number is too long")]
    TooLong,
    /// There are only letters, so it is probably a name or a word.
    #[error("the document number has no digit")]
    NoDigit,
    /// There is a character that such numbers do not have, as typed.
    #[error("the document number has a character that such numbers do not have")]
    StrangeCharacter(char),
}

impl DocumentNumber {
    /// The whole number, for whoever may see it and for comparing.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for DocumentNumber {
    type Error = DocumentNumberError;

    /// Takes letters and digits in any case, width and of Khmer and Thai keyboards; blanks, hyphens and slashes go.
    fn try_from(typed: &str) -> Result<Self, DocumentNumberError> {
        if typed.chars().take(TYPED_MAX + 1).count() > TYPED_MAX {
            return Err(DocumentNumberError::TooLong);
        }
        let mut number = String::with_capacity(LENGTH_MAX);
        for c in typed.chars().filter(|c| !is_invisible(*c)) {
            match ascii_digit(c).unwrap_or(to_half_width(c)) {
                kept if kept.is_ascii_alphanumeric() => number.push(kept.to_ascii_uppercase()),
                dropped if separates(dropped) => {}
                _ => return Err(DocumentNumberError::StrangeCharacter(c)),
            }
        }
        match number.len() {
            0..LENGTH_MIN => Err(DocumentNumberError::TooShort),
            LENGTH_MIN..=LENGTH_MAX if number.contains(|c: char| c.is_ascii_digit()) => Ok(Self(number)),
            LENGTH_MIN..=LENGTH_MAX => Err(DocumentNumberError::NoDigit),
            _ => Err(DocumentNumberError::TooLong),
        }
    }
}

impl TryFrom<String> for DocumentNumber {
    type Error = DocumentNumberError;

    fn try_from(stored: String) -> Result<Self, DocumentNumberError> {
        Self::try_from(stored.as_str())
    }
}

impl From<DocumentNumber> for String {
    fn from(number: DocumentNumber) -> Self {
        number.0
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Shows two characters at either end, and of a number too short for that nothing, so that no log ever holds one.
impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.get(..2), self.0.get(self.0.len().saturating_sub(2)..)) {
            (Some(head), Some(tail)) if self.0.len() > 6 => write!(f, "{head}***{tail}"),
            _ => f.write_str("***"),
        }
    }
}

/// Blanks and the hyphens, dashes and slashes with which people group a number.
fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '/' | '‐'..='―' | '−')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        for typed in
            ["AB123456", " ab 123 456 ", "ab-123/456", "ＡＢ１２３４５６", "AB១២៣៤៥៦", "AB๑๒๓๔๕๖", "A\u{200B}B–123456"]
        {
            assert_eq!(DocumentNumber::try_from(typed).map(String::from).as_deref(), Ok("AB123456"), "{typed}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_stay_letters() {
        assert_eq!(DocumentNumber::try_from("o0I1").map(String::from).as_deref(), Ok("O0I1"));
    }

    #[test]
    fn what_is_not_a_number_is_refused_with_the_reason() {
        let endless = " ".repeat(100_000);
        for (typed, why) in [
            ("", DocumentNumberError::TooShort),
            ("A1", DocumentNumberError::TooShort),
            ("A1-", DocumentNumberError::TooShort),
            ("A12345678901234567890", DocumentNumberError::TooLong),
            (endless.as_str(), DocumentNumberError::TooLong),
            ("NONE", DocumentNumberError::NoDigit),
            ("А123456", DocumentNumberError::StrangeCharacter('А')),
            ("A123456<", DocumentNumberError::StrangeCharacter('<')),
            ("លេខ 123", DocumentNumberError::StrangeCharacter('ល')),
            ("A12\u{202E}345", DocumentNumberError::StrangeCharacter('\u{202E}')),
        ] {
            assert_eq!(DocumentNumber::try_from(typed), Err(why), "{typed:.40}");
        }
    }

    #[test]
    fn the_debug_form_hides_the_middle_or_all_of_it() {
        let debug = |typed: &str| format!("{:?}", DocumentNumber::try_from(typed).expect("a number"));
        assert_eq!(debug("AB123456"), "AB***56");
        assert_eq!(debug("A12345"), "***");
    }

    #[test]
    fn it_is_stored_as_its_text_and_checked_when_read_back() {
        let number = DocumentNumber::try_from("AB123456").expect("a number");
        assert_eq!(serde_json::to_string(&number).expect("a string"), "\"AB123456\"");
        assert_eq!(serde_json::from_str::<DocumentNumber>("\"AB123456\"").expect("as written"), number);
        assert!(serde_json::from_str::<DocumentNumber>("\"A\"").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused_and_a_number_taken_once_is_taken_again(typed in any::<String>()) {
            if let Ok(number) = DocumentNumber::try_from(typed.as_str()) {
                prop_assert!((LENGTH_MIN..=LENGTH_MAX).contains(&number.as_str().len()));
                prop_assert_eq!(DocumentNumber::try_from(number.as_str()), Ok(number.clone()));
            }
        }
    }
}
