//! What several forms' questions share: choices of an enum, dates by typing or by buttons. Deliberately no question.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    domain::dates::{self, Doubt, Kind, PartialDate, Read, Why},
    flow::{Accepted, Choice, Input, Reaction},
    text::{Words, plain},
};

/// No choices.
pub(super) fn none<D, F>(_: &D, _: &F, _: &Words) -> Vec<Choice> {
    Vec::new()
}

/// Always relevant.
pub(super) fn always<D, F>(_: &D, _: &F) -> bool {
    true
}

/// A short text, made fit to be shown, of at most `longest` characters.
pub(super) fn short_text(input: Input<'_>, longest: usize, words: &Words, example: &str) -> Result<String, String> {
    let Input::Typed { text, .. } = input else { return Err(words.msg_please_type(example)) };
    let text = plain(text);
    match text.chars().count() {
        0 => Err(words.msg_please_type(example)),
        length if length > longest => Err(words.msg_too_long(words.digits(length), words.digits(longest))),
        _ => Ok(text),
    }
}

/// How far a date has been picked by buttons: the year, then the month, then the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Picking {
    /// Of which date, so that one that was left half way does not narrow another.
    #[serde(with = "KindName")]
    of: Kind,
    decade: Option<i32>,
    year: Option<i32>,
    month: Option<u32>,
}

impl Picking {
    fn beginning(of: Kind) -> Self {
        Self { of, decade: None, year: None, month: None }
    }

    fn has_begun(self) -> bool {
        self != Self::beginning(self.of)
    }
}

/// `Kind` as it is kept in a draft.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Kind", rename_all = "snake_case")]
enum KindName {
    Birth,
    Arrival,
    StayUntil,
    Departure,
    CardExpiry,
}

/// A date as it was answered.
pub(super) enum Dated {
    /// A day, or part of one.
    On(PartialDate),
    /// Probably this one; `ask` settles it, `about` is what was typed.
    Doubtful {
        /// As it was read.
        date: PartialDate,
        /// The question to the person.
        ask: String,
        /// What was typed.
        about: String,
    },
    /// Not a whole date yet: the choices have narrowed.
    Narrowed,
}

/// What is being asked for, and in view of which day.
#[derive(Clone, Copy)]
pub(super) struct DateAsked {
    /// What the date means: decides two-digit years, past and future.
    pub(super) kind: Kind,
    /// The day it is in Phnom Penh.
    pub(super) today: NaiveDate,
}

impl DateAsked {
    /// How far this date has been picked, if its picking has begun.
    pub(super) fn picking(self, picking: Option<Picking>) -> Option<Picking> {
        picking.filter(|picking| picking.of == self.kind)
    }

    /// The buttons of the date: a day picked in steps, which can be begun again.
    pub(super) fn choices(self, picking: Option<Picking>, words: &Words) -> Vec<Choice> {
        let begin = Choice::new("pick", words.msg_pick_date());
        match self.picking(picking) {
            Some(picking) if picking.has_begun() => self.steps(picking, words).into_iter().chain([begin]).collect(),
            Some(picking) => self.steps(picking, words),
            None => vec![begin],
        }
    }

    fn steps(self, picking: Picking, words: &Words) -> Vec<Choice> {
        let this_year = self.today.year();
        match picking {
            Picking { year: Some(year), month: Some(month), .. } => (1..=31)
                .filter(|&day| NaiveDate::from_ymd_opt(year, month, day).is_some())
                .map(|day| Choice::new(format!("d{day}"), words.digits(day)))
                .collect(),
            Picking { year: Some(year), .. } => {
                (1..=12).map(|month| Choice::new(format!("m{month}"), words.month(year, month))).collect()
            }
            Picking { decade: Some(decade), .. } => (decade..decade.saturating_add(10))
                .filter(|&year| year <= this_year)
                .map(|year| Choice::new(format!("y{year}"), words.digits(year)))
                .collect(),
            Picking { .. } if self.kind == Kind::Birth => (193..=this_year / 10)
                .rev()
                .map(|tens| tens * 10)
                .map(|decade| {
                    Choice::new(format!("t{decade}"), words.msg_decade(words.digits(decade), words.digits(decade + 9)))
                })
                .collect(),
            Picking { .. } => {
                let years = match self.kind {
                    Kind::Arrival => this_year - 1..=this_year,
                    _ => this_year - 3..=this_year + 4,
                };
                years.map(|year| Choice::new(format!("y{year}"), words.digits(year))).collect()
            }
        }
    }

