//! Links for guests, as the desk sees them: made, waiting, taken back; and the report that begins with what a guest filled in.

use crate::{
    actions, clock,
    domain::{
        duty::Duty,
        id::{GuestFormId, PremisesId},
        member::Act,
        once::Seen,
        press::Press,
        rulebook::Rulebook,
        rules,
    },
    flow::{Button, LABEL_MAX, Screen},
    forms::arrival::ArrivalDraft,
    store::GuestForm,
    text::{Language, Words},
};

use super::super::{
    filling::arrival_at,
    home::told_apart,
    opened::Opens,
    state::{At, Next, Page},
    turn::{Turn, standing},
};

/// Links on the page; whoever has more out takes some back.
const SHOWN: usize = 12;

impl Turn<'_> {
    pub(super) async fn guest_links_screen(&mut self, premises: PremisesId) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if !self.tx.may(premises, reporter, Act::Report).await? {
            return Ok(None);
        }
        let name = self.tx.premises(premises).await?.details.name;
        let mut forms = self.tx.guest_forms_at(premises, self.context.now).await?;
        forms.truncate(SHOWN);
        let mut lines = vec![words.msg_guest_links_heading(name), String::new(), words.msg_guest_links_about()];
        if !forms.is_empty() {
            lines.push(String::new());
        }
        lines.extend(forms.iter().map(|form| line(words, form)));
        let mut screen =
            Screen::saying(lines.join("\n")).with_row(vec![Button::new(words.msg_guest_links_new(), "new")]);
        let labels = forms.iter().map(|form| words.msg_guest_links_take_back(words.moment(form.made_at))).collect();
        for (form, label) in forms.iter().zip(told_apart(words, labels)) {
            screen = screen.with_row(vec![Button::new(label, format!("x:{}", form.id))]);
        }
        Ok(Some(
            screen.with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn guest_links_act(
        &mut self,
        premises: PremisesId,
        verb: &str,
        argument: &str,
    ) -> anyhow::Result<()> {
        match (verb, argument.parse()) {
            ("new", _) => self.make_guest_link(premises).await,
            ("x", Ok(id)) => {
                let by = self.by().await?;
                if actions::throw_away_guest_form(self.tx, self.context, by, GuestFormId(id)).await? {
                    let words = self.words();
                    self.remark(words.msg_guest_links_taken_back());
                }
                self.show_current().await
            }
            _ => self.open(Page::Place(premises)).await,
        }
    }

    async fn make_guest_link(&mut self, premises: PremisesId) -> anyhow::Result<()> {
        let (by, words) = (self.by().await?, self.words());
        let Some(bot) = self.bot_name().await? else { return self.show_current().await };
        let Some(made) = actions::make_guest_link(self.tx, self.context, by, premises).await? else {
            return self.may_not().await;
        };
        let name = self.tx.premises(premises).await?.details.name;
        self.remark(words.msg_guest_links_made());
        self.open(Page::GuestLinks(premises)).await?;
        // The guest reads one of the three, and nobody knows which.
        let said = Language::ALL.map(Words::of).map(|words| words.msg_guest_link(&name, words.moment(made.expires_at)));
        self.show_link(&bot, Opens::GuestForm, &made, |link| format!("🔗 {}\n\n{link}", said.join("\n\n")))
    }

    /// Guests of a place whose own details wait to be compared and reported: a line and a button for each.
    pub(super) async fn waiting_guests(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(String, Button)>> {
        let words = self.words();
        let waiting = self.tx.guest_forms_at(premises, self.context.now).await?;
        let mut lines = Vec::new();
        for form in waiting.iter().filter(|form| form.is_waiting()).take(SHOWN) {
            let Some(answers) = self.tx.guest_answers::<ArrivalDraft>(form.id).await? else { continue };
            let guest = answers.name().unwrap_or_else(|| words.msg_receipt_unnamed());
            // The day of arrival is asked later; whoever fills in a form is taken to have come that day.
            let day = clock::day_of(form.handed_at.unwrap_or(form.made_at));
            let due = Duty::Due(rules::deadline(day, Rulebook::shipped(), clock::end_of(day)));
            let label = words.msg_guest_waiting_open(&guest).chars().take(LABEL_MAX).collect::<String>();
            let button = Button::new(label, format!("gf:{}", form.id));
            lines.push((words.msg_guest_waiting(guest, words.duty(due)), button));
        }
        Ok(lines)
    }

    /// A report of arrival that begins with what a guest has filled in.
    pub(in super::super) async fn guest_draft(&mut self, id: GuestFormId) -> anyhow::Result<()> {
        let (reporter, words) = (self.reporter().await?, self.words());
        self.state.page = None;
        let Some(form) = self.tx.guest_form(id).await? else { return self.guest_gone(false).await };
        if !self.tx.may(form.premises, reporter, Act::Report).await? {
            self.remark(words.msg_not_a_member());
            return self.show_current().await;
        }
        let answers = self.tx.guest_answers::<ArrivalDraft>(id).await?;
        let Some(answers) = answers.filter(|_| form.is_waiting()) else {
            return self.guest_gone(form.report.is_some()).await;
        };
        if matches!(&self.state.at, At::Arrival { session, .. } if session.draft.guest_form == Some(id)) {
            self.remark(words.msg_continue_here());
            return self.show_current().await;
        }
        if !self.conversation.consented && !self.state.at.is_form() {
            self.state.at = At::Consent(Next::GuestForm(id));
            return self.show_current().await;
        }
        let known = self.known(reporter).await?;
        let draft = ArrivalDraft::filled_in_by_guest(answers, form.premises, id);
        self.begin_form(arrival_at(draft, known)).await
    }

    async fn guest_gone(&mut self, reported: bool) -> anyhow::Result<()> {
        let words = self.words();
        self.remark(if reported { words.msg_guest_reported_already() } else { words.msg_guest_gone() });
        self.show_current().await
    }

    /// Whether what a draft began with is not to be reported any more, because a colleague did or the guest took it back;
    /// the reporter is told, and the draft ends.
    pub(in super::super) async fn guest_is_gone(&mut self, draft: &ArrivalDraft) -> anyhow::Result<bool> {
        let Some(id) = draft.guest_form else { return Ok(false) };
        let form = self.tx.guest_form(id).await?;
        if form.as_ref().is_some_and(GuestForm::is_waiting) {
            return Ok(false);
        }
        self.guest_gone(form.is_some_and(|form| form.report.is_some())).await?;
        Ok(true)
    }

    /// A report was sent: if a guest helped to fill it in, they get the proof.
    pub(in super::super) async fn prove_to_guest(&mut self, answers: &ArrivalDraft, draft: &str) -> anyhow::Result<()> {
        let Some(form) = answers.guest_form else { return Ok(()) };
        let seen = answers.seen.unwrap_or(Seen::PutRight);
        actions::guest_was_reported(self.tx, self.context, form, draft, seen).await
    }
}

fn line(words: &Words, form: &GuestForm) -> String {
    let made = words.moment(form.made_at);
    match (form.guest, form.handed_at) {
        (None, _) => words.msg_guest_links_unopened(made, words.moment(form.expires_at)),
        (Some(_), None) => words.msg_guest_links_open(made),
        (Some(_), Some(handed)) => words.msg_guest_links_handed(words.moment(handed)),
    }
}
