//! What the register holds about a reporter and the premises they answer for, to be put into their own hands: lists of
//! ids first, then pages, so that nobody else waits long. Deliberately nothing of alerts, links, officers or questions.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::domain::{
    id::{PremisesId, ReportId, ReporterId, StayId},
    member::Role,
    number::ReportNumber,
    premises::Premises,
    report::{Reason, ReportKind},
};

use super::{Receipt, Tx, known, millis, moment};

/// A consent, given and perhaps withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Version of the privacy text.
    pub version: String,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A part that somebody has, or had, at premises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Where.
    pub premises: Premises,
    /// When the premises were registered.
    pub registered_at: DateTime<Utc>,
    /// The part.
    pub role: Role,
    /// As colleagues know them.
    pub called: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Membership {
    /// Whether the whole of the place is theirs to see: they are its owner or manager.
    pub fn is_whole(&self) -> bool {
        self.revoked_at.is_none() && matches!(self.role, Role::Owner | Role::Manager)
    }
}

/// A report as its maker, or whoever runs the place, may have it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnReport {
    /// Its number.
    pub number: ReportNumber,
    /// Which version under that number.
    pub version: i64,
    /// What it is about.
    pub stay: StayId,
    /// Where.
    pub premises: PremisesId,
    /// Who made it.
    pub reporter: ReporterId,
    /// As whom colleagues know who made it.
    pub maker: Option<(Option<String>, Role)>,
    /// What it reports.
    pub kind: ReportKind,
    /// Why it puts an earlier version right.
    pub reason: Option<Reason>,
    /// What it states; `None` where its maker does not work there any more.
    pub stated: Option<Value>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Version of the rulebook it was judged by.
    pub rulebook: String,
}

/// Moments in the life of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moments {
    /// When it was kept first.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// The day on which somebody last said that the guest is here.
    pub seen_on: Option<NaiveDate>,
}

impl Tx {
    /// When somebody first spoke to the bot.
    pub async fn known_since(&mut self, reporter: ReporterId) -> anyhow::Result<DateTime<Utc>> {
        let since = sqlx::query_scalar!("select created_at from reporter where reporter_id = ?", reporter)
            .fetch_one(&mut *self.inner)
            .await?;
        Ok(moment(since))
    }

