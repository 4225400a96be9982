//! Rows of evenly spaced marks, at any angle: the lines of a zone are the only thing on a page whose marks stand thirty
//! and more in a row at one pitch. It does not read them, and does not know which end is the first.

use super::marks::Mark;

/// Fewer marks at one pitch than this are no row.
const FEWEST: usize = 11;

/// Where the cells of a row stand: a parabola over the number of the cell, for a page that bends or leans away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    x: [f64; 3],
    y: [f64; 3],
}

impl Course {
    /// The middle of a cell; fractions lie between cells.
    pub(super) fn at(&self, cell: f64) -> (f64, f64) {
        let along = |c: &[f64; 3]| c[0] + cell * (c[1] + cell * c[2]);
        (along(&self.x), along(&self.y))
    }

    /// The way from a cell to the next.
    pub(super) fn step(&self, cell: f64) -> (f64, f64) {
        (self.x[1] + 2.0 * cell * self.x[2], self.y[1] + 2.0 * cell * self.y[2])
    }

    pub(super) fn pitch(&self, cell: f64) -> f64 {
        let (x, y) = self.step(cell);
        x.hypot(y)
    }

    /// The same course counted from the other end, around cell 0.
    pub(super) fn reversed(&self) -> Self {
        Self { x: [self.x[0], -self.x[1], self.x[2]], y: [self.y[0], -self.y[1], self.y[2]] }
    }

    pub(super) fn scaled(&self, by: f64) -> Self {
        Self { x: self.x.map(|c| c * by), y: self.y.map(|c| c * by) }
    }

    pub(super) fn moved(&self, x: f64, y: f64) -> Self {
        let mut moved = *self;
        moved.x[0] += x;
        moved.y[0] += y;
        moved
    }

    /// The same course with cells counted from a point between two.
    pub(super) fn shifted(&self, by: f64) -> Self {
        let shift = |c: [f64; 3]| [c[0] + by * (c[1] + by * c[2]), c[1] + 2.0 * by * c[2], c[2]];
        Self { x: shift(self.x), y: shift(self.y) }
    }

    fn through(points: &[(f64, (f64, f64))]) -> Option<Self> {
        // A parabola through few points runs wild beyond them.
        let (least, most) = points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.0), b.max(p.0)));
        let bends = points.len() >= 14 && most - least >= 18.0;
        let xs: Vec<(f64, f64)> = points.iter().map(|&(cell, (x, _))| (cell, x)).collect();
        let ys: Vec<(f64, f64)> = points.iter().map(|&(cell, (_, y))| (cell, y)).collect();
        Some(Self { x: least_squares(&xs, bends)?, y: least_squares(&ys, bends)? })
    }
}

/// The parabola, or line, nearest to the points, by Cramer's rule.
fn least_squares(points: &[(f64, f64)], bends: bool) -> Option<[f64; 3]> {
    let mut powers = [0.0; 5];
    let mut sums = [0.0; 3];
    for &(t, v) in points {
        let mut power = 1.0;
        for (i, sum) in powers.iter_mut().enumerate() {
            *sum += power;
            if i < 3 {
                sums[i] += power * v;
            }
            power *= t;
        }
    }
    let [n, t1, t2, t3, t4] = powers;
    let [v0, v1, v2] = sums;
    if !bends {
        let determinant = n * t2 - t1 * t1;
        return (determinant.abs() > 1e-9)
            .then(|| [(v0 * t2 - v1 * t1) / determinant, (n * v1 - t1 * v0) / determinant, 0.0]);
    }
    let determinant = det([[n, t1, t2], [t1, t2, t3], [t2, t3, t4]]);
    (determinant.abs() > 1e-9).then(|| {
        [
            det([[v0, t1, t2], [v1, t2, t3], [v2, t3, t4]]) / determinant,
            det([[n, v0, t2], [t1, v1, t3], [t2, v2, t4]]) / determinant,
            det([[n, t1, v0], [t1, t2, v1], [t2, t3, v2]]) / determinant,
        ]
    })
}

