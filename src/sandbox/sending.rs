//! What people send as bytes, asked for over HTTP: photos, files, albums whose siblings may come late. Only for this machine.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart};
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::act::{Done, int, text};
use super::hub::Hub;
use super::params::percent_decoded;
use super::people::Refused;
use super::post::{self, Content, Post, Ready};

/// An upload by a person is at most this large, albums too.
pub(super) const LARGEST_UPLOAD: usize = 128 << 20;
/// A sibling of an album comes at most so late.
const LONGEST_PAUSE_MILLIS: u64 = 60_000;

/// Something to send, and how long after what was sent before it.
struct Item {
    post: Post,
    pause: Duration,
}

/// `POST /sandbox/act` with a `do` of
///
/// - `photo` or `document`: the bytes are its `base64` or the world's `specimen` of that name; `name` and `mime` of a
///   document; `fine` for a photo of up to 2560 pixels; `caption`, `media_group_id`, `reply_to`, `thread`;
/// - `album`: `items`, a list of 2-10 of the same, each with a `kind` (`photo` unless said otherwise) and, if it comes
///   late, `pause_ms` after the one before; `pause_ms` beside `items` holds for all of them, `caption` for the first.
///
/// Answers `message_id`, or the `message_ids` and the `media_group_id` of an album, when the last one is sent.
pub(super) async fn act(hub: &Hub, what: &Value) -> Done {
    let (user, chat) = (int(what, "user")?, int(what, "chat")?);
    if what["do"] != "album" {
        let item = Item { post: described(hub, text(what, "do")?, what)?, pause: Duration::ZERO };
        return deliver(hub, user, chat, vec![item]).await;
    }
    let listed = what["items"].as_array().ok_or("\"items\" must be a list")?;
    let mut items = Vec::with_capacity(listed.len());
    for (index, each) in listed.iter().enumerate() {
        let mut post = described(hub, each["kind"].as_str().unwrap_or("photo"), each)?;
        let of_all = |name: &str| what[name].as_i64();
        (post.reply_to, post.thread) = (of_all("reply_to"), of_all("thread"));
        if index == 0 && post.caption.is_none() {
            post.caption = what["caption"].as_str().map(str::to_owned);
        }
        let millis = each["pause_ms"].as_u64().or(what["pause_ms"].as_u64().filter(|_| index > 0)).unwrap_or(0);
        items.push(Item { post, pause: Duration::from_millis(millis.min(LONGEST_PAUSE_MILLIS)) });
    }
    deliver_album(hub, user, chat, items).await
}

fn described(hub: &Hub, kind: &str, what: &Value) -> Result<Post, Refused> {
    let specimen = what["specimen"].as_str();
    let bytes = match (what["base64"].is_string(), specimen) {
        (true, None) => coded(what)?,
        (false, Some(name)) => hub.lock().specimens.bytes(name)?,
        _ => return Err("the bytes are either \"base64\" or the name of a \"specimen\"".to_owned()),
    };
    let name = what["name"].as_str().or(specimen).unwrap_or("file");
    let own = |name: &str| what[name].as_str().map(str::to_owned);
    Ok(Post {
        caption: own("caption"),
        media_group_id: own("media_group_id"),
        reply_to: what["reply_to"].as_i64(),
        thread: what["thread"].as_i64(),
        fine: what["fine"] == true,
        ..content(kind, name, what["mime"].as_str().unwrap_or_default(), bytes)?.into()
    })
}

/// The bytes in the field `base64`.
pub(super) fn coded(what: &Value) -> Result<Vec<u8>, Refused> {
    BASE64_STANDARD.decode(text(what, "base64")?.trim()).map_err(|e| format!("\"base64\": {e}"))
}

fn content(kind: &str, name: &str, mime: &str, bytes: Vec<u8>) -> Result<Content, Refused> {
    Ok(match kind {
        "photo" => Content::Photo(bytes),
        "document" if bytes.is_empty() => return Err("an empty file cannot be sent".to_owned()),
        "document" => {
            // Phones send the name alone, wherever the file lay.
            let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
            Content::Document { name, mime: mime.to_owned(), bytes }
        }
        "voice" => Content::Voice(bytes),
        "video" => Content::Video(bytes),
        _ => return Err("\"kind\" must be photo, document, voice or video".to_owned()),
    })
}

