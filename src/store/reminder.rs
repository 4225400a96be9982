//! Reminders and questions that the bot puts by itself: planned, sent, answered, hushed.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    id::{PremisesId, ReminderId, ReporterId, StayId, UserId},
    reminder::ReminderKind,
};

use super::{Tx, known, millis, moment};

/// A reminder as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The row.
    pub id: ReminderId,
    /// What it is about.
    pub kind: ReminderKind,
    /// The stay it is about, unless it is about a place.
    pub stay: Option<StayId>,
    /// The place it is about, unless it is about a stay.
    pub premises: Option<PremisesId>,
    /// The day it is about.
    pub about: NaiveDate,
    /// How many days before that day, or how many times after it.
    pub step: u32,
    /// When it was sent, or something else was sent in its place.
    pub done_at: Option<DateTime<Utc>>,
    /// Who answered, and when.
    pub answered: Option<(ReporterId, DateTime<Utc>)>,
    /// What was answered.
    pub answer: Option<Answered>,
}

/// An answer about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// All who are listed are here.
    AllHere,
    /// Some have left; the others are here.
    SomeLeft,
    /// Nobody new has come.
    NobodyNew,
}

impl Answered {
    const ALL: [Self; 3] = [Self::AllHere, Self::SomeLeft, Self::NobodyNew];

    fn as_str(self) -> &'static str {
        match self {
            Self::AllHere => "all_here",
            Self::SomeLeft => "some_left",
            Self::NobodyNew => "nobody_new",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == name)
    }
}

/// What the silence of a place may be judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// The place.
    pub premises: PremisesId,
    /// How many people can sleep there.
    pub capacity: u32,
    /// How many arrivals were ever reported.
    pub arrivals: u32,
    /// When the last report of any kind was made.
    pub last_report: Option<DateTime<Utc>>,
    /// The last day on which anybody said anything of the place: that a guest is there, or that nobody new is.
    pub last_word: Option<DateTime<Utc>>,
    /// How many are reported as staying there.
    pub staying: u32,
}

