//! Two things the compiler must know: the catalogue of messages as functions, and the schema that the migrations make,
//! against which every SQL statement is checked.

use std::{env, error::Error, path::Path, process::Command};

use fluent_typed::{BuildOptions, FtlOutputOptions, try_build_from_locales_folder};
use sqlx::{Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    if env::var("PROFILE")? == "release" && Path::new(".git/logs/HEAD").exists() {
        println!("cargo:rerun-if-changed=.git/logs/HEAD");
    }
    println!("cargo:rustc-env=SNAKNOV_COMMIT={}", commit());

    check_argument_order(Path::new("locales/en"))?;
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

/// A message's arguments are handed over in the order in which English first names them. The comment above a message
/// lists them in that order; a text that is turned around without its comment, and so its callers, does not build.
fn check_argument_order(folder: &Path) -> Result<(), Box<dyn Error>> {
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        let text = std::fs::read_to_string(&path)?;
        let mut listed: Vec<&str> = Vec::new();
        let mut named: Vec<&str> = Vec::new();
        let mut message = "";
        for line in text.lines().chain(std::iter::once("end =")) {
            let begins = line
                .split_once(" =")
                .map(|(id, _)| id)
                .filter(|id| !id.contains([' ', '#', '.', '$']) && !id.is_empty());
            if line.starts_with("# $") || begins.is_some() && !message.is_empty() {
                if !message.is_empty() && !listed.is_empty() && listed != named {
                    return Err(format!("{}: `{message}` lists {listed:?} but says {named:?}", path.display()).into());
                }
                if !message.is_empty() {
                    listed.clear();
                    named.clear();
                    message = "";
                }
            }
            if let Some(argument) = line.strip_prefix("# $") {
                listed.push(argument.split(' ').next().unwrap_or_default());
            }
            if let Some(id) = begins {
                message = id;
            }
            if !message.is_empty() {
                for part in line.split("{ $").skip(1) {
                    let name = part.split([' ', '}']).next().unwrap_or_default();
                    if !named.contains(&name) {
                        named.push(name);
                    }
                }
            }
        }
    }
    Ok(())
}

/// A scratch database with the schema of all migrations; made afresh so that an edited migration counts.
async fn make_schema(at: &Path) -> Result<(), Box<dyn Error>> {
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", at.display()));
    }
    let options = SqliteConnectOptions::new().filename(at).create_if_missing(true).foreign_keys(false);
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
