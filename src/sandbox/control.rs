//! The page and the controls beside the Bot API: what phones show, what people do. Only for this machine.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderValue,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method as Verb, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::act;
use super::event::Event;
use super::formats::picture_mime;
use super::http::json_response;
use super::hub::Hub;
use super::message::Message;
use super::page;
use super::params::percent_decoded;
use super::sending::{self, LARGEST_UPLOAD};
use super::state::{Chat, State};

pub(super) async fn serve(hub: &Arc<Hub>, request: Request) -> Response {
    if !is_local(&request) {
        return (StatusCode::FORBIDDEN, "only for this machine").into_response();
    }
    let path = percent_decoded(request.uri().path(), false);
    if request.method() == Verb::GET {
        return get(hub, &path);
    }
    if request.method() != Verb::POST {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let upload = path == "/sandbox/upload";
    if !is_deliberate(&request, upload) {
        return (StatusCode::FORBIDDEN, "a POST needs content-type application/json, an upload x-sandbox: 1")
            .into_response();
    }
    let query = request.uri().query().unwrap_or_default().to_owned();
    let kind = request.headers().get(CONTENT_TYPE).cloned();
    let Ok(body) = axum::body::to_bytes(request.into_body(), LARGEST_UPLOAD).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    if upload {
        return answered(sending::upload(hub, &query, kind, body).await);
    }
    post(hub, &path, &body).await
}

/// A page elsewhere that got its name to point here would show that name as the host.
fn is_local(request: &Request) -> bool {
    let host = request.headers().get(HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

/// Headers that a form on another site cannot send without asking first.
fn is_deliberate(request: &Request, upload: bool) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|h| h.to_str().ok()).unwrap_or_default();
    header("x-sandbox") == "1" || (!upload && header(CONTENT_TYPE.as_str()).starts_with("application/json"))
}

fn get(hub: &Arc<Hub>, path: &str) -> Response {
    match path {
        "/sandbox/state" => json_response(StatusCode::OK, state_json(hub)),
        "/sandbox/events" => events(hub),
        "/sandbox/violations" => {
            json_response(StatusCode::OK, json!({ "violations": hub.lock().violations }).to_string())
        }
        "/sandbox/counts" => json_response(StatusCode::OK, counts(hub)),
        _ => match (path.strip_prefix("/sandbox/file/"), path.strip_prefix("/sandbox/specimen/")) {
            (Some(id), _) => file(hub, id),
            (_, Some(name)) => hub.lock().specimens.serve(name),
            _ => page::asset(path).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response()),
        },
    }
}

async fn post(hub: &Hub, path: &str, body: &Bytes) -> Response {
    let what = match serde_json::from_slice::<Value>(body) {
        Ok(what) => what,
        Err(why) => return answered(Err(format!("the body is not JSON: {why}"))),
    };
    answered(match path {
        "/sandbox/act" => act::act(hub, &what).await,
        "/sandbox/do" => act::change(hub, &what),
        "/sandbox/faults" => act::fault(hub, &what),
        _ => return StatusCode::NOT_FOUND.into_response(),
    })
}

fn answered(done: act::Done) -> Response {
    let mut answer = match done {
        Ok(answer) => answer,
        Err(why) => return json_response(StatusCode::OK, json!({ "ok": false, "why": why }).to_string()),
    };
    answer["ok"] = json!(true);
    json_response(StatusCode::OK, answer.to_string())
}

fn counts(hub: &Hub) -> String {
    let state = hub.lock();
    json!({
        "calls": hub.calls("*"),
        "pending_updates": state.updates.pending(),
        "confirmed_offset": state.updates.confirmed(),
        "next_update_id": state.updates.next_id(),
    })
    .to_string()
}

