//! The program: read the command, run it, say in one line what went wrong.

use std::process::ExitCode;

use clap::Parser;
use snaknov::admin::Cli;

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.log.start();
    let runtime = match cli.runtime() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("snaknov: no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(cli.run()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("snaknov: {error:#}");
            ExitCode::FAILURE
        }
    }
}
