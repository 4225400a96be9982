//! A batch as its reporter sees it: how far it is, whom it holds, what is missing; sent only when the reporter says so.

use crate::{
    domain::{
        batch::{BatchKind, BatchState, Count, EntryState},
        entry::Field,
        id::{BatchId, EntryId, PremisesId},
        member::Act,
        press::Press,
    },
    flow::{Button, Screen, Session},
    forms::arrival::ArrivalDraft,
    intake::table::Meaning,
    store::{Batch, EntryRow, Lane, What},
    text::Words,
};

use super::super::{
    complaints,
    reading::{self, Notes, TableLayout},
    state::{At, Known, Next, Page},
    turn::{Turn, standing},
};

/// People on a page of the list.
const A_PAGE: usize = 8;

/// Rows whose reasons are told in the chat; all of them stand in the list that is sent back.
const REASONS: i64 = 6;

/// What a column may be said to hold.
const ASKED: [Field; 14] = [
    Field::Name,
    Field::Surname,
    Field::GivenNames,
    Field::Number,
    Field::Nationality,
    Field::Birth,
    Field::Sex,
    Field::Unit,
    Field::ArrivedOn,
    Field::LeavesOn,
    Field::StayUntil,
    Field::Visa,
    Field::Document,
    Field::Work,
];

pub(super) type Person = EntryRow<ArrivalDraft, Notes>;

