//! Text wrapped to a width: Latin at blanks, Khmer between words, Chinese anywhere its rules of punctuation allow; what
//! has no such place, between letters. Never inside a Khmer cluster, whose parts stand above and below each other.

use std::sync::LazyLock;

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};
use krilla::text::KrillaGlyph;

use crate::text::Language;

use super::fonts::{Run, Script, Weight, runs};

static WORDS: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_lstm(LineBreakOptions::default()));

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) language: Language,
    pub(super) weight: Weight,
    /// Points.
    pub(super) size: f32,
}

/// A run with its glyphs, ready to be drawn.
pub(super) struct Set {
    pub(super) run: Run,
    pub(super) glyphs: Vec<KrillaGlyph>,
}

impl Set {
    /// In parts of the font's size.
    pub(super) fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.x_advance).sum()
    }
}

/// One line of a paragraph.
pub(super) struct Line {
    pub(super) sets: Vec<Set>,
    pub(super) size: f32,
}

impl Line {
    fn of(text: &str, style: Style) -> Self {
        let sets = runs(text, style.weight, style.language).into_iter().map(|run| Set { glyphs: run.shaped(), run });
        Self { sets: sets.collect(), size: style.size }
    }

    /// In points.
    pub(super) fn width(&self) -> f32 {
        self.sets.iter().map(Set::width).sum::<f32>() * self.size
    }

    fn is_khmer(&self) -> bool {
        self.sets.iter().any(|set| set.run.script == Script::Khmer)
    }

    /// From the top of the line to where the letters stand, points. Khmer stacks signs above and below.
    pub(super) fn ascent(&self) -> f32 {
        self.size * if self.is_khmer() { 1.2 } else { 1.1 }
    }

    /// From the top of the line to the top of the next, points.
    pub(super) fn height(&self) -> f32 {
        self.size * if self.is_khmer() { 1.85 } else { 1.5 }
    }
}

/// Wraps a text into lines of at most `width` points. An empty text is one empty line.
pub(super) fn wrap(text: &str, style: Style, width: f32) -> Vec<Line> {
    let text = printable(text);
    let mut filling = Filling { style, width, lines: Vec::new(), line: String::new(), used: 0.0 };
    for word in words(&text) {
        if filling.takes(word) {
            continue;
        }
        filling.end_line();
        if !filling.takes(word) {
            for letter in letters(word) {
                if !filling.takes(letter) {
                    filling.end_line();
                    filling.put(letter);
                }
            }
        }
    }
    filling.end_line();
    if filling.lines.is_empty() {
        filling.lines.push(Line::of("", style));
    }
    filling.lines
}

/// Lines being filled. Parts are measured once and added up: what stands on both sides of a break does not touch.
struct Filling {
    style: Style,
    width: f32,
    lines: Vec<Line>,
    line: String,
    used: f32,
}

impl Filling {
    /// Puts a part at the end of the line, if there is room for it but for blanks at its end.
    fn takes(&mut self, part: &str) -> bool {
        let fits = self.used + Line::of(part.trim_end(), self.style).width() <= self.width;
        if fits {
            self.put(part);
        }
        fits
    }

    fn put(&mut self, part: &str) {
        self.line.push_str(part);
        self.used += Line::of(part, self.style).width();
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.lines.push(Line::of(line.trim(), self.style));
        }
        self.used = 0.0;
    }
}

/// Without characters that have no width and no use on paper; a blank for each that controls something.
fn printable(text: &str) -> String {
    let useless = |c: &char| {
        matches!(c, '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    };
    text.chars().filter(|c| !useless(c)).map(|c| if c.is_control() || c == '\u{a0}' { ' ' } else { c }).collect()
}

/// The parts of a text between which a line may end.
fn words(text: &str) -> Vec<&str> {
    parts(text, WORDS.segment_str(text))
}

/// The parts of a word that stay together whatever happens.
fn letters(word: &str) -> Vec<&str> {
    parts(word, word.char_indices().map(|(at, _)| at).chain([word.len()]))
}

fn parts(text: &str, ends: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for end in ends.filter(|&end| end > 0 && !is_within_a_cluster(text, end)) {
        parts.push(&text[start..end]);
        start = end;
    }
    parts
}

/// Whether the letters on both sides of a place belong together: a sign and what it stands on, a subscript, a full stop.
fn is_within_a_cluster(text: &str, at: usize) -> bool {
    const SUBSCRIPT: char = '\u{17d2}';
    let after =
        |c: char| matches!(c, '\u{17b4}'..='\u{17d9}' | '\u{17dd}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}');
    text[..at].ends_with([SUBSCRIPT, '\u{200d}']) || text[at..].starts_with(after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn style(language: Language) -> Style {
        Style { language, weight: Weight::Regular, size: 10.0 }
    }

    fn wrapped(text: &str, width: f32) -> Vec<String> {
        wrap(text, style(Language::Km), width)
            .iter()
            .map(|line| line.sets.iter().map(|set| set.run.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn latin_is_wrapped_at_blanks_and_khmer_between_words_and_chinese_anywhere() {
        assert_eq!(wrapped("House 12, Street 271", 60.0), ["House 12,", "Street 271"]);
        assert_eq!(wrapped("អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍", 75.0), ["អគ្គនាយកដ្ឋាន", "អន្តោប្រវេសន៍"]);
        assert_eq!(wrapped("任何人都可以核验，扫描二维码。", 60.0), ["任何人都可以", "核验，扫描二", "维码。"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_between_letters() {
        let lines = wrapped("WWWWWWWWWWWWWWWWWWWW", 40.0);
        assert!(lines.len() > 3 && lines.concat() == "W".repeat(20), "{lines:?}");
    }

    #[test]
    fn nothing_is_one_empty_line() {
        assert_eq!(wrapped("", 40.0), [""]);
        assert_eq!(wrapped("a\u{200e}\u{202e}b\n c", 400.0), ["ab  c"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_cluster_is_cut(
            text in "([ក-អ](្[ក-អ])?[ា-ៅ]?[ំះ៉៊]?|[a-zA-Z ,]|[人金边核验]|\u{fffd}){0,60}",
            width in 30.0_f32..200.0,
        ) {
            let lines = wrapped(&text, width);
            let set = wrap(&text, style(Language::Km), width);
            prop_assert!(set.iter().all(|line| line.width() <= width + 0.5));
            let without_blanks = |text: &str| text.replace(' ', "");
            prop_assert_eq!(without_blanks(&lines.concat()), without_blanks(&text));
            for line in &lines {
                prop_assert!(!line.starts_with(|c: char| ('\u{17b6}'..='\u{17d3}').contains(&c)), "{:?}", lines);
                prop_assert!(!line.ends_with('\u{17d2}'), "{:?}", lines);
            }
        }
    }
}
