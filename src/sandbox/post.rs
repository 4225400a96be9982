//! What a person can send besides text, as data, and the message fields that it becomes.

use axum::body::Bytes;
use serde_json::{Map, Value, json};

use super::entities::{Formatted, typed};
use super::files::media_json;
use super::message::Body;
use super::people::{Incoming, Refused};
use super::pictures::{self, Scaled};
use super::state::State;

/// Something to send, and around it what any message may have.
#[derive(Clone, Debug)]
pub struct Post {
    /// The thing itself.
    pub content: Content,
    /// Words under a photo, document, video, audio, voice or animation.
    pub caption: Option<String>,
    /// Messages of one album carry the same.
    pub media_group_id: Option<String>,
    /// The message answered.
    pub reply_to: Option<i64>,
    /// The topic of a forum.
    pub thread: Option<i64>,
    /// A photo in high quality, up to 2560 pixels instead of 1280.
    pub fine: bool,
}

/// The kinds of thing that people send.
#[derive(Clone, Debug)]
pub enum Content {
    /// Plain words; use it to answer a message or write in a topic.
    Text(String),
    /// A point, degrees.
    Location {
        /// -90 to 90.
        latitude: f64,
        /// -180 to 180.
        longitude: f64,
    },
    /// A named place, degrees.
    Venue {
        /// -90 to 90.
        latitude: f64,
        /// -180 to 180.
        longitude: f64,
        /// Its name.
        title: String,
        /// Where it is, in words.
        address: String,
    },
    /// A phone number; `user_id` is set when it is someone on Telegram, as after pressing "share my number".
    Contact {
        /// Digits, as Telegram gives them.
        phone_number: String,
        /// The contact's name.
        first_name: String,
        /// The contact's account.
        user_id: Option<i64>,
    },
    /// A picture, a JPEG, PNG or WebP: the phone scales it down and sends a JPEG without metadata.
    Photo(Vec<u8>),
    /// A file.
    Document {
        /// File name.
        name: String,
        /// MIME type.
        mime: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A sticker, by its emoji.
    Sticker(String),
    /// A voice message.
    Voice(Vec<u8>),
    /// A piece of music.
    Audio(Vec<u8>),
    /// A video.
    Video(Vec<u8>),
    /// A round video.
    VideoNote(Vec<u8>),
    /// A silent film.
    Animation(Vec<u8>),
    /// A die with this value, 1-6.
    Dice(u8),
    /// A poll with a question.
    Poll(String),
    /// Any other field of `Message` with its value, for kinds not listed here.
    Other(String, Value),
}

impl From<Content> for Post {
    fn from(content: Content) -> Self {
        Self { content, caption: None, media_group_id: None, reply_to: None, thread: None, fine: false }
    }
}

impl Post {
    /// A picture with words under it.
    pub fn photo(bytes: Vec<u8>, caption: Option<&str>) -> Self {
        Self { caption: caption.map(str::to_owned), ..Content::Photo(bytes).into() }
    }

    /// A file.
    pub fn document(name: &str, mime: &str, bytes: Vec<u8>) -> Self {
        Content::Document { name: name.to_owned(), mime: mime.to_owned(), bytes }.into()
    }

    /// Words answering `message`.
    pub fn reply(message: i64, text: &str) -> Self {
        Self { reply_to: Some(message), ..Content::Text(text.to_owned()).into() }
    }

    /// The same as part of the album `id`.
    #[must_use]
    pub fn in_album(self, id: &str) -> Self {
        Self { media_group_id: Some(id.to_owned()), ..self }
    }

    /// The same in a topic of a forum.
    #[must_use]
    pub fn in_topic(self, thread: i64) -> Self {
        Self { thread: Some(thread), ..self }
    }

    /// What the phone does before it sends, which takes time: pictures are scaled. A photo that is no picture is refused.
    pub(super) fn ready(self) -> Result<Ready, Refused> {
        let pictures = match &self.content {
            Content::Photo(bytes) => pictures::sizes(bytes, self.fine)?,
            Content::Document { bytes, .. } => pictures::thumbnail(bytes).into_iter().collect(),
            _ => Vec::new(),
        };
        Ok(Ready { post: self, pictures })
    }
}

/// A post whose pictures are scaled: the sizes of a photo, or the thumbnail of a file.
pub(super) struct Ready {
    post: Post,
    pictures: Vec<Scaled>,
}

impl Ready {
    pub(super) fn in_album(self, id: &str) -> Self {
        Self { post: self.post.in_album(id), ..self }
    }
}

/// The items of one album, ready: 2 to 10, photos and videos together, files and music each with their own kind.
pub(super) fn album(items: Vec<Post>) -> Result<Vec<Ready>, Refused> {
    let kind = |post: &Post| match post.content {
        Content::Photo(_) | Content::Video(_) => Some("picture"),
        Content::Document { .. } => Some("document"),
        Content::Audio(_) => Some("audio"),
        _ => None,
    };
    if !(2..=10).contains(&items.len()) {
        return Err(format!("an album has 2-10 items, not {}", items.len()));
    }
    if items.iter().any(|item| kind(item).is_none() || kind(item) != kind(&items[0])) {
        return Err("an album has photos and videos, or files, or music".to_owned());
    }
    items.into_iter().map(Post::ready).collect()
}

impl State {
    /// The next album's `media_group_id`, digits as real ones are.
    pub(super) fn new_album(&mut self, now: i64) -> String {
        self.albums += 1;
        (now.wrapping_shl(23) + self.albums).to_string()
    }

