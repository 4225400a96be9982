//! Telling until when a guest who stays on plans to stay, or that it is not known.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{dates::Kind, id::StayId},
    flow::{Answer, Ask, Asked, Form, Question, Reaction},
};

use super::kit::{DateAsked, Picking, always, whole_day};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LeavingDraft {
    /// Whose stay.
    pub stay: Option<StayId>,
    /// The day, where it is known.
    pub leaves_on: Answer<NaiveDate>,
    picking: Option<Picking>,
}

impl LeavingDraft {
    /// The planned departure of a guest.
    pub fn of(stay: StayId) -> Self {
        Self { stay: Some(stay), ..Self::default() }
    }
}

/// What the question depends on besides the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeavingFacts {
    /// The day it is in Phnom Penh.
    pub today: NaiveDate,
}

/// The form.
pub static FORM: Form<LeavingDraft, LeavingFacts> = Form {
    name: "leaving",
    questions: &[DAY],
    title: |_, words| words.msg_leaving_summary(),
    finish: |words| words.msg_leaving_save(),
};

const DAY: Question<LeavingDraft, LeavingFacts> = Question {
    id: "day",
    relevant: always,
    answered: |draft| draft.leaves_on.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_leaving_ask(),
        example: Some(words.msg_arrival_leaves_example()),
        why: Some(words.msg_leaving_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_leaves_label(),
    answer: |draft, _, words| draft.leaves_on.given().map_or_else(|| words.msg_not_known(), |&day| words.day(day)),
    choices: |draft, facts, words| asked(facts.today).choices(draft.picking, words),
    columns: 3,
    accept: |draft, facts, words, input| {
        let dated = asked(facts.today).accept(&mut draft.picking, input, words)?;
        match whole_day(dated, words)? {
            Ok(day) if day < facts.today => Err(words.msg_leaving_in_past(words.day(facts.today))),
            Ok(day) => {
                draft.leaves_on = Answer::Given(day);
                Ok(Reaction::Taken)
            }
            Err(reaction) => Ok(reaction),
        }
    },
    skip: Some(|draft| draft.leaves_on = Answer::Skipped),
    asked: Asked::InTurn,
};

fn asked(today: NaiveDate) -> DateAsked {
    DateAsked { kind: Kind::Departure, today }
}
