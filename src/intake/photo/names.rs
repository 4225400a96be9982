//! What is usual within a zone's lines: how names are laid out between fillers, and which codes of states exist. It
//! weighs what the picture supports and never adds a character that the picture does not.

use std::sync::OnceLock;

use crate::domain::country::Country;

use super::lattice::Place;

const FILLER: usize = 36;

/// Where in a line of fields and fillers one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Surname,
    Between,
    Parted,
    Given,
    Gap,
    Rest,
}

/// From, to, and how usual.
const WAYS: [(At, At, f64); 12] = [
    (At::Surname, At::Surname, 0.82),
    (At::Surname, At::Between, 0.18),
    (At::Between, At::Surname, 0.3),
    (At::Between, At::Parted, 0.7),
    (At::Parted, At::Given, 0.9),
    (At::Parted, At::Rest, 0.1),
    (At::Given, At::Given, 0.8),
    (At::Given, At::Gap, 0.08),
    (At::Given, At::Rest, 0.12),
    (At::Gap, At::Given, 1.0),
    (At::Rest, At::Rest, 0.999),
    (At::Rest, At::Given, 0.001),
];

impl At {
    fn seen_as(self, support: &Place) -> f64 {
        match self {
            // Any letter is as good as another.
            Self::Surname | Self::Given => support[..FILLER].iter().copied().fold(0.0, f64::max) / 26.0,
            Self::Between | Self::Parted | Self::Gap | Self::Rest => support[FILLER],
        }
    }
}

/// Which places of a line of names are fillers: the likeliest way through its parts.
pub(super) fn fillers(support: &[Place]) -> Vec<bool> {
    const ALL: [At; 6] = [At::Surname, At::Between, At::Parted, At::Given, At::Gap, At::Rest];
    let number = |at: At| ALL.iter().position(|&other| other == at).unwrap_or(0);
    let mut likely = [f64::NEG_INFINITY; 6];
    let mut from: Vec<[usize; 6]> = Vec::with_capacity(support.len());
    for (place, seen) in support.iter().enumerate() {
        let mut next = [f64::NEG_INFINITY; 6];
        let mut came = [0; 6];
        if place == 0 {
            next[number(At::Surname)] = At::Surname.seen_as(seen).max(1e-9).ln();
        }
        for &(before, after, usual) in WAYS.iter().filter(|_| place > 0) {
            let value = likely[number(before)] + f64::ln(usual) + after.seen_as(seen).max(1e-9).ln();
            if value > next[number(after)] {
                next[number(after)] = value;
                came[number(after)] = number(before);
            }
        }
        likely = next;
        from.push(came);
    }
    let mut state = (0..6).max_by(|&a, &b| likely[a].total_cmp(&likely[b])).unwrap_or(0);
    let mut fillers = vec![false; support.len()];
    for place in (0..support.len()).rev() {
        fillers[place] = !matches!(ALL[state], At::Surname | At::Given);
        state = from[place][state];
    }
    fillers
}

/// How many places of a field come before the fillers that it ends in.
pub(super) fn padding(support: &[Place]) -> usize {
    let text = |place: &Place| (place[..FILLER].iter().copied().fold(0.0, f64::max) / 14.0).max(1e-9).ln();
    let filler = |place: &Place| place[FILLER].max(1e-9).ln();
    let mut all: f64 = support.iter().map(filler).sum();
    let (mut best, mut most) = (0, all);
    for (at, place) in support.iter().enumerate() {
        all += text(place).max(filler(place)) - filler(place);
        if all > most {
            (best, most) = (at + 1, all);
        }
    }
    best
}

/// The code of a state that three places most likely are, and its share beside all other codes, if the picture supports
/// any.
pub(super) fn state(support: [&Place; 3], least: f64) -> Option<([usize; 3], f64)> {
    let likely = |code: &[usize; 3]| -> f64 { code.iter().zip(support).map(|(&class, place)| place[class]).product() };
    let all: f64 = codes().iter().map(likely).sum();
    codes()
        .iter()
        .filter(|code| code.iter().zip(support).all(|(&class, place)| place[class] >= least))
        .max_by(|a, b| likely(a).total_cmp(&likely(b)))
        .map(|code| (*code, likely(code) / all))
}

/// All codes as classes, padded with fillers.
fn codes() -> &'static [[usize; 3]] {
    static CODES: OnceLock<Vec<[usize; 3]>> = OnceLock::new();
    CODES.get_or_init(|| {
        let class = |c: u8| if c.is_ascii_uppercase() { usize::from(c - b'A') + 10 } else { FILLER };
        let code = |country: Country| {
            let mut classes = [FILLER; 3];
            country.document_code().bytes().zip(&mut classes).for_each(|(c, into)| *into = class(c));
            classes
        };
        let specimen = Country::try_from("UTO").ok();
        Country::all().chain(specimen).map(code).collect()
    })
}
