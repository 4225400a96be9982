//! The database file: migrated forward only, copied before it is changed, and set to lose nothing.

use std::{fs, path::PathBuf};

use snaknov::{
    clock::Clock,
    domain::id::{ChatId, UserId},
    store::{Arrived, Keys, MasterKey, Store, Verb},
};
use sqlx::{Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("snaknov-database-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    async fn connect(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.0.join("snaknov.db")).create_if_missing(true);
        SqliteConnection::connect_with(&options).await.unwrap()
    }

    async fn open(&self) -> anyhow::Result<Store> {
        Store::open(&self.0, Keys::of(&MasterKey::generate())).await
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn an_older_database_is_copied_and_then_brought_up_to_date() {
    let folder = Folder::new("older");
    let first = folder.0.join("only-the-first");
    fs::create_dir_all(&first).unwrap();
    fs::copy("migrations/0001_register.sql", first.join("0001_register.sql")).unwrap();
    let mut connection = folder.connect().await;
    Migrator::new(first.as_path()).await.unwrap().run(&mut connection).await.unwrap();
    sqlx::query("insert into reporter (telegram_id, language, created_at) values (7, 'km', 0)")
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();

    let store = folder.open().await.unwrap();
    assert!(store.write().await.unwrap().reporter(UserId(7)).await.unwrap().is_some(), "what was there is still there");
    store.close().await;
    let copies: Vec<_> = fs::read_dir(&folder.0)
        .unwrap()
        .filter_map(|file| file.unwrap().file_name().into_string().ok())
        .filter(|name| name.contains("before"))
        .collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    folder.open().await.unwrap();
}

#[tokio::test]
async fn a_database_of_a_later_release_is_refused_and_left_alone() {
    let folder = Folder::new("later");
    folder.open().await.unwrap().close().await;
    let mut connection = folder.connect().await;
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'later', 1, x'00', 0)",
    )
    .execute(&mut connection)
    .await
    .unwrap();
    connection.close().await.unwrap();
    let refused = folder.open().await.err().expect("a later schema is refused").to_string();
    assert!(refused.contains("schema 9999"), "{refused}");
}

#[tokio::test]
async fn a_commit_is_on_the_disk_and_an_uncommitted_change_is_not() {
    let folder = Folder::new("durable");
    let store = folder.open().await.unwrap();
    let now = Clock::default().now();
    let update = |update_id| Arrived { update_id, chat: ChatId(1), raw: "{}".into() };
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.receive(vec![update(1), update(2)], now).await.unwrap().len(), 2);
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.receive(vec![update(2), update(3)], now).await.unwrap(), [update(3)], "a repeat is known");
    drop(tx);
    let unhandled = store.write().await.unwrap().unhandled().await.unwrap();
    assert_eq!(unhandled, [update(1), update(2)], "what was not committed is not there");

    let mut connection = folder.connect().await;
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut connection).await.unwrap();
    assert_eq!(journal, "wal");
    assert_eq!(store.integrity().await.unwrap(), "ok");
}

#[tokio::test]
async fn a_changed_line_of_the_audit_trail_shows() {
    let folder = Folder::new("audit");
    let store = folder.open().await.unwrap();
    let mut tx = store.write().await.unwrap();
    for alert in 1..=3 {
        tx.audit(UserId(2001), Verb::ViewDetails, &format!("alert:{alert}"), Clock::default().now()).await.unwrap();
    }
    assert_eq!(tx.check_audit().await.unwrap(), Ok(3));
    tx.commit().await.unwrap();
    let mut connection = folder.connect().await;
    sqlx::query("update audit set actor = 2002 where audit_id = 2").execute(&mut connection).await.unwrap();
    assert_eq!(store.write().await.unwrap().check_audit().await.unwrap(), Err(2));
    sqlx::query("delete from audit where audit_id = 2").execute(&mut connection).await.unwrap();
    assert!(store.write().await.unwrap().check_audit().await.unwrap().is_err(), "a gap shows as well");
}
