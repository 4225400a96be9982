//! Reply markups: their fields and the published limits of buttons. Which chat they suit is asked separately.

use serde_json::{Value, json};

use super::entities::utf16_len;
use super::reply::ApiError;
use super::shapes::{FORCE_REPLY, INLINE_KEYBOARD, KEYBOARD, REMOVE_KEYBOARD, Shape};
use super::validate::object;

const MOST_BUTTONS: usize = 100;
const MOST_IN_A_ROW: usize = 8;
const LONGEST_DATA: usize = 64;

/// The two fates of a `reply_markup`: part of the message, or of the phone's keyboard.
#[derive(Clone, Default)]
pub(super) struct Markup {
    pub(super) inline: Option<Value>,
    pub(super) keyboard: Option<Value>,
}

/// Checks a reply markup; `inline_only` for edits.
pub(super) fn check(value: &Value, inline_only: bool) -> Result<(), String> {
    let Value::Object(fields) = value else { return Err("object expected as reply markup".to_owned()) };
    let shape: &Shape = if fields.contains_key("inline_keyboard") {
        &INLINE_KEYBOARD
    } else if inline_only {
        return if fields.is_empty() { Ok(()) } else { Err("inline keyboard expected".to_owned()) };
    } else if fields.contains_key("keyboard") {
        &KEYBOARD
    } else if fields.contains_key("remove_keyboard") {
        &REMOVE_KEYBOARD
    } else if fields.contains_key("force_reply") {
        &FORCE_REPLY
    } else {
        return if fields.is_empty() {
            Ok(())
        } else {
            Err("can't parse reply markup: none of the four published objects".to_owned())
        };
    };
    object(shape, value)?;
    if let Some(hint) = fields.get("input_field_placeholder").and_then(Value::as_str)
        && !(1..=64).contains(&utf16_len(hint))
    {
        return Err("input_field_placeholder must be 1-64 characters".to_owned());
    }
    if fields.get("remove_keyboard").or(fields.get("force_reply")).is_some_and(|flag| flag != &Value::Bool(true)) {
        return Err("remove_keyboard and force_reply can only be True".to_owned());
    }
    let inline = fields.contains_key("inline_keyboard");
    rows(fields.get("inline_keyboard").or(fields.get("keyboard")), inline)
}

fn rows(rows: Option<&Value>, inline: bool) -> Result<(), String> {
    let Some(Value::Array(rows)) = rows else { return Ok(()) };
    let mut count = 0;
    for row in rows.iter().filter_map(Value::as_array) {
        if row.len() > MOST_IN_A_ROW {
            return Err(format!("a row of {} buttons, at most {MOST_IN_A_ROW} are shown", row.len()));
        }
        count += row.len();
        row.iter().try_for_each(if inline { inline_button } else { button })?;
    }
    if count > MOST_BUTTONS { Err("reply markup is too long".to_owned()) } else { Ok(()) }
}

fn named(button: &Value) -> Result<(), String> {
    match button.as_str().or(button.get("text").and_then(Value::as_str)).map(str::trim) {
        Some("") | None => Err("can't parse keyboard button: Button text must be non-empty".to_owned()),
        Some(_) => Ok(()),
    }
}

fn inline_button(button: &Value) -> Result<(), String> {
    named(button)?;
    let fields = button.as_object().map_or(0, |b| b.iter().filter(|(_, v)| !v.is_null()).count());
    match fields {
        0 | 1 => {
            return Err(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard".to_owned()
            );
        }
        2 => {}
        _ => {
            return Err(
                "can't parse inline keyboard button: exactly one of the optional fields must be used".to_owned()
            );
        }
    }
    let text = |name: &str| button.get(name).and_then(Value::as_str);
    if text("callback_data").is_some_and(|data| !(1..=LONGEST_DATA).contains(&data.len())) {
        return Err("BUTTON_DATA_INVALID".to_owned());
    }
    if text("url").is_some_and(|url| !["http://", "https://", "tg://"].iter().any(|s| url.starts_with(s))) {
        return Err("BUTTON_URL_INVALID".to_owned());
    }
    if let Some(copied) = button.get("copy_text").and_then(|c| c.get("text")).and_then(Value::as_str)
        && !(1..=256).contains(&utf16_len(copied))
    {
        return Err("BUTTON_COPY_TEXT_INVALID".to_owned());
    }
    Ok(())
}

fn button(button: &Value) -> Result<(), String> {
    named(button)?;
    let fields =
        button.as_object().map_or(0, |b| b.values().filter(|v| !v.is_null() && **v != Value::Bool(false)).count());
    if fields > 2 {
        return Err("can't parse keyboard button: at most one of the optional fields must be used".to_owned());
    }
    Ok(())
}

