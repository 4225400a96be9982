//! Reporting an arrival: which document, who, until when, where in the house, since when.

mod permission;
mod person;
mod place;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        country::Country,
        dates::PartialDate,
        document::{DateSource, DocumentKind, Permission, VisaClass},
        document_number::DocumentNumber,
        id::PremisesId,
        name::PersonName,
        person::{Identity, Sex},
        premises::PremisesKind,
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
    picking: Option<Picking>,
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
    /// A draft that goes on where the last report ended: the same place, the same day.
    pub fn following(premises: PremisesId, arrived_on: NaiveDate) -> Self {
        Self { premises: Some(premises), arrived_on: Some(arrived_on), ..Self::default() }
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
        };
        Some(arrival.minimised())
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
        self.document == Some(DocumentKind::ResidenceCard) || (self.asks_visa() && has_permission)
    }

    /// Where the date was read: as answered, else where such a date usually stands.
    fn date_source(&self) -> DateSource {
        match (self.stay_until, self.source) {
            _ if !self.asks_date() => DateSource::NotKnown,
            (Answer::Open | Answer::Skipped, _) => DateSource::NotKnown,
            (Answer::Given(_), Some(source)) => source,
            (Answer::Given(_), None) if self.document == Some(DocumentKind::ResidenceCard) => DateSource::Card,
            (Answer::Given(_), None) => self.visa.map_or(DateSource::NotKnown, VisaClass::usual_source),
        }
    }
}

type Q = Question<ArrivalDraft, ArrivalFacts>;

/// The form.
pub static FORM: Form<ArrivalDraft, ArrivalFacts> = Form {
    name: "arrival",
    questions: &[
        place::PREMISES,
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
    ],
    title: |words| words.msg_arrival_summary(),
    finish: |words| words.msg_arrival_send(),
};
