//! What follows from links that work once: an invitation was answered, somebody was revoked, a guest has filled in their
//! details, a guest's proof.

use crate::{
    domain::{
        id::{ChatId, GuestFormId, InvitationId, PremisesId},
        press::Press,
    },
    store::{GuestForm, Tx},
    text::Message,
};

use super::{key, words_of};

/// To whoever invited: the answer.
pub(super) async fn answered(tx: &mut Tx, chat: ChatId, id: InvitationId) -> anyhow::Result<Option<Message>> {
    let Some(invitation) = tx.invitation(id).await? else { return Ok(None) };
    let premises = tx.premises(invitation.premises).await?.details.name;
    let words = words_of(tx, chat).await?;
    let member = words.member(invitation.called.as_deref(), invitation.role);
    Ok(Some(if invitation.accepted == Some(true) {
        let open = key(tx.keys(), chat, words.msg_place_members(), Press::Place(invitation.premises));
        Message { rows: vec![vec![open]], ..Message::saying(words.msg_invitation_accepted(member, premises)) }
    } else {
        Message::saying(words.msg_invitation_declined(member, premises))
    }))
}

/// To whoever was revoked.
pub(super) async fn revoked(tx: &mut Tx, chat: ChatId, premises: PremisesId) -> anyhow::Result<Option<Message>> {
    let name = tx.premises(premises).await?.details.name;
    Ok(Some(Message::saying(words_of(tx, chat).await?.msg_revoked(name))))
}

/// To the reporter: a guest has handed over, which is there until it was reported or thrown away.
pub(super) async fn handed_over(tx: &mut Tx, chat: ChatId, id: GuestFormId) -> anyhow::Result<Option<Message>> {
    let Some(form) = tx.guest_form(id).await?.filter(GuestForm::is_waiting) else { return Ok(None) };
    let premises = tx.premises(form.premises).await?.details.name;
    let words = words_of(tx, chat).await?;
    let open = key(tx.keys(), chat, words.msg_guest_handed_open(), Press::GuestForm(id));
    Ok(Some(Message { rows: vec![vec![open]], ..Message::saying(words.msg_guest_handed(premises)) }))
}

/// To the guest: when they were reported, with number and code of the receipt and nothing else of the place.
pub(super) async fn proof(tx: &mut Tx, chat: ChatId, id: GuestFormId) -> anyhow::Result<Option<Message>> {
    let Some(form) = tx.guest_form(id).await? else { return Ok(None) };
    let Some(report) = form.report else { return Ok(None) };
    let Some(receipt) = tx.receipt(report).await? else { return Ok(None) };
    let premises = tx.premises(form.premises).await?.details.name;
    let words = words_of(tx, chat).await?;
    let code = tx.keys().verification_code(&receipt);
    let text = words.msg_guest_proof(premises, words.moment(receipt.made_at), receipt.number.as_str(), code);
    Ok(Some(Message::saying(text)))
}