/// Splits a checked markup by its fate; an empty keyboard is none.
pub(super) fn split(value: Option<Value>) -> Markup {
    let Some(mut value) = value else { return Markup::default() };
    if value.as_object().is_none_or(serde_json::Map::is_empty) {
        return Markup::default();
    }
    if let Some(Value::Array(rows)) = value.get_mut("inline_keyboard") {
        rows.retain(|row| row.as_array().is_some_and(|r| !r.is_empty()));
        let inline = (!rows.is_empty()).then_some(value);
        return Markup { inline, keyboard: None };
    }
    spell_out(&mut value);
    Markup { inline: None, keyboard: Some(value) }
}

/// A button given as a bare string becomes the object it stands for.
fn spell_out(keyboard: &mut Value) {
    let rows = keyboard.get_mut("keyboard").and_then(Value::as_array_mut);
    for button in rows.into_iter().flatten().filter_map(Value::as_array_mut).flatten().filter(|b| b.is_string()) {
        *button = json!({ "text": button.take() });
    }
}

/// Telegram lets a keyboard ask for a phone number or a place only in private.
pub(super) fn suits_group(keyboard: Option<&Value>) -> Result<(), ApiError> {
    let Some(rows) = keyboard.and_then(|k| k.get("keyboard")).and_then(Value::as_array) else { return Ok(()) };
    for button in rows.iter().filter_map(Value::as_array).flatten() {
        let asks = |name: &str| button.get(name).is_some_and(|v| !v.is_null() && *v != Value::Bool(false));
        if asks("request_contact") {
            return Err(ApiError::breach("phone number can be requested in private chats only"));
        }
        if asks("request_location") {
            return Err(ApiError::breach("location can be requested in private chats only"));
        }
        if asks("request_users") || asks("request_chat") || asks("web_app") {
            return Err(ApiError::breach("BUTTON_TYPE_INVALID"));
        }
    }
    Ok(())
}

/// Whether an inline keyboard has a button with this `callback_data`.
pub(super) fn has_data(inline: &Value, data: &str) -> bool {
    let rows = inline.get("inline_keyboard").and_then(Value::as_array);
    rows.is_some_and(|rows| {
        rows.iter()
            .filter_map(Value::as_array)
            .flatten()
            .any(|b| b.get("callback_data").and_then(Value::as_str) == Some(data))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(button: &Value) -> Result<(), String> {
        check(&json!({ "inline_keyboard": [[button]] }), false)
    }

    #[test]
    fn an_inline_button_does_exactly_one_thing() {
        assert!(inline(&json!({ "text": "a", "callback_data": "x" })).is_ok());
        assert!(inline(&json!({ "text": "a" })).is_err());
        assert!(inline(&json!({ "text": "a", "callback_data": "x", "url": "https://example.org" })).is_err());
        assert!(inline(&json!({ "text": "", "callback_data": "x" })).is_err());
        assert!(inline(&json!({ "text": "a", "callback": "x" })).is_err());
    }

    #[test]
    fn callback_data_is_counted_in_bytes() {
        assert!(inline(&json!({ "text": "a", "callback_data": "ក".repeat(21) })).is_ok());
        assert_eq!(
            inline(&json!({ "text": "a", "callback_data": "ក".repeat(22) })),
            Err("BUTTON_DATA_INVALID".to_owned())
        );
        assert_eq!(inline(&json!({ "text": "a", "callback_data": "" })), Err("BUTTON_DATA_INVALID".to_owned()));
    }

    #[test]
    fn rows_and_totals_are_bounded() {
        let button = json!({ "text": "a", "callback_data": "x" });
        let rows = |n: usize, of: usize| json!({ "inline_keyboard": vec![vec![button.clone(); of]; n] });
        assert!(check(&rows(25, 4), false).is_ok());
        assert!(check(&rows(26, 4), false).is_err());
        assert!(check(&rows(1, 9), false).is_err());
    }

    #[test]
    fn an_edit_takes_only_an_inline_keyboard() {
        assert_eq!(
            check(&json!({ "keyboard": [[{ "text": "a" }]] }), true),
            Err("inline keyboard expected".to_owned())
        );
        assert!(
            check(&json!({ "keyboard": [[{ "text": "a", "request_contact": true }]], "resize_keyboard": true }), false)
                .is_ok()
        );
        assert!(check(&json!({ "keyboard": [["a"]] }), false).is_ok());
        assert_eq!(
            split(Some(json!({ "keyboard": [["a"]] }))).keyboard,
            Some(json!({ "keyboard": [[{ "text": "a" }]] }))
        );
    }
}
