//! Tables that are plain text: no bytes bring the reader down, rows and cells stay within their bounds, and what is read
//! of a guest is what a report can hold.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use snaknov_fuzz::{
    domain::premises::PremisesKind,
    intake::table::{ROWS_MAX, Request, pasted, read},
};

fuzz_target!(|bytes: &[u8]| {
    // Workbooks go through libraries, which run behind a guard that a fuzzer sees through.
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xD0\xCF") {
        return;
    }
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let request = Request { kind: PremisesKind::Hotel, today, name: None, known: Vec::new() };
    if let Ok(reading) = read(bytes, &request) {
        assert!(reading.rows.len() <= ROWS_MAX);
        for row in &reading.rows {
            assert!(row.number > 0 && reading.grid.lines.iter().any(|line| line.number == row.number));
            assert!(row.entry.unit.as_ref().is_none_or(|unit| unit.chars().count() <= 40));
        }
        let crossed = serde_json::to_string(&reading).expect("JSON");
        assert!(serde_json::from_str::<snaknov_fuzz::intake::table::Reading>(&crossed).expect("as written") == reading);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = pasted(text, &request);
    }
});
