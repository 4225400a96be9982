//! The machine-readable zone of travel documents (ICAO Doc 9303, parts 3 to 7), read from what a camera saw or a person
//! typed. Deliberately no search in pictures, and no verdict on the document: check digits prove how a zone was read,
//! never who holds it.
//!
//! `text` makes cells of any text, `find` tries where a zone may begin and how its lines may be cut, `layout` says what
//! stands in which cell, `repair` puts right what alphabet or check digits force, `weigh` takes the fields out and says
//! how much they are worth, and `entry` makes of them what a report is begun with.
//!
//! What is no repair: lower case, spaces and line breaks anywhere, full-width and other characters that look like those
//! of the zone (`«`, `＜`, `&lt;`), other text around it. What is one, so that the lines differ from what came in: a
//! character put right, and fillers added or taken away at the end of a line.
//!
//! Of several statuses the first of reject, invalid, warn, corrected, ok holds: a country in no list is said before a
//! repair, and what was repaired stands in [`Reading::repaired`] all the same. `UTO`, the country of specimens, is in the
//! list. An old French identity card (two lines of its own layout, which no part of Doc 9303 describes) is rejected, for
//! read by any other layout its fields would be wrong.

mod entry;
mod find;
mod layout;
mod repair;
mod text;
mod weigh;

#[cfg(test)]
mod tests;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use entry::entry;

use super::{dates::PartialDate, person::Sex};
use find::Proposal;
use layout::Grid;
use weigh::Verdict;

/// So many proposals, those that look best, are repaired and weighed.
const WEIGHED_MAX: usize = 24;

/// What was made of a text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it is worth.
    pub status: Status,
    /// What stands in the zone; none when there is no zone.
    pub fields: Option<Zone>,
    /// The checks that do not agree, each once, in the order of [`Check`].
    pub failed_checks: Vec<Check>,
    /// Cells that differ from what came in, as line and column of `lines`, counted from 0.
    pub repaired: Vec<(usize, usize)>,
    /// The zone's lines as read and repaired, each of the format's full length; none when there is no zone.
    pub lines: Vec<String>,
}

/// What a reading is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As printed, and everything agrees.
    Ok,
    /// Something was put right in the one way that alphabet or check digits leave.
    Corrected,
    /// It is a zone, and something in it cannot be right.
    Invalid,
    /// Everything agrees, but the issuing state or the nationality is in no list.
    Warn,
    /// There is no zone.
    Reject,
}

/// What a check digit covers; a date that no calendar has fails its check too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The document's number.
    DocumentNumber,
    /// Day of birth.
    BirthDate,
    /// The document's last day.
    ExpiryDate,
    /// The optional data, in passports often a personal number.
    OptionalData,
    /// Most of the zone.
    Composite,
}

/// The layouts of Doc 9303.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Cards: three lines of 30.
    #[serde(rename = "TD1")]
    Td1,
    /// Larger cards: two lines of 36.
    #[serde(rename = "TD2")]
    Td2,
    /// Passports: two lines of 44.
    #[serde(rename = "TD3")]
    Td3,
    /// Visas: two lines of 44.
    #[serde(rename = "MRVA")]
    MrvA,
    /// Smaller visas: two lines of 36.
    #[serde(rename = "MRVB")]
    MrvB,
}

/// The fields of a zone, fillers taken away at their ends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// The layout.
    pub format: Format,
    /// One or two letters, such as `P` or `PD`.
    pub document_code: String,
    /// Up to three letters; `D` for Germany.
    pub issuing_state: String,
    /// Everything before `<<`; the whole name where there is none.
    pub surname: String,
    /// Empty where the document shows none.
    pub given_names: String,
    /// Without fillers at its end; whole where it goes on in the optional data.
    pub document_number: String,
    /// Up to three letters; `D` for Germany.
    pub nationality: String,
    /// None while a part of it is unknown, or where no calendar has it.
    pub birth_date: Option<NaiveDate>,
    /// What is known of a birth of which a part is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_part: Option<PartialDate>,
    /// `<` is unspecified, and so is a letter that no sex has.
    #[serde(with = "sex_letter")]
    pub sex: Sex,
    /// None while unknown, or where no calendar has it.
    pub expiry_date: Option<NaiveDate>,
    /// Without fillers at its end, and without what belongs to a long number.
    pub optional_data: String,
    /// TD1 alone has a second field of it.
    pub optional_data_2: Option<String>,
    /// The name fills its line, so it may go on beyond it.
    pub name_maybe_truncated: bool,
}

