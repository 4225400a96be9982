//! `snaknov demo`: a pretend Telegram on this machine, the bot against it, and a web page with phones.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::atomic::{AtomicI64, Ordering},
};

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use clap::Args;

use crate::{
    clock::{self, Clock},
    delivery::Pace,
    domain::{
        area::AreaCode,
        hotlines::Hotlines,
        id::{ChatId, UserId},
        language::Language,
        unit::UnitLevel,
    },
    intake::worker::Worker,
    sandbox::{Sandbox, World},
    store::{Keys, MasterKey, NewUnit, Store},
    telegram::{Api, Token},
};

use super::{
    bot::{self, Settings},
    open,
    serve::stop_signal,
};

/// Port of the page unless it is taken or another is asked for.
const PORT: u16 = 8780;

#[derive(Args)]
pub(super) struct Demo {
    /// Port of the page; a free one is chosen when 8780 is taken
    #[arg(long)]
    port: Option<u16>,
    /// Folder to keep the data in; a temporary one, deleted at the end, unless given
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// The files in `data/specimens` that are offered on the page, if the demo's data name them.
macro_rules! specimens {
    ($($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../../data/specimens/", $name)))),*]
    };
}

static SPECIMENS: &[(&str, &[u8])] = specimens![
    "passport-1.jpg"
    "passport-2.jpg"
    "passport-3.jpg"
    "passport-4.jpg"
    "passports-two.jpg"
    "passport-blurred.jpg"
    "guests.csv"
];

/// The day on which the guests in `data/specimens/guests.csv` arrive.
const ARRIVAL_IN_LIST: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");

/// The people, groups, phones, specimens and the guided tours of the demo.
pub fn world() -> World {
    let today = clock::day_of(Clock::default().now());
    let mut world: World =
        serde_json::from_str(include_str!("../../data/demo.json")).expect("the shipped demo is tested");
    for specimen in &mut world.specimens {
        let shipped = SPECIMENS.iter().find(|(name, _)| *name == specimen.name);
        specimen.bytes = match shipped.map(|(name, bytes)| (Path::new(name).extension(), std::str::from_utf8(bytes))) {
            Some((Some(csv), Ok(list))) if csv == "csv" => arriving(list, today).into_bytes(),
            _ => shipped.map(|(_, bytes)| bytes.to_vec()).unwrap_or_default(),
        };
    }
    world
}

/// A list whose guests arrive on that day: days around the arrival move with it, those of birth stay.
fn arriving(list: &str, today: NaiveDate) -> String {
    let moved = list.split_inclusive([',', '\n']).map(|cell| {
        let (text, end) = cell.split_at(cell.trim_end_matches([',', '\r', '\n']).len());
        match text.parse::<NaiveDate>() {
            Ok(day) if (day - ARRIVAL_IN_LIST).num_days().abs() < 366 => {
                format!("{}{end}", day + (today - ARRIVAL_IN_LIST))
            }
            _ => cell.to_owned(),
        }
    });
    moved.collect()
}

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let stop = stop_signal()?;
        Hotlines::invented().install();
        let temporary = std::env::temp_dir().join(format!("snaknov-demo-{}", std::process::id()));
        let data = self.data.clone().unwrap_or_else(|| temporary.clone());
        let lock = open::lock(&data)?;
        let store = Store::open(&data, demo_keys(&data)?).await?;
        let world = world();
        let token = Token::parse(&world.token).context("the demo's token")?;
        let sandbox = self.start(world).await?;
        let clock = Clock::shiftable();
        follow(&sandbox, &clock, &data);
        enrol(&store, clock.now()).await?;
        let api = Api::new(&sandbox.url(), &token)?;
        println!("Open this page: {}/", sandbox.url());
        println!(
            "Data: {}{}",
            data.display(),
            if self.data.is_none() { " (temporary, deleted at the end)" } else { "" }
        );
        println!("Stop with Ctrl+C.");
        let settings =
            Settings { api, operator: Some(ChatId(OPERATOR)), pace: Pace::published(), worker: Worker::here()? };
        let ran = bot::run(store, clock, settings, stop).await;
        sandbox.stop();
        drop(lock);
        if self.data.is_none() {
            let _ = std::fs::remove_dir_all(&temporary);
        }
        ran.map(|()| ExitCode::SUCCESS)
    }

