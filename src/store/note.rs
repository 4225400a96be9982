//! Small things to remember under a name.

use chrono::{DateTime, Utc};

use super::{Tx, millis, moment};

/// The bot's own name in Telegram, under which it was noted.
const BOT: &str = "bot-username";

impl Tx {
    /// The bot's user name without `@`, once it is known; links to the bot are made of it.
    pub async fn bot_username(&mut self) -> anyhow::Result<Option<String>> {
        Ok(self.note(BOT).await?.map(|(name, _)| name).filter(|name| !name.is_empty()))
    }

    /// Notes the bot's user name, as Telegram tells it.
    pub async fn set_bot_username(&mut self, name: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        self.set_note(BOT, name, now).await
    }

    /// What was noted under a name, and when.
    pub async fn note(&mut self, name: &str) -> anyhow::Result<Option<(String, DateTime<Utc>)>> {
        let row =
            sqlx::query!("select text, at from note where name = ?", name).fetch_optional(&mut *self.inner).await?;
        Ok(row.map(|row| (row.text, moment(row.at))))
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
