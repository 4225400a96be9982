//! The machine-readable zone: no text brings it down, what is sound says the same when it is read again, and a report
//! can be begun with it.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use snaknov_fuzz::domain::mrz::{Status, entry, read};

fuzz_target!(|text: &str| {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let reading = read(text, today);
    assert_eq!(reading.status == Status::Reject, reading.fields.is_none());
    let _ = entry(&reading, &reading.repaired);
    if matches!(reading.status, Status::Ok | Status::Corrected | Status::Warn) {
        let again = read(&reading.lines.join("\n"), today);
        assert_eq!(again.lines, reading.lines);
        assert_eq!(again.fields, reading.fields);
        assert!(again.repaired.is_empty());
    }
});
