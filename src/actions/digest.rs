//! Each unit's daily digest: how much was reported in its area, how much of it late, how many alerts are open, which
//! places have gone silent. Counts and names of places, nothing of a person. A report is counted once, by the unit that
//! answers for its place.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::{
    clock,
    domain::{
        id::{DigestId, ReportId, UnitId, UserId},
        reminder::REMIND_HOUR,
        report::ReportKind,
        rulebook::Rulebook,
        rules, unit,
    },
    store::{Lane, Tx, Uncounted, Verb, What},
};

use super::{Context, raise_alerts::responsible, silence};

/// Reports counted in one transaction.
const PAGE: i64 = 500;

/// Silent places named in one digest; others wait for the next.
const NAMED: usize = 8;

/// A report that found no unit is counted later, but not after so many days.
const LOOKED_BACK: u64 = 31;

/// What became of a press on "seen".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DigestSeen {
    /// This officer has seen it.
    Taken,
    /// Somebody was first.
    AlreadyBy(String),
    /// Not an officer of the digest's unit.
    NotEnrolled,
}

/// The hour from which digests are made, once that day has come.
fn begins(context: Context) -> DateTime<Utc> {
    clock::at_hour(clock::day_of(context.now), REMIND_HOUR)
}

/// Counts the next page of reports made up to yesterday; where to go on, or `None` at the end.
pub async fn count_reports(tx: &mut Tx, context: Context, after: ReportId) -> anyhow::Result<Option<ReportId>> {
    if context.now < begins(context) {
        return Ok(None);
    }
    let yesterday = clock::day_of(context.now) - Days::new(1);
    let span = (clock::end_of(yesterday - Days::new(LOOKED_BACK)), clock::end_of(yesterday));
    let beats = tx.beats().await?;
    let page = tx.uncounted_reports(span, after, PAGE).await?;
    let mut digests = BTreeMap::new();
    for report in &page {
        let Some(unit) = unit::responsible(&beats, report.area) else { continue };
        let digest = match digests.get(&unit) {
            Some(&digest) => digest,
            None => tx.digest_of(unit, yesterday, context.now).await?,
        };
        digests.insert(unit, digest);
        tx.count_report(digest, report, is_late(report, context)).await?;
    }
    let last = page.last().map(|report| report.report);
    Ok(last.filter(|_| i64::try_from(page.len()).is_ok_and(|length| length == PAGE)))
}

fn is_late(report: &Uncounted, context: Context) -> bool {
    let on = Rulebook::shipped().on(clock::day_of(context.now)).has(crate::domain::alert::Rule::LateReport);
    let arrived = matches!(report.kind, ReportKind::Arrival | ReportKind::Move);
    on && arrived && report.deadline_at.is_some_and(|deadline| rules::is_late(report.made_at, deadline))
}

/// Adds open alerts and silent places, and sends the digests in which there is something to tell; once a day.
pub async fn send_digests(tx: &mut Tx, context: Context) -> anyhow::Result<()> {
    let today = clock::day_of(context.now);
    let last = tx.note("digest").await?.map(|(day, _)| day);
    if context.now < begins(context) || last.as_deref() == Some(&today.to_string()) {
        return Ok(());
    }
    let yesterday = today - Days::new(1);
    let answering: Vec<UnitId> =
        tx.units().await?.into_iter().filter(|unit| unit.reachable).map(|unit| unit.id).collect();
    for (unit, alerts) in tx.open_alerts_by_unit(yesterday).await? {
        if answering.contains(&unit) {
            let digest = tx.digest_of(unit, yesterday, context.now).await?;
            tx.set_digest_alerts(digest, alerts).await?;
        }
    }
    name_silent(tx, context).await?;
    for id in tx.digests_to_send().await? {
        tx.digest_sent(id, context.now).await?;
        let Some(digest) = tx.digest(id).await? else { continue };
        let unit = tx.unit(digest.unit).await?;
        let key = format!("digest:{id}:{}", unit.id);
        tx.enqueue(&key, (unit.chat, unit.topic), Lane::Routine, What::Digest(id), context.now).await?;
    }
    tx.set_note("digest", &today.to_string(), context.now).await
}

/// Places that were asked and did not answer, and that have reported nothing since.
async fn name_silent(tx: &mut Tx, context: Context) -> anyhow::Result<()> {
    let today = clock::day_of(context.now);
    let [silent, unanswered] = Rulebook::shipped().on(today).silent_days.value;
    for reminder in tx.silence_to_tell(context.now - TimeDelta::days(i64::from(unanswered))).await? {
        let Some(premises) = reminder.premises else { continue };
        if silence::since(tx, context, premises).await? == Some(reminder.about) {
            let area = tx.premises(premises).await?.details.area;
            let Some(unit) = responsible(tx, area).await? else { continue };
            let digest = tx.digest_of(unit, today - Days::new(1), context.now).await?;
            if tx.silent_of(digest).await?.len() >= NAMED {
                continue;
            }
            tx.add_silent(digest, premises, reminder.about - Days::new(u64::from(silent))).await?;
        }
        tx.silence_told(reminder.id, context.now).await?;
    }
    Ok(())
}

/// An officer has seen a digest: what is counted in it is acknowledged, and the digest shows by whom.
pub async fn see_digest(tx: &mut Tx, context: Context, user: UserId, id: DigestId) -> anyhow::Result<DigestSeen> {
    let subject = format!("digest:{id}");
    let digest = tx.digest(id).await?;
    let officer = match &digest {
        Some(digest) => tx.officer_at(digest.unit, user, clock::day_of(context.now)).await?,
        None => None,
    };
    let (Some(_), Some(officer)) = (digest, officer) else {
        tx.audit(user, Verb::Refused, &subject, context.now).await?;
        return Ok(DigestSeen::NotEnrolled);
    };
    if tx.see_digest(id, officer.id, context.now).await? {
        tx.audit(user, Verb::SeeDigest, &subject, context.now).await?;
        tx.refresh_copies(&subject, 2, context.now).await?;
        return Ok(DigestSeen::Taken);
    }
    let first = match tx.digest(id).await?.and_then(|digest| digest.seen) {
        Some((officer, _)) => tx.officer(officer).await?.map(|officer| officer.name),
        None => None,
    };
    Ok(DigestSeen::AlreadyBy(first.unwrap_or_default()))
}
