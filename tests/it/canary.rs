//! Canaries: distinctive names, numbers, dates and messages go through a whole conversation, and are then looked for in
//! everything that the program wrote: logs at every level, the database's files, callback data, groups.

use std::{
    fs,
    io::{self, Write},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use snaknov::{
    domain::id::ChatId,
    store::{Arrived, database_path},
};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use crate::golden::{play::Play, script::Direction};

const NAME: [&str; 4] = ["ZEBRAQUIST", "QUAGGABERT", "Zebraquist", "ព្រះចន្ទរះ"];
const NUMBER: [&str; 8] =
    ["XK7351946", "7351946", "RC9182736", "9182736", "ZQ5550173", "5550173", "ZQ5550179", "5550179"];
const BIRTH: [&str; 5] = ["23/4/1971", "1971-04-23", "23 April 1971", "1971", "1968"];
const BODY: [&str; 2] = ["hippogriff remark", "hippogriff"];
/// What is told in confidence: in the teller's chat and the desk's group, and nowhere else.
const TOLD: [&str; 2] = ["wyvernword", "Quillonplace"];
/// The place's name and the room may stand in the database and in groups.
const PLACE: &str = "Basilisk House";

fn secrets() -> impl Iterator<Item = &'static str> {
    NAME.into_iter().chain(NUMBER).chain(BIRTH).chain(BODY).chain(TOLD)
}

static LOGGED: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static LISTENING: AtomicBool = AtomicBool::new(false);

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if LISTENING.load(Ordering::Relaxed) {
            LOGGED.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        Self
    }
}

/// Two guests, one with a name in another script, a card that has expired, mistakes on the way, a question later.
const PLAY: &[&str] = &[
    "at 2026-11-22 10:00",
    "operator boss 9001 en",
    "unit post post -5001 km 120101 Post",
    "officer dara 2001 of post until 2027-12-31 Officer Dara",
    "person mara 1001 en",
    "dara> /start",
    "dara presses English",
    "mara> /start",
    "mara> hippogriff remark",
    "mara presses English",
    "mara presses Add a place",
    "mara presses I agree",
    "mara presses House, flat",
    "mara> Basilisk House",
    "mara> 120101",
    "mara presses Tonle Basak",
    "mara presses Skip",
    "mara presses Skip",
    "mara presses Save this place",
    "mara> /premises",
    "mara presses Basilisk House",
    "mara presses Guest link",
    "mara presses Make a guest link",
    "mara presses Make a guest link",
    "person gwen 1002 en",
    "gwen opens link-1",
    "gwen presses English",
    "gwen> hippogriff remark",
    "gwen presses I agree",
    "gwen presses Passport",
    "gwen> ZQ5550173 ZEBRAQUIST QUAGGABERT",
    "gwen presses F · Female",
    "gwen> 23 April 1971",
    "gwen presses France",
    "gwen presses T tourist",
    "gwen> 1/11/2027",
    "gwen presses Hand over",
    "mara presses Compare and report",
    "mara> G 3",
    "mara presses Today",
    "mara presses Skip",
    "mara presses I will compare now",
    "mara presses Yes, both as entered",
    "mara presses Send the report",
    "person hugo 1003 en",
    "hugo opens link-2",
    "hugo presses English",
    "hugo presses I agree",
    "hugo presses Residence card",
    "hugo> ZQ5550179 ZEBRAQUIST QUAGGABERT",
    "hugo presses M · Male",
    "hugo> 23 April 1971",
    "hugo presses France",
    "hugo> 1/11/2027",
    "hugo presses Hand over",
    "hugo opens link-1",
    "mara> /report",
    "mara presses Passport",
    "mara> hippogriff remark",
    "mara> XK7351946 ZEBRAQUIST QUAGGABERT",
    "mara sends their own number",
    "mara sends a photo",
    "mara presses Type it instead",
    "mara presses F · Female",
    "mara> 23/4/1971",
    "mara presses Back",
    "mara> /language",
    "mara presses 中文",
    "mara> /language",
    "mara presses English",
    "mara> 23 April 1971",
    "mara> hippogriff remark",
    "mara presses France",
    "mara presses T tourist",
    "mara> 1/11/2026",
    "mara presses Yes",
    "mara> G 1",
    "mara presses Today",
    "mara presses Skip",
    "mara presses Send the report twice",
    "mara> /report",
    "mara presses Residence card",
    "mara> RC9182736",
    "mara> ព្រះចន្ទរះ",
    "mara presses Yes",
    "mara presses M · Male",
    "mara> 1968",
    "mara> FRA",
    "mara> 24/11/2026",
    "mara> G 2",
    "mara presses Today",
    "mara presses Skip",
    "mara presses Send the report",
    "dara presses ព័ត៌មានលម្អិត in post",
    "dara presses ទទួលដំណឹង in post",
    "unit desk protection -5090 en all Desk",
    "officer kim 2091 of desk until 2027-12-31 Kim",
    "mara> /advice",
    "mara presses Something else",
    "mara> Quillonplace",
    "mara> wyvernword at night",
    "mara presses Yes, here",
    "mara presses Send it",
    "kim presses We have read it in desk",
    "mara presses Open",
    "mara presses Add something",
    "mara> wyvernword again",
    "mara presses Send it",
    "mara presses Close and clear",
    "mara forges hippogriff",
    "at 2026-11-25 08:00",
    "at 2026-11-27 08:00",
    "dara presses ព័ត៌មានលម្អិត in post",
    "post removes the bot",
    "mara presses It was extended",
    "mara presses EB work",
    "mara> 1/11/2027",
    "mara presses Send the report",
    "mara> /report",
    "mara presses Passport",
    "mara> XK7351946 ZEBRAQUIST QUAGGABERT",
    "mara sends guests.csv: Guest Name,Passport No.,hippogriff\\nZEBRAQUIST QUAGGABERT,XK7351946,hippogriff remark",
    "mara presses Nothing that is reported",
];

