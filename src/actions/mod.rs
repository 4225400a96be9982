//! What can be done: one verb a file, inside the caller's transaction, which it neither opens nor commits.

mod acknowledge;
mod answer_check;
mod raise_alerts;
mod register_premises;
mod report_arrival;
mod report_extension;
mod reroute;
mod sweep;
mod view_details;

pub use acknowledge::{Acknowledged, acknowledge};
pub use answer_check::{CheckAnswer, Checked, answer_check, open_check};
pub use raise_alerts::raise_alerts;
pub use register_premises::register_premises;
pub use report_arrival::{Reported, report_arrival};
pub use report_extension::report_extension;
pub use reroute::{chat_is_back, chat_is_gone, route_waiting};
pub use sweep::{ask_reporters, tell_units};
pub use view_details::{Viewed, view_details};

use chrono::{DateTime, Utc};

use crate::domain::id::ChatId;

/// What every action may know besides its subject.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The present moment.
    pub now: DateTime<Utc>,
    /// The operator's chat, where one is configured.
    pub operator: Option<ChatId>,
}

/// 64 random bits, for a number.
fn random() -> u64 {
    let mut bytes = [0; 8];
    crate::store::fill_random(&mut bytes);
    u64::from_be_bytes(bytes)
}

/// A name for a draft, by which sending it twice is known.
pub fn draft_name() -> String {
    format!("{:016x}", random())
}
