//! The bot wired up: real HTTP against the pretend Telegram, a real database, real time. What can go wrong between the
//! two goes wrong here.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use chrono::{Days, NaiveDate, TimeDelta};
use serde_json::{Value, json};
use snaknov::{
    actions::{self, Context, Sender},
    admin::bot::{self, Settings},
    clock::{self, Clock},
    delivery::{Courier, Pace, Place},
    domain::{
        area::AreaCode,
        document::{DateSource, DocumentKind, Permission, VisaClass},
        id::{ChatId, UnitId, UserId},
        language::Language,
        person::Identity,
        premises::{PremisesDetails, PremisesKind},
        stay::Arrival,
        unit::UnitLevel,
    },
    intake::worker::Worker,
    sandbox::{BotUser, Fault, Group, Pace as SandboxPace, Person, Sandbox, World},
    store::{Keys, MasterKey, NewUnit, Store},
    telegram::{Api, TelegramCourier, Token},
    text::{Attachment, Key, Message},
};
use tokio::{sync::watch, task::JoinHandle};

const TOKEN: &str = "7000000001:token-of-the-wiring-tests";
const LANDLORD: i64 = 1001;
const OFFICER: i64 = 2001;
const OPERATOR: i64 = 9001;
const POST: i64 = -5001;
const DISTRICT: i64 = -5002;

/// The pretend Telegram, a data folder, and a bot that can be stopped and started.
struct Wired {
    sandbox: Sandbox,
    folder: PathBuf,
    bot: Option<(watch::Sender<bool>, JoinHandle<anyhow::Result<()>>)>,
}

