//! `snaknov worker`: the confined process that reads strangers' files. The bot starts it; nobody else needs to.

use std::process::ExitCode;

use clap::Args;

use crate::intake::worker;

#[derive(Args)]
pub(super) struct Worker;

impl Worker {
    #[expect(clippy::unused_self, reason = "like every command")]
    pub(super) fn run(self) -> ExitCode {
        match worker::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("snaknov: {error:#}");
                ExitCode::FAILURE
            }
        }
    }
}
