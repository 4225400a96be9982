//! Replies are blind to status: what a reporter sees, and when, is the same to the byte whichever signals stand at the
//! place, whoever is enrolled, and whatever the desk does.

use chrono::{DateTime, NaiveDate, Utc};
use snaknov::{
    actions::{self, Context, Sender},
    domain::{
        area::AreaCode,
        dates::PartialDate,
        document::{DateSource, DocumentKind, Permission, VisaClass},
        id::{PremisesId, UserId},
        language::Language,
        member::Role,
        person::Identity,
        premises::{PremisesDetails, PremisesKind},
        stay::{Arrival, Departure},
    },
    store::Tx,
};

use super::{numbers::Numbers, play::Play, script::Direction, world::Seen};

/// Which signals stand at the place before the reporter reports anything.
#[derive(Debug, Clone, Copy)]
struct Signals {
    child_alone: bool,
    crowded: bool,
    many_overstays: bool,
}

/// Who is there, and whether the desk releases what is held back.
const ENROLLED: [&[&str]; 5] = [
    &[],
    &["unit post post -5001 km 120101 Post", "officer dara 2001 of post until 2027-12-31 Dara"],
    &["unit desk protection -5090 en all Desk"],
    &[
        "unit desk protection -5090 en all Desk",
        "officer kim 2091 of desk until 2027-12-31 Kim",
        "unit post post -5001 km 120101 Post",
    ],
    &[
        "unit desk protection -5090 en all Desk",
        "officer kim 2091 of desk until 2027-12-31 Kim",
        "officer sophal 2090 of desk until 2027-12-31 Sophal",
        "unit post post -5001 km 120101 Post",
        "officer dara 2001 of post until 2027-12-31 Dara",
    ],
];

/// What the reporter does: a child and an overstay among what is told, a departure, questions, and the menu's corners.
const REPORTER: &[&str] = &[
    "mara> /report",
    "mara presses I agree",
    "mara presses Passport",
    "mara> X1000001 DOE MINA",
    "mara presses F · Female",
    "mara> 1/2/2015",
    "mara> FRA",
    "mara presses T tourist",
    "mara> 1/12/2027",
    "mara> 1",
    "mara presses Today",
    "mara presses Skip",
    "mara presses Send the report",
    "mara> /report",
    "mara presses Passport",
    "mara> X1000002 DOE JOHN",
    "mara presses M · Male",
    "mara> 1/2/1980",
    "mara> FRA",
    "mara presses T tourist",
    "mara> 1/11/2026",
    "mara presses Yes",
    "mara> 2",
    "mara presses Today",
    "mara presses Skip",
    "mara presses Send the report twice",
    "+3h",
    "kim presses Keep in desk",
    "mara> /help",
    "kim presses Release in desk",
    "sophal presses Release in desk",
    "next day 08:00",
    "mara> /report",
    "mara presses Passport",
    "mara> X1000003 DOE JANE",
    "mara presses F · Female",
    "mara> 1/2/1980",
    "mara> FRA",
    "mara presses T tourist",
    "mara> 24/11/2026",
    "mara> 3",
    "mara presses Today",
    "mara presses Skip",
    "mara presses Send the report",
    "+3d",
    "+3d",
    "mara> still here",
    "+16d",
    "mara> /menu",
];

#[tokio::test]
async fn what_a_reporter_sees_and_when_depends_on_no_signal_and_no_desk() {
    let mut first: Option<Vec<(DateTime<Utc>, Seen)>> = None;
    for bits in 0..8 {
        let signals = Signals { child_alone: bits & 1 > 0, crowded: bits & 2 > 0, many_overstays: bits & 4 > 0 };
        for enrolled in ENROLLED {
            let (seen, cases) = seen_by_the_reporter(signals, enrolled).await;
            assert!(cases || bits == 0, "{signals:?} opens a case");
            assert!(seen.len() > 40, "the reporter got through");
            match &first {
                Some(first) => {
                    for (expected, found) in first.iter().zip(&seen) {
                        assert_eq!(expected, found, "{signals:?} with {enrolled:?}");
                    }
                    assert_eq!(first.len(), seen.len(), "{signals:?} with {enrolled:?}");
                }
                None => first = Some(seen),
            }
        }
    }
}