fn det(m: [[f64; 3]; 3]) -> f64 {
    m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
}

/// A row: its course, and which of its cells have a mark.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) course: Course,
    /// The number of the cell, and the mark in it.
    pub(super) hits: Vec<(i32, usize)>,
}

impl Row {
    pub(super) fn first(&self) -> i32 {
        self.hits.first().map_or(0, |hit| hit.0)
    }

    pub(super) fn last(&self) -> i32 {
        self.hits.last().map_or(0, |hit| hit.0)
    }

    pub(super) fn cells(&self) -> i32 {
        self.last() - self.first() + 1
    }

    /// The same row read from the other end.
    pub(super) fn reversed(&self) -> Self {
        let hits = self.hits.iter().rev().map(|&(cell, mark)| (-cell, mark)).collect();
        Self { course: self.course.reversed(), hits }
    }
}

/// Marks by where they are.
pub(super) struct Field {
    pub(super) marks: Vec<Mark>,
    buckets: Vec<Vec<u32>>,
    columns: usize,
    rows: usize,
}

const BUCKET: f32 = 24.0;

impl Field {
    pub(super) fn new(marks: Vec<Mark>) -> Self {
        let furthest = |side: fn(&Mark) -> f32| marks.iter().map(side).fold(0.0, f32::max);
        let (columns, rows) = (bucket(furthest(|m| m.x)) + 1, bucket(furthest(|m| m.y)) + 1);
        let mut buckets = vec![Vec::new(); columns * rows];
        for (index, mark) in marks.iter().enumerate() {
            buckets[bucket(mark.y) * columns + bucket(mark.x)].push(u32::try_from(index).unwrap_or(u32::MAX));
        }
        Self { marks, buckets, columns, rows }
    }

