//! Which characters a zone has: the likeliest that its layout allows. Where a check digit disagrees, another reading is
//! taken only if the picture supports it too; every place that was changed or is not sure is named.

use super::{
    Zone,
    eye::CHARACTERS,
    lattice::Place,
    layout::{Check, Layout, Spot},
};

/// A reading less likely than this is not what the picture shows.
const SUPPORTED: f64 = 0.02;

/// A place less sure than this is doubtful.
const SURE: f64 = 0.9;

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
    /// How sure the least sure place is.
    pub(super) least: f64,
}

impl Settled {
    /// Whether nothing would be gained by looking again.
    pub(super) fn is_clear(&self) -> bool {
        self.failed == 0 && self.zone.doubtful.is_empty()
    }

    /// Whether this is a zone at all and not other text cut into its shape.
    pub(super) fn is_zone(&self) -> bool {
        self.likely > -0.9 && (self.failed * 2 <= self.checks || self.likely > -0.35)
    }

    /// Larger is better.
    pub(super) fn worth(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of check digits")]
        let failed = self.failed as f64;
        self.likely - 0.15 * failed
    }
}

/// The best reading of places, over the layouts of their size.
pub(super) fn settle(places: &[Vec<Place>]) -> Option<Settled> {
    let layouts = Layout::of_size(places.len(), places.first()?.len());
    let settled = layouts.iter().map(|&layout| Reader { layout, places }.settle());
    settled.max_by(|a, b| a.worth().total_cmp(&b.worth()))
}

struct Reader<'a> {
    layout: Layout,
    places: &'a [Vec<Place>],
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
            let best = (0..places.len()).map(|column| best(&self.allowed((line, column))));
            classes.push(best.collect());
        }
        let checks = self.layout.checks();
        for check in &checks {
            if !check.holds(&classes) {
                self.repair(check, &checks, &mut classes);
            }
        }
        self.judged(&classes, &checks)
    }

    /// How likely each character is, of those that the layout allows.
    fn allowed(&self, (line, column): Spot) -> Place {
        let alphabet = self.layout.alphabet((line, column));
        let mut allowed = self.places[line][column];
        for (class, value) in allowed.iter_mut().enumerate() {
            *value = if alphabet & (1 << class) == 0 { 0.0 } else { value.max(1e-9) };
        }
        let total: f64 = allowed.iter().sum();
        allowed.map(|value| value / total)
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
            let allowed = self.allowed(spot);
            let taken = classes[spot.0][spot.1];
            for (class, &value) in allowed.iter().enumerate() {
                if class != taken && value >= SUPPORTED && self.places[spot.0][spot.1][class] >= SUPPORTED {
                    others.push(Other { spot, class, cost: allowed[taken].ln() - value.ln() });
                }
            }
        }
        others
    }

    #[expect(clippy::cast_precision_loss, reason = "fewer than a hundred places")]
    fn judged(&self, classes: &[Vec<usize>], checks: &[Check]) -> Settled {
        let mut zone = Zone { lines: Vec::new(), doubtful: Vec::new() };
        let (mut likely, mut count, mut least) = (0.0, 0.0, 1.0_f64);
        for (line, row) in classes.iter().enumerate() {
            for (column, &class) in row.iter().enumerate() {
                let seen = &self.places[line][column];
                let sure = self.allowed((line, column))[class];
                if best(seen) != class || sure < SURE {
                    zone.doubtful.push((line, column));
                }
                likely += seen[class].max(1e-4).ln();
                count += 1.0;
                least = least.min(sure);
            }
            zone.lines.push(row.iter().map(|&class| char::from(CHARACTERS[class])).collect());
        }
        let failed = checks.iter().filter(|check| !check.holds(classes)).count();
        Settled { zone, likely: likely / f64::max(count, 1.0), failed, checks: checks.len(), least }
    }
}

fn best(place: &Place) -> usize {
    let best = place.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(36, |(class, _)| class)
}
