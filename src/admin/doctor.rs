//! `snaknov doctor`: is everything as it should be? A line a check; the exit code tells whether all passed.

use std::{process::ExitCode, time::Instant};

use clap::Args;

use crate::{
    clock::{self, Clock},
    config::{self, CardSettings, DataSettings, TelegramSettings},
    domain::{area::Gazetteer, rulebook::Rulebook, unit::UnitLevel},
    intake::{photo, worker::Worker},
    store::{self, Tx},
    telegram::{Api, Token},
};

use super::open;

#[derive(Args)]
pub(super) struct Doctor {
    #[command(flatten)]
    data: DataSettings,
    #[command(flatten)]
    telegram: TelegramSettings,
    #[command(flatten)]
    card: CardSettings,
}

/// What was found, a line each.
#[derive(Default)]
struct Findings {
    wrong: usize,
}

impl Findings {
    fn say(&mut self, what: &str, found: Result<String, String>) {
        match found {
            Ok(found) => println!("ok     {what}: {found}"),
            Err(found) => {
                self.wrong += 1;
                println!("WRONG  {what}: {found}");
            }
        }
    }
}

impl Doctor {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut findings = Findings::default();
        self.telegram(&mut findings).await;
        let today = clock::day_of(Clock::default().now());
        let rules = Rulebook::shipped().on(today);
        findings.say("rulebook", Ok(format!("version {}, in force since {}", rules.name, rules.effective())));
        findings.say("gazetteer", Ok(format!("{} provinces", Gazetteer::get().children(None).count())));
        findings.say("hotlines", self.hotlines(today));
        findings.say("SQLite", Ok(store::sqlite_version()));
        findings.say("passport photos", photos().await);
        match open::open(&self.data).await {
            Err(error) => findings.say("data folder", Err(format!("{error:#}"))),
            Ok(store) => {
                findings.say("data folder", Ok(self.data.data.display().to_string()));
                let integrity = store.integrity().await?;
                findings.say("integrity", if integrity == "ok" { Ok(integrity) } else { Err(integrity) });
                let mut tx = store.write().await?;
                register(&mut findings, &mut tx, today).await?;
            }
        }
        Ok(if findings.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Hotlines that somebody must call soon, so that they go on being shown.
    fn hotlines(&self, today: chrono::NaiveDate) -> Result<String, String> {
        let hotlines = open::hotlines(&self.card).map_err(|error| format!("{error:#}"))?;
        let due: Vec<String> = hotlines
            .to_verify(today)
            .map(|hotline| format!("{} (shown until {})", hotline.number, hotline.shown_until()))
            .collect();
        if !due.is_empty() {
            return Err(format!("call and write down the day: {}", due.join(", ")));
        }
        Ok(match hotlines.on(today).count() {
            0 => "none; the help card says what to do without them".to_owned(),
            count => format!("{count} on the help card"),
        })
    }

    async fn telegram(&self, findings: &mut Findings) {
        let token = match config::token() {
            Ok(Some(text)) => Token::parse(&text.0).ok_or_else(|| "is not a token".to_owned()),
            Ok(None) => Err(config::NO_TOKEN.to_owned()),
            Err(error) => Err(format!("{error:#}")),
        };
        let token = match token {
            Ok(token) => {
                findings.say("token", Ok("is set".into()));
                token
            }
            Err(wrong) => return findings.say("token", Err(wrong)),
        };
        let reached = match Api::new(&self.telegram.api_url, &token) {
            Ok(api) => api
                .me()
                .await
                .map(|me| format!("@{me} at {}", self.telegram.api_url))
                .map_err(|fault| fault.to_string()),
            Err(error) => Err(format!("{error:#}")),
        };
        findings.say("Bot API", reached);
    }
}

/// Reads the specimen as the bot reads pictures.
async fn photos() -> Result<String, String> {
    let worker = Worker::here().map_err(|error| error.to_string())?;
    let started = Instant::now();
    let reading = worker.photo(photo::SPECIMEN.to_vec()).await;
    let reading = reading.map_err(|refusal| format!("cannot be read on this machine ({refusal:?}); typing goes on"))?;
    if reading.zones.iter().all(|zone| zone.lines != photo::SPECIMEN_LINES) {
        return Err("the specimen is read wrongly; typing goes on".to_owned());
    }
    let millis = started.elapsed().as_millis();
    let landlock = match worker.landlock().await {
        Ok(true) => "",
        _ => "; this kernel has no landlock, other confinement holds",
    };
    Ok(format!("the specimen was read in {millis} ms{landlock}"))
}

async fn register(findings: &mut Findings, tx: &mut Tx, today: chrono::NaiveDate) -> anyhow::Result<()> {
    let units = tx.units().await?;
    let mut lacking = Vec::new();
    for unit in &units {
        let officers = tx.officers(Some(unit.id)).await?;
        if !officers.iter().any(|officer| officer.until >= today) {
            lacking.push(unit.id.to_string());
        }
    }
    findings.say(
        "units",
        if units.is_empty() { Err("none is enrolled: alerts wait".into()) } else { Ok(units.len().to_string()) },
    );
    findings
        .say("units without officers", if lacking.is_empty() { Ok("none".into()) } else { Err(lacking.join(", ")) });
    let gone: Vec<String> = units.iter().filter(|unit| !unit.reachable).map(|unit| unit.id.to_string()).collect();
    findings.say(
        "units whose group cannot be reached",
        if gone.is_empty() { Ok("none".into()) } else { Err(gone.join(", ")) },
    );
    let desks = units.iter().filter(|unit| unit.level == UnitLevel::Protection && unit.reachable).count();
    findings.say(
        "protection desks",
        if desks == 0 { Err("none is enrolled: concerns and cases wait".into()) } else { Ok(desks.to_string()) },
    );
    let cases = tx.cases_with(None).await?.len();
    findings.say("cases without a desk", if cases == 0 { Ok("none".into()) } else { Err(cases.to_string()) });
    let waiting = tx.alerts_without_unit().await?.len();
    findings.say("alerts without a unit", if waiting == 0 { Ok("none".into()) } else { Err(waiting.to_string()) });
    let aside = tx.quarantine().await?.len();
    findings.say(
        "quarantine",
        if aside == 0 { Ok("empty".into()) } else { Err(format!("{aside}: see `snaknov quarantine list`")) },
    );
    let (queued, dead) = tx.backlog().await?;
    findings.say("outbox", Ok(format!("{queued} waiting, {dead} that could not be sent")));
    findings.say(
        "audit trail",
        match tx.check_audit().await? {
            Ok(lines) => Ok(format!("{lines} lines, unbroken")),
            Err(line) => Err(format!("does not follow at line {line}")),
        },
    );
    Ok(())
}
