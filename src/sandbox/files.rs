//! Files that passed through the pretend Telegram: ids, paths, bytes, links to download. It decodes no picture.

use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Bytes;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::formats::{default_ending, default_mime, dimensions, folder, mime_of};
use super::pictures::Scaled;

/// The oldest files go first once there are so many, or so many bytes of them.
const MOST_FILES: usize = 4096;
const MOST_BYTES: usize = 512 << 20;

/// The Bot API downloads at most 20 MB.
pub(super) const LARGEST_DOWNLOAD: usize = 20 << 20;
/// "It is guaranteed that the link will be valid for at least 1 hour": here not a second longer.
const LINK_SECONDS: i64 = 3600;
const ID_LENGTH: usize = 72;
/// The end of an id that only its bot can use.
const SEAL_LENGTH: usize = 8;

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
    /// The `PhotoSize`s of the photo that this is one of.
    photo: Option<Value>,
    /// The `PhotoSize` beside the name.
    thumbnail: Option<Value>,
}

/// All stored files, by id and by path.
pub(super) struct Files {
    bot: i64,
    by_id: HashMap<String, Arc<Stored>>,
    by_path: HashMap<String, String>,
    /// When the link to a path that `getFile` gave ends, seconds since 1970.
    links: HashMap<String, i64>,
    order: VecDeque<String>,
    held: usize,
    count: u64,
}

impl Files {
    /// Files of the bot with this id.
    pub(super) fn of_bot(bot: i64) -> Self {
        Self {
            bot,
            by_id: HashMap::new(),
            by_path: HashMap::new(),
            links: HashMap::new(),
            order: VecDeque::new(),
            held: 0,
            count: 0,
        }
    }

    /// Keeps a file and gives it an id. `kind` is the Bot API's field: `photo`, `document`, `voice` ...
    pub(super) fn keep(
        &mut self,
        kind: &'static str,
        name: Option<&str>,
        mime: Option<&str>,
        bytes: Bytes,
    ) -> (String, Arc<Stored>) {
        let file = self.new_file(kind, name, mime, bytes);
        self.insert(file)
    }

    /// Keeps a document with the small picture shown beside its name.
    pub(super) fn keep_document(
        &mut self,
        name: &str,
        mime: &str,
        bytes: Bytes,
        thumbnail: Option<Scaled>,
    ) -> (String, Arc<Stored>) {
        let thumbnail = thumbnail.map(|small| {
            let size = (small.width, small.height);
            let file = self.new_file("thumbnail", None, None, Bytes::from(small.bytes));
            let (id, stored) = self.insert(file);
            photo_size(&id, &stored.unique, stored.bytes.len(), size)
        });
        let (id, file) = self.new_file("document", Some(name), Some(mime), bytes);
        self.insert((id, Stored { thumbnail, ..file }))
    }

    /// Keeps the sizes of a photo, each a file of its own. Answers the array of `PhotoSize`.
    pub(super) fn keep_photo(&mut self, sizes: Vec<Scaled>) -> Value {
        let mut made = Vec::with_capacity(sizes.len());
        let mut shown = Vec::with_capacity(sizes.len());
        for Scaled { bytes, width, height } in sizes {
            let (id, file) = self.new_file("photo", None, None, Bytes::from(bytes));
            shown.push(photo_size(&id, &file.unique, file.bytes.len(), (width, height)));
            made.push((id, file));
        }
        let shown = Value::Array(shown);
        for (id, file) in made {
            self.insert((id, Stored { photo: Some(shown.clone()), ..file }));
        }
        shown
    }

    fn new_file(
        &mut self,
        kind: &'static str,
        name: Option<&str>,
        mime: Option<&str>,
        bytes: Bytes,
    ) -> (String, Stored) {
        self.count += 1;
        let told = mime.filter(|m| !m.is_empty());
        let named = name.filter(|_| kind == "document").and_then(mime_of);
        let mime = named.or(told).unwrap_or(default_mime(kind)).to_owned();
        let ending = name
            .and_then(|n| n.rsplit_once('.'))
            .map(|(_, e)| e)
            .filter(|e| (1..=8).contains(&e.len()) && e.bytes().all(|b| b.is_ascii_alphanumeric()))
            .map_or(default_ending(kind).to_owned(), str::to_ascii_lowercase);
        let dot = if ending.is_empty() { "" } else { "." };
        let path = format!("{}/file_{}{dot}{ending}", folder(kind), self.count);
        let stored = Stored {
            unique: unique_id(kind, &bytes),
            path,
            kind,
            name: name.map(str::to_owned),
            mime,
            size: dimensions(&bytes),
            bytes,
            photo: None,
            thumbnail: None,
        };
        (long_id(kind, self.count, self.bot), stored)
    }

    fn insert(&mut self, (id, stored): (String, Stored)) -> (String, Arc<Stored>) {
        let stored = Arc::new(stored);
        self.held += stored.bytes.len();
        self.by_id.insert(id.clone(), Arc::clone(&stored));
        self.by_path.insert(stored.path.clone(), id.clone());
        self.order.push_back(id.clone());
        while self.order.len() > MOST_FILES || (self.held > MOST_BYTES && self.order.len() > 1) {
            let Some(old) = self.order.pop_front().and_then(|old| self.by_id.remove(&old)) else { break };
            self.held -= old.bytes.len();
            self.by_path.remove(&old.path);
            self.links.remove(&old.path);
        }
        (id, stored)
    }

