//! Police units and how an alert finds the one that answers for a place. Deliberately without chats and officers.

use serde::{Deserialize, Serialize};

use super::{area::AreaCode, id::UnitId};

/// Where a unit stands in the chain of command; the order is upwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitLevel {
    /// A commune or sangkat post.
    Post,
    /// District, khan or town police.
    District,
    /// A provincial or municipal commissariat.
    Province,
    /// The General Department of Immigration.
    National,
    /// The protection desk: a lane of its own, outside the chain of command.
    Protection,
}

impl UnitLevel {
    /// All levels, upwards.
    pub const ALL: [Self; 5] = [Self::Post, Self::District, Self::Province, Self::National, Self::Protection];

    /// The name used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::District => "district",
            Self::Province => "province",
            Self::National => "national",
            Self::Protection => "protection",
        }
    }

    /// The level of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == name)
    }
}

/// The protection desk for a place: the most specific one that answers for it, else the one for the whole country, else
/// the one enrolled first, since nothing is left lying for want of a desk of its own.
pub fn protection_desk(beats: &[Beat], place: Option<AreaCode>) -> Option<UnitId> {
    let own = place.and_then(|place| responsible_among(beats, place, |level| level == UnitLevel::Protection));
    own.or_else(|| {
        let desks = beats.iter().filter(|beat| beat.level == UnitLevel::Protection);
        desks.min_by_key(|beat| (beat.area.is_some(), beat.unit_id)).map(|beat| beat.unit_id)
    })
}

/// One area for which a unit answers; `area` is `None` for the whole country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beat {
    /// The unit.
    pub unit_id: UnitId,
    /// Its level.
    pub level: UnitLevel,
    /// The area.
    pub area: Option<AreaCode>,
}

/// The unit that answers for `place`: the most specific area that holds it; between units with the same area
/// the lower level, then the older enrolment. `None` when nobody answers for it.
pub fn responsible(beats: &[Beat], place: AreaCode) -> Option<UnitId> {
    responsible_among(beats, place, |level| level != UnitLevel::Protection)
}

/// The same among the units of some levels.
pub fn responsible_among(beats: &[Beat], place: AreaCode, among: fn(UnitLevel) -> bool) -> Option<UnitId> {
    beats
        .iter()
        .filter(|beat| among(beat.level))
        .filter(|beat| beat.area.is_none_or(|area| place.is_within(&area)))
        .min_by_key(|beat| {
            let digits = beat.area.map_or(0, |area| area.to_string().len());
            (std::cmp::Reverse(digits), beat.level, beat.unit_id)
        })
        .map(|beat| beat.unit_id)
}
