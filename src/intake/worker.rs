//! Strangers' files are read by this program started again, confined: no file system, no network, no other process, a
//! share of memory and time. The bytes come through a pipe and nothing touches the disk; whatever happens there, a crash
//! or an endless loop, is an answer here. It does not know what is read nor what the answer means.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::{sync::Semaphore, task, time::timeout};
use zeroize::Zeroizing;

use super::{
    confine::{self, Share},
    photo, table,
};

/// What is to be done with the bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Read the zones of a picture: a `Result<Reading, Refusal>`.
    Photo,
    /// Read a table: a `Result<Reading, Refusal>`.
    Table(Box<table::Request>),
    /// Say whether landlock is enforced.
    Report,
    /// Do what a worker must not be able to do, for tests: whether it could.
    Probe(Probe),
}

/// What a captured worker would try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Probe {
    /// Open a file that anyone may read.
    OpenFile,
    /// Write a file where anyone may.
    WriteFile,
    /// Make a socket.
    Connect,
    /// Start a program.
    Spawn,
    /// Start a thread.
    Thread,
    /// Take more memory than its share.
    Memory,
    /// Never end.
    Endless,
    /// Panic.
    Panic,
    /// Answer without end.
    Talk,
}

/// How much a job may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Seconds on the wall, with those of waiting for the processor.
    pub time: Duration,
    /// Bytes of addresses.
    pub memory: u64,
    /// Bytes of the answer.
    pub answer: u64,
}

impl Limits {
    /// Of a picture: decoding [`photo::MOST_PIXELS`] in colour takes most of the memory.
    pub const PHOTO: Self = Self { time: Duration::from_secs(30), memory: 1536 << 20, answer: 1 << 16 };

    /// Of a table: what was read of [`table::ROWS_MAX`] rows, and the table itself to be given back.
    pub const TABLE: Self = Self { time: Duration::from_secs(20), memory: 1 << 30, answer: 64 << 20 };
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// No confined process could be had.
    Unavailable,
    /// It took longer than it may.
    TookTooLong,
    /// It died, or said more than it may.
    Died,
}

/// At most so many at once: each takes a core.
const AT_ONCE: usize = 2;

/// Bytes of an order, at most; that for a table names the columns that a place has been asked about.
const ORDER_MAX: u64 = 1 << 20;

/// What a worker says once it is confined, before it reads the first of a stranger's bytes.
const CONFINED: u8 = b'C';

/// The first line to a worker.
#[derive(Serialize, Deserialize)]
struct Order {
    job: Job,
    share: Share,
}

/// Starts workers.
#[derive(Clone, Debug)]
pub struct Worker {
    program: PathBuf,
    turns: Arc<Semaphore>,
}

impl Worker {
    /// Workers of the program that runs.
    pub fn here() -> io::Result<Self> {
        Ok(Self::at(std::env::current_exe()?))
    }

    /// Workers of a program at a path.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Reads the zones of a picture. The bytes are gone afterwards.
    pub async fn photo(&self, bytes: Vec<u8>) -> Result<photo::Reading, photo::Refusal> {
        if bytes.len() > photo::MOST_BYTES {
            return Err(photo::Refusal::TooLarge);
        }
        let answer = self.run(Job::Photo, bytes, Limits::PHOTO).await.map_err(|ended| match ended {
            Ended::Unavailable => photo::Refusal::Unavailable,
            Ended::TookTooLong => photo::Refusal::TookTooLong,
            Ended::Died => photo::Refusal::Damaged,
        })?;
        let answer: Result<_, _> = serde_json::from_slice(&answer).map_err(|_| photo::Refusal::Damaged)?;
        answer
    }

    /// Reads a table.
    pub async fn table(&self, bytes: Vec<u8>, request: &table::Request) -> Result<table::Reading, table::Refusal> {
        if bytes.len() > table::BYTES_MAX {
            return Err(table::Refusal::TooLarge);
        }
        let job = Job::Table(Box::new(request.clone()));
        let answer = self.run(job, bytes, Limits::TABLE).await.map_err(|ended| match ended {
            Ended::Unavailable => table::Refusal::Unavailable,
            Ended::TookTooLong => table::Refusal::Unfolds,
            Ended::Died => table::Refusal::Damaged,
        })?;
        let answer: Result<_, _> = serde_json::from_slice(&answer).map_err(|_| table::Refusal::Damaged)?;
        answer
    }

