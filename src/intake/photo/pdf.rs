//! The one page of a PDF, as a scanner or an online visa makes it, becomes greys. Fonts that the file does not carry are
//! not drawn: a zone in such a file is a picture, or its font is there.

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{LoadPdfError, Pdf},
    vello_cpu::color::palette::css::WHITE,
};
use image::GrayImage;

use super::{Refusal, picture};

/// Points are 72 to an inch; zones on an A4 scan want 300 pixels to an inch.
const SCALE: f32 = 300.0 / 72.0;

/// The longer side of a page becomes at most so many pixels.
const LONGEST: f32 = 4000.0;

pub(super) fn page(bytes: &[u8]) -> Result<GrayImage, Refusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        // Also where the lock itself cannot be made sense of.
        LoadPdfError::Invalid if bytes.windows(8).any(|eight| eight == b"/Encrypt") => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let [page] = &pdf.pages()[..] else {
        return Err(if pdf.pages().is_empty() { Refusal::Damaged } else { Refusal::SeveralPages });
    };
    let (width, height) = page.render_dimensions();
    if !(1.0..=100_000.0).contains(&width) || !(1.0..=100_000.0).contains(&height) {
        return Err(Refusal::TooManyPixels);
    }
    let scale = SCALE.min(LONGEST / width.max(height));
    let settings = hayro::PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    picture::within_pixels(drawn.width().into(), drawn.height().into())?;
    let grey = |p: &hayro::vello_cpu::color::PremulRgba8| {
        let light = u32::from(p.r) * 54 + u32::from(p.g) * 183 + u32::from(p.b) * 19;
        u8::try_from(light / 256).unwrap_or(u8::MAX)
    };
    let greys = drawn.data().iter().map(grey).collect();
    GrayImage::from_raw(drawn.width().into(), drawn.height().into(), greys).ok_or(Refusal::Damaged)
}
