//! The audit trail: who did what to which subject, each row's hash covering the row before it.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::domain::id::UserId;

use super::{Tx, millis};

/// What is worth a line in the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// An officer opened the details of an alert.
    ViewDetails,
    /// An officer acknowledged an alert.
    Acknowledge,
    /// An officer has seen a digest.
    SeeDigest,
    /// Somebody who is not enrolled pressed a button of an alert.
    Refused,
    /// Somebody invited a colleague; the subject says to which place, in which part.
    Invite,
    /// Somebody accepted an invitation.
    Join,
    /// Somebody was revoked at a place, or left it.
    Revoke,
    /// An officer answered a concern; the subject names the sentence.
    AnswerCase,
    /// An officer closed a concern.
    CloseCase,
    /// An officer wants to release what a case holds back.
    AskRelease,
    /// What a case held back was released.
    ReleaseCase,
    /// An officer keeps what a case holds back.
    KeepCase,
    /// Somebody had the guests of a place put into a file; the subject says of which place, whom and in which form.
    Export,
    /// Old rows were deleted; the subject says how many.
    Purge,
    /// A person was forgotten at their wish; the subject says of how much, not who.
    Erase,
}

impl Verb {
    fn as_str(self) -> &'static str {
        match self {
            Self::ViewDetails => "view_details",
            Self::Acknowledge => "acknowledge",
            Self::SeeDigest => "see_digest",
            Self::Refused => "refused",
            Self::Invite => "invite",
            Self::Join => "join",
            Self::Revoke => "revoke",
            Self::AnswerCase => "answer_case",
            Self::CloseCase => "close_case",
            Self::AskRelease => "ask_release",
            Self::ReleaseCase => "release_case",
            Self::KeepCase => "keep_case",
            Self::Export => "export",
            Self::Purge => "purge",
            Self::Erase => "erase",
        }
    }
}

fn link(before: &[u8], at: i64, actor: i64, verb: &str, subject: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(at.to_be_bytes());
    hash.update(actor.to_be_bytes());
    for text in [verb, subject] {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text);
    }
    hash.finalize().to_vec()
}

impl Tx {
    /// Adds a line. `subject` holds ids and counts, never a person's data.
    pub async fn audit(&mut self, actor: UserId, verb: Verb, subject: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let before = sqlx::query_scalar!("select chain from audit order by audit_id desc limit 1")
            .fetch_optional(&mut *self.inner)
            .await?
            .unwrap_or_default();
        let (at, verb) = (millis(now), verb.as_str());
        let chain = link(&before, at, actor.0, verb, subject);
        sqlx::query!(
            "insert into audit (at, actor, verb, subject, chain) values (?, ?, ?, ?, ?)",
            at,
            actor,
            verb,
            subject,
            chain
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The number of lines, or the id of the first that does not follow from the one before it.
    pub async fn check_audit(&mut self) -> anyhow::Result<Result<i64, i64>> {
        let rows = sqlx::query!("select audit_id, at, actor, verb, subject, chain from audit order by audit_id")
            .fetch_all(&mut *self.inner)
            .await?;
        let mut before = Vec::new();
        let mut lines = 0;
        for row in rows {
            lines += 1;
            if row.audit_id != lines || row.chain != link(&before, row.at, row.actor, &row.verb, &row.subject) {
                return Ok(Err(row.audit_id));
            }
            before = row.chain;
        }
        Ok(Ok(lines))
    }
}
