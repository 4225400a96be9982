//! `snaknov read table`: the dry run of a table as JSON. Deliberately nothing that the bot would not do: no row is sent.
//! It knows no register: whether somebody is reported already is not seen here.

use std::{fs, path::PathBuf, process::ExitCode, time::Instant};

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::{
    clock::{self, Clock},
    domain::{id::PremisesId, premises::PremisesKind},
    forms::arrival::{ArrivalDraft, ArrivalFacts, OwnPremises, unanswered},
    intake::table::{self, BYTES_MAX, Column, Meaning, Reading, Refusal, Request, Row},
};

/// The place that the table is about.
const HERE: PremisesId = PremisesId(1);

#[derive(Args)]
pub(super) struct Table {
    /// The file: XLSX, XLS, ODS, CSV, UNL, Alloggiati, or a list
    file: PathBuf,
    /// The kind of place: rental, hotel, construction-site or company-housing
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: PremisesKind,
    /// The day it is; today in Phnom Penh if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
    /// Also print how long it took and how much memory at most
    #[arg(long, hide = true)]
    measure: bool,
}

fn kind(name: &str) -> Result<PremisesKind, String> {
    let names = || PremisesKind::ALL.map(PremisesKind::as_str).join(", ");
    PremisesKind::named(&name.replace('-', "_")).ok_or_else(|| format!("one of {}", names()))
}

impl Table {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let started = Instant::now();
        let today = self.today.unwrap_or_else(|| clock::day_of(Clock::default().now()));
        let read = self.read(today)?;
        let mut shown = match &read {
            Ok(reading) => dry_run(reading, &place(self.kind, today)),
            Err(refusal) => json!({ "refused": refusal.as_str() }),
        };
        if self.measure {
            shown["milliseconds"] = json!(u64::try_from(started.elapsed().as_millis())?);
            shown["peak_kib"] = json!(peak_kib());
        }
        println!("{}", serde_json::to_string_pretty(&shown)?);
        Ok(if read.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn read(&self, today: NaiveDate) -> anyhow::Result<Result<Reading, Refusal>> {
        let length = fs::metadata(&self.file).context("looking at the file")?.len();
        if length > BYTES_MAX as u64 {
            return Ok(Err(Refusal::TooLarge));
        }
        let bytes = fs::read(&self.file).context("reading the file")?;
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(table::read(&bytes, &Request { kind: self.kind, today, name, known: Vec::new() }))
    }
}

/// A place of that kind at which nobody was reported yet.
fn place(kind: PremisesKind, today: NaiveDate) -> ArrivalFacts {
    let premises = OwnPremises { id: HERE, kind, name: String::new() };
    ArrivalFacts { today, premises: vec![premises], nationalities: Vec::new(), units: Vec::new() }
}

fn dry_run(reading: &Reading, facts: &ArrivalFacts) -> Value {
    let (rows, good): (Vec<Value>, Vec<bool>) = reading.rows.iter().map(|row| judged(row, facts)).unzip();
    let unknown = reading.unknown.iter().map(|unknown| {
        json!({ "index": unknown.index, "header": unknown.header, "key": unknown.key, "examples": unknown.examples })
    });
    json!({
        "layout": reading.layout,
        "columns": reading.columns.iter().map(column).collect::<Vec<_>>(),
        "unknown": unknown.collect::<Vec<_>>(),
        "good": good.into_iter().filter(|good| *good).count(),
        "rows": rows,
        "refused": null,
    })
}

fn column(column: &Column) -> Value {
    let meaning = match column.meaning {
        Some(Meaning::Field(field)) => Some(field.as_str()),
        Some(Meaning::Ignored) => Some("ignored"),
        None => None,
    };
    json!({ "index": column.index, "header": column.header, "meaning": meaning })
}

/// What was read, without what is not there; what the form of the arrival would still ask; whether the row can be sent.
fn judged(row: &Row, facts: &ArrivalFacts) -> (Value, bool) {
    let draft = ArrivalDraft::row(row.entry.clone(), Some(HERE), Some(facts));
    let missing = unanswered(&draft, facts);
    let is_good = missing.is_empty() && row.complaints.is_empty() && !draft.is_doubtful();
    let mut entry = json!(row.entry);
    let doubts = entry.as_object_mut().and_then(|entry| entry.remove("doubts")).unwrap_or_default();
    if let Some(entry) = entry.as_object_mut() {
        entry.retain(|_, value| !value.is_null());
    }
    let shown = json!({
        "row": row.number, "entry": entry, "complaints": row.complaints, "doubts": doubts, "missing": missing,
    });
    (shown, is_good && draft.arrival(facts).is_some())
}

/// The most memory that the process has used so far, where the system tells.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
