//! Answers to the question that comes before an alert: left, moved, extended, still here.

use crate::{
    actions::{self, CheckAnswer, Checked},
    domain::{alert::Rule, id::CheckId, press::Press},
    text::{Key, Message},
};

use super::{incoming::Effect, turn::Turn};

impl Turn<'_> {
    pub(super) async fn check(&mut self, check: CheckId, answer: CheckAnswer) -> anyhow::Result<()> {
        let draft = actions::draft_name();
        let sender = self.sender(&draft).await?;
        let checked = actions::answer_check(self.tx, self.context, sender, check, answer).await?;
        let words = self.words();
        let of_date = self.is_about_a_date(check).await?;
        let said = match (checked, answer) {
            (Checked::Noted, CheckAnswer::Left) => words.msg_check_left_done(),
            (Checked::Noted, CheckAnswer::Still) if of_date => words.msg_check_still_done(),
            (Checked::Noted, CheckAnswer::Still) => words.msg_check_not_yet_done(),
            (Checked::Closed, _) => words.msg_check_closed(),
        };
        // The answer takes the question's place; whoever said "still here" may yet say otherwise.
        let keys = if (checked, answer) == (Checked::Noted, CheckAnswer::Still) {
            let settled = self.settled_label(check).await?;
            vec![(settled, Press::Extended(check)), (words.msg_check_left(), Press::Left(check))]
        } else {
            Vec::new()
        };
        let (chat, pressed) = (self.chat(), self.pressed.clone());
        let key = |(label, press)| vec![Key { label, data: self.tx.keys().standing_token(chat, press) }];
        let message = Message { text: said, rows: keys.into_iter().map(key).collect(), ..Message::default() };
        let replace = pressed.filter(|pressed| pressed.is_text).and_then(|pressed| pressed.message);
        self.answer_silently();
        self.effects.push(Effect::Show { chat, message, version: None, replace });
        Ok(())
    }

    async fn rule_of(&mut self, check: CheckId) -> anyhow::Result<Option<Rule>> {
        Ok(self.tx.check(check).await?.map(|check| check.rule))
    }

    async fn is_about_a_date(&mut self, check: CheckId) -> anyhow::Result<bool> {
        Ok(!matches!(self.rule_of(check).await?, Some(Rule::TurnedEighteen | Rule::WorkPermitMissing)))
    }

    async fn settled_label(&mut self, check: CheckId) -> anyhow::Result<String> {
        let words = self.words();
        let Some(check) = self.tx.check(check).await? else { return Ok(words.msg_check_extended()) };
        Ok(match check.rule {
            Rule::TurnedEighteen => words.msg_check_has_card(),
            Rule::WorkPermitMissing => words.permit_came(&self.tx.stay(check.stay).await?.arrival),
            _ => words.msg_check_extended(),
        })
    }

    /// What was asked about is settled: the date was extended, or the card or permit is there, which a correction says.
    pub(super) async fn extended(&mut self, check: CheckId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        self.answer_silently();
        let rule = self.rule_of(check).await?;
        match actions::open_check(self.tx, reporter, check).await? {
            Some(stay) if rule == Some(Rule::WorkPermitMissing) => self.permit_came(stay).await,
            Some(stay) if rule == Some(Rule::TurnedEighteen) => self.correct(stay).await,
            Some(stay) => self.extend(stay).await,
            None => {
                let closed = self.words().msg_check_closed();
                self.say(closed);
                Ok(())
            }
        }
    }

    /// The guest asked about has moved.
    pub(super) async fn moved_on(&mut self, check: CheckId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        self.answer_silently();
        if let Some(stay) = actions::open_check(self.tx, reporter, check).await? {
            return self.move_guest(stay).await;
        }
        let closed = self.words().msg_check_closed();
        self.say(closed);
        Ok(())
    }
}
