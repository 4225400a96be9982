//! The search for zones: locate, look, settle; and look again, cut or lit differently, as long as anything is in doubt.

use image::GrayImage;

use super::{
    Reading, Refusal,
    block::{self, Block},
    eye::{Eye, Glimpse, STEP},
    lattice::{self, Place, Ruler},
    marks::{self, Ink},
    row::{Field, Row},
    settle::{Settled, settle},
    strip::{Cut, HEIGHT, Scales},
    why::why,
};

/// How ink is told from ground, and on how large a picture, one after the other until a zone is read.
const LIGHTS: [(u32, Ink); 5] = [
    (2200, Ink { reach: 14, darker: 0.16 }),
    // Lines printed under a zone are paler than its characters.
    (2200, Ink { reach: 16, darker: 0.30 }),
    (2200, Ink { reach: 18, darker: 0.07 }),
    (1100, Ink { reach: 10, darker: 0.14 }),
    (4400, Ink { reach: 24, darker: 0.14 }),
];

/// How a line is cut, the first always, the others while something is in doubt.
const CUTS: [Cut; 4] = [
    Cut { cell: 20.0, high: 1.5, evened: false },
    Cut { cell: 26.0, high: 1.4, evened: true },
    Cut { cell: 22.0, high: 1.7, evened: true },
    Cut { cell: 28.0, high: 1.6, evened: false },
];

/// Strips looked at in one picture, at most; a few times what two passports need.
const MOST_LOOKS: usize = 40;

/// Cells beside a line that are cut with it.
const MARGIN: f64 = 2.0;

/// Lines and columns of the zones there are.
const SIZES: [(usize, usize); 3] = [(2, 44), (2, 36), (3, 30)];

/// Rows less likely than this, per character, are no zone however they are cut.
const HOPELESS: f64 = -1.6;

/// All zones of a picture, or why there is none.
pub(super) fn search(grey: GrayImage, eye: &Eye) -> Result<Reading, Refusal> {
    let scales = Scales::of(grey);
    let mut search = Search { scales: &scales, eye, looks: 0 };
    let mut found: Vec<(Settled, Block)> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut last = None;
    for (longest, ink) in LIGHTS {
        let (level, scale) = scales.at_most(longest);
        if last == Some((level.width(), ink.reach)) || search.looks > MOST_LOOKS {
            continue;
        }
        last = Some((level.width(), ink.reach));
        let field = Field::new(marks::marks(level, ink));
        let located = block::blocks(&field);
        for block in located.blocks.iter().take(5) {
            let block = full_size(block, scale);
            rows.extend(block.rows.iter().cloned());
            if let Some(settled) = search.read(&block) {
                keep(&mut found, settled, block);
            }
        }
        rows.extend(located.alone.iter().map(|row| full_size_row(row, scale)));
        if !found.is_empty() && found.iter().all(|(settled, _)| settled.failed == 0) {
            break;
        }
    }
    if found.is_empty() {
        return Err(why(scales.full(), &rows));
    }
    Ok(Reading { zones: found.into_iter().map(|(settled, _)| settled.zone).collect() })
}

/// Adds a zone, or takes the better of two readings of one place.
fn keep(found: &mut Vec<(Settled, Block)>, settled: Settled, block: Block) {
    let middle = |block: &Block| {
        let row = &block.rows[0];
        row.course.at(f64::from(block.first() + block.last()) / 2.0)
    };
    let (x, y) = middle(&block);
    let reach = 6.0 * block.rows[0].course.pitch(f64::from(block.first()));
    let same = found.iter().position(|(_, at)| {
        let (other_x, other_y) = middle(at);
        (x - other_x).hypot(y - other_y) < reach
    });
    match same {
        Some(at) if found[at].0.worth() < settled.worth() => found[at] = (settled, block),
        Some(_) => {}
        None => found.push((settled, block)),
    }
}

