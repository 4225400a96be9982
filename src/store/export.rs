//! What the register holds of the guests of a place, as far as it goes into a file for the people who work there. Deliberately
//! nothing of alerts, and no decision who may have it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    id::{PremisesId, StayId},
    number::ReportNumber,
    stay::Arrival,
};

use super::{Tx, moment};

/// A stay and the report with which it began.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedStay {
    /// What is stated at present.
    pub arrival: Arrival,
    /// The day of departure.
    pub departed_on: Option<NaiveDate>,
    /// The report's number.
    pub number: ReportNumber,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it was on time.
    pub deadline_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Stays at premises that were not taken back, those that came last first: the open ones, or those that ended.
    pub async fn stays_to_list(&mut self, premises: PremisesId, open: bool) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where premises_id = ?1 and (departed_on is null) = ?2 and cancelled_at is null
               order by coalesce(departed_on, arrived_on) desc, stay_id desc"#,
            premises,
            open
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Some stays, in the order in which they are named; those that are gone, or were taken back meanwhile, are left out.
    pub async fn listed_stays(&mut self, ids: &[StayId]) -> anyhow::Result<Vec<ListedStay>> {
        let wanted = serde_json::to_string(ids)?;
        let rows = sqlx::query!(
            r#"select s.stay_id as "stay_id!: StayId", r.number as "number!: ReportNumber", r.made_at, r.deadline_at
               from json_each(?) as wanted
               join stay s on s.stay_id = wanted.value and s.cancelled_at is null
               join report r on r.report_id = (
                   select min(f.report_id)
                   from report f
                   where f.stay_id = s.stay_id and f.version = 1 and f.kind in ('arrival', 'move')
               )
               order by wanted.key"#,
            wanted
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut stays = Vec::with_capacity(rows.len());
        for row in rows {
            let stay = self.stay(row.stay_id).await?;
            stays.push(ListedStay {
                arrival: stay.arrival,
                departed_on: stay.departed_on,
                number: row.number,
                made_at: moment(row.made_at),
                deadline_at: row.deadline_at.map(moment),
            });
        }
        Ok(stays)
    }

    /// Whether something is in the outbox under a key, sent or not.
    pub async fn is_enqueued(&mut self, key: &str) -> anyhow::Result<bool> {
        let found =
            sqlx::query_scalar!("select count(*) from outbox where key = ?", key).fetch_one(&mut *self.inner).await?;
        Ok(found > 0)
    }
}
