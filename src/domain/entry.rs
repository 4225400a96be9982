//! What a picture, a row of a table or a pasted line says of a guest. Deliberately not yet a report: anything may be
//! missing, and nothing counts before the reporter has compared and sent it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    country::Country,
    dates::PartialDate,
    document::{DateSource, DocumentKind, VisaClass},
    document_number::DocumentNumber,
    name::PersonName,
    person::Sex,
    stay::Work,
};

/// What was read of one guest.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// What kind of document it is.
    pub document: Option<DocumentKind>,
    /// Its number.
    pub number: Option<DocumentNumber>,
    /// As printed, surname first.
    pub name: Option<PersonName>,
    /// As printed.
    pub sex: Option<Sex>,
    /// Day of birth, or as much of it as is known.
    pub birth: Option<PartialDate>,
    /// As printed.
    pub nationality: Option<Country>,
    /// The visa's class.
    pub visa: Option<VisaClass>,
    /// The last day on which the person may be in the country.
    pub stay_until: Option<NaiveDate>,
    /// Where that date was read.
    pub source: Option<DateSource>,
    /// Room, flat or bed.
    pub unit: Option<String>,
    /// First day at the place.
    pub arrived_on: Option<NaiveDate>,
    /// Planned last day at the place.
    pub leaves_on: Option<NaiveDate>,
    /// Whether the person works there, and under which permit.
    pub work: Option<Work>,
    /// The last day of the work permit.
    pub permit_until: Option<NaiveDate>,
    /// Where the person stayed before.
    pub came_from: Option<String>,
    /// What the reporter must compare with the document before it counts.
    pub doubts: Vec<Doubt>,
}

/// Something read that may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Of what.
    pub field: Field,
    /// Why.
    pub why: Why,
}

/// Why something read may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was put right by the check digits or by the letters that may stand there.
    Repaired,
    /// The check digit does not agree.
    CheckFails,
    /// The picture is hard to read here.
    Unclear,
    /// The name may go on beyond the end of the line.
    MayBeCut,
    /// The country is in no list.
    UnknownCountry,
    /// Day and month may be meant the other way round, or the century is a guess.
    Guessed,
    /// The date has passed.
    Passed,
}

/// What is known of a guest, by the names that forms, tables and complaints share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The kind of document.
    Document,
    /// The document's number.
    Number,
    /// The whole name.
    Name,
    /// The family name, where a table has names in two columns.
    Surname,
    /// The given names, where a table has names in two columns.
    GivenNames,
    /// Sex.
    Sex,
    /// Day of birth.
    Birth,
    /// Nationality.
    Nationality,
    /// The visa's class.
    Visa,
    /// Until when the person may stay in the country.
    StayUntil,
    /// Where that date stands.
    Source,
    /// Room, flat or bed.
    Unit,
    /// Day of arrival.
    ArrivedOn,
    /// Planned day of departure.
    LeavesOn,
    /// Whether the person works there, and under which permit.
    Work,
    /// The last day of the work permit.
    PermitUntil,
    /// Where the person stayed before.
    CameFrom,
}

impl Field {
    /// All fields, in the order of the product's own row.
    pub const ALL: [Self; 17] = [
        Self::Unit,
        Self::Name,
        Self::Surname,
        Self::GivenNames,
        Self::Sex,
        Self::Birth,
        Self::Nationality,
        Self::Document,
        Self::Number,
        Self::Visa,
        Self::StayUntil,
        Self::Source,
        Self::ArrivedOn,
        Self::LeavesOn,
        Self::Work,
        Self::PermitUntil,
        Self::CameFrom,
    ];

    /// The name used in files for programs, in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Number => "number",
            Self::Name => "name",
            Self::Surname => "surname",
            Self::GivenNames => "given_names",
            Self::Sex => "sex",
            Self::Birth => "birth",
            Self::Nationality => "nationality",
            Self::Visa => "visa",
            Self::StayUntil => "stay_until",
            Self::Source => "source",
            Self::Unit => "unit",
            Self::ArrivedOn => "arrived_on",
            Self::LeavesOn => "leaves_on",
            Self::Work => "work",
            Self::PermitUntil => "permit_until",
            Self::CameFrom => "came_from",
        }
    }

    /// The field of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }
}
