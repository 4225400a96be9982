//! A concern that somebody tells, and the life of a case at the protection desk. Deliberately without who told it.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have names in the database and in buttons.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$inner])* $variant),* }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name used in the database and in buttons.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The one of that name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }
    };
}

named! {
    /// What a concern is about.
    Topic {
        /// Somebody cannot leave, or somebody else holds their papers.
        CannotLeave "cannot_leave",
        /// A child is alone.
        ChildAlone "child_alone",
        /// Somebody is hurt or threatened.
        Hurt "hurt",
        /// An officer or somebody else asked for money.
        Money "money",
        /// Something else.
        Other "other",
    }
}

named! {
    /// What the desk can answer: ready sentences, which read in the language of whoever told the concern.
    ReadyAnswer {
        /// It was read, and somebody looks after it.
        Received "received",
        /// Where and when exactly?
        TellMore "tell_more",
        /// If somebody is in danger at this moment.
        Danger "danger",
        /// How papers can be had again.
        Papers "papers",
        /// It has been looked after.
        Done "done",
    }
}

named! {
    /// How far a case has come.
    CaseState {
        /// The desk has not decided.
        Open "open",
        /// One officer wants to release what is held; a second one has to confirm.
        Releasing "releasing",
        /// What was held has gone on to the units.
        Released "released",
        /// What is held stays held.
        Kept "kept",
        /// Over: a concern that was looked after, or signals that went out before anybody saw them.
        Closed "closed",
    }
}

impl CaseState {
    /// Whether alerts of the place are held back by it.
    pub fn holds(self) -> bool {
        matches!(self, Self::Open | Self::Releasing | Self::Kept)
    }

    /// Whether the desk has yet to decide.
    pub fn is_undecided(self) -> bool {
        matches!(self, Self::Open | Self::Releasing)
    }
}

/// What was told; sealed where it is kept.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// Roughly where, as typed.
    pub place: Option<String>,
    /// What happened, as typed; what was added later stands below.
    pub text: Option<String>,
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Told(…)")
    }
}
