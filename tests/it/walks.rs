//! Random walks through the forms, in each language: whatever people do, a form neither breaks nor loses its way, and it
//! reports nothing that its summary did not show.
//!
//! `WALKS=5000 cargo test walks` walks further; `WALK_SEED=…` repeats the walk whose seed a failure printed.

use std::fmt::Debug;

use chrono::{Days, NaiveDate};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use snaknov::{
    domain::{
        area::{Gazetteer, Level},
        country::Country,
        document::{DateSource, DocumentKind, VisaClass},
        id::{PremisesId, StayId},
        person::Identity,
        premises::PremisesKind,
        stay::Arrival,
    },
    flow::{self, Event, Form, Outcome, Screen, Session},
    forms::{
        arrival::{self, ArrivalDraft, ArrivalFacts, OwnPremises},
        extension::{self, ExtensionDraft, ExtensionFacts},
        premises::{self, PremisesDraft},
    },
    text::{Language, Words, fold_label},
};

use crate::locales::complaints_about;

/// Walks of each form in each language, where `WALKS` says nothing.
const WALKS: u64 = 60;
/// Events of a walk.
const EVENTS: usize = 40;
/// Right answers after which any form stands at its summary.
const RIGHT_ANSWERS: usize = 60;

#[test]
fn whatever_is_done_an_arrival_reports_what_its_summary_shows() {
    walk_all(|walk| {
        let facts = arrival_facts(&mut walk.chance);
        let follows = facts.premises.first().filter(|_| walk.chance.of(30));
        let draft = follows.map_or_else(ArrivalDraft::default, |own| ArrivalDraft::following(own.id, facts.today));
        // Whoever has no place is led to register one before this form; here they wander without ever reporting.
        let reports = !facts.premises.is_empty();
        let form = Walked { form: &arrival::FORM, facts: &facts, reports, report: arrival_shown };
        walk.through(&form, Session::starting_from(draft));
    });
}

#[test]
fn whatever_is_done_premises_are_registered_as_their_summary_shows() {
    walk_all(|walk| {
        let form = Walked { form: &premises::FORM, facts: &(), reports: true, report: premises_shown };
        walk.through(&form, Session::<PremisesDraft>::default());
    });
}

#[test]
fn whatever_is_done_an_extension_reports_what_its_summary_shows() {
    walk_all(|walk| {
        let facts = ExtensionFacts { today: *walk.chance.one_of(&days()) };
        let form = Walked { form: &extension::FORM, facts: &facts, reports: true, report: extension_shown };
        walk.through(&form, Session::starting_from(ExtensionDraft::about(StayId(7))));
    });
}

