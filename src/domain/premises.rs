//! Premises: a place where people stay. Deliberately without its members and its stays.

use serde::{Deserialize, Serialize};

use super::{area::AreaCode, id::PremisesId};

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PremisesKind {
    /// A rented house, room or flat.
    Rental,
    /// A hotel or guesthouse.
    Hotel,
    /// A construction site.
    ConstructionSite,
    /// Housing of a company, factory or farm.
    CompanyHousing,
}

impl PremisesKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Rental, Self::Hotel, Self::ConstructionSite, Self::CompanyHousing];

    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rental => "rental",
            Self::Hotel => "hotel",
            Self::ConstructionSite => "construction_site",
            Self::CompanyHousing => "company_housing",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether people work where they live, so that work permits are asked about.
    pub fn houses_workers(self) -> bool {
        matches!(self, Self::ConstructionSite | Self::CompanyHousing)
    }
}

/// What a reporter tells about premises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PremisesDetails {
    /// What kind of place.
    pub kind: PremisesKind,
    /// As the reporter calls it, at most 80 characters.
    pub name: String,
    /// The most specific area known: a village, else a commune.
    pub area: AreaCode,
    /// House number and street, as written.
    pub street: Option<String>,
    /// How many people can sleep there.
    pub capacity: Option<u32>,
}

/// Premises as registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Premises {
    /// Its identity.
    pub id: PremisesId,
    /// What was told.
    pub details: PremisesDetails,
}
