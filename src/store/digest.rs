//! Digests: what each unit is told once a day, and which reports are counted in it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    area::AreaCode,
    id::{DigestId, OfficerId, PremisesId, ReportId, UnitId},
    report::ReportKind,
};

use super::{Tx, known, millis, moment};

/// A digest as it stands: counts, no personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The row.
    pub id: DigestId,
    /// Whom it tells.
    pub unit: UnitId,
    /// The last day that is counted.
    pub day: NaiveDate,
    /// Arrivals and moves reported.
    pub arrivals: i64,
    /// Departures reported.
    pub departures: i64,
    /// Extensions, corrections, cancellations.
    pub changes: i64,
    /// Arrivals reported after the deadline.
    pub late: i64,
    /// Open alerts of the unit when it was made.
    pub alerts: i64,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// Who saw it, and when.
    pub seen: Option<(OfficerId, DateTime<Utc>)>,
}

/// A report that no digest counts yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncounted {
    /// The report.
    pub report: ReportId,
    /// What it reports.
    pub kind: ReportKind,
    /// Where.
    pub area: AreaCode,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Reports made from `from` to before `until` that no digest counts, in their order after `after`; at most `limit`.
    pub async fn uncounted_reports(
        &mut self,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
        after: ReportId,
        limit: i64,
    ) -> anyhow::Result<Vec<Uncounted>> {
        let (from, until) = (millis(from), millis(until));
        let rows = sqlx::query!(
            r#"select r.report_id as "report_id!: ReportId", r.kind, p.area, r.made_at, r.deadline_at
               from report r
               join stay s on s.stay_id = r.stay_id
               join premises p on p.premises_id = s.premises_id
               where r.digest_id is null and r.made_at >= ?1 and r.made_at < ?2 and r.report_id > ?3
               order by r.report_id
               limit ?4"#,
            from,
            until,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Uncounted {
                    report: row.report_id,
                    kind: known(ReportKind::named(&row.kind), "kind of report")?,
                    area: known(AreaCode::try_from(row.area.as_str()).ok(), "area code")?,
                    made_at: moment(row.made_at),
                    deadline_at: row.deadline_at.map(moment),
                })
            })
            .collect()
    }

    /// The digest of a unit up to a day, begun if there is none.
    pub async fn digest_of(&mut self, unit: UnitId, day: NaiveDate, now: DateTime<Utc>) -> anyhow::Result<DigestId> {
        let now = millis(now);
        Ok(sqlx::query_scalar!(
            r#"insert into digest (unit_id, day, made_at)
               values (?, ?, ?)
               on conflict (unit_id, day) do update set day = excluded.day
               returning digest_id as "digest_id!: DigestId""#,
            unit,
            day,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Counts a report in a digest, once.
    pub async fn count_report(&mut self, digest: DigestId, report: &Uncounted, late: bool) -> anyhow::Result<()> {
        let counted = sqlx::query!(
            "update report set digest_id = ? where report_id = ? and digest_id is null",
            digest,
            report.report
        )
        .execute(&mut *self.inner)
        .await?;
        if counted.rows_affected() == 0 {
            return Ok(());
        }
        let arrival = matches!(report.kind, ReportKind::Arrival | ReportKind::Move);
        let departure = report.kind == ReportKind::Departure;
        let change = !arrival && !departure;
        sqlx::query!(
            "update digest
             set arrivals = arrivals + ?, departures = departures + ?, changes = changes + ?, late = late + ?
             where digest_id = ?",
            arrival,
            departure,
            change,
            late,
            digest
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// How many alerts of each unit are open that were raised up to a day.
    pub async fn open_alerts_by_unit(&mut self, until: NaiveDate) -> anyhow::Result<Vec<(UnitId, i64)>> {
        let rows = sqlx::query!(
            r#"select unit_id as "unit_id!: UnitId", count(*) as "count!: i64"
               from alert
               where state = 'open' and unit_id is not null and raised_on <= ?
               group by unit_id
               order by unit_id"#,
            until
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.unit_id, row.count)).collect())
    }

    /// Notes how many alerts are open in a digest.
    pub async fn set_digest_alerts(&mut self, digest: DigestId, alerts: i64) -> anyhow::Result<()> {
        sqlx::query!("update digest set alerts = ? where digest_id = ?", alerts, digest)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Names a silent place in a digest.
    pub async fn add_silent(&mut self, digest: DigestId, premises: PremisesId, since: NaiveDate) -> anyhow::Result<()> {
        sqlx::query!(
            "insert into digest_silent (digest_id, premises_id, since) values (?, ?, ?) on conflict do nothing",
            digest,
            premises,
            since
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The silent places of a digest, with the day of the last word from each.
    pub async fn silent_of(&mut self, digest: DigestId) -> anyhow::Result<Vec<(PremisesId, NaiveDate)>> {
        let rows = sqlx::query!(
            r#"select premises_id as "premises_id!: PremisesId", since as "since!: NaiveDate"
               from digest_silent
               where digest_id = ?
               order by premises_id"#,
            digest
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.premises_id, row.since)).collect())
    }

    /// Digests that were begun and not sent.
    pub async fn digests_to_send(&mut self) -> anyhow::Result<Vec<DigestId>> {
        Ok(sqlx::query_scalar!(
            r#"select digest_id as "digest_id!: DigestId" from digest where sent_at is null order by digest_id"#
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// A digest was sent.
    pub async fn digest_sent(&mut self, id: DigestId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!("update digest set sent_at = ? where digest_id = ?", now, id).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// A digest by its id.
    pub async fn digest(&mut self, id: DigestId) -> anyhow::Result<Option<Digest>> {
        let row = sqlx::query!(
            r#"select unit_id as "unit_id!: UnitId", day as "day!: NaiveDate", arrivals, departures, changes, late, alerts,
                      sent_at, seen_by as "seen_by: OfficerId", seen_at
               from digest
               where digest_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(row.map(|row| Digest {
            id,
            unit: row.unit_id,
            day: row.day,
            arrivals: row.arrivals,
            departures: row.departures,
            changes: row.changes,
            late: row.late,
            alerts: row.alerts,
            sent_at: row.sent_at.map(moment),
            seen: row.seen_by.zip(row.seen_at.map(moment)),
        }))
    }

    /// An officer has seen a digest: the reports that are counted in it are acknowledged. Whether this one was the first.
    /// A version that came later is counted in a later digest, and acknowledged with it.
    pub async fn see_digest(&mut self, id: DigestId, officer: OfficerId, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update digest set seen_by = ?, seen_at = ? where digest_id = ? and seen_at is null",
            officer,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("update report set acknowledged_at = ? where digest_id = ? and acknowledged_at is null", now, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}
