//! Puts right what can be read in one way only: letters where only digits stand, digits where only letters stand, and the
//! pairs O/0 I/1 B/8 S/5 Z/2 G/6 where the check digits leave one choice. Deliberately nothing else: a digit taken for
//! another digit, and every case with two ways out, stays as it was read.

use chrono::NaiveDate;

use super::{
    Check,
    layout::{Alphabet, At, CODE, Grid, Layout, STATE, Span, check_digit},
    weigh::{self, Verdict},
};

/// More cells of digits than these that are unreadable are not tried out.
const UNREADABLE_MAX: usize = 2;

/// What is tried for one field: cells that change places with their twins.
type Swaps = Vec<At>;

/// Puts right what is forced, and says what is wrong afterwards.
pub(super) fn repair(layout: &Layout, grid: &mut Grid, today: NaiveDate) -> Verdict {
    by_alphabet(layout, grid);
    countries(layout, grid);
    let verdict = weigh::verdict(layout, grid, today);
    if verdict.is_sound() {
        return verdict;
    }
    by_checks(layout, grid, today, &verdict);
    weigh::verdict(layout, grid, today)
}

/// The digit that a letter is taken for where only digits stand.
fn as_digit(cell: u8) -> u8 {
    match cell {
        b'O' | b'Q' | b'D' => b'0',
        b'I' | b'L' => b'1',
        b'Z' => b'2',
        b'S' => b'5',
        b'G' => b'6',
        b'B' => b'8',
        _ => cell,
    }
}

/// The letter that a digit is taken for where only letters stand.
fn as_letter(cell: u8) -> u8 {
    match cell {
        b'0' => b'O',
        b'1' => b'I',
        b'2' => b'Z',
        b'5' => b'S',
        b'6' => b'G',
        b'8' => b'B',
        _ => cell,
    }
}

/// The other one of a pair that looks alike.
fn twin(cell: u8) -> Option<u8> {
    let twin = match cell {
        b'O' | b'I' | b'Z' | b'S' | b'G' | b'B' => as_digit(cell),
        _ => as_letter(cell),
    };
    Some(twin).filter(|twin| *twin != cell)
}

fn by_alphabet(layout: &Layout, grid: &mut Grid) {
    for line in 0..layout.lines {
        for at in (0..layout.width).map(|column| (line, column)) {
            let cell = grid.get(at);
            match layout.alphabet(at) {
                Alphabet::Letters if CODE.holds(at) || layout.name.holds(at) => grid.set(at, as_letter(cell)),
                Alphabet::Digits => grid.set(at, as_digit(cell)),
                _ => {}
            }
        }
    }
    behind_the_name(layout.name, grid);
}

/// Fillers that were taken for letters: K, S and the like behind the end of the given names, where nothing stands, and
/// runs of three or more at the end of a name, which no name has.
fn behind_the_name(name: Span, grid: &mut Grid) {
    let looks_like_filler = |cell: u8| matches!(cell, b'K' | b'S' | b'C' | b'E' | b'L' | b'X');
    let cells: Vec<At> = name.cells().collect();
    let letters = grid.span(name).to_vec();
    let Some(separator) = letters.windows(2).position(|pair| pair == b"<<") else { return };
    let given = letters[separator..].iter().position(|cell| *cell != b'<').map_or(letters.len(), |at| separator + at);
    let end = letters[given..].windows(2).position(|pair| pair == b"<<").map_or(letters.len(), |at| given + at);
    if letters[end..].iter().all(|cell| *cell == b'<' || looks_like_filler(*cell)) {
        for at in &cells[end..] {
            grid.set(*at, b'<');
        }
    }
    let last = letters[given..end].last().copied().unwrap_or(b'<');
    let run = letters[given..end].iter().rev().take_while(|cell| **cell == last).count();
    if run >= 3 && matches!(last, b'K' | b'S' | b'C') {
        for at in &cells[end - run..end] {
            grid.set(*at, b'<');
        }
    }
}

