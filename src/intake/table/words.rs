//! Words in cells and what they stand for, from the shipped list. Deliberately no guess at words that are not in it.

use std::{collections::HashMap, sync::OnceLock};

use serde::Deserialize;

use crate::domain::columns::folded;

/// A kind of words: a table of the shipped list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum About {
    Sex,
    Title,
    Document,
    Visa,
    VisaNoise,
    Source,
    Work,
    Blank,
    Footer,
    Vacant,
    Example,
    /// What a header is about: a passport, a visa, a work permit.
    Paper,
    /// What of it: its number, its last day, when it was issued, its kind.
    Part,
}

impl About {
    fn key(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Title => "title",
            Self::Document => "document",
            Self::Visa => "visa",
            Self::VisaNoise => "visa_noise",
            Self::Source => "source",
            Self::Work => "work",
            Self::Blank => "blank",
            Self::Footer => "footer",
            Self::Vacant => "vacant",
            Self::Example => "example",
            Self::Paper => "paper",
            Self::Part => "part",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    words: Vec<String>,
}

type Tables = HashMap<String, HashMap<String, Listed>>;

/// The folded words of a kind, and what each stands for.
fn table(about: About) -> Option<&'static HashMap<String, String>> {
    static TABLES: OnceLock<HashMap<String, HashMap<String, String>>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        let tables: Tables =
            toml::from_str(include_str!("../../../data/values.toml")).expect("the shipped words are tested");
        let flat = |meanings: HashMap<String, Listed>| {
            let word = |meaning: String, word: &str| (key(word), meaning);
            meanings
                .into_iter()
                .flat_map(|(meaning, listed)| {
                    listed.words.iter().map(|listed| word(meaning.clone(), listed)).collect::<Vec<_>>()
                })
                .collect()
        };
        tables.into_iter().map(|(about, meanings)| (about, flat(meanings))).collect()
    });
    tables.get(about.key())
}

/// What a text stands for as a whole.
pub(super) fn meaning(about: About, text: &str) -> Option<&'static str> {
    table(about)?.get(&key(text)).map(String::as_str)
}

/// What the only words of this kind in a folded text stand for; none when there are words for two things.
pub(super) fn contained(about: About, folded: &str) -> Option<&'static str> {
    let found = table(about)?.iter().filter(|(word, _)| folded.contains(word.as_str())).map(|(_, meaning)| meaning);
    let mut found: Vec<&'static str> = found.map(String::as_str).collect();
    found.sort_unstable();
    found.dedup();
    if found.len() == 1 { found.pop() } else { None }
}

/// Whether the text begins with such a word, which then ends there.
pub(super) fn begins(about: About, text: &str) -> bool {
    let end =
        |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, ':' | '：' | '៖' | '.' | '-' | '(' | '/');
    meaning(about, text).is_some()
        || text.char_indices().filter(|(_, c)| end(*c)).take(4).any(|(at, _)| meaning(about, &text[..at]).is_some())
}

/// Whether a cell with this text says nothing: strokes, question marks, "n/a".
pub(super) fn says_nothing(text: &str) -> bool {
    const SIGNS: [char; 6] = ['✓', '√', '✔', '✗', '✘', '×'];
    let speaks = |c: char| c.is_alphanumeric() || matches!(c, '\u{1780}'..='\u{17dd}') || SIGNS.contains(&c);
    !text.contains(speaks) || meaning(About::Blank, text).is_some()
}

/// Folded; a sign without letters as it is.
fn key(text: &str) -> String {
    let folded = folded(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::{DateSource, DocumentKind, VisaClass};

    #[test]
    fn the_shipped_words_name_what_the_domain_knows_and_no_word_means_two_things() {
        let text = include_str!("../../../data/values.toml");
        let tables: Tables = toml::from_str(text).expect("readable");
        for (about, meanings) in &tables {
            let mut seen: HashMap<String, &String> = HashMap::new();
            for (meaning, listed) in meanings {
                let is_known = match about.as_str() {
                    "document" => DocumentKind::named(meaning).is_some(),
                    "visa" => VisaClass::named(meaning).is_some(),
                    "source" => DateSource::named(meaning).is_some(),
                    "work" => crate::domain::stay::Work::named(meaning).is_some(),
                    _ => true,
                };
                assert!(is_known, "{about}.{meaning}");
                for word in &listed.words {
                    assert!(!key(word).is_empty(), "{about}.{meaning}");
                    if let Some(other) = seen.insert(key(word), meaning) {
                        assert_eq!(other, meaning, "{about}: {word}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_stroke_says_nothing_and_a_tick_says_yes() {
        assert!(["-", "—", "?", "n/a", "N.A.", "/", "…"].into_iter().all(says_nothing));
        assert!(!says_nothing("✓") && !says_nothing("ថ្ងៃ") && !says_nothing("0"));
        assert_eq!(meaning(About::Work, "✓"), Some("with_permit"));
    }
}
