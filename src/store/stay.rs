//! Stays: what is stated of them at present. What was stated before stands in the reports.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    document::{DateSource, DocumentKind, Permission, VisaClass},
    document_number::DocumentNumber,
    id::{PremisesId, StayId},
    person::Identity,
    signals::Present,
    stay::{Arrival, Work},
};

use super::{Tx, known, millis};

pub(super) const IDENTITY: &str = "stay.identity";
const CAME_FROM: &str = "stay.came_from";

/// A stay as it is at present.
#[derive(Debug, Clone, PartialEq)]
pub struct StayRow {
    /// Its identity.
    pub id: StayId,
    /// What is stated of it.
    pub arrival: Arrival,
    /// The day of departure, or of cancellation; `None` while it is open.
    pub departed_on: Option<NaiveDate>,
    /// The report was taken back.
    pub cancelled: bool,
    /// The stay from which the person moved here.
    pub moved_from: Option<StayId>,
    /// The number that the authorities' own system gave.
    pub fpcs_reference: Option<String>,
    /// When somebody last said that the guest is here.
    pub seen_on: Option<NaiveDate>,
}

impl Tx {
    /// The keyed hash under which the same person is found; `None` where the number is not the person's own.
    pub(super) fn index_of(&self, arrival: &Arrival) -> Option<Vec<u8>> {
        let number = arrival.identity.number.as_ref().filter(|_| arrival.document.is_personal())?;
        Some(self.keys.document_index(number.as_str()))
    }

