//! The paper that was shown and the permission it carries. Deliberately no opinion on whether either is in order.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the reporter saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A passport.
    Passport,
    /// A Cambodian residence card.
    ResidenceCard,
    /// A parent's residence card on which a child is named.
    ParentCard,
    /// Any other travel or identity document.
    Other,
    /// A diplomatic passport or card: the bearer is exempt and not assessed.
    Diplomatic,
    /// The person has none.
    None,
    /// The person has one, or may have, and did not show it.
    NotShown,
}

impl DocumentKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Passport,
        Self::ResidenceCard,
        Self::Other,
        Self::Diplomatic,
        Self::None,
        Self::NotShown,
        Self::ParentCard,
    ];

    /// Whether the reporter held a document in their hands whose data may be asked for.
    pub fn was_seen(self) -> bool {
        matches!(self, Self::Passport | Self::ResidenceCard | Self::ParentCard | Self::Other)
    }

    /// Whether it is a residence card, which bears its own date.
    pub fn is_card(self) -> bool {
        matches!(self, Self::ResidenceCard | Self::ParentCard)
    }

    /// Whether its number is that of the person alone, so that the same number is the same person.
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Passport | Self::ResidenceCard | Self::Other)
    }

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::ResidenceCard => "residence_card",
            Self::ParentCard => "parent_card",
            Self::Other => "other",
            Self::Diplomatic => "diplomatic",
            Self::None => "none",
            Self::NotShown => "not_shown",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Visa classes of Cambodia (immigration law of 1994 and its sub-decrees), with the extensions of class E.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisaClass {
    /// T, tourist.
    T,
    /// E, ordinary.
    E,
    /// Extension of E for work.
    Eb,
    /// Extension of E for people looking for work.
    Eg,
    /// Extension of E for retired people.
    Er,
    /// Extension of E for students.
    Es,
    /// B, official.
    B,
    /// C, courtesy.
    C,
    /// K, Khmer origin.
    K,
    /// G.
    G,
    /// A, diplomatic: exempt, not assessed.
    A,
    /// There is no visa, stamp or extension in the document.
    None,
    /// The reporter could not tell.
    Unknown,
}

impl VisaClass {
    /// All classes, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::T,
        Self::E,
        Self::Eb,
        Self::Eg,
        Self::Er,
        Self::Es,
        Self::B,
        Self::C,
        Self::K,
        Self::G,
        Self::A,
        Self::None,
        Self::Unknown,
    ];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::T => "t",
            Self::E => "e",
            Self::Eb => "eb",
            Self::Eg => "eg",
            Self::Er => "er",
            Self::Es => "es",
            Self::B => "b",
            Self::C => "c",
            Self::K => "k",
            Self::G => "g",
            Self::A => "a",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    /// The class of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == name)
    }

    /// Where the date of such a permission usually stands: the extensions of E exist only as stickers.
    pub fn usual_source(self) -> DateSource {
        match self {
            Self::Eb | Self::Eg | Self::Er | Self::Es => DateSource::ExtensionSticker,
            Self::Unknown | Self::None => DateSource::NotKnown,
            _ => DateSource::EntryStamp,
        }
    }
}

/// Where a stay-until date was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateSource {
    /// The stamp made at the border.
    EntryStamp,
    /// The sticker of an extension.
    ExtensionSticker,
    /// A residence card.
    Card,
    /// The reporter could not tell.
    NotKnown,
}

impl DateSource {
    /// All sources, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::EntryStamp, Self::ExtensionSticker, Self::Card, Self::NotKnown];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EntryStamp => "entry_stamp",
            Self::ExtensionSticker => "extension_sticker",
            Self::Card => "card",
            Self::NotKnown => "not_known",
        }
    }

    /// The source of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.as_str() == name)
    }
}

/// The permission to stay, as far as the reporter could read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Permission {
    /// The visa's class; `None` where the question does not arise (residence card, no document).
    pub visa: Option<VisaClass>,
    /// The last day on which the person may be in the country, from stamp, sticker or card.
    pub stay_until: Option<NaiveDate>,
    /// Where that date was read.
    pub source: DateSource,
}
