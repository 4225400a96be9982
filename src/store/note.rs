//! Small things to remember under a name.

use chrono::{DateTime, Utc};

use super::{Tx, millis, moment};

impl Tx {
    /// What was noted under a name, and when.
    pub async fn note(&mut self, name: &str) -> anyhow::Result<Option<(String, DateTime<Utc>)>> {
        let row =
            sqlx::query!("select text, at from note where name = ?", name).fetch_optional(&mut *self.inner).await?;
        Ok(row.map(|row| (row.text, moment(row.at))))
    }

    /// The bot's name in links, once it is known.
    pub async fn bot_username(&mut self) -> anyhow::Result<Option<String>> {
        Ok(self.note("bot-username").await?.map(|(name, _)| name))
    }

    /// Notes a text under a name, in the place of what was there.
    pub async fn set_note(&mut self, name: &str, text: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "insert into note (name, text, at) values (?, ?, ?)
             on conflict (name) do update set text = excluded.text, at = excluded.at",
            name,
            text,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }
}
