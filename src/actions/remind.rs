//! Send what is due: reminders of dates, questions where a guest is, questions about a place, drafts to be finished. What
//! was missed about one thing becomes one; one question at a time is put about a stay.

use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::{
    clock,
    domain::{
        document::DocumentKind,
        id::{ChatId, StayId, UserId},
        reminder::{ASK_HOUR, ReminderKind},
        rulebook::Rulebook,
    },
    store::{Lane, Reminder, StayRow, Tx, What},
};

use super::{Context, plan, silence};

/// Rows looked at in one transaction.
const PAGE: i64 = 100;

/// After a question about a stay the next one waits so long.
const BETWEEN_QUESTIONS: TimeDelta = TimeDelta::days(3);

/// Sends the next page of what is due. Whether there may be more.
pub async fn remind(tx: &mut Tx, context: Context) -> anyhow::Result<bool> {
    let page = tx.reminders_due(context.now, PAGE).await?;
    for reminder in &page {
        // What was due with an earlier one of this page is done by now.
        let Some(reminder) = tx.reminder(reminder.id).await?.filter(|there| there.done_at.is_none()) else { continue };
        match reminder.stay {
            Some(stay) => about_stay(tx, context, &reminder, stay).await?,
            None => about_place(tx, context, &reminder).await?,
        }
    }
    Ok(i64::try_from(page.len())? == PAGE)
}

async fn about_stay(tx: &mut Tx, context: Context, first: &Reminder, id: StayId) -> anyhow::Result<()> {
    let stay = tx.stay(id).await?;
    let due = tx.due_with(first, context.now).await?;
    if first.kind.asks_where() && is_asked_already(tx, context, &stay).await? {
        let later = clock::at_hour(clock::day_of(context.now) + Days::new(1), ASK_HOUR);
        for reminder in &due {
            tx.postpone_reminder(reminder.id, later).await?;
        }
        return Ok(());
    }
    let mut standing = Vec::new();
    for reminder in due {
        if plan::stands(tx, &stay, &reminder, context.now).await? {
            standing.push(reminder.clone());
        }
        tx.finish_reminder(reminder.id, context.now).await?;
    }
    // A departure that was planned says more than a stay that looks old; of one thing the latest says it all.
    let said = standing.iter().find(|reminder| reminder.kind == ReminderKind::Departure).or(standing.last());
    let Some(reminder) = said else { return Ok(()) };
    let send_at = send_at(context, reminder);
    for (reporter, user) in tx.desk_of_stay(id).await? {
        if !tx.is_hushed(reporter, reminder).await? {
            send(tx, reminder, user, send_at).await?;
        }
    }
    Ok(())
}

/// Whether another question where the guest is waits for its answer: one that precedes an alert, or one like it.
async fn is_asked_already(tx: &mut Tx, context: Context, stay: &StayRow) -> anyhow::Result<bool> {
    if !tx.open_checks_of(stay.id).await?.is_empty() {
        return Ok(true);
    }
    let since = context.now - BETWEEN_QUESTIONS;
    let asked = tx.reminders_of(stay.id).await?;
    Ok(asked.iter().any(|reminder| reminder.kind.asks_where() && reminder.done_at.is_some_and(|done| done > since)))
}

async fn about_place(tx: &mut Tx, context: Context, reminder: &Reminder) -> anyhow::Result<()> {
    let Some(premises) = reminder.premises else { return Ok(()) };
    tx.finish_reminder(reminder.id, context.now).await?;
    let stands = match reminder.kind {
        ReminderKind::RollCall => tx.count_stays(premises, true).await? > 0,
        _ => silence::since(tx, context, premises).await? == Some(reminder.about),
    };
    if !stands {
        return Ok(());
    }
    let send_at = send_at(context, reminder);
    for (_, user) in tx.desk_of_premises(premises).await? {
        send(tx, reminder, user, send_at).await?;
    }
    Ok(())
}

async fn send(tx: &mut Tx, reminder: &Reminder, user: UserId, send_at: DateTime<Utc>) -> anyhow::Result<()> {
    let key = format!("reminder:{}:{user}", reminder.id);
    tx.enqueue(&key, (ChatId::private(user), None), Lane::Routine, What::Reminder(reminder.id), send_at).await
}

/// Not within the quiet hours, unless the date runs out before they end.
fn send_at(context: Context, reminder: &Reminder) -> DateTime<Utc> {
    let quiet = Rulebook::shipped().on(clock::day_of(context.now)).quiet_hours.value;
    match reminder.kind {
        ReminderKind::StayUntil | ReminderKind::Card | ReminderKind::WorkPermit => {
            clock::after_quiet_before(context.now, quiet, clock::end_of(reminder.about))
        }
        // The moment at which it was sent would tell the birth date: outside the quiet hours none is written down.
        ReminderKind::TurnsEighteen if clock::after_quiet(context.now, quiet) == context.now => {
            clock::at_hour(reminder.about, 0)
        }
        _ => clock::after_quiet(context.now, quiet),
    }
}

/// Looks at the next page of people named on a parent's card, of whom some are about to come of age; where to go on, or
/// `None` at the end. It is computed each day, so that no day is kept which would tell a birth date.
pub async fn look_at_ages(tx: &mut Tx, context: Context, after: StayId) -> anyhow::Result<Option<StayId>> {
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    let (age, before) = (rules.adult_age_years.value, rules.remind_days.value.iter().max().copied().unwrap_or(0));
    let page = tx.open_parent_cards(after, PAGE).await?;
    for &id in &page {
        let arrival = tx.stay(id).await?.arrival;
        let Some(birth) = arrival.identity.birth.filter(|_| arrival.document == DocumentKind::ParentCard) else {
            continue;
        };
        let of_age = *birth.birthday(age).end();
        if today < of_age && of_age <= today + Days::new(u64::from(before)) {
            let at = arrival.arrived_on;
            tx.add_reminder(ReminderKind::TurnsEighteen, (Some(id), None), (at, 0), clock::at_hour(at, 0)).await?;
        }
    }
    Ok(page.last().copied().filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

/// Tells the next page of people that a draft of theirs has to be sent. Whether there may be more.
pub async fn remind_of_drafts(tx: &mut Tx, context: Context) -> anyhow::Result<bool> {
    let quiet = Rulebook::shipped().on(clock::day_of(context.now)).quiet_hours.value;
    let page = tx.drafts_to_remind(context.now, PAGE).await?;
    for &(chat, due_at) in &page {
        tx.draft_reminded(chat).await?;
        if context.now < due_at {
            let due = due_at.timestamp_millis();
            let send_at = clock::after_quiet_before(context.now, quiet, due_at);
            let key = format!("draft:{chat}:{due}");
            tx.enqueue(&key, (chat, None), Lane::Routine, What::Draft(due), send_at).await?;
        }
    }
    Ok(i64::try_from(page.len())? == PAGE)
}
