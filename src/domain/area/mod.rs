//! The areas of Cambodia, their names, and how to find one by name or by position; it does not know which police unit serves an area.

mod code;
mod fold;
mod gazetteer;
mod likeness;
mod place;
mod query;
mod search;

pub use code::{AreaCode, NotAnAreaCode};
pub use gazetteer::{Area, AreaKind, Gazetteer, Level};
pub use place::{KnownPoint, Nearby};
pub use search::{MAX_MATCHES, Match};

pub(in crate::domain) use fold::{ascii_digit, is_zero_width, plain_latin};
pub(in crate::domain) use likeness::edits_between;

#[cfg(test)]
mod tests;
