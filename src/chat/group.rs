//! A turn in a group: officers press the buttons of alerts; the bot comes and goes. Nobody else is listened to.

use crate::{
    actions::{self, Acknowledged, Context, Decided, DigestSeen, Viewed},
    domain::{concern::ReadyAnswer, language::Language, press::Press},
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
        What::Command { .. } | What::Text(_) | What::Location { .. } | What::File(_) | What::Odd(_) | What::Nothing => {
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
        Some(Press::Details(id)) => viewed(words, actions::view_details(tx, context, incoming.user, id).await?),
        Some(Press::DigestSeen(id)) => match actions::see_digest(tx, context, incoming.user, id).await? {
            DigestSeen::Taken => (words.msg_digest_seen_done(), false),
            DigestSeen::AlreadyBy(first) => (words.msg_digest_seen_already(first), false),
            DigestSeen::NotEnrolled => (words.msg_alert_not_enrolled(), true),
        },
        Some(press) => case_press(tx, context, incoming, words, press).await?,
        None => (words.msg_old_button_alert(), true),
    };
    Ok(Effect::Answer { query: pressed.query.clone(), text: Some(text), alert })
}

fn viewed(words: &Words, viewed: Viewed) -> (String, bool) {
    match viewed {
        Viewed::Sent => (words.msg_alert_details_sent(), false),
        Viewed::StartFirst => (words.msg_alert_details_start_first(), true),
        Viewed::NotEnrolled => (words.msg_alert_not_enrolled(), true),
    }
}

/// A button of a case, in the group of the protection desk.
async fn case_press(
    tx: &mut Tx,
    context: Context,
    incoming: &Incoming,
    words: &Words,
    press: Press,
) -> anyhow::Result<(String, bool)> {
    let user = incoming.user;
    let answer = match press {
        Press::AnswerReceived(id) => Some((id, ReadyAnswer::Received)),
        Press::AnswerTellMore(id) => Some((id, ReadyAnswer::TellMore)),
        Press::AnswerDanger(id) => Some((id, ReadyAnswer::Danger)),
        Press::AnswerPapers(id) => Some((id, ReadyAnswer::Papers)),
        Press::AnswerDone(id) => Some((id, ReadyAnswer::Done)),
        _ => None,
    };
    let decided = match (press, answer) {
        (_, Some((id, answer))) => actions::answer_concern(tx, context, user, id, answer).await?,
        (Press::CloseCase(id), _) => actions::close_concern(tx, context, user, id).await?,
        (Press::ReleaseCase(id), _) => actions::release_case(tx, context, user, id).await?,
        (Press::KeepCase(id), _) => actions::keep_case(tx, context, user, id).await?,
        (Press::CasePerson(stay), _) => return Ok(viewed(words, actions::view_person(tx, context, user, stay).await?)),
        _ => return Ok((words.msg_old_button_alert(), true)),
    };
    Ok(match decided {
        Decided::Done if answer.is_some() => (words.msg_case_answered(), false),
        Decided::Done => (words.msg_case_noted(), false),
        Decided::NeedsAnother => (words.msg_case_needs_another(), true),
        Decided::NoWayBack => (words.msg_case_answer_unwanted(), true),
        Decided::Over => (words.msg_case_over(), true),
        Decided::NotEnrolled => (words.msg_alert_not_enrolled(), true),
    })
}
