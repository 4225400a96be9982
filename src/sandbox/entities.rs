//! Entities of a text: the given ones checked, the obvious ones (commands, mentions, links) found. It parses no markup.

use serde::Serialize;
use serde_json::{Map, Value};

use super::html;
use super::reply::ApiError;

/// A `MessageEntity`; offsets and lengths are UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    /// `url`, `language`, `user` or `custom_emoji_id`, as the kind demands.
    #[serde(flatten)]
    pub(super) more: Map<String, Value>,
}

impl Entity {
    pub(super) fn plain(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, more: Map::new() }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// A text with its entities, in order of offset.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

/// The most that one message may say, UTF-16 code units.
pub(super) const LONGEST_TEXT: usize = 4096;

/// The byte at which `units` UTF-16 code units are over, never inside a character.
pub(super) fn byte_at(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        seen += c.len_utf16();
        if seen > units {
            return at;
        }
    }
    text.len()
}

/// Length as Telegram counts it.
pub(super) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

const KINDS: [&str; 19] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
];

/// Applies `parse_mode` or the explicit entities, trims, and finds commands, mentions and links.
pub(super) fn formatted(text: String, parse_mode: Option<&str>, given: Option<Value>) -> Result<Formatted, ApiError> {
    let mut read = match parse_mode {
        None | Some("") => Formatted { entities: explicit(&text, given)?, text },
        Some(mode) if mode.eq_ignore_ascii_case("html") => {
            html::parse(&text).map_err(|why| ApiError::breach(&format!("can't parse entities: {why}")))?
        }
        Some(mode) if mode.eq_ignore_ascii_case("markdownv2") || mode.eq_ignore_ascii_case("markdown") => {
            return Err(ApiError::breach("the sandbox reads only the HTML parse_mode"));
        }
        Some(_) => return Err(ApiError::breach("unsupported parse_mode")),
    };
    trim(&mut read);
    find(&mut read);
    Ok(read)
}

/// The text as a person typed it.
pub(super) fn typed(text: &str) -> Formatted {
    let mut read = Formatted { text: text.to_owned(), entities: Vec::new() };
    trim(&mut read);
    find(&mut read);
    read
}

fn explicit(text: &str, given: Option<Value>) -> Result<Vec<Entity>, ApiError> {
    let Some(Value::Array(given)) = given else { return Ok(Vec::new()) };
    let whole = utf16_len(text);
    let mut entities = Vec::with_capacity(given.len());
    for item in given {
        let Value::Object(mut more) = item else { continue };
        let kind = more.remove("type").and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let number = |v: Option<Value>| v.and_then(|v| v.as_u64()).and_then(|n| usize::try_from(n).ok());
        let (Some(offset), Some(length)) = (number(more.remove("offset")), number(more.remove("length"))) else {
            return Err(ApiError::breach("can't parse entities: offset and length must be non-negative"));
        };
        if !KINDS.contains(&kind.as_str()) {
            return Err(ApiError::breach(&format!("can't parse entities: unsupported type \"{kind}\"")));
        }
        if length == 0 || offset.checked_add(length).is_none_or(|end| end > whole) {
            return Err(ApiError::breach(&format!(
                "can't parse entities: {kind} at {offset}+{length} is outside the text of {whole} UTF-16 units"
            )));
        }
        let needs = match kind.as_str() {
            "text_link" => "url",
            "text_mention" => "user",
            "custom_emoji" => "custom_emoji_id",
            _ => "",
        };
        if !needs.is_empty() && !more.contains_key(needs) {
            return Err(ApiError::breach(&format!("can't parse entities: {kind} without {needs}")));
        }
        entities.push(Entity { kind, offset, length, more });
    }
    sort(&mut entities);
    Ok(entities)
}

pub(super) fn sort(entities: &mut [Entity]) {
    entities.sort_by(|a, b| a.offset.cmp(&b.offset).then(b.length.cmp(&a.length)));
}

/// Telegram drops white space around a text and moves the entities along.
fn trim(read: &mut Formatted) {
    let from_start = read.text.trim_start();
    let cut = utf16_len(&read.text) - utf16_len(from_start);
    let kept = from_start.trim_end();
    if kept.len() == read.text.len() {
        return;
    }
    let whole = utf16_len(kept);
    read.text = kept.to_owned();
    read.entities.retain_mut(|entity| {
        let end = entity.end().saturating_sub(cut).min(whole);
        entity.offset = entity.offset.saturating_sub(cut);
        entity.length = end.saturating_sub(entity.offset);
        entity.length > 0
    });
}

/// Adds bot commands, mentions, hashtags, links and e-mail addresses that are not inside an entity that excludes them.
fn find(read: &mut Formatted) {
    if !read.text.bytes().any(|b| matches!(b, b'/' | b'@' | b'#' | b'.')) {
        return;
    }
    let closed: Vec<(usize, usize)> = read
        .entities
        .iter()
        .filter(|e| {
            !matches!(
                e.kind.as_str(),
                "bold" | "italic" | "underline" | "strikethrough" | "spoiler" | "blockquote" | "expandable_blockquote"
            )
        })
        .map(|e| (e.offset, e.end()))
        .collect();
    let mut at = 0;
    let mut found = Vec::new();
    for word in
        read.text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '<' | '>' | ',' | ';'))
    {
        let bare =
            word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '<' | '>' | ',' | ';'));
        if let Some((kind, skip, length)) = obvious(bare) {
            let offset = at + skip;
            if !closed.iter().any(|&(from, to)| offset < to && from < offset + length) {
                found.push(Entity::plain(kind, offset, length));
            }
        }
        at += utf16_len(word);
    }
    if !found.is_empty() {
        read.entities.append(&mut found);
        sort(&mut read.entities);
    }
}

