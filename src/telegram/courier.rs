//! The courier that carries messages over the Bot API.

use std::{borrow::Cow, collections::HashMap, sync::Mutex, time::Duration};

use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde_json::{Value, json};
use teloxide::{
    payloads::{
        AnswerCallbackQuery, AnswerCallbackQuerySetters, DeleteMessage, EditMessageText, EditMessageTextSetters,
        SendMessage, SendMessageSetters,
    },
    types::{self, CallbackQueryId, LinkPreviewOptions, ThreadId},
};

use crate::{
    delivery::{Courier, Failure, Place},
    domain::id::ChatId,
    text::{Attachment, Message, Picture},
};

use super::{api::Api, draw, fault::ApiFault};

/// Carries messages over the Bot API.
pub struct TelegramCourier {
    api: Api,
    /// The identifiers under which Telegram has pictures that were uploaded. Lost at a restart: uploaded again.
    uploaded: Mutex<HashMap<Picture, String>>,
}

#[derive(Deserialize)]
struct Shown {
    message_id: i64,
    #[serde(default)]
    photo: Vec<PhotoSize>,
}

#[derive(Deserialize)]
struct PhotoSize {
    file_id: String,
}

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

/// Bytes of a file that a bot can fetch, at most (Bot API, `getFile`).
const FILE_MAX: usize = 20 * 1024 * 1024;

/// UTF-16 code units of a caption, at most (Bot API, `sendDocument`).
const LONGEST_CAPTION: usize = 1024;

fn message_id(id: i64) -> types::MessageId {
    types::MessageId(i32::try_from(id).unwrap_or(i32::MAX))
}

impl TelegramCourier {
    /// A courier over an API.
    pub fn new(api: Api) -> Self {
        Self { api, uploaded: Mutex::default() }
    }

    async fn send_text(&self, place: Place, message: &Message) -> Result<i64, ApiFault> {
        let (text, entities) = draw::text(message);
        let mut payload = SendMessage::new(types::ChatId(place.chat.0), text)
            .entities(entities)
            .protect_content(message.protected)
            .link_preview_options(NO_PREVIEW);
        payload.message_thread_id = place.topic.map(|topic| ThreadId(message_id(topic)));
        payload.reply_markup = draw::keyboard(message);
        Ok(self.api.call::<_, Shown>(&payload).await?.message_id)
    }

    async fn edit_text(&self, chat: ChatId, message: &Message, replaced: i64) -> Result<i64, ApiFault> {
        let (text, entities) = draw::text(message);
        let payload = EditMessageText::new(types::ChatId(chat.0), message_id(replaced), text)
            .entities(entities)
            .link_preview_options(NO_PREVIEW)
            .reply_markup(draw::inline(message));
        match self.api.call::<_, Shown>(&payload).await {
            Ok(shown) => Ok(shown.message_id),
            Err(fault) if fault.is_not_modified() => Ok(replaced),
            Err(fault) => Err(fault),
        }
    }

    /// Uploads a picture once, and refers to it afterwards.
    async fn send_picture(&self, place: Place, message: &Message, picture: Picture) -> Result<i64, ApiFault> {
        let mut body = captioned(place, message);
        let known = self.uploaded.lock().ok().and_then(|uploaded| uploaded.get(&picture).cloned());
        if let Some(file) = known {
            body["photo"] = json!(file);
            match self.api.call_json::<Shown>("sendPhoto", &body, Duration::from_secs(30)).await {
                Err(ApiFault::Refused { description, .. }) if description.contains("file") => {}
                shown => return Ok(shown?.message_id),
            }
        }
        let shown: Shown =
            self.api.call_form("sendPhoto", form(&body, "photo", picture.name(), picture.bytes())).await?;
        if let (Some(largest), Ok(mut uploaded)) = (shown.photo.last(), self.uploaded.lock()) {
            uploaded.insert(picture, largest.file_id.clone());
        }
        Ok(shown.message_id)
    }

