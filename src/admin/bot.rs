//! The bot put together: receive, work, deliver, and the jobs beside them; stopped, it drains.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use crate::{
    chat::{self, Setting},
    clock::Clock,
    delivery::{Delivery, Pace},
    domain::id::ChatId,
    intake, jobs,
    store::Store,
    telegram::{Api, ReceiveFault, TelegramCourier, Worker, learn_name, receive, set_profile},
};

/// How long a stop may take; what is not done by then is done after the next start.
const DRAIN: Duration = Duration::from_secs(9);

/// What a bot needs besides its database.
pub struct Settings {
    /// The Bot API.
    pub api: Api,
    /// Where faults are reported, if anywhere.
    pub operator: Option<ChatId>,
    /// Whether Telegram's limits are kept.
    pub pace: Pace,
    /// What reads the files that people send.
    pub worker: intake::worker::Worker,
}

/// Runs the bot until `stop` turns true, then drains. Errors: the token is refused.
pub async fn run(store: Store, clock: Clock, settings: Settings, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let Settings { api, operator, pace, worker: reader } = settings;
    let delivery = Delivery::new(store.clone(), clock.clone(), TelegramCourier::new(api.clone()), pace, operator);
    let worker = Worker::new(store.clone(), clock.clone(), Arc::clone(&delivery), operator);

    let mut tx = store.write().await?;
    let again = tx.requeue_sending().await?;
    tx.commit().await?;
    if again > 0 {
        tracing::info!(rows = again, "messages that may or may not have arrived are sent again");
    }
    worker.take_up().await?;
    redraw(&store, &clock, operator, &delivery).await?;

    let (halt, halted) = watch::channel(false);
    let working = tokio::spawn(Arc::clone(&worker).run(halted.clone()));
    let delivering = tokio::spawn(Arc::clone(&delivery).run(halted.clone()));
    let batches = tokio::spawn(jobs::work_on_batches(
        store.clone(),
        clock.clone(),
        Arc::clone(&delivery),
        reader,
        operator,
        halted.clone(),
    ));
    let jobs = tokio::spawn(jobs::run(store.clone(), clock.clone(), Arc::clone(&delivery), operator, halted.clone()));
    let retrying = tokio::spawn(take_up_retried(Arc::clone(&worker), halted.clone()));
    let profile = tokio::spawn(profile(api.clone(), store.clone(), clock.clone(), halted));

    let received = receive(api, store.clone(), clock, worker, stop).await;
    let _ = halt.send(true);
    let drained = async {
        let _ = working.await;
        let _ = jobs.await;
        let _ = batches.await;
        let _ = retrying.await;
        let _ = profile.await;
        let _ = delivering.await;
    };
    if tokio::time::timeout(DRAIN, drained).await.is_err() {
        tracing::warn!("not everything was sent in time; it is sent after the next start");
    }
    let _ = tokio::time::timeout(Duration::from_secs(1), store.close()).await;
    received.map_err(ReceiveFault::into)
}

/// Screens that never reached their chats are drawn again.
async fn redraw(
    store: &Store,
    clock: &Clock,
    operator: Option<ChatId>,
    delivery: &Arc<Delivery<TelegramCourier>>,
) -> anyhow::Result<()> {
    let mut tx = store.write().await?;
    let undrawn = tx.undrawn().await?;
    let setting = Setting::at(clock.now(), operator);
    let effects = chat::redraw(&mut tx, setting, &undrawn).await?;
    tx.commit().await?;
    if !undrawn.is_empty() {
        tracing::info!(chats = undrawn.len(), "screens are drawn again");
    }
    delivery.carry_out(effects);
    Ok(())
}

/// Looks now and then for updates that the operator put back from the quarantine.
async fn take_up_retried(worker: Arc<Worker<TelegramCourier>>, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(20)) => {}
            _ = stop.wait_for(|&stop| stop) => return,
        }
        if let Err(error) = worker.take_up().await {
            tracing::error!(error = format!("{error:#}"), "the inbox could not be read");
        }
    }
}

/// Learns the bot's name and sets the profile, again and again until both succeed; the bot works without them meanwhile.
async fn profile(api: Api, store: Store, clock: Clock, mut stop: watch::Receiver<bool>) {
    let mut wait = Duration::from_secs(5);
    loop {
        let named = learn_name(&api, &store, &clock).await;
        let set = match named {
            Ok(()) => set_profile(&api, &store, &clock).await,
            Err(error) => Err(error),
        };
        match set {
            Ok(0) => return,
            Ok(calls) => {
                tracing::info!(calls, "name, descriptions and menus are set");
                return;
            }
            Err(error) => tracing::warn!(error = format!("{error:#}"), "name, descriptions and menus are not set yet"),
        }
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stop.wait_for(|&stop| stop) => return,
        }
        wait = (wait * 2).min(Duration::from_hours(1));
    }
}
