//! Where a person is in the conversation. An old state that no longer reads begins at the menu.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        country::Country,
        export::Guests,
        id::{BatchId, EntryId, GuestFormId, InvitationId, PremisesId, ReminderId, ReporterId, StayId},
        language::Language,
        member::Role,
        premises::PremisesKind,
    },
    flow::Session,
    forms::{
        arrival::{ArrivalDraft, ArrivalFacts, OwnPremises},
        concern::ConcernDraft,
        departure::DepartureDraft,
        extension::ExtensionDraft,
        invitation::InvitationDraft,
        leaving::LeavingDraft,
        moving::MovingDraft,
        premises::PremisesDraft,
        reference::ReferenceDraft,
    },
};

/// A conversation's state.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct State {
    /// What is being looked at; whatever else goes on waits behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<Page>,
    /// What is to be looked at once a language is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) then: Option<Page>,
    /// What goes on.
    #[serde(default)]
    pub(super) at: At,
    /// A form that waits while somebody of a batch is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) behind: Option<Box<At>>,
    /// The talk in which somebody asks for advice, beside everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) talk: Option<Talk>,
    /// The message that showed the conversation before the talk, which shows it again afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) before_talk: Option<i64>,
}

/// A talk under way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Talk {
    /// The form.
    pub(super) session: Session<ConcernDraft>,
    /// Its language, which may be nobody's choice yet.
    pub(super) language: Language,
}

/// What goes on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum At {
    /// Nothing: the menu.
    #[default]
    Home,
    /// The privacy text awaits an answer.
    Consent(Next),
    /// Premises are being registered.
    Premises {
        /// The form.
        session: Session<PremisesDraft>,
        /// What was wanted when it turned out that there were no premises.
        next: Next,
    },
    /// An arrival is being reported.
    Arrival {
        /// The form.
        session: Box<Session<ArrivalDraft>>,
        /// What the form knew when it began.
        known: Known,
        /// The draft's name, under which it is reported once.
        draft: String,
    },
    /// An arrival that was sent is being put right.
    Correction {
        /// The form.
        session: Box<Session<ArrivalDraft>>,
        /// What the form knew when it began.
        known: Known,
        /// The stay.
        stay: StayId,
        /// The draft's name, under which it is reported once.
        draft: String,
    },
    /// Somebody of a batch is being filled in.
    Entry {
        /// The form.
        session: Box<Session<ArrivalDraft>>,
        /// What the form knew when it began.
        known: Known,
        /// The person.
        entry: EntryId,
        /// The batch.
        batch: BatchId,
    },
    /// An extension is being reported.
    Extension {
        /// The form.
        session: Session<ExtensionDraft>,
        /// The draft's name, under which it is reported once.
        draft: String,
    },
    /// A departure is being reported.
    Departure {
        /// The form.
        session: Session<DepartureDraft>,
        /// The draft's name, under which it is reported once.
        draft: String,
        /// The roll call that it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        roll_call: Option<ReminderId>,
    },
    /// It is being told until when a guest plans to stay.
    Leaving {
        /// The form.
        session: Session<LeavingDraft>,
    },
    /// A move is being reported.
    Moving {
        /// The form.
        session: Session<MovingDraft>,
        /// The reporter's other places.
        places: Vec<(PremisesId, String)>,
        /// The draft's name, under which it is reported once.
        draft: String,
    },
    /// Somebody is being invited to work at a place.
    Invitation {
        /// The form.
        session: Session<InvitationDraft>,
        /// The place.
        premises: PremisesId,
        /// The parts that the inviter may give.
        roles: Vec<Role>,
    },
    /// A guest fills in their own details.
    Guest {
        /// The form.
        session: Box<Session<ArrivalDraft>>,
        /// For which host.
        form: GuestFormId,
    },
    /// The number that the authorities' own system gave is being noted.
    Reference {
        /// The form.
        session: Session<ReferenceDraft>,
    },
}

impl At {
    /// Whether a form is under way.
    pub(super) fn is_form(&self) -> bool {
        !matches!(self, Self::Home | Self::Consent(_))
    }
}

/// The form under way in a conversation as it was kept, with the answers given so far: what its person may have in their
/// hands. Only forms that end in the register are told of.
pub fn unfinished(state: &[u8]) -> Option<serde_json::Value> {
    const TOLD: [&str; 7] = ["premises", "arrival", "correction", "extension", "departure", "moving", "reference"];
    let state: serde_json::Value = serde_json::from_slice(state).ok()?;
    let (form, answers) = state.get("at")?.as_object()?.iter().next()?;
    let answers = answers.get("session")?.get("draft")?;
    TOLD.contains(&form.as_str()).then(|| serde_json::json!({ "form": form, "answers": answers }))
}

