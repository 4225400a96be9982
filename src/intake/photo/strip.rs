//! A line of a zone cut out of the picture and laid straight: from the full resolution, along the row's course, sheared
//! as the zone leans. It does not judge what it cuts.

use image::GrayImage;

use super::row::Course;

/// The height that the recogniser takes, in pixels.
pub(super) const HEIGHT: usize = 48;

/// How a line is laid out for the recogniser.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// Pixels a cell is wide.
    pub(super) cell: f64,
    /// Cells the strip is high.
    pub(super) high: f64,
    /// Whether light and dark are evened out along the strip.
    pub(super) evened: bool,
}

/// A picture and its halves, each half as wide as the one before.
pub(super) struct Scales {
    levels: Vec<GrayImage>,
}

impl Scales {
    pub(super) fn of(full: GrayImage) -> Self {
        let mut levels = vec![full];
        while let Some(last) = levels.last().filter(|last| last.width().min(last.height()) > 64) {
            let half = halved(last);
            levels.push(half);
        }
        Self { levels }
    }

    /// The first whose longer side is at most so long, and how many pixels of the full picture one of its is.
    pub(super) fn at_most(&self, longest: u32) -> (&GrayImage, f64) {
        let fits = |level: &&GrayImage| level.width().max(level.height()) <= longest;
        let level = self.levels.iter().find(fits).unwrap_or(&self.levels[self.levels.len() - 1]);
        (level, f64::from(self.full().width()) / f64::from(level.width().max(1)))
    }

    pub(super) fn full(&self) -> &GrayImage {
        &self.levels[0]
    }

    /// Cells `from` to `to` of a course over the full picture. `lean` is the way down from a line to the next at a
    /// cell, when known; without it down is square to the line.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "pixels")]
    pub(super) fn strip(
        &self,
        course: &Course,
        (from, to): (f64, f64),
        lean: impl Fn(f64) -> Option<(f64, f64)>,
        cut: Cut,
    ) -> Vec<f32> {
        let width = ((to - from) * cut.cell).round() as usize;
        let shrink = course.pitch(f64::midpoint(from, to)) / cut.cell;
        let level = (shrink.max(1.0).log2() as usize).min(self.levels.len() - 1);
        let scale = f64::from(1_u32 << level);
        let grey = &self.levels[level];
        let mut strip = vec![0.0_f32; width * HEIGHT];
        for x in 0..width {
            let cell = from + (x as f64 + 0.5) / cut.cell;
            let (at, (step_x, step_y)) = (course.at(cell), course.step(cell));
            let mut down = (-step_y, step_x);
            if let Some(lean) = lean(cell) {
                let square = (lean.0 * down.0 + lean.1 * down.1) / (step_x * step_x + step_y * step_y);
                if square > 0.5 {
                    down = (lean.0 / square, lean.1 / square);
                }
            }
            for y in 0..HEIGHT {
                let v = ((y as f64 + 0.5) / HEIGHT as f64 - 0.5) * cut.high;
                strip[y * width + x] = sample(grey, (at.0 + down.0 * v) / scale, (at.1 + down.1 * v) / scale);
            }
        }
        if cut.evened {
            even(&mut strip, width, cut.cell);
        }
        for value in &mut strip {
            *value = *value / 127.5 - 1.0;
        }
        strip
    }
}

fn halved(grey: &GrayImage) -> GrayImage {
    let (width, height) = (grey.width() / 2, grey.height() / 2);
    let stride = grey.width() as usize;
    let raw = grey.as_raw();
    let mut half = Vec::with_capacity(width as usize * height as usize);
    for y in 0..height as usize {
        let upper = &raw[2 * y * stride..][..2 * width as usize];
        let lower = &raw[(2 * y + 1) * stride..][..2 * width as usize];
        for (a, b) in upper.chunks_exact(2).zip(lower.chunks_exact(2)) {
            let sum = u16::from(a[0]) + u16::from(a[1]) + u16::from(b[0]) + u16::from(b[1]);
            half.push(u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX));
        }
    }
    GrayImage::from_raw(width, height, half).unwrap_or_default()
}

/// The grey between four pixels; beyond the edge the edge goes on.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positions kept in the picture")]
fn sample(grey: &GrayImage, x: f64, y: f64) -> f32 {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let clamp = |v: f64, most: usize| (v - 0.5).clamp(0.0, f64::from(u32::try_from(most - 1).unwrap_or(0)));
    let (x, y) = (clamp(x, width), clamp(y, height));
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x.fract() as f32, y.fract() as f32);
    let raw = grey.as_raw();
    let at = |x: usize, y: usize| f32::from(raw[y * width + x]);
    let upper = at(left, top) * (1.0 - fx) + at(right, top) * fx;
    let lower = at(left, bottom) * (1.0 - fx) + at(right, bottom) * fx;
    upper * (1.0 - fy) + lower * fy
}

/// Around each place the lightest twentieth becomes white and the darkest black.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "greys of a byte, pixels of a strip"
)]
fn even(strip: &mut [f32], width: usize, cell: f64) {
    let reach = (cell * 2.5) as usize;
    let mut ranges = Vec::with_capacity(width);
    for x in 0..width {
        let mut counts = [0_usize; 256];
        let mut total = 0;
        for column in (x.saturating_sub(reach)..(x + reach).min(width)).step_by(2) {
            for y in 6..HEIGHT - 6 {
                counts[strip[y * width + column].clamp(0.0, 255.0) as usize] += 1;
                total += 1;
            }
        }
        let level = |share: usize| {
            let mut sum = 0;
            counts.iter().position(|&count| {
                sum += count;
                sum * 100 >= total * share
            })
        };
        let (dark, light) = (level(4).unwrap_or(0), level(90).unwrap_or(255));
        ranges.push((dark as f32, (light as f32 - dark as f32).max(24.0)));
    }
    for row in strip.chunks_exact_mut(width) {
        for (value, (dark, range)) in row.iter_mut().zip(&ranges) {
            *value = (30.0 + (*value - dark) / range * 200.0).clamp(0.0, 255.0);
        }
    }
}
