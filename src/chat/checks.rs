//! Answers to the question that comes before an alert: left, extended, still here.

use crate::{
    actions::{self, CheckAnswer, Checked},
    domain::{id::CheckId, press::Press},
    flow::Session,
    forms::extension::ExtensionDraft,
    text::{Key, Message},
};

use super::{incoming::Effect, state::At, turn::Turn};

impl Turn<'_> {
    pub(super) async fn check(&mut self, check: CheckId, answer: CheckAnswer) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let checked = actions::answer_check(self.tx, self.context, reporter, check, answer).await?;
        let words = self.words();
        let said = match (checked, answer) {
            (Checked::Noted, CheckAnswer::Left) => words.msg_check_left_done(),
            (Checked::Noted, CheckAnswer::Still) => words.msg_check_still_done(),
            (Checked::Closed, _) => words.msg_check_closed(),
        };
        // The answer takes the question's place; whoever said "still here" may yet say otherwise.
        let keys = if (checked, answer) == (Checked::Noted, CheckAnswer::Still) {
            vec![(words.msg_check_extended(), Press::Extended(check)), (words.msg_check_left(), Press::Left(check))]
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

    pub(super) async fn extended(&mut self, check: CheckId) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        self.answer_silently();
        match actions::open_check(self.tx, reporter, check).await? {
            Some(stay) if self.state.at == At::Home => {
                let session = Session::starting_from(ExtensionDraft::about(stay));
                self.state.at = At::Extension { session, draft: actions::draft_name() };
                self.show_current().await
            }
            Some(_) => {
                let remark = self.words().msg_finish_first();
                self.remark(remark);
                self.show_current().await
            }
            None => {
                let closed = self.words().msg_check_closed();
                self.say(closed);
                Ok(())
            }
        }
    }
}
