//! What a guest fills in for a host: the link is made, the guest agrees and hands over, the host reports or throws away.
//! Nothing of it is a report: that is the reporter's act alone.

use serde::Serialize;

use crate::{
    domain::{
        id::{ChatId, GuestFormId, PremisesId, ReporterId},
        member::{Act, Role},
        once::{self, Once, Seen},
    },
    store::{GuestForm, Lane, NewGuestForm, Secret, Tx, What},
};

use super::{By, Context, OnceLink};

/// Makes a link for one guest; `None` where the reporter may not report at the place.
pub async fn make_guest_link(
    tx: &mut Tx,
    context: Context,
    by: By,
    premises: PremisesId,
) -> anyhow::Result<Option<OnceLink>> {
    if !tx.may(premises, by.reporter, Act::Report).await? {
        return Ok(None);
    }
    let (secret, expires_at) = (Secret::generate(), context.now + once::GUEST_LINK);
    let new = NewGuestForm { premises, made_by: by.reporter, secret: &secret, expires_at };
    tx.add_guest_form(&new, context.now).await?;
    Ok(Some(OnceLink { secret, expires_at }))
}

/// A guest agrees to fill in the form, which is theirs alone from then on; what became of it where it is not open.
pub async fn agree_as_guest(
    tx: &mut Tx,
    context: Context,
    guest: ReporterId,
    id: GuestFormId,
    consent: &str,
) -> anyhow::Result<Once> {
    let Some(form) = tx.guest_form(id).await? else { return Ok(Once::Revoked) };
    let once = form.once(Some(guest), context.now);
    if once == Once::Open {
        tx.claim_guest_form(id, guest, consent, context.now).await?;
    }
    Ok(once)
}

/// A guest hands over what they filled in; whoever made the link is told, or the owners where that is no member any more.
pub async fn hand_over<T: Serialize>(
    tx: &mut Tx,
    context: Context,
    guest: ReporterId,
    id: GuestFormId,
    answers: &T,
) -> anyhow::Result<Once> {
    let Some(form) = own_form(tx, guest, id).await? else { return Ok(Once::Revoked) };
    let once = form.once(Some(guest), context.now);
    if once != Once::Open {
        return Ok(once);
    }
    tx.keep_guest_answers(id, answers, context.now).await?;
    let members = tx.members(form.premises).await?;
    let mut told: Vec<_> = members.iter().filter(|member| member.reporter == form.made_by).collect();
    if told.is_empty() {
        told = members.iter().filter(|member| member.role == Role::Owner).collect();
    }
    for member in told {
        let (key, chat) = (format!("guest_form:{id}:{}", member.user), ChatId::private(member.user));
        tx.enqueue(&key, (chat, None), Lane::Prompt, What::GuestHandedOver(id), context.now).await?;
    }
    Ok(Once::Open)
}

/// A guest takes back what nobody has reported; whether it was still there.
pub async fn take_back_answers(
    tx: &mut Tx,
    context: Context,
    guest: ReporterId,
    id: GuestFormId,
) -> anyhow::Result<bool> {
    Ok(own_form(tx, guest, id).await?.is_some() && tx.revoke_guest_form(id, context.now).await?)
}

/// A reporter takes a link back, with whatever was filled in; whether it was still there.
pub async fn throw_away_guest_form(tx: &mut Tx, context: Context, by: By, id: GuestFormId) -> anyhow::Result<bool> {
    let Some(form) = tx.guest_form(id).await? else { return Ok(false) };
    let may = tx.may(form.premises, by.reporter, Act::Report).await?;
    Ok(may && tx.revoke_guest_form(id, context.now).await?)
}

/// The report that came of a form was sent, under the name of its draft: the guest gets the proof, the answers go.
pub async fn guest_was_reported(
    tx: &mut Tx,
    context: Context,
    id: GuestFormId,
    draft: &str,
    seen: Seen,
) -> anyhow::Result<()> {
    let Some(form) = tx.guest_form(id).await?.filter(GuestForm::is_waiting) else { return Ok(()) };
    tx.use_guest_form(id, draft, seen, context.now).await?;
    if let Some(user) = form.guest_user {
        let (key, chat) = (format!("guest_proof:{id}"), ChatId::private(user));
        tx.enqueue(&key, (chat, None), Lane::Prompt, What::GuestProof(id), context.now).await?;
    }
    Ok(())
}

async fn own_form(tx: &mut Tx, guest: ReporterId, id: GuestFormId) -> anyhow::Result<Option<GuestForm>> {
    Ok(tx.guest_form(id).await?.filter(|form| form.guest == Some(guest)))
}
