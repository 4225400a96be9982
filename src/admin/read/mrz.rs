//! `snaknov read mrz`: a zone a line. Deliberately goes on after a line that is no JSON, and says so at the end.

use std::{
    io::{BufRead, Write},
    process::ExitCode,
};

use anyhow::Context;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::mrz::{self, Check, Reading, Status};

/// The names of the fields, so that each is there even where there is no zone.
const FIELDS: [&str; 13] = [
    "format",
    "document_code",
    "issuing_state",
    "surname",
    "given_names",
    "document_number",
    "nationality",
    "birth_date",
    "sex",
    "expiry_date",
    "optional_data",
    "optional_data_2",
    "name_maybe_truncated",
];

#[derive(Deserialize)]
struct Asked {
    id: Value,
    input: String,
}

#[derive(Serialize)]
struct Answered {
    id: Value,
    #[serde(flatten)]
    stated: Stated,
}

/// What a zone states, and how far it is to be believed.
#[derive(Serialize)]
pub(super) struct Stated {
    status: Status,
    fields: Map<String, Value>,
    failed_checks: Vec<Check>,
}

/// Answers each line; failure if one of them could not be understood.
pub(super) fn run(input: impl BufRead, mut output: impl Write, today: NaiveDate) -> anyhow::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for (number, line) in input.split(b'\n').enumerate() {
        let line = line.context("reading standard input")?;
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        match serde_json::from_slice::<Asked>(text) {
            Ok(asked) => {
                let answer = answer(asked, today)?;
                serde_json::to_writer(&mut output, &answer).context("writing to standard output")?;
                output.write_all(b"\n").context("writing to standard output")?;
            }
            // The reason names what was expected and where, and may quote what stands there: it is not shown.
            Err(error) => {
                eprintln!("line {}: no JSON object with id and input (column {})", number + 1, error.column());
                code = ExitCode::FAILURE;
            }
        }
    }
    output.flush().context("writing to standard output")?;
    Ok(code)
}

fn answer(asked: Asked, today: NaiveDate) -> anyhow::Result<Answered> {
    Ok(Answered { id: asked.id, stated: stated(&asked.input, today)? })
}

/// What a zone states, with every field there.
pub(super) fn stated(zone: &str, today: NaiveDate) -> anyhow::Result<Stated> {
    let Reading { status, fields, failed_checks, .. } = mrz::read(zone, today);
    let stated = serde_json::to_value(fields).context("writing the fields of a zone")?;
    let fields = FIELDS.iter().map(|name| ((*name).to_owned(), stated.get(name).cloned().unwrap_or_default()));
    Ok(Stated { status, fields: fields.collect(), failed_checks })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_answered_and_a_broken_one_fails_the_command() {
        let input = concat!(
            r#"{"id":"a","input":"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"}"#,
            "\n\nno JSON\n",
            r#"{"id":7,"input":"no zone"}"#,
        );
        let mut output = Vec::new();
        let today = "2026-11-22".parse().expect("a day");
        let code = run(input.as_bytes(), &mut output, today).expect("it goes on");
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
        let lines: Vec<Value> = String::from_utf8(output)
            .expect("text")
            .lines()
            .map(|line| serde_json::from_str(line).expect("a JSON line"))
            .collect();
        assert_eq!(lines.len(), 2);
        assert_eq!((&lines[0]["id"], &lines[0]["status"]), (&Value::from("a"), &Value::from("ok")));
        assert_eq!(lines[0]["fields"]["birth_date"], "1974-08-12");
        assert_eq!(lines[0]["failed_checks"], Value::Array(vec![]));
        assert_eq!((&lines[1]["id"], &lines[1]["status"]), (&Value::from(7), &Value::from("reject")));
        for line in lines {
            assert_eq!(line["fields"].as_object().map(Map::len), Some(FIELDS.len()));
        }
    }
}
