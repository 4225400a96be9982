//! What time takes away: updates long done, drafts nobody touched, messages long sent.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Tx, millis};

impl Tx {
    /// Deletes updates that were done before a moment. They are kept so long only to know a repeat.
    pub async fn forget_updates(&mut self, done_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(done_before);
        let done = sqlx::query!("delete from inbox where done_at < ?", before).execute(&mut *self.inner).await?;
        Ok(done.rows_affected())
    }

    /// Empties conversations that nobody touched since a moment. Their last message shows nothing that goes on.
    pub async fn forget_drafts(&mut self, untouched_since: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(untouched_since);
        let empty = self.keys.seal("conversation.state", b"");
        let done = sqlx::query!(
            "update conversation set state_sealed = ?, touched_at = 9223372036854775807, version = version + 1, drawn = version + 1,
                 drawn_message = null
             where touched_at < ?",
            empty,
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }

    /// Deletes stays that ended before a day, with all that hangs on them. `secure_delete` overwrites what they held.
    pub async fn forget_stays(&mut self, departed_before: NaiveDate) -> anyhow::Result<u64> {
        sqlx::query!(
            "delete from outbox
             where alert_id in (select alert_id from alert a join stay s on s.stay_id = a.stay_id where s.departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from alert where stay_id in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from stay_check where stay_id in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from report where stay_id in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        let done =
            sqlx::query!("delete from stay where departed_on < ?", departed_before).execute(&mut *self.inner).await?;
        Ok(done.rows_affected())
    }

    /// Deletes rows of the outbox that were shown before a moment, but for the copies of alerts, which may change.
    pub async fn forget_sent(&mut self, shown_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(shown_before);
        let done =
            sqlx::query!("delete from outbox where state = 'shown' and alert_id is null and created_at < ?", before)
                .execute(&mut *self.inner)
                .await?;
        Ok(done.rows_affected())
    }
}
