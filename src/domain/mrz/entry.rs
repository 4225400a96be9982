//! What a report is begun with, from a zone. Deliberately nothing of what a zone does not say: visa, stay, room.
//!
//! Any `P?` is a passport, also `PD`: the second letter was long each state's own, and whoever counts as a diplomat is
//! not reported at all, so the reporter says that and no letter. A card of Cambodia is a residence card unless it names a
//! Cambodian, who has an identity card. A visa is no document of its own: whether its number is the passport's or the
//! sticker's, and whether its date is the last for entering, the zone does not tell.

use super::{
    Check, Format, Reading, Zone,
    layout::{At, CODE, Grid, Layout},
    repair, weigh,
};
use crate::domain::{
    country::Country,
    dates::PartialDate,
    document::{DateSource, DocumentKind},
    document_number::DocumentNumber,
    entry::{Doubt, Entry, Field, Why},
    name::PersonName,
};

/// What a reading says of a guest, with everything that must be compared. `unclear` lists cells that the picture shows
/// badly, as line and column of the reading's lines.
pub fn entry(reading: &Reading, unclear: &[(usize, usize)]) -> Entry {
    let Some(zone) = &reading.fields else { return Entry::default() };
    let layout = Layout::of(zone.format);
    let grid = Grid(reading.lines.iter().map(|line| line.as_bytes().to_vec()).collect());
    let kind = kind(zone);
    let mut entry = stated(zone, kind);
    let mut doubts = Doubts(Vec::new());
    for (cells, why) in [(&reading.repaired[..], Why::Repaired), (unclear, Why::Unclear)] {
        for field in cells.iter().filter_map(|at| field_at(layout, zone, *at)) {
            doubts.add(field, why);
        }
    }
    for field in failed(reading) {
        doubts.add(field, Why::CheckFails);
    }
    if zone.name_maybe_truncated {
        doubts.add(Field::Name, Why::MayBeCut);
    }
    if entry.nationality.is_none() {
        doubts.add(Field::Nationality, Why::UnknownCountry);
    }
    if weigh::sex(grid.get(layout.sex)).is_none() {
        entry.sex = None;
        doubts.add(Field::Sex, Why::Unclear);
    }
    if entry.name.is_none() || weigh::names(grid.span(layout.name)).parted_twice {
        doubts.add(Field::Name, Why::Unclear);
    }
    let hides = repair::may_hide_a_swap(zone.document_number.as_bytes());
    if entry.number.is_none() || kind.is_none() || hides {
        doubts.add(Field::Number, Why::Unclear);
    }
    // What is asked for a residence card alone is no doubt about any other document.
    doubts.0.retain(|doubt| doubt.field != Field::StayUntil || kind == Some(DocumentKind::ResidenceCard));
    entry.doubts = doubts.0;
    entry
}

/// Doubts, each once.
struct Doubts(Vec<Doubt>);

impl Doubts {
    fn add(&mut self, field: Field, why: Why) {
        let doubt = Doubt { field, why };
        if !self.0.contains(&doubt) {
            self.0.push(doubt);
        }
    }
}

/// The fields as the zone has them.
fn stated(zone: &Zone, kind: Option<DocumentKind>) -> Entry {
    let is_card = kind == Some(DocumentKind::ResidenceCard);
    let stay_until = zone.expiry_date.filter(|_| is_card);
    let name = format!("{} {}", zone.surname, zone.given_names);
    Entry {
        document: kind,
        number: DocumentNumber::try_from(zone.document_number.replace('<', "").as_str()).ok(),
        name: PersonName::try_from(name.as_str()).ok(),
        sex: Some(zone.sex),
        birth: zone.birth_date.map(PartialDate::from).or(zone.birth_part),
        nationality: nationality(zone),
        stay_until,
        source: stay_until.map(|_| DateSource::Card),
        ..Entry::default()
    }
}

/// A listed country that exists.
fn nationality(zone: &Zone) -> Option<Country> {
    let code = format!("{:<<3}", zone.nationality);
    let listed = weigh::is_listed(code.as_bytes()).then(|| Country::try_from(zone.nationality.as_str()).ok());
    listed.flatten().filter(|country| !country.is_specimen())
}

/// The kind of document; none for a visa.
fn kind(zone: &Zone) -> Option<DocumentKind> {
    let is_of_cambodia = zone.issuing_state == Country::CAMBODIA.code();
    let is_of_a_cambodian = zone.nationality == Country::CAMBODIA.code();
    match zone.format {
        Format::Td3 => Some(DocumentKind::Passport),
        Format::Td1 | Format::Td2 if is_of_cambodia && !is_of_a_cambodian => Some(DocumentKind::ResidenceCard),
        Format::Td1 | Format::Td2 => Some(DocumentKind::Other),
        Format::MrvA | Format::MrvB => None,
    }
}

/// The field to which a cell belongs.
fn field_at(layout: &Layout, zone: &Zone, at: At) -> Option<Field> {
    let is_long = zone.document_number.len() > layout.number.2;
    if CODE.holds(at) {
        Some(Field::Document)
    } else if layout.name.holds(at) {
        Some(Field::Name)
    } else if layout.number.holds(at) || at == layout.number_check || is_long && layout.optional.holds(at) {
        Some(Field::Number)
    } else if layout.nationality.holds(at) {
        Some(Field::Nationality)
    } else if layout.birth.holds(at) || at == layout.birth_check {
        Some(Field::Birth)
    } else if at == layout.sex {
        Some(Field::Sex)
    } else if layout.expiry.holds(at) || at == layout.expiry_check {
        Some(Field::StayUntil)
    } else {
        None
    }
}

/// The fields that a failed check puts in doubt. The composite alone tells nothing of where it is: of all it covers.
fn failed(reading: &Reading) -> Vec<Field> {
    if reading.failed_checks == [Check::Composite] {
        return vec![Field::Number, Field::Birth, Field::StayUntil];
    }
    let field = |check: &Check| match check {
        Check::DocumentNumber => Some(Field::Number),
        Check::BirthDate => Some(Field::Birth),
        Check::ExpiryDate => Some(Field::StayUntil),
        Check::OptionalData | Check::Composite => None,
    };
    reading.failed_checks.iter().filter_map(field).collect()
}
