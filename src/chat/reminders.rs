//! Presses on reminders and on questions that the bot puts by itself. Each is authorised again when it is pressed.

use chrono::Days;

use crate::{
    actions::{self, PlaceAnswer, Reported},
    domain::{
        id::{ReminderId, StayId},
        press::Press,
        reminder::ReminderKind,
        stay::Departure,
    },
    flow::Session,
    forms::leaving::LeavingDraft,
    store::{Answered, Reminder},
    text::Message,
};

use super::{
    incoming::Effect,
    state::{At, Page},
    turn::Turn,
};

/// Whether a press is one on a reminder or a question, which answers it itself.
pub(super) fn is_reminder_press(press: Press) -> bool {
    matches!(
        press,
        Press::GoneToday(_)
            | Press::GoneYesterday(_)
            | Press::StaysOn(_)
            | Press::MovedOn(_)
            | Press::Departed(_)
            | Press::Renewed(_)
            | Press::NoMore(_)
            | Press::AllHere(_)
            | Press::SomeLeft(_)
            | Press::NobodyNew(_)
    )
}

impl Turn<'_> {
    /// A press on a reminder or a question; whatever else is pressed is not for here.
    pub(super) async fn reminder_press(&mut self, press: Press) -> anyhow::Result<()> {
        match press {
            Press::AllHere(id) => self.about_place(id, Answered::AllHere).await,
            Press::NobodyNew(id) => self.about_place(id, Answered::NobodyNew).await,
            Press::SomeLeft(id) => self.some_left(id).await,
            Press::GoneToday(id)
            | Press::GoneYesterday(id)
            | Press::StaysOn(id)
            | Press::MovedOn(id)
            | Press::Departed(id)
            | Press::Renewed(id)
            | Press::NoMore(id) => {
                let reporter = self.reporter().await?;
                if let Some((reminder, stay)) = actions::open_reminder(self.tx, reporter, id).await? {
                    return self.about_stay(press, &reminder, stay).await;
                }
                let closed = self.words().msg_check_closed();
                self.in_its_place(closed);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    async fn about_stay(&mut self, press: Press, reminder: &Reminder, stay: StayId) -> anyhow::Result<()> {
        match press {
            Press::GoneToday(_) => self.gone(stay, 0).await,
            Press::GoneYesterday(_) => self.gone(stay, 1).await,
            Press::StaysOn(_) => self.stays_on(reminder, stay).await,
            Press::NoMore(_) => {
                let reporter = self.reporter().await?;
                self.tx.hush(reporter, reminder, self.context.now).await?;
                let done = self.words().msg_no_more_done();
                self.in_its_place(done);
                Ok(())
            }
            Press::MovedOn(_) => {
                self.answer_silently();
                self.move_guest(stay).await
            }
            Press::Departed(_) => {
                self.answer_silently();
                self.depart(vec![stay]).await
            }
            // A card or a permit of one's own is noted by a correction, a new date by an extension.
            _ => {
                self.answer_silently();
                match reminder.kind {
                    ReminderKind::WorkPermit => self.permit_came(stay).await,
                    ReminderKind::TurnsEighteen => self.correct(stay).await,
                    _ => self.extend(stay).await,
                }
            }
        }
    }

    /// The guest left so many days ago.
    async fn gone(&mut self, stay: StayId, days: u64) -> anyhow::Result<()> {
        let draft = actions::draft_name();
        let sender = self.sender(&draft).await?;
        let departure = Departure { departed_on: self.today() - Days::new(days), went_to: None };
        let reported = actions::report_departure(self.tx, self.context, sender, &[stay], &departure).await?;
        let words = self.words();
        self.in_its_place(match reported {
            Reported::Kept => words.msg_departure_sent(),
            _ => words.msg_check_closed(),
        });
        Ok(())
    }

    /// The guest stays on; where a departure was planned, until when?
    async fn stays_on(&mut self, reminder: &Reminder, stay: StayId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let noted = actions::stays_on(self.tx, self.context, reporter, stay).await?;
        let words = self.words();
        if noted != Reported::Kept {
            self.in_its_place(words.msg_check_closed());
            return Ok(());
        }
        self.in_its_place(words.msg_stays_on_done());
        if reminder.kind == ReminderKind::Departure {
            return self.begin_form(At::Leaving { session: Session::starting_from(LeavingDraft::of(stay)) }).await;
        }
        Ok(())
    }

    async fn about_place(&mut self, id: ReminderId, answer: Answered) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let taken = actions::answer_about_place(self.tx, self.context, reporter, id, answer).await?;
        let said = self.taken(taken).await?;
        self.toast(said);
        Ok(())
    }

    /// What became of an answer about a place, in words.
    async fn taken(&mut self, taken: PlaceAnswer) -> anyhow::Result<String> {
        let words = self.words();
        Ok(match taken {
            PlaceAnswer::Taken => words.msg_place_answer_taken(),
            PlaceAnswer::Closed => words.msg_not_a_member(),
            PlaceAnswer::AlreadyBy(premises, first) => {
                let by = self.tx.maker(premises, first).await?;
                let by =
                    by.map_or_else(|| words.msg_not_known(), |(called, role)| words.member(called.as_deref(), role));
                words.msg_place_answer_already(by)
            }
        })
    }

    /// Who has left is chosen; the others are here.
    async fn some_left(&mut self, id: ReminderId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let asked = actions::place_asked_about(self.tx, reporter, id).await?;
        let reminder = self.tx.reminder(id).await?;
        match (asked, reminder.and_then(|reminder| reminder.answered)) {
            (None, _) => {
                let closed = self.words().msg_not_a_member();
                self.toast(closed);
                Ok(())
            }
            (Some(premises), Some((first, _))) => {
                let said = self.taken(PlaceAnswer::AlreadyBy(premises, first)).await?;
                self.toast(said);
                Ok(())
            }
            (Some(premises), None) => {
                self.answer_silently();
                self.open(Page::Several { premises, page: 0, chosen: Vec::new(), roll_call: Some(id) }).await
            }
        }
    }

    /// The departures that a roll call brought to light were reported: it is settled.
    pub(super) async fn roll_called(&mut self, id: Option<ReminderId>, departed: &Reported) -> anyhow::Result<()> {
        if let (Some(id), Reported::Kept) = (id, departed) {
            let reporter = self.reporter().await?;
            actions::answer_about_place(self.tx, self.context, reporter, id, Answered::SomeLeft).await?;
        }
        Ok(())
    }

    /// Says something in the place of what was pressed.
    fn in_its_place(&mut self, text: String) {
        let replace = self.pressed.as_ref().filter(|pressed| pressed.is_text).and_then(|pressed| pressed.message);
        self.answer_silently();
        let message = Message::saying(text);
        self.effects.push(Effect::Show { chat: self.chat(), message, version: None, replace });
    }
}
