//! Asking for advice: what about, roughly where, what happened, and whether an answer may come. Nothing but the first has
//! to be answered, and nothing that tells who asks is asked.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        concern::{Told, Topic},
        id::AnswerId,
    },
    flow::{Answer, Ask, Asked, Choice, Form, Question, Reaction},
    text::Words,
};

use super::kit::{chosen, none, short_text, take};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConcernDraft {
    /// What about.
    pub topic: Option<Topic>,
    place: Answer<String>,
    text: Answer<String>,
    /// Whether an answer may come.
    pub answer: Option<bool>,
    /// Something is added to what this answer was about: only the text is asked.
    pub adding: Option<AnswerId>,
}

impl ConcernDraft {
    /// Something is added to what an answer was about.
    pub fn adding_to(answer: AnswerId) -> Self {
        Self { adding: Some(answer), ..Self::default() }
    }

    /// What was told.
    pub fn told(&self) -> Told {
        Told { place: self.place.given().cloned(), text: self.text.given().cloned() }
    }
}

/// The form.
pub static FORM: Form<ConcernDraft, ()> = Form {
    name: "concern",
    questions: &[TOPIC, PLACE, TEXT, ANSWER],
    title: |_, words| words.msg_concern_summary(),
    finish: |words| words.msg_concern_send(),
};

type Q = Question<ConcernDraft, ()>;

const TOPIC: Q = Question {
    id: "topic",
    relevant: |draft, ()| draft.adding.is_none(),
    answered: |draft| draft.topic.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_concern_topic_ask(),
        example: Some(words.msg_concern_topic_example()),
        why: Some(words.msg_concern_topic_why()),
        ..Ask::default()
    },
    label: |words| words.msg_concern_topic_label(),
    answer: |draft, (), words| draft.topic.map(|topic| words.topic(topic)).unwrap_or_default(),
    choices: |_, (), words| Topic::ALL.iter().map(|&topic| Choice::new(topic.as_str(), words.topic(topic))).collect(),
    columns: 1,
    accept: |draft, (), words, input| take(&mut draft.topic, Topic::named(chosen(input)), words),
    skip: None,
    asked: Asked::InTurn,
};

const PLACE: Q = Question {
    id: "place",
    relevant: |draft, ()| draft.adding.is_none(),
    answered: |draft| draft.place.is_settled(),
    ask: |_, (), words| Ask {
        prompt: words.msg_concern_place_ask(),
        example: Some(words.msg_concern_place_example()),
        why: Some(words.msg_concern_place_why()),
        ..Ask::default()
    },
    label: |words| words.msg_concern_place_label(),
    answer: |draft, (), words| draft.place.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.place = Answer::Given(short_text(input, 120, words, &words.msg_concern_place_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.place = Answer::Skipped),
    asked: Asked::InTurn,
};

const TEXT: Q = Question {
    id: "text",
    relevant: |_, ()| true,
    answered: |draft| draft.text.is_settled(),
    ask: |draft, (), words| Ask {
        prompt: if draft.adding.is_some() { words.msg_concern_more_ask() } else { words.msg_concern_text_ask() },
        example: Some(words.msg_concern_text_example()),
        why: Some(words.msg_concern_text_why()),
        ..Ask::default()
    },
    label: |words| words.msg_concern_text_label(),
    answer: |draft, (), words| draft.text.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.text = Answer::Given(short_text(input, 1_000, words, &words.msg_concern_text_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.text = Answer::Skipped),
    asked: Asked::InTurn,
};

const ANSWER: Q = Question {
    id: "answer",
    relevant: |draft, ()| draft.adding.is_none(),
    answered: |draft| draft.answer.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_concern_answer_ask(),
        example: Some(words.msg_concern_answer_example()),
        why: Some(words.msg_concern_answer_why()),
        ..Ask::default()
    },
    label: |words| words.msg_concern_answer_label(),
    answer: |draft, (), words| draft.answer.map(|wanted| wanted_as(wanted, words)).unwrap_or_default(),
    choices: |_, (), words| {
        [true, false].map(|wanted| Choice::new(if wanted { "yes" } else { "no" }, wanted_as(wanted, words))).to_vec()
    },
    columns: 1,
    accept: |draft, (), words, input| {
        let wanted = match chosen(input) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        take(&mut draft.answer, wanted, words)
    },
    skip: None,
    asked: Asked::InTurn,
};

fn wanted_as(wanted: bool, words: &Words) -> String {
    if wanted { words.msg_concern_answer_yes() } else { words.msg_concern_answer_no() }
}
