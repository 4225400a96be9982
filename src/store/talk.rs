//! Talks about concerns as they stand in private chats: which messages belong to one, so that all of them can be
//! removed. The chat is sealed and found by a keyed hash; nothing leads from a talk to a case.

use chrono::{DateTime, Utc};

use crate::domain::id::{ChatId, OutboxId, TalkId};

use super::{Lane, Tx, What, millis};

const CHAT: &str = "talk.chat";

/// Messages that are removed by one call (Bot API, `deleteMessages`).
const AT_ONCE: i64 = 100;

impl Tx {
    /// The keyed hash under which the talk of a chat is found.
    fn talk_index(&self, chat: ChatId) -> Vec<u8> {
        self.keys.token(&[b"talk", &chat.0.to_be_bytes()]).to_vec()
    }

    /// The talk of a chat is under way, or was sent; begun where there is none.
    pub async fn touch_talk(&mut self, chat: ChatId, telling: bool, now: DateTime<Utc>) -> anyhow::Result<TalkId> {
        let (index, now) = (self.talk_index(chat), millis(now));
        let sealed = self.keys.seal(CHAT, &chat.0.to_be_bytes());
        Ok(sqlx::query_scalar!(
            r#"insert into talk (chat_index, chat_sealed, telling, touched_at)
               values (?, ?, ?, ?)
               on conflict (chat_index) do update
               set telling = excluded.telling, touched_at = max(touched_at, excluded.touched_at)
               returning talk_id as "talk_id!: TalkId""#,
            index,
            sealed,
            telling,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Something was added to the talk of a chat, whether it is being told or was sent.
    pub(super) async fn talk_goes_on(&mut self, chat: ChatId, now: DateTime<Utc>) -> anyhow::Result<TalkId> {
        let index = self.talk_index(chat);
        let telling = sqlx::query_scalar!("select telling from talk where chat_index = ?", index)
            .fetch_optional(&mut *self.inner)
            .await?;
        self.touch_talk(chat, telling == Some(1), now).await
    }

    /// The talk of a chat, if anything of one may stand there.
    pub async fn talk_in(&mut self, chat: ChatId) -> anyhow::Result<Option<TalkId>> {
        let index = self.talk_index(chat);
        Ok(sqlx::query_scalar!(r#"select talk_id as "talk_id!: TalkId" from talk where chat_index = ?"#, index)
            .fetch_optional(&mut *self.inner)
            .await?)
    }

    /// The chat of a talk.
    pub async fn chat_of_talk(&mut self, talk: TalkId) -> anyhow::Result<Option<ChatId>> {
        let sealed = sqlx::query_scalar!("select chat_sealed from talk where talk_id = ?", talk)
            .fetch_optional(&mut *self.inner)
            .await?;
        let Some(sealed) = sealed else { return Ok(None) };
        let bytes = self.keys.open(CHAT, &sealed)?;
        Ok(bytes.try_into().ok().map(|bytes| ChatId(i64::from_be_bytes(bytes))))
    }

    /// A version of the conversation's screen belongs to a talk.
    pub async fn talk_shows(&mut self, talk: TalkId, version: i64) -> anyhow::Result<()> {
        sqlx::query!("insert into talk_version (talk_id, version) values (?, ?) on conflict do nothing", talk, version)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A message belongs to a talk.
    pub async fn talk_holds(&mut self, talk: TalkId, message: i64) -> anyhow::Result<()> {
        sqlx::query!(
            "insert into talk_message (talk_id, message_id) values (?, ?) on conflict do nothing",
            talk,
            message
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Whether a message belongs to a talk.
    pub async fn is_of_talk(&mut self, talk: TalkId, message: i64) -> anyhow::Result<bool> {
        let found = sqlx::query_scalar!(
            "select count(*) from talk_message where talk_id = ? and message_id = ?",
            talk,
            message
        );
        Ok(found.fetch_one(&mut *self.inner).await? > 0)
    }

    /// A screen of a conversation was drawn: where its version belongs to a talk, so does the message. One that arrives
    /// after the talk was left goes at once.
    pub(super) async fn note_talk_screen(&mut self, chat: ChatId, version: i64, message: i64) -> anyhow::Result<()> {
        let Some(talk) = self.talk_in(chat).await? else { return Ok(()) };
        let over =
            sqlx::query_scalar!("select over from talk_version where talk_id = ? and version = ?", talk, version)
                .fetch_optional(&mut *self.inner)
                .await?;
        let Some(over) = over else { return Ok(()) };
        sqlx::query!(
            "insert into talk_message (talk_id, message_id, leaving) values (?1, ?2, ?3)
             on conflict (talk_id, message_id) do update set leaving = max(leaving, excluded.leaving)",
            talk,
            message,
            over
        )
        .execute(&mut *self.inner)
        .await?;
        if over > 0 { self.enqueue_removal(talk, chat).await } else { Ok(()) }
    }

    /// Whether there is any talk at all; most of the time there is none, and screens need not be looked at.
    pub(super) async fn has_talks(&mut self) -> anyhow::Result<bool> {
        Ok(sqlx::query_scalar!("select exists (select 1 from talk)").fetch_one(&mut *self.inner).await? > 0)
    }

    /// A talk is over: whatever of it stands in the chat is to be removed, and what was typed is forgotten.
    pub async fn end_talk(&mut self, talk: TalkId, chat: ChatId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let (now_millis, empty) = (millis(now), self.keys.seal("inbox.update", b"{}"));
        sqlx::query!("update talk set telling = 0, touched_at = ? where talk_id = ?", now_millis, talk)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!("update talk_version set over = 1 where talk_id = ?", talk).execute(&mut *self.inner).await?;
        sqlx::query!("update talk_message set leaving = 1 where talk_id = ? and leaving = 0", talk)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!("update inbox set update_sealed = ? where chat_id = ? and done_at is not null", empty, chat)
            .execute(&mut *self.inner)
            .await?;
        self.enqueue_removal(talk, chat).await
    }

    async fn enqueue_removal(&mut self, talk: TalkId, chat: ChatId) -> anyhow::Result<()> {
        let key = format!("removal:{talk}");
        self.enqueue(&key, (chat, None), Lane::Prompt, What::Removal(talk), DateTime::UNIX_EPOCH).await?;
        // A row of an earlier removal that is under way goes once more.
        sqlx::query!(
            "update outbox
             set wanted = wanted + 1, state = iif(state = 'sending', state, 'queued'), due_at = 0, attempts = 0
             where key = ?",
            key
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The messages that are to be removed next.
    pub async fn take_leaving(&mut self, talk: TalkId) -> anyhow::Result<Vec<i64>> {
        sqlx::query!(
            "update talk_message set leaving = 2
             where talk_id = ?1 and message_id in (
                 select message_id from talk_message where talk_id = ?1 and leaving > 0 order by message_id limit ?2
             )",
            talk,
            AT_ONCE
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(sqlx::query_scalar!(
            "select message_id from talk_message where talk_id = ? and leaving = 2 order by message_id limit ?",
            talk,
            AT_ONCE
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// The messages that were taken are gone. The row that had them removed goes too, unless there are more.
    pub(super) async fn left(&mut self, row: OutboxId, talk: TalkId, wanted: i64) -> anyhow::Result<()> {
        sqlx::query!("delete from talk_message where talk_id = ? and leaving = 2", talk)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "delete from outbox
             where outbox_id = ?1 and wanted <= ?2
               and not exists (select 1 from talk_message where talk_id = ?3 and leaving > 0)",
            row,
            wanted,
            talk
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("update outbox set state = 'queued', due_at = 0 where outbox_id = ?", row)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Talks that nobody went on with since one moment, and talks that were sent before another one and still stand.
    pub async fn talks_to_end(
        &mut self,
        told_before: DateTime<Utc>,
        sent_before: DateTime<Utc>,
    ) -> anyhow::Result<Vec<TalkId>> {
        let (told, sent) = (millis(told_before), millis(sent_before));
        Ok(sqlx::query_scalar!(
            r#"select talk_id as "talk_id!: TalkId"
               from talk
               where touched_at < iif(telling, ?1, ?2)
                 and (telling or exists (select 1 from talk_message m where m.talk_id = talk.talk_id and m.leaving = 0))
               order by talk_id
               limit 500"#,
            told,
            sent
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Forgets talks that ended before a moment and of which nothing stands any more.
    pub async fn forget_talks(&mut self, before: DateTime<Utc>) -> anyhow::Result<()> {
        let before = millis(before);
        sqlx::query!(
            "delete from talk_version
             where talk_id in (
                 select talk_id from talk
                 where telling = 0 and touched_at < ?
                   and not exists (select 1 from talk_message m where m.talk_id = talk.talk_id)
             )",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!(
            "delete from talk
             where telling = 0 and touched_at < ?
               and not exists (select 1 from talk_message m where m.talk_id = talk.talk_id)",
            before
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }
}
