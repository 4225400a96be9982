//! QR codes: the pattern, and a picture of it. Deliberately black on white, without a logo.

use anyhow::Context as _;
use png::{BitDepth, ColorType, Encoder};
use qrcode::{Color, EcLevel, QrCode};

/// Light modules on each side (ISO/IEC 18004).
const QUIET: usize = 4;

/// Pixels of a picture's side, at least: a phone's camera finds it on another phone's screen.
const SIDE: usize = 720;

/// The dark and light squares of a code.
pub(super) struct Pattern {
    dark: Vec<bool>,
    /// Squares of a side.
    pub(super) side: usize,
}

impl Pattern {
    /// The code of a text; a seventh of it may be unreadable. At most 2,331 bytes.
    pub(super) fn of(text: &str) -> anyhow::Result<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).context("making a QR code")?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { dark, side: code.width() })
    }

    /// The dark squares of each row as stretches: row, first column, length.
    pub(super) fn stretches(&self) -> Vec<(usize, usize, usize)> {
        let mut stretches = Vec::new();
        for (row, squares) in self.dark.chunks(self.side).enumerate() {
            let mut column = 0;
            for group in squares.chunk_by(|a, b| a == b) {
                if group[0] {
                    stretches.push((row, column, group.len()));
                }
                column += group.len();
            }
        }
        stretches
    }
}

/// A QR code as a PNG of at least 720 pixels with its quiet zone. A text of more than 2,331 bytes does not fit.
pub fn qr(text: &str) -> anyhow::Result<Vec<u8>> {
    let pattern = Pattern::of(text)?;
    let whole = pattern.side + 2 * QUIET;
    let scale = SIDE.div_ceil(whole);
    let side = whole * scale;
    let mut pixels = vec![u8::MAX; side * side];
    for (row, column, length) in pattern.stretches() {
        for line in 0..scale {
            let start = ((row + QUIET) * scale + line) * side + (column + QUIET) * scale;
            pixels[start..start + length * scale].fill(0);
        }
    }
    let mut bytes = Vec::new();
    let side = u32::try_from(side).context("a QR code's size")?;
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_large_and_has_a_quiet_zone() {
        let bytes = qr("https://t.me/snaknov_bot?start=check_R-1234567890_ABCD").unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let picture = reader.next_frame(&mut pixels).unwrap();
        assert!(picture.width >= 720 && picture.width == picture.height, "{picture:?}");
        let side = picture.width as usize;
        let module = side / (Pattern::of("https://t.me/snaknov_bot?start=check_R-1234567890_ABCD").unwrap().side + 8);
        for at in 0..side {
            for edge in 0..4 * module {
                let lines =
                    [edge * side + at, (side - 1 - edge) * side + at, at * side + edge, at * side + side - 1 - edge];
                assert!(lines.iter().all(|&pixel| pixels[pixel] == 255), "{at} {edge}");
            }
        }
        assert_eq!(pixels[(4 * module) * side + 4 * module], 0, "the finder's corner is dark");
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused() {
        assert!(qr(&"x".repeat(3000)).is_err());
    }
}
