//! Dates in cells: what the spreadsheet counts, what people typed, and what a whole column tells about the order of day
//! and month. Deliberately never silent where two readings are possible.

use chrono::{Datelike, NaiveDate};

use super::{
    Wrong,
    sheet::{Value, day_of},
};
use crate::domain::{
    dates::{self, Kind, PartialDate, Read, Why},
    digits::{to_ascii_digits, to_half_width},
};

/// Days counted by the spreadsheet lie between 1927 and 2119; other whole numbers are years, or dates without strokes.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=80_000.0;

/// What a column of dates tells about its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Habit {
    /// Some dates fit only with the month first, and none only with the day first.
    month_first: bool,
    /// There are dates of both kinds, so that no other one is certain.
    mixed: bool,
    /// The program took what it could for dates and left the rest as text: its dates may have day and month changed.
    changed: bool,
}

/// A date that was read; whether day, month or century are a guess.
pub(super) struct Found {
    pub(super) date: PartialDate,
    pub(super) guessed: bool,
}

/// What the values of a column tell.
pub(super) fn habit<'a>(values: impl Iterator<Item = &'a Value>) -> Habit {
    let (mut day_first, mut month_first, mut late, mut early) = (0_u32, 0_u32, 0_u32, 0_u32);
    for value in values {
        match value {
            Value::Text(text) => match ordered(text) {
                Some((13.., 1..=12, _)) => day_first += 1,
                Some((1..=12, 13.., _)) => month_first += 1,
                _ => {}
            },
            Value::Date(day) if day.day() > 12 => late += 1,
            Value::Date(_) => early += 1,
            _ => {}
        }
    }
    Habit {
        month_first: month_first > 0 && day_first == 0,
        mixed: month_first > 0 && day_first > 0,
        changed: day_first > 0 && late == 0 && early > 0,
    }
}

/// Reads a cell as a date; nothing where the cell holds nothing.
pub(super) fn read(value: &Value, kind: Kind, habit: Habit, today: NaiveDate) -> Result<Option<Found>, Wrong> {
    match value {
        Value::Empty => Ok(None),
        Value::Date(day) => whole(*day, kind, today, habit.changed && day.day() <= 12).map(Some),
        Value::Number(number) => of_number(*number, kind, habit, today).map(Some),
        Value::Text(text) if super::words::says_nothing(text) => Ok(None),
        // What a program counted and another wrote down as text: nobody types five digits for a day.
        Value::Text(text) => match text.parse::<f64>() {
            Ok(number) if SERIALS.contains(&number) => of_number(number, kind, habit, today).map(Some),
            _ => typed(text, kind, habit, today).map(Some),
        },
        Value::Error(_) => Err(Wrong::FormulaError),
        Value::Time(_) | Value::Bool(_) => Err(Wrong::DateUnclear),
    }
}

fn of_number(number: f64, kind: Kind, habit: Habit, today: NaiveDate) -> Result<Found, Wrong> {
    if SERIALS.contains(&number) {
        let day = day_of(number, false).ok_or(Wrong::DateUnclear)?;
        return whole(day, kind, today, false);
    }
    if number.fract() != 0.0 {
        return Err(Wrong::DateUnclear);
    }
    typed(&super::sheet::plain(number), kind, habit, today)
}

/// A day that needs no reading, held against what can be meant.
fn whole(day: NaiveDate, kind: Kind, today: NaiveDate, guessed: bool) -> Result<Found, Wrong> {
    let (earliest, latest) = kind.window(today).into_inner();
    if day < earliest {
        return Err(Wrong::DateTooFarPast);
    }
    if day > latest {
        return Err(too_late(kind));
    }
    Ok(Found { date: day.into(), guessed })
}

fn typed(text: &str, kind: Kind, habit: Habit, today: NaiveDate) -> Result<Found, Wrong> {
    let text = without_time(text);
    let order = ordered(text);
    let is_open = matches!(order, Some((first @ 1..=12, second @ 1..=12, _)) if first != second);
    let changed = order.filter(|_| is_open && habit.month_first);
    let text = changed.map_or_else(|| text.to_owned(), |(month, day, rest)| format!("{day}/{month}/{rest}"));
    let doubted = is_open && (habit.month_first || habit.mixed);
    match dates::read(&text, kind, today) {
        Read::Ok(day) => Ok(Found { date: day.into(), guessed: doubted }),
        Read::Confirm(day, _) => Ok(Found { date: day.into(), guessed: true }),
        Read::Partial(date, doubt) => Ok(Found { date, guessed: doubt.is_some() }),
        Read::Reject(why) => Err(wrong(why, kind)),
    }
}

