//! What phones and tests are told when something happens in a chat.

use std::sync::Arc;

use serde_json::Value;

/// One happening, in the order of `seq`.
#[derive(Clone, Debug)]
pub struct Event {
    /// Rises by one with each happening, whether or not anyone listened.
    pub seq: u64,
    /// `message`, `edited`, `deleted`, `answer`, `action`, `time` or `state`.
    pub kind: &'static str,
    /// Where it happened; 0 for `time` and `state`.
    pub chat: i64,
    /// The message concerned; 0 if none.
    pub message_id: i64,
    /// The JSON sent to the page, for example `{"chat":7,"message":{...}}`.
    pub body: Arc<str>,
}

impl Event {
    /// The body, parsed.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// The text or caption of the message concerned, empty if it has none.
    pub fn text(&self) -> String {
        let message = &self.value()["message"];
        message["text"].as_str().or(message["caption"].as_str()).unwrap_or_default().to_owned()
    }
}
