//! The sandbox's own time: the machine's clock plus an adjustable offset, so that a test of a 48-hour rule need not wait.
//! Whoever keeps another clock beside it asks to be told of each move.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

type Follower = Box<dyn Fn(i64) + Send + Sync>;

/// Seconds since 1970 as Telegram counts them, movable forwards.
#[derive(Default)]
pub(super) struct Clock {
    offset_millis: AtomicI64,
    followers: Mutex<Vec<Follower>>,
}

impl Clock {
    pub(super) fn millis(&self) -> i64 {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX / 2));
        since.saturating_add(self.offset_millis.load(Ordering::Relaxed))
    }

    pub(super) fn now(&self) -> i64 {
        self.millis().div_euclid(1000)
    }

    /// Moves it, and returns when every follower knows: what happens next, happens later for all of them.
    pub(super) fn advance(&self, seconds: i64) {
        let seconds = seconds.max(0);
        let followers = self.followers.lock().unwrap_or_else(PoisonError::into_inner);
        self.offset_millis.fetch_add(seconds.saturating_mul(1000), Ordering::Relaxed);
        for follower in followers.iter() {
            follower(seconds);
        }
    }

    /// Calls `follower` with the seconds of each move.
    pub(super) fn tell(&self, follower: Follower) {
        self.followers.lock().unwrap_or_else(PoisonError::into_inner).push(follower);
    }
}
