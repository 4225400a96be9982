//! Pressed buttons waiting for `answerCallbackQuery`: ids that grow too old. It draws no keyboard.

use std::collections::{HashMap, VecDeque};

/// Seconds a query stays answerable unless told otherwise.
const LIFETIME: i64 = 150;
/// The oldest are forgotten beyond this many, answered or not.
const MOST: usize = 200_000;

/// One press.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query {
    pub(super) user: i64,
    pub(super) chat: i64,
    /// Seconds since 1970.
    at: i64,
}

/// All recent presses.
pub(super) struct Callbacks {
    open: HashMap<i64, Query>,
    order: VecDeque<i64>,
    last: i64,
    pub(super) lifetime: i64,
}

impl Default for Callbacks {
    fn default() -> Self {
        Self { open: HashMap::new(), order: VecDeque::new(), last: 4_000_000_000_000_000_000, lifetime: LIFETIME }
    }
}

impl Callbacks {
    pub(super) fn press(&mut self, user: i64, chat: i64, now: i64) -> i64 {
        // A step other than one: no bot may guess the next id.
        self.last += 1_000_003;
        self.open.insert(self.last, Query { user, chat, at: now });
        self.order.push_back(self.last);
        if self.order.len() > MOST
            && let Some(old) = self.order.pop_front()
        {
            self.open.remove(&old);
        }
        self.last
    }

    /// The query, unless it is unknown or older than the lifetime.
    pub(super) fn answer(&mut self, id: &str, now: i64) -> Option<Query> {
        let id = id.parse().ok()?;
        let query = *self.open.get(&id)?;
        if now - query.at >= self.lifetime {
            self.open.remove(&id);
            return None;
        }
        Some(query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_grows_too_old() {
        let mut callbacks = Callbacks::default();
        let id = callbacks.press(7, 7, 1000).to_string();
        assert_eq!(callbacks.answer(&id, 1149).map(|q| q.user), Some(7));
        assert!(callbacks.answer(&id, 1150).is_none());
        assert!(callbacks.answer("12", 1000).is_none() && callbacks.answer("x", 1000).is_none());
    }
}