/// `POST /sandbox/upload?user=&chat=&kind=photo|document&name=&mime=&caption=&media_group_id=&fine=1`: a person sends
/// the body as a file. A body of `multipart/form-data` holds several files under any field names: they go as one album
/// in their order, `pause_ms` after each other; a single one goes alone.
pub(super) async fn upload(hub: &Hub, query: &str, kind: Option<HeaderValue>, body: Bytes) -> Done {
    let value = |name: &str| {
        let pair = query.split('&').filter_map(|p| p.split_once('=')).find(|(n, _)| *n == name);
        pair.map(|(_, v)| percent_decoded(v, true)).filter(|v| !v.is_empty())
    };
    let number = |name: &str| {
        value(name).and_then(|v| v.parse::<i64>().ok()).ok_or_else(|| format!("\"{name}\" must be an integer"))
    };
    let (user, chat) = (number("user")?, number("chat")?);
    let several = kind.as_ref().is_some_and(|k| k.as_bytes().starts_with(b"multipart/form-data"));
    let files = if let Some(kind) = kind.filter(|_| several) {
        parts(kind, body).await?
    } else {
        let name = value("name").unwrap_or_else(|| "file".to_owned());
        vec![(name, value("mime").unwrap_or_default(), body.to_vec())]
    };
    let pause = value("pause_ms").and_then(|v| v.parse().ok()).unwrap_or(0).min(LONGEST_PAUSE_MILLIS);
    let mut items = Vec::with_capacity(files.len());
    for (index, (name, mime, bytes)) in files.into_iter().enumerate() {
        let content = content(value("kind").as_deref().unwrap_or_default(), &name, &mime, bytes)?;
        let post = Post {
            caption: value("caption").filter(|_| index == 0),
            media_group_id: value("media_group_id"),
            fine: value("fine").is_some(),
            ..content.into()
        };
        items.push(Item { post, pause: Duration::from_millis(if index == 0 { 0 } else { pause }) });
    }
    if items.len() == 1 { deliver(hub, user, chat, items).await } else { deliver_album(hub, user, chat, items).await }
}

/// Name, type and bytes of each file of a form.
async fn parts(kind: HeaderValue, body: Bytes) -> Result<Vec<(String, String, Vec<u8>)>, Refused> {
    let broken = |why: &dyn std::fmt::Display| format!("the form cannot be read: {why}");
    let mut request = Request::new(Body::from(body));
    request.headers_mut().insert(CONTENT_TYPE, kind);
    DefaultBodyLimit::max(LARGEST_UPLOAD).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|e| broken(&e))?;
    let mut files = Vec::new();
    while let Some(part) = form.next_field().await.map_err(|e| broken(&e))? {
        let Some(name) = part.file_name().map(str::to_owned) else { continue };
        let mime = part.content_type().unwrap_or_default().to_owned();
        files.push((name, mime, part.bytes().await.map_err(|e| broken(&e))?.to_vec()));
    }
    if files.is_empty() { Err("there is no file in the form".to_owned()) } else { Ok(files) }
}

async fn deliver(hub: &Hub, user: i64, chat: i64, items: Vec<Item>) -> Done {
    let mut id = 0;
    for Item { post, pause } in items {
        let ready = prepared(move || post.ready()).await?;
        tokio::time::sleep(pause).await;
        let now = hub.now();
        id = hub.lock().post(user, chat, ready, now)?;
    }
    Ok(json!({ "message_id": id }))
}

async fn deliver_album(hub: &Hub, user: i64, chat: i64, items: Vec<Item>) -> Done {
    let (posts, pauses): (Vec<Post>, Vec<Duration>) = items.into_iter().map(|item| (item.post, item.pause)).unzip();
    let ready: Vec<Ready> = prepared(move || post::album(posts)).await?;
    let album = hub.lock().new_album(hub.now());
    let mut sent = Vec::with_capacity(ready.len());
    for (item, pause) in ready.into_iter().zip(pauses) {
        tokio::time::sleep(pause).await;
        if hub.is_stopped() {
            return Err("the sandbox was stopped meanwhile".to_owned());
        }
        let now = hub.now();
        sent.push(hub.lock().post(user, chat, item.in_album(&album), now)?);
    }
    Ok(json!({ "message_id": sent.first(), "message_ids": sent, "media_group_id": album }))
}

/// Pictures are scaled where it does not hold up the others.
async fn prepared<T: Send + 'static>(
    scale: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    tokio::task::spawn_blocking(scale).await.map_err(|e| format!("the pictures could not be scaled: {e}"))?
}
