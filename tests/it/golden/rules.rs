//! What must hold for every script, whatever it shows.

use std::collections::HashSet;

use snaknov::{
    domain::{
        document::{DocumentKind, VisaClass},
        duty::Duty,
        id::{ChatId, UserId},
        person::Sex,
        premises::PremisesKind,
    },
    text::{Language, Words},
};

use super::{
    SCRIPTS,
    play::{Play, Rewrite},
    script::{Direction, Script},
    world::{Person, Seen},
};

#[tokio::test]
async fn a_common_report_takes_at_most_eight_presses_and_three_typed_messages() {
    let play = Play::of(&Script::read("a_common_report")).await;
    let counted: Vec<(usize, usize)> = play.shown().iter().flatten().filter_map(|line| counted(line)).collect();
    assert_eq!(counted.len(), 2, "a report, and another one after it");
    for (presses, messages) in counted {
        assert!(presses <= 8 && messages <= 4 && presses + messages <= 11, "{presses} presses, {messages} messages");
    }
    let first = counted_first(&play);
    assert!(first.0 <= 8 && first.1 <= 3, "{first:?}");
}

#[tokio::test]
async fn the_next_guest_of_a_group_takes_at_most_four_presses_besides_what_the_document_says() {
    let play = Play::of(&Script::read("desk_in_khmer_and_chinese")).await;
    let (presses, messages) = counted_first(&play);
    assert!(presses <= 4 && messages <= 2, "{presses} presses, {messages} messages");
}

fn counted_first(play: &Play) -> (usize, usize) {
    play.shown().iter().flatten().find_map(|line| counted(line)).expect("something was counted")
}

fn counted(line: &str) -> Option<(usize, usize)> {
    let (presses, messages) = line.trim().strip_suffix(" messages")?.split_once(" presses, ")?;
    Some((presses.parse().ok()?, messages.parse().ok()?))
}

/// The alerts of a play: rule, day, state and unit of each.
async fn alerts(play: &Play) -> Vec<Vec<String>> {
    let alerts =
        "select a.rule, a.raised_on, a.state, coalesce(u.name, '') from alert a left join unit u using (unit_id)
                  order by a.alert_id";
    play.world.rows(alerts).await
}

/// How many reports there are, so that plays which broke off are not taken for equal.
async fn reports(play: &Play) -> Vec<Vec<String>> {
    play.world.rows("select cast(count(*) as text) from report").await
}

/// Whether the chat shows a question, in whichever language.
fn asks(shown: &str, question: fn(&Words) -> String) -> bool {
    Language::ALL.iter().any(|&language| shown.contains(&format!("⟦{}⟧", question(Words::of(language)))))
}

/// A button or a command that leads elsewhere.
fn leads_elsewhere(said: &str) -> bool {
    said.starts_with(['←', '✕', '/', '☰']) || said.ends_with('→')
}

fn from_iceland(shown: &str, said: &str) -> Option<Vec<String>> {
    let asked = asks(shown, |words| words.msg_arrival_nationality_ask());
    (asked && !leads_elsewhere(said)).then(|| vec!["ISL".to_owned()])
}

fn with_a_khmer_name(shown: &str, said: &str) -> Option<Vec<String>> {
    let name = "សុខ សុវណ្ណ".to_owned();
    let yes = || {
        let language = Language::ALL.into_iter().find(|&language| {
            let words = Words::of(language);
            shown.contains(&words.msg_arrival_number_ask()) || shown.contains(&words.msg_arrival_name_ask())
        });
        Words::of(language.expect("one of the languages asks")).msg_yes_right()
    };
    let number = said.split_whitespace().find(|word| word.chars().any(|c| c.is_ascii_digit()));
    if asks(shown, |words| words.msg_arrival_name_ask()) && !leads_elsewhere(said) && number.is_none() {
        return Some(vec![name, yes()]);
    }
    if asks(shown, |words| words.msg_arrival_number_ask())
        && let Some(number) = number
        && said.split_whitespace().any(|word| word.chars().all(char::is_alphabetic))
    {
        return Some(vec![format!("{number} {name}"), name.clone(), yes()]);
    }
    None
}

