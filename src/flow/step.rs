//! One step of a form: an event changes the session. Pure and total: every event has an outcome, none panics.

use crate::text::{Words, fold_label};

use super::{Form, Input, Question, Reaction, Session};

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'a> {
    /// Pressed a button whose act is this.
    Act(&'a str),
    /// Typed this.
    Typed(&'a str),
    /// Shared a location (degrees).
    Location {
        /// Latitude.
        latitude: f64,
        /// Longitude.
        longitude: f64,
    },
}

/// What is to be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Draw the session again, after this remark if there is one.
    Ask(Option<String>),
    /// Everything is answered and the person finished the form.
    Finished,
    /// The person wants to stop.
    Cancelled,
}

/// Takes an event into the session.
pub fn step<D: Clone, F>(
    form: &'static Form<D, F>,
    session: &mut Session<D>,
    event: Event<'_>,
    facts: &F,
    words: &Words,
) -> Outcome {
    match event {
        Event::Act(act) => press(form, session, act, facts, words),
        Event::Typed(text) => typed(form, session, text.trim(), facts, words),
        Event::Location { latitude, longitude } => match form.current(session, facts) {
            Some(question) => put(question, session, Input::Location { latitude, longitude }, facts, words),
            None => Outcome::Ask(Some(words.msg_summary_press())),
        },
    }
}

fn press<D: Clone, F>(
    form: &'static Form<D, F>,
    session: &mut Session<D>,
    act: &str,
    facts: &F,
    words: &Words,
) -> Outcome {
    let current = form.current(session, facts);
    let (verb, argument) = act.split_once(':').unwrap_or((act, ""));
    match (verb, current) {
        ("cancel", _) => return Outcome::Cancelled,
        ("back", _) => {
            let before = if session.choosing_edit || session.editing { None } else { form.before(session, facts) };
            session.turn_to(before.map(|question| question.id));
        }
        ("finish", None) => return Outcome::Finished,
        ("edit", None) => session.choosing_edit = true,
        ("e", None) => {
            if let Some(question) = form.questions.iter().find(|question| question.id == argument) {
                session.turn_to(Some(question.id));
                session.editing = true;
            }
        }
        ("skip", Some(question)) => {
            if let Some(skip) = question.skip {
                skip(&mut session.draft);
                session.turn_to(None);
            }
        }
        ("p", Some(_)) => session.page = argument.parse().unwrap_or(0),
        ("no", Some(_)) => session.doubted = None,
        ("yes", Some(question)) => {
            if let Some(text) = session.doubted.take() {
                return put(question, session, Input::Typed { text: &text, sure: true }, facts, words);
            }
        }
        ("c", Some(question)) => return put(question, session, Input::Choice(argument), facts, words),
        _ => {}
    }
    Outcome::Ask(None)
}

/// The typed twin of each button is its label; whatever else is typed is an answer.
fn typed<D: Clone, F>(
    form: &'static Form<D, F>,
    session: &mut Session<D>,
    text: &str,
    facts: &F,
    words: &Words,
) -> Outcome {
    let folded = fold_label(text);
    if !folded.is_empty() {
        let screen = super::draw(form, session, facts, words);
        let twin = screen.rows.iter().flatten().find(|button| fold_label(&button.label) == folded);
        if let Some(twin) = twin {
            return press(form, session, &twin.act, facts, words);
        }
        if let Some(choice) = form.current(session, facts).and_then(|question| {
            let choices = super::draw::choices_of(question, &session.draft, facts, words);
            choices.into_iter().find(|choice| fold_label(&choice.label) == folded)
        }) {
            return press(form, session, &format!("c:{}", choice.id), facts, words);
        }
    }
    match form.current(session, facts) {
        Some(question) => {
            session.doubted = None;
            put(question, session, Input::Typed { text, sure: false }, facts, words)
        }
        None => Outcome::Ask(Some(words.msg_summary_press())),
    }
}

fn put<D: Clone, F>(
    question: &'static Question<D, F>,
    session: &mut Session<D>,
    input: Input<'_>,
    facts: &F,
    words: &Words,
) -> Outcome {
    match (question.accept)(&mut session.draft, facts, words, input) {
        Ok(Reaction::Taken) => session.turn_to(None),
        Ok(Reaction::Narrowed) => (session.page, session.doubted) = (0, None),
        Ok(Reaction::Doubt { about, .. }) => session.doubted = Some(about),
        Err(complaint) => return Outcome::Ask(Some(complaint)),
    }
    Outcome::Ask(None)
}

/// What is doubtful about the typed answer, in the language of the moment: the question is asked again on a copy.
pub(super) fn doubt_about<D: Clone, F>(
    question: &'static Question<D, F>,
    session: &Session<D>,
    facts: &F,
    words: &Words,
) -> Option<String> {
    let text = session.doubted.as_deref()?;
    let mut copy = session.draft.clone();
    match (question.accept)(&mut copy, facts, words, Input::Typed { text, sure: false }) {
        Ok(Reaction::Doubt { ask, .. }) => Some(ask),
        Ok(Reaction::Taken | Reaction::Narrowed) | Err(_) => None,
    }
}
