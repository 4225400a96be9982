//! What chats must show: claimed, committed, sent, marked. A row says which thing is to be shown, not in which words.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    export::{FileForm, Guests},
    id::{
        AlertId, AnswerId, BatchId, CaseId, ChatId, CheckId, DigestId, GuestFormId, InvitationId, LinkId, OfficerId,
        OutboxId, PremisesId, ReminderId, ReportId, ReporterId, StayId, TalkId, UnitId, UploadId,
    },
    premises::PremisesKind,
};

use super::{Tx, millis};

/// What is to be shown; ids only, never a person's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The receipt of a report.
    Receipt(ReportId),
    /// The same on a page of its own.
    Paper(ReportId),
    /// The note that an extension was taken.
    Extended(ReportId),
    /// The note that one or more departures were taken.
    Departed(ReportId),
    /// An alert, to its unit.
    Alert(AlertId),
    /// To those who have an alert: its facts have changed by this revision.
    AlertNote(AlertId, i64),
    /// To the earlier post of a link: the guest has left.
    HasLeft(LinkId),
    /// To the later post of a link: the guest has arrived.
    HasArrived(LinkId),
    /// The details of an alert, to one officer.
    Details(AlertId, OfficerId),
    /// A question about a stay.
    Check(CheckId),
    /// To whoever invited: the answer.
    InvitationAnswered(InvitationId),
    /// To somebody who is no member of the place any more.
    Revoked(PremisesId),
    /// To the reporter: a guest has filled in their details.
    GuestHandedOver(GuestFormId),
    /// To the guest: the proof that they were reported.
    GuestProof(GuestFormId),
    /// A reminder, or a question that the bot puts by itself.
    Reminder(ReminderId),
    /// That a draft has to be sent by this moment (milliseconds since 1970).
    Draft(i64),
    /// What a unit is told once a day.
    Digest(DigestId),
    /// To the operator: nobody answers for an alert's place.
    NoUnit(AlertId),
    /// Everything about a reporter, as a file for programs.
    MyData(ReporterId),
    /// The same as a workbook.
    MyDataBook(ReporterId),
    /// The guests of a place as a file, to somebody who works there.
    Guests {
        /// Where.
        premises: PremisesId,
        /// Who asked.
        reporter: ReporterId,
        /// Which guests.
        guests: Guests,
        /// In which form.
        form: FileForm,
    },
    /// A spreadsheet to fill in, for a kind of place.
    Template(PremisesKind, FileForm),
    /// A case, to its desk.
    Case(CaseId),
    /// Somebody whom a case is about, to one officer of its desk.
    CasePerson(CaseId, StayId, OfficerId),
    /// To whoever told a concern: there is an answer.
    CaseAnswer(AnswerId),
    /// To the operator: a case waits for want of a desk.
    CaseWaits(CaseId),
    /// Nothing is shown: the messages of a talk are removed.
    Removal(TalkId),
    /// The table of a batch with the reasons beside its rows.
    Reasons(BatchId),
    /// Nothing is shown: the message that held a file is removed.
    Upload(UploadId),
    /// To the operator: an update was set aside.
    Quarantined(i64),
    /// To the operator: pictures and files cannot be read on this machine.
    CannotRead,
    /// To the operator: a unit's group is gone.
    UnitUnreachable(UnitId),
}

impl What {
    /// Whether messages are removed by it, and none is shown.
    pub fn is_removal(self) -> bool {
        matches!(self, Self::Removal(_) | Self::Upload(_))
    }

    /// Whether it is gathered in many short reads before it is sent, or made beside everything else, because it may be large.
    pub fn is_gathered(self) -> bool {
        matches!(
            self,
            Self::MyData(_) | Self::MyDataBook(_) | Self::Guests { .. } | Self::Template(..) | Self::Reasons(_)
        )
    }
}

/// How urgent a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Somebody waits for it.
    Prompt = 0,
    /// An alert.
    Alert = 1,
    /// Nobody waits for it.
    Routine = 2,
}

/// A row that was claimed for sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The row.
    pub id: OutboxId,
    /// Where to.
    pub chat: ChatId,
    /// The topic of a forum group.
    pub topic: Option<i64>,
    /// What to show.
    pub what: What,
    /// The revision it must show at least.
    pub wanted: i64,
    /// The message that shows an earlier revision, to be edited.
    pub message: Option<i64>,
    /// How often it has been tried, this time included.
    pub attempts: i64,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// A message shows this revision.
    Shown {
        /// The message.
        message: Option<i64>,
        /// The revision.
        revision: i64,
    },
    /// To be tried again.
    Later {
        /// Not before.
        due_at: DateTime<Utc>,
        /// Why, without content.
        fault: String,
        /// The whole chat must wait, not this row alone.
        whole_chat: bool,
    },
    /// Cannot be sent.
    Dead {
        /// Why, without content.
        fault: String,
    },
}

