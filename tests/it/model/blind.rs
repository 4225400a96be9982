//! What the people of one owner see does not depend on what another owner reports, nor on what the police do: the same
//! history is played with the others and without them, and what was put into the first owner's chats is compared.

use std::collections::BTreeMap;

use snaknov::{
    domain::id::ChatId,
    store::{Tx, What},
};
use sqlx::{Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{
    history::{self, Deed, Dress},
    reference::{At, Model, Said},
    world::{self, PEOPLE, Register, World},
};

/// Histories played twice.
const PAIRS: u64 = 60;

/// About how many steps they have at most.
const LENGTH: usize = 60;

/// The people of the first owner, and their places.
const OURS: At = 4;
const OUR_PLACES: At = 2;

/// Who works for both owners; left out, since what they see is both.
const WORKS_FOR_BOTH: At = 8;

/// A row of the outbox: to whom, what with its ids by the order of their appearance, when, and the shape of its key.
type Shown = (i64, String, i64, String);

/// What one side of a pair saw.
#[derive(Debug, PartialEq, Eq, Default)]
struct Seen {
    said: Vec<Option<Said>>,
    shown: Vec<Shown>,
}

#[tokio::test]
async fn what_one_owner_sees_does_not_depend_on_what_another_reports_or_on_the_police() {
    let world = World::new("blind").await;
    let options = SqliteConnectOptions::new().filename(world.database());
    let mut database = SqliteConnection::connect_with(&options).await.expect("the database opens");
    let mut linked = 0;
    for seed in 2_000_000..2_000_000 + PAIRS {
        let ((deeds, links), with) = play_both(&world, &mut database, seed).await.expect("both owners report");
        linked += links;
        let without = play_ours(&world, &mut database, &deeds).await.expect("the first owner reports alone");
        assert_eq!(with, without, "seed {seed}: {deeds:#?}");
    }
    assert!(linked > 10, "only {linked} documents at two owners' places: nothing is proved");
}

/// A deed, and whether it is the first owner's alone.
type Deeds = Vec<(String, Deed, bool)>;

async fn play_both(
    world: &World,
    database: &mut SqliteConnection,
    seed: u64,
) -> anyhow::Result<((Deeds, usize), Seen)> {
    let mut tx = world.store.write().await?;
    let mut model = without_the_one_who_works_for_both(&mut tx).await?;
    let mut register = Register { tx: &mut tx, delivers: false, seen: Vec::new() };
    let (mut deeds, mut ours) = (Deeds::new(), Seen::default());
    for (number, step) in history::steps(seed, LENGTH).iter().enumerate() {
        let Some(deed) = step.deed(&model, Dress(0)) else { continue };
        let belongs = |place: At, who: At| who != WORKS_FOR_BOTH && PEOPLE[who].iter().any(|&(at, _)| at == place);
        if matches!(deed, Deed::Staff { place, who } if !belongs(place, who)) {
            continue;
        }
        let draft = format!("{:016x}", number + 1);
        let is_ours = is_ours(&model, &deed);
        let said = register.happen(&mut model, &deed, &draft).await?;
        if is_ours {
            ours.said.push(said.map(|said| ours_only(&model, said)));
        }
        deeds.push((draft, in_our_terms(&model, deed), is_ours));
    }
    let crossing = |&&(a, b): &&(At, At)| (model.place_of(a) < OUR_PLACES) != (model.place_of(b) < OUR_PLACES);
    let linked = model.links.keys().filter(crossing).count();
    tx.commit().await?;
    ours.shown = shown(database).await?;
    wipe(database).await?;
    Ok(((deeds, linked), ours))
}

async fn play_ours(world: &World, database: &mut SqliteConnection, deeds: &Deeds) -> anyhow::Result<Seen> {
    let mut tx = world.store.write().await?;
    let mut model = without_the_one_who_works_for_both(&mut tx).await?;
    let mut register = Register { tx: &mut tx, delivers: false, seen: Vec::new() };
    let mut seen = Seen::default();
    for (draft, deed, is_ours) in
        deeds.iter().filter(|(_, deed, is_ours)| *is_ours || matches!(deed, Deed::Pass { .. }))
    {
        let said = register.happen(&mut model, deed, draft).await?;
        if *is_ours {
            seen.said.push(said.map(|said| ours_only(&model, said)));
        }
    }
    tx.commit().await?;
    seen.shown = shown(database).await?;
    wipe(database).await?;
    Ok(seen)
}

/// The model, and the register to go with it.
async fn without_the_one_who_works_for_both(tx: &mut Tx) -> anyhow::Result<Model> {
    let mut model = world::model();
    model.parts.retain(|&(_, who), _| who != WORKS_FOR_BOTH);
    let reporter = tx.reporter(world::user(WORKS_FOR_BOTH)).await?.expect("everybody is known").id;
    for &(place, _) in PEOPLE[WORKS_FOR_BOTH] {
        tx.revoke_member(world::premises(place), reporter, model.now).await?;
    }
    Ok(model)
}

fn is_our_stay(model: &Model, stay: At) -> bool {
    model.place_of(stay) < OUR_PLACES
}

/// Whether a deed is one of the first owner's people at their own places.
fn is_ours(model: &Model, deed: &Deed) -> bool {
    let ours = |who: At, stay: At| who < OURS && is_our_stay(model, stay);
    match *deed {
        Deed::Arrive { who, ref facts, .. } => who < OURS && facts.premises_id.0 <= 2,
        Deed::Depart { who, ref stays, .. } => who < OURS && stays.iter().any(|&stay| is_our_stay(model, stay)),
        Deed::NotLeft { who, stay }
        | Deed::Extend { who, stay, .. }
        | Deed::Move { who, stay, .. }
        | Deed::Correct { who, stay, .. }
        | Deed::Cancel { who, stay, .. } => ours(who, stay),
        Deed::Answer { who, check, .. } => ours(who, model.checks[check].stay),
        Deed::Staff { place, .. } => place < OUR_PLACES,
        Deed::Acknowledge { .. } | Deed::Pass { .. } => false,
    }
}

/// The place of a stay among the first owner's.
fn rank(model: &Model, stay: At) -> At {
    (0..stay).filter(|&other| is_our_stay(model, other)).count()
}

/// The same deed, its stays and questions counted as if there were the first owner's alone.
fn in_our_terms(model: &Model, deed: Deed) -> Deed {
    let rank = |stay| rank(model, stay);
    match deed {
        Deed::Depart { who, stays, day } => {
            let ours = stays.into_iter().filter(|&stay| is_our_stay(model, stay));
            Deed::Depart { who, stays: ours.map(rank).collect(), day }
        }
        Deed::NotLeft { who, stay } => Deed::NotLeft { who, stay: rank(stay) },
        Deed::Extend { who, stay, permission } => Deed::Extend { who, stay: rank(stay), permission },
        Deed::Move { who, stay, to, unit, day } => Deed::Move { who, stay: rank(stay), to, unit, day },
        Deed::Correct { who, stay, facts, reason } => Deed::Correct { who, stay: rank(stay), facts, reason },
        Deed::Cancel { who, stay, reason } => Deed::Cancel { who, stay: rank(stay), reason },
        Deed::Answer { who, check, left } => {
            let before = (0..check).filter(|&other| is_our_stay(model, model.checks[other].stay)).count();
            Deed::Answer { who, check: before, left }
        }
        other => other,
    }
}

fn ours_only(model: &Model, said: Said) -> Said {
    match said {
        Said::SameGuest(stay) => Said::SameGuest(rank(model, stay)),
        Said::Already(_) => Said::Already(0),
        other => other,
    }
}

/// What waits for the first owner's people.
async fn shown(database: &mut SqliteConnection) -> anyhow::Result<Vec<Shown>> {
    let rows =
        sqlx::query("select chat_id, what, due_at, key from outbox order by outbox_id").fetch_all(database).await?;
    let mut names: BTreeMap<(&str, i64), usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for row in rows {
        let chat: i64 = row.get(0);
        if !(0..OURS).any(|who| ChatId::private(world::user(who)) == ChatId(chat)) {
            continue;
        }
        let (kind, id) = match serde_json::from_str::<What>(row.get(1))? {
            What::Receipt(report) => ("receipt", report.0),
            What::Departed(report) => ("departed", report.0),
            What::Extended(report) => ("extended", report.0),
            What::Check(check) => ("check", check.0),
            other => anyhow::bail!("a reporter is shown {other:?}"),
        };
        let next = names.len();
        let name = *names.entry((kind, id)).or_insert(next);
        let key: String = row.get(3);
        let shape = key.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
        let mut shape: Vec<char> = shape.collect();
        shape.dedup();
        shown.push((chat, format!("{kind} {name}"), row.get(2), shape.into_iter().collect()));
    }
    Ok(shown)
}

/// Nothing has happened any more.
async fn wipe(database: &mut SqliteConnection) -> anyhow::Result<()> {
    for statement in [
        "delete from outbox",
        "delete from hush",
        "delete from reminder",
        "delete from digest_silent",
        "update report set digest_id = null",
        "delete from digest",
        "delete from case_answer",
        "delete from case_signal",
        "delete from protection_case",
        "delete from alert",
        "delete from link",
        "delete from stay_check",
        "delete from receipt",
        "delete from report",
        "update stay set moved_from = null",
        "delete from stay",
        "delete from audit",
        "update member set revoked_at = null",
    ] {
        sqlx::query(statement).execute(&mut *database).await?;
    }
    Ok(())
}
