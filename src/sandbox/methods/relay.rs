//! Forwarding, copying, pinning and reacting to messages.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::super::message::{Body, Message};
use super::super::reply::{Answer, ApiError, done};
use super::super::state::{Kind, Standing};
use super::Call;

impl Call<'_> {
    fn source(&mut self, verb: &str, participle: &str) -> Result<Arc<Message>, ApiError> {
        let from = self.chat_id("from_chat_id")?;
        let message = self.message(from, verb)?;
        if message.is_protected() || message.is_service() {
            return Err(ApiError::bad(&format!("message can't be {participle}")));
        }
        Ok(message)
    }

    /// A chat where the bot may pin.
    fn pinning(&self) -> Result<i64, ApiError> {
        let id = self.reachable("chat_id")?;
        let chat = self.chat(id)?;
        if chat.kind == Kind::Supergroup && chat.bot != Standing::Administrator {
            return Err(ApiError::bad("not enough rights to manage pinned messages in the chat"));
        }
        Ok(id)
    }
}

pub(super) fn forward(call: &mut Call<'_>) -> Answer {
    let original = call.source("forward", "forwarded")?;
    let to = call.sending(1)?;
    let sender: Value = serde_json::from_str(&original.from.json).unwrap_or_default();
    let origin = original.extra.get("forward_origin").cloned();
    let origin = origin.unwrap_or_else(|| json!({ "type": "user", "sender_user": sender, "date": original.date }));
    let more = Map::from_iter([("forward_origin".to_owned(), origin)]);
    call.put(to, original.body.clone(), more).map(|m| m.json())
}

pub(super) fn copy(call: &mut Call<'_>) -> Answer {
    let original = call.source("copy", "copied")?;
    let mut body: Body = original.body.clone();
    if call.params.fields.contains_key("caption") {
        let words = call.caption()?;
        if body.takes_caption() {
            body.words = words;
        }
    }
    let to = call.sending(1)?;
    call.put(to, body, Map::new()).map(|m| json!({ "message_id": m.id }).to_string())
}

pub(super) fn pin(call: &mut Call<'_>) -> Answer {
    let chat = call.pinning()?;
    let message = call.message(chat, "pin")?;
    if let Some(chat) = call.state.chats.get_mut(&chat) {
        chat.pinned.retain(|id| *id != message.id);
        chat.pinned.push(message.id);
    }
    let mut pinned = message.value();
    if let Value::Object(fields) = &mut pinned {
        fields.remove("reply_to_message");
    }
    let bot = Arc::clone(&call.state.bot);
    if let Some(mut service) = call.state.draft(chat, bot, call.now, Body::default()) {
        service.extra.insert("pinned_message".to_owned(), pinned);
        let service = Arc::new(service);
        call.state.keep_message(&service);
        call.state.emit_message("message", &service);
    }
    done()
}

pub(super) fn unpin(call: &mut Call<'_>) -> Answer {
    let id = call.pinning()?;
    let which = call.params.int("message_id");
    let Some(chat) = call.state.chats.get_mut(&id) else { return Err(ApiError::bad("chat not found")) };
    match which {
        Some(message) if !chat.pinned.contains(&message) => return Err(ApiError::bad("message to unpin not found")),
        Some(message) => chat.pinned.retain(|p| *p != message),
        None => {
            chat.pinned.pop();
        }
    }
    call.state.emit_reload();
    done()
}

/// Emoji that Telegram allows as reactions (`ReactionTypeEmoji`, Bot API 9.1).
const REACTIONS: &str = "❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳❤‍🔥🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👨‍💻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷‍♂🤷🤷‍♀😡";

pub(super) fn react(call: &mut Call<'_>) -> Answer {
    let chat = call.reachable("chat_id")?;
    let message = call.message(chat, "react")?;
    let reactions = call.params.take("reaction").filter(|r| r.as_array().is_some_and(|r| !r.is_empty()));
    if let Some(list) = reactions.as_ref().and_then(Value::as_array) {
        let known = |r: &Value| {
            r.get("emoji")
                .and_then(Value::as_str)
                .is_none_or(|e| !e.is_empty() && REACTIONS.contains(e.trim_end_matches('\u{FE0F}')))
        };
        if list.iter().any(|r| r["type"] == "paid" || !known(r)) {
            return Err(ApiError::breach("REACTION_INVALID"));
        }
        if list.len() > 1 {
            return Err(ApiError::breach("REACTIONS_TOO_MANY"));
        }
    }
    let message = Arc::new(Message { reactions, ..(*message).clone() });
    if let Some(chat) = call.state.chats.get_mut(&chat) {
        chat.replace(Arc::clone(&message));
    }
    call.state.emit_message("edited", &message);
    done()
}
