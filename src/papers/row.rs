//! The product's own row: its columns, their headings in three languages, and how the values of a guest stand in it, for
//! people and for programs (`docs/table.md`). Deliberately nothing of the files that are made of rows.

use chrono::NaiveDate;

use crate::{
    domain::{
        columns,
        country::Country,
        dates::PartialDate,
        document::{DocumentKind, VisaClass},
        entry::Field,
        person::Sex,
        premises::PremisesKind,
        stay::{Arrival, Work},
    },
    text::{Language, Words},
};

use super::{Cell, GuestRow};

/// A column of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// What is stated of a guest.
    Fact(Field),
    /// The number of the report of arrival.
    Report,
    /// When it was made.
    ReportedAt,
    /// Whether that was on time.
    Timeliness,
    /// The day of departure.
    DepartedOn,
}

/// What is kept about a report beside what it states.
const OF_REPORTS: [Column; 4] = [Column::Report, Column::ReportedAt, Column::Timeliness, Column::DepartedOn];

impl Column {
    /// The name for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fact(field) => field.as_str(),
            Self::Report => "report",
            Self::ReportedAt => "reported_at",
            Self::Timeliness => "timeliness",
            Self::DepartedOn => "departed_on",
        }
    }

    /// The heading in Khmer, English and Chinese.
    pub(super) fn headings(self) -> [String; 3] {
        match self {
            Self::Fact(field) => columns::headings(field).map(str::to_owned),
            Self::Report => in_three(|words| words.msg_table_report()),
            Self::ReportedAt => in_three(|words| words.msg_table_reported_at()),
            Self::Timeliness => in_three(|words| words.msg_table_timeliness()),
            Self::DepartedOn => in_three(|words| words.msg_table_departed_on()),
        }
    }
}

/// A message in Khmer, English and Chinese.
pub(super) fn in_three(message: impl Fn(&Words) -> String) -> [String; 3] {
    [Language::Km, Language::En, Language::Zh].map(|language| message(Words::of(language)))
}

/// The columns of a template: what must be known of a guest at such a place.
pub(super) fn asked_at(kind: PremisesKind) -> Vec<Field> {
    let mut fields = vec![
        Field::Unit,
        Field::Name,
        Field::Sex,
        Field::Birth,
        Field::Nationality,
        Field::Document,
        Field::Number,
        Field::Visa,
        Field::StayUntil,
        Field::ArrivedOn,
    ];
    fields.extend_from_slice(if kind.houses_workers() {
        &[Field::Work, Field::PermitUntil]
    } else {
        &[Field::LeavesOn]
    });
    fields
}

/// The whole row, the same for every kind of place.
pub(super) fn whole() -> Vec<Column> {
    let is_half_a_name = |field: &Field| matches!(field, Field::Surname | Field::GivenNames);
    Field::ALL.into_iter().filter(|field| !is_half_a_name(field)).map(Column::Fact).chain(OF_REPORTS).collect()
}

/// The row as people at such a place read it: the columns of the template, and what is kept about the report.
pub(super) fn read_at(kind: PremisesKind) -> Vec<Column> {
    asked_at(kind).into_iter().map(Column::Fact).chain(OF_REPORTS).collect()
}

/// What a drop-down list offers in a column: a code where there is one, then the value in three languages.
pub(super) fn choices(field: Field) -> Option<Vec<String>> {
    let all = |choices: &mut dyn Iterator<Item = String>| Some(choices.collect());
    match field {
        Field::Sex => all(&mut [Sex::Female, Sex::Male, Sex::Unspecified].into_iter().map(sex)),
        Field::Nationality => all(&mut Country::all().map(country)),
        Field::Document => all(&mut DocumentKind::ALL.into_iter().map(document)),
        Field::Visa => all(&mut VisaClass::ALL.into_iter().map(visa)),
        Field::Work => all(&mut Work::ALL.into_iter().map(work)),
        _ => None,
    }
}

/// What stands between a code and the value in each language.
pub(super) const BETWEEN: &str = " / ";

pub(super) fn sex(sex: Sex) -> String {
    coded(sex_code(sex), &in_three(|words| words.sex(sex)))
}

pub(super) fn country(country: Country) -> String {
    coded(country.code(), &in_three(|words| words.country(country).to_owned()))
}

pub(super) fn document(kind: DocumentKind) -> String {
    in_three(|words| words.document_kind(kind)).join(BETWEEN)
}

pub(super) fn visa(visa: VisaClass) -> String {
    let labels = in_three(|words| words.visa(visa));
    match visa {
        VisaClass::None | VisaClass::Unknown => labels.join(BETWEEN),
        _ => coded(&visa.as_str().to_uppercase(), &labels),
    }
}

