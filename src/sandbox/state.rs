//! Everything the pretend Telegram remembers, behind one lock: people, chats, messages. It talks to nobody.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use serde_json::{Map, Value, json};
use tokio::sync::{Notify, broadcast};

use super::callbacks::Callbacks;
use super::event::Event;
use super::files::Files;
use super::message::{Author, Body, Message};
use super::pace::Meter;
use super::profile::Profile;
use super::specimens::Specimens;
use super::updates::Queue;
use super::world::{Group, GroupKind, Person, World};

/// How many messages of a chat are kept unless told otherwise.
const KEEP_MESSAGES: usize = 2000;
/// A reader of events further behind than this is told to reload.
const EVENTS_HELD: usize = 1 << 14;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Private,
    Group,
    Supergroup,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup => "supergroup",
        }
    }
}

/// What the bot is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Member,
    Administrator,
    Left,
    Kicked,
}

impl Standing {
    pub(super) fn is_in(self) -> bool {
        matches!(self, Self::Member | Self::Administrator)
    }
}

#[derive(Debug)]
pub(super) struct Topic {
    pub(super) name: String,
    pub(super) closed: bool,
}

/// A chat and its latest messages, oldest first, ids rising.
pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) forum: bool,
    pub(super) json: Arc<str>,
    /// People in a group, the owner first; the person of a private chat.
    pub(super) members: Vec<i64>,
    pub(super) bot: Standing,
    pub(super) migrated_to: Option<i64>,
    pub(super) deleted: bool,
    pub(super) topics: BTreeMap<i64, Topic>,
    pub(super) messages: VecDeque<Arc<Message>>,
    last_id: i64,
    pub(super) pinned: Vec<i64>,
    pub(super) menu_button: Option<Value>,
}

impl Chat {
    fn position(&self, id: i64) -> Option<usize> {
        self.messages.binary_search_by(|m| m.id.cmp(&id)).ok()
    }

    pub(super) fn message(&self, id: i64) -> Option<&Arc<Message>> {
        self.position(id).and_then(|at| self.messages.get(at))
    }

    pub(super) fn replace(&mut self, message: Arc<Message>) {
        if let Some(slot) = self.position(message.id).and_then(|at| self.messages.get_mut(at)) {
            *slot = message;
        }
    }

    pub(super) fn remove(&mut self, id: i64) -> bool {
        self.pinned.retain(|p| *p != id);
        self.position(id).and_then(|at| self.messages.remove(at)).is_some()
    }
}

/// A person and how they stand with the bot.
pub(super) struct Human {
    pub(super) person: Person,
    pub(super) author: Arc<Author>,
    /// Has ever written to the bot in private.
    pub(super) started: bool,
    pub(super) blocked: bool,
    pub(super) deactivated: bool,
}

/// The whole of it.
pub(super) struct State {
    pub(super) bot: Arc<Author>,
    pub(super) bot_id: i64,
    pub(super) bot_name: String,
    pub(super) bot_username: String,
    /// Privacy mode, as `BotFather` sets it: in groups a plain member hears only what is meant for it.
    pub(super) privacy: bool,
    pub(super) people: HashMap<i64, Human>,
    pub(super) people_order: Vec<i64>,
    pub(super) chats: HashMap<i64, Chat>,
    pub(super) chat_order: Vec<i64>,
    pub(super) updates: Queue,
    pub(super) callbacks: Callbacks,
    pub(super) files: Files,
    pub(super) specimens: Specimens,
    /// Albums sent so far by people.
    pub(super) albums: i64,
    pub(super) profile: Profile,
    pub(super) meter: Meter,
    pub(super) webhook: Map<String, Value>,
    pub(super) violations: Vec<String>,
    pub(super) seq: u64,
    pub(super) keep: usize,
    pub(super) events: broadcast::Sender<Event>,
    /// Wakes whoever waits in `getUpdates`.
    pub(super) arrived: Arc<Notify>,
    /// Private chats and basic groups share one numbering.
    last_account_id: i64,
}

impl State {
    pub(super) fn new(world: &World) -> Self {
        let mut state = Self {
            bot: Arc::new(Author {
                id: world.bot.id,
                json: bot_json(world.bot.id, &world.bot.first_name, &world.bot.username),
            }),
            bot_id: world.bot.id,
            bot_name: world.bot.first_name.clone(),
            bot_username: world.bot.username.clone(),
            privacy: true,
            people: HashMap::new(),
            people_order: Vec::new(),
            chats: HashMap::new(),
            chat_order: Vec::new(),
            updates: Queue::starting_at(first_update(&world.token)),
            callbacks: Callbacks::default(),
            files: Files::of_bot(world.bot.id),
            specimens: Specimens::default(),
            albums: 0,
            profile: Profile::default(),
            meter: Meter::at(world.pace),
            webhook: Map::new(),
            violations: Vec::new(),
            seq: 0,
            keep: KEEP_MESSAGES,
            events: broadcast::channel(EVENTS_HELD).0,
            arrived: Arc::new(Notify::new()),
            last_account_id: 0,
        };
        for person in &world.people {
            state.add_person(person);
        }
        for group in &world.groups {
            state.add_group(group);
        }
        state
    }

