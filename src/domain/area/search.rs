//! Finds areas by name as people type it; it does not decide which of several was meant.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Area, AreaCode, Gazetteer, Level, fold,
    likeness::{SAME, Wanted, letters},
    query::{self, Name, Script, Token},
};

/// A search gives no more areas than this: as many as a person reads through.
pub const MAX_MATCHES: usize = 12;

/// An area found by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The area.
    pub area: &'static Area,
    /// How well the name fits, 0 to 100; from 90 on it is the name as commonly written.
    pub score: u8,
}

/// The folded names of one script, one after the other, in the order of the areas.
#[derive(Default)]
struct Names {
    text: Vec<u8>,
    keys: Vec<Key>,
}

struct Key {
    letters: u64,
    position: u32,
    end: u32,
}

impl Names {
    fn push(&mut self, position: usize, name: &[u8]) {
        if name.is_empty() {
            return;
        }
        self.text.extend_from_slice(name);
        let short = |size: usize| u32::try_from(size).expect("the table is smaller than 4 GB");
        self.keys.push(Key { letters: letters(name), position: short(position), end: short(self.text.len()) });
    }

    fn within(&self, positions: &Range<usize>) -> impl Iterator<Item = (usize, &[u8], u64)> {
        let first = self.keys.partition_point(|key| (key.position as usize) < positions.start);
        let last = self.keys.partition_point(|key| (key.position as usize) < positions.end);
        let start = first.checked_sub(1).map_or(0, |before| self.keys[before].end);
        self.keys[first..last].iter().scan(start, |start, key| {
            let name = &self.text[*start as usize..key.end as usize];
            *start = key.end;
            Some((key.position as usize, name, key.letters))
        })
    }
}

/// What a search looks through; built at the first search.
pub(super) struct Index {
    /// Provinces, districts and communes: few, and asked again and again for the areas around a name.
    upper: Scripts,
    villages: Scripts,
}

#[derive(Default)]
struct Scripts {
    khmer: Names,
    latin: Names,
    chinese: Names,
}

impl Index {
    fn of(gazetteer: &Gazetteer) -> Self {
        let mut index = Self { upper: Scripts::default(), villages: Scripts::default() };
        let mut aliases = gazetteer.aliases.iter().peekable();
        for (position, area) in gazetteer.subtree(None).iter().enumerate() {
            let village = area.kind.level() == Level::Village;
            let names = if village { &mut index.villages } else { &mut index.upper };
            names.khmer.push(position, &fold::khmer(area.khmer));
            names.latin.push(position, &latin_key(area.latin));
            names.chinese.push(position, fold::chinese(area.chinese.unwrap_or_default()).as_bytes());
            if let Some((_, further)) = aliases.next_if(|(of, _)| *of == position) {
                further.split('|').for_each(|name| names.push_further(position, name));
            }
        }
        index
    }
}

impl Scripts {
    /// A further name, in whatever script it is written.
    fn push_further(&mut self, position: usize, name: &str) {
        if name.chars().any(fold::is_chinese) {
            self.chinese.push(position, fold::chinese(name).as_bytes());
        } else if name.chars().any(fold::is_khmer) {
            self.khmer.push(position, &fold::khmer(name));
        } else {
            self.latin.push(position, &latin_key(name));
        }
    }

    fn written_in(&self, script: Script) -> &Names {
        match script {
            Script::Khmer | Script::Digits => &self.khmer,
            Script::Latin => &self.latin,
            Script::Chinese => &self.chinese,
        }
    }
}

fn latin_key(name: &str) -> Vec<u8> {
    let words = fold::latin_words(name);
    let kept = match words.split_first() {
        Some((first, rest)) if !rest.is_empty() && matches!(first.as_str(), "phum" | "sngkat") => rest,
        _ => &words,
    };
    fold::latin(kept.iter().map(String::as_str))
}

impl Gazetteer {
    /// The areas of `levels` (all, if empty) inside `within` (everywhere, if none) whose name is like the query, best first.
    ///
    /// A query may be a name in any of the three scripts, a name with the names of areas around it, or a code.
    pub fn search(&'static self, query: &str, within: Option<AreaCode>, levels: &[Level]) -> Vec<Match> {
        let index = self.index.get_or_init(|| Index::of(self));
        let starts_name = |text: &str| {
            let text = fold::chinese(text);
            index.upper.chinese.within(&(0..usize::MAX)).any(|(_, name, _)| text.as_bytes().starts_with(name))
        };
        let search = Search { gazetteer: self, index, within, tokens: query::tokens(query, starts_name) };
        let every = [Level::Province, Level::District, Level::Commune, Level::Village];
        let mut found = search.run(if levels.is_empty() { &every } else { levels });
        found.extend(self.by_code(query, within, levels).map(|position| (position, 100)));
        best(found, MAX_MATCHES)
            .into_iter()
            .map(|(position, score)| Match {
                area: self.at(position),
                score: u8::try_from(score.clamp(0, 100)).unwrap_or(0),
            })
            .collect()
    }

    fn by_code(&self, query: &str, within: Option<AreaCode>, levels: &[Level]) -> Option<usize> {
        let digits: String = query.trim().chars().map(fold::ascii_digit).filter(|&c| !fold::is_zero_width(c)).collect();
        let code = AreaCode::try_from(digits.as_str()).ok()?;
        let wanted = levels.is_empty() || levels.contains(&code.level());
        let inside = within.is_none_or(|within| code.is_within(&within));
        (wanted && inside && self.area(code).is_some()).then(|| self.positions(Some(code)).start)
    }
}

