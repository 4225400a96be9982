//! Why a picture without a zone could not be read, by measuring it: its light, its sharpest edges, and rows that run out
//! of it. It guesses nothing about the document.

use image::GrayImage;

use super::{Refusal, row::Row};

/// A page in focus is sharper than this, even one taken with an unsteady hand.
const SHARP: f32 = 0.22;

/// Where no edge is narrower than several strokes.
const SMEARED: f32 = 0.14;

/// The most telling reason, of a picture in which no zone was found.
pub(super) fn why(grey: &GrayImage, rows: &[Row]) -> Refusal {
    let light = Light::of(grey);
    if light.bright < 90 && light.middle < 60 {
        return Refusal::TooDark;
    }
    if light.middle > 246 || light.dark > 225 {
        return Refusal::TooBright;
    }
    let sharpness = sharpness(grey);
    // Nothing is known of lines that are smeared into one another.
    if sharpness < SMEARED {
        return Refusal::Blurred;
    }
    if rows.iter().any(|row| runs_out(grey, row)) {
        return Refusal::CutOff;
    }
    if sharpness < SHARP { Refusal::Blurred } else { Refusal::NoZone }
}

/// Greys below which 2, 50 and 98 of a hundred pixels lie.
struct Light {
    dark: usize,
    middle: usize,
    bright: usize,
}

impl Light {
    fn of(grey: &GrayImage) -> Self {
        let mut counts = [0_usize; 256];
        for &pixel in grey.as_raw() {
            counts[usize::from(pixel)] += 1;
        }
        let total = grey.as_raw().len();
        let level = |share: usize| {
            let mut sum = 0;
            let reached = |count: &usize| {
                sum += count;
                sum * 100 >= total * share
            };
            counts.iter().position(reached).unwrap_or(255)
        };
        Self { dark: level(2), middle: level(50), bright: level(98) }
    }
}

/// Whether the row's next cell beyond one of its ends lies at or beyond the edge.
fn runs_out(grey: &GrayImage, row: &Row) -> bool {
    let (width, height) = (f64::from(grey.width()), f64::from(grey.height()));
    row.hits.len() >= 16
        && [row.first() - 1, row.last() + 1].into_iter().any(|cell| {
            let (x, y) = row.course.at(f64::from(cell));
            let margin = 0.45 * row.course.pitch(f64::from(cell));
            x < margin || y < margin || x > width - margin || y > height - margin
        })
}

/// The steepest edges beside the largest contrasts: how much of the way from light to dark is made in one pixel, at the
/// sharpest places. About 0.5 for a page in focus, below 0.2 when no edge is narrower than a stroke.
fn sharpness(grey: &GrayImage) -> f32 {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let raw = grey.as_raw();
    let mut steps = [0_usize; 256];
    let mut spans = [0_usize; 256];
    let mut total = 0;
    for y in (0..height).step_by(2) {
        let row = &raw[y * width..(y + 1) * width];
        for nine in row.windows(9).step_by(2) {
            let (least, most) = nine.iter().fold((255, 0), |(a, b), &v| (v.min(a), v.max(b)));
            steps[usize::from(nine[4].abs_diff(nine[5]))] += 1;
            spans[usize::from(most - least)] += 1;
            total += 1;
        }
    }
    let level = |counts: &[usize; 256]| {
        let mut sum = 0;
        let reached = |count: &usize| {
            sum += count;
            sum * 1000 >= total * 995
        };
        counts.iter().position(reached).unwrap_or(255)
    };
    #[expect(clippy::cast_precision_loss, reason = "greys of a byte")]
    let share = level(&steps) as f32 / level(&spans).max(24) as f32;
    share
}
