//! What was read of photos and files comes into its batch, and the conversation shows it. Deliberately no reading: that is
//! done in `intake`, by a process of its own.

use serde::{Deserialize, Serialize};

use crate::{
    actions::Context,
    clock,
    domain::{
        batch::{BatchKind, EntryState},
        entry::Entry,
        id::{BatchId, ChatId, EntryId, PremisesId, StayId, UploadId},
    },
    forms::arrival::{ArrivalDraft, ArrivalFacts, OwnPremises, is_complete},
    intake::table::{self, Complaint},
    store::{Batch, NewEntry, Tx},
    text::Language,
};

use super::{
    PRIVACY_VERSION,
    filling::arrival_at,
    incoming::Effect,
    private,
    state::{At, Known, Page},
    turn::Turn,
};

/// What is to be said about a person of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    /// Cells that could not be read.
    pub(super) complaints: Vec<Complaint>,
    /// Stands in the batch already, at this place.
    pub(super) twin: Option<i64>,
    /// On a list of everybody: perhaps somebody who is here, or said twice; not reported by it.
    pub(super) unclear: bool,
    /// On a list of everybody: this stay is theirs.
    pub(super) stay: Option<StayId>,
}

/// How the table of a batch reads.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct TableLayout {
    pub(super) layout: table::Layout,
    /// It was said whether the list is of everybody or of those who are new.
    #[serde(default)]
    pub(super) is_told: bool,
    /// Columns that are still to be asked about.
    pub(super) unknown: Vec<table::Unknown>,
}

/// What the questions of an arrival depend on, for the people of a batch.
pub async fn facts(tx: &mut Tx, context: Context, premises: PremisesId) -> anyhow::Result<ArrivalFacts> {
    let details = tx.premises(premises).await?.details;
    Ok(ArrivalFacts {
        today: clock::day_of(context.now),
        premises: vec![OwnPremises { id: premises, kind: details.kind, name: details.name }],
        nationalities: Vec::new(),
        units: Vec::new(),
    })
}

/// Keeps a person of a batch, and judges whether they can be sent.
pub(super) async fn keep_person(
    tx: &mut Tx,
    context: Context,
    batch: &Batch,
    upload: Option<UploadId>,
    place: Option<i64>,
    draft: ArrivalDraft,
    mut notes: Notes,
) -> anyhow::Result<EntryId> {
    let entry = tx.add_entry(&NewEntry { batch: batch.id, upload, place, draft: &draft, notes: &notes }).await?;
    if let Some(premises) = batch.premises {
        let facts = facts(tx, context, premises).await?;
        judge(tx, &facts, entry, &draft, &mut notes).await?;
    }
    Ok(entry)
}

/// Whether somebody can be sent: everything is told, nothing doubtful, not reported already and not twice in the batch.
pub(super) async fn judge(
    tx: &mut Tx,
    facts: &ArrivalFacts,
    entry: EntryId,
    draft: &ArrivalDraft,
    notes: &mut Notes,
) -> anyhow::Result<EntryState> {
    let arrival = draft.arrival(facts).filter(|_| is_complete(draft, facts));
    notes.twin = None;
    if notes.stay.is_some() || notes.unclear {
        tx.set_entry(entry, draft, notes, None, EntryState::Here).await?;
        return Ok(EntryState::Here);
    }
    let state = match &arrival {
        None if is_here(tx, facts, draft).await? => EntryState::Here,
        None => EntryState::Open,
        Some(arrival) => {
            notes.twin = tx.twin_in_batch(entry, arrival).await?;
            if notes.twin.is_some() || tx.reported_already(arrival).await?.is_some() {
                EntryState::Here
            } else if draft.is_doubtful() || !notes.complaints.is_empty() {
                EntryState::Open
            } else {
                EntryState::Good
            }
        }
    };
    tx.set_entry(entry, draft, notes, arrival.as_ref(), state).await?;
    Ok(state)
}

/// Whether somebody's document is that of an open stay at the place: then nothing is missing, whatever was not told.
async fn is_here(tx: &mut Tx, facts: &ArrivalFacts, draft: &ArrivalDraft) -> anyhow::Result<bool> {
    let (Some(place), Some(number)) = (draft.place(facts), draft.own_number()) else { return Ok(false) };
    let Some(stay) = tx.stay_with_document(place.id, number).await? else { return Ok(false) };
    Ok(tx.stay(stay).await?.departed_on.is_none())
}

