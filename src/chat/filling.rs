//! The forms: begun, filled in, and what is done when one is complete.

use crate::{
    actions::{self, Moving, Reported, Sender},
    domain::{
        id::{ReminderId, ReportId, ReporterId, StayId},
        member::Act,
        report::Reason,
        stay::{Arrival, Departure},
    },
    flow::{self, Event, Outcome, Screen, Session},
    forms::{
        arrival::{self, ArrivalDraft},
        departure::{self, DepartureDraft, DepartureFacts},
        extension::{self, ExtensionDraft, ExtensionFacts},
        invitation::{self, InvitationFacts},
        leaving::{self, LeavingFacts},
        moving::{self, MovingDraft, MovingFacts, Whither},
        premises,
        reference::{self, ReferenceDraft},
    },
};

use super::{
    state::{At, Known, Next, Page},
    turn::Turn,
};

/// Does the same with whichever form is under way: with its questions, its session and what they depend on.
macro_rules! with_form {
    ($at:expr, $today:expr, |$form:ident, $session:ident, $facts:ident| $body:expr, else $other:expr) => {
        match $at {
            At::Home | At::Consent(_) => $other,
            At::Premises { session: $session, .. } => {
                let ($form, $facts) = (&premises::FORM, &());
                $body
            }
            At::Arrival { session: $session, known, .. } | At::Correction { session: $session, known, .. } => {
                let ($form, $facts) = (&arrival::FORM, &known.facts($today));
                $body
            }
            At::Entry { session: $session, known, .. } => {
                let ($form, $facts) = (&arrival::ONE_OF_MANY, &known.facts($today));
                $body
            }
            At::Extension { session: $session, .. } => {
                let ($form, $facts) = (&extension::FORM, &ExtensionFacts { today: $today });
                $body
            }
            At::Departure { session: $session, .. } => {
                let ($form, $facts) = (&departure::FORM, &DepartureFacts { today: $today });
                $body
            }
            At::Leaving { session: $session } => {
                let ($form, $facts) = (&leaving::FORM, &LeavingFacts { today: $today });
                $body
            }
            At::Moving { session: $session, places, .. } => {
                let ($form, $facts) = (&moving::FORM, &MovingFacts { today: $today, places: places.clone() });
                $body
            }
            At::Invitation { session: $session, roles, .. } => {
                let ($form, $facts) = (&invitation::FORM, &InvitationFacts { roles: roles.clone() });
                $body
            }
            At::Guest { session: $session, .. } => {
                let ($form, $facts) = (&arrival::GUEST, &Known::default().facts($today));
                $body
            }
            At::Reference { session: $session } => {
                let ($form, $facts) = (&reference::FORM, &());
                $body
            }
        }
    };
}