fn wrong(why: Why, kind: Kind) -> Wrong {
    match why {
        Why::NotADate => Wrong::DateUnclear,
        Why::Incomplete => Wrong::DateIncomplete,
        Why::Impossible { .. } | Why::NotALeapYear { .. } => Wrong::DateImpossible,
        Why::Lunar => Wrong::DateLunar,
        Why::TooFarPast { .. } => Wrong::DateTooFarPast,
        Why::TooFarFuture { .. } => too_late(kind),
    }
}

fn too_late(kind: Kind) -> Wrong {
    if kind == Kind::Birth { Wrong::BornInFuture } else { Wrong::DateInFuture }
}

/// Cuts the time off a moment in ISO form; other times the reader of dates passes over.
fn without_time(text: &str) -> &str {
    let bytes = text.as_bytes();
    let is_iso = bytes.len() > 11 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[10] == b'T';
    if is_iso { text.get(..10).unwrap_or(text) } else { text }
}

/// The first two numbers of a date written in three, and the year as written.
fn ordered(text: &str) -> Option<(u32, u32, String)> {
    let plain: String = to_ascii_digits(text).chars().map(to_half_width).collect();
    let date = plain.split_whitespace().next()?;
    let mut numbers = date.split(['/', '-', '.']);
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let is_date = numbers.next().is_none() && [1, 2].contains(&first.len()) && [2, 4].contains(&year.len());
    let year_is_number = year.bytes().all(|byte| byte.is_ascii_digit());
    (is_date && year_is_number).then_some((first.parse().ok()?, second.parse().ok()?, year.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    fn read_in(column: &[Value], kind: Kind) -> Vec<String> {
        let habit = habit(column.iter());
        column
            .iter()
            .map(|value| match read(value, kind, habit, today()) {
                Ok(Some(found)) => format!("{}{}", String::from(found.date), if found.guessed { "?" } else { "" }),
                Ok(None) => String::new(),
                Err(wrong) => format!("{wrong:?}"),
            })
            .collect()
    }

    fn texts(texts: &[&str]) -> Vec<Value> {
        texts.iter().map(|text| Value::text(text)).collect()
    }

    #[test]
    fn dates_are_read_as_numbers_as_text_and_with_times() {
        let column = [
            Value::Number(46348.0),
            Value::Number(20_261_122.0),
            Value::Date(today()),
            Value::text("22/11/2026 14:05"),
            Value::text("2026-11-22T14:05:00"),
            Value::text("២២/១១/២០២៦"),
            Value::text("２０２６年１１月２２日"),
            Value::text("22-Nov-2026"),
            Value::text("-"),
            Value::text("soon"),
            Value::text("31/11/2026"),
        ];
        let read = read_in(&column, Kind::Arrival);
        let day = "2026-11-22";
        assert_eq!(read, ["2026-11-22", day, day, day, day, day, day, day, "", "DateUnclear", "DateImpossible"]);
    }

    #[test]
    fn births_may_be_years_and_lie_in_the_past() {
        let column = [Value::Number(1985.0), Value::text("00.00.1950"), Value::text("3/2027"), Value::Number(31113.0)];
        assert_eq!(read_in(&column, Kind::Birth), ["1985", "1950", "BornInFuture", "1985-03-07"]);
    }

    #[test]
    fn a_column_with_the_month_first_is_read_so_and_every_date_of_it_is_compared() {
        assert_eq!(read_in(&texts(&["11/22/2026", "11/05/2026"]), Kind::Arrival), ["2026-11-22?", "2026-11-05?"]);
        assert_eq!(read_in(&texts(&["22/11/2026", "11/05/2026"]), Kind::Arrival), ["2026-11-22", "2026-05-11"]);
        assert_eq!(
            read_in(&texts(&["22/11/2026", "11/21/2026", "11/05/2026"]), Kind::Arrival),
            ["2026-11-22", "2026-11-21?", "2026-05-11?"]
        );
    }

    #[test]
    fn dates_that_the_program_may_have_turned_round_are_compared() {
        let early = NaiveDate::from_ymd_opt(2026, 5, 11).expect("a day");
        let column = [Value::text("22/11/2026"), Value::Date(early)];
        assert_eq!(read_in(&column, Kind::Arrival), ["2026-11-22", "2026-05-11?"]);
    }

    #[test]
    fn the_calendar_of_1900_has_a_day_too_many_and_1904_begins_later() {
        let day = |serial, since_1904| day_of(serial, since_1904).map(|day| day.to_string());
        assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(day(46348.99, false).as_deref(), Some("2026-11-22"));
        assert_eq!(day(44886.0, true).as_deref(), Some("2026-11-22"));
        assert_eq!(day(f64::NAN, false), None);
        assert_eq!(day(1e300, false), None);
    }
}
