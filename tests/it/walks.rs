//! Random walks through the forms, in each language: whatever people do, a form neither breaks nor loses its way, and it
//! reports nothing that its summary did not show.
//!
//! `WALKS=5000 cargo test walks` walks further; `WALK_SEED=…` repeats the walk whose seed a failure printed.

mod people;

use std::fmt::Debug;

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use snaknov::{
    domain::{
        area::{Gazetteer, Level},
        document::{DateSource, DocumentKind, Permission, VisaClass},
        id::{GuestFormId, PremisesId, StayId},
        member::Role,
        person::Identity,
        premises::PremisesKind,
        stay::{Arrival, Work},
    },
    flow::{self, Event, Form, Outcome, Screen, Session},
    forms::{
        arrival::{self, ArrivalDraft, ArrivalFacts, OwnPremises},
        extension::{self, ExtensionDraft, ExtensionFacts},
        invitation::{self, InvitationDraft, InvitationFacts},
        premises::{self, PremisesDraft},
    },
    text::{Language, Words, fold_label},
};

use crate::locales::complaints_about;

use people::{Chance, Done, arrival_facts, days, right_text};

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
        let draft =
            follows.map_or_else(ArrivalDraft::default, |own| ArrivalDraft::following(&guest_of(own.id, facts.today)));
        // Whoever has no place is led to register one before this form; here they wander without ever reporting.
        let reports = !facts.premises.is_empty();
        let form = Walked { form: &arrival::FORM, facts: &facts, reports, report: arrival_shown };
        walk.through(&form, Session::starting_from(draft));
    });
}

#[test]
fn whatever_a_guest_does_the_host_gets_all_that_is_asked_about_the_person() {
    walk_all(|walk| {
        let facts = ArrivalFacts { premises: Vec::new(), ..arrival_facts(&mut walk.chance) };
        let form = Walked { form: &arrival::GUEST, facts: &facts, reports: true, report: handed_over };
        walk.through(&form, Session::<ArrivalDraft>::default());
    });
}

