//! What people do in chats: write, edit, press. Whether the bot hears it is decided here too.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::entities::{LONGEST_TEXT, byte_at, typed};
use super::markup::has_data;
use super::message::{Author, Body, Message, quoted};
use super::state::{Chat, Kind, Standing, State};

/// Why a person could not do that; for people who drive the sandbox, not for the bot.
pub(super) type Refused = String;

/// A message on its way from a person.
#[derive(Default)]
pub(super) struct Incoming {
    pub(super) body: Body,
    pub(super) reply_to: Option<i64>,
    pub(super) thread: Option<i64>,
    pub(super) extra: Map<String, Value>,
}

impl State {
    /// The author, if this person may write in this chat.
    fn author_in(&self, user: i64, chat: i64) -> Result<Arc<Author>, Refused> {
        let human = self.people.get(&user).ok_or_else(|| format!("there is no person {user}"))?;
        let chat = self.chats.get(&chat).ok_or_else(|| format!("there is no chat {chat}"))?;
        if human.deactivated {
            return Err(format!("person {user} is deactivated"));
        }
        if let Some(to) = chat.migrated_to {
            return Err(format!("chat {} became {to}", chat.id));
        }
        if chat.deleted || !chat.members.contains(&user) {
            return Err(format!("person {user} is not in chat {}", chat.id));
        }
        Ok(Arc::clone(&human.author))
    }

    /// A person's message appears, and the bot gets an update if it hears it.
    pub(super) fn arrive(&mut self, user: i64, chat: i64, incoming: Incoming, now: i64) -> Result<i64, Refused> {
        let author = self.author_in(user, chat)?;
        if chat > 0 {
            self.set_blocked(user, false, now)?;
            if let Some(human) = self.people.get_mut(&user) {
                human.started = true;
            }
        }
        let mut extra = incoming.extra;
        if let Some(id) = incoming.reply_to {
            let answered = self
                .chats
                .get(&chat)
                .and_then(|c| c.message(id))
                .ok_or_else(|| format!("there is no message {id} in chat {chat}"))?;
            extra.insert("reply_to_message".to_owned(), answered.value());
        }
        if let Some(thread) = incoming.thread {
            if !self.chats.get(&chat).is_some_and(|c| c.topics.contains_key(&thread)) {
                return Err(format!("there is no topic {thread} in chat {chat}"));
            }
            extra.insert("is_topic_message".to_owned(), json!(true));
        }
        let mut message =
            self.draft(chat, author, now, incoming.body).ok_or_else(|| format!("there is no chat {chat}"))?;
        message.thread = incoming.thread;
        message.extra = extra;
        Ok(self.appear(message, now))
    }

    /// Keeps and shows a message that is not the bot's, and tells the bot.
    pub(super) fn appear(&mut self, message: Message, now: i64) -> i64 {
        let message = Arc::new(message);
        self.keep_message(&message);
        self.emit_message("message", &message);
        self.tell("message", &message, now);
        message.id
    }

    fn tell(&mut self, kind: &str, message: &Message, now: i64) {
        if self.chats.get(&message.chat).is_some_and(|chat| self.hears(chat, message)) {
            self.push_update(kind, &message.json(), now, None);
        }
    }

    /// Privacy mode, as published: a plain member hears commands, replies to itself and service messages.
    fn hears(&self, chat: &Chat, message: &Message) -> bool {
        if chat.kind == Kind::Private || !chat.bot.is_in() {
            return chat.kind == Kind::Private;
        }
        if !self.privacy || chat.bot == Standing::Administrator || message.is_service() {
            return true;
        }
        if message.extra.get("reply_to_message").is_some_and(|m| m["from"]["id"] == self.bot_id) {
            return true;
        }
        let words = &message.body.words;
        words.entities.iter().filter(|e| e.kind == "bot_command").any(|entity| {
            let units: Vec<u16> = words.text.encode_utf16().skip(entity.offset).take(entity.length).collect();
            match String::from_utf16_lossy(&units).split_once('@') {
                Some((_, bot)) => bot.eq_ignore_ascii_case(&self.bot_username),
                None => entity.offset == 0,
            }
        })
    }

    /// A person writes; a text too long for one message goes out as several, as phones do. Answers the last id.
    pub(super) fn say(&mut self, user: i64, chat: i64, text: &str, now: i64) -> Result<i64, Refused> {
        let mut rest = text.trim();
        loop {
            let (part, following) = rest.split_at(byte_at(rest, LONGEST_TEXT));
            let words = typed(part);
            if words.text.is_empty() {
                return Err("a message has a text".to_owned());
            }
            let id = self.arrive(user, chat, Incoming { body: Body::text(words), ..Incoming::default() }, now)?;
            rest = following.trim_start();
            if rest.is_empty() {
                return Ok(id);
            }
        }
    }

