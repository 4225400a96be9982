//! The lines below the headers: which of them are guests, and what each says. Deliberately no memory from one line to the
//! next, but for what a column's dates tell together.

use std::{cell::RefCell, collections::HashMap};

use super::{
    Layout, ROWS_MAX, Reading, Refusal, Request, Row, Wrong,
    days::{self, Habit},
    fields::{self, Guest},
    header::Header,
    sheet::{Cells, Sheet, Value},
    words::{self, About},
};
use crate::domain::{columns::folded, country::Country, document::DocumentKind, entry::Field};

static NOTHING: Value = Value::Empty;

/// Reads a sheet below its headers.
pub(super) fn read(sheet: &Sheet, header: Header, request: &Request) -> Result<Reading, Refusal> {
    let below = sheet.lines.get(header.below..).unwrap_or_default();
    let mut guests: Vec<&Cells> = Vec::new();
    for line in below {
        if header.is_repeated_by(line, &request.known) || !is_guest(line, &header) {
            continue;
        }
        guests.push(line);
    }
    if guests.len() > ROWS_MAX {
        return Err(Refusal::TooManyRows);
    }
    let reader = Reader::new(&header, &guests, request);
    let rows = guests.iter().map(|line| reader.row(line)).collect();
    let layout = if header.is_template { Layout::Template } else { Layout::Own };
    let unknown = header.unknown(&guests);
    let grid = sheet.grid(header.numbers);
    Ok(Reading { layout, columns: header.columns, unknown, rows, grid })
}

/// Whether a line below the headers is a guest: not an example, a sum, a signature, or a room with nobody in it.
fn is_guest(line: &Cells, header: &Header) -> bool {
    let mut texts = line.filled().map(|(_, value)| value.shown());
    let Some(first) = texts.next() else { return false };
    let said = |about, value: &Value| words::begins(about, &value.shown());
    if words::begins(About::Example, &first) {
        return false;
    }
    let cells = |field| header.columns_of(field).map(|at| line.at(at)).filter(|value| says(value)).collect::<Vec<_>>();
    let names: Vec<&Value> = [Field::Name, Field::Surname, Field::GivenNames].into_iter().flat_map(cells).collect();
    let has_number = !cells(Field::Number).is_empty();
    if !has_number && (words::begins(About::Footer, &first) || names.iter().any(|name| said(About::Footer, name))) {
        return false;
    }
    if !has_number && names.iter().any(|name| words::meaning(About::Vacant, &name.shown()).is_some()) {
        return false;
    }
    // A name that is asked for, or at least two things that only a person has.
    let personal = [Field::Birth, Field::Nationality, Field::Sex, Field::StayUntil, Field::Visa, Field::Work];
    !names.is_empty() || has_number || personal.into_iter().filter(|field| !cells(*field).is_empty()).count() >= 2
}

fn says(value: &Value) -> bool {
    match value {
        Value::Empty => false,
        Value::Text(text) => !words::says_nothing(text),
        _ => true,
    }
}

/// A country and whether it was guessed at, or why none was found.
type Found = Result<(Country, bool), Wrong>;

/// What holds for all lines of a sheet.
struct Reader<'a> {
    header: &'a Header,
    request: &'a Request,
    habits: HashMap<usize, Habit>,
    /// The column of numbers says that they are of passports.
    passports: bool,
    /// Countries by what was typed, for many guests have the same one.
    countries: RefCell<HashMap<String, Found>>,
}

impl<'a> Reader<'a> {
    fn new(header: &'a Header, guests: &[&Cells], request: &'a Request) -> Self {
        let dates = [Field::Birth, Field::ArrivedOn, Field::LeavesOn, Field::StayUntil, Field::PermitUntil];
        let columns = dates.into_iter().flat_map(|field| header.columns_of(field));
        let habits = columns.map(|at| (at, days::habit(guests.iter().map(|line| line.at(at))))).collect();
        let mut numbers = header.columns_of(Field::Number).peekable();
        let is_of_passports = |at: usize| {
            let column = header.columns.iter().find(|column| usize::try_from(column.index) == Ok(at));
            let header = column.map(|column| folded(&column.header)).unwrap_or_default();
            let other = ["id", "card", "identity", "证件", "身份", "ឯកសារ", "អត្តសញ្ញាណ", "ប័ណ្ណ", "document"];
            let is_of_passport = words::contained(About::Paper, &header) == Some("passport");
            is_of_passport && !other.iter().any(|word| header.contains(&folded(word)))
        };
        let passports = numbers.peek().is_some() && numbers.all(is_of_passports);
        Self { header, request, habits, passports, countries: RefCell::default() }
    }

    /// Of several columns for one thing, the first that says something.
    fn cell<'l>(&self, line: &'l Cells, field: Field) -> (&'l Value, Habit) {
        let columns = self.header.columns_of(field);
        let found = columns.map(|at| (at, line.at(at))).find(|(_, value)| says(value));
        found.map_or((&NOTHING, Habit::default()), |(at, value)| {
            (value, self.habits.get(&at).copied().unwrap_or_default())
        })
    }

    fn country(&self, text: &str) -> Found {
        let mut countries = self.countries.borrow_mut();
        *countries.entry(text.to_owned()).or_insert_with(|| fields::country(text))
    }

    fn row(&self, line: &Cells) -> Row {
        let today = self.request.today;
        let mut guest = Guest::default();
        self.name(line, &mut guest);
        for field in Field::ALL {
            let (value, habit) = self.cell(line, field);
            match field {
                Field::Name | Field::Surname | Field::GivenNames => {}
                Field::Unit => guest.unit(value),
                Field::Sex => guest.sex(value),
                Field::Birth => guest.birth(value, habit, today),
                Field::Nationality => guest.nationality(value, |text| self.country(text)),
                Field::Document => guest.document(value),
                Field::Number => guest.number(value),
                Field::Visa => guest.visa(value),
                Field::Source => guest.source(value),
                Field::Work => guest.work(value),
                Field::CameFrom => guest.came_from(value),
                Field::StayUntil | Field::ArrivedOn | Field::LeavesOn | Field::PermitUntil => {
                    guest.day(field, value, habit, today);
                }
            }
        }
        let has_document = self.header.columns_of(Field::Document).next().is_some();
        if self.passports && !has_document && guest.entry.number.is_some() {
            guest.entry.document = Some(DocumentKind::Passport);
        }
        guest.finish();
        Row { number: line.number, entry: guest.entry, complaints: guest.complaints }
    }

    /// Two columns of names before one; of several whole names the first in Latin letters.
    fn name(&self, line: &Cells, guest: &mut Guest) {
        let (surname, _) = self.cell(line, Field::Surname);
        let (given, _) = self.cell(line, Field::GivenNames);
        let names: Vec<&Value> =
            self.header.columns_of(Field::Name).map(|at| line.at(at)).filter(|value| says(value)).collect();
        let is_latin = |value: &Value| value.shown().contains(|c: char| c.is_ascii_alphabetic());
        let name = names.iter().find(|value| is_latin(value)).or(names.first()).copied();
        match (name, surname, given) {
            (Some(name), Value::Empty, Value::Empty) => guest.name(Field::Name, name),
            // "Name" beside "First name" is the surname, unless it is all of the name.
            (Some(name), Value::Empty, given) if !name.shown().contains(&given.shown()) => guest.names(name, given),
            (Some(name), Value::Empty, _) => guest.name(Field::Name, name),
            _ => guest.names(surname, given),
        }
    }
}
