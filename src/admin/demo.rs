//! `snaknov demo`: a pretend Telegram on this machine, the bot against it, and a web page with four phones.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use chrono::Days;
use clap::Args;

use crate::{
    clock::{self, Clock},
    delivery::Pace,
    domain::{
        area::AreaCode,
        id::{ChatId, UserId},
        language::Language,
        unit::UnitLevel,
    },
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

/// The people, groups, phones and the guided tour of the demo.
pub fn world() -> World {
    serde_json::from_str(include_str!("../../data/demo.json")).expect("the shipped demo is tested")
}

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let stop = stop_signal()?;
        let temporary = std::env::temp_dir().join(format!("snaknov-demo-{}", std::process::id()));
        let data = self.data.clone().unwrap_or_else(|| temporary.clone());
        let lock = open::lock(&data)?;
        let store = Store::open(&data, demo_keys(&data)?).await?;
        enrol(&store).await?;

        let world = world();
        let token = Token::parse(&world.token).context("the demo's token")?;
        let sandbox = self.start(world).await?;
        let api = Api::new(&sandbox.url(), &token)?;
        println!("Open this page: {}/", sandbox.url());
        println!(
            "Data: {}{}",
            data.display(),
            if self.data.is_none() { " (temporary, deleted at the end)" } else { "" }
        );
        println!("Stop with Ctrl+C.");
        let settings = Settings { api, operator: Some(ChatId(OPERATOR)), pace: Pace::published() };
        let ran = bot::run(store, Clock::default(), settings, stop).await;
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

const OPERATOR: i64 = 9001;
const POST_GROUP: i64 = -5001;
const OFFICER: i64 = 2001;

/// The police post of the demo and its officer, once.
async fn enrol(store: &Store) -> anyhow::Result<()> {
    let now = Clock::default().now();
    let mut tx = store.write().await?;
    if !tx.units().await?.is_empty() {
        return Ok(());
    }
    let unit = NewUnit {
        name: "ប៉ុស្តិ៍នគរបាលរដ្ឋបាលទន្លេបាសាក់".into(),
        level: UnitLevel::Post,
        language: Language::Km,
        chat: ChatId(POST_GROUP),
        topic: None,
        areas: vec![AreaCode::try_from("120101").map_err(|_| anyhow::anyhow!("the demo's area"))?],
    };
    let unit = tx.add_unit(&unit, now).await?;
    let until = clock::day_of(now) + Days::new(180);
    tx.add_officer(unit, UserId(OFFICER), "ដារ៉ា", until, now).await?;
    tx.commit().await
}
