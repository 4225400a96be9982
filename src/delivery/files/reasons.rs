//! Somebody's own table once more, with what is to be corrected beside the rows, as they are when it is sent.

use std::collections::HashMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::{
    actions,
    chat::{self, Notes},
    domain::{
        batch::EntryState,
        id::{BatchId, ChatId, EntryId},
    },
    forms::arrival::ArrivalDraft,
    intake::table::Grid,
    papers::{self, Beside},
    store::{Outgoing, Store},
    text::{Language, Words},
};

use super::{Rendered, with_file};

/// People looked at in one transaction.
const PAGE: i64 = 100;

/// The table; `None` where the batch is at its end or is another's.
pub(super) async fn gather(
    store: &Store,
    row: &Outgoing,
    id: BatchId,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Rendered>> {
    let mut tx = store.write().await?;
    let Some(batch) = tx.batch(id).await?.filter(|batch| ChatId::private(batch.user) == row.chat) else {
        return Ok(None);
    };
    let (Some(premises), Some(grid)) = (batch.premises, tx.grid::<Grid>(id).await?) else { return Ok(None) };
    let language = tx.language_of(batch.user).await?.unwrap_or(Language::En);
    let facts = chat::facts(&mut tx, actions::Context { now, operator: None }, premises).await?;
    drop(tx);
    let mut beside = HashMap::new();
    let mut after = -1;
    loop {
        let mut tx = store.write().await?;
        let page: Vec<EntryId> = tx.entries(id, after, PAGE).await?;
        for entry in &page {
            let Some(person) = tx.entry::<ArrivalDraft, Notes>(*entry).await? else { continue };
            after = person.place;
            let said = match (person.state, person.draft, person.notes) {
                (EntryState::Open, Some(draft), Some(notes)) => {
                    Beside::Correct(chat::reasons(&draft, &notes, &facts, language).join("; "))
                }
                _ => Beside::Good,
            };
            beside.insert(person.place, said);
        }
        if i64::try_from(page.len())? < PAGE {
            break;
        }
    }
    let words = Words::of(language);
    let bytes = tokio::task::spawn_blocking(move || write(&grid, &beside, words));
    let bytes = bytes.await.context("writing a table with reasons")??;
    Ok(Some(with_file(words.msg_batch_sheet_caption(), "to-correct.xlsx".into(), bytes)))
}

/// Lines stand where their numbers say, so that "row 12" is row 12; long gaps are closed.
fn write(grid: &Grid, beside: &HashMap<i64, Beside>, words: &Words) -> anyhow::Result<Vec<u8>> {
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(grid.lines.len());
    let (mut header, mut said) = (None, Vec::new());
    for line in &grid.lines {
        let wanted = usize::try_from(line.number.saturating_sub(1))?;
        if wanted > rows.len() && wanted - rows.len() < 50 {
            rows.resize(wanted, Vec::new());
        }
        if grid.header.last() == Some(&line.number) {
            header = Some(rows.len());
        }
        if let Some(beside) = beside.get(&i64::from(line.number)) {
            said.push((rows.len(), beside.clone()));
        }
        rows.push(line.cells.clone());
    }
    papers::reasons(header, &rows, &said, words)
}