async fn seen_by_the_reporter(signals: Signals, enrolled: &[&str]) -> (Vec<(DateTime<Utc>, Seen)>, bool) {
    let mut play = Play::new(None);
    play.world.keep_open().await;
    let direction = |text: &str| Direction { number: 0, text: text.to_owned() };
    play.direct(&direction("at 2026-11-22 10:00")).await;
    for text in enrolled {
        play.direct(&direction(text)).await;
    }
    play.direct(&direction("person mara 1001 en")).await;
    play.world.operate(async |tx, context| others(tx, context, signals).await).await;
    // What the owner is told leaves now, and does not count among the numbers.
    play.direct(&direction("mara> /menu")).await;
    play.scenes.clear();
    play.world.numbers = Numbers::default();
    let mut seen = Vec::new();
    let cast: Vec<String> = play.world.people.keys().chain(play.world.groups.keys()).cloned().collect();
    for text in REPORTER {
        let who = text.split([' ', '>']).next().unwrap_or_default();
        if !text.starts_with(['+', 'n']) && !cast.iter().any(|name| name == who) {
            continue;
        }
        if text.ends_with(" in desk") && !cast.iter().any(|name| name == "desk") {
            continue;
        }
        play.direct(&direction(text)).await;
        let scene = play.scenes.pop().unwrap_or_default();
        let own = scene.into_iter().filter(|seen| seen.by == "mara");
        seen.extend(own.map(|seen| (play.world.now, seen)));
    }
    let cases = play.world.rows("select number from protection_case").await;
    (seen, !cases.is_empty())
}

/// The reporter's place, and another one of the same owner; who is at which decides about the signals.
async fn others(tx: &mut Tx, context: Context, signals: Signals) -> anyhow::Result<()> {
    let owner = tx.set_language(UserId(7), Language::En, context.now).await?;
    let mara = tx.set_language(UserId(1001), Language::En, context.now).await?;
    let details = |name: &str, capacity| PremisesDetails {
        kind: PremisesKind::Hotel,
        name: name.into(),
        area: AreaCode::try_from("120101").expect("a commune"),
        street: None,
        capacity: Some(capacity),
    };
    let here = actions::register_premises(tx, context, owner, &details("Here", 6)).await?;
    let there = actions::register_premises(tx, context, owner, &details("There", 1_000)).await?;
    tx.add_member(here, mara, Role::Manager, None, context.now).await?;
    let place = |stands| if stands { here } else { there };

    let draft = actions::draft_name();
    let sender = Sender { reporter: owner, user: UserId(7), draft: &draft };
    report(tx, context, sender, Arrival { unit: Some("1".into()), ..guest(here, None) }).await?;
    if signals.child_alone {
        let parent = tx.stays_at(here, true, 0, 1).await?;
        let draft = actions::draft_name();
        let departure = Departure { departed_on: "2026-11-22".parse()?, went_to: None };
        let sender = Sender { draft: &draft, ..sender };
        actions::report_departure(tx, context, sender, &parent, &departure).await?;
    }
    for _ in 0..12 {
        report(tx, context, sender, guest(place(signals.crowded), None)).await?;
    }
    for _ in 0..5 {
        report(tx, context, sender, guest(place(signals.many_overstays), Some("2026-11-01".parse()?))).await?;
    }
    Ok(())
}

async fn report(tx: &mut Tx, context: Context, sender: Sender<'_>, arrival: Arrival) -> anyhow::Result<()> {
    let draft = actions::draft_name();
    actions::report_arrival(tx, context, Sender { draft: &draft, ..sender }, &arrival, false).await.map(drop)
}

/// Somebody who leaves no habit behind that a form would offer.
fn guest(premises_id: PremisesId, until: Option<NaiveDate>) -> Arrival {
    let birth = NaiveDate::from_ymd_opt(1980, 2, 1).map(PartialDate::from);
    Arrival {
        premises_id,
        document: DocumentKind::Passport,
        identity: Identity { birth, ..Identity::UNKNOWN },
        permission: Permission { visa: Some(VisaClass::T), stay_until: until, source: DateSource::EntryStamp },
        unit: None,
        arrived_on: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
        leaves_on: None,
        work: None,
        permit_until: None,
        came_from: None,
    }
}
