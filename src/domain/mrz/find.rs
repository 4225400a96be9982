//! Where in a text a zone may begin, and how its lines may be cut: joined, split, spaced, with fillers lost or too many.
//! Deliberately generous: what is found is only a proposal, and weighing decides.

use super::{
    layout::{Alphabet, At, CODE, Grid, Layout, STATE},
    text::{Cell, STRANGE, ends, parts},
    weigh::is_listed,
};

/// More proposals than these are not looked at, and of one beginning not more than so many.
const PROPOSALS_MAX: usize = 1_000;
const OF_ONE_BEGINNING_MAX: usize = 60;
/// More ways to cut lines than these are not tried, and from one beginning not more than so many.
const CUTS_MAX: usize = 150_000;
const CUTS_OF_ONE_BEGINNING_MAX: usize = 15_000;
/// A line may have so many fillers too many.
const SURPLUS_MAX: usize = 40;
/// Between two lines of a zone may stand so many characters of something else.
const BETWEEN_MAX: usize = 120;
/// And so many beginnings of words are tried there.
const BEGINNINGS_MAX: usize = 8;
/// So many cells of a line may be of the wrong kind before it is no line of a zone.
const WRONG_MAX: usize = 3;

/// Lines that may be a zone.
#[derive(Clone)]
pub(super) struct Proposal {
    pub(super) layout: &'static Layout,
    pub(super) grid: Grid,
    /// Cells that were not there: fillers at a line's end.
    pub(super) added: Vec<At>,
    /// Whether fillers were added or taken away.
    pub(super) recut: bool,
    /// Whether a line with check digits was among those: then only full agreement makes it a zone.
    pub(super) data_recut: bool,
    /// Characters between its lines that are not of it.
    pub(super) skipped: usize,
}

impl Proposal {
    /// Whether the name may have lost one of the two fillers between its parts: its line is one or two short, and
    /// there are words with no `<<` between them.
    pub(super) fn may_have_lost_the_separator(&self) -> bool {
        let name = self.layout.name;
        let added = self.added.iter().filter(|at| name.holds(**at)).count();
        let text = self.grid.text(name);
        (1..=2).contains(&added) && text.contains('<') && !text.contains("<<")
    }
}

/// One way to cut a line.
struct Cut {
    cells: Vec<u8>,
    end: usize,
    added: Vec<usize>,
    recut: bool,
}

/// Everything in the text that may be a zone, in the order in which it begins.
pub(super) fn proposals(cells: &[Cell]) -> Vec<Proposal> {
    let mut search = Search { cells, found: Vec::new(), most: 0, cuts_left: CUTS_MAX, cuts_left_here: 0 };
    for start in (0..cells.len()).filter(|at| begins(cells, *at)) {
        for layout in Layout::of_code(cells[start].byte) {
            let nothing = Proposal {
                layout,
                grid: Grid(Vec::new()),
                added: Vec::new(),
                recut: false,
                data_recut: false,
                skipped: 0,
            };
            search.most = (search.found.len() + OF_ONE_BEGINNING_MAX).min(PROPOSALS_MAX);
            search.cuts_left_here = search.cuts_left.min(CUTS_OF_ONE_BEGINNING_MAX);
            search.cuts_left -= search.cuts_left_here;
            search.go_on(start, &nothing);
            search.cuts_left += search.cuts_left_here;
        }
        if search.found.len() >= PROPOSALS_MAX || search.cuts_left == 0 {
            break;
        }
    }
    search.found
}

/// A search that ends, whatever the text is.
struct Search<'a> {
    cells: &'a [Cell],
    found: Vec<Proposal>,
    /// How many may have been found when this beginning is done.
    most: usize,
    cuts_left: usize,
    cuts_left_here: usize,
}