/// Reads the zone in a text, wherever it stands there. `today` decides centuries.
pub fn read(input: &str, today: NaiveDate) -> Reading {
    let mut proposals = find::proposals(&text::cells(input, 1));
    if text::has_guillemets(input) {
        proposals.extend(find::proposals(&text::cells(input, 2)));
    }
    proposals.sort_by_cached_key(|proposal| {
        let verdict = weigh::verdict(proposal.layout, &proposal.grid, today);
        (verdict.failed.len(), verdict.broken, proposal.recut, proposal.skipped)
    });
    proposals.truncate(WEIGHED_MAX);
    let weighed = proposals.into_iter().map(|proposal| weigh_proposal(proposal, today));
    weighed
        .filter(|one| one.verdict.is_sound() || !one.proposal.data_recut)
        .min_by_key(|one| {
            let wrong = one.verdict.failed.len() + usize::from(one.verdict.broken);
            (wrong, one.verdict.unknown_country, one.changed.len(), one.proposal.recut, one.proposal.skipped)
        })
        .map_or(Reading::REJECTED, |one| one.into_reading(today))
}

/// A proposal, repaired.
struct Weighed {
    proposal: Proposal,
    grid: Grid,
    verdict: Verdict,
    changed: Vec<(usize, usize)>,
}

fn weigh_proposal(proposal: Proposal, today: NaiveDate) -> Weighed {
    let mut grid = proposal.grid.clone();
    let mut verdict = repair::repair(proposal.layout, &mut grid, today);
    verdict.broken |= proposal.may_have_lost_the_separator();
    let changed = grid
        .0
        .iter()
        .enumerate()
        .flat_map(|(line, cells)| (0..cells.len()).map(move |column| (line, column)))
        .filter(|at| grid.get(*at) != proposal.grid.get(*at) || proposal.added.contains(at))
        .collect();
    Weighed { proposal, grid, verdict, changed }
}

impl Weighed {
    fn into_reading(self, today: NaiveDate) -> Reading {
        let status = if !self.verdict.is_sound() {
            Status::Invalid
        } else if self.verdict.unknown_country {
            Status::Warn
        } else if self.proposal.recut || !self.changed.is_empty() {
            Status::Corrected
        } else {
            Status::Ok
        };
        Reading {
            status,
            fields: Some(weigh::zone(self.proposal.layout, &self.grid, today)),
            failed_checks: self.verdict.failed,
            repaired: self.changed,
            lines: self.grid.0.iter().map(|cells| String::from_utf8_lossy(cells).into_owned()).collect(),
        }
    }
}

impl Reading {
    /// There is no zone.
    pub const REJECTED: Self = Self {
        status: Status::Reject,
        fields: None,
        failed_checks: Vec::new(),
        repaired: Vec::new(),
        lines: Vec::new(),
    };
}

/// Holds no personal data, so that no log ever does.
impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("status", &self.status)
            .field("format", &self.fields.as_ref().map(|zone| zone.format))
            .field("failed_checks", &self.failed_checks)
            .field("repaired", &self.repaired)
            .finish_non_exhaustive()
    }
}

/// Holds no personal data, so that no log ever does.
impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Zone").field("format", &self.format).finish_non_exhaustive()
    }
}

/// Sex as one letter: M, F or X.
mod sex_letter {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::domain::person::Sex;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    pub(super) fn serialize<S: Serializer>(sex: &Sex, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match sex {
            Sex::Male => "M",
            Sex::Female => "F",
            Sex::Unspecified => "X",
        })
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Sex, D::Error> {
        match String::deserialize(from)?.as_str() {
            "M" => Ok(Sex::Male),
            "F" => Ok(Sex::Female),
            "X" => Ok(Sex::Unspecified),
            _ => Err(D::Error::custom("a sex is M, F or X")),
        }
    }
}

/// The zone in what somebody wrote in a chat; none for any other text.
pub fn in_text(text: &str, today: NaiveDate) -> Option<Reading> {
    Some(read(text, today)).filter(|reading| reading.status != Status::Reject)
}
