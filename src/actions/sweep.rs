//! The daily sweep: dates that passed while a guest stayed. The reporter is asked first; the unit is told after the
//! correction window, unless the stay changed.

use chrono::Duration;

use crate::{
    clock,
    domain::{
        alert::Rule,
        id::{ChatId, StayId},
        rulebook::Rulebook,
        rules::{self, Subject},
    },
    store::{Lane, NewCheck, StayRow, Tx, What},
};

use super::{Context, raise_alerts};

/// Stays looked at in one transaction.
const PAGE: i64 = 200;

/// Asks about the next page of stays past their date; where to go on, or `None` at the end.
pub async fn ask_reporters(tx: &mut Tx, context: Context, after: StayId) -> anyhow::Result<Option<StayId>> {
    let today = clock::day_of(context.now);
    let page = tx.stays_past_their_date(today, after, PAGE).await?;
    for &id in &page {
        let stay = tx.stay(id).await?;
        for rule in date_rules(&stay, context) {
            ask(tx, context, &stay, rule).await?;
        }
    }
    Ok(page.last().copied().filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

fn date_rules(stay: &StayRow, context: Context) -> Vec<Rule> {
    let today = clock::day_of(context.now);
    let rules = Rulebook::shipped().on(today);
    let mut due = rules::due(&Subject::of(&stay.arrival, today, rules), today, rules);
    due.retain(|rule| matches!(rule, Rule::Overstay | Rule::CardExpired));
    due
}

async fn ask(tx: &mut Tx, context: Context, stay: &StayRow, rule: Rule) -> anyhow::Result<()> {
    let Some(about_date) = stay.arrival.permission.stay_until else { return Ok(()) };
    if tx.has_standing_alert(stay.id, rule).await? {
        return Ok(());
    }
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    let send_at = clock::after_quiet(context.now, rules.quiet_hours.value);
    let window = Duration::hours(i64::from(rules.correction_window_hours.value));
    let check = NewCheck { stay: stay.id, rule, about_date, alert_at: send_at + window };
    if let Some(check) = tx.add_check(&check, context.now).await? {
        for (_, user) in tx.reporters_of_stay(stay.id).await? {
            let key = format!("check:{check}:{user}");
            tx.enqueue(&key, (ChatId::private(user), None), Lane::Routine, What::Check(check), send_at).await?;
        }
    }
    Ok(())
}

/// Tells the units about stays whose window has passed and whose facts still hold.
pub async fn tell_units(tx: &mut Tx, context: Context) -> anyhow::Result<usize> {
    let run_out = tx.checks_run_out(context.now).await?;
    for &id in &run_out {
        if let Some(check) = tx.check(id).await? {
            let stay = tx.stay(check.stay).await?;
            if stay.departed_on.is_none() {
                raise_alerts(tx, context, stay.id, &stay.arrival).await?;
            }
        }
        tx.settle_check(id, context.now).await?;
    }
    Ok(run_out.len())
}
