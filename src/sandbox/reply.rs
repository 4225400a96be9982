//! The two envelopes of the Bot API: `{"ok":true,...}` and `{"ok":false,...}`. It decides nothing.

use serde_json::{Value, json};

/// A refused call, as the caller will read it.
#[derive(Clone, Debug)]
pub(super) struct ApiError {
    pub(super) code: u16,
    pub(super) description: String,
    pub(super) parameters: Option<Value>,
    /// Whether the caller broke the published API, so that a test should fail.
    pub(super) breach: bool,
}

impl ApiError {
    /// A refusal that a correct bot can meet.
    pub(super) fn bad(why: &str) -> Self {
        Self { code: 400, description: format!("Bad Request: {why}"), parameters: None, breach: false }
    }

    /// A refusal that a correct bot never meets: the call itself is malformed.
    pub(super) fn breach(why: &str) -> Self {
        Self { breach: true, ..Self::bad(why) }
    }

    pub(super) fn forbidden(why: &str) -> Self {
        Self { code: 403, description: format!("Forbidden: {why}"), parameters: None, breach: false }
    }

    pub(super) fn conflict(why: &str) -> Self {
        Self { code: 409, description: format!("Conflict: {why}"), parameters: None, breach: false }
    }

    pub(super) fn plain(code: u16, description: &str) -> Self {
        Self { code, description: description.to_owned(), parameters: None, breach: false }
    }

    pub(super) fn too_many(retry_after: i64) -> Self {
        Self {
            code: 429,
            description: format!("Too Many Requests: retry after {retry_after}"),
            parameters: Some(json!({ "retry_after": retry_after })),
            breach: false,
        }
    }

    pub(super) fn migrated(to: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": to })),
            ..Self::bad("group chat was upgraded to a supergroup chat")
        }
    }

    pub(super) fn body(&self) -> String {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body.to_string()
    }
}

/// The answer to a call: the JSON of `result`.
pub(super) type Answer = Result<String, ApiError>;

/// Most methods that only do something answer `true`.
#[expect(clippy::unnecessary_wraps, reason = "what a method ends with")]
pub(super) fn done() -> Answer {
    Ok("true".to_owned())
}

/// `{"ok":true,"result":...}` around JSON that is ready.
pub(super) fn ok_body(result: &str) -> String {
    let mut body = String::with_capacity(result.len() + 22);
    body.push_str("{\"ok\":true,\"result\":");
    body.push_str(result);
    body.push('}');
    body
}
