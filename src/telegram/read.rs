//! A raw update as something a person did. Reads only the fields that matter, so that a field or a kind of update that
//! Telegram adds later breaks nothing and no update is lost for want of understanding.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::value::RawValue;

use crate::{
    chat::{Incoming, OddKind, Pressed, SentFile, What},
    domain::id::{ChatId, UserId},
    store::Arrived,
};

#[derive(Deserialize)]
struct Update {
    #[serde(rename = "update_id")]
    id: i64,
    message: Option<Message>,
    edited_message: Option<Message>,
    callback_query: Option<CallbackQuery>,
    my_chat_member: Option<ChatMemberUpdated>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "message_id")]
    id: i64,
    from: Option<User>,
    chat: Chat,
    text: Option<String>,
    location: Option<Location>,
    contact: Option<Contact>,
    migrate_to_chat_id: Option<i64>,
    #[serde(default)]
    photo: Vec<PhotoSize>,
    document: Option<Document>,
    media_group_id: Option<String>,
    sticker: Option<IgnoredAny>,
    dice: Option<IgnoredAny>,
    voice: Option<IgnoredAny>,
    audio: Option<IgnoredAny>,
    video: Option<IgnoredAny>,
    video_note: Option<IgnoredAny>,
    animation: Option<IgnoredAny>,
    #[serde(rename = "pinned_message")]
    pinned: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct PhotoSize {
    file_id: String,
    #[serde(default)]
    width: i64,
    file_size: Option<i64>,
}

#[derive(Deserialize)]
struct Document {
    file_id: String,
    mime_type: Option<String>,
    file_name: Option<String>,
    file_size: Option<i64>,
}

impl Document {
    /// Whether it says that it is a picture or a page; what it is, its bytes tell.
    fn says_picture(&self) -> bool {
        const ENDINGS: [&str; 8] = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".pdf", ".jfif"];
        let mime = self.mime_type.as_deref().unwrap_or_default();
        let name = self.file_name.as_deref().unwrap_or_default().to_ascii_lowercase();
        mime.starts_with("image/") || mime == "application/pdf" || ENDINGS.iter().any(|ending| name.ends_with(ending))
    }
}

#[derive(Deserialize)]
struct User {
    id: i64,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
}

