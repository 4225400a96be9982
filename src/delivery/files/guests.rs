//! The guests of a place as a file for somebody who works there. Deliberately in pages: thousands of stays are read while
//! others report.

use anyhow::Context as _;
use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};

use crate::{
    clock,
    domain::{
        area::{AreaCode, Gazetteer},
        export::{FileForm, Guests},
        id::{PremisesId, ReporterId, UserId},
        premises::{PremisesDetails, PremisesKind},
        rules,
    },
    papers::{self, GuestRow, UnlPlace},
    store::{ListedStay, Outgoing, Store, What},
    text::{Language, Words},
};

use super::{super::Rendered, with_file};

/// Stays read in one transaction.
const PAGE: usize = 100;

/// Guests in one file, at most.
const MOST: usize = 10_000;

/// What was gathered.
struct Gathered {
    language: Language,
    place: PremisesDetails,
    guests: Vec<GuestRow>,
    left_out: usize,
}

pub(super) async fn gather(store: &Store, row: &Outgoing, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    let What::Guests { premises, reporter, guests, form } = row.what else { return Ok(None) };
    let Some(gathered) = collect(store, UserId(row.chat.0), reporter, premises, guests).await? else {
        return Ok(None);
    };
    let words = Words::of(gathered.language);
    let list = match guests {
        Guests::Present => words.msg_stays_present(),
        Guests::Past => words.msg_stays_past(),
    };
    let count = words.digits(gathered.guests.len());
    let mut text = words.msg_files_guests_caption(list, &gathered.place.name, words.moment(now), count);
    if gathered.left_out > 0 {
        text.push_str("\n\n");
        text.push_str(&words.msg_files_left_out(words.digits(gathered.left_out)));
    }
    // Writing is work for a processor: it is not done on the thread that answers people.
    let bytes = tokio::task::spawn_blocking(move || write(&gathered, form, now));
    let bytes = bytes.await.context("writing a list of guests")??;
    let name = match guests {
        Guests::Present => "guests",
        Guests::Past => "earlier-guests",
    };
    Ok(Some(with_file(text, format!("{name}.{}", form.as_str()), bytes)))
}

/// `None` where the person may not have the list (any more); that is looked at with every page.
async fn collect(
    store: &Store,
    user: UserId,
    reporter: ReporterId,
    premises: PremisesId,
    which: Guests,
) -> anyhow::Result<Option<Gathered>> {
    let mut tx = store.write().await?;
    let Some(known) = tx.reporter(user).await?.filter(|known| known.id == reporter) else { return Ok(None) };
    if !tx.may(premises, reporter, which.act()).await? {
        return Ok(None);
    }
    let place = tx.premises(premises).await?.details;
    let mut stays = tx.stays_to_list(premises, which == Guests::Present).await?;
    drop(tx);
    let left_out = stays.len().saturating_sub(MOST);
    stays.truncate(MOST);
    let mut guests = Vec::with_capacity(stays.len());
    for page in stays.chunks(PAGE) {
        let mut tx = store.write().await?;
        if !tx.may(premises, reporter, which.act()).await? {
            return Ok(None);
        }
        guests.extend(tx.listed_stays(page).await?.into_iter().map(guest));
    }
    Ok(Some(Gathered { language: known.language, place, guests, left_out }))
}

fn guest(stay: ListedStay) -> GuestRow {
    GuestRow {
        departed_on: stay.departed_on,
        report: stay.number.to_string(),
        reported_at: local(stay.made_at),
        late: stay.deadline_at.is_some_and(|deadline| rules::is_late(stay.made_at, deadline)),
        arrival: stay.arrival,
    }
}

/// A moment as clocks in Phnom Penh show it.
fn local(moment: DateTime<Utc>) -> NaiveDateTime {
    let (hour, minute) = clock::hour_and_minute(moment);
    clock::day_of(moment).and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

fn write(gathered: &Gathered, form: FileForm, now: DateTime<Utc>) -> anyhow::Result<Vec<u8>> {
    let Gathered { place, guests, .. } = gathered;
    let kind: PremisesKind = place.kind;
    match form {
        FileForm::Xlsx => papers::guests_workbook(kind, guests, Words::of(gathered.language)),
        FileForm::Csv => papers::guests_csv(guests),
        FileForm::Unl => Ok(papers::unl(&unl_place(place), guests, local(now))),
    }
}

/// The address in Latin letters, level by level.
fn unl_place(place: &PremisesDetails) -> UnlPlace {
    let path: Vec<AreaCode> = Gazetteer::get().path(place.area).iter().map(|area| area.code).collect();
    // Province, district, commune, village.
    let level = |at: usize| path.get(at).map(|&code| Words::of(Language::En).area_name(code)).unwrap_or_default();
    UnlPlace {
        name: place.name.clone(),
        district: level(1),
        commune: level(2),
        village: level(3),
        street: place.street.clone().unwrap_or_default(),
    }
}
