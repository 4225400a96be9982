//! What the register must hold after a history, told once more from the rules in words: plain structs, and none of the
//! product's rules, statements or code. Deliberately slow, simple and without a database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, Utc};
use snaknov::domain::{
    alert::{AlertState, Cause, Rule},
    document::{DateSource, DocumentKind, Permission, VisaClass},
    id::PremisesId,
    member::Role,
    person::Identity,
    report::ReportKind,
    stay::{Arrival, Work},
};

/// Stays, reports and checks are named by their place in the lists, people and places by theirs in the world.
pub(super) type At = usize;

/// What somebody was told about what they sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Kept,
    /// The number of the report, by its place in the list of reports.
    Already(At),
    SameGuest(At),
    NotAMember,
    MayNot,
    Closed,
}

/// What goes to somebody's private chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    Receipt(At),
    Departed(At),
    Extended(At),
    Check(At),
}

#[derive(Debug, Clone)]
pub(super) struct Stay {
    pub(super) facts: Arrival,
    pub(super) departed_on: Option<NaiveDate>,
    pub(super) cancelled: bool,
    pub(super) moved_from: Option<At>,
    /// The departure by which it was closed, unless that was taken back.
    departure: Option<At>,
}

impl Stay {
    pub(super) fn is_open(&self) -> bool {
        self.departed_on.is_none()
    }
}

#[derive(Debug, Clone)]
pub(super) struct Report {
    /// The first report under the same number.
    pub(super) first: At,
    pub(super) version: i64,
    pub(super) kind: ReportKind,
    pub(super) stay: At,
    pub(super) who: At,
    pub(super) made_at: DateTime<Utc>,
    pub(super) deadline: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alert {
    pub(super) stay: At,
    pub(super) rule: &'static str,
    pub(super) raised_on: NaiveDate,
    pub(super) unit: Option<At>,
    pub(super) state: &'static str,
    pub(super) cause: Option<&'static str>,
}

impl Alert {
    pub(super) fn stands(&self) -> bool {
        self.state != AlertState::Withdrawn.as_str()
    }
}

#[derive(Debug, Clone)]
pub(super) struct Check {
    pub(super) stay: At,
    pub(super) rule: Rule,
    pub(super) about: NaiveDate,
    alert_at: DateTime<Utc>,
    pub(super) open: bool,
}

/// A place, with the unit that answers for it and the one at province level or above.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) unit: Option<At>,
    pub(super) above: Option<At>,
}

/// A rule that fires, and its date.
type Due = (Rule, NaiveDate);

/// What the unit and the reporter knew before a report.
#[derive(Default)]
struct Before {
    due: Vec<Due>,
    told: Vec<Rule>,
    asked: Vec<(Due, DateTime<Utc>)>,
}

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) now: DateTime<Utc>,
    swept: NaiveDate,
    pub(super) places: Vec<Place>,
    /// The part of a person at a place.
    pub(super) parts: BTreeMap<(At, At), Role>,
    pub(super) stays: Vec<Stay>,
    pub(super) reports: Vec<Report>,
    pub(super) alerts: Vec<Alert>,
    pub(super) checks: Vec<Check>,
    /// Whether a pair of stays is linked, of all that ever were.
    pub(super) links: BTreeMap<(At, At), bool>,
    pub(super) told: Vec<(At, Told)>,
    drafts: BTreeMap<String, At>,
}

/// The day it is in Phnom Penh.
pub(super) fn day_of(moment: DateTime<Utc>) -> NaiveDate {
    (moment + Duration::hours(7)).date_naive()
}

/// An hour of a day in Phnom Penh.
pub(super) fn at_hour(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).expect("an hour").and_utc() - Duration::hours(7)
}

