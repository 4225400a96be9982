//! The worker: the oldest update of each chat, many chats to a commit. A turn that fails or panics is tried alone, and
//! after three failures set aside, while its chat goes on.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::FutureExt;
use tokio::sync::{Notify, watch};

use crate::{
    chat::{self, Effect, Incoming, Setting, What},
    clock::Clock,
    delivery::{Courier, Delivery},
    domain::{
        id::{ChatId, UserId},
        language::Language,
    },
    store::{Arrived, Lane, Store, What as Shown},
    text::{Message, Words},
};

use super::read;

/// Chats whose updates share a commit.
const GROUP: usize = 256;

/// Handles the updates of the inbox.
pub struct Worker<C> {
    store: Store,
    clock: Clock,
    delivery: Arc<Delivery<C>>,
    operator: Option<ChatId>,
    queue: Mutex<Queue>,
    wake: Notify,
}

/// Updates that are kept and not done, in each chat's order.
#[derive(Default)]
struct Queue {
    chats: HashMap<ChatId, VecDeque<Arrived>>,
    /// Chats in the order of their oldest update.
    order: VecDeque<ChatId>,
    known: HashSet<i64>,
}

impl Queue {
    fn add(&mut self, update: Arrived) {
        if !self.known.insert(update.update_id) {
            return;
        }
        let chat = self.chats.entry(update.chat).or_default();
        if chat.is_empty() {
            self.order.push_back(update.chat);
        }
        chat.push_back(update);
    }

    /// The oldest update of each of the chats whose turn it is. They stay queued until `done`.
    fn group(&self) -> Vec<Arrived> {
        self.order.iter().take(GROUP).filter_map(|chat| self.chats.get(chat)?.front().cloned()).collect()
    }

    fn done(&mut self, update: &Arrived) {
        self.known.remove(&update.update_id);
        let Some(chat) = self.chats.get_mut(&update.chat) else { return };
        chat.pop_front();
        // A group is taken from the front, so its chats are found there.
        match self.order.front() {
            Some(first) if *first == update.chat => drop(self.order.pop_front()),
            _ => self.order.retain(|other| *other != update.chat),
        }
        if chat.is_empty() {
            self.chats.remove(&update.chat);
        } else {
            self.order.push_back(update.chat);
        }
    }
}

impl<C: Courier> Worker<C> {
    /// A worker that has nothing to do yet.
    pub fn new(store: Store, clock: Clock, delivery: Arc<Delivery<C>>, operator: Option<ChatId>) -> Arc<Self> {
        Arc::new(Self { store, clock, delivery, operator, queue: Mutex::default(), wake: Notify::new() })
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes updates that have been committed to the inbox.
    pub fn add(&self, updates: Vec<Arrived>) {
        let mut queue = self.queue();
        for update in updates {
            queue.add(update);
        }
        drop(queue);
        self.wake.notify_one();
    }

    /// Updates that wait.
    pub fn waiting(&self) -> usize {
        self.queue().known.len()
    }

    /// Takes up what the inbox holds undone: after a start, and what the operator put back from the quarantine.
    pub async fn take_up(&self) -> anyhow::Result<()> {
        let mut tx = self.store.write().await?;
        let unhandled = tx.unhandled().await?;
        drop(tx);
        self.add(unhandled);
        Ok(())
    }

    /// Handles updates until told to stop.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        loop {
            let group = self.queue().group();
            if group.is_empty() {
                tokio::select! {
                    () = self.wake.notified() => {}
                    _ = stop.wait_for(|&stop| stop) => return,
                }
                continue;
            }
            if *stop.borrow() {
                return;
            }
            if !self.handle(&group).await {
                tokio::select! {
                    () = tokio::time::sleep(Duration::from_secs(1)) => {}
                    _ = stop.wait_for(|&stop| stop) => return,
                }
            }
        }
    }

    /// Handles a group; if it fails, each of its updates alone. `false` when the database cannot be written.
    async fn handle(&self, group: &[Arrived]) -> bool {
        if let Ok(effects) = self.attempt(group).await {
            self.finished(group, effects);
            return true;
        }
        for update in group {
            let alone = std::slice::from_ref(update);
            match self.attempt(alone).await {
                Ok(effects) => self.finished(alone, effects),
                Err(fault) => {
                    tracing::error!(update = update.update_id, fault, "an update was not handled");
                    match self.set_aside(update, &fault).await {
                        Ok(true) => self.finished(alone, Self::apology(update)),
                        Ok(false) => {}
                        Err(error) => {
                            tracing::error!(error = format!("{error:#}"), "the database cannot be written");
                            return false;
                        }
                    }
                }
            }
        }
        true
    }

    fn finished(&self, group: &[Arrived], effects: Vec<Effect>) {
        let mut queue = self.queue();
        for update in group {
            queue.done(update);
        }
        drop(queue);
        self.delivery.carry_out(effects);
    }

    /// One transaction holds the effects of all these updates and their "done". The error tells what failed, without
    /// content; nothing is left of a turn that failed.
    async fn attempt(&self, group: &[Arrived]) -> Result<Vec<Effect>, String> {
        let turn = async {
            let updates = group
                .iter()
                .map(|arrived| Ok((arrived.update_id, read::incoming(arrived)?)))
                .collect::<anyhow::Result<Vec<(i64, Incoming)>>>()?;
            let setting = Setting::at(self.clock.now(), self.operator);
            let mut tx = self.store.write().await?;
            let effects = chat::handle(&mut tx, setting, &updates).await?;
            let (wake, files) = (tx.has_enqueued(), tx.has_files());
            tx.commit().await?;
            if files {
                self.delivery.wake_for_files();
            }
            if wake {
                self.delivery.wake();
            }
            anyhow::Ok(effects)
        };
        match AssertUnwindSafe(turn).catch_unwind().await {
            Ok(Ok(effects)) => Ok(effects),
            Ok(Err(error)) => Err(format!("{error:#}")),
            Err(panic) => Err(format!("panic: {}", described(panic.as_ref()))),
        }
    }

    /// Counts a failure; whether the update is set aside by it, of which the operator is told.
    async fn set_aside(&self, update: &Arrived, fault: &str) -> anyhow::Result<bool> {
        let now = self.clock.now();
        let mut tx = self.store.write().await?;
        let aside = tx.failed(update.update_id, fault, now).await?;
        if let (true, Some(operator)) = (aside, self.operator) {
            let key = format!("quarantined:{}", update.update_id);
            tx.enqueue(&key, (operator, None), Lane::Alert, Shown::Quarantined(update.update_id), now).await?;
        }
        tx.commit().await?;
        self.delivery.wake();
        Ok(aside)
    }

    /// One apology with a number, in the language of the person's client.
    fn apology(update: &Arrived) -> Vec<Effect> {
        if !update.chat.is_private() {
            return Vec::new();
        }
        let incoming = read::incoming(update).unwrap_or(Incoming {
            chat: update.chat,
            user: UserId(update.chat.0),
            client_language: None,
            message: None,
            what: What::Nothing,
        });
        let words = Words::of(Language::guess(incoming.client_language.as_deref()));
        let message = Message::saying(words.msg_apology(update.update_id.to_string()));
        vec![Effect::Show { chat: update.chat, message, version: None, replace: None }]
    }
}

/// What a panic said, cut short; panics of ours never quote what a person typed.
fn described(panic: &(dyn std::any::Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    said.unwrap_or("without a word").chars().take(200).collect()
}
