//! Questions about the stay itself: at which premises, in which room, since when, until when, and whether for work.

use chrono::Days;

use crate::{
    domain::{dates::Kind, report::Reason, rulebook::Rulebook, stay::Work},
    flow::{Accepted, Answer, Ask, Asked, Choice, Input, Reaction},
    forms::kit::{DateAsked, chosen, none, short_text, take, whole_day},
    text::Words,
};

use super::{ArrivalDraft, ArrivalFacts, Q};

pub(super) const PREMISES: Q = Q {
    id: "premises",
    relevant: |draft, facts| facts.premises.len() > 1 && !draft.correcting,
    answered: |draft| draft.premises.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_premises_ask(),
        example: Some(words.msg_arrival_premises_example()),
        why: Some(words.msg_arrival_premises_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_premises_label(),
    answer: |draft, facts, _| draft.place(facts).map(|place| place.name.clone()).unwrap_or_default(),
    choices: |_, facts, _| {
        facts.premises.iter().map(|premises| Choice::new(premises.id.to_string(), premises.name.clone())).collect()
    },
    columns: 1,
    accept: |draft, facts, words, input| {
        let id = chosen(input);
        let premises = facts.premises.iter().find(|premises| premises.id.to_string() == id);
        take(&mut draft.premises, premises.map(|premises| premises.id), words)
    },
    skip: None,
    asked: Asked::InTurn,
};

pub(super) const UNIT: Q = Q {
    id: "unit",
    relevant: |_, _| true,
    answered: |draft| draft.unit.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_unit_ask(),
        example: Some(words.msg_arrival_unit_example()),
        why: Some(words.msg_arrival_unit_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_unit_label(),
    answer: |draft, _, words| draft.unit.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: |_, facts, _| {
        facts.units.iter().take(6).enumerate().map(|(at, unit)| Choice::new(at.to_string(), unit.clone())).collect()
    },
    columns: 3,
    accept: |draft, facts, words, input| {
        let unit = match input {
            Input::Choice(at) => at.parse::<usize>().ok().and_then(|at| facts.units.get(at).cloned()),
            Input::Typed { .. } => Some(short_text(input, 40, words, &words.msg_arrival_unit_example())?),
            Input::Location { .. } => None,
        };
        draft.unit = Answer::Given(unit.ok_or_else(|| words.msg_please_type(words.msg_arrival_unit_example()))?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.unit = Answer::Skipped),
    asked: Asked::InTurn,
};

pub(super) const ARRIVED_ON: Q = Q {
    id: "arrived_on",
    relevant: |_, _| true,
    answered: |draft| draft.arrived_on.is_some(),
    ask: |_, facts, words| {
        let hours = Rulebook::shipped().on(facts.today).report_deadline_hours.value;
        Ask {
            prompt: words.msg_arrival_arrived_ask(),
            example: Some(words.msg_arrival_arrived_example()),
            why: Some(words.msg_arrival_arrived_why(words.digits(hours))),
            ..Ask::default()
        }
    },
    label: |words| words.msg_arrival_arrived_label(),
    answer: |draft, _, words| draft.arrived_on.map(|day| words.day(day)).unwrap_or_default(),
    choices: |draft, facts, words| {
        let mut choices = Vec::new();
        if arrived_asked(facts).picking(draft.picking).is_none() {
            choices.push(Choice::new("today", words.msg_today()));
            choices.push(Choice::new("yesterday", words.msg_yesterday()));
        }
        choices.extend(arrived_asked(facts).choices(draft.picking, words));
        choices
    },
    columns: 3,
    accept: arrived_on,
    skip: None,
    asked: Asked::InTurn,
};

fn arrived_asked(facts: &ArrivalFacts) -> DateAsked {
    DateAsked { kind: Kind::Arrival, today: facts.today }
}

fn arrived_on(draft: &mut ArrivalDraft, facts: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    let day = match input {
        Input::Choice("today") => facts.today,
        Input::Choice("yesterday") => facts.today - Days::new(1),
        _ => {
            let dated = arrived_asked(facts).accept(&mut draft.picking, input, words)?;
            match whole_day(dated, words)? {
                Ok(day) => day,
                Err(reaction) => return Ok(reaction),
            }
        }
    };
    if day > facts.today {
        return Err(words.msg_arrived_in_future(words.day(facts.today)));
    }
    draft.arrived_on = Some(day);
    if draft.leaves_on.given().is_some_and(|&leaves| leaves < day) {
        draft.leaves_on = Answer::Open;
    }
    Ok(Reaction::Taken)
}

pub(super) const LEAVES_ON: Q = Q {
    id: "leaves_on",
    relevant: |draft, facts| draft.place(facts).is_some_and(|place| !place.kind.houses_workers()),
    answered: |draft| draft.leaves_on.is_settled(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_leaves_ask(),
        example: Some(words.msg_arrival_leaves_example()),
        why: Some(words.msg_arrival_leaves_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_leaves_label(),
    answer: |draft, _, words| draft.leaves_on.given().map_or_else(|| words.msg_not_known(), |&day| words.day(day)),
    choices: |draft, facts, words| leaves_asked(facts).choices(draft.picking, words),
    columns: 3,
    accept: |draft, facts, words, input| {
        let dated = leaves_asked(facts).accept(&mut draft.picking, input, words)?;
        match whole_day(dated, words)? {
            Ok(day) if draft.arrived_on.is_some_and(|arrived| day < arrived) => Err(words.msg_leaves_before_arrival()),
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

fn leaves_asked(facts: &ArrivalFacts) -> DateAsked {
    DateAsked { kind: Kind::Departure, today: facts.today }
}

pub(super) const WORK: Q = Q {
    id: "work",
    relevant: |draft, facts| !draft.is_exempt() && draft.place(facts).is_some_and(|place| place.kind.houses_workers()),
    answered: |draft| draft.work.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_work_ask(),
        example: Some(words.msg_arrival_work_example()),
        why: Some(words.msg_arrival_work_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_work_label(),
    answer: |draft, _, words| draft.work.map(|work| words.work(work)).unwrap_or_default(),
    choices: |_, _, words| Work::ALL.into_iter().map(|work| Choice::new(work.as_str(), words.work(work))).collect(),
    columns: 1,
    accept: |draft, _, words, input| take(&mut draft.work, Work::named(chosen(input)), words),
    skip: None,
    asked: Asked::InTurn,
};

/// Where somebody stayed before is asked of nobody in turn, so that being asked tells nothing; everyone may say it.
pub(super) const CAME_FROM: Q = Q {
    id: "came_from",
    relevant: |draft, _| !draft.is_exempt(),
    answered: |_| true,
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_came_from_ask(),
        example: Some(words.msg_arrival_came_from_example()),
        why: Some(words.msg_arrival_came_from_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_came_from_label(),
    answer: |draft, _, words| draft.came_from.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, _, words, input| {
        draft.came_from = Answer::Given(short_text(input, 80, words, &words.msg_arrival_came_from_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.came_from = Answer::Skipped),
    asked: Asked::FromSummary,
};

/// A correction begins with what was wrong; the answers to change are chosen from the summary that follows.
pub(super) const WHY: Q = Q {
    id: "why",
    relevant: |draft, _| draft.correcting,
    answered: |draft| draft.why.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_correction_why_ask(),
        example: Some(words.msg_correction_why_example()),
        why: Some(words.msg_correction_why_why()),
        ..Ask::default()
    },
    label: |words| words.msg_correction_why_label(),
    answer: |draft, _, words| draft.why.map(|why| words.reason(why)).unwrap_or_default(),
    choices: |_, _, words| {
        Reason::TO_CORRECT.into_iter().map(|reason| Choice::new(reason.as_str(), words.reason(reason))).collect()
    },
    columns: 1,
    accept: |draft, _, words, input| take(&mut draft.why, Reason::named(chosen(input)), words),
    skip: None,
    asked: Asked::InTurn,
};
