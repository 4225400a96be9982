//! Reports, version by version, and the receipts that prove them.

use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use crate::domain::{
    id::{PremisesId, ReportId, ReporterId, StayId, UserId},
    member::Role,
    number::ReportNumber,
    report::{Reason, ReportKind},
};

use super::{Tx, known, millis, moment};

pub(super) const STATED: &str = "report.stated";

/// A report to be kept.
#[derive(Debug)]
pub struct NewReport<'a, T> {
    /// Its number.
    pub number: &'a ReportNumber,
    /// Which version under that number; the first is 1.
    pub version: i64,
    /// What it is about.
    pub stay: StayId,
    /// Who made it.
    pub reporter: ReporterId,
    /// What it reports.
    pub kind: ReportKind,
    /// Why it puts an earlier version right.
    pub reason: Option<Reason>,
    /// What it states.
    pub stated: &'a T,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time, where there is a deadline.
    pub deadline_at: Option<DateTime<Utc>>,
    /// Version of the rulebook it was judged by.
    pub rulebook: &'a str,
    /// The draft it came of.
    pub draft: &'a str,
}

/// A report as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow {
    /// Its identity.
    pub id: ReportId,
    /// Its number.
    pub number: ReportNumber,
    /// Which version under that number.
    pub version: i64,
    /// What it is about.
    pub stay: StayId,
    /// Who made it.
    pub reporter: ReporterId,
    /// What it reports.
    pub kind: ReportKind,
    /// Why it puts an earlier version right.
    pub reason: Option<Reason>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
    /// When a unit saw it.
    pub acknowledged_at: Option<DateTime<Utc>>,
}

impl ReportRow {
    /// Whether it states an arrival as a whole. A correction may also take a departure back.
    pub fn states_arrival(&self) -> bool {
        match self.kind {
            ReportKind::Arrival | ReportKind::Move | ReportKind::Cancellation => true,
            ReportKind::Correction => self.reason != Some(Reason::NotLeft),
            ReportKind::Departure | ReportKind::Extension => false,
        }
    }
}

/// What proves a report; nothing of the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The report, which may be forgotten by now.
    pub report: ReportId,
    /// Its number.
    pub number: ReportNumber,
    /// Which version under that number.
    pub version: i64,
    /// What it reports.
    pub kind: ReportKind,
    /// Where.
    pub premises: PremisesId,
    /// Who made it.
    pub reporter: ReporterId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
    /// How many guests it covers.
    pub guests: i64,
}

impl Tx {
    /// Keeps a report and what proves it.
    pub async fn add_report<T: Serialize>(&mut self, report: &NewReport<'_, T>) -> anyhow::Result<ReportId> {
        let stated = self.keys.seal_json(STATED, report.stated)?;
        let (kind, made, deadline) = (report.kind.as_str(), millis(report.made_at), report.deadline_at.map(millis));
        let reason = report.reason.map(Reason::as_str);
        // A receipt outlives its report: the number of a report that is gone is not given again while one is kept.
        let id = sqlx::query_scalar!(
            r#"insert into report (
                   report_id, number, version, stay_id, reporter_id, kind, reason, stated_sealed, made_at, deadline_at,
                   rulebook, draft
               )
               values (
                   1 + max(
                       coalesce((select max(report_id) from report), 0),
                       coalesce((select max(report_id) from receipt), 0)
                   ),
                   ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
               )
               returning report_id as "report_id!: ReportId""#,
            report.number,
            report.version,
            report.stay,
            report.reporter,
            kind,
            reason,
            stated,
            made,
            deadline,
            report.rulebook,
            report.draft
        )
        .fetch_one(&mut *self.inner)
        .await?;
        sqlx::query!(
            "insert into receipt (report_id, number, version, kind, premises_id, reporter_id, made_at, deadline_at)
             select ?1, ?2, ?3, ?4, premises_id, ?5, ?6, ?7
             from stay
             where stay_id = ?8",
            id,
            report.number,
            report.version,
            kind,
            report.reporter,
            made,
            deadline,
            report.stay
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(id)
    }

    /// The report that came of a draft, if it was sent.
    pub async fn report_of_draft(&mut self, draft: &str) -> anyhow::Result<Option<ReportNumber>> {
        Ok(sqlx::query_scalar!(r#"select number as "number!: ReportNumber" from report where draft = ?"#, draft)
            .fetch_optional(&mut *self.inner)
            .await?)
    }

    /// A report by its id; `None` once it is forgotten.
    pub async fn report(&mut self, id: ReportId) -> anyhow::Result<Option<ReportRow>> {
        let row = sqlx::query!(
            r#"select number as "number!: ReportNumber", version, stay_id as "stay_id!: StayId",
                      reporter_id as "reporter_id!: ReporterId", kind, reason, made_at, deadline_at, acknowledged_at
               from report
               where report_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(ReportRow {
                id,
                number: row.number,
                version: row.version,
                stay: row.stay_id,
                reporter: row.reporter_id,
                kind: known(ReportKind::named(&row.kind), "kind of report")?,
                reason: row.reason.map(|reason| known(Reason::named(&reason), "reason")).transpose()?,
                made_at: moment(row.made_at),
                deadline_at: row.deadline_at.map(moment),
                acknowledged_at: row.acknowledged_at.map(moment),
            })
        })
        .transpose()
    }

    /// What a report states.
    pub async fn stated<T: DeserializeOwned>(&mut self, id: ReportId) -> anyhow::Result<T> {
        let sealed = sqlx::query_scalar!("select stated_sealed from report where report_id = ?", id)
            .fetch_one(&mut *self.inner)
            .await?;
        self.keys.open_json(STATED, &sealed)
    }

