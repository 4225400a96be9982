//! The bot's name, descriptions and command menus in three languages, set by a difference: what was set last is noted,
//! and nothing is called when nothing changed.

use serde_json::{Value, json};
use teloxide::{
    payloads::{
        SetMyCommands, SetMyCommandsSetters, SetMyDescription, SetMyDescriptionSetters, SetMyName, SetMyNameSetters,
        SetMyShortDescription, SetMyShortDescriptionSetters,
    },
    types::BotCommand,
};

use crate::{
    clock::Clock,
    store::Store,
    text::{Language, Words},
};

use super::{api::Api, fault::ApiFault};

/// The languages to set: each of ours, and English for every other client.
const TAGS: [(&str, Language); 4] =
    [("", Language::En), ("km", Language::Km), ("en", Language::En), ("zh", Language::Zh)];

fn commands(words: &Words) -> Vec<BotCommand> {
    [
        ("report", words.msg_command_report()),
        ("stays", words.msg_command_stays()),
        ("receipts", words.msg_command_receipts()),
        ("template", words.msg_command_template()),
        ("export", words.msg_command_export()),
        ("premises", words.msg_command_premises()),
        ("language", words.msg_command_language()),
        ("help", words.msg_command_help()),
        ("advice", words.msg_command_advice()),
        ("privacy", words.msg_command_privacy()),
        ("mydata", words.msg_command_mydata()),
        ("deletemydata", words.msg_command_deletemydata()),
        ("check", words.msg_command_check()),
        ("cancel", words.msg_command_cancel()),
        ("start", words.msg_command_start()),
    ]
    .map(|(command, description)| BotCommand::new(command, description))
    .to_vec()
}

/// Learns the bot's own name and notes it; links to the bot are made of it.
pub async fn learn_name(api: &Api, store: &Store, clock: &Clock) -> anyhow::Result<()> {
    let name = api.me().await?;
    let mut tx = store.write().await?;
    if tx.bot_username().await?.as_ref() != Some(&name) {
        tx.set_bot_username(&name, clock.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Sets what differs from what was set last. How many calls were made.
pub async fn set_profile(api: &Api, store: &Store, clock: &Clock) -> anyhow::Result<usize> {
    let mut calls = 0;
    for (tag, language) in TAGS {
        let words = Words::of(language);
        let (name, about, short) =
            (words.msg_bot_name(), words.msg_bot_description(), words.msg_bot_short_description());
        let commands = commands(words);
        let pieces: [(&str, Value); 4] =
            [("name", json!(name)), ("about", json!(about)), ("short", json!(short)), ("commands", json!(commands))];
        for (piece, wanted) in pieces {
            let (note, wanted) = (format!("profile:{tag}:{piece}"), wanted.to_string());
            let mut tx = store.write().await?;
            let set = tx.note(&note).await?;
            drop(tx);
            if set.is_some_and(|(set, _)| set == wanted) {
                continue;
            }
            calls += 1;
            let done: Result<bool, ApiFault> = match piece {
                "name" => api.call(&SetMyName::new().name(name.clone()).language_code(tag)).await,
                "about" => api.call(&SetMyDescription::new().description(about.clone()).language_code(tag)).await,
                "short" => {
                    api.call(&SetMyShortDescription::new().short_description(short.clone()).language_code(tag)).await
                }
                _ => api.call(&SetMyCommands::new(commands.clone()).language_code(tag)).await,
            };
            done?;
            let mut tx = store.write().await?;
            tx.set_note(&note, &wanted, clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(calls)
}
