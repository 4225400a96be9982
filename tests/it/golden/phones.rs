//! What people's phones show: the messages of each chat, their buttons, and how they changed. Deliberately not Telegram's
//! rules beyond those that the bot relies on.

use std::collections::{BTreeMap, HashMap};

use snaknov::{
    domain::id::ChatId,
    text::{Key, Message, spans},
};

/// The Bot API's limits (`sendMessage`, `sendPhoto`, `InlineKeyboardButton`).
const TEXT_MAX: usize = 4096;
const CAPTION_MAX: usize = 1024;
const DATA_MAX: usize = 64;

/// A message in a chat.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) id: i64,
    pub(crate) message: Message,
}

/// A button that was found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) on: i64,
    pub(crate) key: Key,
    pub(crate) is_text: bool,
    /// It stands on the reply keyboard: pressing it types its label.
    pub(crate) types: bool,
}

#[derive(Default)]
struct Phone {
    last: i64,
    messages: Vec<Shown>,
    /// Messages as they were before they changed or were followed by others.
    past: Vec<Shown>,
    /// The person's own messages, as they stand in the chat.
    own: BTreeMap<i64, String>,
}

/// Everybody's phones.
#[derive(Default)]
pub(crate) struct Phones(HashMap<ChatId, Phone>);

impl Phones {
    /// Shows a message, in the place of another where that is still there; `None` where it is not.
    pub(crate) fn show(&mut self, chat: ChatId, message: &Message, replace: Option<i64>) -> Option<i64> {
        check_limits(message);
        let phone = self.0.entry(chat).or_default();
        // What comes with a file never takes the place of something else.
        let Some(replaced) = replace.filter(|_| message.file.is_none()) else {
            phone.last += 1;
            phone.messages.push(Shown { id: phone.last, message: message.clone() });
            return Some(phone.last);
        };
        let place = phone.messages.iter_mut().find(|shown| shown.id == replaced)?;
        phone.past.push(place.clone());
        place.message = message.clone();
        Some(replaced)
    }

    /// A person's own message takes a number too.
    pub(crate) fn sent(&mut self, chat: ChatId, said: &str) -> i64 {
        let phone = self.0.entry(chat).or_default();
        phone.last += 1;
        phone.own.insert(phone.last, said.to_owned());
        phone.last
    }

    /// The number of the person's latest message.
    pub(crate) fn last_sent(&self, chat: ChatId) -> Option<i64> {
        self.0.get(&chat)?.own.keys().next_back().copied()
    }

    /// Messages go from a chat, whoever sent them; nobody can press what is gone.
    pub(crate) fn remove(&mut self, chat: ChatId, messages: &[i64]) {
        let phone = self.0.entry(chat).or_default();
        phone.messages.retain(|shown| !messages.contains(&shown.id));
        phone.past.retain(|shown| !messages.contains(&shown.id));
        phone.own.retain(|id, _| !messages.contains(id));
    }

    /// What stands in a chat: the first line of each message and its buttons, whoever sent it.
    pub(crate) fn standing(&self, chat: ChatId) -> Vec<String> {
        let Some(phone) = self.0.get(&chat) else { return Vec::new() };
        let mut lines: BTreeMap<i64, String> = phone
            .own
            .iter()
            .map(|(&id, said)| (id, format!("  > {}", said.lines().next().unwrap_or_default())))
            .collect();
        for shown in &phone.messages {
            let first = drawn(&shown.message).into_iter().next().unwrap_or_default();
            let buttons = shown.message.rows.iter().flatten().count();
            lines.insert(shown.id, format!("{first} ({buttons} buttons)"));
        }
        lines.into_values().collect()
    }

    /// The newest message of a chat.
    pub(crate) fn newest(&self, chat: ChatId) -> Option<&Shown> {
        self.0.get(&chat)?.messages.last()
    }

    /// The newest button whose label is, or else holds, `label`, on a message that holds `on`.
    pub(crate) fn button(&self, chat: ChatId, label: &str, on: &str) -> Option<Found> {
        find(self.0.get(&chat)?.messages.iter().rev(), label, on)
    }

    /// The newest such button that is no longer on the newest message, or stood where something else stands today.
    pub(crate) fn old_button(&self, chat: ChatId, label: &str) -> Option<Found> {
        let phone = self.0.get(&chat)?;
        let before = phone.messages.iter().rev().skip(1);
        find(phone.past.iter().rev().chain(before), label, "")
    }
}

fn find<'a>(messages: impl Iterator<Item = &'a Shown> + Clone, label: &str, on: &str) -> Option<Found> {
    let is = |key: &Key| key.label == label;
    let says = |key: &Key| bare(&key.label) == bare(label);
    let holds = |key: &Key| key.label.contains(label);
    for message in messages.filter(|shown| shown.message.text.contains(on)) {
        let keys = || message.message.rows.iter().flatten();
        // Guests are listed by room and name; under another name the room is the same.
        let room =
            |key: &Key| label.split_once(" · ").is_some_and(|(room, _)| key.label.starts_with(&format!("{room} · ")));
        if let Some(key) = keys()
            .find(|key| is(key))
            .or_else(|| keys().find(|key| says(key)))
            .or_else(|| keys().find(|key| holds(key)))
            .or_else(|| keys().find(|key| room(key)))
        {
            let types = message.message.share_location.is_some();
            let is_text = message.message.picture.is_none() && message.message.file.is_none() && !types;
            return Some(Found { on: message.id, key: key.clone(), is_text, types });
        }
    }
    None
}

/// A label without the symbols around its words.
fn bare(label: &str) -> &str {
    label.trim_matches(|c: char| !c.is_alphanumeric())
}

fn check_limits(message: &Message) {
    let length = spans(&message.text).0.encode_utf16().count();
    let most = if message.picture.is_some() { CAPTION_MAX } else { TEXT_MAX };
    let least = usize::from(message.file.is_none());
    assert!((least..=most).contains(&length), "a text of {length} code units: {}", message.text);
    for key in message.rows.iter().flatten() {
        assert!((1..=DATA_MAX).contains(&key.data.len()), "the data of the button {} is too long", key.label);
        assert!(!key.label.trim().is_empty(), "a button says nothing in: {}", message.text);
    }
}

/// A message as a script writes it.
pub(crate) fn drawn(message: &Message) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(picture) = message.picture {
        lines.push(format!("(picture {})", picture.name()));
    }
    if let Some(file) = &message.file {
        lines.push(format!("({} {})", if file.is_picture { "picture" } else { "file" }, file.name));
    }
    let text = message.text.replace(['⟦', '⟧'], "*").replace(['⟪', '⟫'], "`");
    lines.extend(text.lines().map(str::to_owned));
    lines.extend(message.share_location.iter().map(|label| format!("[[{label}]]")));
    for row in &message.rows {
        lines.push(row.iter().map(|key| format!("[{}]", key.label)).collect::<Vec<_>>().join(" "));
    }
    lines.into_iter().map(|line| if line.is_empty() { line } else { format!("  {line}") }).collect()
}
