//! A date of which only the year, or the year and the month, may be known, as passports of some countries print births.
//! Deliberately no parsing of what people type: the text form is for storage.

use std::{fmt, ops::RangeInclusive, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A year, a month of a year, or a day. Its text form is "1985", "1985-03" or "1985-03-07", and so is its serde form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(Known);

/// How much is known. Years lie in 1 to 9999, so that the text form keeps its width; months are real ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Known {
    Year(i32),
    Month(i32, u32),
    Day(NaiveDate),
}

/// The text is none of "1985", "1985-03" and "1985-03-07".
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a year, a month or a day in ISO form")]
pub struct NotAPartialDate;

impl PartialDate {
    /// A year of the common era, 1 to 9999.
    pub fn from_year(year: i32) -> Option<Self> {
        Self::month_of(year, 1).map(|_| Self(Known::Year(year)))
    }

    /// A month, 1 to 12, of a year from 1 to 9999.
    pub fn from_year_month(year: i32, month: u32) -> Option<Self> {
        Self::month_of(year, month).map(|_| Self(Known::Month(year, month)))
    }

    /// The year, which is always known.
    pub fn year(self) -> i32 {
        match self.0 {
            Known::Year(year) | Known::Month(year, _) => year,
            Known::Day(day) => day.year(),
        }
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u32> {
        match self.0 {
            Known::Year(_) => None,
            Known::Month(_, month) => Some(month),
            Known::Day(day) => Some(day.month()),
        }
    }

    /// The whole date, where it is known.
    pub fn day(self) -> Option<NaiveDate> {
        match self.0 {
            Known::Day(day) => Some(day),
            Known::Year(_) | Known::Month(..) => None,
        }
    }

    /// The first day that it may be.
    pub fn earliest(self) -> NaiveDate {
        match self.0 {
            Known::Year(year) => first_of(year, 1),
            Known::Month(year, month) => first_of(year, month),
            Known::Day(day) => day,
        }
    }

    /// The last day that it may be.
    pub fn latest(self) -> NaiveDate {
        let next = match self.0 {
            Known::Year(year) | Known::Month(year, 12) => first_of(year + 1, 1),
            Known::Month(year, month) => first_of(year, month + 1),
            Known::Day(day) => return day,
        };
        next.pred_opt().unwrap_or(next)
    }

    /// Whether somebody born on it is at least so many years old; `None` while it depends on the unknown part.
    pub fn age_at_least(self, years: u32, today: NaiveDate) -> Option<bool> {
        let birthday = self.birthday(years);
        if today >= *birthday.end() {
            Some(true)
        } else if today < *birthday.start() {
            Some(false)
        } else {
            None
        }
    }

    /// The first and the last day on which somebody born on it may turn so many years old. Who was born on 29 February
    /// turns on 1 March in a year without it: nobody is older than they certainly are.
    pub fn birthday(self, years: u32) -> RangeInclusive<NaiveDate> {
        anniversary(self.earliest(), years)..=anniversary(self.latest(), years)
    }

    fn month_of(year: i32, month: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1..=9999).contains(&year))
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self(Known::Day(day))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Known::Year(year) => write!(f, "{year:04}"),
            Known::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Known::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotAPartialDate;

    fn from_str(text: &str) -> Result<Self, NotAPartialDate> {
        let number = |part: &str, width: usize| {
            let plain = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok()).flatten()
        };
        let year = |part: &str| number(part, 4).and_then(|year| i32::try_from(year).ok());
        let parts: Vec<&str> = text.split('-').collect();
        let date = match parts.as_slice() {
            [y] => year(y).and_then(Self::from_year),
            [y, m] => year(y).zip(number(m, 2)).and_then(|(year, month)| Self::from_year_month(year, month)),
            [y, m, d] => year(y)
                .zip(number(m, 2))
                .zip(number(d, 2))
                .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day))
                .filter(|day| day.year() > 0)
                .map(Self::from),
            _ => None,
        };
        date.ok_or(NotAPartialDate)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotAPartialDate;

    fn try_from(text: String) -> Result<Self, NotAPartialDate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("the constructors let only real months through")
}

fn anniversary(born: NaiveDate, years: u32) -> NaiveDate {
    let year = i32::try_from(years).ok().and_then(|years| born.year().checked_add(years));
    year.and_then(|year| born.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("an ISO date")
    }

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a partial date")
    }

    #[test]
    fn its_text_form_comes_back_as_it_was() {
        for text in ["1985", "1985-03", "1985-03-07", "0001", "9999-12", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
            let stored = serde_json::to_string(&date(text)).expect("a string");
            assert_eq!(stored, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<PartialDate>(&stored).expect("as written"), date(text));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in
            ["", "85", "1985-3", "1985-13", "1985-00", "1985-02-30", "0000", "+985", "1985-", "1985-03-07-01", "១៩៨៥"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(NotAPartialDate), "{text}");
        }
    }

    #[test]
    fn the_bounds_enclose_what_is_unknown() {
        for (text, earliest, latest) in [
            ("1985", "1985-01-01", "1985-12-31"),
            ("1985-02", "1985-02-01", "1985-02-28"),
            ("1984-02", "1984-02-01", "1984-02-29"),
            ("1985-12", "1985-12-01", "1985-12-31"),
            ("1985-03-07", "1985-03-07", "1985-03-07"),
            ("9999", "9999-01-01", "9999-12-31"),
        ] {
            assert_eq!((date(text).earliest(), date(text).latest()), (day(earliest), day(latest)), "{text}");
        }
    }

    #[test]
    fn age_is_certain_only_where_every_possible_birth_day_agrees() {
        for (born, today, adult) in [
            ("2008-05-03", "2026-05-02", Some(false)),
            ("2008-05-03", "2026-05-03", Some(true)),
            ("2008", "2025-12-31", Some(false)),
            ("2008", "2026-01-01", None),
            ("2008", "2026-12-30", None),
            ("2008", "2026-12-31", Some(true)),
            ("2008-05", "2026-04-30", Some(false)),
            ("2008-05", "2026-05-01", None),
            ("2008-05", "2026-05-31", Some(true)),
            ("2008-02-29", "2026-02-28", Some(false)),
            ("2008-02-29", "2026-03-01", Some(true)),
            ("2030", "2026-01-01", Some(false)),
        ] {
            assert_eq!(date(born).age_at_least(18, day(today)), adult, "{born} on {today}");
        }
        assert_eq!(date("1985").age_at_least(u32::MAX, day("2026-05-03")), Some(false));
    }
}
