//! A turn in a private chat: what a person did is taken to the menu, to the form under way, or kindly refused.

use crate::{
    actions::{CheckAnswer, Context},
    domain::{id::BatchId, press::Press},
    flow::{Event, Screen},
    store::{Conversation, Tx, same_token},
    text::{Language, fold_label},
};

use super::{
    PRIVACY_VERSION, home,
    incoming::{Effect, Incoming, OddKind, Pressed, What},
    state::{At, Next, Page, State},
    turn::Turn,
};

/// A message longer than this is no answer to anything that is asked.
pub(super) const TEXT_MAX: usize = 1000;

/// Acts that the page of a stay offers while it is open.
const OF_AN_OPEN_STAY: [&str; 5] = ["left:0", "left:1", "left:other", "extend", "move"];

pub(super) async fn turn(
    tx: &mut Tx,
    context: Context,
    conversation: &mut Conversation,
    incoming: &Incoming,
) -> anyhow::Result<Vec<Effect>> {
    let mut turn = begin(tx, context, conversation, incoming);
    if turn.talk_turn(&incoming.what).await? {
        return turn.finish();
    }
    match &incoming.what {
        What::Command { name, argument } => turn.command(name, argument).await?,
        What::File(sent) => turn.file(sent).await?,
        What::Text(text) if turn.text_of_many(text).await? => {}
        What::Text(text) if text.chars().count() > TEXT_MAX => {
            let complaint = turn.words().msg_text_too_long();
            turn.remark(complaint);
            turn.show_current().await?;
        }
        What::Text(text) => turn.text(text).await?,
        What::Press(pressed) => turn.press(pressed).await?,
        What::Location { latitude, longitude } => {
            turn.event(Event::Location { latitude: *latitude, longitude: *longitude }).await?;
        }
        What::Odd(kind) => turn.odd(*kind).await?,
        What::Joined | What::Left | What::Migrated(_) | What::Nothing => {}
    }
    turn.finish()
}

/// Draws the present screen again.
pub(super) async fn redraw(
    tx: &mut Tx,
    context: Context,
    conversation: &mut Conversation,
) -> anyhow::Result<Vec<Effect>> {
    let mut turn = begin_alone(tx, context, conversation);
    turn.show_current().await?;
    turn.finish()
}

/// A turn without anything that the person did.
pub(super) fn begin_alone<'a>(tx: &'a mut Tx, context: Context, conversation: &'a mut Conversation) -> Turn<'a> {
    let chat = conversation.chat;
    let nobody = Incoming {
        chat,
        user: crate::domain::id::UserId(chat.0),
        client_language: None,
        message: None,
        what: What::Nothing,
    };
    begin(tx, context, conversation, &nobody)
}

fn begin<'a>(tx: &'a mut Tx, context: Context, conversation: &'a mut Conversation, incoming: &Incoming) -> Turn<'a> {
    let state = if conversation.state.is_empty() {
        State::default()
    } else {
        serde_json::from_slice(&conversation.state).unwrap_or_else(|_| {
            tracing::warn!(chat = conversation.chat.0, "a conversation's state does not read; it begins at the menu");
            State::default()
        })
    };
    let pressed = if let What::Press(pressed) = &incoming.what { Some(pressed.clone()) } else { None };
    Turn {
        tx,
        context,
        conversation,
        state,
        user: incoming.user,
        guessed: Language::guess(incoming.client_language.as_deref()),
        pressed,
        message: incoming.message,
        remark: None,
        over: None,
        effects: Vec::new(),
    }
}