impl Search<'_> {
    /// Adds the next line in every way that fits.
    fn go_on(&mut self, from: usize, proposal: &Proposal) {
        let (layout, line) = (proposal.layout, proposal.grid.0.len());
        if line == layout.lines {
            self.found.push(proposal.clone());
            return;
        }
        for begin in self.beginnings(from, line) {
            if line == layout.birth.0
                && !has_dates(layout, |column| self.cells.get(begin + column).map(|cell| cell.byte))
            {
                continue;
            }
            for cut in cuts(self.cells, begin, layout, line) {
                if self.found.len() >= self.most || self.cuts_left_here == 0 {
                    return;
                }
                self.cuts_left_here -= 1;
                if !fits(layout, line, &cut.cells) || (line == 0 && self.is_a_word(begin, &cut)) {
                    continue;
                }
                let mut longer = proposal.clone();
                longer.added.extend(cut.added.iter().map(|column| (line, *column)));
                longer.recut |= cut.recut;
                longer.data_recut |= cut.recut && !ends_in_fillers(layout, line);
                longer.skipped += begin - from;
                longer.grid.0.push(cut.cells);
                self.go_on(cut.end, &longer);
            }
        }
    }

    /// Where the next line may begin. Other text may stand between two lines, but nothing with fillers, which is of the
    /// zone.
    fn beginnings(&self, from: usize, line: usize) -> Vec<usize> {
        let mut beginnings = vec![from];
        if line > 0 {
            let further = from + 1..self.cells.len().min(from + BETWEEN_MAX);
            let further = further.take_while(|at| self.cells[*at - 1].byte != b'<');
            beginnings.extend(further.filter(|at| begins(self.cells, *at)).take(BEGINNINGS_MAX));
        }
        beginnings
    }

    /// Whether a first line is nothing but a word made long enough: it names no state and has no filler of its own.
    fn is_a_word(&self, begin: usize, cut: &Cut) -> bool {
        let has_filler = self.cells[begin..cut.end].iter().any(|cell| cell.byte == b'<');
        let state = cut.cells.get(STATE.1..STATE.1 + STATE.2).unwrap_or_default();
        cut.recut && !has_filler && !is_listed(state)
    }
}

/// Whether something begins there: a word, a line, or what follows a strange character.
fn begins(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_some_and(|cell| cell.byte != STRANGE && (cell.parted || at == 0 || cells[at - 1].byte == STRANGE))
}

/// The ways to cut a line of the layout's width from there.
fn cuts(cells: &[Cell], from: usize, layout: &Layout, line: usize) -> Vec<Cut> {
    let bytes = |from: usize, to: usize| cells[from..to].iter().map(|cell| cell.byte).collect::<Vec<u8>>();
    let width = layout.width;
    let mut cuts = Vec::new();
    let is_last = line + 1 == layout.lines;
    let goes_on = |at: usize| {
        cells.get(at).is_some_and(|next| !next.parted && (next.byte == b'<' || is_last && next.byte != STRANGE))
    };
    if from + width <= cells.len() && !goes_on(from + width) {
        cuts.push(Cut { cells: bytes(from, from + width), end: from + width, added: Vec::new(), recut: false });
    }
    let shortest = from + shortest(layout, line);
    let longest = from + width + SURPLUS_MAX;
    let before_joined = |end: usize| !is_last && cells.len() >= end + width && parts(cells, end + width);
    for end in (shortest..=longest.min(cells.len())).filter(|end| ends(cells, *end) || before_joined(*end)) {
        if end - from != width {
            cuts.extend(recut(bytes(from, end), end, layout, line));
        }
        if line == 0 && end - from < width {
            cuts.extend(with_filler_in_code(bytes(from, end), end, layout));
        }
    }
    cuts
}

/// A line made as long as it must be, where fillers alone make the difference.
fn recut(mut cells: Vec<u8>, end: usize, layout: &Layout, line: usize) -> Option<Cut> {
    let (length, width) = (cells.len(), layout.width);
    let added = if ends_in_fillers(layout, line) {
        if length > width && cells[width..].iter().any(|cell| *cell != b'<') {
            return None;
        }
        cells.resize(width, b'<');
        (length..width).collect()
    } else {
        stretched(&mut cells, width, optional_from(layout, line))?
    };
    Some(Cut { cells, end, added, recut: true })
}

