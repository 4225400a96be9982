//! What columns of guest lists are called, in three languages: what a template prints, and what other people's tables
//! say for the same thing. Deliberately no opinion on what such a column holds.

use std::{collections::HashMap, sync::OnceLock};

use serde::Deserialize;

use super::{
    area::{ascii_digit, is_zero_width, plain_latin},
    entry::Field,
};

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// The column holds this of the guest.
    Field(Field),
    /// The column holds something that is not reported: a serial number, a price, an address.
    Ignored,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    km: Vec<String>,
    en: Vec<String>,
    zh: Vec<String>,
}

struct Columns {
    /// In the order of [`Field::ALL`]: the names that templates print.
    headings: Vec<[String; 3]>,
    /// By the folded name.
    found: HashMap<String, Heading>,
}

/// The names of a column that templates and exports print: Khmer, English, Chinese.
pub fn headings(field: Field) -> [&'static str; 3] {
    let at = Field::ALL.iter().position(|listed| *listed == field).unwrap_or_default();
    columns().headings[at].each_ref().map(String::as_str)
}

/// What a column of this folded name holds; see [`folded`].
pub fn heading(folded: &str) -> Option<Heading> {
    columns().found.get(folded).copied()
}

/// A name in the form in which names are compared: lower case, letters, digits and the signs of Khmer only, without
/// accents, blanks, punctuation and characters of no width; digits are ASCII.
pub fn folded(name: &str) -> String {
    let plain = name.chars().filter(|c| !is_zero_width(*c)).map(ascii_digit).filter_map(plain_latin);
    plain.filter(|c| c.is_alphanumeric() || matches!(c, '\u{1780}'..='\u{17dd}')).collect::<String>().replace("្ដ", "្ត")
}

fn columns() -> &'static Columns {
    static COLUMNS: OnceLock<Columns> = OnceLock::new();
    COLUMNS.get_or_init(|| {
        let text = include_str!("../../data/columns.toml");
        let tables: HashMap<String, Names> = toml::from_str(text).expect("the shipped names are tested");
        let mut found = HashMap::new();
        for (key, names) in &tables {
            let heading = Field::named(key).map_or(Heading::Ignored, Heading::Field);
            for name in names.km.iter().chain(&names.en).chain(&names.zh) {
                found.insert(folded(name), heading);
            }
        }
        let first = |names: &[String]| names.first().cloned().unwrap_or_default();
        let headings = Field::ALL.map(|field| {
            tables
                .get(field.as_str())
                .map_or_else(Default::default, |names| [first(&names.km), first(&names.en), first(&names.zh)])
        });
        Columns { headings: headings.into(), found }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_field_has_a_heading_in_three_languages_and_is_found_by_it() {
        for field in Field::ALL {
            for heading_shown in headings(field) {
                assert!(!heading_shown.is_empty(), "{field:?}");
                assert_eq!(heading(&folded(heading_shown)), Some(Heading::Field(field)), "{heading_shown}");
            }
        }
    }

    #[test]
    fn no_name_means_two_things() {
        let text = include_str!("../../data/columns.toml");
        let tables: BTreeMap<String, Names> = toml::from_str(text).expect("readable");
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (key, names) in &tables {
            assert!(key == "ignored" || Field::named(key).is_some(), "{key}");
            for name in names.km.iter().chain(&names.en).chain(&names.zh) {
                assert!(!folded(name).is_empty(), "{key}: {name}");
                if let Some(other) = seen.insert(folded(name), key.clone()) {
                    panic!("{name} stands under {other} and under {key}");
                }
            }
        }
    }

    #[test]
    fn names_are_the_same_however_they_are_typed() {
        for typed in ["Date of Birth", " date-of_birth: ", "DATE\u{200B} OF BIRTH*", "ｄａｔｅ ｏｆ ｂｉｒｔｈ"]
        {
            assert_eq!(heading(&folded(typed)), Some(Heading::Field(Field::Birth)), "{typed}");
        }
    }
}
