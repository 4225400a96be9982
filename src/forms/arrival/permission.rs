//! Questions about the permission to stay: the visa's class, the stay-until date, and where that date stands; and about
//! the permission to work: until when it is valid.

use chrono::NaiveDate;

use crate::{
    domain::{
        dates::Kind,
        document::{DateSource, DocumentKind, VisaClass},
    },
    flow::{Accepted, Answer, Ask, Asked, Choice, Input, Picture, Reaction},
    forms::kit::{DateAsked, Dated, chosen, take, whole_day},
    text::Words,
};

use super::{ArrivalDraft, ArrivalFacts, Q};

pub(super) const VISA: Q = Q {
    id: "visa",
    relevant: |draft, _| draft.asks_visa(),
    answered: |draft| draft.visa.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_visa_ask(),
        example: Some(words.msg_arrival_visa_example()),
        why: Some(words.msg_arrival_visa_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_visa_label(),
    answer: |draft, _, words| draft.visa.map(|visa| words.visa(visa)).unwrap_or_default(),
    choices: |_, _, words| {
        VisaClass::ALL.into_iter().map(|class| Choice::new(class.as_str(), words.visa(class))).collect()
    },
    columns: 2,
    accept: |draft, _, words, input| {
        let typed = match input {
            Input::Typed { text, .. } => text.trim().to_lowercase(),
            other => chosen(other).to_owned(),
        };
        take(&mut draft.visa, VisaClass::named(&typed), words)
    },
    skip: None,
    asked: Asked::InTurn,
};

fn date_asked(draft: &ArrivalDraft, facts: &ArrivalFacts) -> DateAsked {
    let on_card = draft.document.is_some_and(DocumentKind::is_card);
    DateAsked { kind: if on_card { Kind::CardExpiry } else { Kind::StayUntil }, today: facts.today }
}

pub(super) const STAY_UNTIL: Q = Q {
    id: "stay_until",
    relevant: |draft, _| draft.asks_date(),
    answered: |draft| draft.stay_until.is_settled(),
    ask: |draft, _, words| {
        let on_card = draft.document.is_some_and(DocumentKind::is_card);
        if on_card {
            return Ask {
                prompt: words.msg_arrival_card_until_ask(),
                example: Some(words.msg_arrival_card_until_example()),
                why: Some(words.msg_arrival_card_until_why()),
                ..Ask::default()
            };
        }
        Ask {
            prompt: words.msg_arrival_stay_until_ask(),
            example: Some(words.msg_arrival_stay_until_example()),
            why: Some(words.msg_arrival_stay_until_why()),
            picture: Some(Picture::StayUntil),
            share_location: false,
        }
    },
    label: |words| words.msg_arrival_stay_until_label(),
    answer: |draft, _, words| draft.stay_until.given().map_or_else(|| words.msg_not_known(), |&day| words.day(day)),
    choices: |draft, facts, words| {
        let mut choices = date_asked(draft, facts).choices(draft.picking, words);
        choices.push(Choice::new("unreadable", words.msg_arrival_stay_until_unreadable()));
        choices
    },
    columns: 3,
    accept: stay_until,
    skip: None,
    asked: Asked::InTurn,
};

fn stay_until(draft: &mut ArrivalDraft, facts: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    if input == Input::Choice("unreadable") {
        draft.stay_until = Answer::Skipped;
        return Ok(Reaction::Taken);
    }
    let on_card = draft.document.is_some_and(DocumentKind::is_card);
    let past = |day| {
        let day = words.day(day);
        if on_card { words.msg_arrival_card_until_past(day) } else { words.msg_arrival_stay_until_past(day) }
    };
    let dated = date_asked(draft, facts).accept(&mut draft.picking, input, words)?;
    Ok(match last_day(dated, facts, input, past, words)? {
        Ok(day) => {
            draft.stay_until = Answer::Given(day);
            Reaction::Taken
        }
        Err(reaction) => reaction,
    })
}

/// A last day; one that has passed is asked again before it is believed.
fn last_day(
    dated: Dated,
    facts: &ArrivalFacts,
    input: Input<'_>,
    past: impl Fn(NaiveDate) -> String,
    words: &Words,
) -> Result<Result<NaiveDate, Reaction>, String> {
    let dated = match dated {
        Dated::Doubtful { date, about, .. } if date.latest() < facts.today => {
            return Ok(Err(Reaction::Doubt { ask: past(date.latest()), about }));
        }
        dated => dated,
    };
    let day = match whole_day(dated, words)? {
        Ok(day) => day,
        Err(reaction) => return Ok(Err(reaction)),
    };
    let (typed, sure) = match input {
        Input::Typed { text, sure } => (text.to_owned(), sure),
        Input::Choice(_) | Input::Location { .. } => (day.to_string(), false),
    };
    if day < facts.today && !sure {
        return Ok(Err(Reaction::Doubt { ask: past(day), about: typed }));
    }
    Ok(Ok(day))
}

pub(super) const SOURCE: Q = Q {
    id: "source",
    relevant: |draft, _| draft.asks_date() && draft.stay_until.given().is_some(),
    answered: |_| true,
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_source_ask(),
        example: Some(words.msg_arrival_source_example()),
        why: Some(words.msg_arrival_source_why()),
        picture: Some(Picture::StayUntil),
        share_location: false,
    },
    label: |words| words.msg_arrival_source_label(),
    answer: |draft, _, words| words.date_source(draft.date_source()),
    choices: |draft, _, words| {
        let on_card = draft.document.is_some_and(DocumentKind::is_card);
        let fits = |source: &DateSource| on_card || *source != DateSource::Card;
        DateSource::ALL
            .into_iter()
            .filter(fits)
            .map(|source| Choice::new(source.as_str(), words.date_source(source)))
            .collect()
    },
    columns: 2,
    accept: |draft, _, words, input| take(&mut draft.source, DateSource::named(chosen(input)), words),
    skip: None,
    asked: Asked::FromSummary,
};

fn permit_asked(facts: &ArrivalFacts) -> DateAsked {
    DateAsked { kind: Kind::CardExpiry, today: facts.today }
}

pub(super) const PERMIT_UNTIL: Q = Q {
    id: "permit_until",
    relevant: |draft, facts| !draft.is_exempt() && draft.place(facts).is_some_and(|place| draft.has_permit(place.kind)),
    answered: |draft| draft.permit_until.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_permit_until_ask(),
        example: Some(words.msg_arrival_permit_until_example()),
        why: Some(words.msg_arrival_permit_until_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_permit_until_label(),
    answer: |draft, _, words| draft.permit_until.given().map_or_else(|| words.msg_not_known(), |&day| words.day(day)),
    choices: |draft, facts, words| permit_asked(facts).choices(draft.permit_picking, words),
    columns: 3,
    accept: |draft, facts, words, input| {
        let dated = permit_asked(facts).accept(&mut draft.permit_picking, input, words)?;
        let past = |day| words.msg_arrival_permit_until_past(words.day(day));
        Ok(match last_day(dated, facts, input, past, words)? {
            Ok(day) => {
                draft.permit_until = Answer::Given(day);
                Reaction::Taken
            }
            Err(reaction) => reaction,
        })
    },
    skip: Some(|draft| draft.permit_until = Answer::Skipped),
    asked: Asked::InTurn,
};
