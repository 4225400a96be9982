//! The queue of updates with Telegram's offsets: nothing leaves it but by a higher offset or by age. It knows no chats.

use std::collections::VecDeque;
use std::ops::Range;

use serde_json::Value;

/// Telegram keeps an unread update for a day.
const KEPT_SECONDS: i64 = 24 * 60 * 60;

/// An offset further ahead than this belongs to another numbering and confirms nothing.
const FUTURE: i64 = 10;

struct Update {
    /// The whole JSON object.
    json: Box<str>,
    /// When it stops being delivered, seconds since 1970.
    expires: i64,
}

/// Updates not yet confirmed, ids without gaps.
pub(super) struct Queue {
    first: i64,
    started_at: i64,
    waiting: VecDeque<Update>,
    confirmed: i64,
    /// Kinds the bot asked for; `None` is the default set.
    allowed: Option<Vec<String>>,
    /// Counts calls of `getUpdates`: only the newest may wait.
    pub(super) poll: u64,
}

/// Kinds that are sent only if asked for.
const OPT_IN: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

impl Queue {
    pub(super) fn starting_at(first: i64) -> Self {
        Self { first, started_at: first, waiting: VecDeque::new(), confirmed: 0, allowed: None, poll: 0 }
    }

    /// Whether the bot wants updates of this kind.
    pub(super) fn wants(&self, kind: &str) -> bool {
        self.allowed.as_ref().map_or_else(|| !OPT_IN.contains(&kind), |allowed| allowed.iter().any(|a| a == kind))
    }

    pub(super) fn allow(&mut self, kinds: Option<&Value>) {
        let Some(Value::Array(kinds)) = kinds else { return };
        let kinds: Vec<String> = kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        self.allowed = (!kinds.is_empty()).then_some(kinds);
    }

    pub(super) fn allowed(&self) -> Option<&[String]> {
        self.allowed.as_deref()
    }

    /// Adds `{"update_id":..,"<kind>":<body>}` and answers the id.
    pub(super) fn push(&mut self, kind: &str, body: &str, now: i64, lifetime: Option<i64>) -> i64 {
        let id = self.next_id();
        let json = format!("{{\"update_id\":{id},\"{kind}\":{body}}}").into_boxed_str();
        self.put(json, now + lifetime.unwrap_or(KEPT_SECONDS).min(KEPT_SECONDS));
        id
    }

    /// Adds an object of any content, under the next id.
    pub(super) fn push_raw(&mut self, mut update: Value, now: i64) -> i64 {
        let id = self.next_id();
        if let Value::Object(fields) = &mut update {
            fields.insert("update_id".to_owned(), Value::from(id));
        }
        self.put(update.to_string().into_boxed_str(), now + KEPT_SECONDS);
        id
    }

    fn put(&mut self, json: Box<str>, expires: i64) {
        self.waiting.push_back(Update { json, expires });
    }

    pub(super) fn next_id(&self) -> i64 {
        self.first + i64::try_from(self.waiting.len()).unwrap_or(0)
    }

    /// Every id ever given.
    pub(super) fn given(&self) -> Range<i64> {
        self.started_at..self.next_id()
    }

    pub(super) fn confirmed(&self) -> i64 {
        self.confirmed
    }

    pub(super) fn pending(&self) -> usize {
        self.waiting.len()
    }

    /// Restarts the numbering at another id, as Telegram may after a quiet week.
    pub(super) fn restart_at(&mut self, first: i64) {
        self.waiting.clear();
        self.confirmed = 0;
        self.first = first;
        self.started_at = first;
    }

    /// Forgets what `offset` confirms: ids below it, or with a negative offset all but the last `-offset`.
    pub(super) fn confirm(&mut self, offset: i64) {
        if offset > self.next_id() + FUTURE {
            return;
        }
        let upto = if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.first + i64::try_from(self.waiting.len().saturating_sub(keep)).unwrap_or(0)
        } else {
            offset
        };
        while self.first < upto && self.waiting.pop_front().is_some() {
            self.first += 1;
        }
        if offset > 0 {
            self.confirmed = self.confirmed.max(upto);
        }
    }

    pub(super) fn forget_all(&mut self) {
        self.confirm(self.next_id());
    }

    /// Up to `limit` of the oldest updates as a JSON array, or `None` if there is none.
    pub(super) fn batch(&mut self, limit: usize, now: i64) -> Option<String> {
        while self.waiting.front().is_some_and(|u| u.expires <= now) {
            self.waiting.pop_front();
            self.first += 1;
        }
        if self.waiting.is_empty() {
            return None;
        }
        let live = || self.waiting.iter().filter(|u| u.expires > now).take(limit);
        let mut out = String::with_capacity(live().map(|u| u.json.len() + 1).sum::<usize>() + 2);
        for update in live() {
            out.push(if out.is_empty() { '[' } else { ',' });
            out.push_str(&update.json);
        }
        (!out.is_empty()).then(|| {
            out.push(']');
            out
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ids(batch: Option<String>) -> Vec<i64> {
        let batch: Vec<Value> = batch.map_or(Vec::new(), |b| serde_json::from_str(&b).expect("JSON"));
        batch.iter().filter_map(|u| u["update_id"].as_i64()).collect()
    }

    fn three() -> Queue {
        let mut queue = Queue::starting_at(100);
        for n in 0..3 {
            queue.push("message", "{}", n, None);
        }
        queue
    }

    #[test]
    fn only_a_higher_offset_confirms() {
        let mut queue = three();
        assert_eq!(ids(queue.batch(2, 5)), [100, 101]);
        assert_eq!(ids(queue.batch(100, 5)), [100, 101, 102]);
        queue.confirm(0);
        queue.confirm(101);
        assert_eq!(ids(queue.batch(100, 5)), [101, 102]);
        queue.confirm(103);
        assert_eq!(queue.batch(100, 5), None);
        assert_eq!((queue.confirmed(), queue.given(), queue.pending()), (103, 100..103, 0));
    }

    #[test]
    fn a_negative_offset_keeps_the_newest() {
        let mut queue = three();
        queue.confirm(-1);
        assert_eq!(ids(queue.batch(100, 5)), [102]);
        queue.confirm(-50);
        assert_eq!(ids(queue.batch(100, 5)), [102]);
    }

    #[test]
    fn updates_are_kept_for_a_day() {
        let mut queue = three();
        assert_eq!(ids(queue.batch(100, KEPT_SECONDS)), [101, 102]);
        assert_eq!(queue.push_raw(json!({ "novelty": {} }), KEPT_SECONDS), 103);
        assert_eq!(ids(queue.batch(100, KEPT_SECONDS + 2)), [103]);
    }

    #[test]
    fn rarer_kinds_come_only_if_asked_for() {
        let mut queue = three();
        assert!(queue.wants("message") && queue.wants("my_chat_member") && !queue.wants("chat_member"));
        queue.allow(Some(&json!(["chat_member"])));
        assert!(!queue.wants("message") && queue.wants("chat_member"));
        queue.allow(None);
        assert!(queue.wants("chat_member"));
        queue.allow(Some(&json!([])));
        assert!(queue.wants("message") && !queue.wants("chat_member"));
    }
}
