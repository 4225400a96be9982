//! Which number may be the day, which the month and which the year, in the order in which the readings are tried.
//! Deliberately no calendar and no kind of date: every reading that the look of the text allows is listed.

use super::{
    found::Found,
    tokens::{Era, Number},
};

/// One way to read the text. A month or a day of 0 is one that the document does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) doubtful: Option<Doubtful>,
}

/// A year as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) value: u32,
    pub(super) count: Count,
}

/// How a year is counted, as far as its look tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// From the birth of Christ, in full.
    Common,
    /// In full, without a word about the era: above 2400 it is Buddhist.
    Bare,
    /// Two digits of the common era.
    Short,
    /// From the death of the Buddha, in full or in two digits of the century 2500.
    Buddhist,
    /// From 1911.
    Republic,
}

/// What is unusual about the order of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubtful {
    /// Month, day, year.
    MonthFirst,
    /// Year, day, month.
    DayBeforeMonth,
    /// The year first, though it has two digits only.
    ShortYearFirst,
}

/// Three-digit years that are taken for years of the Republic of China when they stand first: 1991 to 2061.
const BARE_REPUBLIC_YEARS: std::ops::RangeInclusive<u32> = 80..=150;

/// Years that tell 03052026 from 20260503: no month and day read as one of them.
const FULL_YEARS: std::ops::RangeInclusive<u32> = 1800..=2700;

/// All readings, the usual one first; empty where the numbers make no date.
pub(super) fn readings(found: &Found) -> Vec<Reading> {
    let marked = Parts { year: found.year, month: found.month, day: found.day };
    let parts = match (found.year, found.month, found.day, found.free.as_slice()) {
        (.., []) => usual(marked),
        (None, None, None, [one]) => return alone(found, *one),
        (None, Some(_), None, [one]) if one.width > 2 || one.value > 31 => usual(Parts { year: Some(*one), ..marked }),
        (_, Some(_), None, [one]) => usual(marked.with_day(*one)),
        (None, Some(_), Some(_), [one]) => usual(Parts { year: Some(*one), ..marked }),
        (_, None, Some(_), [one]) | (Some(_), None, None, [one]) => usual(marked.with_month(*one)),
        (None, None, Some(_), [first, second]) if first.width > 2 => {
            usual(Parts { year: Some(*first), ..marked }.with_month(*second))
        }
        (None, None, Some(_), [first, second]) => usual(Parts { year: Some(*second), ..marked }.with_month(*first)),
        (Some(_), None, None, [first, second]) => beside_year(found, marked, *first, *second),
        (None, Some(_), None, [first, second]) => around_month(found, marked, *first, *second),
        (None, None, None, [first, second]) => pair(*first, *second),
        (None, None, None, [first, second, third]) => triple(found, *first, *second, *third),
        _ => Vec::new(),
    };
    parts.into_iter().filter_map(|(parts, doubtful)| parts.reading(found, doubtful)).collect()
}

#[derive(Clone, Copy)]
struct Parts {
    year: Option<Number>,
    month: Option<u32>,
    day: Option<u32>,
}

type Ordered = Vec<(Parts, Option<Doubtful>)>;

impl Parts {
    fn of(year: Option<Number>, month: Number, day: Number) -> Self {
        Self { year, month: None, day: None }.with_month(month).with_day(day)
    }

    /// A number of more than two digits is no day; it is kept as one that no month has.
    fn with_day(self, day: Number) -> Self {
        Self { day: Some(if day.width > 2 { u32::MAX } else { day.value }), ..self }
    }

    fn with_month(self, month: Number) -> Self {
        Self { month: Some(if month.width > 2 { u32::MAX } else { month.value }), ..self }
    }

    /// `None` where a part has too many digits for what it should be.
    fn reading(self, found: &Found, doubtful: Option<Doubtful>) -> Option<Reading> {
        let fits = |part: Option<u32>| part.is_none_or(|value| value <= 99);
        let year = match self.year {
            Some(year) => Some(year_of(found, year)?),
            None => None,
        };
        let era_of_nothing = year.is_none() && found.era.is_some_and(|era| era != Era::Common);
        (fits(self.month) && fits(self.day) && !era_of_nothing).then_some(Reading {
            year,
            month: self.month,
            day: self.day,
            doubtful,
        })
    }
}

fn usual(parts: Parts) -> Ordered {
    vec![(parts, None)]
}

/// How the typed year is counted; `None` for a number of digits that no year has.
fn year_of(found: &Found, year: Number) -> Option<Year> {
    let count = match (found.era, year.width) {
        (_, _) if year.value == 0 => return None,
        (Some(Era::Republic), 1..=3) => Count::Republic,
        (Some(Era::Buddhist), 2 | 4) => Count::Buddhist,
        (Some(Era::Common), 4) => Count::Common,
        (None, 4) => Count::Bare,
        (None, 3) if BARE_REPUBLIC_YEARS.contains(&year.value) => Count::Republic,
        (None, 2) if found.thai => Count::Buddhist,
        (None | Some(Era::Common), 2) => Count::Short,
        _ => return None,
    };
    Some(Year { value: year.value, count })
}