impl Turn<'_> {
    /// The screen of the form under way.
    pub(super) fn form_screen(&self) -> Option<Screen> {
        let (words, today) = (self.words(), self.today());
        with_form!(&self.state.at, today, |form, session, facts| Some(flow::draw(form, session, facts, words)), else None)
    }

    /// Towards a report or new premises, past whatever must be settled first. A form under way is gone on with, so that
    /// no answer is lost; whoever wants another one stops this one first.
    pub(super) async fn go_on(&mut self, next: Next) -> anyhow::Result<()> {
        self.state.page = None;
        let reporter = self.reporter().await?;
        if self.conversation.consented && matches!(self.state.at, At::Consent(_)) {
            self.state.at = At::Home;
        }
        match next {
            Next::Invitation(id) if self.conversation.consented || self.state.at.is_form() => {
                return self.show_invitation(id).await;
            }
            Next::GuestForm(id) if self.conversation.consented => return self.guest_draft(id).await,
            _ => {}
        }
        if let (At::Premises { next: after, .. }, Next::Report) = (&mut self.state.at, next) {
            *after = Next::Report;
        }
        if self.state.at.is_form() {
            let same = matches!(
                (&self.state.at, next),
                (At::Arrival { .. } | At::Premises { .. }, Next::Report) | (At::Premises { .. }, Next::AddPremises)
            );
            let words = self.words();
            self.remark(if same { words.msg_continue_here() } else { words.msg_finish_first() });
            return self.show_current().await;
        }
        self.state.at = match next {
            Next::Home => At::Home,
            Next::Invitation(_) | Next::GuestForm(_) => At::Consent(next),
            Next::Report | Next::AddPremises if !self.conversation.consented => At::Consent(next),
            Next::AddPremises => At::Premises { session: Session::default(), next: Next::Home },
            Next::Report => {
                let known = self.known(reporter).await?;
                if known == Known::default() {
                    let remark = self.words().msg_premises_none_yet();
                    self.remark(remark);
                    At::Premises { session: Session::default(), next: Next::Report }
                } else {
                    arrival_at(ArrivalDraft::default(), known)
                }
            }
        };
        self.show_current().await
    }

    pub(super) async fn known(&mut self, reporter: ReporterId) -> anyhow::Result<Known> {
        let premises = self.tx.premises_of(reporter).await?;
        Ok(Known::new(premises.into_iter().map(|place| (place.id, place.details.kind, place.details.name)).collect()))
    }

    /// Begins a form, unless one is under way, which is gone on with. What is reported of a guest who was reported before
    /// needs no consent again: the duty goes on.
    pub(super) async fn begin_form(&mut self, at: At) -> anyhow::Result<()> {
        self.state.page = None;
        if self.state.at.is_form() {
            let remark = self.words().msg_finish_first();
            self.remark(remark);
        } else {
            let is_new = matches!(at, At::Arrival { .. } | At::Premises { .. });
            let needs_consent = is_new && !self.conversation.consented;
            self.state.at = if needs_consent { At::Consent(Next::Report) } else { at };
        }
        self.show_current().await
    }

    /// Another guest after a report: at its place and on its day, or of the same group, whose papers are of a kind.
    pub(super) async fn another(&mut self, report: ReportId, of_group: bool) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let Some(report) = self.tx.report(report).await? else { return self.go_on(Next::Report).await };
        let arrival = self.tx.stay(report.stay).await?.arrival;
        let may = self.conversation.consented && self.tx.may(arrival.premises_id, reporter, Act::Report).await?;
        if !may || self.state.at != At::Home {
            return self.go_on(Next::Report).await;
        }
        let known = self.known(reporter).await?;
        // The receipt stays as it is: the form goes on below it.
        self.answer_silently();
        let draft = if of_group {
            ArrivalDraft::following(&arrival)
        } else {
            ArrivalDraft::at(arrival.premises_id, arrival.arrived_on)
        };
        self.begin_form(arrival_at(draft, known)).await
    }

    /// A report of arrival for somebody who stayed here before.
    pub(super) async fn again(&mut self, stay: StayId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let arrival = self.tx.stay(stay).await?.arrival;
        let known = self.known(reporter).await?;
        self.begin_form(arrival_at(ArrivalDraft::returning(&arrival), known)).await
    }

    /// A correction of what was reported.
    pub(super) async fn correct(&mut self, stay: StayId) -> anyhow::Result<()> {
        self.correct_from(stay, ArrivalDraft::correcting).await
    }

    /// A correction of what was reported: there is a work permit by now.
    pub(super) async fn permit_came(&mut self, stay: StayId) -> anyhow::Result<()> {
        self.correct_from(stay, ArrivalDraft::permit_came).await
    }

    async fn correct_from(&mut self, stay: StayId, draft: fn(&Arrival) -> ArrivalDraft) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let row = self.tx.stay(stay).await?;
        if !self.tx.may(row.arrival.premises_id, reporter, Act::Change).await? {
            return self.may_not().await;
        }
        let session = Box::new(Session::starting_from(draft(&row.arrival)));
        let known = self.known(reporter).await?;
        self.begin_form(At::Correction { session, known, stay, draft: actions::draft_name() }).await
    }

    /// An extension of a guest's permission.
    pub(super) async fn extend(&mut self, stay: StayId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let arrival = self.tx.stay(stay).await?.arrival;
        if !self.tx.may(arrival.premises_id, reporter, Act::Change).await? {
            return self.may_not().await;
        }
        let session = Session::starting_from(ExtensionDraft::about(stay, arrival.document));
        self.begin_form(At::Extension { session, draft: actions::draft_name() }).await
    }

    /// A move of a guest.
    pub(super) async fn move_guest(&mut self, stay: StayId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let arrival = self.tx.stay(stay).await?.arrival;
        let own = self.tx.premises_of(reporter).await?;
        let elsewhere = own.into_iter().filter(|place| place.id != arrival.premises_id);
        let places = elsewhere.map(|place| (place.id, place.details.name)).collect();
        let session = Session::starting_from(MovingDraft::of(stay, arrival.arrived_on));
        self.begin_form(At::Moving { session, places, draft: actions::draft_name() }).await
    }

    /// Departures on a day that is to be told.
    pub(super) async fn depart(&mut self, stays: Vec<StayId>) -> anyhow::Result<()> {
        self.depart_after(stays, None).await
    }

    /// The same as an answer to a roll call.
    pub(super) async fn depart_after(
        &mut self,
        stays: Vec<StayId>,
        roll_call: Option<ReminderId>,
    ) -> anyhow::Result<()> {
        let mut arrived_on = None;
        for &stay in &stays {
            arrived_on = arrived_on.max(Some(self.tx.stay(stay).await?.arrival.arrived_on));
        }
        let session = Session::starting_from(DepartureDraft::of(stays, arrived_on));
        self.begin_form(At::Departure { session, draft: actions::draft_name(), roll_call }).await
    }

    /// The number that the authorities' own system gave.
    pub(super) async fn note_reference(&mut self, stay: StayId) -> anyhow::Result<()> {
        self.begin_form(At::Reference { session: Session::starting_from(ReferenceDraft::of(stay)) }).await
    }

    /// An event for the form under way.
    pub(super) async fn event(&mut self, event: Event<'_>) -> anyhow::Result<()> {
        let (words, today) = (self.words(), self.today());
        self.state.page = None;
        let outcome = with_form!(
            &mut self.state.at,
            today,
            |form, session, facts| flow::step(form, session, event, facts, words),
            else {
                let is_location = matches!(event, Event::Location { .. });
                Outcome::Ask(Some(if is_location { words.msg_odd_location() } else { words.msg_nothing_to_cancel() }))
            }
        );
        match outcome {
            Outcome::Ask(complaint) => {
                if let Some(complaint) = complaint {
                    self.remark(complaint);
                }
                self.fill_in_known_guest().await?;
                self.show_current().await
            }
            Outcome::Cancelled => match std::mem::take(&mut self.state.at) {
                At::Entry { session, entry, batch, .. } => self.entry_left((entry, batch), session.draft, false).await,
                at => {
                    self.state.at = at;
                    self.cancel().await
                }
            },
            Outcome::Finished => self.finished().await,
        }
    }

    /// Somebody whose document is known from an earlier stay at the same place need not be asked about again.
    async fn fill_in_known_guest(&mut self) -> anyhow::Result<()> {
        let today = self.today();
        let At::Arrival { session, known, .. } = &mut self.state.at else { return Ok(()) };
        let place = session.draft.place(&known.facts(today)).map(|place| place.id);
        let (Some(place), Some(number)) = (place, session.draft.to_look_up().cloned()) else { return Ok(()) };
        session.draft.looked_up = Some(number.clone());
        let reporter = self.reporter().await?;
        if !self.tx.may(place, reporter, Act::Report).await? {
            return Ok(());
        }
        let Some(stay) = self.tx.stay_with_document(place, &number).await? else { return Ok(()) };
        let identity = self.tx.stay(stay).await?.arrival.identity;
        let words = self.words();
        if let At::Arrival { session, .. } = &mut self.state.at
            && session.draft.fill_in(&identity)
        {
            self.remark(words.msg_known_guest());
        }
        Ok(())
    }

    /// The form is complete: what it was for is done.
    pub(super) async fn finished(&mut self) -> anyhow::Result<()> {
        let (reporter, today, words) = (self.reporter().await?, self.today(), self.words());
        let (user, context) = (self.user, self.context);
        let sender = |draft| Sender { reporter, user, draft };
        match std::mem::take(&mut self.state.at) {
            At::Premises { session, next } => {
                let Some(details) = session.draft.details() else {
                    return self.incomplete(At::Premises { session, next }).await;
                };
                actions::register_premises(self.tx, context, reporter, &details).await?;
                self.remark(words.msg_premises_saved(&details.name, words.address(&details)));
                self.go_on(next).await
            }
            At::Arrival { session, known, draft } => {
                let Some(arrival) = session.draft.arrival(&known.facts(today)) else {
                    return self.incomplete(At::Arrival { session, known, draft }).await;
                };
                if self.guest_is_gone(&session.draft).await? {
                    return Ok(());
                }
                let again = session.draft.again;
                let outcome = actions::report_arrival(self.tx, context, sender(&draft), &arrival, again).await?;
                if let Reported::SameGuest(stay) = outcome {
                    self.state.at = At::Arrival { session, known, draft };
                    return self.open(Page::SameGuest(stay)).await;
                }
                if outcome == Reported::Kept {
                    self.prove_to_guest(&session.draft, &draft).await?;
                }
                self.reported(outcome, words.msg_report_sent()).await
            }
            At::Entry { session, entry, batch, .. } => self.entry_left((entry, batch), session.draft, true).await,
            At::Correction { session, known, stay, draft } => {
                let Some(arrival) = session.draft.arrival(&known.facts(today)) else {
                    return self.incomplete(At::Correction { session, known, stay, draft }).await;
                };
                let reason = session.draft.why.unwrap_or(Reason::Other);
                let outcome = actions::correct_report(self.tx, context, sender(&draft), stay, &arrival, reason).await?;
                self.reported(outcome, words.msg_correction_sent()).await
            }
            At::Extension { session, draft } => match (session.draft.stay, session.draft.permission()) {
                (Some(stay), Some(permission)) => {
                    let outcome =
                        actions::report_extension(self.tx, context, sender(&draft), stay, &permission).await?;
                    self.reported(outcome, words.msg_extension_sent()).await
                }
                _ => self.incomplete(At::Extension { session, draft }).await,
            },
            At::Departure { session, draft, roll_call } => {
                let Some(departed_on) = session.draft.departed_on else {
                    return self.incomplete(At::Departure { session, draft, roll_call }).await;
                };
                let departure = Departure { departed_on, went_to: None };
                let stays = &session.draft.stays;
                let outcome = actions::report_departure(self.tx, context, sender(&draft), stays, &departure).await?;
                self.roll_called(roll_call, &outcome).await?;
                self.reported(outcome, words.msg_departure_sent()).await
            }
            At::Leaving { session } => {
                let draft = &session.draft;
                let (Some(stay), true) = (draft.stay, draft.leaves_on.is_settled()) else {
                    return self.incomplete(At::Leaving { session }).await;
                };
                let day = draft.leaves_on.given().copied();
                let noted = actions::note_planned_departure(self.tx, context, reporter, stay, day).await?;
                self.remark(match noted {
                    Reported::Kept => words.msg_leaving_saved(),
                    _ => words.msg_stay_closed(),
                });
                self.show_current().await
            }
            At::Moving { session, places, draft } => {
                let moved = self.moved(&session.draft, sender(&draft)).await?;
                match moved {
                    Some((outcome, sent)) => self.reported(outcome, sent).await,
                    None => self.incomplete(At::Moving { session, places, draft }).await,
                }
            }
            At::Invitation { session, premises, roles } => match session.draft.role {
                Some(role) => self.invite(premises, &session.draft, role).await,
                None => self.incomplete(At::Invitation { session, premises, roles }).await,
            },
            At::Guest { session, form } => self.hand_over(form, &session.draft).await,
            At::Reference { session } => {
                let (Some(stay), Some(reference)) = (session.draft.stay, &session.draft.reference) else {
                    return self.incomplete(At::Reference { session }).await;
                };
                actions::note_reference(self.tx, reporter, stay, reference).await?;
                self.remark(words.msg_reference_saved());
                self.open(Page::Stay(stay)).await
            }
            at @ (At::Home | At::Consent(_)) => self.incomplete(at).await,
        }
    }

    async fn moved(&mut self, draft: &MovingDraft, sender: Sender<'_>) -> anyhow::Result<Option<(Reported, String)>> {
        let (Some(stay), Some(whither), Some(moved_on)) = (draft.stay, draft.whither, draft.moved_on) else {
            return Ok(None);
        };
        let (words, context) = (self.words(), self.context);
        Ok(Some(match whither {
            Whither::Own(to) => {
                let moving = Moving { to, unit: draft.unit.given().cloned(), moved_on };
                (actions::report_move(self.tx, context, sender, stay, &moving).await?, words.msg_move_sent())
            }
            Whither::Elsewhere => {
                let departure = Departure { departed_on: moved_on, went_to: draft.place.given().cloned() };
                let outcome = actions::report_departure(self.tx, context, sender, &[stay], &departure).await?;
                (outcome, words.msg_departure_sent())
            }
        }))
    }

    /// Only a form that changed under a draft can get here: its open question is asked.
    pub(super) async fn incomplete(&mut self, at: At) -> anyhow::Result<()> {
        self.state.at = at;
        self.show_current().await
    }

    pub(super) async fn reported(&mut self, reported: Reported, sent: String) -> anyhow::Result<()> {
        let words = self.words();
        match reported {
            Reported::Kept => {
                // The receipt or note follows from the outbox and carries the way on; the summary only says that it was sent.
                self.state.page = None;
                self.show(Screen::saying(sent));
                return Ok(());
            }
            Reported::Already(number) => self.remark(words.msg_report_sent_already(number.as_str())),
            Reported::NotAMember => self.remark(words.msg_not_a_member()),
            Reported::MayNot => self.remark(words.msg_may_not()),
            Reported::Closed | Reported::SameGuest(_) => self.remark(words.msg_stay_closed()),
        }
        self.show_current().await
    }
}

pub(super) fn arrival_at(draft: ArrivalDraft, known: Known) -> At {
    At::Arrival { session: Box::new(Session::starting_from(draft)), known, draft: actions::draft_name() }
}