    pub(super) fn add_person(&mut self, person: &Person) {
        let json = private_chat_json(person);
        let author = Arc::new(Author { id: person.id, json: user_json(person).to_string() });
        let human = Human { person: person.clone(), author, started: false, blocked: false, deactivated: false };
        if self.people.insert(person.id, human).is_none() {
            self.people_order.push(person.id);
        }
        let name = [Some(person.first_name.as_str()), person.last_name.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        self.add_chat(chat(person.id, Kind::Private, name, false, &json, vec![person.id], Standing::Member));
    }

    pub(super) fn add_group(&mut self, group: &Group) {
        let kind = match group.kind {
            GroupKind::Group => Kind::Group,
            GroupKind::Supergroup => Kind::Supergroup,
        };
        let standing = if group.bot_is_admin { Standing::Administrator } else { Standing::Member };
        let json = group_json(group.id, kind, &group.title, group.forum);
        self.add_chat(chat(group.id, kind, group.title.clone(), group.forum, &json, group.members.clone(), standing));
    }

    fn add_chat(&mut self, chat: Chat) {
        if !self.chats.contains_key(&chat.id) {
            self.chat_order.push(chat.id);
        }
        self.chats.entry(chat.id).or_insert(chat);
    }

    /// The id that the next message of this chat gets.
    pub(super) fn next_message_id(&mut self, chat: i64) -> i64 {
        match self.chats.get_mut(&chat) {
            Some(chat) if chat.kind == Kind::Supergroup => {
                chat.last_id += 1;
                chat.last_id
            }
            _ => {
                self.last_account_id += 1;
                self.last_account_id
            }
        }
    }

    /// A message ready to be completed and kept; `None` if there is no such chat.
    pub(super) fn draft(&mut self, chat: i64, from: Arc<Author>, date: i64, body: Body) -> Option<Message> {
        let chat_json = Arc::clone(&self.chats.get(&chat)?.json);
        let id = self.next_message_id(chat);
        Some(Message {
            id,
            chat,
            chat_json,
            thread: None,
            from,
            date,
            edited: None,
            body,
            inline: None,
            keyboard: None,
            reactions: None,
            extra: Map::new(),
        })
    }

    pub(super) fn keep_message(&mut self, message: &Arc<Message>) {
        let keep = self.keep;
        if let Some(chat) = self.chats.get_mut(&message.chat) {
            chat.messages.push_back(Arc::clone(message));
            while chat.messages.len() > keep {
                chat.messages.pop_front();
            }
        }
    }

    /// Takes a message out of a chat, and off the phones.
    pub(super) fn remove_message(&mut self, chat: i64, id: i64) {
        if self.chats.get_mut(&chat).is_some_and(|c| c.remove(id)) {
            self.emit("deleted", chat, id, || json!({ "chat": chat, "message_id": id }).to_string());
        }
    }

    /// Tells phones and tests; the body is only written if someone listens.
    pub(super) fn emit(&mut self, kind: &'static str, chat: i64, message_id: i64, body: impl FnOnce() -> String) {
        self.seq += 1;
        if self.events.receiver_count() > 0 {
            // It fails only if the last listener left meanwhile.
            let _ = self.events.send(Event { seq: self.seq, kind, chat, message_id, body: Arc::from(body()) });
        }
    }

    pub(super) fn emit_message(&mut self, kind: &'static str, message: &Message) {
        self.emit(kind, message.chat, message.id, || {
            format!("{{\"chat\":{},\"message\":{}}}", message.chat, message.shown())
        });
    }

    pub(super) fn emit_reload(&mut self) {
        self.emit("state", 0, 0, || "{}".to_owned());
    }

    /// Queues an update if the bot asked for its kind.
    pub(super) fn push_update(&mut self, kind: &str, body: &str, now: i64, lifetime: Option<i64>) {
        if self.updates.wants(kind) {
            self.updates.push(kind, body, now, lifetime);
            self.arrived.notify_waiters();
        }
    }

    /// Gives the bot another name, as `setMyName` does.
    pub(super) fn rename_bot(&mut self, name: &str) {
        name.clone_into(&mut self.bot_name);
        self.bot = Arc::new(Author { id: self.bot_id, json: bot_json(self.bot_id, name, &self.bot_username) });
    }

    pub(super) fn breach(&mut self, method: &str, what: &str) {
        const MOST: usize = 10_000;
        if self.violations.len() < MOST {
            self.violations.push(format!("{method}: {what}"));
        }
    }
}

fn chat(id: i64, kind: Kind, title: String, forum: bool, json: &Value, members: Vec<i64>, bot: Standing) -> Chat {
    Chat {
        id,
        kind,
        title,
        forum,
        json: Arc::from(json.to_string()),
        members,
        bot,
        migrated_to: None,
        deleted: false,
        topics: BTreeMap::new(),
        messages: VecDeque::new(),
        last_id: 0,
        pinned: Vec::new(),
        menu_button: None,
    }
}

fn bot_json(id: i64, name: &str, username: &str) -> String {
    json!({ "id": id, "is_bot": true, "first_name": name, "username": username }).to_string()
}

/// The Bot API's `User` of a person.
pub(super) fn user_json(person: &Person) -> Value {
    let mut user = serde_json::to_value(person).unwrap_or_default();
    user["is_bot"] = json!(false);
    user
}

fn private_chat_json(person: &Person) -> Value {
    let mut chat = serde_json::to_value(person).unwrap_or_default();
    if let Value::Object(fields) = &mut chat {
        fields.remove("language_code");
    }
    chat["type"] = json!("private");
    chat
}

pub(super) fn group_json(id: i64, kind: Kind, title: &str, forum: bool) -> Value {
    let mut chat = json!({ "id": id, "title": title, "type": kind.name() });
    if forum {
        chat["is_forum"] = json!(true);
    }
    chat
}

/// Update ids start somewhere that depends on the token only (FNV-1a), so that runs are alike and no bot can rely on 1.
fn first_update(token: &str) -> i64 {
    let hash = token.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3));
    100_000_000 + i64::try_from(hash % 800_000_000).unwrap_or(0)
}
