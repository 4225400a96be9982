//! The HTML parse mode: tags become entities. It knows only the tags that the Bot API publishes, and refuses the rest.

use serde_json::{Map, Value, json};

use super::entities::{Entity, Formatted, byte_at, sort};

struct Open {
    tag: String,
    offset: usize,
    kind: Option<&'static str>,
    more: Map<String, Value>,
    /// The address of a link, or the language that `<code class="language-x">` gave the `<pre>` around it.
    argument: Option<String>,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    units: usize,
    open: Vec<Open>,
    entities: Vec<Entity>,
}

/// Reads `source`; the error is Telegram's sentence after "can't parse entities: ".
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser {
        source,
        at: 0,
        text: String::with_capacity(source.len()),
        units: 0,
        open: Vec::new(),
        entities: Vec::new(),
    };
    while let Some(c) = parser.peek() {
        match c {
            '<' => parser.tag()?,
            '&' => parser.reference(),
            _ => parser.take(c),
        }
    }
    if let Some(open) = parser.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag));
    }
    sort(&mut parser.entities);
    Ok(Formatted { text: parser.text, entities: parser.entities })
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn take(&mut self, c: char) {
        self.at += c.len_utf8();
        self.push(c);
    }

    fn push(&mut self, c: char) {
        self.units += c.len_utf16();
        self.text.push(c);
    }

    fn skip_space(&mut self) {
        let rest = &self.source[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn word(&mut self, ends: impl Fn(char) -> bool) -> String {
        let rest = &self.source[self.at..];
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        rest[..length].to_ascii_lowercase()
    }

    fn reference(&mut self) {
        match reference(&self.source[self.at..]) {
            Some((c, length)) => {
                self.at += length;
                self.push(c);
            }
            None => self.take('&'),
        }
    }

    fn tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        if self.peek() == Some('/') {
            self.at += 1;
            return self.end_tag(begin);
        }
        let name = self.word(|c| c == '>' || c.is_ascii_whitespace());
        if !is_known(&name) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let attributes = self.attributes(&name, begin)?;
        let open = self.opened(name, &attributes, begin)?;
        self.open.push(open);
        Ok(())
    }

    fn attributes(&mut self, tag: &str, begin: usize) -> Result<Vec<(String, String)>, String> {
        let mut all = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
                Some('>') => {
                    self.at += 1;
                    return Ok(all);
                }
                Some(_) => {}
            }
            let name = self.word(|c| c == '>' || c == '=' || c.is_ascii_whitespace());
            if name.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
            }
            self.skip_space();
            if self.peek() != Some('=') {
                all.push((name, String::new()));
                continue;
            }
            self.at += 1;
            self.skip_space();
            let value = self.attribute_value(tag, begin)?;
            all.push((name, value));
        }
    }

    fn attribute_value(&mut self, tag: &str, begin: usize) -> Result<String, String> {
        let Some(first) = self.peek() else {
            return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
        };
        if first != '"' && first != '\'' {
            let token_begin = self.at;
            let value = self.word(|c| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'));
            return match self.peek() {
                Some(c) if c == '>' || c.is_ascii_whitespace() => Ok(value),
                _ => Err(format!("Unexpected end of name token at byte offset {token_begin}")),
            };
        }
        self.at += 1;
        let mut value = String::new();
        loop {
            match self.peek() {
                None => return Err(format!("Unclosed start tag at byte offset {begin}")),
                Some(c) if c == first => {
                    self.at += 1;
                    return Ok(value);
                }
                Some('&') if let Some((c, length)) = reference(&self.source[self.at..]) => {
                    self.at += length;
                    value.push(c);
                }
                Some(c) => {
                    self.at += c.len_utf8();
                    value.push(c);
                }
            }
        }
    }

    fn opened(&mut self, tag: String, attributes: &[(String, String)], begin: usize) -> Result<Open, String> {
        let value = |name: &str| attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        let mut more = Map::new();
        let mut argument = None;
        let kind = match tag.as_str() {
            "b" | "strong" => Some("bold"),
            "i" | "em" => Some("italic"),
            "u" | "ins" => Some("underline"),
            "s" | "strike" | "del" => Some("strikethrough"),
            "tg-spoiler" => Some("spoiler"),
            "span" => {
                if value("class") != Some("tg-spoiler") {
                    return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
                }
                Some("spoiler")
            }
            "code" => {
                let language = value("class").and_then(|c| c.strip_prefix("language-"));
                if let (Some(language), Some(outer)) = (language, self.open.last_mut())
                    && outer.tag == "pre"
                    && outer.offset == self.units
                {
                    outer.argument = Some(language.to_owned());
                }
                let inside_pre = self.open.iter().any(|o| o.tag == "pre");
                (!inside_pre).then_some("code")
            }
            "pre" => Some("pre"),
            "blockquote" if value("expandable").is_some() => Some("expandable_blockquote"),
            "blockquote" => Some("blockquote"),
            "tg-emoji" => {
                let id = value("emoji-id").filter(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
                let Some(id) = id else { return Err("Invalid custom emoji identifier specified".to_owned()) };
                more.insert("custom_emoji_id".to_owned(), json!(id));
                Some("custom_emoji")
            }
            _ => {
                argument = value("href").map(str::to_owned);
                Some("text_link")
            }
        };
        Ok(Open { tag, offset: self.units, kind, more, argument })
    }

    fn end_tag(&mut self, begin: usize) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let name = self.word(|c| c == '>' || c.is_ascii_whitespace());
        self.skip_space();
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.tag
            ));
        }
        self.close(open);
        Ok(())
    }

    fn close(&mut self, open: Open) {
        let Open { offset, kind: Some(kind), mut more, argument, .. } = open else { return };
        let length = self.units - offset;
        if length == 0 {
            return;
        }
        match kind {
            "pre" => {
                if let Some(language) = argument {
                    more.insert("language".to_owned(), json!(language));
                }
            }
            "text_link" => {
                let shown = self.text[byte_at(&self.text, offset)..].to_owned();
                let url = argument.filter(|u| !u.is_empty()).unwrap_or(shown);
                let Some(url) = link(&url) else { return };
                more.insert("url".to_owned(), json!(url));
            }
            _ => {}
        }
        self.entities.push(Entity { kind: kind.to_owned(), offset, length, more });
    }
}

