//! Bytes become greys. What kind of picture they are is decided by how they begin, never by a name; sizes are looked at
//! before anything is decoded; of the metadata only which side is up is used.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, metadata::Orientation};

use super::{MOST_BYTES, MOST_PIXELS, Refusal, pdf};

/// Fewer pixels than this in the longer side cannot hold a readable line of 44 characters, of 10 pixels each.
const SHORTEST: u32 = 400;

enum Kind {
    Image(ImageFormat),
    Heic,
    Pdf,
}

impl Kind {
    fn of(bytes: &[u8]) -> Option<Self> {
        let brand = |at: usize| bytes.get(at..at + 4);
        Some(match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Self::Image(ImageFormat::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Self::Image(ImageFormat::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::Image(ImageFormat::WebP),
            _ if brand(4) == Some(b"ftyp") => match brand(8)? {
                b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Self::Heic,
                _ => return None,
            },
            // Scanners put a few bytes before the mark.
            _ if bytes.get(..1024).unwrap_or(bytes).windows(5).any(|five| five == b"%PDF-") => Self::Pdf,
            _ => return None,
        })
    }
}

/// The picture in greys, the right side up.
pub(super) fn open(bytes: &[u8]) -> Result<GrayImage, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let grey = match Kind::of(bytes).ok_or(Refusal::NotAPicture)? {
        Kind::Image(format) => image(bytes, format),
        Kind::Heic => heic(bytes),
        Kind::Pdf => pdf::page(bytes),
    }?;
    if grey.width().max(grey.height()) < SHORTEST { Err(Refusal::TooSmall) } else { Ok(grey) }
}

pub(super) fn within_pixels(width: u64, height: u64) -> Result<(), Refusal> {
    if width.saturating_mul(height) > MOST_PIXELS { Err(Refusal::TooManyPixels) } else { Ok(()) }
}

fn image(bytes: &[u8], format: ImageFormat) -> Result<GrayImage, Refusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(8 * MOST_PIXELS);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    let (width, height) = decoder.dimensions();
    within_pixels(width.into(), height.into())?;
    let up = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let colours = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    let mut grey = DynamicImage::ImageLuma8(greys(colours));
    grey.apply_orientation(up);
    Ok(grey.into_luma8())
}

fn why(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}

/// What shows through lies on white, as screens show it.
fn greys(decoded: DynamicImage) -> GrayImage {
    if !decoded.color().has_alpha() {
        return decoded.into_luma8();
    }
    let with_alpha = decoded.into_luma_alpha8();
    let (width, height) = with_alpha.dimensions();
    let mix = |pixel: &[u8; 2]| {
        let (light, alpha) = (u16::from(pixel[0]), u16::from(pixel[1]));
        u8::try_from((light * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    let greys = with_alpha.as_raw().as_chunks::<2>().0.iter().map(mix).collect();
    GrayImage::from_raw(width, height, greys).unwrap_or_default()
}

fn heic(bytes: &[u8]) -> Result<GrayImage, Refusal> {
    for (width, height) in declared(bytes) {
        within_pixels(width.into(), height.into())?;
    }
    let options = heifer::Options { max_threads: 1, max_pixels: MOST_PIXELS };
    let decoded = heifer::decode_rgba8(bytes, &options).map_err(|_| Refusal::Damaged)?;
    let rgba = image::RgbaImage::from_raw(decoded.width, decoded.height, decoded.data).ok_or(Refusal::Damaged)?;
    Ok(greys(DynamicImage::ImageRgba8(rgba)))
}

/// The sizes that a HEIC declares, of the picture and of its tiles: each is a box named `ispe`.
fn declared(bytes: &[u8]) -> impl Iterator<Item = (u32, u32)> + '_ {
    let number = |at: &[u8]| at.first_chunk::<4>().map_or(0, |four| u32::from_be_bytes(*four));
    bytes
        .windows(16)
        .filter(|box_| box_.starts_with(b"ispe\0\0\0\0"))
        .map(move |box_| (number(&box_[8..]), number(&box_[12..])))
}
