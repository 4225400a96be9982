//! Methods that send: text, places, contacts, and what all sendings share. Files are in `media`.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::super::entities::{Formatted, LONGEST_TEXT, formatted, utf16_len};
use super::super::markup::{self, Markup};
use super::super::message::{Body, Message};
use super::super::reply::{Answer, ApiError, done};
use super::Call;

const LONGEST_CAPTION: usize = 1024;

/// Where and how the next message goes, worked out before anything is changed.
#[derive(Clone)]
pub(super) struct Sending {
    pub(super) chat: i64,
    thread: Option<i64>,
    markup: Markup,
    extra: Map<String, Value>,
}

impl Call<'_> {
    /// The text and its entities, within the published length.
    pub(super) fn words(&mut self) -> Result<Formatted, ApiError> {
        let text = self.params.text("text").unwrap_or_default();
        let mode = self.params.text("parse_mode");
        let words = formatted(text, mode.as_deref(), self.params.take("entities"))?;
        match utf16_len(&words.text) {
            0 => Err(ApiError::breach("message text is empty")),
            length if length > LONGEST_TEXT => Err(ApiError::breach("message is too long")),
            _ => Ok(words),
        }
    }

    pub(super) fn caption(&mut self) -> Result<Formatted, ApiError> {
        let caption = self.params.text("caption").unwrap_or_default();
        let mode = self.params.text("parse_mode");
        caption_of(caption, mode.as_deref(), self.params.take("caption_entities"))
    }

    /// Checks destination, keyboard and reply, and lets the rate limits speak.
    pub(super) fn sending(&mut self, messages: usize) -> Result<Sending, ApiError> {
        let chat = self.reachable("chat_id")?;
        let mut thread = self.thread(chat)?;
        let answered = self.answered(chat)?;
        if let Some((_, of)) = &answered {
            thread = thread.or(*of);
        }
        let markup = markup::split(self.params.take("reply_markup"));
        if chat < 0 {
            markup::suits_group(markup.keyboard.as_ref())?;
        }
        let mut extra = Map::new();
        if thread.is_some() {
            extra.insert("is_topic_message".to_owned(), json!(true));
        }
        if self.params.flag("protect_content") {
            extra.insert("has_protected_content".to_owned(), json!(true));
        }
        if let Some(effect) = self.params.take("message_effect_id") {
            if chat < 0 {
                return Err(ApiError::breach("message effects can be used only in private chats"));
            }
            extra.insert("effect_id".to_owned(), effect);
        }
        if let Some((answered, _)) = answered {
            extra.insert("reply_to_message".to_owned(), answered);
        }
        self.state.meter.pass(chat, messages, self.millis).map_err(ApiError::too_many)?;
        Ok(Sending { chat, thread, markup, extra })
    }

    /// The message replied to, as `reply_to_message` shows it, and the topic it is in, where the reply goes as well.
    fn answered(&mut self, chat: i64) -> Result<Option<(Value, Option<i64>)>, ApiError> {
        let Some(reply) = self.params.take("reply_parameters") else { return Ok(None) };
        let elsewhere = reply.get("chat_id").and_then(Value::as_i64).filter(|id| *id != chat);
        let id = reply.get("message_id").and_then(Value::as_i64).unwrap_or(0);
        let Some(message) = self.chat(elsewhere.unwrap_or(chat))?.message(id) else {
            let lenient = reply.get("allow_sending_without_reply").and_then(Value::as_bool).unwrap_or(false);
            return if lenient { Ok(None) } else { Err(ApiError::bad("message to be replied not found")) };
        };
        let mut value = message.value();
        if let Value::Object(fields) = &mut value {
            fields.remove("reply_to_message");
        }
        Ok(Some((value, message.thread.filter(|_| elsewhere.is_none()))))
    }

    /// Puts the bot's message into the chat and shows it.
    pub(super) fn put(&mut self, to: Sending, body: Body, more: Map<String, Value>) -> Result<Arc<Message>, ApiError> {
        let bot = Arc::clone(&self.state.bot);
        let Some(mut message) = self.state.draft(to.chat, bot, self.now, body) else {
            return Err(ApiError::bad("chat not found"));
        };
        message.thread = to.thread;
        message.inline = to.markup.inline;
        message.keyboard = to.markup.keyboard;
        message.extra = to.extra;
        message.extra.extend(more);
        let message = Arc::new(message);
        self.state.keep_message(&message);
        self.state.emit_message("message", &message);
        Ok(message)
    }

    /// The whole of a plain sending.
    pub(super) fn send(&mut self, body: Body, more: Map<String, Value>) -> Answer {
        let to = self.sending(1)?;
        self.put(to, body, more).map(|m| m.json())
    }
}

