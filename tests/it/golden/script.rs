//! A script as a file: comments, directions, and beneath each direction what people then see.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A line that makes something happen, and the line's number.
#[derive(Debug, Clone)]
pub(crate) struct Direction {
    pub(crate) number: usize,
    pub(crate) text: String,
}

enum Piece {
    Comment(String),
    Direction(Direction),
}

/// A script.
pub(crate) struct Script {
    path: PathBuf,
    written: String,
    pieces: Vec<Piece>,
}

impl Script {
    /// Reads a script of `tests/conversations`.
    pub(crate) fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations").join(format!("{name}.txt"));
        let written = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut pieces = Vec::new();
        for (at, line) in written.lines().enumerate() {
            let is_shown = line.is_empty() || line.starts_with([' ', '\t']) || line.starts_with("bot ");
            if line.starts_with('#') {
                pieces.push(Piece::Comment(line.to_owned()));
            } else if !is_shown || line.starts_with("bot restarts") {
                pieces.push(Piece::Direction(Direction { number: at + 1, text: line.to_owned() }));
            }
        }
        Self { path, written, pieces }
    }

    /// The directions, in order.
    pub(crate) fn directions(&self) -> impl Iterator<Item = &Direction> {
        self.pieces
            .iter()
            .filter_map(|piece| if let Piece::Direction(direction) = piece { Some(direction) } else { None })
    }

    /// Compares what was shown after each direction with what is written; with `UPDATE_GOLDEN` it is written down.
    pub(crate) fn compare(&self, shown: &[Vec<String>]) {
        let played = self.with(shown);
        if played == self.written {
            return;
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&self.path, played).expect("the scripts can be written");
            return;
        }
        let at = self.written.lines().zip(played.lines()).take_while(|(expected, found)| expected == found).count();
        let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
        let (expected, found) = (line(&self.written), line(&played));
        let around: Vec<&str> = played.lines().skip(at.saturating_sub(12)).take(30).collect();
        panic!(
            "{}:{}\n  written: {expected}\n  played:  {found}\n\nplayed, around it:\n{}\n\n(UPDATE_GOLDEN=1 writes down what was played)",
            self.path.display(),
            at + 1,
            around.join("\n")
        );
    }

    /// The script with other things shown.
    fn with(&self, shown: &[Vec<String>]) -> String {
        let mut text = String::new();
        let mut shown = shown.iter();
        let mut is_apart = true;
        for piece in &self.pieces {
            match piece {
                Piece::Comment(comment) => {
                    if !is_apart && !text.lines().next_back().is_some_and(|line| line.starts_with('#')) {
                        text.push('\n');
                    }
                    text.push_str(comment);
                    text.push('\n');
                    is_apart = true;
                }
                Piece::Direction(direction) => {
                    let seen = shown.next().map(Vec::as_slice).unwrap_or_default();
                    if !is_apart {
                        text.push('\n');
                    }
                    text.push_str(&direction.text);
                    text.push('\n');
                    for line in seen {
                        text.push_str(line);
                        text.push('\n');
                    }
                    is_apart = seen.is_empty();
                }
            }
        }
        text
    }
}
