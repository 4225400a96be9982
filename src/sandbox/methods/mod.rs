//! The methods that a bot may call, each with its published parameters. What a method does is in the file of its kind.
//!
//! Source: Telegram Bot API 9.1, "Available methods".

mod answer;
mod card;
mod chats;
mod edit;
mod media;
mod relay;
mod remove;
mod send;
mod target;
pub(super) mod webhook;

use super::params::Params;
use super::reply::{Answer, ApiError};
use super::shapes::Ty::{Bool, Chat, Float, Int, List, Object, Str, Upload};
use super::shapes::{
    ABOVE, ALBUM_ITEM, CAPTION, CHAT, COMMAND_TY, DOCUMENT, ENTITY_TY, Field, HOW, INT, LATITUDE, LINK_PREVIEW,
    LONGITUDE, MARKUP, MEDIA, MENU_BUTTON, PHOTO, REACTION_TY, SCOPE, STR, THUMBNAIL, WHERE, WHICH, may, need,
};
use super::state::State;

/// One call in progress, with the world locked.
pub(super) struct Call<'a> {
    pub(super) state: &'a mut State,
    pub(super) params: Params,
    /// Seconds since 1970.
    pub(super) now: i64,
    /// Milliseconds since 1970.
    pub(super) millis: i64,
}

/// A published method.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) groups: &'static [&'static [Field]],
    pub(super) run: fn(&mut Call<'_>) -> Answer,
}

/// `getUpdates` waits, so the server runs it; every other method is done at once.
pub(super) const GET_UPDATES: usize = 0;

/// By name in any letter case; the index counts its calls.
pub(super) fn find(name: &str) -> Option<(usize, &'static Method)> {
    METHODS.iter().enumerate().find(|(_, m)| m.name.eq_ignore_ascii_case(name))
}

macro_rules! methods {
    ($($name:literal => $run:path, [$($group:expr),* $(,)?];)*) => {
        /// Every method, the busiest first.
        pub(super) static METHODS: &[Method] = &[$(Method { name: $name, groups: &[$($group),*], run: $run }),*];
    };
}

static LANGUAGE: &[Field] = &[may("language_code", Str)];
static IN_CHAT: &[Field] = &[CHAT];

