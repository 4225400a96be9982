//! The receive loop: raw updates into the inbox, one commit, and only then does the offset move.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use serde_json::{json, value::RawValue};
use tokio::sync::watch;

use crate::{clock::Clock, delivery::Courier, store::Store};

use super::{api::Api, fault::ApiFault, read, work::Worker};

/// How long Telegram may hold a poll, in seconds.
const POLL_SECONDS: u64 = 25;

/// After a week without updates the next number is chosen anew (Bot API, "Update").
const NUMBERS_LAST: TimeDelta = TimeDelta::days(7);

/// Updates that may wait in memory before no more are asked for.
const WAITING_MAX: usize = 5_000;

/// What ends receiving.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveFault {
    /// The token is not (any more) valid.
    #[error(
        "Telegram does not accept the token. Get a valid one from @BotFather and set SNAKNOV_TOKEN or SNAKNOV_TOKEN_FILE"
    )]
    TokenRefused,
}

/// Receives until told to stop.
pub async fn receive<C: Courier>(
    api: Api,
    store: Store,
    clock: Clock,
    worker: Arc<Worker<C>>,
    mut stop: watch::Receiver<bool>,
) -> Result<(), ReceiveFault> {
    let mut offset = None;
    let mut wait = Duration::ZERO;
    loop {
        tokio::select! {
            () = tokio::time::sleep(wait), if !wait.is_zero() => {}
            () = std::future::ready(()), if wait.is_zero() => {}
            _ = stop.wait_for(|&stop| stop) => return Ok(()),
        }
        let received = tokio::select! {
            received = round(&api, &store, &clock, &worker, &mut offset) => received,
            _ = stop.wait_for(|&stop| stop) => return Ok(()),
        };
        wait = match received {
            Ok(()) if worker.waiting() > WAITING_MAX => Duration::from_millis(200),
            Ok(()) => Duration::ZERO,
            Err(RoundFault::Api(ApiFault::Refused { code: 401 | 404, .. })) => return Err(ReceiveFault::TokenRefused),
            Err(RoundFault::Api(ApiFault::TooMany(wait))) => wait,
            Err(RoundFault::Api(ApiFault::Refused { code: 409, description })) => {
                tracing::error!(
                    description,
                    "another program receives this bot's updates; stop it, or remove the webhook"
                );
                Duration::from_secs(5)
            }
            Err(RoundFault::Api(fault)) => {
                tracing::warn!(%fault, "no updates; asking again");
                Duration::from_secs(2)
            }
            Err(RoundFault::Store(error)) => {
                tracing::error!(error = format!("{error:#}"), "updates could not be kept, so they were not confirmed");
                offset = None;
                Duration::from_secs(1)
            }
        };
    }
}

enum RoundFault {
    Api(ApiFault),
    Store(anyhow::Error),
}

impl From<anyhow::Error> for RoundFault {
    fn from(error: anyhow::Error) -> Self {
        Self::Store(error)
    }
}

async fn round<C: Courier>(
    api: &Api,
    store: &Store,
    clock: &Clock,
    worker: &Worker<C>,
    offset: &mut Option<i64>,
) -> Result<(), RoundFault> {
    let from = if let Some(offset) = *offset {
        offset
    } else {
        let mut tx = store.write().await?;
        let last = tx.last_update().await?;
        let fresh = last.filter(|&(_, at)| clock.now() - at < NUMBERS_LAST);
        *offset.insert(fresh.map_or(0, |(id, _)| id + 1))
    };
    let body = json!({
        "offset": from,
        "limit": 100,
        "timeout": POLL_SECONDS,
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
    });
    let longest = Duration::from_secs(POLL_SECONDS + 10);
    let batch: Vec<Box<RawValue>> = api.call_json("getUpdates", &body, longest).await.map_err(RoundFault::Api)?;
    let arrived: Vec<_> = batch.iter().filter_map(|raw| read::arrived(raw)).collect();
    let Some(last) = arrived.iter().map(|update| update.update_id).max() else { return Ok(()) };
    let mut tx = store.write().await?;
    let fresh = tx.receive(arrived, clock.now()).await?;
    tx.commit().await?;
    *offset = Some(last + 1);
    worker.add(fresh);
    Ok(())
}