/// A single number: a year of four digits, or a whole date without signs.
fn alone(found: &Found, number: Number) -> Vec<Reading> {
    let Number { value, width, .. } = number;
    let part = |value: u32, width: usize| Number { value, width, sign: None };
    let in_order = match width {
        4 => usual(Parts { year: Some(number), month: None, day: None }),
        8 if FULL_YEARS.contains(&(value % 10_000)) => {
            let (first, second) = (part(value / 1_000_000, 2), part(value / 10_000 % 100, 2));
            let year = Some(part(value % 10_000, 4));
            vec![(Parts::of(year, second, first), None), (Parts::of(year, first, second), Some(Doubtful::MonthFirst))]
        }
        8 => {
            let year = Some(part(value / 10_000, 4));
            usual(Parts::of(year, part(value / 100 % 100, 2), part(value % 100, 2)))
        }
        6 => short_triple(part(value / 10_000, 2), part(value / 100 % 100, 2), part(value % 100, 2)),
        _ => Vec::new(),
    };
    in_order.into_iter().filter_map(|(parts, doubtful)| parts.reading(found, doubtful)).collect()
}

/// Day and month, or month and year, without a word: 3/5, 03/1985, 1985-03, 12/85.
fn pair(first: Number, second: Number) -> Ordered {
    let month_of =
        |year: Number, month: Number| usual(Parts { year: Some(year), month: None, day: None }.with_month(month));
    match (first.width, second.width) {
        (1..=2, 4) if first.value <= 12 => month_of(second, first),
        (4, 1..=2) if second.value <= 12 => month_of(first, second),
        (1..=2, 2) if (1..=12).contains(&first.value) && second.value > 31 => month_of(second, first),
        (1..=2, 1..=2) if (1..=31).contains(&first.value.max(second.value)) && first.value.min(second.value) <= 12 => {
            vec![(Parts::of(None, second, first), None), (Parts::of(None, first, second), Some(Doubtful::MonthFirst))]
        }
        _ => Vec::new(),
    }
}

/// Three numbers without a word. A year of three or four digits tells its place; else the usual order is day first.
fn triple(found: &Found, first: Number, second: Number, third: Number) -> Ordered {
    let joined = third.sign.is_some_and(|sign| sign != ',');
    if first.width == 4 || (first.width == 3 && joined) || found.era == Some(Era::Republic) {
        return vec![
            (Parts::of(Some(first), second, third), None),
            (Parts::of(Some(first), third, second), Some(Doubtful::DayBeforeMonth)),
        ];
    }
    match third.width {
        4 => vec![
            (Parts::of(Some(third), second, first), None),
            (Parts::of(Some(third), first, second), Some(Doubtful::MonthFirst)),
        ],
        _ if first.width <= 2 && third.width <= 2 => short_triple(first, second, third),
        _ => Vec::new(),
    }
}

/// Three numbers of at most two digits. A year has two, so 3-5-6 is none of these.
fn short_triple(first: Number, second: Number, third: Number) -> Ordered {
    vec![
        (Parts::of(Some(third), second, first), None),
        (Parts::of(Some(third), first, second), Some(Doubtful::MonthFirst)),
        (Parts::of(Some(first), second, third), Some(Doubtful::ShortYearFirst)),
    ]
}

/// The year is marked: the rest runs on from it, or towards it.
fn beside_year(found: &Found, marked: Parts, first: Number, second: Number) -> Ordered {
    let month_first = marked.with_month(first).with_day(second);
    let day_first = marked.with_day(first).with_month(second);
    if found.free_before_year == 0 {
        vec![(month_first, None), (day_first, Some(Doubtful::DayBeforeMonth))]
    } else {
        vec![(day_first, None), (month_first, Some(Doubtful::MonthFirst))]
    }
}

/// The month is named: 3 May 2026, May 3, 2026, 2026 May 3. Two short numbers side by side may be a span of days, so
/// they must be parted by the month, or by a blank or a comma after it.
fn around_month(found: &Found, marked: Parts, first: Number, second: Number) -> Ordered {
    let with = |year: Number, day: Number| Parts { year: Some(year), ..marked }.with_day(day);
    if first.width > 2 {
        return usual(with(first, second));
    }
    if second.width > 2 {
        return usual(with(second, first));
    }
    match (found.free_before_month, second.sign) {
        (1, _) => vec![(with(second, first), None), (with(first, second), Some(Doubtful::ShortYearFirst))],
        (0, None | Some(',')) => usual(with(second, first)),
        _ => Vec::new(),
    }
}
