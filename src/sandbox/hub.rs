//! What all connections share: the locked world, the clock, the faults, the counters.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use super::clock::Clock;
use super::faults::Faults;
use super::methods::{Call, METHODS, Method};
use super::params::Params;
use super::reply::{Answer, ApiError};
use super::state::State;
use super::validate;
use super::world::World;

/// Telegram holds a long poll no longer than this, whatever is asked.
const LONGEST_POLL_SECONDS: i64 = 50;

pub(super) struct Hub {
    pub(super) token: String,
    pub(super) page: serde_json::Value,
    pub(super) clock: Clock,
    pub(super) faults: Faults,
    pub(super) stopped: AtomicBool,
    state: Mutex<State>,
    arrived: Arc<Notify>,
    calls: Vec<AtomicU64>,
}

impl Hub {
    pub(super) fn new(world: World) -> Self {
        let mut state = State::new(&world);
        for specimen in world.specimens {
            state.specimens.offer(specimen);
        }
        Self {
            arrived: Arc::clone(&state.arrived),
            state: Mutex::new(state),
            token: world.token,
            page: world.page,
            clock: Clock::default(),
            faults: Faults::default(),
            stopped: AtomicBool::new(false),
            calls: METHODS.iter().map(|_| AtomicU64::new(0)).collect(),
        }
    }

    /// The world. A panic elsewhere leaves it usable: each change is small and whole.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Moves the clock, tells who follows it, and shows it on the page.
    pub(super) fn advance(&self, seconds: i64) {
        self.clock.advance(seconds);
        let now = self.clock.millis();
        self.lock().emit("time", 0, 0, || format!("{{\"now\":{now}}}"));
    }

    pub(super) fn calls(&self, method: &str) -> u64 {
        let wanted =
            METHODS.iter().zip(&self.calls).filter(|(m, _)| method == "*" || m.name.eq_ignore_ascii_case(method));
        wanted.map(|(_, count)| count.load(Ordering::Relaxed)).sum()
    }

    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.arrived.notify_waiters();
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// Counts a call, and answers it unless its parameters are not the published ones.
    pub(super) fn checked(&self, index: usize, method: &Method, mut params: Params) -> Result<Params, ApiError> {
        if let Some(count) = self.calls.get(index) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        validate::check(method.groups, &mut params)?;
        Ok(params)
    }

    pub(super) fn run(&self, method: &Method, params: Params) -> Answer {
        let millis = self.clock.millis();
        let mut state = self.lock();
        (method.run)(&mut Call { state: &mut state, params, now: millis.div_euclid(1000), millis })
    }

    /// Remembers a breach of the published API.
    pub(super) fn note(&self, method: &str, error: &ApiError) {
        if error.breach {
            tracing::debug!(method, why = error.description, "a call broke the published Bot API");
            self.lock().breach(method, &error.description);
        }
    }

    /// `getUpdates`: waits until there is something, the time is over, or another poll takes its place.
    pub(super) async fn get_updates(&self, params: &Params) -> Answer {
        let limit = params.int("limit").unwrap_or(100);
        if !(1..=100).contains(&limit) {
            self.note("getUpdates", &ApiError::breach("limit is outside 1-100"));
        }
        let limit = usize::try_from(limit.clamp(1, 100)).unwrap_or(100);
        let timeout = params.int("timeout").unwrap_or(0).clamp(0, LONGEST_POLL_SECONDS);
        let deadline = Instant::now() + Duration::from_secs(timeout.unsigned_abs());
        let ticket = self.begin_poll(params)?;
        loop {
            let arrived = self.arrived.notified();
            tokio::pin!(arrived);
            arrived.as_mut().enable();
            if let Some(answer) = self.poll_once(ticket, limit)? {
                return Ok(answer);
            }
            if self.is_stopped() || tokio::time::timeout_at(deadline, arrived).await.is_err() {
                return Ok("[]".to_owned());
            }
        }
    }

    fn begin_poll(&self, params: &Params) -> Result<u64, ApiError> {
        let mut state = self.lock();
        hook_free(&state)?;
        state.updates.allow(params.fields.get("allowed_updates"));
        state.updates.confirm(params.int("offset").unwrap_or(0));
        state.updates.poll += 1;
        let ticket = state.updates.poll;
        drop(state);
        self.arrived.notify_waiters();
        Ok(ticket)
    }

    fn poll_once(&self, ticket: u64, limit: usize) -> Result<Option<String>, ApiError> {
        let now = self.now();
        let mut state = self.lock();
        if state.updates.poll != ticket {
            return Err(ApiError::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        hook_free(&state)?;
        Ok(state.updates.batch(limit, now))
    }
}

fn hook_free(state: &State) -> Result<(), ApiError> {
    if state.webhook.is_empty() {
        return Ok(());
    }
    Err(ApiError::conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ))
}