/// Judges all people of a batch anew: its place is known by now, or something was answered for several.
pub(super) async fn judge_all(tx: &mut Tx, context: Context, id: BatchId) -> anyhow::Result<()> {
    let Some(Batch { premises: Some(premises), kind, .. }) = tx.batch(id).await? else { return Ok(()) };
    let facts = facts(tx, context, premises).await?;
    for entry in tx.entries(id, -1, i64::MAX).await? {
        let Some(row) = tx.entry::<ArrivalDraft, Notes>(entry).await? else { continue };
        if let (Some(mut draft), Some(mut notes)) = (row.draft, row.notes) {
            draft.premises = Some(premises);
            if kind != BatchKind::Pictures {
                draft.leave_out_the_rest(&facts);
            }
            judge(tx, &facts, entry, &draft, &mut notes).await?;
        }
    }
    Ok(())
}

/// Rows of a table, as many as were read together.
pub async fn keep_rows(tx: &mut Tx, context: Context, batch: &Batch, rows: &[table::Row]) -> anyhow::Result<()> {
    let facts = match batch.premises {
        Some(premises) => Some(facts(tx, context, premises).await?),
        None => None,
    };
    for row in rows {
        let draft = ArrivalDraft::row(row.entry.clone(), batch.premises, facts.as_ref());
        let mut notes = Notes { complaints: row.complaints.clone(), ..Notes::default() };
        let place = Some(i64::from(row.number));
        let entry =
            tx.add_entry(&NewEntry { batch: batch.id, upload: None, place, draft: &draft, notes: &notes }).await?;
        if let Some(facts) = &facts {
            judge(tx, facts, entry, &draft, &mut notes).await?;
        }
    }
    Ok(())
}

/// All rows of a table are kept: how it reads is kept as well.
pub(super) async fn table_is_read(
    tx: &mut Tx,
    context: Context,
    batch: &Batch,
    read: table::Reading,
) -> anyhow::Result<()> {
    if batch.kind == BatchKind::Pictures {
        tx.set_batch_kind(batch.id, BatchKind::Table).await?;
    }
    tx.set_layout(batch.id, &TableLayout { layout: read.layout, is_told: false, unknown: read.unknown }).await?;
    tx.set_grid(batch.id, &read.grid).await?;
    let state = tx.count_batch(batch.id).await?.state();
    tx.set_batch_state(batch.id, state, context.now).await
}

/// What became of a file.
pub enum Read {
    /// People, of whom a picture shows the documents.
    People(Vec<Entry>),
    /// A table, whose rows are kept already.
    Table(Box<table::Reading>),
    /// It could not be read, and why.
    Refused(&'static str),
}

/// A file was read: its batch holds it, its message leaves the chat, and the conversation shows it. A single picture of one
/// document goes into the form under way, or begins one.
pub async fn file_is_read(
    tx: &mut Tx,
    context: Context,
    upload: UploadId,
    batch: &Batch,
    read: Read,
    bytes: Option<&[u8]>,
    show: bool,
) -> anyhow::Result<Vec<Effect>> {
    let chat = ChatId::private(batch.user);
    let refusal = if let Read::Refused(why) = read { Some(why) } else { None };
    tx.uploaded(upload, chat, refusal, bytes, context.now).await?;
    if !batch.state.takes_more() {
        return Ok(Vec::new());
    }
    let single = tx.is_single(batch.id).await?;
    match read {
        Read::People(mut people) if single && people.len() == 1 => {
            if let Some(entry) = people.pop() {
                return in_conversation(tx, context, batch, async |turn: &mut Turn<'_>| {
                    turn.take_single(batch, upload, entry).await
                })
                .await;
            }
        }
        Read::People(people) => {
            for entry in people {
                let draft = ArrivalDraft::read(entry, batch.premises);
                keep_person(tx, context, batch, Some(upload), None, draft, Notes::default()).await?;
            }
        }
        Read::Table(table) => table_is_read(tx, context, batch, *table).await?,
        Read::Refused(_) => {}
    }
    let count = tx.count_batch(batch.id).await?;
    tx.set_batch_state(batch.id, count.state(), context.now).await?;
    if show || count.waiting == 0 { progress(tx, context, batch.id).await } else { Ok(Vec::new()) }
}

/// The conversation that looks at a batch shows how far it is.
pub async fn progress(tx: &mut Tx, context: Context, id: BatchId) -> anyhow::Result<Vec<Effect>> {
    let Some(batch) = tx.batch(id).await? else { return Ok(Vec::new()) };
    in_conversation(tx, context, &batch, async |turn: &mut Turn<'_>| {
        let shown =
            matches!(&turn.state.page, Some(Page::Batch(shown) | Page::People { batch: shown, .. }) if *shown == id);
        if shown && turn.state.talk.is_none() {
            turn.replace_drawn(true);
            turn.show_current().await?;
        }
        Ok(())
    })
    .await
}

