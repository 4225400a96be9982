//! What must be true after the last kill: read from the database file, from what people saw, and from the pretend Telegram.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail, ensure};
use snaknov::{
    admin::reporter::{Crowd, Deed, Reporter},
    sandbox::Sandbox,
    store::{Keys, MasterKey, Store},
};
use sqlx::{ConnectOptions, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::bot::Bot;

async fn open(bot: &Bot) -> anyhow::Result<SqliteConnection> {
    let path = snaknov::store::database_path(&bot.data());
    SqliteConnectOptions::new().filename(path).connect().await.context("opening the database")
}

async fn count(database: &mut SqliteConnection, sql: &'static str) -> anyhow::Result<i64> {
    sqlx::query_scalar(sql).fetch_one(database).await.context(sql)
}

/// Whether nothing waits to be handled or sent.
pub(crate) async fn is_settled(bot: &Bot, sandbox: &Sandbox) -> anyhow::Result<bool> {
    let mut database = open(bot).await?;
    let waiting = count(
        &mut database,
        "select (select count(*) from outbox where state in ('queued', 'sending'))
              + (select count(*) from inbox where done_at is null)",
    )
    .await?;
    Ok(waiting == 0 && sandbox.pending_updates() == 0)
}

/// What waits to be sent, for whoever must find out why.
pub(crate) async fn waiting(bot: &Bot) -> anyhow::Result<String> {
    let mut database = open(bot).await?;
    let rows: Vec<(String, String, i64, Option<String>)> =
        sqlx::query_as("select key, state, attempts, fault from outbox where state in ('queued', 'sending') limit 10")
            .fetch_all(&mut database)
            .await?;
    let undone = count(&mut database, "select count(*) from inbox where done_at is null").await?;
    Ok(format!("{rows:?}; {undone} updates are not done"))
}

/// All of it, with the counts.
pub(crate) async fn all(sandbox: &Sandbox, bot: &Bot, crowd: &Crowd<Reporter>) -> anyhow::Result<()> {
    let violations = sandbox.violations();
    ensure!(violations.is_empty(), "{} calls broke the Bot API, first: {}", violations.len(), violations[0]);
    ensure!(crowd.missed() == 0, "{} events were missed; the test cannot tell what people saw", crowd.missed());
    ensure!(!bot.log()?.contains("panicked"), "the program panicked; see the log");
    let mut database = open(bot).await?;
    updates(&mut database, sandbox).await?;
    reports(&mut database, crowd).await?;
    alerts(&mut database, crowd).await?;
    outbox(&mut database).await?;
    let integrity: String = sqlx::query_scalar("pragma integrity_check").fetch_one(&mut database).await?;
    ensure!(integrity == "ok", "the database is damaged: {integrity}");
    drop(database);
    let store = Store::open(&bot.data(), Keys::of(&MasterKey::read(&bot.key())?)).await?;
    match store.write().await?.check_audit().await? {
        Ok(lines) => println!("kill: {lines} lines of the audit trail, unbroken; integrity ok"),
        Err(line) => bail!("the audit trail does not follow at line {line}"),
    }
    store.close().await;
    Ok(())
}

/// Every update that was ever given is confirmed, kept and done.
async fn updates(database: &mut SqliteConnection, sandbox: &Sandbox) -> anyhow::Result<()> {
    let given = sandbox.update_ids_given();
    ensure!(sandbox.confirmed_offset() == given.end, "not every update is confirmed");
    let done: i64 =
        sqlx::query_scalar("select count(*) from inbox where update_id >= ? and update_id < ? and done_at is not null")
            .bind(given.start)
            .bind(given.end)
            .fetch_one(&mut *database)
            .await?;
    let number = given.end - given.start;
    ensure!(done == number, "{} of {number} confirmed updates are lost", number - done);
    let aside = count(database, "select count(*) from inbox where quarantined_at is not null").await?;
    ensure!(aside == 0, "{aside} updates were set aside");
    let all = count(database, "select count(*) from inbox").await?;
    ensure!(all == number, "there are {all} updates, {number} were given");
    println!("kill: {number} updates, all confirmed, kept and done");
    Ok(())
}

/// Every report that was sent is there once, and its receipt was seen; there are no others.
async fn reports(database: &mut SqliteConnection, crowd: &Crowd<Reporter>) -> anyhow::Result<()> {
    let mut promised = BTreeSet::new();
    for (index, reporter) in crowd.people().enumerate() {
        ensure!(!reporter.awaits_receipt(), "person {} never saw the receipt of the last report", index + 1);
        ensure!(
            reporter.receipts().keys().copied().eq(0..reporter.finished()),
            "person {} sent {} reports and saw receipts for {:?}",
            index + 1,
            reporter.finished(),
            reporter.receipts().keys()
        );
        for (draft, numbers) in reporter.receipts() {
            ensure!(numbers.len() == 1, "person {} has several reports of draft {draft}: {numbers:?}", index + 1);
            let another = numbers.iter().all(|number| promised.insert(number.clone()));
            ensure!(another, "a number stands on the receipts of two reports: {numbers:?}");
        }
    }
    deeds(database, crowd, &mut promised).await?;
    let kept: Vec<String> = sqlx::query_scalar("select number from report").fetch_all(&mut *database).await?;
    let kept: BTreeSet<String> = kept.into_iter().collect();
    let lost = promised.difference(&kept).count();
    let unpromised = kept.difference(&promised).count();
    ensure!(lost == 0, "{lost} reports are lost, though their receipts were sent");
    ensure!(unpromised == 0, "{unpromised} reports are there of which nobody saw a receipt");
    let twice = count(
        database,
        "select (select count(*) from report) - (select count(distinct draft) from report)
              + (select count(*) from stay) - (select count(distinct document_index) from stay)",
    )
    .await?;
    ensure!(twice == 0, "{twice} guests were reported twice");
    ensure!(kept.len() > crowd.people().count(), "only {} reports: too few to prove anything", kept.len());
    let nudges: u64 = crowd.people().map(Reporter::nudges).sum();
    println!("kill: {} reports, each once, each with its receipt; people had to try again {nudges} times", kept.len());
    Ok(())
}

/// Every deed about a guest is there once, and its receipt or note was seen; there are no others.
async fn deeds(
    database: &mut SqliteConnection,
    crowd: &Crowd<Reporter>,
    promised: &mut BTreeSet<String>,
) -> anyhow::Result<()> {
    let mut seen: BTreeMap<&str, i64> = BTreeMap::new();
    for (deed, numbers) in crowd.people().flat_map(Reporter::deeds) {
        ensure!(numbers.len() == 1, "{deed:?} of one guest has several numbers: {numbers:?}");
        let (kind, has_a_number_of_its_own) = match deed {
            Deed::Departure | Deed::MoveAway => ("departure", true),
            Deed::Extension => ("extension", true),
            Deed::Correction => ("correction", false),
            Deed::Cancellation => ("cancellation", false),
        };
        *seen.entry(kind).or_default() += 1;
        for number in numbers {
            let another = promised.insert(number.clone());
            ensure!(another == has_a_number_of_its_own, "the number of {deed:?} is wrong: {number}");
        }
    }
    let kept: Vec<(String, i64)> =
        sqlx::query_as("select kind, count(*) from report where kind not in ('arrival', 'move') group by kind")
            .fetch_all(&mut *database)
            .await?;
    for (kind, kept) in &kept {
        let seen = seen.get(kind.as_str()).copied().unwrap_or(0);
        ensure!(seen == *kept, "{kept} reports of {kind}, {seen} receipts or notes");
    }
    ensure!(kept.len() == 4, "not every deed was done: {kept:?}");
    let open = count(
        database,
        "select count(*)
         from stay
         where (departed_on is null) = exists (
             select 1 from report where report.stay_id = stay.stay_id and kind in ('departure', 'cancellation')
         )",
    )
    .await?;
    ensure!(open == 0, "{open} stays are open though their guests left, or the other way round");
    println!("kill: of these {kept:?}, each once, each with its receipt or note");
    Ok(())
}

/// Every stay whose date has passed has its alert, and every alert was seen in the unit's group.
async fn alerts(database: &mut SqliteConnection, crowd: &Crowd<Reporter>) -> anyhow::Result<()> {
    let silent = count(
        database,
        "select count(*)
         from stay
         join report using (stay_id)
         where stay_until < date(made_at / 1000, 'unixepoch', '+7 hours')
           and not exists (select 1 from alert where alert.stay_id = stay.stay_id)",
    )
    .await?;
    ensure!(silent == 0, "{silent} stays past their date have no alert");
    let unsent = count(
        database,
        "select count(*)
         from alert
         where not exists (
             select 1
             from outbox
             where outbox.alert_id = alert.alert_id and outbox.state = 'shown' and outbox.drawn >= alert.revision
         )",
    )
    .await?;
    ensure!(unsent == 0, "{unsent} alerts were not sent as they stand");
    let raised: Vec<String> = sqlx::query_scalar("select number from alert").fetch_all(&mut *database).await?;
    let unseen = raised.iter().filter(|number| !crowd.alerts().contains(*number)).count();
    ensure!(unseen == 0, "{unseen} alerts were never seen in the group");
    ensure!(!raised.is_empty(), "no alert was raised: nothing is proved about alerts");
    let twice =
        count(database, "select count(*) - count(distinct subject) from audit where verb = 'acknowledge'").await?;
    ensure!(twice == 0, "{twice} alerts were acknowledged twice");
    let taken = count(database, "select count(*) from alert where state = 'acknowledged'").await?;
    println!("kill: {} alerts, each sent, each seen; {taken} acknowledged, each once", raised.len());
    Ok(())
}

/// Nothing is left half sent, and nothing was given up.
async fn outbox(database: &mut SqliteConnection) -> anyhow::Result<()> {
    let receipts = count(
        database,
        "select count(*)
         from report
         where not exists (
             select 1
             from outbox
             where state = 'shown'
               and key in ('receipt:' || report_id, 'departed:' || report_id, 'extended:' || report_id)
         )",
    )
    .await?;
    ensure!(receipts == 0, "{receipts} reports have no receipt that was sent");
    let open = count(database, "select count(*) from outbox where state <> 'shown'").await?;
    ensure!(open == 0, "{open} messages are left that were not sent");
    Ok(())
}