    async fn start(&self, world: World) -> anyhow::Result<Sandbox> {
        let at = |port: u16| SocketAddr::from(([127, 0, 0, 1], port));
        if let Some(port) = self.port {
            return Sandbox::start(world, at(port)).await.with_context(|| format!("port {port} cannot be used"));
        }
        match Sandbox::start(world.clone(), at(PORT)).await {
            Ok(sandbox) => Ok(sandbox),
            Err(_) => Sandbox::start(world, at(0)).await.context("no free port"),
        }
    }
}

/// The demo's key lies beside its data, which are invented.
fn demo_keys(data: &Path) -> anyhow::Result<Keys> {
    let path = data.join("demo.key");
    if !path.exists() {
        MasterKey::generate().write_new(&path)?;
    }
    Ok(Keys::of(&MasterKey::read(&path)?))
}

/// Lets the bot's clock go with the sandbox's. Data that were kept are taken up no earlier than they were left.
fn follow(sandbox: &Sandbox, clock: &Clock, data: &Path) {
    let path = data.join("demo.ahead");
    let ahead: i64 = std::fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    let by = |seconds| TimeDelta::try_seconds(seconds).unwrap_or_default();
    sandbox.advance_clock(ahead);
    clock.advance(by(ahead));
    let (clock, ahead) = (clock.clone(), AtomicI64::new(ahead.max(0)));
    sandbox.on_advance(move |seconds| {
        clock.advance(by(seconds));
        let ahead = ahead.fetch_add(seconds, Ordering::SeqCst).saturating_add(seconds);
        if let Err(error) = std::fs::write(&path, ahead.to_string()) {
            tracing::warn!(%error, "how far the demo's time is ahead could not be kept");
        }
    });
}

const OPERATOR: i64 = 9001;
const OFFICER: i64 = 2001;

/// The police units of the demo: group, name, level, code of the area.
const UNITS: [(i64, &str, UnitLevel, &str); 2] = [
    (-5001, "ប៉ុស្តិ៍នគរបាលរដ្ឋបាលទន្លេបាសាក់", UnitLevel::Post, "120101"),
    (-5002, "ស្នងការដ្ឋាននគរបាលខេត្តសៀមរាប", UnitLevel::Province, "17"),
];

