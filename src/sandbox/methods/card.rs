//! Methods about the bot itself: who it is, its commands, names, descriptions and menu button.

use serde_json::{Value, json};

use super::super::entities::utf16_len;
use super::super::profile::{Line, scope_key};
use super::super::reply::{Answer, ApiError, done};
use super::Call;

#[expect(clippy::unnecessary_wraps, reason = "every method has this form")]
pub(super) fn get_me(call: &mut Call<'_>) -> Answer {
    let state = &call.state;
    let me = json!({
        "id": state.bot_id,
        "is_bot": true,
        "first_name": state.bot_name,
        "username": state.bot_username,
        "can_join_groups": true,
        "can_read_all_group_messages": !state.privacy,
        "supports_inline_queries": false,
        "can_connect_to_business": false,
        "has_main_web_app": false,
    });
    Ok(me.to_string())
}

impl Call<'_> {
    /// A two-letter ISO 639-1 code, or empty for everyone.
    fn language(&mut self) -> Result<String, ApiError> {
        let language = self.params.text("language_code").unwrap_or_default();
        if language.is_empty() || (language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase())) {
            return Ok(language);
        }
        Err(ApiError::breach("invalid language code specified"))
    }

    fn scope(&mut self) -> Result<String, ApiError> {
        let scope = self.params.take("scope");
        if let Some(chat) = scope.as_ref().and_then(|s| s.get("chat_id")) {
            let id = chat.as_i64().or_else(|| chat.as_str().and_then(|s| s.parse().ok()));
            if id.is_none_or(|id| !self.state.chats.contains_key(&id)) {
                return Err(ApiError::bad("chat not found"));
            }
        }
        Ok(scope_key(scope.as_ref()))
    }
}

pub(super) fn set_commands(call: &mut Call<'_>) -> Answer {
    let commands = call.params.take("commands").unwrap_or_default();
    let list = commands.as_array().map(Vec::as_slice).unwrap_or_default();
    if list.len() > 100 {
        return Err(ApiError::breach("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in list {
        let text = |name: &str| command.get(name).and_then(Value::as_str).unwrap_or_default();
        let name = text("command").trim_start_matches('/');
        if !(1..=32).contains(&name.len())
            || !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        {
            return Err(ApiError::breach("BOT_COMMAND_INVALID"));
        }
        if !(1..=256).contains(&utf16_len(text("description"))) {
            return Err(ApiError::breach("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    let (scope, language) = (call.scope()?, call.language()?);
    call.state.profile.set_commands(scope, language, commands);
    call.state.emit_reload();
    done()
}

pub(super) fn get_commands(call: &mut Call<'_>) -> Answer {
    let (scope, language) = (call.scope()?, call.language()?);
    Ok(call.state.profile.commands(&scope, &language).to_string())
}

pub(super) fn delete_commands(call: &mut Call<'_>) -> Answer {
    let (scope, language) = (call.scope()?, call.language()?);
    call.state.profile.set_commands(scope, language, json!([]));
    call.state.emit_reload();
    done()
}

fn set_line(call: &mut Call<'_>, line: Line) -> Answer {
    let text = call.params.text(line.field()).unwrap_or_default();
    if utf16_len(&text) > line.longest() {
        return Err(ApiError::breach(&format!("{} is too long", line.field())));
    }
    let language = call.language()?;
    if line == Line::Name && language.is_empty() && !text.is_empty() {
        call.state.rename_bot(&text);
    }
    call.state.profile.set_line(line, language, text);
    call.state.emit_reload();
    done()
}

fn get_line(call: &mut Call<'_>, line: Line) -> Answer {
    let language = call.language()?;
    let fallback = if line == Line::Name { call.state.bot_name.as_str() } else { "" };
    let text = call.state.profile.line(line, &language).unwrap_or(fallback);
    Ok(json!({ line.field(): text }).to_string())
}

pub(super) fn set_name(call: &mut Call<'_>) -> Answer {
    set_line(call, Line::Name)
}

pub(super) fn get_name(call: &mut Call<'_>) -> Answer {
    get_line(call, Line::Name)
}

pub(super) fn set_description(call: &mut Call<'_>) -> Answer {
    set_line(call, Line::Description)
}

pub(super) fn get_description(call: &mut Call<'_>) -> Answer {
    get_line(call, Line::Description)
}

pub(super) fn set_short_description(call: &mut Call<'_>) -> Answer {
    set_line(call, Line::ShortDescription)
}

pub(super) fn get_short_description(call: &mut Call<'_>) -> Answer {
    get_line(call, Line::ShortDescription)
}

pub(super) fn set_menu_button(call: &mut Call<'_>) -> Answer {
    let button = call.params.take("menu_button").filter(|b| b["type"] != "default");
    match call.params.int("chat_id") {
        None => call.state.profile.menu_button = button,
        Some(id) => {
            let Some(chat) = call.state.chats.get_mut(&id).filter(|c| c.id > 0) else {
                return Err(ApiError::bad("chat not found"));
            };
            chat.menu_button = button;
        }
    }
    call.state.emit_reload();
    done()
}

pub(super) fn get_menu_button(call: &mut Call<'_>) -> Answer {
    let own = match call.params.int("chat_id") {
        None => None,
        Some(id) => call.chat(id)?.menu_button.clone(),
    };
    let button = own.or_else(|| call.state.profile.menu_button.clone());
    Ok(button.unwrap_or_else(|| json!({ "type": "default" })).to_string())
}
