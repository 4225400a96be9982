//! The register against a model of it: random histories of what people do, in orders that nobody planned, done to both.
//! `HISTORIES=100000` plays so many, `HISTORY_SEED=…` the one that a failure printed.

mod blind;
mod history;
mod reference;
mod world;

use std::{collections::BTreeMap, time::Instant};

use history::{Deed, Dice, Dress, Step};
use reference::Alert;
use world::{Register, World};

/// Histories in the ordinary run.
const HISTORIES: u64 = 400;

/// About how many steps a history has at most.
const LENGTH: usize = 22;

/// Threads, each with a database of its own.
const THREADS: u64 = 2;

/// One in so many delivers its messages after each deed and compares after each deed.
const THOROUGH: u64 = 8;

fn wanted() -> (u64, u64) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    match number("HISTORY_SEED") {
        Some(seed) => (seed, seed + 1),
        None => (0, number("HISTORIES").unwrap_or(HISTORIES)),
    }
}

/// Plays steps; the alerts that came of them, or the deed that failed, and how.
async fn play(world: &World, seed: u64, steps: &[Step], dress: Dress) -> Result<Vec<Alert>, String> {
    let mut tx = world.store.write().await.expect("one writer");
    let mut model = world::model();
    let thorough = seed.is_multiple_of(THOROUGH);
    let mut register = Register { tx: &mut tx, delivers: thorough, seen: Vec::new() };
    register.begin(dress).await.map_err(|error| format!("{error:#}"))?;
    let mut done: Vec<(String, Deed)> = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        let deed = if step.is_repeat() {
            done.last().cloned()
        } else {
            step.deed(&model, dress).map(|deed| (format!("{:016x}", number + 1), deed))
        };
        let Some((draft, deed)) = deed else { continue };
        let mut outcome = register.happen(&mut model, &deed, &draft).await.map(drop);
        if outcome.is_ok() && thorough {
            outcome = register.compare(&model).await;
        }
        outcome.map_err(|error| format!("{}\n{draft} {deed:?}\n{error:#}", story(&done)))?;
        if !matches!(deed, Deed::Pass { .. } | Deed::Staff { .. }) {
            done.push((draft, deed));
        }
    }
    let mut outcome = register.compare(&model).await;
    if outcome.is_ok() {
        outcome = register.compare_messages(&model).await;
    }
    let outcome = match outcome {
        Ok(()) => register.alerts().await,
        Err(error) => Err(error),
    };
    outcome.map_err(|error| format!("{}\nat the end: {error:#}", story(&done)))
}

fn dress_of(seed: u64) -> Dress {
    Dress::ALL[Dice(seed).below(Dress::ALL.len())]
}

fn story(done: &[(String, Deed)]) -> String {
    let lines: Vec<String> = done.iter().map(|(draft, deed)| format!("\n{draft} {deed:?}")).collect();
    lines.concat()
}

/// The shortest history left by taking out steps one by one that still fails.
async fn shortened(world: &World, seed: u64, mut steps: Vec<Step>, mut failure: String) -> String {
    let mut at = 0;
    while at < steps.len() {
        let mut fewer = steps.clone();
        fewer.remove(at);
        match play(world, seed, &fewer, dress_of(seed)).await {
            Err(other) => (steps, failure) = (fewer, other),
            Ok(_) => at += 1,
        }
    }
    failure
}

#[test]
fn the_register_agrees_with_the_model_whatever_happens_in_whatever_order() {
    let (from, to) = wanted();
    let began = Instant::now();
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(some(thread, from, to))
            })
        })
        .collect();
    let mut raised: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for thread in threads {
        let (alerts, failure) = thread.join().expect("no panic");
        failures.extend(failure);
        for alert in alerts {
            *raised.entry(alert.rule).or_default() += 1;
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let pace = (to - from) as f64 / seconds;
    println!("{} histories, {pace:.0} a second; alerts: {raised:?}", to - from);
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(
        to - from < HISTORIES || raised.len() == 7,
        "rules that never fired: nothing is proved of them: {raised:?}"
    );
}

/// A thread's share of the histories: the alerts that came of them, and the first failure.
async fn some(thread: u64, from: u64, to: u64) -> (Vec<Alert>, Option<String>) {
    let mut raised = Vec::new();
    let world = World::new(&thread.to_string()).await;
    for seed in (from..to).filter(|seed| to - from == 1 && thread == 0 || seed % THREADS == thread) {
        let steps = history::steps(seed, LENGTH);
        match play(&world, seed, &steps, dress_of(seed)).await {
            Ok(alerts) => raised.extend(alerts),
            Err(failure) => {
                let shortest = shortened(&world, seed, steps, failure).await;
                return (raised, Some(format!("HISTORY_SEED={seed}{shortest}")));
            }
        }
    }
    (raised, None)
}

#[tokio::test]
async fn other_nationalities_names_and_languages_raise_the_same_alerts() {
    let world = World::new("dressed").await;
    let mut raised = 0;
    for seed in 1_000_000..1_000_000 + HISTORIES / 16 {
        let steps = history::steps(seed, LENGTH);
        let mut plain = None;
        for dress in Dress::ALL {
            let alerts = play(&world, seed, &steps, dress).await.unwrap_or_else(|failure| panic!("{failure}"));
            raised += alerts.len();
            assert_eq!(*plain.get_or_insert_with(|| alerts.clone()), alerts, "HISTORY_SEED={seed} {dress:?}");
        }
    }
    assert!(raised > 100, "only {raised} alerts: nothing is proved");
}