/// The police units of the demo and their officer, once. One person is the officer of all of them, to act on one phone.
async fn enrol(store: &Store, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut tx = store.write().await?;
    if !tx.units().await?.is_empty() {
        return Ok(());
    }
    let until = clock::day_of(now) + Days::new(180);
    for (group, name, level, area) in UNITS {
        let unit = NewUnit {
            name: name.into(),
            level,
            language: Language::Km,
            chat: ChatId(group),
            topic: None,
            areas: vec![AreaCode::try_from(area).map_err(|_| anyhow::anyhow!("the demo's area"))?],
        };
        let unit = tx.add_unit(&unit, now).await?;
        tx.add_officer(unit, UserId(OFFICER), "ដារ៉ា", until, now).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use crate::{domain::premises::PremisesKind, intake::table};

    use super::*;

    #[test]
    fn chapters_act_on_phones_that_are_there_and_speak_three_languages() {
        let page = world().page;
        let mut open: Vec<&serde_json::Value> = Vec::new();
        for chapter in page["tours"].as_array().expect("chapters") {
            for language in ["km", "en", "zh"] {
                assert!(chapter["title"][language].is_string() && chapter["about"][language].is_string(), "{chapter}");
            }
            open.extend(chapter["steps"].as_array().expect("steps"));
        }
        while let Some(step) = open.pop() {
            if let Some(inner) = step["steps"].as_array() {
                open.extend(inner);
            }
            if let Some(note) = step.get("note") {
                assert!(["km", "en", "zh"].iter().all(|language| note[language].is_string()), "{step}");
            }
            let Some(phone) = step["phone"].as_u64().and_then(|index| usize::try_from(index).ok()) else { continue };
            let chats = page["phones"][phone]["chats"].as_array().unwrap_or_else(|| panic!("no phone: {step}"));
            assert!(step.get("chat").is_none_or(|chat| chats.contains(chat)), "no chat: {step}");
        }
    }

    #[test]
    fn every_specimen_has_bytes_and_words_and_every_step_sends_one_that_is_there() {
        let world = world();
        let names: Vec<&str> = world.specimens.iter().map(|specimen| specimen.name.as_str()).collect();
        for specimen in &world.specimens {
            assert!(!specimen.bytes.is_empty(), "{} is not shipped", specimen.name);
            let label = &specimen.label;
            assert!(["km", "en", "zh"].iter().all(|language| label[language].is_string()), "{label}");
        }
        assert!(SPECIMENS.iter().all(|(name, _)| names.contains(name)), "one is shipped and not named");
        let mut open = vec![&world.page["tours"]];
        while let Some(value) = open.pop() {
            for sent in value["send"].as_array().into_iter().flatten() {
                assert!(sent.as_str().is_some_and(|name| names.contains(&name)), "{sent} is no specimen");
            }
            open.extend(value.as_array().into_iter().flatten());
            open.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        }
    }

    #[test]
    fn the_guests_of_the_shipped_list_arrive_on_the_day_that_is_asked_for() {
        let list = "room,born,arrival,until\r\n7,1990-02-14,2026-11-22,2026-12-18\r\n8,31/11/1990,2026-11-21,\r\n";
        let later = NaiveDate::from_ymd_opt(2028, 2, 28).expect("a day");
        let moved = "room,born,arrival,until\r\n7,1990-02-14,2028-02-28,2028-03-25\r\n8,31/11/1990,2028-02-27,\r\n";
        assert_eq!(arriving(list, later), moved);
    }

    #[test]
    fn two_of_the_six_rows_of_the_shipped_list_are_to_be_corrected() {
        let (today, name) = (clock::day_of(Clock::default().now()), "guests.csv");
        let list = world().specimens.into_iter().find(|specimen| specimen.name == name).expect("it is shipped");
        let kind = PremisesKind::Hotel;
        let request = table::Request { kind, today, name: Some(name.into()), known: Vec::new() };
        let Ok(read) = table::read(&list.bytes, &request) else { panic!("it is a table") };
        let wrong: Vec<u32> = (read.rows.iter())
            .filter(|row| !row.complaints.is_empty() || !row.entry.doubts.is_empty())
            .map(|row| row.number)
            .collect();
        assert_eq!((read.rows.len(), wrong, read.unknown.len()), (6, vec![5, 7], 0));
        assert!(read.rows.iter().all(|row| row.entry.arrived_on == Some(today)));
    }

    #[tokio::test]
    async fn the_bots_time_goes_with_the_sandboxs_and_survives_a_restart() {
        let data = std::env::temp_dir().join(format!("snaknov-demo-time-{}", std::process::id()));
        std::fs::create_dir_all(&data).expect("a folder");
        let machine = Clock::default();
        let mut moved = 0;
        for seconds in [3600, 86_400] {
            let sandbox = Sandbox::start(world(), ([127, 0, 0, 1], 0).into()).await.expect("a free port");
            let clock = Clock::shiftable();
            follow(&sandbox, &clock, &data);
            sandbox.advance_clock(seconds);
            moved += seconds;
            let ahead = (clock.now() - machine.now()).num_seconds();
            assert!((moved - 1..=moved + 1).contains(&ahead), "{ahead} of {moved} seconds");
            sandbox.stop();
        }
        let _ = std::fs::remove_dir_all(&data);
    }
}
