//! Reporters and their consent.

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{ReporterId, UserId},
    language::Language,
};

use super::{Tx, known, millis, moment};

/// A person who reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// The row.
    pub id: ReporterId,
    /// Their language.
    pub language: Language,
}

impl Tx {
    /// The reporter of a Telegram user, if the user ever spoke to the bot.
    pub async fn reporter(&mut self, user: UserId) -> anyhow::Result<Option<Reporter>> {
        let row = sqlx::query!(
            r#"select reporter_id as "reporter_id!: ReporterId", language
               from reporter
               where telegram_id = ?"#,
            user
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Reporter { id: row.reporter_id, language: known(Language::named(&row.language), "language")? })
        })
        .transpose()
    }

    /// Makes a reporter of a Telegram user, or changes the language of one.
    pub async fn set_language(
        &mut self,
        user: UserId,
        language: Language,
        now: DateTime<Utc>,
    ) -> anyhow::Result<ReporterId> {
        let (code, now) = (language.as_str(), millis(now));
        Ok(sqlx::query_scalar!(
            r#"insert into reporter (telegram_id, language, created_at)
               values (?, ?, ?)
               on conflict (telegram_id) do update set language = excluded.language
               returning reporter_id as "reporter_id!: ReporterId""#,
            user,
            code,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// The language of a Telegram user who ever spoke to the bot.
    pub async fn language_of(&mut self, user: UserId) -> anyhow::Result<Option<Language>> {
        Ok(self.reporter(user).await?.map(|reporter| reporter.language))
    }

    /// When the reporter agreed to this version of the privacy text, if they did and have not withdrawn.
    pub async fn consent(&mut self, reporter: ReporterId, version: &str) -> anyhow::Result<Option<DateTime<Utc>>> {
        let given = sqlx::query_scalar!(
            "select given_at
             from consent
             where reporter_id = ? and version = ? and withdrawn_at is null",
            reporter,
            version
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(given.map(moment))
    }

    /// Records consent, once.
    pub async fn give_consent(
        &mut self,
        reporter: ReporterId,
        version: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        if self.consent(reporter, version).await?.is_none() {
            let now = millis(now);
            sqlx::query!(
                "insert into consent (reporter_id, version, given_at) values (?, ?, ?)",
                reporter,
                version,
                now
            )
            .execute(&mut *self.inner)
            .await?;
        }
        Ok(())
    }

    /// Records the withdrawal of whatever was agreed to.
    pub async fn withdraw_consent(&mut self, reporter: ReporterId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update consent set withdrawn_at = ? where reporter_id = ? and withdrawn_at is null",
            now,
            reporter
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }
}
