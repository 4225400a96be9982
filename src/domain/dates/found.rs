//! Gathers what the words and numbers of a text say of a day, a month and a year. Deliberately no calendar: whether
//! they make a date is decided elsewhere.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::{
    Why,
    tokens::{Era, Gap, Number, Role, Side, Token, cut, is_joining, tidied},
};

/// All that the text says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) year: Option<Number>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// Numbers of which the text does not say what they are, in order.
    pub(super) free: Vec<Number>,
    /// How many of them stand before the month.
    pub(super) free_before_month: usize,
    /// How many of them stand before the year.
    pub(super) free_before_year: usize,
    pub(super) weekday: Option<Weekday>,
    pub(super) days_from_today: Option<i64>,
    pub(super) era: Option<Era>,
    pub(super) has_time: bool,
    /// Whether there is a Khmer letter or digit.
    pub(super) khmer: bool,
    /// Whether there is a Thai letter or digit, whose writers count Buddhist years.
    pub(super) thai: bool,
}

impl Found {
    /// Whether there is neither a number nor a month.
    pub(super) fn has_no_date(&self) -> bool {
        self.year.is_none() && self.month.is_none() && self.day.is_none() && self.free.is_empty()
    }
}

/// Reads the whole text; `Lunar` or `NotADate` where it says anything else than a date.
pub(super) fn find(typed: &str, today: NaiveDate) -> Result<Found, Why> {
    let text = tidied(typed).ok_or(Why::NotADate)?;
    let (tokens, end) = cut(&text);
    let after_number = |at: usize| at > 0 && matches!(tokens[at - 1].1, Token::Number(_));
    let is_lunar = |(at, (_, token)): (usize, &(Gap, Token))| {
        *token == Token::Lunar || (*token == Token::WaxingOrBorn && after_number(at))
    };
    if tokens.iter().enumerate().any(is_lunar) {
        return Err(Why::Lunar);
    }
    if !is_well_spaced(&tokens, end) {
        return Err(Why::NotADate);
    }
    let within = |first: char, last: char| typed.chars().any(|c| (first..=last).contains(&c));
    let mut found =
        Found { khmer: within('\u{1780}', '\u{17FF}'), thai: within('\u{0E01}', '\u{0E5B}'), ..Found::default() };
    gather(&tokens, today, &mut found).ok_or(Why::NotADate)?;
    Ok(found)
}

/// Whether the signs between the words are those of one date: at most one between two numbers, the same one between
/// all free numbers, none before the first word.
fn is_well_spaced(tokens: &[(Gap, Token)], end: Gap) -> bool {
    if tokens.first().is_none_or(|(gap, _)| gap.signs > 0)
        || end.signs > 3
        || end.colon
        || end.sign.is_some_and(is_joining)
    {
        return false;
    }
    let mut tie = None;
    tokens.windows(2).all(|pair| {
        let [(_, before), (gap, after)] = pair else { return true };
        let says_more = matches!(before, Token::Noise | Token::WaxingOrBorn | Token::Mark(..) | Token::Era(_));
        if gap.colon && !says_more {
            return false;
        }
        if !matches!((before, after), (Token::Number(_), Token::Number(_))) {
            return gap.signs <= 2;
        }
        // 3-5/5 may be a span of days; 3/5 2026 and 3/5, 2026 are not.
        let tied_by = gap.sign.filter(|sign| is_joining(*sign) || *sign == '.');
        let same = tie.is_none() || tied_by.is_none() || tie == tied_by;
        tie = tied_by.or(tie);
        same && (gap.signs == 1 || gap.signs == 0 && gap.spaced)
    })
}

/// Gives each number its role. `None` where two words say the same thing differently, or a mark has no number.
fn gather(tokens: &[(Gap, Token)], today: NaiveDate, found: &mut Found) -> Option<()> {
    let mut pending: Option<Role> = None;
    let mut tokens = tokens.iter().map(|(gap, token)| (*gap, *token)).peekable();
    while let Some((_, token)) = tokens.next() {
        match token {
            Token::Number(number) => {
                let mark = |(gap, next): &(Gap, Token)| gap.signs == 0 && matches!(next, Token::Mark(_, Side::After));
                let after = tokens.next_if(mark).map(|(_, mark)| mark);
                let role = match (pending.take(), after) {
                    (Some(before), Some(Token::Mark(after, _))) if before != after => return None,
                    (None, Some(Token::Mark(after, _))) => Some(after),
                    (before, _) => before,
                };
                take(found, number, role)?;
            }
            Token::Mark(role, Side::Before) if pending.is_none_or(|pending| pending == role) => pending = Some(role),
            Token::Month(month) if pending.take().is_none_or(|pending| pending == Role::Month) => {
                set_month(found, month)?;
            }
            // ថ្ងៃអាទិត្យ: the mark of a day before its name.
            Token::Weekday(weekday) if pending.take().is_none_or(|pending| pending == Role::Day) => {
                set(&mut found.weekday, weekday)?;
            }
            Token::DaysFromToday(days) => set(&mut found.days_from_today, days)?,
            Token::YearsFromNow(years) => set(&mut found.year, full_year(today.year().checked_add(years)?)?)?,
            Token::MonthsFromNow(months) => {
                let then = months_from(today, months)?;
                set(&mut found.year, full_year(then.year())?)?;
                set_month(found, then.month())?;
            }
            Token::Era(era) => set(&mut found.era, era)?,
            Token::Clock => found.has_time = true,
            Token::Noise | Token::WaxingOrBorn => {}
            Token::Mark(..) | Token::Month(_) | Token::Weekday(_) | Token::Lunar | Token::Unknown => return None,
        }
    }
    pending.is_none().then_some(())
}

fn take(found: &mut Found, number: Number, role: Option<Role>) -> Option<()> {
    match role {
        None => found.free.push(number),
        Some(Role::Year) => {
            found.free_before_year = found.free.len();
            set(&mut found.year, number)?;
        }
        Some(Role::Month) if number.width <= 2 => set_month(found, number.value)?,
        Some(Role::Day) if number.width <= 2 => set(&mut found.day, number.value)?,
        Some(Role::Month | Role::Day) => return None,
    }
    Some(())
}

/// Passports print a month twice (03 5月/MAY): the same one may come again.
fn set_month(found: &mut Found, month: u32) -> Option<()> {
    if found.month.is_none() {
        found.free_before_month = found.free.len();
    }
    (*found.month.get_or_insert(month) == month).then_some(())
}

fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

fn full_year(year: i32) -> Option<Number> {
    Some(Number { value: u32::try_from(year).ok()?, width: 4, sign: None })
}

fn months_from(today: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { today.checked_sub_months(count) } else { today.checked_add_months(count) }
}
