//! Hundreds of guests at once, through everything that a batch goes through: read, kept, sent, whatever stops in between.
//! Deliberately without screens: those are played in `tests/conversations`.

use std::{
    future::{Future, poll_fn},
    path::Path,
    pin::pin,
    task::Poll,
    time::Instant,
};

use snaknov::{chat::Effect, intake::worker::Worker, jobs::Batches, store::Store};

use crate::golden::{play::Play, script::Direction};

const BEGINNING: &str = "at 2026-11-22 10:00
person john 1003 en
john> /start
john presses English
john presses Add a place
john presses agree
john presses Hotel or guesthouse
john> Riverside
john> 120101
john presses Tonle Basak
john presses Skip
john presses Skip
john> 40
john presses Save this place
john> /menu
files wait";

async fn direct(play: &mut Play, text: &str) {
    play.direct(&Direction { number: 0, text: text.to_owned() }).await;
}

async fn at_a_hotel() -> (Play, Store) {
    let mut play = Play::new(None);
    play.world.keep_open().await;
    for text in BEGINNING.lines() {
        direct(&mut play, text).await;
    }
    let store = play.world.open().await;
    (play, store)
}

/// A list of so many guests, each with a name and a number of their own.
fn list(guests: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).expect("a letter"));
    let row = |at: usize| {
        let name: String = [at, at / 26, at / 676].into_iter().map(letter).collect();
        format!("QUAGGA {name},N{:07},CHN,1985-03-07,M,{at},2026-11-22,2026-11-25,T,2027-01-10", 1_000_000 + at)
    };
    let header =
        "Guest Name,Passport No.,Nationality,Date of Birth,Gender,Room No.,Check-in,Check-out,Visa Type,Visa Expiry";
    let rows: Vec<String> = (1..=guests).map(row).collect();
    format!("john sends guests.csv: {header}\\n{}", rows.join("\\n"))
}

/// Lets something go on for a while and then stops it for good; whether it came to its end.
async fn stopped_after<T>(polls: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Works until there is nothing to do. The program is begun anew before every step, and every step is stopped once on the
/// way if `polls` is told.
async fn work(play: &Play, store: &Store, polls: Option<usize>) -> (usize, u128) {
    let (began, mut steps) = (Instant::now(), 0);
    let (shelf, context) = (play.world.shelf(), play.world.context());
    let show = |_: Vec<Effect>| {};
    loop {
        let anew = || Batches::new(Worker::at(Path::new(env!("CARGO_BIN_EXE_snaknov"))));
        if let Some(polls) = polls {
            let _ = stopped_after(polls + steps, anew().step(store, context, &shelf, &show)).await;
        }
        if !anew().step(store, context, &shelf, &show).await.expect("a step never fails") {
            return (steps, began.elapsed().as_millis());
        }
        steps += 1;
    }
}

async fn states(play: &Play) -> Vec<Vec<String>> {
    let states = "select b.state, e.state, cast(count(*) as text) from batch b join entry e using (batch_id)
                  group by b.batch_id, e.state order by b.batch_id, e.state";
    play.world.rows(states).await
}

async fn count(play: &Play, query: &'static str) -> String {
    play.world.rows(query).await[0][0].clone()
}

#[tokio::test]
async fn five_hundred_guests_are_reported_once_whatever_stops_in_between() {
    let (mut play, store) = at_a_hotel().await;
    direct(&mut play, &list(500)).await;
    let (_, read) = work(&play, &store, None).await;
    assert_eq!(states(&play).await, [["to_confirm", "good", "500"]]);
    direct(&mut play, "files are read").await;
    direct(&mut play, "files wait").await;
    direct(&mut play, "john presses Send the").await;
    let (steps, sent) = work(&play, &store, Some(3)).await;
    println!("500 guests: read and kept in {read} ms, sent in {sent} ms, {steps} steps");
    assert!(steps > 3, "not everybody at once");
    assert_eq!(count(&play, "select cast(count(*) as text) from report").await, "500");
    assert_eq!(count(&play, "select cast(count(distinct document_index) as text) from stay").await, "500");
    assert_eq!(count(&play, "select group_concat(state) from batch").await, "sent");
    let receipts = "select cast(count(*) as text) from outbox where key like 'receipt:%'";
    assert_eq!(count(&play, receipts).await, "1");

    // The same list again.
    direct(&mut play, &list(500)).await;
    work(&play, &store, None).await;
    assert_eq!(states(&play).await.last().map(|row| row[1..].join(" ")).as_deref(), Some("here 500"));
    assert_eq!(count(&play, "select cast(count(*) as text) from report").await, "500");
}

#[tokio::test]
#[ignore = "a measurement"]
async fn five_thousand_guests_are_read_and_kept() {
    let (mut play, store) = at_a_hotel().await;
    direct(&mut play, &list(5_000)).await;
    let (_, read) = work(&play, &store, None).await;
    println!("5000 guests: read and kept in {read} ms");
    assert_eq!(states(&play).await, [["to_confirm", "good", "5000"]]);
}
