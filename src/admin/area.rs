//! `snaknov area`: finding the code of a place.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::domain::area::Gazetteer;

#[derive(Args)]
pub(super) struct Area {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find areas by name: Khmer, Latin (also misspelt), Chinese for provinces
    Find {
        /// What to look for
        text: Vec<String>,
    },
}

impl Area {
    pub(super) fn run(self) -> ExitCode {
        let Command::Find { text } = self.command;
        let found = Gazetteer::get().search(&text.join(" "), None, &[]);
        for hit in &found {
            let path: Vec<String> =
                Gazetteer::get().path(hit.area.code).iter().rev().map(|area| area.english_with_kind()).collect();
            println!("{:<8}  {}  {}", hit.area.code.as_str(), hit.area.khmer_with_kind(), path.join(", "));
        }
        if found.is_empty() {
            eprintln!("no area of that name");
            return ExitCode::FAILURE;
        }
        ExitCode::SUCCESS
    }
}