/// Something to look at, which is drawn from the register each time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Page {
    /// The languages.
    Languages,
    /// The reporter's places.
    Premises,
    /// One of them, and what can be done there.
    Place(PremisesId),
    /// Whether to leave a place.
    Leaving(PremisesId),
    /// Who works at a place.
    Members(PremisesId),
    /// Whether to revoke a member.
    Member {
        /// The place.
        premises: PremisesId,
        /// Who.
        member: ReporterId,
    },
    /// The links for guests of a place.
    GuestLinks(PremisesId),
    /// An invitation that was opened.
    Invited(InvitationId),
    /// A guest's link that was opened: what is asked, and by whom.
    Asked(GuestFormId),
    /// What a guest has handed over.
    Handed(GuestFormId),
    /// The places, to choose one whose guests are listed.
    Places,
    /// Guests of a place.
    Stays(Listing),
    /// One guest.
    Stay(StayId),
    /// Why a report is taken back.
    Cancelling(StayId),
    /// Who works at a place and lacks a work permit, or will soon.
    Permits {
        /// The place.
        premises: PremisesId,
        /// Which page of the list.
        page: usize,
    },
    /// Several guests of a place, of whom some are chosen.
    Several {
        /// The place.
        premises: PremisesId,
        /// Which page of the list.
        page: usize,
        /// Who is chosen.
        chosen: Vec<StayId>,
        /// The roll call that it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        roll_call: Option<ReminderId>,
    },
    /// The receipts.
    Receipts(usize),
    /// The fields for the authorities' own system: of these guests, the one at that place.
    Fpcs {
        /// The guests.
        stays: Vec<StayId>,
        /// Which of them is shown.
        at: usize,
    },
    /// The places, to choose one whose files are listed, or for which a template is wanted.
    FilePlaces {
        /// A template is wanted.
        template: bool,
    },
    /// What can be had of a place as a file.
    Files(PremisesId),
    /// In which form something is wanted as a file.
    FileForms {
        /// The place.
        premises: PremisesId,
        /// What is wanted.
        paper: Paper,
    },
    /// A guest with this document is reported as being here: is this another stay?
    SameGuest(StayId),
    /// What would be erased of this person, and what kept.
    Deletion,
    /// Many guests at once: how far they are.
    Batch(BatchId),
    /// The people of a batch.
    People {
        /// The batch.
        batch: BatchId,
        /// Which page of the list.
        page: usize,
        /// Whose answers were given last, and may hold for others.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kept: Option<EntryId>,
    },
    /// One of them.
    Person(EntryId),
}

/// Something that can be had as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Paper {
    /// A spreadsheet to fill in.
    Template,
    /// A list of guests.
    Guests(Guests),
}

/// A list of guests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Listing {
    /// The place.
    pub(super) premises: PremisesId,
    /// Those who have left, in place of those who are here.
    #[serde(default)]
    pub(super) past: bool,
    /// Which page of the list.
    #[serde(default)]
    pub(super) page: usize,
    /// What is looked for: a room, a part of a name.
    #[serde(default)]
    pub(super) find: Option<String>,
}

impl Listing {
    /// Those who are at a place.
    pub(super) fn present(premises: PremisesId) -> Self {
        Self { premises, past: false, page: 0, find: None }
    }
}

/// What is to come after something that had to be settled first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Next {
    /// The menu.
    #[default]
    Home,
    /// A report of arrival.
    Report,
    /// Registering premises.
    AddPremises,
    /// An invitation that was opened.
    Invitation(InvitationId),
    /// A report that begins with what a guest has filled in.
    GuestForm(GuestFormId),
}

/// The facts of a report of arrival as they were when it began, so that a turn need not read them again.
/// Whether the reporter may report is decided when the report is sent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Known {
    premises: Vec<(PremisesId, PremisesKind, String)>,
    /// The premises whose habits these are.
    pub(super) habits_of: Option<PremisesId>,
    nationalities: Vec<Country>,
    units: Vec<String>,
}

impl Known {
    pub(super) fn new(premises: Vec<(PremisesId, PremisesKind, String)>) -> Self {
        Self { premises, ..Self::default() }
    }

    pub(super) fn with_habits(self, of: PremisesId, (nationalities, units): (Vec<Country>, Vec<String>)) -> Self {
        Self { habits_of: Some(of), nationalities, units, ..self }
    }

    pub(super) fn facts(&self, today: chrono::NaiveDate) -> ArrivalFacts {
        let own = |(id, kind, name): &(PremisesId, PremisesKind, String)| OwnPremises {
            id: *id,
            kind: *kind,
            name: name.clone(),
        };
        ArrivalFacts {
            today,
            premises: self.premises.iter().map(own).collect(),
            nationalities: self.nationalities.clone(),
            units: self.units.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_under_way_is_told_of_and_nothing_else() {
        let arrival = At::Arrival { session: Box::default(), known: Known::default(), draft: "1".into() };
        let told =
            |at| unfinished(&serde_json::to_vec(&State { page: None, at, ..State::default() }).expect("a state"));
        let form = told(arrival).expect("a form is under way");
        assert!(form["form"] == "arrival" && form["answers"].is_object(), "{form}");
        assert_eq!((told(At::Home), told(At::Consent(Next::Report)), unfinished(b"")), (None, None, None));
    }
}
