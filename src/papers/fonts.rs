//! The fonts that ship for paper, and text cut into runs that one font can show. Deliberately no layout.

use std::sync::LazyLock;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};

use crate::text::Language;

/// Shown for a character that no font has.
const REPLACEMENT: char = '\u{fffd}';

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    /// Of Chinese only the characters of our own headings; where one is missing the run is regular.
    SemiBold,
}

/// One script's font in one weight.
pub(super) struct Typeface {
    /// For measuring and shaping.
    face: Face<'static>,
    /// How this script is shaped: said and not guessed from the text, which may begin with a digit or a mark.
    plan: ShapePlan,
    /// For embedding.
    pub(super) embedded: krilla::text::Font,
}

impl Typeface {
    fn of(file: &'static [u8], script: Script) -> Self {
        let face = Face::from_slice(file, 0).expect("a font that ships is a font");
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script.tag()), None, &[]);
        let embedded = krilla::text::Font::new(file.into(), 0).expect("a font that ships is a font");
        Self { face, plan, embedded }
    }

    fn has(&self, c: char) -> bool {
        self.face.glyph_index(c).is_some()
    }
}

/// The fonts of one weight.
struct Family {
    latin: Typeface,
    khmer: Typeface,
    chinese: Typeface,
}

static REGULAR: LazyLock<Family> = LazyLock::new(|| Family {
    latin: Typeface::of(include_bytes!("../../data/fonts/noto-sans-regular.ttf"), Script::Latin),
    khmer: Typeface::of(include_bytes!("../../data/fonts/noto-sans-khmer-regular.ttf"), Script::Khmer),
    chinese: Typeface::of(include_bytes!("../../data/fonts/noto-sans-sc-regular.ttf"), Script::Chinese),
});

static SEMI_BOLD: LazyLock<Family> = LazyLock::new(|| Family {
    latin: Typeface::of(include_bytes!("../../data/fonts/noto-sans-semibold.ttf"), Script::Latin),
    khmer: Typeface::of(include_bytes!("../../data/fonts/noto-sans-khmer-semibold.ttf"), Script::Khmer),
    chinese: Typeface::of(include_bytes!("../../data/fonts/noto-sans-sc-semibold.ttf"), Script::Chinese),
});

/// What decides which font shows a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Khmer,
    Chinese,
}

impl Script {
    fn tag(self) -> rustybuzz::Script {
        match self {
            Self::Latin => script::LATIN,
            Self::Khmer => script::KHMER,
            Self::Chinese => script::HAN,
        }
    }

    fn typeface(self, weight: Weight) -> &'static Typeface {
        let family: &'static Family = match weight {
            Weight::Regular => &REGULAR,
            Weight::SemiBold => &SEMI_BOLD,
        };
        match self {
            Self::Latin => &family.latin,
            Self::Khmer => &family.khmer,
            Self::Chinese => &family.chinese,
        }
    }

    /// The script of a character that stands after one of `before`. `None`: no font has it.
    fn of(c: char, before: Option<Self>, language: Language) -> Option<Self> {
        let has = |script: &Self| script.typeface(Weight::Regular).has(c);
        // Blanks and marks stay with what they follow. Quotation marks and dots are as wide as the text around them.
        let follows = c == ' ' || matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}');
        let shared = matches!(c, '‘' | '’' | '“' | '”' | '…' | '—' | '·');
        let first = match before {
            Some(before) if follows => before,
            Some(Self::Chinese) if shared => Self::Chinese,
            None if shared && language == Language::Zh => Self::Chinese,
            _ => Self::Latin,
        };
        [first, Self::Latin, Self::Khmer, Self::Chinese].into_iter().find(has)
    }
}

/// A piece of text that one font shows.
pub(super) struct Run {
    pub(super) typeface: &'static Typeface,
    pub(super) script: Script,
    pub(super) text: String,
}