#[tokio::test]
async fn names_numbers_birth_dates_and_messages_are_nowhere_but_where_they_belong() {
    let subscriber = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(Log).finish();
    let _ = tracing::subscriber::set_global_default(subscriber);
    LISTENING.store(true, Ordering::Relaxed);

    let mut play = Play::new(None);
    for (number, text) in PLAY.iter().enumerate() {
        play.direct(&Direction { number, text: (*text).to_owned() }).await;
    }
    assert!(!play.shown().iter().flatten().any(|line| line.contains("no button says")), "{:#?}", play.shown());

    in_private_chats_they_are_seen(&play);
    nothing_in_groups_or_buttons(&play);
    nothing_on_disk(&mut play).await;
    nothing_in_tables(&play).await;
    let links = ["link-1", "link-2"].map(|called| play.world.numbers.link(called).expect("it was shown").to_owned());
    no_link_on_disk(&play, &links);
    nothing_leads_to_the_teller(&play).await;

    LISTENING.store(false, Ordering::Relaxed);
    let logged = LOGGED.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(logged.len() > 1000, "logs were captured");
    for secret in secrets() {
        // Years alone may be part of another number.
        if secret.len() > 4 {
            assert!(!holds(&logged, secret), "{secret} is in the logs");
        }
    }
    for link in links {
        assert!(!holds(&logged, &link[2..]), "a link's secret is in the logs");
    }
}

/// Else the test would look for what nobody wrote.
fn in_private_chats_they_are_seen(play: &Play) {
    for secret in ["ZEBRAQUIST", "XK7351946", "RC9182736", "ព្រះចន្ទរះ", "23 April 1971"] {
        let seen = play.world.said.iter().any(|(chat, message)| chat.is_private() && message.text.contains(secret));
        assert!(seen, "{secret} was never shown to anyone");
    }
    let officer = ChatId(2001);
    let details =
        play.world.said.iter().filter(|(chat, message)| *chat == officer && message.text.contains("XK7351946"));
    assert!(details.clone().count() > 0, "the officer has seen the details");
    assert!(details.clone().all(|(_, message)| message.protected), "details may not be forwarded");
}

fn nothing_in_groups_or_buttons(play: &Play) {
    let groups = play.world.said.iter().filter(|(chat, _)| !chat.is_private());
    assert!(groups.clone().any(|(_, message)| message.text.contains(PLACE)), "the group hears of the place");
    let desk = ChatId(-5090);
    assert!(groups.clone().any(|(chat, message)| *chat == desk && message.text.contains(TOLD[0])), "the desk hears it");
    for (chat, message) in groups {
        assert!(message.protected, "what a group sees may not be forwarded: {}", message.text);
        for secret in secrets().filter(|secret| *chat != desk || !TOLD.contains(secret)) {
            assert!(!message.text.contains(secret), "{secret} is in a group: {}", message.text);
        }
    }
    for key in play.world.said.iter().flat_map(|(_, message)| message.rows.iter().flatten()) {
        for secret in secrets().filter(|secret| secret.len() > 4) {
            assert!(!key.data.contains(secret), "{secret} is in the data of {}", key.label);
        }
    }
}

