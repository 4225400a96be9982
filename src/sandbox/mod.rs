//! A pretend Telegram on this machine: the Bot API 9.1 over HTTP, people who can be made to act, a page with their phones.
//! It knows the published Bot API and nothing of the bot that calls it.

mod act;
mod callbacks;
mod clock;
mod control;
mod entities;
mod event;
mod faults;
mod files;
mod formats;
mod groups;
mod html;
mod http;
mod hub;
mod line;
mod links;
mod markup;
mod message;
mod methods;
mod pace;
mod page;
mod params;
mod people;
mod pictures;
mod post;
mod profile;
mod reply;
mod sending;
mod shapes;
mod specimens;
mod state;
#[cfg(test)]
mod tests;
mod updates;
mod validate;
mod world;

use std::net::SocketAddr;
use std::ops::Range;
use std::sync::Arc;

use axum::Router;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio::task::AbortHandle;

pub use event::Event;
pub use faults::{Fault, Faults};
pub use post::{Content, Post};
pub use world::{BotUser, Group, GroupKind, Pace, Person, Specimen, World};

use hub::Hub;
use line::{Cut, Lines};
use state::Standing;

/// The message that was to be pressed has no button with that data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchButton(pub String);

impl std::fmt::Display for NoSuchButton {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoSuchButton {}

/// A running sandbox; clones share it. It lives until [`Sandbox::stop`] or the end of the runtime.
#[derive(Clone)]
pub struct Sandbox {
    hub: Arc<Hub>,
    address: SocketAddr,
    accepting: AbortHandle,
}

/// Serves `world` on `listen` until the task is dropped; port 0 takes any.
pub async fn serve_forever(world: World, listen: SocketAddr) -> std::io::Result<()> {
    let listener = TcpListener::bind(listen).await?;
    accept(Arc::new(Hub::new(world)), listener).await
}

async fn accept(hub: Arc<Hub>, listener: TcpListener) -> std::io::Result<()> {
    let app = Router::new().fallback(http::serve).with_state(hub);
    axum::serve(Lines(listener), app.into_make_service_with_connect_info::<Cut>()).await
}

impl Sandbox {
    /// Starts serving on the current runtime; port 0 takes any. Fails if the address is taken.
    pub async fn start(world: World, listen: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind(listen).await?;
        let address = listener.local_addr()?;
        let hub = Arc::new(Hub::new(world));
        let accepting = tokio::spawn(accept(Arc::clone(&hub), listener)).abort_handle();
        Ok(Self { hub, address, accepting })
    }

    /// `http://127.0.0.1:<port>`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends it: no connection is accepted, open polls end, open connections are cut at their next request.
    pub fn stop(&self) {
        self.hub.stop();
        self.accepting.abort();
    }

    /// A person writes; commands, links and mentions become entities. Answers the message id.
    ///
    /// Panics if the person cannot write in that chat: a mistake of the caller.
    pub fn say(&self, user: i64, chat: i64, text: &str) -> i64 {
        let now = self.hub.now();
        let said = self.hub.lock().say(user, chat, text, now);
        expected(said)
    }

    /// A person opens a link to the bot, `https://t.me/<bot>?start=<payload>`, and presses Start. Answers the id of the
    /// message that says so.
    ///
    /// Panics if it leads elsewhere, or if the person cannot write: a mistake of the caller.
    pub fn open_link(&self, user: i64, url: &str) -> i64 {
        let now = self.hub.now();
        let opened = self.hub.lock().open_link(user, url, now);
        expected(opened)
    }

    /// A person sends something; a [`Content`] will do as well as a [`Post`]. Answers the message id.
    ///
    /// Panics if the person cannot write in that chat, or if a photo is no picture: a mistake of the caller.
    pub fn post(&self, user: i64, chat: i64, what: impl Into<Post>) -> i64 {
        let now = self.hub.now();
        let ready = expected(what.into().ready());
        let posted = self.hub.lock().post(user, chat, ready, now);
        expected(posted)
    }

