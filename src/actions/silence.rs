//! Places that have gone silent: the people there are asked in a friendly way; the unit's digest names only those that
//! did not answer.

use chrono::NaiveDate;

use crate::{
    clock,
    domain::{
        id::PremisesId,
        reminder::{REMIND_HOUR, ReminderKind},
        rulebook::Rulebook,
        rules::{self, Silence},
    },
    store::{Activity, Tx},
};

use super::Context;

/// Places looked at in one transaction.
const PAGE: i64 = 200;

/// Asks about the next page of places that have gone silent; where to go on, or `None` at the end.
pub async fn ask_silent(tx: &mut Tx, context: Context, after: PremisesId) -> anyhow::Result<Option<PremisesId>> {
    let today = clock::day_of(context.now);
    let page = tx.activity(after, PAGE).await?;
    for place in &page {
        if let Some(since) = silent_since(place, context) {
            let due_at = clock::at_hour(today, REMIND_HOUR);
            tx.add_reminder(ReminderKind::Silent, (None, Some(place.premises)), (since, 0), due_at).await?;
        }
    }
    let last = page.last().map(|place| place.premises);
    Ok(last.filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

/// The day since which the silence of a place is called one; `None` where it is not silent.
pub(super) async fn since(tx: &mut Tx, context: Context, premises: PremisesId) -> anyhow::Result<Option<NaiveDate>> {
    Ok(tx.activity_of(premises).await?.and_then(|place| silent_since(&place, context)))
}

/// Whoever answers that all is well has spoken as much as whoever reports.
fn silent_since(place: &Activity, context: Context) -> Option<NaiveDate> {
    let today = clock::day_of(context.now);
    let silence = Silence {
        capacity: Some(place.capacity),
        arrivals: place.arrivals,
        last_report: place
            .last_report
            .map(|report| clock::day_of(place.last_word.map_or(report, |word| word.max(report)))),
        staying: place.staying,
    };
    rules::silent_premises(&silence, today, Rulebook::shipped().on(today))
}
