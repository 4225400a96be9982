//! One run of a crowd against one bot, and the table that compares two of them.

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::sandbox::Sandbox;

use super::{
    crowd::{Crowd, Goal, Phone},
    latency::{Percentiles, Watch},
    process::{Bot, Cores, Cost},
};

/// How long is measured.
#[derive(Debug, Clone, Copy)]
pub(super) enum Length {
    Time(Duration),
    Reports(usize),
}

/// Everybody is registered, and everything is finished, within this time.
const SETTLING: Duration = Duration::from_mins(2);

/// What was measured of a bot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    /// Seconds measured.
    seconds: f64,
    reports: usize,
    updates: u64,
    /// From the act to the next screen.
    from_act: Percentiles,
    /// From the handing out of the update to the next screen.
    from_update: Percentiles,
    /// Processor seconds within the measured time.
    cpu: f64,
    /// Before any update.
    idle: Cost,
    /// At the end.
    end: Cost,
}

/// Lets everybody register, warm up, report for a while and finish; measures what lies between warming up and finishing.
pub(super) async fn measure<P: Phone>(
    sandbox: &Sandbox,
    bot: &Bot,
    crowd: &mut Crowd<P>,
    length: Length,
    reports: impl Fn(&Crowd<P>) -> usize,
) -> anyhow::Result<Measured> {
    let idle = ready(sandbox, bot).await?;
    crowd.begin();
    settle(crowd).await?;
    crowd.set_goal(Goal::Report);
    let warm = Instant::now() + Duration::from_secs(1);
    crowd.run(|_| Instant::now() >= warm).await;

    let watch = Watch::start(sandbox.clone());
    crowd.take_answered();
    let (before, reports_before, updates_before, began) = (bot.cost()?, reports(crowd), crowd.acts(), Instant::now());
    crowd
        .run(|crowd| match length {
            Length::Time(time) => began.elapsed() >= time,
            Length::Reports(wanted) => reports(crowd) >= reports_before + wanted || began.elapsed() > SETTLING * 10,
        })
        .await;
    let (after, seconds) = (bot.cost()?, began.elapsed().as_secs_f64());
    let (reports, updates) = (reports(crowd) - reports_before, crowd.acts() - updates_before);
    let answered = crowd.take_answered();
    let from_update = Percentiles::of(watch.since_handed_out(&answered));
    drop(watch);

    crowd.set_goal(Goal::Rest);
    settle(crowd).await?;
    if crowd.missed() > 0 {
        eprintln!("{} events were missed: the reporters could not follow", crowd.missed());
    }
    Ok(Measured {
        seconds,
        reports,
        updates,
        from_act: Percentiles::of(answered.iter().map(|answer| answer.seen - answer.acted).collect()),
        from_update,
        cpu: after.cpu - before.cpu,
        idle,
        end: bot.cost()?,
    })
}

/// Waits until the bot polls and has nothing else to do, and says what it costs then.
async fn ready(sandbox: &Sandbox, bot: &Bot) -> anyhow::Result<Cost> {
    let mut calls = 0;
    for _ in 0..60 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let before = std::mem::replace(&mut calls, sandbox.calls("*"));
        if sandbox.calls("getUpdates") > 0 && calls == before {
            return bot.cost();
        }
    }
    bail!("the bot does not poll")
}

async fn settle<P: Phone>(crowd: &mut Crowd<P>) -> anyhow::Result<()> {
    let last = Instant::now() + SETTLING;
    crowd.run(|crowd| crowd.all_rest() || Instant::now() > last).await;
    let restless = crowd.people().filter(|person| !person.rests()).count();
    if let Some(one) = crowd.restless() {
        bail!("{restless} reporters did not finish within {} s; {one}", SETTLING.as_secs());
    }
    // What nobody waits for, such as alerts, is sent meanwhile.
    let quiet = Instant::now() + Duration::from_secs(2);
    crowd.run(|_| Instant::now() > quiet).await;
    Ok(())
}

impl Measured {
    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
    fn updates_a_second(&self) -> f64 {
        self.updates as f64 / self.seconds
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
    fn thousands_of_reports(&self) -> f64 {
        self.reports as f64 / 1000.0
    }

    /// Processor seconds for as many updates as 1000 reports are made of.
    fn cpu_of_15000_updates(&self) -> f64 {
        self.cpu / self.seconds / self.updates_a_second() * 15_000.0
    }
}

/// The table.
pub(super) fn print(reporters: usize, cores: Cores, commits: f64, bot: &Measured, idle: &Measured) {
    let where_it_runs = if cores == Cores::Apart { "has a core to itself" } else { "shares the cores with them" };
    println!("{reporters} reporters who never pause; the bot {where_it_runs}");
    println!("{:<44}{:>10}{:>14}", "", "bot", "does nothing");
    let row = |name: &str, of: &dyn Fn(&Measured) -> f64, digits: usize| {
        println!("{name:<44}{:>10.digits$}{:>14.digits$}", of(bot), of(idle));
    };
    row("seconds measured", &|m| m.seconds, 1);
    println!("{:<44}{:>10.0}", "reports a second", bot.thousands_of_reports() * 1000.0 / bot.seconds);
    row("updates a second", &Measured::updates_a_second, 0);
    row("answer after the update, p50, ms", &|m| m.from_update.p50, 1);
    row("                         p95", &|m| m.from_update.p95, 1);
    row("                         p99", &|m| m.from_update.p99, 1);
    row("answer after the act, p50, ms", &|m| m.from_act.p50, 1);
    row("                      p95", &|m| m.from_act.p95, 1);
    row("                      p99", &|m| m.from_act.p99, 1);
    row("processor, part of a core", &|m| m.cpu / m.seconds, 2);
    row("processor seconds for 15000 updates", &Measured::cpu_of_15000_updates, 2);
    row("memory before any update, MB", &|m| m.idle.memory, 1);
    row("memory at the most, MB", &|m| m.end.peak, 1);
    let growth = (bot.end.peak - bot.idle.memory) / bot.thousands_of_reports();
    println!("{:<44}{growth:>10.1}", "memory growth for 1000 reports, MB");
    println!("{:<44}{commits:>10.0}", "durable commits a second, one row each");
    println!();
    let ratio = bot.updates_a_second() / idle.updates_a_second();
    aim("updates a second, bot to the one that does nothing", ratio, ratio >= 0.4, "at least 0.4", 2);
    let cpu = bot.cpu / bot.thousands_of_reports();
    aim("processor seconds for 1000 reports", cpu, cpu <= 0.7, "at most 0.7", 2);
    let p99 = bot.from_update.p99;
    aim("answer after the update, p99, ms", p99, p99 < 10.0, "under 10", 1);
    let memory = bot.idle.memory;
    aim("memory before any update, MB", memory, memory < 40.0, "under 40", 1);
}

fn aim(name: &str, value: f64, met: bool, aim: &str, digits: usize) {
    let met = if met { "met" } else { "NOT MET" };
    println!("{name:<52}{value:>10.digits$}   aim: {aim}, {met}");
}
