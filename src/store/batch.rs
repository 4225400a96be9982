//! Batches and their people: many guests who are brought in together, until they are reported or left out.

use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

use crate::domain::{
    batch::{BatchKind, BatchState, Count, EntryState},
    id::{BatchId, EntryId, PremisesId, ReportId, ReporterId, StayId, UploadId, UserId},
    stay::Arrival,
};

use super::{Tx, known, millis, moment};

const DRAFT: &str = "entry.draft";
const NOTES: &str = "entry.notes";
const ARRIVAL: &str = "entry.arrival";
const LAYOUT: &str = "batch.layout";
const GRID: &str = "batch.grid";
const COLUMNS: &str = "columns_known.columns";

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The row.
    pub id: BatchId,
    /// Whose it is.
    pub reporter: ReporterId,
    /// Their Telegram user.
    pub user: UserId,
    /// Where its people stay, once that is known.
    pub premises: Option<PremisesId>,
    /// What it is made of.
    pub kind: BatchKind,
    /// Where it is on its way.
    pub state: BatchState,
    /// The name under which its people are reported.
    pub draft: String,
    /// When the reporter last sent.
    pub sent_at: Option<DateTime<Utc>>,
}

/// A person of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRow<D, N> {
    /// The row.
    pub id: EntryId,
    /// The batch.
    pub batch: BatchId,
    /// The row of the table, or the order of the pictures.
    pub place: i64,
    /// What stands in the form; `None` once it is reported.
    pub draft: Option<D>,
    /// What is to be said about it.
    pub notes: Option<N>,
    /// Where it is.
    pub state: EntryState,
}

/// A person of a batch to be kept.
#[derive(Debug)]
pub struct NewEntry<'a, D, N> {
    /// The batch.
    pub batch: BatchId,
    /// The file it was read from.
    pub upload: Option<UploadId>,
    /// The row of the table; without one it is the next.
    pub place: Option<i64>,
    /// What stands in the form.
    pub draft: &'a D,
    /// What is to be said about it.
    pub notes: &'a N,
}

