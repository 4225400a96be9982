//! Erase a person who wants to be forgotten: said beforehand in figures, then done, once. What the law asks to be kept
//! stays without a link to them; a guest who is still here needs somebody who can be asked.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::{
    clock,
    domain::{
        id::{ChatId, PremisesId, ReporterId, UserId},
        rulebook::Rulebook,
    },
    store::{Kept, Lane, Tx, Verb, What},
};

use super::Context;

/// Receipts are kept so long.
const RECEIPT_YEARS: u32 = 5;

/// What erasing a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Premises at which they have a part.
    pub memberships: usize,
    /// Premises that go with them.
    pub premises: Vec<PremisesId>,
    /// Premises with open stays about which nobody else could be asked, and how many: they stand in the way.
    pub resting: Vec<(PremisesId, i64)>,
    /// What is kept.
    pub kept: Kept,
    /// Until when the reports about stays that have ended are kept.
    pub reports_until: Option<NaiveDate>,
    /// Until when the receipts are kept.
    pub receipts_until: Option<DateTime<Utc>>,
    /// Months after a departure for which a stay is kept.
    pub months: u32,
    /// They are enrolled as an officer too, which is not touched.
    pub is_officer: bool,
}

/// What erasing a person would do; nothing is done.
pub async fn foresee_erasure(
    tx: &mut Tx,
    context: Context,
    reporter: ReporterId,
    user: UserId,
) -> anyhow::Result<Erasure> {
    let today = clock::day_of(context.now);
    let months = Rulebook::shipped().on(today).stay_months.value;
    let kept = tx.kept_of(reporter).await?;
    Ok(Erasure {
        memberships: tx.premises_of(reporter).await?.len(),
        premises: tx.empty_premises_of(reporter).await?,
        resting: tx.stays_resting_on(reporter).await?,
        reports_until: kept.last_departure.map(|day| day + Months::new(months)),
        receipts_until: kept.last_receipt.map(|moment| moment + Months::new(12 * RECEIPT_YEARS)),
        kept,
        months,
        is_officer: tx.officer_of(user, today).await?.is_some(),
    })
}

/// Erases a person, unless open stays rest on them alone. What was done, or what stands in the way.
pub async fn erase_person(
    tx: &mut Tx,
    context: Context,
    reporter: ReporterId,
    user: UserId,
) -> anyhow::Result<Result<Erasure, Erasure>> {
    let erasure = foresee_erasure(tx, context, reporter, user).await?;
    if !erasure.resting.is_empty() {
        return Ok(Err(erasure));
    }
    let chat = ChatId::private(user);
    let questions = tx.open_checks_around(reporter).await?;
    let serves_others = erasure.is_officer || context.operator == Some(chat) || tx.is_chat_of_unit(chat).await?;
    tx.erase_chat(chat, serves_others).await?;
    tx.forget_batches_of(reporter).await?;
    tx.erase_reporter(reporter).await?;
    for &premises in &erasure.premises {
        tx.delete_premises(premises).await?;
    }
    // Whoever answers for the guests from here on is asked what was asked before.
    let rules = Rulebook::shipped().on(clock::day_of(context.now));
    let send_at = clock::after_quiet(context.now, rules.quiet_hours.value);
    for (check, stay) in questions {
        for (_, user) in tx.desk_of_stay(stay).await? {
            let key = format!("check:{check}:{user}");
            tx.enqueue(&key, (ChatId::private(user), None), Lane::Routine, What::Check(check), send_at).await?;
        }
    }
    let Erasure { memberships, premises, kept, .. } = &erasure;
    let subject = format!(
        "memberships:{memberships} premises:{} reports:{} stays:{} receipts:{}",
        premises.len(),
        kept.reports,
        kept.stays,
        kept.receipts
    );
    // The trail has no end: who it was does not stand in it.
    tx.audit(UserId(0), Verb::Erase, &subject, context.now).await?;
    Ok(Ok(erasure))
}
