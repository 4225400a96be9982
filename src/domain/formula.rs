//! How a text is kept from being taken for a formula by a spreadsheet that opens it as plain text, and how it is had back.
//! Deliberately no judgement on what the text says.

use std::borrow::Cow;

/// What a formula may begin with (OWASP, "CSV Injection"), also in full width, as input methods write it.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The mark that spreadsheets put before a text.
const GUARD: char = '\'';

/// The text as it may stand in a file that a spreadsheet opens: never the beginning of a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let rest = text.strip_prefix(GUARD).unwrap_or(text);
    // A text with an apostrophe of its own gets another where the reader would take it for the guard.
    let is_taken_off = rest.len() < text.len() && rest.starts_with(GUARD);
    if rest.starts_with(BEGINNINGS) || is_taken_off {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that was guarded; any other stays as it is.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if rest.starts_with(BEGINNINGS) || rest.starts_with(GUARD) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe_and_nothing_else_does() {
        for text in ["=HYPERLINK(\"http://example.com\")", "+855 12", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "＝1＋1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "12", "MILLER ANNA", "'T HOOFT", "'", "A=B", "007"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_is_had_back(text in "['=+@\\-a\t]{0,6}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), &text);
            prop_assert!(!written.starts_with(BEGINNINGS));
        }
    }
}