/// A first line whose document code lost its filler, so that the state follows the first letter.
fn with_filler_in_code(mut cells: Vec<u8>, end: usize, layout: &Layout) -> Option<Cut> {
    let is_state_there = |at: usize| cells.get(at..at + STATE.2).is_some_and(is_listed);
    if is_state_there(STATE.1) || !is_state_there(STATE.1 - 1) {
        return None;
    }
    cells.insert(1, b'<');
    let mut cut = recut(cells, end, layout, 0)?;
    cut.added.insert(0, 1);
    Some(cut)
}

/// Whether the line ends in a name or in optional data, which fillers fill up.
fn ends_in_fillers(layout: &Layout, line: usize) -> bool {
    line == layout.name.0 || layout.composite.is_none_or(|((of, _), _)| of != line)
}

/// Makes the last run of fillers longer or shorter, so that the line has its width; the columns that were added.
fn stretched(cells: &mut Vec<u8>, width: usize, from: usize) -> Option<Vec<usize>> {
    let last = cells.iter().rposition(|cell| *cell == b'<').filter(|last| *last >= from)?;
    if cells.len() < width {
        let missing = width - cells.len();
        cells.splice(last..last, std::iter::repeat_n(b'<', missing));
        Some((last + 1..=last + missing).collect())
    } else {
        let surplus = cells.len() - width;
        let run = cells[..=last].iter().rev().take_while(|cell| **cell == b'<').count();
        if run < surplus || last + 1 - surplus < from {
            return None;
        }
        cells.drain(last + 1 - surplus..=last);
        Some(Vec::new())
    }
}

/// The column at which the optional data of a line with a composite check digit begins.
fn optional_from(layout: &Layout, line: usize) -> usize {
    layout.optional_2.filter(|span| span.0 == line).map_or(layout.optional.1, |span| span.1)
}

/// How much of a line must be there.
fn shortest(layout: &Layout, line: usize) -> usize {
    if line == layout.name.0 {
        layout.name.1 + 2
    } else if line == 0 {
        layout.optional.1
    } else {
        optional_from(layout, line) + usize::from(!ends_in_fillers(layout, line))
    }
}

/// Whether half of the cells where the dates stand are digits or fillers at least. However a line is cut, they stand there.
fn has_dates(layout: &Layout, cell: impl Fn(usize) -> Option<u8>) -> bool {
    let dates = layout.birth.cells().chain(layout.expiry.cells());
    let cells = dates.filter_map(|(_, column)| cell(column));
    cells.filter(|cell| cell.is_ascii_digit() || *cell == b'<').count() >= layout.birth.2
}

/// Whether the cells may be that line.
fn fits(layout: &Layout, line: usize, cells: &[u8]) -> bool {
    let mut wrong = 0;
    for (column, cell) in cells.iter().enumerate() {
        let looks_right = match layout.alphabet((line, column)) {
            Alphabet::Letters => {
                cell.is_ascii_uppercase() || matches!(cell, b'<' | b'0' | b'1' | b'2' | b'5' | b'6' | b'8')
            }
            Alphabet::Digits => {
                cell.is_ascii_digit()
                    || matches!(cell, b'<' | b'O' | b'Q' | b'D' | b'I' | b'L' | b'Z' | b'S' | b'G' | b'B')
            }
            Alphabet::Sex => matches!(cell, b'M' | b'F' | b'X' | b'<'),
            Alphabet::Any => *cell != STRANGE,
        };
        wrong += usize::from(!looks_right);
    }
    let is_name = line == layout.name.0;
    let name_is_one = !is_name || {
        let name = &cells[layout.name.1..];
        let letters = name.iter().filter(|cell| cell.is_ascii_uppercase()).count();
        let strays = name.iter().filter(|cell| cell.is_ascii_digit()).count();
        cells.contains(&b'<') && letters > 0 && strays <= letters
    };
    let has_code = line != 0 || (cells[CODE.1].is_ascii_alphanumeric() && cells[STATE.1] != b'<');
    // A number begins at the left of its field: a filler there is the last one of the line before.
    let has_number = line != layout.number.0 || {
        let number = &cells[layout.number.1..layout.number.1 + layout.number.2];
        number[0] != b'<' || number.iter().all(|cell| *cell == b'<')
    };
    wrong <= WRONG_MAX && name_is_one && has_code && has_number
}
