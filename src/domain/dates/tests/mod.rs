//! What typed dates are read as, on one Wednesday.

mod doubts;
mod refusals;
mod usual;

use super::*;

/// A Wednesday.
const TODAY: &str = "2026-05-20";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

fn ok(text: &str) -> Read {
    Read::Ok(day(text))
}

fn confirm(text: &str, doubt: Doubt) -> Read {
    Read::Confirm(day(text), doubt)
}

fn partial(text: &str) -> Read {
    Read::Partial(text.parse().expect("a partial date"), None)
}

fn doubtful_part(text: &str, doubt: Doubt) -> Read {
    Read::Partial(text.parse().expect("a partial date"), Some(doubt))
}

fn impossible(day: u32, month: u32) -> Read {
    Read::Reject(Why::Impossible { day, month })
}

/// Reads every text and reports all that differ at once.
fn check<'a>(kind: Kind, cases: impl IntoIterator<Item = (&'a str, Read)>) {
    let today = day(TODAY);
    let differing: Vec<String> = cases
        .into_iter()
        .map(|(typed, expected)| (typed, expected, read(typed, kind, today)))
        .filter(|(_, expected, got)| expected != got)
        .map(|(typed, expected, got)| format!("{typed:?}: expected {expected:?}, got {got:?}"))
        .collect();
    assert!(differing.is_empty(), "asked for {kind:?}\n{}", differing.join("\n"));
}
