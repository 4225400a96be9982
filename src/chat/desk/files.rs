//! Lists and spreadsheets of a place: what can be had as a file, and in which form. The files themselves are put together
//! when they are sent; a press only asks for one.

use crate::{
    domain::{
        export::{FileForm, Guests},
        id::PremisesId,
        member::Act,
        premises::{Premises, PremisesKind},
        press::Press,
    },
    flow::{Button, Screen},
    store::{Lane, Verb, What},
    text::Words,
};

use super::super::{
    home::menu_row,
    state::{Page, Paper},
    turn::{Turn, standing},
};

/// The same file can be had once a minute.
const AGAIN_AFTER: i64 = 60;

impl Turn<'_> {
    /// The files of the only place, or of one that is chosen.
    pub(in super::super) async fn files(&mut self) -> anyhow::Result<()> {
        match self.own_places().await?.as_slice() {
            [] => self.no_place().await,
            [only] => self.open(Page::Files(only.id)).await,
            _ => self.open(Page::FilePlaces { template: false }).await,
        }
    }

    /// The template for the only kind of place that this person has, at once; else after choosing a place.
    pub(in super::super) async fn template(&mut self) -> anyhow::Result<()> {
        let places = self.own_places().await?;
        let Some(first) = places.first() else { return self.no_place().await };
        if places.iter().any(|place| place.details.kind != first.details.kind) {
            return self.open(Page::FilePlaces { template: true }).await;
        }
        self.send_template(first.details.kind, FileForm::Xlsx).await?;
        self.open(if places.len() == 1 { Page::Files(first.id) } else { Page::FilePlaces { template: false } }).await
    }

    async fn own_places(&mut self) -> anyhow::Result<Vec<Premises>> {
        let reporter = self.reporter().await?;
        self.tx.premises_of(reporter).await
    }

    async fn no_place(&mut self) -> anyhow::Result<()> {
        let none = self.words().msg_premises_none_yet();
        self.remark(none);
        self.state.page = None;
        self.show_current().await
    }

    pub(super) async fn files_screen(&mut self, premises: PremisesId) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let Some(role) = self.tx.role(premises, reporter).await? else { return Ok(None) };
        let name = self.tx.premises(premises).await?.details.name;
        let button = |paper: Paper| Button::new(label(words, paper), act(paper));
        let mut lists = vec![button(Paper::Guests(Guests::Present))];
        if role.may(Guests::Past.act()) {
            lists.push(button(Paper::Guests(Guests::Past)));
        }
        Ok(Some(
            Screen::saying(words.msg_files_page(name))
                .with_row(vec![button(Paper::Template)])
                .with_row(lists)
                .with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn files_act(&mut self, premises: PremisesId, verb: &str, argument: &str) -> anyhow::Result<()> {
        let paper = match verb {
            "template" => Some(Paper::Template),
            "guests" => Guests::named(argument).map(Paper::Guests),
            _ => None,
        };
        match paper {
            Some(paper) => self.open(Page::FileForms { premises, paper }).await,
            None => self.open(Page::Place(premises)).await,
        }
    }

    pub(super) async fn file_forms_screen(
        &mut self,
        premises: PremisesId,
        paper: Paper,
    ) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let (needed, text, forms) = match paper {
            Paper::Template => (Act::Report, words.msg_files_template_ask(), FileForm::OF_TEMPLATES.as_slice()),
            Paper::Guests(guests) => {
                (guests.act(), words.msg_files_guests_ask(label(words, paper)), FileForm::ALL.as_slice())
            }
        };
        if !self.tx.may(premises, reporter, needed).await? {
            return Ok(None);
        }
        let form = |&form: &FileForm| {
            let label = match form {
                FileForm::Xlsx => words.msg_files_xlsx(),
                FileForm::Csv => words.msg_files_csv(),
                FileForm::Unl => words.msg_files_unl(),
            };
            Button::new(label, format!("form:{}", form.as_str()))
        };
        Ok(Some(
            Screen::saying(text)
                .with_row(forms.iter().map(form).collect())
                .with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn file_forms_act(
        &mut self,
        premises: PremisesId,
        paper: Paper,
        argument: &str,
    ) -> anyhow::Result<()> {
        if let Some(form) = FileForm::named(argument) {
            match paper {
                Paper::Template => {
                    let kind = self.tx.premises(premises).await?.details.kind;
                    self.send_template(kind, form).await?;
                }
                Paper::Guests(guests) => self.send_guests(premises, guests, form).await?,
            }
        }
        self.open(Page::Files(premises)).await
    }

    pub(super) async fn file_places_screen(&mut self) -> anyhow::Result<Option<Screen>> {
        let places = self.own_places().await?;
        let mut screen = Screen::saying(format!("⟦{}⟧", self.words().msg_stays_which()));
        let names = places.iter().map(|place| place.details.name.clone()).collect();
        for (place, name) in places.iter().zip(super::super::home::told_apart(self.words(), names)).take(20) {
            screen = screen.with_row(vec![Button::new(name, format!("at:{}", place.id))]);
        }
        Ok(Some(screen.with_row(menu_row(self.words()))))
    }

    pub(super) async fn file_places_act(&mut self, template: bool, argument: &str) -> anyhow::Result<()> {
        let places = self.own_places().await?;
        let Some(place) = places.iter().find(|place| place.id.to_string() == argument) else {
            return self.show_current().await;
        };
        if template {
            self.send_template(place.details.kind, FileForm::Xlsx).await?;
        }
        self.open(Page::Files(place.id)).await
    }

    async fn send_template(&mut self, kind: PremisesKind, form: FileForm) -> anyhow::Result<()> {
        let words = self.words();
        let sent = self.ask_for(What::Template(kind, form)).await?;
        self.remark(if sent { words.msg_files_template_follows() } else { words.msg_files_wait() });
        Ok(())
    }

    /// Puts a list on its way, for whoever may take it away; that is a line in the audit trail.
    async fn send_guests(&mut self, premises: PremisesId, guests: Guests, form: FileForm) -> anyhow::Result<()> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if !self.tx.may(premises, reporter, guests.act()).await? {
            self.remark(words.msg_may_not());
            return Ok(());
        }
        if self.tx.stays_to_list(premises, guests == Guests::Present).await?.is_empty() {
            self.remark(words.msg_files_nobody());
            return Ok(());
        }
        if !self.ask_for(What::Guests { premises, reporter, guests, form }).await? {
            self.remark(words.msg_files_wait());
            return Ok(());
        }
        let subject = format!("premises {premises} {} {}", guests.as_str(), form.as_str());
        self.tx.audit(self.user, Verb::Export, &subject, self.context.now).await?;
        self.remark(words.msg_files_guests_follow());
        Ok(())
    }

    /// Whether the file is on its way; `false` where it was sent within this minute.
    async fn ask_for(&mut self, what: What) -> anyhow::Result<bool> {
        let (chat, now) = (self.chat(), self.context.now);
        let minute = now.timestamp() / AGAIN_AFTER;
        let key = format!("{}:{chat}:{minute}", serde_json::to_string(&what)?);
        if self.tx.is_enqueued(&key).await? {
            return Ok(false);
        }
        self.tx.enqueue(&key, (chat, None), Lane::Routine, what, now).await?;
        Ok(true)
    }
}

fn label(words: &Words, paper: Paper) -> String {
    match paper {
        Paper::Template => words.msg_files_template(),
        Paper::Guests(Guests::Present) => words.msg_stays_present(),
        Paper::Guests(Guests::Past) => words.msg_stays_past(),
    }
}

fn act(paper: Paper) -> String {
    match paper {
        Paper::Template => "template".to_owned(),
        Paper::Guests(guests) => format!("guests:{}", guests.as_str()),
    }
}
