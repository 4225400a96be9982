//! Reporting an arrival: which document, who, until when, where in the house, since when.

mod guest;
mod permission;
mod person;
mod place;
mod read;

pub use guest::GUEST;
pub use read::{ONE_OF_MANY, Read, is_complete, missing, unanswered};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        country::Country,
        dates::PartialDate,
        document::{DateSource, DocumentKind, Permission, VisaClass},
        document_number::DocumentNumber,
        id::{GuestFormId, PremisesId},
        name::PersonName,
        once::Seen,
        person::{Identity, Sex},
        premises::PremisesKind,
        report::Reason,
        stay::{Arrival, Work},
    },
    flow::{Answer, Form, Question},
};

use super::kit::Picking;

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ArrivalDraft {
    /// Where; a follow-up report keeps it.
    pub premises: Option<PremisesId>,
    /// First day; a follow-up report keeps it.
    pub arrived_on: Option<NaiveDate>,
    document: Option<DocumentKind>,
    number: Option<DocumentNumber>,
    name: Answer<PersonName>,
    sex: Answer<Sex>,
    birth: Answer<PartialDate>,
    nationality: Answer<Country>,
    nationality_query: Option<String>,
    visa: Option<VisaClass>,
    stay_until: Answer<NaiveDate>,
    source: Option<DateSource>,
    unit: Answer<String>,
    leaves_on: Answer<NaiveDate>,
    work: Option<Work>,
    permit_until: Answer<NaiveDate>,
    came_from: Answer<String>,
    picking: Option<Picking>,
    /// Answers that were read, not typed.
    read: Option<Read>,
    /// Apart from the other dates, of which one has the same kind.
    permit_picking: Option<Picking>,
    /// What was sent is being put right; a correction says why.
    correcting: bool,
    /// Why it is put right.
    pub why: Option<Reason>,
    /// It is another stay of somebody who is reported as being here already.
    pub again: bool,
    /// The number for which earlier stays at the place were looked through.
    pub looked_up: Option<DocumentNumber>,
    /// What the draft was filled in from, where a guest did that.
    pub guest_form: Option<GuestFormId>,
    /// How the reporter compared what a guest filled in.
    pub seen: Option<Seen>,
    /// What a guest filled in is shown for comparing.
    comparing: bool,
}

/// Premises at which the reporter may report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPremises {
    /// Its identity.
    pub id: PremisesId,
    /// Its kind.
    pub kind: PremisesKind,
    /// As its people call it.
    pub name: String,
}

/// What the questions depend on besides the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalFacts {
    /// The day it is in Phnom Penh.
    pub today: NaiveDate,
    /// Premises of the reporter, the one used last first; at least one.
    pub premises: Vec<OwnPremises>,
    /// Nationalities reported here before, the most frequent first.
    pub nationalities: Vec<Country>,
    /// Rooms and flats reported here before, the latest first.
    pub units: Vec<String>,
}

impl ArrivalDraft {
    /// A draft that goes on where a report ended: the same place, the same day.
    pub fn at(premises: PremisesId, arrived_on: NaiveDate) -> Self {
        Self { premises: Some(premises), arrived_on: Some(arrived_on), ..Self::default() }
    }

    /// A draft for the next guest of the same group: the same place and days, and documents of the same kind. What is a
    /// person's own is asked; everything can be changed before it is sent.
    pub fn following(arrival: &Arrival) -> Self {
        let permission = &arrival.permission;
        Self {
            premises: Some(arrival.premises_id),
            arrived_on: Some(arrival.arrived_on),
            document: Some(arrival.document).filter(|document| document.is_personal()),
            nationality: arrival.identity.nationality.map_or(Answer::Open, Answer::Given),
            visa: permission.visa,
            stay_until: permission.stay_until.map_or(Answer::Open, Answer::Given),
            source: Some(permission.source).filter(|_| permission.stay_until.is_some()),
            leaves_on: arrival.leaves_on.map_or(Answer::Skipped, Answer::Given),
            work: arrival.work,
            ..Self::default()
        }
    }

