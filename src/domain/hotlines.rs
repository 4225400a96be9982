//! Hotlines of the help card: dated data of the operator's. Deliberately none is built in; a number that nobody has
//! verified for long is not shown to anyone.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::language::Language;

/// Days for which a hotline counts as verified.
const VERIFIED_DAYS: u64 = 180;

/// Days before that end on which the operator is warned.
const WARNED_DAYS: u64 = 30;

/// A hotline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotline {
    /// What to dial, as it is to be shown.
    pub number: String,
    /// Its name in each language.
    name: Names,
    /// The languages spoken there, by their codes (ISO 639-1), as they are to be shown.
    pub languages: Vec<String>,
    /// Hours, as they are to be shown: `24/7`, `Mon-Fri 8-17`.
    pub hours: String,
    /// The day on which somebody last called and made sure.
    verified: toml::value::Datetime,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    km: String,
    en: String,
    zh: String,
}

impl Hotline {
    /// Its name.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Km => &self.name.km,
            Language::En => &self.name.en,
            Language::Zh => &self.name.zh,
        }
    }

    /// The last day on which it is shown.
    pub fn shown_until(&self) -> NaiveDate {
        let date = self.verified.date.map(|date| (i32::from(date.year), u32::from(date.month), u32::from(date.day)));
        let day = date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        day.map_or(NaiveDate::MIN, |day| day + Days::new(VERIFIED_DAYS))
    }
}

/// The operator's hotlines, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotlines {
    #[serde(default)]
    hotline: Vec<Hotline>,
}

static INSTALLED: OnceLock<Hotlines> = OnceLock::new();

impl Hotlines {
    /// Reads a file of hotlines; the error names the line and what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let hotlines: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        match hotlines.hotline.iter().find(|hotline| hotline.verified.date.is_none()) {
            Some(hotline) => Err(format!("`verified` of {} is not a date", hotline.number)),
            None => Ok(hotlines),
        }
    }

    /// The invented ones of the demo; none of them can be dialled.
    pub fn invented() -> Self {
        Self::parse(include_str!("../../data/hotlines.toml")).expect("the shipped example is tested")
    }

    /// Makes these the ones that the help card shows, for as long as the program runs. The first time counts.
    pub fn install(self) {
        let _ = INSTALLED.set(self);
    }

    /// Those that were installed.
    pub fn installed() -> &'static Self {
        INSTALLED.get_or_init(Self::default)
    }

    /// Those that may be shown on a day.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Hotline> {
        self.hotline.iter().filter(move |hotline| day <= hotline.shown_until())
    }

    /// Those that are not shown any more on a day, or soon will not be.
    pub fn to_verify(&self, day: NaiveDate) -> impl Iterator<Item = &Hotline> {
        self.hotline.iter().filter(move |hotline| day + Days::new(WARNED_DAYS) > hotline.shown_until())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_hotline_is_shown_for_180_days_after_it_was_verified() {
        let hotlines = Hotlines::invented();
        let verified = day("2026-11-01");
        let count = |days| hotlines.on(verified + Days::new(days)).count();
        assert_eq!((count(0), count(180), count(181)), (2, 2, 0));
        assert_eq!(hotlines.to_verify(verified + Days::new(150)).count(), 0);
        assert_ne!(hotlines.to_verify(verified + Days::new(151)).count(), 0);
    }

    #[test]
    fn a_file_with_an_unknown_key_or_without_a_date_is_refused() {
        let shipped = include_str!("../../data/hotlines.toml");
        assert!(Hotlines::parse(&shipped.replace("hours", "times")).is_err());
        assert!(Hotlines::parse(&shipped.replace("verified = 2026-11-01", "")).is_err());
        assert_eq!(Hotlines::parse("").unwrap(), Hotlines::default());
    }

    #[test]
    fn what_ships_is_marked_as_invented() {
        for hotline in &Hotlines::invented().hotline {
            assert!(hotline.number.contains("000 000"), "{}", hotline.number);
            for (language, mark) in [(Language::En, "invented"), (Language::Km, "សាកល្បង"), (Language::Zh, "虚构")]
            {
                assert!(hotline.name(language).contains(mark), "{}", hotline.name(language));
            }
        }
    }
}
