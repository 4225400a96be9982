//! `snaknov quarantine`: updates that were set aside after three failures.

use std::process::ExitCode;

use anyhow::bail;
use clap::{Args, Subcommand};

use crate::{clock::Clock, config::DataSettings, text::Words};

use super::open;

#[derive(Args)]
pub(super) struct Quarantine {
    #[command(flatten)]
    data: DataSettings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List them: number, chat, when, the last failure
    List,
    /// Show one as Telegram sent it; it holds personal data
    Show {
        /// The update's number
        update: i64,
    },
    /// Put one back; a running bot handles it within half a minute
    Retry {
        /// The update's number
        update: i64,
    },
    /// Give one up
    Drop {
        /// The update's number
        update: i64,
    },
}

impl Quarantine {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let store = open::open(&self.data).await?;
        let mut tx = store.write().await?;
        let gone = |update| anyhow::anyhow!("update {update} is not in quarantine; see `snaknov quarantine list`");
        match self.command {
            Command::List => {
                let rows = tx.quarantine().await?;
                if rows.is_empty() {
                    println!("The quarantine is empty.");
                }
                let words = Words::of(crate::text::Language::En);
                for row in rows {
                    let received = words.moment(row.received_at);
                    println!("{}  chat {}  {received}  {}", row.update_id, row.chat, row.fault);
                }
            }
            Command::Show { update } => match tx.quarantined_raw(update).await? {
                Some(raw) => println!("{raw}"),
                None => bail!(gone(update)),
            },
            Command::Retry { update } => {
                if !tx.retry_quarantined(update).await? {
                    bail!(gone(update));
                }
                tx.commit().await?;
                println!("Update {update} is put back.");
            }
            Command::Drop { update } => {
                if !tx.drop_quarantined(update, Clock::default().now()).await? {
                    bail!(gone(update));
                }
                tx.commit().await?;
                println!("Update {update} is given up.");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