    /// A person sends several photos, or several files, as one album. Answers the message ids.
    ///
    /// Panics unless there are 2 to 10 of a kind, or if the person cannot write in that chat: a mistake of the caller.
    pub fn album(&self, user: i64, chat: i64, items: Vec<Post>) -> Vec<i64> {
        let now = self.hub.now();
        let sent = expected(post::album(items));
        let mut state = self.hub.lock();
        let album = state.new_album(now);
        sent.into_iter().map(|item| expected(state.post(user, chat, item.in_album(&album), now))).collect()
    }

    /// A person changes the text or caption of their own message. Panics if it is not theirs.
    pub fn edit(&self, user: i64, chat: i64, message: i64, text: &str) {
        let now = self.hub.now();
        let edited = self.hub.lock().rewrite(user, chat, message, text, now);
        expected(edited);
    }

    /// A person deletes a message for everybody: their own, or in private the bot's. Panics if it is neither.
    pub fn delete(&self, user: i64, chat: i64, message: i64) {
        let deleted = self.hub.lock().withdraw(user, chat, message);
        expected(deleted);
    }

    /// A person presses the inline button with this data. Answers the callback query's id.
    pub fn press(&self, user: i64, chat: i64, message: i64, data: &str) -> Result<String, NoSuchButton> {
        let now = self.hub.now();
        self.hub.lock().press(user, chat, message, data, false, now).map_err(NoSuchButton)
    }

    /// A changed client sends data that no button carries. Answers the callback query's id; panics if the person is not in the chat.
    pub fn press_forged(&self, user: i64, chat: i64, message: i64, data: &str) -> String {
        let now = self.hub.now();
        let pressed = self.hub.lock().press(user, chat, message, data, true, now);
        expected(pressed)
    }

    /// A person stops the bot. Panics if there is no such person, as do all below that name one.
    pub fn block(&self, user: i64) {
        let now = self.hub.now();
        let done = self.hub.lock().set_blocked(user, true, now);
        expected(done);
    }

    /// A person restarts the bot.
    pub fn unblock(&self, user: i64) {
        let now = self.hub.now();
        let done = self.hub.lock().set_blocked(user, false, now);
        expected(done);
    }

    /// A person deletes their account.
    pub fn deactivate(&self, user: i64) {
        let done = self.hub.lock().deactivate(user);
        expected(done);
    }

    /// A person joins a group.
    pub fn join(&self, user: i64, group: i64) {
        let now = self.hub.now();
        let done = self.hub.lock().join(user, group, now);
        expected(done);
    }

    /// A person leaves a group.
    pub fn leave(&self, user: i64, group: i64) {
        let now = self.hub.now();
        let done = self.hub.lock().leave(user, group, now);
        expected(done);
    }

    /// A person who did not exist so far, with a private chat.
    pub fn add_person(&self, person: &Person) {
        self.hub.lock().add_person(person);
    }

    /// A group that did not exist so far.
    pub fn add_group(&self, group: &Group) {
        self.hub.lock().add_group(group);
    }

    fn standing(&self, group: i64, standing: Standing) {
        let now = self.hub.now();
        let done = self.hub.lock().set_standing(group, standing, now);
        expected(done);
    }

    /// The owner throws the bot out. Panics if there is no such group, as do all below that name one.
    pub fn remove_bot(&self, group: i64) {
        self.standing(group, Standing::Kicked);
    }

    /// The owner takes the bot in, as a plain member.
    pub fn add_bot(&self, group: i64) {
        self.standing(group, Standing::Member);
    }

    /// The owner makes the bot an administrator.
    pub fn promote_bot(&self, group: i64) {
        self.standing(group, Standing::Administrator);
    }

    /// A basic group becomes a supergroup; answers its new id.
    pub fn migrate(&self, group: i64) -> i64 {
        let now = self.hub.now();
        let done = self.hub.lock().migrate(group, now);
        expected(done)
    }

    /// A group is deleted for everyone.
    pub fn delete_group(&self, group: i64) {
        let done = self.hub.lock().delete_group(group);
        expected(done);
    }

    /// A topic in a forum; answers its thread id.
    pub fn create_topic(&self, group: i64, name: &str) -> i64 {
        let now = self.hub.now();
        let done = self.hub.lock().create_topic(group, name, now);
        expected(done)
    }

