//! Telegram's limits on what a bot sends (Bots FAQ, "My bot is hitting limits"): about 30 messages a second over all,
//! 20 a minute into one group. Whatever still meets a limit is told how long to wait.

use std::num::NonZeroU32;

use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::domain::id::ChatId;

/// A pace that is kept, or none (for a Bot API server of one's own, and for measuring).
pub struct Pace(Option<Limits>);

struct Limits {
    overall: DefaultDirectRateLimiter,
    group: DefaultKeyedRateLimiter<ChatId>,
}

impl Pace {
    /// The published limits.
    pub fn published() -> Self {
        let a_second = NonZeroU32::new(29).expect("29 is not 0");
        let a_minute = NonZeroU32::new(19).expect("19 is not 0");
        Self(Some(Limits {
            overall: RateLimiter::direct(Quota::per_second(a_second)),
            group: RateLimiter::keyed(Quota::per_minute(a_minute).allow_burst(NonZeroU32::new(5).expect("5 is not 0"))),
        }))
    }

    /// No limit.
    pub fn unlimited() -> Self {
        Self(None)
    }

    /// Waits until a message may go to a chat.
    pub async fn wait(&self, chat: ChatId) {
        let Some(limits) = &self.0 else { return };
        if !chat.is_private() {
            limits.group.until_key_ready(&chat).await;
        }
        limits.overall.until_ready().await;
    }

    /// Forgets groups that have been quiet.
    pub fn tidy(&self) {
        if let Some(limits) = &self.0 {
            limits.group.retain_recent();
        }
    }
}