#[test]
fn a_draft_of_another_version_reads_with_its_missing_answers_open() {
    fn reads<D: DeserializeOwned + Default + PartialEq + Debug>() {
        for json in ["{}", r#"{"asked_in_another_version": [1, {"a": null}]}"#] {
            assert_eq!(serde_json::from_str::<D>(json).expect("a draft"), D::default(), "{json}");
            let session: Session<D> = serde_json::from_str(&format!(r#"{{"draft": {json}, "more": 1}}"#)).expect("a session");
            assert_eq!(session, Session::default(), "{json}");
        }
    }
    reads::<ArrivalDraft>();
    reads::<PremisesDraft>();
    reads::<ExtensionDraft>();
}

/// A form, and what its report states as texts that the summary must show.
struct Walked<'a, D: 'static, F: 'static> {
    form: &'static Form<D, F>,
    facts: &'a F,
    /// Whether the facts allow a report at all.
    reports: bool,
    report: fn(&D, &F, &Words) -> Option<Vec<String>>,
}

/// A report of arrival holds what was asked about such a guest at such a place, and nothing else.
fn arrival_shown(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> Option<Vec<String>> {
    let arrival = draft.arrival(facts)?;
    let Arrival { identity, permission, .. } = &arrival;
    let place = facts.premises.iter().find(|own| own.id == arrival.premises_id).expect("one of the reporter's places");
    assert!(arrival.arrived_on <= facts.today);
    assert!(arrival.leaves_on.is_none_or(|leaves| leaves >= arrival.arrived_on));
    assert_eq!(arrival.work.is_some(), place.kind.houses_workers() && !arrival.is_exempt());
    assert!(arrival.leaves_on.is_none() || !place.kind.houses_workers());
    assert!(permission.stay_until.is_some() || permission.source == DateSource::NotKnown);
    assert_eq!(permission.visa.is_some(), matches!(arrival.document, DocumentKind::Passport | DocumentKind::Other));
    if permission.visa == Some(VisaClass::None) || !arrival.document.was_seen() {
        assert_eq!((permission.stay_until, permission.source), (None, DateSource::NotKnown));
    }
    if arrival.is_exempt() {
        assert_eq!((arrival.document, identity), (DocumentKind::Diplomatic, &Identity::UNKNOWN));
    } else {
        assert_eq!(identity.number.is_some(), arrival.document.was_seen());
        let told = identity.name.is_some() && identity.birth.is_some() && identity.nationality.is_some();
        assert!(told || !arrival.document.was_seen(), "a document was seen and not all of it is told: {arrival:?}");
        assert!(identity.sex.is_some());
    }
    let mut shown = vec![words.day(arrival.arrived_on)];
    shown.extend(identity.name.as_ref().map(ToString::to_string));
    shown.extend(identity.number.as_ref().map(ToString::to_string));
    shown.extend(identity.birth.map(|birth| words.birth(birth)));
    shown.extend(identity.sex.map(|sex| words.sex(sex)));
    shown.extend(identity.nationality.map(|country| words.country(country).to_owned()));
    shown.extend(permission.visa.map(|visa| words.visa(visa)));
    shown.extend(permission.stay_until.map(|day| words.day(day)));
    shown.extend(permission.stay_until.map(|_| words.date_source(permission.source)));
    shown.extend(arrival.unit);
    shown.extend(arrival.leaves_on.map(|day| words.day(day)));
    shown.extend(arrival.work.map(|work| words.work(work)));
    Some(shown)
}

fn premises_shown(draft: &PremisesDraft, (): &(), words: &Words) -> Option<Vec<String>> {
    let details = draft.details()?;
    assert!(matches!(details.area.level(), Level::Commune | Level::Village));
    assert_eq!(details.capacity.is_some(), details.kind != PremisesKind::Rental);
    assert!((1..=80).contains(&details.name.chars().count()));
    assert!(details.street.as_ref().is_none_or(|street| (1..=120).contains(&street.chars().count())));
    let mut shown = vec![words.premises_kind(details.kind), details.name];
    shown.extend(Gazetteer::get().path(details.area).iter().map(|area| words.area_name(area.code)));
    shown.extend(details.street);
    shown.extend(details.capacity.map(|beds| words.digits(beds)));
    Some(shown)
}

fn extension_shown(draft: &ExtensionDraft, facts: &ExtensionFacts, words: &Words) -> Option<Vec<String>> {
    let permission = draft.permission()?;
    let until = permission.stay_until.expect("an extension has a date");
    assert!(until >= facts.today);
    assert_eq!(draft.stay, Some(StayId(7)));
    Some(vec![words.day(until), words.visa(permission.visa.expect("an extension has a class"))])
}

/// One walk: its chance, the language of the moment, and the acts seen so far, which old messages still show.
struct Walk {
    seed: u64,
    chance: Chance,
    words: &'static Words,
    old_acts: Vec<String>,
}

/// So that a walk that fails tells how to repeat it.
impl Drop for Walk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("repeat this walk with WALK_SEED={}", self.seed);
        }
    }
}

