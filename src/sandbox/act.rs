//! The controls as JSON, for the page and for clients in other languages: what people do, what happens to the world.

use serde_json::{Value, json};

use super::faults::Fault;
use super::hub::Hub;
use super::people::Refused;
use super::post::{Content, Post};
use super::sending;
use super::state::{Standing, State};
use super::world::{Group, Pace, Person, Specimen};

pub(super) type Done = Result<Value, Refused>;

/// Seconds by which the clock moves at once at most, ten years.
const LONGEST_MOVE: i64 = 10 * 366 * 86_400;

pub(super) fn int(what: &Value, name: &str) -> Result<i64, Refused> {
    what[name].as_i64().ok_or_else(|| format!("\"{name}\" must be an integer"))
}

pub(super) fn text<'a>(what: &'a Value, name: &str) -> Result<&'a str, Refused> {
    what[name].as_str().ok_or_else(|| format!("\"{name}\" must be a string"))
}

fn float(what: &Value, name: &str) -> Result<f64, Refused> {
    what[name].as_f64().ok_or_else(|| format!("\"{name}\" must be a number"))
}

/// `POST /sandbox/act`: a person does something in a chat. Photos, files and albums are in `sending`.
pub(super) async fn act(hub: &Hub, what: &Value) -> Done {
    if let Some("photo" | "document" | "album") = what["do"].as_str() {
        return sending::act(hub, what).await;
    }
    act_at_once(hub, what)
}

fn act_at_once(hub: &Hub, what: &Value) -> Done {
    let (user, now) = (int(what, "user")?, hub.now());
    let mut state = hub.lock();
    if what["do"] == "open_link" {
        return Ok(json!({ "chat": user, "message_id": state.open_link(user, text(what, "url")?, now)? }));
    }
    let chat = int(what, "chat")?;
    match text(what, "do")? {
        "press" => {
            let id =
                state.press(user, chat, int(what, "message_id")?, text(what, "data")?, what["forged"] == true, now)?;
            Ok(json!({ "callback_query_id": id }))
        }
        "edit" => {
            let id = int(what, "message_id")?;
            state.rewrite(user, chat, id, text(what, "text")?, now)?;
            Ok(json!({ "message_id": id }))
        }
        "delete" => state.withdraw(user, chat, int(what, "message_id")?).map(|()| json!({})),
        "block" => state.set_blocked(user, true, now).map(|()| json!({})),
        "unblock" => state.set_blocked(user, false, now).map(|()| json!({})),
        "join" => state.join(user, chat, now).map(|()| json!({})),
        "leave" => state.leave(user, chat, now).map(|()| json!({})),
        kind => {
            let post = posted(kind, user, what, &state)?;
            Ok(json!({ "message_id": state.post(user, chat, post.ready()?, now)? }))
        }
    }
}

fn posted(kind: &str, user: i64, what: &Value, state: &State) -> Result<Post, Refused> {
    let content = match kind {
        "say" => Content::Text(text(what, "text")?.to_owned()),
        "start" => {
            let payload = what["payload"].as_str().map(|p| format!(" {p}")).unwrap_or_default();
            Content::Text(format!("/start{payload}"))
        }
        "location" => Content::Location { latitude: float(what, "latitude")?, longitude: float(what, "longitude")? },
        "venue" => Content::Venue {
            latitude: float(what, "latitude")?,
            longitude: float(what, "longitude")?,
            title: text(what, "title")?.to_owned(),
            address: text(what, "address")?.to_owned(),
        },
        "contact" => Content::Contact {
            phone_number: text(what, "phone_number")?.to_owned(),
            first_name: what["first_name"].as_str().map_or_else(
                || state.people.get(&user).map(|h| h.person.first_name.clone()).unwrap_or_default(),
                str::to_owned,
            ),
            user_id: what["user_id"].as_i64(),
        },
        "sticker" => Content::Sticker(what["emoji"].as_str().unwrap_or("👍").to_owned()),
        "voice" => Content::Voice(b"OggS".to_vec()),
        "audio" => Content::Audio(b"ID3".to_vec()),
        "video" => Content::Video(b"ftyp".to_vec()),
        "video_note" => Content::VideoNote(b"ftyp".to_vec()),
        "animation" => Content::Animation(b"ftyp".to_vec()),
        "dice" => Content::Dice(what["value"].as_u64().and_then(|v| u8::try_from(v).ok()).unwrap_or(1)),
        "poll" => Content::Poll(text(what, "question")?.to_owned()),
        other => return Err(format!("nobody knows how to \"{other}\"")),
    };
    Ok(Post {
        caption: what["caption"].as_str().map(str::to_owned),
        media_group_id: what["media_group_id"].as_str().map(str::to_owned),
        reply_to: what["reply_to"].as_i64(),
        thread: what["thread"].as_i64(),
        ..content.into()
    })
}

