//! Pictures as a phone sends them: turned upright, scaled down, written anew as JPEG without what came beside the pixels.
//! It keeps nothing.
//!
//! Source: Telegram API, "Uploading and downloading files", the types of a `PhotoSize`.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Rgba, RgbaImage};

use super::people::Refused;

/// Longest sides of the sizes of every photo, pixels.
const SIDES: [u32; 4] = [90, 320, 800, 1280];
/// One more, of a photo that is sent in high quality.
const FINE_SIDE: u32 = 2560;
/// The thumbnail of a picture that is sent as a file.
const THUMBNAIL_SIDE: u32 = 320;
/// No client sends a narrower strip as a photo.
const LONGEST_STRIP: u32 = 20;
/// More than any camera; a picture of so many would fill the memory.
const MOST_PIXELS: u64 = 120_000_000;
const QUALITY: u8 = 87;

/// One size of a picture, a JPEG.
#[derive(Clone, Debug)]
pub(super) struct Scaled {
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The sizes of a photo, the smallest first; a picture that fits a size whole has no larger one.
pub(super) fn sizes(bytes: &[u8], fine: bool) -> Result<Vec<Scaled>, Refused> {
    let picture = upright(bytes)?;
    let (short, long) = (picture.width().min(picture.height()), picture.width().max(picture.height()));
    if short == 0 || long / short > LONGEST_STRIP {
        return Err(format!("no picture that is sent as a photo: {} by {}", picture.width(), picture.height()));
    }
    let sides = SIDES.into_iter().chain(fine.then_some(FINE_SIDE));
    let smaller = sides.clone().filter(|side| *side < long);
    let whole = sides.clone().find(|side| *side >= long);
    let mut wanted: Vec<u32> = smaller.chain(whole).collect();
    wanted.reverse();
    // From large to small: each is made of the one before it.
    let mut source = picture;
    let mut made = Vec::with_capacity(wanted.len());
    for side in wanted {
        source = within(source, side);
        made.push(encoded(&source)?);
    }
    made.reverse();
    Ok(made)
}

/// The small picture beside the name of a file, if the file is a picture.
pub(super) fn thumbnail(bytes: &[u8]) -> Option<Scaled> {
    encoded(&within(upright(bytes).ok()?, THUMBNAIL_SIDE)).ok()
}

fn upright(bytes: &[u8]) -> Result<DynamicImage, Refused> {
    let none =
        |why: &dyn std::fmt::Display| format!("no picture: neither a JPEG nor a PNG nor a WebP, or broken ({why})");
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|e| none(&e))?;
    let mut decoder = reader.into_decoder().map_err(|e| none(&e))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("no picture that a phone takes: {width} by {height}"));
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| none(&e))?;
    picture.apply_orientation(turned);
    Ok(if picture.color().has_alpha() { on_white(&picture) } else { picture })
}

/// A JPEG has no transparency.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    let mut sheet = RgbaImage::from_pixel(picture.width(), picture.height(), Rgba([255; 4]));
    image::imageops::overlay(&mut sheet, &picture.to_rgba8(), 0, 0);
    sheet.into()
}

fn within(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        return picture;
    }
    picture.resize(side, side, FilterType::Triangle)
}

fn encoded(picture: &DynamicImage) -> Result<Scaled, Refused> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    picture.to_rgb8().write_with_encoder(encoder).map_err(|e| format!("no picture: {e}"))?;
    Ok(Scaled { bytes, width: picture.width(), height: picture.height() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgb, RgbImage};

    fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("a picture");
        bytes.into_inner()
    }

    fn of(width: u32, height: u32) -> DynamicImage {
        RgbImage::from_fn(width, height, |x, _| Rgb([if x * 2 < width { 255 } else { 0 }, 0, 0])).into()
    }

    #[test]
    fn a_photo_has_the_published_sizes_and_none_above_its_own() {
        let longest = |width, height, fine| -> Vec<(u32, u32)> {
            let made = sizes(&written(&of(width, height), ImageFormat::Png), fine).expect("a picture");
            made.iter().map(|size| (size.width, size.height)).collect()
        };
        assert_eq!(longest(64, 48, false), [(64, 48)]);
        assert_eq!(longest(600, 300, false), [(90, 45), (320, 160), (600, 300)]);
        assert_eq!(longest(1500, 3000, false), [(45, 90), (160, 320), (400, 800), (640, 1280)]);
        assert_eq!(longest(1500, 3000, true).last(), Some(&(1280, 2560)));
        assert_eq!(longest(1000, 500, true).last(), Some(&(1000, 500)));
    }

    #[test]
    fn each_size_is_a_jpeg_whatever_came() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            for size in sizes(&written(&of(400, 200), format), false).expect("a picture") {
                let again = image::load_from_memory_with_format(&size.bytes, ImageFormat::Jpeg).expect("a JPEG");
                assert_eq!((again.width(), again.height()), (size.width, size.height), "{format:?}");
            }
        }
    }

    #[test]
    fn a_turned_picture_is_set_upright_and_what_came_beside_it_is_gone() {
        let jpeg = written(&of(200, 100), ImageFormat::Jpeg);
        // An APP1 segment of EXIF with one entry, orientation 6: to be turned right by a quarter.
        let mut exif =
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0secret place".to_vec();
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let mut turned = vec![0xFF, 0xD8, 0xFF, 0xE1, length[0], length[1]];
        turned.append(&mut exif);
        turned.extend_from_slice(&jpeg[2..]);
        let made = sizes(&turned, false).expect("a picture").pop().expect("a size");
        assert_eq!((made.width, made.height), (100, 200));
        assert!(!made.bytes.windows(6).any(|w| w == b"secret") && !made.bytes.windows(4).any(|w| w == b"Exif"));
    }

    #[test]
    fn what_is_seen_through_becomes_white() {
        let clear = DynamicImage::from(RgbaImage::from_pixel(50, 50, Rgba([0, 0, 0, 0])));
        let made = sizes(&written(&clear, ImageFormat::Png), false).expect("a picture").remove(0);
        let again = image::load_from_memory(&made.bytes).expect("a JPEG").to_rgb8();
        assert!(again.get_pixel(25, 25).0.iter().all(|level| *level > 250));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = written(&of(100, 100), ImageFormat::Png);
        for bytes in [&b"%PDF-1.7"[..], b"", &[0xFF, 0xD8, 0xFF], &whole[..40]] {
            assert!(sizes(bytes, false).expect_err("no picture").starts_with("no picture"));
        }
        assert!(sizes(&written(&of(2100, 100), ImageFormat::Png), false).is_err());
        assert!(thumbnail(b"%PDF-1.7").is_none());
    }
}
