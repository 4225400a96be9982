//! One guest's cells become an entry, each field by itself. What cannot be read becomes a complaint, what may be wrong a
//! doubt. Deliberately no opinion on what is missing.

use chrono::NaiveDate;

use super::{
    Complaint, Wrong,
    days::{self, Habit},
    sheet::{CELL_CHARS_MAX, Value, plain},
    words::{self, About},
};
use crate::domain::{
    country::Country,
    dates::Kind,
    digits::{ascii_digit, to_half_width},
    document::{DateSource, DocumentKind, VisaClass},
    document_number::DocumentNumber,
    entry::{Doubt, Entry, Field, Why},
    name::{NameError, PersonName},
    person::Sex,
    stay::Work,
};

/// The longest room and earlier place that a report holds, in characters.
const UNIT_MAX: usize = 40;
const CAME_FROM_MAX: usize = 80;

/// What stands between a code and the same in several languages, as templates offer it.
const BETWEEN: &str = " / ";

/// A guest under way.
#[derive(Default)]
pub(super) struct Guest {
    pub(super) entry: Entry,
    pub(super) complaints: Vec<Complaint>,
}

impl Guest {
    pub(super) fn wrong(&mut self, field: Field, what: Wrong) {
        if self.complaints.iter().all(|complaint| complaint.field != field) {
            self.complaints.push(Complaint { field, what });
        }
    }

    pub(super) fn doubt(&mut self, field: Field, why: Why) {
        let doubt = Doubt { field, why };
        if !self.entry.doubts.contains(&doubt) {
            self.entry.doubts.push(doubt);
        }
    }

    /// The cell's text, if it says something; a complaint when it cannot be read as text.
    fn text(&mut self, field: Field, value: &Value) -> Option<String> {
        let wrong = match value {
            Value::Empty => return None,
            Value::Text(text) if text.chars().count() > CELL_CHARS_MAX => Wrong::TooLong,
            Value::Text(text) => {
                let text = text.trim_start_matches('\'').trim();
                return Some(text.to_owned()).filter(|text| !text.is_empty() && !words::says_nothing(text));
            }
            Value::Number(number) => return Some(plain(*number)),
            Value::Bool(_) => return Some(value.shown()),
            Value::Date(_) | Value::Time(_) => Wrong::BecameDate,
            Value::Error(_) => Wrong::FormulaError,
        };
        self.wrong(field, wrong);
        None
    }

    /// The name from one cell.
    pub(super) fn name(&mut self, field: Field, value: &Value) {
        if let Some(text) = self.text(field, value) {
            self.name_typed(field, &text);
        }
    }

    /// The name from two cells, surname first.
    pub(super) fn names(&mut self, surname: &Value, given: &Value) {
        let surname = self.text(Field::Surname, surname);
        let given = self.text(Field::GivenNames, given);
        if !self.complaints.is_empty() {
            return;
        }
        match (surname, given) {
            (Some(surname), Some(given)) => self.name_typed(Field::Name, &format!("{surname} {given}")),
            (Some(surname), None) => self.name_typed(Field::Surname, &surname),
            (None, Some(given)) => self.name_typed(Field::GivenNames, &given),
            (None, None) => {}
        }
    }

    fn name_typed(&mut self, field: Field, text: &str) {
        let bare = text.replace('<', " ");
        let bare = bare.trim_matches(|c: char| c.is_whitespace() || "*#•,;:".contains(c));
        let (title, bare) = without_title(bare);
        if self.entry.sex.is_none() {
            self.entry.sex = title.and_then(sex);
        }
        let read = PersonName::try_from(bare);
        self.entry.name = match read {
            Ok(name) => Some(name),
            Err(NameError::NotLatin) => {
                let latin = latin_part(bare);
                if latin.is_some() {
                    self.doubt(Field::Name, Why::Unclear);
                } else {
                    self.wrong(field, Wrong::NameNotLatin);
                }
                latin
            }
            Err(NameError::HasDigits) => return self.wrong(field, Wrong::NameHasDigits),
            Err(NameError::TooLong) => return self.wrong(field, Wrong::TooLong),
            Err(_) => return self.wrong(field, Wrong::NameOdd),
        };
    }

