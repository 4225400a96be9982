//! What is said: the same in three languages, whole, within the limits of the Bot API, and without a verdict on anyone.
//! Every message is read with the longest arguments that can be given to it.

mod catalogue;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::OnceLock,
};

use chrono::NaiveDate;
use snaknov::{
    domain::{
        area::{AreaCode, Gazetteer},
        country::Country,
        id::{GuestFormId, PremisesId},
        member::Role,
        premises::PremisesKind,
    },
    flow::{self, Event, Form, Outcome, Screen, Session},
    forms::{
        arrival::{self, ArrivalDraft, ArrivalFacts, OwnPremises},
        extension::{self, ExtensionDraft, ExtensionFacts},
        invitation::{self, InvitationDraft, InvitationFacts},
        premises::{self, PremisesDraft},
    },
    text::{Language, Words, fold_label, spans},
};

use catalogue::{catalogue, locales};

/// A letter that takes two UTF-16 code units, of which names may be made.
const WIDE: &str = "𠀀";
/// Longest text of a message in UTF-16 code units (Bot API, `sendMessage`).
const TEXT_MAX: usize = 4096;
/// The same below a picture (Bot API, `sendPhoto`).
const CAPTION_MAX: usize = 1024;
/// Longest label in characters; more does not stand on a phone's button.
const LABEL_MAX: usize = 64;

/// Messages that have a limit of their own, by id or by how the id begins or ends (`*`): at least, at most, in characters.
const LIMITS: &[(&str, usize, usize)] = &[
    // setMyName, setMyDescription, setMyShortDescription, setMyCommands
    ("bot-name", 1, 64),
    ("bot-description", 1, 512),
    ("bot-short-description", 1, 120),
    ("command-*", 1, 256),
    // answerCallbackQuery
    ("old-button", 1, 200),
    ("old-button-alert", 1, 200),
    ("alert-acknowledged", 1, 200),
    ("alert-acknowledged-already", 1, 200),
    ("alert-not-enrolled", 1, 200),
    ("alert-details-sent", 1, 200),
    ("alert-details-start-first", 1, 200),
    ("case-noted", 1, 200),
    ("case-answered", 1, 200),
    ("case-needs-another", 1, 200),
    ("case-over", 1, 200),
    ("case-answer-unwanted", 1, 200),
];

/// Buttons that stand together, each a word of its own when typed.
const TOGETHER: &[&[&str]] = &[
    &["home-report", "home-premises", "home-add-premises", "home-help", "home-language", "home-privacy"],
    &["home-advice", "home-report", "home-help", "home-card", "home-menu"],
    &["topic-cannot-leave", "topic-child-alone", "topic-hurt", "topic-money", "topic-other", "talk-leave"],
    &["concern-answer-yes", "concern-answer-no", "back", "talk-leave"],
    &["concern-send", "edit", "skip", "talk-leave"],
    &["answer-open", "answer-add", "talk-leave"],
    &["case-release", "case-keep", "case-close"],
    &["consent-agree", "consent-decline"],
    &["privacy-withdraw", "home-menu"],
    &["report-another", "home-menu"],
    &["yes-right", "no-again"],
    &["back", "skip", "cancel", "edit", "arrival-send", "premises-save"],
    &["today", "yesterday", "pick-date", "back", "cancel"],
    &["check-left", "check-extended", "check-still"],
    &["alert-acknowledge", "alert-details"],
    &[
        "place-stays",
        "place-guest-links",
        "files-button",
        "place-members",
        "place-invite",
        "place-leave",
        "place-back",
        "home-menu",
    ],
    &["files-template", "stays-present", "stays-past", "back", "home-menu"],
    &["files-xlsx", "files-csv", "files-unl", "back", "home-menu"],
    &["guest-seen-yes", "guest-seen-now", "guest-seen-differs", "back", "cancel"],
    &["guest-consent-agree", "guest-consent-decline"],
    &["guest-done-change", "guest-done-take-back"],
    &["invited-accept", "invited-decline"],
    &["share-location", "place-list", "back", "cancel"],
];

