//! The rulebook: deadlines, windows and which rules are on, as dated data. Deliberately no rule itself.

use std::{collections::BTreeMap, sync::OnceLock};

use chrono::NaiveDate;
use serde::Deserialize;

use super::alert::Rule;

/// A figure of the rulebook with its provenance.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<T> {
    /// The figure itself, in the unit that the field's name tells.
    pub value: T,
    /// The law, instruction or practice it comes from.
    pub source: String,
    /// How certain it is.
    pub sure: Certainty,
}

/// How far a figure can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Well documented.
    High,
    /// Plausible.
    Medium,
    /// Sources disagree.
    Disputed,
}

/// One version: what is in force from `effective` until the next version's day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How the version is called in receipts and records.
    pub name: String,
    /// The first day on which it is in force.
    effective: toml::value::Datetime,
    /// Hours after arrival within which a report is on time.
    pub report_deadline_hours: Figure<u32>,
    /// Hours a reporter has to correct before a unit is told.
    pub correction_window_hours: Figure<u32>,
    /// Age of majority in years.
    pub adult_age_years: Figure<u32>,
    /// From hour, to hour (Phnom Penh): messages nobody waits for are held back.
    pub quiet_hours: Figure<[u32; 2]>,
    /// Days after which an untouched draft is thrown away.
    pub draft_days: Figure<u32>,
    /// Months after departure for which a stay is kept.
    pub stay_months: Figure<u32>,
    /// Days a reporter has to answer about somebody who came of age, before a unit is told.
    pub turned_18_days: Figure<u32>,
    /// Days after arrival within which a worker's permit may be missing.
    pub work_permit_days: Figure<u32>,
    /// Days a reporter has to answer about a missing permit, before a unit is told.
    pub work_permit_notice_days: Figure<u32>,
    /// Days without a report after which premises are asked, and days after the question before a unit is told.
    pub silent_days: Figure<[u32; 2]>,
    /// Days after which an open stay looks old, by kind of premises: rental, hotel, construction site, company housing.
    pub still_here_days: Figure<[u32; 4]>,
    /// Days before a stay-until date on which the reporter is reminded.
    pub remind_days: Figure<Vec<u32>>,
    /// How often a reporter is reminded of one thing.
    pub remind_times: Figure<u32>,
    /// Hours before the deadline at which an unfinished report is reminded of.
    pub draft_hours: Figure<u32>,
    /// Percent of the capacity, and people above it, from which on a place is far too full.
    pub crowded: Figure<[u32; 2]>,
    /// Overstays at one place at once that let the protection desk look first.
    pub overstays_at_once: Figure<u32>,
    /// Hours after which the protection desk is shown a case of signals; who came in the meantime may explain it.
    pub case_grace_hours: Figure<u32>,
    /// Days after which alerts that no protection desk could look at go on as always.
    pub case_wait_days: Figure<u32>,
    /// Days for which an answer to a concern can be sent.
    pub way_back_days: Figure<u32>,
    /// Days after which a concern that was closed is forgotten.
    pub case_days: Figure<u32>,
    /// Minutes after which a talk about a concern that nobody goes on with vanishes.
    pub talk_minutes: Figure<u32>,
    /// Hours after which a talk that was sent is removed from the chat; Telegram lets a bot do that for 48.
    pub talk_hours: Figure<u32>,
    /// Which rules are on, by name.
    #[serde(rename = "rules")]
    switched: BTreeMap<String, bool>,
}

impl Rules {
    /// Whether a rule is on in this version.
    pub fn has(&self, rule: Rule) -> bool {
        self.switched.get(rule.as_str()).copied().unwrap_or(false)
    }

    /// The first day on which this version is in force.
    pub fn effective(&self) -> NaiveDate {
        day_of(&self.effective).unwrap_or(NaiveDate::MIN)
    }
}

/// All versions, oldest first.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    version: Vec<Rules>,
}

fn day_of(moment: &toml::value::Datetime) -> Option<NaiveDate> {
    let date = moment.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

impl Rulebook {
    /// The rulebook that ships with the program; a test reads it, so a broken one cannot be built into a release.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Rulebook> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::parse(include_str!("../../data/rulebook.toml")).expect("the shipped rulebook is tested")
        })
    }

    /// Reads a rulebook; the error names the line and what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut book: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if book.version.is_empty() {
            return Err("a rulebook needs at least one version".into());
        }
        for rules in &book.version {
            if day_of(&rules.effective).is_none() {
                return Err(format!("version {}: `effective` is not a day", rules.name));
            }
            if let Some(unknown) = rules.switched.keys().find(|name| Rule::named(name).is_none()) {
                return Err(format!("version {}: there is no rule `{unknown}`", rules.name));
            }
        }
        book.version.sort_by_key(Rules::effective);
        Ok(book)
    }

    /// The version in force on a day; before the first version, the first.
    pub fn on(&self, day: NaiveDate) -> &Rules {
        self.version.iter().rev().find(|rules| rules.effective() <= day).unwrap_or(&self.version[0])
    }

    /// All versions, oldest first.
    pub fn versions(&self) -> &[Rules] {
        &self.version
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rulebook_reads_and_has_every_rule_on() {
        let book = Rulebook::shipped();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(book.on(today).report_deadline_hours.value, 24);
        assert!(Rule::ALL.iter().all(|&rule| book.on(today).has(rule)));
    }

    #[test]
    fn a_past_day_is_judged_by_the_version_in_force_then() {
        let shipped = include_str!("../../data/rulebook.toml");
        let later = shipped
            .replace("2026-01\"", "2027-01\"")
            .replace("2000-01-01", "2027-01-01")
            .replace("value = 24", "value = 48");
        let book = Rulebook::parse(&format!("{later}\n{shipped}")).unwrap();
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        assert_eq!(book.on(day(2026)).report_deadline_hours.value, 24);
        assert_eq!(book.on(day(2027)).report_deadline_hours.value, 48);
        assert_eq!(book.on(NaiveDate::MIN).name, "2026-01");
    }

    #[test]
    fn an_unknown_key_or_rule_is_refused_by_name() {
        let shipped = include_str!("../../data/rulebook.toml");
        assert!(
            Rulebook::parse(&shipped.replace("overstay = true", "overstayed = true"))
                .unwrap_err()
                .contains("overstayed")
        );
        assert!(Rulebook::parse(&shipped.replace("draft_days", "draft_weeks")).is_err());
        assert!(Rulebook::parse("version = []").is_err());
    }
}
