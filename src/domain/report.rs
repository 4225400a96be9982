//! Reports: the acts of a reporter, and why one puts another right. Deliberately without what they state.

use serde::{Deserialize, Serialize};

/// What a report reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Somebody came.
    Arrival,
    /// Somebody left.
    Departure,
    /// A permission was renewed.
    Extension,
    /// Somebody moved to another place of the same people.
    Move,
    /// What was reported is put right: a later version under the same number.
    Correction,
    /// What was reported is taken back: a later version under the same number.
    Cancellation,
}

impl ReportKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Arrival, Self::Departure, Self::Extension, Self::Move, Self::Correction, Self::Cancellation];

    /// The name used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Departure => "departure",
            Self::Extension => "extension",
            Self::Move => "move",
            Self::Correction => "correction",
            Self::Cancellation => "cancellation",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Why a report was put right or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Something was mistyped or misread.
    Mistyped,
    /// The guest showed another document, or what was missing.
    OtherDocument,
    /// Room or plans have changed.
    PlansChanged,
    /// The card, permit or paper has come since.
    CameSince,
    /// The guest never came.
    NeverCame,
    /// The same guest was reported twice.
    Double,
    /// It was reported for the wrong place.
    WrongPlace,
    /// A departure was reported, and the guest is still here.
    NotLeft,
    /// Something else.
    Other,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 9] = [
        Self::Mistyped,
        Self::OtherDocument,
        Self::PlansChanged,
        Self::CameSince,
        Self::NeverCame,
        Self::Double,
        Self::WrongPlace,
        Self::NotLeft,
        Self::Other,
    ];

    /// Reasons to put a report right, in the order in which they are offered.
    pub const TO_CORRECT: [Self; 5] =
        [Self::Mistyped, Self::OtherDocument, Self::PlansChanged, Self::CameSince, Self::Other];

    /// Reasons to take a report back, in the order in which they are offered.
    pub const TO_CANCEL: [Self; 4] = [Self::NeverCame, Self::Double, Self::WrongPlace, Self::Other];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mistyped => "mistyped",
            Self::OtherDocument => "other_document",
            Self::PlansChanged => "plans_changed",
            Self::CameSince => "came_since",
            Self::NeverCame => "never_came",
            Self::Double => "double",
            Self::WrongPlace => "wrong_place",
            Self::NotLeft => "not_left",
            Self::Other => "other",
        }
    }

    /// The reason of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}
