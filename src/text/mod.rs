//! What we say: the typed catalogue of messages in three languages, and how facts read in each. Deliberately no
//! decision about who is told what.

mod facts;
mod marks;
mod message;

pub use message::{Key, Message, Picture};
pub use marks::{Mark, Span, plain, spans};

use std::{ops::Deref, sync::OnceLock};

pub use crate::domain::language::Language;

/// The functions generated from `locales/`: one a message; a message missing in English does not compile.
#[expect(clippy::pedantic, missing_docs, unreachable_pub, reason = "generated from the catalogue")]
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

/// A label as somebody may type it: letters and digits only, lower case, so that symbols and spaces do not matter.
pub fn fold_label(label: &str) -> String {
    label
        .chars()
        .filter(|&c| c.is_alphanumeric() || ('\u{1780}'..='\u{17d3}').contains(&c))
        .flat_map(char::to_lowercase)
        .collect()
}