/// The entity that a word is: its kind, where it starts in the word and its length (UTF-16 units).
fn obvious(word: &str) -> Option<(&'static str, usize, usize)> {
    let name = |s: &str| s.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').count();
    if let Some(rest) = word.strip_prefix('/') {
        let length = name(rest);
        if !(1..=64).contains(&length) || rest[length..].starts_with('/') {
            return None;
        }
        let bot = rest[length..].strip_prefix('@').map_or(0, name);
        return Some(("bot_command", 0, 1 + length + if bot >= 3 { bot + 1 } else { 0 }));
    }
    if let Some(rest) = word.strip_prefix('@') {
        let length = name(rest);
        return (3..=32).contains(&length).then_some(("mention", 0, 1 + length));
    }
    if let Some(rest) = word.strip_prefix('#') {
        let tag: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let letters = tag.chars().any(|c| !c.is_numeric() && c != '_');
        return (letters && tag.chars().count() <= 256).then(|| ("hashtag", 0, 1 + utf16_len(&tag)));
    }
    let lower = word.to_ascii_lowercase();
    for scheme in ["http://", "https://", "tg://", "ftp://"] {
        if let Some(start) = lower.find(scheme) {
            let link = word[start..].trim_end_matches(['.', '!', '?', ':', '\'']);
            return (link.len() > scheme.len()).then(|| ("url", utf16_len(&word[..start]), utf16_len(link)));
        }
    }
    let Some((user, host)) = word.split_once('@') else {
        let (from, length) = bare_link(word)?;
        return Some(("url", utf16_len(&word[..from]), length));
    };
    let host = host.trim_end_matches(['.', '!', '?', ':']);
    let fits =
        |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'));
    (fits(user) && fits(host) && host.contains('.')).then(|| ("email", 0, user.len() + 1 + host.len()))
}

/// Where an address without a scheme begins in the word, in bytes, and how long it is. Telegram knows every top-level
/// domain; these are the ones that a bot is likely to name.
fn bare_link(word: &str) -> Option<(usize, usize)> {
    const DOMAINS: [&str; 8] = ["com", "org", "net", "me", "io", "info", "kh", "cn"];
    let begins = |c: char| c.is_ascii_alphanumeric();
    let from = word.find(begins)?;
    let link = word[from..].trim_end_matches(['.', '!', '?', ':', '\'']);
    let host = &link[..link.find(|c: char| !(begins(c) || matches!(c, '.' | '-'))).unwrap_or(link.len())];
    let follows = link[host.len()..].chars().next().is_none_or(|c| matches!(c, '/' | '?' | '#' | ':'));
    let (name, domain) = host.rsplit_once('.')?;
    let known = DOMAINS.contains(&domain.to_ascii_lowercase().as_str());
    (follows && known && name.split('.').all(|part| !part.is_empty())).then(|| (from, utf16_len(link)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn spans(text: &str) -> Vec<(String, usize, usize)> {
        typed(text).entities.into_iter().map(|e| (e.kind, e.offset, e.length)).collect()
    }

    #[test]
    fn commands_are_found_with_the_name_of_the_bot() {
        assert_eq!(spans("/start abc"), [("bot_command".into(), 0, 6)]);
        assert_eq!(spans("សួស្តី /help@some_bot"), [("bot_command".into(), 7, 14)]);
        assert_eq!(spans("a/b 12/07/2026 /"), []);
    }

    #[test]
    fn links_mentions_and_addresses_are_found() {
        assert_eq!(spans("see https://example.org/a."), [("url".into(), 4, 21)]);
        assert_eq!(spans("តំណ t.me/a_bot?start=x-1."), [("url".into(), 4, 20)]);
        assert_eq!(spans("(example.org)"), [("url".into(), 1, 11)]);
        for plain in ["12.07.2026", "No.5", "B.org2", "...", "a..org", "row.me_too"] {
            assert_eq!(spans(plain), [], "{plain}");
        }
        assert_eq!(
            spans("@someone, #room me@example.org"),
            [("mention".into(), 0, 8), ("hashtag".into(), 10, 5), ("email".into(), 16, 14)]
        );
    }

    #[test]
    fn offsets_count_utf16_units_and_follow_the_trimming() {
        let given = json!([{ "type": "bold", "offset": 2, "length": 2 }]);
        let read = formatted("  😀 ok ".into(), None, Some(given)).expect("inside the text");
        assert_eq!(read.text, "😀 ok");
        assert_eq!(read.entities, [Entity::plain("bold", 0, 2)]);
    }

    #[test]
    fn entities_outside_the_text_are_refused() {
        for (offset, length) in [(0, 5), (4, 1), (0, 0), (-1, 2)] {
            let given = json!([{ "type": "bold", "offset": offset, "length": length }]);
            assert!(formatted("😀ab".into(), None, Some(given)).is_err(), "{offset}+{length}");
        }
        let unnamed = json!([{ "type": "glitter", "offset": 0, "length": 1 }]);
        assert!(formatted("ab".into(), None, Some(unnamed)).is_err());
    }
}
