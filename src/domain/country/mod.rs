//! The countries and other issuers that a travel document can name, in three languages; it does not say who recognises whom.

mod search;
mod table;

use std::fmt;

use serde::{Deserialize, Serialize};

/// A nationality as written on a travel document: ISO 3166 alpha-3 or one of the further codes of ICAO Doc 9303.
///
/// Germany is `DEU` here and `D` only on the document itself. Serialised as the three-letter code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 3]);

/// The text is no code of a country or other issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACountry;

const GERMANY: &str = "DEU";
const GERMANY_ON_DOCUMENTS: &str = "D";
/// Kosovo has no code in ISO 3166; `XKX` is in use beside the one on its passports.
const KOSOVO: (&str, &str) = ("XKX", "RKS");
/// The country of specimens, which does not exist.
const SPECIMEN: Country = Country(*b"UTO");

impl Country {
    /// Cambodia, whose citizens are not reported.
    pub const CAMBODIA: Self = Self(*b"KHM");
    /// People whom no state counts as its own.
    pub const STATELESS: Self = Self(*b"XXA");

    /// The three-letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("codes are ASCII letters")
    }

    /// The code in the machine readable zone: one letter for Germany, three for all others.
    pub fn document_code(&self) -> &str {
        if self.code() == GERMANY { GERMANY_ON_DOCUMENTS } else { self.code() }
    }

    /// The ISO 3166 alpha-2 code, or `XK`; none for issuers that are not countries.
    pub fn alpha2(self) -> Option<&'static str> {
        Some(self.row().alpha2).filter(|code| !code.is_empty())
    }

    /// The Khmer name.
    pub fn khmer(self) -> &'static str {
        self.row().khmer
    }

    /// The English name.
    pub fn english(self) -> &'static str {
        self.row().english
    }

    /// The Chinese name in simplified characters.
    pub fn chinese(self) -> &'static str {
        self.row().chinese
    }

    /// Whether this is the invented country of sample documents.
    pub fn is_specimen(self) -> bool {
        self == SPECIMEN
    }

    /// Every country and issuer but that of specimens, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        table::rows().iter().map(|row| row.country).filter(|country| !country.is_specimen())
    }

    /// Countries by a name, a word for their people, or a code, in any of the three languages; best first.
    pub fn search(query: &str) -> Vec<Self> {
        search::search(query)
    }

    /// The countries that are called exactly so, by a name, a word for their people, or a code; none is guessed at.
    pub fn named(name: &str) -> Vec<Self> {
        search::named(name)
    }

    fn row(self) -> &'static table::Row {
        table::row(self).expect("a country is made only from the table")
    }
}

impl TryFrom<&str> for Country {
    type Error = NotACountry;

    /// From an alpha-2, alpha-3 or document code in any case, fillers (`<`) and spaces around it dropped.
    fn try_from(text: &str) -> Result<Self, NotACountry> {
        let code = text.trim_matches(|c: char| c == '<' || c.is_whitespace()).to_ascii_uppercase();
        if code == GERMANY_ON_DOCUMENTS {
            return Self::try_from(GERMANY);
        }
        if code == KOSOVO.0 {
            return Self::try_from(KOSOVO.1);
        }
        match *code.as_bytes() {
            [_, _] => table::rows().iter().find(|row| row.alpha2 == code).map(|row| row.country),
            [a, b, c] => Some(Self([a, b, c])).filter(|country| table::row(*country).is_some()),
            _ => None,
        }
        .ok_or(NotACountry)
    }
}

impl TryFrom<String> for Country {
    type Error = NotACountry;

    fn try_from(text: String) -> Result<Self, NotACountry> {
        Self::try_from(text.as_str())
    }
}

impl std::str::FromStr for Country {
    type Err = NotACountry;

    fn from_str(text: &str) -> Result<Self, NotACountry> {
        Self::try_from(text)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl fmt::Display for NotACountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no country has this code")
    }
}

impl std::error::Error for NotACountry {}

#[cfg(test)]
mod tests;
