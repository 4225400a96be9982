//! This week's list of everybody at a place beside who is reported there: who joined, who left, what changed; reported with
//! one tap. What is not certain is not reported by it.

use std::collections::HashMap;

use crate::{
    domain::{
        batch::{BatchKind, BatchState, EntryState},
        id::{EntryId, PremisesId, StayId},
        member::Act,
        press::Press,
        roster::{self, Change, Difference},
        stay::Arrival,
    },
    flow::{Button, Screen},
    forms::arrival::ArrivalDraft,
    store::Batch,
    text::Words,
};

use super::{
    super::{
        reading::{Notes, TableLayout},
        state::Page,
        turn::{Turn, standing},
    },
    batch::{Person, heading, so_far},
};

/// People of a group who are named; the others are counted.
const NAMED: usize = 6;

/// A list of everybody, compared.
struct Compared {
    entries: Vec<(EntryId, ArrivalDraft, Notes)>,
    here: HashMap<StayId, Arrival>,
    difference: Difference,
}

impl Compared {
    /// Changes that can be reported without asking about each.
    fn certain(&self) -> impl Iterator<Item = (StayId, usize, &[Change])> {
        let certain = |changes: &[Change]| !changes.iter().any(|change| change.is_doubtful());
        let changed = self.difference.changed.iter().map(|(stay, at, changes)| (*stay, *at, changes.as_slice()));
        changed.filter(move |(_, _, changes)| certain(changes))
    }

    /// People whom somebody has to look at.
    fn doubtful(&self) -> usize {
        self.difference.changed.len() - self.certain().count() + self.difference.unclear.len()
    }
}

