//! Many chats' updates in one transaction: load all, take each turn, save all, mark all as done.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::{
    actions::Context,
    domain::id::ChatId,
    store::{Conversation, Tx},
};

use super::{
    PRIVACY_VERSION, group,
    incoming::{Effect, Incoming},
    private,
};

/// What every turn may know besides its subject.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Moment and operator.
    pub context: Context,
}

impl Setting {
    /// At a moment, with the operator's chat where one is configured.
    pub fn at(now: DateTime<Utc>, operator: Option<ChatId>) -> Self {
        Self { context: Context { now, operator } }
    }
}

/// Takes the turns of updates, at most one a chat, and marks the updates as done. Nothing is committed here.
pub async fn handle(tx: &mut Tx, setting: Setting, updates: &[(i64, Incoming)]) -> anyhow::Result<Vec<Effect>> {
    let chats: Vec<ChatId> =
        updates.iter().map(|(_, incoming)| incoming.chat).filter(|chat| chat.is_private()).collect();
    let mut conversations = load(tx, &chats).await?;
    let mut effects = Vec::new();
    let mut changed = Vec::new();
    for (_, incoming) in updates {
        if incoming.chat.is_private() {
            let mut conversation =
                conversations.remove(&incoming.chat).unwrap_or_else(|| Conversation::beginning(incoming.chat));
            let before = conversation.clone();
            effects.extend(private::turn(tx, setting.context, &mut conversation, incoming).await?);
            // Of whoever wants to be forgotten nothing is written down again.
            if conversation != before && !conversation.forgotten {
                changed.push(conversation);
            }
        } else {
            effects.extend(group::turn(tx, setting.context, incoming).await?);
        }
    }
    tx.save_conversations(&changed, setting.context.now).await?;
    let ids: Vec<i64> = updates.iter().map(|&(id, _)| id).collect();
    tx.done(&ids, setting.context.now).await?;
    Ok(effects)
}

/// Draws the screens again that never reached their chats.
pub async fn redraw(tx: &mut Tx, setting: Setting, chats: &[ChatId]) -> anyhow::Result<Vec<Effect>> {
    let mut effects = Vec::new();
    let mut changed = Vec::new();
    for (_, mut conversation) in load(tx, chats).await? {
        effects.extend(private::redraw(tx, setting.context, &mut conversation).await?);
        changed.push(conversation);
    }
    tx.save_conversations(&changed, setting.context.now).await?;
    Ok(effects)
}

async fn load(tx: &mut Tx, chats: &[ChatId]) -> anyhow::Result<HashMap<ChatId, Conversation>> {
    let loaded = tx.conversations(chats, PRIVACY_VERSION).await?;
    Ok(loaded.into_iter().map(|conversation| (conversation.chat, conversation)).collect())
}
