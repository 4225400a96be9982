//! The real program, killed again and again while many people report, and what must be true afterwards: nothing that was
//! confirmed is lost, nothing that was sent is there twice, everything that was promised has come.
//!
//! `cargo test --test kill -- --kills 300 --seed 7`

mod bot;
mod check;
mod officer;

use std::{
    path::Path,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, bail};
use snaknov::{
    admin::reporter::{Crowd, Goal, Reporter, world},
    clock::{self, Clock},
    sandbox::Sandbox,
};

use bot::{Bot, Killed, Killer};

/// People who report.
const REPORTERS: usize = 40;

/// Kills unless another number is asked for.
const KILLS: usize = 20;

/// A person whose act had no effect for so long tries again, as after a lost answer. Longer than a busy machine takes to
/// answer: whoever tries again too early makes it busier still, and nobody gets on.
const PATIENCE: Duration = Duration::from_secs(1);

/// The pretend bot's token.
const TOKEN: &str = "7000000002:token-of-the-pretend-telegram";

/// Everything has settled within this time after the last kill.
const SETTLING: Duration = Duration::from_mins(3);

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => return ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime can be had");
    match runtime.block_on(run(&arguments)) {
        Ok(()) => {
            println!("1 passed, 0 failed");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("FAILED (--seed {}): {error:#}", arguments.seed);
            println!("0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

/// How often to kill, and the seed of what is random.
struct Arguments {
    kills: usize,
    seed: u64,
}

impl Arguments {
    /// `None` when other tests are wanted. Arguments for the usual test runner are passed over.
    fn read(arguments: impl Iterator<Item = String>) -> anyhow::Result<Option<Self>> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut read = Self { kills: KILLS, seed: u64::from(now.subsec_nanos()) };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--kills" => read.kills = number(arguments.next(), "--kills")?,
                "--seed" => read.seed = number(arguments.next(), "--seed")?,
                "--list" => return Ok(None),
                "--test-threads" | "--skip" | "--format" | "--color" => drop(arguments.next()),
                filter if !filter.starts_with('-') && !"kill".contains(filter) => return Ok(None),
                _ => {}
            }
        }
        Ok(Some(read))
    }
}

fn number<T: std::str::FromStr>(text: Option<String>, of: &str) -> anyhow::Result<T> {
    text.and_then(|text| text.parse().ok()).with_context(|| format!("{of} is followed by a number"))
}

async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    println!("kill: {} kills, --seed {}, {REPORTERS} reporters", arguments.kills, arguments.seed);
    let folder = std::env::temp_dir().join(format!("snaknov-kill-{}", std::process::id()));
    // One person more than reporters: the officer.
    let world = world(REPORTERS + 1, 1, TOKEN);
    let sandbox = Sandbox::start(world, ([127, 0, 0, 1], 0).into()).await.context("starting the pretend Telegram")?;
    let bot = Bot::prepare(folder.clone(), &sandbox)?;
    let today = clock::day_of(Clock::default().now());
    let reporters = (0..REPORTERS).map(|index| Reporter::new(index, today).looking_after_guests());
    let mut crowd = Crowd::new(sandbox.clone(), reporters, PATIENCE);

    let killed = kill_under_load(arguments, &sandbox, &bot, &mut crowd).await?;
    println!(
        "kill: {} kills, {} of them before the program asked for updates; {} faults; it died of its own {} times",
        killed.kills, killed.early, killed.faults, killed.deaths
    );
    check::all(&sandbox, &bot, &crowd).await.with_context(|| format!("everything is left in {}", folder.display()))?;
    sandbox.stop();
    delete(&folder)
}

/// Kills and restarts while everybody reports, then lets everything settle and stops the program as an operator would.
async fn kill_under_load(
    arguments: &Arguments,
    sandbox: &Sandbox,
    bot: &Bot,
    crowd: &mut Crowd<Reporter>,
) -> anyhow::Result<Killed> {
    let running = bot.start()?;
    crowd.begin();
    rest(crowd, "registering").await?;

    let done = Arc::new(AtomicBool::new(false));
    let death = Killer::new(bot.clone(), sandbox.clone(), arguments.kills, arguments.seed);
    let finished = Arc::clone(&done);
    let deaths = std::thread::spawn(move || {
        let outcome = death.run(running);
        finished.store(true, Ordering::SeqCst);
        outcome
    });
    let officer = tokio::spawn(officer::work(sandbox.clone(), REPORTERS));
    crowd.set_goal(Goal::Report);
    crowd.run(|_| done.load(Ordering::SeqCst)).await;
    let Ok(outcome) = deaths.join() else { bail!("the thread that kills panicked") };
    let (killed, last) = outcome?;

    sandbox.faults().clear();
    crowd.set_goal(Goal::Rest);
    let began = Instant::now();
    rest(crowd, "the last kill").await?;
    officer.abort();
    while !check::is_settled(bot, sandbox).await? {
        if began.elapsed() > SETTLING {
            bail!("messages still wait {} s after the last kill: {}", SETTLING.as_secs(), check::waiting(bot).await?);
        }
        crowd.run(|_| true).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    println!("kill: settled {:.1} s after the last kill", began.elapsed().as_secs_f64());
    let quiet = Instant::now() + Duration::from_millis(150);
    crowd.run(|_| Instant::now() > quiet).await;
    last.stop()?;
    Ok(killed)
}

/// Waits until everybody rests.
async fn rest(crowd: &mut Crowd<Reporter>, since: &str) -> anyhow::Result<()> {
    let began = Instant::now();
    crowd.run(|crowd| crowd.all_rest() || began.elapsed() > SETTLING).await;
    match crowd.restless() {
        Some(one) => bail!("somebody still waits {} s after {since}: {one}", SETTLING.as_secs()),
        None => Ok(()),
    }
}

fn delete(folder: &Path) -> anyhow::Result<()> {
    std::fs::remove_dir_all(folder).with_context(|| format!("deleting {}", folder.display()))
}
