//! Invite people to work at premises, by a link that works once: made, answered, taken back.

use chrono::{DateTime, Utc};

use crate::{
    domain::{
        id::{ChatId, InvitationId, PremisesId, ReporterId},
        member::Role,
        once::{self, Once},
    },
    store::{Invitation, Lane, NewInvitation, Secret, Tx, Verb, What},
};

use super::{By, Context};

/// A link that was made. Its secret is known only here: it is shown once and kept nowhere.
#[derive(Debug)]
pub struct OnceLink {
    /// What opens it.
    pub secret: Secret,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// What became of accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// They are a member.
    Now,
    /// They had this part or a higher one before; the link is as it was.
    Already(Role),
    /// The link opens nothing.
    Dead(Once),
}

/// Makes an invitation; `None` where the inviter may not appoint such a member.
pub async fn invite(
    tx: &mut Tx,
    context: Context,
    by: By,
    premises: PremisesId,
    (role, called): (Role, Option<&str>),
) -> anyhow::Result<Option<OnceLink>> {
    if !may_appoint(tx, premises, by.reporter, role).await? {
        return Ok(None);
    }
    let (secret, expires_at) = (Secret::generate(), context.now + once::INVITATION);
    let new = NewInvitation { premises, invited_by: by.reporter, role, called, secret: &secret, expires_at };
    let id = tx.add_invitation(&new, context.now).await?;
    let subject = format!("premises:{premises} invitation:{id} role:{}", role.as_str());
    tx.audit(by.user, Verb::Invite, &subject, context.now).await?;
    Ok(Some(OnceLink { secret, expires_at }))
}

/// An invitation and what became of it. Whoever may not appoint any more has taken their invitations back.
pub async fn look_at_invitation(
    tx: &mut Tx,
    context: Context,
    id: InvitationId,
) -> anyhow::Result<Option<(Invitation, Once)>> {
    let Some(invitation) = tx.invitation(id).await? else { return Ok(None) };
    let once = match invitation.once(context.now) {
        Once::Open if !may_appoint(tx, invitation.premises, invitation.invited_by, invitation.role).await? => {
            Once::Revoked
        }
        once => once,
    };
    Ok(Some((invitation, once)))
}

/// Accepts an invitation: whoever accepts is a member, and the inviter is told.
pub async fn accept_invitation(tx: &mut Tx, context: Context, by: By, id: InvitationId) -> anyhow::Result<Joined> {
    let Some((invitation, once)) = look_at_invitation(tx, context, id).await? else {
        return Ok(Joined::Dead(Once::Revoked));
    };
    if once != Once::Open {
        return Ok(Joined::Dead(once));
    }
    let before = tx.role(invitation.premises, by.reporter).await?;
    if let Some(role) = before.filter(|&role| role <= invitation.role) {
        return Ok(Joined::Already(role));
    }
    let called = invitation.called.as_deref();
    tx.add_member(invitation.premises, by.reporter, invitation.role, called, context.now).await?;
    tx.answer_invitation(id, by.reporter, true, context.now).await?;
    let subject = format!("premises:{} invitation:{id} role:{}", invitation.premises, invitation.role.as_str());
    tx.audit(by.user, Verb::Join, &subject, context.now).await?;
    tell_inviter(tx, context, &invitation).await?;
    Ok(Joined::Now)
}

/// Declines an invitation; what became of it before where it was not open any more.
pub async fn decline_invitation(tx: &mut Tx, context: Context, by: By, id: InvitationId) -> anyhow::Result<Once> {
    let Some((invitation, once)) = look_at_invitation(tx, context, id).await? else { return Ok(Once::Revoked) };
    if once == Once::Open {
        tx.answer_invitation(id, by.reporter, false, context.now).await?;
        tell_inviter(tx, context, &invitation).await?;
    }
    Ok(once)
}

/// Takes an invitation back; whether it could still be opened, by whom the place lets appoint such a member.
pub async fn take_back_invitation(tx: &mut Tx, context: Context, by: By, id: InvitationId) -> anyhow::Result<bool> {
    let Some(invitation) = tx.invitation(id).await? else { return Ok(false) };
    let may = may_appoint(tx, invitation.premises, by.reporter, invitation.role).await?;
    Ok(may && tx.revoke_invitation(id, context.now).await?)
}

async fn may_appoint(tx: &mut Tx, premises: PremisesId, who: ReporterId, role: Role) -> anyhow::Result<bool> {
    Ok(tx.role(premises, who).await?.is_some_and(|own| own.may_appoint(role)))
}

async fn tell_inviter(tx: &mut Tx, context: Context, invitation: &Invitation) -> anyhow::Result<()> {
    let (key, chat) = (format!("invitation:{}", invitation.id), ChatId::private(invitation.inviter));
    tx.enqueue(&key, (chat, None), Lane::Prompt, What::InvitationAnswered(invitation.id), context.now).await
}
