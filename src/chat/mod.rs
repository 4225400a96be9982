//! One turn of a conversation, for any front end: load, step, act, save in one write. Deliberately without Telegram.

mod checks;
mod desk;
mod filling;
mod group;
mod handle;
mod home;
mod incoming;
mod private;
mod state;
mod turn;

pub use handle::{Setting, handle, redraw};
pub use incoming::{Effect, Incoming, OddKind, Pressed, What};

/// Version of the privacy text; a change of the text asks everyone again.
pub const PRIVACY_VERSION: &str = "2026-11";
