//! `snaknov read dates`: a typed date a line. Deliberately no guess at the kind or the language: the reader takes all
//! three languages at once, so the language column is not looked at.

use std::{
    io::{Read, Write},
    process::ExitCode,
};

use anyhow::Context;
use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::dates::{self, Kind};

#[derive(Deserialize)]
struct Asked {
    id: String,
    kind: String,
    input: String,
}

/// Answers each row; failure if one of them could not be understood.
pub(super) fn run(input: impl Read, output: impl Write, today: NaiveDate) -> anyhow::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let mut answers = csv::Writer::from_writer(output);
    answers.write_record(["id", "outcome", "value"]).context("writing to standard output")?;
    for (number, row) in rows.deserialize::<Asked>().enumerate() {
        let asked = row.ok().and_then(|asked| kind(&asked.kind).map(|kind| (asked, kind)));
        let Some((asked, kind)) = asked else {
            eprintln!("row {}: no id, kind (arrival, birth, expiry) and input", number + 1);
            code = ExitCode::FAILURE;
            continue;
        };
        let (outcome, value) = answer(&asked.input, kind, today);
        answers.write_record([asked.id.as_str(), outcome, &value]).context("writing to standard output")?;
    }
    answers.flush().context("writing to standard output")?;
    Ok(code)
}

/// The kind of that name. An expiry is that of a card or a passport, which may lie further ahead than a stamp's; the
/// names of the bot's other kinds are taken as well.
fn kind(name: &str) -> Option<Kind> {
    Some(match name.trim() {
        "arrival" => Kind::Arrival,
        "birth" => Kind::Birth,
        "expiry" | "card_expiry" => Kind::CardExpiry,
        "departure" => Kind::Departure,
        "stay_until" => Kind::StayUntil,
        _ => return None,
    })
}

fn answer(input: &str, kind: Kind, today: NaiveDate) -> (&'static str, String) {
    match dates::read(input, kind, today) {
        dates::Read::Ok(day) => ("ok", day.to_string()),
        dates::Read::Partial(part, None) => ("partial", part.to_string()),
        dates::Read::Partial(part, Some(_)) => ("confirm", part.to_string()),
        dates::Read::Confirm(day, _) => ("confirm", day.to_string()),
        dates::Read::Reject(_) => ("reject", String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_answered_with_its_outcome() {
        let input = "\u{FEFF}id,lang,kind,input\n1,en,arrival,today\n2,km,birth,១៩៨៥\n3,zh,expiry,\"2026年12月1日\"\n\
                     4,en,expiry,12/25/2026\n5,en,arrival,soon\n6,en,moon,today\n";
        let mut output = Vec::new();
        let code = run(input.as_bytes(), &mut output, "2026-11-22".parse().expect("a day")).expect("it goes on");
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
        let expected =
            "id,outcome,value\n1,ok,2026-11-22\n2,partial,1985\n3,ok,2026-12-01\n4,confirm,2026-12-25\n5,reject,\n";
        assert_eq!(String::from_utf8(output).expect("text"), expected);
    }
}
