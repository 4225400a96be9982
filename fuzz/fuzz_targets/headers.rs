//! Headers: whatever stands in the first rows, every column has one meaning at most, and columns that are asked about
//! are remembered under what they are asked by.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use snaknov_fuzz::{
    domain::premises::PremisesKind,
    intake::table::{Meaning, Request, read},
};

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let mut line = || -> String {
        let cells = lines.next().unwrap_or_default().split('\t').take(40);
        cells.map(|cell| cell.replace(['\r', '"'], " ")).collect::<Vec<_>>().join("\t") + "\n"
    };
    let text = format!("{}{}GUEST NAME\tE1234567\t1\t2\t3\t4\n", line(), line());
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let request = Request { kind: PremisesKind::Hotel, today, name: None, known: Vec::new() };
    let Ok(asked) = read(text.as_bytes(), &request) else { return };
    let places: Vec<u32> = asked.columns.iter().map(|column| column.index).collect();
    assert!(places.is_sorted_by(|one, next| one < next));
    let known: Vec<(String, Meaning)> =
        asked.unknown.iter().map(|unknown| (unknown.key.clone(), Meaning::Ignored)).collect();
    if !known.is_empty() {
        let _ = read(text.as_bytes(), &Request { known, ..request });
    }
});
