//! The desk: pages that show what the register holds of the reporter's places, and what can be done from each. A page lies
//! above whatever goes on, which waits behind it. Each is drawn from the register and authorised again at each turn.

mod batch;
mod files;
mod fpcs;
mod guest_links;
mod members;
mod mydata;
mod permits;
mod place;
mod receipts;
mod roster;
mod several;
mod stay;
mod stays;

use crate::{
    actions::Sender,
    domain::{
        id::{PremisesId, StayId},
        member::Act,
    },
    flow::Screen,
    store::StayRow,
    text::Language,
};

use super::{
    home,
    state::{Listing, Page},
    turn::Turn,
};

impl Turn<'_> {
    /// Opens a page.
    pub(super) async fn open(&mut self, page: Page) -> anyhow::Result<()> {
        self.state.page = Some(page);
        self.show_current().await
    }

    /// A page as it is at present; `None` where there is nothing to see for this person (any more).
    pub(super) async fn page_screen(&mut self, page: &Page) -> anyhow::Result<Option<Screen>> {
        match page {
            Page::Languages => Ok(Some(home::languages(self.words()))),
            Page::Premises => self.premises_screen().await,
            Page::Place(premises) => self.place_screen(*premises).await,
            Page::Leaving(premises) => self.leaving_screen(*premises).await,
            Page::Members(premises) => self.members_screen(*premises).await,
            Page::Member { premises, member } => self.member_screen(*premises, *member).await,
            Page::GuestLinks(premises) => self.guest_links_screen(*premises).await,
            Page::Invited(invitation) => self.invited_screen(*invitation).await,
            Page::Asked(form) => self.asked_screen(*form).await,
            Page::Handed(form) => self.handed_screen(*form).await,
            Page::Places => self.places_screen().await,
            Page::Stays(listing) => self.stays_screen(listing).await,
            Page::Stay(stay) => self.stay_screen(*stay).await,
            Page::Cancelling(stay) => self.cancelling_screen(*stay).await,
            Page::Permits { premises, page } => self.permits_screen(*premises, *page).await,
            Page::Several { premises, page, chosen, .. } => self.several_screen(*premises, *page, chosen).await,
            Page::Receipts(page) => self.receipts_screen(*page).await,
            Page::Fpcs { stays, at } => self.fpcs_screen(stays, *at).await,
            Page::FilePlaces { .. } => self.file_places_screen().await,
            Page::Files(premises) => self.files_screen(*premises).await,
            Page::FileForms { premises, paper } => self.file_forms_screen(*premises, *paper).await,
            Page::SameGuest(stay) => self.same_guest_screen(*stay).await,
            Page::Deletion => self.deletion_screen().await,
            Page::Batch(batch) => self.batch_screen(*batch).await,
            Page::People { batch, page, kept } => self.people_screen(*batch, *page, *kept).await,
            Page::Person(entry) => self.person_screen(*entry).await,
        }
    }

    /// An act of a page that was shown.
    pub(super) async fn page_act(&mut self, page: Page, act: &str) -> anyhow::Result<()> {
        let (verb, argument) = act.split_once(':').unwrap_or((act, ""));
        match page {
            Page::Languages => match Language::named(argument) {
                Some(language) => self.choose_language(language).await,
                None => self.show_current().await,
            },
            Page::Premises => self.premises_act(argument).await,
            Page::Place(premises) => self.place_act(premises, verb).await,
            Page::Leaving(premises) => self.leaving_act(premises, verb).await,
            Page::Members(premises) => self.members_act(premises, verb, argument).await,
            Page::Member { premises, member } => self.member_act(premises, member, verb).await,
            Page::GuestLinks(premises) => self.guest_links_act(premises, verb, argument).await,
            Page::Invited(invitation) => self.invited_act(invitation, verb).await,
            Page::Asked(form) => self.asked_act(form, verb).await,
            Page::Handed(form) => self.handed_act(form, verb).await,
            Page::Places => match argument.parse() {
                Ok(id) => self.open(Page::Stays(Listing::present(PremisesId(id)))).await,
                Err(_) => self.show_current().await,
            },
            Page::Stays(listing) => self.stays_act(listing, verb, argument).await,
            Page::Stay(stay) => self.stay_act(stay, verb, argument).await,
            Page::Cancelling(stay) => self.cancelling_act(stay, verb, argument).await,
            Page::Permits { premises, page } => self.permits_act(premises, page, verb, argument).await,
            Page::Several { .. } => self.several_act(page, verb, argument).await,
            Page::Receipts(page) => self.receipts_act(page, verb, argument).await,
            Page::Fpcs { stays, at } => self.fpcs_act(stays, at, verb).await,
            Page::FilePlaces { template } => self.file_places_act(template, argument).await,
            Page::Files(premises) => self.files_act(premises, verb, argument).await,
            Page::FileForms { premises, paper } => self.file_forms_act(premises, paper, argument).await,
            Page::SameGuest(stay) => self.same_guest_act(stay, verb).await,
            Page::Deletion => self.deletion_act(verb).await,
            Page::Batch(batch) => self.batch_act(batch, verb, argument).await,
            Page::People { .. } => self.people_act(page, verb, argument).await,
            Page::Person(entry) => self.person_act(entry, verb).await,
        }
    }

    /// What is typed while a page is shown and is no label on it; whether the page took it.
    pub(super) async fn page_text(&mut self, page: &Page, text: &str) -> anyhow::Result<bool> {
        match page {
            Page::Stays(listing) => {
                let find = crate::text::plain(text).chars().take(40).collect();
                self.open(Page::Stays(Listing { find: Some(find), page: 0, ..listing.clone() })).await?;
                Ok(true)
            }
            // Whoever opened a link answers it; what they type instead closes nothing.
            Page::Invited(_) | Page::Asked(_) | Page::Handed(_) => {
                let press = self.words().msg_please_press();
                self.remark(press);
                self.show_current().await?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Who is here: at the only place, or at one that is chosen.
    pub(super) async fn who_is_here(&mut self) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let premises = self.tx.premises_of(reporter).await?;
        match premises.as_slice() {
            [] => {
                let none = self.words().msg_premises_none_yet();
                self.remark(none);
                self.state.page = None;
                self.show_current().await
            }
            [only] => self.open(Page::Stays(Listing::present(only.id))).await,
            _ => self.open(Page::Places).await,
        }
    }

    /// A stay at a place where this person works; `None` for anybody else, and once it is forgotten.
    async fn own_stay(&mut self, stay: StayId) -> anyhow::Result<Option<StayRow>> {
        let reporter = self.reporter().await?;
        if !self.tx.has_stay(stay).await? {
            return Ok(None);
        }
        let row = self.tx.stay(stay).await?;
        let may = self.tx.may(row.arrival.premises_id, reporter, Act::Report).await?;
        Ok(may.then_some(row))
    }

    /// Who sends, under the name of a draft.
    pub(super) async fn sender<'d>(&mut self, draft: &'d str) -> anyhow::Result<Sender<'d>> {
        Ok(Sender { reporter: self.reporter().await?, user: self.user, draft })
    }

    /// The person's part at the place does not include what they wanted.
    pub(super) async fn may_not(&mut self) -> anyhow::Result<()> {
        let remark = self.words().msg_may_not();
        self.remark(remark);
        self.show_current().await
    }
}
