//! `snaknov read photo`: the zones of pictures, through the same worker as the bot's.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Args;
use serde::Serialize;

use crate::intake::{
    photo::{MOST_BYTES, Refusal, Zone},
    worker::Worker,
};

#[derive(Args)]
pub(super) struct Photo {
    /// JPEG, PNG, WebP, HEIC, or PDF of one page
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// A line of the answer.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a Path,
    zones: Vec<Zone>,
    refused: Option<Refusal>,
    millis: u128,
}

impl Photo {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let worker = Worker::here()?;
        for file in &self.files {
            // One byte more than is read, so that a longer file is seen to be longer.
            let mut bytes = Vec::new();
            File::open(file)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
            let started = Instant::now();
            let read = worker.photo(bytes).await;
            let millis = started.elapsed().as_millis();
            let (zones, refused) = match read {
                Ok(reading) => (reading.zones, None),
                Err(refusal) => (Vec::new(), Some(refusal)),
            };
            let mut output = std::io::stdout().lock();
            serde_json::to_writer(&mut output, &Line { file, zones, refused, millis })?;
            output.write_all(b"\n")?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
