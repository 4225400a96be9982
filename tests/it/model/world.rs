//! The real register beside the model: the same deeds are done to both, and what is there is compared. Each history is one
//! transaction that is dropped, so that the next one begins with the same places, people and units.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::PathBuf,
};

use chrono::{DateTime, Utc};
use snaknov::{
    actions::{self, CheckAnswer, Checked, Context, Moving, Reported, Sender},
    delivery,
    domain::{
        area::AreaCode,
        id::{AlertId, ChatId, CheckId, PremisesId, ReportId, ReporterId, StayId, UnitId, UserId},
        language::Language,
        member::Role,
        premises::{PremisesDetails, PremisesKind},
        rules,
        stay::Departure,
        unit::UnitLevel,
    },
    store::{Keys, Lane, MasterKey, NewUnit, Sent, Store, Tx, What},
};

use super::{
    history::{Deed, Dress, first_moment},
    reference::{At, Model, Place, Said, Told},
};

/// Places: two of one owner, two of another, and which of them house workers.
pub(super) const PLACES: usize = 4;
pub(super) const HOUSES_WORKERS: [bool; PLACES] = [false, true, false, true];
const KINDS: [PremisesKind; PLACES] =
    [PremisesKind::Rental, PremisesKind::ConstructionSite, PremisesKind::Hotel, PremisesKind::CompanyHousing];
const AREAS: [&str; PLACES] = ["120101", "180101", "120102", "010201"];

/// The groups of the units: a post, a district, two provinces. The last place has nobody.
const UNITS: [(UnitLevel, &str); 4] = [
    (UnitLevel::Post, "120101"),
    (UnitLevel::District, "1201"),
    (UnitLevel::Province, "12"),
    (UnitLevel::Province, "18"),
];

/// Who has which part where, at the beginning. The last works for both owners; the one before for nobody.
pub(super) const PEOPLE: [&[(At, Role)]; 9] = [
    &[(0, Role::Owner), (1, Role::Owner)],
    &[(0, Role::Clerk), (1, Role::Clerk)],
    &[(0, Role::Guard), (1, Role::Guard)],
    &[(0, Role::Manager)],
    &[(2, Role::Owner), (3, Role::Owner)],
    &[(2, Role::Clerk)],
    &[(3, Role::Guard)],
    &[],
    &[(1, Role::Clerk), (2, Role::Clerk)],
];

pub(super) const OPERATOR: ChatId = ChatId(99);

/// A folder that goes with the world.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A database with the places, the people and the units, and nothing that happened.
pub(super) struct World {
    pub(super) store: Store,
    folder: Folder,
}

fn last_day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2030, 1, 1).expect("a day")
}

fn id(at: At) -> i64 {
    i64::try_from(at).expect("few") + 1
}

fn at(id: i64) -> At {
    usize::try_from(id).expect("an id") - 1
}

pub(super) fn user(who: At) -> UserId {
    UserId(1000 + id(who))
}

pub(super) fn premises(place: At) -> PremisesId {
    PremisesId(id(place))
}

fn officer_of(unit: At) -> UserId {
    UserId(2000 + id(unit))
}

fn group(unit: At) -> ChatId {
    ChatId(-5000 - id(unit))
}

pub(super) fn context(now: DateTime<Utc>) -> Context {
    Context { now, operator: Some(OPERATOR) }
}

/// The model of a world in which nothing has happened.
pub(super) fn model() -> Model {
    let place = |unit, above| Place { unit, above };
    let places = vec![place(Some(0), Some(2)), place(Some(3), Some(3)), place(Some(1), Some(2)), place(None, None)];
    let parts =
        PEOPLE.iter().enumerate().flat_map(|(who, parts)| parts.iter().map(move |&(at, role)| ((at, who), role)));
    Model::new(first_moment(), places, parts.collect())
}

impl World {
    pub(super) async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("snaknov-model-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder takes a folder");
        let folder = Folder(folder);
        let store = Store::open(&folder.0, Keys::of(&MasterKey::generate())).await.expect("a database");
        let mut tx = store.write().await.expect("one writer");
        furnish(&mut tx).await.expect("the world is furnished");
        tx.commit().await.expect("it is kept");
        Self { store, folder }
    }

    /// Where the database is.
    pub(super) fn database(&self) -> PathBuf {
        self.folder.0.join("snaknov.db")
    }
}

