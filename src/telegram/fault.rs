//! Failures of the Bot API, told apart by HTTP code, parameters and text.

use std::time::Duration;

use crate::{delivery::Failure, domain::id::ChatId};

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiFault {
    /// There was no connection: the call was certainly not carried out.
    #[error("the Bot API was not reached: {0}")]
    NotReached(String),
    /// The connection broke or the answer took too long: the call may have been carried out.
    #[error("no answer from the Bot API: {0}")]
    Lost(String),
    /// 5xx, or something that is no answer of the Bot API.
    #[error("the Bot API failed with {status}: {description}")]
    Server {
        /// HTTP status.
        status: u16,
        /// What it said.
        description: String,
    },
    /// 429.
    #[error("the Bot API asks to wait {0:?}")]
    TooMany(Duration),
    /// The group became a supergroup of this number.
    #[error("the group has another number")]
    Migrated(i64),
    /// Any other answer in the negative.
    #[error("the Bot API refuses with {code}: {description}")]
    Refused {
        /// `error_code`.
        code: u16,
        /// `description`.
        description: String,
    },
}

impl ApiFault {
    pub(super) fn lost(method: &str, error: &reqwest::Error) -> Self {
        let what = format!("{method}: {}", innermost(error));
        if error.is_connect() { Self::NotReached(what) } else { Self::Lost(what) }
    }

    pub(super) fn told(code: u16, description: String, retry_after: Option<u64>, migrate_to: Option<i64>) -> Self {
        match (code, retry_after, migrate_to) {
            (_, _, Some(chat)) => Self::Migrated(chat),
            (429, seconds, _) => Self::TooMany(Duration::from_secs(seconds.unwrap_or(5))),
            (500.., _, _) => Self::Server { status: code, description },
            _ => Self::Refused { code, description },
        }
    }

    /// Whether the message shows already what it was to show.
    pub(super) fn is_not_modified(&self) -> bool {
        self.says("message is not modified")
    }

    fn says(&self, part: &str) -> bool {
        matches!(self, Self::Refused { description, .. } if description.contains(part))
    }
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

/// Texts of refusals that mean that a chat takes nothing any more.
const GONE: [&str; 7] = [
    "chat not found",
    "PEER_ID_INVALID",
    "group chat was deactivated",
    "have no rights to send",
    "not enough rights to send",
    "CHAT_WRITE_FORBIDDEN",
    "TOPIC_CLOSED",
];

/// Texts of refusals that mean that a message cannot be edited.
const NOT_EDITABLE: [&str; 4] = [
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "there is no text in the message to edit",
];

impl From<ApiFault> for Failure {
    fn from(fault: ApiFault) -> Self {
        let said = |texts: &[&str]| texts.iter().any(|text| fault.says(text));
        match &fault {
            // A refused token or another bot that polls is not this message's fault.
            ApiFault::NotReached(_) | ApiFault::Server { .. } | ApiFault::Refused { code: 401 | 404 | 409, .. } => {
                Self::Unreachable(fault.to_string())
            }
            ApiFault::Lost(_) => Self::Unclear(fault.to_string()),
            ApiFault::TooMany(wait) => Self::Wait(*wait),
            ApiFault::Migrated(chat) => Self::Migrated(ChatId(*chat)),
            ApiFault::Refused { .. } if said(&["thread not found", "TOPIC_DELETED"]) => Self::TopicGone,
            ApiFault::Refused { .. } if said(&NOT_EDITABLE) => Self::CannotReplace,
            ApiFault::Refused { code, .. } if *code == 403 || said(&GONE) => Self::Gone(fault.to_string()),
            ApiFault::Refused { .. } => Self::Refused(fault.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_really_says_is_told_apart() {
        type IsExpected = fn(&Failure) -> bool;
        let table: [(u16, &str, IsExpected); 12] = [
            (403, "Forbidden: bot was blocked by the user", |f| matches!(f, Failure::Gone(_))),
            (403, "Forbidden: bot was kicked from the supergroup chat", |f| matches!(f, Failure::Gone(_))),
            (403, "Forbidden: user is deactivated", |f| matches!(f, Failure::Gone(_))),
            (403, "Forbidden: bot can't initiate conversation with a user", |f| matches!(f, Failure::Gone(_))),
            (400, "Bad Request: chat not found", |f| matches!(f, Failure::Gone(_))),
            (400, "Bad Request: message thread not found", |f| matches!(f, Failure::TopicGone)),
            (400, "Bad Request: message to edit not found", |f| matches!(f, Failure::CannotReplace)),
            (400, "Bad Request: message can't be edited", |f| matches!(f, Failure::CannotReplace)),
            (400, "Bad Request: message text is empty", |f| matches!(f, Failure::Refused(_))),
            (502, "Bad Gateway", |f| matches!(f, Failure::Unreachable(_))),
            (401, "Unauthorized", |f| matches!(f, Failure::Unreachable(_))),
            (429, "Too Many Requests: retry after 7", |f| *f == Failure::Wait(Duration::from_secs(7))),
        ];
        for (code, description, expected) in table {
            let retry_after = (code == 429).then_some(7);
            let failure = Failure::from(ApiFault::told(code, description.into(), retry_after, None));
            assert!(expected(&failure), "{code} {description}: {failure:?}");
        }
        let upgraded =
            ApiFault::told(400, "Bad Request: group chat was upgraded to a supergroup chat".into(), None, Some(-1005));
        assert_eq!(Failure::from(upgraded), Failure::Migrated(ChatId(-1005)));
    }
}