/// `POST /sandbox/do`: something happens to the world.
pub(super) fn change(hub: &Hub, what: &Value) -> Done {
    let now = hub.now();
    let kind = text(what, "do")?;
    if kind == "advance_clock_seconds" {
        let seconds = int(what, "seconds")?;
        if !(0..=LONGEST_MOVE).contains(&seconds) {
            return Err(format!("\"seconds\" must be 0-{LONGEST_MOVE}: time does not go back"));
        }
        hub.advance(seconds);
        return Ok(json!({ "now": hub.now() }));
    }
    let mut state = hub.lock();
    match kind {
        "set_callback_lifetime" => state.callbacks.lifetime = int(what, "seconds")?,
        "set_pace" => state.meter.pace = if text(what, "pace")? == "published" { Pace::Published } else { Pace::Off },
        "set_privacy" => state.privacy = what["on"].as_bool().unwrap_or(true),
        "keep_messages" => state.keep = usize::try_from(int(what, "count")?).unwrap_or(1).max(1),
        "restart_update_ids" => state.updates.restart_at(int(what, "first")?),
        "clear_violations" => state.violations.clear(),
        "raw_update" => {
            let update = what["update"].clone();
            if !update.is_object() {
                return Err("\"update\" must be an object".to_owned());
            }
            return Ok(json!({ "update_id": state.raw_update(update, now) }));
        }
        "add_person" => {
            let person: Person = serde_json::from_value(what["person"].clone()).map_err(|e| e.to_string())?;
            state.add_person(&person);
            state.emit_reload();
        }
        "offer_specimen" => {
            let (name, label) = (text(what, "name")?.to_owned(), what["label"].clone());
            state.specimens.offer(Specimen { name, label, bytes: sending::coded(what)? });
            state.emit_reload();
        }
        "add_group" => {
            let group: Group = serde_json::from_value(what["group"].clone()).map_err(|e| e.to_string())?;
            state.add_group(&group);
            state.emit_reload();
        }
        "block" => state.set_blocked(int(what, "user")?, true, now)?,
        "unblock" => state.set_blocked(int(what, "user")?, false, now)?,
        "deactivate" => state.deactivate(int(what, "user")?)?,
        "join" => state.join(int(what, "user")?, int(what, "chat")?, now)?,
        "leave" => state.leave(int(what, "user")?, int(what, "chat")?, now)?,
        _ => return group_change(&mut state, kind, what, now),
    }
    Ok(json!({}))
}

fn group_change(state: &mut State, kind: &str, what: &Value, now: i64) -> Done {
    let chat = int(what, "chat")?;
    match kind {
        "migrate" => return Ok(json!({ "chat": state.migrate(chat, now)? })),
        "create_topic" => return Ok(json!({ "thread": state.create_topic(chat, text(what, "name")?, now)? })),
        "kick" => state.set_standing(chat, Standing::Kicked, now)?,
        "remove" => state.set_standing(chat, Standing::Left, now)?,
        "add" => state.set_standing(chat, Standing::Member, now)?,
        "promote" => state.set_standing(chat, Standing::Administrator, now)?,
        "delete_group" => state.delete_group(chat)?,
        "set_forum" => state.set_forum(chat, what["on"].as_bool().unwrap_or(true))?,
        "close_topic" => state.set_topic_closed(chat, int(what, "thread")?, true)?,
        "open_topic" => state.set_topic_closed(chat, int(what, "thread")?, false)?,
        "delete_topic" => state.delete_topic(chat, int(what, "thread")?)?,
        other => return Err(format!("the world knows no \"{other}\"")),
    }
    Ok(json!({}))
}

/// `POST /sandbox/faults`: `{"method":"*","count":1,"fault":{"error":{...}}}`, or `probability`, or `{"clear":true}`.
pub(super) fn fault(hub: &Hub, what: &Value) -> Done {
    if what["clear"] == true {
        hub.faults.clear();
        return Ok(json!({}));
    }
    let method = what["method"].as_str().unwrap_or("*");
    let fault: Fault = serde_json::from_value(what["fault"].clone()).map_err(|e| format!("\"fault\": {e}"))?;
    match what["probability"].as_f64() {
        Some(probability) => hub.faults.sometimes(method, probability, fault),
        None => hub.faults.next(method, what["count"].as_u64().unwrap_or(1), fault),
    }
    Ok(json!({}))
}