#[test]
fn the_three_languages_have_the_same_messages_with_the_same_arguments() {
    let shape = |language| -> BTreeMap<&String, (&String, BTreeSet<&String>)> {
        catalogue(language).iter().map(|(id, message)| (id, (&message.file, message.arguments()))).collect()
    };
    let english = shape(Language::En);
    assert!(english.len() > 200, "the catalogue was not found");
    for language in [Language::Km, Language::Zh] {
        let other = shape(language);
        let ids: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        let differing: Vec<_> = ids.into_iter().filter(|id| english.get(*id) != other.get(*id)).collect();
        assert!(differing.is_empty(), "en and {} differ in {differing:?}", language.as_str());
    }
}

#[test]
fn every_message_reads_whole_and_fits_and_judges_nobody() {
    for_each_reading(|language, id, text| {
        let (shown, marks) = spans(text);
        let length = shown.encode_utf16().count();
        assert!(!shown.trim().is_empty() && length <= TEXT_MAX, "{id} has {length} code units");
        assert!(!shown.contains(['{', '}', '\u{fffd}']), "{id}: {shown}");
        assert_eq!(
            marks.len() * 2,
            text.matches(['⟦', '⟧', '⟪', '⟫']).count(),
            "{id} has a mark without its other half"
        );
        for verdict in ["illegal", "ខុសច្បាប់", "非法"] {
            assert!(!shown.to_lowercase().contains(verdict), "{id} says {verdict}");
        }
        assert!(language != Language::Km || !shown.contains('\u{200b}'), "{id} has a zero-width space");
    });
}

#[test]
fn what_telegram_limits_more_tightly_keeps_its_limit() {
    for_each_reading(|_, id, text| {
        for (_, least, most) in LIMITS.iter().filter(|(pattern, ..)| fits(pattern, id)) {
            let length = text.chars().count();
            assert!((*least..=*most).contains(&length), "{id} has {length} characters: {text}");
        }
    });
}

#[test]
fn buttons_that_stand_together_are_told_apart_when_typed() {
    for language in Language::ALL {
        for together in TOGETHER {
            let labels: Vec<String> = together.iter().map(|id| longest(language, &[id])).collect();
            let folded: BTreeSet<String> = labels.iter().map(|label| fold_label(label)).collect();
            assert!(folded.len() == labels.len() && !folded.contains(""), "{labels:?}");
            assert!(labels.iter().all(|label| (1..=LABEL_MAX).contains(&label.chars().count())), "{labels:?}");
        }
    }
}

#[test]
fn countries_and_months_are_told_apart_in_every_language() {
    for words in Language::ALL.map(Words::of) {
        let months: BTreeSet<String> = (1..=12).map(|month| words.month(2026, month)).collect();
        let days: BTreeSet<String> =
            (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2026, month, 1)).map(|day| words.day(day)).collect();
        assert_eq!((months.len(), days.len()), (12, 12), "{months:?} {days:?}");
        let mut countries = BTreeMap::new();
        for country in Country::all() {
            let name = words.country(country);
            let twin = countries.insert(fold_label(name), country);
            assert!(twin.is_none() && name.chars().count() <= LABEL_MAX, "{country:?} and {twin:?} are {name}");
        }
    }
}

#[test]
fn every_term_of_the_glossary_is_there_in_three_languages() {
    let glossary = fs::read_to_string(locales().join("glossary.md")).expect("the glossary");
    let rows = glossary.lines().filter(|line| line.starts_with("| ")).skip(1);
    let mut terms = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert!(cells.len() == 4 && cells[..3].iter().all(|cell| !cell.is_empty()), "{row}");
        terms += 1;
    }
    assert!(terms > 40, "the table was not found");
}

