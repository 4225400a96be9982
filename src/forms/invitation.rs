//! Inviting somebody to work at a place: in which part, and by which name colleagues know them.

use serde::{Deserialize, Serialize};

use crate::{
    domain::member::Role,
    flow::{Answer, Ask, Asked, Choice, Form, Question, Reaction},
    text::Words,
};

use super::kit::{chosen, none, short_text, take};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationDraft {
    /// The part.
    pub role: Option<Role>,
    /// As colleagues know them; at most 30 characters.
    pub called: Answer<String>,
}

/// What the questions depend on besides the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationFacts {
    /// The parts that the inviter may give, downwards.
    pub roles: Vec<Role>,
}

type Q = Question<InvitationDraft, InvitationFacts>;

/// The form.
pub static FORM: Form<InvitationDraft, InvitationFacts> = Form {
    name: "invitation",
    questions: &[ROLE, CALLED],
    title: |_, words| words.msg_invitation_summary(),
    finish: |words| words.msg_invitation_make(),
};

const ROLE: Q = Q {
    id: "role",
    relevant: |_, _| true,
    answered: |draft| draft.role.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_invitation_role_ask(),
        example: Some(words.msg_invitation_role_example()),
        why: Some(words.msg_invitation_role_why()),
        ..Ask::default()
    },
    label: |words| words.msg_invitation_role_label(),
    answer: |draft, _, words| draft.role.map(|role| words.role(role)).unwrap_or_default(),
    choices: |_, facts, words| facts.roles.iter().map(|&role| choice(role, words)).collect(),
    columns: 2,
    accept: |draft, facts, words, input| {
        let role = Role::named(chosen(input)).filter(|role| facts.roles.contains(role));
        take(&mut draft.role, role, words)
    },
    skip: None,
    asked: Asked::InTurn,
};

fn choice(role: Role, words: &Words) -> Choice {
    Choice::new(role.as_str(), words.role(role))
}

const CALLED: Q = Q {
    id: "called",
    relevant: |_, _| true,
    answered: |draft| draft.called.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_invitation_called_ask(),
        example: Some(words.msg_invitation_called_example()),
        why: Some(words.msg_invitation_called_why()),
        ..Ask::default()
    },
    label: |words| words.msg_invitation_called_label(),
    answer: |draft, _, words| draft.called.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, _, words, input| {
        draft.called = Answer::Given(short_text(input, 30, words, &words.msg_invitation_called_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.called = Answer::Skipped),
    asked: Asked::InTurn,
};
