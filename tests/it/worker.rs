//! The process that reads strangers' files: what it can still do, and what becomes of the bot when it dies.

use std::time::Duration;

use snaknov::intake::{
    photo::{Refusal, SPECIMEN, SPECIMEN_LINES},
    worker::{Ended, Job, Limits, Probe, Worker},
};

fn worker() -> Worker {
    Worker::at(env!("CARGO_BIN_EXE_snaknov"))
}

async fn probe(probe: Probe) -> Result<Vec<u8>, Ended> {
    let limits = Limits { time: Duration::from_secs(20), ..Limits::PHOTO };
    worker().run(Job::Probe(probe), Vec::new(), limits).await
}

#[tokio::test]
async fn a_worker_reads_a_passport() {
    let reading = worker().photo(SPECIMEN.to_vec()).await.expect("the specimen is read");
    assert_eq!(reading.zones[0].lines, SPECIMEN_LINES);
}

#[tokio::test]
async fn a_worker_has_no_files_no_network_no_processes_and_no_threads() {
    for what in [Probe::OpenFile, Probe::WriteFile, Probe::Connect, Probe::Spawn, Probe::Thread] {
        assert_eq!(probe(what).await.as_deref(), Ok(b"false".as_slice()), "{what:?}");
    }
}

#[tokio::test]
async fn memory_and_a_panic_end_the_worker_and_not_the_bot() {
    assert_eq!(probe(Probe::Memory).await, Err(Ended::Died));
    assert_eq!(probe(Probe::Panic).await, Err(Ended::Died));
    assert_eq!(probe(Probe::Talk).await, Err(Ended::Died));
}

#[tokio::test]
async fn a_worker_that_never_ends_is_ended() {
    let limits = Limits { time: Duration::from_millis(1500), ..Limits::PHOTO };
    let endless = worker().run(Job::Probe(Probe::Endless), Vec::new(), limits).await;
    assert_eq!(endless, Err(Ended::TookTooLong));
}

#[tokio::test]
async fn without_a_worker_photos_are_unavailable() {
    let worker = Worker::at("/nowhere/snaknov");
    assert_eq!(worker.photo(SPECIMEN.to_vec()).await, Err(Refusal::Unavailable));
    // A program that is not ours does not say that it is confined.
    assert_eq!(Worker::at("/bin/true").photo(SPECIMEN.to_vec()).await, Err(Refusal::Unavailable));
}
