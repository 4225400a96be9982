//! The occupant: who stays. Deliberately without any judgement about the person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{country::Country, dates::PartialDate, document_number::DocumentNumber, name::PersonName};

/// Sex as printed in a travel document (ICAO Doc 9303: F, M or X for unspecified).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// F
    Female,
    /// M
    Male,
    /// X or `<`
    Unspecified,
}

/// What identifies a person; sealed at rest as one piece. `None` means that the reporter could not tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// As printed, in Latin letters.
    pub name: Option<PersonName>,
    /// As printed, upper case, without blanks.
    pub number: Option<DocumentNumber>,
    /// Day, or as much of it as the document shows.
    pub birth: Option<PartialDate>,
    /// As printed.
    pub sex: Option<Sex>,
    /// The state that issued the document.
    pub nationality: Option<Country>,
}

impl Identity {
    /// Nothing is known, as for a diplomat, of whom no document data is kept.
    pub const UNKNOWN: Self = Self { name: None, number: None, birth: None, sex: None, nationality: None };

    /// Whether the person is certainly of `age` or older on `day`; an unknown birth date counts as adult,
    /// because only a date can show that somebody is a child.
    pub fn is_adult(&self, age: u32, day: NaiveDate) -> bool {
        self.birth.is_none_or(|birth| birth.age_at_least(age, day).unwrap_or(false))
    }
}