/// Codes of states with a digit or a filler taken for a letter, where one listed code alone can be meant, or the one
/// that the other line shows.
fn countries(layout: &Layout, grid: &mut Grid) {
    for (span, other) in [(STATE, layout.nationality), (layout.nationality, STATE)] {
        let code = grid.span(span).to_vec();
        if weigh::is_listed(&code) {
            continue;
        }
        let mut meant: Vec<[u8; 3]> = Vec::new();
        let choices: Vec<Vec<u8>> = code.iter().enumerate().map(|(at, cell)| letters_meant(*cell, at)).collect();
        let [first, second, third] = choices.as_slice() else { continue };
        for a in first {
            for b in second {
                for c in third {
                    let code = [*a, *b, *c];
                    if weigh::is_listed(&code) {
                        meant.push(code);
                    }
                }
            }
        }
        let on_other_line = meant.iter().find(|code| code.as_slice() == grid.span(other)).copied();
        let one = if let [one] = meant.as_slice() { Some(*one) } else { on_other_line };
        for (at, letter) in span.cells().zip(one.into_iter().flatten()) {
            grid.set(at, letter);
        }
    }
}

/// What may be meant by a cell of a code; a letter behind the first one may be a filler.
fn letters_meant(cell: u8, place: usize) -> Vec<u8> {
    match cell {
        b'0' => vec![b'O', b'D', b'Q'],
        b'1' => vec![b'I', b'L'],
        b'4' => vec![b'A'],
        b'2' | b'5' | b'6' | b'8' => vec![as_letter(cell)],
        b'K' | b'C' if place > 0 => vec![cell, b'<'],
        _ => vec![cell],
    }
}

/// Tries what the check digits may force, and keeps it if it is the only way.
fn by_checks(layout: &Layout, grid: &mut Grid, today: NaiveDate, verdict: &Verdict) {
    let unreadable: Vec<At> = (0..layout.lines)
        .flat_map(|line| (0..layout.width).map(move |column| (line, column)))
        .filter(|at| layout.alphabet(*at) == Alphabet::Digits)
        .filter(|at| !matches!(grid.get(*at), b'0'..=b'9' | b'<'))
        .collect();
    if !unreadable.is_empty() {
        if layout.composite.is_some() && unreadable.len() <= UNREADABLE_MAX {
            keep_if_alone(layout, grid, today, filled(grid, &unreadable), |_| true);
        }
        return;
    }
    if verdict.broken || verdict.failed.iter().any(|check| matches!(check, Check::BirthDate | Check::ExpiryDate)) {
        return;
    }
    let fields = failing_fields(layout, grid, verdict);
    for most in 1..=2 {
        let tried = ways(grid, &fields, most);
        let tried = tried.into_iter().map(|swaps| {
            let mut other = grid.clone();
            for at in swaps {
                other.set(at, twin(grid.get(at)).unwrap_or(b'<'));
            }
            other
        });
        let as_read = grid.clone();
        let is_likely = |other: &Grid| fields.iter().all(|(cells, _)| is_likelier(&as_read, other, cells));
        if keep_if_alone(layout, grid, today, tried.collect(), is_likely) {
            return;
        }
    }
}

/// Keeps the only sound one of several, if it is likely too; whether there was any sound one.
fn keep_if_alone(
    layout: &Layout,
    grid: &mut Grid,
    today: NaiveDate,
    tried: Vec<Grid>,
    is_likely: impl Fn(&Grid) -> bool,
) -> bool {
    let mut sound = tried.into_iter().filter(|other| weigh::verdict(layout, other, today).is_sound());
    let Some(first) = sound.next() else { return false };
    if sound.next().is_none() && is_likely(&first) {
        *grid = first;
    }
    true
}

/// Whether a field put right by swaps looks no less like a number than before, and after two swaps more so. A check
/// digit is one of ten: where a digit was taken for another digit, every third number has some swap that agrees, and
/// nearly always one that puts a letter among digits.
fn is_likelier(grid: &Grid, other: &Grid, cells: &[At]) -> bool {
    let before: Vec<u8> = cells.iter().map(|at| grid.get(*at)).collect();
    let after: Vec<u8> = cells.iter().map(|at| other.get(*at)).collect();
    let swaps = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    let (changes_before, changes_after) = (changes_of_kind(&before), changes_of_kind(&after));
    let is_no_less = if swaps > 1 { changes_after < changes_before } else { changes_after <= changes_before };
    is_no_less && !may_hide_a_swap(&after)
}

