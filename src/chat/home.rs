//! Screens around the forms: the menu, the languages, consent, help, privacy, the list of premises.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::{hotlines::Hotlines, premises::Premises, press::Press, rulebook::Rulebook},
    flow::{Button, LABEL_MAX, Screen},
    text::{Language, Words, fold_label},
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
        .with_row(vec![standing(words.msg_home_advice(), Press::Advice)])
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
    let text = format!("{}\n\n{}", words.msg_help(words.digits(hours)), card_text(words, today));
    Screen::saying(text).with_row(vec![standing(words.msg_home_advice(), Press::Advice)]).with_row(menu_row(words))
}

/// The help card, the same for everyone.
pub(super) fn card(words: &Words, today: NaiveDate) -> Screen {
    Screen::saying(card_text(words, today))
        .with_row(vec![standing(words.msg_home_advice(), Press::Advice)])
        .with_row(menu_row(words))
}

/// What to do, and the hotlines that somebody has verified lately.
fn card_text(words: &Words, today: NaiveDate) -> String {
    let lines = Hotlines::installed().on(today).map(|hotline| {
        let languages = hotline.languages.join(", ");
        words.msg_card_hotline(&hotline.number, hotline.name(words.language()), languages, &hotline.hours)
    });
    std::iter::once(words.msg_card()).chain(lines).collect::<Vec<_>>().join("\n")
}

pub(super) fn privacy(words: &Words, given: Option<DateTime<Utc>>) -> Screen {
    let state = given.map_or_else(|| words.msg_privacy_not_given(), |at| words.msg_privacy_given(words.moment(at)));
    let screen = Screen::saying(words.msg_privacy(PRIVACY_VERSION, state)).with_row(vec![
        standing(words.msg_mydata_button(), Press::MyData),
        standing(words.msg_erase_button(), Press::DeleteMyData),
    ]);
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
    let names = premises.iter().take(10).map(|premises| premises.details.name.clone()).collect();
    let buttons = premises.iter().zip(told_apart(words, names));
    let rows = buttons.map(|(place, name)| vec![Button::new(name, format!("at:{}", place.id))]).collect();
    Screen { text, rows, ..Screen::default() }
        .with_row(vec![standing(words.msg_home_add_premises(), Press::AddPremises)])
        .with_row(menu_row(words))
}

pub(super) fn menu_row(words: &Words) -> Vec<Button> {
    vec![standing(words.msg_home_menu(), Press::Home)]
}

/// Labels of which no two are alike when typed: the later of those that are bear numbers.
pub(super) fn told_apart(words: &Words, labels: Vec<String>) -> Vec<String> {
    let mut alike: HashMap<String, usize> = HashMap::new();
    let mut number = |label: String| {
        let count = alike.entry(fold_label(&label)).or_default();
        *count += 1;
        if *count > 1 { format!("{label} ({})", words.digits(*count)) } else { label }
    };
    labels.into_iter().map(|label| number(label.chars().take(LABEL_MAX - 6).collect())).collect()
}
