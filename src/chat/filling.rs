//! The forms: begun, filled in, and what is done when one is complete.

use crate::{
    actions::{self, Reported},
    domain::id::{ReportId, ReporterId},
    flow::{self, Event, Outcome, Screen, Session},
    forms::{
        arrival::{self, ArrivalDraft},
        extension::{self, ExtensionFacts},
        premises,
    },
};

use super::{
    state::{At, Known, Next},
    turn::Turn,
};

impl Turn<'_> {
    /// Towards a report or new premises, past whatever must be settled first. A form under way is gone on with, so that
    /// no answer is lost; whoever wants another one stops this one first.
    pub(super) async fn go_on(&mut self, next: Next) -> anyhow::Result<()> {
        self.state.choosing_language = false;
        let reporter = self.reporter().await?;
        if let (At::Premises { next: after, .. }, Next::Report) = (&mut self.state.at, next) {
            *after = Next::Report;
        }
        if matches!(self.state.at, At::Arrival { .. } | At::Premises { .. } | At::Extension { .. }) {
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

    /// Another guest at the place and on the day of a report of this reporter's.
    pub(super) async fn another(&mut self, report: ReportId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let stay = self.tx.report(report).await?.stay;
        let arrival = self.tx.stay(stay).await?.arrival;
        let may = self.conversation.consented && self.tx.is_member(arrival.premises_id, reporter).await?;
        if !may || self.state.at != At::Home {
            return self.go_on(Next::Report).await;
        }
        let known = self.known(reporter).await?;
        self.state.at = arrival_at(ArrivalDraft::following(arrival.premises_id, arrival.arrived_on), known);
        // The receipt stays as it is: the form goes on below it.
        self.answer_silently();
        self.show_current().await
    }

    /// An event for the form under way.
    pub(super) async fn event(&mut self, event: Event<'_>) -> anyhow::Result<()> {
        let (words, today) = (self.words(), self.today());
        let outcome = match &mut self.state.at {
            At::Home | At::Consent(_) => {
                let remark = if matches!(event, Event::Location { .. }) {
                    words.msg_odd_location()
                } else {
                    words.msg_nothing_to_cancel()
                };
                Outcome::Ask(Some(remark))
            }
            At::Premises { session, .. } => flow::step(&premises::FORM, session, event, &(), words),
            At::Arrival { session, known, .. } => {
                flow::step(&arrival::FORM, session, event, &known.facts(today), words)
            }
            At::Extension { session, .. } => {
                flow::step(&extension::FORM, session, event, &ExtensionFacts { today }, words)
            }
        };
        match outcome {
            Outcome::Ask(complaint) => {
                if let Some(complaint) = complaint {
                    self.remark(complaint);
                }
                self.show_current().await
            }
            Outcome::Cancelled => self.cancel().await,
            Outcome::Finished => self.finished().await,
        }
    }

    /// The form is complete: what it was for is done.
    pub(super) async fn finished(&mut self) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let today = self.today();
        match std::mem::take(&mut self.state.at) {
            At::Premises { session, next } => {
                let Some(details) = session.draft.details() else {
                    return self.incomplete(At::Premises { session, next }).await;
                };
                actions::register_premises(self.tx, self.context, reporter, &details).await?;
                let words = self.words();
                self.remark(words.msg_premises_saved(&details.name, words.address(&details)));
                self.go_on(next).await
            }
            At::Arrival { session, known, draft } => {
                let Some(arrival) = session.draft.arrival(&known.facts(today)) else {
                    return self.incomplete(At::Arrival { session, known, draft }).await;
                };
                let who = (reporter, self.user);
                let outcome = actions::report_arrival(self.tx, self.context, who, &arrival, &draft).await?;
                self.reported(outcome, self.words().msg_report_sent()).await
            }
            At::Extension { session, draft } => match (session.draft.stay, session.draft.permission()) {
                (Some(stay), Some(permission)) => {
                    let who = (reporter, self.user);
                    let outcome =
                        actions::report_extension(self.tx, self.context, who, stay, &permission, &draft).await?;
                    self.reported(outcome, self.words().msg_extension_sent()).await
                }
                _ => self.incomplete(At::Extension { session, draft }).await,
            },
            at @ (At::Home | At::Consent(_)) => self.incomplete(at).await,
        }
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
                self.show(Screen::saying(sent));
                Ok(())
            }
            Reported::Already(number) => {
                self.remark(words.msg_report_sent_already(number.as_str()));
                self.show_current().await
            }
            Reported::NotAMember => {
                self.remark(words.msg_not_a_member());
                self.show_current().await
            }
        }
    }
}

fn arrival_at(draft: ArrivalDraft, known: Known) -> At {
    At::Arrival { session: Box::new(Session::starting_from(draft)), known, draft: actions::draft_name() }
}