/// Whether a G would look more like a number as a 6, or the other way round: the one pair that no check digit can see,
/// for the two weigh the same.
pub(super) fn may_hide_a_swap(cells: &[u8]) -> bool {
    cells.iter().enumerate().filter(|(_, cell)| matches!(cell, b'G' | b'6')).any(|(at, cell)| {
        let mut other = cells.to_vec();
        other[at] = twin(*cell).unwrap_or(*cell);
        changes_of_kind(&other) < changes_of_kind(cells)
    })
}

/// How often letters and digits take turns, beyond letters followed by digits, as most states number.
fn changes_of_kind(cells: &[u8]) -> usize {
    let kinds: Vec<bool> = cells.iter().filter(|cell| **cell != b'<').map(u8::is_ascii_digit).collect();
    let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    changes - usize::from(changes > 0 && kinds.first() == Some(&false))
}

/// All digits in the cells that cannot be read.
fn filled(grid: &Grid, unreadable: &[At]) -> Vec<Grid> {
    let mut grids = vec![grid.clone()];
    for at in unreadable {
        grids = grids
            .iter()
            .flat_map(|grid| {
                (b'0'..=b'9').map(|digit| {
                    let mut other = grid.clone();
                    other.set(*at, digit);
                    other
                })
            })
            .collect();
    }
    grids
}

/// The fields that do not agree, each with its check digit where it has one of its own.
fn failing_fields(layout: &Layout, grid: &Grid, verdict: &Verdict) -> Vec<(Vec<At>, Option<At>)> {
    let number = weigh::number(layout, grid);
    let mut fields = Vec::new();
    if verdict.failed.contains(&Check::DocumentNumber) {
        fields.push((number.cells, Some(number.check)));
    }
    if verdict.failed.contains(&Check::OptionalData) {
        fields.push((layout.optional.cells().collect(), layout.optional_check));
    }
    if verdict.failed == [Check::Composite] && layout.optional_check.is_none() {
        let second = layout.optional_2.into_iter().flat_map(Span::cells);
        fields.push((number.optional.cells().chain(second).collect(), None));
    }
    fields
}

/// All ways to swap at most so many cells in each field so that its own check digit agrees.
fn ways(grid: &Grid, fields: &[(Vec<At>, Option<At>)], most: usize) -> Vec<Swaps> {
    let mut ways: Vec<Swaps> = vec![Vec::new()];
    for (cells, check) in fields {
        let agreeing: Vec<Swaps> =
            swaps(grid, cells, most).into_iter().filter(|swaps| agrees(grid, cells, *check, swaps)).collect();
        ways =
            ways.iter().flat_map(|way| agreeing.iter().map(|more| [way.as_slice(), more].concat())).take(500).collect();
    }
    if fields.is_empty() { Vec::new() } else { ways }
}

/// One or two cells that have a twin.
fn swaps(grid: &Grid, cells: &[At], most: usize) -> Vec<Swaps> {
    let able: Vec<At> = cells.iter().copied().filter(|at| twin(grid.get(*at)).is_some()).collect();
    let mut swaps: Vec<Swaps> = able.iter().map(|at| vec![*at]).collect();
    if most > 1 {
        for (nth, one) in able.iter().enumerate() {
            swaps.extend(able[nth + 1..].iter().map(|other| vec![*one, *other]));
        }
    }
    swaps
}

fn agrees(grid: &Grid, cells: &[At], check: Option<At>, swaps: &[At]) -> bool {
    let swapped = cells.iter().map(|at| {
        let cell = grid.get(*at);
        if swaps.contains(at) { twin(cell).unwrap_or(cell) } else { cell }
    });
    check.is_none_or(|check| check_digit(swapped) == Some(grid.get(check)))
}
