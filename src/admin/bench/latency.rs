//! How long answers took: from the act, and from the moment when the update was handed to the bot, which the sandbox shows
//! by the offsets that the bot confirms.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use crate::sandbox::Sandbox;

use super::crowd::Answered;

/// How often the confirmed offset is looked at.
const LOOK: Duration = Duration::from_micros(150);

/// Watches which updates the bot has asked for, and when.
pub(super) struct Watch {
    seen: Arc<Mutex<Vec<(i64, Instant)>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches from now on.
    pub(super) fn start(sandbox: Sandbox) -> Self {
        let (seen, stop) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<AtomicBool>::default());
        let (written, stopped) = (Arc::clone(&seen), Arc::clone(&stop));
        let thread = std::thread::spawn(move || {
            let mut last = -1;
            while !stopped.load(Ordering::Relaxed) {
                let confirmed = sandbox.confirmed_offset();
                if confirmed != last {
                    last = confirmed;
                    written.lock().unwrap_or_else(PoisonError::into_inner).push((confirmed, Instant::now()));
                }
                std::thread::sleep(LOOK);
            }
        });
        Self { seen, stop, thread: Some(thread) }
    }

    /// For each answer the time from the handing out of its update. A poll that confirms an offset is handed what waits
    /// from that offset on, or else what comes next at once.
    pub(super) fn since_handed_out(&self, answered: &[Answered]) -> Vec<Duration> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let polled = |update: i64| {
            let after = seen.partition_point(|&(offset, _)| offset <= update);
            after.checked_sub(1).and_then(|at| seen.get(at)).map(|&(_, at)| at)
        };
        answered
            .iter()
            .filter_map(|answer| Some(answer.seen - polled(answer.update)?.clamp(answer.acted, answer.seen)))
            .collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It cannot panic but by a poisoned lock, which it ignores.
            let _ = thread.join();
        }
    }
}

/// What half, 95 and 99 of a hundred stay below, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Percentiles {
    /// Half.
    pub(super) p50: f64,
    /// 95 of a hundred.
    pub(super) p95: f64,
    /// 99 of a hundred.
    pub(super) p99: f64,
}

impl Percentiles {
    /// Of these times; 0 where there are none.
    pub(super) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |hundredths: usize| {
            let index = (times.len() * hundredths).div_ceil(100).saturating_sub(1);
            times.get(index).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
        };
        Self { p50: at(50), p95: at(95), p99: at(99) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_sorted_times() {
        let times: Vec<Duration> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(Percentiles::of(times), Percentiles { p50: 100.0, p95: 190.0, p99: 198.0 });
        assert_eq!(Percentiles::of(Vec::new()), Percentiles { p50: 0.0, p95: 0.0, p99: 0.0 });
    }
}
