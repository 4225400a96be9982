//! A message in Telegram's shape: text with entities instead of markup, keyboards of rows.

use teloxide::types::{
    ButtonRequest, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup, MessageEntity,
    MessageEntityKind, ReplyMarkup,
};

use crate::text::{Mark, Message, spans};

/// The text without marks, and the entities they made.
pub(super) fn text(message: &Message) -> (String, Vec<MessageEntity>) {
    let (plain, spans) = spans(&message.text);
    let entities = spans
        .into_iter()
        .map(|span| MessageEntity {
            kind: match span.mark {
                Mark::Bold => MessageEntityKind::Bold,
                Mark::Code => MessageEntityKind::Code,
            },
            offset: span.offset,
            length: span.length,
        })
        .collect();
    (plain, entities)
}

/// The keyboard under the message.
pub(super) fn inline(message: &Message) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(message.rows.iter().map(|row| {
        row.iter().map(|key| InlineKeyboardButton::callback(key.label.clone(), key.data.clone())).collect::<Vec<_>>()
    }))
}

/// The keyboard of a message: the reply keyboard where the location may be shared, else the one under the message.
pub(super) fn keyboard(message: &Message) -> Option<ReplyMarkup> {
    if let Some(label) = &message.share_location {
        let share = vec![KeyboardButton::new(label.clone()).request(ButtonRequest::Location)];
        let rows =
            message.rows.iter().map(|row| row.iter().map(|key| KeyboardButton::new(key.label.clone())).collect());
        let keyboard = KeyboardMarkup::new(std::iter::once(share).chain(rows).collect::<Vec<Vec<_>>>());
        return Some(ReplyMarkup::Keyboard(keyboard.resize_keyboard().one_time_keyboard()));
    }
    (!message.rows.is_empty()).then(|| ReplyMarkup::InlineKeyboard(inline(message)))
}
