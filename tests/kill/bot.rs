//! The program under test: prepared as an operator would, started, killed at random moments, and met with faults.

use std::{
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use snaknov::{
    admin::reporter::group,
    sandbox::{Fault, Sandbox},
};

use crate::{REPORTERS, TOKEN, officer};

/// The folder of the program, and how it is started.
#[derive(Clone)]
pub(crate) struct Bot {
    folder: PathBuf,
    address: String,
}

impl Bot {
    /// Makes a key, enrols a unit for the whole country and its officer.
    pub(crate) fn prepare(folder: PathBuf, sandbox: &Sandbox) -> anyhow::Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        let bot = Self { folder, address: sandbox.url() };
        bot.succeeds(&["key", "new", &bot.key().display().to_string()])?;
        let chat = group(0).to_string();
        bot.succeeds(&["unit", "add", "--name", "Immigration", "--level", "national", "--chat", &chat])?;
        let user = officer::id(REPORTERS).to_string();
        bot.succeeds(&["officer", "add", "--unit", "1", "--user", &user, "--name", "Dara"])?;
        Ok(bot)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.folder.join("key")
    }

    /// Everything the program logged.
    pub(crate) fn log(&self) -> anyhow::Result<String> {
        fs::read_to_string(self.log_path()).context("reading the log")
    }

    fn log_path(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn command(&self) -> Command {
        let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_snaknov")));
        command
            .env("SNAKNOV_TOKEN", TOKEN)
            .env("SNAKNOV_DATA", self.data())
            .env("SNAKNOV_KEY_FILE", self.key())
            .env("SNAKNOV_LOG", "info")
            .stdin(Stdio::null());
        command
    }

    fn succeeds(&self, arguments: &[&str]) -> anyhow::Result<()> {
        let done = self.command().args(arguments).output().context("running the program")?;
        ensure!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        Ok(())
    }

    pub(crate) fn start(&self) -> anyhow::Result<Running> {
        let log: File =
            OpenOptions::new().create(true).append(true).open(self.log_path()).context("opening the log")?;
        let mut command = self.command();
        command.args(["serve", "--unlimited", "--api-url", &self.address]).stderr(log);
        Ok(Running(command.spawn().context("starting the program")?))
    }
}

/// The running program; killed when dropped.
pub(crate) struct Running(Child);

impl Running {
    /// SIGKILL. Whether it was alive until then.
    fn kill(mut self) -> anyhow::Result<bool> {
        let alive = self.0.try_wait()?.is_none();
        self.0.kill()?;
        self.0.wait()?;
        Ok(alive)
    }

    /// SIGTERM; it drains and ends well.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        let asked =
            Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().context("running `kill`")?;
        ensure!(asked.success(), "the program had ended before it was stopped");
        let last = Instant::now() + Duration::from_secs(12);
        while Instant::now() < last {
            if let Some(status) = self.0.try_wait()? {
                ensure!(status.success(), "stopped, the program ended with {status}");
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the program did not stop within 12 s")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What was done to the program.
#[derive(Default)]
pub(crate) struct Killed {
    pub(crate) kills: usize,
    /// Kills before it had asked for updates.
    pub(crate) early: usize,
    pub(crate) faults: u64,
    /// Times it was found dead.
    pub(crate) deaths: usize,
}

/// Kills and restarts, at moments and with faults that depend on the seed.
pub(crate) struct Killer {
    bot: Bot,
    sandbox: Sandbox,
    kills: usize,
    dice: Dice,
}

impl Killer {
    pub(crate) fn new(bot: Bot, sandbox: Sandbox, kills: usize, seed: u64) -> Self {
        Self { bot, sandbox, kills, dice: Dice::new(seed) }
    }

    /// Kills as often as was asked, first the program that runs; the one that is left runs on.
    pub(crate) fn run(mut self, mut running: Running) -> anyhow::Result<(Killed, Running)> {
        let mut killed = Killed::default();
        while killed.kills < self.kills {
            let polls = self.sandbox.calls("getUpdates");
            if self.dice.one_in(4) {
                // While it starts: it migrates, takes up the inbox, draws again.
                std::thread::sleep(Duration::from_millis(self.dice.below(40)));
            } else {
                self.wait_for_poll(polls);
                killed.faults += self.cause_faults();
                self.let_work();
            }
            killed.early += usize::from(self.sandbox.calls("getUpdates") == polls);
            killed.deaths += usize::from(!running.kill()?);
            killed.kills += 1;
            self.sandbox.faults().clear();
            running = self.bot.start()?;
        }
        Ok((killed, running))
    }

    fn wait_for_poll(&self, polls: u64) {
        let last = Instant::now() + Duration::from_secs(10);
        while self.sandbox.calls("getUpdates") == polls && Instant::now() < last {
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// It lives for so many messages, so that a slow machine gets as much done between two kills as a fast one; and then
    /// for a moment more, so that the kill does not always follow a message.
    fn let_work(&mut self) {
        let shown = |sandbox: &Sandbox| sandbox.calls("sendMessage") + sandbox.calls("editMessageText");
        let enough = shown(&self.sandbox) + self.dice.below(200);
        let last = Instant::now() + Duration::from_secs(5);
        while shown(&self.sandbox) < enough && Instant::now() < last {
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(Duration::from_millis(self.dice.below(60)));
    }

    /// Now and then some of the next calls meet a fault, or take long, so that the kill finds them under way. How many.
    fn cause_faults(&mut self) -> u64 {
        let error = |code, description: &str, retry_after| Fault::Error {
            code,
            description: description.to_owned(),
            retry_after,
        };
        let mut caused = 0;
        for _ in 0..self.dice.below(4) {
            let method = self.dice.of(&["sendMessage", "editMessageText", "sendPhoto", "answerCallbackQuery", "*"]);
            let fault = match self.dice.below(9) {
                0 => Fault::Reset,
                1 => Fault::AcceptThenDrop,
                2 => error(429, "Too Many Requests: retry after 1", Some(1)),
                3 => error(502, "Bad Gateway", None),
                4 => error(500, "Internal Server Error", None),
                _ => Fault::Delay(20 + self.dice.below(300)),
            };
            let count = 1 + self.dice.below(if matches!(fault, Fault::Delay(_)) { 40 } else { 8 });
            self.sandbox.faults().next(method, count, fault);
            caused += count;
        }
        caused
    }
}

/// xorshift64* (Vigna): good enough to choose moments, and the same for the same seed.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self((seed ^ 0x9E37_79B9_7F4A_7C15).max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let last = u64::try_from(choices.len()).unwrap_or(1);
        choices[usize::try_from(self.below(last)).unwrap_or(0)]
    }
}
