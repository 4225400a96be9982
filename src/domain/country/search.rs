//! Finds countries by name as people type it; it does not decide which of several was meant.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{Country, table};
use crate::domain::area::{ascii_digit, edits_between, is_zero_width, plain_latin};

/// As many as a person reads through.
const MOST_FOUND: usize = 10;
/// Longer queries are no name of a country.
const MOST_CHARS: usize = 100;
/// Words around a name that say it is a country or a nationality.
const BEFORE: [&str; 7] = ["ប្រទេស", "ជនជាតិ", "សញ្ជាតិ", "ពលរដ្ឋ", "国籍", "nationality", "citizenof"];
const AFTER: [&str; 6] = ["人", "籍", "公民", "护照", "passport", "nationality"];

pub(super) fn search(query: &str) -> Vec<Country> {
    let whole = folded(&query.chars().take(MOST_CHARS).collect::<String>());
    if whole.is_empty() {
        return Vec::new();
    }
    let bare = without_words_around(&whole);
    let wanted: Vec<Wanted<'_>> =
        if bare == whole { vec![Wanted::new(&whole)] } else { vec![Wanted::new(&whole), Wanted::new(bare)] };
    let mut likest = BTreeMap::new();
    gather(&mut likest, &wanted, Name::same_or_begins);
    if likest.values().all(|&likeness| likeness < SAME_NAME) {
        gather(&mut likest, &wanted, Name::alike);
    }
    // Beside a name that is the same letter by letter, what is merely like it is noise; it is not even looked for.
    let best = likest.values().copied().max().unwrap_or(0);
    let noise = |likeness| match best {
        SAME_NAME.. => likeness < BEGINS_NAME,
        SAME_FURTHER.. => matches!(likeness, MISSPELT | BADLY_MISSPELT),
        _ => false,
    };
    let mut found: Vec<(u32, Country)> = likest
        .into_iter()
        .filter(|&(_, likeness)| !noise(likeness))
        .map(|(country, likeness)| (likeness, country))
        .collect();
    found.sort_by_key(|&(likeness, country)| (u32::MAX - likeness, country.english(), country));
    found.into_iter().take(MOST_FOUND).map(|(_, country)| country).collect()
}

/// The countries with this very name; of a code and a name the code.
pub(super) fn named(name: &str) -> Vec<Country> {
    let whole = folded(&name.chars().take(MOST_CHARS).collect::<String>());
    let mut likest = BTreeMap::new();
    for wanted in [whole.as_str(), without_words_around(&whole)].into_iter().filter(|wanted| !wanted.is_empty()) {
        gather(&mut likest, &[Wanted::new(wanted)], |name, wanted| {
            name.same_or_begins(wanted).filter(|likeness| *likeness >= SAME_FURTHER - 1)
        });
        if !likest.is_empty() {
            break;
        }
    }
    let best = likest.values().copied().max();
    likest.into_iter().filter(|(_, likeness)| Some(*likeness) == best).map(|(country, _)| country).collect()
}

/// Takes the best likeness of each country's names to what is wanted.
fn gather(likest: &mut BTreeMap<Country, u32>, wanted: &[Wanted<'_>], likeness: fn(&Name, &Wanted<'_>) -> Option<u32>) {
    for name in names() {
        if let Some(likeness) = wanted.iter().filter_map(|wanted| likeness(name, wanted)).max() {
            let best = likest.entry(name.country).or_default();
            *best = likeness.max(*best);
        }
    }
}

/// What a name is to its country.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Code,
    TwoLetterCode,
    Shown,
    Further,
}

/// A folded name of a country.
struct Name {
    country: Country,
    text: Box<str>,
    /// For Latin and Khmer names, which can be misspelt.
    letters: Option<Box<[u8]>>,
    used: Use,
}

/// A folded name that is looked for.
struct Wanted<'a> {
    text: &'a str,
    letters: Option<Vec<u8>>,
    characters: usize,
    ideographs: bool,
}

impl<'a> Wanted<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            letters: letters(text),
            characters: text.chars().count(),
            ideographs: text.chars().all(is_ideograph),
        }
    }
}