    /// The report with which a stay began.
    pub async fn arrival_report(&mut self, stay: StayId) -> anyhow::Result<ReportRow> {
        known(self.versions_of_arrival(stay).await?.into_iter().next(), "stay without an arrival")
    }

    /// The report with which a stay began and what put it right, in their order.
    pub async fn versions_of_arrival(&mut self, stay: StayId) -> anyhow::Result<Vec<ReportRow>> {
        let ids = sqlx::query_scalar!(
            r#"select r.report_id as "report_id!: ReportId"
               from report r
               where r.stay_id = ?1
                 and r.number = (
                     select number
                     from report
                     where stay_id = ?1 and (kind = 'arrival' or kind = 'move') and version = 1
                     order by report_id
                     limit 1
                 )
               order by r.version"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut versions = Vec::with_capacity(ids.len());
        for id in ids {
            versions.extend(self.report(id).await?);
        }
        Ok(versions)
    }

    /// The latest report of a kind about a stay.
    pub async fn latest_report(&mut self, stay: StayId, kind: ReportKind) -> anyhow::Result<Option<ReportRow>> {
        let kind = kind.as_str();
        let id = sqlx::query_scalar!(
            r#"select report_id as "report_id!: ReportId"
               from report
               where stay_id = ? and kind = ?
               order by report_id desc
               limit 1"#,
            stay,
            kind
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        match id {
            Some(id) => self.report(id).await,
            None => Ok(None),
        }
    }

    /// The number of the latest version under a number.
    pub async fn latest_version(&mut self, number: &ReportNumber) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar!(
            r#"select coalesce(max(version), 0) as "version!: i64" from report where number = ?"#,
            number
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Whom to ask about a stay: who reported it, as long as they work there; else the owners and managers of the place.
    pub async fn desk_of_stay(&mut self, stay: StayId) -> anyhow::Result<Vec<(ReporterId, UserId)>> {
        let rows = sqlx::query!(
            r#"with desk as (
                   select m.reporter_id, m.role,
                          exists (
                              select 1 from report r
                              where r.stay_id = s.stay_id and r.reporter_id = m.reporter_id and r.kind in ('arrival', 'move')
                          ) as reported
                   from stay s
                   join member m on m.premises_id = s.premises_id and m.revoked_at is null
                   where s.stay_id = ?1
               )
               select d.reporter_id as "reporter_id!: ReporterId", r.telegram_id as "telegram_id!: UserId"
               from desk d
               join reporter r on r.reporter_id = d.reporter_id
               where d.reported
                  or (d.role in ('owner', 'manager') and not exists (select 1 from desk where reported))
               order by d.reporter_id"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.reporter_id, row.telegram_id)).collect())
    }

    /// The receipt of a report.
    pub async fn receipt(&mut self, report: ReportId) -> anyhow::Result<Option<Receipt>> {
        let row = sqlx::query!(
            r#"select number as "number!: ReportNumber", version, kind, premises_id as "premises_id!: PremisesId",
                      reporter_id as "reporter_id!: ReporterId", made_at, deadline_at, guests
               from receipt
               where report_id = ?"#,
            report
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Receipt {
                report,
                number: row.number,
                version: row.version,
                kind: known(ReportKind::named(&row.kind), "kind of report")?,
                premises: row.premises_id,
                reporter: row.reporter_id,
                made_at: moment(row.made_at),
                deadline_at: row.deadline_at.map(moment),
                guests: row.guests,
            })
        })
        .transpose()
    }

    /// Receipts of a number, version by version.
    pub async fn receipts_of_number(&mut self, number: &str) -> anyhow::Result<Vec<Receipt>> {
        let ids = sqlx::query_scalar!(
            r#"select report_id as "report_id!: ReportId" from receipt where number = ? order by version"#,
            number
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut receipts = Vec::with_capacity(ids.len());
        for id in ids {
            receipts.extend(self.receipt(id).await?);
        }
        Ok(receipts)
    }

    /// Receipts that somebody may have again, the latest first: their own, and those of the places they work at.
    pub async fn receipts_for(
        &mut self,
        reporter: ReporterId,
        offset: i64,
        limit: i64,
    ) -> anyhow::Result<Vec<ReportId>> {
        Ok(sqlx::query_scalar!(
            r#"select report_id as "report_id!: ReportId"
               from receipt
               where reporter_id = ?1
                  or premises_id in (select premises_id from member where reporter_id = ?1 and revoked_at is null)
               order by report_id desc
               limit ?2 offset ?3"#,
            reporter,
            limit,
            offset
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// As whom colleagues know who made a report: the name at the place, and the part they have there.
    pub async fn maker(
        &mut self,
        premises: PremisesId,
        reporter: ReporterId,
    ) -> anyhow::Result<Option<(Option<String>, Role)>> {
        let row = sqlx::query!(
            "select called, role from member where premises_id = ? and reporter_id = ?",
            premises,
            reporter
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| Ok((row.called, known(Role::named(&row.role), "role")?))).transpose()
    }

    /// The reports that were sent in one go with a report, itself included, in their order.
    pub async fn reports_sent_with(&mut self, report: ReportId) -> anyhow::Result<Vec<ReportId>> {
        Ok(sqlx::query_scalar!(
            r#"select other.report_id as "report_id!: ReportId"
               from report one
               join report other on other.draft >= substr(one.draft, 1, 16) and other.draft < substr(one.draft, 1, 16) || ';'
                                and other.kind = one.kind and other.made_at = one.made_at
               where one.report_id = ?
               order by other.report_id"#,
            report
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }
}
