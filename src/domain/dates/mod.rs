//! Dates as people type them in Khmer, English and Chinese. Deliberately no language for the answers and no clock:
//! `today` is given, and what is doubtful is handed back to be asked, never guessed.
//!
//! A text goes through four rooms: `tokens` cuts it into numbers and words (`words` knows the words), `found` gathers
//! what they say, `numbers` lists which number may be the day, the month and the year, and `settle` holds each such
//! reading against the calendar and against what was asked.

mod found;
mod machine;
mod numbers;
mod partial;
mod settle;
mod tokens;
mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use chrono::{Days, Months, NaiveDate};

pub use partial::{NotAPartialDate, PartialDate};

use found::Found;
use numbers::{Doubtful, Reading};
use settle::{Asked, Settled};

/// A day further from today than these three years is offered only when no nearer one fits.
const FAR_DAYS: u64 = 3 * 366;

/// What is asked for. It decides the century of two-digit years, the year when none is typed, what is too long ago or
/// too far ahead to be meant, and whether a part of a date will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The birth of a person living today. Part of it will do.
    Birth,
    /// The day a guest came; tomorrow at the latest.
    Arrival,
    /// The day until which a stamp or sticker allows the stay.
    StayUntil,
    /// The day a guest left or plans to leave.
    Departure,
    /// The last day of a residence card, a passport or a permit.
    CardExpiry,
}

/// What a typed date was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// Only this day can be meant.
    Ok(NaiveDate),
    /// Only the year, or the year and the month, are known. [`Kind::Birth`] alone. With a doubt, to be asked back.
    Partial(PartialDate, Option<Doubt>),
    /// Probably this day; to be asked back before it is used.
    Confirm(NaiveDate, Doubt),
    /// Not usable, and why.
    Reject(Why),
}

/// Why a date is asked back. Where several reasons hold, the one that changes the date most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// It only fits with the month before the day.
    MonthFirst,
    /// Short numbers that may also stand in another order, such as year, month, day.
    Order,
    /// No year was typed; the nearest one that makes sense is offered.
    NoYear,
    /// Only a day was typed; the nearest month that makes sense is offered.
    NoMonth,
    /// A year of two digits that may lie in this century or in the one before.
    TwoDigitYear,
    /// A year of the Buddhist era: 543 ahead in Thailand, 544 in Cambodia from about May.
    BuddhistYear,
    /// A year of the Republic of China, counted from 1911.
    RocYear,
    /// The day of the week, or a word such as "yesterday", names another day than the numbers do.
    Contradiction,
}

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// It is no date, or more than one, or can be read in too many ways.
    NotADate,
    /// It is part of a date where a whole one is needed.
    Incomplete,
    /// No year has such a day.
    Impossible {
        /// As read, counted from 1.
        day: u32,
        /// As read, counted from 1.
        month: u32,
    },
    /// 29 February of a year that has 28.
    NotALeapYear {
        /// Of the common era.
        year: i32,
    },
    /// It is a day of the Khmer or the Chinese moon calendar.
    Lunar,
    /// Longer ago than can be meant.
    TooFarPast {
        /// The first day that is taken.
        earliest: NaiveDate,
    },
    /// Further ahead than can be meant.
    TooFarFuture {
        /// The last day that is taken.
        latest: NaiveDate,
    },
}

/// Reads a typed date. Day before month, unless only the other order fits, which is then asked back.
///
/// Without a year, the nearest past day is offered for a birth and the latest possible for an arrival; for the other
/// kinds the day nearest to today, on either side, for they are often typed after the fact.
pub fn read(typed: &str, kind: Kind, today: NaiveDate) -> Read {
    found::find(machine::without_time(typed), today)
        .and_then(|found| judge(&found, kind, today))
        .unwrap_or_else(Read::Reject)
}

