//! Which characters a zone has: the likeliest that its layout allows. Where a check digit disagrees, another reading is
//! taken only if the picture supports it too; every place that was changed or is not sure is named.

use super::{
    Zone,
    eye::CHARACTERS,
    lattice::Place,
    layout::{Check, Layout, Spot, of},
    names,
};

/// A reading less likely than this is not what the picture shows.
const SUPPORTED: f64 = 0.02;

/// A code of a state is taken if the picture supports each of its characters so much.
const LEAST: f64 = 0.001;

const FILLER: usize = 36;

/// A place less sure than this is doubtful.
const SURE: f64 = 0.9;

/// A place of which the picture rather shows what may not stand there is doubtful too.
const SHOWN: f64 = 0.5;

/// How much a ring read as a digit supports the letter, and the other way round.
const EITHER: f64 = 0.03;

/// Digits and letters of one shape: what is shown, what it may mean where it may not stand, and how often it does.
const ALIKE: [(u8, u8, f64); 20] = [
    (b'0', b'O', 0.7),
    (b'0', b'D', 0.25),
    (b'0', b'Q', 0.03),
    (b'0', b'U', 0.02),
    (b'1', b'I', 0.9),
    (b'2', b'Z', 0.9),
    (b'5', b'S', 0.9),
    (b'6', b'G', 0.9),
    (b'8', b'B', 0.9),
    (b'O', b'0', 0.95),
    (b'Q', b'0', 0.9),
    (b'D', b'0', 0.9),
    (b'U', b'0', 0.5),
    (b'I', b'1', 0.9),
    (b'L', b'1', 0.5),
    (b'T', b'1', 0.5),
    (b'Z', b'2', 0.9),
    (b'S', b'5', 0.9),
    (b'G', b'6', 0.9),
    (b'B', b'8', 0.9),
];

/// A zone as settled, and how good it is.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) zone: Zone,
    /// The mean of how likely the taken characters are, out of all characters, as a logarithm; 0 is best.
    pub(super) likely: f64,
    /// How many check digits disagree.
    pub(super) failed: usize,
    /// How many check digits there are.
    pub(super) checks: usize,
}

impl Settled {
    /// Whether nothing would be gained by looking again.
    pub(super) fn is_clear(&self) -> bool {
        self.failed == 0 && self.zone.doubtful.is_empty()
    }

    /// Whether so much is unsure that looking again is a waste.
    pub(super) fn is_noise(&self) -> bool {
        self.zone.doubtful.len() * 2 > self.places()
    }

    fn places(&self) -> usize {
        self.zone.lines.iter().map(String::len).sum()
    }

    /// Whether another size need not be tried.
    pub(super) fn is_good(&self) -> bool {
        self.failed == 0 && self.zone.doubtful.len() < 4
    }

    /// Whether this is a zone at all and not other text cut into its shape.
    pub(super) fn is_zone(&self) -> bool {
        self.zone.doubtful.len() * 4 <= self.places() && (self.failed * 2 <= self.checks || self.likely > -0.2)
    }

    /// Larger is better.
    pub(super) fn worth(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of check digits")]
        let failed = self.failed as f64;
        self.likely - 0.15 * failed
    }
}

/// The best reading of several looks at the same places.
pub(super) fn settle(looks: &[Vec<Vec<Place>>]) -> Option<Settled> {
    let places = &together(looks)?[..];
    let layouts = Layout::of_size(places.len(), places.first()?.len());
    let readers = layouts.iter().map(|&layout| Reader { layout, places, looks });
    // The first character alone tells a visa from other documents of its size.
    let first = |reader: &Reader| reader.support((0, 0)).iter().copied().fold(0.0, f64::max);
    readers.max_by(|a, b| first(a).total_cmp(&first(b))).map(|reader| reader.settle())
}

struct Reader<'a> {
    layout: Layout,
    /// What the looks say together.
    places: &'a [Vec<Place>],
    looks: &'a [Vec<Vec<Place>>],
}

/// Another character for a place, and what it costs in likelihood.
struct Other {
    spot: Spot,
    class: usize,
    cost: f64,
}