    /// A topic and its messages vanish.
    pub fn delete_topic(&self, group: i64, thread: i64) {
        let done = self.hub.lock().delete_topic(group, thread);
        expected(done);
    }

    /// Any JSON object becomes an update under the next id, which is answered.
    pub fn raw_update(&self, update: Value) -> i64 {
        let now = self.hub.now();
        self.hub.lock().raw_update(update, now)
    }

    /// Privacy mode, which is on at first: in groups a plain member hears only commands and replies to itself.
    pub fn set_privacy(&self, on: bool) {
        self.hub.lock().privacy = on;
    }

    /// The rate limits from here on.
    pub fn set_pace(&self, pace: Pace) {
        self.hub.lock().meter.pace = pace;
    }

    /// Seconds a pressed button can be answered; 150 at first.
    pub fn set_callback_lifetime(&self, seconds: i64) {
        self.hub.lock().callbacks.lifetime = seconds;
    }

    /// How many messages of each chat are kept; 2000 at first.
    pub fn keep_messages(&self, count: usize) {
        self.hub.lock().keep = count.max(1);
    }

    /// Moves the sandbox's clock ahead, for rules of 150 s, 24 h and 48 h; it never goes back.
    pub fn advance_clock(&self, seconds: i64) {
        self.hub.advance(seconds);
    }

    /// Calls `follower` with the seconds of each move of the clock, from the page, from HTTP or from here, before
    /// anything else happens at the later time. It must not call the sandbox.
    pub fn on_advance(&self, follower: impl Fn(i64) + Send + Sync + 'static) {
        self.hub.clock.tell(Box::new(follower));
    }

    /// Starts the update ids anew, as Telegram may after a week without updates; what was pending is lost.
    pub fn restart_update_ids(&self, first: i64) {
        self.hub.lock().updates.restart_at(first);
    }

    /// What the chat shows, oldest first: the Bot API's `Message`, with the reply keyboards that phones see.
    pub fn messages(&self, chat: i64) -> Vec<Value> {
        let shown: Vec<_> =
            self.hub.lock().chats.get(&chat).map(|c| c.messages.iter().cloned().collect()).unwrap_or_default();
        shown.iter().filter_map(|m: &Arc<message::Message>| serde_json::from_str(&m.shown()).ok()).collect()
    }

    /// The newest message of a chat, if any; cheaper than [`Sandbox::messages`].
    pub fn last_message(&self, chat: i64) -> Option<Value> {
        let last = self.hub.lock().chats.get(&chat).and_then(|c| c.messages.back().cloned())?;
        serde_json::from_str(&last.shown()).ok()
    }

    /// What happens from here on, as the page is told.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.hub.lock().events.subscribe()
    }

    /// Each call that broke the published API, `method: why`; a test asserts that there is none.
    pub fn violations(&self) -> Vec<String> {
        self.hub.lock().violations.clone()
    }

    /// How often a method was called (any letter case, `*` for all).
    pub fn calls(&self, method: &str) -> u64 {
        self.hub.calls(method)
    }

    /// The highest offset that a `getUpdates` confirmed; 0 before the first.
    pub fn confirmed_offset(&self) -> i64 {
        self.hub.lock().updates.confirmed()
    }

    /// Updates not yet confirmed.
    pub fn pending_updates(&self) -> usize {
        self.hub.lock().updates.pending()
    }

    /// Every update id given so far; there are no gaps.
    pub fn update_ids_given(&self) -> Range<i64> {
        self.hub.lock().updates.given()
    }

    /// The menu of commands that a person sees in private.
    pub fn commands_of(&self, user: i64) -> Value {
        let state = self.hub.lock();
        let language = state.people.get(&user).and_then(|h| h.person.language_code.as_deref()).unwrap_or_default();
        state.profile.menu_of(user, language)
    }

    /// Troubles to come.
    pub fn faults(&self) -> &Faults {
        &self.hub.faults
    }
}

/// What a caller in Rust asked for must be possible; over HTTP the same refusal is an answer.
fn expected<T>(done: Result<T, String>) -> T {
    match done {
        Ok(value) => value,
        Err(why) => panic!("the sandbox cannot do that: {why}"),
    }
}
