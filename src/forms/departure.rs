//! Reporting a departure on a day that is neither today nor yesterday, for one guest or for many.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{dates::Kind, id::StayId},
    flow::{Ask, Asked, Choice, Form, Input, Question, Reaction},
    text::Words,
};

use super::kit::{DateAsked, Picking, always, whole_day};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DepartureDraft {
    /// Whose departure.
    pub stays: Vec<StayId>,
    /// The latest day of arrival among them: nobody leaves before.
    arrived_on: Option<NaiveDate>,
    /// The day.
    pub departed_on: Option<NaiveDate>,
    picking: Option<Picking>,
}

impl DepartureDraft {
    /// The departure of these guests, of whom the last arrived on that day.
    pub fn of(stays: Vec<StayId>, arrived_on: Option<NaiveDate>) -> Self {
        Self { stays, arrived_on, ..Self::default() }
    }
}

/// What the question depends on besides the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepartureFacts {
    /// The day it is in Phnom Penh.
    pub today: NaiveDate,
}

type Q = Question<DepartureDraft, DepartureFacts>;

/// The form.
pub static FORM: Form<DepartureDraft, DepartureFacts> = Form {
    name: "departure",
    questions: &[DAY],
    title: |_, words| words.msg_departure_summary(),
    finish: |words| words.msg_arrival_send(),
};

const DAY: Q = Question {
    id: "day",
    relevant: always,
    answered: |draft| draft.departed_on.is_some(),
    ask: |draft, _, words| Ask {
        prompt: words.msg_departure_ask(words.digits(draft.stays.len())),
        example: Some(words.msg_departure_example()),
        why: Some(words.msg_departure_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_leaves_label(),
    answer: |draft, _, words| draft.departed_on.map(|day| words.day(day)).unwrap_or_default(),
    choices: |draft, facts, words| past_day_choices(draft.picking, facts.today, words),
    columns: 3,
    accept: |draft, facts, words, input| {
        let day = match past_day(&mut draft.picking, facts.today, words, input)? {
            Ok(day) => day,
            Err(reaction) => return Ok(reaction),
        };
        if let Some(arrived) = draft.arrived_on.filter(|&arrived| day < arrived) {
            return Err(words.msg_departure_before_arrival(words.day(arrived)));
        }
        draft.departed_on = Some(day);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};

/// Today, yesterday, or a day by buttons.
pub(super) fn past_day_choices(picking: Option<Picking>, today: NaiveDate, words: &Words) -> Vec<Choice> {
    let asked = DateAsked { kind: Kind::Arrival, today };
    let mut choices = Vec::new();
    if asked.picking(picking).is_none() {
        choices.push(Choice::new("today", words.msg_today()));
        choices.push(Choice::new("yesterday", words.msg_yesterday()));
    }
    choices.extend(asked.choices(picking, words));
    choices
}

/// A day that is not still to come.
pub(super) fn past_day(
    picking: &mut Option<Picking>,
    today: NaiveDate,
    words: &Words,
    input: Input<'_>,
) -> Result<Result<NaiveDate, Reaction>, String> {
    let day = match input {
        Input::Choice("today") => today,
        Input::Choice("yesterday") => today - Days::new(1),
        _ => match whole_day(DateAsked { kind: Kind::Arrival, today }.accept(picking, input, words)?, words)? {
            Ok(day) => day,
            Err(reaction) => return Ok(Err(reaction)),
        },
    };
    if day > today {
        return Err(words.msg_departure_in_future(words.day(today)));
    }
    Ok(Ok(day))
}
