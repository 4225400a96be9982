//! What happens to groups: people come and go, the bot is added and removed, a group grows into a supergroup, topics end.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::message::Body;
use super::people::{Refused, my_chat_member};
use super::state::{Chat, Kind, Standing, State, Topic, group_json};
use super::world::{Group, GroupKind};

impl State {
    fn group(&mut self, id: i64) -> Result<&mut Chat, Refused> {
        self.chats.get_mut(&id).filter(|c| c.kind != Kind::Private).ok_or_else(|| format!("there is no group {id}"))
    }

    /// A service message by `by` in a group.
    fn service(&mut self, chat: i64, by: i64, field: &str, value: Value, now: i64) -> Result<i64, Refused> {
        let author = self.people.get(&by).map_or_else(|| Arc::clone(&self.bot), |h| Arc::clone(&h.author));
        let mut message =
            self.draft(chat, author, now, Body::default()).ok_or_else(|| format!("there is no chat {chat}"))?;
        message.extra = Map::from_iter([(field.to_owned(), value)]);
        Ok(self.appear(message, now))
    }

    fn owner(&self, chat: i64) -> i64 {
        self.chats.get(&chat).and_then(|c| c.members.first().copied()).unwrap_or(self.bot_id)
    }

    /// A person joins a group.
    pub(super) fn join(&mut self, user: i64, chat: i64, now: i64) -> Result<(), Refused> {
        let who = self
            .people
            .get(&user)
            .map(|h| Arc::clone(&h.author))
            .ok_or_else(|| format!("there is no person {user}"))?;
        let group = self.group(chat)?;
        if group.members.contains(&user) {
            return Err(format!("person {user} is in chat {chat} already"));
        }
        group.members.push(user);
        let user_json: Value = serde_json::from_str(&who.json).unwrap_or_default();
        self.chat_member(chat, &user_json, ("left", "member"), now);
        self.service(chat, user, "new_chat_members", json!([user_json]), now)?;
        self.emit_reload();
        Ok(())
    }

    /// A person leaves a group.
    pub(super) fn leave(&mut self, user: i64, chat: i64, now: i64) -> Result<(), Refused> {
        let who = self
            .people
            .get(&user)
            .map(|h| Arc::clone(&h.author))
            .ok_or_else(|| format!("there is no person {user}"))?;
        let group = self.group(chat)?;
        let before = group.members.len();
        group.members.retain(|m| *m != user);
        if group.members.len() == before {
            return Err(format!("person {user} is not in chat {chat}"));
        }
        let user_json: Value = serde_json::from_str(&who.json).unwrap_or_default();
        self.chat_member(chat, &user_json, ("member", "left"), now);
        self.service(chat, user, "left_chat_member", user_json, now)?;
        self.emit_reload();
        Ok(())
    }

    fn chat_member(&mut self, chat: i64, user: &Value, (old, new): (&str, &str), now: i64) {
        let Some(room) = self.chats.get(&chat).filter(|c| c.bot == Standing::Administrator) else { return };
        let body = format!(
            "{{\"chat\":{},\"from\":{user},\"date\":{now},\"old_chat_member\":{},\"new_chat_member\":{}}}",
            room.json,
            json!({ "status": old, "user": user }),
            json!({ "status": new, "user": user })
        );
        self.push_update("chat_member", &body, now, None);
    }

    /// The owner makes the bot something else in a group.
    pub(super) fn set_standing(&mut self, chat: i64, new: Standing, now: i64) -> Result<(), Refused> {
        let group = self.group(chat)?;
        let old = group.bot;
        if old == new {
            return Ok(());
        }
        group.bot = new;
        let owner = self.owner(chat);
        my_chat_member(self, chat, owner, (old, new), now);
        let bot: Value = serde_json::from_str(&self.bot.json).unwrap_or_default();
        if !old.is_in() && new.is_in() {
            self.service(chat, owner, "new_chat_members", json!([bot]), now)?;
        } else if old.is_in() && !new.is_in() {
            self.service(chat, owner, "left_chat_member", bot, now)?;
        }
        Ok(())
    }

    /// A basic group becomes a supergroup under another id, which is answered; its old messages stay behind.
    pub(super) fn migrate(&mut self, chat: i64, now: i64) -> Result<i64, Refused> {
        let owner = self.owner(chat);
        let group = self.group(chat)?;
        if group.kind != Kind::Group || group.migrated_to.is_some() {
            return Err(format!("chat {chat} is not a basic group"));
        }
        let to = -1_000_000_000_000 - chat.unsigned_abs().cast_signed() - 7_000_000;
        let grown = Group {
            id: to,
            title: group.title.clone(),
            kind: GroupKind::Supergroup,
            forum: false,
            members: group.members.clone(),
            bot_is_admin: group.bot == Standing::Administrator,
        };
        self.service(chat, owner, "migrate_to_chat_id", json!(to), now)?;
        self.group(chat)?.migrated_to = Some(to);
        self.add_group(&grown);
        self.service(to, owner, "migrate_from_chat_id", json!(chat), now)?;
        self.emit_reload();
        Ok(to)
    }

    /// A group ceases to exist.
    pub(super) fn delete_group(&mut self, chat: i64) -> Result<(), Refused> {
        let group = self.group(chat)?;
        group.deleted = true;
        group.messages.clear();
        self.emit_reload();
        Ok(())
    }

    /// A group becomes a forum or ceases to be one.
    pub(super) fn set_forum(&mut self, chat: i64, forum: bool) -> Result<(), Refused> {
        let group = self.group(chat)?;
        if group.kind != Kind::Supergroup {
            return Err(format!("chat {chat} is not a supergroup"));
        }
        group.forum = forum;
        group.json = Arc::from(group_json(group.id, group.kind, &group.title, forum).to_string());
        self.emit_reload();
        Ok(())
    }

    /// A topic in a forum; its id is that of the message that announces it.
    pub(super) fn create_topic(&mut self, chat: i64, name: &str, now: i64) -> Result<i64, Refused> {
        if !self.group(chat)?.forum {
            return Err(format!("chat {chat} has no topics"));
        }
        let owner = self.owner(chat);
        let author = self.people.get(&owner).map_or_else(|| Arc::clone(&self.bot), |h| Arc::clone(&h.author));
        let mut message =
            self.draft(chat, author, now, Body::default()).ok_or_else(|| format!("there is no chat {chat}"))?;
        let thread = message.id;
        message.thread = Some(thread);
        message.extra.insert("is_topic_message".to_owned(), json!(true));
        message.extra.insert("forum_topic_created".to_owned(), json!({ "name": name, "icon_color": 7_322_096 }));
        self.group(chat)?.topics.insert(thread, Topic { name: name.to_owned(), closed: false });
        self.appear(message, now);
        self.emit_reload();
        Ok(thread)
    }

    /// A topic is closed to all but administrators, or opened again.
    pub(super) fn set_topic_closed(&mut self, chat: i64, thread: i64, closed: bool) -> Result<(), Refused> {
        let group = self.group(chat)?;
        group.topics.get_mut(&thread).ok_or_else(|| format!("there is no topic {thread} in chat {chat}"))?.closed =
            closed;
        Ok(())
    }

    /// A topic and its messages vanish; the Bot API tells nobody.
    pub(super) fn delete_topic(&mut self, chat: i64, thread: i64) -> Result<(), Refused> {
        let group = self.group(chat)?;
        if group.topics.remove(&thread).is_none() {
            return Err(format!("there is no topic {thread} in chat {chat}"));
        }
        group.messages.retain(|m| m.thread != Some(thread));
        self.emit_reload();
        Ok(())
    }
}