    /// A draft that holds a report as it was sent, to put it right.
    pub fn correcting(arrival: &Arrival) -> Self {
        Self { correcting: true, ..Self::holding(arrival) }
    }

    /// A draft that corrects one thing: there is a work permit by now. Its last day is asked.
    pub fn permit_came(arrival: &Arrival) -> Self {
        Self {
            why: Some(Reason::CameSince),
            work: Some(Work::WithPermit),
            permit_until: Answer::Open,
            ..Self::correcting(arrival)
        }
    }

    /// A draft for somebody who stayed here before: the person is known, the dates are asked anew.
    pub fn returning(arrival: &Arrival) -> Self {
        Self {
            premises: Some(arrival.premises_id),
            arrived_on: None,
            stay_until: Answer::Open,
            source: None,
            unit: Answer::Open,
            leaves_on: Answer::Open,
            permit_until: Answer::Open,
            came_from: Answer::Open,
            ..Self::holding(arrival)
        }
    }

    fn holding(arrival: &Arrival) -> Self {
        fn told<T>(value: Option<T>) -> Answer<T> {
            value.map_or(Answer::Skipped, Answer::Given)
        }
        let (identity, permission) = (arrival.identity.clone(), &arrival.permission);
        Self {
            premises: Some(arrival.premises_id),
            arrived_on: Some(arrival.arrived_on),
            document: Some(arrival.document),
            looked_up: identity.number.clone(),
            number: identity.number,
            name: told(identity.name),
            sex: told(identity.sex),
            birth: told(identity.birth),
            nationality: told(identity.nationality),
            visa: permission.visa,
            stay_until: told(permission.stay_until),
            source: Some(permission.source),
            unit: told(arrival.unit.clone()),
            leaves_on: told(arrival.leaves_on),
            work: arrival.work,
            // Whoever turns out to have a permit is asked until when.
            permit_until: match arrival.work {
                Some(Work::WithPermit) => told(arrival.permit_until),
                _ => Answer::Open,
            },
            came_from: told(arrival.came_from.clone()),
            ..Self::default()
        }
    }

    /// The number to look through earlier stays for: typed, not looked up, and nothing else known of the person.
    pub fn to_look_up(&self) -> Option<&DocumentNumber> {
        let number = self.number.as_ref().filter(|&number| Some(number) != self.looked_up.as_ref())?;
        let personal = self.document.is_some_and(DocumentKind::is_personal);
        (personal && !self.correcting && !self.sex.is_settled() && !self.birth.is_settled()).then_some(number)
    }

    /// Fills in what is known of the person from an earlier stay and not answered yet; whether anything was. Under another
    /// name it is somebody else, or one of the numbers is mistyped: then nothing is.
    pub fn fill_in(&mut self, identity: &Identity) -> bool {
        fn fill<T: Clone>(answer: &mut Answer<T>, known: Option<&T>) {
            if let (Answer::Open, Some(known)) = (&*answer, known) {
                *answer = Answer::Given(known.clone());
            }
        }
        if self.name.given().is_some_and(|name| Some(name) != identity.name.as_ref()) {
            return false;
        }
        fill(&mut self.name, identity.name.as_ref());
        fill(&mut self.sex, identity.sex.as_ref());
        fill(&mut self.birth, identity.birth.as_ref());
        fill(&mut self.nationality, identity.nationality.as_ref());
        true
    }

