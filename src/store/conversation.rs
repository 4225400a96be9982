//! Conversations: one row a private chat, loaded and saved for many chats at a time.

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{ChatId, ReporterId},
    language::Language,
};

use super::{Reporter, Tx, known, millis, moment};

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
    /// The person wants to be forgotten: it is not kept.
    pub forgotten: bool,
    /// What `chat` makes of it, as JSON; empty in a conversation that has just begun.
    pub state: Vec<u8>,
    /// Until when the draft under way has to be sent; `None` without one.
    pub draft_due_at: Option<DateTime<Utc>>,
    /// When the person is told that the draft has to be sent; `None` once they were, or where it is too late.
    pub remind_at: Option<DateTime<Utc>>,
}

impl Conversation {
    /// A conversation that has just begun.
    pub fn beginning(chat: ChatId) -> Self {
        Self {
            chat,
            reporter: None,
            consented: false,
            version: 0,
            drawn: 0,
            drawn_message: None,
            forgotten: false,
            state: Vec::new(),
            draft_due_at: None,
            remind_at: None,
        }
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
            r#"select c.chat_id as "chat_id!: ChatId", c.version, c.drawn, c.drawn_message, c.state_sealed, c.draft_due_at, c.remind_at,
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
                    forgotten: false,
                    state: self.keys.open(STATE, &row.state_sealed)?,
                    draft_due_at: row.draft_due_at.map(moment),
                    remind_at: row.remind_at.map(moment),
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
            let (due_at, remind_at) = (conversation.draft_due_at.map(millis), conversation.remind_at.map(millis));
            index.push((conversation.chat.0, conversation.version, start, length, due_at, remind_at));
            pieces.extend_from_slice(&sealed);
        }
        let (index, now) = (serde_json::to_string(&index)?, millis(now));
        sqlx::query!(
            "insert into conversation (chat_id, version, state_sealed, touched_at, draft_due_at, remind_at)
             select value ->> 0, value ->> 1, substr(?1, value ->> 2, value ->> 3), ?2, value ->> 4, value ->> 5
             from json_each(?3)
             where true
             on conflict (chat_id) do update
             set version = excluded.version, state_sealed = excluded.state_sealed, touched_at = excluded.touched_at,
                 draft_due_at = excluded.draft_due_at, remind_at = excluded.remind_at",
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
        if self.has_talks().await? {
            for &(chat, version, message) in screens {
                self.note_talk_screen(chat, version, message).await?;
            }
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

    /// Chats whose draft is to be reminded of, with the moment by which it has to be sent; at most `limit`.
    pub async fn drafts_to_remind(
        &mut self,
        now: DateTime<Utc>,
        limit: i64,
    ) -> anyhow::Result<Vec<(ChatId, DateTime<Utc>)>> {
        let now = millis(now);
        let rows = sqlx::query!(
            r#"select chat_id as "chat_id!: ChatId", coalesce(draft_due_at, remind_at) as "due_at!: i64"
               from conversation
               where remind_at is not null and remind_at <= ?
               order by remind_at, chat_id
               limit ?"#,
            now,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.chat_id, moment(row.due_at))).collect())
    }

    /// The person was told of the draft.
    pub async fn draft_reminded(&mut self, chat: ChatId) -> anyhow::Result<()> {
        sqlx::query!("update conversation set remind_at = null where chat_id = ?", chat)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Until when the draft of a chat has to be sent, while there is one.
    pub async fn draft_due(&mut self, chat: ChatId) -> anyhow::Result<Option<DateTime<Utc>>> {
        let due = sqlx::query_scalar!("select draft_due_at from conversation where chat_id = ?", chat)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(due.flatten().map(moment))
    }
}
