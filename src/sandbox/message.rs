//! A message as the sandbox keeps it, and its Bot API JSON, written by hand because a benchmark writes it a million times.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::entities::{Entity, Formatted};

/// Someone who writes, with the JSON of `User` ready.
#[derive(Debug)]
pub(super) struct Author {
    pub(super) id: i64,
    pub(super) json: String,
}

/// What a message says: a text, or something else with an optional caption.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Body {
    pub(super) words: Formatted,
    /// `photo`, `document`, `location` ...; empty for a text. The words are then its caption.
    pub(super) media: Map<String, Value>,
}

impl Body {
    pub(super) fn text(words: Formatted) -> Self {
        Self { words, media: Map::new() }
    }

    pub(super) fn is_text(&self) -> bool {
        self.media.is_empty()
    }

    /// Whether the Bot API lets this kind of message have a caption.
    pub(super) fn takes_caption(&self) -> bool {
        ["photo", "document", "video", "audio", "animation", "voice"].iter().any(|kind| self.media.contains_key(*kind))
    }
}

/// A message in a chat; immutable, an edit puts another in its place.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) id: i64,
    pub(super) chat: i64,
    pub(super) chat_json: Arc<str>,
    pub(super) thread: Option<i64>,
    pub(super) from: Arc<Author>,
    /// Seconds since 1970.
    pub(super) date: i64,
    pub(super) edited: Option<i64>,
    pub(super) body: Body,
    pub(super) inline: Option<Value>,
    /// A reply keyboard, its removal or a forced reply: shown on phones, absent from the Bot API's `Message`.
    pub(super) keyboard: Option<Value>,
    pub(super) reactions: Option<Value>,
    /// Whatever else a `Message` carries: `reply_to_message`, `media_group_id`, `has_protected_content`, service fields ...
    pub(super) extra: Map<String, Value>,
}

impl Message {
    /// The Bot API's `Message`.
    pub(super) fn json(&self) -> String {
        let mut out = String::with_capacity(512 + self.body.words.text.len());
        self.write(&mut out);
        out.push('}');
        out
    }

    /// The Bot API's `Message`, with the reply keyboard and the bot's reactions that phones show.
    pub(super) fn shown(&self) -> String {
        let mut out = String::with_capacity(512 + self.body.words.text.len());
        self.write(&mut out);
        if let Some(keyboard) = &self.keyboard {
            field(&mut out, "reply_markup", &keyboard.to_string());
        }
        if let Some(reactions) = &self.reactions {
            field(&mut out, "reactions", &reactions.to_string());
        }
        out.push('}');
        out
    }

    pub(super) fn value(&self) -> Value {
        serde_json::from_str(&self.json()).unwrap_or(Value::Null)
    }

    pub(super) fn is_service(&self) -> bool {
        self.body.words.text.is_empty() && self.body.is_text()
    }

    pub(super) fn is_protected(&self) -> bool {
        self.extra.contains_key("has_protected_content")
    }

    fn write(&self, out: &mut String) {
        out.push_str("{\"message_id\":");
        number(out, self.id);
        if let Some(thread) = self.thread {
            out.push_str(",\"message_thread_id\":");
            number(out, thread);
        }
        field(out, "from", &self.from.json);
        field(out, "chat", &self.chat_json);
        out.push_str(",\"date\":");
        number(out, self.date);
        if let Some(edited) = self.edited {
            out.push_str(",\"edit_date\":");
            number(out, edited);
        }
        let (text, entities) = if self.body.is_text() { ("text", "entities") } else { ("caption", "caption_entities") };
        for (name, value) in &self.body.media {
            field(out, name, &value.to_string());
        }
        if !self.body.words.text.is_empty() {
            field(out, text, &quoted(&self.body.words.text));
        }
        if !self.body.words.entities.is_empty() {
            field(out, entities, &entities_json(&self.body.words.entities));
        }
        for (name, value) in &self.extra {
            field(out, name, &value.to_string());
        }
        if let Some(inline) = &self.inline {
            field(out, "reply_markup", &inline.to_string());
        }
    }
}

fn number(out: &mut String, value: i64) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{value}");
}

fn field(out: &mut String, name: &str, json: &str) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
    out.push_str(json);
}

/// A JSON string literal.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

pub(super) fn entities_json(entities: &[Entity]) -> String {
    serde_json::to_string(entities).unwrap_or_default()
}
