//! One turn of a conversation, for any front end: load, step, act, save in one write. Deliberately without Telegram.

mod checks;
mod complaints;
mod desk;
mod files;
mod filling;
mod group;
mod handle;
mod home;
mod incoming;
mod opened;
mod private;
mod reading;
mod reminders;
mod state;
mod talk;
mod turn;

pub use handle::{Setting, handle, redraw};
pub use incoming::{Effect, Incoming, OddKind, Pressed, SentFile, What};
pub use reading::{Notes, Read, facts, file_is_read, keep_rows, progress, reasons};
pub use state::unfinished;
pub use talk::end_talks;

/// Version of the privacy text; a change of the text asks everyone again.
pub const PRIVACY_VERSION: &str = "2026-11.2";

/// Version of the privacy text that guests agree to who fill in their own details; noted with what they fill in.
const GUEST_PRIVACY_VERSION: &str = "2026-11";
