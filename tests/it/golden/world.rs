//! The world of a script: a database on disk that is closed and opened between any two turns, a standing clock, and
//! phones. Deliberately without network: a message that the bot sends is on the phone at once, or fails as told.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use snaknov::{
    actions::{self, Context},
    chat::{self, Effect, Incoming, Setting, What},
    delivery::{self, Courier, Failure, Place},
    domain::{
        hotlines::Hotlines,
        id::{ChatId, StayId, UserId},
        rulebook::Rulebook,
    },
    intake::worker::Worker,
    jobs::{self, Batches},
    store::{Arrived, Keys, MasterKey, Sent, Store, Tx},
    text::Message,
};
use sqlx::{Connection, Row, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{
    numbers::Numbers,
    phones::{Phones, drawn},
};

/// Something that was seen: by whom, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) by: String,
    pub(crate) lines: Vec<String>,
}

/// A folder that goes with the world.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Somebody who can do things.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) user: UserId,
    pub(crate) client_language: Option<String>,
}

/// The world.
pub(crate) struct World {
    folder: Folder,
    pub(crate) now: DateTime<Utc>,
    pub(crate) operator: Option<ChatId>,
    pub(crate) people: BTreeMap<String, Person>,
    /// Groups by the name that a script gives them.
    pub(crate) groups: BTreeMap<String, ChatId>,
    pub(crate) phones: Phones,
    pub(crate) numbers: Numbers,
    pub(crate) seen: Vec<Seen>,
    /// Everything the bot ever said, as it was sent: chat and message.
    pub(crate) said: Vec<(ChatId, Message)>,
    /// Chats that take no message any more, which the bot has not been told.
    pub(crate) gone: HashSet<ChatId>,
    /// Groups that have another number, which the bot has not been told.
    pub(crate) moved: HashMap<ChatId, ChatId>,
    /// Numbers that groups had before, whose messages can still be seen and pressed: the number today, and then.
    pub(crate) former: Vec<(ChatId, ChatId)>,
    /// The next turn is kept, and the power goes out before anything of it is sent.
    pub(crate) power_fails: bool,
    updates: i64,
    /// Files that people sent, by Telegram's name.
    files: Shelf,
    /// Files are not read for the moment.
    pub(crate) reads_later: bool,
    /// The database where it is not closed between turns.
    kept: Option<Store>,
}

/// The files that people sent; nothing else is carried by it.
#[derive(Default, Clone)]
struct Shelf(HashMap<String, Vec<u8>>);

impl Courier for Shelf {
    async fn show(&self, _: Place, _: &Message, _: Option<i64>) -> Result<i64, Failure> {
        Err(Failure::Unreachable("a shelf shows nothing".into()))
    }

    async fn answer(&self, _: &str, _: Option<&str>, _: bool) -> Result<(), Failure> {
        Err(Failure::Unreachable("a shelf answers nothing".into()))
    }

    async fn remove_all(&self, _: ChatId, _: &[i64]) -> Result<(), Failure> {
        Err(Failure::Unreachable("a shelf removes nothing".into()))
    }

    async fn fetch(&self, file: &str) -> Result<Vec<u8>, Failure> {
        self.0.get(file).cloned().ok_or_else(|| Failure::Refused("there is no such file".into()))
    }

    async fn remove(&self, _: ChatId, _: i64) -> Result<(), Failure> {
        Err(Failure::Unreachable("a shelf removes nothing".into()))
    }
}

impl World {
    /// A world in which nothing has happened.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("snaknov-play-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Hotlines::invented().install();
        let folder = Folder(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).expect("the temporary folder takes a folder");
        MasterKey::generate().write_new(&folder.0.join("key")).expect("the key file is new");
        Self {
            folder,
            now: DateTime::UNIX_EPOCH,
            operator: None,
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            phones: Phones::default(),
            numbers: Numbers::default(),
            seen: Vec::new(),
            said: Vec::new(),
            gone: HashSet::new(),
            moved: HashMap::new(),
            former: Vec::new(),
            power_fails: false,
            updates: 0,
            files: Shelf::default(),
            reads_later: false,
            kept: None,
        }
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// From here on the database stays open, where many plays are compared and none is about what is kept.
    pub(crate) async fn keep_open(&mut self) {
        self.kept = Some(self.open().await);
    }

