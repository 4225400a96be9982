//! Alerts and how far each has come.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    alert::{AlertState, Cause, Rule},
    id::{AlertId, ChatId, OfficerId, StayId, UnitId},
    number::AlertNumber,
};

use super::{Tx, known, millis, moment};

/// An alert to be raised.
#[derive(Debug, Clone)]
pub struct NewAlert {
    /// Its number.
    pub number: AlertNumber,
    /// The stay it is about.
    pub stay: StayId,
    /// The rule that fired.
    pub rule: Rule,
    /// The day on which it fired.
    pub raised_on: NaiveDate,
    /// The unit that answers for the place.
    pub unit: Option<UnitId>,
}

/// An alert as it stands.
#[derive(Debug, Clone)]
pub struct Alert {
    /// The row.
    pub id: AlertId,
    /// Its number.
    pub number: AlertNumber,
    /// The stay it is about.
    pub stay: StayId,
    /// The rule that fired.
    pub rule: Rule,
    /// The day on which it fired.
    pub raised_on: NaiveDate,
    /// The unit it is addressed to.
    pub unit: Option<UnitId>,
    /// How far it has come.
    pub state: AlertState,
    /// Why it changed last.
    pub cause: Option<Cause>,
    /// Who acknowledged it.
    pub acknowledged_by: Option<OfficerId>,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
    /// Grows with each change that its copies must show.
    pub revision: i64,
}

impl Tx {
    /// Raises an alert unless the same rule has an alert for the stay that still stands; then `None`. One that was
    /// withdrawn on the same day stands again.
    pub async fn add_alert(&mut self, alert: &NewAlert, now: DateTime<Utc>) -> anyhow::Result<Option<AlertId>> {
        let (rule, now) = (alert.rule.as_str(), millis(now));
        Ok(sqlx::query_scalar!(
            r#"insert into alert (number, stay_id, rule, raised_on, unit_id, state, changed_at)
               select ?1, ?2, ?3, ?4, ?5, 'open', ?6
               where not exists (select 1 from alert where stay_id = ?2 and rule = ?3 and state <> 'withdrawn')
               on conflict (stay_id, rule, raised_on) do update
               set state = 'open', cause = 'corrected', acknowledged_by = null, changed_at = excluded.changed_at,
                   unit_id = excluded.unit_id, revision = revision + 1
               returning alert_id as "alert_id!: AlertId""#,
            alert.number,
            alert.stay,
            rule,
            alert.raised_on,
            alert.unit,
            now
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// An alert by its id.
    pub async fn alert(&mut self, id: AlertId) -> anyhow::Result<Option<Alert>> {
        let row = sqlx::query!(
            r#"select number as "number!: AlertNumber", stay_id as "stay_id!: StayId", rule,
                      raised_on as "raised_on!: NaiveDate", unit_id as "unit_id: UnitId", state, cause,
                      acknowledged_by as "acknowledged_by: OfficerId", changed_at, revision
               from alert
               where alert_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Alert {
                id,
                number: row.number,
                stay: row.stay_id,
                rule: known(Rule::named(&row.rule), "rule")?,
                raised_on: row.raised_on,
                unit: row.unit_id,
                state: known(AlertState::named(&row.state), "state of an alert")?,
                cause: row.cause.as_deref().and_then(Cause::named),
                acknowledged_by: row.acknowledged_by,
                changed_at: moment(row.changed_at),
                revision: row.revision,
            })
        })
        .transpose()
    }

    /// Acknowledges an alert for an officer. Whether this officer was the first.
    pub async fn acknowledge(&mut self, id: AlertId, officer: OfficerId, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update alert
             set state = 'acknowledged', acknowledged_by = ?, changed_at = ?, revision = revision + 1
             where alert_id = ? and state = 'open'",
            officer,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The alerts of a stay that stand.
    pub async fn standing_alerts(&mut self, stay: StayId) -> anyhow::Result<Vec<(AlertId, Rule)>> {
        let rows = sqlx::query!(
            r#"select alert_id as "alert_id!: AlertId", rule
               from alert
               where stay_id = ? and state <> 'withdrawn'
               order by alert_id"#,
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter().map(|row| Ok((row.alert_id, known(Rule::named(&row.rule), "rule")?))).collect()
    }

    /// Rules whose latest alert for a stay was withdrawn because the guest had left or moved.
    pub async fn rules_left_with(&mut self, stay: StayId) -> anyhow::Result<Vec<Rule>> {
        let rules = sqlx::query_scalar!(
            "select rule
             from alert a
             where stay_id = ?1 and state = 'withdrawn' and cause in ('left', 'moved')
               and not exists (
                   select 1 from alert b where b.stay_id = ?1 and b.rule = a.rule and b.raised_on > a.raised_on
               )
             order by alert_id",
            stay
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rules.iter().map(|rule| known(Rule::named(rule), "rule")).collect()
    }

    /// The facts of an alert have changed: it is withdrawn, or stands with other facts.
    pub async fn change_alert(
        &mut self,
        id: AlertId,
        cause: Cause,
        withdraw: bool,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (cause, now) = (cause.as_str(), millis(now));
        sqlx::query!(
            "update alert
             set cause = ?1, changed_at = iif(?2, ?3, changed_at), state = iif(?2, 'withdrawn', state), revision = revision + 1
             where alert_id = ?4",
            cause,
            withdraw,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The chats that have a copy of an alert, with the topic.
    pub async fn recipients(&mut self, id: AlertId) -> anyhow::Result<Vec<(ChatId, Option<i64>)>> {
        let rows = sqlx::query!(
            r#"select distinct chat_id as "chat_id!: ChatId", topic_id
               from outbox
               where alert_id = ? and (drawn > 0 or state = 'sending')"#,
            id
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.chat_id, row.topic_id)).collect())
    }

    /// Whether an alert of this rule stands for a stay.
    pub async fn has_standing_alert(&mut self, stay: StayId, rule: Rule) -> anyhow::Result<bool> {
        let rule = rule.as_str();
        let found = sqlx::query_scalar!(
            "select count(*) from alert where stay_id = ? and rule = ? and state <> 'withdrawn'",
            stay,
            rule
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(found > 0)
    }

    /// Alerts that no unit answers for, the oldest first.
    pub async fn alerts_without_unit(&mut self) -> anyhow::Result<Vec<AlertId>> {
        Ok(sqlx::query_scalar!(
            r#"select alert_id as "alert_id!: AlertId"
               from alert
               where unit_id is null and state = 'open'
               order by alert_id
               limit 500"#
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Open alerts of a unit, which must find another one.
    pub async fn open_alerts_of(&mut self, unit: UnitId) -> anyhow::Result<Vec<AlertId>> {
        Ok(sqlx::query_scalar!(
            r#"select alert_id as "alert_id!: AlertId" from alert where unit_id = ? and state = 'open' order by alert_id"#,
            unit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Addresses an alert to a unit, or to none.
    pub async fn set_alert_unit(&mut self, id: AlertId, unit: Option<UnitId>) -> anyhow::Result<()> {
        sqlx::query!("update alert set unit_id = ? where alert_id = ?", unit, id).execute(&mut *self.inner).await?;
        Ok(())
    }
}
