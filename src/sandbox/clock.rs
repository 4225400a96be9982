//! The sandbox's own time: the machine's clock plus an adjustable offset, so that a test of a 48-hour rule need not wait.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970 as Telegram counts them, movable forwards and backwards.
#[derive(Default)]
pub(super) struct Clock {
    offset_millis: AtomicI64,
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

    pub(super) fn advance(&self, seconds: i64) {
        self.offset_millis.fetch_add(seconds.saturating_mul(1000), Ordering::Relaxed);
    }
}