    /// Opens the database as a start of the program does.
    pub(crate) async fn open(&self) -> Store {
        if let Some(kept) = &self.kept {
            return kept.clone();
        }
        let key = MasterKey::read(&self.folder.0.join("key")).expect("the key file is there");
        Store::open(&self.folder.0, Keys::of(&key)).await.expect("the database opens")
    }

    /// Closes it as the program's end does.
    async fn close(&self, store: Store) {
        if self.kept.is_none() {
            store.close().await;
        }
    }

    /// A file lies at Telegram, under this name.
    pub(crate) fn keep_file(&mut self, bytes: Vec<u8>) -> String {
        let name = format!("file-{}", self.files.0.len());
        self.files.0.insert(name.clone(), bytes);
        name
    }

    /// The files that people sent so far.
    pub(crate) fn shelf(&self) -> impl Courier + use<> {
        self.files.clone()
    }

    /// Files are read and batches sent, as the loop beside everything else does.
    pub(crate) async fn work_on_batches(&mut self, store: &Store) {
        if self.reads_later {
            return;
        }
        let mut batches = Batches::new(Worker::at(Path::new(env!("CARGO_BIN_EXE_snaknov"))));
        let files = self.files.clone();
        loop {
            let shown = Mutex::new(Vec::new());
            let show = |effects: Vec<Effect>| shown.lock().expect("one thread").extend(effects);
            let went_on = batches.step(store, self.context(), &files, &show).await.expect("a step never fails");
            self.carry_out(store, shown.into_inner().expect("one thread")).await;
            if !went_on {
                return;
            }
            self.drain(store).await;
        }
    }

    pub(crate) fn context(&self) -> Context {
        Context { now: self.now, operator: self.operator }
    }

