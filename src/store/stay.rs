//! Stays and the reports they rest on.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::{
    document::{DateSource, DocumentKind, Permission, VisaClass},
    id::{PremisesId, ReportId, ReporterId, StayId, UserId},
    number::ReportNumber,
    person::Identity,
    stay::{Arrival, Work},
};

use super::{Tx, known, millis, moment};

pub(super) const IDENTITY: &str = "stay.identity";
const STATED: &str = "report.stated";

/// What a report reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// Somebody came.
    Arrival,
    /// Somebody left.
    Departure,
    /// A permission was renewed.
    Extension,
}

impl ReportKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Departure => "departure",
            Self::Extension => "extension",
        }
    }
}

/// A report to be kept.
#[derive(Debug)]
pub struct NewReport<'a, T> {
    /// Its number.
    pub number: &'a ReportNumber,
    /// What it is about.
    pub stay: StayId,
    /// Who made it.
    pub reporter: ReporterId,
    /// What it reports.
    pub kind: ReportKind,
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

/// A stay as it is at present.
#[derive(Debug, Clone, PartialEq)]
pub struct StayRow {
    /// Its identity.
    pub id: StayId,
    /// What is stated of it.
    pub arrival: Arrival,
    /// The day of departure; `None` while it is open.
    pub departed_on: Option<NaiveDate>,
}

/// A report as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow {
    /// Its identity.
    pub id: ReportId,
    /// Its number.
    pub number: ReportNumber,
    /// What it is about.
    pub stay: StayId,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Opens a stay.
    pub async fn open_stay(&mut self, arrival: &Arrival, now: DateTime<Utc>) -> anyhow::Result<StayId> {
        let identity = self.keys.seal_json(IDENTITY, &arrival.identity)?;
        let index = arrival.identity.number.as_ref().map(|number| self.keys.document_index(number.as_str()));
        let (document, source) = (arrival.document.as_str(), arrival.permission.source.as_str());
        let visa = arrival.permission.visa.map(VisaClass::as_str);
        let work = arrival.work.map(Work::as_str);
        let now = millis(now);
        Ok(sqlx::query_scalar!(
            r#"insert into stay (
                   premises_id, document, identity_sealed, document_index, visa, stay_until, date_source,
                   unit, arrived_on, leaves_on, work, created_at
               )
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               returning stay_id as "stay_id!: StayId""#,
            arrival.premises_id,
            document,
            identity,
            index,
            visa,
            arrival.permission.stay_until,
            source,
            arrival.unit,
            arrival.arrived_on,
            arrival.leaves_on,
            work,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// A stay by its id.
    pub async fn stay(&mut self, id: StayId) -> anyhow::Result<StayRow> {
        let row = sqlx::query!(
            r#"select premises_id as "premises_id!: PremisesId", document, identity_sealed, visa,
                      stay_until as "stay_until: NaiveDate", date_source, unit,
                      arrived_on as "arrived_on!: NaiveDate", leaves_on as "leaves_on: NaiveDate", work,
                      departed_on as "departed_on: NaiveDate"
               from stay
               where stay_id = ?"#,
            id
        )
        .fetch_one(&mut *self.inner)
        .await?;
        let identity: Identity = self.keys.open_json(IDENTITY, &row.identity_sealed)?;
        Ok(StayRow {
            id,
            arrival: Arrival {
                premises_id: row.premises_id,
                document: known(DocumentKind::named(&row.document), "kind of document")?,
                identity,
                permission: Permission {
                    visa: row.visa.map(|visa| known(VisaClass::named(&visa), "visa class")).transpose()?,
                    stay_until: row.stay_until,
                    source: known(DateSource::named(&row.date_source), "source of a date")?,
                },
                unit: row.unit,
                arrived_on: row.arrived_on,
                leaves_on: row.leaves_on,
                work: row.work.map(|work| known(Work::named(&work), "kind of work")).transpose()?,
            },
            departed_on: row.departed_on,
        })
    }

    /// Open stays whose stay-until date lies before `today`, in their order after `after`; at most `limit`.
    pub async fn stays_past_their_date(
        &mut self,
        today: NaiveDate,
        after: StayId,
        limit: i64,
    ) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where departed_on is null and stay_until < ? and stay_id > ?
               order by stay_id
               limit ?"#,
            today,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Closes a stay; a closed one stays as it is.
    pub async fn close_stay(&mut self, id: StayId, day: NaiveDate) -> anyhow::Result<()> {
        sqlx::query!("update stay set departed_on = ? where stay_id = ? and departed_on is null", day, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Puts a renewed permission in the place of the old one.
    pub async fn set_permission(&mut self, id: StayId, permission: &Permission) -> anyhow::Result<()> {
        let (visa, source) = (permission.visa.map(VisaClass::as_str), permission.source.as_str());
        sqlx::query!(
            "update stay set visa = coalesce(?, visa), stay_until = ?, date_source = ? where stay_id = ?",
            visa,
            permission.stay_until,
            source,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Keeps a report.
    pub async fn add_report<T: Serialize>(&mut self, report: &NewReport<'_, T>) -> anyhow::Result<ReportId> {
        let stated = self.keys.seal_json(STATED, report.stated)?;
        let (kind, made, deadline) = (report.kind.as_str(), millis(report.made_at), report.deadline_at.map(millis));
        Ok(sqlx::query_scalar!(
            r#"insert into report (number, stay_id, reporter_id, kind, stated_sealed, made_at, deadline_at, rulebook, draft)
               values (?, ?, ?, ?, ?, ?, ?, ?, ?)
               returning report_id as "report_id!: ReportId""#,
            report.number,
            report.stay,
            report.reporter,
            kind,
            stated,
            made,
            deadline,
            report.rulebook,
            report.draft
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// The report that came of a draft, if it was sent.
    pub async fn report_of_draft(&mut self, draft: &str) -> anyhow::Result<Option<ReportNumber>> {
        Ok(sqlx::query_scalar!(r#"select number as "number!: ReportNumber" from report where draft = ?"#, draft)
            .fetch_optional(&mut *self.inner)
            .await?)
    }

    /// A report by its id.
    pub async fn report(&mut self, id: ReportId) -> anyhow::Result<ReportRow> {
        let row = sqlx::query!(
            r#"select number as "number!: ReportNumber", stay_id as "stay_id!: StayId", made_at, deadline_at
               from report
               where report_id = ?"#,
            id
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(ReportRow {
            id,
            number: row.number,
            stay: row.stay_id,
            made_at: moment(row.made_at),
            deadline_at: row.deadline_at.map(moment),
        })
    }

    /// The report with which a stay began.
    pub async fn arrival_report(&mut self, stay: StayId) -> anyhow::Result<ReportRow> {
        let id = sqlx::query_scalar!(
            r#"select report_id as "report_id!: ReportId"
               from report
               where stay_id = ? and kind = 'arrival'
               order by report_id
               limit 1"#,
            stay
        )
        .fetch_one(&mut *self.inner)
        .await?;
        self.report(id).await
    }

    /// The chats of those who may be asked about a stay: who reported the arrival.
    pub async fn reporters_of_stay(&mut self, stay: StayId) -> anyhow::Result<Vec<(ReporterId, UserId)>> {
        let rows = sqlx::query!(
            r#"select distinct r.reporter_id as "reporter_id!: ReporterId", r.telegram_id as "telegram_id!: UserId"
               from report
               join reporter r on r.reporter_id = report.reporter_id
               where report.stay_id = ? and report.kind = 'arrival'"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.reporter_id, row.telegram_id)).collect())
    }
}
