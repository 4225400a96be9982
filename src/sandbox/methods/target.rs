//! Where a call is aimed: the chat, the topic, the message; and whether the bot may reach it.

use std::sync::Arc;

use serde_json::Value;

use super::super::message::Message;
use super::super::reply::ApiError;
use super::super::state::{Chat, Kind, Standing};
use super::Call;

impl Call<'_> {
    /// The chat id in parameter `name`; the chat need not be reachable.
    pub(super) fn chat_id(&self, name: &str) -> Result<i64, ApiError> {
        let id = match self.params.fields.get(name) {
            Some(Value::Number(number)) => number.as_i64(),
            Some(Value::String(text)) if text.trim().is_empty() => {
                return Err(ApiError::breach(&format!("{name} is empty")));
            }
            Some(Value::String(text)) => text.trim().parse().ok(),
            _ => return Err(ApiError::breach(&format!("{name} is empty"))),
        };
        id.filter(|id| self.state.chats.contains_key(id)).ok_or_else(|| ApiError::bad("chat not found"))
    }

    pub(super) fn chat(&self, id: i64) -> Result<&Chat, ApiError> {
        self.state.chats.get(&id).ok_or_else(|| ApiError::bad("chat not found"))
    }

    /// A chat that the bot can write to or act in.
    pub(super) fn reachable(&self, name: &str) -> Result<i64, ApiError> {
        if self.params.fields.contains_key("business_connection_id") {
            return Err(ApiError::bad("business connection not found"));
        }
        let id = self.chat_id(name)?;
        let chat = self.chat(id)?;
        if chat.kind == Kind::Private {
            return self.person_listens(id).map(|()| id);
        }
        if let Some(to) = chat.migrated_to {
            return Err(ApiError::migrated(to));
        }
        let kind = chat.kind.name();
        match chat.bot {
            _ if chat.deleted => Err(ApiError::forbidden("the group chat was deleted")),
            Standing::Kicked => Err(ApiError::forbidden(&format!("bot was kicked from the {kind} chat"))),
            Standing::Left => Err(ApiError::forbidden(&format!("bot is not a member of the {kind} chat"))),
            Standing::Member | Standing::Administrator => Ok(id),
        }
    }

    fn person_listens(&self, id: i64) -> Result<(), ApiError> {
        let Some(human) = self.state.people.get(&id) else { return Err(ApiError::bad("chat not found")) };
        if human.deactivated {
            Err(ApiError::forbidden("user is deactivated"))
        } else if human.blocked {
            Err(ApiError::forbidden("bot was blocked by the user"))
        } else if human.started {
            Ok(())
        } else {
            Err(ApiError::forbidden("bot can't initiate conversation with a user"))
        }
    }

    /// The topic to write to. The General topic has no id.
    pub(super) fn thread(&self, chat: i64) -> Result<Option<i64>, ApiError> {
        let Some(thread) = self.params.int("message_thread_id").filter(|id| *id != 0) else { return Ok(None) };
        let Some(topic) = self.chat(chat)?.topics.get(&thread) else {
            return Err(ApiError::bad("message thread not found"));
        };
        if topic.closed && self.chat(chat)?.bot != Standing::Administrator {
            return Err(ApiError::bad("TOPIC_CLOSED"));
        }
        Ok(Some(thread))
    }

    /// The message in parameter `message_id`, or Telegram's complaint that "message to ... not found".
    pub(super) fn message(&self, chat: i64, purpose: &str) -> Result<Arc<Message>, ApiError> {
        let id = self.params.int("message_id").unwrap_or(0);
        let found = self.chat(chat)?.message(id).map(Arc::clone);
        found.ok_or_else(|| ApiError::bad(&format!("message to {purpose} not found")))
    }
}