/// The first day on which somebody of this birth date is certainly 18.
fn eighteen_on(facts: &Arrival) -> Option<NaiveDate> {
    let born = facts.identity.birth?.latest();
    let year = born.year() + 18;
    born.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

fn is_exempt(facts: &Arrival) -> bool {
    facts.document == DocumentKind::Diplomatic || facts.permission.visa == Some(VisaClass::A)
}

/// Of diplomats nothing is kept but that they are there.
fn kept(facts: &Arrival) -> Arrival {
    if !is_exempt(facts) {
        return facts.clone();
    }
    Arrival {
        document: DocumentKind::Diplomatic,
        identity: Identity::UNKNOWN,
        permission: Permission { visa: None, stay_until: None, source: DateSource::NotKnown },
        work: None,
        permit_until: None,
        came_from: None,
        ..facts.clone()
    }
}

fn due(facts: &Arrival, today: NaiveDate) -> Vec<Due> {
    use DocumentKind::{None as NoPaper, NotShown, Other, ParentCard, Passport, ResidenceCard};
    if is_exempt(facts) {
        return Vec::new();
    }
    let grown_up = eighteen_on(facts).is_none_or(|day| day <= today);
    let mut due = Vec::new();
    if let Some(until) = facts.permission.stay_until
        && until < today
        && grown_up
    {
        match facts.document {
            ResidenceCard => due.push((Rule::CardExpired, until)),
            ParentCard => {}
            _ => due.push((Rule::Overstay, until)),
        }
    }
    if matches!(facts.document, NoPaper | NotShown) {
        due.push((Rule::NoDocument, facts.arrived_on));
    }
    let seen = matches!(facts.document, Passport | ResidenceCard | ParentCard | Other);
    if seen && facts.permission.visa == Some(VisaClass::None) {
        due.push((Rule::NoPermission, facts.arrived_on));
    }
    if let (ParentCard, Some(birthday)) = (facts.document, eighteen_on(facts))
        && birthday <= today
    {
        due.push((Rule::TurnedEighteen, facts.arrived_on));
    }
    // Ninety days without a permit: since the arrival, or since the permit ran out while the person was there.
    let without_since = match (facts.work, facts.permit_until) {
        (Some(Work::WithoutPermit | Work::PermitNotSeen), _) => Some(facts.arrived_on),
        (Some(Work::WithPermit), Some(until)) if until < facts.arrived_on => Some(facts.arrived_on),
        (Some(Work::WithPermit), until) => until,
        _ => None,
    };
    if let Some(ninety) = without_since.map(|since| since + Days::new(90))
        && ninety <= today
    {
        due.push((Rule::WorkPermitMissing, ninety));
    }
    due
}

/// How long the reporter is asked before the unit is told.
fn notice(rule: Rule) -> Option<Duration> {
    match rule {
        Rule::Overstay | Rule::CardExpired => Some(Duration::hours(48)),
        Rule::TurnedEighteen => Some(Duration::days(30)),
        Rule::WorkPermitMissing => Some(Duration::days(14)),
        _ => None,
    }
}

/// Nobody is asked between 21:00 and 7:00.
fn after_quiet(now: DateTime<Utc>) -> DateTime<Utc> {
    let today = day_of(now);
    if now >= at_hour(today, 21) { at_hour(today + Days::new(1), 7) } else { now.max(at_hour(today, 7)) }
}

impl Model {
    pub(super) fn new(now: DateTime<Utc>, places: Vec<Place>, parts: BTreeMap<(At, At), Role>) -> Self {
        Self {
            now,
            swept: day_of(now),
            places,
            parts,
            stays: Vec::new(),
            reports: Vec::new(),
            alerts: Vec::new(),
            checks: Vec::new(),
            links: BTreeMap::new(),
            told: Vec::new(),
            drafts: BTreeMap::new(),
        }
    }

    pub(super) fn today(&self) -> NaiveDate {
        day_of(self.now)
    }

    pub(super) fn place_of(&self, stay: At) -> At {
        usize::try_from(self.stays[stay].facts.premises_id.0).expect("a place") - 1
    }

    fn part(&self, who: At, stay: At) -> Option<Role> {
        self.parts.get(&(self.place_of(stay), who)).copied()
    }

    /// The open stays of the same person, the latest first.
    fn twins(&self, facts: &Arrival, but: Option<At>) -> Vec<At> {
        use DocumentKind::{Other, Passport, ResidenceCard};
        let own = |facts: &Arrival| {
            let own = matches!(facts.document, Passport | ResidenceCard | Other);
            facts.identity.number.clone().filter(|_| own)
        };
        let Some(number) = own(facts) else { return Vec::new() };
        let is_twin = |&at: &At| {
            let stay = &self.stays[at];
            Some(at) != but && stay.is_open() && own(&stay.facts).as_ref() == Some(&number)
        };
        (0..self.stays.len()).rev().filter(is_twin).collect()
    }

    /// Keeps a report; a later version stands under the number of the first.
    fn report(&mut self, who: At, draft: &str, stay: At, kind: ReportKind, of: Option<At>) -> At {
        let at = self.reports.len();
        let first = of.map_or(at, |of| self.reports[of].first);
        let version =
            1 + i64::try_from(self.reports.iter().filter(|report| report.first == first).count()).expect("few");
        let is_departure = self.reports.get(first).is_some_and(|first| first.kind == ReportKind::Departure);
        let dated = matches!(kind, ReportKind::Arrival | ReportKind::Move | ReportKind::Correction) && !is_departure;
        // Within 24 hours of the end of the day of arrival.
        let deadline = dated.then(|| at_hour(self.stays[stay].facts.arrived_on + Days::new(2), 0));
        self.reports.push(Report { first, version, kind, stay, who, made_at: self.now, deadline });
        let earlier = self.drafts.insert(draft.to_owned(), first);
        assert_eq!(earlier, None, "a draft is sent once");
        at
    }

    /// The report with which a stay began.
    fn beginning(&self, stay: At) -> At {
        let begins =
            |report: &Report| report.stay == stay && matches!(report.kind, ReportKind::Arrival | ReportKind::Move);
        self.reports.iter().position(begins).expect("every stay began")
    }

    fn open(&mut self, facts: Arrival, moved_from: Option<At>) -> At {
        self.stays.push(Stay { facts, departed_on: None, cancelled: false, moved_from, departure: None });
        self.stays.len() - 1
    }

    pub(super) fn arrive(&mut self, who: At, draft: &str, facts: &Arrival, again: bool) -> Said {
        if let Some(&first) = self.drafts.get(draft) {
            return Said::Already(first);
        }
        let place = usize::try_from(facts.premises_id.0).expect("a place") - 1;
        if !self.parts.contains_key(&(place, who)) {
            return Said::NotAMember;
        }
        let facts = kept(facts);
        let here = self.twins(&facts, None).into_iter().find(|&twin| self.place_of(twin) == place);
        if let (Some(twin), false) = (here, again) {
            return Said::SameGuest(twin);
        }
        let stay = self.open(facts, None);
        let report = self.report(who, draft, stay, ReportKind::Arrival, None);
        self.told.push((who, Told::Receipt(report)));
        self.reassess(stay, Cause::Corrected, &Before::default());
        Said::Kept
    }

    pub(super) fn depart(&mut self, who: At, draft: &str, stays: &[At], day: NaiveDate) -> Said {
        let name = |stay: At| format!("{draft}:{stay}");
        if let Some(first) = stays.iter().find_map(|&stay| self.drafts.get(&name(stay))) {
            return Said::Already(*first);
        }
        let mut first = None;
        for &stay in stays {
            if self.part(who, stay).is_none() || !self.stays[stay].is_open() {
                continue;
            }
            let day = day.max(self.stays[stay].facts.arrived_on).min(self.today());
            self.stays[stay].departed_on = Some(day);
            let report = self.report(who, &name(stay), stay, ReportKind::Departure, None);
            self.stays[stay].departure = Some(report);
            self.reassess(stay, Cause::Left, &Before::default());
            first = first.or(Some(report));
        }
        let Some(first) = first else { return Said::Closed };
        self.told.push((who, Told::Departed(first)));
        Said::Kept
    }

    pub(super) fn not_left(&mut self, who: At, draft: &str, stay: At) -> Said {
        if let Some(&first) = self.drafts.get(draft) {
            return Said::Already(first);
        }
        if self.part(who, stay).is_none() {
            return Said::NotAMember;
        }
        let (Some(departure), false) = (self.stays[stay].departure, self.stays[stay].cancelled) else {
            return Said::Closed;
        };
        self.report(who, draft, stay, ReportKind::Correction, Some(departure));
        self.reopen(stay);
        Said::Kept
    }

    /// A stay that had ended goes on: what the unit knew before it knows again.
    fn reopen(&mut self, stay: At) {
        let mut latest: BTreeMap<&str, &Alert> = BTreeMap::new();
        for alert in self.alerts.iter().filter(|alert| alert.stay == stay) {
            latest.insert(alert.rule, alert);
        }
        let by_leaving = |alert: &&Alert| {
            !alert.stands() && [Some(Cause::Left.as_str()), Some(Cause::Moved.as_str())].contains(&alert.cause)
        };
        let told = latest.into_values().filter(by_leaving).filter_map(|alert| Rule::named(alert.rule)).collect();
        let before = Before { told, due: due(&self.stays[stay].facts, self.today()), ..Before::default() };
        (self.stays[stay].departed_on, self.stays[stay].departure) = (None, None);
        self.reassess(stay, Cause::Corrected, &before);
    }

    pub(super) fn extend(&mut self, who: At, draft: &str, stay: At, permission: &Permission) -> Said {
        if let Some(&first) = self.drafts.get(draft) {
            return Said::Already(first);
        }
        match self.part(who, stay) {
            None => return Said::NotAMember,
            Some(Role::Guard) => return Said::MayNot,
            Some(_) if !self.stays[stay].is_open() => return Said::Closed,
            Some(_) => {}
        }
        let facts = self.stays[stay].facts.clone();
        if !is_exempt(&facts) {
            let visa = permission.visa.or(facts.permission.visa);
            self.stays[stay].facts.permission = Permission { visa, ..permission.clone() };
        }
        let report = self.report(who, draft, stay, ReportKind::Extension, None);
        self.told.push((who, Told::Extended(report)));
        let before = Before { due: due(&facts, self.today()), ..Before::default() };
        self.reassess(stay, Cause::Extended, &before);
        Said::Kept
    }

    pub(super) fn go_to(&mut self, who: At, draft: &str, stay: At, to: (At, Option<String>), day: NaiveDate) -> Said {
        if let Some(&first) = self.drafts.get(draft) {
            return Said::Already(first);
        }
        if self.part(who, stay).is_none() || !self.parts.contains_key(&(to.0, who)) {
            return Said::NotAMember;
        }
        if !self.stays[stay].is_open() {
            return Said::Closed;
        }
        let facts = self.stays[stay].facts.clone();
        let day = day.max(facts.arrived_on).min(self.today());
        let standing = self.alerts.iter().filter(|alert| alert.stay == stay && alert.stands());
        let before = Before {
            told: standing.filter_map(|alert| Rule::named(alert.rule)).collect(),
            asked: self
                .checks
                .iter()
                .filter(|check| check.stay == stay && check.open)
                .map(|check| ((check.rule, check.about), check.alert_at))
                .collect(),
            due: due(&facts, self.today()),
        };
        self.stays[stay].departed_on = Some(day);
        self.reassess(stay, Cause::Moved, &Before::default());
        let there = self.open(
            Arrival {
                premises_id: PremisesId(i64::try_from(to.0).expect("few") + 1),
                unit: to.1,
                arrived_on: day,
                leaves_on: facts.leaves_on.filter(|&leaves| leaves >= day),
                came_from: None,
                ..facts
            },
            Some(stay),
        );
        let report = self.report(who, draft, there, ReportKind::Move, None);
        self.told.push((who, Told::Receipt(report)));
        self.reassess(there, Cause::Moved, &before);
        Said::Kept
    }

    /// Whether somebody may put a report right.
    fn may_change(&self, who: At, draft: &str, stay: At) -> Result<(), Said> {
        if let Some(&first) = self.drafts.get(draft) {
            return Err(Said::Already(first));
        }
        match self.part(who, stay) {
            None => Err(Said::NotAMember),
            Some(Role::Guard) => Err(Said::MayNot),
            Some(_) if self.stays[stay].cancelled => Err(Said::Closed),
            Some(_) => Ok(()),
        }
    }

    pub(super) fn correct(&mut self, who: At, draft: &str, stay: At, facts: &Arrival) -> Said {
        if let Err(refused) = self.may_change(who, draft, stay) {
            return refused;
        }
        let premises_id = self.stays[stay].facts.premises_id;
        let before = Before { due: due(&self.stays[stay].facts, self.today()), ..Before::default() };
        let facts = kept(&Arrival { premises_id, ..facts.clone() });
        // Nobody has left before they came.
        self.stays[stay].departed_on = self.stays[stay].departed_on.map(|day| day.max(facts.arrived_on));
        self.stays[stay].facts = facts;
        let report = self.report(who, draft, stay, ReportKind::Correction, Some(self.beginning(stay)));
        self.told.push((who, Told::Receipt(report)));
        self.reassess(stay, Cause::Corrected, &before);
        Said::Kept
    }

    pub(super) fn cancel(&mut self, who: At, draft: &str, stay: At) -> Said {
        if let Err(refused) = self.may_change(who, draft, stay) {
            return refused;
        }
        let was_open = self.stays[stay].is_open();
        let day = self.today().max(self.stays[stay].facts.arrived_on);
        self.stays[stay].departed_on.get_or_insert(day);
        self.stays[stay].cancelled = true;
        let report = self.report(who, draft, stay, ReportKind::Cancellation, Some(self.beginning(stay)));
        self.told.push((who, Told::Receipt(report)));
        self.reassess(stay, Cause::Cancelled, &Before::default());
        // The move never was: the guest is where they were.
        if let (Some(earlier), true) = (self.stays[stay].moved_from, was_open)
            && !self.stays[earlier].cancelled
        {
            self.reopen(earlier);
        }
        Said::Kept
    }

    pub(super) fn answer(&mut self, who: At, draft: &str, check: At, left: bool) -> Said {
        let stay = self.checks[check].stay;
        if self.part(who, stay).is_none() || !self.stays[stay].is_open() {
            return Said::Closed;
        }
        if left { self.depart(who, draft, &[stay], self.today()) } else { Said::Kept }
    }

    /// An officer of the alert's unit takes it.
    pub(super) fn acknowledge(&mut self, alert: At) {
        if self.alerts[alert].unit.is_some() && self.alerts[alert].state == AlertState::Open.as_str() {
            self.alerts[alert].state = AlertState::Acknowledged.as_str();
        }
    }

    /// Whether the daily sweep runs at a moment.
    pub(super) fn would_ask(&self, now: DateTime<Utc>) -> bool {
        self.swept != day_of(now) && now >= at_hour(day_of(now), 8)
    }

    /// The jobs at a moment: units are told each minute, reporters are asked once a day from 8:00.
    pub(super) fn pass(&mut self, now: DateTime<Utc>) {
        let asks = self.would_ask(now);
        self.now = now;
        self.tell_units();
        if asks {
            self.swept = self.today();
            self.ask();
        }
    }

    fn tell_units(&mut self) {
        for at in 0..self.checks.len() {
            let Check { stay, rule, open, alert_at, .. } = self.checks[at];
            if !open || alert_at > self.now {
                continue;
            }
            self.checks[at].open = false;
            let due = due(&self.stays[stay].facts, self.today());
            if self.stays[stay].is_open() && due.iter().any(|&(due, _)| due == rule) {
                self.raise(stay, rule);
            }
        }
    }

    fn ask(&mut self) {
        for stay in 0..self.stays.len() {
            if !self.stays[stay].is_open() {
                continue;
            }
            for (rule, about) in due(&self.stays[stay].facts, self.today()) {
                if let Some(notice) = notice(rule)
                    && !self.has_standing(stay, rule)
                {
                    self.put(stay, (rule, about), after_quiet(self.now) + notice);
                }
            }
        }
    }

    fn put(&mut self, stay: At, (rule, about): Due, alert_at: DateTime<Utc>) {
        if self.check_about(stay, (rule, about)).is_some() {
            return;
        }
        let at = self.checks.len();
        self.checks.push(Check { stay, rule, about, alert_at, open: true });
        let here = self.place_of(stay);
        let works_here = |who: &At| self.parts.contains_key(&(here, *who));
        let reported =
            |report: &&Report| report.stay == stay && matches!(report.kind, ReportKind::Arrival | ReportKind::Move);
        let mut desk: BTreeSet<At> =
            self.reports.iter().filter(reported).map(|report| report.who).filter(works_here).collect();
        if desk.is_empty() {
            let runs_it = |role: Role| matches!(role, Role::Owner | Role::Manager);
            desk = self
                .parts
                .iter()
                .filter(|&(&(place, _), &role)| place == here && runs_it(role))
                .map(|(&(_, who), _)| who)
                .collect();
        }
        self.told.extend(desk.into_iter().map(|who| (who, Told::Check(at))));
    }

    fn check_about(&self, stay: At, due: Due) -> Option<At> {
        self.checks.iter().position(|check| check.stay == stay && (check.rule, check.about) == due)
    }

    pub(super) fn has_standing(&self, stay: At, rule: Rule) -> bool {
        self.alerts.iter().any(|alert| alert.stay == stay && alert.rule == rule.as_str() && alert.stands())
    }

    /// One alert of a rule stands for a stay; one that was withdrawn on the same day stands again.
    fn raise(&mut self, stay: At, rule: Rule) {
        if self.has_standing(stay, rule) {
            return;
        }
        let place = self.places[self.place_of(stay)];
        let alert = Alert {
            stay,
            rule: rule.as_str(),
            raised_on: self.today(),
            unit: if rule == Rule::TwoPlaces { place.above } else { place.unit },
            state: AlertState::Open.as_str(),
            cause: None,
        };
        let same = |old: &&mut Alert| (old.stay, old.rule, old.raised_on) == (alert.stay, alert.rule, alert.raised_on);
        match self.alerts.iter_mut().find(same) {
            Some(old) => *old = alert,
            None => self.alerts.push(alert),
        }
    }

    fn change(&mut self, alert: At, cause: Cause, withdraw: bool) {
        self.alerts[alert].cause = Some(cause.as_str());
        if withdraw {
            self.alerts[alert].state = AlertState::Withdrawn.as_str();
        }
    }

    /// Links are the pairs of open stays of one document at two places; the later of a pair has an alert while it has one.
    fn relink(&mut self) {
        let mut pairs = BTreeSet::new();
        for at in (0..self.stays.len()).filter(|&at| self.stays[at].is_open()) {
            for twin in self.twins(&self.stays[at].facts, Some(at)) {
                if self.place_of(twin) != self.place_of(at) {
                    pairs.insert((at.min(twin), at.max(twin)));
                }
            }
        }
        for (pair, open) in &mut self.links {
            *open &= pairs.contains(pair);
        }
        for at in 0..self.alerts.len() {
            let Alert { stay, rule, .. } = self.alerts[at];
            let linked = self.links.iter().any(|(&(_, later), &open)| open && later == stay);
            if rule == Rule::TwoPlaces.as_str() && self.alerts[at].stands() && !linked {
                self.change(at, Cause::Resolved, true);
            }
        }
        for pair in pairs {
            self.links.insert(pair, true);
            self.raise(pair.1, Rule::TwoPlaces);
        }
    }

    fn reassess(&mut self, stay: At, cause: Cause, before: &Before) {
        let stood: Vec<At> =
            (0..self.alerts.len()).filter(|&at| self.alerts[at].stay == stay && self.alerts[at].stands()).collect();
        self.relink();
        let is_open = self.stays[stay].is_open();
        let due = if is_open { due(&self.stays[stay].facts, self.today()) } else { Vec::new() };
        for check in self.checks.iter_mut().filter(|check| check.stay == stay) {
            check.open &= due.contains(&(check.rule, check.about));
        }
        for at in stood.into_iter().filter(|&at| self.alerts[at].stands()).collect::<Vec<_>>() {
            let rule = self.alerts[at].rule;
            let stands = rule == Rule::TwoPlaces.as_str() || due.iter().any(|(due, _)| due.as_str() == rule);
            self.change(at, cause, !stands);
        }
        for one in due {
            if !self.has_standing(stay, one.0) {
                self.comes_due(stay, one, before);
            }
        }
    }

    /// Correct first: of what happened after the arrival the reporter is asked before the unit is told. Whoever has been
    /// asked about a date has one window for it; whoever states it anew has been asked by the form.
    fn comes_due(&mut self, stay: At, due: Due, before: &Before) {
        if notice(due.0).is_none() || before.told.contains(&due.0) {
            return self.raise(stay, due.0);
        }
        if let Some(check) = self.check_about(stay, due) {
            if self.checks[check].alert_at > self.now {
                self.checks[check].open = true;
            } else {
                self.raise(stay, due.0);
            }
        } else if let Some(&(_, alert_at)) = before.asked.iter().find(|(asked, _)| *asked == due) {
            self.put(stay, due, alert_at);
        } else if !before.due.contains(&due) && matches!(due.0, Rule::Overstay | Rule::CardExpired) {
            self.raise(stay, due.0);
        }
    }
}
