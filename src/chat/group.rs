//! A turn in a group: officers press the buttons of alerts; the bot comes and goes. Nobody else is listened to.

use crate::{
    actions::{self, Acknowledged, Context, Viewed},
    domain::{language::Language, press::Press},
    store::Tx,
    text::{Message, Words},
};

use super::incoming::{Effect, Incoming, Pressed, What};

pub(super) async fn turn(tx: &mut Tx, context: Context, incoming: &Incoming) -> anyhow::Result<Vec<Effect>> {
    match &incoming.what {
        What::Press(pressed) => Ok(vec![press(tx, context, incoming, pressed).await?]),
        What::Command { name, .. } if matches!(name.as_str(), "start" | "help" | "id") => {
            let words = words_of(tx, incoming).await?;
            let message = Message::saying(words.msg_group_hello(incoming.chat.to_string()));
            Ok(vec![Effect::Show { chat: incoming.chat, message, version: None, replace: None }])
        }
        What::Left => {
            actions::chat_is_gone(tx, context, incoming.chat).await?;
            Ok(Vec::new())
        }
        What::Joined => {
            actions::chat_is_back(tx, incoming.chat).await?;
            Ok(Vec::new())
        }
        What::Migrated(to) => {
            tx.move_chat(incoming.chat, *to).await?;
            Ok(Vec::new())
        }
        What::Command { .. } | What::Text(_) | What::Location { .. } | What::Odd { .. } | What::Nothing => {
            Ok(Vec::new())
        }
    }
}

/// The words of the group's unit, else of the person who speaks.
async fn words_of(tx: &mut Tx, incoming: &Incoming) -> anyhow::Result<&'static Words> {
    let unit = tx.units().await?.into_iter().find(|unit| unit.chat == incoming.chat);
    let language = match unit {
        Some(unit) => unit.language,
        None => {
            tx.language_of(incoming.user).await?.unwrap_or_else(|| Language::guess(incoming.client_language.as_deref()))
        }
    };
    Ok(Words::of(language))
}

async fn press(tx: &mut Tx, context: Context, incoming: &Incoming, pressed: &Pressed) -> anyhow::Result<Effect> {
    let words = words_of(tx, incoming).await?;
    let (text, alert) = match tx.keys().read_standing(incoming.chat, &pressed.data) {
        Some(Press::Acknowledge(id)) => match actions::acknowledge(tx, context, incoming.user, id).await? {
            Acknowledged::Taken => (words.msg_alert_acknowledged(), false),
            Acknowledged::AlreadyBy(first) => (words.msg_alert_acknowledged_already(first), false),
            Acknowledged::Gone => (words.msg_old_button_alert(), true),
            Acknowledged::NotEnrolled => (words.msg_alert_not_enrolled(), true),
        },
        Some(Press::Details(id)) => match actions::view_details(tx, context, incoming.user, id).await? {
            Viewed::Sent => (words.msg_alert_details_sent(), false),
            Viewed::StartFirst => (words.msg_alert_details_start_first(), true),
            Viewed::NotEnrolled => (words.msg_alert_not_enrolled(), true),
        },
        _ => (words.msg_old_button_alert(), true),
    };
    Ok(Effect::Answer { query: pressed.query.clone(), text: Some(text), alert })
}
