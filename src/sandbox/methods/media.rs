//! Methods with files: photos, documents, albums, `getFile`. A file arrives uploaded or as the id of one already here.

use axum::body::Bytes;
use serde_json::{Map, Value, json};

use super::super::entities::Formatted;
use super::super::files::{LARGEST_DOWNLOAD, media_json, whole};
use super::super::formats::dimensions;
use super::super::message::Body;
use super::super::params::Upload;
use super::super::reply::{Answer, ApiError};
use super::Call;
use super::send::caption_of;

const LARGEST_PHOTO: usize = 10 << 20;
const LARGEST_FILE: usize = 50 << 20;

impl Call<'_> {
    /// The `Document`, `PhotoSize`s ... of what was passed as `source`: an upload, `attach://name` or a file id.
    fn file(&mut self, kind: &'static str, source: &str, upload: Option<Upload>) -> Result<Value, ApiError> {
        let upload = match source.strip_prefix("attach://") {
            Some(name) => {
                let attached = self.params.uploads.get(name).cloned();
                Some(attached.ok_or_else(|| ApiError::breach(&format!("file \"{name}\" is not attached")))?)
            }
            None => upload,
        };
        if let Some(upload) = upload {
            acceptable(kind, &upload.bytes)?;
            let (id, stored) = self.state.files.keep(kind, Some(&upload.name), upload.mime.as_deref(), upload.bytes);
            return Ok(media_json(&id, &stored));
        }
        if source.starts_with("http://") || source.starts_with("https://") {
            return Err(ApiError::bad("failed to get HTTP URL content"));
        }
        match self.state.files.get(source) {
            Some(stored) if stored.kind == kind => Ok(media_json(whole(source), stored)),
            Some(stored) => {
                Err(ApiError::bad(&format!("can't use file of type {} as {}", capital(stored.kind), capital(kind))))
            }
            None => {
                Err(ApiError::bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol"))
            }
        }
    }

    /// The file in parameter `kind`, and its caption.
    fn captioned(&mut self, kind: &'static str) -> Result<Body, ApiError> {
        let words = self.caption()?;
        let source = self.params.text(kind).unwrap_or_default();
        let upload = self.params.uploads.get(kind).cloned();
        if source.is_empty() && upload.is_none() {
            return Err(ApiError::breach(&format!("there is no {kind} in the request")));
        }
        let file = self.file(kind, &source, upload)?;
        Ok(Body { words, media: Map::from_iter([(kind.to_owned(), file)]) })
    }
}

fn capital(kind: &str) -> String {
    let mut chars = kind.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn acceptable(kind: &str, bytes: &Bytes) -> Result<(), ApiError> {
    if bytes.is_empty() {
        return Err(ApiError::breach("file must be non-empty"));
    }
    if kind != "photo" {
        return if bytes.len() > LARGEST_FILE { Err(ApiError::plain(413, "Request Entity Too Large")) } else { Ok(()) };
    }
    if bytes.len() > LARGEST_PHOTO {
        return Err(ApiError::breach("file is too big for a photo"));
    }
    let Some((width, height)) = dimensions(bytes) else { return Err(ApiError::breach("IMAGE_PROCESS_FAILED")) };
    let (short, long) = (width.min(height), width.max(height));
    if short == 0 || u64::from(width) + u64::from(height) > 10_000 || long / short > 20 {
        return Err(ApiError::breach("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}

fn shown_above(call: &mut Call<'_>) -> Map<String, Value> {
    let mut more = Map::new();
    for (parameter, field) in
        [("show_caption_above_media", "show_caption_above_media"), ("has_spoiler", "has_media_spoiler")]
    {
        if call.params.flag(parameter) {
            more.insert(field.to_owned(), json!(true));
        }
    }
    more
}

pub(super) fn photo(call: &mut Call<'_>) -> Answer {
    let to = call.sending(1)?;
    let body = call.captioned("photo")?;
    let more = shown_above(call);
    call.put(to, body, more).map(|m| m.json())
}

pub(super) fn document(call: &mut Call<'_>) -> Answer {
    let to = call.sending(1)?;
    let body = call.captioned("document")?;
    call.put(to, body, Map::new()).map(|m| m.json())
}

/// An `InputMedia...` as the body of a message.
pub(super) fn item(call: &mut Call<'_>, item: &Value) -> Result<Body, ApiError> {
    let text = |name: &str| item.get(name).and_then(Value::as_str);
    let kind = match text("type") {
        Some("photo") => "photo",
        Some("video") => "video",
        Some("audio") => "audio",
        Some("animation") => "animation",
        _ => "document",
    };
    let caption = text("caption").unwrap_or_default().to_owned();
    let words: Formatted = caption_of(caption, text("parse_mode"), item.get("caption_entities").cloned())?;
    let file = call.file(kind, text("media").unwrap_or_default(), None)?;
    Ok(Body { words, media: Map::from_iter([(kind.to_owned(), file)]) })
}

pub(super) fn group(call: &mut Call<'_>) -> Answer {
    let items = call.params.take("media").unwrap_or_default();
    let items: Vec<&Value> = items.as_array().into_iter().flatten().collect();
    if !(2..=10).contains(&items.len()) {
        return Err(ApiError::breach("media group must hold 2-10 items"));
    }
    let kind = |item: &Value| item.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let pictures = items.iter().filter(|i| matches!(kind(i).as_str(), "photo" | "video")).count();
    if pictures != items.len() && items.iter().any(|i| kind(i) != kind(items[0])) {
        return Err(ApiError::breach("documents and audio files can be grouped only with their own kind"));
    }
    let to = call.sending(items.len())?;
    let bodies = items.iter().map(|i| item(call, i)).collect::<Result<Vec<_>, _>>()?;
    let album = json!(format!("{}{:06}", call.now, call.state.seq % 1_000_000));
    let mut sent = Vec::with_capacity(bodies.len());
    for body in bodies {
        let more = Map::from_iter([("media_group_id".to_owned(), album.clone())]);
        sent.push(call.put(to.clone(), body, more)?.json());
    }
    Ok(format!("[{}]", sent.join(",")))
}

pub(super) fn get_file(call: &mut Call<'_>) -> Answer {
    let id = call.params.text("file_id").unwrap_or_default();
    if !call.state.files.is_ours(&id) {
        return Err(ApiError::bad("invalid file_id"));
    }
    let Some(stored) = call.state.files.get(&id) else {
        return Err(ApiError::bad("wrong file_id or the file is temporarily unavailable"));
    };
    if stored.bytes.len() > LARGEST_DOWNLOAD {
        return Err(ApiError::bad("file is too big"));
    }
    let path = stored.path.clone();
    let file =
        json!({ "file_id": id, "file_unique_id": stored.unique, "file_size": stored.bytes.len(), "file_path": path });
    call.state.files.link(&path, call.now);
    Ok(file.to_string())
}
