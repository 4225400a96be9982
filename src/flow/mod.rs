//! The form engine: the current question is the first relevant question without an answer; if there is none, the
//! summary is shown. Pure: no clock, no store, no Telegram.

mod draw;
mod screen;
mod step;

pub use draw::draw;
pub use screen::{Button, Screen};
pub use step::{Event, Outcome, step};

use serde::{Deserialize, Serialize};

pub use crate::text::Picture;
use crate::text::Words;

/// Characters of a button's label; what is longer is cut when drawn.
pub const LABEL_MAX: usize = 64;

/// Choices shown on one page; more are reached by paging.
pub const CHOICES_A_PAGE: usize = 14;

/// An answer that may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Answer<T> {
    /// Not asked yet.
    #[default]
    Open,
    /// The person passed over the question.
    Skipped,
    /// The person answered.
    Given(T),
}

impl<T> Answer<T> {
    /// Whether the question has been dealt with.
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Open)
    }

    /// The answer, where one was given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Open | Self::Skipped => None,
        }
    }
}

/// What a person did with the current question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input<'a> {
    /// Pressed (or typed the label of) the choice of this id.
    Choice(&'a str),
    /// Typed; `sure` once the person has confirmed what was doubtful about it.
    Typed {
        /// As typed, trimmed.
        text: &'a str,
        /// The doubt about it was put to the person, who confirmed.
        sure: bool,
    },
    /// Shared a location (degrees).
    Location {
        /// Latitude.
        latitude: f64,
        /// Longitude.
        longitude: f64,
    },
}

/// What became of an input; the error is a complaint in the person's language: what is wrong, with an example.
pub type Accepted = Result<Reaction, String>;

/// How an input that is no mistake was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reaction {
    /// The draft holds the answer.
    Taken,
    /// The draft holds a narrower set of choices; the question is put again.
    Narrowed,
    /// Put `ask` to the person, who answers yes or no; on yes `about` comes again as typed and `sure`.
    Doubt {
        /// The question, in the person's language.
        ask: String,
        /// What is doubted, as it could be typed; must raise the same doubt again when it is.
        about: String,
    },
}

/// How a question is put.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// The question itself, one sentence.
    pub prompt: String,
    /// An example of an answer, or what can be done besides pressing a button.
    pub example: Option<String>,
    /// Why it is asked.
    pub why: Option<String>,
    /// A picture that shows where to look.
    pub picture: Option<Picture>,
    /// Offer to share the location by a button; the choices then stand on the reply keyboard.
    pub share_location: bool,
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What `Input::Choice` carries; unique within the question.
    pub id: String,
    /// What the button says.
    pub label: String,
}

impl Choice {
    /// A choice.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into() }
    }
}

/// When a question is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// In its turn.
    InTurn,
    /// Only when the person reopens it from the summary: it has an answer of its own accord.
    FromSummary,
}

/// A question about the draft `D`, given the facts `F`.
pub struct Question<D: 'static, F: 'static> {
    /// Stable name, unique within the form.
    pub id: &'static str,
    /// Whether it applies, given the other answers.
    pub relevant: fn(&D, &F) -> bool,
    /// Whether it has an answer.
    pub answered: fn(&D) -> bool,
    /// How it is put.
    pub ask: fn(&D, &F, &Words) -> Ask,
    /// What the summary calls it.
    pub label: fn(&Words) -> String,
    /// How its answer reads; asked only when answered. Empty where other answers say it.
    pub answer: fn(&D, &F, &Words) -> String,
    /// Its buttons.
    pub choices: fn(&D, &F, &Words) -> Vec<Choice>,
    /// How many buttons stand in a row.
    pub columns: usize,
    /// Takes an input into the draft.
    pub accept: fn(&mut D, &F, &Words, Input<'_>) -> Accepted,
    /// Marks it as passed over, where that is allowed.
    pub skip: Option<fn(&mut D)>,
    /// When it is put.
    pub asked: Asked,
}

/// A form: an order of questions and what is said around them.
pub struct Form<D: 'static, F: 'static> {
    /// Stable name.
    pub name: &'static str,
    /// In the order in which they are asked.
    pub questions: &'static [Question<D, F>],
    /// Heading of the summary.
    pub title: fn(&D, &Words) -> String,
    /// The summary's button that finishes the form.
    pub finish: fn(&Words) -> String,
}

impl<D, F> Form<D, F> {
    fn relevant<'a>(&'static self, draft: &'a D, facts: &'a F) -> impl Iterator<Item = &'static Question<D, F>> + 'a {
        self.questions.iter().filter(move |question| (question.relevant)(draft, facts))
    }

    /// The question the session stands at; `None` is the summary.
    pub fn current(&'static self, session: &Session<D>, facts: &F) -> Option<&'static Question<D, F>> {
        let reopened = session.reopened.as_deref();
        self.relevant(&session.draft, facts)
            .find(|question| Some(question.id) == reopened)
            .or_else(|| self.first_open(&session.draft, facts))
    }

    fn first_open(&'static self, draft: &D, facts: &F) -> Option<&'static Question<D, F>> {
        self.relevant(draft, facts).find(|question| question.asked == Asked::InTurn && !(question.answered)(draft))
    }

    /// The question before the one the session stands at.
    fn before(&'static self, session: &Session<D>, facts: &F) -> Option<&'static Question<D, F>> {
        let current = self.current(session, facts).map(|question| question.id);
        self.relevant(&session.draft, facts)
            .take_while(|question| Some(question.id) != current)
            .filter(|question| question.asked == Asked::InTurn)
            .last()
    }
}

/// Where a person is in a form. Old drafts read with later forms: unknown fields are dropped, missing ones are open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session<D> {
    /// The answers.
    pub draft: D,
    /// The answered question that was opened again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<String>,
    /// The reopened question was chosen from that list: back leads to the summary.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub editing: bool,
    /// The list of answers to change is shown in place of the summary.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub choosing_edit: bool,
    /// Page of the current question's choices.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub page: usize,
    /// What was typed and must be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubted: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_zero(page: &usize) -> bool {
    *page == 0
}

impl<D: Default> Default for Session<D> {
    fn default() -> Self {
        Self::starting_from(D::default())
    }
}

impl<D> Session<D> {
    /// A session whose draft may already hold answers.
    pub fn starting_from(draft: D) -> Self {
        Self { draft, reopened: None, editing: false, choosing_edit: false, page: 0, doubted: None }
    }

    fn turn_to(&mut self, question: Option<&'static str>) {
        self.reopened = question.map(str::to_owned);
        self.editing = false;
        self.choosing_edit = false;
        self.page = 0;
        self.doubted = None;
    }
}
