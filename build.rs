//! Two things the compiler must know: the catalogue of messages as functions, and the schema that the migrations make,
//! against which every SQL statement is checked.

use std::{env, error::Error, path::Path, process::Command};

use fluent_typed::{BuildOptions, FtlOutputOptions, try_build_from_locales_folder};
use sqlx::{Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=.git/HEAD");
    println!("cargo:rustc-env=SNAKNOV_COMMIT={}", commit());

    try_build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("locales")
            .with_output_file_path(&format!("{out}/catalogue.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/catalogue.ftl")))
            .without_bidi_isolation()
            .without_format(),
    )?;

    let schema = Path::new(&out).join("schema.db");
    tokio::runtime::Builder::new_current_thread().build()?.block_on(make_schema(&schema))?;
    println!("cargo:rustc-env=DATABASE_URL=sqlite://{}", schema.display());
    Ok(())
}

/// A scratch database with the schema of all migrations; made afresh so that an edited migration counts.
async fn make_schema(at: &Path) -> Result<(), Box<dyn Error>> {
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", at.display()));
    }
    let options = SqliteConnectOptions::new().filename(at).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    Migrator::new(Path::new("migrations")).await?.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// The commit being built, `unknown` outside a checkout.
fn commit() -> String {
    Command::new("git")
        .args(["rev-parse", "--short=12", "HEAD"])
        .output()
        .ok()
        .filter(|output| output.status.success())
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .map_or_else(|| "unknown".into(), |text| text.trim().to_owned())
}
