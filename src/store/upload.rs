//! Files that people sent, as Telegram has them, until they are read. A picture's bytes are never kept.

use chrono::{DateTime, Utc};

use crate::domain::id::{BatchId, ChatId, UploadId, UserId};

use super::{Lane, Tx, What, millis};

const FILE: &str = "upload.file";
const BYTES: &str = "upload.bytes";

/// A file to be read.
#[derive(Clone)]
pub struct Upload {
    /// The row.
    pub id: UploadId,
    /// The batch.
    pub batch: BatchId,
    /// Its name at Telegram.
    pub file: Option<String>,
    /// Its bytes, where they are kept: of a table that is read anew.
    pub bytes: Option<Vec<u8>>,
    /// How often reading was tried, this time included.
    pub attempts: i64,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upload").field("id", &self.id).field("batch", &self.batch).finish_non_exhaustive()
    }
}

impl Tx {
    /// Keeps a file of a batch, once for each message; whether it is new.
    pub async fn add_upload(
        &mut self,
        batch: BatchId,
        message: i64,
        album: Option<&str>,
        file: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let (sealed, now) = (self.keys.seal(FILE, file.as_bytes()), millis(now));
        let added = sqlx::query!(
            "insert into upload (batch_id, message_id, album, file_sealed, state, due_at)
             values (?, ?, ?, ?, 'waiting', ?)
             on conflict do nothing",
            batch,
            message,
            album,
            sealed,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("update batch set state = 'received', touched_at = ? where batch_id = ?", now, batch)
            .execute(&mut *self.inner)
            .await?;
        self.has_files = true;
        Ok(added.rows_affected() > 0)
    }

    /// The batch that holds siblings of an album, while it takes more.
    pub async fn batch_of_album(&mut self, user: UserId, album: &str) -> anyhow::Result<Option<BatchId>> {
        Ok(sqlx::query_scalar!(
            r#"select u.batch_id as "batch_id!: BatchId"
               from upload u
               join batch b on b.batch_id = u.batch_id
               join reporter r on r.reporter_id = b.reporter_id
               where u.album = ? and r.telegram_id = ? and b.state in ('received', 'read', 'to_confirm', 'failed')
               order by u.upload_id desc
               limit 1"#,
            album,
            user
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// Whether a batch came as one single file.
    pub async fn is_single(&mut self, batch: BatchId) -> anyhow::Result<bool> {
        let other =
            sqlx::query_scalar!(r#"select count(*) + count(album) as "n!: i64" from upload where batch_id = ?"#, batch);
        Ok(other.fetch_one(&mut *self.inner).await? == 1)
    }

    /// Takes the file that waits longest, of a batch whose place is known; it counts as tried.
    pub async fn take_upload(&mut self, now: DateTime<Utc>) -> anyhow::Result<Option<Upload>> {
        let now = millis(now);
        let row = sqlx::query!(
            r#"update upload
               set attempts = attempts + 1
               where upload_id = (
                   select u.upload_id
                   from upload u
                   join batch b on b.batch_id = u.batch_id
                   where u.state = 'waiting' and u.due_at <= ?1 and b.premises_id is not null
                   order by u.due_at, u.upload_id
                   limit 1
               )
               returning upload_id as "upload_id!: UploadId", batch_id as "batch_id!: BatchId", file_sealed, bytes_sealed,
                         attempts"#,
            now
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            let file = row.file_sealed.map(|sealed| self.keys.open(FILE, &sealed)).transpose()?;
            Ok(Upload {
                id: row.upload_id,
                batch: row.batch_id,
                file: file.map(String::from_utf8).transpose()?,
                bytes: row.bytes_sealed.map(|sealed| self.keys.open(BYTES, &sealed)).transpose()?,
                attempts: row.attempts,
            })
        })
        .transpose()
    }

    /// A file is to be tried again later.
    pub async fn postpone_upload(&mut self, upload: UploadId, due_at: DateTime<Utc>) -> anyhow::Result<()> {
        let due_at = millis(due_at);
        sqlx::query!("update upload set due_at = ? where upload_id = ?", due_at, upload)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A file was read, or could not be and why. Its message leaves the chat, and Telegram's name for it is forgotten.
    /// `bytes` are kept of a table, until its batch ends.
    pub async fn uploaded(
        &mut self,
        upload: UploadId,
        chat: ChatId,
        refusal: Option<&str>,
        bytes: Option<&[u8]>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let state = if refusal.is_some() { "refused" } else { "read" };
        let bytes = bytes.map(|bytes| self.keys.seal(BYTES, bytes));
        sqlx::query!(
            "update upload
             set state = ?, refusal = ?, file_sealed = null, bytes_sealed = ?
             where upload_id = ?",
            state,
            refusal,
            bytes,
            upload
        )
        .execute(&mut *self.inner)
        .await?;
        // Numbers of uploads are given again once their batches are forgotten; a message's is not.
        let message = self.message_of_upload(upload).await?.unwrap_or_default();
        let key = format!("upload:{}:{message}", chat.0);
        self.enqueue(&key, (chat, None), Lane::Prompt, What::Upload(upload), now).await
    }

    /// The tables of a batch are to be read anew: the meaning of a column is known by now.
    pub async fn read_anew(&mut self, batch: BatchId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update upload
             set state = 'waiting', refusal = null, attempts = 0, due_at = ?
             where batch_id = ? and bytes_sealed is not null",
            now,
            batch
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("update batch set state = 'received', touched_at = ? where batch_id = ?", now, batch)
            .execute(&mut *self.inner)
            .await?;
        self.has_files = true;
        Ok(())
    }

    /// The message that held a file.
    pub async fn message_of_upload(&mut self, upload: UploadId) -> anyhow::Result<Option<i64>> {
        Ok(sqlx::query_scalar!("select message_id from upload where upload_id = ?", upload)
            .fetch_optional(&mut *self.inner)
            .await?)
    }

    /// Why files of a batch could not be read, with how many each.
    pub async fn refusals(&mut self, batch: BatchId) -> anyhow::Result<Vec<(String, i64)>> {
        let rows = sqlx::query!(
            r#"select refusal as "refusal!", count(*) as "count!: i64"
               from upload
               where batch_id = ? and refusal is not null
               group by refusal
               order by min(upload_id)"#,
            batch
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.refusal, row.count)).collect())
    }

    /// The bytes of a batch's table, while they are kept.
    pub async fn table_bytes(&mut self, batch: BatchId) -> anyhow::Result<Option<Vec<u8>>> {
        let sealed = sqlx::query_scalar!(
            "select bytes_sealed from upload where batch_id = ? and bytes_sealed is not null order by upload_id desc",
            batch
        )
        .fetch_optional(&mut *self.inner)
        .await?
        .flatten();
        sealed.map(|sealed| self.keys.open(BYTES, &sealed)).transpose()
    }

    /// Whether files or batches wait for somebody to work on them.
    pub fn has_files(&self) -> bool {
        self.has_files
    }
}
