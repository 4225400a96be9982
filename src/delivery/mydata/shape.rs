//! The shape of `mydata.json`, version 1, as `docs/mydata.md` describes it. A field is never renamed or given another
//! meaning under the same version.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::domain::{
    document::{Permission, VisaClass},
    stay::{Arrival, Departure, Work},
};

/// What `format` says.
pub(super) const FORMAT: &str = "snaknov-mydata";
/// What `version` says.
pub(super) const VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct MyData {
    pub(super) format: &'static str,
    pub(super) version: u32,
    pub(super) made_at: DateTime<Utc>,
    pub(super) me: Me,
    pub(super) places: Vec<Place>,
    pub(super) guests: Vec<Guest>,
    pub(super) reports: Vec<Report>,
    pub(super) receipts: Vec<Receipt>,
    pub(super) consents: Vec<Consent>,
    /// The form under way, as it is kept.
    pub(super) unfinished: Option<Value>,
    pub(super) left_out: LeftOut,
}

/// How many of the oldest did not fit.
#[derive(Serialize, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub(super) guests: usize,
    pub(super) reports: usize,
    pub(super) receipts: usize,
}

#[derive(Serialize)]
pub(super) struct Me {
    pub(super) telegram_number: i64,
    pub(super) language: &'static str,
    pub(super) known_since: DateTime<Utc>,
}

#[derive(Serialize)]
pub(super) struct Place {
    #[serde(rename = "place")]
    pub(super) id: i64,
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) area: String,
    pub(super) street: Option<String>,
    pub(super) capacity: Option<u32>,
    pub(super) registered_at: DateTime<Utc>,
    pub(super) role: &'static str,
    pub(super) called: Option<String>,
    pub(super) member_since: DateTime<Utc>,
    pub(super) member_until: Option<DateTime<Utc>>,
    /// The others, for owners and managers.
    pub(super) colleagues: Vec<Colleague>,
}

#[derive(Serialize)]
pub(super) struct Colleague {
    pub(super) called: Option<String>,
    pub(super) role: &'static str,
    pub(super) member_since: DateTime<Utc>,
}

/// What is stated of a guest and a stay.
#[derive(Serialize, Clone)]
pub(super) struct Facts {
    pub(super) document: &'static str,
    pub(super) name: Option<String>,
    pub(super) number: Option<String>,
    pub(super) birth: Option<String>,
    pub(super) sex: Option<Value>,
    pub(super) nationality: Option<String>,
    pub(super) visa: Option<&'static str>,
    pub(super) stay_until: Option<NaiveDate>,
    pub(super) date_source: &'static str,
    pub(super) room: Option<String>,
    pub(super) arrived_on: NaiveDate,
    pub(super) leaves_on: Option<NaiveDate>,
    pub(super) work: Option<&'static str>,
    pub(super) permit_until: Option<NaiveDate>,
    pub(super) came_from: Option<String>,
}

impl From<&Arrival> for Facts {
    fn from(arrival: &Arrival) -> Self {
        let identity = &arrival.identity;
        Self {
            document: arrival.document.as_str(),
            name: identity.name.as_ref().map(ToString::to_string),
            number: identity.number.as_ref().map(ToString::to_string),
            birth: identity.birth.map(|birth| birth.to_string()),
            sex: identity.sex.and_then(|sex| serde_json::to_value(sex).ok()),
            nationality: identity.nationality.map(|country| country.to_string()),
            visa: arrival.permission.visa.map(VisaClass::as_str),
            stay_until: arrival.permission.stay_until,
            date_source: arrival.permission.source.as_str(),
            room: arrival.unit.clone(),
            arrived_on: arrival.arrived_on,
            leaves_on: arrival.leaves_on,
            work: arrival.work.map(Work::as_str),
            permit_until: arrival.permit_until,
            came_from: arrival.came_from.clone(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Guest {
    pub(super) stay: i64,
    pub(super) place: i64,
    #[serde(flatten)]
    pub(super) facts: Facts,
    pub(super) departed_on: Option<NaiveDate>,
    pub(super) cancelled_at: Option<DateTime<Utc>>,
    pub(super) moved_from: Option<i64>,
    pub(super) seen_on: Option<NaiveDate>,
    pub(super) fpcs_reference: Option<String>,
    pub(super) recorded_at: DateTime<Utc>,
    /// As it was reported, for the workbook.
    #[serde(skip)]
    pub(super) arrival: Arrival,
}

#[derive(Serialize)]
pub(super) struct Report {
    pub(super) number: String,
    #[serde(rename = "report_version")]
    pub(super) version: i64,
    pub(super) kind: &'static str,
    pub(super) reason: Option<&'static str>,
    pub(super) stay: i64,
    pub(super) place: i64,
    pub(super) by_me: bool,
    pub(super) by: Option<Maker>,
    pub(super) made_at: DateTime<Utc>,
    pub(super) deadline_at: Option<DateTime<Utc>>,
    pub(super) rulebook: String,
    pub(super) stated: Stated,
}

#[derive(Serialize, Clone)]
pub(super) struct Maker {
    pub(super) called: Option<String>,
    pub(super) role: &'static str,
}

/// What a report states, by what it reports.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Stated {
    Guest(Box<Facts>, #[serde(skip)] Box<Arrival>),
    Departure { departed_on: NaiveDate, went_to: Option<String> },
    Extension { visa: Option<&'static str>, stay_until: Option<NaiveDate>, date_source: &'static str },
    Nothing,
}

impl Stated {
    /// Reads a statement as it was kept.
    pub(super) fn of(kept: Option<Value>) -> Self {
        let Some(kept) = kept.filter(|kept| !kept.is_null()) else { return Self::Nothing };
        if kept.get("identity").is_some() {
            return serde_json::from_value::<Arrival>(kept)
                .map_or(Self::Nothing, |arrival| Self::Guest(Box::new(Facts::from(&arrival)), Box::new(arrival)));
        }
        if let Ok(departure) = serde_json::from_value::<Departure>(kept.clone()) {
            return Self::Departure { departed_on: departure.departed_on, went_to: departure.went_to };
        }
        match serde_json::from_value::<Permission>(kept.clone()) {
            Ok(permission) => Self::Extension {
                visa: permission.visa.map(VisaClass::as_str),
                stay_until: permission.stay_until,
                date_source: permission.source.as_str(),
            },
            // Reports of departure from before it was asked where to state the day alone.
            Err(_) => serde_json::from_value::<NaiveDate>(kept)
                .map_or(Self::Nothing, |departed_on| Self::Departure { departed_on, went_to: None }),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Receipt {
    pub(super) number: String,
    #[serde(rename = "report_version")]
    pub(super) version: i64,
    pub(super) kind: &'static str,
    pub(super) place: i64,
    pub(super) place_name: String,
    pub(super) made_at: DateTime<Utc>,
    pub(super) deadline_at: Option<DateTime<Utc>>,
    pub(super) guests: i64,
    pub(super) code: String,
}

#[derive(Serialize)]
pub(super) struct Consent {
    pub(super) text_version: String,
    pub(super) given_at: DateTime<Utc>,
    pub(super) withdrawn_at: Option<DateTime<Utc>>,
}
