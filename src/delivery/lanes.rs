//! One lane a chat: messages to a chat leave one after the other, chats do not wait for each other.

use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::sync::Notify;

use crate::{
    chat::Effect,
    clock::Clock,
    domain::id::ChatId,
    store::{Outgoing, Sent, Store},
    text::Message,
};

use super::{Courier, Failure, Pace, Place, Rendered};

/// How often a prompt is tried that certainly did not arrive.
const PROMPT_TRIES: usize = 4;

/// Sends what turns and the outbox want to be seen.
pub struct Delivery<C> {
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) courier: C,
    /// The limits that are kept.
    pub(crate) pace: Pace,
    pub(super) operator: Option<ChatId>,
    lanes: Mutex<HashMap<ChatId, VecDeque<Job>>>,
    /// Jobs and answers under way, for draining.
    busy: AtomicUsize,
    pub(super) results: Mutex<Results>,
    /// Something is in the outbox, or results wait to be marked.
    pub(super) wake: Notify,
    /// Files wait to be read, or a batch to be sent.
    files: Notify,
}

/// What became of messages and is not written down yet.
#[derive(Default)]
pub(super) struct Results {
    /// Chat, version, message.
    pub(super) drawn: Vec<(ChatId, i64, i64)>,
    pub(super) sent: Vec<(Outgoing, Result<Sent, Failure>)>,
}

enum Job {
    Prompt { message: Message, version: Option<i64>, replace: Option<i64> },
    Row { row: Outgoing, rendered: Rendered },
}

impl<C: Courier> Delivery<C> {
    /// A delivery that has nothing under way.
    pub fn new(store: Store, clock: Clock, courier: C, pace: Pace, operator: Option<ChatId>) -> Arc<Self> {
        Arc::new(Self {
            store,
            clock,
            courier,
            pace,
            operator,
            lanes: Mutex::default(),
            busy: AtomicUsize::new(0),
            results: Mutex::default(),
            wake: Notify::new(),
            files: Notify::new(),
        })
    }

    /// Says that rows were put into the outbox.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Says that files were sent, or a batch.
    pub fn wake_for_files(&self) {
        self.files.notify_one();
    }

    /// Waits until that was said.
    pub async fn files_came(&self) {
        self.files.notified().await;
    }

    /// Whoever carries.
    pub fn courier(&self) -> &C {
        &self.courier
    }

    /// Carries out the effects of turns. Returns at once.
    pub fn carry_out(self: &Arc<Self>, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Show { chat, message, version, replace } => {
                    self.queue(chat, Job::Prompt { message, version, replace });
                }
                Effect::Answer { query, text, alert } => {
                    let this = Arc::clone(self);
                    self.spawn(async move {
                        if let Err(failure) = this.courier.answer(&query, text.as_deref(), alert).await {
                            tracing::debug!(%failure, "a press was not answered");
                        }
                    });
                }
                Effect::Remove { chat, message } => {
                    let this = Arc::clone(self);
                    self.spawn(async move {
                        if let Err(failure) = this.courier.remove(chat, message).await {
                            tracing::warn!(chat = chat.0, %failure, "a message was not removed");
                        }
                    });
                }
            }
        }
    }

    pub(super) fn send_row(self: &Arc<Self>, row: Outgoing, rendered: Rendered) {
        self.queue(row.chat, Job::Row { row, rendered });
    }

    /// Whether nothing is under way.
    pub fn is_idle(&self) -> bool {
        self.busy.load(Ordering::SeqCst) == 0
    }

    pub(super) fn spawn(self: &Arc<Self>, work: impl Future<Output = ()> + Send + 'static) {
        self.busy.fetch_add(1, Ordering::SeqCst);
        let this = Arc::clone(self);
        tokio::spawn(async move {
            work.await;
            this.busy.fetch_sub(1, Ordering::SeqCst);
        });
    }

    fn queue(self: &Arc<Self>, chat: ChatId, job: Job) {
        self.busy.fetch_add(1, Ordering::SeqCst);
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lane) = lanes.get_mut(&chat) {
            lane.push_back(job);
            return;
        }
        lanes.insert(chat, VecDeque::new());
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let mut next = Some(job);
            while let Some(job) = next {
                this.do_job(chat, job).await;
                this.busy.fetch_sub(1, Ordering::SeqCst);
                let mut lanes = this.lanes.lock().unwrap_or_else(PoisonError::into_inner);
                next = lanes.get_mut(&chat).and_then(VecDeque::pop_front);
                if next.is_none() {
                    lanes.remove(&chat);
                }
            }
        });
    }

    async fn do_job(&self, chat: ChatId, job: Job) {
        match job {
            Job::Prompt { message, version, replace } => {
                if let Some(shown) = self.prompt(chat, &message, replace).await
                    && let Some(version) = version
                {
                    self.note(|results| results.drawn.push((chat, version, shown)));
                }
            }
            Job::Row { row, rendered } => {
                let place = Place { chat, topic: row.topic };
                self.pace.wait(chat).await;
                if row.what.is_removal() {
                    let removed = self.courier.remove_all(chat, &rendered.remove).await;
                    let result = removed.map(|()| Sent::Shown { message: None, revision: rendered.revision });
                    self.note(|results| results.sent.push((row, result)));
                    self.wake.notify_one();
                    return;
                }
                let shown = match self.courier.show(place, &rendered.message, row.message).await {
                    Err(Failure::CannotReplace) => self.courier.show(place, &rendered.message, None).await,
                    shown => shown,
                };
                let result = shown.map(|message| Sent::Shown { message: Some(message), revision: rendered.revision });
                self.note(|results| results.sent.push((row, result)));
                self.wake.notify_one();
            }
        }
    }

    /// Shows a prompt; it is tried again only where it certainly did not arrive. The message that shows it.
    async fn prompt(&self, chat: ChatId, message: &Message, mut replace: Option<i64>) -> Option<i64> {
        let place = Place { chat, topic: None };
        for attempt in 0..PROMPT_TRIES {
            self.pace.wait(chat).await;
            match self.courier.show(place, message, replace).await {
                Ok(shown) => return Some(shown),
                Err(Failure::CannotReplace) => replace = None,
                Err(Failure::Wait(wait)) => tokio::time::sleep(wait).await,
                Err(Failure::Unreachable(_)) => tokio::time::sleep(Duration::from_millis(300 << (2 * attempt))).await,
                Err(failure) => {
                    tracing::info!(chat = chat.0, %failure, "a prompt was not shown");
                    return None;
                }
            }
        }
        tracing::warn!(chat = chat.0, "a prompt was given up");
        None
    }

    pub(super) fn note(&self, write: impl FnOnce(&mut Results)) {
        write(&mut self.results.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub(super) fn take_results(&self) -> Results {
        std::mem::take(&mut self.results.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Results that could not be written down come before those that arrived meanwhile.
    pub(super) fn put_back(&self, mut earlier: Results) {
        self.note(|results| {
            earlier.drawn.append(&mut results.drawn);
            earlier.sent.append(&mut results.sent);
            *results = earlier;
        });
    }

    pub(super) fn has_results(&self) -> bool {
        let results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        !results.drawn.is_empty() || !results.sent.is_empty()
    }
}
