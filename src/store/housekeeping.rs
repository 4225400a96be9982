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
                 drawn_message = null, remind_at = null, draft_due_at = null
             where touched_at < ?",
            empty,
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }

    /// Deletes stays that ended before a day, with all that hangs on them but their receipts, which hold nothing of the
    /// guest. `secure_delete` overwrites what they held.
    pub async fn forget_stays(&mut self, departed_before: NaiveDate) -> anyhow::Result<u64> {
        // What refers to several of them goes first: no foreign key may hold up a purge, and no row in the outbox may ask
        // for a thing that is gone.
        sqlx::query!(
            "delete from outbox
             where alert_id in (select alert_id from alert a join stay s on s.stay_id = a.stay_id where s.departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from case_signal where stay_id in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "update stay set moved_from = null where moved_from in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from link
             where earlier_stay_id in (select stay_id from stay where departed_on < ?1)
                or later_stay_id in (select stay_id from stay where departed_on < ?1)",
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
            "delete from reminder where stay_id in (select stay_id from stay where departed_on < ?)",
            departed_before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from hush where stay_id in (select stay_id from stay where departed_on < ?)",
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

    /// Deletes receipts of before a moment whose reports are gone.
    pub async fn forget_receipts(&mut self, made_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(made_before);
        let done = sqlx::query!(
            "delete from receipt
             where made_at < ? and not exists (select 1 from report where report.report_id = receipt.report_id)",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }

    /// Deletes rows of the outbox that were shown, or given up, before a moment, but for the copies of alerts and cases,
    /// which may change.
    pub async fn forget_sent(&mut self, shown_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(shown_before);
        let done = sqlx::query!(
            "delete from outbox where state in ('shown', 'dead') and alert_id is null and case_id is null and created_at < ?",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected())
    }
}