impl Drop for Wired {
    fn drop(&mut self) {
        self.sandbox.stop();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn world() -> World {
    let person =
        |id, name: &str| Person { id, first_name: name.into(), language_code: Some("en".into()), ..Person::default() };
    World {
        token: TOKEN.into(),
        bot: BotUser { id: 7_000_000_001, first_name: "Wired".into(), username: "wired_bot".into() },
        people: vec![person(LANDLORD, "Sophea"), person(OFFICER, "Dara"), person(OPERATOR, "Operator")],
        groups: [POST, DISTRICT]
            .map(|id| Group { id, title: format!("Unit {id}"), members: vec![OFFICER], ..Group::default() })
            .to_vec(),
        page: Value::Null,
        specimens: Vec::new(),
        pace: SandboxPace::default(),
    }
}

fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("snaknov-wired-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Wired {
    async fn new() -> Self {
        let sandbox = Sandbox::start(world(), ([127, 0, 0, 1], 0).into()).await.unwrap();
        let folder = folder();
        MasterKey::generate().write_new(&folder.join("key")).unwrap();
        Self { sandbox, folder, bot: None }
    }

    async fn store(&self) -> Store {
        let keys = Keys::of(&MasterKey::read(&self.folder.join("key")).unwrap());
        Store::open(&self.folder, keys).await.unwrap()
    }

    async fn start(&mut self) {
        self.start_at(Clock::default()).await;
    }

    async fn start_at(&mut self, clock: Clock) {
        let api = Api::new(&self.sandbox.url(), &Token::parse(TOKEN).unwrap()).unwrap();
        let settings = Settings {
            api,
            operator: Some(ChatId(OPERATOR)),
            pace: Pace::unlimited(),
            worker: Worker::at(env!("CARGO_BIN_EXE_snaknov")),
        };
        let (stop, stopped) = watch::channel(false);
        let running = bot::run(self.store().await, clock, settings, stopped);
        self.bot = Some((stop, tokio::spawn(running)));
    }

    async fn stop(&mut self) {
        if let Some((stop, bot)) = self.bot.take() {
            stop.send(true).unwrap();
            bot.await.unwrap().unwrap();
        }
    }

    /// Waits until a message in a chat contains a text; the message.
    async fn shows(&self, chat: i64, text: &str) -> Value {
        for _ in 0..400 {
            let messages = self.sandbox.messages(chat);
            if let Some(message) = messages.iter().rev().find(|message| says(message, text)) {
                return message.clone();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{chat} never showed {text:?}; it shows {:#?}", self.sandbox.messages(chat));
    }

    fn press(&self, user: i64, message: &Value, label: &str) {
        let keys = message["reply_markup"]["inline_keyboard"].as_array().expect("an inline keyboard");
        let key = keys
            .iter()
            .flat_map(|row| row.as_array().unwrap())
            .find(|key| key["text"].as_str().unwrap().contains(label));
        let data = key.unwrap_or_else(|| panic!("no button {label}"))["callback_data"].as_str().unwrap();
        let (chat, id) = (message["chat"]["id"].as_i64().unwrap(), message["message_id"].as_i64().unwrap());
        self.sandbox.press(user, chat, id, data).unwrap();
    }

    async fn enrol(&self, chat: i64, level: UnitLevel, area: &str, topic: Option<i64>) -> UnitId {
        let store = self.store().await;
        let mut tx = store.write().await.unwrap();
        let unit = NewUnit {
            name: format!("unit {chat}"),
            level,
            language: Language::En,
            chat: ChatId(chat),
            topic,
            areas: vec![AreaCode::try_from(area).unwrap()],
        };
        let now = Clock::default().now();
        let unit = tx.add_unit(&unit, now).await.unwrap();
        tx.add_officer(unit, UserId(OFFICER), "Dara", clock::day_of(now) + Days::new(9), now).await.unwrap();
        tx.commit().await.unwrap();
        unit
    }

    /// The landlord, who has spoken to the bot, reports somebody without a document: a receipt and an alert are due.
    async fn report(&self) {
        self.report_until(None).await;
    }

    async fn report_until(&self, stay_until: Option<NaiveDate>) {
        let store = self.store().await;
        let mut tx = store.write().await.unwrap();
        let now = Clock::default().now();
        let context = Context { now, operator: Some(ChatId(OPERATOR)) };
        let reporter = tx.set_language(UserId(LANDLORD), Language::En, now).await.unwrap();
        let details = PremisesDetails {
            kind: PremisesKind::Rental,
            name: "Sophea's rooms".into(),
            area: AreaCode::try_from("120101").unwrap(),
            street: None,
            capacity: None,
        };
        let premises_id = actions::register_premises(&mut tx, context, reporter, &details).await.unwrap();
        let arrival = Arrival {
            premises_id,
            document: DocumentKind::None,
            identity: Identity::UNKNOWN,
            permission: Permission { visa: None::<VisaClass>, stay_until, source: DateSource::NotKnown },
            unit: None,
            arrived_on: clock::day_of(now),
            leaves_on: None,
            work: None,
            permit_until: None,
            came_from: None,
        };
        let draft = actions::draft_name();
        let sender = Sender { reporter, user: UserId(LANDLORD), draft: &draft };
        actions::report_arrival(&mut tx, context, sender, &arrival, false).await.unwrap();
        tx.commit().await.unwrap();
    }

    fn assert_no_violation(&self) {
        assert_eq!(self.sandbox.violations(), Vec::<String>::new());
    }
}

fn says(message: &Value, text: &str) -> bool {
    [&message["text"], &message["caption"]].iter().any(|said| said.as_str().is_some_and(|said| said.contains(text)))
        && message["from"]["is_bot"] == true
}

fn count(sandbox: &Sandbox, chat: i64, text: &str) -> usize {
    sandbox.messages(chat).iter().filter(|message| says(message, text)).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_is_answered_over_http_and_the_profile_is_set_once() {
    let mut wired = Wired::new().await;
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    let languages = wired.shows(LANDLORD, "Language").await;
    wired.press(LANDLORD, &languages, "English");
    let home = wired.shows(LANDLORD, "What do you want to do?").await;
    assert_eq!(home["message_id"], languages["message_id"], "a press is answered in the message's place");
    wired.stop().await;
    let calls = || {
        ["setMyName", "setMyDescription", "setMyShortDescription", "setMyCommands"]
            .map(|method| wired.sandbox.calls(method))
    };
    assert_eq!(calls(), [4; 4], "every language, once");
    assert_eq!(wired.sandbox.commands_of(LANDLORD)[0]["command"], "report");
    let before = calls();
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/help");
    wired.shows(LANDLORD, "/premises").await;
    wired.stop().await;
    assert_eq!(
        ["setMyName", "setMyDescription", "setMyShortDescription", "setMyCommands"]
            .map(|method| wired.sandbox.calls(method)),
        before
    );
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_cannot_be_handled_is_set_aside_and_the_chat_goes_on() {
    let mut wired = Wired::new().await;
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    wired.shows(LANDLORD, "Language").await;
    let poison = wired.sandbox.raw_update(json!({"message": {"message_id": "not a number", "chat": {"id": LANDLORD}}}));
    wired.sandbox.say(OPERATOR, OPERATOR, "/start");
    wired.shows(OPERATOR, "snaknov quarantine show").await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/help");
    wired.shows(LANDLORD, "/premises").await;
    wired.stop().await;

    let store = wired.store().await;
    let mut tx = store.write().await.unwrap();
    let aside = tx.quarantine().await.unwrap();
    assert_eq!(aside.iter().map(|row| row.update_id).collect::<Vec<_>>(), [poison]);
    assert!(!aside[0].fault.contains("not a number"), "the fault quotes nothing: {}", aside[0].fault);
    assert!(tx.retry_quarantined(poison).await.unwrap());
    assert!(!tx.drop_quarantined(poison, Clock::default().now()).await.unwrap(), "it is not in quarantine any more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_whose_sending_is_unclear_comes_again_under_the_same_number() {
    let mut wired = Wired::new().await;
    wired.enrol(POST, UnitLevel::Post, "120101", None).await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    wired.start().await;
    wired.shows(LANDLORD, "Language").await;
    wired.stop().await;
    wired.report().await;
    wired.sandbox.faults().next("sendMessage", 2, Fault::AcceptThenDrop);
    wired.start().await;
    wired.shows(POST, "No document seen").await;
    for _ in 0..200 {
        if count(&wired.sandbox, LANDLORD, "Receipt") == 2 && count(&wired.sandbox, POST, "No document seen") == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let receipts: Vec<Value> =
        wired.sandbox.messages(LANDLORD).into_iter().filter(|message| says(message, "Receipt")).collect();
    assert_eq!(receipts.len(), 2);
    assert_eq!(receipts[0]["text"], receipts[1]["text"]);
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alert_waits_as_long_as_telegram_asks_and_is_acknowledged_on_every_copy() {
    let mut wired = Wired::new().await;
    wired.enrol(POST, UnitLevel::Post, "120101", None).await;
    wired.report().await;
    wired.sandbox.faults().next(
        "sendMessage",
        2,
        Fault::Error { code: 429, description: "Too Many Requests: retry after 1".into(), retry_after: Some(1) },
    );
    wired.start().await;
    let alert = wired.shows(POST, "No document seen").await;
    assert_eq!(alert["has_protected_content"], true);
    wired.press(OFFICER, &alert, "Acknowledge");
    let acknowledged = wired.shows(POST, "acknowledged by Dara").await;
    assert_eq!(acknowledged["message_id"], alert["message_id"]);
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_time_is_moved_past_a_date_the_reporter_is_asked_at_once() {
    let mut wired = Wired::new().await;
    let clock = Clock::shiftable();
    let follower = clock.clone();
    wired.sandbox.on_advance(move |seconds| follower.advance(TimeDelta::seconds(seconds)));
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    let day = clock::day_of(clock.now()) + Days::new(2);
    wired.report_until(Some(day)).await;
    wired.start_at(clock.clone()).await;
    wired.shows(LANDLORD, "Receipt").await;
    let later = clock::at_hour(day + Days::new(1), 9);
    wired.sandbox.advance_clock((later - clock.now()).num_seconds() + 1);
    let asked = wired.shows(LANDLORD, "Please check").await;
    assert!(asked["date"].as_i64() >= Some(later.timestamp()));
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_that_became_a_supergroup_keeps_its_alerts() {
    let mut wired = Wired::new().await;
    wired.enrol(POST, UnitLevel::Post, "120101", None).await;
    let supergroup = wired.sandbox.migrate(POST);
    wired.report().await;
    wired.start().await;
    let alert = wired.shows(supergroup, "No document seen").await;
    wired.press(OFFICER, &alert, "Acknowledge");
    wired.shows(supergroup, "acknowledged by Dara").await;
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unit_whose_group_is_gone_gives_its_alerts_to_the_next_level_and_the_operator_hears_of_it() {
    let mut wired = Wired::new().await;
    wired.enrol(POST, UnitLevel::Post, "120101", None).await;
    wired.enrol(DISTRICT, UnitLevel::District, "1201", None).await;
    wired.sandbox.say(OPERATOR, OPERATOR, "/start");
    wired.sandbox.remove_bot(POST);
    wired.report().await;
    wired.start().await;
    wired.shows(DISTRICT, "No document seen").await;
    wired.shows(OPERATOR, "cannot be reached").await;
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_topic_that_was_deleted_falls_back_to_the_general_one() {
    let mut wired = Wired::new().await;
    let group = Group {
        id: -100_700,
        title: "Forum".into(),
        kind: snaknov::sandbox::GroupKind::Supergroup,
        forum: true,
        members: vec![OFFICER],
        bot_is_admin: true,
    };
    wired.sandbox.add_group(&group);
    let topic = wired.sandbox.create_topic(group.id, "Alerts");
    wired.enrol(group.id, UnitLevel::Post, "120101", Some(topic)).await;
    wired.sandbox.delete_topic(group.id, topic);
    wired.report().await;
    wired.start().await;
    wired.shows(group.id, "No document seen").await;
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reporter_who_blocked_the_bot_disturbs_nobody() {
    let mut wired = Wired::new().await;
    wired.enrol(POST, UnitLevel::Post, "120101", None).await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    wired.sandbox.block(LANDLORD);
    wired.report().await;
    wired.start().await;
    wired.shows(POST, "No document seen").await;
    wired.stop().await;
    let store = wired.store().await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.backlog().await.unwrap(), (0, 1), "the receipt is given up, nothing waits");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_that_never_reached_its_chat_is_drawn_after_a_restart() {
    let mut wired = Wired::new().await;
    wired.sandbox.faults().next("sendMessage", 1, Fault::Reset);
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    for _ in 0..400 {
        if wired.sandbox.calls("sendMessage") == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    wired.stop().await;
    assert_eq!(count(&wired.sandbox, LANDLORD, "Language"), 0);
    wired.start().await;
    wired.shows(LANDLORD, "Language").await;
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_photo_of_a_document_is_read_and_removed_from_the_chat() {
    let mut wired = Wired::new().await;
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    wired.shows(LANDLORD, "Language").await;
    wired.report().await;
    let store = wired.store().await;
    let mut tx = store.write().await.unwrap();
    let now = Clock::default().now();
    let landlord = tx.reporter(UserId(LANDLORD)).await.unwrap().unwrap().id;
    tx.give_consent(landlord, snaknov::chat::PRIVACY_VERSION, now).await.unwrap();
    tx.commit().await.unwrap();
    // It is sent while the bot is down, and read after the start.
    wired.stop().await;
    let page = include_bytes!("../../data/specimens/passport-4.jpg").to_vec();
    let photo = wired.sandbox.post(LANDLORD, LANDLORD, snaknov::sandbox::Post::photo(page, None));
    wired.start().await;
    wired.shows(LANDLORD, "ZAW MIN HTUN").await;
    for _ in 0..200 {
        if !wired.sandbox.messages(LANDLORD).iter().any(|message| message["message_id"] == photo) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!wired.sandbox.messages(LANDLORD).iter().any(|message| message["message_id"] == photo));
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_talk_goes_from_the_chat_on_both_sides_even_over_a_restart() {
    let mut wired = Wired::new().await;
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/advice");
    let asked = wired.shows(LANDLORD, "What is it about?").await;
    wired.press(LANDLORD, &asked, "Something else");
    wired.shows(LANDLORD, "Roughly where").await;
    wired.sandbox.say(LANDLORD, LANDLORD, "Poipet");
    let asked = wired.shows(LANDLORD, "What would you like to tell?").await;
    // The power is out when the way out is pressed; it is taken after the next start.
    wired.stop().await;
    wired.press(LANDLORD, &asked, "Close and clear");
    wired.start().await;
    wired.shows(LANDLORD, "What do you want to do?").await;
    let stands = |text: &str| wired.sandbox.messages(LANDLORD).iter().any(|message| says(message, text));
    for _ in 0..200 {
        if ["/advice", "Poipet", "Roughly", "tell"].iter().all(|text| !stands(text)) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(wired.sandbox.messages(LANDLORD).len(), 1, "{:#?}", wired.sandbox.messages(LANDLORD));
    wired.stop().await;
    wired.assert_no_violation();
}

/// The bytes of a file that the bot sent, by the way any client takes.
async fn fetched(sandbox: &Sandbox, file: &Value) -> Vec<u8> {
    let get = async |url: String| reqwest::get(url).await.unwrap().bytes().await.unwrap();
    let id = file["file_id"].as_str().expect("a file");
    let found = get(format!("{}/bot{TOKEN}/getFile?file_id={id}", sandbox.url())).await;
    let found: Value = serde_json::from_slice(&found).unwrap();
    let path = found["result"]["file_path"].as_str().expect("a path");
    get(format!("{}/file/bot{TOKEN}/{path}", sandbox.url())).await.to_vec()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_arrive_as_they_are_with_caption_and_buttons() {
    let wired = Wired::new().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    let courier = TelegramCourier::new(Api::new(&wired.sandbox.url(), &Token::parse(TOKEN).unwrap()).unwrap());
    let place = Place { chat: ChatId(LANDLORD), topic: None };
    let pdf = b"%PDF-1.7 not really".to_vec();
    let file = Attachment { name: "R-7K2M94Q.pdf".into(), bytes: pdf.clone(), is_picture: false };
    let message = Message {
        text: "Your receipt ⟪R-7K2M94Q⟫".into(),
        rows: vec![vec![Key { label: "Menu".into(), data: "menu".into() }]],
        protected: true,
        file: Some(file),
        ..Message::default()
    };
    let first = courier.show(place, &message, None).await.unwrap();
    let shown = wired.sandbox.last_message(LANDLORD).unwrap();
    assert_eq!((&shown["message_id"], &shown["caption"]), (&json!(first), &json!("Your receipt R-7K2M94Q")));
    assert_eq!(shown["caption_entities"], json!([{ "type": "code", "offset": 13, "length": 9 }]));
    assert_eq!(shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "menu");
    assert_eq!(
        (&shown["has_protected_content"], &shown["document"]["file_name"]),
        (&json!(true), &json!("R-7K2M94Q.pdf"))
    );
    assert_eq!(fetched(&wired.sandbox, &shown["document"]).await, pdf);

    let qr = snaknov::papers::qr("https://t.me/wired_bot?start=c_R7K2M94Q").unwrap();
    let picture = Attachment { name: "check.png".into(), bytes: qr.clone(), is_picture: true };
    let message = Message { file: Some(picture), ..message };
    let second = courier.show(place, &message, Some(first)).await.unwrap();
    assert_ne!(second, first, "a message with a file takes no other's place");
    let shown = wired.sandbox.last_message(LANDLORD).unwrap();
    assert_eq!(fetched(&wired.sandbox, shown["photo"].as_array().unwrap().last().unwrap()).await, qr);

    let long = Message { text: "ក".repeat(1025), ..message };
    let third = courier.show(place, &long, None).await.unwrap();
    let shown = wired.sandbox.last_message(LANDLORD).unwrap();
    assert_eq!((&shown["message_id"], shown["text"].as_str().unwrap()), (&json!(third), long.text.as_str()));
    assert_eq!(shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "menu");
    let messages = wired.sandbox.messages(LANDLORD);
    let before = &messages[messages.len() - 2];
    assert!(before["photo"].is_array() && before["caption"].is_null() && before["reply_markup"].is_null());
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ones_own_data_arrive_as_two_files_also_when_the_bot_stops_meanwhile() {
    let mut wired = Wired::new().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/start");
    wired.report().await;
    wired.start().await;
    wired.sandbox.say(LANDLORD, LANDLORD, "/mydata");
    wired.shows(LANDLORD, "two files follow").await;
    wired.stop().await;
    wired.start().await;
    let files = async |name: &str| {
        for _ in 0..400 {
            let messages = wired.sandbox.messages(LANDLORD);
            if let Some(message) = messages.into_iter().find(|message| message["document"]["file_name"] == name) {
                return message;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{name} never came");
    };
    let (book, plain) = (files("mydata.xlsx").await, files("mydata.json").await);
    assert!(
        book["has_protected_content"] != json!(true) && plain["has_protected_content"] != json!(true),
        "both can be saved"
    );
    let data: Value = serde_json::from_slice(&fetched(&wired.sandbox, &plain["document"]).await).unwrap();
    assert_eq!((&data["format"], &data["places"][0]["name"]), (&json!("snaknov-mydata"), &json!("Sophea's rooms")));
    wired.stop().await;
    wired.assert_no_violation();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_goes_into_the_topic_and_may_have_no_words() {
    let wired = Wired::new().await;
    let group = Group {
        id: -100_701,
        title: "Forum".into(),
        kind: snaknov::sandbox::GroupKind::Supergroup,
        forum: true,
        members: vec![OFFICER],
        bot_is_admin: true,
    };
    wired.sandbox.add_group(&group);
    let topic = wired.sandbox.create_topic(group.id, "Lists");
    let courier = TelegramCourier::new(Api::new(&wired.sandbox.url(), &Token::parse(TOKEN).unwrap()).unwrap());
    let file = Attachment { name: "list.xlsx".into(), bytes: vec![1, 2, 3], is_picture: false };
    let message = Message { file: Some(file), ..Message::default() };
    courier.show(Place { chat: ChatId(group.id), topic: Some(topic) }, &message, None).await.unwrap();
    let shown = wired.sandbox.last_message(group.id).unwrap();
    assert_eq!((&shown["message_thread_id"], &shown["caption"]), (&json!(topic), &Value::Null));
    wired.assert_no_violation();
}

fn snaknov(folder: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snaknov"));
    command.env_remove("SNAKNOV_TOKEN").env_remove("SNAKNOV_TOKEN_FILE");
    command.env("SNAKNOV_DATA", folder.join("data")).env("SNAKNOV_KEY_FILE", folder.join("key"));
    command.stdin(Stdio::null());
    command
}

#[test]
fn without_a_token_serve_says_what_to_do() {
    let folder = folder();
    let output = snaknov(&folder).arg("serve").output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("@BotFather") && said.contains("SNAKNOV_TOKEN_FILE") && said.contains("snaknov demo"),
        "{said}"
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_copy_is_refused_and_a_signal_drains_within_ten_seconds() {
    let wired = Wired::new().await;
    let serve = || {
        let mut command = snaknov(&wired.folder);
        command.arg("serve").env("SNAKNOV_TOKEN", TOKEN).env("SNAKNOV_API_URL", wired.sandbox.url());
        command.stderr(Stdio::piped()).stdout(Stdio::null());
        command
    };
    for signal in ["TERM", "INT"] {
        let mut first = serve().spawn().unwrap();
        wired.sandbox.say(LANDLORD, LANDLORD, "/help");
        let before = wired.sandbox.calls("sendMessage");
        for _ in 0..400 {
            if wired.sandbox.calls("sendMessage") > before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        let second = serve().output().unwrap();
        assert!(!second.status.success());
        assert!(String::from_utf8_lossy(&second.stderr).contains("another snaknov serves the data folder"));

        let asked = std::time::Instant::now();
        assert!(
            Command::new("kill").args([&format!("-{signal}"), &first.id().to_string()]).status().unwrap().success()
        );
        let ended = tokio::task::spawn_blocking(move || first.wait().unwrap()).await.unwrap();
        assert!(ended.success(), "{signal}: {ended}");
        assert!(asked.elapsed() < Duration::from_secs(10), "{signal} took {:?}", asked.elapsed());
    }
}

#[test]
fn the_version_names_commit_and_sqlite_and_the_tools_find_places() {
    let folder = folder();
    let version = String::from_utf8(snaknov(&folder).arg("--version").output().unwrap().stdout).unwrap();
    assert!(version.contains("commit ") && version.contains("SQLite 3."), "{version}");
    let found =
        String::from_utf8(snaknov(&folder).args(["area", "find", "Tonle", "Bassac"]).output().unwrap().stdout).unwrap();
    assert!(found.starts_with("120101"), "{found}");
    std::fs::remove_dir_all(folder).unwrap();
}
