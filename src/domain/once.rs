//! Links that work once: for how long, and what became of one. Deliberately without its secret and without what it opens.

use chrono::{DateTime, TimeDelta, Utc};

/// How long an invitation to work at a place can be opened. Three days: a colleague on the other shift, over a weekend.
/// A practice of this service, no law; a longer one only leaves a key lying about.
pub const INVITATION: TimeDelta = TimeDelta::days(3);

/// How long a guest can open the link to fill in their own details. Two days: the law gives the host one.
pub const GUEST_LINK: TimeDelta = TimeDelta::hours(48);

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// It can be opened.
    Open,
    /// Its time is over.
    Expired,
    /// Somebody has used it.
    Used,
    /// It was taken back.
    Revoked,
}

impl Once {
    /// What became of a link, given when it ends, and whether it was used or taken back before.
    pub fn of(expires_at: DateTime<Utc>, used: bool, revoked: bool, now: DateTime<Utc>) -> Self {
        match (used, revoked) {
            (true, _) => Self::Used,
            (false, true) => Self::Revoked,
            (false, false) if now >= expires_at => Self::Expired,
            (false, false) => Self::Open,
        }
    }
}

/// How a reporter compared what a guest filled in with the person and the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// Both were seen, and all is as entered.
    AsEntered,
    /// Both were seen; what differed is put right by the reporter.
    PutRight,
}

impl Seen {
    /// The name used in the database and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AsEntered => "as_entered",
            Self::PutRight => "put_right",
        }
    }

    /// The answer of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::AsEntered, Self::PutRight].into_iter().find(|seen| seen.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_was_used_stays_used_and_one_that_was_not_runs_out() {
        let end = DateTime::UNIX_EPOCH + INVITATION;
        let just_before = end - TimeDelta::seconds(1);
        assert_eq!(Once::of(end, false, false, just_before), Once::Open);
        assert_eq!(Once::of(end, false, false, end), Once::Expired);
        assert_eq!(Once::of(end, false, true, end), Once::Revoked);
        for (now, revoked) in [(just_before, false), (end, false), (end, true)] {
            assert_eq!(Once::of(end, true, revoked, now), Once::Used);
        }
    }
}
