//! What comes into a conversation and what goes out of a turn besides the outbox. Deliberately not Telegram's shape.

use crate::{
    domain::id::{ChatId, UserId},
    text::Message,
};

/// Something a person did.
#[derive(Clone, PartialEq)]
pub struct Incoming {
    /// In which chat.
    pub chat: ChatId,
    /// Who.
    pub user: UserId,
    /// IETF tag of the client's language.
    pub client_language: Option<String>,
    /// The message by which it was done, where it was one of the person's own.
    pub message: Option<i64>,
    /// What.
    pub what: What,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming").field("chat", &self.chat).field("user", &self.user).finish_non_exhaustive()
    }
}

/// What a person did.
#[derive(Clone, PartialEq)]
pub enum What {
    /// `/name argument`
    Command {
        /// Without slash and bot name, lower case.
        name: String,
        /// What stands behind it: the payload of a deep link.
        argument: String,
    },
    /// Typed text.
    Text(String),
    /// Pressed a button.
    Press(Pressed),
    /// Shared a location (degrees).
    Location {
        /// Latitude.
        latitude: f64,
        /// Longitude.
        longitude: f64,
    },
    /// Sent a photo or a file.
    File(SentFile),
    /// Sent something that is no answer to anything.
    Odd(OddKind),
    /// The bot can write to this chat (again).
    Joined,
    /// The bot cannot write to this chat any more.
    Left,
    /// The group has another number.
    Migrated(ChatId),
    /// Nothing that anybody expects an answer to.
    Nothing,
}

/// A photo or a file that somebody sent.
#[derive(Clone, PartialEq, Eq)]
pub struct SentFile {
    /// The message.
    pub message: i64,
    /// Its name at Telegram, which is a secret like the picture itself.
    pub file: String,
    /// How many bytes it has, as far as that is known.
    pub size: Option<i64>,
    /// Whether it may be a picture: a photo, or a file that says so.
    pub is_picture: bool,
    /// The album that it belongs to.
    pub album: Option<String>,
}

/// A press of an inline button.
#[derive(Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The query to be answered.
    pub query: String,
    /// The data of the button, as the client claims it.
    pub data: String,
    /// The message with the button, where it is still accessible.
    pub message: Option<i64>,
    /// Whether that message is text alone, so that another text can take its place.
    pub is_text: bool,
}

/// A kind of message that is no answer to anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddKind {
    /// A sticker, a die, a game.
    Sticker,
    /// A voice message or a piece of music.
    Voice,
    /// A video, an animation, a video note.
    Video,
    /// A message that was edited after it was sent.
    Edited,
    /// The person's own phone number.
    OwnContact,
    /// Somebody else's phone number.
    OtherContact,
    /// Anything else.
    Other,
}

/// What goes out at once; lost in a power cut, and made good by drawing the screen again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show a message.
    Show {
        /// Where.
        chat: ChatId,
        /// What.
        message: Message,
        /// Which version of the conversation it shows; `None` for a remark that is no screen.
        version: Option<i64>,
        /// The message whose place it takes.
        replace: Option<i64>,
    },
    /// Answer a press, with a short text or silently.
    Answer {
        /// The query.
        query: String,
        /// What it says.
        text: Option<String>,
        /// In a box that must be closed.
        alert: bool,
    },
    /// Remove a message that holds what must not stay in the chat.
    Remove {
        /// Where.
        chat: ChatId,
        /// Which.
        message: i64,
    },
}
