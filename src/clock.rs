//! The only reader of the time, and the only place where a moment becomes a day in Phnom Penh.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Asia::Phnom_Penh;

/// A source of the present moment: the machine's, or one that a test sets.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// A clock that stands at `moment` until it is set again.
    pub fn standing_at(moment: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(AtomicI64::new(moment.timestamp_millis()))))
    }

    /// Moves a standing clock; the machine's clock does not obey.
    pub fn set(&self, moment: DateTime<Utc>) {
        if let Some(millis) = &self.0 {
            millis.store(moment.timestamp_millis(), Ordering::SeqCst);
        }
    }

    /// The present moment, to the millisecond.
    pub fn now(&self) -> DateTime<Utc> {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks")]
        let millis =
            self.0.as_ref().map_or_else(|| Utc::now().timestamp_millis(), |millis| millis.load(Ordering::SeqCst));
        DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
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
}
