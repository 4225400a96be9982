//! `snaknov unit`: enrolling police units.

use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use clap::{Args, Subcommand};

use crate::{
    clock::Clock,
    config::DataSettings,
    domain::{
        area::{AreaCode, Gazetteer},
        id::ChatId,
        language::Language,
        unit::UnitLevel,
    },
    store::NewUnit,
    text::{Words, plain},
};

use super::open;

#[derive(Args)]
pub(super) struct Unit {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Enrol a unit
    Add(Add),
    /// List the units, their areas and officers
    List {
        #[command(flatten)]
        data: DataSettings,
    },
}

#[derive(Args)]
struct Add {
    #[command(flatten)]
    data: DataSettings,
    /// As officers call it
    #[arg(long)]
    name: String,
    /// post, district, province or national; protection for the protection desk
    #[arg(long)]
    level: String,
    /// Language of its alerts: km, en or zh
    #[arg(long, default_value = "km")]
    language: String,
    /// Its Telegram group; the bot tells the number when somebody sends `/id@YOUR_BOT` there
    #[arg(long, allow_hyphen_values = true)]
    chat: i64,
    /// Topic of a forum group
    #[arg(long)]
    topic: Option<i64>,
    /// Code of an area it answers for (`snaknov area find`); several times for several, none for the whole country
    #[arg(long = "area", value_name = "CODE")]
    areas: Vec<String>,
}

impl Unit {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Add(add) => add.run().await,
            Command::List { data } => list(&data).await,
        }
    }
}

impl Add {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let level =
            UnitLevel::named(&self.level).context("--level is post, district, province, national or protection")?;
        let language = Language::named(&self.language).context("--language is km, en or zh")?;
        ensure!(
            self.chat < 0,
            "--chat is the number of a group, which is negative; send /id@YOUR_BOT in the group to see it"
        );
        let mut areas = Vec::new();
        for code in &self.areas {
            match AreaCode::try_from(code.as_str()).ok().filter(|&code| Gazetteer::get().area(code).is_some()) {
                Some(code) => areas.push(code),
                None => bail!("there is no area {code}; find its code with `snaknov area find NAME`"),
            }
        }
        ensure!(
            !areas.is_empty() || matches!(level, UnitLevel::National | UnitLevel::Protection),
            "name the areas with --area; only a national unit and a protection desk answer for the whole country"
        );
        let unit =
            NewUnit { name: plain(&self.name), level, language, chat: ChatId(self.chat), topic: self.topic, areas };
        ensure!(!unit.name.is_empty(), "--name is empty");
        let store = open::open(&self.data).await?;
        let mut tx = store.write().await?;
        let id = tx.add_unit(&unit, Clock::default().now()).await?;
        tx.commit().await?;
        println!(
            "Unit {id} is enrolled. Enrol its officers: snaknov officer add --unit {id} --user NUMBER --name NAME"
        );
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(data: &DataSettings) -> anyhow::Result<ExitCode> {
    let store = open::open(data).await?;
    let mut tx = store.write().await?;
    let words = Words::of(Language::En);
    let units = tx.units().await?;
    if units.is_empty() {
        println!("No unit is enrolled. See: snaknov unit add --help");
    }
    for unit in units {
        let areas = tx.areas_of(unit.id).await?;
        let areas: Vec<String> = areas.iter().map(|&area| format!("{area} {}", words.area_path(area))).collect();
        let areas = if areas.is_empty() { "the whole country".to_owned() } else { areas.join("; ") };
        let officers = tx.officers(Some(unit.id)).await?.len();
        let gone = if unit.reachable { "" } else { "  GROUP CANNOT BE REACHED" };
        println!(
            "{:>3}  {}  {}  {}  chat {}  officers {officers}  {areas}{gone}",
            unit.id,
            unit.name,
            unit.level.as_str(),
            unit.language.as_str(),
            unit.chat,
        );
    }
    Ok(ExitCode::SUCCESS)
}
