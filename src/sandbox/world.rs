//! What a sandbox is made of before anything happens: the bot, the people, the groups. It holds no messages.

use serde::{Deserialize, Serialize};

/// Everything that exists when a sandbox starts.
#[derive(Clone, Serialize, Deserialize)]
pub struct World {
    /// The bot's token, as in `/bot<token>/sendMessage`.
    pub token: String,
    /// The bot's own account.
    pub bot: BotUser,
    /// People who could talk to the bot; none has spoken yet.
    pub people: Vec<Person>,
    /// Groups that the bot is already in.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Handed to the web page untouched: phones and the chapters of the tour.
    #[serde(default)]
    pub page: serde_json::Value,
    /// Files that the page offers to send.
    #[serde(default)]
    pub specimens: Vec<Specimen>,
    /// Whether the published rate limits are enforced.
    #[serde(default)]
    pub pace: Pace,
}

/// A file that people in this world have at hand, so that nobody who tries the page needs one of their own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Specimen {
    /// Its file name, by which acts and tours call it.
    pub name: String,
    /// What the page calls it, in several languages; its name if there is none.
    #[serde(default)]
    pub label: serde_json::Value,
    /// The file itself, which whoever starts the world hands in; one without bytes is not offered.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// The bot's account, the source of `getMe`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BotUser {
    /// User id, positive.
    pub id: i64,
    /// The name people see until `setMyName`.
    pub first_name: String,
    /// Without the `@`; ends in `bot`.
    pub username: String,
}

/// A pretend person with a phone.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    /// User id and private chat id, positive.
    pub id: i64,
    /// Always present, as Telegram demands.
    pub first_name: String,
    /// Family name, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Without the `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// IETF tag of the phone's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
}

/// A group chat; its first member is the owner.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Group {
    /// Chat id, negative.
    pub id: i64,
    /// The group's name.
    pub title: String,
    /// Basic group or supergroup.
    #[serde(default)]
    pub kind: GroupKind,
    /// Whether the supergroup has topics.
    #[serde(default)]
    pub forum: bool,
    /// People in it, by user id, without the bot.
    pub members: Vec<i64>,
    /// Whether the bot is an administrator, which ends its privacy mode there.
    #[serde(default)]
    pub bot_is_admin: bool,
}

/// The two sizes of group that Telegram has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupKind {
    /// A basic group; it can become a supergroup under another id.
    #[default]
    Group,
    /// A supergroup; it may have topics.
    Supergroup,
}

/// Whether calls are refused with 429 at the published rates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pace {
    /// As fast as the caller likes.
    #[default]
    Off,
    /// 30 messages a second in all, one a second in a chat with short bursts, 20 a minute in a group.
    Published,
}