    /// By file id; the ids of a photo's smaller sizes, if the bot sent it, end in `-s`.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<Stored>> {
        self.by_id.get(whole(id))
    }

    /// Whether the id was ever given to this bot, or could have been.
    pub(super) fn is_ours(&self, id: &str) -> bool {
        let id = whole(id);
        let body = id.len().checked_sub(SEAL_LENGTH).and_then(|at| id.split_at_checked(at));
        id.len() == ID_LENGTH && body.is_some_and(|(body, end)| end == seal(body, self.bot))
    }

    /// Makes the path of a file a link from now on, as `getFile` does.
    pub(super) fn link(&mut self, path: &str, now: i64) {
        self.links.insert(path.to_owned(), now.saturating_add(LINK_SECONDS));
    }

    /// What a link leads to, as long as it lasts.
    pub(super) fn linked(&self, path: &str, now: i64) -> Option<&Arc<Stored>> {
        self.links.get(path).filter(|until| now < **until)?;
        self.by_id.get(self.by_path.get(path)?)
    }
}

/// The id of the photo whose smaller size this is, or the id itself, which may end as it likes.
pub(super) fn whole(id: &str) -> &str {
    id.strip_suffix("-s").filter(|whole| whole.len() == ID_LENGTH).unwrap_or(id)
}

fn photo_size(id: &str, unique: &str, bytes: usize, (width, height): (u32, u32)) -> Value {
    json!({ "file_id": id, "file_unique_id": unique, "file_size": bytes, "width": width, "height": height })
}

/// The Bot API's object for a file of this kind: `Document`, an array of `PhotoSize`, `Voice` ...
pub(super) fn media_json(id: &str, file: &Stored) -> Value {
    let (width, height) = file.size.unwrap_or((1280, 960));
    let mut object = json!({ "file_id": id, "file_unique_id": file.unique, "file_size": file.bytes.len() });
    let mut set = |name: &str, value: Value| object[name] = value;
    match file.kind {
        "photo" => {
            if let Some(sizes) = &file.photo {
                return sizes.clone();
            }
            let (small, all) = (fit(width, height, 320), file.bytes.len());
            return json!([
                photo_size(&format!("{id}-s"), &format!("{}s", file.unique), all, small),
                photo_size(id, &file.unique, all, (width, height)),
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
    if let Some(thumbnail) = &file.thumbnail {
        object["thumbnail"] = thumbnail.clone();
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

/// Real ids are opaque and some 70 characters long; so are these. Their end tells whose they are.
fn long_id(kind: &str, count: u64, bot: i64) -> String {
    let mut id = String::from(match kind {
        "photo" => "AgACAgUAAxk",
        "thumbnail" => "AAMCBQADGQE",
        "sticker" => "CAACAgUAAxk",
        "voice" => "AwACAgUAAxk",
        _ => "BQACAgUAAxk",
    });
    let mut mixed = count;
    while id.len() < ID_LENGTH - SEAL_LENGTH {
        mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = mixed;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // Writing to a String cannot fail.
        let _ = write!(id, "{:016x}", word ^ (word >> 31));
    }
    id.truncate(ID_LENGTH - SEAL_LENGTH);
    let seal = seal(&id, bot);
    id + &seal
}

fn seal(body: &str, bot: i64) -> String {
    let mut sealed = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{bot}:{body}")));
    sealed.truncate(SEAL_LENGTH);
    sealed
}

/// The same bytes are the same file, whoever sends them and how often.
fn unique_id(kind: &str, bytes: &[u8]) -> String {
    let mut unique = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
    unique.truncate(12);
    format!("{}{unique}", if matches!(kind, "photo" | "thumbnail") { "AQAD" } else { "AgAD" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_id_and_for_an_hour_by_its_link() {
        let mut files = Files::of_bot(7);
        let (id, stored) = files.keep("document", Some("list.XLSX"), None, Bytes::from_static(b"abc"));
        assert_eq!(stored.path, "documents/file_1.xlsx");
        assert_eq!(stored.mime, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assert!(files.linked(&stored.path, 0).is_none(), "nobody asked for the link");
        files.link(&stored.path, 1000);
        assert_eq!(files.linked(&stored.path, 4599).map(|f| f.bytes.len()), Some(3));
        assert!(files.linked(&stored.path, 4600).is_none());
        assert!(files.get(&id).is_some() && id.len() == 72);
        let (other, _) = files.keep("photo", None, None, Bytes::new());
        assert_ne!(id, other);
        assert!(files.get(&format!("{other}-s")).is_some());
        let (_, nameless) = files.keep("document", Some("README"), None, Bytes::new());
        assert_eq!(nameless.path, "documents/file_3");
        for _ in 0..5000 {
            let (id, _) = files.keep("document", None, None, Bytes::new());
            assert!(files.get(&id).is_some() && files.is_ours(&id), "{id}");
        }
    }

    #[test]
    fn ids_belong_to_one_bot_and_the_same_bytes_are_the_same_file() {
        let (mut mine, mut other) = (Files::of_bot(7), Files::of_bot(8));
        let abc = || Bytes::from_static(b"abc");
        let (first, one) = mine.keep("document", Some("a.txt"), None, abc());
        let (second, two) = mine.keep("document", Some("b.txt"), None, abc());
        let (foreign, three) = other.keep("document", Some("a.txt"), None, abc());
        assert!(first != second && first != foreign);
        assert!(one.unique == two.unique && one.unique == three.unique);
        assert!(mine.is_ours(&first) && mine.is_ours(&format!("{first}-s")));
        assert!(!mine.is_ours(&foreign) && !mine.is_ours("x") && !mine.is_ours(&"é".repeat(36)));
        let (_, changed) = mine.keep("document", Some("a.txt"), None, Bytes::from_static(b"abd"));
        assert_ne!(changed.unique, one.unique);
    }
}
