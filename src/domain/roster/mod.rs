//! The difference between who is reported as staying at a place and who stands on this week's list: a pure function of both.
//! Deliberately no report of anything, and nationality is no input: what is found is shown, and counts once it is confirmed.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{
    dates::PartialDate,
    digits::{ascii_digit, is_invisible, to_half_width},
    document::DocumentKind,
    entry::Entry,
    id::StayId,
    stay::{Arrival, Work},
};

/// What a list says of a place, entries named by where they stand in it. Each entry and each stay is in one group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// On the list, and nobody who is here.
    pub joined: Vec<usize>,
    /// Here, and not on the list.
    pub left: Vec<StayId>,
    /// Here and on the list, which says something else of them.
    pub changed: Vec<(StayId, usize, Vec<Change>)>,
    /// Here and on the list, which says nothing else.
    pub unchanged: Vec<(StayId, usize)>,
    /// On the list, and perhaps one of these who are here; where there is none, the entry says too little of whom it means,
    /// or another one may mean the same person.
    pub unclear: Vec<(usize, Vec<StayId>)>,
    /// Says again what an earlier entry says.
    pub repeated: Vec<(usize, usize)>,
    /// Here, but no list can name them: neither name nor number is known, as of diplomats.
    pub untold: Vec<StayId>,
}

/// Something that a list says otherwise than it was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// Another room.
    Unit,
    /// Whether the person works there, and whether there is a permit.
    Work,
    /// Another last day of the work permit.
    PermitUntil,
    /// The person may stay longer: an extension.
    Extended,
    /// The person may not stay as long as was reported.
    Shortened,
    /// Another planned last day at the place.
    LeavesOn,
    /// Another document of the same person.
    Number,
}

impl Change {
    /// Whether it may as well be a mistake, so that it is asked about for each person.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Shortened | Self::Number)
    }
}

impl Difference {
    /// Whether it reports more than half of those who are here as left, or names none of them: then it may be the list of
    /// another place, or a part of one, and that is asked first.
    pub fn is_drastic(&self) -> bool {
        let perhaps: BTreeSet<StayId> = self.unclear.iter().flat_map(|(_, stays)| stays).copied().collect();
        let named = self.changed.len() + self.unchanged.len() + perhaps.len();
        self.left.len() > named
    }
}

/// Compares those who are here with a list, in whichever order either is given.
pub fn difference(stays: &[(StayId, Arrival)], entries: &[Entry]) -> Difference {
    let mut comparison = Comparison {
        here: stays.iter().map(|(id, arrival)| (*id, (arrival, Marks::of_stay(arrival)))).collect(),
        listed: entries.iter().map(|entry| (entry, Marks::of_entry(entry))).enumerate().collect(),
        namesakes: BTreeMap::new(),
        found: Difference::default(),
    };
    comparison.set_repeated_aside();
    comparison.look_for_namesakes();
    comparison.by_number();
    comparison.by_name_and_birth();
    comparison.by_name();
    comparison.finish()
}

/// By what somebody is known again. It cannot be printed: it is a person's name and number.
#[derive(Clone, PartialEq)]
struct Marks {
    /// The number of a document that is the person's own.
    number: Option<String>,
    /// Folded.
    name: Option<String>,
    birth: Option<PartialDate>,
}

impl Marks {
    fn of_stay(arrival: &Arrival) -> Self {
        let identity = &arrival.identity;
        let number = identity.number.as_ref().filter(|_| arrival.document.is_personal());
        Self {
            number: number.map(ToString::to_string),
            name: identity.name.as_ref().map(|name| folded_name(name.as_str())),
            birth: identity.birth,
        }
    }

    /// The number of an entry that does not say what it is of is taken for the person's own.
    fn of_entry(entry: &Entry) -> Self {
        let number = entry.number.as_ref().filter(|_| entry.document.is_none_or(DocumentKind::is_personal));
        Self {
            number: number.map(ToString::to_string),
            name: entry.name.as_ref().map(|name| folded_name(name.as_str())),
            birth: entry.birth,
        }
    }

    /// Name and day of birth, which together tell people apart where numbers do not.
    fn name_and_birth(&self) -> Option<(String, NaiveDate)> {
        Some((self.name.clone()?, self.birth?.day()?))
    }