async fn furnish(tx: &mut Tx) -> anyhow::Result<()> {
    let now = first_moment();
    for who in 0..PEOPLE.len() {
        tx.set_language(user(who), Language::En, now).await?;
    }
    for place in 0..PLACES {
        let owner = PEOPLE.iter().position(|parts| parts.contains(&(place, Role::Owner))).expect("an owner");
        let area = AreaCode::try_from(AREAS[place])?;
        let name = format!("House {}", id(place));
        let details = PremisesDetails { kind: KINDS[place], name, area, street: None, capacity: Some(10) };
        assert_eq!(tx.add_premises(&details, ReporterId(id(owner)), now).await?, premises(place));
    }
    for (who, parts) in PEOPLE.iter().enumerate() {
        for &(place, role) in *parts {
            tx.add_member(premises(place), ReporterId(id(who)), role, None, now).await?;
        }
    }
    for (unit, (level, area)) in UNITS.into_iter().enumerate() {
        let new = NewUnit {
            name: format!("Unit {}", id(unit)),
            level,
            language: Language::Km,
            chat: group(unit),
            topic: None,
            areas: vec![AreaCode::try_from(area)?],
        };
        let enrolled = tx.add_unit(&new, now).await?;
        assert_eq!(enrolled, UnitId(id(unit)));
        tx.add_officer(enrolled, officer_of(unit), "Dara", last_day(), now).await?;
    }
    Ok(())
}

/// A transaction in which a history happens, and what the model calls by its place in a list.
pub(super) struct Register<'a> {
    pub(super) tx: &'a mut Tx,
    /// Messages reach their chats after each deed.
    pub(super) delivers: bool,
    pub(super) seen: Vec<(ChatId, What)>,
}