    /// Sends a file with the text as its caption. A text too long for one follows as a message of its own, which then has
    /// the buttons and stands for both; should it fail, both are tried again, and the file may arrive twice.
    async fn send_file(&self, place: Place, message: &Message, file: &Attachment) -> Result<i64, ApiFault> {
        let is_caption = draw::text(message).0.encode_utf16().count() <= LONGEST_CAPTION;
        let body = if is_caption { captioned(place, message) } else { addressed(place, message) };
        let (method, field) = if file.is_picture { ("sendPhoto", "photo") } else { ("sendDocument", "document") };
        let shown: Shown = self.api.call_form(method, form(&body, field, &file.name, file.bytes.clone())).await?;
        if is_caption { Ok(shown.message_id) } else { self.send_text(place, message).await }
    }
}

/// Where a file goes.
fn addressed(place: Place, message: &Message) -> Value {
    let mut body = json!({ "chat_id": place.chat.0, "protect_content": message.protected });
    if let Some(topic) = place.topic {
        body["message_thread_id"] = json!(topic);
    }
    body
}

/// Where a file goes, and what stands below it.
fn captioned(place: Place, message: &Message) -> Value {
    let (caption, entities) = draw::text(message);
    let mut body = addressed(place, message);
    body["caption"] = json!(caption);
    body["caption_entities"] = json!(entities);
    if let Some(keyboard) = draw::keyboard(message) {
        body["reply_markup"] = json!(keyboard);
    }
    body
}

/// The fields of a call beside a file's bytes; everything that is not text is written as JSON (Bot API).
fn form(body: &Value, field: &'static str, name: &str, bytes: impl Into<Cow<'static, [u8]>>) -> Form {
    let fields = body.as_object().into_iter().flatten().filter(|(name, _)| *name != field);
    let form = fields.fold(Form::new(), |form, (name, value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        form.text(name.clone(), text)
    });
    form.part(field, Part::bytes(bytes).file_name(name.to_owned()))
}

impl Courier for TelegramCourier {
    async fn show(&self, place: Place, message: &Message, replace: Option<i64>) -> Result<i64, Failure> {
        let editable = message.file.is_none() && message.picture.is_none() && message.share_location.is_none();
        let shown = match (replace, &message.file, message.picture) {
            (Some(replaced), ..) if editable => self.edit_text(place.chat, message, replaced).await,
            (_, Some(file), _) => self.send_file(place, message, file).await,
            (_, None, Some(picture)) => self.send_picture(place, message, picture).await,
            (_, None, None) => self.send_text(place, message).await,
        };
        Ok(shown?)
    }

    async fn answer(&self, query: &str, text: Option<&str>, alert: bool) -> Result<(), Failure> {
        let mut payload = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned())).show_alert(alert);
        payload.text = text.map(str::to_owned);
        self.api.call::<_, bool>(&payload).await?;
        Ok(())
    }

    async fn remove_all(&self, chat: ChatId, messages: &[i64]) -> Result<(), Failure> {
        if messages.is_empty() {
            return Ok(());
        }
        let body = json!({ "chat_id": chat.0, "message_ids": messages });
        match self.api.call_json::<bool>("deleteMessages", &body, Duration::from_secs(30)).await.map_err(Failure::from)
        {
            Err(Failure::Refused(_)) => {}
            removed => return removed.map(drop),
        }
        // One that is too old keeps all of them; the others go one by one.
        for &message in messages {
            match self.remove(chat, message).await {
                Ok(()) | Err(Failure::Refused(_)) => {}
                failed => return failed,
            }
        }
        Ok(())
    }

    async fn fetch(&self, file: &str) -> Result<Vec<u8>, Failure> {
        #[derive(Deserialize)]
        struct Found {
            file_path: Option<String>,
        }
        let body = json!({ "file_id": file });
        let found: Found = self.api.call_json("getFile", &body, Duration::from_secs(30)).await?;
        let path = found.file_path.ok_or_else(|| Failure::Refused("the file has no path".into()))?;
        Ok(self.api.fetch(&path, FILE_MAX).await?)
    }

    async fn remove(&self, chat: ChatId, message: i64) -> Result<(), Failure> {
        let payload = DeleteMessage::new(types::ChatId(chat.0), message_id(message));
        self.api.call::<_, bool>(&payload).await?;
        Ok(())
    }
}
