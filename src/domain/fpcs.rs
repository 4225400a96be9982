//! The fields of the authorities' own system, in the order of its form. Deliberately no connection to it: it has none.

use std::sync::OnceLock;

use serde::Deserialize;

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Name as printed.
    Name,
    /// Sex.
    Sex,
    /// Birth date.
    Birth,
    /// Nationality.
    Nationality,
    /// Kind of document.
    Document,
    /// Its number.
    Number,
    /// Class of the visa.
    Visa,
    /// Last permitted day.
    StayUntil,
    /// First day of the stay.
    Arrived,
    /// Planned departure.
    Leaves,
    /// Room.
    Room,
    /// Where the guest came from.
    CameFrom,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "sure")]
    _sure: super::rulebook::Certainty,
    fields: Vec<Field>,
}

/// The fields in their order; a test reads the shipped file.
pub fn fields() -> &'static [Field] {
    static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        let form: Form = toml::from_str(include_str!("../../data/fpcs.toml")).expect("the shipped order is tested");
        form.fields
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_order_names_each_field_once() {
        let fields = fields();
        assert!(fields.iter().enumerate().all(|(at, field)| !fields[..at].contains(field)));
        assert!(fields.contains(&Field::Number) && fields.len() == 12);
    }
}
