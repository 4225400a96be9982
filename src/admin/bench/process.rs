//! A bot as a child process on a core of its own, and what it costs: read from `/proc`, so on Linux only.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, bail};

/// `USER_HZ`, in which Linux counts processor time for programs, is 100 on every architecture (man 5 proc).
const TICKS_A_SECOND: f64 = 100.0;

/// What a process has cost so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    /// Seconds of processor time, user and system.
    pub(super) cpu: f64,
    /// Megabytes in memory.
    pub(super) memory: f64,
    /// The most megabytes ever in memory.
    pub(super) peak: f64,
}

/// A running bot; killed when dropped.
pub(super) struct Bot(Child);

impl Bot {
    /// Starts this program with these arguments and settings, on the bot's core.
    pub(super) fn start(
        cores: Cores,
        arguments: &[&str],
        settings: &[(&str, &Path)],
        token: &str,
    ) -> anyhow::Result<Self> {
        let mut command = cores.command()?;
        command.args(arguments).env("SNAKNOV_TOKEN", token).env("SNAKNOV_LOG", "warn").stdin(Stdio::null());
        command.envs(settings.iter().copied());
        Ok(Self(command.spawn().context("starting the bot")?))
    }

    /// What it has cost so far.
    pub(super) fn cost(&self) -> anyhow::Result<Cost> {
        let read = |file: &str| {
            let path = format!("/proc/{}/{file}", self.0.id());
            std::fs::read_to_string(&path).with_context(|| format!("reading {path}"))
        };
        cost(&read("stat")?, &read("status")?).context("what /proc says of the bot does not read")
    }

    /// Asks it to stop and waits until it has.
    pub(super) async fn stop(mut self) -> anyhow::Result<()> {
        let asked =
            Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().context("running `kill`")?;
        if !asked.success() {
            bail!("the bot had ended before it was stopped");
        }
        for _ in 0..150 {
            if let Some(status) = self.0.try_wait()? {
                return if status.success() { Ok(()) } else { Err(anyhow::anyhow!("the bot ended with {status}")) };
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("the bot did not stop within 15 s")
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where the bot runs and where everything else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cores {
    /// The bot has the first core to itself; this program has the others.
    Apart,
    /// One core, or no `taskset` (util-linux) to choose among them: they are in each other's way.
    Shared,
}

impl Cores {
    /// Leaves the first core to the bot, where that can be arranged.
    pub(super) fn arrange() -> Self {
        let others = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) - 1;
        let this = std::process::id().to_string();
        let others_alone = format!("1-{others}");
        let done = || {
            Command::new("taskset")
                .args(["--all-tasks", "--cpu-list", "--pid", &others_alone, &this])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
        };
        if others > 0 && done().is_ok_and(|status| status.success()) { Self::Apart } else { Self::Shared }
    }

    /// A command that runs this program on the bot's core.
    fn command(self) -> anyhow::Result<Command> {
        let program = std::env::current_exe().context("finding this program")?;
        Ok(match self {
            Self::Shared => Command::new(program),
            Self::Apart => {
                let mut command = Command::new("taskset");
                command.args(["--cpu-list", "0"]).arg(program);
                command
            }
        })
    }
}

/// Reads `/proc/<pid>/stat` and `/proc/<pid>/status` (man 5 proc).
fn cost(stat: &str, status: &str) -> Option<Cost> {
    // The name in parentheses may hold anything; the state follows it as field 3, utime and stime are 14 and 15.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_ascii_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<f64>().ok();
    let megabytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        Some(line.split_ascii_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
    };
    Some(Cost {
        cpu: (ticks(14)? + ticks(15)?) / TICKS_A_SECOND,
        memory: megabytes("VmRSS:")?,
        peak: megabytes("VmHWM:")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_cost_is_read_past_a_strange_name() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194560 10 0 0 0 150 50 0 0 20 0 3 0 100 0 0";
        let status = "Name:\tx\nVmHWM:\t  20480 kB\nVmRSS:\t  10240 kB\n";
        let cost = cost(stat, status).expect("it reads");
        assert!((cost.cpu - 2.0).abs() < 1e-9 && (cost.memory - 10.0).abs() < 1e-9 && (cost.peak - 20.0).abs() < 1e-9);
    }
}
