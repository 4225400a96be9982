//! Files that passed through the pretend Telegram: ids, paths, bytes, sizes of pictures. It decodes no picture.

use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Bytes;
use serde_json::{Value, json};

/// The oldest files go first once there are this many.
const MOST_FILES: usize = 4096;

/// The Bot API downloads at most 20 MB.
pub(super) const LARGEST_DOWNLOAD: usize = 20 << 20;

/// One stored file.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) unique: String,
    /// As in `getFile`, relative: `photos/file_1.jpg`.
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) name: Option<String>,
    pub(super) mime: String,
    pub(super) bytes: Bytes,
    /// Width and height of a picture, pixels.
    pub(super) size: Option<(u32, u32)>,
}

/// All stored files, by id and by path.
#[derive(Default)]
pub(super) struct Files {
    by_id: HashMap<String, Arc<Stored>>,
    by_path: HashMap<String, String>,
    order: VecDeque<String>,
    count: u64,
}

impl Files {
    /// Keeps a file and gives it an id. `kind` is the Bot API's field: `photo`, `document`, `voice` ...
    pub(super) fn keep(
        &mut self,
        kind: &'static str,
        name: Option<&str>,
        mime: Option<&str>,
        bytes: Bytes,
    ) -> (String, Arc<Stored>) {
        self.count += 1;
        let told = mime.filter(|m| !m.is_empty());
        let named = name.filter(|_| kind == "document").and_then(mime_of);
        let mime = named.or(told).unwrap_or(default_mime(kind)).to_owned();
        let ending = name
            .and_then(|n| n.rsplit_once('.'))
            .map(|(_, e)| e)
            .filter(|e| e.len() <= 8 && e.bytes().all(|b| b.is_ascii_alphanumeric()));
        let path = format!(
            "{}/file_{}.{}",
            folder(kind),
            self.count,
            ending.map_or(default_ending(kind).to_owned(), str::to_ascii_lowercase)
        );
        let id = long_id(kind, self.count);
        let stored = Arc::new(Stored {
            unique: format!("AQAD{:012x}", self.count.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16),
            path: path.clone(),
            kind,
            name: name.map(str::to_owned),
            mime,
            size: dimensions(&bytes),
            bytes,
        });
        self.by_id.insert(id.clone(), Arc::clone(&stored));
        self.by_path.insert(path, id.clone());
        self.order.push_back(id.clone());
        if self.order.len() > MOST_FILES
            && let Some(old) = self.order.pop_front()
            && let Some(old) = self.by_id.remove(&old)
        {
            self.by_path.remove(&old.path);
        }
        (id, stored)
    }

    /// By file id; the ids of a photo's smaller sizes end in `-s`.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<Stored>> {
        self.by_id.get(id.strip_suffix("-s").unwrap_or(id))
    }

    pub(super) fn at(&self, path: &str) -> Option<&Arc<Stored>> {
        self.by_id.get(self.by_path.get(path)?)
    }
}

/// The Bot API's object for a file of this kind: `Document`, an array of `PhotoSize`, `Voice` ...
pub(super) fn media_json(id: &str, file: &Stored) -> Value {
    let (width, height) = file.size.unwrap_or((1280, 960));
    let mut object = json!({ "file_id": id, "file_unique_id": file.unique, "file_size": file.bytes.len() });
    let mut set = |name: &str, value: Value| object[name] = value;
    match file.kind {
        "photo" => {
            let (small_width, small_height) = fit(width, height, 320);
            return json!([
                { "file_id": format!("{id}-s"), "file_unique_id": format!("{}s", file.unique), "file_size": file.bytes.len(), "width": small_width, "height": small_height },
                { "file_id": id, "file_unique_id": file.unique, "file_size": file.bytes.len(), "width": width, "height": height },
            ]);
        }
        "sticker" => {
            for (name, value) in [
                ("type", json!("regular")),
                ("is_animated", json!(false)),
                ("is_video", json!(false)),
                ("emoji", json!("👍")),
            ] {
                set(name, value);
            }
            set("width", json!(512));
            set("height", json!(512));
        }
        "video_note" => {
            set("length", json!(240));
            set("duration", json!(3));
        }
        "video" | "animation" => {
            set("width", json!(width));
            set("height", json!(height));
            set("duration", json!(3));
        }
        "voice" | "audio" => set("duration", json!(3)),
        _ => {}
    }
    if !matches!(file.kind, "sticker" | "video_note") {
        set("mime_type", json!(file.mime));
        if let Some(name) = file.name.as_ref().filter(|_| file.kind != "voice") {
            set("file_name", json!(name));
        }
    }
    object
}

fn fit(width: u32, height: u32, most: u32) -> (u32, u32) {
    let longest = width.max(height).max(1);
    if longest <= most {
        return (width, height);
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(most) / u64::from(longest)).max(1);
    (u32::try_from(scaled(width)).unwrap_or(most), u32::try_from(scaled(height)).unwrap_or(most))
}

/// Real ids are opaque and some 70 characters long; so are these.
fn long_id(kind: &str, count: u64) -> String {
    let mut id = String::from(match kind {
        "photo" => "AgACAgUAAxk",
        "sticker" => "CAACAgUAAxk",
        "voice" => "AwACAgUAAxk",
        _ => "BQACAgUAAxk",
    });
    let mut mixed = count;
    while id.len() < 72 {
        mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = mixed;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // Writing to a String cannot fail.
        let _ = write!(id, "{:016x}", word ^ (word >> 31));
    }
    id.truncate(72);
    id
}

fn folder(kind: &str) -> &'static str {
    match kind {
        "photo" => "photos",
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
fn mime_of(name: &str) -> Option<&'static str> {
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
        "svg" => "image/svg+xml",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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

fn default_ending(kind: &str) -> &'static str {
    match kind {
        "photo" => "jpg",
        "sticker" => "webp",
        "voice" => "oga",
        "audio" => "mp3",
        "video" | "video_note" | "animation" => "mp4",
        _ => "bin",
    }
}

fn default_mime(kind: &str) -> &'static str {
    match kind {
        "photo" => "image/jpeg",
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

    #[test]
    fn a_file_is_found_by_id_and_by_path() {
        let mut files = Files::default();
        let (id, stored) = files.keep("document", Some("list.XLSX"), None, Bytes::from_static(b"abc"));
        assert_eq!(stored.path, "documents/file_1.xlsx");
        assert_eq!(stored.mime, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assert_eq!(files.at(&stored.path).map(|f| f.bytes.len()), Some(3));
        assert!(files.get(&id).is_some() && id.len() == 72);
        let (other, _) = files.keep("photo", None, None, Bytes::new());
        assert_ne!(id, other);
        assert!(files.get(&format!("{other}-s")).is_some());
    }
}