impl Turn<'_> {
    /// Whether a list of a place that houses workers is of everybody, or of those who are new.
    pub(super) async fn batch_whole_screen(
        &mut self,
        batch: &Batch,
        premises: PremisesId,
    ) -> anyhow::Result<Option<Screen>> {
        let place = self.tx.premises(premises).await?.details;
        let layout: Option<TableLayout> = self.tx.layout(batch.id).await?;
        let is_open = batch.kind == BatchKind::Table && layout.is_some_and(|layout| !layout.is_told);
        let is_early = matches!(batch.state, BatchState::Read | BatchState::ToConfirm);
        if !(is_open && is_early && place.kind.houses_workers()) || self.tx.count_stays(premises, true).await? == 0 {
            return Ok(None);
        }
        let words = self.words();
        let screen = Screen::saying(words.msg_roster_ask(place.name))
            .with_row(vec![Button::new(words.msg_roster_everybody(), "whole:yes")])
            .with_row(vec![Button::new(words.msg_roster_newcomers(), "whole:no")])
            .with_row(vec![Button::new(words.msg_batch_drop(), "drop")]);
        Ok(Some(screen))
    }

    /// It was said whether the list is of everybody. Whoever is here already is then no newcomer of whom things are missing.
    pub(super) async fn batch_whole(&mut self, batch: &Batch, whole: bool) -> anyhow::Result<()> {
        if let Some(mut layout) = self.tx.layout::<TableLayout>(batch.id).await? {
            layout.is_told = true;
            self.tx.set_layout(batch.id, &layout).await?;
        }
        if let (true, Some(premises)) = (whole, batch.premises) {
            self.tx.set_batch_kind(batch.id, BatchKind::Roster).await?;
            let mut compared = self.compared(batch, premises).await?;
            let same = compared.difference.unchanged.iter().map(|&(stay, at)| (stay, at));
            let changed = compared.difference.changed.iter().map(|(stay, at, _)| (*stay, *at));
            for (stay, at) in same.chain(changed).collect::<Vec<_>>() {
                let (entry, draft, notes) = &mut compared.entries[at];
                notes.stay = Some(stay);
                self.tx.set_entry(*entry, draft, notes, None, EntryState::Here).await?;
            }
            let unclear = compared.difference.unclear.iter().map(|(at, _)| *at);
            let repeated = compared.difference.repeated.iter().map(|(at, _)| *at);
            for at in unclear.chain(repeated).collect::<Vec<_>>() {
                let (entry, draft, notes) = &mut compared.entries[at];
                notes.unclear = true;
                self.tx.set_entry(*entry, draft, notes, None, EntryState::Here).await?;
            }
            self.settle_batch(batch.id).await?;
        }
        self.show_current().await
    }

    async fn compared(&mut self, batch: &Batch, premises: PremisesId) -> anyhow::Result<Compared> {
        let mut entries = Vec::new();
        for id in self.tx.entries(batch.id, -1, i64::MAX).await? {
            if let Some(Person { draft: Some(draft), notes: Some(notes), .. }) = self.tx.entry(id).await? {
                entries.push((id, draft, notes));
            }
        }
        let mut stays = Vec::new();
        for stay in self.tx.stays_at(premises, true, 0, i64::MAX).await? {
            stays.push((stay, self.tx.stay(stay).await?.arrival));
        }
        let listed: Vec<_> = entries.iter().map(|(_, draft, _): &(_, ArrivalDraft, _)| draft.as_entry()).collect();
        let difference = roster::difference(&stays, &listed);
        Ok(Compared { entries, here: stays.into_iter().collect(), difference })
    }

    /// The difference, and what can be done with it.
    pub(super) async fn roster_screen(&mut self, batch: &Batch, premises: PremisesId) -> anyhow::Result<Screen> {
        let (words, count) = (self.words(), self.tx.count_batch(batch.id).await?);
        let compared = self.compared(batch, premises).await?;
        let name = self.tx.premises(premises).await?.details.name;
        let mut lines = vec![heading(words, batch, count), format!("🏠 {name}"), String::new()];
        if matches!(batch.state, BatchState::Sent | BatchState::PartlySent) {
            lines.extend(so_far(words, batch, count));
        }
        let groups = self.groups(&compared);
        for (label, names) in groups {
            if !names.is_empty() {
                lines.push(format!("⟦{label}⟧"));
                lines.push(words.fitting(&names[..names.len().min(NAMED)], 700));
                if names.len() > NAMED {
                    lines.push(words.msg_more_lines(words.digits(names.len() - NAMED)));
                }
            }
        }
        lines.push(words.msg_roster_unchanged(words.digits(compared.difference.unchanged.len())));
        if compared.doubtful() > 0 {
            lines.push(words.msg_roster_unclear(words.digits(compared.doubtful())));
        }
        let drastic = compared.difference.is_drastic();
        if drastic {
            lines.push(String::new());
            lines.push(words.msg_roster_drastic());
        }
        let all = usize::try_from(count.good)? + compared.certain().count() + compared.difference.left.len();
        let mut screen = Screen::saying(lines.join("\n"));
        if all > 0 && !matches!(batch.state, BatchState::Sending | BatchState::Sent) {
            let label = words.msg_roster_send(words.digits(all));
            screen = screen.with_row(vec![Button::new(label, if drastic { "roster:sure" } else { "roster" })]);
        }
        if count.open > 0 {
            screen = screen.with_row(vec![Button::new(words.msg_batch_fill_in(words.digits(count.open)), "people")]);
            screen = screen.with_row(vec![Button::new(words.msg_batch_sheet(), "sheet")]);
        }
        let screen = screen.with_row(vec![Button::new(words.msg_permits_open(), "permits")]);
        Ok(screen
            .with_row(vec![Button::new(words.msg_batch_drop(), "drop"), standing(words.msg_home_menu(), Press::Home)]))
    }

    /// Who joined, who left, what changed, each group under its heading.
    fn groups(&self, compared: &Compared) -> [(String, Vec<String>); 3] {
        let words = self.words();
        let difference = &compared.difference;
        let listed = |at: &usize| compared.entries[*at].1.called(words);
        let joined: Vec<String> = difference.joined.iter().map(|at| format!("• {}", listed(at))).collect();
        let left = difference.left.iter().filter_map(|stay| compared.here.get(stay));
        let left: Vec<String> = left.map(|arrival| format!("• {}", guest(words, arrival))).collect();
        let changed = difference.changed.iter().filter_map(|(stay, _, changes)| {
            let what: Vec<String> = changes.iter().map(|change| self.change(*change)).collect();
            Some(format!("• {}: {}", guest(words, compared.here.get(stay)?), what.join(", ")))
        });
        let changed: Vec<String> = changed.collect();
        [
            (words.msg_roster_joined(words.digits(joined.len())), joined),
            (words.msg_roster_left(words.digits(left.len())), left),
            (words.msg_roster_changed(words.digits(changed.len())), changed),
        ]
    }

    fn change(&self, change: Change) -> String {
        let words = self.words();
        match change {
            Change::Unit => words.msg_roster_change_unit(),
            Change::Work => words.msg_roster_change_work(),
            Change::PermitUntil => words.msg_roster_change_permit(),
            Change::Extended => words.msg_roster_change_extended(),
            Change::Shortened => words.msg_roster_change_shortened(),
            Change::LeavesOn => words.msg_roster_change_leaves(),
            Change::Number => words.msg_roster_change_number(),
        }
    }

    /// All of the difference that is certain is reported: arrivals, changes, departures. `sure` confirms that most have left.
    pub(super) async fn send_roster(&mut self, batch: &Batch, sure: bool) -> anyhow::Result<()> {
        let (words, reporter) = (self.words(), self.reporter().await?);
        let Some(premises) = batch.premises else { return self.show_current().await };
        if !self.tx.may(premises, reporter, Act::Change).await? {
            return self.may_not().await;
        }
        let compared = self.compared(batch, premises).await?;
        if matches!(batch.state, BatchState::Sending | BatchState::Sent) || (compared.difference.is_drastic() && !sure)
        {
            self.remark(words.msg_roster_drastic());
            return self.show_current().await;
        }
        for (stay, at, changes) in compared.certain() {
            let Some(arrival) = compared.here.get(&stay) else { continue };
            let (entry, draft, _) = &compared.entries[at];
            let listed = draft.as_entry();
            self.tx.set_entry_change(*entry, stay, &changed(arrival, &listed, changes)).await?;
        }
        self.tx.set_leavers(batch.id, &compared.difference.left).await?;
        self.tx.begin_sending(batch.id, self.context.now).await?;
        self.open(Page::Batch(batch.id)).await
    }
}

fn guest(words: &Words, arrival: &Arrival) -> String {
    let guest = words.guest(arrival);
    arrival.unit.as_ref().map_or_else(|| guest.clone(), |unit| format!("{guest} · {unit}"))
}

/// What was reported of somebody, with what a list says otherwise.
fn changed(arrival: &Arrival, listed: &crate::domain::entry::Entry, changes: &[Change]) -> Arrival {
    let mut arrival = arrival.clone();
    for change in changes {
        match change {
            Change::Unit => arrival.unit.clone_from(&listed.unit),
            Change::Work => {
                arrival.work = listed.work;
                arrival.permit_until = listed.permit_until;
            }
            Change::PermitUntil => arrival.permit_until = listed.permit_until,
            Change::Extended | Change::Shortened => {
                arrival.permission.stay_until = listed.stay_until;
                if let Some(source) = listed.source {
                    arrival.permission.source = source;
                }
            }
            Change::LeavesOn => arrival.leaves_on = listed.leaves_on,
            Change::Number => arrival.identity.number.clone_from(&listed.number),
        }
    }
    arrival
}