/// The bytes of a file as the page shows them: photos as pictures, all else as a download under its name.
fn file(hub: &Hub, id: &str) -> Response {
    let state = hub.lock();
    let Some(stored) = state.files.get(id) else { return StatusCode::NOT_FOUND.into_response() };
    let picture = picture_mime(&stored.bytes).filter(|kind| stored.kind == "photo" || *kind == stored.mime);
    let mut response = Response::new(Body::from(stored.bytes.clone()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(picture.unwrap_or("application/octet-stream")));
    if stored.kind != "photo" {
        let name = stored.name.as_deref().unwrap_or("file");
        let kept = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{}", percent_encoded(name)));
        headers.insert(CONTENT_DISPOSITION, kept.unwrap_or(HeaderValue::from_static("attachment")));
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    response
}

/// As a parameter of a header wants it (RFC 8187).
pub(super) fn percent_encoded(name: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
    name.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn state_json(hub: &Hub) -> String {
    let state = hub.lock();
    let chats: Vec<String> = state
        .chat_order
        .iter()
        .filter_map(|id| state.chats.get(id))
        .filter(|c| !c.deleted)
        .map(|c| chat_json(&state, c))
        .collect();
    let mut commands = json!({});
    for (id, human) in &state.people {
        let language = human.person.language_code.as_deref().unwrap_or_default();
        commands[id.to_string()] = state.profile.menu_of(*id, language);
    }
    let people: Vec<&_> = state.people_order.iter().filter_map(|id| state.people.get(id)).map(|h| &h.person).collect();
    format!(
        "{{\"bot\":{},\"page\":{},\"people\":{},\"chats\":[{}],\"commands\":{commands},\"profile\":{},\"now\":{},\"seq\":{}}}",
        state.bot.json,
        page_json(hub, &state),
        json!(people),
        chats.join(","),
        state.profile.json(),
        hub.clock.millis(),
        state.seq
    )
}

/// What the world says of the page, and the specimens if there are any.
fn page_json(hub: &Hub, state: &State) -> Value {
    let mut page = hub.page.clone();
    if let (Some(fields), false) = (page.as_object_mut(), state.specimens.is_empty()) {
        fields.insert("specimens".to_owned(), state.specimens.told());
    }
    page
}

fn chat_json(state: &State, chat: &Chat) -> String {
    let messages: Vec<String> = chat.messages.iter().map(|m: &Arc<Message>| m.shown()).collect();
    let topics: Vec<Value> =
        chat.topics.iter().map(|(id, t)| json!({ "id": id, "name": t.name, "closed": t.closed })).collect();
    let human = state.people.get(&chat.id);
    let mut head = json!({
        "id": chat.id,
        "kind": chat.kind.name(),
        "title": chat.title,
        "forum": chat.forum,
        "members": chat.members,
        "topics": topics,
        "pinned": chat.pinned,
        "started": human.is_none_or(|h| h.started),
        "blocked": human.is_some_and(|h| h.blocked),
        "bot": chat.bot.is_in(),
    });
    if let Some(to) = chat.migrated_to {
        head["migrated_to"] = json!(to);
    }
    if let Some(button) = &chat.menu_button {
        head["menu_button"] = button.clone();
    }
    let head = head.to_string();
    format!("{},\"messages\":[{}]}}", head.trim_end_matches('}'), messages.join(","))
}

/// Server-sent events, from this moment on.
fn events(hub: &Hub) -> Response {
    let receiver = hub.lock().events.subscribe();
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        let line = next_event(&mut receiver).await?;
        Some((Ok::<_, Infallible>(Bytes::from(line)), receiver))
    });
    let mut response = Response::new(Body::from_stream(futures_util::StreamExt::chain(greeting(), stream)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// Makes the browser see the connection as open before anything happens.
fn greeting() -> impl futures_util::Stream<Item = Result<Bytes, Infallible>> {
    futures_util::stream::iter([Ok(Bytes::from_static(b"retry: 1000\n\n"))])
}

async fn next_event(receiver: &mut Receiver<Event>) -> Option<String> {
    match receiver.recv().await {
        Ok(event) => Some(format!("id: {}\nevent: {}\ndata: {}\n\n", event.seq, event.kind, event.body)),
        Err(RecvError::Lagged(_)) => Some("event: state\ndata: {}\n\n".to_owned()),
        Err(RecvError::Closed) => None,
    }
}