impl Turn<'_> {
    /// The screen of the present state. A page of which nothing is left to see gives way to what lies behind it.
    async fn screen(&mut self) -> anyhow::Result<Screen> {
        if let Some(page) = self.state.page.clone() {
            match self.page_screen(&page).await? {
                Some(screen) => return Ok(screen),
                None => self.state.page = None,
            }
        }
        let words = self.words();
        Ok(match &self.state.at {
            At::Home => {
                let mut home = home::home(words);
                let waiting = self.waiting_batches().await?;
                home.rows.splice(1..1, waiting);
                home
            }
            At::Consent(_) => home::consent(words),
            _ => self.form_screen().unwrap_or_else(|| home::home(words)),
        })
    }

    pub(super) async fn show_current(&mut self) -> anyhow::Result<()> {
        // Rooms and nationalities are those of the place that was chosen.
        if let At::Arrival { session, known, .. }
        | At::Correction { session, known, .. }
        | At::Entry { session, known, .. } = &mut self.state.at
        {
            let place = session.draft.place(&known.facts(crate::clock::day_of(self.context.now))).map(|place| place.id);
            if let Some(place) = place
                && known.habits_of != Some(place)
            {
                let habits = self.tx.habits(place).await?;
                *known = std::mem::take(known).with_habits(place, habits);
            }
        }
        if let Some(screen) = self.talk_screen() {
            return self.show_of_talk(screen, true).await;
        }
        let screen = self.screen().await?;
        self.show(screen);
        Ok(())
    }

    async fn command(&mut self, name: &str, argument: &str) -> anyhow::Result<()> {
        match name {
            "start" if !argument.is_empty() => self.deep_link(argument).await,
            "start" | "template" | "export" if self.conversation.reporter.is_none() => self.open(Page::Languages).await,
            "start" | "menu" => {
                self.greet_officer().await?;
                self.standing(Press::Home).await
            }
            "report" => self.standing(Press::Report).await,
            "premises" => self.standing(Press::Premises).await,
            "stays" => self.standing(Press::Stays).await,
            "receipts" => self.standing(Press::Receipts).await,
            "template" => self.template().await,
            "export" => self.files().await,
            "check" => self.check_receipt(argument).await,
            "language" => self.standing(Press::Language).await,
            "help" => self.standing(Press::Help).await,
            "privacy" => self.standing(Press::Privacy).await,
            "mydata" => self.standing(Press::MyData).await,
            "deletemydata" => self.standing(Press::DeleteMyData).await,
            "advice" => self.standing(Press::Advice).await,
            "cancel" => self.cancel().await,
            "back" | "skip" => self.event(Event::Act(name)).await,
            "id" => {
                let number = self.words().msg_your_number(self.user.to_string());
                self.show(Screen::saying(number).with_row(home::menu_row(self.words())));
                Ok(())
            }
            _ => {
                let unknown = self.words().msg_odd_command();
                self.remark(unknown);
                self.show_current().await
            }
        }
    }

    /// What a link that opens this chat carries: a letter for what it is about, and the rest.
    async fn deep_link(&mut self, payload: &str) -> anyhow::Result<()> {
        match payload.split_once('_') {
            Some(("v", receipt)) => self.check_receipt(receipt).await,
            Some(("m", secret)) => self.open_invitation(secret).await,
            Some(("g", secret)) => self.open_guest_link(secret).await,
            _ => self.standing(Press::Home).await,
        }
    }

    /// Officers are told what the private chat is for.
    async fn greet_officer(&mut self) -> anyhow::Result<()> {
        if let Some(officer) = self.tx.officer_of(self.user, self.today()).await? {
            let unit = self.tx.unit(officer.unit).await?;
            let hello = self.words().msg_officer_hello(unit.name);
            self.remark(hello);
        }
        Ok(())
    }

    /// A standing button in the chat of somebody who is not known (any more): acquaintance comes first.
    fn is_for_the_known(&self, press: Press) -> bool {
        self.conversation.reporter.is_none()
            && !matches!(press, Press::Language | Press::Help | Press::Acknowledge(_) | Press::Details(_))
    }

    pub(super) async fn cancel(&mut self) -> anyhow::Result<()> {
        let words = self.words();
        let idle = self.state.at == At::Home;
        self.state = State::default();
        self.remark(if idle { words.msg_nothing_to_cancel() } else { words.msg_cancelled() });
        self.show_current().await
    }

    /// What is typed is an answer, or the label of a button on the present screen.
    async fn text(&mut self, text: &str) -> anyhow::Result<()> {
        if let Some(page) = self.state.page.clone() {
            let screen = self.screen().await?;
            if let Some(act) = typed_label(screen, text) {
                return self.act(&act).await;
            }
            if self.page_text(&page, text).await? {
                return Ok(());
            }
            if page == Page::Languages {
                return self.show_current().await;
            }
            self.state.page = None;
        }
        if self.state.at.is_form() {
            return self.event(Event::Typed(text)).await;
        }
        let screen = self.screen().await?;
        if let Some(act) = typed_label(screen, text) {
            return self.act(&act).await;
        }
        if self.conversation.reporter.is_none() {
            return self.open(Page::Languages).await;
        }
        if self.state.at == At::Home {
            let remark = self.words().msg_odd_text();
            self.remark(remark);
        }
        self.show_current().await
    }

    async fn press(&mut self, pressed: &Pressed) -> anyhow::Result<()> {
        let chat = self.chat();
        if let Some(press) = self.tx.keys().read_standing(chat, &pressed.data) {
            // Receipts and notes bear standing buttons too, and stay as they are: what follows stands below them.
            let is_refused = matches!(press, Press::Acknowledge(_) | Press::Details(_) | Press::DigestSeen(_));
            let has_own_answer = is_refused || super::reminders::is_reminder_press(press);
            if !has_own_answer && pressed.message != self.conversation.drawn_message {
                self.answer_silently();
            }
            if self.is_for_the_known(press) {
                return self.open(Page::Languages).await;
            }
            return self.standing(press).await;
        }
        let version = self.conversation.version;
        let act = self
            .screen()
            .await?
            .rows
            .into_iter()
            .flatten()
            .map(|button| button.act)
            .find(|act| same_token(&self.tx.keys().act_token(chat, version, act), &pressed.data));
        match act {
            Some(act) => self.act(&act).await,
            None if self.has_ended_meanwhile(pressed) => {
                let closed = self.words().msg_stay_closed();
                self.remark(closed);
                self.show_current().await
            }
            None => self.stale(pressed).await,
        }
    }

    /// Whether the screen shows an open stay that a colleague has ended since it was drawn: its button is no old one.
    fn has_ended_meanwhile(&self, pressed: &Pressed) -> bool {
        let (chat, version) = (self.chat(), self.conversation.version);
        let is = |act: &&str| same_token(&self.tx.keys().act_token(chat, version, act), &pressed.data);
        matches!(self.state.page, Some(Page::Stay(_))) && OF_AN_OPEN_STAY.iter().any(is)
    }

    /// A button of an earlier screen. Where the message shows the present screen already (a double press), a short
    /// word is enough; else the present screen is drawn below.
    async fn stale(&mut self, pressed: &Pressed) -> anyhow::Result<()> {
        let words = self.words();
        if self.conversation.reporter.is_none() && self.state.at == At::Home {
            self.state.page = Some(Page::Languages);
        }
        let on_present = self.conversation.drawn == self.conversation.version
            && pressed.message.is_some()
            && pressed.message == self.conversation.drawn_message;
        self.toast(words.msg_old_button());
        if on_present {
            return Ok(());
        }
        if self.state.at != At::Home {
            self.remark(words.msg_continue_here());
        }
        self.show_current().await
    }

    /// An act of the present screen.
    async fn act(&mut self, act: &str) -> anyhow::Result<()> {
        if let Some(press) = act.strip_prefix("standing/").and_then(Press::from_code) {
            return self.standing(press).await;
        }
        if let Some(page) = self.state.page.clone() {
            return self.page_act(page, act).await;
        }
        match (&self.state.at, act) {
            (At::Home, act) if let Some(id) = act.strip_prefix("batch:") => {
                self.open(Page::Batch(BatchId(id.parse().unwrap_or(0)))).await
            }
            (At::Consent(next), "agree") => {
                let next = *next;
                let reporter = self.reporter().await?;
                self.tx.give_consent(reporter, PRIVACY_VERSION, self.context.now).await?;
                self.conversation.consented = true;
                let thanks = self.words().msg_consent_thanks();
                self.remark(thanks);
                self.go_on(next).await
            }
            (At::Consent(_), _) => {
                self.state.at = At::Home;
                let declined = self.words().msg_consent_declined();
                self.remark(declined);
                self.show_current().await
            }
            _ => self.event(Event::Act(act)).await,
        }
    }

    pub(super) async fn choose_language(&mut self, language: Language) -> anyhow::Result<()> {
        self.set_language(language).await?;
        self.state.page = self.state.then.take();
        let remark = self.words().msg_language_set();
        self.remark(remark);
        if self.state.at == At::Home {
            self.greet_officer().await?;
        }
        self.show_current().await
    }

    /// What a standing button means, wherever the conversation is. A form under way is kept while one looks around.
    async fn standing(&mut self, press: Press) -> anyhow::Result<()> {
        let words = self.words();
        match press {
            Press::Home => {
                self.state.page = None;
                if self.state.at != At::Home {
                    self.remark(words.msg_continue_here());
                }
                self.show_current().await
            }
            Press::Report => self.go_on(Next::Report).await,
            Press::AddPremises => self.go_on(Next::AddPremises).await,
            Press::Premises => self.open(Page::Premises).await,
            Press::Place(premises) => self.open_place(premises).await,
            Press::GuestForm(form) => self.guest_draft(form).await,
            Press::Stays => self.who_is_here().await,
            Press::Stay(stay) => self.open(Page::Stay(stay)).await,
            Press::Receipts => self.open(Page::Receipts(0)).await,
            Press::Receipt(report) => self.receipt_again(report, false).await,
            Press::Paper(report) => self.receipt_again(report, true).await,
            Press::Language => self.open(Page::Languages).await,
            Press::Help => {
                self.show(home::help(words, self.today()));
                Ok(())
            }
            Press::Privacy => {
                let reporter = self.reporter().await?;
                let given = self.tx.consent(reporter, PRIVACY_VERSION).await?;
                self.show(home::privacy(self.words(), given));
                Ok(())
            }
            Press::MyData => self.my_data().await,
            Press::DeleteMyData => self.deletion().await,
            Press::Withdraw => {
                let reporter = self.reporter().await?;
                self.tx.withdraw_consent(reporter, self.context.now).await?;
                self.conversation.consented = false;
                self.state = State::default();
                self.remark(words.msg_privacy_withdrawn());
                self.show_current().await
            }
            Press::HelpCard => {
                self.show(home::card(words, self.today()));
                Ok(())
            }
            Press::Advice | Press::LeaveTalk | Press::OpenAnswer(_) | Press::TellMore(_) => {
                self.talk_press(press).await
            }
            Press::Another(report) => self.another(report, false).await,
            Press::Group(report) => self.another(report, true).await,
            Press::Left(check) => self.check(check, CheckAnswer::Left).await,
            Press::Still(check) => self.check(check, CheckAnswer::Still).await,
            Press::Extended(check) => self.extended(check).await,
            Press::Moved(check) => self.moved_on(check).await,
            Press::GoneToday(_)
            | Press::GoneYesterday(_)
            | Press::StaysOn(_)
            | Press::MovedOn(_)
            | Press::Departed(_)
            | Press::Renewed(_)
            | Press::NoMore(_)
            | Press::AllHere(_)
            | Press::SomeLeft(_)
            | Press::NobodyNew(_) => self.reminder_press(press).await,
            Press::Acknowledge(_)
            | Press::Details(_)
            | Press::DigestSeen(_)
            | Press::AnswerReceived(_)
            | Press::AnswerTellMore(_)
            | Press::AnswerDanger(_)
            | Press::AnswerPapers(_)
            | Press::AnswerDone(_)
            | Press::CloseCase(_)
            | Press::ReleaseCase(_)
            | Press::KeepCase(_)
            | Press::CasePerson(_) => {
                self.toast(words.msg_old_button_alert());
                Ok(())
            }
        }
    }

    /// Answers the press without a text, so that what follows stands below the pressed message.
    pub(super) fn answer_silently(&mut self) {
        if let Some(pressed) = self.pressed.take() {
            self.effects.push(Effect::Answer { query: pressed.query, text: None, alert: false });
        }
    }

    /// A remark that is no screen: what was on offer stays on offer.
    pub(super) fn say(&mut self, text: String) {
        let message = crate::text::Message::saying(text);
        self.effects.push(Effect::Show { chat: self.chat(), message, version: None, replace: None });
    }

    async fn odd(&mut self, kind: OddKind) -> anyhow::Result<()> {
        let words = self.words();
        if self.conversation.reporter.is_none() {
            self.state.page = Some(Page::Languages);
        }
        self.remark(match kind {
            OddKind::Sticker => words.msg_odd_sticker(),
            OddKind::Voice => words.msg_odd_voice(),
            OddKind::Video => words.msg_odd_video(),
            OddKind::Edited => words.msg_odd_edited(),
            OddKind::OwnContact => words.msg_odd_own_contact(),
            OddKind::OtherContact => words.msg_odd_other_contact(),
            OddKind::Other => words.msg_odd_other(),
        });
        self.show_current().await
    }
}

/// The act of the button whose label was typed.
pub(super) fn typed_label(screen: Screen, text: &str) -> Option<String> {
    let folded = fold_label(text);
    let twin = screen.rows.into_iter().flatten().find(|button| fold_label(&button.label) == folded);
    twin.filter(|_| !folded.is_empty()).map(|button| button.act)
}
