//! Whoever carries messages, and the ways in which that fails. A trait, so that delivery stands below whoever carries
//! and knows nothing of the Bot API.

use std::time::Duration;

use crate::{domain::id::ChatId, text::Message};

/// Where a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The chat.
    pub chat: ChatId,
    /// The topic of a forum group.
    pub topic: Option<i64>,
}

/// Carries messages to chats.
pub trait Courier: Send + Sync + 'static {
    /// Shows a message, in the place of another where one is named; the number of the message that shows it.
    fn show(
        &self,
        place: Place,
        message: &Message,
        replace: Option<i64>,
    ) -> impl Future<Output = Result<i64, Failure>> + Send;

    /// Answers a press, with a short text or silently.
    fn answer(&self, query: &str, text: Option<&str>, alert: bool) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Removes messages, at most 100; those that the chat does not let go are left.
    fn remove_all(&self, chat: ChatId, messages: &[i64]) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Fetches a file that somebody sent, by the name it has there; at most 20 MB (Bot API, `getFile`).
    fn fetch(&self, file: &str) -> impl Future<Output = Result<Vec<u8>, Failure>> + Send;

    /// Removes a message.
    fn remove(&self, chat: ChatId, message: i64) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Why a message was not, or perhaps not, carried.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Too much at once: nothing to this chat before the time is over.
    #[error("asked to wait {0:?}")]
    Wait(Duration),
    /// It may or may not have arrived: a time-out, a broken connection.
    #[error("unclear whether it arrived: {0}")]
    Unclear(String),
    /// It did not arrive, and may another time: no connection, a fault of the server.
    #[error("not reachable: {0}")]
    Unreachable(String),
    /// The chat does not take messages any more: blocked, kicked, deleted.
    #[error("the chat is gone: {0}")]
    Gone(String),
    /// The group has another number.
    #[error("the group has another number")]
    Migrated(ChatId),
    /// The topic does not exist any more.
    #[error("the topic is gone")]
    TopicGone,
    /// The message to be replaced cannot be: it must be shown anew.
    #[error("the message cannot be replaced")]
    CannotReplace,
    /// The server refuses the message as it is; trying again changes nothing.
    #[error("refused: {0}")]
    Refused(String),
}
