//! What a turn works with: the open transaction, who speaks, in which language, and the effects it leaves.

use chrono::NaiveDate;

use crate::{
    actions::Context,
    clock,
    domain::{
        id::{ChatId, ReporterId, UserId},
        press::Press,
    },
    flow::Screen,
    store::{Conversation, Keys, Tx},
    text::{Key, Language, Message, Words},
};

use super::{
    incoming::{Effect, Pressed},
    state::State,
};

/// One turn of a private conversation.
pub(super) struct Turn<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) context: Context,
    pub(super) conversation: &'a mut Conversation,
    pub(super) state: State,
    pub(super) user: UserId,
    pub(super) guessed: Language,
    /// The press that this turn answers.
    pub(super) pressed: Option<Pressed>,
    /// A remark to stand above the next screen.
    pub(super) remark: Option<String>,
    pub(super) effects: Vec<Effect>,
}

impl Turn<'_> {
    pub(super) fn chat(&self) -> ChatId {
        self.conversation.chat
    }

    pub(super) fn today(&self) -> NaiveDate {
        clock::day_of(self.context.now)
    }

    /// The words of the person's language, or of the one their client speaks.
    pub(super) fn words(&self) -> &'static Words {
        Words::of(self.conversation.reporter.as_ref().map_or(self.guessed, |reporter| reporter.language))
    }

    /// Whoever has not chosen a language becomes a reporter in the guessed one.
    pub(super) async fn reporter(&mut self) -> anyhow::Result<ReporterId> {
        if let Some(reporter) = &self.conversation.reporter {
            return Ok(reporter.id);
        }
        self.set_language(self.guessed).await
    }

    pub(super) async fn set_language(&mut self, language: Language) -> anyhow::Result<ReporterId> {
        let id = self.tx.set_language(self.user, language, self.context.now).await?;
        self.conversation.reporter = Some(crate::store::Reporter { id, language });
        Ok(id)
    }

    pub(super) fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        self.remark = Some(match self.remark.take() {
            Some(before) => format!("{before}\n\n{remark}"),
            None => remark,
        });
    }

    /// Answers the press of this turn with a short text.
    pub(super) fn toast(&mut self, text: String) {
        if let Some(pressed) = self.pressed.take() {
            self.effects.push(Effect::Answer { query: pressed.query, text: Some(text), alert: false });
        }
    }

    /// Shows a screen as the conversation's next version. A press on the message that shows the version before is
    /// answered in its place; anything else is answered below.
    pub(super) fn show(&mut self, screen: Screen) {
        let screen = screen.after(self.remark.take().as_deref());
        self.conversation.version += 1;
        let version = self.conversation.version;
        let (chat, words) = (self.chat(), self.words());
        let replace = self
            .pressed
            .as_ref()
            .filter(|pressed| pressed.is_text && screen.picture.is_none() && !screen.share_location)
            .and_then(|pressed| pressed.message);
        let message = with_tokens(screen, words, |act| self.tx.keys().act_token(chat, version, act));
        self.effects.push(Effect::Show { chat, message, version: Some(version), replace });
    }

    /// Every press is answered, so that the client's button stops spinning.
    pub(super) fn finish(mut self) -> anyhow::Result<Vec<Effect>> {
        if let Some(pressed) = self.pressed.take() {
            self.effects.push(Effect::Answer { query: pressed.query, text: None, alert: false });
        }
        self.conversation.state = serde_json::to_vec(&self.state)?;
        Ok(self.effects)
    }
}

/// A button for something that stays possible.
pub(super) fn standing(label: String, press: Press) -> crate::flow::Button {
    crate::flow::Button::new(label, format!("{STANDING}{}", press.code()))
}

const STANDING: &str = "standing/";

impl Keys {
    /// The token of an act: standing for what stays possible, versioned for everything else.
    pub(super) fn act_token(&self, chat: ChatId, version: i64, act: &str) -> String {
        match act.strip_prefix(STANDING).and_then(Press::from_code) {
            Some(press) => self.standing_token(chat, press),
            None => self.versioned_token(chat, version, act),
        }
    }
}

/// A screen as a message, its acts turned into tokens.
pub(super) fn with_tokens(screen: Screen, words: &Words, token: impl Fn(&str) -> String) -> Message {
    let key = |button: crate::flow::Button| Key { data: token(&button.act), label: button.label };
    Message {
        text: screen.text,
        rows: screen.rows.into_iter().map(|row| row.into_iter().map(key).collect()).collect(),
        picture: screen.picture,
        file: None,
        share_location: screen.share_location.then(|| words.msg_share_location()),
        protected: false,
    }
}
