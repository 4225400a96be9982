//! The command line, one file a command. It is where things are put together; decisions live elsewhere.

mod area;
mod bench;
pub mod bot;
mod demo;
mod doctor;
mod key;
mod officer;
mod open;
mod quarantine;
mod read;
mod sample_receipt;
mod sandbox;
mod serve;
mod unit;
mod worker;

pub use bench::reporter;
pub use demo::world as demo_world;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::runtime::{Builder, Runtime};

use crate::config::LogSettings;

const EXAMPLES: &str = "\
Examples:
  snaknov demo                                   try everything on this machine, without Telegram
  snaknov key new /etc/snaknov/key               make the key that seals personal data
  SNAKNOV_TOKEN_FILE=/etc/snaknov/token SNAKNOV_KEY_FILE=/etc/snaknov/key snaknov serve
  snaknov area find 'Tonle Bassac'               the code of a commune
  snaknov unit add --name 'Tonle Bassac post' --level post --area 120101 --chat -1001234567890
  snaknov officer add --unit 1 --user 123456789 --name 'Officer Dara'
  snaknov doctor                                 is everything as it should be?";

/// Reporting of foreign guests in Cambodia: the Telegram bot and the tools of its operator.
#[derive(Parser)]
#[command(name = "snaknov", version = version(), about, after_help = EXAMPLES)]
pub struct Cli {
    /// Logging.
    #[command(flatten)]
    pub log: LogSettings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Try everything on this machine: a pretend Telegram, the bot, and a web page with four phones
    Demo(demo::Demo),
    /// Run the bot against Telegram
    Serve(serve::Serve),
    /// Check token, Bot API, data folder, SQLite, rulebook and units
    Doctor(doctor::Doctor),
    /// Make the key that seals personal data
    Key(key::Key),
    /// Police units
    Unit(unit::Unit),
    /// Officers of units
    Officer(officer::Officer),
    /// Provinces, districts, communes and villages
    Area(area::Area),
    /// Updates that were set aside after three failures
    Quarantine(quarantine::Quarantine),
    /// What the bot makes of zones, dates, pictures and tables, for developers
    Read(read::Read),
    /// Write a receipt with invented facts as a PDF, to look at it
    SampleReceipt(sample_receipt::SampleReceipt),
    /// A pretend Telegram alone, for developers of clients
    Sandbox(sandbox::Serve),
    /// Measure: many simulated reporters against the pretend Telegram, beside a floor measured in the same run
    Bench(bench::Bench),
    /// Read one file from standard input, confined; the bot starts this itself
    #[command(hide = true)]
    Worker(worker::Worker),
}

impl Cli {
    /// The runtime the command wants. The bot is one thread beside SQLite's: Telegram's limits leave a core idle, and a
    /// second thread would cost more in waking than it saves. The pretend Telegram takes all cores.
    pub fn runtime(&self) -> std::io::Result<Runtime> {
        match self.command {
            Command::Demo(_) | Command::Sandbox(_) | Command::Bench(_) => Builder::new_multi_thread(),
            _ => Builder::new_current_thread(),
        }
        .enable_all()
        .build()
    }

    /// Runs the command.
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Demo(demo) => demo.run().await,
            Command::Serve(serve) => serve.run().await,
            Command::Doctor(doctor) => doctor.run().await,
            Command::Key(key) => key.run(),
            Command::Unit(unit) => unit.run().await,
            Command::Officer(officer) => officer.run().await,
            Command::Area(area) => Ok(area.run()),
            Command::Quarantine(quarantine) => quarantine.run().await,
            Command::SampleReceipt(sample) => sample.run(),
            Command::Read(read) => read.run().await,
            Command::Sandbox(sandbox) => sandbox.run().await,
            Command::Bench(bench) => bench.run().await,
            Command::Worker(worker) => Ok(worker.run()),
        }
    }
}

/// The version, the commit it was built from, and the SQLite inside.
fn version() -> String {
    format!(
        "{} (commit {}, SQLite {})",
        env!("CARGO_PKG_VERSION"),
        env!("SNAKNOV_COMMIT"),
        crate::store::sqlite_version()
    )
}