impl Tx {
    /// Begins a batch.
    pub async fn add_batch(
        &mut self,
        reporter: ReporterId,
        premises: Option<PremisesId>,
        kind: BatchKind,
        draft: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<BatchId> {
        let (kind, now) = (kind.as_str(), millis(now));
        Ok(sqlx::query_scalar!(
            r#"insert into batch (reporter_id, premises_id, kind, state, draft, made_at, touched_at)
               values (?1, ?2, ?3, 'received', ?4, ?5, ?5)
               returning batch_id as "batch_id!: BatchId""#,
            reporter,
            premises,
            kind,
            draft,
            now
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// A batch; `None` once it is forgotten.
    pub async fn batch(&mut self, id: BatchId) -> anyhow::Result<Option<Batch>> {
        let row = sqlx::query!(
            r#"select b.reporter_id as "reporter_id!: ReporterId", r.telegram_id as "telegram_id!: UserId",
                      b.premises_id as "premises_id?: PremisesId", b.kind, b.state, b.draft, b.sent_at
               from batch b
               join reporter r on r.reporter_id = b.reporter_id
               where b.batch_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(Batch {
                id,
                reporter: row.reporter_id,
                user: row.telegram_id,
                premises: row.premises_id,
                kind: known(BatchKind::named(&row.kind), "kind of batch")?,
                state: known(BatchState::named(&row.state), "state of a batch")?,
                draft: row.draft,
                sent_at: row.sent_at.map(moment),
            })
        })
        .transpose()
    }

    /// Batches of a reporter that are not at their end, the latest first.
    pub async fn batches_of(&mut self, reporter: ReporterId) -> anyhow::Result<Vec<BatchId>> {
        Ok(sqlx::query_scalar!(
            r#"select batch_id as "batch_id!: BatchId"
               from batch
               where reporter_id = ? and state in ('received', 'read', 'to_confirm', 'sending', 'partly_sent')
               order by batch_id desc
               limit 20"#,
            reporter
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Where the people of a batch stay.
    pub async fn set_batch_premises(&mut self, batch: BatchId, premises: PremisesId) -> anyhow::Result<()> {
        sqlx::query!("update batch set premises_id = ? where batch_id = ?", premises, batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// What a batch is made of, once somebody said so.
    pub async fn set_batch_kind(&mut self, batch: BatchId, kind: BatchKind) -> anyhow::Result<()> {
        let kind = kind.as_str();
        sqlx::query!("update batch set kind = ? where batch_id = ?", kind, batch).execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Where a batch is on its way.
    pub async fn set_batch_state(
        &mut self,
        batch: BatchId,
        state: BatchState,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (state, now) = (state.as_str(), millis(now));
        sqlx::query!("update batch set state = ?, touched_at = ? where batch_id = ?", state, now, batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The reporter sends what is complete. All reports of this moment go together.
    pub async fn begin_sending(&mut self, batch: BatchId, now: DateTime<Utc>) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update batch set state = 'sending', sent_at = max(?1, coalesce(sent_at, 0) + 1), touched_at = ?1 where batch_id = ?2",
            now,
            batch
        )
        .execute(&mut *self.inner)
        .await?;
        self.has_files = true;
        Ok(())
    }

    /// The batch that is being sent and was not touched for longest.
    pub async fn batch_to_send(&mut self) -> anyhow::Result<Option<BatchId>> {
        Ok(sqlx::query_scalar!(
            r#"select batch_id as "batch_id!: BatchId" from batch where state = 'sending' order by touched_at, batch_id limit 1"#
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// How the table of a batch reads.
    pub async fn set_layout<T: Serialize>(&mut self, batch: BatchId, layout: &T) -> anyhow::Result<()> {
        let sealed = self.keys.seal_json(LAYOUT, layout)?;
        sqlx::query!("update batch set layout_sealed = ? where batch_id = ?", sealed, batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// How the table of a batch reads, while that is of use.
    pub async fn layout<T: DeserializeOwned>(&mut self, batch: BatchId) -> anyhow::Result<Option<T>> {
        let sealed = sqlx::query_scalar!("select layout_sealed from batch where batch_id = ?", batch)
            .fetch_optional(&mut *self.inner)
            .await?
            .flatten();
        sealed.map(|sealed| self.keys.open_json(LAYOUT, &sealed)).transpose()
    }

    /// The table of a batch as it was sent.
    pub async fn set_grid<T: Serialize>(&mut self, batch: BatchId, grid: &T) -> anyhow::Result<()> {
        let sealed = self.keys.seal_json(GRID, grid)?;
        sqlx::query!("update batch set grid_sealed = ? where batch_id = ?", sealed, batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The table of a batch as it was sent, while that is of use.
    pub async fn grid<T: DeserializeOwned>(&mut self, batch: BatchId) -> anyhow::Result<Option<T>> {
        let sealed = sqlx::query_scalar!("select grid_sealed from batch where batch_id = ?", batch)
            .fetch_optional(&mut *self.inner)
            .await?
            .flatten();
        sealed.map(|sealed| self.keys.open_json(GRID, &sealed)).transpose()
    }

    /// Columns of a place's own tables that somebody said the meaning of.
    pub async fn known_columns<T: DeserializeOwned + Default>(&mut self, premises: PremisesId) -> anyhow::Result<T> {
        let sealed = sqlx::query_scalar!("select columns_sealed from columns_known where premises_id = ?", premises)
            .fetch_optional(&mut *self.inner)
            .await?;
        sealed.map_or_else(|| Ok(T::default()), |sealed| self.keys.open_json(COLUMNS, &sealed))
    }

    /// Remembers them.
    pub async fn set_known_columns<T: Serialize>(&mut self, premises: PremisesId, columns: &T) -> anyhow::Result<()> {
        let sealed = self.keys.seal_json(COLUMNS, columns)?;
        sqlx::query!(
            "insert into columns_known (premises_id, columns_sealed)
             values (?, ?)
             on conflict (premises_id) do update set columns_sealed = excluded.columns_sealed",
            premises,
            sealed
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// How many people and files of a batch are where.
    pub async fn count_batch(&mut self, batch: BatchId) -> anyhow::Result<Count> {
        let row = sqlx::query!(
            r#"select count(*) filter (where state = 'open') as "open!: i64",
                      count(*) filter (where state = 'good') as "good!: i64",
                      count(*) filter (where state = 'here') as "here!: i64",
                      count(*) filter (where state = 'sent') as "sent!: i64"
               from entry
               where batch_id = ?"#,
            batch
        )
        .fetch_one(&mut *self.inner)
        .await?;
        let files = sqlx::query!(
            r#"select count(*) filter (where state = 'waiting') as "waiting!: i64",
                      count(*) filter (where state = 'read') as "read!: i64",
                      count(*) filter (where state = 'refused') as "refused!: i64"
               from upload
               where batch_id = ?"#,
            batch
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(Count {
            waiting: files.waiting,
            read: files.read,
            refused: files.refused,
            open: row.open,
            good: row.good,
            here: row.here,
            sent: row.sent,
        })
    }

    /// Keeps a person of a batch; a row of a table that was read before is read anew.
    pub async fn add_entry<D: Serialize, N: Serialize>(&mut self, new: &NewEntry<'_, D, N>) -> anyhow::Result<EntryId> {
        let draft = self.keys.seal_json(DRAFT, new.draft)?;
        let notes = self.keys.seal_json(NOTES, new.notes)?;
        Ok(sqlx::query_scalar!(
            r#"insert into entry (batch_id, upload_id, place, draft_sealed, notes_sealed, state)
               values (?1, ?2, coalesce(?3, (select coalesce(max(place), 0) + 1 from entry where batch_id = ?1)), ?4, ?5, 'open')
               on conflict (batch_id, place) do update
               set draft_sealed = excluded.draft_sealed, notes_sealed = excluded.notes_sealed, arrival_sealed = null,
                   state = 'open'
               returning entry_id as "entry_id!: EntryId""#,
            new.batch,
            new.upload,
            new.place,
            draft,
            notes
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// Takes away the people of a batch who are not reported, before its table is read anew.
    pub async fn clear_entries(&mut self, batch: BatchId) -> anyhow::Result<()> {
        sqlx::query!("delete from entry where batch_id = ? and state <> 'sent'", batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// What is known of a person by now.
    pub async fn set_entry<D: Serialize, N: Serialize>(
        &mut self,
        entry: EntryId,
        draft: &D,
        notes: &N,
        arrival: Option<&Arrival>,
        state: EntryState,
    ) -> anyhow::Result<()> {
        let draft = self.keys.seal_json(DRAFT, draft)?;
        let notes = self.keys.seal_json(NOTES, notes)?;
        let index = arrival.and_then(|arrival| self.index_of(arrival));
        let arrival = arrival.map(|arrival| self.keys.seal_json(ARRIVAL, arrival)).transpose()?;
        let state = state.as_str();
        sqlx::query!(
            "update entry
             set draft_sealed = ?, notes_sealed = ?, arrival_sealed = ?, document_index = ?, state = ?
             where entry_id = ? and state <> 'sent'",
            draft,
            notes,
            arrival,
            index,
            state,
            entry
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Where a person of a batch is. Of whoever was sent or left out nothing is kept here.
    pub async fn set_entry_state(&mut self, entry: EntryId, state: EntryState) -> anyhow::Result<()> {
        let over = matches!(state, EntryState::Sent | EntryState::Dropped);
        let state = state.as_str();
        sqlx::query!(
            "update entry
             set state = ?1, draft_sealed = iif(?2, null, draft_sealed), notes_sealed = iif(?2, null, notes_sealed),
                 arrival_sealed = iif(?2, null, arrival_sealed)
             where entry_id = ?3",
            state,
            over,
            entry
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// A person of a batch.
    pub async fn entry<D: DeserializeOwned, N: DeserializeOwned>(
        &mut self,
        id: EntryId,
    ) -> anyhow::Result<Option<EntryRow<D, N>>> {
        let row = sqlx::query!(
            r#"select batch_id as "batch_id!: BatchId", place, draft_sealed, notes_sealed, state
               from entry
               where entry_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        row.map(|row| {
            Ok(EntryRow {
                id,
                batch: row.batch_id,
                place: row.place,
                draft: row.draft_sealed.map(|sealed| self.keys.open_json(DRAFT, &sealed)).transpose()?,
                notes: row.notes_sealed.map(|sealed| self.keys.open_json(NOTES, &sealed)).transpose()?,
                state: known(EntryState::named(&row.state), "state of an entry")?,
            })
        })
        .transpose()
    }

    /// People of a batch in their order, after a place; those who were left out are not among them.
    pub async fn entries(&mut self, batch: BatchId, after: i64, limit: i64) -> anyhow::Result<Vec<EntryId>> {
        Ok(sqlx::query_scalar!(
            r#"select entry_id as "entry_id!: EntryId"
               from entry
               where batch_id = ? and place > ? and state <> 'dropped'
               order by place
               limit ?"#,
            batch,
            after,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// A page of the people of a batch, those that need the reporter first.
    pub async fn entries_to_look_at(
        &mut self,
        batch: BatchId,
        offset: i64,
        limit: i64,
    ) -> anyhow::Result<Vec<EntryId>> {
        Ok(sqlx::query_scalar!(
            r#"select entry_id as "entry_id!: EntryId"
               from entry
               where batch_id = ? and state <> 'dropped'
               order by state <> 'open', place
               limit ? offset ?"#,
            batch,
            limit,
            offset
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// People of a batch in a state, in their order.
    pub async fn entries_in(&mut self, batch: BatchId, state: EntryState, limit: i64) -> anyhow::Result<Vec<EntryId>> {
        let state = state.as_str();
        Ok(sqlx::query_scalar!(
            r#"select entry_id as "entry_id!: EntryId"
               from entry
               where batch_id = ? and state = ?
               order by place
               limit ?"#,
            batch,
            state,
            limit
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// Somebody who is here already is to be put right: what the list says of them.
    pub async fn set_entry_change(&mut self, entry: EntryId, stay: StayId, arrival: &Arrival) -> anyhow::Result<()> {
        let sealed = self.keys.seal_json(ARRIVAL, arrival)?;
        sqlx::query!(
            "update entry set stay_id = ?, arrival_sealed = ?, state = 'good' where entry_id = ? and state = 'here'",
            stay,
            sealed,
            entry
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The stay that a person of a batch changes.
    pub async fn entry_stay(&mut self, entry: EntryId) -> anyhow::Result<Option<StayId>> {
        let stay = sqlx::query_scalar!(r#"select stay_id as "stay_id?: StayId" from entry where entry_id = ?"#, entry);
        Ok(stay.fetch_optional(&mut *self.inner).await?.flatten())
    }

    /// Stays that a batch names no more.
    pub async fn set_leavers(&mut self, batch: BatchId, stays: &[StayId]) -> anyhow::Result<()> {
        let stays = serde_json::to_string(stays)?;
        sqlx::query!(
            "insert into leaver (batch_id, stay_id) select ?, value from json_each(?) where true on conflict do nothing",
            batch,
            stays
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Takes some of them, to report that they have left.
    pub async fn take_leavers(&mut self, batch: BatchId) -> anyhow::Result<Vec<StayId>> {
        Ok(sqlx::query_scalar!(
            r#"delete from leaver where batch_id = ? returning stay_id as "stay_id!: StayId""#,
            batch
        )
        .fetch_all(&mut *self.inner)
        .await?)
    }

    /// The report as it will be sent.
    pub async fn entry_arrival(&mut self, entry: EntryId) -> anyhow::Result<Option<Arrival>> {
        let sealed = sqlx::query_scalar!("select arrival_sealed from entry where entry_id = ?", entry)
            .fetch_optional(&mut *self.inner)
            .await?
            .flatten();
        sealed.map(|sealed| self.keys.open_json(ARRIVAL, &sealed)).transpose()
    }

    /// The first of the reports that a batch sent at a moment.
    pub async fn first_report_of(&mut self, draft: &str, sent_at: DateTime<Utc>) -> anyhow::Result<Option<ReportId>> {
        let sent_at = millis(sent_at);
        Ok(sqlx::query_scalar!(
            r#"select min(report_id) as "report_id: ReportId"
               from report
               where draft >= ?1 || ':' and draft < ?1 || ';' and made_at = ?2 and kind = 'arrival'"#,
            draft,
            sent_at
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// A receipt covers so many guests.
    pub async fn set_receipt_guests(&mut self, report: ReportId, guests: i64) -> anyhow::Result<()> {
        sqlx::query!("update receipt set guests = ? where report_id = ?", guests, report)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// A stay at the same place that reports the same: the same document open there or arrived on the same day, or, without
    /// a document's number, the same name and birth date arrived on the same day.
    pub async fn reported_already(&mut self, arrival: &Arrival) -> anyhow::Result<Option<StayId>> {
        let number = arrival.identity.number.as_ref().filter(|_| arrival.document.is_personal());
        let index = number.map(|number| self.keys.document_index(number.as_str()));
        let found = sqlx::query_scalar!(
            r#"select stay_id as "stay_id!: StayId"
               from stay
               where premises_id = ?1 and cancelled_at is null
                 and (
                     (?2 is not null and document_index = ?2 and (departed_on is null or arrived_on = ?3))
                     or (?2 is null and document_index is null and arrived_on = ?3)
                 )
               order by stay_id desc
               limit 50"#,
            arrival.premises_id,
            index,
            arrival.arrived_on
        )
        .fetch_all(&mut *self.inner)
        .await?;
        if index.is_some() {
            return Ok(found.into_iter().next());
        }
        let who = &arrival.identity;
        if who.name.is_none() {
            return Ok(None);
        }
        for stay in found {
            let known = self.stay(stay).await?.arrival;
            if known.unit == arrival.unit && known.identity.name == who.name && known.identity.birth == who.birth {
                return Ok(Some(stay));
            }
        }
        Ok(None)
    }

    /// Somebody of the same batch with the same document, who stands before an entry: their place.
    pub async fn twin_in_batch(&mut self, entry: EntryId, arrival: &Arrival) -> anyhow::Result<Option<i64>> {
        let Some(index) = self.index_of(arrival) else { return Ok(None) };
        Ok(sqlx::query_scalar!(
            r#"select other.place as "place!: i64"
               from entry one
               join entry other on other.batch_id = one.batch_id and other.document_index = ?1
                               and other.place < one.place and other.state <> 'dropped'
               where one.entry_id = ?2
               order by other.place
               limit 1"#,
            index,
            entry
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// A batch is at its end: of its files and of those who were not sent nothing is kept.
    pub async fn empty_batch(&mut self, batch: BatchId) -> anyhow::Result<()> {
        sqlx::query!("update upload set file_sealed = null, bytes_sealed = null where batch_id = ?", batch)
            .execute(&mut *self.inner)
            .await?;
        sqlx::query!(
            "update entry
             set draft_sealed = null, notes_sealed = null, arrival_sealed = null, document_index = null,
                 state = iif(state = 'sent', state, 'dropped')
             where batch_id = ?",
            batch
        )
        .execute(&mut *self.inner)
        .await?;
        sqlx::query!("update batch set layout_sealed = null, grid_sealed = null where batch_id = ?", batch)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Forgets batches that were not touched since a moment; how many.
    pub async fn forget_batches(&mut self, before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(before);
        let gone = sqlx::query!("delete from batch where touched_at < ? and state <> 'sending'", before)
            .execute(&mut *self.inner)
            .await?;
        Ok(gone.rows_affected())
    }

    /// Forgets all batches of a person.
    pub async fn forget_batches_of(&mut self, reporter: ReporterId) -> anyhow::Result<()> {
        sqlx::query!("delete from batch where reporter_id = ?", reporter).execute(&mut *self.inner).await?;
        Ok(())
    }
}
