//! Reporting that a guest moved: to another of the reporter's places, or elsewhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::id::{PremisesId, StayId},
    flow::{Answer, Ask, Asked, Choice, Form, Input, Question, Reaction},
};

use super::{
    departure::{past_day, past_day_choices},
    kit::{Picking, always, chosen, none, short_text, take},
};

/// Where somebody moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whither {
    /// To another place of the reporter's.
    Own(PremisesId),
    /// Away.
    Elsewhere,
}

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MovingDraft {
    /// Whose stay.
    pub stay: Option<StayId>,
    /// Day of arrival: nobody moves before.
    arrived_on: Option<NaiveDate>,
    /// Where to.
    pub whither: Option<Whither>,
    /// The room there.
    pub unit: Answer<String>,
    /// Where that is, when it is elsewhere.
    pub place: Answer<String>,
    /// The day.
    pub moved_on: Option<NaiveDate>,
    picking: Option<Picking>,
}

impl MovingDraft {
    /// The move of a guest who arrived on that day.
    pub fn of(stay: StayId, arrived_on: NaiveDate) -> Self {
        Self { stay: Some(stay), arrived_on: Some(arrived_on), ..Self::default() }
    }
}

/// What the questions depend on besides the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingFacts {
    /// The day it is in Phnom Penh.
    pub today: NaiveDate,
    /// The reporter's other places.
    pub places: Vec<(PremisesId, String)>,
}

type Q = Question<MovingDraft, MovingFacts>;

/// The form.
pub static FORM: Form<MovingDraft, MovingFacts> = Form {
    name: "moving",
    questions: &[WHERE, PLACE, UNIT, DAY],
    title: |_, words| words.msg_move_summary(),
    finish: |words| words.msg_arrival_send(),
};

const ELSEWHERE: &str = "elsewhere";

const WHERE: Q = Question {
    id: "where",
    relevant: always,
    answered: |draft| draft.whither.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_move_where_ask(),
        example: Some(words.msg_move_where_example()),
        why: Some(words.msg_move_where_why()),
        ..Ask::default()
    },
    label: |words| words.msg_move_where_label(),
    answer: |draft, facts, words| match draft.whither {
        Some(Whither::Own(id)) => {
            facts.places.iter().find(|(place, _)| *place == id).map(|(_, name)| name.clone()).unwrap_or_default()
        }
        Some(Whither::Elsewhere) => words.msg_move_elsewhere(),
        None => String::new(),
    },
    choices: |_, facts, words| {
        let own = facts.places.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone()));
        own.chain([Choice::new(ELSEWHERE, words.msg_move_elsewhere())]).collect()
    },
    columns: 1,
    accept: |draft, facts, words, input| {
        let whither = match chosen(input) {
            ELSEWHERE => Some(Whither::Elsewhere),
            id => facts.places.iter().find(|(place, _)| place.to_string() == id).map(|(place, _)| Whither::Own(*place)),
        };
        take(&mut draft.whither, whither, words)
    },
    skip: None,
    asked: Asked::InTurn,
};

const PLACE: Q = Question {
    id: "place",
    relevant: |draft, _| draft.whither == Some(Whither::Elsewhere),
    answered: |draft| draft.place.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_move_place_ask(),
        example: Some(words.msg_move_place_example()),
        why: Some(words.msg_move_place_why()),
        ..Ask::default()
    },
    label: |words| words.msg_move_place_label(),
    answer: |draft, _, words| draft.place.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, _, words, input| {
        draft.place = Answer::Given(short_text(input, 80, words, &words.msg_move_place_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.place = Answer::Skipped),
    asked: Asked::InTurn,
};

const UNIT: Q = Question {
    id: "unit",
    relevant: |draft, _| matches!(draft.whither, Some(Whither::Own(_))),
    answered: |draft| draft.unit.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_unit_ask(),
        example: Some(words.msg_arrival_unit_example()),
        why: Some(words.msg_arrival_unit_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_unit_label(),
    answer: |draft, _, words| draft.unit.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, _, words, input: Input<'_>| {
        draft.unit = Answer::Given(short_text(input, 40, words, &words.msg_arrival_unit_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.unit = Answer::Skipped),
    asked: Asked::InTurn,
};

const DAY: Q = Question {
    id: "day",
    relevant: always,
    answered: |draft| draft.moved_on.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_move_day_ask(),
        example: Some(words.msg_departure_example()),
        why: Some(words.msg_departure_why()),
        ..Ask::default()
    },
    label: |words| words.msg_move_day_label(),
    answer: |draft, _, words| draft.moved_on.map(|day| words.day(day)).unwrap_or_default(),
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
        draft.moved_on = Some(day);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};