methods! {
    "getUpdates" => waits, [&[may("offset", Int), may("limit", Int), may("timeout", Int), may("allowed_updates", List(&STR))]];
    "sendMessage" => send::message, [WHERE, &[
        need("text", Str), may("parse_mode", Str), may("entities", List(&ENTITY_TY)), may("link_preview_options", Object(&LINK_PREVIEW)),
    ], HOW, MARKUP];
    "editMessageText" => edit::text, [WHICH, &[
        need("text", Str), may("parse_mode", Str), may("entities", List(&ENTITY_TY)), may("link_preview_options", Object(&LINK_PREVIEW)),
    ]];
    "answerCallbackQuery" => answer::callback_query, [&[
        need("callback_query_id", Str), may("text", Str), may("show_alert", Bool), may("url", Str), may("cache_time", Int),
    ]];
    "sendChatAction" => send::chat_action, [WHERE, &[need("action", Str)]];
    "editMessageReplyMarkup" => edit::reply_markup, [WHICH];
    "editMessageCaption" => edit::caption, [WHICH, CAPTION, ABOVE];
    "editMessageMedia" => edit::media, [WHICH, &[need("media", MEDIA)]];
    "deleteMessage" => remove::one, [IN_CHAT, &[need("message_id", Int)]];
    "deleteMessages" => remove::many, [IN_CHAT, &[need("message_ids", List(&INT))]];
    "sendPhoto" => media::photo, [WHERE, &[PHOTO], CAPTION, ABOVE, &[may("has_spoiler", Bool)], HOW, MARKUP];
    "sendDocument" => media::document, [WHERE, &[DOCUMENT, THUMBNAIL, may("disable_content_type_detection", Bool)], CAPTION, HOW, MARKUP];
    "sendMediaGroup" => media::group, [WHERE, &[need("media", List(&ALBUM_ITEM))], HOW];
    "sendLocation" => send::location, [WHERE, &[
        LATITUDE, LONGITUDE, may("horizontal_accuracy", Float), may("live_period", Int), may("heading", Int),
        may("proximity_alert_radius", Int),
    ], HOW, MARKUP];
    "sendVenue" => send::venue, [WHERE, &[
        LATITUDE, LONGITUDE, need("title", Str), need("address", Str), may("foursquare_id", Str), may("foursquare_type", Str),
        may("google_place_id", Str), may("google_place_type", Str),
    ], HOW, MARKUP];
    "sendContact" => send::contact, [WHERE, &[
        need("phone_number", Str), need("first_name", Str), may("last_name", Str), may("vcard", Str),
    ], HOW, MARKUP];
    "forwardMessage" => relay::forward, [&[
        CHAT, may("message_thread_id", Int), need("from_chat_id", Chat), may("video_start_timestamp", Int), may("disable_notification", Bool),
        may("protect_content", Bool), need("message_id", Int),
    ]];
    "copyMessage" => relay::copy, [&[
        CHAT, may("message_thread_id", Int), need("from_chat_id", Chat), need("message_id", Int), may("video_start_timestamp", Int),
        may("disable_notification", Bool), may("protect_content", Bool), may("allow_paid_broadcast", Bool),
        may("reply_parameters", Object(&super::shapes::REPLY)),
    ], CAPTION, ABOVE, MARKUP];
    "pinChatMessage" => relay::pin, [IN_CHAT, &[may("business_connection_id", Str), need("message_id", Int), may("disable_notification", Bool)]];
    "unpinChatMessage" => relay::unpin, [IN_CHAT, &[may("business_connection_id", Str), may("message_id", Int)]];
    "setMessageReaction" => relay::react, [IN_CHAT, &[need("message_id", Int), may("reaction", List(&REACTION_TY)), may("is_big", Bool)]];
    "getMe" => card::get_me, [];
    "getFile" => media::get_file, [&[need("file_id", Str)]];
    "getChat" => chats::get, [IN_CHAT];
    "getChatMember" => chats::member, [IN_CHAT, &[need("user_id", Int)]];
    "getChatAdministrators" => chats::administrators, [IN_CHAT];
    "getChatMemberCount" => chats::member_count, [IN_CHAT];
    "leaveChat" => chats::leave, [IN_CHAT];
    "setMyCommands" => card::set_commands, [&[need("commands", List(&COMMAND_TY)), may("scope", SCOPE)], LANGUAGE];
    "getMyCommands" => card::get_commands, [&[may("scope", SCOPE)], LANGUAGE];
    "deleteMyCommands" => card::delete_commands, [&[may("scope", SCOPE)], LANGUAGE];
    "setMyName" => card::set_name, [&[may("name", Str)], LANGUAGE];
    "getMyName" => card::get_name, [LANGUAGE];
    "setMyDescription" => card::set_description, [&[may("description", Str)], LANGUAGE];
    "getMyDescription" => card::get_description, [LANGUAGE];
    "setMyShortDescription" => card::set_short_description, [&[may("short_description", Str)], LANGUAGE];
    "getMyShortDescription" => card::get_short_description, [LANGUAGE];
    "setChatMenuButton" => card::set_menu_button, [&[may("chat_id", Int), may("menu_button", MENU_BUTTON)]];
    "getChatMenuButton" => card::get_menu_button, [&[may("chat_id", Int)]];
    "setWebhook" => webhook::set, [&[
        need("url", Str), may("certificate", Upload), may("ip_address", Str), may("max_connections", Int), may("allowed_updates", List(&STR)),
        may("drop_pending_updates", Bool), may("secret_token", Str),
    ]];
    "deleteWebhook" => webhook::delete, [&[may("drop_pending_updates", Bool)]];
    "getWebhookInfo" => webhook::info, [];
    "logOut" => webhook::quit, [];
    "close" => webhook::quit, [];
}

/// Reached only if the server forgets that `getUpdates` waits.
fn waits(_: &mut Call<'_>) -> Answer {
    Err(ApiError::plain(500, "Internal Server Error: getUpdates must wait"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_found_in_any_letter_case() {
        assert_eq!(METHODS[GET_UPDATES].name, "getUpdates");
        for name in ["sendMessage", "SendMessage", "sendmessage"] {
            assert_eq!(find(name).map(|(_, m)| m.name), Some("sendMessage"));
        }
        assert!(find("sendMassage").is_none());
    }

    #[test]
    fn no_parameter_is_listed_twice() {
        for method in METHODS {
            let mut names: Vec<_> = method.groups.iter().flat_map(|g| g.iter()).map(|f| f.name).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{}", method.name);
        }
    }
}