    /// A person does something in a chat: one turn, from disk to disk.
    pub(crate) async fn happen(&mut self, who: &str, chat: ChatId, what: What) {
        let person = self.people.get(who).unwrap_or_else(|| panic!("nobody is called {who}")).clone();
        self.updates += 1;
        let raw = match &what {
            What::Text(text) => format!(r#"{{"text":{text:?}}}"#),
            What::Press(pressed) => format!(r#"{{"data":{:?}}}"#, pressed.data),
            _ => "{}".to_owned(),
        };
        let query = if let What::Press(pressed) = &what { Some(pressed.query.clone()) } else { None };
        let update = Arrived { update_id: self.updates, chat, raw };
        let is_message =
            matches!(what, What::Command { .. } | What::Text(_) | What::Location { .. } | What::File(_) | What::Odd(_));
        let message = self.phones.last_sent(chat).filter(|_| is_message && chat.is_private());
        let language = person.client_language.clone();
        let incoming = Incoming { chat, user: person.user, client_language: language, message, what };
        let store = self.open().await;
        let mut tx = store.write().await.expect("one writer");
        tx.receive(vec![update], self.now).await.expect("the update is kept");
        let setting = Setting { context: self.context() };
        let effects = chat::handle(&mut tx, setting, &[(self.updates, incoming)]).await.expect("a turn never fails");
        tx.commit().await.expect("the turn is kept");
        if let Some(query) = query {
            let is_its_answer =
                |effect: &&Effect| matches!(effect, Effect::Answer { query: answered, .. } if *answered == query);
            assert_eq!(effects.iter().filter(is_its_answer).count(), 1, "each press is answered once");
        }
        if std::mem::take(&mut self.power_fails) {
            self.close(store).await;
            self.saw("nobody", &["  (the power goes out)".into()]);
            return;
        }
        self.carry_out(&store, effects).await;
        self.drain(&store).await;
        self.work_on_batches(&store).await;
        self.close(store).await;
    }

    /// What a start of the program does before anything else.
    pub(crate) async fn restart(&mut self) {
        let store = self.open().await;
        let mut tx = store.write().await.expect("one writer");
        tx.requeue_sending().await.expect("rows are queued again");
        let chats = tx.undrawn().await.expect("chats are found");
        let setting = Setting { context: self.context() };
        let effects = chat::redraw(&mut tx, setting, &chats).await.expect("screens are drawn");
        tx.commit().await.expect("the start is kept");
        self.carry_out(&store, effects).await;
        self.drain(&store).await;
        self.work_on_batches(&store).await;
        self.close(store).await;
    }

    /// Time has passed: the jobs run.
    pub(crate) async fn sweep(&mut self) {
        let store = self.open().await;
        let mut tx = store.write().await.expect("one writer");
        let mut after = Some(StayId(0));
        while let Some(from) = after {
            after = actions::ask_reporters(&mut tx, self.context(), from).await.expect("reporters are asked");
        }
        actions::tell_units(&mut tx, self.context()).await.expect("units are told");
        actions::route_waiting(&mut tx, self.context()).await.expect("waiting alerts are routed");
        actions::route_cases(&mut tx, self.context()).await.expect("waiting cases are routed");
        chat::end_talks(&mut tx, self.context()).await.expect("old talks end");
        let days = Rulebook::shipped().on(snaknov::clock::day_of(self.now)).draft_days.value;
        tx.forget_drafts(self.now - TimeDelta::days(i64::from(days))).await.expect("drafts are forgotten");
        let lying = self.now - TimeDelta::days(i64::from(days));
        tx.forget_guest_answers(lying, self.now).await.expect("what guests filled in is forgotten");
        tx.commit().await.expect("the sweep is kept");
        jobs::look_around(&store, self.context()).await.expect("what is due today is found");
        jobs::send_due(&store, self.context()).await.expect("what is due is sent");
        self.drain(&store).await;
        self.close(store).await;
    }

    /// Changes the register as the operator's commands do.
    pub(crate) async fn operate(&mut self, change: impl AsyncFnOnce(&mut Tx, Context) -> anyhow::Result<()>) {
        let store = self.open().await;
        let mut tx = store.write().await.expect("one writer");
        change(&mut tx, self.context()).await.expect("the operator's command works");
        tx.commit().await.expect("the command is kept");
        self.close(store).await;
    }

    async fn carry_out(&mut self, store: &Store, effects: Vec<Effect>) {
        let mut drawn = Vec::new();
        for effect in effects {
            match effect {
                Effect::Show { chat, message, version, replace } => {
                    let shown = self.show(chat, &message, replace);
                    if let (Some(shown), Some(version)) = (shown, version) {
                        drawn.push((chat, version, shown));
                    }
                }
                Effect::Answer { query, text: Some(text), alert } => {
                    let way = if alert { ", in a box" } else { "" };
                    self.saw(&query, &[format!("bot answers {query}{way}:"), format!("  {text}")]);
                }
                Effect::Answer { text: None, .. } => {}
                Effect::Remove { chat, message } => {
                    let name = self.name_of(chat);
                    self.saw(&name, &[format!("bot removes message {message} from {name}")]);
                }
            }
        }
        let mut tx = store.write().await.expect("one writer");
        tx.drawn(&drawn).await.expect("screens are marked");
        tx.commit().await.expect("marks are kept");
    }

    /// Sends what is due, as the outbox's loop does.
    async fn drain(&mut self, store: &Store) {
        loop {
            let mut tx = store.write().await.expect("one writer");
            let rows = tx.claim(self.now, 64).await.expect("rows are claimed");
            if rows.is_empty() {
                return;
            }
            let mut rendered = Vec::new();
            let (to_gather, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.what.is_gathered());
            for row in rows {
                match delivery::render(&mut tx, &row, self.now).await.expect("rows are rendered") {
                    Some(message) => rendered.push((row, message)),
                    None => tx.mark(&row, &Sent::Dead { fault: "gone".into() }).await.expect("rows are marked"),
                }
            }
            tx.commit().await.expect("claims are kept");
            for row in to_gather {
                let message = delivery::gather(store, &row, self.now).await.expect("files are put together");
                rendered.push((row, message.expect("the person is there")));
            }
            let mut tx = store.write().await.expect("one writer");
            for (row, rendered) in rendered {
                let sent = if self.gone.contains(&row.chat) {
                    if !row.chat.is_private() {
                        actions::chat_is_gone(&mut tx, self.context(), row.chat).await.expect("alerts find a way");
                    }
                    Sent::Dead { fault: "gone".into() }
                } else if let Some(&to) = self.moved.get(&row.chat) {
                    tx.move_chat(row.chat, to).await.expect("the group is moved");
                    Sent::Later { due_at: self.now, fault: "moved".into(), whole_chat: false }
                } else if row.what.is_removal() {
                    self.remove(row.chat, &rendered.remove);
                    Sent::Shown { message: None, revision: rendered.revision }
                } else {
                    let shown = self.show(row.chat, &rendered.message, row.message);
                    Sent::Shown { message: shown, revision: rendered.revision }
                };
                tx.mark(&row, &sent).await.expect("rows are marked");
            }
            tx.commit().await.expect("marks are kept");
        }
    }

    /// Messages go from a chat, whoever sent them.
    fn remove(&mut self, chat: ChatId, messages: &[i64]) {
        let name = self.name_of(chat);
        self.phones.remove(chat, messages);
        self.saw(&name, &[format!("bot removes {} messages from {name}", messages.len())]);
    }

    /// A message that cannot take another's place is shown anew.
    fn show(&mut self, chat: ChatId, message: &Message, replace: Option<i64>) -> Option<i64> {
        self.said.push((chat, message.clone()));
        if self.gone.contains(&chat) {
            return None;
        }
        let name = self.name_of(chat);
        let replaced = replace.and_then(|_| self.phones.show(chat, message, replace));
        let verb = if replaced.is_some() { "changes a message of" } else { "to" };
        let shown = replaced.or_else(|| self.phones.show(chat, message, None));
        let protected = if message.protected { ", protected" } else { "" };
        let mut lines = vec![format!("bot {verb} {name}{protected}:")];
        lines.extend(drawn(message));
        self.saw(&name, &lines);
        shown
    }

    pub(crate) fn saw(&mut self, by: &str, lines: &[String]) {
        let lines = lines.iter().map(|line| self.numbers.replaced(line)).collect();
        self.seen.push(Seen { by: by.to_owned(), lines });
    }

    fn name_of(&self, chat: ChatId) -> String {
        let group = self.groups.iter().find(|&(_, &group)| group == chat).map(|(name, _)| name);
        let person = self.people.iter().find(|(_, person)| ChatId::private(person.user) == chat).map(|(name, _)| name);
        group.or(person).cloned().unwrap_or_else(|| chat.to_string())
    }

    /// Rows of a query, each as its columns' texts: what the register holds, seen from outside of the program.
    pub(crate) async fn rows(&self, query: &'static str) -> Vec<Vec<String>> {
        let options =
            SqliteConnectOptions::new().filename(snaknov::store::database_path(self.folder())).read_only(true);
        let mut connection = SqliteConnection::connect_with(&options).await.expect("the database opens");
        let rows = sqlx::query(query).fetch_all(&mut connection).await.expect("the query is right");
        let read = rows
            .iter()
            .map(|row| {
                (0..row.len())
                    .map(|at| row.try_get::<Option<String>, _>(at).expect("text").unwrap_or_default())
                    .collect()
            })
            .collect();
        connection.close().await.expect("the database closes");
        read
    }
}
