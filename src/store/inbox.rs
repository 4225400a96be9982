//! Raw updates: durable before Telegram is told that they were received, done in the transaction of their effects.

use chrono::{DateTime, Utc};

use crate::domain::id::ChatId;

use super::{Tx, millis, moment};

const UPDATE: &str = "inbox.update";

/// After so many failures an update is set aside and the chat goes on.
pub(super) const ATTEMPTS: i64 = 3;

/// An update as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Telegram's number for it.
    pub update_id: i64,
    /// The chat in whose order it is handled; 0 for updates without a chat.
    pub chat: ChatId,
    /// The raw JSON.
    pub raw: String,
}

impl std::fmt::Debug for Arrived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Arrived").field("update_id", &self.update_id).field("chat", &self.chat).finish_non_exhaustive()
    }
}

/// An update that was set aside.
#[derive(Debug, Clone)]
pub struct Quarantined {
    /// Telegram's number for it.
    pub update_id: i64,
    /// The chat it came from.
    pub chat: ChatId,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The last failure, without content.
    pub fault: String,
}

impl Tx {
    /// Keeps updates; those that are kept already are left out of what is returned. One statement for all of them.
    pub async fn receive(&mut self, updates: Vec<Arrived>, now: DateTime<Utc>) -> anyhow::Result<Vec<Arrived>> {
        if updates.is_empty() {
            return Ok(updates);
        }
        let mut pieces = Vec::new();
        let mut index = Vec::with_capacity(updates.len());
        for update in &updates {
            let sealed = self.keys.seal(UPDATE, update.raw.as_bytes());
            index.push([
                update.update_id,
                update.chat.0,
                i64::try_from(pieces.len() + 1)?,
                i64::try_from(sealed.len())?,
            ]);
            pieces.extend_from_slice(&sealed);
        }
        let (index, now) = (serde_json::to_string(&index)?, millis(now));
        let kept: std::collections::HashSet<i64> = sqlx::query_scalar!(
            r#"insert into inbox (update_id, chat_id, update_sealed, received_at)
               select value ->> 0, value ->> 1, substr(?1, value ->> 2, value ->> 3), ?2
               from json_each(?3)
               where true
               on conflict do nothing
               returning update_id as "update_id!: i64""#,
            pieces,
            now,
            index
        )
        .fetch_all(&mut *self.inner)
        .await?
        .into_iter()
        .collect();
        Ok(updates.into_iter().filter(|update| kept.contains(&update.update_id)).collect())
    }

    /// Updates that are not done, in the order in which they came: what a start begins with.
    pub async fn unhandled(&mut self) -> anyhow::Result<Vec<Arrived>> {
        let rows = sqlx::query!(
            r#"select update_id as "update_id!: i64", chat_id as "chat_id!: ChatId", update_sealed
               from inbox
               where done_at is null and quarantined_at is null
               order by update_id"#
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                let raw = String::from_utf8(self.keys.open(UPDATE, &row.update_sealed)?)?;
                Ok(Arrived { update_id: row.update_id, chat: row.chat_id, raw })
            })
            .collect()
    }

    /// Marks updates as done.
    pub async fn done(&mut self, updates: &[i64], now: DateTime<Utc>) -> anyhow::Result<()> {
        let (updates, now) = (serde_json::to_string(updates)?, millis(now));
        sqlx::query!("update inbox set done_at = ? where update_id in (select value from json_each(?))", now, updates)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Counts a failure. Whether the update is set aside by it.
    pub async fn failed(&mut self, update: i64, fault: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let attempts = sqlx::query_scalar!(
            "update inbox
             set attempts = attempts + 1,
                 fault = ?1,
                 quarantined_at = case when attempts + 1 >= ?2 then ?3 end
             where update_id = ?4
             returning attempts",
            fault,
            ATTEMPTS,
            now,
            update
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(attempts >= ATTEMPTS)
    }

    /// The highest number received and when; where to go on asking.
    pub async fn last_update(&mut self) -> anyhow::Result<Option<(i64, DateTime<Utc>)>> {
        let row = sqlx::query!(
            r#"select update_id as "update_id!: i64", received_at as "received_at!: i64"
               from inbox
               order by received_at desc, update_id desc
               limit 1"#
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row.map(|row| (row.update_id, moment(row.received_at))))
    }

    /// Updates that were set aside, the oldest first.
    pub async fn quarantine(&mut self) -> anyhow::Result<Vec<Quarantined>> {
        let rows = sqlx::query!(
            r#"select update_id as "update_id!: i64", chat_id as "chat_id!: ChatId", received_at, fault
               from inbox
               where quarantined_at is not null and done_at is null
               order by update_id"#
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows
            .into_iter()
            .map(|row| Quarantined {
                update_id: row.update_id,
                chat: row.chat_id,
                received_at: moment(row.received_at),
                fault: row.fault.unwrap_or_default(),
            })
            .collect())
    }

    /// The raw JSON of an update that was set aside.
    pub async fn quarantined_raw(&mut self, update: i64) -> anyhow::Result<Option<String>> {
        let sealed = sqlx::query_scalar!(
            "select update_sealed from inbox where update_id = ? and quarantined_at is not null and done_at is null",
            update
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        sealed.map(|sealed| Ok(String::from_utf8(self.keys.open(UPDATE, &sealed)?)?)).transpose()
    }

    /// Puts a set-aside update back, to be handled when the bot looks next. Whether there was one.
    pub async fn retry_quarantined(&mut self, update: i64) -> anyhow::Result<bool> {
        let done = sqlx::query!(
            "update inbox set quarantined_at = null, attempts = 0
             where update_id = ? and quarantined_at is not null and done_at is null",
            update
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Gives a set-aside update up. Whether there was one.
    pub async fn drop_quarantined(&mut self, update: i64, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update inbox set done_at = ? where update_id = ? and quarantined_at is not null and done_at is null",
            now,
            update
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }
}
