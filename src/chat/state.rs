//! Where a person is in the conversation. An old state that no longer reads begins at the menu.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{country::Country, id::PremisesId, premises::PremisesKind},
    flow::Session,
    forms::{
        arrival::{ArrivalDraft, ArrivalFacts, OwnPremises},
        extension::ExtensionDraft,
        premises::PremisesDraft,
    },
};

/// A conversation's state.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct State {
    /// The languages are on offer; whatever else goes on waits behind them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) choosing_language: bool,
    /// What goes on.
    #[serde(default)]
    pub(super) at: At,
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
    /// An extension is being reported.
    Extension {
        /// The form.
        session: Session<ExtensionDraft>,
        /// The draft's name, under which it is reported once.
        draft: String,
    },
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
