//! `snaknov bench`
use clap::Args;
#[derive(Args)]
pub(super) struct Bench {}
impl Bench {
    pub(super) async fn run(self) -> anyhow::Result<std::process::ExitCode> {
        todo!()
    }
}
/// x
pub fn reporter() {}
