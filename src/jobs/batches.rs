//! Files that wait are fetched and read, batches that were sent become reports: beside everything else, a little at a time.
//! A file is read by a process of its own; its bytes are never written to disk here, but for a table's, sealed.

use std::{collections::HashMap, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::{
    actions::{self, Context},
    chat::{self, Effect, Read},
    clock::{self, Clock},
    delivery::{Courier, Delivery, Failure},
    domain::{batch::BatchState, id::BatchId, mrz},
    intake::{self, photo, table, worker::Worker},
    store::{Batch, Lane, Store, Upload, What},
};

/// People of a batch who are reported in one transaction.
const SENT_AT_ONCE: i64 = 40;

/// Rows of a table that are kept in one transaction.
const ROWS_AT_ONCE: usize = 100;

/// How far a batch is, is shown at most so often.
const SHOWN_EVERY: TimeDelta = TimeDelta::seconds(2);

/// A file is tried so often before its sender is asked to send it again: over about four hours.
const TRIES: i64 = 12;

/// Seconds after which a file is tried again.
const AGAIN: [i64; 6] = [2, 10, 60, 300, 900, 1800];

/// Reads files and sends batches.
pub struct Batches {
    worker: Worker,
    /// When how far a batch is was last shown.
    shown: HashMap<BatchId, DateTime<Utc>>,
}

impl Batches {
    /// With the process that reads.
    pub fn new(worker: Worker) -> Self {
        Self { worker, shown: HashMap::new() }
    }

    /// Does what there is to do, one file and some reports at most; whether there was anything.
    pub async fn step(
        &mut self,
        store: &Store,
        context: Context,
        courier: &impl Courier,
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<bool> {
        // A batch that cannot be sent must not keep others' files from being read.
        let sent = self.send(store, context, show).await;
        let read = self.read(store, context, courier, show).await;
        Ok(sent? | read?)
    }

    async fn send(
        &mut self,
        store: &Store,
        context: Context,
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<bool> {
        let mut tx = store.write().await?;
        let Some(batch) = tx.batch_to_send().await? else { return Ok(false) };
        let over = match actions::send_batch(&mut tx, context, batch, SENT_AT_ONCE).await {
            Ok(over) => over,
            Err(error) => {
                // It is tried again after the others that wait.
                drop(tx);
                let mut tx = store.write().await?;
                tx.set_batch_state(batch, BatchState::Sending, context.now).await?;
                tx.commit().await?;
                return Err(error);
            }
        };
        let effects = if over || self.is_time(batch, context.now) {
            chat::progress(&mut tx, context, batch).await?
        } else {
            Vec::new()
        };
        tx.commit().await?;
        show(effects);
        Ok(true)
    }

    async fn read(
        &mut self,
        store: &Store,
        context: Context,
        courier: &impl Courier,
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<bool> {
        let mut tx = store.write().await?;
        let Some(mut upload) = tx.take_upload(context.now).await? else { return Ok(false) };
        let Some(batch) = tx.batch(upload.batch).await? else { return Ok(false) };
        let request = request(&mut tx, context, &batch).await?;
        tx.commit().await?;
        if upload.attempts > TRIES {
            // Whatever it is, reading it was begun and not ended too often.
            let why = Read::Refused("took_too_long");
            self.finish(store, context, &upload, &batch, why, None, show).await?;
            return Ok(true);
        }
        let bytes = match (upload.bytes.take(), upload.file.as_deref()) {
            (Some(kept), _) => kept,
            (None, Some(file)) if batch.state.takes_more() => match courier.fetch(file).await {
                Ok(bytes) => bytes,
                Err(failure) => {
                    self.not_fetched(store, context, &upload, &batch, &failure, show).await?;
                    return Ok(true);
                }
            },
            _ => Vec::new(),
        };
        let keep = !intake::is_picture(&bytes);
        let read = read(&self.worker, &bytes, request.as_ref(), clock::day_of(context.now)).await;
        if let Read::Table(table) = &read {
            self.keep_rows(store, context, &batch, &table.rows, show).await?;
        }
        let kept = matches!(read, Read::Table(_)) && keep;
        self.finish(store, context, &upload, &batch, read, kept.then_some(bytes.as_slice()), show).await?;
        Ok(true)
    }

    /// Rows are kept a hundred at a time, so that a long table keeps nobody waiting. Cut off in between, all of them are read
    /// again, each into its own place.
    async fn keep_rows(
        &mut self,
        store: &Store,
        context: Context,
        batch: &Batch,
        rows: &[table::Row],
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<()> {
        let mut tx = store.write().await?;
        tx.clear_entries(batch.id).await?;
        tx.commit().await?;
        for rows in rows.chunks(ROWS_AT_ONCE) {
            let mut tx = store.write().await?;
            chat::keep_rows(&mut tx, context, batch, rows).await?;
            let effects = if self.is_time(batch.id, context.now) {
                chat::progress(&mut tx, context, batch.id).await?
            } else {
                Vec::new()
            };
            tx.commit().await?;
            show(effects);
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "what was read, of what, and where it is shown")]
    async fn finish(
        &mut self,
        store: &Store,
        context: Context,
        upload: &Upload,
        batch: &Batch,
        read: Read,
        bytes: Option<&[u8]>,
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<()> {
        let mut tx = store.write().await?;
        let Some(batch) = tx.batch(batch.id).await? else { return Ok(()) };
        let shows = self.is_time(batch.id, context.now);
        if let (Read::Refused("unavailable"), Some(operator)) = (&read, context.operator) {
            let key = format!("cannot-read:{}", clock::day_of(context.now));
            tx.enqueue(&key, (operator, None), Lane::Alert, What::CannotRead, context.now).await?;
        }
        let effects = chat::file_is_read(&mut tx, context, upload.id, &batch, read, bytes, shows).await?;
        tx.commit().await?;
        show(effects);
        Ok(())
    }

    async fn not_fetched(
        &mut self,
        store: &Store,
        context: Context,
        upload: &Upload,
        batch: &Batch,
        failure: &Failure,
        show: &(impl Fn(Vec<Effect>) + Sync),
    ) -> anyhow::Result<()> {
        tracing::info!(upload = upload.id.0, %failure, "a file was not fetched");
        let is_over = matches!(failure, Failure::Refused(_) | Failure::Gone(_)) || upload.attempts >= TRIES;
        if is_over {
            let why = Read::Refused("gone");
            return self.finish(store, context, upload, batch, why, None, show).await;
        }
        let step = usize::try_from(upload.attempts - 1).unwrap_or(0).min(AGAIN.len() - 1);
        let wait = match failure {
            Failure::Wait(wait) => TimeDelta::from_std(*wait).unwrap_or(TimeDelta::seconds(30)),
            _ => TimeDelta::seconds(AGAIN[step]),
        };
        let mut tx = store.write().await?;
        tx.postpone_upload(upload.id, context.now + wait).await?;
        tx.commit().await
    }

    /// Whether it is time to show how far a batch is.
    fn is_time(&mut self, batch: BatchId, now: DateTime<Utc>) -> bool {
        self.shown.retain(|_, shown| now - *shown < SHOWN_EVERY);
        let is_time = !self.shown.contains_key(&batch);
        if is_time {
            self.shown.insert(batch, now);
        }
        is_time
    }
}

/// What reading a table of a batch may know.
async fn request(tx: &mut crate::store::Tx, context: Context, batch: &Batch) -> anyhow::Result<Option<table::Request>> {
    let Some(premises) = batch.premises else { return Ok(None) };
    Ok(Some(table::Request {
        kind: tx.premises(premises).await?.details.kind,
        today: clock::day_of(context.now),
        name: None,
        known: tx.known_columns(premises).await?,
    }))
}

async fn read(worker: &Worker, bytes: &[u8], request: Option<&table::Request>, today: chrono::NaiveDate) -> Read {
    if intake::is_picture(bytes) {
        return match worker.photo(bytes.to_vec()).await {
            Ok(photo::Reading { zones }) => people(&zones, today),
            Err(refusal) => Read::Refused(refusal.as_str()),
        };
    }
    let Some(request) = request else { return Read::Refused("gone") };
    match worker.table(bytes.to_vec(), request).await {
        Ok(table) => Read::Table(Box::new(table)),
        Err(refusal) => Read::Refused(refusal.as_str()),
    }
}

/// The people whose documents a picture shows.
fn people(zones: &[photo::Zone], today: chrono::NaiveDate) -> Read {
    let read = zones.iter().map(|zone| (mrz::read(&zone.lines.join("\n"), today), &zone.doubtful));
    let people: Vec<_> = read
        .filter(|(reading, _)| reading.fields.is_some())
        .map(|(reading, doubtful)| mrz::entry(&reading, doubtful))
        .collect();
    if people.is_empty() { Read::Refused("no_zone") } else { Read::People(people) }
}

/// Works on batches until told to stop.
pub async fn run<C: Courier>(
    store: Store,
    clock: Clock,
    delivery: Arc<Delivery<C>>,
    worker: Worker,
    operator: Option<crate::domain::id::ChatId>,
    mut stop: watch::Receiver<bool>,
) {
    let mut batches = Batches::new(worker);
    loop {
        let context = Context { now: clock.now(), operator };
        let show = |effects: Vec<Effect>| {
            delivery.carry_out(effects);
            delivery.wake();
        };
        let wait = match batches.step(&store, context, delivery.courier(), &show).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => Duration::from_secs(10),
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "a batch could not be worked on; it is tried again");
                Duration::from_secs(10)
            }
        };
        if *stop.borrow() {
            return;
        }
        if !wait.is_zero() {
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = delivery.files_came() => {}
                _ = stop.wait_for(|&stop| stop) => return,
            }
        }
    }
}
