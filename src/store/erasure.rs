//! What is taken away when a person wants to be forgotten, and what of them remains. Deliberately no decision about
//! whether it may be done; that is in `actions`.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::sqlite::SqliteQueryResult;

use crate::domain::id::{ChatId, CheckId, PremisesId, ReporterId, StayId};

use super::{Tx, moment, mydata::export_note};

/// No user and no chat of Telegram has a number as low as this: they have at most 52 significant bits (Bot API, "Chat").
/// Somebody who was forgotten has it plus the number of their row, so that nothing finds them and nothing reaches them.
const NOBODY: i64 = i64::MIN;

/// What is kept of a person's reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// Reports they made.
    pub reports: i64,
    /// Stays that these are about.
    pub stays: i64,
    /// Of these, how many are open.
    pub open: i64,
    /// The last departure among the others.
    pub last_departure: Option<NaiveDate>,
    /// Receipts they were given.
    pub receipts: i64,
    /// The latest of these.
    pub last_receipt: Option<DateTime<Utc>>,
}

impl Tx {
    /// Premises with open stays about which nobody could be asked if this person were gone, and how many.
    pub async fn stays_resting_on(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<(PremisesId, i64)>> {
        let rows = sqlx::query!(
            r#"select s.premises_id as "premises_id!: PremisesId", count(*) as "stays!: i64"
               from member me
               join stay s on s.premises_id = me.premises_id and s.departed_on is null
               where me.reporter_id = ?1 and me.revoked_at is null
                 and not exists (
                     select 1
                     from member other
                     where other.premises_id = me.premises_id and other.reporter_id <> ?1 and other.revoked_at is null
                       and (other.role in ('owner', 'manager') or exists (
                           select 1
                           from report r
                           where r.stay_id = s.stay_id and r.reporter_id = other.reporter_id
                             and r.kind in ('arrival', 'move')
                       ))
                 )
               group by s.premises_id
               order by s.premises_id"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.premises_id, row.stays)).collect())
    }

    /// What of a person's reports is kept.
    pub async fn kept_of(&mut self, reporter: ReporterId) -> anyhow::Result<Kept> {
        let reports = sqlx::query!(
            r#"select count(*) as "reports!: i64", count(distinct s.stay_id) as "stays!: i64",
                      count(distinct s.stay_id) filter (where s.departed_on is null) as "open!: i64",
                      max(s.departed_on) as "last_departure: NaiveDate"
               from report r
               join stay s on s.stay_id = r.stay_id
               where r.reporter_id = ?"#,
            reporter
        )
        .fetch_one(&mut *self.inner)
        .await?;
        let receipts = sqlx::query!(
            r#"select count(*) as "receipts!: i64", max(made_at) as "last: i64" from receipt where reporter_id = ?"#,
            reporter
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(Kept {
            reports: reports.reports,
            stays: reports.stays,
            open: reports.open,
            last_departure: reports.last_departure,
            receipts: receipts.receipts,
            last_receipt: receipts.last.map(moment),
        })
    }

    /// Questions that are open at the premises of a person.
    pub async fn open_checks_around(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<(CheckId, StayId)>> {
        let rows = sqlx::query!(
            r#"select c.check_id as "check_id!: CheckId", c.stay_id as "stay_id!: StayId"
               from member m
               join stay s on s.premises_id = m.premises_id and s.departed_on is null
               join stay_check c on c.stay_id = s.stay_id and c.settled_at is null
               where m.reporter_id = ? and m.revoked_at is null
               order by c.check_id"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.check_id, row.stay_id)).collect())
    }

    /// Premises of a person at which nobody else works and of which nothing was ever reported.
    pub async fn empty_premises_of(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<PremisesId>> {
        Ok(sqlx::query_scalar!(
            r#"select m.premises_id as "premises_id!: PremisesId"
               from member m
               where m.reporter_id = ?1 and m.revoked_at is null
                 and not exists (
                     select 1
                     from member other
                     where other.premises_id = m.premises_id and other.reporter_id <> ?1 and other.revoked_at is null
                 )
                 and not exists (select 1 from stay s where s.premises_id = m.premises_id)
                 and not exists (select 1 from receipt t where t.premises_id = m.premises_id)
               order by m.premises_id"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Erases what a person's chat left: the conversation's state, handled updates, messages that were or will be sent.
    /// `but_waiting` leaves what waits to be sent, where the chat is also that of an officer, a unit or the operator.
    pub async fn erase_chat(&mut self, chat: ChatId, but_waiting: bool) -> anyhow::Result<()> {
        sqlx::query!("delete from conversation where chat_id = ?", chat).execute(&mut *self.inner).await?;
        // That an update was handled must be known for some days; by whom it was sent, and what it said, need not.
        sqlx::query!(
            "update inbox set chat_id = 0, update_sealed = x'' where chat_id = ? and done_at is not null",
            chat
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("delete from inbox where chat_id = ? and quarantined_at is not null and done_at is null", chat)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "delete from outbox
             where chat_id = ?1 and alert_id is null and (not ?2 or state in ('shown', 'dead'))",
            chat,
            but_waiting
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Whether alerts are brought to a chat.
    pub async fn is_chat_of_unit(&mut self, chat: ChatId) -> anyhow::Result<bool> {
        let units = sqlx::query_scalar!("select count(*) from unit where chat_id = ?", chat);
        Ok(units.fetch_one(&mut *self.inner).await? > 0)
    }

    /// Erases a person. Where their reports are kept, a row without anything of them stands for who made these.
    pub async fn erase_reporter(&mut self, reporter: ReporterId) -> anyhow::Result<()> {
        let note = export_note(reporter);
        sqlx::query!("delete from note where name = ?", note).execute(&mut *self.inner).await?;
        sqlx::query!("delete from consent where reporter_id = ?", reporter).execute(&mut *self.inner).await?;
        sqlx::query!("delete from member where reporter_id = ?", reporter).execute(&mut *self.inner).await?;
        self.erase_links_of(reporter).await?;
        if self.delete_reporter(reporter).await? {
            return Ok(());
        }
        let nobody = NOBODY + reporter.0;
        sqlx::query!(
            "update reporter set telegram_id = ?, language = 'en', created_at = 0 where reporter_id = ?",
            nobody,
            reporter
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Deletes what a person invited, answered, asked guests for and filled in as a guest. What a guest has handed over to
    /// a place where others work is theirs to report, and stays.
    async fn erase_links_of(&mut self, reporter: ReporterId) -> anyhow::Result<()> {
        sqlx::query!("delete from invitation where invited_by = ?1 or answered_by = ?1", reporter)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "delete from guest_form
             where guest_id = ?1
                or (made_by = ?1 and (answers_sealed is null or not exists (
                    select 1
                    from member m
                    where m.premises_id = guest_form.premises_id and m.revoked_at is null
                )))",
            reporter
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Deletes premises at which nobody works, unless anything refers to them. Whether they are gone.
    pub async fn delete_premises(&mut self, premises: PremisesId) -> anyhow::Result<bool> {
        sqlx::query!("delete from member where premises_id = ? and revoked_at is not null", premises)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!("delete from invitation where premises_id = ?", premises).execute(&mut *self.inner).await?;
        sqlx::query!("delete from guest_form where premises_id = ?", premises).execute(&mut *self.inner).await?;
        sqlx::query!("delete from batch where premises_id = ?", premises).execute(&mut *self.inner).await?;
        sqlx::query!("delete from columns_known where premises_id = ?", premises).execute(&mut *self.inner).await?;
        unless_referred_to(
            sqlx::query!("delete from premises where premises_id = ?", premises).execute(&mut *self.inner).await,
        )
    }

    async fn delete_reporter(&mut self, reporter: ReporterId) -> anyhow::Result<bool> {
        unless_referred_to(
            sqlx::query!("delete from reporter where reporter_id = ?", reporter).execute(&mut *self.inner).await,
        )
    }

    /// Deletes the rows that stand for people who were forgotten, once nothing of theirs is kept any more.
    pub async fn forget_people(&mut self) -> anyhow::Result<u64> {
        let people = sqlx::query_scalar!(
            r#"select reporter_id as "reporter_id!: ReporterId"
               from reporter
               where telegram_id < 0
                 and not exists (select 1 from report where report.reporter_id = reporter.reporter_id)
                 and not exists (select 1 from receipt where receipt.reporter_id = reporter.reporter_id)"#
        );
        let mut gone = 0;
        for person in people.fetch_all(&mut *self.inner).await? {
            gone += u64::from(self.delete_reporter(person).await?);
        }
        Ok(gone)
    }

    /// Deletes premises at which nobody works, once nothing that was reported of them is kept any more.
    pub async fn forget_premises(&mut self) -> anyhow::Result<u64> {
        let premises = sqlx::query_scalar!(
            r#"select premises_id as "premises_id!: PremisesId"
               from premises p
               where not exists (select 1 from member m where m.premises_id = p.premises_id and m.revoked_at is null)
                 and not exists (select 1 from stay s where s.premises_id = p.premises_id)
                 and not exists (select 1 from receipt t where t.premises_id = p.premises_id)"#
        );
        let mut gone = 0;
        for premises in premises.fetch_all(&mut *self.inner).await? {
            gone += u64::from(self.delete_premises(premises).await?);
        }
        Ok(gone)
    }
}

/// Whether a row was deleted; a row to which another one refers stays, and the transaction goes on.
fn unless_referred_to(done: Result<SqliteQueryResult, sqlx::Error>) -> anyhow::Result<bool> {
    match done {
        Ok(done) => Ok(done.rows_affected() > 0),
        Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}