/// Positions of areas with their scores.
type Found = Vec<(usize, i32)>;
/// What each run of tokens, by its first and the one after its last, may stand for around another name.
type Around = BTreeMap<(usize, usize), Found>;

/// The best, each area once; among equals the order of the codes, which is that of the positions.
fn best(mut found: Found, most: usize) -> Found {
    found.sort_by_key(|&(position, score)| (position, -score));
    found.dedup_by_key(|&mut (position, _)| position);
    found.sort_by_key(|&(position, score)| (-score, position));
    found.truncate(most);
    found
}

struct Search {
    gazetteer: &'static Gazetteer,
    index: &'static Index,
    within: Option<AreaCode>,
    tokens: Vec<Token>,
}

/// A name around another one must be at least this sure.
const SURE_ENOUGH: i32 = 74;
/// A part of a query must be at least this sure when the rest means nothing.
const SURE_AS_PART: i32 = 86;
/// As many areas as one name around another may stand for.
const MOST_AROUND: usize = 6;
const AROUND: [Level; 3] = [Level::Province, Level::District, Level::Commune];

impl Search {
    fn run(&self, levels: &[Level]) -> Found {
        let mut around = Around::new();
        for length in 1..self.tokens.len() {
            for start in 0..=self.tokens.len() - length {
                let run = start..start + length;
                let mut found = self.found(&run, &AROUND, &around);
                found.retain(|&(_, score)| score >= SURE_ENOUGH);
                around.insert((run.start, run.end), best(found, MOST_AROUND));
            }
        }
        let whole = self.found(&(0..self.tokens.len()), levels, &around);
        if whole.is_empty() { self.part(levels, &around) } else { whole }
    }

    /// Areas that the longest part of the query stands for, when the whole is an address with a house and a street.
    fn part(&self, levels: &[Level], around: &Around) -> Found {
        for length in (1..self.tokens.len()).rev() {
            let mut found = Vec::new();
            for start in 0..=self.tokens.len() - length {
                found.extend(self.found(&(start..start + length), levels, around));
            }
            found.retain(|&(_, score)| score >= SURE_AS_PART);
            if !found.is_empty() {
                return found.into_iter().map(|(position, score)| (position, score - 10)).collect();
            }
        }
        Vec::new()
    }

    /// Areas that a run of tokens may stand for: the run as one name, or one part of it as a name inside the other part.
    fn found(&self, run: &Range<usize>, levels: &[Level], around: &Around) -> Found {
        let mut found = self.named(run, levels, self.within);
        for middle in run.start + 1..run.end {
            let (head, tail) = (run.start..middle, middle..run.end);
            for (inner, outer) in [(&head, &tail), (&tail, &head)] {
                for &(position, outer_score) in around.get(&(outer.start, outer.end)).into_iter().flatten() {
                    let code = self.gazetteer.at(position).code;
                    let overlap = self.within.is_none_or(|within| code.is_within(&within) || within.is_within(&code));
                    if !overlap {
                        continue;
                    }
                    let narrower = self.within.map_or(code, |within| within.max(code));
                    let inside = self.named(inner, levels, Some(narrower));
                    found.extend(
                        inside
                            .into_iter()
                            .filter(|&(at, _)| at != position)
                            .map(|(at, score)| (at, (3 * score + outer_score) / 4 - 2)),
                    );
                }
            }
        }
        found
    }

    /// Areas whose name is like the run of tokens; inside a chosen parent more misspellings are allowed.
    fn named(&self, run: &Range<usize>, levels: &[Level], within: Option<AreaCode>) -> Found {
        let Some(name) = query::name(&self.tokens[run.clone()]) else {
            return Vec::new();
        };
        let wanted = Wanted::new(name.folded.clone());
        let positions = self.gazetteer.positions(within);
        let mut found = Vec::new();
        for (villages, scripts) in [(false, &self.index.upper), (true, &self.index.villages)] {
            if !levels.iter().any(|&level| (level == Level::Village) == villages) {
                continue;
            }
            for (position, key, key_letters) in scripts.written_in(name.script).within(&positions) {
                let area = self.gazetteer.at(position);
                let level = area.kind.level();
                if !levels.contains(&level) {
                    continue;
                }
                let most_edits = edits_allowed(&wanted, name.script, within.is_some(), level);
                if let Some(likeness) = wanted.likeness(key, key_letters, most_edits) {
                    found.push((position, likeness + favour(&name, area, likeness)));
                }
            }
        }
        best(found, 2 * MAX_MATCHES)
    }
}

fn edits_allowed(wanted: &Wanted, script: Script, inside: bool, level: Level) -> usize {
    match (script, wanted.len(), inside) {
        (Script::Chinese | Script::Digits, ..) | (_, 0..=3, _) => 0,
        (_, 4, _) => 1,
        (_, 5.., true) => 2,
        (_, 5..=7, false) => usize::from(level < Level::Village || wanted.len() > 5),
        (_, 8.., false) => 1 + usize::from(level < Level::Village),
    }
}

/// Points that the likeness of two names does not show: the very same spelling, the kind that was named, a higher level.
fn favour(name: &Name, area: &Area, likeness: i32) -> i32 {
    let kind = match name.kinds {
        [] => 0,
        kinds if kinds.contains(&area.kind) => 3,
        _ => -4,
    };
    let same = |own: &str| query::plain(own) == name.plain;
    let spelling = i32::from(likeness >= SAME && (same(area.khmer) || same(area.latin)));
    let level = match area.kind.level() {
        Level::Province => 4,
        Level::District => 3,
        Level::Commune => 2,
        Level::Village => 0,
    };
    kind + spelling + level
}
