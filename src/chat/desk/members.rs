//! Who works at a place: the list with open invitations, revoking, inviting.

use crate::{
    actions::{self, Parted},
    domain::{
        id::{InvitationId, PremisesId, ReporterId},
        member::Role,
        press::Press,
    },
    flow::{Button, Screen, Session},
    forms::invitation::InvitationDraft,
    store::{Invitation, Member},
};

use super::super::{
    home::told_apart,
    opened::Opens,
    state::{At, Page},
    turn::{Turn, standing},
};

impl Turn<'_> {
    pub(super) async fn members_screen(&mut self, premises: PremisesId) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let Some(role) = self.tx.role(premises, reporter).await? else { return Ok(None) };
        let members = self.named_members(premises).await?;
        let invitations = self.named_invitations(premises).await?;
        let name = self.tx.premises(premises).await?.details.name;
        let mut lines = vec![words.msg_members_heading(name), String::new()];
        for (member, called) in &members {
            let since = words.day(crate::clock::day_of(member.since));
            lines.push(if member.reporter == reporter {
                words.msg_members_line_you(called, since)
            } else {
                words.msg_members_line(called, since)
            });
        }
        if !invitations.is_empty() {
            lines.extend([String::new(), words.msg_members_invited()]);
        }
        for (invitation, called) in &invitations {
            lines.push(words.msg_members_invited_line(called, words.moment(invitation.expires_at)));
        }
        let mut screen = Screen::saying(lines.join("\n"));
        let others = members.iter().filter(|(member, _)| member.reporter != reporter && role.may_appoint(member.role));
        for (member, called) in others {
            let button = Button::new(words.msg_members_revoke(called), format!("m:{}", member.reporter));
            screen = screen.with_row(vec![button]);
        }
        for (invitation, called) in invitations.iter().filter(|(invitation, _)| role.may_appoint(invitation.role)) {
            let button = Button::new(words.msg_members_take_back(called), format!("i:{}", invitation.id));
            screen = screen.with_row(vec![button]);
        }
        if !appointed_by(role).is_empty() {
            screen = screen.with_row(vec![Button::new(words.msg_place_invite(), "invite")]);
        }
        Ok(Some(
            screen.with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    /// The members with the names by which they are told apart.
    async fn named_members(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(Member, String)>> {
        let words = self.words();
        let members = self.tx.members(premises).await?;
        let names = members.iter().map(|member| words.member(member.called.as_deref(), member.role)).collect();
        Ok(members.into_iter().zip(told_apart(words, names)).collect())
    }

    async fn named_invitations(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(Invitation, String)>> {
        let words = self.words();
        let open = self.tx.open_invitations(premises, self.context.now).await?;
        let names = open.iter().map(|it| words.member(it.called.as_deref(), it.role)).collect();
        Ok(open.into_iter().zip(told_apart(words, names)).collect())
    }

    pub(super) async fn members_act(&mut self, premises: PremisesId, verb: &str, argument: &str) -> anyhow::Result<()> {
        match (verb, argument.parse()) {
            ("m", Ok(member)) => self.open(Page::Member { premises, member: ReporterId(member) }).await,
            ("i", Ok(invitation)) => {
                let by = self.by().await?;
                let id = InvitationId(invitation);
                if actions::take_back_invitation(self.tx, self.context, by, id).await? {
                    let words = self.words();
                    self.remark(words.msg_members_taken_back());
                }
                self.show_current().await
            }
            ("invite", _) => self.begin_invitation(premises).await,
            _ => self.open(Page::Place(premises)).await,
        }
    }

    /// Somebody who may be revoked: is that meant?
    pub(super) async fn member_screen(
        &mut self,
        premises: PremisesId,
        member: ReporterId,
    ) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let Some(role) = self.tx.role(premises, reporter).await? else { return Ok(None) };
        let members = self.named_members(premises).await?;
        let found = members.into_iter().find(|(it, _)| it.reporter == member && role.may_appoint(it.role));
        let Some((_, called)) = found else { return Ok(None) };
        let name = self.tx.premises(premises).await?.details.name;
        Ok(Some(
            Screen::saying(words.msg_members_revoke_ask(called, name))
                .with_row(vec![Button::new(words.msg_members_revoke_yes(), "revoke")])
                .with_row(vec![Button::new(words.msg_members_back(), "back")]),
        ))
    }

    pub(super) async fn member_act(
        &mut self,
        premises: PremisesId,
        member: ReporterId,
        verb: &str,
    ) -> anyhow::Result<()> {
        if verb == "revoke" {
            let (by, words) = (self.by().await?, self.words());
            let members = self.named_members(premises).await?;
            let called = members.into_iter().find(|(it, _)| it.reporter == member).map(|(_, called)| called);
            let parted = actions::revoke_member(self.tx, self.context, by, premises, member).await?;
            self.remark(match (parted, called) {
                (Parted::Done, Some(called)) => words.msg_members_revoked(called),
                (Parted::LastOwner, _) => words.msg_place_last_owner(),
                _ => words.msg_may_not(),
            });
        }
        self.open(Page::Members(premises)).await
    }

    /// An invitation is being filled in.
    pub(super) async fn begin_invitation(&mut self, premises: PremisesId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let roles = self.tx.role(premises, reporter).await?.map(appointed_by).unwrap_or_default();
        if roles.is_empty() {
            return self.may_not().await;
        }
        if self.bot_name().await?.is_none() {
            return self.show_current().await;
        }
        self.begin_form(At::Invitation { session: Session::default(), premises, roles }).await
    }

    /// The invitation is complete: its link is made and shown.
    pub(in super::super) async fn invite(
        &mut self,
        premises: PremisesId,
        draft: &InvitationDraft,
        role: Role,
    ) -> anyhow::Result<()> {
        let (by, words) = (self.by().await?, self.words());
        let Some(bot) = self.bot_name().await? else { return self.open(Page::Members(premises)).await };
        let called = draft.called.given().map(String::as_str);
        let Some(made) = actions::invite(self.tx, self.context, by, premises, (role, called)).await? else {
            return self.may_not().await;
        };
        let name = self.tx.premises(premises).await?.details.name;
        self.remark(words.msg_invitation_made());
        self.open(Page::Members(premises)).await?;
        let until = words.moment(made.expires_at);
        self.show_link(&bot, Opens::Invitation, &made, |link| {
            words.msg_invitation_link(name, words.role(role), until, link)
        })
    }
}

/// The parts that somebody of this one may give, downwards.
fn appointed_by(role: Role) -> Vec<Role> {
    Role::ALL.into_iter().filter(|&other| role.may_appoint(other)).collect()
}
