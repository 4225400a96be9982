//! Deleting messages, within the published 48 hours and rights.

use serde_json::Value;

use super::super::reply::{Answer, ApiError, done};
use super::super::state::{Kind, Standing};
use super::Call;

const WINDOW_SECONDS: i64 = 48 * 60 * 60;
/// A die in a private chat stays so long, lest a bot throws until it likes the number.
const DICE_SECONDS: i64 = 24 * 60 * 60;
const MOST_AT_ONCE: usize = 100;

pub(super) fn one(call: &mut Call<'_>) -> Answer {
    let chat = call.reachable("chat_id")?;
    let id = call.message(chat, "delete")?.id;
    deletable(call, chat, id)?;
    call.state.remove_message(chat, id);
    done()
}

/// Unknown messages are skipped; one that may not be deleted fails the call.
pub(super) fn many(call: &mut Call<'_>) -> Answer {
    let chat = call.reachable("chat_id")?;
    let ids = call.params.take("message_ids").unwrap_or_default();
    let ids: Vec<i64> = ids.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    if ids.is_empty() || ids.len() > MOST_AT_ONCE {
        return Err(ApiError::breach("message_ids must hold 1-100 identifiers"));
    }
    let known: Vec<i64> =
        ids.into_iter().filter(|id| call.chat(chat).is_ok_and(|c| c.message(*id).is_some())).collect();
    for id in &known {
        deletable(call, chat, *id)?;
    }
    for id in known {
        call.state.remove_message(chat, id);
    }
    done()
}

fn deletable(call: &Call<'_>, chat: i64, id: i64) -> Result<(), ApiError> {
    let chat = call.chat(chat)?;
    let Some(message) = chat.message(id) else { return Err(ApiError::bad("message to delete not found")) };
    let own = message.from.id == call.state.bot_id;
    if chat.kind != Kind::Private && chat.bot == Standing::Administrator {
        return Ok(());
    }
    if chat.kind != Kind::Private && !own {
        return Err(ApiError::bad("message can't be deleted"));
    }
    let age = call.now - message.date;
    let thrown = chat.kind == Kind::Private && message.body.media.contains_key("dice");
    if age >= WINDOW_SECONDS || (thrown && age < DICE_SECONDS) {
        return Err(ApiError::bad("message can't be deleted for everyone"));
    }
    Ok(())
}
