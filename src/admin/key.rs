//! `snaknov key`: the key that seals personal data.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};

use crate::store::MasterKey;

#[derive(Args)]
pub(super) struct Key {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a new key in a file that only you can read; an existing file is never overwritten
    New {
        /// Where to write it, outside the data folder
        file: PathBuf,
    },
}

impl Key {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Command::New { file } = self.command;
        MasterKey::generate().write_new(&file)?;
        println!("The key is in {}. Set SNAKNOV_KEY_FILE to this path.", file.display());
        println!("Keep a copy in a safe place, apart from the data: without it nothing can be read again.");
        Ok(ExitCode::SUCCESS)
    }
}
