//! Webhook settings, which are only kept: the sandbox calls nobody. Also `logOut` and `close`.

use serde_json::{Value, json};

use super::super::reply::{Answer, ApiError, done};
use super::Call;

pub(super) fn set(call: &mut Call<'_>) -> Answer {
    let url = call.params.text("url").unwrap_or_default();
    if url.is_empty() {
        return delete(call);
    }
    if call.params.int("max_connections").is_some_and(|n| !(1..=100).contains(&n)) {
        return Err(ApiError::breach("max_connections must be 1-100"));
    }
    let secret = call.params.text("secret_token").unwrap_or_default();
    if secret.len() > 256 || !secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
        return Err(ApiError::breach("secret token contains unallowed characters"));
    }
    let allowed = call.params.take("allowed_updates");
    call.state.updates.allow(allowed.as_ref());
    if call.params.flag("drop_pending_updates") {
        call.state.updates.forget_all();
    }
    let custom = call.params.uploads.contains_key("certificate");
    let hook = &mut call.state.webhook;
    hook.clear();
    hook.insert("url".to_owned(), Value::String(url));
    hook.insert("has_custom_certificate".to_owned(), json!(custom));
    hook.insert("max_connections".to_owned(), json!(call.params.int("max_connections").unwrap_or(40)));
    if let Some(address) = call.params.text("ip_address") {
        hook.insert("ip_address".to_owned(), Value::String(address));
    }
    call.state.arrived.notify_waiters();
    done()
}

pub(super) fn delete(call: &mut Call<'_>) -> Answer {
    call.state.webhook.clear();
    if call.params.flag("drop_pending_updates") {
        call.state.updates.forget_all();
    }
    done()
}

#[expect(clippy::unnecessary_wraps, reason = "every method has this form")]
pub(super) fn info(call: &mut Call<'_>) -> Answer {
    let mut info =
        json!({ "url": "", "has_custom_certificate": false, "pending_update_count": call.state.updates.pending() });
    for (name, value) in &call.state.webhook {
        info[name] = value.clone();
    }
    if let Some(allowed) = call.state.updates.allowed() {
        info["allowed_updates"] = json!(allowed);
    }
    Ok(info.to_string())
}

pub(super) fn quit(_: &mut Call<'_>) -> Answer {
    done()
}
