//! One guest: what was reported, and what can be reported next.

use chrono::Days;

use crate::{
    actions::{self, Reported},
    domain::{
        id::{ReminderId, StayId},
        member::Act,
        press::Press,
        report::Reason,
        stay::Departure,
    },
    flow::{Button, Event, Screen},
    store::{StayRow, What},
};

use super::{
    super::{
        home::menu_row,
        state::{At, Listing, Page},
        turn::{Turn, standing},
    },
    permits,
};

impl Turn<'_> {
    pub(super) async fn stay_screen(&mut self, id: StayId) -> anyhow::Result<Option<Screen>> {
        let Some(stay) = self.own_stay(id).await? else { return Ok(None) };
        let (reporter, words) = (self.reporter().await?, self.words());
        let may_change = self.tx.may(stay.arrival.premises_id, reporter, Act::Change).await?;
        let text = self.card(&stay).await?;
        let button = |label: String, act: &str| Button::new(label, act);
        let mut screen = Screen::saying(text);
        if stay.departed_on.is_none() {
            screen = screen
                .with_row(vec![
                    button(words.msg_stay_left_today(), "left:0"),
                    button(words.msg_stay_left_yesterday(), "left:1"),
                ])
                .with_row(vec![button(words.msg_stay_left_other(), "left:other")]);
            // Of exempt people nothing is kept that could be extended.
            let extends = may_change && !stay.arrival.is_exempt();
            let mut row = vec![button(words.msg_stay_move(), "move")];
            if extends {
                row.insert(0, button(words.msg_stay_extend(), "extend"));
            }
            screen = screen.with_row(row);
            if let Some(lacking) = self.permit_of(&stay.arrival).filter(|_| may_change) {
                screen = screen.with_row(vec![button(permits::noting(words, lacking), "permit")]);
            }
        } else if !stay.cancelled {
            screen = screen
                .with_row(vec![button(words.msg_stay_not_left(), "not-left"), button(words.msg_stay_again(), "again")]);
        }
        if may_change && !stay.cancelled {
            screen = screen
                .with_row(vec![button(words.msg_stay_correct(), "correct"), button(words.msg_stay_cancel(), "cancel")]);
        }
        let mut papers = vec![button(words.msg_stay_receipt(), "receipt")];
        if !stay.arrival.is_exempt() {
            papers.push(button(words.msg_stay_fpcs(), "fpcs"));
        }
        Ok(Some(
            screen
                .with_row(papers)
                .with_row(vec![button(words.msg_stays_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    /// What was reported, as the desk sees it.
    async fn card(&mut self, stay: &StayRow) -> anyhow::Result<String> {
        let words = self.words();
        let arrival = &stay.arrival;
        let premises = self.tx.premises(arrival.premises_id).await?.details.name;
        let versions = self.tx.versions_of_arrival(stay.id).await?;
        let (number, reporter) = match versions.first() {
            Some(first) => (first.number.to_string(), Some(first.reporter)),
            None => (words.msg_not_known(), None),
        };
        let maker = match reporter {
            Some(reporter) => self.tx.maker(arrival.premises_id, reporter).await?,
            None => None,
        };
        let by = maker.map_or_else(|| words.msg_not_known(), |(called, role)| words.member(called.as_deref(), role));
        let document = match &arrival.identity.number {
            Some(number) => format!("{} ⟪{number}⟫", words.document_kind(arrival.document)),
            None => words.document_kind(arrival.document),
        };
        let or_unknown =
            |day: Option<chrono::NaiveDate>| day.map_or_else(|| words.msg_not_known(), |day| words.day(day));
        let leaves = match stay.departed_on.filter(|_| !stay.cancelled) {
            Some(day) => words.msg_stay_departed(words.day(day)),
            None => words.msg_stay_leaves(or_unknown(arrival.leaves_on)),
        };
        let duty = words.duty(self.duty(stay).await?);
        Ok(words.msg_stay_card(
            words.guest(arrival),
            words.room(arrival.unit.as_deref()),
            premises,
            document,
            or_unknown(arrival.permission.stay_until),
            words.day(arrival.arrived_on),
            leaves,
            words.work_line(arrival),
            number,
            by,
            duty,
        ))
    }

    pub(super) async fn stay_act(&mut self, id: StayId, verb: &str, argument: &str) -> anyhow::Result<()> {
        let Some(stay) = self.own_stay(id).await? else { return self.show_current().await };
        match verb {
            "left" => self.left(vec![id], argument, None).await,
            "extend" => self.extend(id).await,
            "move" => self.move_guest(id).await,
            "correct" => self.correct(id).await,
            "permit" => self.permit_came(id).await,
            "cancel" => self.open(Page::Cancelling(id)).await,
            "again" => self.again(id).await,
            "not-left" => {
                let draft = actions::draft_name();
                let sender = self.sender(&draft).await?;
                let outcome = actions::take_back_departure(self.tx, self.context, sender, id).await?;
                let words = self.words();
                self.remark(match outcome {
                    Reported::Kept => words.msg_departure_taken_back(),
                    _ => words.msg_stay_closed(),
                });
                self.show_current().await
            }
            "receipt" => {
                if let Some(last) = self.tx.versions_of_arrival(id).await?.last() {
                    self.send_again(What::Receipt(last.id)).await?;
                }
                Ok(())
            }
            "fpcs" => self.open(Page::Fpcs { stays: vec![id], at: 0 }).await,
            _ => {
                let listing =
                    Listing { past: stay.departed_on.is_some(), ..Listing::present(stay.arrival.premises_id) };
                self.open(Page::Stays(listing)).await
            }
        }
    }

    /// These guests have left: today, so many days ago, or on a day that is to be told.
    pub(super) async fn left(
        &mut self,
        stays: Vec<StayId>,
        when: &str,
        roll_call: Option<ReminderId>,
    ) -> anyhow::Result<()> {
        let Ok(days) = when.parse::<u64>() else { return self.depart_after(stays, roll_call).await };
        let draft = actions::draft_name();
        let sender = self.sender(&draft).await?;
        let departure = Departure { departed_on: self.today() - Days::new(days.min(1)), went_to: None };
        let outcome = actions::report_departure(self.tx, self.context, sender, &stays, &departure).await?;
        self.roll_called(roll_call, &outcome).await?;
        let sent = self.words().msg_departure_sent();
        self.reported(outcome, sent).await
    }

    pub(super) async fn cancelling_screen(&mut self, id: StayId) -> anyhow::Result<Option<Screen>> {
        let Some(stay) = self.own_stay(id).await? else { return Ok(None) };
        let words = self.words();
        let text = format!("{}\n\n⟦{}⟧", self.card(&stay).await?, words.msg_stay_cancel_why());
        let mut screen = Screen::saying(text);
        for reason in Reason::TO_CANCEL {
            screen = screen.with_row(vec![Button::new(words.reason(reason), format!("why:{}", reason.as_str()))]);
        }
        Ok(Some(screen.with_row(vec![Button::new(words.msg_back(), "back")])))
    }

    pub(super) async fn cancelling_act(&mut self, id: StayId, verb: &str, argument: &str) -> anyhow::Result<()> {
        let Some(reason) = Reason::named(argument).filter(|_| verb == "why") else {
            return self.open(Page::Stay(id)).await;
        };
        let draft = actions::draft_name();
        let sender = self.sender(&draft).await?;
        let outcome = actions::cancel_report(self.tx, self.context, sender, id, reason).await?;
        let sent = self.words().msg_cancellation_sent();
        self.state.page = Some(Page::Stay(id));
        self.reported(outcome, sent).await
    }

    pub(super) async fn same_guest_screen(&mut self, id: StayId) -> anyhow::Result<Option<Screen>> {
        let Some(stay) = self.own_stay(id).await? else { return Ok(None) };
        let words = self.words();
        let number = self.tx.arrival_report(id).await?.number;
        let (room, arrived) = (words.room(stay.arrival.unit.as_deref()), words.day(stay.arrival.arrived_on));
        Ok(Some(
            Screen::saying(words.msg_same_guest(room, arrived, number.as_str()))
                .with_row(vec![Button::new(words.msg_same_guest_open(), "open")])
                .with_row(vec![Button::new(words.msg_same_guest_send(), "send")])
                .with_row(menu_row(words)),
        ))
    }

    pub(super) async fn same_guest_act(&mut self, id: StayId, verb: &str) -> anyhow::Result<()> {
        match (verb, &mut self.state.at) {
            ("send", At::Arrival { session, .. }) => {
                session.draft.again = true;
                self.event(Event::Act("finish")).await
            }
            _ => self.open(Page::Stay(id)).await,
        }
    }
}
