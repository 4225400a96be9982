//! Telling that a permission was renewed: the class and the date that stand on the extension sticker.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        dates::Kind,
        document::{DateSource, DocumentKind, Permission, VisaClass},
        id::StayId,
    },
    flow::{Accepted, Ask, Asked, Choice, Form, Input, Picture, Question, Reaction},
    text::Words,
};

use super::kit::{DateAsked, Picking, always, chosen, take, whole_day};

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExtensionDraft {
    /// Whose permission it is.
    pub stay: Option<StayId>,
    /// It stands on a residence card, which has no class.
    on_card: bool,
    visa: Option<VisaClass>,
    stay_until: Option<NaiveDate>,
    picking: Option<Picking>,
}

/// What the questions depend on besides the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionFacts {
    /// The day it is in Phnom Penh.
    pub today: NaiveDate,
}

impl ExtensionDraft {
    /// A draft about a stay with that document.
    pub fn about(stay: StayId, document: DocumentKind) -> Self {
        Self { stay: Some(stay), on_card: document.is_card(), ..Self::default() }
    }

    /// What is to be reported, once everything is answered.
    pub fn permission(&self) -> Option<Permission> {
        let source = if self.on_card { DateSource::Card } else { DateSource::ExtensionSticker };
        Some(Permission { visa: self.visa.filter(|_| !self.on_card), stay_until: Some(self.stay_until?), source })
    }
}

type Q = Question<ExtensionDraft, ExtensionFacts>;

/// The form.
pub static FORM: Form<ExtensionDraft, ExtensionFacts> = Form {
    name: "extension",
    questions: &[VISA, STAY_UNTIL],
    title: |_, words| words.msg_extension_summary(),
    finish: |words| words.msg_arrival_send(),
};

const VISA: Q = Q {
    id: "visa",
    relevant: |draft, _| !draft.on_card,
    answered: |draft| draft.visa.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_extension_visa_ask(),
        example: Some(words.msg_extension_visa_example()),
        why: Some(words.msg_extension_visa_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_visa_label(),
    answer: |draft, _, words| draft.visa.map(|visa| words.visa(visa)).unwrap_or_default(),
    choices: |_, _, words| {
        let classes = [
            VisaClass::Eb,
            VisaClass::Eg,
            VisaClass::Er,
            VisaClass::Es,
            VisaClass::T,
            VisaClass::E,
            VisaClass::Unknown,
        ];
        classes.into_iter().map(|class| Choice::new(class.as_str(), words.visa(class))).collect()
    },
    columns: 2,
    accept: |draft, _, words, input| take(&mut draft.visa, VisaClass::named(chosen(input)), words),
    skip: None,
    asked: Asked::InTurn,
};

const STAY_UNTIL: Q = Q {
    id: "stay_until",
    relevant: always,
    answered: |draft| draft.stay_until.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_extension_until_ask(),
        example: Some(words.msg_extension_until_example()),
        why: Some(words.msg_arrival_stay_until_why()),
        picture: Some(Picture::StayUntil),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_stay_until_label(),
    answer: |draft, _, words| draft.stay_until.map(|day| words.day(day)).unwrap_or_default(),
    choices: |draft, facts, words| asked(facts).choices(draft.picking, words),
    columns: 3,
    accept: stay_until,
    skip: None,
    asked: Asked::InTurn,
};

fn asked(facts: &ExtensionFacts) -> DateAsked {
    DateAsked { kind: Kind::StayUntil, today: facts.today }
}

fn stay_until(draft: &mut ExtensionDraft, facts: &ExtensionFacts, words: &Words, input: Input<'_>) -> Accepted {
    let dated = asked(facts).accept(&mut draft.picking, input, words)?;
    match whole_day(dated, words)? {
        Ok(day) if day < facts.today => Err(words.msg_extension_in_past(words.day(day))),
        Ok(day) => {
            draft.stay_until = Some(day);
            Ok(Reaction::Taken)
        }
        Err(reaction) => Ok(reaction),
    }
}
