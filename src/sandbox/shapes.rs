//! The published shapes of the objects that a bot may pass: names, types, what is required. Facts only.
//!
//! Source: Telegram Bot API 9.1, "Available types".

/// A published type.
pub(super) enum Ty {
    Int,
    Float,
    Str,
    Bool,
    /// `Integer or String`: a chat id or `@username`.
    Chat,
    /// `InputFile or String`.
    File,
    /// `InputFile`, which must be uploaded.
    Upload,
    /// Any JSON object.
    Free,
    List(&'static Ty),
    Object(&'static Shape),
    /// An object whose field `type` tells which shape it has.
    OneOf(&'static [(&'static str, &'static Shape)]),
    /// Any of the four reply markups.
    Markup,
    InlineMarkup,
}

/// An object's name and its fields.
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
}

/// One published parameter or field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) ty: Ty,
    pub(super) required: bool,
}

pub(super) const fn need(name: &'static str, ty: Ty) -> Field {
    Field { name, ty, required: true }
}

pub(super) const fn may(name: &'static str, ty: Ty) -> Field {
    Field { name, ty, required: false }
}

use Ty::{Bool, Chat, File, Float, Free, Int, List, Object, OneOf, Str, Upload};

/// One line a shape: name, object name, fields.
macro_rules! shapes {
    ($($constant:ident = $name:literal: [$($field:expr),* $(,)?];)*) => {
        $(pub(super) static $constant: Shape = Shape { name: $name, fields: &[$($field),*] };)*
    };
}

pub(super) static ENTITY_TY: Ty = Object(&ENTITY);
static INLINE_BUTTON_TY: Ty = Object(&INLINE_BUTTON);
static INLINE_ROW: Ty = List(&INLINE_BUTTON_TY);
static BUTTON_TY: Ty = Object(&BUTTON);
static ROW: Ty = List(&BUTTON_TY);
pub(super) static STR: Ty = Str;
pub(super) static INT: Ty = Int;
pub(super) static COMMAND_TY: Ty = Object(&COMMAND);
pub(super) static REACTION_TY: Ty =
    OneOf(&[("emoji", &REACTION_EMOJI), ("custom_emoji", &REACTION_CUSTOM), ("paid", &REACTION_PAID)]);
pub(super) static ALBUM_ITEM: Ty =
    OneOf(&[("audio", &MEDIA_AUDIO), ("document", &MEDIA_DOCUMENT), ("photo", &MEDIA_PHOTO), ("video", &MEDIA_VIDEO)]);
pub(super) const MEDIA: Ty = OneOf(&[
    ("animation", &MEDIA_ANIMATION),
    ("audio", &MEDIA_AUDIO),
    ("document", &MEDIA_DOCUMENT),
    ("photo", &MEDIA_PHOTO),
    ("video", &MEDIA_VIDEO),
]);
pub(super) const SCOPE: Ty = OneOf(&[
    ("default", &SCOPE_PLAIN),
    ("all_private_chats", &SCOPE_PLAIN),
    ("all_group_chats", &SCOPE_PLAIN),
    ("all_chat_administrators", &SCOPE_PLAIN),
    ("chat", &SCOPE_CHAT),
    ("chat_administrators", &SCOPE_CHAT),
    ("chat_member", &SCOPE_MEMBER),
]);
pub(super) const MENU_BUTTON: Ty =
    OneOf(&[("commands", &MENU_PLAIN), ("default", &MENU_PLAIN), ("web_app", &MENU_WEB_APP)]);

shapes! {
    ENTITY = "MessageEntity": [
        need("type", Str), need("offset", Int), need("length", Int), may("url", Str), may("user", Free), may("language", Str),
        may("custom_emoji_id", Str),
    ];
    LINK_PREVIEW = "LinkPreviewOptions": [
        may("is_disabled", Bool), may("url", Str), may("prefer_small_media", Bool), may("prefer_large_media", Bool),
        may("show_above_text", Bool),
    ];
    REPLY = "ReplyParameters": [
        need("message_id", Int), may("chat_id", Chat), may("allow_sending_without_reply", Bool), may("quote", Str),
        may("quote_parse_mode", Str), may("quote_entities", List(&ENTITY_TY)), may("quote_position", Int),
    ];
    INLINE_KEYBOARD = "InlineKeyboardMarkup": [need("inline_keyboard", List(&INLINE_ROW))];
    INLINE_BUTTON = "InlineKeyboardButton": [
        need("text", Str), may("url", Str), may("callback_data", Str), may("web_app", Object(&WEB_APP)), may("login_url", Object(&LOGIN)),
        may("switch_inline_query", Str), may("switch_inline_query_current_chat", Str),
        may("switch_inline_query_chosen_chat", Object(&CHOSEN_CHAT)), may("copy_text", Object(&COPY_TEXT)), may("callback_game", Free),
        may("pay", Bool),
    ];
    WEB_APP = "WebAppInfo": [need("url", Str)];
    LOGIN = "LoginUrl": [need("url", Str), may("forward_text", Str), may("bot_username", Str), may("request_write_access", Bool)];
    CHOSEN_CHAT = "SwitchInlineQueryChosenChat": [
        may("query", Str), may("allow_user_chats", Bool), may("allow_bot_chats", Bool), may("allow_group_chats", Bool),
        may("allow_channel_chats", Bool),
    ];
    COPY_TEXT = "CopyTextButton": [need("text", Str)];
    KEYBOARD = "ReplyKeyboardMarkup": [
        need("keyboard", List(&ROW)), may("is_persistent", Bool), may("resize_keyboard", Bool), may("one_time_keyboard", Bool),
        may("input_field_placeholder", Str), may("selective", Bool),
    ];
    BUTTON = "KeyboardButton": [
        need("text", Str), may("request_users", Object(&REQUEST_USERS)), may("request_chat", Object(&REQUEST_CHAT)),
        may("request_contact", Bool), may("request_location", Bool), may("request_poll", Object(&REQUEST_POLL)),
        may("web_app", Object(&WEB_APP)),
    ];
    REQUEST_USERS = "KeyboardButtonRequestUsers": [
        need("request_id", Int), may("user_is_bot", Bool), may("user_is_premium", Bool), may("max_quantity", Int),
        may("request_name", Bool), may("request_username", Bool), may("request_photo", Bool),
    ];
    REQUEST_CHAT = "KeyboardButtonRequestChat": [
        need("request_id", Int), need("chat_is_channel", Bool), may("chat_is_forum", Bool), may("chat_has_username", Bool),
        may("chat_is_created", Bool), may("user_administrator_rights", Free), may("bot_administrator_rights", Free),
        may("bot_is_member", Bool), may("request_title", Bool), may("request_username", Bool), may("request_photo", Bool),
    ];
    REQUEST_POLL = "KeyboardButtonPollType": [may("type", Str)];
    REMOVE_KEYBOARD = "ReplyKeyboardRemove": [need("remove_keyboard", Bool), may("selective", Bool)];
    FORCE_REPLY = "ForceReply": [need("force_reply", Bool), may("input_field_placeholder", Str), may("selective", Bool)];
    MEDIA_PHOTO = "InputMediaPhoto": [
        need("type", Str), need("media", Str), may("caption", Str), may("parse_mode", Str), may("caption_entities", List(&ENTITY_TY)),
        may("show_caption_above_media", Bool), may("has_spoiler", Bool),
    ];
    MEDIA_DOCUMENT = "InputMediaDocument": [
        need("type", Str), need("media", Str), may("thumbnail", Str), may("caption", Str), may("parse_mode", Str),
        may("caption_entities", List(&ENTITY_TY)), may("disable_content_type_detection", Bool),
    ];
    MEDIA_VIDEO = "InputMediaVideo": [
        need("type", Str), need("media", Str), may("thumbnail", Str), may("cover", Str), may("start_timestamp", Int), may("caption", Str),
        may("parse_mode", Str), may("caption_entities", List(&ENTITY_TY)), may("show_caption_above_media", Bool), may("width", Int),
        may("height", Int), may("duration", Int), may("supports_streaming", Bool), may("has_spoiler", Bool),
    ];
    MEDIA_AUDIO = "InputMediaAudio": [
        need("type", Str), need("media", Str), may("thumbnail", Str), may("caption", Str), may("parse_mode", Str),
        may("caption_entities", List(&ENTITY_TY)), may("duration", Int), may("performer", Str), may("title", Str),
    ];
    MEDIA_ANIMATION = "InputMediaAnimation": [
        need("type", Str), need("media", Str), may("thumbnail", Str), may("caption", Str), may("parse_mode", Str),
        may("caption_entities", List(&ENTITY_TY)), may("show_caption_above_media", Bool), may("width", Int), may("height", Int),
        may("duration", Int), may("has_spoiler", Bool),
    ];
    COMMAND = "BotCommand": [need("command", Str), need("description", Str)];
    SCOPE_PLAIN = "BotCommandScope": [need("type", Str)];
    SCOPE_CHAT = "BotCommandScopeChat": [need("type", Str), need("chat_id", Chat)];
    SCOPE_MEMBER = "BotCommandScopeChatMember": [need("type", Str), need("chat_id", Chat), need("user_id", Int)];
    MENU_PLAIN = "MenuButton": [need("type", Str)];
    MENU_WEB_APP = "MenuButtonWebApp": [need("type", Str), need("text", Str), need("web_app", Object(&WEB_APP))];
    REACTION_EMOJI = "ReactionTypeEmoji": [need("type", Str), need("emoji", Str)];
    REACTION_CUSTOM = "ReactionTypeCustomEmoji": [need("type", Str), need("custom_emoji_id", Str)];
    REACTION_PAID = "ReactionTypePaid": [need("type", Str)];
}

pub(super) const CHAT: Field = need("chat_id", Chat);
pub(super) const LATITUDE: Field = need("latitude", Float);
pub(super) const LONGITUDE: Field = need("longitude", Float);

/// Who and where: the fields that open every sending method.
pub(super) static WHERE: &[Field] = &[CHAT, may("business_connection_id", Str), may("message_thread_id", Int)];
/// How: the fields that close every sending method.
pub(super) static HOW: &[Field] = &[
    may("disable_notification", Bool),
    may("protect_content", Bool),
    may("allow_paid_broadcast", Bool),
    may("message_effect_id", Str),
    may("reply_parameters", Object(&REPLY)),
];
pub(super) static MARKUP: &[Field] = &[may("reply_markup", Ty::Markup)];
pub(super) static CAPTION: &[Field] =
    &[may("caption", Str), may("parse_mode", Str), may("caption_entities", List(&ENTITY_TY))];
pub(super) static ABOVE: &[Field] = &[may("show_caption_above_media", Bool)];
/// Which message to edit, and its keyboard.
pub(super) static WHICH: &[Field] = &[
    may("business_connection_id", Str),
    may("chat_id", Chat),
    may("message_id", Int),
    may("inline_message_id", Str),
    may("reply_markup", Ty::InlineMarkup),
];
pub(super) const PHOTO: Field = need("photo", File);
pub(super) const DOCUMENT: Field = need("document", File);
pub(super) const THUMBNAIL: Field = may("thumbnail", Upload);