    /// Whether workers run on this machine, and whether its kernel enforces landlock on them.
    pub async fn landlock(&self) -> Result<bool, Ended> {
        let answer = self.run(Job::Report, Vec::new(), Limits::PHOTO).await?;
        serde_json::from_slice(&answer).map_err(|_| Ended::Died)
    }

    /// Has a confined process do a job on bytes. When this future is dropped, the process is killed.
    pub async fn run(&self, job: Job, bytes: Vec<u8>, limits: Limits) -> Result<Vec<u8>, Ended> {
        let bytes = Zeroizing::new(bytes);
        let _turn = self.turns.acquire().await.map_err(|_| Ended::Unavailable)?;
        let mut started = Started(self.start().map_err(|_| Ended::Unavailable)?);
        let (Some(mut input), Some(output)) = (started.0.stdin.take(), started.0.stdout.take()) else {
            return Err(Ended::Unavailable);
        };
        let share = Share { memory: limits.memory, seconds: limits.time.as_secs() + 2 };
        let mut order = serde_json::to_vec(&Order { job, share }).map_err(|_| Ended::Unavailable)?;
        order.push(b'\n');
        let sent = task::spawn_blocking(move || {
            // A worker that ends early closes its side; its answer tells.
            let _ = input.write_all(&order).and_then(|()| input.write_all(&bytes));
        });
        let received = task::spawn_blocking(move || {
            let mut answer = Vec::new();
            let read = output.take(limits.answer + 2).read_to_end(&mut answer);
            read.map(|_| answer)
        });
        let answer = timeout(limits.time, received).await.map_err(|_| Ended::TookTooLong)?;
        drop(started);
        let _ = sent.await;
        match answer {
            Ok(Ok(answer)) => checked(answer, limits),
            _ => Err(Ended::Died),
        }
    }

    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .arg("worker")
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }
}

fn checked(mut answer: Vec<u8>, limits: Limits) -> Result<Vec<u8>, Ended> {
    if answer.first() != Some(&CONFINED) {
        return Err(Ended::Unavailable);
    }
    if answer.len() == 1 || answer.len() as u64 > limits.answer + 1 {
        return Err(Ended::Died);
    }
    answer.remove(0);
    Ok(answer)
}

/// A started process, which does not outlive its use.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the worker's process does: take the order, be confined, read, answer.
pub fn serve() -> anyhow::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut line = String::new();
    input.by_ref().take(ORDER_MAX).read_line(&mut line)?;
    let order: Order = serde_json::from_str(&line)?;
    let landlock = confine::confine(order.share)?;
    let mut output = io::stdout().lock();
    output.write_all(&[CONFINED])?;
    output.flush()?;
    let mut bytes = Vec::new();
    input.take(photo::MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    let answer = match order.job {
        Job::Table(request) => serde_json::to_vec(&table::read(&bytes, &request))?,
        Job::Photo => serde_json::to_vec(&photo::read(&bytes))?,
        Job::Report => serde_json::to_vec(&landlock)?,
        Job::Probe(probe) => serde_json::to_vec(&could(probe))?,
    };
    output.write_all(&answer)?;
    Ok(output.flush()?)
}

fn could(probe: Probe) -> bool {
    match probe {
        Probe::OpenFile => std::fs::File::open("/").is_ok() || std::fs::read_dir("/").is_ok(),
        Probe::WriteFile => std::fs::write("/tmp/snaknov-probe", "probe").is_ok(),
        Probe::Connect => std::net::UdpSocket::bind("127.0.0.1:0").is_ok(),
        Probe::Spawn => Command::new("/bin/true").status().is_ok(),
        Probe::Thread => std::thread::Builder::new().spawn(|| ()).is_ok(),
        Probe::Memory => std::hint::black_box(vec![1_u8; 3 << 30]).len() > 1,
        Probe::Endless => loop {
            std::hint::black_box(());
        },
        Probe::Panic => panic!("asked to"),
        Probe::Talk => {
            let mut output = io::stdout().lock();
            while output.write_all(&[b' '; 4096]).is_ok() {}
            true
        }
    }
}
