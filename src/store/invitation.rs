//! Invitations to work at premises.

use chrono::{DateTime, Utc};

use crate::domain::{
    id::{InvitationId, PremisesId, ReporterId, UserId},
    member::Role,
    once::Once,
};

use super::{Secret, Tx, known, millis, moment};

const CALLED: &str = "invitation.called";
const SECRET: &str = "invitation";

/// An invitation to be made.
#[derive(Debug)]
pub struct NewInvitation<'a> {
    /// The place.
    pub premises: PremisesId,
    /// Who invites.
    pub invited_by: ReporterId,
    /// As what.
    pub role: Role,
    /// As colleagues know whoever is invited.
    pub called: Option<&'a str>,
    /// What opens it.
    pub secret: &'a Secret,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The row.
    pub id: InvitationId,
    /// The place.
    pub premises: PremisesId,
    /// Who invited.
    pub invited_by: ReporterId,
    /// Their Telegram user.
    pub inviter: UserId,
    /// As what.
    pub role: Role,
    /// As colleagues know whoever is invited.
    pub called: Option<String>,
    /// Until when it can be opened.
    pub expires_at: DateTime<Utc>,
    /// Who answered it.
    pub answered_by: Option<ReporterId>,
    /// What they answered.
    pub accepted: Option<bool>,
    /// It was taken back.
    pub revoked: bool,
}

impl Invitation {
    /// What became of it.
    pub fn once(&self, now: DateTime<Utc>) -> Once {
        Once::of(self.expires_at, self.accepted.is_some(), self.revoked, now)
    }
}

impl Tx {
    /// Keeps an invitation.
    pub async fn add_invitation(
        &mut self,
        new: &NewInvitation<'_>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<InvitationId> {
        let called = new.called.map(|called| self.keys.seal(CALLED, called.as_bytes()));
        let hash = self.keys.secret_hash(SECRET, new.secret.as_str());
        let (role, now, expires_at) = (new.role.as_str(), millis(now), millis(new.expires_at));
        Ok(sqlx::query_scalar!(
            r#"insert into invitation (premises_id, invited_by, role, called_sealed, secret_hash, made_at, expires_at)
               values (?, ?, ?, ?, ?, ?, ?)
               returning invitation_id as "invitation_id!: InvitationId""#,
            new.premises,
            new.invited_by,
            role,
            called,
            hash,
            now,
            expires_at
        )
        .fetch_one(&mut *self.inner)
        .await?)
    }

    /// The invitation that a link opens, whatever became of it.
    pub async fn invitation_of_secret(&mut self, secret: &str) -> anyhow::Result<Option<InvitationId>> {
        let hash = self.keys.secret_hash(SECRET, secret);
        Ok(sqlx::query_scalar!(
            r#"select invitation_id as "invitation_id!: InvitationId" from invitation where secret_hash = ?"#,
            hash
        )
        .fetch_optional(&mut *self.inner)
        .await?)
    }

    /// An invitation, unless it is long forgotten.
    pub async fn invitation(&mut self, id: InvitationId) -> anyhow::Result<Option<Invitation>> {
        let row = sqlx::query!(
            r#"select i.premises_id as "premises_id!: PremisesId", i.invited_by as "invited_by!: ReporterId",
                      r.telegram_id as "inviter!: UserId", i.role, i.called_sealed, i.expires_at,
                      i.answered_by as "answered_by?: ReporterId", i.accepted as "accepted?: bool", i.revoked_at
               from invitation i
               join reporter r on r.reporter_id = i.invited_by
               where i.invitation_id = ?"#,
            id
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let called = row.called_sealed.map(|piece| self.keys.open(CALLED, &piece)).transpose()?;
        Ok(Some(Invitation {
            id,
            premises: row.premises_id,
            invited_by: row.invited_by,
            inviter: row.inviter,
            role: known(Role::named(&row.role), "role")?,
            called: called.map(String::from_utf8).transpose()?,
            expires_at: moment(row.expires_at),
            answered_by: row.answered_by,
            accepted: row.accepted,
            revoked: row.revoked_at.is_some(),
        }))
    }

    /// Invitations to a place that can still be opened, the latest first.
    pub async fn open_invitations(
        &mut self,
        premises: PremisesId,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Vec<Invitation>> {
        let now = millis(now);
        let ids = sqlx::query_scalar!(
            r#"select invitation_id as "invitation_id!: InvitationId"
               from invitation
               where premises_id = ? and answered_at is null and revoked_at is null and expires_at > ?
               order by invitation_id desc"#,
            premises,
            now
        )
        .fetch_all(&mut *self.inner)
        .await?;
        let mut open = Vec::with_capacity(ids.len());
        for id in ids {
            open.extend(self.invitation(id).await?);
        }
        Ok(open)
    }

    /// Writes down the answer to an invitation.
    pub async fn answer_invitation(
        &mut self,
        id: InvitationId,
        by: ReporterId,
        accepted: bool,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update invitation
             set answered_by = ?, answered_at = ?, accepted = ?
             where invitation_id = ? and answered_at is null",
            by,
            now,
            accepted,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Takes an invitation back; whether it could still be opened.
    pub async fn revoke_invitation(&mut self, id: InvitationId, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let now = millis(now);
        let done = sqlx::query!(
            "update invitation
             set revoked_at = ?
             where invitation_id = ? and answered_at is null and revoked_at is null",
            now,
            id
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Takes back what somebody invited to a place and nobody has answered.
    pub async fn revoke_invitations_of(
        &mut self,
        premises: PremisesId,
        invited_by: ReporterId,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let now = millis(now);
        sqlx::query!(
            "update invitation
             set revoked_at = ?
             where premises_id = ? and invited_by = ? and answered_at is null and revoked_at is null",
            now,
            premises,
            invited_by
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Deletes invitations made before a moment; who works where is not told by them any more.
    pub async fn forget_invitations(&mut self, made_before: DateTime<Utc>) -> anyhow::Result<u64> {
        let before = millis(made_before);
        let done = sqlx::query!("delete from invitation where made_at < ?", before).execute(&mut *self.inner).await?;
        Ok(done.rows_affected())
    }
}
