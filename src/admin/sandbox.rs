//! `snaknov sandbox`: the pretend Telegram alone, for developers of clients.

use std::{net::SocketAddr, process::ExitCode};

use clap::Args;

use crate::sandbox;

#[derive(Args)]
pub(super) struct Serve {
    /// Port on this machine
    #[arg(long, default_value_t = 8081)]
    port: u16,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let world = super::demo_world();
        println!("http://127.0.0.1:{}/  token {}", self.port, world.token);
        sandbox::serve_forever(world, SocketAddr::from(([127, 0, 0, 1], self.port))).await?;
        Ok(ExitCode::SUCCESS)
    }
}
