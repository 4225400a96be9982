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

/// A picture is poor when more than one place in so many is doubtful.
const POOR: usize = 10;

/// Repairs that cost so little more than the cheapest might be the right ones.
const NEARLY: f64 = 2.5;

/// Digits and letters that a blurred picture cannot tell apart.
const EITHER: [(u8, u8); 5] = [(b'0', b'O'), (b'1', b'I'), (b'2', b'Z'), (b'5', b'S'), (b'8', b'B')];

/// How much the one of them supports the other.
const A_LITTLE: f64 = 0.025;

/// With more ways than this to make a check digit agree, none is taken.
const MOST_WAYS: usize = 3;

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
    /// How many places are doubtful by themselves.
    doubts: usize,
}

impl Settled {
    /// Whether nothing would be gained by looking again.
    pub(super) fn is_clear(&self) -> bool {
        self.failed == 0 && self.zone.doubtful.is_empty()
    }

    /// Whether so much is unsure that looking again is a waste.
    pub(super) fn is_noise(&self) -> bool {
        self.doubts * 2 > self.places()
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
        match self.failed {
            0 => self.doubts * 3 <= self.places(),
            failed => self.doubts * 8 <= self.places() && (failed * 3 <= self.checks || self.likely > -0.1),
        }
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
        let known = self.usual(&mut classes);
        let checks = self.layout.checks();
        let mut repaired = Vec::new();
        for check in &checks {
            if !check.holds(&classes) {
                repaired.extend(self.repair(check, &checks, &mut classes));
            }
        }
        self.judged(&classes, &checks, |spot| known.contains(&spot), &repaired)
    }

    /// Prefers what is usual: fillers at the ends of fields, names laid out as names are, codes that exist.
    /// Names the places that are sure through it: those of a code beside which no other comes into question.
    fn usual(&self, classes: &mut [Vec<usize>]) -> Vec<Spot> {
        let mut known = Vec::new();
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
            if let Some((code, share)) = names::state([&one, &two, &three], LEAST) {
                classes[line][column..column + 3].copy_from_slice(&code);
                if share >= SURE {
                    known.extend((column..column + 3).map(|column| (line, column)));
                }
            }
        }
        known
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
        // Where both may stand a ring may be either: too little to be read so, enough for a check digit to decide.
        for (digit, letter) in EITHER {
            if alphabet & of(digit) != 0 && alphabet & of(letter) != 0 {
                support[class(letter)] += A_LITTLE * seen[class(digit)];
                support[class(digit)] += A_LITTLE * seen[class(letter)];
            }
        }
        support
    }

    /// How likely each character is, of those that the layout allows.
    fn allowed(&self, spot: Spot) -> Place {
        let support = self.support(spot);
        let total: f64 = support.iter().sum();
        support.map(|value| value / total)
    }

    /// Changes the one or two places that make the check hold, break no other that holds, and cost least. Names these and
    /// the places of other changes that would have done nearly as well.
    fn repair(&self, check: &Check, checks: &[Check], classes: &mut [Vec<usize>]) -> Vec<Spot> {
        let others = self.others(check, classes);
        let held: Vec<&Check> = checks.iter().filter(|check| check.holds(classes)).collect();
        let mut ways: Vec<(f64, Vec<(Spot, usize)>)> = Vec::new();
        let mut consider = |changes: &[&Other], classes: &mut [Vec<usize>]| {
            let cost: f64 = changes.iter().map(|other| other.cost).sum();
            let before: Vec<usize> = changes.iter().map(|other| classes[other.spot.0][other.spot.1]).collect();
            for other in changes {
                classes[other.spot.0][other.spot.1] = other.class;
            }
            if check.holds(classes) && held.iter().all(|check| check.holds(classes)) {
                ways.push((cost, changes.iter().map(|other| (other.spot, other.class)).collect()));
            }
            for (other, class) in changes.iter().zip(before) {
                classes[other.spot.0][other.spot.1] = class;
            }
        };
        for (i, one) in others.iter().enumerate() {
            consider(&[one], classes);
            for two in others[i + 1..].iter().filter(|two| two.spot != one.spot) {
                consider(&[one, two], classes);
            }
        }
        ways.sort_by(|one, other| one.0.total_cmp(&other.0));
        let Some((least, best)) = ways.first() else { return Vec::new() };
        let near = ways.iter().take_while(|(cost, _)| *cost <= least + NEARLY);
        if near.clone().count() > MOST_WAYS {
            return Vec::new();
        }
        for &((line, column), class) in best {
            classes[line][column] = class;
        }
        near.flat_map(|(_, changes)| changes.iter().map(|change| change.0)).collect()
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

    fn judged(
        &self,
        classes: &[Vec<usize>],
        checks: &[Check],
        is_known: impl Fn(Spot) -> bool,
        repaired: &[Spot],
    ) -> Settled {
        let mut zone = Zone { lines: Vec::new(), doubtful: Vec::new() };
        let (mut likely, mut count) = (0.0, 0.0);
        for (line, row) in classes.iter().enumerate() {
            for (column, &class) in row.iter().enumerate() {
                let spot = (line, column);
                let shown = self.support(spot)[class];
                let is_sure = is_known(spot) || self.allowed(spot)[class] >= SURE;
                // A blurred character may look sure in one light; then it does not in another.
                let contested = |look: &Vec<Vec<Place>>| self.support_in(look, spot)[class] < SHOWN;
                if shown < SHOWN || !is_sure || repaired.contains(&spot) || self.looks.iter().any(contested) {
                    zone.doubtful.push(spot);
                }
                likely += shown.max(1e-4).ln();
                count += 1.0;
            }
            zone.lines.push(row.iter().map(|&class| char::from(CHARACTERS[class])).collect());
        }
        let failed = checks.iter().filter(|check| !check.holds(classes)).count();
        let doubts = zone.doubtful.len();
        let mut settled = Settled { zone, likely: likely / f64::max(count, 1.0), failed, checks: checks.len(), doubts };
        if doubts * POOR > settled.places() {
            settled.doubt_unchecked(classes, checks);
        }
        settled
    }
}

impl Settled {
    /// Of a picture with many doubtful places, those that no check digit confirms are all doubtful.
    fn doubt_unchecked(&mut self, classes: &[Vec<usize>], checks: &[Check]) {
        let checked: Vec<Spot> = checks
            .iter()
            .filter(|check| check.holds(classes))
            .flat_map(|check| check.covers.iter().copied().chain([check.digit]))
            .collect();
        for (line, row) in classes.iter().enumerate() {
            let unchecked = (0..row.len()).map(|column| (line, column)).filter(|spot| !checked.contains(spot));
            self.zone.doubtful.extend(unchecked.filter(|spot| row[spot.1] != FILLER));
        }
        self.zone.doubtful.sort_unstable();
        self.zone.doubtful.dedup();
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