impl Tx {
    /// Keeps a reminder, once.
    pub async fn add_reminder(
        &mut self,
        kind: ReminderKind,
        (stay, premises): (Option<StayId>, Option<PremisesId>),
        (about, step): (NaiveDate, u32),
        due_at: DateTime<Utc>,
    ) -> anyhow::Result<Option<ReminderId>> {
        let (kind, due_at) = (kind.as_str(), millis(due_at));
        Ok(sqlx::query_scalar!(
            r#"insert into reminder (kind, stay_id, premises_id, about, step, due_at)
               values (?, ?, ?, ?, ?, ?)
               on conflict do nothing
               returning reminder_id as "reminder_id!: ReminderId""#,
            kind,
            stay,
            premises,
            about,
            step,
            due_at
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// A reminder by its id.
    pub async fn reminder(&mut self, id: ReminderId) -> anyhow::Result<Option<Reminder>> {
        let row = sqlx::query!(
            r#"select kind, stay_id as "stay_id: StayId", premises_id as "premises_id: PremisesId",
                      about as "about!: NaiveDate", step as "step!: u32", done_at, answered_at,
                      answered_by as "answered_by: ReporterId", answer
               from reminder
               where reminder_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Reminder {
                id,
                kind: known(ReminderKind::named(&row.kind), "kind of reminder")?,
                stay: row.stay_id,
                premises: row.premises_id,
                about: row.about,
                step: row.step,
                done_at: row.done_at.map(moment),
                answered: row.answered_by.zip(row.answered_at.map(moment)),
                answer: row.answer.map(|answer| known(Answered::named(&answer), "answer")).transpose()?,
            })
        })
        .transpose()
    }

    /// The reminders of a stay, in their order.
    pub async fn reminders_of(&mut self, stay: StayId) -> anyhow::Result<Vec<Reminder>> {
        let ids = sqlx::query_scalar!(
            r#"select reminder_id as "reminder_id!: ReminderId" from reminder where stay_id = ? order by due_at, reminder_id"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        self.reminders(ids).await
    }

    async fn reminders(&mut self, ids: Vec<ReminderId>) -> anyhow::Result<Vec<Reminder>> {
        let mut reminders = Vec::with_capacity(ids.len());
        for id in ids {
            reminders.extend(self.reminder(id).await?);
        }
        Ok(reminders)
    }

    /// Reminders that are due and not done, the longest due first; at most `limit`.
    pub async fn reminders_due(&mut self, now: DateTime<Utc>, limit: i64) -> anyhow::Result<Vec<Reminder>> {
        let now = millis(now);
        let ids = sqlx::query_scalar!(
            r#"select reminder_id as "reminder_id!: ReminderId"
               from reminder
               where done_at is null and due_at <= ?
               order by due_at, reminder_id
               limit ?"#,
            now,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        self.reminders(ids).await
    }

    /// What is due at the same time about the same stay; of dates, about the same one.
    pub async fn due_with(&mut self, reminder: &Reminder, now: DateTime<Utc>) -> anyhow::Result<Vec<Reminder>> {
        let (kind, now) = (reminder.kind.as_str(), millis(now));
        let asks = reminder.kind.asks_where();
        let ids = sqlx::query_scalar!(
            r#"select reminder_id as "reminder_id!: ReminderId"
               from reminder
               where stay_id = ?1 and done_at is null and due_at <= ?2
                 and ((kind = ?3 and about = ?4) or (?5 and kind in ('departure', 'still_here')))
               order by due_at, reminder_id"#,
            reminder.stay,
            now,
            kind,
            reminder.about,
            asks
        )
        .fetch_all(&mut *self.inner)
        .await?;
        self.reminders(ids).await
    }

    /// A reminder is done. Of who comes of age no moment is kept that tells when that is.
    pub async fn finish_reminder(&mut self, id: ReminderId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update reminder
             set done_at = iif(kind = 'turns_18', due_at, ?)
             where reminder_id = ? and done_at is null",
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Puts a reminder that is not done off.
    pub async fn postpone_reminder(&mut self, id: ReminderId, due_at: DateTime<Utc>) -> anyhow::Result<()> {
        let due_at = millis(due_at);
        sqlx::query!("update reminder set due_at = ? where reminder_id = ? and done_at is null", due_at, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Drops a reminder that was overtaken before it was sent.
    pub async fn drop_reminder(&mut self, id: ReminderId) -> anyhow::Result<()> {
        sqlx::query!("delete from reminder where reminder_id = ? and done_at is null", id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Settles a question about a place. Whether this answer was the first.
    pub async fn answer_reminder(
        &mut self,
        id: ReminderId,
        reporter: ReporterId,
        answer: Answered,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let (answer, now) = (answer.as_str(), millis(now));
        let done = sqlx::query!(
            "update reminder
             set answered_at = ?, answered_by = ?, answer = ?
             where reminder_id = ? and answered_at is null",
            now,
            reporter,
            answer,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// No more about this to this reporter.
    pub async fn hush(&mut self, reporter: ReporterId, reminder: &Reminder, now: DateTime<Utc>) -> anyhow::Result<()> {
        let (kind, now) = (reminder.kind.as_str(), millis(now));
        sqlx::query!(
            "insert into hush (reporter_id, stay_id, kind, about, hushed_at)
             values (?, ?, ?, ?, ?)
             on conflict do nothing",
            reporter,
            reminder.stay,
            kind,
            reminder.about,
            now
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Whether this reporter wants no more about this.
    pub async fn is_hushed(&mut self, reporter: ReporterId, reminder: &Reminder) -> anyhow::Result<bool> {
        let kind = reminder.kind.as_str();
        let found = sqlx::query_scalar!(
            "select count(*) from hush where reporter_id = ? and stay_id = ? and kind = ? and about = ?",
            reporter,
            reminder.stay,
            kind,
            reminder.about
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(found > 0)
    }

    /// Open stays of people named on a parent's card, in their order after `after`; at most `limit`.
    pub async fn open_parent_cards(&mut self, after: StayId, limit: i64) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where departed_on is null and document = 'parent_card' and stay_id > ?
               order by stay_id
               limit ?"#,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Places that house workers and had somebody on their list before a moment who still is, in their order after
    /// `after`; at most `limit`.
    pub async fn places_to_call(
        &mut self,
        before: DateTime<Utc>,
        after: PremisesId,
        limit: i64,
    ) -> anyhow::Result<Vec<PremisesId>> {
        let before = millis(before);
        Ok(sqlx::query_scalar!(
            r#"select premises_id as "premises_id!: PremisesId"
               from premises p
               where kind in ('construction_site', 'company_housing') and premises_id > ?1
                 and exists (
                     select 1 from stay s
                     where s.premises_id = p.premises_id and s.departed_on is null and s.created_at < ?2
                 )
               order by premises_id
               limit ?3"#,
            after,
            before,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Whom to ask about a place: who reported those who are there, as long as they work there; else its owners and
    /// managers.
    pub async fn desk_of_premises(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(ReporterId, UserId)>> {
        let rows = sqlx::query!(
            r#"with desk as (
                   select m.reporter_id, m.role,
                          exists (
                              select 1
                              from stay s
                              join report r on r.stay_id = s.stay_id and r.kind in ('arrival', 'move')
                              where s.premises_id = m.premises_id and s.departed_on is null
                                and r.reporter_id = m.reporter_id
                          ) as reported
                   from member m
                   where m.premises_id = ?1 and m.revoked_at is null
               )
               select d.reporter_id as "reporter_id!: ReporterId", r.telegram_id as "telegram_id!: UserId"
               from desk d
               join reporter r on r.reporter_id = d.reporter_id
               where d.reported
                  or (d.role in ('owner', 'manager') and not exists (select 1 from desk where reported))
               order by d.reporter_id"#,
            premises
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.reporter_id, row.telegram_id)).collect())
    }

    /// What is known of the life of places with a capacity, in their order after `after`; at most `limit`.
    pub async fn activity(&mut self, after: PremisesId, limit: i64) -> anyhow::Result<Vec<Activity>> {
        let ids = sqlx::query_scalar!(
            r#"select premises_id as "premises_id!: PremisesId"
               from premises
               where capacity is not null and premises_id > ?
               order by premises_id
               limit ?"#,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut activity = Vec::with_capacity(ids.len());
        for id in ids {
            activity.extend(self.activity_of(id).await?);
        }
        Ok(activity)
    }

    /// What is known of the life of a place; `None` where its capacity was not told.
    pub async fn activity_of(&mut self, premises: PremisesId) -> anyhow::Result<Option<Activity>> {
        let row = sqlx::query!(
            r#"select p.capacity as "capacity: u32",
                      (select count(*) from receipt r where r.premises_id = p.premises_id and r.kind in ('arrival', 'move'))
                          as "arrivals!: u32",
                      (select max(r.made_at) from receipt r where r.premises_id = p.premises_id) as "last_report: i64",
                      (select max(r.answered_at) from reminder r where r.premises_id = p.premises_id) as "last_answer: i64",
                      (select max(s.seen_on) from stay s where s.premises_id = p.premises_id) as "last_seen: NaiveDate",
                      (select count(*) from stay s where s.premises_id = p.premises_id and s.departed_on is null)
                          as "staying!: u32"
               from premises p
               where p.premises_id = ?"#,
            premises
        )
        .fetch_one(&mut *self.inner)
        .await?;
        // Noon of Phnom Penh stands for the day: only days are compared.
        let seen = row.last_seen.and_then(|day| day.and_hms_opt(5, 0, 0)).map(|seen| seen.and_utc());
        Ok(row.capacity.map(|capacity| Activity {
            premises,
            capacity,
            arrivals: row.arrivals,
            last_report: row.last_report.map(moment),
            last_word: row.last_answer.map(moment).max(seen),
            staying: row.staying,
        }))
    }

    /// Questions about silent places that were put before a moment, not answered, and of which no unit was told.
    pub async fn silence_to_tell(&mut self, asked_before: DateTime<Utc>) -> anyhow::Result<Vec<Reminder>> {
        let before = millis(asked_before);
        let ids = sqlx::query_scalar!(
            r#"select reminder_id as "reminder_id!: ReminderId"
               from reminder
               where kind = 'silent' and done_at <= ? and answered_at is null and told_at is null
               order by reminder_id"#,
            before
        )
        .fetch_all(&mut *self.inner)
        .await?;
        self.reminders(ids).await
    }

    /// A unit was told of a silent place, or there is nothing to tell any more.
    pub async fn silence_told(&mut self, id: ReminderId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!("update reminder set told_at = ? where reminder_id = ?", now, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Copies of a thing whose rows' keys begin so must show a later revision of it.
    pub async fn refresh_copies(&mut self, key: &str, revision: i64, now: DateTime<Utc>) -> anyhow::Result<()> {
        let (from, to, now) = (format!("{key}:"), format!("{key};"), millis(now));
        self.enqueued = true;
        sqlx::query!(
            "update outbox
             set wanted = ?1,
                 state = case state when 'shown' then 'queued' else state end,
                 due_at = case state when 'shown' then ?2 else due_at end,
                 attempts = 0
             where key > ?3 and key < ?4 and wanted < ?1",
            revision,
            now,
            from,
            to
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }
}