#[test]
fn every_screen_of_every_form_fits_with_the_longest_answers() {
    for language in Language::ALL {
        let words = Words::of(language);
        let today = NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day");
        let mut nationalities: Vec<Country> = Country::all().collect();
        nationalities.sort_by_key(|&country| std::cmp::Reverse(words.country(country).chars().count()));
        nationalities.truncate(8);
        for kind in PremisesKind::ALL {
            let own = |id: i64| OwnPremises { id: PremisesId(id), kind, name: format!("{id}{}", WIDE.repeat(79)) };
            let units = (0..6).map(|at| format!("{at}{}", WIDE.repeat(39))).collect();
            let facts = ArrivalFacts {
                today,
                premises: (1..=3).map(own).collect(),
                nationalities: nationalities.clone(),
                units,
            };
            draw_all(&arrival::FORM, Session::<ArrivalDraft>::default(), &facts, words);
            let by_guest = ArrivalDraft::filled_in_by_guest(ArrivalDraft::default(), PremisesId(1), GuestFormId(1));
            draw_all(&arrival::FORM, Session::starting_from(by_guest), &facts, words);
            draw_all(&arrival::GUEST, Session::<ArrivalDraft>::default(), &facts, words);
        }
        let roles = InvitationFacts { roles: Role::ALL.to_vec() };
        draw_all(&invitation::FORM, Session::<InvitationDraft>::default(), &roles, words);
        draw_all(&premises::FORM, Session::<PremisesDraft>::default(), &(), words);
        draw_all(&extension::FORM, Session::<ExtensionDraft>::default(), &ExtensionFacts { today }, words);
    }
}

/// Answers every question with its longest answer, then opens each again, with the longest remarks above.
fn draw_all<D: Clone, F>(form: &'static Form<D, F>, mut session: Session<D>, facts: &F, words: &Words) {
    let remark = longest(words.language(), &["date-*", "number-*", "name-*", "odd-*", "*-not-found", "too-long"]);
    let assert_fits = |session: &Session<D>| {
        for page in 0..4 {
            let session = Session { page, ..session.clone() };
            let screen = flow::draw(form, &session, facts, words).after(Some(&format!("{remark}\n\n{remark}")));
            let complaints = complaints_about(&screen);
            assert!(complaints.is_empty(), "{complaints:?}\n{screen:#?}");
        }
    };
    while let Some(question) = form.current(&session, facts) {
        assert_fits(&session);
        let typed = match question.id {
            "number" => format!("{}0", "W".repeat(19)),
            "birth" | "stay_until" | "arrived_on" | "leaves_on" => "30/9/2026".to_owned(),
            "name" if form.name == "arrival" => WIDE.repeat(120),
            "name" => WIDE.repeat(80),
            "street" => WIDE.repeat(120),
            "called" => WIDE.repeat(30),
            "capacity" => "20000".to_owned(),
            _ => String::new(),
        };
        let first = flow::draw(form, &session, facts, words).rows.swap_remove(0).swap_remove(0).act;
        let pressed = if question.id == "place" { format!("c:{}", furthest_area(words)) } else { first };
        let event =
            if typed.is_empty() || session.doubted.is_some() { Event::Act(&pressed) } else { Event::Typed(&typed) };
        let outcome = flow::step(form, &mut session, event, facts, words);
        assert_eq!(outcome, Outcome::Ask(None), "at {}", question.id);
    }
    assert_fits(&session);
    assert_fits(&Session { choosing_edit: true, ..session.clone() });
    for question in form.questions {
        assert_fits(&Session { reopened: Some(question.id.to_owned()), ..session.clone() });
    }
}

#[test]
fn ten_places_fit_in_one_list() {
    for language in Language::ALL {
        let place = longest(language, &["premises-line"]).replace(WIDE, "ក");
        let list = longest(language, &["premises-list"]) + &format!("\n\n{place}").repeat(10);
        assert!(list.encode_utf16().count() <= TEXT_MAX, "{} code units", list.encode_utf16().count());
    }
}

