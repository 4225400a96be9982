//! What a person sees after a turn: text, buttons, a picture. Deliberately not how Telegram draws it.

use crate::text::Picture;

/// A button and what pressing it means; the front end turns the act into an opaque token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does, for the engine; never shown, never sent.
    pub act: String,
}

impl Button {
    /// A button.
    pub fn new(label: impl Into<String>, act: impl Into<String>) -> Self {
        Self { label: label.into(), act: act.into() }
    }
}

/// What a person sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Screen {
    /// With the marks of `text::marks` for bold and code.
    pub text: String,
    /// Rows of buttons.
    pub rows: Vec<Vec<Button>>,
    /// Shown above the text.
    pub picture: Option<Picture>,
    /// The buttons stand on the reply keyboard, beside one that shares the location.
    pub share_location: bool,
}

impl Screen {
    /// A screen of text alone.
    pub fn saying(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same with one more row of buttons.
    #[must_use]
    pub fn with_row(mut self, row: Vec<Button>) -> Self {
        self.rows.push(row);
        self
    }

    /// The same with a paragraph before its text.
    #[must_use]
    pub fn after(mut self, paragraph: Option<&str>) -> Self {
        if let Some(paragraph) = paragraph {
            self.text = format!("{paragraph}\n\n{}", self.text);
        }
        self
    }
}
