//! Photos, files, and texts that hold as much: they go into a batch, which is read meanwhile, or into the form under way.
//! Nothing that was entered is lost by it.

use crate::{
    actions,
    domain::{
        batch::BatchKind,
        id::{BatchId, PremisesId},
        member::Act,
        mrz,
    },
    intake::table,
};

use super::{
    incoming::{Effect, SentFile},
    reading,
    state::{At, Next, Page},
    turn::Turn,
};

/// Bots can fetch files up to this size (Bot API, `getFile`): 20 MB.
const BYTES_MAX: i64 = 20_000_000;

impl Turn<'_> {
    /// A photo or a file. What cannot be taken leaves the chat at once; what can leaves it as soon as it is read.
    pub(super) async fn file(&mut self, sent: &SentFile) -> anyhow::Result<()> {
        let words = self.words();
        if self.conversation.reporter.is_none() {
            self.remove(sent.message);
            self.remark(words.msg_file_before_start());
            return self.open(Page::Languages).await;
        }
        if matches!(self.state.at, At::Guest { .. }) {
            self.remove(sent.message);
            self.remark(words.msg_file_for_guests());
            return self.show_current().await;
        }
        if sent.size.is_some_and(|size| size > BYTES_MAX) {
            self.remove(sent.message);
            self.remark(words.msg_file_too_large());
            return self.show_current().await;
        }
        let places = self.places_to_report_at().await?;
        if places.is_empty() || !self.conversation.consented {
            self.remove(sent.message);
            self.remark(words.msg_file_before_place());
            return self.go_on(Next::Report).await;
        }
        let kind = if sent.is_picture { BatchKind::Pictures } else { BatchKind::Table };
        let batch = match self.open_batch(sent, kind).await? {
            Some(batch) => batch,
            None => self.begin_batch(kind, &places).await?,
        };
        let album = sent.album.as_deref();
        self.tx.add_upload(batch, sent.message, album, &sent.file, self.context.now).await?;
        // Of an album whose card is on its way, the card shows the rest as soon as something is read.
        let is_shown = self.state.page == Some(Page::Batch(batch));
        if is_shown && self.conversation.drawn < self.conversation.version {
            return Ok(());
        }
        self.replace_drawn(is_shown);
        self.open(Page::Batch(batch)).await
    }

    /// The batch into which something goes that is sent: that of its album, or the one that is looked at.
    async fn open_batch(&mut self, sent: &SentFile, kind: BatchKind) -> anyhow::Result<Option<BatchId>> {
        let of_album = match &sent.album {
            Some(album) => self.tx.batch_of_album(self.user, album).await?,
            None => None,
        };
        let seen = match self.state.page {
            Some(Page::Batch(batch) | Page::People { batch, .. }) => Some(batch),
            _ => match &self.state.at {
                At::Entry { batch, .. } => Some(*batch),
                _ => None,
            },
        };
        let Some(id) = of_album.or(seen) else { return Ok(None) };
        let batch = self.tx.batch(id).await?;
        // A table is read as a whole: another one is another batch.
        Ok(batch
            .filter(|batch| batch.kind == kind && kind == BatchKind::Pictures && batch.state.takes_more())
            .map(|_| id))
    }

    /// A batch at the place that the form under way is about, else at the only one; at one of several once it is chosen.
    async fn begin_batch(&mut self, kind: BatchKind, places: &[PremisesId]) -> anyhow::Result<BatchId> {
        let reporter = self.reporter().await?;
        let of_form = match &self.state.at {
            At::Arrival { session, .. } => session.draft.premises,
            _ => None,
        };
        let premises = match places {
            [only] => Some(*only),
            _ => of_form.filter(|place| places.contains(place)),
        };
        let batch = self.tx.add_batch(reporter, premises, kind, &actions::draft_name(), self.context.now).await?;
        // Somebody whose picture was read into a form and not looked at yet goes with the others.
        if let At::Arrival { session, .. } = &self.state.at
            && session.draft.is_unread()
            && session.draft.guest_form.is_none()
        {
            let draft = session.draft.clone();
            self.state.at = At::Home;
            if let Some(batch) = self.tx.batch(batch).await? {
                reading::keep_person(self.tx, self.context, &batch, None, None, draft, reading::Notes::default())
                    .await?;
            }
        }
        Ok(batch)
    }

    /// Places at which the person may report, the one used last first.
    pub(super) async fn places_to_report_at(&mut self) -> anyhow::Result<Vec<PremisesId>> {
        let reporter = self.reporter().await?;
        let mut places = Vec::new();
        for place in self.tx.premises_of(reporter).await? {
            if self.tx.may(place.id, reporter, Act::Report).await? {
                places.push(place.id);
            }
        }
        Ok(places)
    }

    /// Typed or pasted text that is as good as a picture or a file: the lines of a machine-readable zone, or a list.
    pub(super) async fn text_of_many(&mut self, text: &str) -> anyhow::Result<bool> {
        let may = self.conversation.reporter.is_some() && self.conversation.consented;
        let is_free = match &self.state.at {
            At::Home => true,
            At::Arrival { session, .. } => session.draft.awaits_document(),
            _ => false,
        };
        let looks_at_batch = matches!(self.state.page, Some(Page::Batch(_) | Page::People { .. }));
        if !may || !(is_free || looks_at_batch) {
            return Ok(false);
        }
        let today = self.today();
        if let Some(zone) = mrz::in_text(text, today) {
            if self.places_to_report_at().await?.is_empty() {
                if let Some(message) = self.message {
                    self.remove(message);
                }
                let first = self.words().msg_file_before_place();
                self.remark(first);
                self.go_on(Next::Report).await?;
                return Ok(true);
            }
            let entry = mrz::entry(&zone, &[]);
            self.take_person(entry).await?;
            return Ok(true);
        }
        if text.lines().filter(|line| !line.trim().is_empty()).count() < 2 {
            return Ok(false);
        }
        let places = self.places_to_report_at().await?;
        let [first, ..] = places.as_slice() else { return Ok(false) };
        let kind = self.tx.premises(*first).await?.details.kind;
        let Some(list) = table::pasted(text, &table::Request { kind, today, name: None, known: Vec::new() }) else {
            return Ok(false);
        };
        let batch = self.begin_batch(BatchKind::Table, &places).await?;
        let Some(row) = self.tx.batch(batch).await? else { return Ok(false) };
        // A list of a message is short; without a place it is judged once the place is known.
        reading::keep_rows(self.tx, self.context, &row, &list.rows).await?;
        reading::table_is_read(self.tx, self.context, &row, list).await?;
        self.open(Page::Batch(batch)).await?;
        Ok(true)
    }

    pub(super) fn remove(&mut self, message: i64) {
        self.effects.push(Effect::Remove { chat: self.chat(), message });
    }
}