    /// Neither the name nor the birth date agrees: one of the numbers is mistyped.
    fn contradicts(&self, other: &Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        differ(&self.name, &other.name) && births(self.birth, other.birth) == Births::Differ
    }

    /// Whether it may be the same person after all: the same name, and nothing that speaks against it. A name alone does
    /// not outweigh two numbers.
    fn may_be(&self, other: &Self) -> bool {
        let same_name = self.name.is_some() && self.name == other.name;
        let numbers_differ = self.number.is_some() && other.number.is_some();
        same_name
            && match births(self.birth, other.birth) {
                Births::Differ => false,
                Births::Unknown => !numbers_differ,
                Births::Agree => true,
            }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Births {
    /// The same, or one of them the known part of the other.
    Agree,
    Differ,
    Unknown,
}

fn births(one: Option<PartialDate>, other: Option<PartialDate>) -> Births {
    let (Some(one), Some(other)) = (one, other) else { return Births::Unknown };
    let overlap = one.earliest() <= other.latest() && other.earliest() <= one.latest();
    if overlap { Births::Agree } else { Births::Differ }
}

/// What is not settled yet, and what is.
struct Comparison<'a> {
    here: BTreeMap<StayId, (&'a Arrival, Marks)>,
    listed: BTreeMap<usize, (&'a Entry, Marks)>,
    /// The entries that bear a name.
    namesakes: BTreeMap<String, Vec<(usize, Marks)>>,
    found: Difference,
}

impl Comparison<'_> {
    /// A row that was pasted twice says nothing more; of two of whom only the same name is known, each may be somebody.
    fn set_repeated_aside(&mut self) {
        let mut first: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (&at, (entry, marks)) in &self.listed {
            let key = (marks.number.clone(), marks.name_and_birth());
            if key == (None, None) {
                continue;
            }
            let alike = first.entry(key).or_default();
            match alike.iter().find(|&&other| says_the_same(self.listed[&other].0, entry)) {
                Some(&other) => self.found.repeated.push((at, other)),
                None => alike.push(at),
            }
        }
        for (at, _) in &self.found.repeated {
            self.listed.remove(at);
        }
    }

    fn look_for_namesakes(&mut self) {
        for (&at, (_, marks)) in &self.listed {
            if let Some(name) = &marks.name {
                self.namesakes.entry(name.clone()).or_default().push((at, marks.clone()));
            }
        }
    }

    /// Whether another entry may mean the same person.
    fn has_namesake(&self, at: usize, marks: &Marks) -> bool {
        let others = marks.name.as_ref().and_then(|name| self.namesakes.get(name));
        others.is_some_and(|others| others.iter().any(|(other, theirs)| *other != at && marks.may_be(theirs)))
    }

    fn by_number(&mut self) {
        for (entries, stays) in self.buckets(|marks| marks.number.clone()) {
            match (entries.as_slice(), stays.as_slice()) {
                ([], _) | ([_], []) => {}
                ([at], [stay]) if !self.listed[at].1.contradicts(&self.here[stay].1) => self.settle(*at, *stay),
                _ => self.leave_unclear(&entries, &stays),
            }
        }
    }

    fn by_name_and_birth(&mut self) {
        for (entries, stays) in self.buckets(Marks::name_and_birth) {
            match (entries.as_slice(), stays.as_slice()) {
                ([], _) | (_, []) => {}
                ([at], [stay]) => self.settle(*at, *stay),
                _ => self.leave_unclear(&entries, &stays),
            }
        }
    }

    /// Of the others a name tells at most who it may be.
    fn by_name(&mut self) {
        let mut unclear = Vec::new();
        for (&at, (entry, marks)) in &self.listed {
            let perhaps = self.here.iter().filter(|(_, (arrival, here))| {
                let diplomats = [entry.document, Some(arrival.document)] == [Some(DocumentKind::Diplomatic); 2];
                diplomats || marks.may_be(here)
            });
            let perhaps: Vec<StayId> = perhaps.map(|(&id, _)| id).collect();
            let says_enough = marks.number.is_some() || (marks.name.is_some() && !self.has_namesake(at, marks));
            if !perhaps.is_empty() || !says_enough {
                unclear.push((at, perhaps));
            }
        }
        for (at, perhaps) in unclear {
            self.listed.remove(&at);
            self.found.unclear.push((at, perhaps));
        }
        for id in self.found.unclear.iter().flat_map(|(_, perhaps)| perhaps) {
            self.here.remove(id);
        }
    }

    fn finish(self) -> Difference {
        let mut found = self.found;
        found.joined.extend(self.listed.keys());
        for (id, (_, marks)) in self.here {
            let group =
                if marks.number.is_some() || marks.name.is_some() { &mut found.left } else { &mut found.untold };
            group.push(id);
        }
        found.changed.sort_unstable();
        found.unchanged.sort_unstable();
        found.unclear.sort_unstable();
        found
    }

    /// Entries and stays that have the same key.
    fn buckets<K: Ord>(&self, key: impl Fn(&Marks) -> Option<K>) -> Vec<(Vec<usize>, Vec<StayId>)> {
        let mut buckets: BTreeMap<K, (Vec<usize>, Vec<StayId>)> = BTreeMap::new();
        for (&at, (_, marks)) in &self.listed {
            if let Some(key) = key(marks) {
                buckets.entry(key).or_default().0.push(at);
            }
        }
        for (&id, (_, marks)) in &self.here {
            if let Some(key) = key(marks) {
                buckets.entry(key).or_default().1.push(id);
            }
        }
        buckets.into_values().collect()
    }

    /// An entry is about a stay.
    fn settle(&mut self, at: usize, id: StayId) {
        let (Some((entry, _)), Some((arrival, _))) = (self.listed.remove(&at), self.here.remove(&id)) else { return };
        let changes = changes(arrival, entry);
        if changes.is_empty() {
            self.found.unchanged.push((id, at));
        } else {
            self.found.changed.push((id, at, changes));
        }
    }

    /// Several entries or stays that one person may be behind.
    fn leave_unclear(&mut self, entries: &[usize], stays: &[StayId]) {
        for at in entries {
            self.listed.remove(at);
            self.found.unclear.push((*at, stays.to_vec()));
        }
        for id in stays {
            self.here.remove(id);
        }
    }
}

/// What an entry says otherwise than it was reported; what it does not say has not changed.
fn changes(arrival: &Arrival, entry: &Entry) -> Vec<Change> {
    let differs = |differs: bool, change: Change| differs.then_some(change);
    // Whoever tells the last day of a permit says that there is one.
    let work = entry.work.or(entry.permit_until.map(|_| Work::WithPermit));
    let permit_until = entry.permit_until.filter(|_| work == Some(Work::WithPermit));
    let unit = entry.unit.as_deref().map(folded);
    let number = entry.number.as_ref();
    let (until, before) = (entry.stay_until, arrival.permission.stay_until);
    [
        differs(unit.is_some() && unit != arrival.unit.as_deref().map(folded), Change::Unit),
        differs(work.is_some() && work != arrival.work, Change::Work),
        differs(permit_until.is_some() && permit_until != arrival.permit_until, Change::PermitUntil),
        differs(until > before, Change::Extended),
        differs(until.is_some() && until < before, Change::Shortened),
        differs(entry.leaves_on.is_some() && entry.leaves_on != arrival.leaves_on, Change::LeavesOn),
        differs(number.is_some() && number != arrival.identity.number.as_ref(), Change::Number),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether two entries say the same; how sure they were read does not matter, nor does nationality.
fn says_the_same(one: &Entry, other: &Entry) -> bool {
    let told = |entry: &Entry| Entry { doubts: Vec::new(), nationality: None, ..entry.clone() };
    told(one) == told(other)
}

/// A name in the form in which two spellings of it are equal: without case, marks and punctuation, its words in an order
/// that does not depend on which of them comes first in a list.
fn folded_name(name: &str) -> String {
    // Marks of Latin letters only: the vowel signs of Khmer are marks too, and belong to the name.
    let latin_mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let plain: String = name.nfkd().filter(|c| !latin_mark(c)).flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(|word| word.replace('đ', "d").replace('ø', "o").replace('ł', "l"))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// A room in the form in which two spellings of it are equal.
fn folded(unit: &str) -> String {
    let visible = unit.chars().filter(|&c| !is_invisible(c)).map(|c| ascii_digit(c).unwrap_or(to_half_width(c)));
    visible.filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
