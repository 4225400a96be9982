//! A session drawn as a screen. Deliberately without any decision: what is current is decided in `flow`.

use std::collections::HashMap;

use crate::text::{Words, fold_label};

use super::{Asked, Button, CHOICES_A_PAGE, Choice, Form, LABEL_MAX, Question, Screen, Session};

/// The screen of a session.
pub fn draw<D: Clone, F>(form: &'static Form<D, F>, session: &Session<D>, facts: &F, words: &Words) -> Screen {
    match form.current(session, facts) {
        Some(question) if session.doubted.is_some() => doubt(form, question, session, facts, words),
        Some(question) => ask(form, question, session, facts, words),
        None if session.choosing_edit => edit_list(form, session, facts, words),
        None => summary(form, session, facts, words),
    }
}

fn doubt<D: Clone, F>(
    form: &'static Form<D, F>,
    question: &'static Question<D, F>,
    session: &Session<D>,
    facts: &F,
    words: &Words,
) -> Screen {
    match super::step::doubt_about(question, session, facts, words) {
        Some(text) => Screen::saying(text)
            .with_row(vec![Button::new(words.msg_yes_right(), "yes"), Button::new(words.msg_no_again(), "no")]),
        None => ask(form, question, session, facts, words),
    }
}

fn ask<D, F>(
    form: &'static Form<D, F>,
    question: &'static Question<D, F>,
    session: &Session<D>,
    facts: &F,
    words: &Words,
) -> Screen {
    let ask = (question.ask)(&session.draft, facts, words);
    let mut text = format!("⟦{}⟧", ask.prompt);
    if let Some((step, of)) = place_of(form, question, session, facts) {
        text = format!("{}  {text}", words.msg_step(words.digits(step), words.digits(of)));
    }
    if session.reopened.is_some() && (question.answered)(&session.draft) {
        // A place of which only the way to find it was chosen has no words yet.
        let so_far = (question.answer)(&session.draft, facts, words);
        if !so_far.is_empty() {
            text.push('\n');
            text.push_str(&words.msg_so_far(so_far));
        }
    }
    for line in [ask.example, ask.why.map(|why| format!("ℹ️ {why}"))].into_iter().flatten() {
        text.push_str("\n\n");
        text.push_str(&line);
    }
    let choices = choices_of(question, &session.draft, facts, words);
    let mut rows = page_of(&choices, session.page, question.columns, words);
    let mut last = Vec::new();
    if form.before(session, facts).is_some() {
        last.push(Button::new(words.msg_back(), "back"));
    }
    if question.skip.is_some() {
        last.push(Button::new(words.msg_skip(), "skip"));
    }
    last.push(Button::new(words.msg_cancel(), "cancel"));
    rows.push(last);
    Screen { text, rows, picture: ask.picture, share_location: ask.share_location }
}

/// The question's choices, each with a label of its own: of villages or places of one name the later bear numbers.
pub(super) fn choices_of<D, F>(question: &'static Question<D, F>, draft: &D, facts: &F, words: &Words) -> Vec<Choice> {
    let mut choices = (question.choices)(draft, facts, words);
    let mut alike: HashMap<String, usize> = HashMap::new();
    for choice in &mut choices {
        let count = alike.entry(fold_label(&choice.label)).or_default();
        *count += 1;
        if *count > 1 {
            choice.label = format!("{} ({})", choice.label, words.digits(*count));
        }
    }
    choices
}

/// Which of how many questions this is, for those that are asked in their turn. Where later answers were known before,
/// the number of questions would say more than is to come.
fn place_of<D, F>(
    form: &'static Form<D, F>,
    question: &'static Question<D, F>,
    session: &Session<D>,
    facts: &F,
) -> Option<(usize, usize)> {
    let mut in_turn = form.relevant(&session.draft, facts).filter(|question| question.asked == Asked::InTurn);
    let step = in_turn.by_ref().position(|other| other.id == question.id)? + 1;
    let later: Vec<_> = in_turn.collect();
    let prefilled = session.reopened.is_none() && later.iter().any(|question| (question.answered)(&session.draft));
    (!prefilled).then_some((step, step + later.len()))
}

fn page_of(choices: &[Choice], page: usize, columns: usize, words: &Words) -> Vec<Vec<Button>> {
    // The days of a month stand together, seven in a row.
    let short = choices.len() > CHOICES_A_PAGE && choices.iter().all(|choice| choice.label.chars().count() <= 2);
    let (a_page, columns) = if short { (35, 7) } else { (CHOICES_A_PAGE, columns) };
    let pages = choices.len().div_ceil(a_page).max(1);
    let page = page.min(pages - 1);
    let shown = choices.iter().skip(page * a_page).take(a_page);
    let buttons: Vec<Button> =
        shown.map(|choice| Button::new(cut(&choice.label), format!("c:{}", choice.id))).collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(columns.max(1)).map(<[Button]>::to_vec).collect();
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(Button::new(format!("‹ {}", words.digits(page)), format!("p:{}", page - 1)));
    }
    if page + 1 < pages {
        turn.push(Button::new(format!("{} ›", words.digits(page + 2)), format!("p:{}", page + 1)));
    }
    if !turn.is_empty() {
        rows.push(turn);
    }
    rows
}

/// A label that fits on a button.
fn cut(label: &str) -> String {
    if label.chars().count() <= LABEL_MAX {
        return label.to_owned();
    }
    label.chars().take(LABEL_MAX - 1).chain(['…']).collect()
}

fn summary<D, F>(form: &'static Form<D, F>, session: &Session<D>, facts: &F, words: &Words) -> Screen {
    let mut text = format!("⟦{}⟧\n", (form.title)(&session.draft, words));
    for question in form.relevant(&session.draft, facts).filter(|question| (question.answered)(&session.draft)) {
        let answer = (question.answer)(&session.draft, facts, words);
        if !answer.is_empty() {
            text.push('\n');
            text.push_str(&words.msg_summary_line((question.label)(words), answer));
        }
    }
    text.push_str("\n\n");
    text.push_str(&words.msg_summary_check());
    Screen::saying(text)
        .with_row(vec![Button::new((form.finish)(words), "finish")])
        .with_row(vec![Button::new(words.msg_edit(), "edit"), Button::new(words.msg_cancel(), "cancel")])
}

fn edit_list<D, F>(form: &'static Form<D, F>, session: &Session<D>, facts: &F, words: &Words) -> Screen {
    let labels: Vec<Button> = form
        .relevant(&session.draft, facts)
        .map(|question| Button::new((question.label)(words), format!("e:{}", question.id)))
        .collect();
    let rows = labels.chunks(2).map(<[Button]>::to_vec).collect();
    Screen { text: format!("⟦{}⟧", words.msg_edit_which()), rows, ..Screen::default() }
        .with_row(vec![Button::new(words.msg_back(), "back")])
}
