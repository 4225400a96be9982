//! The code of an area: digits whose beginning is the code of the parent; it does not say whether such an area exists.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Level;

/// The code of a province (2 digits), district (4), commune (6) or village (8); serialised as text, since it may begin with 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode {
    /// ASCII digits, then zero bytes, so that a parent sorts directly before its children.
    digits: [u8; 8],
}

/// The text is not 2, 4, 6 or 8 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAreaCode;

impl AreaCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.digits[..self.len()]).expect("only ASCII digits are stored")
    }

    /// How deep in the hierarchy the area stands.
    pub fn level(&self) -> Level {
        match self.len() {
            2 => Level::Province,
            4 => Level::District,
            6 => Level::Commune,
            _ => Level::Village,
        }
    }

    /// The code of the area one level up; none for a province.
    pub fn parent(&self) -> Option<Self> {
        let kept = self.len() - 2;
        (kept > 0).then(|| self.shortened(kept))
    }

    /// The code of the area at `level` that holds this one, or this one; none if `level` is deeper.
    pub fn at_level(&self, level: Level) -> Option<Self> {
        (level <= self.level()).then(|| self.shortened(level.digits()))
    }

    /// Whether this is `other` or lies in it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.as_str().starts_with(other.as_str())
    }

    fn len(self) -> usize {
        self.digits.iter().position(|&digit| digit == 0).unwrap_or(8)
    }

    fn shortened(self, kept: usize) -> Self {
        let mut digits = [0; 8];
        digits[..kept].copy_from_slice(&self.digits[..kept]);
        Self { digits }
    }
}

impl TryFrom<&str> for AreaCode {
    type Error = NotAnAreaCode;

    fn try_from(text: &str) -> Result<Self, NotAnAreaCode> {
        let whole = matches!(text.len(), 2 | 4 | 6 | 8);
        if !whole || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAnAreaCode);
        }
        let mut digits = [0; 8];
        digits[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { digits })
    }
}

impl TryFrom<String> for AreaCode {
    type Error = NotAnAreaCode;

    fn try_from(text: String) -> Result<Self, NotAnAreaCode> {
        Self::try_from(text.as_str())
    }
}

impl std::str::FromStr for AreaCode {
    type Err = NotAnAreaCode;

    fn from_str(text: &str) -> Result<Self, NotAnAreaCode> {
        Self::try_from(text)
    }
}

impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AreaCode({})", self.as_str())
    }
}

impl fmt::Display for NotAnAreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an area code has 2, 4, 6 or 8 digits")
    }
}

impl std::error::Error for NotAnAreaCode {}