    /// The premises that the report is about: the answer, or the only ones there are.
    pub fn place<'a>(&self, facts: &'a ArrivalFacts) -> Option<&'a OwnPremises> {
        match (self.premises, facts.premises.as_slice()) {
            (_, [only]) => Some(only),
            (id, all) => all.iter().find(|premises| Some(premises.id) == id),
        }
    }

    /// What is to be reported, once everything is answered. Answers that no longer apply are left out.
    pub fn arrival(&self, facts: &ArrivalFacts) -> Option<Arrival> {
        let document = self.document?;
        let place = self.place(facts)?;
        let seen = document.was_seen();
        let identity = Identity {
            name: self.name.given().cloned(),
            number: self.number.clone().filter(|_| seen),
            birth: self.birth.given().copied(),
            sex: self.sex.given().copied(),
            nationality: self.nationality.given().copied(),
        };
        let permission = Permission {
            visa: self.visa.filter(|_| self.asks_visa()),
            stay_until: self.stay_until.given().copied().filter(|_| self.asks_date()),
            source: self.date_source(),
        };
        let arrival = Arrival {
            premises_id: place.id,
            document,
            identity,
            permission,
            unit: self.unit.given().cloned(),
            arrived_on: self.arrived_on?,
            leaves_on: self.leaves_on.given().copied().filter(|_| !place.kind.houses_workers()),
            work: self.work.filter(|_| place.kind.houses_workers()),
            permit_until: self.permit_until.given().copied().filter(|_| self.has_permit(place.kind)),
            came_from: self.came_from.given().cloned(),
        };
        Some(arrival.minimised())
    }

    /// Whether there is a work permit at such a place.
    fn has_permit(&self, kind: PremisesKind) -> bool {
        kind.houses_workers() && self.work == Some(Work::WithPermit)
    }

    fn is_exempt(&self) -> bool {
        self.document == Some(DocumentKind::Diplomatic) || (self.asks_visa() && self.visa == Some(VisaClass::A))
    }

    fn is_unseen(&self) -> bool {
        matches!(self.document, Some(DocumentKind::None | DocumentKind::NotShown))
    }

    /// Whether a datum of the document is settled: of one that was seen, only by saying what stands in it.
    fn is_told<T>(&self, answer: &Answer<T>) -> bool {
        answer.given().is_some() || (self.is_unseen() && answer.is_settled())
    }

    /// Another document has another number, and its dates stand elsewhere and mean something else.
    fn show(&mut self, document: DocumentKind) {
        if self.document != Some(document) {
            (self.number, self.visa, self.source, self.stay_until) = (None, None, None, Answer::Open);
        }
        self.document = Some(document);
    }

    fn asks_visa(&self) -> bool {
        matches!(self.document, Some(DocumentKind::Passport | DocumentKind::Other))
    }

    /// Whether there is a date to ask for: on a card, or on whatever the visa class stands.
    fn asks_date(&self) -> bool {
        let has_permission = !matches!(self.visa, None | Some(VisaClass::None | VisaClass::A));
        self.document.is_some_and(DocumentKind::is_card) || (self.asks_visa() && has_permission)
    }

    /// Where the date was read: as answered, else where such a date usually stands.
    fn date_source(&self) -> DateSource {
        match (self.stay_until, self.source) {
            _ if !self.asks_date() => DateSource::NotKnown,
            (Answer::Open | Answer::Skipped, _) => DateSource::NotKnown,
            (Answer::Given(_), Some(source)) => source,
            (Answer::Given(_), None) if self.document.is_some_and(DocumentKind::is_card) => DateSource::Card,
            (Answer::Given(_), None) => self.visa.map_or(DateSource::NotKnown, VisaClass::usual_source),
        }
    }
}

type Q = Question<ArrivalDraft, ArrivalFacts>;

/// The form.
pub static FORM: Form<ArrivalDraft, ArrivalFacts> = Form {
    name: "arrival",
    questions: &[
        place::WHY,
        place::PREMISES,
        read::READ,
        person::DOCUMENT,
        person::NUMBER,
        person::NAME,
        person::SEX,
        person::BIRTH,
        person::NATIONALITY,
        permission::VISA,
        permission::STAY_UNTIL,
        permission::SOURCE,
        place::UNIT,
        place::ARRIVED_ON,
        place::LEAVES_ON,
        place::WORK,
        permission::PERMIT_UNTIL,
        place::CAME_FROM,
        guest::SEEN,
    ],
    title: |draft, words| if draft.correcting { words.msg_correction_summary() } else { words.msg_arrival_summary() },
    finish: |words| words.msg_arrival_send(),
};
