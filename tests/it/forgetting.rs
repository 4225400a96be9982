//! What time and people take away: stays and receipts that have served their time, and whoever wants to be forgotten.
//! What hangs on them goes with them, and nothing that has to stay is lost.

use std::{
    fs,
    io::Cursor,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use serde_json::{Value, json};
use snaknov::{
    actions::{self, By, Context, Erasure, Moving, Reported, Sender},
    clock, delivery,
    domain::{
        area::AreaCode,
        batch::BatchKind,
        export::{FileForm, Guests},
        id::{ChatId, OutboxId, PremisesId, ReporterId, StayId, UserId},
        language::Language,
        member::Role,
        once::Once,
        premises::{PremisesDetails, PremisesKind},
        report::Reason,
        stay::{Arrival, Departure},
        unit::UnitLevel,
    },
    jobs,
    store::{Arrived, Conversation, Keys, MasterKey, NewEntry, NewUnit, Outgoing, Store, Tx, What, database_path},
    text::Message,
};
use sqlx::{Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

/// A register with a clock that is told what time it is.
pub(crate) struct Desk {
    folder: PathBuf,
    pub(crate) store: Store,
    pub(crate) now: DateTime<Utc>,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Desk {
    pub(crate) async fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("snaknov-forgetting-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&folder, Keys::of(&MasterKey::generate())).await.unwrap();
        Self { folder, store, now: Utc.with_ymd_and_hms(2026, 11, 22, 3, 0, 0).unwrap() }
    }

    pub(crate) fn context(&self) -> Context {
        Context { now: self.now, operator: None }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        clock::day_of(self.now)
    }

    pub(crate) async fn change<T>(&self, change: impl AsyncFnOnce(&mut Tx, Context) -> anyhow::Result<T>) -> T {
        let mut tx = self.store.write().await.unwrap();
        let done = change(&mut tx, self.context()).await.unwrap();
        tx.commit().await.unwrap();
        done
    }

    pub(crate) async fn person(&self, user: i64) -> ReporterId {
        self.change(async |tx, context| {
            let reporter = tx.set_language(UserId(user), Language::En, context.now).await?;
            tx.give_consent(reporter, "test", context.now).await?;
            Ok(reporter)
        })
        .await
    }

    pub(crate) async fn place(&self, owner: ReporterId, name: &str) -> PremisesId {
        let details = PremisesDetails {
            kind: PremisesKind::Hotel,
            name: name.into(),
            area: AreaCode::try_from("120101").unwrap(),
            street: None,
            capacity: None,
        };
        self.change(async |tx, context| actions::register_premises(tx, context, owner, &details).await).await
    }

    pub(crate) async fn joins(&self, place: PremisesId, reporter: ReporterId, role: Role) {
        self.change(async |tx, context| tx.add_member(place, reporter, role, Some("Dara"), context.now).await).await;
    }

    pub(crate) async fn unit(&self) {
        let unit = NewUnit {
            name: "Post".into(),
            level: UnitLevel::Province,
            language: Language::Km,
            chat: ChatId(-5001),
            topic: None,
            areas: vec![AreaCode::try_from("12").unwrap()],
        };
        self.change(async |tx, context| tx.add_unit(&unit, context.now).await).await;
    }

    /// A guest whose date has passed, so that a rule fires.
    pub(crate) fn guest(&self, place: PremisesId, number: &str) -> Arrival {
        let arrival = json!({
            "premises_id": place, "document": "passport", "unit": "12", "arrived_on": self.today(), "leaves_on": null,
            "identity": {
                "name": "QUAGGABERT MARA", "number": number, "birth": "1971-04-23", "sex": "female", "nationality": "FRA"
            },
            "permission": { "visa": "t", "stay_until": "2026-11-01", "source": "entry_stamp" },
            "work": null, "came_from": "Kampot",
        });
        serde_json::from_value(arrival).unwrap()
    }

    pub(crate) async fn arrives(&self, place: PremisesId, (reporter, user): (ReporterId, i64), number: &str) -> StayId {
        let (draft, arrival) = (actions::draft_name(), self.guest(place, number));
        let sender = Sender { reporter, user: UserId(user), draft: &draft };
        let kept =
            self.change(async |tx, context| actions::report_arrival(tx, context, sender, &arrival, false).await).await;
        assert_eq!(kept, Reported::Kept);
        StayId(self.count("select max(stay_id) from stay").await)
    }

    pub(crate) async fn leaves(&self, stay: StayId, (reporter, user): (ReporterId, i64)) {
        let draft = actions::draft_name();
        let sender = Sender { reporter, user: UserId(user), draft: &draft };
        let departure = Departure { departed_on: self.today(), went_to: Some("Kep".into()) };
        let kept = self
            .change(async |tx, context| actions::report_departure(tx, context, sender, &[stay], &departure).await)
            .await;
        assert_eq!(kept, Reported::Kept);
    }

    pub(crate) async fn erase(&self, (reporter, user): (ReporterId, i64)) -> Result<Erasure, Erasure> {
        self.change(async |tx, context| actions::erase_person(tx, context, reporter, UserId(user)).await).await
    }

    /// What a row of the outbox in somebody's chat brings them.
    async fn gather(&self, (_, user): (ReporterId, i64), what: What) -> Option<Message> {
        let (chat, id) = (ChatId(user), OutboxId(1));
        let row = Outgoing { id, chat, topic: None, what, wanted: 1, message: None, attempts: 1 };
        delivery::gather(&self.store, &row, self.now).await.unwrap().map(|rendered| rendered.message)
    }

    pub(crate) async fn export(&self, person: (ReporterId, i64), what: What) -> Message {
        self.gather(person, what).await.expect("the person is there")
    }

    async fn my_data(&self, person: (ReporterId, i64)) -> Value {
        let message = self.export(person, What::MyData(person.0)).await;
        assert!(!message.protected, "what is one's own can be saved");
        serde_json::from_slice(&message.file.unwrap().bytes).unwrap()
    }

    /// So many days later, at ten: the jobs run.
    pub(crate) async fn later(&mut self, days: u64) {
        self.now = self.now + Days::new(days);
        jobs::minute(&self.store, self.context()).await.expect("no job fails");
    }

    async fn connect(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(database_path(&self.folder)).read_only(true);
        SqliteConnection::connect_with(&options).await.unwrap()
    }

    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sqlx::query(query).fetch_one(&mut self.connect().await).await.unwrap().get(0)
    }

    /// Every column of every table that holds a number.
    pub(crate) async fn tables_with(&self, number: i64) -> Vec<String> {
        let mut connection = self.connect().await;
        let columns = sqlx::query(
            "select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table'",
        );
        let mut found = Vec::new();
        for column in columns.fetch_all(&mut connection).await.unwrap() {
            let (table, column): (String, String) = (column.get(0), column.get(1));
            let query = format!("select count(*) from \"{table}\" where cast(\"{column}\" as text) like '%{number}%'");
            let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&mut connection).await.unwrap();
            if rows > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
        found
    }
}

/// One guest in every state that a stay leaves behind: corrected, moved, linked with another place, alerted, asked about.
#[tokio::test]
async fn a_stay_goes_with_all_that_hangs_on_it_and_its_receipts_stay_for_five_years() {
    let mut desk = Desk::new().await;
    desk.unit().await;
    let (mara, rith) = ((desk.person(1001).await, 1001), (desk.person(1002).await, 1002));
    let (first, second) = (desk.place(mara.0, "First").await, desk.place(mara.0, "Second").await);
    let other = desk.place(rith.0, "Other").await;
    let stay = desk.arrives(first, mara, "XK7351946").await;

    let corrected = Arrival { unit: Some("14".into()), ..desk.guest(first, "XK7351946") };
    let draft = actions::draft_name();
    let sender = Sender { reporter: mara.0, user: UserId(mara.1), draft: &draft };
    desk.change(async |tx, context| {
        actions::correct_report(tx, context, sender, stay, &corrected, Reason::Mistyped).await
    })
    .await;
    let twin = desk.arrives(other, rith, "XK7351946").await;
    desk.later(1).await;
    let (moving, draft) = (Moving { to: second, unit: None, moved_on: desk.today() }, actions::draft_name());
    let sender = Sender { draft: &draft, ..sender };
    desk.change(async |tx, context| actions::report_move(tx, context, sender, stay, &moving).await).await;
    let moved = StayId(desk.count("select max(stay_id) from stay").await);
    desk.leaves(twin, rith).await;
    assert!(desk.count("select count(*) from link").await > 0 && desk.count("select count(*) from alert").await > 2);

    // The guest stays on at the second place for longer than the first stay is kept.
    desk.later(370).await;
    assert_eq!(desk.count("select count(*) from stay").await, 1, "the stays that ended are gone");
    let moved_from = desk.change(async |tx, _| Ok(tx.stay(moved).await?.moved_from)).await;
    assert_eq!(moved_from, None, "what came of them remains without them");
    desk.leaves(moved, mara).await;
    desk.later(370).await;
    for (table, query) in [
        ("stays", "select count(*) from stay"),
        ("reports", "select count(*) from report"),
        ("alerts", "select count(*) from alert"),
        ("questions", "select count(*) from stay_check"),
        ("links", "select count(*) from link"),
        ("copies of alerts", "select count(*) from outbox where alert_id is not null"),
    ] {
        assert_eq!(desk.count(query).await, 0, "{table}");
    }
    let receipts = desk.count("select count(*) from receipt").await;
    assert_eq!(receipts, 6, "arrival, correction, arrival, move, two departures");

    // The number of a report that is gone is not given again, so that the next one can have its receipt.
    let next = desk.arrives(first, mara, "RC9182736").await;
    assert_eq!(desk.count("select count(*) from receipt").await, receipts + 1);
    assert_eq!(desk.count("select count(*) from outbox where key = 'receipt:7'").await, 1);
    desk.later(4 * 370).await;
    assert_eq!(desk.count("select count(*) from receipt").await, 1, "receipts of five years ago are gone");
    assert_eq!(desk.count("select count(*) from stay where departed_on is null").await, 1, "{next} is still open");
    assert_eq!(desk.count("select count(*) from pragma_foreign_key_check").await, 0);
}

#[tokio::test]
async fn what_a_guest_filled_in_goes_with_the_guest_and_stays_when_the_clerk_goes_who_asked_for_it() {
    let desk = Desk::new().await;
    let (owner, clerk) = (desk.person(1001).await, desk.person(1002).await);
    let (guest, other) = (desk.person(3001).await, desk.person(3002).await);
    let place = desk.place(owner, "Riverside").await;
    desk.joins(place, clerk, Role::Clerk).await;
    for guest in [guest, other] {
        desk.change(async |tx, context| {
            let by = By { reporter: clerk, user: UserId(1002) };
            let made = actions::make_guest_link(tx, context, by, place).await?.expect("a clerk may");
            let id = tx.guest_form_of_secret(made.secret.as_str()).await?.expect("it was made");
            assert_eq!(actions::agree_as_guest(tx, context, guest, id, "test").await?, Once::Open);
            assert_eq!(actions::hand_over(tx, context, guest, id, &json!({ "name": "QUAGGABERT" })).await?, Once::Open);
            let late = actions::agree_as_guest(tx, context, owner, id, "test").await?;
            assert_eq!(late, Once::Used, "whose it is, is settled");
            Ok(())
        })
        .await;
    }
    let waiting = "select count(*) from guest_form where answers_sealed is not null";
    assert_eq!(desk.count(waiting).await, 2);
    let erase = async |who, user| {
        desk.change(async |tx, context| actions::erase_person(tx, context, who, UserId(user)).await).await.unwrap();
    };
    erase(guest, 3001).await;
    assert_eq!(desk.count(waiting).await, 1);
    erase(clerk, 1002).await;
    assert_eq!(desk.count(waiting).await, 1);
    erase(other, 3002).await;
    assert_eq!(desk.count("select count(*) from guest_form").await, 0);
}

/// Li reports; Mara is a colleague, so that the open stay has somebody who can be asked.
#[tokio::test]
async fn nothing_leads_back_to_a_person_who_was_forgotten_and_what_the_law_keeps_goes_in_its_time() {
    let mut desk = Desk::new().await;
    desk.unit().await;
    let (li, mara) = ((desk.person(770_011_001).await, 770_011_001), (desk.person(1002).await, 1002));
    let shared = desk.place(li.0, "Shared").await;
    let alone = desk.place(li.0, "Alone").await;
    desk.place(li.0, "Empty").await;
    let stay = desk.arrives(shared, li, "XK7351946").await;
    let left = desk.arrives(alone, li, "RC9182736").await;
    desk.change(async |tx, context| {
        let raw = r#"{"text":"hello"}"#.to_owned();
        tx.receive(vec![Arrived { update_id: 1, chat: ChatId(li.1), raw }], context.now).await?;
        tx.done(&[1], context.now).await?;
        tx.save_conversations(&[Conversation::beginning(ChatId(li.1))], context.now).await?;
        let batch = tx.add_batch(li.0, Some(shared), BatchKind::Table, &actions::draft_name(), context.now).await?;
        tx.add_upload(batch, 77, None, "a file", context.now).await?;
        let (draft, notes) = (&json!({}), &json!({}));
        tx.add_entry(&NewEntry { batch, upload: None, place: Some(1), draft, notes }).await?;
        tx.set_known_columns(alone, &json!([["wing", "ignored"]])).await?;
        tx.begin_export(li.0, context.now, context.now).await
    })
    .await;

    // An owner who is asked about a guest, and the only one: the guests are named, and nothing happens.
    let refused = desk.erase(li).await.expect_err("open stays are in the way");
    assert_eq!(refused.resting, [(shared, 1), (alone, 1)]);
    desk.leaves(left, li).await;
    desk.joins(shared, mara.0, Role::Clerk).await;
    let refused = desk.erase(li).await.expect_err("a clerk is not asked about guests whom others reported");
    assert_eq!(refused.resting, [(shared, 1)]);
    desk.joins(shared, mara.0, Role::Manager).await;
    desk.later(1).await;
    let asked = desk.count("select count(*) from outbox where chat_id = 1002 and key like 'check:%'").await;
    assert!(!desk.tables_with(li.1).await.is_empty(), "the search finds what is there");

    let erased = desk.erase(li).await.expect("nothing is in the way any more");
    assert_eq!((erased.memberships, erased.premises.len(), erased.kept.reports, erased.kept.open), (3, 1, 3, 1));
    assert_eq!(desk.tables_with(li.1).await, Vec::<String>::new(), "the Telegram number is nowhere");
    assert_eq!(desk.count("select count(*) from consent where reporter_id = 1").await, 0);
    for batches in ["select count(*) from batch", "select count(*) from upload", "select count(*) from entry"] {
        assert_eq!(desk.count(batches).await, 0, "{batches}");
    }
    assert_eq!(desk.count("select count(*) from member where reporter_id = 1").await, 0);
    assert_eq!(desk.count("select count(*) from audit where verb = 'erase' and actor = 0").await, 1);
    assert_eq!(desk.change(async |tx, _| Ok(tx.reporter(UserId(li.1)).await?)).await, None, "a stranger");
    let questions = desk.count("select count(*) from stay_check where settled_at is null").await;
    let reasked = desk.count("select count(*) from outbox where chat_id = 1002 and key like 'check:%'").await;
    assert_eq!(reasked, asked + questions, "whoever remains is asked what was asked before");

    // The receipt still proves itself; its maker is not known.
    let receipt = desk.change(async |tx, _| Ok(tx.receipts_for(mara.0, 0, 10).await?)).await;
    assert!(!receipt.is_empty());
    assert_eq!(desk.change(async |tx, _| tx.maker(shared, li.0).await).await, None);

    desk.leaves(stay, mara).await;
    desk.later(370).await;
    assert_eq!(desk.count("select count(*) from report").await, 0);
    assert_eq!(desk.count("select count(*) from reporter").await, 2, "receipts are kept for longer");
    desk.later(5 * 366).await;
    assert_eq!(desk.count("select count(*) from receipt").await, 0);
    assert_eq!(desk.count("select count(*) from reporter").await, 1, "nothing stands for the person any more");
    assert_eq!(desk.count("select count(*) from premises").await, 1, "nor does the place nobody works at");
    assert_eq!(desk.count("select count(*) from columns_known").await, 0);
    assert_eq!(desk.count("select count(*) from pragma_foreign_key_check").await, 0);
}

#[tokio::test]
async fn a_file_holds_what_is_ones_own_and_nothing_of_the_police_or_of_other_peoples_numbers() {
    let desk = Desk::new().await;
    desk.unit().await;
    let (li, mara) = ((desk.person(770_011_001).await, 770_011_001), (desk.person(770_011_002).await, 770_011_002));
    let (place, other) = (desk.place(li.0, "Shared").await, desk.place(mara.0, "Hers").await);
    desk.joins(place, mara.0, Role::Clerk).await;
    let by_li = desk.arrives(place, li, "XK7351946").await;
    desk.arrives(place, mara, "RC9182736").await;
    desk.arrives(other, mara, "XK7351946").await;
    desk.leaves(by_li, mara).await;
    assert!(desk.count("select count(*) from alert").await > 1 && desk.count("select count(*) from link").await > 0);

    let file = desk.my_data(li).await;
    assert_eq!((file["format"].as_str(), file["version"].as_i64()), (Some("snaknov-mydata"), Some(1)));
    assert_eq!(file["me"]["telegram_number"], li.1);
    let numbers = |file: &Value, list: &str| -> Vec<String> {
        let rows = file[list].as_array().unwrap().iter();
        rows.map(|row| row["number"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(numbers(&file, "guests"), ["RC9182736", "XK7351946"]);
    assert_eq!((numbers(&file, "reports").len(), numbers(&file, "receipts").len()), (3, 3));
    assert_eq!(file["reports"][0]["stated"]["went_to"], "Kep");
    assert_eq!(file["reports"][1]["by"]["called"], "Dara");
    let text = file.to_string();
    // A number begins its text; a verification code may hold the same two characters further on.
    for strange in [mara.1.to_string().as_str(), "alert", "unit", "officer", "check", "Post", "acknowledged", "\"A-"] {
        assert!(!text.contains(strange), "{strange} is in the file");
    }
    assert!(text.contains("XK7351946") && !text.contains("Hers"));

    // A clerk has what they made themselves: of the guest whom Li reported, the departure alone.
    let file = desk.my_data(mara).await;
    assert_eq!(numbers(&file, "guests"), ["XK7351946", "RC9182736"], "her own place, and her own report at Li's");
    assert_eq!(file["guests"][0]["place"], other.0);
    assert_eq!(numbers(&file, "reports").len(), 3);
    assert!(file["places"][0]["colleagues"].as_array().unwrap().is_empty(), "a clerk is not told who else works there");
    // Whoever works there no more keeps the fact that they reported, not the guests' papers.
    desk.change(async |tx, context| tx.revoke_member(place, mara.0, context.now).await).await;
    let file = desk.my_data(mara).await;
    assert_eq!((numbers(&file, "guests").len(), numbers(&file, "reports").len()), (1, 3));
    assert!(!file.to_string().contains("RC9182736"));
    every_field_is_described(&desk.my_data(li).await);

    let book = desk.export(li, What::MyDataBook(li.0)).await;
    assert!(!book.protected);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book.file.unwrap().bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Me", "Places", "Colleagues", "Guests", "Reports", "Receipts", "Consent"]);
    let rows = |name: &str, book: &mut Xlsx<_>| book.worksheet_range(name).unwrap().height() - 1;
    assert_eq!(["Guests", "Reports", "Receipts", "Consent"].map(|name| rows(name, &mut book)), [2, 3, 3, 1]);
    // A file is for its person alone, whatever row asks for it.
    assert!(desk.gather(mara, What::MyData(li.0)).await.is_none());
}

/// What stands in the file stands in its description.
fn every_field_is_described(file: &Value) {
    let described = fs::read_to_string("docs/mydata.md").unwrap();
    let mut values = vec![file];
    while let Some(value) = values.pop() {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    assert!(described.contains(&format!("`{name}`")), "docs/mydata.md does not tell of `{name}`");
                    values.push(value);
                }
            }
            Value::Array(items) => values.extend(items),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_list_of_guests_is_for_those_who_work_at_the_place_when_it_is_sent() {
    let desk = Desk::new().await;
    let (li, mara) = ((desk.person(1001).await, 1001), (desk.person(1002).await, 1002));
    let place = desk.place(li.0, "Riverside").await;
    desk.joins(place, mara.0, Role::Guard).await;
    let gone = desk.arrives(place, li, "XK7351946").await;
    desk.arrives(place, li, "RC9182736").await;
    let taken_back = desk.arrives(place, li, "ZQ5550173").await;
    desk.leaves(gone, li).await;
    desk.change(async |tx, context| tx.cancel_stay(taken_back, clock::day_of(context.now), context.now).await).await;

    let list = |guests, form| What::Guests { premises: place, reporter: li.0, guests, form };
    for form in FileForm::ALL {
        let message = desk.export(li, list(Guests::Present, form)).await;
        assert!(!message.protected && message.text.contains("Guests: 1"), "{}", message.text);
        let file = message.file.unwrap();
        assert_eq!(file.name, format!("guests.{}", form.as_str()));
        if form != FileForm::Xlsx {
            let text = String::from_utf8(file.bytes).unwrap();
            assert!(text.contains("RC9182736") && !text.contains("XK7351946") && !text.contains("ZQ5550173"), "{text}");
        }
    }
    let past = desk.export(li, list(Guests::Past, FileForm::Csv)).await.file.unwrap();
    let text = String::from_utf8(past.bytes).unwrap();
    assert!(text.contains("XK7351946") && !text.contains("RC9182736") && !text.contains("ZQ5550173"), "{text}");
    assert_eq!(past.name, "earlier-guests.csv");

    // A row is for the person who asked, in the part they have when it is sent.
    assert!(desk.gather(mara, list(Guests::Present, FileForm::Csv)).await.is_none());
    let list = |guests| What::Guests { premises: place, reporter: mara.0, guests, form: FileForm::Csv };
    assert!(desk.gather(mara, list(Guests::Present)).await.is_some());
    assert!(desk.gather(mara, list(Guests::Past)).await.is_none(), "a guard sees who is here");
    desk.change(async |tx, context| tx.revoke_member(place, mara.0, context.now).await).await;
    assert!(desk.gather(mara, list(Guests::Present)).await.is_none());
}

/// Prints how long the register is held and how large the files are: `cargo test --release --test it a_large_export -- --ignored --nocapture`
#[tokio::test]
#[ignore = "a measurement"]
async fn a_large_export_holds_nobody_up() {
    let desk = Desk::new().await;
    let li = (desk.person(1001).await, 1001);
    let place = desk.place(li.0, "Large").await;
    let mut tx = desk.store.write().await.unwrap();
    for number in 0..10_000 {
        let (draft, arrival) = (actions::draft_name(), desk.guest(place, &format!("N{number:07}")));
        let sender = Sender { reporter: li.0, user: UserId(li.1), draft: &draft };
        actions::report_arrival(&mut tx, desk.context(), sender, &arrival, false).await.unwrap();
        let departure = Departure { departed_on: desk.today(), went_to: None };
        actions::report_departure(&mut tx, desk.context(), sender, &[StayId(number + 1)], &departure).await.unwrap();
    }
    tx.commit().await.unwrap();
    let list = |form| What::Guests { premises: place, reporter: li.0, guests: Guests::Past, form };
    let lists = FileForm::ALL.map(list);
    for what in [What::MyData(li.0), What::MyDataBook(li.0)].into_iter().chain(lists) {
        let store = desk.store.clone();
        let began = std::time::Instant::now();
        let (mut longest, mut turns) = (std::time::Duration::ZERO, 0);
        let mut export = std::pin::pin!(desk.export(li, what));
        let message = loop {
            tokio::select! {
                biased;
                message = &mut export => break message,
                () = async {
                    let asked = std::time::Instant::now();
                    drop(store.write().await.unwrap());
                    longest = longest.max(asked.elapsed());
                    turns += 1;
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                } => {}
            }
        };
        let bytes = message.file.unwrap().bytes.len();
        println!(
            "{what:?}: {bytes} bytes in {:?}; {turns} other writes meanwhile waited at most {longest:?}",
            began.elapsed()
        );
        assert!(bytes < 45_000_000);
    }
}