    /// Takes a pressed or typed date.
    pub(super) fn accept(
        self,
        picking: &mut Option<Picking>,
        input: Input<'_>,
        words: &Words,
    ) -> Result<Dated, String> {
        match input {
            Input::Choice("pick") => {
                *picking = Some(Picking::beginning(self.kind));
                Ok(Dated::Narrowed)
            }
            Input::Choice(id) => self.picked(picking, id, words),
            Input::Typed { text, sure } => {
                let answer = self.typed(text, sure, words)?;
                if matches!(answer, Dated::On(_)) {
                    *picking = None;
                }
                Ok(answer)
            }
            Input::Location { .. } => Err(complaint(Why::NotADate, words)),
        }
    }

    fn picked(self, picking: &mut Option<Picking>, id: &str, words: &Words) -> Result<Dated, String> {
        let (step, number) = id.split_at_checked(1).unwrap_or_default();
        let number: i32 = number.parse().map_err(|_| complaint(Why::NotADate, words))?;
        let so_far = self.picking(*picking).unwrap_or(Picking::beginning(self.kind));
        let unsigned = u32::try_from(number).unwrap_or(0);
        *picking = Some(match step {
            "t" => Picking { decade: Some(number), ..Picking::beginning(self.kind) },
            "y" => Picking { year: Some(number), ..so_far },
            "m" => Picking { month: Some(unsigned), ..so_far },
            _ => {
                *picking = None;
                return match (so_far.year, so_far.month) {
                    (Some(year), Some(month)) => {
                        let day = NaiveDate::from_ymd_opt(year, month, unsigned)
                            .ok_or_else(|| complaint(Why::NotADate, words))?;
                        self.typed(&day.to_string(), true, words)
                    }
                    _ => Ok(Dated::Narrowed),
                };
            }
        });
        Ok(Dated::Narrowed)
    }

    fn typed(self, text: &str, sure: bool, words: &Words) -> Result<Dated, String> {
        let (date, doubt) = match dates::read(text, self.kind, self.today) {
            Read::Ok(day) => (day.into(), None),
            Read::Confirm(day, doubt) => (day.into(), Some(doubt)),
            Read::Partial(date, doubt) => (date, doubt),
            Read::Reject(why) => return Err(complaint(why, words)),
        };
        Ok(match doubt {
            Some(doubt) if !sure => {
                Dated::Doubtful { date, ask: doubted(&words.birth(date), doubt, words), about: text.to_owned() }
            }
            _ => Dated::On(date),
        })
    }
}

/// A day, where part of a date is no answer.
pub(super) fn whole_day(dated: Dated, words: &Words) -> Result<Result<NaiveDate, Reaction>, String> {
    match dated {
        Dated::On(date) => date.day().map(Ok).ok_or_else(|| words.msg_date_whole()),
        Dated::Doubtful { ask, about, .. } => Ok(Err(Reaction::Doubt { ask, about })),
        Dated::Narrowed => Ok(Err(Reaction::Narrowed)),
    }
}

/// Sets an answer from an optional choice.
pub(super) fn take<T>(slot: &mut Option<T>, choice: Option<T>, words: &Words) -> Accepted {
    match choice {
        Some(value) => {
            *slot = Some(value);
            Ok(Reaction::Taken)
        }
        None => Err(words.msg_please_press()),
    }
}

/// The id of a pressed choice; the empty text for anything else.
pub(super) fn chosen(input: Input<'_>) -> &str {
    match input {
        Input::Choice(id) => id,
        Input::Typed { .. } | Input::Location { .. } => "",
    }
}

/// The question that settles a doubtful date.
fn doubted(date: &str, doubt: Doubt, words: &Words) -> String {
    match doubt {
        Doubt::NoYear | Doubt::NoMonth => words.msg_date_doubt_no_year(date),
        Doubt::TwoDigitYear => words.msg_date_doubt_two_digit_year(date),
        Doubt::BuddhistYear | Doubt::RocYear => words.msg_date_doubt_other_era(date),
        Doubt::Contradiction => words.msg_date_doubt_contradiction(date),
        Doubt::MonthFirst | Doubt::Order => words.msg_date_doubt_order(date),
    }
}

/// What is wrong with a date, with an example.
fn complaint(why: Why, words: &Words) -> String {
    match why {
        Why::NotADate => words.msg_date_not_a_date(),
        Why::Incomplete => words.msg_date_whole(),
        Why::Impossible { day, month } => words.msg_date_impossible(words.digits(day), words.digits(month)),
        Why::NotALeapYear { year } => words.msg_date_no_leap_day(words.digits(year)),
        Why::Lunar => words.msg_date_lunar(),
        Why::TooFarPast { earliest } => words.msg_date_too_far_past(words.day(earliest)),
        Why::TooFarFuture { latest } => words.msg_date_too_far_future(words.day(latest)),
    }
}
