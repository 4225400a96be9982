//! Conversations: one row a private chat, loaded and saved for many chats at a time.

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{ChatId, ReporterId},
    language::Language,
};

use super::{Reporter, Tx, known, millis};

const STATE: &str = "conversation.state";

/// A private chat's conversation.
#[derive(Clone, PartialEq, Eq)]
pub struct Conversation {
    /// The chat.
    pub chat: ChatId,
    /// Who it is, once a language was chosen.
    pub reporter: Option<Reporter>,
    /// Whether the present privacy text was agreed to.
    pub consented: bool,
    /// Grows with each turn that draws a screen; buttons of earlier versions are stale.
    pub version: i64,
    /// The last version whose screen reached the chat.
    pub drawn: i64,
    /// The message that shows it.
    pub drawn_message: Option<i64>,
    /// What `chat` makes of it, as JSON; empty in a conversation that has just begun.
    pub state: Vec<u8>,
}

impl Conversation {
    /// A conversation that has just begun.
    pub fn beginning(chat: ChatId) -> Self {
        Self { chat, reporter: None, consented: false, version: 0, drawn: 0, drawn_message: None, state: Vec::new() }
    }
}

impl Tx {
    /// The conversations of some chats; chats without one are left out.
    pub async fn conversations(
        &mut self,
        chats: &[ChatId],
        consent_version: &str,
    ) -> anyhow::Result<Vec<Conversation>> {
        let chats = serde_json::to_string(chats)?;
        let rows = sqlx::query!(
            r#"select c.chat_id as "chat_id!: ChatId", c.version, c.drawn, c.drawn_message, c.state_sealed,
                      r.reporter_id as "reporter_id?: ReporterId", r.language as "language?",
                      exists (
                          select 1
                          from consent
                          where reporter_id = r.reporter_id and version = ?1 and withdrawn_at is null
                      ) as "consented!: bool"
               from conversation c
               left join reporter r on r.telegram_id = c.chat_id
               where c.chat_id in (select value from json_each(?2))"#,
            consent_version,
            chats
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                let reporter = match (row.reporter_id, row.language) {
                    (Some(id), Some(code)) => {
                        Some(Reporter { id, language: known(Language::named(&code), "language")? })
                    }
                    _ => None,
                };
                Ok(Conversation {
                    chat: row.chat_id,
                    reporter,
                    consented: row.consented,
                    version: row.version,
                    drawn: row.drawn,
                    drawn_message: row.drawn_message,
                    state: self.keys.open(STATE, &row.state_sealed)?,
                })
            })
            .collect()
    }

    /// Saves conversations. One statement for all of them; what was drawn is marked by `drawn`, not here.
    pub async fn save_conversations(
        &mut self,
        conversations: &[Conversation],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        if conversations.is_empty() {
            return Ok(());
        }
        let mut pieces = Vec::new();
        let mut index = Vec::with_capacity(conversations.len());
        for conversation in conversations {
            let sealed = self.keys.seal(STATE, &conversation.state);
            let (start, length) = (i64::try_from(pieces.len() + 1)?, i64::try_from(sealed.len())?);
            index.push([conversation.chat.0, conversation.version, start, length]);
            pieces.extend_from_slice(&sealed);
        }
        let (index, now) = (serde_json::to_string(&index)?, millis(now));
        sqlx::query!(
            "insert into conversation (chat_id, version, state_sealed, touched_at)
             select value ->> 0, value ->> 1, substr(?1, value ->> 2, value ->> 3), ?2
             from json_each(?3)
             where true
             on conflict (chat_id) do update
             set version = excluded.version, state_sealed = excluded.state_sealed, touched_at = excluded.touched_at",
            pieces,
            now,
            index
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Marks screens as drawn: chat, version and message of each.
    pub async fn drawn(&mut self, screens: &[(ChatId, i64, i64)]) -> anyhow::Result<()> {
        if screens.is_empty() {
            return Ok(());
        }
        let screens = serde_json::to_string(screens)?;
        sqlx::query!(
            "update conversation
             set drawn = screen.value ->> 1, drawn_message = screen.value ->> 2
             from json_each(?) as screen
             where chat_id = screen.value ->> 0 and drawn <= screen.value ->> 1",
            screens
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Chats whose last screen never reached them, for drawing again after a start.
    pub async fn undrawn(&mut self) -> anyhow::Result<Vec<ChatId>> {
        Ok(sqlx::query_scalar!(
            r#"select chat_id as "chat_id!: ChatId" from conversation where drawn < version order by chat_id"#
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }
}