fn walk_all(walk: impl Fn(&mut Walk)) {
    let number = |variable| std::env::var(variable).ok().and_then(|text| text.parse::<u64>().ok());
    let count = number("WALKS").unwrap_or(WALKS) * Language::ALL.len() as u64;
    let seeds = number("WALK_SEED").map_or(0..count, |seed| seed..seed + 1);
    for seed in seeds {
        let language = Language::ALL[usize::try_from(seed % 3).expect("a language")];
        walk(&mut Walk { seed, chance: Chance::new(seed), words: Words::of(language), old_acts: Vec::new() });
    }
}

impl Walk {
    fn through<D, F>(&mut self, walked: &Walked<'_, D, F>, mut session: Session<D>)
    where
        D: Clone + PartialEq + Debug + Serialize + DeserializeOwned,
    {
        for _ in 0..EVENTS {
            if self.chance.of(5) {
                self.words = Words::of(*self.chance.one_of(&Language::ALL));
            }
            if self.chance.of(20) {
                session = read_back(&session);
            }
            let screen = self.screen(walked, &session);
            let done = self.something(&screen);
            if !self.step(walked, &mut session, &screen, &done) {
                break;
            }
        }
        if walked.reports {
            self.answer_rightly(walked, session);
        }
    }

    /// The screen of a session, held against what Telegram shows and a person needs.
    fn screen<D: Clone, F>(&mut self, walked: &Walked<'_, D, F>, session: &Session<D>) -> Screen {
        let screen = flow::draw(walked.form, session, walked.facts, self.words);
        let complaints = complaints_about(&screen);
        assert!(complaints.is_empty(), "{complaints:?}\n{screen:#?}");
        self.old_acts.extend(screen.rows.iter().flatten().map(|button| button.act.clone()));
        screen
    }

    /// Something that a person may do with a screen.
    fn something(&mut self, screen: &Screen) -> Done {
        let chance = &mut self.chance;
        let buttons: Vec<_> = screen.rows.iter().flatten().collect();
        match chance.below(100) {
            0..45 => Done::Act(chance.one_of(&buttons).act.clone()),
            45..55 => {
                let button = chance.one_of(&buttons);
                Done::Twin(button.label.clone(), button.act.clone())
            }
            55..60 => Done::Act(chance.one_of(&self.old_acts).clone()),
            60..63 => Done::Act((*chance.one_of(&["back", "skip"])).into()),
            63..66 => Done::Act((*chance.one_of(&STRANGE_ACTS)).into()),
            66..70 => {
                let (latitude, longitude) = *chance.one_of(&LOCATIONS);
                Done::Location(latitude, longitude)
            }
            _ => Done::Typed(chance.typed()),
        }
    }

    /// Takes one event and holds what comes of it against what must be; `false` once the form is left.
    fn step<D, F>(&mut self, walked: &Walked<'_, D, F>, session: &mut Session<D>, screen: &Screen, done: &Done) -> bool
    where
        D: Clone + PartialEq + Debug + Serialize,
    {
        let Walked { form, facts, .. } = *walked;
        let before = session.clone();
        let stood_at = form.current(&before, facts).map(|question| question.id);
        let outcome = flow::step(form, session, done.event(), facts, self.words);
        if let Done::Twin(label, act) = done
            && !fold_label(label).is_empty()
        {
            let mut pressed = before.clone();
            let twin = flow::step(form, &mut pressed, Event::Act(act), facts, self.words);
            assert_eq!((&outcome, &*session), (&twin, &pressed), "typed `{label}`, pressed `{act}` of {screen:#?}");
        }
        if matches!(done, Done::Act(act) if act == "skip") {
            assert_skips(&before, session);
        }
        match outcome {
            Outcome::Ask(remark) => {
                assert!(remark.is_none_or(|remark| !remark.is_empty() && !remark.contains("{$")));
                self.go_back_and_answer_again(walked, &before, stood_at, session, done);
                true
            }
            Outcome::Cancelled => {
                assert!(done.says("cancel", screen), "{done:?} of {screen:#?}");
                assert_eq!(session, &before);
                self.chance.of(50)
            }
            Outcome::Finished => {
                assert!(stood_at.is_none(), "{stood_at:?} is open");
                self.assert_reported(walked, session);
                // Where the report is refused, the person goes on from the summary.
                self.chance.of(50)
            }
        }
    }

    fn assert_reported<D: Clone, F>(&mut self, walked: &Walked<'_, D, F>, session: &Session<D>) {
        let summary = Session { choosing_edit: false, ..session.clone() };
        let text = self.screen(walked, &summary).text;
        let Some(shown) = (walked.report)(&session.draft, walked.facts, self.words) else {
            assert!(!walked.reports, "everything is answered and there is no report:\n{text}");
            return;
        };
        for shown in shown {
            assert!(text.contains(&shown), "`{shown}` is reported, but not in\n{text}");
        }
    }

    /// Whoever goes back and answers as before comes to the same place, with the same answers.
    fn go_back_and_answer_again<D, F>(
        &self,
        walked: &Walked<'_, D, F>,
        before: &Session<D>,
        stood_at: Option<&'static str>,
        after: &Session<D>,
        done: &Done,
    ) where
        D: Clone + PartialEq + Debug + Serialize,
    {
        let Walked { form, facts, .. } = *walked;
        let is_at = |session: &Session<D>| form.current(session, facts).map(|question| question.id);
        let came_to = is_at(after);
        let answers = matches!(done, Done::Act(act) if act.starts_with("c:")) || matches!(done, Done::Typed(_));
        if !answers || came_to == stood_at || before.doubted.is_some() || is_half_way(before) {
            return;
        }
        let mut again = after.clone();
        flow::step(form, &mut again, Event::Act("back"), facts, self.words);
        if is_at(&again) == stood_at {
            flow::step(form, &mut again, done.event(), facts, self.words);
            assert_eq!((is_at(&again), &again.draft), (came_to, &after.draft), "{done:?} again at {stood_at:?}");
        }
    }

    /// From wherever a person is, answers that are right lead to the summary, and from there to a report.
    fn answer_rightly<D, F>(&mut self, walked: &Walked<'_, D, F>, mut session: Session<D>)
    where
        D: Clone + PartialEq + Debug + Serialize,
    {
        let mut refused = false;
        for _ in 0..RIGHT_ANSWERS {
            let screen = self.screen(walked, &session);
            let acts: Vec<&str> = screen.rows.iter().flatten().map(|button| button.act.as_str()).collect();
            if acts.contains(&"finish") {
                assert_eq!(self.right(walked, &mut session, "finish"), Outcome::Finished);
                return self.assert_reported(walked, &session);
            }
            let question = walked.form.current(&session, walked.facts).map(|question| question.id);
            let choices: Vec<&str> = acts.iter().copied().filter(|act| act.starts_with("c:")).collect();
            let outcome = if let Some(&yes) = acts.iter().find(|&&act| act == "yes") {
                self.right(walked, &mut session, yes)
            } else if let Some(question) = question {
                let choice = choices.get(self.chance.below(choices.len().max(1)));
                match choice {
                    Some(&choice) if !refused && (choice != "c:pick" || self.chance.of(30)) => {
                        self.right(walked, &mut session, choice)
                    }
                    _ if choices.is_empty() && acts.contains(&"skip") && self.chance.of(50) => {
                        self.right(walked, &mut session, "skip")
                    }
                    _ => {
                        let typed = right_text(question);
                        flow::step(walked.form, &mut session, Event::Typed(typed), walked.facts, self.words)
                    }
                }
            } else {
                self.right(walked, &mut session, "back")
            };
            refused = outcome != Outcome::Ask(None);
        }
        panic!("no summary after {RIGHT_ANSWERS} right answers, but {:#?}", self.screen(walked, &session));
    }

    fn right<D: Clone, F>(&self, walked: &Walked<'_, D, F>, session: &mut Session<D>, act: &str) -> Outcome {
        flow::step(walked.form, session, Event::Act(act), walked.facts, self.words)
    }
}

/// Something a person did.
#[derive(Debug)]
enum Done {
    Act(String),
    /// Typed the label of the button with this act.
    Twin(String, String),
    Typed(String),
    Location(f64, f64),
}

impl Done {
    fn event(&self) -> Event<'_> {
        match self {
            Self::Act(act) => Event::Act(act),
            Self::Twin(text, _) | Self::Typed(text) => Event::Typed(text),
            &Self::Location(latitude, longitude) => Event::Location { latitude, longitude },
        }
    }

    /// Whether the screen's button with this act was pressed or typed.
    fn says(&self, act: &str, screen: &Screen) -> bool {
        match self {
            Self::Act(done) | Self::Twin(_, done) => done == act,
            Self::Typed(text) => {
                let mut buttons = screen.rows.iter().flatten();
                buttons.any(|button| button.act == act && fold_label(&button.label) == fold_label(text))
            }
            Self::Location(..) => false,
        }
    }
}

/// The session as the store keeps it between two turns, with fields that another version may have written.
fn read_back<D: PartialEq + Debug + Serialize + DeserializeOwned>(session: &Session<D>) -> Session<D> {
    let mut kept = serde_json::to_value(session).expect("a session is JSON");
    kept["of_another_version"] = json!({ "kept": [null, 1] });
    kept["draft"]["of_another_version"] = json!("kept");
    let read = serde_json::from_value(kept).expect("a session reads");
    assert_eq!(session, &read);
    read
}

/// Passing over a question marks it as passed over and touches nothing else.
fn assert_skips<D: Serialize>(before: &Session<D>, after: &Session<D>) {
    let fields = |session| serde_json::to_value(session).expect("a session is JSON")["draft"].take();
    let (before, after): (Value, Value) = (fields(before), fields(after));
    for (name, value) in after.as_object().expect("a draft is an object") {
        assert!(*value == before[name] || value == "Skipped", "skipping put {value} into `{name}`");
    }
}

/// Whether an answer has been narrowed but not given, so that the next press means less than it says.
fn is_half_way<D: Serialize>(session: &Session<D>) -> bool {
    let kept = serde_json::to_value(session).expect("a session is JSON");
    ["picking", "query", "nationality_query"].iter().any(|name| kept["draft"].get(name).is_some_and(|it| !it.is_null()))
}

/// What is right to type at a question.
fn right_text(question: &str) -> &'static str {
    match question {
        "number" => "N01234567",
        "birth" => "7/3/1985",
        "nationality" => "China",
        "stay_until" | "leaves_on" => "3/5/2030",
        "arrived_on" => "1/11/2025",
        "unit" => "204",
        "place" => "Tonle Bassac",
        "capacity" => "40",
        "street" => "No. 12, Street 310",
        _ => "Wang Xiaoming",
    }
}

fn days() -> [NaiveDate; 4] {
    [(2026, 11, 22), (2026, 12, 31), (2027, 1, 1), (2028, 2, 29)]
        .map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

/// A reporter with no to three places, some of them of the same kind, and habits that a form may offer.
fn arrival_facts(chance: &mut Chance) -> ArrivalFacts {
    let names = ["Riverside Guesthouse", "ផ្ទះជួលសុខា", "河畔公寓 2"];
    let premises = names.iter().zip(1..).take(chance.below(4)).map(|(&name, id)| OwnPremises {
        id: PremisesId(id),
        kind: *chance.one_of(&PremisesKind::ALL),
        name: if chance.of(10) { name.repeat(9).chars().take(80).collect() } else { name.to_owned() },
    });
    let premises = premises.collect();
    let countries: Vec<Country> = Country::all().collect();
    let mut nationalities: Vec<Country> = Vec::new();
    for _ in 0..chance.below(6) {
        let country = *chance.one_of(&countries);
        if !nationalities.contains(&country) {
            nationalities.push(country);
        }
    }
    let units = ["204", "12-3", "1-23", "បន្ទប់ ១២", "二楼 3", "🏠 A", "the long room at the very end of the hall"];
    let units = units.iter().skip(chance.below(4)).take(chance.below(5)).map(|unit| unit.chars().take(40).collect());
    let today = *chance.one_of(&days()) + Days::new(chance.below(3) as u64);
    ArrivalFacts { today, premises, nationalities, units: units.collect() }
}

const LOCATIONS: [(f64, f64); 7] = [
    (11.5564, 104.9282),
    (13.3633, 103.8564),
    (10.6104, 104.1810),
    (48.8566, 2.3522),
    (90.0, 180.0),
    (f64::NAN, f64::NAN),
    (f64::INFINITY, f64::NEG_INFINITY),
];

/// Acts that no screen shows at the moment; an engine that is total shrugs.
const STRANGE_ACTS: [&str; 24] = [
    "", ":", "c", "c:", "c:é", "c:ក", "c:unknown", "c:pick", "c:t2147483647", "c:y-2147483648", "c:m99", "c:d0", "c:0",
    "c:99999999", "p:1", "p:18446744073709551615", "p:-1", "e:", "e:source", "e:nothing", "yes", "no", "edit", "finish",
];

/// What people type: right, nearly right, of another question, of another alphabet, and nothing of the kind.
const TYPED: [&str; 84] = [
    "", " ", ".", "?", "204", "12-3", "1-23", "B 12", "បន្ទប់ ១២", "二楼 3", "No. 12, Street 310", "ផ្ទះលេខ ១២", "40", "៤០", "４０",
    "0", "-1", "20001", "99999999999999999999", "1e9", "3/5/2026", "7/3/1985", "31/12/1999", "29/2/2027", "29/2/2028",
    "31.11.2026", "2026-11-20", "20261120", "1985", "3/1985", "85", "7/3/85", "01/02/03", "13/14/2026", "today", "yesterday",
    "ថ្ងៃនេះ", "ម្សិលមិញ", "២០ វិច្ឆិកា ២០២៦", "ថ្ងៃ ៥ កើត ខែ អស្សុជ", "2026年11月20日", "昨天", "民国115年11月20日", "20/11/2569", "Friday 20/11/2026",
    "Monday 20/11/2026", "5 May", "May", "N01234567", "N01234567 WANG XIAOMING", "WANG XIAOMING
N01234567", "AB 123456",
    "WANG XIAOMING", "O'Neill-Smith, Mary", "សុខ ចាន់", "王小明", "Nguyễn Văn An", "ABC", "A1", "12345678901234567890123",
    "Korea", "China", "KHM", "កូរ៉េ", "韩国", "Congo", "Guinea", "Atlantis", "Tonle Bassac", "ទន្លេបាសាក់", "Chamkar Mon",
    "Phnom Penh", "Svay", "Thmei", "金边", "eb", "T", "F", "😀🏠", "🇰🇭", "⟦x⟧ ⟪y⟫", "{ name }", "\u{202e}abc\u{0}\t", "/cancel",
];

/// A random source of our own, so that a seed means the same walk everywhere (xorshift64*, after splitmix64).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self((mixed ^ (mixed >> 31)) | 1)
    }

    /// A number below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        usize::try_from(drawn % limit as u64).expect("below a limit that fits")
    }

    fn of(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn typed(&mut self) -> String {
        let text = *self.one_of(&TYPED);
        match self.below(100) {
            0..10 => format!("{text} {}", self.one_of(&TYPED)),
            10..13 => text.repeat(self.below(200)),
            13..18 => (0..self.below(12)).map(|_| self.character()).collect(),
            _ => text.to_owned(),
        }
    }

    fn character(&mut self) -> char {
        let drawn = u32::try_from(self.below(0x2_0000)).ok().and_then(char::from_u32);
        drawn.filter(|&c| c != char::REPLACEMENT_CHARACTER).unwrap_or(' ')
    }
}
