//! What can be done: one verb a file, inside the caller's transaction, which it neither opens nor commits.

mod acknowledge;
mod answer_check;
mod correct_report;
mod note_reference;
mod raise_alerts;
mod reassess;
mod register_premises;
mod report_arrival;
mod report_departure;
mod report_extension;
mod report_move;
mod reroute;
mod sweep;
mod track;
mod view_details;

pub use acknowledge::{Acknowledged, acknowledge};
pub use answer_check::{CheckAnswer, Checked, answer_check, open_check};
pub use correct_report::{cancel_report, correct_report};
pub use note_reference::note_reference;
pub use raise_alerts::raise_alerts;
pub use register_premises::register_premises;
pub use report_arrival::report_arrival;
pub use report_departure::{report_departure, take_back_departure};
pub use report_extension::report_extension;
pub use report_move::{Moving, report_move};
pub use reroute::{chat_is_back, chat_is_gone, route_waiting};
pub use sweep::{ask_reporters, tell_units};
pub use view_details::{Viewed, view_details};

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{ChatId, ReporterId, StayId, UserId},
    number::ReportNumber,
};

/// What every action may know besides its subject.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The present moment.
    pub now: DateTime<Utc>,
    /// The operator's chat, where one is configured.
    pub operator: Option<ChatId>,
}

/// Who sends a report, and the draft that it came of: sent twice, it is one report.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The reporter.
    pub reporter: ReporterId,
    /// Their Telegram user.
    pub user: UserId,
    /// The name of the draft.
    pub draft: &'a str,
}

impl Sender<'_> {
    /// Where what they are told goes: their private chat, which has no topics.
    fn chat(self) -> (ChatId, Option<i64>) {
        (ChatId::private(self.user), None)
    }
}

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reported {
    /// It is kept; the receipt or a note follows.
    Kept,
    /// The same draft was reported before, under this number.
    Already(ReportNumber),
    /// A guest with this document is reported as staying here already: under this number.
    SameGuest(StayId),
    /// The reporter does not belong to these premises (any more).
    NotAMember,
    /// The reporter's part does not include this.
    MayNot,
    /// The stay has ended or was taken back meanwhile.
    Closed,
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
