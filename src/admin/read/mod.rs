//! `snaknov read`: what the bot makes of what people send, for developers. Deliberately no reading of its own.

mod dates;
mod mrz;
mod photo;
mod table;

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::clock::{self, Clock};

#[derive(Args)]
pub(super) struct Read {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Machine-readable zones: JSON lines {"id","input"} from standard input, a JSON line for each to standard output
    Mrz {
        /// The day it is, for centuries; today in Phnom Penh if not given
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<NaiveDate>,
    },
    /// Typed dates: CSV id,lang,kind,input (kind arrival, birth or expiry) from standard input, CSV id,outcome,value to
    /// standard output
    Dates {
        /// The day it is; today in Phnom Penh if not given
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<NaiveDate>,
    },
    /// Pictures of passports, visas and residence cards: a JSON line for each file
    Photo(photo::Photo),
    /// A table of guests: a file in, what a dry run makes of it as JSON to standard output
    Table(table::Table),
}

impl Read {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let (input, output) = (std::io::stdin, std::io::stdout);
        let today = |given: Option<NaiveDate>| given.unwrap_or_else(|| clock::day_of(Clock::default().now()));
        match self.what {
            What::Mrz { today: given } => mrz::run(input().lock(), output().lock(), today(given)),
            What::Dates { today: given } => dates::run(input().lock(), output().lock(), today(given)),
            What::Photo(photo) => photo.run().await,
            What::Table(table) => table.run(),
        }
    }
}