    pub(super) fn number(&mut self, value: &Value) {
        if let Value::Number(number) = value
            && number.abs() >= 1e15
        {
            return self.wrong(Field::Number, Wrong::NumberRounded);
        }
        let Some(text) = self.text(Field::Number, value) else { return };
        if is_rounded(&text) {
            return self.wrong(Field::Number, Wrong::NumberRounded);
        }
        match DocumentNumber::try_from(without_fraction(&text)) {
            Ok(number) if !is_two_numbers(&text) => self.entry.number = Some(number),
            _ => self.wrong(Field::Number, Wrong::NumberOdd),
        }
    }

    pub(super) fn sex(&mut self, value: &Value) {
        let Some(text) = self.text(Field::Sex, value) else { return };
        match sex(&text) {
            Some(sex) => self.entry.sex = Some(sex),
            // A title that both have: Dr.
            None if words::meaning(About::Title, &text).is_some() => {}
            None => self.wrong(Field::Sex, Wrong::SexUnknown),
        }
    }

    /// The nationality, found by the given look-up: many guests have the same one.
    pub(super) fn nationality(&mut self, value: &Value, found: impl Fn(&str) -> Result<(Country, bool), Wrong>) {
        let Some(text) = self.text(Field::Nationality, value) else { return };
        match found(&text) {
            Ok((country, guessed)) => {
                self.entry.nationality = Some(country);
                if guessed {
                    self.doubt(Field::Nationality, Why::Unclear);
                }
            }
            Err(wrong) => self.wrong(Field::Nationality, wrong),
        }
    }

    pub(super) fn document(&mut self, value: &Value) {
        let Some(text) = self.text(Field::Document, value) else { return };
        match by_parts(&text, |part| words::meaning(About::Document, part)).and_then(DocumentKind::named) {
            Some(kind) => self.entry.document = Some(kind),
            None => self.wrong(Field::Document, Wrong::DocumentUnknown),
        }
    }

    pub(super) fn visa(&mut self, value: &Value) {
        let Some(text) = self.text(Field::Visa, value) else { return };
        match visa(&text) {
            Some(class) => self.entry.visa = Some(class),
            None => self.wrong(Field::Visa, Wrong::VisaUnknown),
        }
    }

    pub(super) fn source(&mut self, value: &Value) {
        let Some(text) = self.text(Field::Source, value) else { return };
        match by_parts(&text, |part| words::meaning(About::Source, part)).and_then(DateSource::named) {
            Some(source) => self.entry.source = Some(source),
            None => self.wrong(Field::Source, Wrong::SourceUnknown),
        }
    }

    pub(super) fn work(&mut self, value: &Value) {
        if let Value::Bool(yes) = value {
            self.entry.work = Some(if *yes { Work::WithPermit } else { Work::WithoutPermit });
            return;
        }
        let Some(text) = self.text(Field::Work, value) else { return };
        let has_number = text.chars().filter(|c| ascii_digit(*c).is_some()).count() >= 4;
        match by_parts(&text, |part| words::meaning(About::Work, part)).and_then(Work::named) {
            Some(work) => self.entry.work = Some(work),
            None if has_number => self.entry.work = Some(Work::WithPermit),
            None => self.wrong(Field::Work, Wrong::WorkUnknown),
        }
    }

    pub(super) fn unit(&mut self, value: &Value) {
        let Some(text) = self.text(Field::Unit, value) else { return };
        self.entry.unit = self.short(Field::Unit, without_fraction(&text), UNIT_MAX);
    }

    pub(super) fn came_from(&mut self, value: &Value) {
        let Some(text) = self.text(Field::CameFrom, value) else { return };
        self.entry.came_from = self.short(Field::CameFrom, &text, CAME_FROM_MAX);
    }

