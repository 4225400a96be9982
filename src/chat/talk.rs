//! The talk in which somebody asks for advice: beside whatever goes on, removed from the chat with one tap, and never
//! spoken of again. It needs no reporter, no consent and no chosen language, and makes none of them.

use crate::{
    actions::{self, Concern, Context},
    domain::{
        area::{AreaCode, Gazetteer, Level},
        id::{AnswerId, ChatId, TalkId},
        press::Press,
    },
    flow::{self, Button, Event, Outcome, Screen, Session},
    forms::concern::{self, ConcernDraft},
    store::{Tx, WayBack, same_token},
    text::{Language, Words},
};

use super::{
    incoming::{Effect, Pressed, SentFile, What},
    private::{TEXT_MAX, typed_label},
    state::{State, Talk},
    turn::{Turn, standing},
};

impl Turn<'_> {
    /// Takes what a person did while a talk is under way; `false` where it is not the talk's. Whatever leads elsewhere
    /// leaves the talk, so that nothing of it stands in the chat behind somebody's back.
    pub(super) async fn talk_turn(&mut self, what: &What) -> anyhow::Result<bool> {
        if let What::Press(pressed) = what
            && let Some(press) = self.tx.keys().read_standing(self.chat(), &pressed.data)
            && matches!(press, Press::Advice | Press::LeaveTalk | Press::OpenAnswer(_) | Press::TellMore(_))
        {
            self.talk_press(press).await?;
            return Ok(true);
        }
        if self.state.talk.is_none() {
            return Ok(false);
        }
        match what {
            What::Command { name, .. } => match name.as_str() {
                "advice" => self.show_current().await?,
                "back" | "skip" => self.talk_event(Event::Act(name)).await?,
                "cancel" => self.leave_talk().await?,
                _ => return self.turn_away().await,
            },
            What::Text(text) if text.chars().count() > TEXT_MAX => {
                let complaint = self.words().msg_text_too_long();
                self.remark(complaint);
                self.show_current().await?;
            }
            What::Text(text) => match self.talk_screen().and_then(|screen| typed_label(screen, text)) {
                Some(act) => self.talk_act(&act).await?,
                None => self.talk_event(Event::Typed(text)).await?,
            },
            What::Press(pressed) => return self.pressed_in_talk(pressed).await,
            What::Location { latitude, longitude } => {
                self.talk_event(Event::Location { latitude: *latitude, longitude: *longitude }).await?;
            }
            What::File(_) | What::Odd(_) => {
                if let What::File(SentFile { message, .. }) = what {
                    self.remove(*message);
                }
                let complaint = self.words().msg_odd_other();
                self.remark(complaint);
                self.show_current().await?;
            }
            What::Joined | What::Left | What::Migrated(_) | What::Nothing => return Ok(false),
        }
        Ok(true)
    }

    /// What a standing button of a talk means.
    pub(super) async fn talk_press(&mut self, press: Press) -> anyhow::Result<()> {
        match press {
            Press::LeaveTalk => self.leave_talk().await,
            Press::OpenAnswer(answer) => self.open_answer(answer).await,
            Press::TellMore(answer) => self.tell_more(answer).await,
            _ => self.begin_talk(ConcernDraft::default()).await,
        }
    }

    /// A button of the talk's screen; one of an earlier screen of the talk is only stale, any other leads away from it.
    async fn pressed_in_talk(&mut self, pressed: &Pressed) -> anyhow::Result<bool> {
        let (chat, version) = (self.chat(), self.conversation.version);
        let buttons = self.talk_screen().map(|screen| screen.rows).unwrap_or_default();
        let mut acts = buttons.into_iter().flatten().map(|button| button.act);
        if let Some(act) = acts.find(|act| same_token(&self.tx.keys().act_token(chat, version, act), &pressed.data)) {
            self.talk_act(&act).await?;
            return Ok(true);
        }
        if self.is_of_talk(pressed.message).await? {
            let stale = self.words().msg_old_button();
            self.toast(stale);
            return Ok(true);
        }
        self.turn_away().await
    }

    /// What was done leads elsewhere: the talk goes, and nothing else is said about it.
    async fn turn_away(&mut self) -> anyhow::Result<bool> {
        self.state.talk = None;
        self.state.before_talk = None;
        if let Some(talk) = self.tx.talk_in(self.chat()).await? {
            self.tx.end_talk(talk, self.chat(), self.context.now).await?;
        }
        Ok(false)
    }

    /// Begins a talk below whatever stands in the chat; one that is under way is gone on with.
    pub(super) async fn begin_talk(&mut self, draft: ConcernDraft) -> anyhow::Result<()> {
        if self.state.talk.is_none() {
            if !self.is_of_talk(self.conversation.drawn_message).await? {
                self.state.before_talk = self.conversation.drawn_message;
            }
            let language = self.words().language();
            self.state.talk = Some(Talk { session: Session::starting_from(draft), language });
        }
        self.answer_silently();
        self.show_current().await
    }

    async fn is_of_talk(&mut self, message: Option<i64>) -> anyhow::Result<bool> {
        match (self.tx.talk_in(self.chat()).await?, message) {
            (Some(talk), Some(message)) => self.tx.is_of_talk(talk, message).await,
            _ => Ok(false),
        }
    }

    /// The screen of the talk under way, with the way out on it.
    pub(super) fn talk_screen(&self) -> Option<Screen> {
        let talk = self.state.talk.as_ref()?;
        let words = self.words();
        let mut screen = flow::draw(&concern::FORM, &talk.session, &(), words);
        for row in &mut screen.rows {
            row.retain(|button| button.act != "cancel");
        }
        screen.rows.retain(|row| !row.is_empty());
        let is_first = concern::FORM.current(&talk.session, &()).is_some_and(|question| question.id == "topic");
        if is_first && self.conversation.reporter.is_none() {
            let others = Language::ALL.into_iter().filter(|&language| language != talk.language);
            let button =
                |language: Language| Button::new(Words::language_name(language), format!("lang:{}", language.as_str()));
            screen.rows.push(others.map(button).collect());
        }
        Some(screen.with_row(vec![leave(words)]))
    }

    async fn talk_act(&mut self, act: &str) -> anyhow::Result<()> {
        if act.strip_prefix("standing/").and_then(Press::from_code) == Some(Press::LeaveTalk) {
            return self.leave_talk().await;
        }
        let language = act.strip_prefix("lang:").and_then(Language::named);
        match (&mut self.state.talk, language) {
            (Some(talk), Some(language)) => {
                talk.language = language;
                self.show_current().await
            }
            _ => self.talk_event(Event::Act(act)).await,
        }
    }

    async fn talk_event(&mut self, event: Event<'_>) -> anyhow::Result<()> {
        let words = self.words();
        let Some(talk) = &mut self.state.talk else { return self.show_current().await };
        match flow::step(&concern::FORM, &mut talk.session, event, &(), words) {
            Outcome::Ask(complaint) => {
                if let Some(complaint) = complaint {
                    self.remark(complaint);
                }
                self.show_current().await
            }
            Outcome::Cancelled => self.leave_talk().await,
            Outcome::Finished => self.send_concern().await,
        }
    }

    async fn send_concern(&mut self) -> anyhow::Result<()> {
        let (chat, words) = (self.chat(), self.words());
        let Some(Talk { session: Session { draft, .. }, language }) = self.state.talk.take() else {
            return self.show_current().await;
        };
        let told = draft.told();
        let said = match (draft.adding, draft.topic) {
            (Some(answer), _) => {
                let text = told.text.unwrap_or_default();
                let added = actions::add_to_concern(self.tx, self.context, answer, chat, &text).await?;
                if added { words.msg_concern_sent() } else { words.msg_concern_no_way_back() }
            }
            (None, Some(topic)) => {
                let area = told.place.as_deref().and_then(area_named);
                let way_back = (draft.answer == Some(true)).then_some(WayBack { chat, language });
                actions::tell_concern(self.tx, self.context, Concern { topic, told, area, way_back }).await?;
                words.msg_concern_sent()
            }
            (None, None) => return self.leave_talk().await,
        };
        self.show_of_talk(Screen::saying(said).with_row(vec![leave(words)]), false).await
    }

    /// Shows a screen as a part of the talk; every message of this turn belongs to it.
    pub(super) async fn show_of_talk(&mut self, screen: Screen, telling: bool) -> anyhow::Result<()> {
        let talk = self.tx.touch_talk(self.chat(), telling, self.context.now).await?;
        self.hold_messages(talk).await?;
        self.show(screen);
        self.tx.talk_shows(talk, self.conversation.version).await
    }

    async fn hold_messages(&mut self, talk: TalkId) -> anyhow::Result<()> {
        let pressed = self.pressed.as_ref().and_then(|pressed| pressed.message);
        for message in [self.message, pressed].into_iter().flatten() {
            self.tx.talk_holds(talk, message).await?;
        }
        Ok(())
    }

    /// The way out: both sides of the talk go from the chat, and what was there before is there again.
    pub(super) async fn leave_talk(&mut self) -> anyhow::Result<()> {
        let chat = self.chat();
        let before = self.state.before_talk.take();
        self.state.talk = None;
        let mut is_shown = true;
        if let Some(talk) = self.tx.talk_in(chat).await? {
            self.hold_messages(talk).await?;
            is_shown = self.is_of_talk(self.conversation.drawn_message).await?
                || self.conversation.drawn < self.conversation.version;
            self.tx.end_talk(talk, chat, self.context.now).await?;
        }
        self.answer_silently();
        if !is_shown {
            return Ok(());
        }
        self.show_current().await?;
        if let Some(Effect::Show { message, replace, .. }) = self.effects.last_mut()
            && message.picture.is_none()
            && message.share_location.is_none()
        {
            *replace = before;
        }
        Ok(())
    }

    /// Shows an answer in the place of the word that there is one.
    async fn open_answer(&mut self, id: AnswerId) -> anyhow::Result<()> {
        let chat = self.chat();
        let case = actions::case_for(self.tx, self.context, id, chat).await?;
        let answer = self.tx.answer(id).await?.filter(|_| case.is_some());
        let way = match case {
            Some(case) => self.tx.way_back(case, self.context.now).await?,
            None => None,
        };
        let words = way.map_or(self.words(), |way| Words::of(way.language));
        let screen = match answer {
            Some(answer) => Screen::saying(format!("📩 {}", words.ready_answer(answer.answer)))
                .with_row(vec![standing(words.msg_answer_add(), Press::TellMore(id))]),
            None => Screen::saying(words.msg_concern_no_way_back()),
        };
        if !self.is_of_talk(self.conversation.drawn_message).await? {
            self.state.before_talk = self.conversation.drawn_message;
        }
        let telling = self.state.talk.is_some();
        self.show_of_talk(screen.with_row(vec![leave(words)]), telling).await
    }

    async fn tell_more(&mut self, answer: AnswerId) -> anyhow::Result<()> {
        let case = actions::case_for(self.tx, self.context, answer, self.chat()).await?;
        if case.is_some() {
            return self.begin_talk(ConcernDraft::adding_to(answer)).await;
        }
        let words = self.words();
        let screen = Screen::saying(words.msg_concern_no_way_back()).with_row(vec![leave(words)]);
        self.answer_silently();
        self.show_of_talk(screen, false).await
    }
}