impl Wanted<'_> {
    /// How much it says: a Chinese character says as much as two letters.
    fn weight(&self) -> usize {
        self.characters * if self.ideographs { 2 } else { 1 }
    }
}

/// Every name of every country but that of specimens; folded at the first search.
fn names() -> &'static [Name] {
    static NAMES: OnceLock<Vec<Name>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Vec::new();
        for row in table::rows().iter().filter(|row| !row.country.is_specimen()) {
            let mut add = |text: &str, used| {
                let text = folded(text).into_boxed_str();
                if !text.is_empty() {
                    names.push(Name {
                        country: row.country,
                        letters: letters(&text).map(Vec::into_boxed_slice),
                        text,
                        used,
                    });
                }
            };
            add(row.country.code(), Use::Code);
            add(row.country.document_code(), Use::Code);
            add(row.alpha2, Use::TwoLetterCode);
            for name in [row.khmer, row.english, row.chinese] {
                add(name, Use::Shown);
            }
            row.further.split('|').for_each(|name| add(name, Use::Further));
        }
        names.shrink_to_fit();
        names
    })
}

const CODE: u32 = 100;
const SAME_NAME: u32 = 95;
const SAME_FURTHER: u32 = 90;
const BEGINS_NAME: u32 = 80;
const BEGINS_FURTHER: u32 = 75;
const MISSPELT: u32 = 65;
const IN_NAME: u32 = 60;
const BADLY_MISSPELT: u32 = 40;

impl Name {
    /// The same, or the beginning of the name.
    fn same_or_begins(&self, wanted: &Wanted<'_>) -> Option<u32> {
        let name = &*self.text;
        let (same, begins) = match self.used {
            Use::Code => return (name == wanted.text).then_some(CODE),
            Use::TwoLetterCode => return (name == wanted.text).then_some(SAME_FURTHER - 1),
            Use::Shown => (SAME_NAME, BEGINS_NAME),
            Use::Further => (SAME_FURTHER, BEGINS_FURTHER),
        };
        if name == wanted.text {
            return Some(same);
        }
        (wanted.weight() >= 2 && name.starts_with(wanted.text)).then_some(begins)
    }

    /// A part of the name, or the name with a few letters wrong.
    fn alike(&self, wanted: &Wanted<'_>) -> Option<u32> {
        if matches!(self.used, Use::Code | Use::TwoLetterCode) {
            return None;
        }
        if wanted.weight() >= 3 && self.text.contains(wanted.text) {
            return Some(IN_NAME);
        }
        self.misspelt(wanted)
    }

    /// How alike two names are that differ in a few letters.
    fn misspelt(&self, wanted: &Wanted<'_>) -> Option<u32> {
        let (name, wanted) = (self.letters.as_ref()?, wanted.letters.as_ref()?);
        let most = match wanted.len() {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        let edits = edits_between(name, wanted, most)?;
        Some(if edits <= 1 { MISSPELT } else { BADLY_MISSPELT })
    }
}

/// A name as one byte a letter; none for scripts with more letters than that.
fn letters(text: &str) -> Option<Vec<u8>> {
    text.chars().map(letter).collect()
}

/// A Latin or Khmer letter as a byte; none for other scripts.
fn letter(c: char) -> Option<u8> {
    match c {
        'a'..='z' | '0'..='9' => u8::try_from(u32::from(c)).ok(),
        '\u{1780}'..='\u{17dd}' => u8::try_from(u32::from(c) - 0x1780 + 0x80).ok(),
        _ => None,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Lower case, letters and digits only, without accents and characters of no width; coeng da and coeng ta are one.
fn folded(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|&c| !is_zero_width(c))
        .map(ascii_digit)
        .filter_map(plain_latin)
        .filter(|&c| c.is_alphanumeric() || matches!(c, '\u{1780}'..='\u{17dd}'))
        .collect();
    name.replace("្ដ", "្ត")
}

fn without_words_around(wanted: &str) -> &str {
    let mut bare = wanted;
    for word in BEFORE {
        bare = bare.strip_prefix(word).filter(|rest| !rest.is_empty()).unwrap_or(bare);
    }
    for word in AFTER {
        bare = bare.strip_suffix(word).filter(|rest| !rest.is_empty()).unwrap_or(bare);
    }
    bare
}
