//! Questions about the person: what was shown, its number, name, sex, birth date, nationality.

use crate::{
    domain::{
        country::Country,
        dates::Kind,
        document::DocumentKind,
        document_number::{DocumentNumber, DocumentNumberError},
        name::{NameError, PersonName},
        person::Sex,
    },
    flow::{Accepted, Answer, Ask, Asked, Choice, Input, Reaction},
    forms::kit::{DateAsked, Dated, chosen, none},
    text::{Words, fold_label},
};

use super::{ArrivalDraft, ArrivalFacts, Q};

pub(super) const DOCUMENT: Q = Q {
    id: "document",
    relevant: |_, _| true,
    answered: |draft| draft.document.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_document_ask(),
        example: Some(words.msg_arrival_document_example()),
        why: Some(words.msg_arrival_document_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_document_label(),
    answer: |draft, _, words| draft.document.map(|kind| words.document_kind(kind)).unwrap_or_default(),
    choices: |_, _, words| {
        DocumentKind::ALL.into_iter().map(|kind| Choice::new(kind.as_str(), words.document_kind(kind))).collect()
    },
    columns: 2,
    accept: |draft, _, words, input| {
        draft.show(DocumentKind::named(chosen(input)).ok_or_else(|| words.msg_please_press())?);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};

pub(super) const NUMBER: Q = Q {
    id: "number",
    relevant: |draft, _| draft.document.is_some_and(DocumentKind::was_seen) && !draft.is_exempt(),
    answered: |draft| draft.number.is_some(),
    ask: |_, _, words| Ask {
        prompt: words.msg_arrival_number_ask(),
        example: Some(words.msg_arrival_number_example()),
        why: Some(words.msg_arrival_number_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_number_label(),
    answer: |draft, _, _| draft.number.as_ref().map(ToString::to_string).unwrap_or_default(),
    choices: none,
    columns: 1,
    accept: number,
    skip: None,
    asked: Asked::InTurn,
};

/// The number alone, or the number and the name in one message, in either order or on two lines.
fn number(draft: &mut ArrivalDraft, _: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    let Input::Typed { text, .. } = input else {
        return Err(words.msg_please_type(words.msg_arrival_number_example()));
    };
    let (with_digits, letters): (Vec<&str>, Vec<&str>) = text
        .split([' ', '\n', ',', '\u{3000}', ';'])
        .filter(|word| !word.is_empty())
        .partition(|word| word.chars().any(char::is_numeric));
    let name = letters.join(" ");
    let whole = DocumentNumber::try_from(text);
    let (number, name) = match (PersonName::try_from(name.as_str()), with_digits.is_empty()) {
        (Ok(name), false) if name.as_str().chars().count() > 2 => {
            (DocumentNumber::try_from(with_digits.concat().as_str()), Some(name))
        }
        // A name in another script is not part of the number; it is asked for next, in Latin letters.
        (Err(NameError::NotLatin), false) => (DocumentNumber::try_from(with_digits.concat().as_str()), None),
        _ => (whole, None),
    };
    let number = number.map_err(|error| number_complaint(error, words))?;
    draft.number = Some(number);
    if let Some(name) = name {
        draft.name = Answer::Given(name);
    }
    Ok(Reaction::Taken)
}

fn number_complaint(error: DocumentNumberError, words: &Words) -> String {
    let what = match error {
        DocumentNumberError::TooShort => words.msg_number_too_short(),
        DocumentNumberError::TooLong => words.msg_number_too_long(),
        DocumentNumberError::NoDigit => words.msg_number_no_digit(),
        DocumentNumberError::StrangeCharacter(strange) => words.msg_number_strange(strange.to_string()),
    };
    words.msg_wrong_with_example(what, words.msg_arrival_number_example())
}

pub(super) const NAME: Q = Q {
    id: "name",
    relevant: |draft, _| !draft.is_exempt(),
    answered: |draft| draft.is_told(&draft.name),
    ask: |draft, _, words| {
        if draft.is_unseen() {
            let (prompt, example) = (words.msg_arrival_unseen_name_ask(), words.msg_arrival_unseen_name_example());
            return Ask { prompt, example: Some(example), why: Some(words.msg_arrival_unseen_why()), ..Ask::default() };
        }
        Ask {
            prompt: words.msg_arrival_name_ask(),
            example: Some(words.msg_arrival_name_example()),
            why: Some(words.msg_arrival_name_why()),
            ..Ask::default()
        }
    },
    label: |words| words.msg_arrival_name_label(),
    answer: |draft, _, words| draft.name.given().map_or_else(|| words.msg_not_known(), ToString::to_string),
    choices: unknown_if_unseen,
    columns: 1,
    accept: |draft, _, words, input| match input {
        Input::Choice("unknown") => {
            draft.name = Answer::Skipped;
            Ok(Reaction::Taken)
        }
        Input::Typed { text, sure } => name(draft, text, sure, words),
        Input::Choice(_) | Input::Location { .. } => Err(words.msg_please_type(words.msg_arrival_name_example())),
    },
    skip: None,
    asked: Asked::InTurn,
};

fn name(draft: &mut ArrivalDraft, text: &str, sure: bool, words: &Words) -> Accepted {
    // Of a document that nobody saw, nobody can say which letters it prints.
    let read = if sure || draft.is_unseen() { PersonName::in_any_script(text) } else { PersonName::try_from(text) };
    let what = match read {
        Ok(name) => {
            draft.name = Answer::Given(name);
            return Ok(Reaction::Taken);
        }
        Err(NameError::NotLatin) => {
            let ask = words.msg_name_not_latin(words.msg_arrival_name_example());
            return Ok(Reaction::Doubt { ask, about: text.to_owned() });
        }
        Err(NameError::Empty | NameError::NoLetters) => words.msg_name_no_letters(),
        Err(NameError::TooLong) => words.msg_name_too_long(),
        Err(NameError::HasDigits) => words.msg_name_has_digits(),
        Err(NameError::StrangeCharacter(strange)) => words.msg_name_strange(strange.to_string()),
    };
    Err(words.msg_wrong_with_example(what, words.msg_arrival_name_example()))
}

/// Of a document that nobody saw, nobody need know what stands in it.
fn unknown_if_unseen(draft: &ArrivalDraft, _: &ArrivalFacts, words: &Words) -> Vec<Choice> {
    if draft.is_unseen() { vec![Choice::new("unknown", words.msg_not_known())] } else { Vec::new() }
}

pub(super) const SEX: Q = Q {
    id: "sex",
    relevant: |draft, _| !draft.is_exempt(),
    answered: |draft| draft.sex.is_settled(),
    ask: |draft, _, words| {
        let (prompt, example) = if draft.is_unseen() {
            (words.msg_arrival_unseen_sex_ask(), words.msg_arrival_unseen_sex_example())
        } else {
            (words.msg_arrival_sex_ask(), words.msg_arrival_sex_example())
        };
        Ask { prompt, example: Some(example), why: Some(words.msg_arrival_sex_why()), ..Ask::default() }
    },
    label: |words| words.msg_arrival_sex_label(),
    answer: |draft, _, words| draft.sex.given().map_or_else(|| words.msg_not_known(), |&sex| words.sex(sex)),
    choices: |_, _, words| {
        [("female", Sex::Female), ("male", Sex::Male), ("unspecified", Sex::Unspecified)]
            .map(|(id, sex)| Choice::new(id, words.sex(sex)))
            .to_vec()
    },
    columns: 3,
    accept: |draft, _, words, input| {
        let sex = match input {
            Input::Choice("female") => Some(Sex::Female),
            Input::Choice("male") => Some(Sex::Male),
            Input::Choice("unspecified") => Some(Sex::Unspecified),
            Input::Typed { text, .. } => typed_sex(text, words),
            Input::Choice(_) | Input::Location { .. } => None,
        };
        draft.sex = Answer::Given(sex.ok_or_else(|| words.msg_please_press())?);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};

/// The letter or the word of a button is enough.
fn typed_sex(text: &str, words: &Words) -> Option<Sex> {
    let is_meant = |sex: &Sex| words.sex(*sex).split('·').any(|part| fold_label(part) == fold_label(text));
    [Sex::Female, Sex::Male, Sex::Unspecified].into_iter().find(is_meant)
}

fn birth_asked(facts: &ArrivalFacts) -> DateAsked {
    DateAsked { kind: Kind::Birth, today: facts.today }
}

pub(super) const BIRTH: Q = Q {
    id: "birth",
    relevant: |draft, _| !draft.is_exempt(),
    answered: |draft| draft.is_told(&draft.birth),
    ask: |draft, _, words| Ask {
        prompt: if draft.is_unseen() { words.msg_arrival_unseen_birth_ask() } else { words.msg_arrival_birth_ask() },
        example: Some(words.msg_arrival_birth_example()),
        why: Some(words.msg_arrival_birth_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_birth_label(),
    answer: |draft, _, words| draft.birth.given().map_or_else(|| words.msg_not_known(), |&birth| words.birth(birth)),
    choices: |draft, facts, words| {
        let mut choices = birth_asked(facts).choices(draft.picking, words);
        choices.extend(unknown_if_unseen(draft, facts, words));
        choices
    },
    columns: 3,
    accept: |draft, facts, words, input| {
        if input == Input::Choice("unknown") {
            draft.birth = Answer::Skipped;
            return Ok(Reaction::Taken);
        }
        match birth_asked(facts).accept(&mut draft.picking, input, words)? {
            Dated::On(birth) => {
                draft.birth = Answer::Given(birth);
                Ok(Reaction::Taken)
            }
            Dated::Doubtful { ask, about, .. } => Ok(Reaction::Doubt { ask, about }),
            Dated::Narrowed => Ok(Reaction::Narrowed),
        }
    },
    skip: None,
    asked: Asked::InTurn,
};

pub(super) const NATIONALITY: Q = Q {
    id: "nationality",
    relevant: |draft, _| !draft.is_exempt(),
    answered: |draft| draft.is_told(&draft.nationality),
    ask: |draft, _, words| Ask {
        prompt: if draft.is_unseen() {
            words.msg_arrival_unseen_nationality_ask()
        } else {
            words.msg_arrival_nationality_ask()
        },
        example: Some(words.msg_arrival_nationality_example()),
        why: draft.nationality_query.is_none().then(|| words.msg_arrival_nationality_why()),
        ..Ask::default()
    },
    label: |words| words.msg_arrival_nationality_label(),
    answer: |draft, _, words| {
        draft.nationality.given().map_or_else(|| words.msg_not_known(), |&country| words.country(country).to_owned())
    },
    choices: nationalities,
    columns: 2,
    accept: nationality,
    skip: None,
    asked: Asked::InTurn,
};

/// Countries that a typed name fits, else the ones frequent here, filled up with those that report most visitors.
fn nationalities(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> Vec<Choice> {
    let mut countries = match draft.nationality_query.as_deref() {
        Some(query) => Country::search(query),
        None => facts.nationalities.clone(),
    };
    if draft.nationality_query.is_none() {
        for code in ["CHN", "VNM", "THA", "KOR", "JPN", "USA", "FRA", "GBR"] {
            if let Ok(country) = Country::try_from(code)
                && !countries.contains(&country)
            {
                countries.push(country);
            }
        }
    }
    countries.truncate(8);
    let mut choices: Vec<Choice> =
        countries.into_iter().map(|country| Choice::new(country.to_string(), words.country(country))).collect();
    choices.extend(unknown_if_unseen(draft, facts, words));
    choices
}

/// The countries that a typed text may mean. The three letters of a document mean one, whatever else begins with them.
fn meant(text: &str) -> Vec<Country> {
    let code = Some(text).filter(|text| text.len() == 3).and_then(|text| Country::try_from(text).ok());
    code.map_or_else(|| Country::search(text), |country| vec![country])
}

fn nationality(draft: &mut ArrivalDraft, _: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    let given = match input {
        Input::Choice("unknown") => Answer::Skipped,
        Input::Choice(code) => Answer::Given(Country::try_from(code).map_err(|_| words.msg_please_press())?),
        Input::Location { .. } => return Err(words.msg_nationality_not_found()),
        Input::Typed { text, .. } => match meant(text).as_slice() {
            [] => {
                draft.nationality_query = None;
                return Err(words.msg_nationality_not_found());
            }
            [only] => Answer::Given(*only),
            _ => {
                draft.nationality_query = Some(text.to_owned());
                return Ok(Reaction::Narrowed);
            }
        },
    };
    draft.nationality = given;
    draft.nationality_query = None;
    Ok(Reaction::Taken)
}
