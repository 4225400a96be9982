//! Methods that change a message already sent. Only the bot's own messages, and only with an inline keyboard or none.

use std::sync::Arc;

use serde_json::Value;

use super::super::markup;
use super::super::message::{Body, Message};
use super::super::reply::{Answer, ApiError};
use super::Call;
use super::media;

const UNCHANGED: &str = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

impl Call<'_> {
    /// The message to edit, if the bot may.
    fn editable(&mut self) -> Result<Arc<Message>, ApiError> {
        if self.params.fields.contains_key("inline_message_id") {
            return Err(ApiError::bad("MESSAGE_ID_INVALID"));
        }
        let chat = self.reachable("chat_id")?;
        if !self.params.fields.contains_key("message_id") {
            return Err(ApiError::breach("message identifier is not specified"));
        }
        let message = self.message(chat, "edit")?;
        let fixed = message.is_service() || message.keyboard.is_some() || message.extra.contains_key("forward_origin");
        if message.from.id != self.state.bot_id || fixed {
            return Err(ApiError::bad("message can't be edited"));
        }
        Ok(message)
    }

    /// Puts the edited message in the old one's place, unless nothing differs.
    fn replace(&mut self, old: &Message, body: Body) -> Answer {
        let inline = markup::split(self.params.take("reply_markup")).inline;
        if old.body == body && old.inline == inline {
            return Err(ApiError::bad(UNCHANGED));
        }
        let message = Arc::new(Message { body, inline, edited: Some(self.now), ..old.clone() });
        if let Some(chat) = self.state.chats.get_mut(&message.chat) {
            chat.replace(Arc::clone(&message));
        }
        self.state.emit_message("edited", &message);
        Ok(message.json())
    }
}

pub(super) fn text(call: &mut Call<'_>) -> Answer {
    let words = call.words()?;
    let old = call.editable()?;
    if !old.body.is_text() {
        return Err(ApiError::bad("there is no text in the message to edit"));
    }
    call.replace(&old, Body::text(words))
}

pub(super) fn caption(call: &mut Call<'_>) -> Answer {
    let words = call.caption()?;
    let old = call.editable()?;
    if !old.body.takes_caption() {
        return Err(ApiError::bad("there is no caption in the message to edit"));
    }
    let body = Body { words, media: old.body.media.clone() };
    call.replace(&old, body)
}

pub(super) fn media(call: &mut Call<'_>) -> Answer {
    let item = call.params.take("media").unwrap_or(Value::Null);
    let old = call.editable()?;
    if !old.body.is_text() && !old.body.takes_caption() {
        return Err(ApiError::bad("message can't be edited"));
    }
    let body = media::item(call, &item)?;
    call.replace(&old, body)
}

pub(super) fn reply_markup(call: &mut Call<'_>) -> Answer {
    let old = call.editable()?;
    let body = old.body.clone();
    call.replace(&old, body)
}