    fn short(&mut self, field: Field, text: &str, most: usize) -> Option<String> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > most {
            self.wrong(field, Wrong::TooLong);
            return None;
        }
        let plain = |c: char| ascii_digit(c).unwrap_or(to_half_width(c));
        Some(line.chars().filter(|c| !c.is_control()).map(plain).collect())
    }

    pub(super) fn birth(&mut self, value: &Value, habit: Habit, today: NaiveDate) {
        match days::read(value, Kind::Birth, habit, today) {
            Ok(Some(found)) => {
                self.entry.birth = Some(found.date);
                if found.guessed {
                    self.doubt(Field::Birth, Why::Guessed);
                }
            }
            Ok(None) => {}
            Err(wrong) => self.wrong(Field::Birth, wrong),
        }
    }

    /// A whole day; what has passed and should not have is noted.
    pub(super) fn day(&mut self, field: Field, value: &Value, habit: Habit, today: NaiveDate) {
        let kind = match field {
            Field::ArrivedOn => Kind::Arrival,
            Field::LeavesOn => Kind::Departure,
            Field::StayUntil => Kind::StayUntil,
            _ => Kind::CardExpiry,
        };
        let found = match days::read(value, kind, habit, today) {
            Ok(Some(found)) => found,
            Ok(None) => return,
            Err(wrong) => return self.wrong(field, wrong),
        };
        let Some(day) = found.date.day() else { return self.wrong(field, Wrong::DateIncomplete) };
        if found.guessed {
            self.doubt(field, Why::Guessed);
        }
        match field {
            Field::ArrivedOn => self.entry.arrived_on = Some(day),
            Field::LeavesOn => self.entry.leaves_on = Some(day),
            Field::StayUntil => self.entry.stay_until = Some(day),
            _ => self.entry.permit_until = Some(day),
        }
        if matches!(field, Field::StayUntil | Field::PermitUntil) && day < today {
            self.doubt(field, Why::Passed);
        }
    }

    /// What the fields say of each other; complaints in the order of the fields.
    pub(super) fn finish(&mut self) {
        if let (Some(arrived), Some(leaves)) = (self.entry.arrived_on, self.entry.leaves_on)
            && leaves < arrived
        {
            self.entry.leaves_on = None;
            self.wrong(Field::LeavesOn, Wrong::LeavesBeforeArrival);
        }
        if self.entry.permit_until.is_some() && self.entry.work.is_none() {
            self.entry.work = Some(Work::WithPermit);
        }
        let place = |field: Field| Field::ALL.iter().position(|listed| *listed == field);
        self.complaints.sort_by_key(|complaint| place(complaint.field));
    }
}

fn sex(text: &str) -> Option<Sex> {
    let text = text.trim_end_matches('.');
    Some(match by_parts(text, |part| words::meaning(About::Sex, part))? {
        "female" => Sex::Female,
        "male" => Sex::Male,
        _ => Sex::Unspecified,
    })
}

fn visa(text: &str) -> Option<VisaClass> {
    let whole = |text: &str| words::meaning(About::Visa, text);
    let found = by_parts(text, whole).or_else(|| {
        let token = |token: &&str| words::meaning(About::VisaNoise, token).is_none();
        let tokens = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\u{1780}'..='\u{17dd}')));
        let bare = |token: &'_ str| token.trim_matches(|c: char| c.is_ascii_digit()).to_owned();
        let left: Vec<String> =
            tokens.map(bare).filter(|token_left| !token_left.is_empty() && token(&token_left.as_str())).collect();
        let mut found: Vec<&str> = left.iter().map(|token| whole(token)).collect::<Option<_>>()?;
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            // "E (EB)" is the extension.
            [class] | ["e", class @ ("eb" | "eg" | "er" | "es")] => Some(*class),
            _ => None,
        }
    });
    let found = found.or_else(|| {
        let folded = crate::domain::columns::folded(text);
        let without = ["visa", "class", "type", "签证", "簽證", "类", "ទិដ្ឋាការ", "វីសា"];
        let bare = without.iter().fold(folded, |text, word| text.replace(&crate::domain::columns::folded(word), ""));
        whole(&bare)
    });
    found.and_then(VisaClass::named)
}