impl Turn<'_> {
    /// A batch of this person; `None` for anybody else, and once it is forgotten or thrown away.
    pub(super) async fn own_batch(&mut self, id: BatchId) -> anyhow::Result<Option<Batch>> {
        let reporter = self.reporter().await?;
        let batch = self.tx.batch(id).await?;
        Ok(batch.filter(|batch| {
            batch.reporter == reporter && !matches!(batch.state, BatchState::Dropped | BatchState::Taken)
        }))
    }

    /// Batches that wait for this person, a button each, the latest first.
    pub(in crate::chat) async fn waiting_batches(&mut self) -> anyhow::Result<Vec<Vec<Button>>> {
        let Some(reporter) = self.conversation.reporter.as_ref().map(|reporter| reporter.id) else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for id in self.tx.batches_of(reporter).await?.into_iter().take(3) {
            let Some(batch) = self.tx.batch(id).await? else { continue };
            let count = self.tx.count_batch(id).await?;
            let label = self.words().msg_batch_waits(heading(self.words(), &batch, count).replace(['⟦', '⟧'], ""));
            rows.push(vec![Button::new(label, format!("batch:{id}"))]);
        }
        Ok(rows)
    }

    /// How far a batch is.
    pub(super) async fn batch_screen(&mut self, id: BatchId) -> anyhow::Result<Option<Screen>> {
        let Some(batch) = self.own_batch(id).await? else { return Ok(None) };
        let words = self.words();
        let Some(premises) = batch.premises else { return self.batch_place_screen().await.map(Some) };
        let count = self.tx.count_batch(id).await?;
        if count.waiting == 0
            && let Some(asked) = self.batch_column_screen(&batch).await?
        {
            return Ok(Some(asked));
        }
        if count.waiting == 0
            && let Some(asked) = self.batch_whole_screen(&batch, premises).await?
        {
            return Ok(Some(asked));
        }
        if count.waiting == 0 && batch.kind == BatchKind::Roster && batch.state != BatchState::Sending {
            return self.roster_screen(&batch, premises).await.map(Some);
        }
        let name = self.tx.premises(premises).await?.details.name;
        let mut lines = vec![heading(words, &batch, count), format!("🏠 {name}"), String::new()];
        lines.extend(so_far(words, &batch, count));
        let refusals = self.tx.refusals(id).await?;
        let example = refusals.first().and_then(|(refusal, _)| complaints::example(refusal));
        for (refusal, times) in refusals {
            lines.push(format!("⚠️ {}", times_said(words, times, complaints::refusal(words, &refusal))));
        }
        if batch.kind != BatchKind::Pictures && count.waiting == 0 {
            lines.extend(self.first_reasons(&batch, premises).await?);
        }
        let mut screen = Screen::saying(lines.join("\n"));
        if count.files() == 1 {
            screen.picture = example;
        }
        let is_still = count.waiting == 0 && batch.state != BatchState::Sending;
        if is_still && count.good > 0 {
            let send = words.msg_batch_send(words.digits(count.good));
            screen = screen.with_row(vec![Button::new(send, "send")]);
        }
        if count.people() > 0 && !matches!(batch.state, BatchState::Sending | BatchState::Sent) {
            let label = match batch.kind {
                BatchKind::Pictures => words.msg_batch_done(),
                BatchKind::Table | BatchKind::Roster => words.msg_batch_one_by_one(),
            };
            screen = screen.with_row(vec![Button::new(label, "people")]);
        }
        if is_still && batch.kind != BatchKind::Pictures && count.open > 0 {
            screen = screen.with_row(vec![Button::new(words.msg_batch_sheet(), "sheet")]);
        }
        if batch.kind == BatchKind::Pictures && batch.state.takes_more() {
            screen = screen.with_row(vec![Button::new(words.msg_batch_more(), "more")]);
        }
        if is_still && count.people() == 0 {
            screen = screen.with_row(vec![Button::new(words.msg_batch_type(), "type")]);
        }
        let mut last = Vec::new();
        if !matches!(batch.state, BatchState::Sending | BatchState::Sent) {
            last.push(Button::new(words.msg_batch_drop(), "drop"));
        }
        last.push(standing(words.msg_home_menu(), Press::Home));
        Ok(Some(screen.with_row(last)))
    }

    /// At which place they stay; nothing is read before that is known.
    async fn batch_place_screen(&mut self) -> anyhow::Result<Screen> {
        let words = self.words();
        let mut screen = Screen::saying(format!("⟦{}⟧", words.msg_batch_place_ask()));
        for place in self.places_to_report_at().await? {
            let name = self.tx.premises(place).await?.details.name;
            screen = screen.with_row(vec![Button::new(name, format!("place:{place}"))]);
        }
        Ok(screen
            .with_row(vec![Button::new(words.msg_batch_drop(), "drop"), standing(words.msg_home_menu(), Press::Home)]))
    }

    /// A column that nothing recognises is asked about, once for the place.
    async fn batch_column_screen(&mut self, batch: &Batch) -> anyhow::Result<Option<Screen>> {
        let layout: Option<TableLayout> = self.tx.layout(batch.id).await?;
        let Some(column) = layout.and_then(|layout| layout.unknown.into_iter().next()) else { return Ok(None) };
        let words = self.words();
        let examples = column.examples.join(", ");
        let mut screen = Screen::saying(words.msg_batch_column_ask(column.header, examples));
        let fields: Vec<Button> =
            ASKED.into_iter().map(|field| Button::new(words.field(field), format!("is:{}", field.as_str()))).collect();
        screen.rows.extend(fields.chunks(2).map(<[Button]>::to_vec));
        Ok(Some(
            screen
                .with_row(vec![Button::new(words.msg_batch_column_ignored(), "is:")])
                .with_row(vec![Button::new(words.msg_batch_drop(), "drop")]),
        ))
    }

    /// The first rows that cannot be sent, each with what is wrong.
    async fn first_reasons(&mut self, batch: &Batch, premises: PremisesId) -> anyhow::Result<Vec<String>> {
        let words = self.words();
        let facts = reading::facts(self.tx, self.context, premises).await?;
        let mut lines = Vec::new();
        for entry in self.tx.entries_in(batch.id, EntryState::Open, REASONS).await? {
            let Some(Person { draft: Some(draft), notes: Some(notes), place, .. }) = self.tx.entry(entry).await? else {
                continue;
            };
            let why = reading::reasons(&draft, &notes, &facts, words.language()).join("; ");
            lines.push(words.msg_batch_row(words.digits(place), why));
        }
        let open = self.tx.count_batch(batch.id).await?.open;
        if open > REASONS {
            lines.push(words.msg_more_lines(words.digits(open - REASONS)));
        }
        if !lines.is_empty() {
            lines.insert(0, String::new());
        }
        Ok(lines)
    }

    pub(super) async fn batch_act(&mut self, id: BatchId, verb: &str, argument: &str) -> anyhow::Result<()> {
        let Some(batch) = self.own_batch(id).await? else { return self.show_current().await };
        let words = self.words();
        match verb {
            "place" => self.batch_place(&batch, argument).await,
            "is" => self.batch_column(&batch, argument).await,
            "whole" => self.batch_whole(&batch, argument == "yes").await,
            "roster" => self.send_roster(&batch, argument == "sure").await,
            "permits" => match batch.premises {
                Some(premises) => self.open(Page::Permits { premises, page: 0 }).await,
                None => self.show_current().await,
            },
            "people" => self.open(Page::People { batch: id, page: 0, kept: None }).await,
            "more" => {
                self.remark(words.msg_batch_send_more());
                self.show_current().await
            }
            "send" => self.send_batch(&batch).await,
            "sheet" => {
                let key = format!("sheet:{id}:{}", self.context.now.timestamp_millis());
                let chat = (self.chat(), None);
                self.tx.enqueue(&key, chat, Lane::Prompt, What::Reasons(id), self.context.now).await?;
                self.remark(words.msg_batch_sheet_follows());
                self.show_current().await
            }
            "type" => {
                self.drop_batch(&batch).await?;
                self.go_on(Next::Report).await
            }
            "drop" => {
                let some_are_sent = self.tx.count_batch(id).await?.sent > 0;
                self.drop_batch(&batch).await?;
                self.remark(if some_are_sent { words.msg_batch_dropped_rest() } else { words.msg_batch_dropped() });
                self.show_current().await
            }
            _ => self.show_current().await,
        }
    }

    async fn drop_batch(&mut self, batch: &Batch) -> anyhow::Result<()> {
        self.state.page = None;
        if batch.state == BatchState::Sending {
            return Ok(());
        }
        self.tx.set_batch_state(batch.id, BatchState::Dropped, self.context.now).await?;
        self.tx.empty_batch(batch.id).await
    }

    async fn batch_place(&mut self, batch: &Batch, argument: &str) -> anyhow::Result<()> {
        let chosen = PremisesId(argument.parse().unwrap_or(0));
        if self.places_to_report_at().await?.contains(&chosen) {
            self.tx.set_batch_premises(batch.id, chosen).await?;
            reading::judge_all(self.tx, self.context, batch.id).await?;
            let state = self.tx.count_batch(batch.id).await?.state();
            self.tx.set_batch_state(batch.id, state, self.context.now).await?;
        }
        self.show_current().await
    }

    /// Somebody said what a column holds: that is remembered for the place, and the table read anew.
    async fn batch_column(&mut self, batch: &Batch, argument: &str) -> anyhow::Result<()> {
        let layout: Option<TableLayout> = self.tx.layout(batch.id).await?;
        if let (Some(premises), Some(mut layout)) = (batch.premises, layout)
            && !layout.unknown.is_empty()
        {
            let column = layout.unknown.remove(0);
            let meaning = Field::named(argument).map_or(Meaning::Ignored, Meaning::Field);
            let mut known: Vec<(String, Meaning)> = self.tx.known_columns(premises).await?;
            known.retain(|(key, _)| *key != column.key);
            known.push((column.key, meaning));
            self.tx.set_known_columns(premises, &known).await?;
            let was_last = layout.unknown.is_empty();
            self.tx.set_layout(batch.id, &layout).await?;
            if was_last {
                self.tx.read_anew(batch.id, self.context.now).await?;
            }
        }
        self.show_current().await
    }

    async fn send_batch(&mut self, batch: &Batch) -> anyhow::Result<()> {
        let words = self.words();
        let reporter = self.reporter().await?;
        let Some(premises) = batch.premises else { return self.show_current().await };
        if !self.tx.may(premises, reporter, Act::Report).await? {
            return self.may_not().await;
        }
        let count = self.tx.count_batch(batch.id).await?;
        if count.good == 0 || count.waiting > 0 || batch.state == BatchState::Sending {
            self.remark(words.msg_batch_nobody_to_send());
            return self.show_current().await;
        }
        self.tx.begin_sending(batch.id, self.context.now).await?;
        self.open(Page::Batch(batch.id)).await
    }

    /// The people of a batch, those first who need the reporter.
    pub(super) async fn people_screen(
        &mut self,
        id: BatchId,
        page: usize,
        kept: Option<EntryId>,
    ) -> anyhow::Result<Option<Screen>> {
        let Some(batch) = self.own_batch(id).await? else { return Ok(None) };
        let (words, count) = (self.words(), self.tx.count_batch(id).await?);
        let Some(premises) = batch.premises else { return Ok(None) };
        let facts = reading::facts(self.tx, self.context, premises).await?;
        let all = usize::try_from(count.people())?;
        let page = page.min(all.saturating_sub(1) / A_PAGE);
        let (offset, limit) = (i64::try_from(page * A_PAGE)?, i64::try_from(A_PAGE)?);
        let mut lines = vec![heading(words, &batch, count), String::new()];
        let mut buttons = Vec::new();
        for entry in self.tx.entries_to_look_at(id, offset, limit).await? {
            let Some(person) = self.tx.entry::<ArrivalDraft, Notes>(entry).await? else { continue };
            lines.extend(person_lines(words, &person, &facts));
            if person.draft.is_some() {
                let label = format!("✏️ {}", words.digits(person.place));
                buttons.push(Button::new(label, format!("e:{entry}")));
            }
        }
        if count.waiting > 0 {
            lines.push(words.msg_batch_reading(words.digits(count.waiting)));
        }
        let mut screen = Screen::saying(lines.join("\n"));
        screen.rows.extend(buttons.chunks(4).map(<[Button]>::to_vec));
        screen.rows.extend(super::stays::turning_by(words, page, all, A_PAGE));
        if count.open > 0 {
            let label = words.msg_batch_fill_in(words.digits(count.open));
            screen = screen.with_row(vec![Button::new(label, "fill")]);
        }
        if count.open > 0 && kept.is_some() {
            screen = screen.with_row(vec![Button::new(words.msg_batch_lend(), "lend")]);
        }
        if count.waiting == 0 && count.good > 0 {
            let send = words.msg_batch_send(words.digits(count.good));
            screen = screen.with_row(vec![Button::new(send, "send")]);
        }
        Ok(Some(
            screen.with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn people_act(&mut self, shown: Page, verb: &str, argument: &str) -> anyhow::Result<()> {
        let Page::People { batch: id, page, kept } = shown else { return self.show_current().await };
        let Some(batch) = self.own_batch(id).await? else { return self.show_current().await };
        match verb {
            "e" => self.open(Page::Person(EntryId(argument.parse().unwrap_or(0)))).await,
            "p" => {
                let page = argument.parse().unwrap_or(page);
                self.open(Page::People { batch: id, page, kept }).await
            }
            "fill" => match self.tx.entries_in(id, EntryState::Open, 1).await?.first() {
                Some(&first) => self.fill_in_person(first).await,
                None => self.show_current().await,
            },
            "lend" => {
                if let Some(kept) = kept {
                    self.lend(&batch, kept).await?;
                }
                self.open(Page::People { batch: id, page: 0, kept: None }).await
            }
            "send" => self.send_batch(&batch).await,
            _ => self.open(Page::Batch(id)).await,
        }
    }

    /// What was told of one is taken for the others of whom it is missing.
    async fn lend(&mut self, batch: &Batch, from: EntryId) -> anyhow::Result<()> {
        let Some(Person { draft: Some(lender), .. }) = self.tx.entry(from).await? else { return Ok(()) };
        let Some(premises) = batch.premises else { return Ok(()) };
        let facts = reading::facts(self.tx, self.context, premises).await?;
        for entry in self.tx.entries_in(batch.id, EntryState::Open, i64::MAX).await? {
            let Some(Person { draft: Some(mut draft), notes: Some(mut notes), .. }) = self.tx.entry(entry).await?
            else {
                continue;
            };
            lender.lend(&mut draft);
            reading::judge(self.tx, &facts, entry, &draft, &mut notes).await?;
        }
        self.settle_batch(batch.id).await
    }

    pub(super) async fn settle_batch(&mut self, id: BatchId) -> anyhow::Result<()> {
        let state = self.tx.count_batch(id).await?.state();
        self.tx.set_batch_state(id, state, self.context.now).await
    }

    /// One person of a batch.
    pub(super) async fn person_screen(&mut self, id: EntryId) -> anyhow::Result<Option<Screen>> {
        let Some(person) = self.tx.entry::<ArrivalDraft, Notes>(id).await? else { return Ok(None) };
        let Some(batch) = self.own_batch(person.batch).await? else { return Ok(None) };
        let (Some(premises), Some(_)) = (batch.premises, &person.draft) else { return Ok(None) };
        let words = self.words();
        let facts = reading::facts(self.tx, self.context, premises).await?;
        let mut screen = Screen::saying(person_lines(words, &person, &facts).join("\n"));
        if batch.state != BatchState::Sending {
            screen = screen.with_row(vec![Button::new(words.msg_batch_change(), "change")]);
            // On a list of everybody, leaving out somebody who is here would say that they have left.
            if batch.kind != BatchKind::Roster || person.state != EntryState::Here {
                screen = screen.with_row(vec![Button::new(words.msg_batch_leave_out(), "out")]);
            }
        }
        Ok(Some(screen.with_row(vec![Button::new(words.msg_back(), "back")])))
    }

    pub(super) async fn person_act(&mut self, id: EntryId, verb: &str) -> anyhow::Result<()> {
        let Some(person) = self.tx.entry::<ArrivalDraft, Notes>(id).await? else { return self.show_current().await };
        let Some(batch) = self.own_batch(person.batch).await? else { return self.show_current().await };
        match verb {
            "change" => return self.fill_in_person(id).await,
            "out" if batch.state != BatchState::Sending => {
                self.tx.set_entry_state(id, EntryState::Dropped).await?;
                reading::judge_all(self.tx, self.context, batch.id).await?;
                self.settle_batch(batch.id).await?;
            }
            _ => {}
        }
        self.open(Page::People { batch: batch.id, page: 0, kept: None }).await
    }

    /// Opens the form of a person of a batch; whatever form was under way waits behind it.
    async fn fill_in_person(&mut self, id: EntryId) -> anyhow::Result<()> {
        let Some(Person { draft: Some(draft), batch, .. }) = self.tx.entry(id).await? else {
            return self.show_current().await;
        };
        let Some(Batch { premises: Some(premises), state, .. }) = self.own_batch(batch).await? else {
            return self.show_current().await;
        };
        if state == BatchState::Sending {
            return self.show_current().await;
        }
        let details = self.tx.premises(premises).await?.details;
        let known = Known::new(vec![(premises, details.kind, details.name)]);
        let before = std::mem::take(&mut self.state.at);
        if before.is_form() && !matches!(before, At::Entry { .. }) {
            self.state.behind = Some(Box::new(before));
        }
        self.state.page = None;
        self.state.at = At::Entry { session: Box::new(Session::starting_from(draft)), known, entry: id, batch };
        self.show_current().await
    }

    /// The form of a person of a batch is left, finished or not: the batch holds what was told, and is shown.
    pub(in crate::chat) async fn entry_left(
        &mut self,
        (entry, batch): (EntryId, BatchId),
        draft: ArrivalDraft,
        finished: bool,
    ) -> anyhow::Result<()> {
        self.state.at = self.state.behind.take().map_or(At::Home, |behind| *behind);
        let row = self.tx.entry::<ArrivalDraft, Notes>(entry).await?;
        let premises = self.own_batch(batch).await?.and_then(|batch| batch.premises);
        if let (Some(Person { notes: Some(mut notes), .. }), Some(premises)) = (row, premises) {
            let facts = reading::facts(self.tx, self.context, premises).await?;
            if finished {
                notes.complaints.clear();
            }
            let draft = if finished { draft.as_compared() } else { draft };
            reading::judge(self.tx, &facts, entry, &draft, &mut notes).await?;
            self.settle_batch(batch).await?;
        }
        self.open(Page::People { batch, page: 0, kept: finished.then_some(entry) }).await
    }
}

pub(super) fn heading(words: &Words, batch: &Batch, count: Count) -> String {
    let text = match batch.kind {
        BatchKind::Pictures => words.msg_batch_pictures(words.digits(count.files().max(count.people()))),
        BatchKind::Table => words.msg_batch_table(words.digits(count.people())),
        BatchKind::Roster => words.msg_batch_roster(words.digits(count.people())),
    };
    format!("⟦{text}⟧")
}

/// Where the batch is, and how many of its people are where.
pub(super) fn so_far(words: &Words, batch: &Batch, count: Count) -> Vec<String> {
    let state = match batch.state {
        BatchState::Received => words.msg_batch_reading(words.digits(count.waiting)),
        BatchState::Read if count.open == 0 => words.msg_batch_state_here(),
        BatchState::Read => words.msg_batch_state_read(),
        BatchState::ToConfirm => words.msg_batch_state_to_confirm(),
        BatchState::Sending => {
            words.msg_batch_state_sending(words.digits(count.sent), words.digits(count.good + count.sent))
        }
        BatchState::Sent => words.msg_batch_state_sent(),
        BatchState::PartlySent => words.msg_batch_state_partly(),
        BatchState::Failed | BatchState::Taken | BatchState::Dropped => words.msg_batch_state_failed(),
    };
    let mut lines = vec![state];
    let counted = [
        (count.good, words.msg_batch_good(words.digits(count.good))),
        (count.open, words.msg_batch_open(words.digits(count.open))),
        (count.here, words.msg_batch_here(words.digits(count.here))),
        (count.sent, words.msg_batch_sent(words.digits(count.sent))),
    ];
    lines.extend(counted.into_iter().filter(|(many, _)| *many > 0).map(|(_, line)| line));
    lines
}

fn times_said(words: &Words, times: i64, said: String) -> String {
    if times > 1 { format!("{}× {said}", words.digits(times)) } else { said }
}

/// A person in the list: who, and what is the matter.
fn person_lines(words: &Words, person: &Person, facts: &crate::forms::arrival::ArrivalFacts) -> Vec<String> {
    let mark = match person.state {
        EntryState::Open => "✏️",
        EntryState::Good => "✅",
        EntryState::Here => "🔁",
        EntryState::Sent => "🧾",
        EntryState::Dropped => "➖",
    };
    let place = words.digits(person.place);
    let (Some(draft), Some(notes)) = (&person.draft, &person.notes) else {
        return vec![format!("{place}. {mark} {}", words.msg_batch_is_sent())];
    };
    let who = draft.called(words);
    let room = draft.room().map(|room| format!(" · {room}")).unwrap_or_default();
    let mut lines = vec![format!("{place}. {mark} {who}{room}")];
    // What was read and not compared yet is shown as a whole, so that it can be.
    let particulars = draft.particulars(words);
    if draft.is_unread() && !particulars.is_empty() {
        lines.push(format!("   {particulars}"));
    }
    match person.state {
        EntryState::Open => {
            let why = reading::reasons(draft, notes, facts, words.language());
            lines.extend(why.into_iter().map(|why| format!("   {why}")));
        }
        EntryState::Here => lines.push(format!(
            "   {}",
            match notes.twin {
                Some(twin) => words.msg_batch_twin(words.digits(twin)),
                None if notes.unclear => words.msg_batch_unclear(),
                None => words.msg_batch_here_already(),
            }
        )),
        _ => {}
    }
    lines
}