/// Something happens in the conversation of a batch's reporter without anything they did.
async fn in_conversation(
    tx: &mut Tx,
    context: Context,
    batch: &Batch,
    happens: impl AsyncFnOnce(&mut Turn<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<Effect>> {
    let chat = ChatId::private(batch.user);
    let Some(mut conversation) = tx.conversations(&[chat], PRIVACY_VERSION).await?.pop() else { return Ok(Vec::new()) };
    let mut turn = private::begin_alone(tx, context, &mut conversation);
    happens(&mut turn).await?;
    let effects = turn.finish()?;
    tx.save_conversations(std::slice::from_ref(&conversation), context.now).await?;
    Ok(effects)
}

impl Turn<'_> {
    /// The only person of a batch: into the form under way or one that begins; where another form is under way, or
    /// somebody's document was told already, they stay in the batch.
    async fn take_single(&mut self, batch: &Batch, upload: UploadId, entry: Entry) -> anyhow::Result<()> {
        let looks = self.state.page == Some(Page::Batch(batch.id));
        let is_free = match &self.state.at {
            At::Home => looks,
            At::Arrival { session, .. } => session.draft.awaits_document(),
            _ => false,
        };
        if is_free && self.state.talk.is_none() {
            self.tx.set_batch_state(batch.id, crate::domain::batch::BatchState::Taken, self.context.now).await?;
            self.tx.empty_batch(batch.id).await?;
            if looks {
                self.replace_drawn(true);
                self.state.page = None;
            }
            return self.read_into_form(entry, batch.premises).await;
        }
        let draft = ArrivalDraft::read(entry, batch.premises);
        let (context, id) = (self.context, batch.id);
        keep_person(self.tx, context, batch, Some(upload), None, draft, Notes::default()).await?;
        let state = self.tx.count_batch(id).await?.state();
        self.tx.set_batch_state(id, state, context.now).await?;
        if looks && self.state.talk.is_none() {
            self.replace_drawn(true);
            self.show_current().await?;
        }
        Ok(())
    }

    /// A person whose zone was typed: into the form where it waits for a document, else into the batch that is looked at.
    pub(super) async fn take_person(&mut self, entry: Entry) -> anyhow::Result<()> {
        let batch = match self.state.page {
            Some(Page::Batch(batch) | Page::People { batch, .. }) => self.tx.batch(batch).await?,
            _ => None,
        };
        let Some(batch) = batch.filter(|batch| batch.kind == BatchKind::Pictures && batch.state.takes_more()) else {
            self.state.page = None;
            let places = self.places_to_report_at().await?;
            let only = if let [only] = places.as_slice() { Some(*only) } else { None };
            return self.read_into_form(entry, only).await;
        };
        let (context, id) = (self.context, batch.id);
        let draft = ArrivalDraft::read(entry, batch.premises);
        keep_person(self.tx, context, &batch, None, None, draft, Notes::default()).await?;
        let state = self.tx.count_batch(id).await?.state();
        self.tx.set_batch_state(id, state, context.now).await?;
        self.show_current().await
    }

    async fn read_into_form(&mut self, entry: Entry, premises: Option<PremisesId>) -> anyhow::Result<()> {
        let today = self.today();
        let of_form = match &self.state.at {
            At::Arrival { session, known, .. } => session.draft.place(&known.facts(today)).map(|place| place.id),
            _ => None,
        };
        if let (Some(place), Some(number)) = (of_form.or(premises), &entry.number)
            && let Some(stay) = self.tx.stay_with_document(place, number).await?
            && self.tx.stay(stay).await?.departed_on.is_none()
        {
            let known = self.words().msg_read_known();
            self.remark(known);
        }
        if let At::Arrival { session, .. } = &mut self.state.at {
            session.draft.take_in(entry);
            return self.show_current().await;
        }
        let reporter = self.reporter().await?;
        let known: Known = self.known(reporter).await?;
        self.begin_form(arrival_at(ArrivalDraft::read(entry, premises), known)).await
    }
}

/// Why something of a person is wrong or missing, a line each, in a language.
#[must_use]
pub fn reasons(draft: &ArrivalDraft, notes: &Notes, facts: &ArrivalFacts, language: Language) -> Vec<String> {
    let words = crate::text::Words::of(language);
    let mut lines: Vec<String> =
        notes.complaints.iter().map(|complaint| super::complaints::complaint(words, *complaint)).collect();
    lines.extend(draft.doubts().map(|doubt| words.msg_batch_doubt(words.field(doubt.field), words.doubt(doubt.why))));
    if lines.is_empty() {
        let missing = crate::forms::arrival::missing(draft, facts, words);
        lines.extend(missing.map(|label| words.msg_batch_missing(label)));
    }
    lines
}
