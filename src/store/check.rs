//! Questions put to a reporter about a stay before a unit is told.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    alert::Rule,
    id::{CheckId, StayId},
};

use super::{Tx, known, millis, moment};

/// A question to be put.
#[derive(Debug, Clone, Copy)]
pub struct NewCheck {
    /// The stay it is about.
    pub stay: StayId,
    /// The rule that is about to fire.
    pub rule: Rule,
    /// The date that has passed.
    pub about_date: NaiveDate,
    /// When the unit is told, unless the stay changed before.
    pub alert_at: DateTime<Utc>,
}

/// A question as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// The row.
    pub id: CheckId,
    /// The stay it is about.
    pub stay: StayId,
    /// The rule that is about to fire.
    pub rule: Rule,
    /// The date that has passed.
    pub about_date: NaiveDate,
    /// When the unit is told, unless the stay changed before.
    pub alert_at: DateTime<Utc>,
    /// When it was settled, by an answer or by an alert.
    pub settled_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Keeps a question unless the same was put before; then `None`.
    pub async fn add_check(&mut self, check: &NewCheck, now: DateTime<Utc>) -> anyhow::Result<Option<CheckId>> {
        let (rule, now, alert_at) = (check.rule.as_str(), millis(now), millis(check.alert_at));
        Ok(sqlx::query_scalar!(
            r#"insert into stay_check (stay_id, rule, about_date, asked_at, alert_at)
               values (?, ?, ?, ?, ?)
               on conflict do nothing
               returning check_id as "check_id!: CheckId""#,
            check.stay,
            rule,
            check.about_date,
            now,
            alert_at
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// The question about this stay, rule and date, if it was ever put.
    pub async fn check_about(
        &mut self,
        stay: StayId,
        rule: Rule,
        about_date: NaiveDate,
    ) -> anyhow::Result<Option<Check>> {
        let rule = rule.as_str();
        let id = sqlx::query_scalar!(
            r#"select check_id as "check_id!: CheckId"
               from stay_check
               where stay_id = ? and rule = ? and about_date = ?"#,
            stay,
            rule,
            about_date
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        match id {
            Some(id) => self.check(id).await,
            None => Ok(None),
        }
    }

    /// Opens a question again: what it asks about holds again. Its window runs on.
    pub async fn reopen_check(&mut self, id: CheckId) -> anyhow::Result<()> {
        sqlx::query!("update stay_check set settled_at = null where check_id = ?", id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A question by its id.
    pub async fn check(&mut self, id: CheckId) -> anyhow::Result<Option<Check>> {
        let row = sqlx::query!(
            r#"select stay_id as "stay_id!: StayId", rule, about_date as "about_date!: NaiveDate", alert_at, settled_at
               from stay_check
               where check_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Check {
                id,
                stay: row.stay_id,
                rule: known(Rule::named(&row.rule), "rule")?,
                about_date: row.about_date,
                alert_at: moment(row.alert_at),
                settled_at: row.settled_at.map(moment),
            })
        })
        .transpose()
    }

    /// Questions whose window has passed.
    pub async fn checks_run_out(&mut self, now: DateTime<Utc>) -> anyhow::Result<Vec<CheckId>> {
        let now = millis(now);
        Ok(sqlx::query_scalar!(
            r#"select check_id as "check_id!: CheckId"
               from stay_check
               where settled_at is null and alert_at <= ?
               order by alert_at
               limit 500"#,
            now
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Settles one question.
    pub async fn settle_check(&mut self, id: CheckId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!("update stay_check set settled_at = ? where check_id = ? and settled_at is null", now, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Questions about a stay that are not settled.
    pub async fn open_checks_of(&mut self, stay: StayId) -> anyhow::Result<Vec<Check>> {
        let ids = sqlx::query_scalar!(
            r#"select check_id as "check_id!: CheckId" from stay_check where stay_id = ? and settled_at is null"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut checks = Vec::with_capacity(ids.len());
        for id in ids {
            checks.extend(self.check(id).await?);
        }
        Ok(checks)
    }
}
