//! The two marks a text may carry, ⟦bold⟧ and ⟪code⟫, turned into spans beside plain text. Because no markup language
//! is sent, nothing that a person typed can ever be taken for markup.

/// What a span looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ⟦bold⟧
    Bold,
    /// ⟪code⟫: copied by a tap.
    Code,
}

/// A marked part of a text; offset and length in UTF-16 code units, as the Bot API counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// What it looks like.
    pub mark: Mark,
    /// First code unit.
    pub offset: usize,
    /// Code units.
    pub length: usize,
}

/// The text without its marks, and the spans they made. Unpaired marks vanish.
pub fn spans(text: &str) -> (String, Vec<Span>) {
    let mut plain = String::with_capacity(text.len());
    let mut spans = Vec::new();
    let mut open: [Option<usize>; 2] = [None, None];
    let mut at = 0;
    for c in text.chars() {
        let (mark, begins) = match c {
            '⟦' => (Mark::Bold, true),
            '⟧' => (Mark::Bold, false),
            '⟪' => (Mark::Code, true),
            '⟫' => (Mark::Code, false),
            _ => {
                plain.push(c);
                at += c.len_utf16();
                continue;
            }
        };
        if begins {
            open[mark as usize] = Some(at);
        } else if let Some(offset) = open[mark as usize].take()
            && at > offset
        {
            spans.push(Span { mark, offset, length: at - offset });
        }
    }
    spans.sort_by_key(|span| (span.offset, std::cmp::Reverse(span.length)));
    (plain, spans)
}

/// What a person typed, made fit to be shown again: without marks, control and direction characters, blanks collapsed.
pub fn plain(typed: &str) -> String {
    let kept: String = typed
        .chars()
        .filter(|c| !matches!(c, '⟦' | '⟧' | '⟪' | '⟫' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn offsets_count_utf16_code_units() {
        let (plain, spans) = spans("🏠 ⟦ភ្នំ⟧ ⟪R-1⟫");
        assert_eq!(plain, "🏠 ភ្នំ R-1");
        assert_eq!(
            spans,
            [Span { mark: Mark::Bold, offset: 3, length: 4 }, Span { mark: Mark::Code, offset: 8, length: 3 }]
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_comes_back_as_text_and_never_as_markup(typed in ".{0,80}") {
            let (shown, spans) = spans(&format!("⟦x⟧ {}", plain(&typed)));
            prop_assert_eq!(spans.len(), 1);
            prop_assert_eq!(shown, format!("x {}", plain(&typed)));
        }

        #[test]
        fn every_span_lies_inside_the_text(text in "[a⟦⟧⟪⟫🏠ភ ]{0,40}") {
            let (shown, spans) = spans(&text);
            let units = shown.encode_utf16().count();
            prop_assert!(spans.iter().all(|span| span.length > 0 && span.offset + span.length <= units));
        }
    }
}
