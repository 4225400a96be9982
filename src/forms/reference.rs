//! Noting the number that the authorities' own system gave for a guest.

use serde::{Deserialize, Serialize};

use crate::{
    domain::id::StayId,
    flow::{Ask, Asked, Form, Question, Reaction},
};

use super::kit::{always, none, short_text};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferenceDraft {
    /// Whose stay.
    pub stay: Option<StayId>,
    /// The number, as typed; at most 40 characters.
    pub reference: Option<String>,
}

impl ReferenceDraft {
    /// The number of a stay.
    pub fn of(stay: StayId) -> Self {
        Self { stay: Some(stay), ..Self::default() }
    }
}

/// The form.
pub static FORM: Form<ReferenceDraft, ()> = Form {
    name: "reference",
    questions: &[REFERENCE],
    title: |_, words| words.msg_reference_summary(),
    finish: |words| words.msg_reference_save(),
};

const REFERENCE: Question<ReferenceDraft, ()> = Question {
    id: "reference",
    relevant: always,
    answered: |draft| draft.reference.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_reference_ask(),
        example: Some(words.msg_reference_example()),
        why: Some(words.msg_reference_why()),
        ..Ask::default()
    },
    label: |words| words.msg_reference_summary(),
    answer: |draft, (), _| draft.reference.clone().unwrap_or_default(),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.reference = Some(short_text(input, 40, words, &words.msg_reference_example())?);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};