fn is_known(tag: &str) -> bool {
    matches!(
        tag,
        "b" | "strong"
            | "i"
            | "em"
            | "u"
            | "ins"
            | "s"
            | "strike"
            | "del"
            | "code"
            | "pre"
            | "a"
            | "blockquote"
            | "span"
            | "tg-spoiler"
            | "tg-emoji"
    )
}

/// A link that Telegram accepts, completed with a scheme and a root; anything else leaves plain text.
fn link(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let rest = ["http://", "https://", "tg://", "ton://"].iter().find_map(|s| lower.strip_prefix(s));
    let host = rest.unwrap_or(&lower);
    if host.is_empty() || url.contains(char::is_whitespace) || (rest.is_none() && !host.contains('.')) {
        return None;
    }
    let full = if rest.is_some() { url.to_owned() } else { format!("http://{url}") };
    Some(if host.contains('/') || lower.starts_with("tg:") || host.contains('?') { full } else { format!("{full}/") })
}

/// `&lt;` and its like at the start of `rest`: the character and how many bytes it took.
fn reference(rest: &str) -> Option<(char, usize)> {
    for (name, c) in [("&lt", '<'), ("&gt", '>'), ("&amp", '&'), ("&quot", '"')] {
        if let Some(after) = rest.strip_prefix(name) {
            return Some((c, name.len() + usize::from(after.starts_with(';'))));
        }
    }
    let body = rest.strip_prefix("&#")?;
    let (digits, radix, prefix) = match body.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16, 3),
        None => (body, 10, 2),
    };
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let c = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?).filter(|c| *c != '\0')?;
    Some((c, prefix + length + usize::from(digits[length..].starts_with(';'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (String, Vec<(String, usize, usize)>) {
        let read = parse(source).expect("good markup");
        (read.text, read.entities.into_iter().map(|e| (e.kind, e.offset, e.length)).collect())
    }

    #[test]
    fn every_published_tag_becomes_its_entity() {
        for (tag, kind) in [
            ("b", "bold"),
            ("strong", "bold"),
            ("i", "italic"),
            ("em", "italic"),
            ("u", "underline"),
            ("ins", "underline"),
            ("s", "strikethrough"),
            ("strike", "strikethrough"),
            ("del", "strikethrough"),
            ("code", "code"),
            ("pre", "pre"),
            ("blockquote", "blockquote"),
            ("tg-spoiler", "spoiler"),
        ] {
            assert_eq!(read(&format!("<{tag}>ខ😀</{tag}>")), ("ខ😀".into(), vec![(kind.into(), 0, 3)]), "{tag}");
        }
        assert_eq!(read("<span class=\"tg-spoiler\">x</span>").1, [("spoiler".into(), 0, 1)]);
        assert_eq!(read("<blockquote expandable>x</blockquote>").1, [("expandable_blockquote".into(), 0, 1)]);
    }

    #[test]
    fn nested_tags_are_ordered_from_the_outside() {
        assert_eq!(read("a <b>b <i>c</i></b>"), ("a b c".into(), vec![("bold".into(), 2, 3), ("italic".into(), 4, 1)]));
    }

    #[test]
    fn links_and_languages_are_kept() {
        let link = parse("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>").expect("a link");
        assert_eq!(link.entities[0].more["url"], "https://example.org/?a=1&b=2");
        let pre = parse("<pre><code class=\"language-rust\">fn</code></pre>").expect("a block");
        assert_eq!(pre.entities.len(), 1);
        assert_eq!(pre.entities[0].more["language"], "rust");
    }

    #[test]
    fn references_are_replaced_and_unknown_ones_kept() {
        assert_eq!(read("&lt;&gt;&amp;&quot;&#65;&#x41;&laquo;&ge;&").0, "<>&\"AA&laquo;&ge;&");
    }

    #[test]
    fn mistakes_are_named_with_their_byte_offset() {
        for (source, why) in [
            ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
            ("ខ<int>", "Unsupported start tag \"int\" at byte offset 3"),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            ("<i>a</em   >", "Unmatched end tag at byte offset 4, expected \"</i>\", found \"</em>\""),
            ("<i>a</i   ", "Unclosed end tag at byte offset 4"),
            ("<i   =aba>", "Empty attribute name in the tag \"i\" at byte offset 0"),
            ("<i  a = ", "Unclosed start tag \"i\" at byte offset 0"),
            ("<i  a = 1., ", "Unexpected end of name token at byte offset 8"),
            ("<i  a = \"<>", "Unclosed start tag at byte offset 0"),
            ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
            ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ] {
            assert_eq!(parse(source).expect_err(source), why);
        }
    }
}
