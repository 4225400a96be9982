//! A message ready for a front end: words with marks, buttons with their opaque data. Deliberately not Telegram's shape.

use serde::{Deserialize, Serialize};

/// A picture that ships with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// Where the stay-until date stands on an entry stamp and on an extension sticker.
    StayUntil,
    /// Too dark or with reflections, beside a good one.
    PhotoLight,
    /// The lines cut off, beside a good one.
    PhotoCut,
    /// Too far away, beside a good one.
    PhotoFar,
    /// Blurred, beside a good one.
    PhotoBlurred,
}

impl Picture {
    /// The picture's file, PNG.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::StayUntil => include_bytes!("../../data/pictures/stay_until.png"),
            Self::PhotoLight => include_bytes!("../../data/pictures/photo_light.png"),
            Self::PhotoCut => include_bytes!("../../data/pictures/photo_cut.png"),
            Self::PhotoFar => include_bytes!("../../data/pictures/photo_far.png"),
            Self::PhotoBlurred => include_bytes!("../../data/pictures/photo_blurred.png"),
        }
    }

    /// A name for the file and for remembering its upload.
    pub fn name(self) -> &'static str {
        match self {
            Self::StayUntil => "stay_until.png",
            Self::PhotoLight => "photo_light.png",
            Self::PhotoCut => "photo_cut.png",
            Self::PhotoFar => "photo_far.png",
            Self::PhotoBlurred => "photo_blurred.png",
        }
    }
}

/// A button: what it says, and the opaque data that comes back when it is pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What it says.
    pub label: String,
    /// What comes back; at most 64 bytes (Bot API, `InlineKeyboardButton`).
    pub data: String,
}

/// A file that goes with a message. `Debug` shows its size and neither name nor content.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name, with the ending by which devices know what to do with it; never a person's.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Shown as a picture; anything else is shown as a file to open or save.
    pub is_picture: bool,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attachment({} bytes)", self.bytes.len())
    }
}

/// A message. `Debug` shows its shape and none of its words, which may name a person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// With the marks of `marks`.
    pub text: String,
    /// Rows of buttons.
    pub rows: Vec<Vec<Key>>,
    /// Shown above the text.
    pub picture: Option<Picture>,
    /// Sent with the text below it, in the place of `picture`; such a message never takes the place of another.
    pub file: Option<Attachment>,
    /// The buttons stand on the reply keyboard, beside one of this label that shares the location.
    pub share_location: Option<String>,
    /// May not be forwarded or saved.
    pub protected: bool,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let buttons: usize = self.rows.iter().map(Vec::len).sum();
        write!(f, "Message({} characters, {buttons} buttons)", self.text.chars().count())
    }
}

impl Message {
    /// A message of text alone.
    pub fn saying(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_a_log_shows_neither_words_nor_files() {
        let file = Attachment { name: "WANG.pdf".into(), bytes: b"WANG".to_vec(), is_picture: false };
        assert_eq!(format!("{file:?}"), "Attachment(4 bytes)");
        let message = Message { file: Some(file), ..Message::saying("WANG") };
        assert_eq!(format!("{message:?}"), "Message(4 characters, 0 buttons)");
    }
}