impl Reader<'_> {
    fn settle(&self) -> Settled {
        let mut classes: Vec<Vec<usize>> = Vec::new();
        for (line, places) in self.places.iter().enumerate() {
            let best = (0..places.len()).map(|column| best(&self.support((line, column))));
            classes.push(best.collect());
        }
        self.usual(&mut classes);
        let checks = self.layout.checks();
        for check in &checks {
            if !check.holds(&classes) {
                self.repair(check, &checks, &mut classes);
            }
        }
        self.judged(&classes, &checks)
    }

    /// Prefers what is usual: fillers at the ends of fields, names laid out as names are, codes that exist.
    fn usual(&self, classes: &mut [Vec<usize>]) {
        let (line, columns) = self.layout.names();
        let support: Vec<Place> = columns.clone().map(|column| self.support((line, column))).collect();
        for ((column, support), filler) in columns.zip(&support).zip(names::fillers(&support)) {
            let letter = best_of(&support[..FILLER]);
            classes[line][column] = if filler { FILLER } else { letter };
        }
        for (line, columns) in self.layout.padded() {
            let support: Vec<Place> = columns.clone().map(|column| self.support((line, column))).collect();
            let text = names::padding(&support);
            columns.skip(text).for_each(|column| classes[line][column] = FILLER);
        }
        for (line, column) in self.layout.states() {
            let [one, two, three] = [0, 1, 2].map(|i| self.support((line, column + i)));
            if let Some(code) = names::state([&one, &two, &three], LEAST) {
                classes[line][column..column + 3].copy_from_slice(&code);
            }
        }
    }

    /// How much the picture supports each character that the layout allows. What looks like a character that may not
    /// stand there counts for the one of the same shape that may: a ring among letters is an O.
    fn support(&self, spot: Spot) -> Place {
        self.support_in(self.places, spot)
    }

    fn support_in(&self, places: &[Vec<Place>], (line, column): Spot) -> Place {
        let alphabet = self.layout.alphabet((line, column));
        let seen = &places[line][column];
        let mut support = [0.0; 37];
        for (class, value) in support.iter_mut().enumerate() {
            if alphabet & (1 << class) != 0 {
                *value = seen[class].max(1e-9);
            }
        }
        for (shown, meant, share) in ALIKE {
            if alphabet & of(shown) == 0 && alphabet & of(meant) != 0 {
                support[class(meant)] += share * seen[class(shown)];
            }
        }
        // A ring may be either where both may stand: too little to be read so, enough for a check digit to decide.
        if alphabet & of(b'0') != 0 && alphabet & of(b'O') != 0 {
            support[class(b'O')] += EITHER * seen[class(b'0')];
            support[class(b'0')] += EITHER * seen[class(b'O')];
        }
        support
    }

    /// How likely each character is, of those that the layout allows.
    fn allowed(&self, spot: Spot) -> Place {
        let support = self.support(spot);
        let total: f64 = support.iter().sum();
        support.map(|value| value / total)
    }

    /// Changes the one or two places that make the check hold, break no other that holds, and cost least.
    fn repair(&self, check: &Check, checks: &[Check], classes: &mut [Vec<usize>]) {
        let others = self.others(check, classes);
        let held: Vec<&Check> = checks.iter().filter(|check| check.holds(classes)).collect();
        let mut best: Option<(f64, Vec<(Spot, usize)>)> = None;
        let mut consider = |changes: &[&Other], classes: &mut [Vec<usize>]| {
            let cost: f64 = changes.iter().map(|other| other.cost).sum();
            if best.as_ref().is_some_and(|(least, _)| *least <= cost) {
                return;
            }
            let before: Vec<usize> = changes.iter().map(|other| classes[other.spot.0][other.spot.1]).collect();
            changes.iter().for_each(|other| classes[other.spot.0][other.spot.1] = other.class);
            if check.holds(classes) && held.iter().all(|check| check.holds(classes)) {
                best = Some((cost, changes.iter().map(|other| (other.spot, other.class)).collect()));
            }
            changes.iter().zip(before).for_each(|(other, class)| classes[other.spot.0][other.spot.1] = class);
        };
        for (i, one) in others.iter().enumerate() {
            consider(&[one], classes);
            for two in others[i + 1..].iter().filter(|two| two.spot != one.spot) {
                consider(&[one, two], classes);
            }
        }
        for ((line, column), class) in best.into_iter().flat_map(|(_, changes)| changes) {
            classes[line][column] = class;
        }
    }

    fn others(&self, check: &Check, classes: &[Vec<usize>]) -> Vec<Other> {
        let mut others = Vec::new();
        for &spot in check.covers.iter().chain([&check.digit]) {
            let (allowed, support) = (self.allowed(spot), self.support(spot));
            let taken = classes[spot.0][spot.1];
            for (class, &value) in allowed.iter().enumerate() {
                if class != taken && value >= SUPPORTED && support[class] >= SUPPORTED {
                    others.push(Other { spot, class, cost: allowed[taken].ln() - value.ln() });
                }
            }
        }
        others
    }

    #[expect(clippy::cast_precision_loss, reason = "fewer than a hundred places")]
    fn judged(&self, classes: &[Vec<usize>], checks: &[Check]) -> Settled {
        let mut zone = Zone { lines: Vec::new(), doubtful: Vec::new() };
        let (mut likely, mut count) = (0.0, 0.0);
        for (line, row) in classes.iter().enumerate() {
            for (column, &class) in row.iter().enumerate() {
                let shown = self.support((line, column))[class];
                let sure = self.allowed((line, column))[class];
                // A blurred character may look sure in one light; then it does not in another.
                let contested = |look: &Vec<Vec<Place>>| self.support_in(look, (line, column))[class] < SHOWN;
                if shown < SHOWN || sure < SURE || self.looks.iter().any(contested) {
                    zone.doubtful.push((line, column));
                }
                likely += shown.max(1e-4).ln();
                count += 1.0;
            }
            zone.lines.push(row.iter().map(|&class| char::from(CHARACTERS[class])).collect());
        }
        let failed = checks.iter().filter(|check| !check.holds(classes)).count();
        Settled { zone, likely: likely / f64::max(count, 1.0), failed, checks: checks.len() }
    }
}

fn best(place: &Place) -> usize {
    best_of(place)
}

fn best_of(values: &[f64]) -> usize {
    let best = values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(FILLER, |(class, _)| class)
}

fn class(character: u8) -> usize {
    CHARACTERS.iter().position(|&known| known == character).unwrap_or(36)
}

/// Several looks at the same places as one: the mean of what they say.
#[expect(clippy::cast_precision_loss, reason = "a handful of looks")]
fn together(looks: &[Vec<Vec<Place>>]) -> Option<Vec<Vec<Place>>> {
    let mut sum = looks.first()?.clone();
    for look in &looks[1..] {
        for (into, from) in sum.iter_mut().flatten().flatten().zip(look.iter().flatten().flatten()) {
            *into += from;
        }
    }
    sum.iter_mut().flatten().flatten().for_each(|value| *value /= looks.len() as f64);
    Some(sum)
}
