//! What we say: the typed catalogue of messages in three languages, and how facts read in each. Deliberately no
//! decision about who is told what.

mod facts;
mod marks;
mod message;
mod protection;

pub use marks::{Mark, Span, plain, spans};
pub use message::{Attachment, Key, Message, Picture};

use std::{ops::Deref, sync::OnceLock};

use crate::domain::digits::{ascii_digit, is_invisible, to_half_width};
pub use crate::domain::language::Language;

/// The functions generated from `locales/`: one a message; a message missing in English does not compile.
#[expect(
    clippy::pedantic,
    clippy::derivable_impls,
    clippy::too_many_arguments,
    dead_code,
    unreachable_pub,
    reason = "generated from the catalogue"
)]
mod catalogue {
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

/// The words of one language.
pub struct Words {
    language: Language,
    messages: catalogue::L10nLanguage,
}

impl Words {
    /// The words of a language; the catalogue is read once.
    pub fn of(language: Language) -> &'static Self {
        static WORDS: OnceLock<[Words; 3]> = OnceLock::new();
        let all = WORDS.get_or_init(|| {
            Language::ALL.map(|language| Self {
                language,
                messages: match language {
                    Language::Km => catalogue::L10n::Km,
                    Language::En => catalogue::L10n::En,
                    Language::Zh => catalogue::L10n::Zh,
                }
                .load(),
            })
        });
        &all[language as usize]
    }

    /// Which language these words are in.
    pub fn language(&self) -> Language {
        self.language
    }
}

impl Deref for Words {
    type Target = catalogue::L10nLanguage;

    fn deref(&self) -> &Self::Target {
        &self.messages
    }
}

/// A label as somebody may type it: letters and digits only, lower case, so that symbols and spaces do not matter. Digits
/// may be typed in any script; a gap between two numbers stays one, so that room 1-23 is not room 12-3; the arrows that
/// turn a page stay, so that page 2 is not the 2nd day.
pub fn fold_label(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    let mut gap = false;
    for c in label.chars().filter(|&c| !is_invisible(c)) {
        let c = ascii_digit(c).unwrap_or_else(|| to_half_width(c));
        if !stands_in_a_label(c) {
            gap = true;
            continue;
        }
        if gap && c.is_ascii_digit() && folded.ends_with(|before: char| before.is_ascii_digit()) {
            folded.push(' ');
        }
        gap = false;
        folded.extend(c.to_lowercase());
    }
    folded
}

/// Khmer vowel signs are no letters to Unicode, circled numbers are no digits to a keyboard.
fn stands_in_a_label(c: char) -> bool {
    let circled = ('\u{2460}'..='\u{24ff}').contains(&c);
    (c.is_alphanumeric() && !circled) || ('\u{1780}'..='\u{17d3}').contains(&c) || matches!(c, '‹' | '›')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_known_by_its_letters_and_its_numbers() {
        for (label, typed) in [
            ("← Back", " back"),
            ("① Entry stamp", "entry stamp"),
            ("1980 – 1989", "1980-1989"),
            ("១២", "12"),
            ("204", "２０４"),
            ("🏠 ផ្ទះ", "ផ្ទះ"),
        ] {
            assert_eq!(fold_label(label), fold_label(typed), "{label}");
        }
        for (label, typed) in [("12-3", "1-23"), ("2 ›", "2"), ("‹ 1", "1")] {
            assert_ne!(fold_label(label), fold_label(typed), "{label}");
        }
    }
}
