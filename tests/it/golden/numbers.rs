//! Numbers and codes are random: in a script each is called by the order in which it first appears.

/// The numbers seen so far, by what they begin with.
#[derive(Default)]
pub(crate) struct Numbers {
    seen: Vec<(&'static str, String)>,
    links: Vec<String>,
}

/// What numbers begin with, and codes, which begin with nothing of their own.
const KINDS: [&str; 3] = ["R-", "A-", "C-"];
const CODE: &str = "code-";

impl Numbers {
    /// The text with its numbers replaced, wherever they stand in it.
    pub(crate) fn replaced(&mut self, text: &str) -> String {
        let text = &self.links_named(text);
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let begins = !out.ends_with(|before: char| before.is_ascii_alphanumeric() || before == '-');
            if let Some((kind, number)) = number_at(rest).filter(|_| begins) {
                let place = self.place(kind, number);
                out.push_str(kind);
                out.push_str(&place.to_string());
                rest = &rest[number.len()..];
            } else {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        out
    }

    fn place(&mut self, kind: &'static str, number: &str) -> usize {
        if !self.seen.iter().any(|(_, seen)| seen == number) {
            self.seen.push((kind, number.to_owned()));
        }
        let of_kind = self.seen.iter().filter(|(other, _)| *other == kind);
        1 + of_kind.map(|(_, seen)| seen).position(|seen| seen == number).expect("it was just seen")
    }

    /// The number that a script calls `R-1`, `A-1` or `code-1`.
    pub(crate) fn real(&self, called: &str) -> Option<&str> {
        let kind = KINDS.into_iter().chain([CODE]).find(|kind| called.starts_with(kind))?;
        let place: usize = called[kind.len()..].parse().ok()?;
        let of_kind = self.seen.iter().filter(|(other, _)| *other == kind);
        of_kind.map(|(_, number)| number.as_str()).nth(place.checked_sub(1)?)
    }

    /// What somebody types, with the numbers as they really are.
    pub(crate) fn typed(&self, text: &str) -> String {
        let words = text.split(' ').map(|word| self.real(word).unwrap_or(word));
        words.collect::<Vec<_>>().join(" ")
    }

    /// Secrets of links that work once stand behind a letter and `_`.
    fn links_named(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("?start=") {
            let end = after.find(char::is_whitespace).unwrap_or(after.len());
            let (payload, behind) = after.split_at(end);
            let place = place(&mut self.links, payload);
            out += &[before, "?start=", &payload[..1], "_link-", &place.to_string()].concat();
            rest = behind;
        }
        out + rest
    }

    /// What the link carries that a script calls `link-1`.
    pub(crate) fn link(&self, called: &str) -> Option<&str> {
        let place: usize = called.strip_prefix("link-")?.parse().ok()?;
        self.links.get(place.checked_sub(1)?).map(String::as_str)
    }
}

/// A number at the beginning of a text, with its kind.
fn number_at(text: &str) -> Option<(&'static str, &str)> {
    let is = |part: &str| part.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    let ends = |length: usize| !text[length..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if let Some(kind) = KINDS.into_iter().find(|kind| text.starts_with(kind)) {
        let number = text.get(..9)?;
        return (is(&number[2..]) && ends(9)).then_some((kind, number));
    }
    let code = text.get(..9)?;
    let (first, second) = code.split_once('-')?;
    (first.len() == 4 && is(first) && is(second) && ends(9)).then_some((CODE, code))
}

fn place(seen: &mut Vec<String>, number: &str) -> usize {
    let at = seen.iter().position(|other| other == number).unwrap_or_else(|| {
        seen.push(number.to_owned());
        seen.len() - 1
    });
    at + 1
}
