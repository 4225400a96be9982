//! Row identities as types, so that a stay's id cannot be handed over as an alert's. Deliberately nothing but numbers.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                Self(value)
            }
        }
    )*};
}

ids! {
    /// A reporter: a Telegram user who reports.
    ReporterId,
    /// Premises where people stay.
    PremisesId,
    /// A stay of one occupant at premises.
    StayId,
    /// One act of a reporter; a correction is another report.
    ReportId,
    /// A rule that fired for a stay.
    AlertId,
    /// A police unit.
    UnitId,
    /// An officer's enrolment at a unit.
    OfficerId,
    /// A row of the outbox.
    OutboxId,
    /// The same document at two premises.
    LinkId,
    /// A question put to a reporter about a stay ("left, extended, still here?").
    CheckId,
    /// An invitation to work at premises.
    InvitationId,
    /// What a guest fills in for a host.
    GuestFormId,
    /// A reminder, or a question that the bot puts by itself.
    ReminderId,
    /// What a unit is told once a day.
    DigestId,
    /// A case at the protection desk.
    CaseId,
    /// An answer of the protection desk.
    AnswerId,
    /// A talk about a concern, as it stands in a chat.
    TalkId,
    /// Guests who are brought in together.
    BatchId,
    /// A file of a batch.
    UploadId,
    /// A person of a batch.
    EntryId,
    /// A Telegram chat: positive for a private chat (the user's id), negative for a group.
    ChatId,
    /// A Telegram user.
    UserId,
}

impl ChatId {
    /// The private chat with a user bears the user's number (Bot API, "Chat").
    pub fn private(user: UserId) -> Self {
        Self(user.0)
    }

    /// Whether the chat is a private one; groups and channels have negative numbers.
    pub fn is_private(self) -> bool {
        self.0 > 0
    }
}