pub(super) fn work(work: Work) -> String {
    in_three(|words| words.work(work)).join(BETWEEN)
}

fn sex_code(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "F",
        Sex::Male => "M",
        Sex::Unspecified => "X",
    }
}

/// A code and labels, of which those on buttons begin with it.
fn coded(code: &str, labels: &[String; 3]) -> String {
    let bare = labels.iter().map(|label| label.strip_prefix(code).unwrap_or(label).trim_matches([' ', '·']));
    std::iter::once(code).chain(bare.filter(|label| !label.is_empty())).collect::<Vec<_>>().join(BETWEEN)
}

/// A value as people read it.
pub(super) fn for_people(column: Column, guest: &GuestRow, words: &Words) -> Cell {
    let arrival = &guest.arrival;
    let field = match column {
        Column::Fact(field) => field,
        Column::Report => return Cell::Text(guest.report.clone()),
        Column::ReportedAt => return Cell::Moment(guest.reported_at),
        Column::Timeliness if guest.late => return Cell::Text(words.msg_table_late()),
        Column::Timeliness => return Cell::Text(words.msg_table_on_time()),
        Column::DepartedOn => return day(guest.departed_on),
    };
    match field {
        Field::Document => Cell::Text(words.document_kind(arrival.document)),
        Field::Sex => text(arrival.identity.sex.map(|sex| words.sex(sex))),
        Field::Nationality => text(arrival.identity.nationality.map(|country| words.country(country).to_owned())),
        Field::Visa => text(arrival.permission.visa.map(|visa| words.visa(visa))),
        Field::Source => text(arrival.permission.stay_until.map(|_| words.date_source(arrival.permission.source))),
        Field::Work => text(arrival.work.map(|work| words.work(work))),
        Field::Birth => match arrival.identity.birth {
            Some(birth) => birth.day().map_or_else(|| Cell::Text(birth.to_string()), Cell::Day),
            None => Cell::Empty,
        },
        Field::StayUntil => day(arrival.permission.stay_until),
        Field::ArrivedOn => Cell::Day(arrival.arrived_on),
        Field::LeavesOn => day(arrival.leaves_on),
        Field::PermitUntil => day(arrival.permit_until),
        Field::Number | Field::Name | Field::Surname | Field::GivenNames | Field::Unit | Field::CameFrom => {
            text(as_written(field, arrival))
        }
    }
}

/// A value as programs read it: codes, and dates in ISO form.
pub(super) fn for_programs(column: Column, guest: &GuestRow) -> String {
    let arrival = &guest.arrival;
    let iso = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let value = match column {
        Column::Report => Some(guest.report.clone()),
        // Phnom Penh has no summer time.
        Column::ReportedAt => Some(guest.reported_at.format("%Y-%m-%dT%H:%M:%S+07:00").to_string()),
        Column::Timeliness => Some(if guest.late { "late" } else { "on_time" }.to_owned()),
        Column::DepartedOn => iso(guest.departed_on),
        Column::Fact(field) => match field {
            Field::Document => Some(arrival.document.as_str().to_owned()),
            Field::Sex => arrival.identity.sex.map(|sex| sex_code(sex).to_owned()),
            Field::Nationality => arrival.identity.nationality.map(|country| country.code().to_owned()),
            Field::Visa => arrival.permission.visa.map(|visa| visa.as_str().to_owned()),
            Field::Source => arrival.permission.stay_until.map(|_| arrival.permission.source.as_str().to_owned()),
            Field::Work => arrival.work.map(|work| work.as_str().to_owned()),
            Field::Birth => arrival.identity.birth.as_ref().map(PartialDate::to_string),
            Field::StayUntil => iso(arrival.permission.stay_until),
            Field::ArrivedOn => iso(Some(arrival.arrived_on)),
            Field::LeavesOn => iso(arrival.leaves_on),
            Field::PermitUntil => iso(arrival.permit_until),
            Field::Number | Field::Name | Field::Surname | Field::GivenNames | Field::Unit | Field::CameFrom => {
                as_written(field, arrival)
            }
        },
    };
    value.unwrap_or_default()
}

/// What stands in both as it was written.
fn as_written(field: Field, arrival: &Arrival) -> Option<String> {
    match field {
        Field::Number => arrival.identity.number.as_ref().map(ToString::to_string),
        Field::Name => arrival.identity.name.as_ref().map(ToString::to_string),
        Field::Unit => arrival.unit.clone(),
        Field::CameFrom => arrival.came_from.clone(),
        _ => None,
    }
}

fn text(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}
