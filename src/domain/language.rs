//! The languages in which the product speaks. Deliberately none of their words: those are in `text`.

use serde::{Deserialize, Serialize};

/// A language a person can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Khmer.
    Km,
    /// English.
    En,
    /// Chinese, simplified.
    Zh,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Km, Self::En, Self::Zh];

    /// ISO 639-1 code, used in the database and by Telegram.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Km => "km",
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of that code.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.as_str() == code)
    }

    /// A guess from a client's IETF language tag; Khmer where the tag says nothing.
    pub fn guess(tag: Option<&str>) -> Self {
        let primary = tag.unwrap_or_default().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "" | "km" => Self::Km,
            "zh" | "yue" | "wuu" | "nan" | "hak" => Self::Zh,
            _ => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clients_language_is_guessed_and_silence_means_khmer() {
        for (tag, language) in [
            (None, Language::Km),
            (Some("km-KH"), Language::Km),
            (Some("zh-hans"), Language::Zh),
            (Some("ZH_TW"), Language::Zh),
            (Some("en-GB"), Language::En),
            (Some("vi"), Language::En),
        ] {
            assert_eq!(Language::guess(tag), language, "{tag:?}");
        }
    }
}