impl Tx {
    /// Puts a thing to be shown into the outbox, once for each key.
    pub async fn enqueue(
        &mut self,
        key: &str,
        (chat, topic): (ChatId, Option<i64>),
        lane: Lane,
        what: What,
        due_at: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (text, lane, due_at) = (serde_json::to_string(&what)?, lane as i64, millis(due_at));
        let alert = if let What::Alert(alert) = what { Some(alert) } else { None };
        let case = if let What::Case(case) = what { Some(case) } else { None };
        self.enqueued = true;
        sqlx::query!(
            "insert into outbox (key, chat_id, topic_id, lane, what, alert_id, case_id, state, due_at, created_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'queued', ?8, ?8)
             on conflict (key) do nothing",
            key,
            chat,
            topic,
            lane,
            text,
            alert,
            case,
            due_at
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Every copy of an alert must show its present revision.
    pub async fn refresh_alert(&mut self, alert: AlertId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        self.enqueued = true;
        sqlx::query!(
            "update outbox
             set wanted = (select revision from alert where alert_id = ?1),
                 state = case state when 'shown' then 'queued' else state end,
                 due_at = case state when 'shown' then ?2 else due_at end,
                 attempts = 0
             where alert_id = ?1",
            alert,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Claims rows that are due: at most one a chat, none for a chat that has one under way, the urgent first.
    pub async fn claim(&mut self, now: DateTime<Utc>, limit: i64) -> anyhow::Result<Vec<Outgoing>> {
        let now = millis(now);
        let rows = sqlx::query!(
            r#"update outbox
               set state = 'sending', attempts = attempts + 1
               where outbox_id in (
                   select due.outbox_id
                   from (
                       select outbox_id, lane, row_number() over (partition by chat_id order by lane, outbox_id) as place
                       from outbox as o
                       where state = 'queued' and due_at <= ?1
                         and not exists (select 1 from outbox as s where s.chat_id = o.chat_id and s.state = 'sending')
                   ) as due
                   where due.place = 1
                   order by due.lane, due.outbox_id
                   limit ?2
               )
               returning outbox_id as "outbox_id!: OutboxId", chat_id as "chat_id!: ChatId", topic_id, what, wanted,
                         message_id, attempts"#,
            now,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Outgoing {
                    id: row.outbox_id,
                    chat: row.chat_id,
                    topic: row.topic_id,
                    what: serde_json::from_str(&row.what)?,
                    wanted: row.wanted,
                    message: row.message_id,
                    attempts: row.attempts,
                })
            })
            .collect()
    }

    /// Marks what became of a claimed row. A row that must show more by now is queued again, as an edit.
    pub async fn mark(&mut self, row: &Outgoing, sent: &Sent) -> anyhow::Result<()> {
        match (row.what, sent) {
            // Nothing can be done about messages that the chat does not let go.
            (What::Removal(talk), Sent::Shown { .. } | Sent::Dead { .. }) => {
                return self.left(row.id, talk, row.wanted).await;
            }
            (What::CaseAnswer(_), Sent::Shown { message, .. }) => return self.answered(row, *message).await,
            (What::CaseAnswer(_), Sent::Dead { .. }) => return self.forget_row(row.id).await,
            _ => {}
        }
        match sent {
            Sent::Shown { message, revision } => {
                sqlx::query!(
                    "update outbox
                     set state = case when wanted > ?1 then 'queued' else 'shown' end,
                         drawn = ?1, message_id = coalesce(?2, message_id), attempts = 0, fault = null
                     where outbox_id = ?3",
                    revision,
                    message,
                    row.id
                )
                .execute(&mut *self.inner)
                .await?;
            }
            Sent::Later { due_at, fault, whole_chat } => {
                let due_at = millis(*due_at);
                sqlx::query!(
                    "update outbox set state = 'queued', due_at = ?, fault = ? where outbox_id = ?",
                    due_at,
                    fault,
                    row.id
                )
                .execute(&mut *self.inner)
                .await?;
                if *whole_chat {
                    sqlx::query!(
                        "update outbox set due_at = max(due_at, ?) where chat_id = ? and state = 'queued'",
                        due_at,
                        row.chat
                    )
                    .execute(&mut *self.inner)
                    .await?;
                }
            }
            Sent::Dead { fault } => {
                sqlx::query!("update outbox set state = 'dead', fault = ? where outbox_id = ?", fault, row.id)
                    .execute(&mut *self.inner)
                    .await?;
            }
        }
        Ok(())
    }

    /// An answer to a concern stands in a chat: it belongs to the talk there, and nothing else remembers that it was sent.
    async fn answered(&mut self, row: &Outgoing, message: Option<i64>) -> anyhow::Result<()> {
        let sent = sqlx::query_scalar!("select created_at from outbox where outbox_id = ?", row.id);
        let sent = sent.fetch_optional(&mut *self.inner).await?;
        if let (Some(message), Some(sent)) = (message, sent) {
            let talk = self.talk_goes_on(row.chat, super::moment(sent)).await?;
            self.talk_holds(talk, message).await?;
        }
        self.forget_row(row.id).await
    }

    async fn forget_row(&mut self, row: OutboxId) -> anyhow::Result<()> {
        sqlx::query!("delete from outbox where outbox_id = ?", row).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// After a start: what was being sent may or may not have arrived, and is sent again. That the program ended is no
    /// failure of the message: the try does not count.
    pub async fn requeue_sending(&mut self) -> anyhow::Result<u64> {
        let done = sqlx::query!("update outbox set state = 'queued', attempts = attempts - 1 where state = 'sending'")
            .execute(&mut *self.inner)
            .await?;
        Ok(done.rows_affected())
    }

    /// When the next row is due, if any waits.
    pub async fn next_due(&mut self) -> anyhow::Result<Option<DateTime<Utc>>> {
        let due = sqlx::query_scalar!(r#"select min(due_at) as "due: i64" from outbox where state = 'queued'"#)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(due.map(super::moment))
    }

    /// Rows that wait or are under way, and rows that cannot be sent.
    pub async fn backlog(&mut self) -> anyhow::Result<(i64, i64)> {
        let row = sqlx::query!(
            r#"select count(*) filter (where state in ('queued', 'sending')) as "waiting!: i64",
                      count(*) filter (where state = 'dead') as "dead!: i64"
               from outbox"#
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok((row.waiting, row.dead))
    }
}
