//! A list of guests in the text layout of Ubyport (Czech police, "UNL soubor"): a line for the place, then one for each
//! guest, sixteen fields with `|` between them. What is written and what is left empty stands in `docs/table.md`.
//! Deliberately in UTF-8: the layout's own Windows-1250 has neither Khmer nor Chinese.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::{dates::PartialDate, formula};

use super::GuestRow;

/// The place whose guests are listed.
#[derive(Clone)]
pub struct UnlPlace {
    /// Its name.
    pub name: String,
    /// The district.
    pub district: String,
    /// The commune.
    pub commune: String,
    /// The village.
    pub village: String,
    /// House number and street.
    pub street: String,
}

/// The layout's version: "2, from `UbyPrototype_7`".
const VERSION: &str = "2";

/// The list as of a moment in Phnom Penh. Diplomats, of whom nothing is kept that the layout has a field for, are left out.
pub fn unl(place: &UnlPlace, guests: &[GuestRow], made: NaiveDateTime) -> Vec<u8> {
    let made = made.format("%Y.%m.%d %H:%M:%S").to_string();
    let UnlPlace { name, district, commune, village, street } = place;
    let mut file = String::new();
    line(&mut file, ["A", VERSION, "", "", name, "", district, commune, village, street, "", "", "", &made, "", ""]);
    for guest in guests.iter().filter(|guest| !guest.arrival.is_exempt()) {
        let identity = &guest.arrival.identity;
        let from = day(guest.arrival.arrived_on);
        let until = guest.departed_on.or(guest.arrival.leaves_on).map(day).unwrap_or_default();
        let name = identity.name.as_ref().map(ToString::to_string).unwrap_or_default();
        let birth = identity.birth.map(birth).unwrap_or_default();
        let nationality = identity.nationality.map(|country| country.code().to_owned()).unwrap_or_default();
        let number = identity.number.as_ref().map(ToString::to_string).unwrap_or_default();
        let note = guest.arrival.unit.clone().unwrap_or_default();
        line(
            &mut file,
            ["U", &from, &until, &name, "", "", &birth, "", "", &nationality, "", &number, "", "", "", &note],
        );
    }
    file.into_bytes()
}

fn line(file: &mut String, fields: [&str; 16]) {
    let fields = fields.map(|field| {
        let plain: String = field.chars().map(|c| if c == '|' || c.is_control() { ' ' } else { c }).collect();
        formula::guarded(plain.trim()).into_owned()
    });
    file.push_str(&fields.join("|"));
    file.push_str("\r\n");
}

fn day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// What is not known of a birth date is zero.
fn birth(birth: PartialDate) -> String {
    birth.day().map_or_else(|| format!("00.{:02}.{}", birth.month().unwrap_or_default(), birth.year()), day)
}
