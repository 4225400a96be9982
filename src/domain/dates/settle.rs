//! Holds a reading against the calendar and against what was asked: the century, the era, the missing year, and the
//! window of days that can be meant. Deliberately no text: words and numbers were sorted out before.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    Doubt, Kind, PartialDate, Why,
    numbers::{Count, Doubtful, Reading, Year},
};

/// Years above this one are Buddhist.
const COMMON_YEAR_MAX: u32 = 2400;

/// Buddhist years above this one are slips.
const BUDDHIST_YEAR_MAX: u32 = 2700;

/// The Buddhist year of Thailand is this far ahead of the common one, all year round.
const BUDDHIST_AHEAD: u32 = 543;

/// The year before the first of the Republic of China.
const REPUBLIC_ZERO: u32 = 1911;

/// From this month on, the Cambodian Buddhist year is one further ahead; it turns at Visak Bochea, in late April or May.
const CAMBODIAN_TURN_MONTH: u32 = 5;

/// What is asked, when, and in which script it was answered.
pub(super) struct Asked {
    pub(super) kind: Kind,
    pub(super) today: NaiveDate,
    pub(super) khmer: bool,
}

/// A date that fits, and what is doubtful about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settled {
    pub(super) date: PartialDate,
    pub(super) doubt: Option<Doubt>,
}

impl Asked {
    /// The day itself, if it can be meant.
    pub(super) fn in_window(&self, day: NaiveDate) -> Result<NaiveDate, Why> {
        let (earliest, latest) = self.kind.window(self.today).into_inner();
        if day < earliest {
            Err(Why::TooFarPast { earliest })
        } else if day > latest {
            Err(Why::TooFarFuture { latest })
        } else {
            Ok(day)
        }
    }

    /// How many days the day is from today.
    pub(super) fn distance(&self, day: NaiveDate) -> u64 {
        (day - self.today).num_days().unsigned_abs()
    }

    /// Of the days that can be meant, the one to offer when the year or the month is missing.
    fn nearest(&self, days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
        let fitting = days.filter(|day| self.in_window(*day).is_ok());
        match self.kind {
            Kind::Birth | Kind::Arrival => fitting.max(),
            Kind::StayUntil | Kind::Departure | Kind::CardExpiry => fitting.min_by_key(|day| self.distance(*day)),
        }
    }
}

/// The date of a reading, or why it cannot be one.
pub(super) fn settle(reading: &Reading, asked: &Asked) -> Result<Settled, Why> {
    let shown = |part: Option<u32>| part.filter(|value| *value > 0);
    let is_hidden = reading.month == Some(0) || reading.day == Some(0);
    if is_hidden && (asked.kind != Kind::Birth || reading.year.is_none()) {
        return Err(Why::Incomplete);
    }
    let settled = match (reading.year, shown(reading.month), shown(reading.day)) {
        (Some(year), Some(month), Some(day)) => whole(year, month, day, asked)?,
        (Some(year), month, None) => part(year, month, asked)?,
        // A day of a month that the document does not show.
        (Some(year), None, Some(_)) if reading.month == Some(0) => part(year, None, asked)?,
        (None, Some(month), Some(day)) => without_year(month, day, asked)?,
        (None, None, Some(day)) => without_month(day, asked)?,
        (None, Some(_), None) | (Some(_), None, Some(_)) => return Err(Why::Incomplete),
        (None, None, None) => return Err(Why::NotADate),
    };
    let order = reading.doubtful.map(|doubtful| match doubtful {
        Doubtful::MonthFirst => Doubt::MonthFirst,
        Doubtful::DayBeforeMonth | Doubtful::ShortYearFirst => Doubt::Order,
    });
    Ok(Settled { doubt: order.or(settled.doubt), ..settled })
}

/// So many days after today, or before.
pub(super) fn shifted(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) }
}

/// A leap year has every day that any year has.
fn check_day_of_month(month: u32, day: u32) -> Result<(), Why> {
    NaiveDate::from_ymd_opt(2000, month, day).map(|_| ()).ok_or(Why::Impossible { day, month })
}

fn whole(year: Year, month: u32, day: u32, asked: &Asked) -> Result<Settled, Why> {
    check_day_of_month(month, day)?;
    let (years, doubt) = common_years(year, Some(month), asked);
    let days: Vec<NaiveDate> = years.iter().filter_map(|year| NaiveDate::from_ymd_opt(*year, month, day)).collect();
    let by_distance = days.iter().copied().min_by_key(|day| asked.distance(*day));
    let Some(nearest) = by_distance else {
        return Err(years.first().map_or(Why::NotADate, |year| Why::NotALeapYear { year: *year }));
    };
    // The years of a birth and of a card come in order of likelihood; the other days lie near today.
    let first = days.into_iter().find(|day| asked.in_window(*day).is_ok()).unwrap_or(nearest);
    let chosen = match asked.kind {
        Kind::Birth | Kind::CardExpiry => first,
        Kind::Arrival | Kind::StayUntil | Kind::Departure => nearest,
    };
    Ok(Settled { date: asked.in_window(chosen)?.into(), doubt })
}