pub(super) fn caption_of(caption: String, mode: Option<&str>, entities: Option<Value>) -> Result<Formatted, ApiError> {
    let words = formatted(caption, mode, entities)?;
    if utf16_len(&words.text) > LONGEST_CAPTION {
        return Err(ApiError::breach("message caption is too long"));
    }
    Ok(words)
}

pub(super) fn message(call: &mut Call<'_>) -> Answer {
    let words = call.words()?;
    let more = call.link_preview();
    call.send(Body::text(words), more)
}

impl Call<'_> {
    /// `link_preview_options` are shown in the message.
    pub(super) fn link_preview(&mut self) -> Map<String, Value> {
        self.params
            .take("link_preview_options")
            .map(|options| ("link_preview_options".to_owned(), options))
            .into_iter()
            .collect()
    }

    fn place(&mut self) -> Result<Value, ApiError> {
        let coordinate = |v: Option<&Value>| v.and_then(Value::as_f64).unwrap_or(f64::NAN);
        let latitude = coordinate(self.params.fields.get("latitude"));
        let longitude = coordinate(self.params.fields.get("longitude"));
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            return Err(ApiError::breach("wrong latitude or longitude specified"));
        }
        let mut place = json!({ "latitude": latitude, "longitude": longitude });
        for name in ["horizontal_accuracy", "live_period", "heading", "proximity_alert_radius"] {
            if let Some(value) = self.params.take(name) {
                place[name] = value;
            }
        }
        Ok(place)
    }

    fn taken(&mut self, names: &[&str]) -> Value {
        Value::Object(names.iter().filter_map(|name| Some(((*name).to_owned(), self.params.take(name)?))).collect())
    }
}

fn media(name: &str, value: Value) -> Body {
    Body { words: Formatted::default(), media: Map::from_iter([(name.to_owned(), value)]) }
}

pub(super) fn location(call: &mut Call<'_>) -> Answer {
    let place = call.place()?;
    let within = |name: &str, range: std::ops::RangeInclusive<i64>| {
        place.get(name).and_then(Value::as_i64).is_none_or(|n| range.contains(&n))
    };
    let accuracy = place.get("horizontal_accuracy").and_then(Value::as_f64).is_none_or(|n| (0.0..=1500.0).contains(&n));
    let live =
        within("live_period", 60..=86_400) || place.get("live_period").and_then(Value::as_i64) == Some(0x7FFF_FFFF);
    if !accuracy || !live || !within("heading", 1..=360) || !within("proximity_alert_radius", 1..=100_000) {
        return Err(ApiError::breach("a parameter of the location is outside its published range"));
    }
    call.send(media("location", place), Map::new())
}

pub(super) fn venue(call: &mut Call<'_>) -> Answer {
    let place = call.place()?;
    let mut venue =
        call.taken(&["title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type"]);
    venue["location"] = place.clone();
    let mut body = media("venue", venue);
    body.media.insert("location".to_owned(), place);
    call.send(body, Map::new())
}

pub(super) fn contact(call: &mut Call<'_>) -> Answer {
    let contact = call.taken(&["phone_number", "first_name", "last_name", "vcard"]);
    if contact["phone_number"].as_str().is_none_or(str::is_empty)
        || contact["first_name"].as_str().is_none_or(str::is_empty)
    {
        return Err(ApiError::breach("contact phone number and first name must be non-empty"));
    }
    if contact["vcard"].as_str().is_some_and(|v| v.len() > 2048) {
        return Err(ApiError::breach("vcard is too long"));
    }
    call.send(media("contact", contact), Map::new())
}

const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn chat_action(call: &mut Call<'_>) -> Answer {
    let chat = call.reachable("chat_id")?;
    call.thread(chat)?;
    let action = call.params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::breach("wrong parameter action in request"));
    }
    call.state.emit("action", chat, 0, || json!({ "chat": chat, "action": action }).to_string());
    done()
}
