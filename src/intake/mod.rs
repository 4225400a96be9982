//! Bytes that people send become domain values, or complaints that say where and why. Deliberately without knowing who
//! sent them, to which chat, or what becomes of them.

mod confine;
pub mod photo;
pub mod table;
pub mod worker;

/// Whether bytes are a picture or a page, by how they begin; anything else may be a table.
pub fn is_picture(bytes: &[u8]) -> bool {
    let is_heic = bytes.get(4..8) == Some(b"ftyp");
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    is_heic || is_webp || [&b"\xff\xd8\xff"[..], b"\x89PNG", b"%PDF"].iter().any(|magic| bytes.starts_with(magic))
}
