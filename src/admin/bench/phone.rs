//! What a phone shows after something happened in its chat. Deliberately no opinion on what the screen means.

use std::borrow::Cow;

use serde::Deserialize;

use crate::sandbox::Event;

/// A message of the bot's, as a phone shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) message: i64,
    pub(super) text: String,
    pub(super) keys: Vec<Key>,
}

/// A button: under the message where it has data, else on the reply keyboard, where pressing it types its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) label: String,
    pub(super) data: Option<String>,
    pub(super) shares_location: bool,
}

/// What a person does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Types and sends.
    Say(String),
    /// Presses the button with this data on this message.
    Press { message: i64, data: String },
}

impl Shown {
    /// The message of the bot's that an event brought; `None` for everything else.
    pub(super) fn of(event: &Event) -> Option<Self> {
        if !matches!(event.kind, "message" | "edited") {
            return None;
        }
        let Body { message } = serde_json::from_str(&event.body).ok()?;
        Self::of_message(message)
    }

    /// A message of the bot's as `Sandbox::messages` gives it.
    pub(super) fn of_value(value: &serde_json::Value) -> Option<Self> {
        Self::of_message(Message::deserialize(value).ok()?)
    }

    fn of_message(message: Message<'_>) -> Option<Self> {
        if !message.from.is_bot {
            return None;
        }
        let markup = message.reply_markup.unwrap_or_default();
        let rows = markup.inline_keyboard.into_iter().chain(markup.keyboard).flatten().flatten();
        let keys = rows.map(|key| Key {
            label: key.text.into_owned(),
            data: key.callback_data.map(Cow::into_owned),
            shares_location: key.request_location,
        });
        let text = message.text.or(message.caption).map(Cow::into_owned).unwrap_or_default();
        Some(Self { message: message.id, text, keys: keys.collect() })
    }

    /// Presses the button of this label, if it is there.
    pub(super) fn press(&self, label: &str) -> Option<Act> {
        self.keys.iter().find(|key| key.label == label).map(|key| self.tap(key))
    }

    /// Presses a button of this message.
    pub(super) fn tap(&self, key: &Key) -> Act {
        match &key.data {
            Some(data) => Act::Press { message: self.message, data: data.clone() },
            None => Act::Say(key.label.clone()),
        }
    }
}

#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    message: Message<'a>,
}

/// The part of the Bot API's `Message` that a person looks at.
#[derive(Deserialize)]
struct Message<'a> {
    #[serde(rename = "message_id")]
    id: i64,
    from: From,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    caption: Option<Cow<'a, str>>,
    #[serde(borrow)]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Deserialize)]
struct From {
    is_bot: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Markup<'a> {
    #[serde(borrow)]
    inline_keyboard: Option<Vec<Vec<Button<'a>>>>,
    #[serde(borrow)]
    keyboard: Option<Vec<Vec<Button<'a>>>>,
}

#[derive(Deserialize)]
struct Button<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    callback_data: Option<Cow<'a, str>>,
    #[serde(default)]
    request_location: bool,
}
