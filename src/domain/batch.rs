//! Many guests at once: where a batch, a file and a person of it are on their way. Deliberately nothing of their content.

/// What a batch is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchKind {
    /// Pictures of documents.
    Pictures,
    /// A table or a list of arrivals.
    Table,
    /// A list of everybody who lives at a place, to be compared with who is reported there.
    Roster,
}

/// Where a batch is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Files have come; not all of them are read.
    Received,
    /// All files are read; nobody can be sent yet.
    Read,
    /// Somebody can be sent, once the reporter says so.
    ToConfirm,
    /// The reporter has sent it; the reports are being kept.
    Sending,
    /// Everybody is reported.
    Sent,
    /// Those who were sent are reported; others wait for the reporter.
    PartlySent,
    /// Nothing could be read.
    Failed,
    /// A single person, who went into a form.
    Taken,
    /// The reporter threw it away.
    Dropped,
}

/// Where a person of a batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// Something is missing or wrong.
    Open,
    /// Complete.
    Good,
    /// Reported already, or twice in the batch.
    Here,
    /// Reported by this batch.
    Sent,
    /// Left out by the reporter.
    Dropped,
}

macro_rules! names {
    ($name:ident: $($variant:ident $text:literal),* $(,)?) => {
        impl $name {
            /// The name used in the database.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// The one of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

names!(BatchKind: Pictures "pictures", Table "table", Roster "roster");
names!(
    BatchState: Received "received", Read "read", ToConfirm "to_confirm", Sending "sending", Sent "sent",
    PartlySent "partly_sent", Failed "failed", Taken "taken", Dropped "dropped",
);
names!(EntryState: Open "open", Good "good", Here "here", Sent "sent", Dropped "dropped");

impl BatchState {
    /// Whether the reporter may still do something with it.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Received | Self::Read | Self::ToConfirm | Self::PartlySent | Self::Sending)
    }

    /// Whether its files are (being) read and nothing is being sent, so that more may be added.
    pub fn takes_more(self) -> bool {
        matches!(self, Self::Received | Self::Read | Self::ToConfirm | Self::PartlySent | Self::Failed)
    }
}

/// How many people of a batch are where, and how many files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Files that are not read yet.
    pub waiting: i64,
    /// Files that were read.
    pub read: i64,
    /// Files that could not be read.
    pub refused: i64,
    /// People of whom something is missing.
    pub open: i64,
    /// People who can be sent.
    pub good: i64,
    /// People who are reported already.
    pub here: i64,
    /// People who were sent.
    pub sent: i64,
}

impl Count {
    /// Where a batch with these counts is, when nothing is being sent.
    pub fn state(self) -> BatchState {
        match self {
            Self { waiting: 1.., .. } => BatchState::Received,
            Self { sent: 1.., open: 0, good: 0, .. } => BatchState::Sent,
            Self { sent: 1.., .. } => BatchState::PartlySent,
            Self { good: 1.., .. } => BatchState::ToConfirm,
            Self { open: 0, here: 0, .. } => BatchState::Failed,
            _ => BatchState::Read,
        }
    }

    /// Files that have come.
    pub fn files(self) -> i64 {
        self.waiting + self.read + self.refused
    }

    /// People in the batch who were not left out.
    pub fn people(self) -> i64 {
        self.open + self.good + self.here + self.sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_batch_is_follows_from_its_files_and_people() {
        let state = |waiting, open, good, here, sent| {
            Count { waiting, open, good, here, sent, read: 1, refused: 0 }.state().as_str()
        };
        assert_eq!(state(1, 0, 2, 0, 0), "received");
        assert_eq!(state(0, 2, 0, 0, 0), "read");
        assert_eq!(state(0, 2, 1, 0, 0), "to_confirm");
        assert_eq!(state(0, 1, 0, 0, 3), "partly_sent");
        assert_eq!(state(0, 0, 0, 2, 3), "sent");
        assert_eq!(state(0, 0, 0, 0, 0), "failed");
        assert_eq!(state(0, 0, 0, 2, 0), "read", "whoever is reported already is not an error");
    }
}