fn full_size(block: &Block, scale: f64) -> Block {
    Block { rows: block.rows.iter().map(|row| full_size_row(row, scale)).collect() }
}

fn full_size_row(row: &Row, scale: f64) -> Row {
    Row { course: row.course.scaled(scale), hits: row.hits.clone() }
}

struct Search<'a> {
    scales: &'a Scales,
    eye: &'a Eye,
    looks: usize,
}

/// What a strip showed, and where its time steps stand.
#[derive(Clone)]
struct Look {
    glimpses: Vec<Glimpse>,
    ruler: Ruler,
}

/// Rows taken for the lines of a zone, of which size, and where each begins as far as known.
struct Guess<'a> {
    rows: &'a [Row],
    columns: usize,
    /// The cells that are cut.
    cells: (f64, f64),
    starts: Option<Vec<i32>>,
}

/// Rows of a block as they look at first, by number.
type Looks = Vec<Option<Look>>;

impl Search<'_> {
    fn read(&mut self, block: &Block) -> Option<Settled> {
        let sides = [block.clone(), block.turned()];
        sides.iter().filter_map(|block| self.read_this_side_up(block)).find(Settled::is_zone)
    }

    fn read_this_side_up(&mut self, block: &Block) -> Option<Settled> {
        let main = (0..block.rows.len()).max_by_key(|&row| block.rows[row].hits.len())?;
        let cells = cells_of(&block.rows[main]);
        let mut looks: Looks = vec![None; block.rows.len()];
        looks[main] = Some(self.look(&block.rows[main], cells, &|_| None, CUTS[0])?);
        let look = looks[main].as_ref()?;
        if !is_text(look, block.rows[main].cells()) {
            return None;
        }
        let mut best: Option<Settled> = None;
        for (lines, columns) in sizes(block, look, cells) {
            for top in (main + 1).saturating_sub(lines)..=main.min(block.rows.len() - lines) {
                let guess = Guess { rows: &block.rows[top..top + lines], columns, cells, starts: None };
                let Some(settled) = self.settled(guess, &mut looks[top..top + lines]) else { continue };
                if settled.is_zone() && settled.is_good() {
                    return Some(settled);
                }
                if best.as_ref().is_none_or(|best| best.worth() < settled.worth()) {
                    best = Some(settled);
                }
            }
        }
        best
    }

    fn settled(&mut self, mut guess: Guess, first: &mut [Option<Look>]) -> Option<Settled> {
        for (row, look) in guess.rows.iter().zip(first.iter_mut()) {
            if look.is_none() {
                *look = Some(self.look(row, guess.cells, &|_| None, CUTS[0])?);
            }
        }
        let mut looks: Vec<Look> = first.iter().flatten().cloned().collect();
        let mut seen: Vec<Vec<Vec<Place>>> = Vec::new();
        let mut best: Option<Settled> = None;
        for next in CUTS.iter().skip(1).map(Some).chain([None]) {
            let (starts, places) = laid(&looks, &guess)?;
            seen.push(places);
            let settled = settle(&seen)?;
            // A doubt that the second look does not lift stays.
            let done = settled.is_clear() || (seen.len() > 1 && settled.is_good());
            let (likely, noise) = (settled.likely, settled.is_noise());
            best = Some(settled);
            let Some(&cut) = next.filter(|_| !done && !noise && likely > HOPELESS && self.looks <= MOST_LOOKS) else {
                break;
            };
            guess.starts = Some(starts);
            looks.clear();
            for (line, row) in guess.rows.iter().enumerate() {
                looks.push(self.look(row, guess.cells, &|cell| lean(&guess, line, cell), cut)?);
            }
        }
        best
    }

    #[expect(clippy::cast_precision_loss, reason = "pixels of a step")]
    fn look(
        &mut self,
        row: &Row,
        cells: (f64, f64),
        lean: &dyn Fn(f64) -> Option<(f64, f64)>,
        cut: Cut,
    ) -> Option<Look> {
        self.looks += 1;
        let strip = self.scales.strip(&row.course, cells, lean, cut);
        if strip.len() < HEIGHT * STEP * 4 {
            return None;
        }
        let glimpses = self.eye.look(&strip)?;
        let step = STEP as f64 / cut.cell;
        Some(Look { glimpses, ruler: Ruler { first: cells.0 + step / 2.0, step } })
    }
}

