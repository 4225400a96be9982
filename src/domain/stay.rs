//! A stay: an occupant at premises, from arrival to departure. Deliberately without the history of its reports.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    document::{DocumentKind, Permission, VisaClass},
    id::PremisesId,
    person::Identity,
};

/// Whether the person works at the premises, and under which permit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Works here and has shown a work permit.
    WithPermit,
    /// Works here and has no permit.
    WithoutPermit,
    /// Works here; the permit was not seen.
    PermitNotSeen,
    /// Does not work here.
    DoesNotWorkHere,
}

impl Work {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::WithPermit, Self::WithoutPermit, Self::PermitNotSeen, Self::DoesNotWorkHere];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WithPermit => "with_permit",
            Self::WithoutPermit => "without_permit",
            Self::PermitNotSeen => "permit_not_seen",
            Self::DoesNotWorkHere => "does_not_work_here",
        }
    }

    /// The answer of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|work| work.as_str() == name)
    }
}

/// What a report of arrival states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arrival {
    /// Where.
    pub premises_id: PremisesId,
    /// What was shown.
    pub document: DocumentKind,
    /// Who.
    pub identity: Identity,
    /// Until when the person may stay in the country.
    pub permission: Permission,
    /// Room, flat or bed, as the premises name it; at most 40 characters.
    pub unit: Option<String>,
    /// First day (Phnom Penh).
    pub arrived_on: NaiveDate,
    /// Last day, where it is planned.
    pub leaves_on: Option<NaiveDate>,
    /// Asked on sites and in company housing.
    pub work: Option<Work>,
    /// The last day of the work permit, where one was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permit_until: Option<NaiveDate>,
    /// Where the person stayed before, as the reporter knows it; at most 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<String>,
}

impl Arrival {
    /// Diplomats are recorded as "exempt, not assessed": no rule looks at them.
    pub fn is_exempt(&self) -> bool {
        self.document == DocumentKind::Diplomatic || self.permission.visa == Some(VisaClass::A)
    }

    /// The same arrival with nothing in it that must not be kept: no document data of exempt people.
    #[must_use]
    pub fn minimised(self) -> Self {
        if !self.is_exempt() {
            return self;
        }
        Self {
            document: DocumentKind::Diplomatic,
            identity: Identity::UNKNOWN,
            permission: Permission { visa: None, stay_until: None, source: super::document::DateSource::NotKnown },
            work: None,
            permit_until: None,
            came_from: None,
            ..self
        }
    }
}

/// What a report of departure states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// The day of departure.
    pub departed_on: NaiveDate,
    /// Where the guest went, as the reporter knows it; at most 80 characters.
    pub went_to: Option<String>,
}