/// The meaning of the whole text, else the one of what stands there in several languages ("T / ទេសចរណ៍ / 旅游"), else
/// the one that all of its parts have.
fn by_parts(text: &str, meaning: impl Fn(&str) -> Option<&'static str>) -> Option<&'static str> {
    if let Some(whole) = meaning(text) {
        return Some(whole);
    }
    let mut said: Vec<&str> =
        text.split(BETWEEN).skip_while(|_| !text.contains(BETWEEN)).filter_map(&meaning).collect();
    said.dedup();
    if let [said] = said.as_slice() {
        return Some(said);
    }
    let parts =
        text.split(['/', '(', ')', '\n', '|', '·', ',', '（', '）', '-']).filter(|part| !part.trim().is_empty());
    let mut found: Vec<&str> = parts.map(meaning).collect::<Option<_>>()?;
    found.dedup();
    if found.len() == 1 { found.pop() } else { None }
}

/// The country of a cell, and whether it had to be guessed at.
pub(super) fn country(text: &str) -> Result<(Country, bool), Wrong> {
    let mut exact = Country::named(text);
    if exact.is_empty() {
        exact = text.split(BETWEEN).flat_map(Country::named).collect();
        exact.dedup();
    }
    if exact.is_empty() {
        let parts = text.split(['/', '(', ')', '\n', '|', ',', '（', '）', '-']).filter(|part| !part.trim().is_empty());
        let mut found: Vec<Country> = parts.flat_map(Country::named).collect();
        found.sort_unstable();
        found.dedup();
        exact = found;
    }
    match exact.as_slice() {
        [country] => Ok((*country, false)),
        [] => match Country::search(text).as_slice() {
            [country] if text.chars().count() > 3 => Ok((*country, true)),
            _ => Err(Wrong::CountryUnknown),
        },
        _ => Err(Wrong::CountryUnclear),
    }
}

/// A title before a name, and the name without it.
fn without_title(name: &str) -> (Option<&str>, &str) {
    let end = name.find(|c: char| c.is_whitespace() || c == '.');
    let Some((title, rest)) = end.and_then(|at| name.split_at_checked(at)) else { return (None, name) };
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
    if words::meaning(About::Title, title).is_some() && !rest.is_empty() { (Some(title), rest) } else { (None, name) }
}

/// The Latin words of a name that stands there in two scripts; at least two letters.
fn latin_part(name: &str) -> Option<PersonName> {
    let separate =
        |c: char| !(c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c) || ('\u{1E00}'..='\u{1EFF}').contains(&c));
    let runs = name.split(separate).map(|run| run.trim_matches(|c: char| !c.is_alphabetic()));
    let latin = runs.filter(|run| run.chars().filter(|c| c.is_alphabetic()).count() >= 2).collect::<Vec<_>>();
    if latin.len() == 1 { PersonName::try_from(*latin.first()?).ok() } else { None }
}

/// 1.23E+11: what a spreadsheet makes of a long number.
fn is_rounded(text: &str) -> bool {
    let Some((head, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = head.replace([',', '.'], "");
    power.strip_prefix('+').is_some_and(digits) && digits(&whole) && head.len() >= whole.len()
}

/// 101.0 is room 101: other programs write whole numbers so.
fn without_fraction(text: &str) -> &str {
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00"));
    whole.filter(|whole| !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(text)
}

/// Two numbers in one cell would run into one.
fn is_two_numbers(text: &str) -> bool {
    let is_long = |part: &&str| part.len() >= 6 && part.bytes().filter(u8::is_ascii_digit).count() >= 4;
    text.split(|c: char| c.is_whitespace() || c == '/').filter(is_long).count() > 1
}

#[cfg(test)]
mod tests;