impl Kind {
    /// The days that can be meant at all. Wide: they catch slips of the finger, not breaches of a rule.
    pub fn window(self, today: NaiveDate) -> RangeInclusive<NaiveDate> {
        let years_ago = |years: u32| today.checked_sub_months(Months::new(years * 12)).unwrap_or(NaiveDate::MIN);
        let years_ahead = |years: u32| today.checked_add_months(Months::new(years * 12)).unwrap_or(NaiveDate::MAX);
        match self {
            Self::Birth => years_ago(125)..=today,
            Self::Arrival => years_ago(30)..=today.checked_add_days(Days::new(1)).unwrap_or(today),
            Self::StayUntil => years_ago(20)..=years_ahead(10),
            Self::Departure => years_ago(10)..=years_ahead(5),
            Self::CardExpiry => years_ago(30)..=years_ahead(20),
        }
    }
}

/// Weighs what was found in the text: a word for a day, a date, or both.
fn judge(found: &Found, kind: Kind, today: NaiveDate) -> Result<Read, Why> {
    let asked = Asked { kind, today, khmer: found.khmer };
    let said = match found.days_from_today {
        Some(days) => Some(asked.in_window(settle::shifted(today, days).ok_or(Why::NotADate)?)?),
        None => None,
    };
    let readings = numbers::readings(found);
    let settled = match said {
        Some(day) if found.has_no_date() => Settled { date: day.into(), doubt: None },
        _ => choose(&readings, &asked)?,
    };
    let Some(day) = settled.date.day() else {
        // A clock time, a weekday or "yesterday" belong to a whole day: the year alone was not what was meant.
        let belongs_to_a_day = found.has_time || found.weekday.is_some() || said.is_some();
        return if belongs_to_a_day { Err(Why::NotADate) } else { Ok(Read::Partial(settled.date, settled.doubt)) };
    };
    let contradicted = found.weekday.is_some_and(|weekday| weekday != chrono::Datelike::weekday(&day))
        || said.is_some_and(|said| said != day);
    let doubt = if contradicted { Some(Doubt::Contradiction) } else { settled.doubt };
    Ok(doubt.map_or(Read::Ok(day), |doubt| Read::Confirm(day, doubt)))
}

/// The first reading that fits; with three short numbers, also whether the year may have come first.
fn choose(readings: &[Reading], asked: &Asked) -> Result<Settled, Why> {
    let (first, others) = readings.split_first().ok_or(Why::NotADate)?;
    let usual = settle::settle(first, asked);
    if let Err(why @ (Why::NotALeapYear { .. } | Why::Impossible { day: 1..=31, month: 1..=12 })) = usual {
        // The 31st of February is a slip in the day, not another order of the numbers.
        return Err(why);
    }
    let mut fitting =
        others.iter().filter_map(|other| settle::settle(other, asked).ok().map(|settled| (other, settled)));
    let Ok(usual) = usual else {
        return fitting.next().map_or(usual, |(_, settled)| Ok(settled));
    };
    let year_first = fitting.find(|(other, _)| other.doubtful == Some(Doubtful::ShortYearFirst));
    Ok(year_first.map_or(usual, |(_, year_first)| weigh(usual, year_first, asked)))
}

/// Both orders fit: a birth is always asked back, another date when the year before month and day is nearer to today.
fn weigh(day_first: Settled, year_first: Settled, asked: &Asked) -> Settled {
    let (Some(usual), Some(other)) = (day_first.date.day(), year_first.date.day()) else {
        return day_first;
    };
    let doubt = day_first.doubt.or(Some(Doubt::Order));
    if usual == other {
        day_first
    } else if asked.kind == Kind::Birth {
        Settled { doubt, ..day_first }
    } else if asked.kind == Kind::CardExpiry && usual >= asked.today {
        // Documents are valid for up to ten years, so being nearer tells nothing; but a valid one is likelier.
        if other < asked.today { day_first } else { Settled { doubt, ..day_first } }
    } else if asked.distance(other) >= asked.distance(usual) {
        day_first
    } else if asked.distance(usual) > FAR_DAYS {
        year_first
    } else {
        Settled { doubt, ..day_first }
    }
}