    /// Every consent of somebody, in their order.
    pub async fn consents(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<Consent>> {
        let rows = sqlx::query!(
            "select version, given_at, withdrawn_at from consent where reporter_id = ? order by consent_id",
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let consent = |version, given, withdrawn: Option<i64>| Consent {
            version,
            given_at: moment(given),
            withdrawn_at: withdrawn.map(moment),
        };
        Ok(rows.into_iter().map(|row| consent(row.version, row.given_at, row.withdrawn_at)).collect())
    }

    /// Every part that somebody has or had.
    pub async fn memberships(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<Membership>> {
        let rows = sqlx::query!(
            r#"select m.premises_id as "premises_id!: PremisesId", m.role, m.called, m.since, m.revoked_at,
                      p.created_at as "created_at!"
               from member m
               join premises p on p.premises_id = m.premises_id
               where m.reporter_id = ?
               order by m.premises_id"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut memberships = Vec::with_capacity(rows.len());
        for row in rows {
            memberships.push(Membership {
                premises: self.premises(row.premises_id).await?,
                registered_at: moment(row.created_at),
                role: known(Role::named(&row.role), "role")?,
                called: row.called,
                since: moment(row.since),
                revoked_at: row.revoked_at.map(moment),
            });
        }
        Ok(memberships)
    }

    /// Stays that somebody may have whole, the latest first: all at premises of which they are owner or manager; where
    /// they have a lesser part, those that stand as they reported them last.
    pub async fn own_stays(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select s.stay_id as "stay_id!: StayId"
               from member m
               join stay s on s.premises_id = m.premises_id
               where m.reporter_id = ?1 and m.revoked_at is null and m.role in ('owner', 'manager')
               union
               select r.stay_id
               from report r
               join stay s on s.stay_id = r.stay_id
               join member m on m.premises_id = s.premises_id and m.reporter_id = ?1 and m.revoked_at is null
               where r.reporter_id = ?1
                 and r.report_id = (
                     select max(l.report_id)
                     from report l
                     where l.stay_id = r.stay_id and l.kind in ('arrival', 'move', 'correction', 'cancellation', 'extension')
                 )
               order by 1 desc"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Reports that somebody made, and all of premises of which they are owner or manager; the latest first.
    pub async fn own_reports(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<ReportId>> {
        Ok(sqlx::query_scalar!(
            r#"select r.report_id as "report_id!: ReportId"
               from member m
               join stay s on s.premises_id = m.premises_id
               join report r on r.stay_id = s.stay_id
               where m.reporter_id = ?1 and m.revoked_at is null and m.role in ('owner', 'manager')
               union
               select report_id from report where reporter_id = ?1
               order by 1 desc"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Receipts that somebody was given, and all of premises of which they are owner or manager; the latest first.
    pub async fn own_receipts(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<ReportId>> {
        Ok(sqlx::query_scalar!(
            r#"select t.report_id as "report_id!: ReportId"
               from member m
               join receipt t on t.premises_id = m.premises_id
               where m.reporter_id = ?1 and m.revoked_at is null and m.role in ('owner', 'manager')
               union
               select report_id from receipt where reporter_id = ?1
               order by 1 desc"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// The moments of some stays, those that are still there, the latest first.
    pub async fn moments_of(&mut self, stays: &[StayId]) -> anyhow::Result<Vec<(StayId, Moments)>> {
        let stays = serde_json::to_string(stays)?;
        let rows = sqlx::query!(
            r#"select s.stay_id as "stay_id!: StayId", s.created_at, s.cancelled_at, s.seen_on as "seen_on: NaiveDate"
               from json_each(?) as wanted
               join stay s on s.stay_id = wanted.value
               order by s.stay_id desc"#,
            stays
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let moments = |created, cancelled: Option<i64>, seen_on| Moments {
            created_at: moment(created),
            cancelled_at: cancelled.map(moment),
            seen_on,
        };
        Ok(rows.into_iter().map(|row| (row.stay_id, moments(row.created_at, row.cancelled_at, row.seen_on))).collect())
    }

    /// A page of receipts with the names of their places, the latest first.
    pub async fn page_of_receipts(&mut self, ids: &[ReportId]) -> anyhow::Result<Vec<(Receipt, String)>> {
        let ids = serde_json::to_string(ids)?;
        let rows = sqlx::query!(
            r#"select t.report_id as "report_id!: ReportId", t.number as "number!: ReportNumber", t.version, t.kind,
                      t.premises_id as "premises_id!: PremisesId", t.reporter_id as "reporter_id!: ReporterId",
                      t.made_at, t.deadline_at, t.guests, p.name
               from json_each(?) as wanted
               join receipt t on t.report_id = wanted.value
               join premises p on p.premises_id = t.premises_id
               order by t.report_id desc"#,
            ids
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                let receipt = Receipt {
                    report: row.report_id,
                    number: row.number,
                    version: row.version,
                    kind: known(ReportKind::named(&row.kind), "kind of report")?,
                    premises: row.premises_id,
                    reporter: row.reporter_id,
                    made_at: moment(row.made_at),
                    deadline_at: row.deadline_at.map(moment),
                    guests: row.guests,
                };
                Ok((receipt, row.name))
            })
            .collect()
    }

    /// A page of reports, for one of those who may have them. What a report states about a guest is left out where the
    /// reader has no part at the place any more.
    pub async fn page_of_reports(&mut self, reader: ReporterId, ids: &[ReportId]) -> anyhow::Result<Vec<OwnReport>> {
        let ids = serde_json::to_string(ids)?;
        let rows = sqlx::query!(
            r#"select r.number as "number!: ReportNumber", r.version, r.stay_id as "stay_id!: StayId",
                      s.premises_id as "premises_id!: PremisesId", r.reporter_id as "reporter_id!: ReporterId",
                      r.kind, r.reason, r.stated_sealed, r.made_at, r.deadline_at, r.rulebook,
                      m.called as "called?", m.role as "role?",
                      exists (
                          select 1
                          from member
                          where premises_id = s.premises_id and reporter_id = ?1 and revoked_at is null
                      ) as "works_there!: bool"
               from json_each(?2) as wanted
               join report r on r.report_id = wanted.value
               join stay s on s.stay_id = r.stay_id
               left join member m on m.premises_id = s.premises_id and m.reporter_id = r.reporter_id
               order by r.report_id desc"#,
            reader,
            ids
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut reports = Vec::with_capacity(rows.len());
        for row in rows {
            let role = row.role.map(|role| known(Role::named(&role), "role")).transpose()?;
            let stated = row.works_there.then(|| self.keys.open_json(super::report::STATED, &row.stated_sealed));
            reports.push(OwnReport {
                number: row.number,
                version: row.version,
                stay: row.stay_id,
                premises: row.premises_id,
                reporter: row.reporter_id,
                maker: role.map(|role| (row.called, role)),
                kind: known(ReportKind::named(&row.kind), "kind of report")?,
                reason: row.reason.map(|reason| known(Reason::named(&reason), "reason")).transpose()?,
                stated: stated.transpose()?,
                made_at: moment(row.made_at),
                deadline_at: row.deadline_at.map(moment),
                rulebook: row.rulebook,
            });
        }
        Ok(reports)
    }

    /// Notes that somebody's data is being put together, unless that was noted after a moment: then when.
    pub async fn begin_export(
        &mut self,
        reporter: ReporterId,
        unless_after: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<DateTime<Utc>>> {
        let (name, now, after) = (export_note(reporter), millis(now), millis(unless_after));
        let begun = sqlx::query!(
            "insert into note (name, text, at) values (?1, '', ?2)
             on conflict (name) do update set at = excluded.at where note.at <= ?3",
            name,
            now,
            after
        )
        .execute(&mut *self.inner)
        .await?;
        if begun.rows_affected() > 0 {
            return Ok(None);
        }
        Ok(self.note(&name).await?.map(|(_, at)| at))
    }
}

/// Under which name an export is noted.
pub(super) fn export_note(reporter: ReporterId) -> String {
    format!("mydata:{reporter}")
}
