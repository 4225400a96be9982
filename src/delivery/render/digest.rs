//! A unit's daily digest: counts and names of places, nothing of a person.

use crate::{
    domain::{
        id::{ChatId, DigestId},
        press::Press,
    },
    store::Tx,
    text::{Message, Words},
};

use super::{Rendered, key};

pub(super) async fn digest(tx: &mut Tx, chat: ChatId, id: DigestId) -> anyhow::Result<Option<Rendered>> {
    let Some(digest) = tx.digest(id).await? else { return Ok(None) };
    let unit = tx.unit(digest.unit).await?;
    let words = Words::of(unit.language);
    let state = match digest.seen {
        Some((officer, at)) => {
            let officer = tx.officer(officer).await?.map_or_else(|| words.msg_not_known(), |officer| officer.name);
            words.msg_digest_state_seen(officer, words.moment(at))
        }
        None => words.msg_state_open(),
    };
    let text = words.msg_digest(
        unit.name,
        words.day(digest.day),
        words.digits(digest.arrivals),
        words.digits(digest.late),
        words.digits(digest.departures),
        words.digits(digest.changes),
        words.digits(digest.alerts),
        silent(tx, words, id).await?,
        state,
    );
    let seen = key(tx.keys(), chat, words.msg_digest_seen(), Press::DigestSeen(id));
    let rows = if digest.seen.is_some() { Vec::new() } else { vec![vec![seen]] };
    let revision = if digest.seen.is_some() { 2 } else { 1 };
    let message = Message { text, rows, protected: true, ..Message::default() };
    Ok(Some(Rendered { message, revision, remove: Vec::new() }))
}

/// The silent places, a line each.
async fn silent(tx: &mut Tx, words: &Words, id: DigestId) -> anyhow::Result<String> {
    let silent = tx.silent_of(id).await?;
    if silent.is_empty() {
        return Ok(String::new());
    }
    let mut lines = vec![format!("\n\n{}", words.msg_digest_silent(words.digits(silent.len())))];
    for &(premises, since) in &silent {
        let place = tx.premises(premises).await?.details;
        lines.push(words.msg_digest_silent_line(&place.name, words.area_path(place.area), words.day(since)));
    }
    Ok(lines.join("\n"))
}