    /// Opens a stay.
    pub async fn open_stay(
        &mut self,
        arrival: &Arrival,
        moved_from: Option<StayId>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<StayId> {
        let identity = self.keys.seal_json(IDENTITY, &arrival.identity)?;
        let index = self.index_of(arrival);
        let came_from = arrival.came_from.as_ref().map(|place| self.keys.seal(CAME_FROM, place.as_bytes()));
        let (document, source) = (arrival.document.as_str(), arrival.permission.source.as_str());
        let visa = arrival.permission.visa.map(VisaClass::as_str);
        let work = arrival.work.map(Work::as_str);
        let now = millis(now);
        Ok(sqlx::query_scalar!(
            r#"insert into stay (
                   premises_id, document, identity_sealed, document_index, visa, stay_until, date_source,
                   unit, arrived_on, leaves_on, work, permit_until, came_from_sealed, moved_from, created_at
               )
               values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            arrival.permit_until,
            came_from,
            moved_from,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Whether there is such a stay: one whose time is over is forgotten.
    pub async fn has_stay(&mut self, id: StayId) -> anyhow::Result<bool> {
        let found =
            sqlx::query_scalar!("select count(*) from stay where stay_id = ?", id).fetch_one(&mut *self.inner).await?;
        Ok(found > 0)
    }

    /// A stay by its id.
    pub async fn stay(&mut self, id: StayId) -> anyhow::Result<StayRow> {
        let row = sqlx::query!(
            r#"select premises_id as "premises_id!: PremisesId", document, identity_sealed, visa,
                      stay_until as "stay_until: NaiveDate", date_source, unit,
                      arrived_on as "arrived_on!: NaiveDate", leaves_on as "leaves_on: NaiveDate", work,
                      permit_until as "permit_until: NaiveDate",
                      departed_on as "departed_on: NaiveDate", cancelled_at, came_from_sealed,
                      moved_from as "moved_from: StayId", fpcs_reference, seen_on as "seen_on: NaiveDate"
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
                permit_until: row.permit_until,
                came_from: self.opened(CAME_FROM, row.came_from_sealed)?,
            },
            departed_on: row.departed_on,
            cancelled: row.cancelled_at.is_some(),
            moved_from: row.moved_from,
            fpcs_reference: row.fpcs_reference,
            seen_on: row.seen_on,
        })
    }

    /// Text that was sealed.
    fn opened(&self, place: &'static str, sealed: Option<Vec<u8>>) -> anyhow::Result<Option<String>> {
        sealed.map(|sealed| Ok(String::from_utf8(self.keys.open(place, &sealed)?)?)).transpose()
    }

    /// Open stays of which a rule may have come due since they were reported: past their date, named on a parent's card,
    /// or without a work permit, or with one that ran out, since before `permit_missing_since`. In their order after `after`; at most `limit`.
    pub async fn stays_to_look_at(
        &mut self,
        today: NaiveDate,
        permit_missing_since: NaiveDate,
        after: StayId,
        limit: i64,
    ) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where departed_on is null and stay_id > ?1
                 and (stay_until < ?2 or document = 'parent_card'
                      or ((work in ('without_permit', 'permit_not_seen') or permit_until <= ?3) and arrived_on <= ?3))
               order by stay_id
               limit ?4"#,
            after,
            today,
            permit_missing_since,
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

    /// Puts what is stated of a stay right, in place of what was. Nobody has left before they came.
    pub async fn correct_stay(&mut self, id: StayId, arrival: &Arrival) -> anyhow::Result<()> {
        let identity = self.keys.seal_json(IDENTITY, &arrival.identity)?;
        let index = self.index_of(arrival);
        let came_from = arrival.came_from.as_ref().map(|place| self.keys.seal(CAME_FROM, place.as_bytes()));
        let (document, source) = (arrival.document.as_str(), arrival.permission.source.as_str());
        let visa = arrival.permission.visa.map(VisaClass::as_str);
        let work = arrival.work.map(Work::as_str);
        sqlx::query!(
            "update stay
             set document = ?1, identity_sealed = ?2, document_index = ?3, visa = ?4, stay_until = ?5, date_source = ?6,
                 unit = ?7, arrived_on = ?8, leaves_on = ?9, work = ?10, permit_until = ?11,
                 came_from_sealed = ?12, departed_on = max(departed_on, ?8)
             where stay_id = ?13",
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
            arrival.permit_until,
            came_from,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Takes a stay back: it never was. It is not open any more, and leaves with those of its day.
    pub async fn cancel_stay(&mut self, id: StayId, day: NaiveDate, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update stay set departed_on = coalesce(departed_on, ?), cancelled_at = ? where stay_id = ? and cancelled_at is null",
            day,
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Opens a stay again that was closed by mistake.
    pub async fn reopen_stay(&mut self, id: StayId) -> anyhow::Result<()> {
        sqlx::query!("update stay set departed_on = null where stay_id = ? and cancelled_at is null", id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Notes that somebody said on a day that the guest is here.
    pub async fn set_seen(&mut self, id: StayId, day: NaiveDate) -> anyhow::Result<()> {
        sqlx::query!("update stay set seen_on = ? where stay_id = ?", day, id).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Notes that somebody said on a day that all guests of a place are here.
    pub async fn set_all_seen(&mut self, premises: PremisesId, day: NaiveDate) -> anyhow::Result<()> {
        sqlx::query!("update stay set seen_on = ? where premises_id = ? and departed_on is null", day, premises)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Open stays in their order after `after`; at most `limit`.
    pub async fn open_stays(&mut self, after: StayId, limit: i64) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where departed_on is null and stay_id > ?
               order by stay_id
               limit ?"#,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Notes when the guest plans to leave, or that nobody knows.
    pub async fn set_leaves_on(&mut self, id: StayId, day: Option<NaiveDate>) -> anyhow::Result<()> {
        sqlx::query!("update stay set leaves_on = ? where stay_id = ?", day, id).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Notes the number that the authorities' own system gave.
    pub async fn set_fpcs_reference(&mut self, id: StayId, reference: &str) -> anyhow::Result<()> {
        sqlx::query!("update stay set fpcs_reference = ? where stay_id = ?", reference, id)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Stays at premises that are open, by room; those that ended, the latest first. From `offset`, at most `limit`.
    pub async fn stays_at(
        &mut self,
        premises: PremisesId,
        open: bool,
        offset: i64,
        limit: i64,
    ) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where premises_id = ?1 and (departed_on is null) = ?2
               order by iif(?2, unit is null, 0), iif(?2, length(unit), 0), iif(?2, unit, ''),
                        iif(?2, 0, julianday(departed_on)) desc, iif(?2, stay_id, -stay_id)
               limit ?3 offset ?4"#,
            premises,
            open,
            limit,
            offset
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Who is reported as staying at premises, as far as signals look at it.
    pub async fn present_at(
        &mut self,
        premises: PremisesId,
        adult_age: u32,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Vec<Present>> {
        let now = millis(now);
        let rows = sqlx::query!(
            r#"select stay_id as "stay_id!: StayId", unit, identity_sealed, document, visa,
                      coalesce(stay_until < ?2, 0) and document not in ('residence_card', 'parent_card')
                          and not exists (
                              select 1 from stay_check c
                              where c.stay_id = s.stay_id and c.settled_at is null and c.alert_at > ?3
                          ) as "overstays!: bool"
               from stay s
               where premises_id = ?1 and departed_on is null
               order by stay_id"#,
            premises,
            today,
            now
        )
        .fetch_all(&mut *self.inner)
        .await?;
        rows.into_iter()
            .map(|row| {
                let identity: Identity = self.keys.open_json(IDENTITY, &row.identity_sealed)?;
                Ok(Present {
                    stay: row.stay_id,
                    unit: row.unit,
                    minor: !identity.is_adult(adult_age, today),
                    exempt: row.document == DocumentKind::Diplomatic.as_str()
                        || row.visa.as_deref() == Some(VisaClass::A.as_str()),
                    overstays: row.overstays,
                })
            })
            .collect()
    }

    /// How many stays at premises are open, or have ended.
    pub async fn count_stays(&mut self, premises: PremisesId, open: bool) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar!(
            "select count(*) from stay where premises_id = ?1 and (departed_on is null) = ?2",
            premises,
            open
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Open stays of the same document, the latest first, with where they are; without the stay itself.
    pub async fn open_stays_of_document(
        &mut self,
        arrival: &Arrival,
        but: Option<StayId>,
    ) -> anyhow::Result<Vec<(StayId, PremisesId)>> {
        let Some(index) = self.index_of(arrival) else { return Ok(Vec::new()) };
        let rows = sqlx::query!(
            r#"select stay_id as "stay_id!: StayId", premises_id as "premises_id!: PremisesId"
               from stay
               where document_index = ?1 and departed_on is null and stay_id is not ?2
               order by stay_id desc"#,
            index,
            but
        )
        .fetch_all(&mut *self.inner)
        .await?;
        Ok(rows.into_iter().map(|row| (row.stay_id, row.premises_id)).collect())
    }

    /// Other stays of the same document that were not taken back, the latest first; at most ten.
    pub async fn stays_of_document(&mut self, arrival: &Arrival, but: StayId) -> anyhow::Result<Vec<StayId>> {
        let Some(index) = self.index_of(arrival) else { return Ok(Vec::new()) };
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where document_index = ? and stay_id <> ? and cancelled_at is null
               order by stay_id desc
               limit 10"#,
            index,
            but
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// The latest stay at premises of somebody whose document has this number, which was not taken back.
    pub async fn stay_with_document(
        &mut self,
        premises: PremisesId,
        number: &DocumentNumber,
    ) -> anyhow::Result<Option<StayId>> {
        let index = self.keys.document_index(number.as_str());
        Ok(sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where document_index = ?1 and premises_id = ?2 and cancelled_at is null
               order by stay_id desc
               limit 1"#,
            index,
            premises
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }
}