/// The cells to cut for rows like this one: room for the characters that it lacks of the next size, at either end.
fn cells_of(row: &Row) -> (f64, f64) {
    let cells = row.cells();
    let lacking = SIZES.iter().map(|&(_, columns)| as_cells(columns) - cells).filter(|&lacking| lacking >= -3).min();
    let slack = f64::from(lacking.unwrap_or(0).clamp(0, 10));
    (f64::from(row.first()) - 0.5 - slack - MARGIN, f64::from(row.last()) + 0.5 + slack + MARGIN)
}

/// Where each line begins, and its characters laid out from there.
fn laid(looks: &[Look], guess: &Guess) -> Option<(Vec<i32>, Vec<Vec<Place>>)> {
    let starts = looks.iter().map(|look| Some(start(look, guess.cells, guess.columns)?.0));
    let starts: Vec<i32> = starts.collect::<Option<_>>()?;
    let lines = looks.iter().zip(&starts);
    let places = lines.map(|(look, &start)| lattice::lay(&look.glimpses, look.ruler, start, guess.columns));
    let places = places.collect::<Option<_>>()?;
    Some((starts, places))
}

/// Whether a row of so many marks reads like characters, this side up.
fn is_text(look: &Look, cells: i32) -> bool {
    let (mut read, mut sure, mut before) = (0.0, 0.0, 0);
    for glimpse in &look.glimpses {
        let best = glimpse.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let (class, value) = best.map_or((0, 0.0), |(class, &value)| (class, value));
        if class != 0 && class != before {
            read += 1.0;
            sure += f64::from(value);
        }
        before = class;
    }
    read > 0.45 * f64::from(cells) && sure > 0.62 * read
}

/// Sizes of zones that a block may be: the two that explain a row best.
fn sizes(block: &Block, look: &Look, cells: (f64, f64)) -> Vec<(usize, usize)> {
    let fits = SIZES.iter().filter(|&&(lines, _)| lines <= block.rows.len());
    let mut sizes: Vec<_> = fits.filter_map(|&size| Some((start(look, cells, size.1)?.1, size))).collect();
    sizes.sort_by(|a, b| b.0.total_cmp(&a.0));
    sizes.truncate(2);
    sizes.into_iter().map(|(_, size)| size).collect()
}

fn as_cells(columns: usize) -> i32 {
    i32::try_from(columns).unwrap_or(i32::MAX)
}

/// The cell in which a line most likely begins, and how likely.
#[expect(clippy::cast_possible_truncation, reason = "numbers of cells")]
fn start(look: &Look, cells: (f64, f64), columns: usize) -> Option<(i32, f64)> {
    let candidates = cells.0.ceil() as i32..=cells.1.floor() as i32 - as_cells(columns) + 1;
    let likely = candidates.map(|start| (start, lattice::likelihood(&look.glimpses, look.ruler, start, columns)));
    likely.filter(|(_, likely)| likely.is_finite()).max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The way from a line to the one under it at a cell: known once it is known where both begin.
fn lean(guess: &Guess, line: usize, cell: f64) -> Option<(f64, f64)> {
    let starts = guess.starts.as_ref()?;
    let other = if line + 1 < guess.rows.len() { line + 1 } else { line.checked_sub(1)? };
    let column = cell - f64::from(starts[line]);
    let from = guess.rows[line].course.at(cell);
    let to = guess.rows[other].course.at(f64::from(starts[other]) + column);
    let sign = if other > line { 1.0 } else { -1.0 };
    Some(((to.0 - from.0) * sign, (to.1 - from.1) * sign))
}
