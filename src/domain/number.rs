//! The numbers by which people name a report, an alert or a case: random, so that neither order nor gaps tell anything.

use serde::{Deserialize, Serialize};

/// Crockford's alphabet: no I, L, O, U, which are misread or misheard.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Seven characters, 35 bits, from the low bits of `random`.
fn seven(random: u64) -> String {
    (0..7).map(|place| char::from(ALPHABET[usize::try_from(random >> (place * 5) & 31).unwrap_or(0)])).collect()
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident $prefix:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(String);

        impl $name {
            /// A number made of 35 random bits.
            pub fn from_random(random: u64) -> Self {
                Self(format!(concat!($prefix, "-{}"), seven(random)))
            }

            /// The number as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                Self(value)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

numbers! {
    /// A report's number, `R-` and seven characters; stays the same over all versions.
    ReportNumber "R",
    /// An alert's number, `A-` and seven characters.
    AlertNumber "A",
    /// A case's number at the protection desk, `C-` and seven characters.
    CaseNumber "C",
}

/// A verification code of eight characters in two groups, from a keyed hash.
pub fn code_from(hash: u64) -> String {
    let eight: String =
        (0..8).map(|place| char::from(ALPHABET[usize::try_from(hash >> (place * 5) & 31).unwrap_or(0)])).collect();
    format!("{}-{}", &eight[..4], &eight[4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_for_the_same_bits_and_has_no_misread_letters() {
        let number = ReportNumber::from_random(u64::MAX);
        assert_eq!(number.as_str(), "R-ZZZZZZZ");
        assert_eq!(AlertNumber::from_random(0).as_str(), "A-0000000");
        assert!(!ALPHABET.iter().any(|c| b"ILOU".contains(c)));
    }

    #[test]
    fn a_code_comes_in_two_groups_of_four() {
        assert_eq!(code_from(0), "0000-0000");
    }
}