    /// The marks within a distance of a point, with their distances.
    #[expect(clippy::cast_possible_truncation, reason = "positions in a picture")]
    pub(super) fn near(&self, (x, y): (f64, f64), reach: f64) -> impl Iterator<Item = (usize, f64)> + '_ {
        let (x, y, reach) = (x as f32, y as f32, reach as f32);
        let columns = bucket(x - reach)..=bucket(x + reach).min(self.columns - 1);
        let rows = bucket(y - reach)..=bucket(y + reach).min(self.rows - 1);
        rows.flat_map(move |row| columns.clone().map(move |column| row * self.columns + column))
            .filter_map(|at| self.buckets.get(at))
            .flatten()
            .map(move |&index| {
                (index as usize, (self.marks[index as usize].x - x).hypot(self.marks[index as usize].y - y))
            })
            .filter(move |&(_, distance)| distance <= reach)
            .map(|(index, distance)| (index, f64::from(distance)))
    }

    /// The mark nearest to where one is expected, of a size that fits the pitch.
    fn expected(&self, at: (f64, f64), pitch: f64, slack: f64) -> Option<usize> {
        self.near(at, slack * pitch)
            .filter(|&(index, _)| (0.18..1.75).contains(&(f64::from(self.marks[index].size()) / pitch)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(index, _)| index)
    }

    fn place(&self, index: usize) -> (f64, f64) {
        (f64::from(self.marks[index].x), f64::from(self.marks[index].y))
    }

    /// All rows, the longest first come first served; a mark belongs to one row.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut taken = vec![false; self.marks.len()];
        let mut rows = Vec::new();
        for start in 0..self.marks.len() {
            if taken[start] {
                continue;
            }
            let size = f64::from(self.marks[start].size());
            let mut neighbours: Vec<(usize, f64)> =
                self.near(self.place(start), 2.3 * size).filter(|&(index, d)| index != start && d > 3.5).collect();
            neighbours.sort_by(|a, b| a.1.total_cmp(&b.1));
            for &(next, distance) in neighbours.iter().take(7) {
                let alike = (0.4..2.5).contains(&(f64::from(self.marks[next].size()) / size));
                if taken[next] || !alike || distance < 0.5 * size {
                    continue;
                }
                if let Some(row) = self.row_from(start, next, &taken) {
                    row.hits.iter().for_each(|&(_, mark)| taken[mark] = true);
                    rows.push(row);
                    break;
                }
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.hits.len()));
        rows
    }

    fn row_from(&self, start: usize, next: usize, taken: &[bool]) -> Option<Row> {
        let (from, to) = (self.place(start), self.place(next));
        let step = (to.0 - from.0, to.1 - from.1);
        let mut hits = vec![(0, start)];
        self.walk(&mut hits, start, step, 1, taken);
        self.walk(&mut hits, start, (-step.0, -step.1), -1, taken);
        hits.sort_unstable();
        let cells = hits.last()?.0 - hits.first()?.0 + 1;
        if hits.len() < FEWEST || hits.len() * 10 < usize::try_from(cells).ok()? * 6 {
            return None;
        }
        let course = self.course(&hits)?;
        let row = self.settled(Row { course, hits })?;
        (row.hits.len() >= FEWEST).then_some(row)
    }

    /// Steps from mark to mark, over at most two cells without one.
    fn walk(&self, hits: &mut Vec<(i32, usize)>, start: usize, mut step: (f64, f64), direction: i32, taken: &[bool]) {
        let mut at = self.place(start);
        let (mut cell, mut missed) = (0_i32, 0);
        while missed < 3 && cell.abs() < 60 {
            cell += direction;
            missed += 1;
            let many = f64::from(missed);
            let expected = (at.0 + step.0 * many, at.1 + step.1 * many);
            let pitch = step.0.hypot(step.1);
            let slack = if missed == 1 { 0.36 } else { 0.3 };
            let Some(mark) = self.expected(expected, pitch, slack).filter(|&mark| !taken[mark]) else { continue };
            let found = self.place(mark);
            let seen = ((found.0 - at.0) / many, (found.1 - at.1) / many);
            step = (step.0 * 0.75 + seen.0 * 0.25, step.1 * 0.75 + seen.1 * 0.25);
            at = found;
            missed = 0;
            hits.push((cell, mark));
        }
    }

    fn course(&self, hits: &[(i32, usize)]) -> Option<Course> {
        let points: Vec<_> = hits.iter().map(|&(cell, mark)| (f64::from(cell), self.place(mark))).collect();
        Course::through(&points)
    }

    /// The row with its marks collected again along its course, further out each time, over gaps as glare leaves them.
    pub(super) fn settled(&self, mut row: Row) -> Option<Row> {
        for gap in [3, 5, 7] {
            let middle = i32::midpoint(row.first(), row.last());
            let mut hits = Vec::new();
            for direction in [1, -1] {
                let (mut cell, mut missed) = (if direction == 1 { middle } else { middle - 1 }, 0);
                while missed <= gap || (row.first()..=row.last()).contains(&cell) {
                    let pitch = row.course.pitch(f64::from(cell));
                    match self.expected(row.course.at(f64::from(cell)), pitch, 0.36) {
                        Some(mark) => {
                            hits.push((cell, mark));
                            missed = 0;
                        }
                        None => missed += 1,
                    }
                    cell += direction;
                    if (cell - middle).abs() > 50 {
                        break;
                    }
                }
            }
            hits.sort_unstable();
            hits.dedup_by_key(|hit| hit.1);
            if hits.len() < 8 {
                return None;
            }
            row = Row { course: self.course(&hits)?, hits };
        }
        self.is_of_characters(&row).then_some(row)
    }

    /// Whether most of its marks fill their cells as characters do: patterns and columns of words have wider gaps.
    fn is_of_characters(&self, row: &Row) -> bool {
        let share = |&(cell, mark): &(i32, usize)| {
            f64::from(self.marks[mark].size()) / row.course.pitch(f64::from(cell)).max(1.0)
        };
        let mut shares: Vec<f64> = row.hits.iter().map(share).collect();
        shares.sort_by(f64::total_cmp);
        (0.5..1.5).contains(&shares[shares.len() / 2])
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positions in a picture, floored at 0")]
fn bucket(position: f32) -> usize {
    (position.max(0.0) / BUCKET) as usize
}