impl Register<'_> {
    pub(super) async fn begin(&mut self, dress: Dress) -> anyhow::Result<()> {
        for who in 0..PEOPLE.len() {
            self.tx.set_language(user(who), dress.language(who), first_moment()).await?;
        }
        Ok(())
    }

    /// Does a deed to both, and compares what was said of it, if anything was.
    pub(super) async fn happen(&mut self, model: &mut Model, deed: &Deed, draft: &str) -> anyhow::Result<Option<Said>> {
        let context = context(model.now);
        let sender = |who: At| Sender { reporter: ReporterId(id(who)), user: user(who), draft };
        let stay = |stay: &At| StayId(id(*stay));
        let tx = &mut *self.tx;
        let (reported, said) = match deed {
            Deed::Arrive { who, facts, again } => (
                actions::report_arrival(tx, context, sender(*who), facts, *again).await?,
                model.arrive(*who, draft, facts, *again),
            ),
            Deed::Depart { who, stays, day } => {
                let ids: Vec<StayId> = stays.iter().map(stay).collect();
                let departure = Departure { departed_on: *day, went_to: None };
                let reported = actions::report_departure(tx, context, sender(*who), &ids, &departure).await?;
                (reported, model.depart(*who, draft, stays, *day))
            }
            Deed::NotLeft { who, stay: of } => (
                actions::take_back_departure(tx, context, sender(*who), stay(of)).await?,
                model.not_left(*who, draft, *of),
            ),
            Deed::Extend { who, stay: of, permission } => (
                actions::report_extension(tx, context, sender(*who), stay(of), permission).await?,
                model.extend(*who, draft, *of, permission),
            ),
            Deed::Move { who, stay: of, to, unit, day } => {
                let moving = Moving { to: premises(*to), unit: unit.clone(), moved_on: *day };
                let reported = actions::report_move(tx, context, sender(*who), stay(of), &moving).await?;
                (reported, model.go_to(*who, draft, *of, (*to, unit.clone()), *day))
            }
            Deed::Correct { who, stay: of, facts, reason } => (
                actions::correct_report(tx, context, sender(*who), stay(of), facts, *reason).await?,
                model.correct(*who, draft, *of, facts),
            ),
            Deed::Cancel { who, stay: of, reason } => (
                actions::cancel_report(tx, context, sender(*who), stay(of), *reason).await?,
                model.cancel(*who, draft, *of),
            ),
            Deed::Answer { who, check, left } => {
                let check_id = self.check_id(model, *check).await?;
                let answer = if *left { CheckAnswer::Left } else { CheckAnswer::Still };
                let checked = actions::answer_check(self.tx, context, sender(*who), check_id, answer).await?;
                let reported = if checked == Checked::Noted { Reported::Kept } else { Reported::Closed };
                (reported, model.answer(*who, draft, *check, *left))
            }
            other => {
                self.happens_by_itself(model, other).await?;
                return Ok(None);
            }
        };
        let heard = self.heard(model, reported).await?;
        anyhow::ensure!(heard == said, "the answer was {heard:?}, the model says {said:?}");
        self.deliver(model).await?;
        Ok(Some(said))
    }

    /// What is no report.
    async fn happens_by_itself(&mut self, model: &mut Model, deed: &Deed) -> anyhow::Result<()> {
        match *deed {
            Deed::Acknowledge { alert } => {
                let wanted = model.alerts[alert].clone();
                if let (Some(unit), Some(id)) = (wanted.unit, self.alert_id(&wanted).await?) {
                    // Nobody can press what a signal holds back.
                    if self
                        .tx
                        .alert(id)
                        .await?
                        .is_some_and(|alert| alert.state == snaknov::domain::alert::AlertState::Held)
                    {
                        return Ok(());
                    }
                    actions::acknowledge(self.tx, context(model.now), officer_of(unit), id).await?;
                }
                model.acknowledge(alert);
            }
            Deed::Pass { to } => {
                let mut now = model.now;
                while now < to {
                    now = (now + chrono::Duration::days(1)).min(to);
                    self.jobs(model, now).await?;
                    model.pass(now);
                }
            }
            Deed::Staff { place, who } => {
                let (premises, reporter) = (premises(place), ReporterId(id(who)));
                if model.parts.remove(&(place, who)).is_some() {
                    self.tx.revoke_member(premises, reporter, model.now).await?;
                } else {
                    let role = PEOPLE[who].iter().find(|&&(at, _)| at == place).map_or(Role::Clerk, |&(_, role)| role);
                    self.tx.add_member(premises, reporter, role, None, model.now).await?;
                    model.parts.insert((place, who), role);
                }
            }
            _ => unreachable!("reports are told apart before"),
        }
        self.deliver(model).await
    }

    async fn jobs(&mut self, model: &Model, now: DateTime<Utc>) -> anyhow::Result<()> {
        actions::route_waiting(self.tx, context(now)).await?;
        actions::tell_units(self.tx, context(now)).await?;
        if model.would_ask(now) {
            let mut after = Some(StayId(0));
            while let Some(from) = after {
                after = actions::ask_reporters(self.tx, context(now), from).await?;
            }
        }
        Ok(())
    }

    async fn check_id(&mut self, model: &Model, check: At) -> anyhow::Result<CheckId> {
        let check = &model.checks[check];
        let found = self.tx.check_about(StayId(id(check.stay)), check.rule, check.about).await?;
        found.map(|check| check.id).ok_or_else(|| anyhow::anyhow!("a question was never put: {check:?}"))
    }

    async fn alert_id(&mut self, wanted: &super::reference::Alert) -> anyhow::Result<Option<AlertId>> {
        for number in 1.. {
            let Some(alert) = self.tx.alert(AlertId(number)).await? else { break };
            let same = (alert.stay.0, alert.rule.as_str(), alert.raised_on);
            if same == (id(wanted.stay), wanted.rule, wanted.raised_on) {
                return Ok(Some(alert.id));
            }
        }
        Ok(None)
    }

    async fn heard(&mut self, model: &Model, reported: Reported) -> anyhow::Result<Said> {
        Ok(match reported {
            Reported::Kept => Said::Kept,
            Reported::Already(number) => {
                let mut first = None;
                for report in 0..model.reports.len() {
                    let receipt = self.tx.receipt(ReportId(id(report))).await?;
                    if first.is_none() && receipt.is_some_and(|receipt| receipt.number == number) {
                        first = Some(report);
                    }
                }
                Said::Already(first.unwrap_or(usize::MAX))
            }
            Reported::SameGuest(stay) => Said::SameGuest(at(stay.0)),
            Reported::NotAMember => Said::NotAMember,
            Reported::MayNot => Said::MayNot,
            Reported::Closed => Said::Closed,
        })
    }

    /// Sends what is due by now, as the delivery loop does.
    async fn deliver(&mut self, model: &Model) -> anyhow::Result<()> {
        if self.delivers { self.send(model.now).await } else { Ok(()) }
    }

    async fn send(&mut self, until: DateTime<Utc>) -> anyhow::Result<()> {
        loop {
            let rows = self.tx.claim(until, 64).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                if self.delivers {
                    let message = delivery::render(self.tx, &row, until).await?;
                    // A note that was overtaken by a later change of its alert is not sent.
                    let overtaken = matches!(row.what, What::AlertNote(..));
                    anyhow::ensure!(message.is_some() || overtaken, "nothing can be shown of {:?}", row.what);
                }
                if row.message.is_none() {
                    self.seen.push((row.chat, row.what));
                }
                self.tx.mark(&row, &Sent::Shown { message: Some(row.id.0), revision: row.wanted }).await?;
            }
        }
    }

    /// Everything that can be compared.
    pub(super) async fn compare(&mut self, model: &Model) -> anyhow::Result<()> {
        self.compare_stays(model).await?;
        self.compare_reports(model).await?;
        self.compare_alerts(model).await?;
        self.compare_links(model).await
    }

    async fn compare_stays(&mut self, model: &Model) -> anyhow::Result<()> {
        for (number, stay) in model.stays.iter().enumerate() {
            let row = self.tx.stay(StayId(id(number))).await?;
            let same = row.arrival == stay.facts
                && row.departed_on == stay.departed_on
                && row.cancelled == stay.cancelled
                && row.moved_from.map(|stay| at(stay.0)) == stay.moved_from;
            anyhow::ensure!(same, "stay {number} is {row:?}, the model says {stay:?}");
            let open = self.tx.open_checks_of(row.id).await?;
            let open: BTreeSet<_> = open.iter().map(|check| (check.rule.as_str(), check.about_date)).collect();
            let asked = model.checks.iter().filter(|check| check.stay == number && check.open);
            let asked: BTreeSet<_> = asked.map(|check| (check.rule.as_str(), check.about)).collect();
            anyhow::ensure!(open == asked, "open questions about stay {number} are {open:?}, the model says {asked:?}");
        }
        let more = self.tx.stay(StayId(id(model.stays.len()))).await;
        anyhow::ensure!(more.is_err(), "there is a stay that the model does not know");
        for place in 0..PLACES {
            let open = self.tx.stays_at(premises(place), true, 0, 100).await?.len();
            let staying = (0..model.stays.len()).filter(|&stay| model.stays[stay].is_open());
            let staying = staying.filter(|&stay| model.place_of(stay) == place).count();
            anyhow::ensure!(open == staying, "{open} stay at place {place}, the model says {staying}");
        }
        Ok(())
    }

    /// Reports and receipts: number, version, kind, by whom, where, when, and whether on time.
    async fn compare_reports(&mut self, model: &Model) -> anyhow::Result<()> {
        let mut numbers: HashMap<String, At> = HashMap::new();
        for (number, expected) in model.reports.iter().enumerate() {
            let report = ReportId(id(number));
            let (row, receipt) = (self.tx.report(report).await?, self.tx.receipt(report).await?);
            let (Some(row), Some(receipt)) = (row, receipt) else {
                anyhow::bail!("report {number} is not there; the model says {expected:?}")
            };
            let first = *numbers.entry(receipt.number.to_string()).or_insert(number);
            let same = first == expected.first
                && row.number == receipt.number
                && (row.version, receipt.version) == (expected.version, expected.version)
                && (row.kind, receipt.kind) == (expected.kind, expected.kind)
                && at(row.stay.0) == expected.stay
                && (at(row.reporter.0), at(receipt.reporter.0)) == (expected.who, expected.who)
                && at(receipt.premises.0) == model.place_of(expected.stay)
                && (row.made_at, receipt.made_at) == (expected.made_at, expected.made_at)
                && (row.deadline_at, receipt.deadline_at) == (expected.deadline, expected.deadline);
            anyhow::ensure!(same, "report {number} is {row:?} {receipt:?}, the model says {expected:?}");
            if let (Some(deadline), Some(expected)) = (receipt.deadline_at, expected.deadline) {
                let first = &model.reports[first];
                anyhow::ensure!(rules::is_late(first.made_at, deadline) == (first.made_at > expected));
            }
        }
        let more = self.tx.receipt(ReportId(id(model.reports.len()))).await?;
        anyhow::ensure!(more.is_none(), "there is a report that the model does not know: {more:?}");
        Ok(())
    }

    /// Every alert there ever was, in an order of their own.
    pub(super) async fn alerts(&mut self) -> anyhow::Result<Vec<super::reference::Alert>> {
        let mut alerts = Vec::new();
        for number in 1.. {
            let Some(alert) = self.tx.alert(AlertId(number)).await? else { break };
            alerts.push(super::reference::Alert {
                stay: at(alert.stay.0),
                rule: alert.rule.as_str(),
                raised_on: alert.raised_on,
                unit: alert.unit.map(|unit| at(unit.0)),
                state: alert.state.as_str(),
                cause: alert.cause.map(snaknov::domain::alert::Cause::as_str),
            });
        }
        alerts.sort();
        Ok(alerts)
    }

    /// The model knows nothing of signals: an alert that one holds back is as good as open, and has no unit of its own.
    async fn compare_alerts(&mut self, model: &Model) -> anyhow::Result<()> {
        let mut alerts = self.alerts().await?;
        let mut expected = model.alerts.clone();
        for alert in &mut alerts {
            let same = |other: &&super::reference::Alert| {
                (other.stay, other.rule, other.raised_on) == (alert.stay, alert.rule, alert.raised_on)
            };
            if alert.state == "held" {
                alert.state = "open";
            }
            if alert.unit.is_none() {
                alert.unit = expected.iter().find(same).and_then(|other| other.unit);
            }
        }
        // Why one changed that still stands is said at the moment, and not kept for ever.
        for alert in alerts.iter_mut().chain(&mut expected).filter(|alert| alert.state != "withdrawn") {
            alert.cause = None;
        }
        alerts.sort();
        expected.sort();
        let found = alerts.iter().find(|alert| !expected.contains(alert));
        let missing = expected.iter().find(|alert| !alerts.contains(alert));
        anyhow::ensure!(alerts == expected, "the register has {found:?}, the model {missing:?}");
        Ok(())
    }

    async fn compare_links(&mut self, model: &Model) -> anyhow::Result<()> {
        let mut links = BTreeMap::new();
        for stay in 0..model.stays.len() {
            for link in self.tx.links_of(StayId(id(stay)), false).await? {
                links.insert((at(link.earlier.0), at(link.later.0)), link.resolved_at.is_none());
            }
        }
        anyhow::ensure!(links == model.links, "links are {links:?}, the model says {:?}", model.links);
        Ok(())
    }

    /// What went into the chats: to reporters what the model says, and every alert to its unit.
    pub(super) async fn compare_messages(&mut self, model: &Model) -> anyhow::Result<()> {
        self.send(model.now + chrono::Duration::days(2)).await?;
        let mut told = Vec::new();
        for (chat, what) in std::mem::take(&mut self.seen) {
            let Some(who) = (0..PEOPLE.len()).find(|&who| ChatId::private(user(who)) == chat) else {
                continue;
            };
            told.push((
                who,
                match what {
                    What::Receipt(report) => Told::Receipt(at(report.0)),
                    What::Departed(report) => Told::Departed(at(report.0)),
                    What::Extended(report) => Told::Extended(at(report.0)),
                    What::Check(check) => {
                        let check = self.tx.check(check).await?.expect("it was put");
                        let same = |other: &super::reference::Check| {
                            (id(other.stay), other.rule, other.about) == (check.stay.0, check.rule, check.about_date)
                        };
                        Told::Check(model.checks.iter().position(same).unwrap_or(usize::MAX))
                    }
                    // What the bot says by itself is planned elsewhere, and tested there.
                    What::Reminder(_) => continue,
                    other => anyhow::bail!("a reporter was told {other:?}"),
                },
            ));
        }
        let mut expected = model.told.clone();
        told.sort_unstable();
        expected.sort_unstable();
        anyhow::ensure!(told == expected, "people were told {told:?}, the model says {expected:?}");
        self.render_receipts(model).await
    }

    /// Whoever asks for a receipt again gets it, whatever has happened since.
    async fn render_receipts(&mut self, model: &Model) -> anyhow::Result<()> {
        if !self.delivers {
            return Ok(());
        }
        for report in 0..model.reports.len() {
            let what = What::Receipt(ReportId(id(report)));
            let to = (ChatId::private(user(model.reports[report].who)), None);
            self.tx.enqueue(&format!("again:{report}"), to, Lane::Prompt, what, model.now).await?;
        }
        self.send(model.now + chrono::Duration::days(2)).await?;
        self.seen.clear();
        Ok(())
    }
}
