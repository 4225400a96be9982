//! Links that lead to the bot, `https://t.me/<bot>?start=<payload>`: read, and opened by a person. It follows no other link.
//!
//! Source: Telegram Bot features, "Deep linking"; Telegram API, "Deep links", "Bot links".

use super::people::Refused;
use super::state::State;

const LONGEST_PAYLOAD: usize = 64;
/// Hosts that Telegram takes for its own.
const HOSTS: [&str; 3] = ["t.me", "telegram.me", "telegram.dog"];

/// The payload of a link to this bot's private chat, empty if it has none.
fn payload<'a>(url: &'a str, bot: &str) -> Result<&'a str, Refused> {
    let elsewhere = || format!("this is no link to the bot: {url}");
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let value = |name: &str| query.split('&').filter_map(|pair| pair.split_once('=')).find(|(n, _)| *n == name);
    let lower = address.to_ascii_lowercase();
    let name = if let Some(resolve) = lower.strip_prefix("tg:") {
        let domain = (resolve.trim_matches('/') == "resolve").then(|| value("domain")).flatten();
        domain.map(|(_, name)| name.to_ascii_lowercase())
    } else {
        let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
        let own = bare.split_once('/').filter(|(host, _)| HOSTS.contains(host));
        own.map(|(_, name)| name.trim_end_matches('/').to_owned())
    };
    if !name.is_some_and(|name| name.eq_ignore_ascii_case(bot)) {
        return Err(elsewhere());
    }
    let payload = value("start").map_or("", |(_, payload)| payload);
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    if payload.len() > LONGEST_PAYLOAD || !payload.bytes().all(fits) {
        return Err(format!("the payload of a link is 1-{LONGEST_PAYLOAD} of A-Z a-z 0-9 _ -: {url}"));
    }
    Ok(payload)
}

impl State {
    /// A person opens a link to the bot and presses Start, which says `/start <payload>`. Answers the message's id.
    pub(super) fn open_link(&mut self, user: i64, url: &str, now: i64) -> Result<i64, Refused> {
        let payload = payload(url, &self.bot_username)?;
        let text = if payload.is_empty() { "/start".to_owned() } else { format!("/start {payload}") };
        self.say(user, user, &text, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_the_bot_are_read_in_every_published_form() {
        for url in [
            "https://t.me/some_bot?start=a-B_9",
            "http://telegram.me/Some_Bot/?start=a-B_9",
            "t.me/some_bot?start=a-B_9#x",
            "T.ME/some_bot?x=1&start=a-B_9",
            "tg://resolve?domain=some_bot&start=a-B_9",
            "tg:resolve?start=a-B_9&domain=SOME_BOT",
        ] {
            assert_eq!(payload(url, "some_bot").as_deref(), Ok("a-B_9"), "{url}");
        }
        assert_eq!(payload("https://t.me/some_bot", "some_bot").as_deref(), Ok(""));
        assert!(payload(&format!("https://t.me/some_bot?start={}", "x".repeat(64)), "some_bot").is_ok());
    }

    #[test]
    fn other_links_and_broken_payloads_are_refused() {
        for url in [
            "https://t.me/other_bot?start=a",
            "https://t.me/some_bot/app?start=a",
            "https://t.me.example.org/some_bot?start=a",
            "https://example.org/some_bot?start=a",
            "https://t.me/some_bot?start=a%20b",
            "tg://msg?domain=some_bot&start=a",
            "",
        ] {
            assert!(payload(url, "some_bot").is_err(), "{url}");
        }
        assert!(payload(&format!("https://t.me/some_bot?start={}", "x".repeat(65)), "some_bot").is_err());
    }
}