    pub(super) fn post(&mut self, user: i64, chat: i64, ready: Ready, now: i64) -> Result<i64, Refused> {
        let Ready { post: Post { content, caption, media_group_id, reply_to, thread, fine: _ }, pictures } = ready;
        let mut body = self.body_of(content, pictures);
        if let Some(caption) = caption {
            if !body.takes_caption() {
                return Err("this has no caption".to_owned());
            }
            body.words = typed(&caption);
        }
        if body.is_text() && body.words.text.is_empty() {
            return Err("a message has a text".to_owned());
        }
        let extra = media_group_id.map(|id| ("media_group_id".to_owned(), Value::String(id))).into_iter().collect();
        self.arrive(user, chat, Incoming { body, reply_to, thread, extra }, now)
    }

    fn body_of(&mut self, content: Content, mut pictures: Vec<Scaled>) -> Body {
        let (name, value) = match content {
            Content::Text(text) => return Body::text(typed(&text)),
            Content::Location { latitude, longitude } => {
                ("location", json!({ "latitude": latitude, "longitude": longitude }))
            }
            Content::Venue { latitude, longitude, title, address } => {
                let location = json!({ "latitude": latitude, "longitude": longitude });
                let venue = json!({ "location": location, "title": title, "address": address });
                let media = Map::from_iter([("location".to_owned(), location), ("venue".to_owned(), venue)]);
                return Body { words: Formatted::default(), media };
            }
            Content::Contact { phone_number, first_name, user_id } => {
                let mut contact = json!({ "phone_number": phone_number, "first_name": first_name });
                if let Some(id) = user_id {
                    contact["user_id"] = json!(id);
                }
                ("contact", contact)
            }
            Content::Photo(_) => ("photo", self.files.keep_photo(pictures)),
            Content::Document { name, mime, bytes } => {
                let (id, stored) = self.files.keep_document(&name, &mime, Bytes::from(bytes), pictures.pop());
                ("document", media_json(&id, &stored))
            }
            Content::Sticker(emoji) => {
                let mut sticker = self.stored("sticker", None, None, b"RIFF".to_vec());
                sticker["emoji"] = json!(emoji);
                ("sticker", sticker)
            }
            Content::Voice(bytes) => ("voice", self.stored("voice", None, None, bytes)),
            Content::Audio(bytes) => ("audio", self.stored("audio", Some("audio.mp3"), None, bytes)),
            Content::Video(bytes) => ("video", self.stored("video", Some("video.mp4"), None, bytes)),
            Content::VideoNote(bytes) => ("video_note", self.stored("video_note", None, None, bytes)),
            Content::Animation(bytes) => {
                let animation = self.stored("animation", Some("animation.mp4"), None, bytes);
                // The Bot API repeats an animation as a document, "for backward compatibility".
                let media =
                    Map::from_iter([("animation".to_owned(), animation.clone()), ("document".to_owned(), animation)]);
                return Body { words: Formatted::default(), media };
            }
            Content::Dice(value) => ("dice", json!({ "emoji": "🎲", "value": value.clamp(1, 6) })),
            Content::Poll(question) => ("poll", poll(&question)),
            Content::Other(name, value) => {
                return Body { words: Formatted::default(), media: Map::from_iter([(name, value)]) };
            }
        };
        Body { words: Formatted::default(), media: Map::from_iter([(name.to_owned(), value)]) }
    }

    fn stored(&mut self, kind: &'static str, name: Option<&str>, mime: Option<&str>, bytes: Vec<u8>) -> Value {
        let (id, stored) = self.files.keep(kind, name, mime, Bytes::from(bytes));
        media_json(&id, &stored)
    }
}

fn poll(question: &str) -> Value {
    let option = |text: &str| json!({ "text": text, "voter_count": 0 });
    json!({
        "id": "5000000000000000001",
        "question": question,
        "options": [option("1"), option("2")],
        "total_voter_count": 0,
        "is_closed": false,
        "is_anonymous": true,
        "type": "regular",
        "allows_multiple_answers": false,
    })
}
