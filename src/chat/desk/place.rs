//! The reporter's places: the list, and one of them with what can be done there.

use crate::{
    actions::{self, Parted},
    domain::{id::PremisesId, member::Act, press::Press},
    flow::{Button, Screen},
};

use super::super::{
    home,
    state::{Listing, Page},
    turn::{Turn, standing},
};

impl Turn<'_> {
    pub(super) async fn premises_screen(&mut self) -> anyhow::Result<Option<Screen>> {
        let reporter = self.reporter().await?;
        let premises = self.tx.premises_of(reporter).await?;
        Ok(Some(home::premises(self.words(), &premises)))
    }

    pub(super) async fn premises_act(&mut self, argument: &str) -> anyhow::Result<()> {
        match argument.parse() {
            Ok(id) => self.open(Page::Place(PremisesId(id))).await,
            Err(_) => self.show_current().await,
        }
    }

    /// One of the reporter's places, from a button that stays good; only to whoever works there.
    pub(in super::super) async fn open_place(&mut self, premises: PremisesId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        if self.tx.role(premises, reporter).await?.is_none() {
            let words = self.words();
            self.remark(words.msg_not_a_member());
            return self.show_current().await;
        }
        self.open(Page::Place(premises)).await
    }

    pub(super) async fn place_screen(&mut self, premises: PremisesId) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let Some(role) = self.tx.role(premises, reporter).await? else { return Ok(None) };
        let details = self.tx.premises(premises).await?.details;
        let members = self.tx.members(premises).await?.len();
        let text = words.msg_place_card(
            &details.name,
            words.premises_kind(details.kind),
            words.address(&details),
            words.role(role),
            words.digits(members),
        );
        let button = |label: String, act: &str| Button::new(label, act);
        let mut people = vec![button(words.msg_place_members(), "members")];
        if role.may(Act::Invite) {
            people.push(button(words.msg_place_invite(), "invite"));
        }
        Ok(Some(
            Screen::saying(text)
                .with_row(vec![
                    button(words.msg_place_stays(), "stays"),
                    button(words.msg_place_guest_links(), "links"),
                ])
                .with_row(vec![button(words.msg_files_button(), "files")])
                .with_row(people)
                .with_row(vec![button(words.msg_place_leave(), "leave")])
                .with_row(vec![button(words.msg_place_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn place_act(&mut self, premises: PremisesId, verb: &str) -> anyhow::Result<()> {
        match verb {
            "stays" => self.open(Page::Stays(Listing::present(premises))).await,
            "links" => self.open(Page::GuestLinks(premises)).await,
            "files" => self.open(Page::Files(premises)).await,
            "members" => self.open(Page::Members(premises)).await,
            "invite" => self.begin_invitation(premises).await,
            "leave" => self.open(Page::Leaving(premises)).await,
            _ => self.open(Page::Premises).await,
        }
    }

    pub(super) async fn leaving_screen(&mut self, premises: PremisesId) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if self.tx.role(premises, reporter).await?.is_none() {
            return Ok(None);
        }
        let name = self.tx.premises(premises).await?.details.name;
        Ok(Some(
            Screen::saying(words.msg_place_leave_ask(name))
                .with_row(vec![Button::new(words.msg_place_leave_yes(), "leave")])
                .with_row(vec![Button::new(words.msg_back(), "back")]),
        ))
    }

    pub(super) async fn leaving_act(&mut self, premises: PremisesId, verb: &str) -> anyhow::Result<()> {
        if verb != "leave" {
            return self.open(Page::Place(premises)).await;
        }
        let (by, words) = (self.by().await?, self.words());
        let name = self.tx.premises(premises).await?.details.name;
        match actions::revoke_member(self.tx, self.context, by, premises, by.reporter).await? {
            Parted::LastOwner => {
                self.remark(words.msg_place_last_owner());
                self.open(Page::Place(premises)).await
            }
            Parted::Done | Parted::NotThere | Parted::MayNot => {
                self.remark(words.msg_place_left(name));
                self.open(Page::Premises).await
            }
        }
    }
}
