//! What we keep: the only SQL, one file an aggregate. Deliberately no decisions; those are in `domain` and `actions`.

mod alert;
mod audit;
mod batch;
mod case;
mod check;
mod conversation;
mod digest;
mod erasure;
mod export;
mod guest_form;
mod housekeeping;
mod inbox;
mod invitation;
mod link;
mod member;
mod mydata;
mod note;
mod once;
mod outbox;
mod permit;
mod premises;
mod reminder;
mod report;
mod reporter;
mod seal;
mod stay;
mod talk;
mod token;
mod unit;
mod upload;

pub use alert::{Alert, NewAlert};
pub use audit::Verb;
pub use batch::{Batch, EntryRow, NewEntry};
pub use case::{About, Case, CaseAnswer, WayBack};
pub use check::{Check, NewCheck};
pub use conversation::Conversation;
pub use digest::{Digest, Uncounted};
pub use erasure::Kept;
pub use export::ListedStay;
pub use guest_form::{GuestForm, NewGuestForm};
pub use inbox::{Arrived, Quarantined};
pub use invitation::{Invitation, NewInvitation};
pub use link::Link;
pub use member::Member;
pub use mydata::{Consent, Membership, Moments, OwnReport};
pub use once::Secret;
pub use outbox::{Lane, Outgoing, Sent, What};
pub use permit::WorkPermit;
pub use reminder::{Activity, Answered, Reminder};
pub use report::{NewReport, Receipt, ReportRow};
pub use reporter::Reporter;
pub(crate) use seal::fill_random;
pub use seal::{Keys, MasterKey};
pub use stay::StayRow;
pub use token::same as same_token;
pub use unit::{NewUnit, Officer, Unit};
pub use upload::Upload;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use sqlx::{
    Connection, Sqlite, SqliteConnection, SqlitePool, Transaction,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

/// The oldest SQLite without the WAL-reset corruption (sqlite.org, "WAL", section 11: fixed in 3.51.3).
pub const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

static MIGRATIONS: Migrator = sqlx::migrate!();

/// The database in a data folder, with the keys that open what is sealed in it.
#[derive(Clone)]
pub struct Store {
    /// One connection: every change of the register goes through it, in turn.
    writer: SqlitePool,
    keys: Arc<Keys>,
}

/// An open write transaction. Dropped without `commit`, it leaves nothing behind.
pub struct Tx {
    inner: Transaction<'static, Sqlite>,
    keys: Arc<Keys>,
    enqueued: bool,
    has_files: bool,
}

/// Where the database stands in a data folder.
pub fn database_path(data: &Path) -> PathBuf {
    data.join("snaknov.db")
}

impl Store {
    /// Opens the database of a data folder and brings its schema up to date, a copy taken before.
    /// Errors: a schema of a later release, an SQLite that corrupts, a folder that cannot be written.
    pub async fn open(data: &Path, keys: Keys) -> anyhow::Result<Self> {
        let path = database_path(data);
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("secure_delete", "on")
            .pragma("temp_store", "memory")
            .pragma("cache_size", "-8000")
            .statement_cache_capacity(256);
        // A migration may make a table again under its old name, which foreign keys would forbid.
        let mut connection = SqliteConnection::connect_with(&options.clone().foreign_keys(false))
            .await
            .with_context(|| format!("opening the database {}", path.display()))?;
        check_sqlite(&mut connection).await?;
        migrate(&mut connection, &path).await?;
        connection.close().await?;

        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .min_connections(1)
            .acquire_timeout(Duration::from_mins(1))
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self { writer, keys: Arc::new(keys) })
    }

    /// Begins a change. It holds the only connection until it is committed or dropped.
    #[expect(clippy::disallowed_methods, reason = "the one place that begins, and it begins immediate")]
    pub async fn write(&self) -> anyhow::Result<Tx> {
        let inner = self.writer.begin_with("begin immediate").await.context("beginning a write")?;
        Ok(Tx { inner, keys: Arc::clone(&self.keys), enqueued: false, has_files: false })
    }

    /// The keys, for tokens and codes.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Waits for the last write and closes the file.
    pub async fn close(&self) {
        self.writer.close().await;
    }

    /// SQLite's own account of the file; `ok` when nothing is wrong.
    pub async fn integrity(&self) -> anyhow::Result<String> {
        let mut connection = self.writer.acquire().await?;
        Ok(sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_one(&mut *connection).await?)
    }
}

impl Tx {
    /// Makes everything durable, at once.
    pub async fn commit(self) -> anyhow::Result<()> {
        self.inner.commit().await.context("committing")
    }

    /// Whether anything was put into the outbox.
    pub fn has_enqueued(&self) -> bool {
        self.enqueued
    }

    /// The keys that seal.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }
}

/// The version of the SQLite that is built in.
pub fn sqlite_version() -> String {
    // The version is a property of the library; it needs no database.
    libsqlite3_sys::SQLITE_VERSION.to_str().unwrap_or("unknown").to_owned()
}

async fn check_sqlite(connection: &mut SqliteConnection) -> anyhow::Result<()> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(connection).await?;
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < OLDEST_SQLITE {
        bail!("SQLite {version} can corrupt a database in WAL mode; 3.51.3 or later is needed");
    }
    Ok(())
}

/// Forward only. A database that a later release has changed is left alone.
async fn migrate(connection: &mut SqliteConnection, path: &Path) -> anyhow::Result<()> {
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
    let has_history: i64 = sqlx::query_scalar("select count(*) from sqlite_schema where name = '_sqlx_migrations'")
        .fetch_one(&mut *connection)
        .await?;
    if has_history > 0 {
        let applied: i64 = sqlx::query_scalar("select coalesce(max(version), 0) from _sqlx_migrations")
            .fetch_one(&mut *connection)
            .await?;
        if applied > known {
            bail!(
                "the database {} has schema {applied}, this program knows {known}: use the later release that wrote it",
                path.display()
            );
        }
        if applied < known {
            let copy = path.with_extension(format!("before-{known}.db"));
            if !copy.exists() {
                sqlx::query("vacuum into ?")
                    .bind(copy.display().to_string())
                    .execute(&mut *connection)
                    .await
                    .with_context(|| format!("copying the database to {} before changing it", copy.display()))?;
            }
        }
    }
    MIGRATIONS.run(&mut *connection).await.context("bringing the schema up to date")?;
    let dangling = sqlx::query("pragma foreign_key_check").fetch_all(connection).await?;
    if !dangling.is_empty() {
        bail!("{} rows of the database {} refer to nothing", dangling.len(), path.display());
    }
    Ok(())
}

/// A moment as it is kept.
fn millis(moment: DateTime<Utc>) -> i64 {
    moment.timestamp_millis()
}

/// A kept moment.
fn moment(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A word of a fixed vocabulary as it was read back.
fn known<T>(value: Option<T>, what: &'static str) -> anyhow::Result<T> {
    value.with_context(|| format!("the database holds an unknown {what}"))
}
