//! Work permits of those who work at premises, without a word of who they are.

use chrono::NaiveDate;

use crate::domain::{
    id::{PremisesId, StayId},
    stay::Work,
};

use super::{Tx, known};

/// The work permit of somebody who stays at premises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkPermit {
    /// Whose.
    pub stay: StayId,
    /// Whether the person works there, and under which permit.
    pub work: Work,
    /// Its last day, where it was told.
    pub until: Option<NaiveDate>,
}

impl Tx {
    /// The work permits of all who stay at premises and of whom it was asked, in the order of their stays.
    pub async fn work_permits_at(&mut self, premises: PremisesId) -> anyhow::Result<Vec<WorkPermit>> {
        let rows = sqlx::query!(
            r#"select stay_id as "stay_id!: StayId", work as "work!", permit_until as "until: NaiveDate"
               from stay
               where premises_id = ? and departed_on is null and work is not null
               order by stay_id"#,
            premises
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                let work = known(Work::named(&row.work), "kind of work")?;
                Ok(WorkPermit { stay: row.stay_id, work, until: row.until })
            })
            .collect()
    }
}
