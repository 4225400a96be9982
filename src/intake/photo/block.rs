//! Rows that stand under each other, as the lines of a zone do: at one pitch, in one direction, one and a half to three
//! pitches apart. It looks for the second line where the first says that it must be, and finds it when worse to see.

use std::f64::consts::TAU;

use super::row::{Field, Row};

/// Two or more rows, the uppermost first when read in their direction; cells of one number stand roughly under each other.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) rows: Vec<Row>,
}

impl Block {
    pub(super) fn first(&self) -> i32 {
        self.rows.iter().map(Row::first).min().unwrap_or(0)
    }

    pub(super) fn last(&self) -> i32 {
        self.rows.iter().map(Row::last).max().unwrap_or(0)
    }

    pub(super) fn cells(&self) -> i32 {
        self.last() - self.first() + 1
    }

    /// The marks in its two fullest rows.
    fn hits(&self) -> usize {
        let mut hits: Vec<usize> = self.rows.iter().map(|row| row.hits.len()).collect();
        hits.sort_unstable_by_key(|&hits| std::cmp::Reverse(hits));
        hits.iter().take(2).sum()
    }

    /// The same block turned upside down.
    pub(super) fn turned(&self) -> Self {
        Self { rows: self.rows.iter().rev().map(Row::reversed).collect() }
    }
}

/// What was found: blocks, those with the most marks first, and rows that stand alone.
pub(super) struct Found {
    pub(super) blocks: Vec<Block>,
    pub(super) alone: Vec<Row>,
}

/// All blocks of a picture.
pub(super) fn blocks(field: &Field) -> Found {
    let mut taken = vec![false; field.marks.len()];
    let mut found = Found { blocks: Vec::new(), alone: Vec::new() };
    for row in field.rows() {
        let free = row.hits.iter().filter(|&&(_, mark)| !taken[mark]).count();
        if free * 2 < row.hits.len() {
            continue;
        }
        let block = around(field, upright(row), &taken);
        for &(_, mark) in block.rows.iter().flat_map(|row| &row.hits) {
            taken[mark] = true;
        }
        if block.rows.len() > 1 && block.cells() >= 18 {
            found.blocks.push(block);
        } else {
            found.alone.extend(block.rows.into_iter().next());
        }
    }
    found.blocks.sort_by_key(|block| std::cmp::Reverse(block.hits()));
    found
}

/// Left to right, or downwards when it stands steeply: the direction in which a page is more often held.
fn upright(row: Row) -> Row {
    let (x, y) = row.course.step(f64::from(i32::midpoint(row.first(), row.last())));
    if (y.abs() > 2.0 * x.abs() && y < 0.0) || (y.abs() <= 2.0 * x.abs() && x < 0.0) { row.reversed() } else { row }
}

/// A row with up to three others on each of its sides.
fn around(field: &Field, row: Row, taken: &[bool]) -> Block {
    let mut rows = vec![row];
    for side in [-1.0, 1.0] {
        for _ in 0..2 {
            let outermost = if side < 0.0 { rows.first() } else { rows.last() };
            let Some(next) = outermost.and_then(|row| companion(field, row, side, taken)) else { break };
            if side < 0.0 {
                rows.insert(0, next);
            } else {
                rows.push(next);
            }
        }
    }
    Block { rows }
}

/// A mark as seen from a row: how many pitches away, and at which cell.
struct Seen {
    mark: usize,
    away: f64,
    cell: f64,
}

/// The row next to a row on one side, if marks stand there at the same pitch.
fn companion(field: &Field, row: &Row, side: f64, taken: &[bool]) -> Option<Row> {
    let seen = beside(field, row, side, taken);
    let mut best: Option<(f64, f64, f64)> = None;
    let mut away = 1.3;
    while away <= 2.9 {
        let within = |mark: &&Seen| (mark.away - away).abs() <= 0.3;
        let (mut cosines, mut sines, mut count) = (0.0, 0.0, 0.0);
        for mark in seen.iter().filter(within) {
            cosines += (mark.cell * TAU).cos();
            sines += (mark.cell * TAU).sin();
            count += 1.0;
        }
        let strength = f64::hypot(cosines, sines);
        if count >= 8.0 && strength > 0.55 * count && best.is_none_or(|(most, ..)| strength > most) {
            best = Some((strength, away, f64::atan2(sines, cosines) / TAU));
        }
        away += 0.1;
    }
    let (_, away, phase) = best?;
    let middle = f64::from(i32::midpoint(row.first(), row.last()));
    let (x, y) = row.course.step(middle);
    let course = row.course.shifted(phase).moved(-y * side * away, x * side * away);
    let mut hits: Vec<(i32, usize)> = seen
        .iter()
        .filter(|mark| (mark.away - away).abs() <= 0.3)
        .map(|mark| (nearest(mark.cell - phase), mark))
        .filter(|(cell, mark)| (f64::from(*cell) - (mark.cell - phase)).abs() < 0.3)
        .map(|(cell, mark)| (cell, mark.mark))
        .collect();
    hits.sort_unstable();
    hits.dedup_by_key(|hit| hit.0);
    if hits.len() < 7 {
        return None;
    }
    let next = field.settled(Row { course, hits })?;
    (next.cells() >= 14 && next.hits.len() >= 8).then_some(next)
}

fn beside(field: &Field, row: &Row, side: f64, taken: &[bool]) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    for cell in row.first() - 6..=row.last() + 6 {
        let cell = f64::from(cell);
        let (from, (x, y), pitch) = (row.course.at(cell), row.course.step(cell), row.course.pitch(cell));
        let centre = (from.0 - y * side * 2.1, from.1 + x * side * 2.1);
        for (index, _) in field.near(centre, 1.05 * pitch) {
            let mark = &field.marks[index];
            let (right, down) = (f64::from(mark.x) - from.0, f64::from(mark.y) - from.1);
            let along = (right * x + down * y) / (pitch * pitch);
            if along.abs() <= 0.5 && !taken[index] && (0.2..1.75).contains(&(f64::from(mark.size()) / pitch)) {
                let away = (down * x - right * y) * side / (pitch * pitch);
                seen.push(Seen { mark: index, away, cell: cell + along });
            }
        }
    }
    seen.sort_by_key(|mark| mark.mark);
    seen.dedup_by_key(|mark| mark.mark);
    seen
}

#[expect(clippy::cast_possible_truncation, reason = "numbers of cells")]
fn nearest(cell: f64) -> i32 {
    cell.round() as i32
}