#[derive(Deserialize)]
struct Location {
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
struct Contact {
    user_id: Option<i64>,
}

#[derive(Deserialize)]
struct CallbackQuery {
    id: String,
    from: User,
    message: Option<PressedMessage>,
    data: Option<String>,
}

#[derive(Deserialize)]
struct PressedMessage {
    message_id: i64,
    chat: Chat,
    text: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct ChatMemberUpdated {
    chat: Chat,
    from: User,
    new_chat_member: ChatMember,
}

#[derive(Deserialize)]
struct ChatMember {
    status: String,
}

impl Update {
    /// The chat in whose order the update is handled.
    fn chat(&self) -> i64 {
        let message = self.message.as_ref().or(self.edited_message.as_ref()).map(|message| message.chat.id);
        let pressed = || {
            let query = self.callback_query.as_ref()?;
            Some(query.message.as_ref().map_or(query.from.id, |message| message.chat.id))
        };
        let member = || Some(self.my_chat_member.as_ref()?.chat.id);
        message.or_else(pressed).or_else(member).unwrap_or(0)
    }
}

/// What the inbox must know of a raw update. An update that does not read belongs to no chat; one without even a
/// number cannot be kept.
pub(super) fn arrived(raw: &RawValue) -> Option<Arrived> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    let raw = raw.get();
    let (update_id, chat) = match serde_json::from_str::<Update>(raw) {
        Ok(update) => (update.id, update.chat()),
        Err(_) => (serde_json::from_str::<Numbered>(raw).ok()?.update_id, 0),
    };
    Some(Arrived { update_id, chat: ChatId(chat), raw: raw.to_owned() })
}

/// What a person did. The error does not quote the update.
pub(super) fn incoming(arrived: &Arrived) -> anyhow::Result<Incoming> {
    let update: Update = serde_json::from_str(&arrived.raw).map_err(|error| {
        anyhow::anyhow!("the update does not read: {:?} at column {}", error.classify(), error.column())
    })?;
    let nobody =
        Incoming { chat: arrived.chat, user: UserId(0), client_language: None, message: None, what: What::Nothing };
    let by = |user: User, message, what| Incoming {
        chat: arrived.chat,
        user: UserId(user.id),
        client_language: user.language_code,
        message,
        what,
    };
    Ok(match update {
        Update { message: Some(mut message), .. } => match message.from.take() {
            Some(user) => {
                let (id, what) = (message.id, said(message, user.id));
                by(user, Some(id), what)
            }
            None => nobody,
        },
        Update { edited_message: Some(message), .. } => match message.from {
            Some(user) => by(user, Some(message.id), What::Odd(OddKind::Edited)),
            None => nobody,
        },
        Update { callback_query: Some(query), .. } => {
            let pressed = Pressed {
                query: query.id,
                data: query.data.unwrap_or_default(),
                message: query.message.as_ref().map(|message| message.message_id),
                is_text: query.message.is_some_and(|message| message.text.is_some()),
            };
            by(query.from, None, What::Press(pressed))
        }
        Update { my_chat_member: Some(change), .. } => {
            let gone = matches!(change.new_chat_member.status.as_str(), "left" | "kicked");
            by(change.from, None, if gone { What::Left } else { What::Joined })
        }
        _ => nobody,
    })
}

fn said(message: Message, user: i64) -> What {
    let odd = What::Odd;
    if let Some(text) = message.text {
        return command(&text).unwrap_or(What::Text(text));
    }
    if let Some(Location { latitude, longitude }) = message.location {
        return What::Location { latitude, longitude };
    }
    // Telegram offers a photo in several sizes; the largest can be read best.
    if let Some(largest) = message.photo.iter().max_by_key(|size| size.width) {
        return What::File(SentFile {
            message: message.id,
            file: largest.file_id.clone(),
            size: largest.file_size,
            is_picture: true,
            album: message.media_group_id,
        });
    }
    match message {
        Message { migrate_to_chat_id: Some(to), .. } => What::Migrated(ChatId(to)),
        Message { contact: Some(contact), .. } if contact.user_id == Some(user) => odd(OddKind::OwnContact),
        Message { contact: Some(_), .. } => odd(OddKind::OtherContact),
        Message { animation: Some(_), .. } | Message { video: Some(_), .. } | Message { video_note: Some(_), .. } => {
            odd(OddKind::Video)
        }
        Message { document: Some(document), id, media_group_id: album, .. } => What::File(SentFile {
            message: id,
            is_picture: document.says_picture(),
            file: document.file_id,
            size: document.file_size,
            album,
        }),
        Message { sticker: Some(_), .. } | Message { dice: Some(_), .. } => odd(OddKind::Sticker),
        Message { voice: Some(_), .. } | Message { audio: Some(_), .. } => odd(OddKind::Voice),
        Message { pinned: Some(_), .. } => What::Nothing,
        _ => odd(OddKind::Other),
    }
}

/// `/name` or `/name@bot`, the name in lower case, and what stands behind it.
fn command(text: &str) -> Option<What> {
    let (first, argument) = text.strip_prefix('/')?.split_once(char::is_whitespace).unwrap_or((&text[1..], ""));
    let name = first.split('@').next().unwrap_or(first).to_ascii_lowercase();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then(|| What::Command { name, argument: argument.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Incoming {
        let raw = RawValue::from_string(json.to_owned()).unwrap();
        incoming(&arrived(&raw).unwrap()).unwrap()
    }

    fn message(fields: &str) -> What {
        let from =
            r#""from":{"id":7,"is_bot":false,"first_name":"S","language_code":"km"},"chat":{"id":7,"type":"private"}"#;
        read(&format!(r#"{{"update_id":1,"message":{{"message_id":9,"date":1,{from},{fields}}}}}"#)).what
    }

    #[test]
    fn each_kind_of_message_is_known() {
        assert!(
            message(r#""text":"/Report@Snaknov_bot now""#)
                == What::Command { name: "report".into(), argument: "now".into() }
        );
        assert!(message(r#""text":"/ 5""#) == What::Text("/ 5".into()));
        assert!(message(r#""text":"សុខ""#) == What::Text("សុខ".into()));
        assert!(
            message(r#""location":{"latitude":11.5,"longitude":104.9}"#)
                == What::Location { latitude: 11.5, longitude: 104.9 }
        );
        let odd = What::Odd;
        let file = |file: &str, is_picture| {
            What::File(SentFile { message: 9, file: file.into(), size: Some(5), is_picture, album: Some("3".into()) })
        };
        let photo = r#""photo":[{"file_id":"s","width":90},{"file_id":"y","width":1280,"file_size":5}]"#;
        assert!(message(&format!(r#"{photo},"caption":"x","media_group_id":"3""#)) == file("y", true));
        let document =
            |more| message(&format!(r#""document":{{"file_id":"d","file_size":5{more}}},"media_group_id":"3""#));
        assert!(document(r#","mime_type":"image/heic""#) == file("d", true));
        assert!(document(r#","file_name":"Page.PDF""#) == file("d", true));
        assert!(document(r#","file_name":"guests.xlsx""#) == file("d", false));
        assert!(message(r#""animation":{},"document":{"file_id":"d"}"#) == odd(OddKind::Video));
        assert!(message(r#""contact":{"phone_number":"1","first_name":"x","user_id":7}"#) == odd(OddKind::OwnContact));
        assert!(
            message(r#""contact":{"phone_number":"1","first_name":"x","user_id":8}"#) == odd(OddKind::OtherContact)
        );
        assert!(message(r#""checklist":{}"#) == odd(OddKind::Other));
        assert!(message(r#""migrate_to_chat_id":-1005"#) == What::Migrated(ChatId(-1005)));
    }

    #[test]
    fn an_update_of_a_kind_that_does_not_exist_yet_is_nothing_and_an_unreadable_one_is_an_error() {
        assert!(read(r#"{"update_id":5,"telepathy":{"from":1}}"#).what == What::Nothing);
        let raw = RawValue::from_string(r#"{"update_id":5,"message":{"message_id":"SECRET"}}"#.into()).unwrap();
        let arrived = arrived(&raw).unwrap();
        assert_eq!((arrived.update_id, arrived.chat), (5, ChatId(0)));
        assert!(!incoming(&arrived).unwrap_err().to_string().contains("SECRET"));
    }
}