/// What keeps a screen from being shown and understood, by the limits of the Bot API and by our own.
pub(crate) fn complaints_about(screen: &Screen) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            complaints.push(what.to_owned());
        }
    };
    let (text, _) = spans(&screen.text);
    let length = text.encode_utf16().count();
    let most = if screen.picture.is_some() { CAPTION_MAX } else { TEXT_MAX };
    expect(!text.trim().is_empty(), "no text");
    expect(length <= most, &format!("a text of {length} code units"));
    expect(!screen.text.contains("{$") && !screen.text.contains("{ $"), "an argument is missing");
    expect(!screen.text.contains('\u{fffd}'), "a broken character");
    let buttons: Vec<_> = screen.rows.iter().flatten().collect();
    expect((1..=100).contains(&buttons.len()), "no button, or more than 100");
    expect(screen.rows.iter().all(|row| (1..=8).contains(&row.len())), "a row of none or more than 8 buttons");
    for (at, button) in buttons.iter().enumerate() {
        let length = button.label.chars().count();
        expect((1..=LABEL_MAX).contains(&length), &format!("the label `{}` of {length} characters", button.label));
        for other in &buttons[..at] {
            expect(button.act != other.act, &format!("two buttons for `{}`", button.act));
            let twins = fold_label(&button.label) == fold_label(&other.label);
            expect(!twins, &format!("typed, `{}` is `{}`", button.label, other.label));
        }
    }
    complaints
}

/// The area whose path is the longest to read.
fn furthest_area(words: &Words) -> AreaCode {
    static AREAS: OnceLock<[AreaCode; 3]> = OnceLock::new();
    let areas = AREAS.get_or_init(|| {
        Language::ALL.map(|language| {
            let length = |code| Words::of(language).area_path(code).encode_utf16().count();
            let all = Gazetteer::get().subtree(None).iter().map(|area| area.code);
            all.max_by_key(|&code| length(code)).expect("areas")
        })
    });
    areas[words.language() as usize]
}

/// Every message of every language, in each of its variants, with its longest arguments.
fn for_each_reading(check: impl Fn(Language, &str, &str)) {
    for language in Language::ALL {
        for (id, message) in catalogue(language) {
            for text in message.readings(&|name| longest_argument(language, name)) {
                check(language, id, &text);
            }
        }
    }
}

/// Whether a pattern names the message: by its id, or by how that begins or ends.
fn fits(pattern: &str, id: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => id.ends_with(end),
        (_, Some(beginning)) => id.starts_with(beginning),
        (None, None) => id == pattern,
    }
}

/// The longest reading of the messages that one of the patterns names.
fn longest(language: Language, patterns: &[&str]) -> String {
    let named = catalogue(language).iter().filter(|(id, _)| patterns.iter().any(|pattern| fits(pattern, id)));
    let readings = named.flat_map(|(_, message)| message.readings(&|name| longest_argument(language, name)));
    readings.max_by_key(|text| text.encode_utf16().count()).unwrap_or_else(|| panic!("no message {patterns:?}"))
}

