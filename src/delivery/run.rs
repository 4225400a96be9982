//! The loop of the outbox: write down what became of messages, claim what is due, commit, send.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use crate::{
    actions::{self, Context},
    domain::id::ChatId,
    store::{Outgoing, Sent, Tx},
};

use super::{Courier, Delivery, Failure, Rendered, gather, lanes::Results, render};

/// Rows claimed at once.
const CLAIM: i64 = 64;

/// Screens that were drawn are written down at the latest after this time, with whatever else is written.
const MARK_AFTER: Duration = Duration::from_millis(100);

/// Waits between the tries of a row, the last again and again: an alert is never given up for want of a connection, and
/// a minute after the connection is back it is there.
const BACKOFF_SECONDS: [i64; 7] = [1, 2, 5, 10, 20, 40, 60];

/// Waits before what could not be put into words is tried again.
const UNREADABLE: TimeDelta = TimeDelta::minutes(15);

/// What was claimed.
#[derive(Default)]
struct Claimed {
    /// Rows to be sent.
    rendered: Vec<(Outgoing, Rendered)>,
    /// Rows whose content is gathered first.
    to_gather: Vec<Outgoing>,
    /// When the next row is due.
    next_due: Option<DateTime<Utc>>,
}

impl<C: Courier> Delivery<C> {
    /// Sends until told to stop, then waits for what is under way and writes it down.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        self.wake.notify_one();
        let mut wait = Duration::ZERO;
        loop {
            tokio::select! {
                () = self.wake.notified() => {}
                () = tokio::time::sleep(wait), if !wait.is_zero() => {}
                _ = stop.wait_for(|&stop| stop) => break,
            }
            wait = match self.pass().await {
                Ok(next) => next,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "the outbox could not be read or written");
                    Duration::from_secs(1)
                }
            };
        }
        for _ in 0..80 {
            if self.is_idle() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        if let Err(error) = self.write_down().await {
            tracing::error!(error = format!("{error:#}"), "what was sent could not be written down; it is sent again");
        }
    }

    /// One pass; how long to wait for the next if nothing wakes the loop before.
    async fn pass(self: &Arc<Self>) -> anyhow::Result<Duration> {
        let now = self.clock.now();
        let results = self.take_results();
        let claimed = match self.mark_and_claim(&results, now).await {
            Ok(claimed) => claimed,
            Err(error) => {
                // Nothing of this pass was kept: what became of messages is written down by the next one.
                self.put_back(results);
                return Err(error);
            }
        };
        let any = !claimed.rendered.is_empty();
        for (row, rendered) in claimed.rendered {
            self.send_row(row, rendered);
        }
        for row in claimed.to_gather {
            self.gather_and_send(row, now);
        }
        Ok(self.wait_after(any, claimed.next_due, now))
    }

    /// Gathers what a row asks for, beside everything else, and sends it.
    fn gather_and_send(self: &Arc<Self>, row: Outgoing, now: DateTime<Utc>) {
        let this = Arc::clone(self);
        self.spawn(async move {
            let sent = match gather(&this.store, &row, now).await {
                Ok(Some(rendered)) => return this.send_row(row, rendered),
                Ok(None) => Sent::Dead { fault: "there is nothing to show any more".into() },
                Err(error) => {
                    tracing::error!(row = row.id.0, error = format!("{error:#}"), "a file cannot be put together");
                    Sent::Later { due_at: now + UNREADABLE, fault: "cannot be read".into(), whole_chat: false }
                }
            };
            this.note(|results| results.sent.push((row, Ok(sent))));
            this.wake.notify_one();
        });
    }

    async fn mark_and_claim(&self, results: &Results, now: DateTime<Utc>) -> anyhow::Result<Claimed> {
        let mut tx = self.store.write().await?;
        self.mark(&mut tx, results, now).await?;
        let mut claimed = Claimed::default();
        for row in tx.claim(now, CLAIM).await? {
            if row.what.is_gathered() {
                claimed.to_gather.push(row);
                continue;
            }
            match render(&mut tx, &row, now).await {
                Ok(Some(message)) => claimed.rendered.push((row, message)),
                Ok(None) => tx.mark(&row, &Sent::Dead { fault: "there is nothing to show any more".into() }).await?,
                Err(error) => {
                    // One row that cannot be read must not hold up the others.
                    tracing::error!(row = row.id.0, error = format!("{error:#}"), "a message cannot be put into words");
                    let due_at = now + UNREADABLE;
                    tx.mark(&row, &Sent::Later { due_at, fault: "cannot be read".into(), whole_chat: false }).await?;
                }
            }
        }
        claimed.next_due = tx.next_due().await?;
        tx.commit().await?;
        Ok(claimed)
    }

    fn wait_after(&self, claimed: bool, next_due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
        if claimed || self.has_results() {
            return MARK_AFTER;
        }
        let until = next_due.map_or(TimeDelta::seconds(30), |due| due - now);
        until.to_std().unwrap_or_default().clamp(MARK_AFTER, Duration::from_secs(30))
    }

    /// Writes down what became of messages, in a transaction of its own.
    pub async fn write_down(&self) -> anyhow::Result<()> {
        let results = self.take_results();
        let written = async {
            let mut tx = self.store.write().await?;
            self.mark(&mut tx, &results, self.clock.now()).await?;
            tx.commit().await
        };
        let written = written.await;
        if written.is_err() {
            self.put_back(results);
        }
        written
    }

    async fn mark(&self, tx: &mut Tx, results: &Results, now: DateTime<Utc>) -> anyhow::Result<()> {
        tx.drawn(&results.drawn).await?;
        for (row, result) in &results.sent {
            match result {
                Ok(sent) => tx.mark(row, sent).await?,
                Err(failure) => self.mark_failure(tx, row, failure, now).await?,
            }
        }
        Ok(())
    }

    async fn mark_failure(
        &self,
        tx: &mut Tx,
        row: &Outgoing,
        failure: &Failure,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        tracing::info!(row = row.id.0, attempts = row.attempts, %failure, "a message was not sent");
        let fault = failure.to_string();
        let soon = |fault| Sent::Later { due_at: now, fault, whole_chat: false };
        let sent = match failure {
            Failure::Wait(wait) => {
                let wait = TimeDelta::from_std(*wait).unwrap_or(TimeDelta::seconds(30));
                Sent::Later { due_at: now + wait, fault, whole_chat: true }
            }
            Failure::Unclear(_) | Failure::Unreachable(_) | Failure::CannotReplace => {
                let step = usize::try_from(row.attempts - 1).unwrap_or(0).min(BACKOFF_SECONDS.len() - 1);
                Sent::Later { due_at: now + TimeDelta::seconds(BACKOFF_SECONDS[step]), fault, whole_chat: true }
            }
            Failure::Migrated(to) => {
                tx.move_chat(row.chat, *to).await?;
                soon(fault)
            }
            Failure::TopicGone => {
                tx.forget_topic(row.chat).await?;
                soon(fault)
            }
            Failure::Gone(_) => {
                self.chat_is_gone(tx, row.chat, now).await?;
                Sent::Dead { fault }
            }
            Failure::Refused(_) => {
                tracing::error!(row = row.id.0, %failure, "Telegram refuses a message");
                Sent::Dead { fault }
            }
        };
        tx.mark(row, &sent).await
    }

    async fn chat_is_gone(&self, tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> anyhow::Result<()> {
        if chat.is_private() {
            return Ok(());
        }
        actions::chat_is_gone(tx, Context { now, operator: self.operator }, chat).await
    }
}
