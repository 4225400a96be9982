//! The rules' names and an alert's life. Deliberately without how an alert is worded or sent.

use serde::{Deserialize, Serialize};

/// A rule that raises alerts. An alert states facts; nationality is no input of any rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The stay-until date lies in the past.
    Overstay,
    /// The reporter saw no document at all.
    NoDocument,
    /// A document, but nothing in it that allows a stay.
    NoPermission,
    /// A residence card past its validity.
    CardExpired,
    /// Named on a parent's card, of age by now, and no card of their own.
    #[serde(rename = "turned_18")]
    TurnedEighteen,
    /// Works at the premises without a permit, longer than the rulebook allows.
    WorkPermitMissing,
    /// The same document has open stays at two premises.
    TwoPlaces,
    /// An arrival was reported after its deadline: counted, no alert on a person.
    LateReport,
    /// Premises with capacity and history from which nothing has come for long: a question, then a line in the digest.
    SilentPremises,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 9] = [
        Self::Overstay,
        Self::NoDocument,
        Self::NoPermission,
        Self::CardExpired,
        Self::TurnedEighteen,
        Self::WorkPermitMissing,
        Self::TwoPlaces,
        Self::LateReport,
        Self::SilentPremises,
    ];

    /// The name used in the database and the rulebook.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overstay => "overstay",
            Self::NoDocument => "no_document",
            Self::NoPermission => "no_permission",
            Self::CardExpired => "card_expired",
            Self::TurnedEighteen => "turned_18",
            Self::WorkPermitMissing => "work_permit_missing",
            Self::TwoPlaces => "two_places",
            Self::LateReport => "late_report",
            Self::SilentPremises => "silent_premises",
        }
    }

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == name)
    }
}

/// How far an alert has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertState {
    /// The protection desk decides whether anybody else hears of it.
    Held,
    /// Raised; sent or about to be.
    Open,
    /// An officer has taken it.
    Acknowledged,
    /// The facts it rested on have changed: it no longer holds.
    Withdrawn,
}

impl AlertState {
    /// The name used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Open => "open",
            Self::Acknowledged => "acknowledged",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Held, Self::Open, Self::Acknowledged, Self::Withdrawn].into_iter().find(|state| state.as_str() == name)
    }
}

/// Why an alert changed: what its recipients are told beside its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The guest has left.
    Left,
    /// The guest moved to another place of the same people, where the facts are looked at anew.
    Moved,
    /// The permission was extended.
    Extended,
    /// The report was corrected.
    Corrected,
    /// The report was cancelled.
    Cancelled,
    /// Of two places one is left.
    Resolved,
}

impl Cause {
    /// All causes.
    pub const ALL: [Self; 6] =
        [Self::Left, Self::Moved, Self::Extended, Self::Corrected, Self::Cancelled, Self::Resolved];

    /// The name used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Moved => "moved",
            Self::Extended => "extended",
            Self::Corrected => "corrected",
            Self::Cancelled => "cancelled",
            Self::Resolved => "resolved",
        }
    }

    /// The cause of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.as_str() == name)
    }
}