/// The longest text that the program gives to arguments of this name, in any message.
fn longest_argument(language: Language, name: &str) -> String {
    let words = Words::of(language);
    let of = |patterns: &[&str]| longest(language, patterns);
    match name {
        "name" | "guest" | "officer" | "officers" | "first" | "second" | "before" | "after" | "value" => {
            WIDE.repeat(130)
        }
        "premises" => WIDE.repeat(80),
        "unit" => WIDE.repeat(120),
        "address" => format!("{}, {}", WIDE.repeat(120), words.area_path(furthest_area(words))),
        "place" | "within" => words.area_path(furthest_area(words)),
        "answer" => WIDE.repeat(200),
        "nationality" => {
            Country::all().map(|it| words.country(it)).max_by_key(|it| it.len()).unwrap_or_default().to_owned()
        }
        "list" => of(&["stays-present", "stays-past"]),
        "topic" => of(&["topic-*"]),
        "told" => WIDE.repeat(1_500),
        "answers" => format!("{}\n{}", of(&["case-answer-possible"]), WIDE.repeat(160)),
        "summary" => of(&["summary-line"]).repeat(3),
        "signals" => [of(&["signal-child-alone"]), of(&["signal-crowded"]), of(&["signal-many-overstays"])].join("\n"),
        "languages" => "km, en, zh, vi, th".to_owned(),
        "rule" => of(&["rule-*"]),
        "kind" => of(&["kind-*"]),
        "document" => format!("{} {}", of(&["document-*"]), "W".repeat(20)),
        "visa" => of(&["visa-*", "not-known"]),
        "sex" => of(&["sex-*", "not-known"]),
        "source" => of(&["source-*", "not-known"]),
        "work" => of(&["work-with-permit", "work-without-permit", "work-permit-not-seen", "work-not-here"]),
        "labour" => of(&["work-permit-until"]),
        "permit" => format!("\n{}", of(&["work-line"])),
        "lacking" => of(&["permits-missing", "permits-not-seen", "permits-ran-out", "permits-runs-out"]),
        "fact" => of(&["fact-*"]),
        "state" => of(&["state-*", "case-kept", "case-releasing"]),
        "timeliness" => format!("{}\n{}", of(&["receipt-on-time", "receipt-late"]), of(&["receipt-corrected"])),
        "given" => of(&["privacy-given", "privacy-not-given"]),
        "what" => of(&[
            "number-too-*",
            "number-no-digit",
            "number-strange",
            "name-no-letters",
            "name-too-long",
            "name-strange",
        ]),
        // Whatever ends so but for `wrong-with-example`, which is said around one.
        "example" => of(&[
            "*-name-example",
            "*-number-example",
            "*-unit-example",
            "place-example",
            "street-example",
            "capacity-example",
        ]),
        "label" | "field" => of(&["*-label"]),
        "why" => [of(&["wrong-name*"]), of(&["wrong-country*"]), of(&["doubt-*"])].join("; "),
        "header" => WIDE.repeat(160),
        "examples" => WIDE.repeat(124),
        "date" | "arrived" | "birth" | "stay_until" | "deadline" | "moment" | "reported" | "today" | "earliest"
        | "latest" | "until" => {
            let september = NaiveDate::from_ymd_opt(2026, 9, 30).and_then(|day| day.and_hms_opt(16, 59, 0));
            words.moment(september.expect("a moment").and_utc())
        }
        "number" | "document_number" | "report" | "code" | "reference" | "chat" | "user" | "version" => "W".repeat(20),
        "day" | "month" | "year" | "time" | "hours" | "days" | "length" | "longest" | "step" | "of" | "from" | "to"
        | "count" | "memberships" | "months" | "receipts" | "reports" | "arrivals" | "late" | "departures"
        | "changes" | "alerts" | "many" | "done" | "all" | "row" => words.digits("0000000000"),
        "character" => WIDE.to_owned(),
        "history" | "trail" => format!("\n\n{}\n{}", of(&["history", "trail"]), WIDE.repeat(460)),
        "guests" => WIDE.repeat(1510),
        // Those of one receipt.
        "listed" => WIDE.repeat(1310),
        "more" => format!("\n{}\n{}", of(&["more-corrected"]), of(&["more-left"])),
        "by" | "member" => of(&["called-as"]),
        "called" | "room" | "typed" => WIDE.repeat(40),
        "role" => of(&["role-*"]),
        "link" => format!("https://t.me/{}?start=m_{}", "w".repeat(32), "W".repeat(22)),
        "cause" => of(&["cause-*"]),
        "reason" => of(&["reason-*"]),
        "duty" => of(&["duty-*"]),
        "leaves" => of(&["stay-leaves", "stay-departed"]),
        // Up to eight places, each with its name and its area.
        "silent" => {
            let line = format!("{} {} {}", WIDE.repeat(90), words.area_path(furthest_area(words)), WIDE.repeat(20));
            format!("\n\n{}{}", WIDE.repeat(90), format!("\n{line}").repeat(8))
        }
        other => panic!("say here how long `${other}` can get"),
    }
}

/// Every file of Rust source below a folder, as one text.
fn source(folder: &std::path::Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&source(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}

#[test]
fn every_message_is_said_somewhere() {
    let source = source(std::path::Path::new("src"));
    let mut unsaid = Vec::new();
    for file in std::fs::read_dir("locales/en").unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let Some((key, _)) = line.split_once(" =") else { continue };
            let function = format!("msg_{}(", key.replace('-', "_"));
            if !source.contains(&function) {
                unsaid.push(key.to_owned());
            }
        }
    }
    assert_eq!(unsaid, Vec::<String>::new());
}
