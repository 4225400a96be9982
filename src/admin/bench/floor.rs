//! What nothing at all costs on this machine: a durable commit, and a bot that answers without thinking. Deliberately the
//! same HTTP client, the same kinds of calls and the same mix of updates as the real bot's.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    clock::Clock,
    store::{Keys, MasterKey, Store},
    text::{Language, Words, spans},
};

use super::{
    crowd::{Goal, Phone},
    phone::{Act, Shown},
};

/// Durable commits a second, of one row each, in a database of its own.
pub(super) async fn commits_a_second(folder: &Path) -> anyhow::Result<f64> {
    std::fs::create_dir_all(folder)?;
    let store = Store::open(folder, Keys::of(&MasterKey::generate())).await?;
    let now = Clock::default().now();
    let began = Instant::now();
    let mut commits = 0_u32;
    while began.elapsed() < Duration::from_secs(1) {
        let mut tx = store.write().await?;
        tx.set_note(&format!("bench:{commits}"), "", now).await?;
        tx.commit().await?;
        commits += 1;
    }
    let rate = f64::from(commits) / began.elapsed().as_secs_f64();
    store.close().await;
    Ok(rate)
}

/// Fifteen updates, as a report is made of: what is pressed (`true`) and what is typed.
const REPORT: [bool; 15] =
    [true, true, true, false, false, true, false, false, true, true, false, false, true, true, true];

/// Somebody who presses or types whenever an answer comes.
pub(super) struct Idler {
    step: usize,
    rests: bool,
}

impl Idler {
    /// Idlers begin at different steps, as reporters do.
    pub(super) fn new(index: usize) -> Self {
        Self { step: index, rests: false }
    }
}

impl Phone for Idler {
    fn begin(&mut self) -> Act {
        self.wake()
    }

    fn see(&mut self, shown: Shown, goal: Goal) -> Option<Act> {
        if goal != Goal::Report {
            self.rests = true;
            return None;
        }
        self.step += 1;
        match shown.keys.first() {
            Some(key) if REPORT[self.step % REPORT.len()] => Some(shown.tap(key)),
            _ => Some(Act::Say("N01234567 WANG XIAOMING".to_owned())),
        }
    }

    fn impatient(&mut self) -> Act {
        self.wake()
    }

    fn rests(&self) -> bool {
        self.rests
    }

    fn wake(&mut self) -> Act {
        self.rests = false;
        Act::Say("/start".to_owned())
    }
}

/// A bot that keeps nothing and decides nothing.
pub(super) struct Idle {
    client: reqwest::Client,
    /// Ends in `/bot<token>/`.
    base: String,
    text: String,
    keyboard: Value,
}

impl Idle {
    /// The bot at an address of the Bot API; what it says is as long as a question of the form.
    pub(super) fn new(address: &str, token: &str) -> anyhow::Result<Arc<Self>> {
        let words = Words::of(Language::Km);
        let question =
            [words.msg_arrival_number_ask(), words.msg_arrival_number_example(), words.msg_arrival_number_why()];
        let key = |label: String| json!({ "text": label, "callback_data": "0123456789012345678901" });
        let keyboard = json!({ "inline_keyboard": [
            [key(words.msg_document_passport()), key(words.msg_document_residence_card())],
            [key(words.msg_document_other()), key(words.msg_document_none())],
            [key(words.msg_back()), key(words.msg_cancel())],
        ]});
        let client = reqwest::Client::builder().tcp_nodelay(true).http1_only().pool_max_idle_per_host(256).build()?;
        Ok(Arc::new(Self {
            client,
            base: format!("{address}/bot{token}/"),
            text: spans(&question.join("\n\n")).0,
            keyboard,
        }))
    }

    /// Polls and answers until it is killed.
    pub(super) async fn serve(self: Arc<Self>) -> anyhow::Result<()> {
        let mut offset = 0;
        loop {
            let body = json!({ "offset": offset, "limit": 100, "timeout": 25 });
            let batch: Vec<Update> = self.call("getUpdates", &body).await?;
            for update in batch {
                offset = update.id + 1;
                let this = Arc::clone(&self);
                tokio::spawn(async move {
                    if let Err(error) = this.answer(update).await {
                        tracing::warn!(error = format!("{error:#}"), "an update was not answered");
                    }
                });
            }
        }
    }

    async fn answer(&self, update: Update) -> anyhow::Result<()> {
        let text = format!("{}\n{}", self.text, update.id);
        if let Some(message) = update.message {
            let body = json!({ "chat_id": message.chat.id, "text": text, "reply_markup": self.keyboard });
            let _: Value = self.call("sendMessage", &body).await?;
        }
        if let Some(Query { id, message }) = update.callback_query {
            let body = json!({
                "chat_id": message.chat.id,
                "message_id": message.id,
                "text": text,
                "reply_markup": self.keyboard,
            });
            let answer = json!({ "callback_query_id": id });
            let edit = self.call::<Value>("editMessageText", &body);
            let answer = self.call::<Value>("answerCallbackQuery", &answer);
            let (edited, answered) = tokio::join!(edit, answer);
            edited?;
            answered?;
        }
        Ok(())
    }

    async fn call<T: DeserializeOwned>(&self, method: &str, body: &Value) -> anyhow::Result<T> {
        #[derive(Deserialize)]
        struct Envelope<T> {
            result: T,
        }
        let response = self.client.post(format!("{}{method}", self.base)).json(body).send().await;
        let body = response.map_err(reqwest::Error::without_url)?.bytes().await.map_err(reqwest::Error::without_url)?;
        Ok(serde_json::from_slice::<Envelope<T>>(&body)?.result)
    }
}

#[derive(Deserialize)]
struct Update {
    #[serde(rename = "update_id")]
    id: i64,
    message: Option<Message>,
    callback_query: Option<Query>,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "message_id")]
    id: i64,
    chat: Chat,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
}
