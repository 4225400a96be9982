//! The published rates of sending, as counters: how long a message to a chat must wait. It refuses nothing itself.
//!
//! Source: the Bots FAQ of Telegram, "My bot is hitting limits, how do I avoid this?".

use std::collections::{HashMap, VecDeque};

use super::world::Pace;

const OVERALL_A_SECOND: usize = 30;
const GROUP_A_MINUTE: usize = 20;
/// The FAQ allows "short bursts" above one a second in a chat without a figure; three is what the sandbox takes it to mean.
const CHAT_BURST: i64 = 3;

/// Recent sendings, in the sandbox's own milliseconds.
#[derive(Default)]
pub(super) struct Meter {
    pub(super) pace: Pace,
    overall: VecDeque<i64>,
    groups: HashMap<i64, VecDeque<i64>>,
    /// The moment at which a chat's burst allowance is whole again.
    chats: HashMap<i64, i64>,
}

impl Meter {
    pub(super) fn at(pace: Pace) -> Self {
        Self { pace, ..Self::default() }
    }

    /// Counts `messages` to `chat`, or says after how many seconds they would pass.
    pub(super) fn pass(&mut self, chat: i64, messages: usize, now: i64) -> Result<(), i64> {
        if self.pace == Pace::Off {
            return Ok(());
        }
        let wait =
            self.overall_wait(messages, now).max(self.group_wait(chat, messages, now)).max(self.chat_wait(chat, now));
        if wait > 0 {
            return Err((wait + 999) / 1000);
        }
        let count = i64::try_from(messages).unwrap_or(1);
        for _ in 0..messages {
            self.overall.push_back(now);
            if chat < 0 {
                self.groups.entry(chat).or_default().push_back(now);
            }
        }
        let whole = self.chats.entry(chat).or_insert(now);
        *whole = (*whole).max(now) + 1000 * count;
        Ok(())
    }

    fn overall_wait(&mut self, messages: usize, now: i64) -> i64 {
        wait_in(&mut self.overall, messages, OVERALL_A_SECOND, 1000, now)
    }

    fn group_wait(&mut self, chat: i64, messages: usize, now: i64) -> i64 {
        if chat >= 0 {
            return 0;
        }
        wait_in(self.groups.entry(chat).or_default(), messages, GROUP_A_MINUTE, 60_000, now)
    }

    fn chat_wait(&self, chat: i64, now: i64) -> i64 {
        let whole = self.chats.get(&chat).copied().unwrap_or(now);
        (whole - now - (CHAT_BURST - 1) * 1000).max(0)
    }
}

fn wait_in(recent: &mut VecDeque<i64>, messages: usize, most: usize, window: i64, now: i64) -> i64 {
    while recent.front().is_some_and(|at| now - at >= window) {
        recent.pop_front();
    }
    if recent.len() + messages <= most || recent.is_empty() {
        return 0;
    }
    let over = (recent.len() + messages - most).min(recent.len());
    recent.get(over - 1).map_or(0, |at| at + window - now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meter() -> Meter {
        Meter::at(Pace::Published)
    }

    #[test]
    fn a_chat_takes_a_short_burst_and_then_one_a_second() {
        let mut meter = meter();
        for _ in 0..3 {
            assert_eq!(meter.pass(7, 1, 0), Ok(()));
        }
        assert_eq!(meter.pass(7, 1, 0), Err(1));
        assert_eq!(meter.pass(7, 1, 1000), Ok(()));
        assert_eq!(meter.pass(7, 1, 1000), Err(1));
    }

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let mut meter = meter();
        for n in 0..20 {
            assert_eq!(meter.pass(-5, 1, n * 1000), Ok(()), "message {n}");
        }
        assert_eq!(meter.pass(-5, 1, 20_000), Err(40));
        assert_eq!(meter.pass(-5, 1, 60_000), Ok(()));
    }

    #[test]
    fn all_chats_together_take_thirty_a_second() {
        let mut meter = meter();
        for chat in 1..=30 {
            assert_eq!(meter.pass(chat, 1, 5), Ok(()));
        }
        assert_eq!(meter.pass(31, 1, 6), Err(1));
        assert_eq!(meter.pass(31, 1, 1005), Ok(()));
    }

    #[test]
    fn nothing_is_counted_when_the_pace_is_off() {
        let mut meter = Meter::default();
        for _ in 0..1000 {
            assert_eq!(meter.pass(-5, 10, 0), Ok(()));
        }
    }
}
