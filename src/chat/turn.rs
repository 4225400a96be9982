//! What a turn works with: the open transaction, who speaks, in which language, and the effects it leaves.

use chrono::{NaiveDate, TimeDelta};

use crate::{
    actions::Context,
    clock,
    domain::{
        id::{ChatId, ReporterId, UserId},
        press::Press,
        rulebook::Rulebook,
        rules,
    },
    flow::Screen,
    store::{Conversation, Keys, Tx},
    text::{Key, Language, Message, Words},
};

use super::{
    incoming::{Effect, Pressed},
    state::{At, State},
};

/// Whoever answered so recently is at it, and not reminded.
const AT_IT: TimeDelta = TimeDelta::minutes(30);

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
    /// The person's own message that this turn answers.
    pub(super) message: Option<i64>,
    /// A remark to stand above the next screen.
    pub(super) remark: Option<String>,
    /// The message of the screen before, where the next one takes its place without a press.
    pub(super) over: Option<i64>,
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
        if let Some(talk) = &self.state.talk {
            return Words::of(talk.language);
        }
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
            .and_then(|pressed| pressed.message)
            .or(self.over.filter(|_| screen.picture.is_none() && !screen.share_location));
        let message = with_tokens(screen, words, |act| self.tx.keys().act_token(chat, version, act));
        self.effects.push(Effect::Show { chat, message, version: Some(version), replace });
    }

    /// The next screen takes the place of the one before, if that has reached the chat.
    pub(super) fn replace_drawn(&mut self, replace: bool) {
        let is_drawn = self.conversation.drawn == self.conversation.version;
        self.over = self.conversation.drawn_message.filter(|_| replace && is_drawn);
    }

    /// Until when the report under way has to be sent, and when its person is told: some hours before, once; not while
    /// they are at it. As long as the day of arrival is not known, the day on which the report was begun stands for it.
    fn note_draft(&mut self) {
        let At::Arrival { session, .. } = &self.state.at else {
            (self.conversation.draft_due_at, self.conversation.remind_at) = (None, None);
            return;
        };
        let (now, rulebook) = (self.context.now, Rulebook::shipped());
        let deadline = |day| rules::deadline(day, rulebook, clock::end_of(day));
        let before = self.conversation.draft_due_at;
        let was_told = before.is_some_and(|due| due > now) && self.conversation.remind_at.is_none();
        let due = session.draft.arrived_on.map(deadline).or(before).unwrap_or_else(|| deadline(clock::day_of(now)));
        let hours = i64::from(rulebook.on(clock::day_of(now)).draft_hours.value);
        let remind_at = (due - TimeDelta::hours(hours)).max(now + AT_IT);
        self.conversation.draft_due_at = Some(due);
        self.conversation.remind_at = Some(remind_at).filter(|&at| !was_told && at < due);
    }

    /// Every press is answered, so that the client's button stops spinning.
    pub(super) fn finish(mut self) -> anyhow::Result<Vec<Effect>> {
        if let Some(pressed) = self.pressed.take() {
            self.effects.push(Effect::Answer { query: pressed.query, text: None, alert: false });
        }
        self.note_draft();
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
