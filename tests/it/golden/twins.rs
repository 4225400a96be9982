//! Pairs of histories, with and without somebody else's reports of the same people: who reported them first sees the
//! same, to the letter and to the minute.

use chrono::{DateTime, Utc};

use super::{play::Play, script::Direction};

/// The other reporter and the police, in the first history of a pair alone.
const OTHERS: [&str; 3] = ["bob", "dara", "vanna"];

const BEGINNING: &str = "at 2026-11-22 10:00
unit post post -5001 km 120101 Post
unit far post -5002 km 120111 Far
unit city province -5003 en 12 City
officer dara 2001 of post until 2028-12-31 Dara
officer vanna 2002 of far until 2028-12-31 Vanna
person ann 1001 en
person bob 1002 en
ann> /start
ann presses English
ann presses Report an arrival
ann presses I agree
ann presses KIND
ann> Ann's
ann> 120101
ann presses Tonle Basak
ann presses Skip
ann presses Skip
ann presses Skip
ann> 10
ann presses Save this place
ann> /cancel
bob> /start
bob presses English
bob presses Report an arrival
bob presses I agree
bob presses Hotel
bob> Bob's
bob> 120111
bob presses Boeng Trabaek
bob presses Skip
bob presses Skip
bob> 40
bob presses Save this place
bob> /cancel";

/// A report of the guest of that number, by whom and until when, leaving when.
fn report(who: &str, guest: usize, until: &str, leaves: &str) -> String {
    format!(
        "{who}> /report
{who} presses Passport
{who}> N000000{guest} DOE JOHN
{who} presses M · Male
{who}> 7/3/1985
{who} presses China
{who} presses EB work
{who}> {until}
{who} presses Yes
{who}> {guest}
{who} presses Today
{who}> {leaves}
{who} presses Works here, has a work permit
{who} presses Skip
{who} presses Send the report
{who} presses Send anyway
{who}> /cancel"
    )
}

/// What the first reporter saw, and when; and how often the same document was found at two places. Numbers are called by
/// the order in which this person saw them.
async fn seen_by_ann(history: &str, with_others: bool) -> (Vec<(DateTime<Utc>, Vec<String>)>, usize) {
    let mut play = Play::new(None);
    play.world.keep_open().await;
    let (mut seen, mut numbers) = (Vec::new(), Vec::new());
    for text in history.lines() {
        let others = text.split([' ', '>']).any(|word| OTHERS.contains(&word)) && !text.starts_with("person");
        if others && !with_others && !text.starts_with("officer") {
            continue;
        }
        play.direct(&Direction { number: 0, text: text.to_owned() }).await;
        for shown in play.scenes.last().into_iter().flatten().filter(|shown| shown.by == "ann") {
            let lines = shown.lines.iter().map(|line| renumbered(line, &mut numbers)).collect();
            seen.push((play.world.now, lines));
        }
    }
    let links = play.world.rows("select cast(count(*) as text) from link").await;
    (seen, links[0][0].parse().expect("a number"))
}

fn renumbered(line: &str, numbers: &mut Vec<String>) -> String {
    let mut parts: Vec<String> = line.split('`').map(str::to_owned).collect();
    for number in parts.iter_mut().skip(1).step_by(2) {
        if number.starts_with("R-") || number.starts_with("code-") {
            let at = numbers.iter().position(|seen| seen == number).unwrap_or_else(|| {
                numbers.push(number.clone());
                numbers.len() - 1
            });
            *number = format!("number {at}");
        }
    }
    parts.join("`")
}

/// How often the same document was found at two places in the first of the two.
async fn assert_twins(history: &str) -> usize {
    let (with, links) = seen_by_ann(history, true).await;
    let (without, none) = seen_by_ann(history, false).await;
    assert!(with.len() > 20 && none == 0, "the first reporter saw too little");
    for (at, pair) in with.iter().zip(&without).enumerate() {
        assert_eq!(pair.0, pair.1, "message {at} of\n{history}");
    }
    assert_eq!(with.len(), without.len(), "\n{history}");
    links
}

#[tokio::test]
async fn who_reported_somebody_first_learns_nothing_of_a_report_elsewhere() {
    let beginning = |kind: &str| BEGINNING.replace("KIND", kind);
    let days = |days: &str| days.split(' ').fold(String::new(), |lines, day| format!("{lines}\nat {day} 18:00"));
    // A guest who stays on; one whose departure is planned; one whose date runs out; a site that is called on Mondays.
    let stories = [
        ("House", "5/10/2027", "Skip", days("2026-12-22 2027-01-21 2027-02-20")),
        ("Hotel", "5/10/2027", "25/11/2026", days("2026-11-25 2026-12-06 2026-12-20")),
        ("Hotel", "1/12/2026", "Skip", days("2026-11-30 2026-12-02 2026-12-05 2026-12-09")),
        ("Construction", "5/10/2027", "Skip", days("2026-11-23 2026-11-30 2027-01-10")),
    ];
    for (kind, until, leaves, later) in stories {
        let (first, second) = (report("ann", 1, until, leaves), report("bob", 1, until, leaves));
        let left = "bob> /stays\nbob presses DOE\nbob presses Left today";
        let history = format!("{}\n{first}\n+1h\n{second}{later}\n{left}\n+40d\nann> /stays", beginning(kind));
        assert_eq!(assert_twins(&history).await, 1);
    }
}

/// A fixed sequence of numbers that looks like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % many
    }

    fn of(&mut self, choices: &[&str]) -> String {
        choices[self.below(choices.len())].to_owned()
    }
}

fn history_by_chance(chance: &mut Chance) -> String {
    let mut lines = vec![BEGINNING.replace("KIND", &chance.of(&["House", "Hotel", "Construction", "Company"]))];
    let untils = ["30/11/2026", "20/12/2026", "5/10/2027"];
    let leaves = ["Skip", "24/11/2026", "3/12/2026"];
    for guest in 1..=2 {
        lines.push(report("ann", guest, &chance.of(&untils), &chance.of(&leaves)));
    }
    for _ in 0..8 {
        lines.push(match chance.below(6) {
            0 | 1 => report("bob", chance.below(2) + 1, &chance.of(&untils), &chance.of(&leaves)),
            2 => chance.of(&["bob> /stays\nbob presses DOE\nbob presses Left today", "bob presses Left today"]),
            3 => chance.of(&[
                "ann presses Staying longer\nann> /cancel",
                "ann presses Left today",
                "ann presses No more",
            ]),
            4 => chance.of(&[
                "ann> /stays",
                "ann presses All are here",
                "ann presses Still here",
                "ann presses Nobody new",
            ]),
            _ => "dara presses ទទួលដំណឹង in post\nvanna presses បានឃើញ in far".to_owned(),
        });
        lines.push(chance.of(&["+6h", "+1d", "+2d", "+7d", "+13h", "+14d"]));
    }
    lines.join("\n")
}

#[tokio::test]
async fn nor_does_it_in_histories_made_by_chance() {
    let mut links = 0;
    for seed in 0..8 {
        links += assert_twins(&history_by_chance(&mut Chance(seed))).await;
    }
    assert!(links > 4, "the same people were hardly ever reported elsewhere");
}