/// The files as they lie on the disk while the program runs, write-ahead log included, and after it has ended.
async fn nothing_on_disk(play: &mut Play) {
    let store = play.world.open().await;
    let mut tx = store.write().await.expect("one writer");
    let raw = r#"{"message":{"text":"hippogriff remark ZEBRAQUIST XK7351946 1971-04-23"}}"#.to_owned();
    let update = Arrived { update_id: 1_000_000, chat: ChatId(1001), raw };
    tx.receive(vec![update], play.world.now).await.expect("the update is kept");
    tx.commit().await.expect("the update is kept");
    search_files(play, true);
    store.close().await;
    search_files(play, false);
}

fn search_files(play: &Play, is_running: bool) {
    let mut logs = 0;
    let mut place = false;
    for file in fs::read_dir(play.world.folder()).expect("the folder is there") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            continue;
        }
        let bytes = fs::read(&path).expect("the file can be read");
        logs += usize::from(path.to_string_lossy().ends_with("-wal") && !bytes.is_empty());
        place |= path == database_path(play.world.folder()) && holds(&bytes, PLACE);
        // A year alone is too short to mean anything among random bytes.
        for secret in secrets().filter(|secret| secret.len() > 4) {
            assert!(!holds(&bytes, secret), "{secret} is in {}", path.display());
            let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert!(!bytes.windows(utf16.len()).any(|window| window == utf16), "{secret} is in {}", path.display());
        }
    }
    assert_eq!(logs > 0, is_running, "the write-ahead log is searched while the program runs");
    assert!(place || is_running, "the place's name is readable in the database, so the search finds what is there");
}

/// What opens a link is on the phones that it was sent to, and nowhere else.
fn no_link_on_disk(play: &Play, links: &[String]) {
    let bytes = fs::read(database_path(play.world.folder())).expect("the database can be read");
    for link in links {
        assert!(!holds(&bytes, &link[2..]), "a link's secret is in the database");
        let shown = play.world.said.iter().filter(|(_, message)| message.text.contains(&link[2..]));
        assert!(shown.clone().count() == 1 && shown.clone().all(|(chat, _)| *chat == ChatId(1001)));
        for key in play.world.said.iter().flat_map(|(_, message)| message.rows.iter().flatten()) {
            assert!(!key.data.contains(&link[2..]), "a link's secret is in the data of {}", key.label);
        }
    }
}

async fn nothing_in_tables(play: &Play) {
    for query in [
        "select key, what, coalesce(fault, '') from outbox",
        "select verb, subject from audit",
        "select role, hex(secret_hash) from invitation",
        "select coalesce(consent, ''), coalesce(seen, ''), hex(secret_hash) from guest_form",
        "select name, text from note",
        "select coalesce(fault, '') from inbox",
        "select number, kind, rulebook, draft from report",
        "select number, state, coalesce(topic, ''), coalesce(area, '') from protection_case",
        "select answer from case_answer",
        "select kind, state, coalesce(reason, ''), draft from batch",
        "select coalesce(album, ''), state, coalesce(refusal, '') from upload",
    ] {
        for row in play.world.rows(query).await {
            for secret in secrets() {
                assert!(!row.iter().any(|text| text.contains(secret)), "{secret} is in {row:?}");
            }
        }
    }
}

/// Nothing that can be read without the key leads from the case to whoever told it, and nothing stands in the chat.
async fn nothing_leads_to_the_teller(play: &Play) {
    let teller = ChatId(1001);
    let answered =
        play.world.rows("select what from outbox where what like '%case_answer%' or what like '%removal%'").await;
    assert!(answered.is_empty(), "{answered:?}");
    let sealed = play
        .world
        .rows("select hex(chat_sealed), hex(chat_index) from talk union all select hex(chat_sealed), '' from way_back");
    let number = format!("{:016X}", teller.0);
    for row in sealed.await {
        assert!(row.iter().all(|piece| !piece.contains(&number) && !piece.contains("31303031")), "a chat is readable");
    }
    let standing = play.world.phones.standing(teller);
    assert!(!standing.iter().any(|line| TOLD.iter().any(|told| line.contains(told))), "{standing:?}");
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