/// The year alone, or the year and the month; only births may be left at that.
fn part(year: Year, month: Option<u32>, asked: &Asked) -> Result<Settled, Why> {
    if month.is_some_and(|month| month > 12) {
        return Err(Why::NotADate);
    }
    if asked.kind != Kind::Birth {
        return Err(Why::Incomplete);
    }
    let (years, doubt) = common_years(year, month, asked);
    let (earliest, latest) = asked.kind.window(asked.today).into_inner();
    let mut refusal = Why::NotADate;
    for year in years {
        let date = match month {
            Some(month) => PartialDate::from_year_month(year, month),
            None => PartialDate::from_year(year),
        };
        match date {
            Some(date) if date.latest() < earliest => refusal = Why::TooFarPast { earliest },
            Some(date) if date.earliest() > latest => refusal = Why::TooFarFuture { latest },
            Some(date) => return Ok(Settled { date, doubt }),
            None => {}
        }
    }
    Err(refusal)
}

fn without_year(month: u32, day: u32, asked: &Asked) -> Result<Settled, Why> {
    check_day_of_month(month, day)?;
    // Leap years are at most eight apart.
    let years: RangeInclusive<i32> = asked.today.year() - 8..=asked.today.year() + 8;
    let day = asked.nearest(years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)));
    Ok(Settled { date: day.ok_or(Why::NotADate)?.into(), doubt: Some(Doubt::NoYear) })
}

fn without_month(day: u32, asked: &Asked) -> Result<Settled, Why> {
    if asked.kind == Kind::Birth {
        return Err(Why::Incomplete);
    }
    let this_month = asked.today.with_day(1).ok_or(Why::NotADate)?;
    let back = (0..3).filter_map(|months| this_month.checked_sub_months(Months::new(months)));
    let ahead = (1..3).filter_map(|months| this_month.checked_add_months(Months::new(months)));
    let day = asked.nearest(back.chain(ahead).filter_map(|first| first.with_day(day)));
    Ok(Settled { date: day.ok_or(Why::NotADate)?.into(), doubt: Some(Doubt::NoMonth) })
}

/// The years of the common era that a typed year may be, the likeliest first, and whether that is to be asked back.
fn common_years(year: Year, month: Option<u32>, asked: &Asked) -> (Vec<i32>, Option<Doubt>) {
    let (years, doubt) = match (year.count, year.value) {
        (Count::Bare, COMMON_YEAR_MAX..=BUDDHIST_YEAR_MAX) => {
            (buddhist_years(year.value, month, asked), Some(Doubt::BuddhistYear))
        }
        (Count::Bare | Count::Common, value) => (vec![value], None),
        (Count::Buddhist, value @ 0..=99) => (buddhist_years(2500 + value, month, asked), Some(Doubt::BuddhistYear)),
        (Count::Buddhist, value) => (buddhist_years(value, month, asked), Some(Doubt::BuddhistYear)),
        (Count::Republic, value) => (vec![REPUBLIC_ZERO.saturating_add(value)], Some(Doubt::RocYear)),
        (Count::Short, value) => short_years(value, asked),
    };
    (years.into_iter().filter_map(|year| i32::try_from(year).ok()).collect(), doubt)
}

/// The Thai count and, from May on, the Cambodian one; the latter first when it was written in Khmer.
fn buddhist_years(year: u32, month: Option<u32>, asked: &Asked) -> Vec<u32> {
    let thai = year.saturating_sub(BUDDHIST_AHEAD);
    if month.is_some_and(|month| month < CAMBODIAN_TURN_MONTH) {
        return vec![thai];
    }
    let cambodian = thai.saturating_sub(1);
    if asked.khmer && month.is_some() { vec![cambodian, thai] } else { vec![thai, cambodian] }
}

/// A birth lies in the past: years after the present one are of the century before, the others may be of both.
fn short_years(year: u32, asked: &Asked) -> (Vec<u32>, Option<Doubt>) {
    let present = u32::try_from(asked.today.year()).unwrap_or(0);
    let century = present - present % 100;
    let (this, before) = (century + year, (century + year).saturating_sub(100));
    match asked.kind {
        Kind::Birth if this > present => (vec![before], None),
        Kind::Birth => (vec![this, before], Some(Doubt::TwoDigitYear)),
        _ => (vec![this, before, this + 100], None),
    }
}
