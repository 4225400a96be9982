//! Screens around the forms: the menu, the languages, consent, help, privacy, the list of premises.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::{premises::Premises, press::Press, rulebook::Rulebook},
    flow::{Button, Screen},
    text::{Language, Words},
};

use super::{PRIVACY_VERSION, turn::standing};

pub(super) fn home(words: &Words) -> Screen {
    Screen::saying(words.msg_home())
        .with_row(vec![standing(words.msg_home_report(), Press::Report)])
        .with_row(vec![
            standing(words.msg_home_stays(), Press::Stays),
            standing(words.msg_home_receipts(), Press::Receipts),
        ])
        .with_row(vec![
            standing(words.msg_home_premises(), Press::Premises),
            standing(words.msg_home_add_premises(), Press::AddPremises),
        ])
        .with_row(vec![
            standing(words.msg_home_help(), Press::Help),
            standing(words.msg_home_language(), Press::Language),
            standing(words.msg_home_privacy(), Press::Privacy),
        ])
}

/// The guessed language comes first; all are always there.
pub(super) fn languages(words: &Words) -> Screen {
    let mut languages = Language::ALL;
    languages.sort_by_key(|&language| language != words.language());
    let button =
        |language: Language| Button::new(Words::language_name(language), format!("lang:{}", language.as_str()));
    Screen::saying(words.msg_language_ask()).with_row(languages.map(button).to_vec())
}

pub(super) fn consent(words: &Words) -> Screen {
    Screen::saying(words.msg_consent(PRIVACY_VERSION))
        .with_row(vec![Button::new(words.msg_consent_agree(), "agree")])
        .with_row(vec![Button::new(words.msg_consent_decline(), "decline")])
}

pub(super) fn help(words: &Words, today: NaiveDate) -> Screen {
    let hours = Rulebook::shipped().on(today).report_deadline_hours.value;
    Screen::saying(words.msg_help(words.digits(hours))).with_row(menu_row(words))
}

pub(super) fn privacy(words: &Words, given: Option<DateTime<Utc>>) -> Screen {
    let state = given.map_or_else(|| words.msg_privacy_not_given(), |at| words.msg_privacy_given(words.moment(at)));
    let screen = Screen::saying(words.msg_privacy(PRIVACY_VERSION, state));
    if given.is_some() {
        screen.with_row(vec![standing(words.msg_privacy_withdraw(), Press::Withdraw)]).with_row(menu_row(words))
    } else {
        screen.with_row(menu_row(words))
    }
}

pub(super) fn premises(words: &Words, premises: &[Premises]) -> Screen {
    let lines = premises.iter().map(|premises| {
        let details = &premises.details;
        words.msg_premises_line(&details.name, words.premises_kind(details.kind), words.address(details))
    });
    let text = if premises.is_empty() {
        words.msg_premises_none_yet()
    } else {
        // Ten places fill a screen; whoever has more sees those used last.
        std::iter::once(words.msg_premises_list()).chain(lines.take(10)).collect::<Vec<_>>().join("\n\n")
    };
    Screen::saying(text)
        .with_row(vec![standing(words.msg_home_add_premises(), Press::AddPremises)])
        .with_row(menu_row(words))
}

pub(super) fn menu_row(words: &Words) -> Vec<Button> {
    vec![standing(words.msg_home_menu(), Press::Home)]
}
