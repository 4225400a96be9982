//! What can be done: one verb a file, inside the caller's transaction, which it neither opens nor commits.

mod acknowledge;
mod answer_check;
mod concern;
mod correct_report;
mod decide_case;
mod digest;
mod erase_person;
mod guest_form;
mod invite;
mod look_after_cases;
mod note_reference;
mod plan;
mod raise_alerts;
mod reassess;
mod register_premises;
mod remind;
mod report_arrival;
mod report_departure;
mod report_extension;
mod report_move;
mod reroute;
mod revoke_member;
mod roll_call;
mod send_batch;
mod silence;
mod stays_on;
mod sweep;
mod track;
mod view_details;
mod watch;

pub use acknowledge::{Acknowledged, acknowledge};
pub use answer_check::{CheckAnswer, Checked, answer_check, open_check};
pub use concern::{Concern, add_to_concern, case_for, tell_concern};
pub use correct_report::{cancel_report, correct_report};
pub use decide_case::{Decided, answer_concern, close_concern, keep_case, release_case, view_person};
pub use digest::{DigestSeen, count_reports, see_digest, send_digests};
pub use erase_person::{Erasure, erase_person, foresee_erasure};
pub use guest_form::{
    agree_as_guest, guest_was_reported, hand_over, make_guest_link, take_back_answers, throw_away_guest_form,
};
pub use invite::{
    Joined, OnceLink, accept_invitation, decline_invitation, invite, look_at_invitation, take_back_invitation,
};
pub use look_after_cases::{route_cases, talks_to_end};
pub use note_reference::note_reference;
pub use plan::plan_stays;
pub use raise_alerts::raise_alerts;
pub use register_premises::register_premises;
pub use remind::{look_at_ages, remind, remind_of_drafts};
pub use report_arrival::report_arrival;
pub use report_departure::{report_departure, take_back_departure};
pub use report_extension::report_extension;
pub use report_move::{Moving, report_move};
pub use reroute::{chat_is_back, chat_is_gone, route_waiting};
pub use revoke_member::{Parted, revoke_member};
pub use roll_call::{PlaceAnswer, answer_about_place, call_roll, place_asked_about};
pub use send_batch::send_batch;
pub use silence::ask_silent;
pub use stays_on::{note_planned_departure, open_reminder, reminder_stands, stays_on};
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

/// Who does something at a place besides reporting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// The reporter.
    pub reporter: ReporterId,
    /// Their Telegram user.
    pub user: UserId,
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
