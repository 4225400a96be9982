//! Pictures of passports, visas and residence cards: the lines of their machine-readable zones, read offline, with every
//! doubtful place named. What the lines mean is `domain`'s; whether the person is right is never asked here.
//!
//! - [`picture`] decides by the first bytes what it is, caps bytes and pixels before decoding, and keeps greys only.
//! - [`marks`], [`row`], [`block`]: marks darker than their surroundings; rows of them at one pitch, at any angle; rows
//!   under each other. Nothing else on a page stands thirty and more in a row at one pitch, so that no page outline and
//!   no orientation are needed, and two passports are two blocks.
//! - [`strip`] lays each line straight from the full resolution; [`eye`] says how likely each character is at each step.
//! - [`lattice`]: the number of characters and their pitch are known, hence forward and backward sums over all layouts
//!   give each place its likelihoods. Runs of fillers cannot be miscounted, which is what spoilt free decoding.
//! - [`layout`], [`names`], [`settle`]: alphabets by place, codes of states, the way names are laid out, and check digits
//!   choose among what the picture supports.
//! - [`search`] tries again, cut and lit differently, while anything is in doubt; [`why`] measures what was wrong.
//!
//! Tried and left: greedy decoding (miscounts fillers), one threshold for all (patterns under a zone join its characters,
//! hence several), forcing check digits by any character (a repair must be supported by the picture, else the check is
//! left failing), eight-bit weights (half the size again; not needed). Seen to help most: the pitch as the only clue of a
//! zone, the size of marks beside their pitch (columns of words on a table cloth stand at a pitch too), codes of states.

mod block;
mod eye;
mod lattice;
mod layout;
mod marks;
mod names;
mod pdf;
mod picture;
mod row;
mod search;
mod settle;
mod strip;
#[cfg(test)]
mod tests;
mod why;

use serde::{Deserialize, Serialize};

/// What a picture holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// One a document, the most prominent first; at least one.
    pub zones: Vec<Zone>,
}

/// A machine-readable zone as it was read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Three lines of 30, or two of 36 or 44, of A-Z, 0-9 and `<`.
    pub lines: Vec<String>,
    /// Line and column, from 0, of places that were read with little confidence or repaired.
    pub doubtful: Vec<(usize, usize)>,
}

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The lines are a person's passport.
        write!(f, "Zone({} lines, {} doubtful)", self.lines.len(), self.doubtful.len())
    }
}

/// Why a picture could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The bytes are no picture of a kind that is read: JPEG, PNG, WebP, HEIC, or a PDF.
    NotAPicture,
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
    /// More pixels than [`MOST_PIXELS`].
    TooManyPixels,
    /// A PDF of more than one page.
    SeveralPages,
    /// A PDF that asks for a password.
    Encrypted,
    /// It begins like a picture and cannot be decoded.
    Damaged,
    /// Too few pixels for the characters of a zone to be seen.
    TooSmall,
    /// Hardly any light.
    TooDark,
    /// Washed out.
    TooBright,
    /// Nothing in it has a sharp edge.
    Blurred,
    /// Lines like those of a zone run out of the picture.
    CutOff,
    /// A sharp and well lit picture without a zone.
    NoZone,
    /// Reading took longer than it may.
    TookTooLong,
    /// Photos cannot be read on this machine; `doctor` says why.
    Unavailable,
}

/// The most bytes of a picture: what Telegram lets a bot download.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The most pixels of a picture; phones take 12 to 50 million.
pub const MOST_PIXELS: u64 = 60_000_000;

/// A small picture to try the reading on: the standard's own specimen.
pub const SPECIMEN: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/model/specimen.png"));

/// The lines of [`SPECIMEN`].
pub const SPECIMEN_LINES: [&str; 2] =
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

/// Reads every zone of a picture, on this thread. To be called on strangers' bytes only in a confined process.
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let grey = picture::open(bytes)?;
    let eye = eye::Eye::open().ok_or(Refusal::Unavailable)?;
    search::search(grey, eye)
}

impl Refusal {
    /// The name used in files for programs and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAPicture => "not_a_picture",
            Self::TooLarge => "too_large",
            Self::TooManyPixels => "too_many_pixels",
            Self::SeveralPages => "several_pages",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::TooSmall => "too_small",
            Self::TooDark => "too_dark",
            Self::TooBright => "too_bright",
            Self::Blurred => "blurred",
            Self::CutOff => "cut_off",
            Self::NoZone => "no_zone",
            Self::TookTooLong => "took_too_long",
            Self::Unavailable => "unavailable",
        }
    }
}
