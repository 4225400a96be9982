//! Revoke somebody at premises, or leave them. It holds from the next press on; what they reported stays.

use crate::{
    domain::{
        id::{ChatId, PremisesId, ReporterId},
        member::Role,
    },
    store::{Lane, Tx, Verb, What},
};

use super::{By, Context};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parted {
    /// They are no member any more.
    Done,
    /// They were none.
    NotThere,
    /// A place keeps its last owner.
    LastOwner,
    /// Whoever wanted it may not.
    MayNot,
}

/// Revokes a member; whoever names themselves leaves. Invitations that they made and nobody answered go with them.
pub async fn revoke_member(
    tx: &mut Tx,
    context: Context,
    by: By,
    premises: PremisesId,
    whom: ReporterId,
) -> anyhow::Result<Parted> {
    let members = tx.members(premises).await?;
    let Some(member) = members.iter().find(|member| member.reporter == whom) else { return Ok(Parted::NotThere) };
    let leaves = by.reporter == whom;
    let own = members.iter().find(|member| member.reporter == by.reporter).map(|member| member.role);
    if !leaves && !own.is_some_and(|own| own.may_appoint(member.role)) {
        return Ok(Parted::MayNot);
    }
    let owners = members.iter().filter(|member| member.role == Role::Owner).count();
    if member.role == Role::Owner && owners == 1 {
        return Ok(Parted::LastOwner);
    }
    tx.revoke_member(premises, whom, context.now).await?;
    tx.revoke_invitations_of(premises, whom, context.now).await?;
    tx.audit(by.user, Verb::Revoke, &format!("premises:{premises} reporter:{whom}"), context.now).await?;
    if !leaves {
        let key = format!("revoked:{premises}:{whom}:{}", context.now.timestamp_millis());
        let chat = (ChatId::private(member.user), None);
        tx.enqueue(&key, chat, Lane::Prompt, What::Revoked(premises), context.now).await?;
    }
    Ok(Parted::Done)
}
