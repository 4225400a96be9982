//! The only reader of the time, and the only place where a moment becomes a day in Phnom Penh.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Asia::Phnom_Penh;
use tokio::sync::watch;

/// A source of the present moment: the machine's, one that a test sets, or the machine's moved ahead.
#[derive(Debug, Clone, Default)]
pub struct Clock(Source);

#[derive(Debug, Clone, Default)]
enum Source {
    #[default]
    Machine,
    /// Milliseconds since 1970.
    Standing(Arc<AtomicI64>),
    /// Milliseconds ahead of the machine.
    Ahead(Arc<watch::Sender<i64>>),
}

impl Clock {
    /// A clock that stands at `moment` until it is set again.
    pub fn standing_at(moment: DateTime<Utc>) -> Self {
        Self(Source::Standing(Arc::new(AtomicI64::new(moment.timestamp_millis()))))
    }

    /// The machine's clock until it is moved ahead.
    pub fn shiftable() -> Self {
        Self(Source::Ahead(Arc::new(watch::Sender::new(0))))
    }

    /// Sets a standing clock; no other obeys.
    pub fn set(&self, moment: DateTime<Utc>) {
        if let Source::Standing(millis) = &self.0 {
            millis.store(moment.timestamp_millis(), Ordering::SeqCst);
        }
    }

    /// Moves a shiftable clock ahead and wakes who waits for that; no other obeys, and none goes back.
    pub fn advance(&self, by: TimeDelta) {
        if let Source::Ahead(shift) = &self.0 {
            let by = by.num_milliseconds().max(0);
            shift.send_if_modified(|shift| {
                *shift = shift.saturating_add(by);
                by > 0
            });
        }
    }

    /// The present moment, to the millisecond.
    pub fn now(&self) -> DateTime<Utc> {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks")]
        let machine = || Utc::now().timestamp_millis();
        let millis = match &self.0 {
            Source::Machine => machine(),
            Source::Standing(millis) => millis.load(Ordering::SeqCst),
            Source::Ahead(shift) => machine().saturating_add(*shift.borrow()),
        };
        DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// The moves of a shiftable clock from here on.
    pub fn moves(&self) -> Moves {
        match &self.0 {
            Source::Ahead(shift) => Moves(Some(shift.subscribe())),
            Source::Machine | Source::Standing(_) => Moves(None),
        }
    }
}

/// Tells when a clock was moved; a clock that nobody can move never says anything.
#[derive(Debug)]
pub struct Moves(Option<watch::Receiver<i64>>);

impl Moves {
    /// Waits until the clock has been moved since the last time this was asked.
    pub async fn next(&mut self) {
        if let Some(shift) = &mut self.0
            && shift.changed().await.is_ok()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}

/// The day it is in Phnom Penh.
pub fn day_of(moment: DateTime<Utc>) -> NaiveDate {
    moment.with_timezone(&Phnom_Penh).date_naive()
}

/// The moment at which a day ends in Phnom Penh (and the next begins).
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    Phnom_Penh
        .from_local_datetime(&midnight)
        .earliest()
        .map_or(DateTime::UNIX_EPOCH, |moment| moment.with_timezone(&Utc))
}

/// A day at an hour in Phnom Penh.
pub fn at_hour(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
    Phnom_Penh
        .from_local_datetime(&day.and_time(time))
        .earliest()
        .map_or(DateTime::UNIX_EPOCH, |moment| moment.with_timezone(&Utc))
}

/// Hour and minute in Phnom Penh.
pub fn hour_and_minute(moment: DateTime<Utc>) -> (u32, u32) {
    let local = moment.with_timezone(&Phnom_Penh);
    (local.hour(), local.minute())
}

/// The first moment at or after `moment` that lies outside the quiet hours `[from, to)` of Phnom Penh.
pub fn after_quiet(moment: DateTime<Utc>, [from, to]: [u32; 2]) -> DateTime<Utc> {
    let (hour, _) = hour_and_minute(moment);
    let day = day_of(moment);
    let over_midnight = from > to;
    if over_midnight && hour >= from {
        at_hour(day.succ_opt().unwrap_or(day), to)
    } else if hour < to && (over_midnight || from <= hour) {
        at_hour(day, to)
    } else {
        moment
    }
}

/// The same, unless what it is about is over before the quiet hours are: that cannot wait.
pub fn after_quiet_before(moment: DateTime<Utc>, quiet: [u32; 2], deadline: DateTime<Utc>) -> DateTime<Utc> {
    let later = after_quiet(moment, quiet);
    if later < deadline { later } else { moment }
}

/// The Monday on or before a day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - chrono::Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Year, month and day as numbers, for rendering.
pub fn parts(day: NaiveDate) -> (i32, u32, u32) {
    (day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_in_phnom_penh_begins_at_17_utc() {
        assert_eq!(day_of(moment("2026-11-22T16:59:59Z")).to_string(), "2026-11-22");
        assert_eq!(day_of(moment("2026-11-22T17:00:00Z")).to_string(), "2026-11-23");
        assert_eq!(end_of("2026-11-22".parse().unwrap()), moment("2026-11-22T17:00:00Z"));
    }

    #[test]
    fn quiet_hours_hold_until_seven_across_midnight() {
        let quiet = [21, 7];
        assert_eq!(after_quiet(moment("2026-11-22T13:59:00Z"), quiet), moment("2026-11-22T13:59:00Z"));
        assert_eq!(after_quiet(moment("2026-11-22T14:00:00Z"), quiet), moment("2026-11-23T00:00:00Z"));
        assert_eq!(after_quiet(moment("2026-11-22T23:00:00Z"), quiet), moment("2026-11-23T00:00:00Z"));
        assert_eq!(after_quiet(moment("2026-11-23T00:00:00Z"), quiet), moment("2026-11-23T00:00:00Z"));
    }

    #[tokio::test]
    async fn a_moved_clock_stays_ahead_and_tells_who_waits() {
        let clock = Clock::shiftable();
        let mut moves = clock.moves();
        let before = clock.now();
        clock.clone().advance(TimeDelta::days(2));
        clock.advance(TimeDelta::days(-5));
        assert!(clock.now() - before >= TimeDelta::days(2));
        moves.next().await;
        clock.advance(TimeDelta::zero());
        let again = moves.next();
        assert!(tokio::time::timeout(std::time::Duration::ZERO, again).await.is_err(), "nothing moved since");
    }

    #[test]
    fn only_a_shiftable_clock_is_moved() {
        let noon = moment("2026-11-22T05:00:00Z");
        let clock = Clock::standing_at(noon);
        clock.advance(TimeDelta::days(1));
        assert_eq!(clock.now(), noon);
    }
}
