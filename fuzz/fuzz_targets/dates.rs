//! Dates as people type them: no text brings the reader down, what is read lies within what can be meant, and its ISO
//! form is read as the same day.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use snaknov_fuzz::domain::dates::{Kind, Read, read};

const KINDS: [Kind; 5] = [Kind::Birth, Kind::Arrival, Kind::StayUntil, Kind::Departure, Kind::CardExpiry];

fuzz_target!(|text: &str| {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    for kind in KINDS {
        match read(text, kind, today) {
            Read::Ok(day) | Read::Confirm(day, _) => {
                assert!(kind.window(today).contains(&day));
                assert_eq!(read(&day.to_string(), kind, today), Read::Ok(day));
            }
            Read::Partial(..) => assert_eq!(kind, Kind::Birth),
            Read::Reject(_) => {}
        }
    }
});