/// What a guest hands over leaves only what the host knows: the room, the days, and that both were compared.
#[expect(clippy::unnecessary_wraps, reason = "forms that may not report yet answer `None`")]
fn handed_over(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> Option<Vec<String>> {
    let host = ArrivalFacts { today: facts.today, ..hotel() };
    let draft = ArrivalDraft::filled_in_by_guest(draft.clone(), PremisesId(1), GuestFormId(1));
    let mut session = Session::starting_from(draft.clone());
    for (question, typed) in [("unit", "204"), ("arrived_on", "Today"), ("leaves_on", "Skip")] {
        assert_eq!(arrival::FORM.current(&session, &host).map(|question| question.id), Some(question));
        let typed = match typed {
            "Today" => words.msg_today(),
            "Skip" => words.msg_skip(),
            room => room.to_owned(),
        };
        assert_eq!(flow::step(&arrival::FORM, &mut session, Event::Typed(&typed), &host, words), Outcome::Ask(None));
    }
    assert_eq!(arrival::FORM.current(&session, &host).map(|question| question.id), Some("seen"));
    Some(draft.name().into_iter().filter(|_| session.draft.arrival(&host).is_some_and(|it| !it.is_exempt())).collect())
}

#[test]
fn whatever_is_done_a_host_is_asked_whether_what_a_guest_filled_in_was_compared() {
    walk_all(|walk| {
        let facts = ArrivalFacts { today: *walk.chance.one_of(&days()), ..hotel() };
        let draft = ArrivalDraft::filled_in_by_guest(ArrivalDraft::default(), PremisesId(1), GuestFormId(1));
        let report = |draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words| {
            assert!(draft.arrival(facts).is_none() || draft.seen.is_some());
            arrival_shown(draft, facts, words)
        };
        let form = Walked { form: &arrival::FORM, facts: &facts, reports: true, report };
        walk.through(&form, Session::starting_from(draft));
    });
}

#[test]
fn whatever_is_done_an_invitation_gives_a_part_that_the_inviter_may_give() {
    walk_all(|walk| {
        let appointed_by = *walk.chance.one_of(&[Role::Owner, Role::Manager]);
        let roles = Role::ALL.into_iter().filter(|&role| appointed_by.may_appoint(role)).collect();
        let facts = InvitationFacts { roles };
        let report = |draft: &InvitationDraft, facts: &InvitationFacts, words: &Words| {
            let role = draft.role?;
            assert!(facts.roles.contains(&role));
            Some([words.role(role)].into_iter().chain(draft.called.given().cloned()).collect())
        };
        let form = Walked { form: &invitation::FORM, facts: &facts, reports: true, report };
        walk.through(&form, Session::<InvitationDraft>::default());
    });
}

/// Somebody of a group, after whom the next is reported.
fn guest_of(premises_id: PremisesId, arrived_on: NaiveDate) -> Arrival {
    Arrival {
        premises_id,
        document: DocumentKind::Passport,
        identity: Identity::UNKNOWN,
        permission: Permission { visa: Some(VisaClass::T), stay_until: None, source: DateSource::NotKnown },
        unit: None,
        arrived_on,
        leaves_on: None,
        work: None,
        permit_until: None,
        came_from: None,
    }
}

#[test]
fn whatever_is_done_premises_are_registered_as_their_summary_shows() {
    walk_all(|walk| {
        let form = Walked {
            form: &premises::FORM,
            facts: &(),
            reports: true,
            report: |draft, (), words| premises_shown(draft, words),
        };
        walk.through(&form, Session::<PremisesDraft>::default());
    });
}

#[test]
fn whatever_is_done_an_extension_reports_what_its_summary_shows() {
    walk_all(|walk| {
        let facts = ExtensionFacts { today: *walk.chance.one_of(&days()) };
        let form = Walked { form: &extension::FORM, facts: &facts, reports: true, report: extension_shown };
        walk.through(&form, Session::starting_from(ExtensionDraft::about(StayId(7), DocumentKind::Passport)));
    });
}

#[test]
fn a_draft_of_another_version_reads_with_its_missing_answers_open() {
    fn reads<D: DeserializeOwned + Default + PartialEq + Debug>() {
        for json in ["{}", r#"{"asked_in_another_version": [1, {"a": null}]}"#] {
            assert_eq!(serde_json::from_str::<D>(json).expect("a draft"), D::default(), "{json}");
            let session: Session<D> =
                serde_json::from_str(&format!(r#"{{"draft": {json}, "more": 1}}"#)).expect("a session");
            assert_eq!(session, Session::default(), "{json}");
        }
    }
    reads::<ArrivalDraft>();
    reads::<PremisesDraft>();
    reads::<ExtensionDraft>();
    reads::<InvitationDraft>();
}

#[test]
fn a_date_left_half_picked_does_not_narrow_the_next_one() {
    let mut session = Session::default();
    let typed = ["Passport", "N01234567 WANG XIAOMING", "M · Male", "7/3/1985", "China", "T tourist"].map(Event::Typed);
    let picked = ["c:pick", "c:y2027", "c:unreadable", "skip"].map(Event::Act);
    let acts = fill(&mut session, &[&typed[..], &picked].concat());
    assert!(["c:today", "c:yesterday", "c:pick"].iter().all(|act| acts.iter().any(|it| it == act)), "{acts:?}");
}

#[test]
fn another_document_is_asked_about_anew_and_the_person_is_not() {
    let mut session = Session::default();
    let typed = ["Passport", "N01234567 WANG XIAOMING", "M · Male", "7/3/1985", "China", "T tourist", "3/5/2030"];
    fill(&mut session, &typed.map(Event::Typed));
    fill(&mut session, &[Event::Typed("Skip"), Event::Typed("Today"), Event::Typed("Skip")]);
    fill(&mut session, &[Event::Act("edit"), Event::Act("e:document"), Event::Act("c:residence_card")]);
    assert_eq!(open_question(&session), Some("number"));
    fill(&mut session, &[Event::Typed("RC 0000042")]);
    assert_eq!(open_question(&session), Some("stay_until"));
    fill(&mut session, &[Event::Typed("1/2/2028")]);
    assert_eq!(open_question(&session), None);
}

/// The facts of a hotel's clerk.
fn hotel() -> ArrivalFacts {
    let own = OwnPremises { id: PremisesId(1), kind: PremisesKind::Hotel, name: "Riverside".into() };
    ArrivalFacts { today: days()[0], premises: vec![own], nationalities: Vec::new(), units: Vec::new() }
}

fn open_question(session: &Session<ArrivalDraft>) -> Option<&'static str> {
    arrival::FORM.current(session, &hotel()).map(|question| question.id)
}

/// Takes events that all are right, in English; the acts of the screen after them.
fn fill(session: &mut Session<ArrivalDraft>, events: &[Event<'_>]) -> Vec<String> {
    let words = Words::of(Language::En);
    for &event in events {
        assert_eq!(flow::step(&arrival::FORM, session, event, &hotel(), words), Outcome::Ask(None), "{event:?}");
    }
    let screen = flow::draw(&arrival::FORM, session, &hotel(), words);
    screen.rows.into_iter().flatten().map(|button| button.act).collect()
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
    assert!(arrival.permit_until.is_none() || arrival.work == Some(Work::WithPermit));
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
    shown.extend(arrival.permit_until.map(|day| words.day(day)));
    Some(shown)
}

fn premises_shown(draft: &PremisesDraft, words: &Words) -> Option<Vec<String>> {
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
            let done = Done::any(&mut self.chance, &screen, &self.old_acts);
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
