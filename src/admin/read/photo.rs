//! `snaknov read photo`: the zones of pictures, through the same worker as the bot's.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::mrz::{Stated, stated};
use crate::{
    clock::{self, Clock},
    intake::{
        photo::{MOST_BYTES, Refusal, Zone},
        worker::Worker,
    },
};

#[derive(Args)]
pub(super) struct Photo {
    /// JPEG, PNG, WebP, HEIC, or PDF of one page
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The day it is, for centuries; today in Phnom Penh if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
}

/// A line of the answer.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a Path,
    zones: Vec<Seen>,
    refused: Option<Refusal>,
    millis: u128,
}

/// A zone: its lines, the doubtful places of them, and what they state.
#[derive(Serialize)]
struct Seen {
    #[serde(flatten)]
    zone: Zone,
    #[serde(flatten)]
    stated: Stated,
}

impl Photo {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let worker = Worker::here()?;
        let today = self.today.unwrap_or_else(|| clock::day_of(Clock::default().now()));
        for file in &self.files {
            // One byte more than is read, so that a longer file is seen to be longer.
            let mut bytes = Vec::new();
            File::open(file)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
            let started = Instant::now();
            let read = worker.photo(bytes).await;
            let millis = started.elapsed().as_millis();
            let (zones, refused) = match read {
                Ok(reading) => {
                    let zones = reading.zones.into_iter().map(|zone| {
                        let lines = zone.lines.join("\n");
                        Ok(Seen { zone, stated: stated(&lines, today)? })
                    });
                    (zones.collect::<anyhow::Result<_>>()?, None)
                }
                Err(refusal) => (Vec::new(), Some(refusal)),
            };
            let mut output = std::io::stdout().lock();
            serde_json::to_writer(&mut output, &Line { file, zones, refused, millis })?;
            output.write_all(b"\n")?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