#[tokio::test]
async fn another_nationality_or_a_name_in_another_script_raises_the_same_alerts() {
    for name in SCRIPTS {
        let script = Script::read(name);
        // Nobody types what a picture shows, and reading pictures takes long.
        if script.directions().any(|direction| direction.text.contains(".jpg")) {
            continue;
        }
        let as_written = Play::of_some(&script, None, |_| true).await;
        let told = (alerts(&as_written).await, reports(&as_written).await);
        for rewrite in [from_iceland as Rewrite, with_a_khmer_name] {
            let play = Play::of_some(&script, Some(rewrite), |_| true).await;
            assert_eq!((alerts(&play).await, reports(&play).await), told, "{name}");
        }
    }
}

/// What the reporters of a script see.
fn seen_by_reporters(script: &Script, play: &Play) -> Vec<Seen> {
    let reporters: HashSet<&str> = named(script, "person");
    let seen = play.scenes.iter().flatten().filter(|seen| reporters.contains(seen.by.as_str()));
    seen.map(|seen| Seen { by: seen.by.clone(), lines: seen.lines.iter().map(|line| unacknowledged(line)).collect() })
        .collect()
}

/// That a unit has seen a report, and that alone, is for the reporter to see.
fn unacknowledged(line: &str) -> String {
    Language::ALL
        .map(Words::of)
        .into_iter()
        .fold(line.to_owned(), |line, words| line.replace(&words.duty(Duty::Acknowledged), &words.duty(Duty::Sent)))
}

fn named<'a>(script: &'a Script, what: &str) -> HashSet<&'a str> {
    let second = |text: &'a str| text.split_whitespace().nth(1);
    script
        .directions()
        .filter(|direction| direction.text.split_whitespace().next() == Some(what))
        .filter_map(|direction| second(&direction.text))
        .collect()
}

#[tokio::test]
async fn what_a_reporter_sees_does_not_depend_on_units_officers_or_what_they_do() {
    // Whoever told a concern may want an answer, which comes from the desk: see `blind` for all that does not.
    for name in SCRIPTS.iter().filter(|name| !name.starts_with("concern_in_chinese")) {
        let script = Script::read(name);
        let mut police = named(&script, "unit");
        police.extend(named(&script, "officer"));
        police.extend(["unit", "officer"]);
        let is_police = |text: &str| text.split([' ', '>']).any(|word| police.contains(word));
        let with = Play::of_some(&script, None, |_| true).await;
        let without = Play::of_some(&script, None, |text| !is_police(text)).await;
        // Strangers in the group speak to the police's buttons, not to the bot as reporters do.
        let answers = |seen: &Seen| {
            !seen.lines.first().is_some_and(|line| line.starts_with("bot answers") && line.ends_with("in a box:"))
        };
        let told: Vec<Seen> = seen_by_reporters(&script, &with).into_iter().filter(answers).collect();
        assert_eq!(told, seen_by_reporters(&script, &without), "{name}");
    }
}

/// One person's report of a document and a date, in the words of a language.
struct Situation {
    document: DocumentKind,
    visa: Option<VisaClass>,
    until: Option<&'static str>,
    birth: &'static str,
}

const SITUATIONS: [Situation; 8] = [
    Situation {
        document: DocumentKind::Passport,
        visa: Some(VisaClass::T),
        until: Some("1/11/2026"),
        birth: "1/2/1980",
    },
    Situation {
        document: DocumentKind::Passport,
        visa: Some(VisaClass::Eb),
        until: Some("1/12/2027"),
        birth: "1/2/1980",
    },
    Situation {
        document: DocumentKind::Passport,
        visa: Some(VisaClass::T),
        until: Some("1/11/2026"),
        birth: "1/2/2015",
    },
    Situation { document: DocumentKind::ResidenceCard, visa: None, until: Some("1/11/2026"), birth: "1/2/1980" },
    Situation { document: DocumentKind::Other, visa: Some(VisaClass::None), until: None, birth: "1/2/1980" },
    Situation { document: DocumentKind::None, visa: None, until: None, birth: "1/2/1980" },
    Situation { document: DocumentKind::NotShown, visa: None, until: None, birth: "1/2/1980" },
    Situation { document: DocumentKind::Passport, visa: Some(VisaClass::A), until: None, birth: "1/2/1980" },
];