    /// A person changes the text or caption of a message of theirs.
    pub(super) fn rewrite(&mut self, user: i64, chat: i64, id: i64, text: &str, now: i64) -> Result<(), Refused> {
        self.author_in(user, chat)?;
        let room = self.chats.get_mut(&chat).ok_or_else(|| format!("there is no chat {chat}"))?;
        let old = room.message(id).ok_or_else(|| format!("there is no message {id} in chat {chat}"))?;
        if old.from.id != user {
            return Err(format!("message {id} is not by person {user}"));
        }
        let body = Body { words: typed(text), media: old.body.media.clone() };
        let message = Arc::new(Message { body, edited: Some(now), ..(**old).clone() });
        room.replace(Arc::clone(&message));
        self.emit_message("edited", &message);
        self.tell("edited_message", &message, now);
        Ok(())
    }

    /// A person deletes a message for everybody: their own, or in private the bot's. The bot is not told.
    pub(super) fn withdraw(&mut self, user: i64, chat: i64, id: i64) -> Result<(), Refused> {
        self.author_in(user, chat)?;
        let room = self.chats.get(&chat).ok_or_else(|| format!("there is no chat {chat}"))?;
        let message = room.message(id).ok_or_else(|| format!("there is no message {id} in chat {chat}"))?;
        if room.kind != Kind::Private && message.from.id != user {
            return Err(format!("message {id} is not by person {user}"));
        }
        self.remove_message(chat, id);
        Ok(())
    }

    /// A person presses an inline button; `forged` skips the question whether it exists. Answers the query's id.
    pub(super) fn press(
        &mut self,
        user: i64,
        chat: i64,
        id: i64,
        data: &str,
        forged: bool,
        now: i64,
    ) -> Result<String, Refused> {
        let author = self.author_in(user, chat)?;
        let room = self.chats.get(&chat).ok_or_else(|| format!("there is no chat {chat}"))?;
        let message = room.message(id);
        if !forged && !message.and_then(|m| m.inline.as_ref()).is_some_and(|inline| has_data(inline, data)) {
            return Err(format!("message {id} in chat {chat} has no such button"));
        }
        let shown =
            message.map_or_else(|| format!("{{\"chat\":{},\"message_id\":{id},\"date\":0}}", room.json), |m| m.json());
        let query = self.callbacks.press(user, chat, now).to_string();
        let instance = chat.wrapping_mul(0x5851_F42D_4C95_7F2D);
        let body = format!(
            "{{\"id\":\"{query}\",\"from\":{},\"message\":{shown},\"chat_instance\":\"{instance}\",\"data\":{}}}",
            author.json,
            quoted(data)
        );
        let lifetime = self.callbacks.lifetime;
        self.push_update("callback_query", &body, now, Some(lifetime));
        Ok(query)
    }

    /// A person deletes their account.
    pub(super) fn deactivate(&mut self, user: i64) -> Result<(), Refused> {
        self.people.get_mut(&user).ok_or_else(|| format!("there is no person {user}"))?.deactivated = true;
        Ok(())
    }

    /// An update of any content, which reaches the bot whatever kinds it asked for.
    pub(super) fn raw_update(&mut self, update: Value, now: i64) -> i64 {
        let id = self.updates.push_raw(update, now);
        self.arrived.notify_waiters();
        id
    }

    /// A person stops or restarts the bot.
    pub(super) fn set_blocked(&mut self, user: i64, blocked: bool, now: i64) -> Result<(), Refused> {
        let human = self.people.get_mut(&user).ok_or_else(|| format!("there is no person {user}"))?;
        if human.blocked == blocked {
            return Ok(());
        }
        human.blocked = blocked;
        let change = if blocked { (Standing::Member, Standing::Kicked) } else { (Standing::Kicked, Standing::Member) };
        my_chat_member(self, user, user, change, now);
        self.emit_reload();
        Ok(())
    }
}

/// The bot as a `ChatMember`.
pub(super) fn bot_member(state: &State, standing: Standing) -> Value {
    let user: Value = serde_json::from_str(&state.bot.json).unwrap_or_default();
    match standing {
        Standing::Member => json!({ "status": "member", "user": user }),
        Standing::Left => json!({ "status": "left", "user": user }),
        Standing::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
        Standing::Administrator => {
            let mut member =
                json!({ "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false });
            for right in [
                "manage_chat",
                "delete_messages",
                "manage_video_chats",
                "restrict_members",
                "promote_members",
                "change_info",
                "invite_users",
                "post_stories",
                "edit_stories",
                "delete_stories",
                "pin_messages",
                "manage_topics",
            ] {
                member[format!("can_{right}")] = json!(right != "promote_members");
            }
            member
        }
    }
}

/// Tells the bot that its own standing in a chat changed from one to another.
pub(super) fn my_chat_member(state: &mut State, chat: i64, by: i64, (old, new): (Standing, Standing), now: i64) {
    let author = state.people.get(&by).map_or_else(|| Arc::clone(&state.bot), |h| Arc::clone(&h.author));
    let Some(room) = state.chats.get(&chat) else { return };
    let body = format!(
        "{{\"chat\":{},\"from\":{},\"date\":{now},\"old_chat_member\":{},\"new_chat_member\":{}}}",
        room.json,
        author.json,
        bot_member(state, old),
        bot_member(state, new)
    );
    state.push_update("my_chat_member", &body, now, None);
}
