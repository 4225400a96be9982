//! Pictures made of the specimen: turned, darkened, blurred, cut, doubled; and files that are no pictures.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma, imageops};

use super::{MOST_BYTES, Refusal, SPECIMEN, SPECIMEN_LINES, read};

fn specimen() -> GrayImage {
    image::load_from_memory(SPECIMEN).expect("the specimen").into_luma8()
}

fn png(grey: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    grey.write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn refused(grey: &GrayImage) -> Option<Refusal> {
    read(&png(grey)).err()
}

fn lines(grey: &GrayImage) -> Vec<Vec<String>> {
    let reading = read(&png(grey)).expect("a zone");
    reading.zones.into_iter().map(|zone| zone.lines).collect()
}

fn with(grey: &GrayImage, change: impl Fn(u8) -> f32) -> GrayImage {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    let byte = |value: f32| value.clamp(0.0, 255.0) as u8;
    GrayImage::from_fn(grey.width(), grey.height(), |x, y| Luma([byte(change(grey.get_pixel(x, y).0[0]))]))
}

#[test]
fn the_specimen_is_read_without_a_doubt() {
    let reading = read(SPECIMEN).expect("a zone");
    assert_eq!(reading.zones.len(), 1);
    assert_eq!(reading.zones[0].lines, SPECIMEN_LINES);
    assert_eq!(reading.zones[0].doubtful, []);
}

#[test]
fn any_side_may_be_up() {
    let specimen = specimen();
    assert_eq!(lines(&imageops::rotate180(&specimen)), [SPECIMEN_LINES]);
    assert_eq!(lines(&imageops::rotate90(&specimen)), [SPECIMEN_LINES]);
    assert_eq!(lines(&imageops::rotate270(&specimen)), [SPECIMEN_LINES]);
}

#[test]
fn two_documents_are_two_zones() {
    let specimen = specimen();
    let (width, height) = specimen.dimensions();
    let mut both = GrayImage::from_pixel(width, 2 * height + 60, Luma([120]));
    imageops::replace(&mut both, &specimen, 0, 0);
    imageops::replace(&mut both, &specimen, 0, i64::from(height) + 60);
    assert_eq!(lines(&both), [SPECIMEN_LINES, SPECIMEN_LINES]);
}

#[test]
fn light_is_measured() {
    let specimen = specimen();
    assert_eq!(refused(&with(&specimen, |grey| f32::from(grey) * 0.02)), Some(Refusal::TooDark));
    assert_eq!(refused(&with(&specimen, |grey| 251.0 + f32::from(grey) * 0.01)), Some(Refusal::TooBright));
}

#[test]
fn blur_is_measured() {
    assert_eq!(refused(&imageops::blur(&specimen(), 7.0)), Some(Refusal::Blurred));
}

#[test]
fn lines_that_leave_the_picture_are_cut_off() {
    let specimen = specimen();
    let cut = imageops::crop_imm(&specimen, 150, 0, specimen.width() - 150, specimen.height()).to_image();
    assert_eq!(refused(&cut), Some(Refusal::CutOff));
}

#[test]
fn a_page_without_a_zone_and_a_thumbnail_are_told_apart() {
    let specimen = specimen();
    let above = imageops::crop_imm(&specimen, 0, 0, specimen.width(), 280).to_image();
    assert_eq!(refused(&above), Some(Refusal::NoZone));
    assert_eq!(refused(&imageops::thumbnail(&specimen, 240, 120)), Some(Refusal::TooSmall));
}

#[test]
fn what_is_no_picture_is_refused_by_its_first_bytes() {
    assert_eq!(read(b"MZ\x90\0").err(), Some(Refusal::NotAPicture));
    assert_eq!(read(b"").err(), Some(Refusal::NotAPicture));
    assert_eq!(read(&SPECIMEN[..2000]).err(), Some(Refusal::Damaged));
    assert_eq!(read(b"%PDF-1.7 and then nothing").err(), Some(Refusal::Damaged));
    assert_eq!(read(&vec![0; MOST_BYTES + 1]).err(), Some(Refusal::TooLarge));
}

#[test]
fn pixels_are_counted_before_they_are_decoded() {
    // The specimen says of itself that it is 60,000 pixels wide and high.
    let mut bomb = SPECIMEN.to_vec();
    bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let checksum = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert_eq!(read(&bomb).err(), Some(Refusal::TooManyPixels));
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |mut sum, &byte| {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
        sum
    })
}

#[test]
fn a_pdf_is_read_when_it_has_one_page() {
    assert_eq!(
        read(&pdf(1)).map(|reading| reading.zones[0].lines.clone()),
        Ok(SPECIMEN_LINES.map(str::to_owned).to_vec())
    );
    assert_eq!(read(&pdf(2)).err(), Some(Refusal::SeveralPages));
    let locked =
        String::from_utf8_lossy(b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >> /ID [(a) (a)]");
    let mut bytes = pdf(1);
    let trailer = bytes.windows(7).rposition(|seven| seven == b"trailer").expect("a trailer") + 10;
    bytes.splice(trailer..trailer, locked.bytes());
    assert_eq!(read(&bytes).err(), Some(Refusal::Encrypted));
}

/// The specimen as a scanner's PDF, on so many pages.
fn pdf(pages: usize) -> Vec<u8> {
    let grey = specimen();
    let (width, height) = grey.dimensions();
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 10 + page)).collect();
    let kids = kids.join(" ");
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut object = |number: usize, dictionary: &str, stream: Option<&[u8]>| {
        bytes.extend(format!("{number} 0 obj\n{dictionary}\n").bytes());
        if let Some(stream) = stream {
            bytes.extend([b"stream\n", stream, b"\nendstream\n"].concat());
        }
        bytes.extend(b"endobj\n");
    };
    object(1, "<< /Type /Catalog /Pages 2 0 R >>", None);
    object(2, &format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"), None);
    let draw = b"300 0 0 146 0 0 cm /I Do";
    object(3, &format!("<< /Length {} >>", draw.len()), Some(draw));
    let image = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8";
    let size = format!("/Width {width} /Height {height} /Length {}", grey.as_raw().len());
    object(4, &format!("<< {image} {size} >>"), Some(grey.as_raw()));
    for page in 0..pages {
        let uses = "/Parent 2 0 R /Contents 3 0 R /Resources << /XObject << /I 4 0 R >> >>";
        object(10 + page, &format!("<< /Type /Page {uses} /MediaBox [0 0 300 146] >>"), None);
    }
    bytes.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    bytes
}