fn leave(words: &Words) -> Button {
    standing(words.msg_talk_leave(), Press::LeaveTalk)
}

/// The area that somebody means, where the name leaves no doubt: a province's before others.
fn area_named(typed: &str) -> Option<AreaCode> {
    let sure = |levels: &[Level]| {
        let found = Gazetteer::get().search(typed, None, levels);
        let mut sure = found.iter().filter(|found| found.score >= 90).map(|found| found.area.code);
        sure.next().filter(|_| sure.next().is_none())
    };
    sure(&[Level::Province]).or_else(|| sure(&[Level::District])).or_else(|| sure(&[Level::Commune]))
}

/// Ends talks that have stood for too long: what was typed is forgotten, the messages go, and nobody is told.
pub async fn end_talks(tx: &mut Tx, context: Context) -> anyhow::Result<()> {
    for talk in actions::talks_to_end(tx, context).await? {
        if let Some(chat) = tx.chat_of_talk(talk).await? {
            end_talk(tx, context, talk, chat).await?;
        }
    }
    Ok(())
}

async fn end_talk(tx: &mut Tx, context: Context, talk: TalkId, chat: ChatId) -> anyhow::Result<()> {
    let conversation = tx.conversations(&[chat], super::PRIVACY_VERSION).await?.pop();
    if let Some(mut conversation) = conversation
        && let Ok(mut state) = serde_json::from_slice::<State>(&conversation.state)
    {
        let is_drawn = match conversation.drawn_message {
            Some(message) => tx.is_of_talk(talk, message).await?,
            None => true,
        };
        let before = state.before_talk.take();
        state.talk = None;
        conversation.state = serde_json::to_vec(&state)?;
        conversation.version += i64::from(is_drawn);
        let screen = (chat, conversation.version, before.unwrap_or_default());
        tx.save_conversations(&[conversation], context.now).await?;
        if is_drawn {
            // What stood there before the talk is the last message again; there is nothing to draw.
            tx.drawn(&[screen]).await?;
        }
    }
    tx.end_talk(talk, chat, context.now).await
}
