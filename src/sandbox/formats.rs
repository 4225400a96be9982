//! What names and first bytes of files tell: folders, endings, types, width and height of a picture. It decodes nothing.

pub(super) fn folder(kind: &str) -> &'static str {
    match kind {
        "photo" => "photos",
        "thumbnail" => "thumbnails",
        "sticker" => "stickers",
        "voice" => "voice",
        "audio" => "music",
        "video" => "videos",
        "video_note" => "video_notes",
        "animation" => "animations",
        _ => "documents",
    }
}

/// Telegram reads the type of a document off the ending of its name, whatever the upload says.
pub(super) fn mime_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_ascii_lowercase().as_str() {
        "csv" => "text/csv",
        "txt" => "text/plain",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "heic" => "image/heic",
        "heif" => "image/heif",
        "tif" | "tiff" => "image/tiff",
        "svg" => "image/svg+xml",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "tsv" => "text/tab-separated-values",
        "xml" => "application/xml",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => return None,
    })
}

/// The type of a picture that browsers draw, by its first bytes.
pub(super) fn picture_mime(bytes: &[u8]) -> Option<&'static str> {
    let heads: [(&[u8], &str); 4] = [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (&[0xFF, 0xD8, 0xFF], "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"RIFF", "image/webp"),
    ];
    heads.into_iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, mime)| mime)
}

pub(super) fn default_ending(kind: &str) -> &'static str {
    match kind {
        "photo" | "thumbnail" => "jpg",
        "sticker" => "webp",
        "voice" => "oga",
        "audio" => "mp3",
        "video" | "video_note" | "animation" => "mp4",
        _ => "",
    }
}

pub(super) fn default_mime(kind: &str) -> &'static str {
    match kind {
        "photo" | "thumbnail" => "image/jpeg",
        "sticker" => "image/webp",
        "voice" => "audio/ogg",
        "audio" => "audio/mpeg",
        "video" | "video_note" | "animation" => "video/mp4",
        _ => "application/octet-stream",
    }
}

/// Width and height in pixels from the head of a PNG, JPEG, GIF or lossy WebP; `None` for anything else.
pub(super) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let big = |at: usize| bytes.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]));
    let little = |at: usize| bytes.get(at..at + 2).map(|b| u32::from(u16::from_le_bytes([b[0], b[1]])));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((big(16)?, big(20)?));
    }
    if bytes.starts_with(b"GIF8") {
        return Some((little(6)?, little(8)?));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..15) == Some(b"WEBPVP8") {
        return Some((little(26)? & 0x3FFF, little(28)? & 0x3FFF));
    }
    bytes.starts_with(&[0xFF, 0xD8]).then(|| jpeg(bytes)).flatten()
}

fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let pair = |at: usize| bytes.get(at..at + 2).map(|b| u32::from(u16::from_be_bytes([b[0], b[1]])));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xFF => at += 1,
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => return Some((pair(at + 7)?, pair(at + 5)?)),
            0x01 | 0xD0..=0xD9 => at += 2,
            _ => at += 2 + usize::try_from(pair(at + 2)?).ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_head_of_a_picture() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 2, 0, 0, 0, 1, 0]);
        assert_eq!(dimensions(&png), Some((512, 256)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 1, 0, 2, 0, 1, 1, 17, 0];
        assert_eq!(dimensions(&jpeg), Some((512, 256)));
        assert_eq!(dimensions(b"not a picture"), None);
        assert_eq!(dimensions(&[0xFF, 0xD8, 0xFF]), None);
    }
}
