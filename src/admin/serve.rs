//! `snaknov serve`: the bot against Telegram.

use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

use crate::{
    clock::Clock,
    config::{self, CardSettings, DataSettings, TelegramSettings},
    delivery::Pace,
    domain::id::ChatId,
    intake::worker::Worker,
    telegram::{Api, Token},
};

use super::{
    bot::{self, Settings},
    open,
};

#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    data: DataSettings,
    #[command(flatten)]
    telegram: TelegramSettings,
    #[command(flatten)]
    card: CardSettings,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        let Some(token) = config::token()? else { bail!(config::NO_TOKEN) };
        let Some(token) = Token::parse(&token.0) else {
            bail!("the token is not one: it looks like 123456789:letters-and-digits. Copy it again from @BotFather")
        };
        open::hotlines(&self.card)?.install();
        let _lock = open::lock(&self.data.data)?;
        let store = open::open(&self.data).await?;
        let api = Api::new(&self.telegram.api_url, &token).context("preparing to reach Telegram")?;
        let pace = if self.telegram.unlimited { Pace::unlimited() } else { Pace::published() };
        let operator = self.telegram.operator_chat.map(ChatId);
        tracing::info!(data = %self.data.data.display(), api = self.telegram.api_url, "serving");
        bot::run(store, Clock::default(), Settings { api, operator, pace, worker: Worker::here()? }, stop_signal()?)
            .await?;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }
}

/// Turns true at SIGTERM or SIGINT.
pub(super) fn stop_signal() -> anyhow::Result<watch::Receiver<bool>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        let _ = stop.send(true);
    });
    Ok(stopped)
}
