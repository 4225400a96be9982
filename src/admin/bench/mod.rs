//! `snaknov bench`: many simulated reporters against the pretend Telegram, and what the bot makes of them, beside a floor
//! measured in the same run. Deliberately without an opinion on the numbers but the aims beside them.

mod chores;
mod crowd;
mod floor;
mod latency;
mod measure;
mod phone;
mod process;
pub mod reporter;
mod screen;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::{Context, bail, ensure};
use clap::Args;

use crate::{
    clock::{self, Clock},
    config,
    domain::{
        id::{ChatId, ReportId},
        language::Language,
        unit::UnitLevel,
    },
    sandbox::Sandbox,
    store::{Keys, MasterKey, NewUnit, Store},
};

use self::{
    crowd::{Crowd, group, world},
    floor::{Idle, Idler},
    measure::{Length, Measured, measure},
    process::{Bot, Cores},
    reporter::{Reporter, provinces},
};

/// The pretend bot's token.
const TOKEN: &str = "7000000001:token-of-the-pretend-telegram";

/// Without an answer for so long something is wrong.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Args)]
pub(super) struct Bench {
    /// Reporters, who never pause
    #[arg(long, default_value_t = 200)]
    reporters: usize,
    /// Seconds measured, after everybody has registered and one second of warming up
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Measure this many reports, however long they take
    #[arg(long, value_name = "N")]
    reports: Option<usize>,
    /// Answer the updates of this pretend Telegram and do nothing else: the other bot that is measured
    #[arg(long, value_name = "URL", hide = true)]
    idle: Option<String>,
}

impl Bench {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        if let Some(address) = self.idle {
            let token = config::token()?.context("the token of the pretend Telegram is missing")?;
            Idle::new(&address, &token.0)?.serve().await?;
            return Ok(ExitCode::SUCCESS);
        }
        ensure!((1..=10_000).contains(&self.reporters), "--reporters is 1 to 10000");
        let folder = Folder::new();
        let cores = Cores::arrange();
        let commits = floor::commits_a_second(&folder.0.join("floor")).await?;
        let idle = self.measure_idle(cores).await?;
        let bot = self.measure_bot(cores, &folder.0).await?;
        measure::print(self.reporters, cores, commits, &bot, &idle);
        Ok(ExitCode::SUCCESS)
    }

    fn length(&self) -> Length {
        self.reports.map_or(Length::Time(Duration::from_secs(self.seconds)), Length::Reports)
    }

    /// The bot that does nothing.
    async fn measure_idle(&self, cores: Cores) -> anyhow::Result<Measured> {
        let sandbox = self.sandbox(0).await?;
        let bot = Bot::start(cores, &["bench", "--idle", &sandbox.url()], &[], TOKEN)?;
        let mut crowd = Crowd::new(sandbox.clone(), (0..self.reporters).map(Idler::new), PATIENCE);
        let length = Length::Time(Duration::from_secs(self.seconds.min(10)));
        let measured = measure(&sandbox, &bot, &mut crowd, length, |_| 0).await?;
        drop(bot);
        no_violations(&sandbox)?;
        sandbox.stop();
        Ok(measured)
    }

    /// The real bot. Everything that was promised to reporters must be in the database.
    async fn measure_bot(&self, cores: Cores, folder: &Path) -> anyhow::Result<Measured> {
        let (data, key) = (folder.join("data"), folder.join("key"));
        std::fs::create_dir_all(&data).with_context(|| format!("making {}", data.display()))?;
        let master = MasterKey::generate();
        master.write_new(&key)?;
        let store = Store::open(&data, Keys::of(&master)).await?;
        enrol(&store).await?;
        store.close().await;

        let sandbox = self.sandbox(provinces().len()).await?;
        let settings = [("SNAKNOV_DATA", data.as_path()), ("SNAKNOV_KEY_FILE", &key)];
        let bot = Bot::start(cores, &["serve", "--unlimited", "--api-url", &sandbox.url()], &settings, TOKEN)?;
        let today = clock::day_of(Clock::default().now());
        let reporters = (0..self.reporters).map(|index| Reporter::new(index, today));
        let mut crowd = Crowd::new(sandbox.clone(), reporters, PATIENCE);
        let reports = |crowd: &Crowd<Reporter>| crowd.people().map(Reporter::finished).sum();
        let measured = measure(&sandbox, &bot, &mut crowd, self.length(), reports).await?;
        bot.stop().await?;
        no_violations(&sandbox)?;
        sandbox.stop();
        let store = Store::open(&data, Keys::of(&master)).await?;
        verify(&store, &crowd).await?;
        Ok(measured)
    }

    async fn sandbox(&self, groups: usize) -> anyhow::Result<Sandbox> {
        let world = world(self.reporters, groups, TOKEN);
        let sandbox =
            Sandbox::start(world, ([127, 0, 0, 1], 0).into()).await.context("starting the pretend Telegram")?;
        sandbox.keep_messages(40);
        Ok(sandbox)
    }
}

/// A temporary folder, deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("snaknov-bench-{}", std::process::id())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A unit for each province.
async fn enrol(store: &Store) -> anyhow::Result<()> {
    let mut tx = store.write().await?;
    for (index, province) in provinces().into_iter().enumerate() {
        let unit = NewUnit {
            name: format!("Unit {province}"),
            level: UnitLevel::Province,
            language: Language::Km,
            chat: ChatId(group(index)),
            topic: None,
            areas: vec![province],
        };
        tx.add_unit(&unit, Clock::default().now()).await?;
    }
    tx.commit().await
}

fn no_violations(sandbox: &Sandbox) -> anyhow::Result<()> {
    let violations = sandbox.violations();
    ensure!(violations.is_empty(), "{} calls broke the Bot API, first: {}", violations.len(), violations[0]);
    Ok(())
}

/// Every receipt is for a report of its own, and there are no other reports.
async fn verify(store: &Store, crowd: &Crowd<Reporter>) -> anyhow::Result<()> {
    let mut promised = 0;
    for (draft, numbers) in crowd.people().flat_map(Reporter::receipts) {
        ensure!(numbers.len() == 1, "draft {draft} of somebody has {} numbers", numbers.len());
        promised += 1;
    }
    let integrity = store.integrity().await?;
    ensure!(integrity == "ok", "the database is damaged: {integrity}");
    let mut tx = store.write().await?;
    if let Err(line) = tx.check_audit().await? {
        bail!("the audit trail does not follow at line {line}");
    }
    // Reports are numbered from 1 without gaps, since none is ever deleted here.
    ensure!(tx.report(ReportId(promised)).await?.is_some(), "{promised} receipts were sent, there are fewer reports");
    ensure!(tx.report(ReportId(promised + 1)).await?.is_none(), "there are more reports than the {promised} receipts");
    let (waiting, dead) = tx.backlog().await?;
    ensure!((waiting, dead) == (0, 0), "{waiting} messages were not sent, {dead} could not be");
    Ok(())
}
