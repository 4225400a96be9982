//! `snaknov officer`: enrolling officers at units.

use std::process::ExitCode;

use anyhow::{bail, ensure};
use chrono::{Days, NaiveDate};
use clap::{Args, Subcommand};

use crate::{
    clock::{self, Clock},
    config::DataSettings,
    domain::id::{OfficerId, UnitId, UserId},
    text::plain,
};

use super::open;

#[derive(Args)]
pub(super) struct Officer {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Enrol an officer, or change the name and the last day of one
    Add(Add),
    /// List the officers
    List {
        #[command(flatten)]
        data: DataSettings,
    },
    /// End an officer's enrolment at once
    Revoke {
        #[command(flatten)]
        data: DataSettings,
        /// The number in `officer list`
        officer: i64,
    },
}

#[derive(Args)]
struct Add {
    #[command(flatten)]
    data: DataSettings,
    /// The unit's number in `unit list`
    #[arg(long)]
    unit: i64,
    /// The officer's Telegram number; the bot tells it when they send /id
    #[arg(long)]
    user: i64,
    /// As colleagues know them; stands on alerts they acknowledge
    #[arg(long)]
    name: String,
    /// Last day of the assignment (2027-05-31); 180 days from today unless given
    #[arg(long)]
    until: Option<NaiveDate>,
}

impl Officer {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Add(add) => add.run().await,
            Command::List { data } => list(&data).await,
            Command::Revoke { data, officer } => {
                let store = open::open(&data).await?;
                let mut tx = store.write().await?;
                if !tx.revoke_officer(OfficerId(officer), Clock::default().now()).await? {
                    bail!("there is no officer {officer}; see `snaknov officer list`");
                }
                tx.commit().await?;
                println!("Officer {officer} may not act any more.");
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

impl Add {
    async fn run(self) -> anyhow::Result<ExitCode> {
        ensure!(self.user > 0, "--user is a person's number, which is positive; they see it by sending /id to the bot");
        let name = plain(&self.name);
        ensure!(!name.is_empty(), "--name is empty");
        let now = Clock::default().now();
        let today = clock::day_of(now);
        let until = self.until.unwrap_or(today + Days::new(180));
        ensure!(until >= today, "--until {until} has passed");
        let store = open::open(&self.data).await?;
        let mut tx = store.write().await?;
        if !tx.units().await?.iter().any(|unit| unit.id == UnitId(self.unit)) {
            bail!("there is no unit {}; see `snaknov unit list`", self.unit);
        }
        let id = tx.add_officer(UnitId(self.unit), UserId(self.user), &name, until, now).await?;
        tx.commit().await?;
        println!(
            "Officer {id} is enrolled until {until}. They must open a private chat with the bot and press Start to see details."
        );
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(data: &DataSettings) -> anyhow::Result<ExitCode> {
    let store = open::open(data).await?;
    let mut tx = store.write().await?;
    let today = clock::day_of(Clock::default().now());
    let officers = tx.officers(None).await?;
    if officers.is_empty() {
        println!("No officer is enrolled. See: snaknov officer add --help");
    }
    for officer in officers {
        let lapsed = if officer.until < today { "  LAPSED" } else { "" };
        println!(
            "{:>3}  {}  unit {}  Telegram {}  until {}{lapsed}",
            officer.id, officer.name, officer.unit, officer.user, officer.until
        );
    }
    Ok(ExitCode::SUCCESS)
}
