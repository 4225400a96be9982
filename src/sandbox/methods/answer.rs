//! Answers to pressed buttons.

use serde_json::json;

use super::super::entities::utf16_len;
use super::super::reply::{Answer, ApiError, done};
use super::Call;

const LONGEST: usize = 200;

pub(super) fn callback_query(call: &mut Call<'_>) -> Answer {
    let id = call.params.text("callback_query_id").unwrap_or_default();
    let text = call.params.text("text").filter(|t| !t.is_empty());
    if text.as_deref().is_some_and(|t| utf16_len(t) > LONGEST) {
        return Err(ApiError::breach("MESSAGE_TOO_LONG"));
    }
    if call.params.text("url").is_some_and(|url| !url.is_empty()) {
        return Err(ApiError::breach("URL_INVALID"));
    }
    let Some(query) = call.state.callbacks.answer(&id, call.now) else {
        return Err(ApiError::bad("query is too old and response timeout expired or query ID is invalid"));
    };
    let alert = call.params.flag("show_alert");
    call.state.emit("answer", query.chat, 0, || {
        let mut body = json!({ "user": query.user, "chat": query.chat, "callback_query_id": id, "show_alert": alert });
        if let Some(text) = text {
            body["text"] = json!(text);
        }
        body.to_string()
    });
    done()
}
