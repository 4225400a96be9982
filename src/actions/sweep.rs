//! The daily sweep: dates that passed while a guest stayed. The reporter is asked first; the unit is told after the
//! correction window, unless the stay changed.

use chrono::{DateTime, Days, Duration, Utc};

use crate::{
    clock,
    domain::{
        id::{ChatId, StayId},
        rulebook::Rulebook,
        rules::{self, Due, Subject},
    },
    store::{Lane, NewCheck, StayRow, Tx, What},
};

use super::{Context, raise_alerts::raise};

/// Stays looked at in one transaction.
const PAGE: i64 = 200;

/// Asks about the next page of stays of which a rule has come due; where to go on, or `None` at the end.
pub async fn ask_reporters(tx: &mut Tx, context: Context, after: StayId) -> anyhow::Result<Option<StayId>> {
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    let permit_missing_since = today - Days::new(u64::from(rules.work_permit_days.value));
    let page = tx.stays_to_look_at(today, permit_missing_since, after, PAGE).await?;
    for &id in &page {
        let stay = tx.stay(id).await?;
        for due in rules::due(&Subject::of(&stay.arrival, today, rules), today, rules) {
            if let Some(notice) = rules::notice(due.rule, rules) {
                ask(tx, context, &stay, due, notice).await?;
            }
        }
    }
    Ok(page.last().copied().filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

async fn ask(tx: &mut Tx, context: Context, stay: &StayRow, due: Due, notice: Duration) -> anyhow::Result<()> {
    if tx.has_standing_alert(stay.id, due.rule).await? {
        return Ok(());
    }
    put(tx, context, stay.id, due, sent_at(context) + notice).await
}

/// Puts a question to the desk of a stay, once; the unit is told at `alert_at` unless the stay changed before.
pub(super) async fn put(
    tx: &mut Tx,
    context: Context,
    stay: StayId,
    due: Due,
    alert_at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let check = NewCheck { stay, rule: due.rule, about_date: due.about, alert_at };
    if let Some(check) = tx.add_check(&check, context.now).await? {
        for (_, user) in tx.desk_of_stay(stay).await? {
            let key = format!("check:{check}:{user}");
            let to = (ChatId::private(user), None);
            tx.enqueue(&key, to, Lane::Routine, What::Check(check), sent_at(context)).await?;
        }
    }
    Ok(())
}

/// Not within the quiet hours.
fn sent_at(context: Context) -> DateTime<Utc> {
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    clock::after_quiet(context.now, rules.quiet_hours.value)
}

/// Tells the units about stays whose window has passed and whose facts still hold.
pub async fn tell_units(tx: &mut Tx, context: Context) -> anyhow::Result<usize> {
    let run_out = tx.checks_run_out(context.now).await?;
    for &id in &run_out {
        if let Some(check) = tx.check(id).await? {
            let stay = tx.stay(check.stay).await?;
            let today = clock::day_of(context.now);
            let rules = Rulebook::shipped().on(today);
            let due = rules::due(&Subject::of(&stay.arrival, today, rules), today, rules);
            if stay.departed_on.is_none() && due.iter().any(|due| due.rule == check.rule) {
                raise(tx, context, stay.id, &stay.arrival, check.rule).await?;
            }
        }
        tx.settle_check(id, context.now).await?;
    }
    Ok(run_out.len())
}