/// A play in which somebody has registered a place, in a language.
async fn registered_in(language: Language) -> Play {
    let words = Words::of(language);
    let mut play = Play::new(None);
    play.world.keep_open().await;
    let direction = |text: &str| Direction { number: 0, text: text.to_owned() };
    for text in ["at 2026-11-22 10:00", "unit post post -5001 km 120101 Post", "unit site post -5002 km 1801 Site"] {
        play.direct(&direction(text)).await;
    }
    play.world.people.insert("one".into(), Person { user: UserId(1), client_language: None });
    let mut lines = vec!["/start".to_owned(), Words::language_name(language).to_owned(), words.msg_home_add_premises()];
    lines.push(words.msg_consent_agree());
    lines.push(words.premises_kind(PremisesKind::Rental));
    lines.extend(["Rooms", "120101"].map(str::to_owned));
    play_lines(&mut play, lines).await;
    play.direct(&direction(match language {
        Language::Km => "one presses ទន្លេបាសាក់",
        Language::En | Language::Zh => "one presses Tonle Basak",
    }))
    .await;
    play_lines(&mut play, vec![words.msg_skip(), words.msg_skip(), words.msg_premises_save()]).await;
    play
}

async fn reported_in(language: Language) -> Vec<Vec<String>> {
    let mut play = registered_in(language).await;
    for (guest, situation) in SITUATIONS.iter().enumerate() {
        play_lines(&mut play, report(Words::of(language), situation, guest)).await;
    }
    alerts(&play).await
}

#[tokio::test]
async fn the_page_of_a_guest_who_is_forgotten_gives_way_to_the_menu() {
    let words = Words::of(Language::En);
    let mut play = registered_in(Language::En).await;
    play_lines(&mut play, report(words, &SITUATIONS[1], 0)).await;
    let to_the_page = ["/stays", "DOE JANE", "Left today", "/stays", "Earlier guests", "DOE JANE"];
    play_lines(&mut play, to_the_page.map(str::to_owned).to_vec()).await;
    let shown = |play: &Play| play.world.phones.newest(ChatId(1)).expect("something").message.text.clone();
    assert!(shown(&play).contains("DOE JANE") && shown(&play).contains("X1234560"), "{}", shown(&play));
    let later = chrono::NaiveDate::from_ymd_opt(2030, 1, 1).expect("a day");
    play.world.operate(async |tx, _| tx.forget_stays(later).await.map(drop)).await;
    play_lines(&mut play, vec![words.msg_stay_receipt()]).await;
    assert!(shown(&play).contains(&words.msg_home()), "{}", shown(&play));
}

/// Every button has a typed twin, so a whole report can be typed.
fn report(words: &Words, situation: &Situation, guest: usize) -> Vec<String> {
    let mut lines = vec!["/report".to_owned(), words.document_kind(situation.document)];
    if situation.document.was_seen() {
        lines.push(format!("X123456{guest} DOE JANE"));
    } else {
        lines.push("DOE JANE".into());
    }
    lines.extend([words.sex(Sex::Female), situation.birth.to_owned(), "FRA".to_owned()]);
    lines.extend(situation.visa.map(|visa| words.visa(visa)));
    if let Some(until) = situation.until {
        lines.push(until.to_owned());
        if until.ends_with("2026") {
            lines.push(words.msg_yes_right());
        }
    }
    lines.extend([words.msg_skip(), words.msg_today(), words.msg_skip(), words.msg_arrival_send()]);
    lines
}

async fn play_lines(play: &mut Play, lines: Vec<String>) {
    for line in lines {
        play.says("one", ChatId(1), &line).await;
    }
}

#[tokio::test]
async fn the_same_reports_in_each_language_raise_the_same_alerts() {
    let km = reported_in(Language::Km).await;
    let rules: Vec<&str> = km.iter().map(|alert| alert[0].as_str()).collect();
    assert_eq!(rules, ["overstay", "card_expired", "no_permission", "no_document", "no_document"]);
    assert_eq!(reported_in(Language::En).await, km);
    assert_eq!(reported_in(Language::Zh).await, km);
}
