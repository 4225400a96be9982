//! What a strip says when it must hold a known number of characters at one pitch: for each place, how likely each
//! character is, summed over every way of laying them along the strip (forward and backward sums over the time steps).
//! It knows no formats: any character may stand anywhere.

use super::eye::Glimpse;

/// How likely each of the 37 characters is at a place; adds up to one.
pub(super) type Place = [f64; 37];

/// How far, in cells, a character may be seen from the middle of its cell.
const SLACK: f64 = 0.85;

/// No glimpse is so sure that it cannot be wrong.
const FLOOR: f64 = 2e-4;

/// Where time steps stand: the cell at the middle of each is `first + step * number`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ruler {
    pub(super) first: f64,
    pub(super) step: f64,
}

/// One time step's sums: for each place the characters and the blank after the place before.
struct Sums {
    characters: Vec<[f64; 37]>,
    blanks: Vec<f64>,
}

impl Sums {
    fn new(places: usize) -> Self {
        Self { characters: vec![[0.0; 37]; places], blanks: vec![0.0; places + 1] }
    }

    fn scale(&mut self, by: f64) {
        self.characters.iter_mut().flatten().chain(&mut self.blanks).for_each(|value| *value *= by);
    }

    fn times(&self, other: &Self) -> f64 {
        let pairs = self
            .characters
            .iter()
            .flatten()
            .chain(&self.blanks)
            .zip(other.characters.iter().flatten().chain(&other.blanks));
        pairs.map(|(one, other)| one * other).sum()
    }

    fn total(&self) -> f64 {
        self.characters.iter().flatten().chain(&self.blanks).sum()
    }
}

struct Lattice<'a> {
    glimpses: &'a [Glimpse],
    ruler: Ruler,
    start: f64,
    places: usize,
}

/// Reads `places` characters, the first in cell `start`.
pub(super) fn lay(glimpses: &[Glimpse], ruler: Ruler, start: i32, places: usize) -> Option<Vec<Place>> {
    let lattice = Lattice { glimpses, ruler, start: f64::from(start), places };
    let (forward, _) = lattice.forward()?;
    lattice.backward(&forward)
}

/// How likely the layout is, as a logarithm: comparable for one strip only.
pub(super) fn likelihood(glimpses: &[Glimpse], ruler: Ruler, start: i32, places: usize) -> f64 {
    let lattice = Lattice { glimpses, ruler, start: f64::from(start), places };
    lattice.forward().map_or(f64::NEG_INFINITY, |(_, likely)| likely)
}

impl Lattice<'_> {
    /// Which cell of the layout a time step is in the middle of.
    #[expect(clippy::cast_precision_loss, reason = "time steps of a strip")]
    fn cell(&self, step: usize) -> f64 {
        self.ruler.first + self.ruler.step * step as f64 - self.start
    }

    /// The places whose characters may be seen at a time step.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places of a line, floored at 0")]
    fn within(&self, step: usize) -> std::ops::Range<usize> {
        let cell = self.cell(step);
        let from = (cell - SLACK).ceil().max(0.0) as usize;
        let to = ((cell + SLACK).floor() + 1.0).max(0.0) as usize;
        from.min(self.places)..to.min(self.places)
    }

    #[expect(clippy::cast_precision_loss, reason = "places of a line")]
    fn weight(&self, step: usize, place: usize) -> f64 {
        let off = (self.cell(step) - place as f64) / SLACK;
        (1.0 - off * off).max(0.0).powf(0.5)
    }

    fn seen(&self, step: usize, class: usize) -> f64 {
        f64::from(self.glimpses[step][class]).max(FLOOR)
    }

    fn forward(&self) -> Option<(Vec<Sums>, f64)> {
        let mut all: Vec<Sums> = Vec::with_capacity(self.glimpses.len());
        let mut likely = 0.0;
        for step in 0..self.glimpses.len() {
            let mut sums = Sums::new(self.places);
            let blank = self.seen(step, 0);
            if let Some(before) = all.last() {
                for place in 0..=self.places {
                    let ended = if place == 0 { 0.0 } else { before.characters[place - 1].iter().sum() };
                    sums.blanks[place] = (before.blanks[place] + ended) * blank;
                }
            } else {
                sums.blanks[0] = blank;
            }
            for place in self.within(step) {
                let weight = self.weight(step, place);
                let entered = entering(all.last(), place);
                for (class, value) in sums.characters[place].iter_mut().enumerate() {
                    let stayed = all.last().map_or(0.0, |before| before.characters[place][class]);
                    *value = (stayed + entered) * self.seen(step, class + 1) * weight;
                }
            }
            let total = sums.total();
            if total <= 0.0 || !total.is_finite() {
                return None;
            }
            sums.scale(1.0 / total);
            likely += total.ln();
            all.push(sums);
        }
        let last = all.last()?;
        let done = last.blanks[self.places] + last.characters[self.places - 1].iter().sum::<f64>();
        (done > 1e-200).then(|| (all, likely + done.ln()))
    }

    /// Sums from the end; where they meet the forward ones a character begins, and that is what is counted.
    fn backward(&self, forward: &[Sums]) -> Option<Vec<Place>> {
        let mut counted = vec![[0.0; 37]; self.places];
        let mut after = Sums::new(self.places);
        after.blanks[self.places] = 1.0;
        after.characters[self.places - 1] = [1.0; 37];
        for step in (0..self.glimpses.len()).rev() {
            let before = step.checked_sub(1).map(|step| &forward[step]);
            let mut begun = vec![[0.0; 37]; self.places];
            for place in self.within(step) {
                let weight = self.weight(step, place);
                for (class, value) in begun[place].iter_mut().enumerate() {
                    *value = self.seen(step, class + 1) * weight * after.characters[place][class];
                }
            }
            let earlier = self.earlier(step, &after, &begun);
            // The likelihood of the whole strip in the scales in force at this step.
            let whole = before.map_or(earlier.blanks[0], |before| before.times(&earlier));
            for place in self.within(step) {
                let entered = entering(before, place) / whole.max(1e-300);
                for (sum, value) in counted[place].iter_mut().zip(&begun[place]) {
                    *sum += entered * value;
                }
            }
            after = earlier;
            let total = after.total();
            if total <= 0.0 {
                return None;
            }
            after.scale(1.0 / total);
        }
        for place in &mut counted {
            let total: f64 = place.iter().sum();
            if total <= 0.0 {
                return None;
            }
            for value in place.iter_mut() {
                *value /= total;
            }
        }
        Some(counted)
    }

    /// The backward sums of the step before.
    fn earlier(&self, step: usize, after: &Sums, begun: &[[f64; 37]]) -> Sums {
        let mut sums = Sums::new(self.places);
        let blank = self.seen(step, 0);
        for place in 0..=self.places {
            let begins: f64 = begun.get(place).map_or(0.0, |begun| begun.iter().sum());
            sums.blanks[place] = after.blanks[place] * blank + begins;
            if place > 0 {
                let blank = sums.blanks[place];
                sums.characters[place - 1] = begun[place - 1].map(|begun| begun + blank);
            }
        }
        sums
    }
}

/// What flows into each character of a place: from the blank before it, and from any character of the place before,
/// the same one too, since the pitch tells two alike from one that is wide.
fn entering(before: Option<&Sums>, place: usize) -> f64 {
    match (before, place) {
        (None, 0) => 1.0,
        (None, _) => 0.0,
        (Some(before), 0) => before.blanks[0],
        (Some(before), _) => before.blanks[place] + before.characters[place - 1].iter().sum::<f64>(),
    }
}
