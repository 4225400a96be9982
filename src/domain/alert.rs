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
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 4] = [Self::Overstay, Self::NoDocument, Self::NoPermission, Self::CardExpired];

    /// The name used in the database and the rulebook.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overstay => "overstay",
            Self::NoDocument => "no_document",
            Self::NoPermission => "no_permission",
            Self::CardExpired => "card_expired",
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
            Self::Open => "open",
            Self::Acknowledged => "acknowledged",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Open, Self::Acknowledged, Self::Withdrawn].into_iter().find(|state| state.as_str() == name)
    }
}
