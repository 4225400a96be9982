//! Links that work once, from both ends: made and shown once; opened by whoever holds one. What is kept of a link in a
//! conversation is what it opens, never its secret.

use crate::{
    actions::{self, By, Joined, OnceLink},
    domain::{
        id::{GuestFormId, InvitationId},
        once::Once,
        rulebook::Rulebook,
    },
    flow::{Button, Screen, Session},
    forms::arrival::ArrivalDraft,
    papers,
    store::GuestForm,
    text::{Attachment, Message, Words},
};

use super::{
    GUEST_PRIVACY_VERSION,
    incoming::Effect,
    state::{At, Next, Page},
    turn::Turn,
};

/// What a link opens, as the letter says that stands before its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// An invitation to work at a place.
    Invitation,
    /// A form for a guest.
    GuestForm,
}

impl Turn<'_> {
    /// The bot's name; where it is not known yet, the person is told so.
    pub(super) async fn bot_name(&mut self) -> anyhow::Result<Option<String>> {
        let name = self.tx.bot_username().await?;
        if name.is_none() {
            let soon = self.words().msg_link_in_a_minute();
            self.remark(soon);
        }
        Ok(name)
    }

    pub(super) async fn by(&mut self) -> anyhow::Result<By> {
        Ok(By { reporter: self.reporter().await?, user: self.user })
    }

    /// Shows a link below the present screen, as text and as a picture to scan. It is shown once: what is lost on the way
    /// is taken back and made again.
    pub(super) fn show_link(
        &mut self,
        bot: &str,
        opens: Opens,
        made: &OnceLink,
        say: impl FnOnce(&str) -> String,
    ) -> anyhow::Result<()> {
        let (letter, name) = match opens {
            Opens::Invitation => ("m", "invitation.png"),
            Opens::GuestForm => ("g", "guest.png"),
        };
        let link = format!("https://t.me/{bot}?start={letter}_{}", made.secret.as_str());
        let file = Attachment { name: name.to_owned(), bytes: papers::qr(&link)?, is_picture: true };
        let message = Message { file: Some(file), ..Message::saying(say(&link)) };
        self.effects.push(Effect::Show { chat: self.chat(), message, version: None, replace: None });
        Ok(())
    }

    /// Somebody opened an invitation.
    pub(super) async fn open_invitation(&mut self, secret: &str) -> anyhow::Result<()> {
        let Some(id) = self.tx.invitation_of_secret(secret).await? else { return self.dead_link(None).await };
        let Some((invitation, once)) = actions::look_at_invitation(self.tx, self.context, id).await? else {
            return self.dead_link(None).await;
        };
        if let Some(reporter) = self.conversation.reporter.as_ref().map(|reporter| reporter.id)
            && let Some(role) = self.tx.role(invitation.premises, reporter).await?
            && (invitation.answered_by == Some(reporter) || role <= invitation.role && once == Once::Open)
        {
            return self.already_there(id, role).await;
        }
        if once != Once::Open {
            return self.dead_link(Some(once)).await;
        }
        if self.conversation.reporter.is_none() {
            self.state.at = At::Consent(Next::Invitation(id));
            return self.open(Page::Languages).await;
        }
        self.go_on(Next::Invitation(id)).await
    }

    async fn already_there(&mut self, id: InvitationId, role: crate::domain::member::Role) -> anyhow::Result<()> {
        let words = self.words();
        let Some(invitation) = self.tx.invitation(id).await? else { return self.dead_link(None).await };
        let premises = self.tx.premises(invitation.premises).await?.details.name;
        self.remark(if invitation.accepted.is_some() {
            words.msg_invited_joined(premises, words.role(role))
        } else {
            words.msg_invited_already(premises, words.role(role))
        });
        self.open(Page::Place(invitation.premises)).await
    }

    /// A guest opened their link.
    pub(super) async fn open_guest_link(&mut self, secret: &str) -> anyhow::Result<()> {
        let Some(id) = self.tx.guest_form_of_secret(secret).await? else { return self.dead_link(None).await };
        let Some(form) = self.tx.guest_form(id).await? else { return self.dead_link(None).await };
        let guest = self.conversation.reporter.as_ref().map(|reporter| reporter.id);
        let once = form.once(guest, self.context.now);
        if once != Once::Open {
            return self.dead_link(Some(once)).await;
        }
        let Some(guest) = guest else {
            self.state.then = Some(Page::Asked(id));
            return self.open(Page::Languages).await;
        };
        if self.tx.role(form.premises, guest).await?.is_some() {
            let premises = self.tx.premises(form.premises).await?.details.name;
            let own = self.words().msg_guest_own_link(premises);
            self.remark(own);
            return self.show_current().await;
        }
        match (&self.state.at, form.is_waiting()) {
            (_, true) => self.open(Page::Handed(id)).await,
            (At::Guest { form, .. }, _) if *form == id => {
                self.state.page = None;
                self.show_current().await
            }
            _ => self.open(Page::Asked(id)).await,
        }
    }

    /// A link that opens nothing: which of the reasons it is, and what to do. Nothing of what it once opened is told.
    pub(super) async fn dead_link(&mut self, once: Option<Once>) -> anyhow::Result<()> {
        let why = dead(self.words(), once);
        self.remark(why);
        if self.conversation.reporter.is_none() {
            self.state.page = Some(Page::Languages);
        }
        self.show_current().await
    }

    /// Shows an invitation, unless it died while something else had to be settled.
    pub(super) async fn show_invitation(&mut self, id: InvitationId) -> anyhow::Result<()> {
        match actions::look_at_invitation(self.tx, self.context, id).await? {
            Some((_, Once::Open)) => self.open(Page::Invited(id)).await,
            other => self.dead_link(other.map(|(_, once)| once)).await,
        }
    }

    /// Stays as it is when the link dies, so that whoever answers then is told why that is too late.
    pub(super) async fn invited_screen(&mut self, id: InvitationId) -> anyhow::Result<Option<Screen>> {
        let Some(invitation) = self.tx.invitation(id).await? else { return Ok(None) };
        let premises = self.tx.premises(invitation.premises).await?.details.name;
        let words = self.words();
        Ok(Some(
            Screen::saying(words.msg_invited(premises, words.role(invitation.role)))
                .with_row(vec![Button::new(words.msg_invited_accept(), "accept")])
                .with_row(vec![Button::new(words.msg_invited_decline(), "decline")]),
        ))
    }

    pub(super) async fn invited_act(&mut self, id: InvitationId, verb: &str) -> anyhow::Result<()> {
        let (by, words) = (self.by().await?, self.words());
        if !self.conversation.consented {
            if self.state.at.is_form() {
                self.remark(words.msg_finish_first());
            }
            return self.go_on(Next::Invitation(id)).await;
        }
        self.state.page = None;
        if verb == "decline" {
            let once = actions::decline_invitation(self.tx, self.context, by, id).await?;
            if once != Once::Open {
                return self.dead_link(Some(once)).await;
            }
            self.remark(words.msg_invited_declined());
            return self.show_current().await;
        }
        match actions::accept_invitation(self.tx, self.context, by, id).await? {
            Joined::Dead(once) => self.dead_link(Some(once)).await,
            Joined::Already(role) => self.already_there(id, role).await,
            Joined::Now => {
                if let Some(invitation) = self.tx.invitation(id).await? {
                    let premises = self.tx.premises(invitation.premises).await?.details.name;
                    self.remark(words.msg_invited_joined(premises, words.role(invitation.role)));
                    self.state.page = Some(Page::Place(invitation.premises));
                }
                self.show_current().await
            }
        }
    }

    /// Stays as it is when the link dies, so that whoever answers then is told why that is too late.
    pub(super) async fn asked_screen(&mut self, id: GuestFormId) -> anyhow::Result<Option<Screen>> {
        let Some(form) = self.tx.guest_form(id).await? else { return Ok(None) };
        let premises = self.tx.premises(form.premises).await?.details.name;
        let (words, days) = (self.words(), Rulebook::shipped().on(self.today()).draft_days.value);
        Ok(Some(
            Screen::saying(words.msg_guest_consent(premises, words.digits(days)))
                .with_row(vec![Button::new(words.msg_guest_consent_agree(), "agree")])
                .with_row(vec![Button::new(words.msg_guest_consent_decline(), "decline")]),
        ))
    }

    pub(super) async fn asked_act(&mut self, id: GuestFormId, verb: &str) -> anyhow::Result<()> {
        let (guest, words) = (self.reporter().await?, self.words());
        if verb != "agree" {
            self.state.page = None;
            self.show(Screen::saying(words.msg_guest_declined()));
            return Ok(());
        }
        if self.state.at.is_form() {
            self.state.page = None;
            self.remark(words.msg_finish_first());
            return self.show_current().await;
        }
        match actions::agree_as_guest(self.tx, self.context, guest, id, GUEST_PRIVACY_VERSION).await? {
            Once::Open => self.fill_in(id, ArrivalDraft::default()).await,
            once => {
                self.state.page = None;
                self.dead_link(Some(once)).await
            }
        }
    }

    async fn fill_in(&mut self, form: GuestFormId, answers: ArrivalDraft) -> anyhow::Result<()> {
        self.state.page = None;
        self.state.at = At::Guest { session: Box::new(Session::starting_from(answers)), form };
        self.show_current().await
    }

    /// The guest's form is complete: the host gets it.
    pub(super) async fn hand_over(&mut self, form: GuestFormId, answers: &ArrivalDraft) -> anyhow::Result<()> {
        let guest = self.reporter().await?;
        match actions::hand_over(self.tx, self.context, guest, form, answers).await? {
            Once::Open => self.open(Page::Handed(form)).await,
            once => self.dead_link(Some(once)).await,
        }
    }

    pub(super) async fn handed_screen(&mut self, id: GuestFormId) -> anyhow::Result<Option<Screen>> {
        let guest = self.reporter().await?;
        let form = self.tx.guest_form(id).await?.filter(|form| form.guest == Some(guest) && form.is_waiting());
        let Some(form) = form else { return Ok(None) };
        let premises = self.tx.premises(form.premises).await?.details.name;
        let words = self.words();
        Ok(Some(Screen::saying(words.msg_guest_done(premises)).with_row(vec![
            Button::new(words.msg_guest_done_change(), "change"),
            Button::new(words.msg_guest_done_take_back(), "take-back"),
        ])))
    }

    pub(super) async fn handed_act(&mut self, id: GuestFormId, verb: &str) -> anyhow::Result<()> {
        let (guest, words) = (self.reporter().await?, self.words());
        if verb == "take-back" {
            actions::take_back_answers(self.tx, self.context, guest, id).await?;
            self.state.page = None;
            self.show(Screen::saying(words.msg_guest_done_taken_back()));
            return Ok(());
        }
        let is_theirs = self.tx.guest_form(id).await?.is_some_and(|form| GuestForm::is_waiting(&form));
        match self.tx.guest_answers::<ArrivalDraft>(id).await? {
            Some(_) if self.state.at.is_form() => {
                self.state.page = None;
                self.remark(words.msg_finish_first());
                self.show_current().await
            }
            Some(answers) if is_theirs => self.fill_in(id, answers).await,
            _ => self.show_current().await,
        }
    }
}

fn dead(words: &Words, once: Option<Once>) -> String {
    match once {
        Some(Once::Used) => words.msg_link_used(),
        Some(Once::Expired) => words.msg_link_expired(),
        Some(Once::Revoked) => words.msg_link_revoked(),
        Some(Once::Open) | None => words.msg_link_unknown(),
    }
}
