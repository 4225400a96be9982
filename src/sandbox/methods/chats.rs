//! Methods that ask about chats and members.

use serde_json::{Value, json};

use super::super::people::{bot_member, my_chat_member};
use super::super::reply::{Answer, ApiError, done};
use super::super::state::{Chat, Kind, Standing};
use super::Call;

/// The Bot API's `ChatPermissions` with everything allowed that a group allows at first.
fn permissions() -> Value {
    let mut all = json!({ "can_change_info": false, "can_pin_messages": false, "can_manage_topics": false, "can_invite_users": true });
    for name in
        ["messages", "audios", "documents", "photos", "videos", "video_notes", "voice_notes", "polls", "other_messages"]
    {
        all[format!("can_send_{name}")] = json!(true);
    }
    all["can_add_web_page_previews"] = json!(true);
    all
}

pub(super) fn get(call: &mut Call<'_>) -> Answer {
    let id = call.chat_id("chat_id")?;
    let chat = call.chat(id)?;
    if chat.kind == Kind::Private && !call.state.people.get(&id).is_some_and(|h| h.started) {
        return Err(ApiError::bad("chat not found"));
    }
    let left = chat.kind != Kind::Private && !chat.bot.is_in();
    if left && chat.migrated_to.is_none() {
        return call.reachable("chat_id").map(|_| String::new());
    }
    let mut full: Value = serde_json::from_str(&chat.json).unwrap_or_default();
    full["accent_color_id"] = json!(id.rem_euclid(7));
    full["max_reaction_count"] = json!(11);
    full["accepted_gift_types"] = json!({ "unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true, "premium_subscription": chat.kind == Kind::Private });
    if let Some(username) = full.get("username").cloned() {
        full["active_usernames"] = json!([username]);
    }
    if chat.kind != Kind::Private {
        full["permissions"] = permissions();
    }
    if let Some(pinned) = chat.pinned.last().and_then(|id| chat.message(*id)) {
        full["pinned_message"] = pinned.value();
    }
    Ok(full.to_string())
}

impl Call<'_> {
    /// A group that the bot is in.
    fn group(&self) -> Result<&Chat, ApiError> {
        let id = self.reachable("chat_id")?;
        self.chat(id)
    }

    fn member_json(&self, chat: &Chat, user: i64) -> Result<Value, ApiError> {
        if user == self.state.bot_id {
            return Ok(bot_member(self.state, chat.bot));
        }
        let Some(human) = self.state.people.get(&user) else { return Err(ApiError::bad("PARTICIPANT_ID_INVALID")) };
        let who: Value = serde_json::from_str(&human.author.json).unwrap_or_default();
        let status = match chat.members.iter().position(|m| *m == user) {
            Some(0) if chat.kind != Kind::Private => {
                return Ok(json!({ "status": "creator", "user": who, "is_anonymous": false }));
            }
            Some(_) => "member",
            None => "left",
        };
        Ok(json!({ "status": status, "user": who }))
    }
}

pub(super) fn member(call: &mut Call<'_>) -> Answer {
    let user = call.params.int("user_id").unwrap_or(0);
    let chat = call.group()?;
    call.member_json(chat, user).map(|m| m.to_string())
}

pub(super) fn administrators(call: &mut Call<'_>) -> Answer {
    let chat = call.group()?;
    if chat.kind == Kind::Private {
        return Err(ApiError::bad("there are no administrators in the private chat"));
    }
    let mut all = Vec::new();
    if let Some(owner) = chat.members.first() {
        all.push(call.member_json(chat, *owner)?);
    }
    if chat.bot == Standing::Administrator {
        all.push(bot_member(call.state, chat.bot));
    }
    Ok(Value::Array(all).to_string())
}

pub(super) fn member_count(call: &mut Call<'_>) -> Answer {
    let chat = call.group()?;
    Ok((chat.members.len() + 1).to_string())
}

pub(super) fn leave(call: &mut Call<'_>) -> Answer {
    let id = call.reachable("chat_id")?;
    if id > 0 {
        return Err(ApiError::bad("chat member status can't be changed in private chats"));
    }
    let old = call.chat(id)?.bot;
    if let Some(chat) = call.state.chats.get_mut(&id) {
        chat.bot = Standing::Left;
    }
    let bot = call.state.bot_id;
    my_chat_member(call.state, id, bot, (old, Standing::Left), call.now);
    done()
}
