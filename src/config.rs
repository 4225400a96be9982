//! Settings, read once: flags, then the environment. Secrets come from the environment or from files, never from a
//! flag, because flags stand in process lists and shell histories.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

/// Where the data is.
#[derive(Debug, Clone, Args)]
pub struct DataSettings {
    /// Folder of the database
    #[arg(long, value_name = "DIR", env = "SNAKNOV_DATA", default_value = "snaknov-data")]
    pub data: PathBuf,
    /// File with the key that seals personal data; made by `snaknov key new`, kept outside the data folder
    #[arg(long, value_name = "FILE", env = "SNAKNOV_KEY_FILE")]
    pub key_file: Option<PathBuf>,
}

impl DataSettings {
    /// The key file, or what to do to have one.
    pub fn key_file(&self) -> anyhow::Result<&Path> {
        let Some(path) = &self.key_file else {
            bail!(
                "no key file. Make one with `snaknov key new /etc/snaknov/key` and set SNAKNOV_KEY_FILE to its path.\n\
                 Keep a copy in a safe place: without it nothing that was reported can be read again"
            );
        };
        let outside = |path: &Path| path.canonicalize().ok();
        if let (Some(key), Some(data)) = (outside(path), outside(&self.data))
            && key.starts_with(&data)
        {
            bail!(
                "the key file lies in the data folder: move it elsewhere, or a copy of the folder gives everything away"
            );
        }
        Ok(path)
    }
}

/// How to reach Telegram.
#[derive(Debug, Clone, Args)]
pub struct TelegramSettings {
    /// Address of the Bot API; another one for a Bot API server of your own
    #[arg(long, value_name = "URL", env = "SNAKNOV_API_URL", default_value = "https://api.telegram.org")]
    pub api_url: String,
    /// Chat to which faults are reported (your own Telegram number; `/id` tells it)
    #[arg(long, value_name = "CHAT", env = "SNAKNOV_OPERATOR_CHAT", allow_hyphen_values = true)]
    pub operator_chat: Option<i64>,
    /// Keep none of Telegram's limits; only for a Bot API server of your own, and for measuring
    #[arg(long, env = "SNAKNOV_UNLIMITED")]
    pub unlimited: bool,
}

/// What the help card shows.
#[derive(Debug, Clone, Args)]
pub struct CardSettings {
    /// File with the hotlines of the help card (see data/hotlines.toml for its form); none are shown without it
    #[arg(long, value_name = "FILE", env = "SNAKNOV_HOTLINES")]
    pub hotlines: Option<PathBuf>,
}

impl CardSettings {
    /// The file's text, where one is named.
    pub fn read(&self) -> anyhow::Result<Option<String>> {
        let Some(path) = &self.hotlines else { return Ok(None) };
        let text = std::fs::read_to_string(path);
        text.map(Some).with_context(|| format!("reading the hotlines from {}", path.display()))
    }
}

/// The bot's token as it stands in the environment or in a file. Never shown.
pub struct TokenText(pub String);

impl fmt::Debug for TokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenText(…)")
    }
}

/// What to do when there is no token.
pub const NO_TOKEN: &str = "no token. Talk to @BotFather in Telegram, send /newbot, and put the token it gives you\n\
    into the environment as SNAKNOV_TOKEN, or into a file whose path is in SNAKNOV_TOKEN_FILE.\n\
    To try the bot without a token: snaknov demo";

/// Reads the token from `SNAKNOV_TOKEN`, else from the file named by `SNAKNOV_TOKEN_FILE`. `None` if neither is set.
pub fn token() -> anyhow::Result<Option<TokenText>> {
    if let Some(token) = std::env::var("SNAKNOV_TOKEN").ok().filter(|token| !token.trim().is_empty()) {
        return Ok(Some(TokenText(token)));
    }
    let Some(path) = std::env::var_os("SNAKNOV_TOKEN_FILE") else { return Ok(None) };
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("reading the token from {} (SNAKNOV_TOKEN_FILE)", Path::new(&path).display()))?;
    Ok(Some(TokenText(text)))
}

/// How logs are written.
#[derive(Debug, Clone, Args)]
pub struct LogSettings {
    /// How logs are written
    #[arg(long, global = true, value_enum, env = "SNAKNOV_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
    /// What is logged: error, warn, info, debug, or a filter such as `snaknov=debug`
    #[arg(long, global = true, value_name = "FILTER", env = "SNAKNOV_LOG", default_value = "info")]
    pub log: String,
}

/// A format of logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// A JSON object a line.
    Json,
}

impl LogSettings {
    /// Starts logging to standard error. The libraries that speak to the network are silenced at every level: an
    /// address of the Bot API contains the token.
    pub fn start(&self) {
        let filter = format!("{},reqwest=off,hyper=off,hyper_util=off,h2=off,rustls=off,sqlx=warn", self.log);
        let filter = tracing_subscriber::EnvFilter::try_new(filter)
            .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,reqwest=off,hyper_util=off"));
        let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
        match self.log_format {
            LogFormat::Text => builder.with_target(false).init(),
            LogFormat::Json => builder.json().init(),
        }
    }
}
