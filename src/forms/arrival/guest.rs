//! The part of an arrival that guests fill in themselves: who they are and until when they may stay. Deliberately nothing
//! of the place, and no report: that is made by the reporter, who says first whether person and document were compared.

use crate::{
    domain::{
        document::DocumentKind,
        id::{GuestFormId, PremisesId},
        once::Seen,
    },
    flow::{Accepted, Ask, Asked, Choice, Form, Input, Question, Reaction},
    forms::kit::chosen,
    text::Words,
};

use super::{ArrivalDraft, ArrivalFacts, Q, permission, person};

/// What guests fill in about themselves: the questions of an arrival about person and permission, put to that person.
pub static GUEST: Form<ArrivalDraft, ArrivalFacts> = Form {
    name: "guest",
    questions: &[
        OWN_DOCUMENT,
        person::NUMBER,
        person::NAME,
        person::SEX,
        OWN_BIRTH,
        person::NATIONALITY,
        permission::VISA,
        OWN_STAY_UNTIL,
        permission::SOURCE,
    ],
    title: |_, words| words.msg_guest_form_summary(),
    finish: |words| words.msg_guest_form_hand_over(),
};

/// Whoever has no document with them tells the host so; it is not asked here.
const OWN_DOCUMENT: Q = Question {
    ask: |_, _, words| Ask {
        prompt: words.msg_guest_document_ask(),
        example: Some(words.msg_arrival_document_example()),
        why: Some(words.msg_guest_document_why()),
        ..Ask::default()
    },
    choices: |_, _, words| {
        let held = DocumentKind::ALL.into_iter().filter(|&kind| is_held(kind));
        held.map(|kind| Choice::new(kind.as_str(), words.document_kind(kind))).collect()
    },
    accept: |draft, _, words, input| {
        let kind = DocumentKind::named(chosen(input)).filter(|&kind| is_held(kind));
        draft.show(kind.ok_or_else(|| words.msg_please_press())?);
        Ok(Reaction::Taken)
    },
    ..person::DOCUMENT
};

fn is_held(kind: DocumentKind) -> bool {
    kind.was_seen() || kind == DocumentKind::Diplomatic
}

const OWN_BIRTH: Q = Question {
    ask: |_, _, words| Ask {
        prompt: words.msg_guest_birth_ask(),
        example: Some(words.msg_arrival_birth_example()),
        why: Some(words.msg_arrival_birth_why()),
        ..Ask::default()
    },
    ..person::BIRTH
};

const OWN_STAY_UNTIL: Q = Question {
    ask: |draft, facts, words| {
        let asked = (permission::STAY_UNTIL.ask)(draft, facts, words);
        let on_card = draft.document.is_some_and(DocumentKind::is_card);
        if on_card { asked } else { Ask { prompt: words.msg_guest_stay_until_ask(), ..asked } }
    },
    ..permission::STAY_UNTIL
};

/// Put to the reporter about a draft that a guest filled in, before its summary.
pub(super) const SEEN: Q = Question {
    id: "seen",
    relevant: |draft, _| draft.guest_form.is_some(),
    answered: |draft| draft.seen.is_some(),
    ask: |draft, facts, words| Ask {
        prompt: words.msg_guest_seen_ask(),
        example: Some(if draft.comparing {
            words.msg_guest_seen_compare(entered(draft, facts, words))
        } else {
            words.msg_guest_seen_example()
        }),
        why: Some(words.msg_guest_seen_why()),
        ..Ask::default()
    },
    label: |words| words.msg_guest_seen_label(),
    answer: |draft, _, words| match draft.seen {
        Some(Seen::AsEntered) => words.msg_guest_seen_yes(),
        Some(Seen::PutRight) => words.msg_guest_seen_differs(),
        None => String::new(),
    },
    choices: |draft, _, words| {
        let other = if draft.comparing {
            Choice::new(Seen::PutRight.as_str(), words.msg_guest_seen_differs())
        } else {
            Choice::new("compare", words.msg_guest_seen_now())
        };
        vec![Choice::new(Seen::AsEntered.as_str(), words.msg_guest_seen_yes()), other]
    },
    columns: 1,
    accept: seen,
    skip: None,
    asked: Asked::InTurn,
};

fn seen(draft: &mut ArrivalDraft, _: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    let id = chosen(input);
    if id == "compare" {
        draft.comparing = true;
        return Ok(Reaction::Narrowed);
    }
    draft.seen = Some(Seen::named(id).ok_or_else(|| words.msg_please_press())?);
    Ok(Reaction::Taken)
}

/// What stands in the draft of the person and the document, one answer a line, in the reader's language.
fn entered(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> String {
    let told = GUEST.questions.iter().filter(|question| question.asked == Asked::InTurn);
    let told = told.filter(|question| (question.relevant)(draft, facts) && (question.answered)(draft));
    let line = |question: &Q| words.msg_summary_line((question.label)(words), (question.answer)(draft, facts, words));
    told.map(line).collect::<Vec<_>>().join("\n")
}

impl ArrivalDraft {
    /// A draft of what a guest filled in, for the place whose reporter asked for it. Room and dates are asked.
    pub fn filled_in_by_guest(answers: Self, premises: PremisesId, form: GuestFormId) -> Self {
        Self {
            premises: Some(premises),
            guest_form: Some(form),
            looked_up: answers.number.clone(),
            picking: None,
            nationality_query: None,
            ..answers
        }
    }

    /// The name, as far as it was told.
    pub fn name(&self) -> Option<String> {
        self.name.given().map(ToString::to_string)
    }
}