/// Cuts a text into runs. What no font has is replaced by a visible mark.
pub(super) fn runs(text: &str, weight: Weight, language: Language) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for c in text.chars() {
        let before = runs.last().map(|run| run.script);
        let (c, script) = Script::of(c, before, language).map_or((REPLACEMENT, Script::Latin), |script| (c, script));
        match runs.last_mut() {
            Some(run) if run.script == script => run.text.push(c),
            _ => runs.push(Run { typeface: script.typeface(weight), script, text: c.to_string() }),
        }
    }
    for run in &mut runs {
        if !run.text.chars().all(|c| run.typeface.has(c)) {
            run.typeface = run.script.typeface(Weight::Regular);
        }
    }
    runs
}

impl Run {
    /// The run's glyphs in the order in which they stand; each knows which of the run's bytes it shows.
    #[expect(clippy::cast_precision_loss, reason = "units of a font are small numbers")]
    pub(super) fn shaped(&self) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&self.text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(self.script.tag());
        let shaped = rustybuzz::shape_with_plan(&self.typeface.face, &self.typeface.plan, buffer);
        let parts = |units: i32| units as f32 / self.typeface.embedded.units_per_em();
        let infos = shaped.glyph_infos();
        let placed = infos.iter().zip(shaped.glyph_positions());
        placed
            .map(|(info, at)| {
                let start = info.cluster as usize;
                let later = infos.iter().map(|info| info.cluster as usize).filter(|&other| other > start);
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    parts(at.x_advance),
                    parts(at.x_offset),
                    parts(at.y_offset),
                    parts(at.y_advance),
                    start..later.min().unwrap_or(self.text.len()),
                    None,
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Words;

    use super::*;

    fn cut(text: &str) -> Vec<String> {
        runs(text, Weight::Regular, Language::En).into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn each_script_is_a_run_of_its_own() {
        assert_eq!(cut("Villa ភ្នំពេញ 12, 金边"), ["Villa ", "ភ្នំពេញ ", "12, ", "金边"]);
        assert_eq!(cut("៣ ឧសភា ២០២៦"), ["៣ ឧសភា ២០២៦"]);
        assert_eq!(cut("Nguyễn Thị Ánh"), ["Nguyễn Thị Ánh"]);
        assert_eq!(cut("住“一号”楼"), ["住“一号”楼"]);
    }

    #[test]
    fn what_no_font_has_is_shown_as_a_mark() {
        assert_eq!(cut("🏠 ສະບາຍ ก"), ["\u{fffd} \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd} \u{fffd}"]);
    }

    #[test]
    fn a_word_beyond_the_semi_bold_font_is_shown_by_the_regular_one() {
        for text in ["回执", "𠮷", "鼠"] {
            for run in runs(text, Weight::SemiBold, Language::Zh) {
                assert!(run.shaped().iter().all(|glyph| glyph.glyph_id != GlyphId::new(0)), "{text}");
            }
        }
    }

    #[test]
    fn our_own_words_can_be_printed_and_the_heading_in_semi_bold() {
        for language in Language::ALL {
            let words = Words::of(language);
            for text in [words.msg_paper_footnote(), words.msg_paper_scan(), words.msg_receipt_late("")] {
                let missing: String = text.chars().filter(|&c| Script::of(c, None, language).is_none()).collect();
                assert_eq!(missing.trim_matches(['🕐', '✅']), "", "in {text}");
            }
            for run in runs(&words.msg_paper_title(), Weight::SemiBold, language) {
                assert!(std::ptr::eq(run.typeface, run.script.typeface(Weight::SemiBold)), "cut the fonts again");
            }
        }
    }

    #[test]
    fn khmer_subscripts_and_vowels_are_put_in_their_places() {
        // ខ្ញុំ is one consonant, one below, two signs: nothing of it stands beside, so it is as wide as ខ and half of it.
        let width = |text: &str| -> f32 {
            runs(text, Weight::Regular, Language::Km).iter().flat_map(Run::shaped).map(|glyph| glyph.x_advance).sum()
        };
        assert!((width("ភ្នំ") - width("ភ")).abs() < 0.01, "{} {}", width("ភ្នំ"), width("ភ"));
        assert!(width("ខ្ញុំ") < width("ខញ"));
        // ្រ stands before its consonant: the glyph shown first comes from later in the text's cluster.
        assert!(width("ស្ត្រី") < width("សតរ"));
    }
}
