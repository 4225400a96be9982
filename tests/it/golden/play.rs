//! Plays a script: each direction is taken to the world, and what people see is written beneath it.

use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Asia::Phnom_Penh;
use snaknov::{
    chat::{OddKind, Pressed, SentFile, What},
    clock,
    domain::{
        area::AreaCode,
        id::{ChatId, PremisesId, UserId},
        language::Language,
        member::Role,
        unit::UnitLevel,
    },
    store::NewUnit,
};

use super::{
    script::{Direction, Script},
    world::{Person, Seen, World},
};

/// The bot's name in Telegram.
const BOT: &str = "snaknov_test_bot";

/// What a person types in the place of what the script says, given what the chat shows and what would be typed or
/// pressed; the messages are sent one after the other.
pub(crate) type Rewrite = fn(shown: &str, said: &str) -> Option<Vec<String>>;

/// A play: the script's world and what came of each direction.
pub(crate) struct Play {
    pub(crate) world: World,
    pub(crate) scenes: Vec<Vec<Seen>>,
    presses: usize,
    messages: usize,
    /// Albums that were sent.
    albums: usize,
    rewrite: Option<Rewrite>,
}

impl Play {
    /// A play that has not begun.
    pub(crate) fn new(rewrite: Option<Rewrite>) -> Self {
        Self { world: World::new(), scenes: Vec::new(), presses: 0, messages: 0, albums: 0, rewrite }
    }

    /// Plays a whole script, the database closed and opened between any two turns.
    pub(crate) async fn of(script: &Script) -> Self {
        let mut play = Self::new(None);
        for direction in script.directions() {
            play.direct(direction).await;
        }
        play
    }

    /// Plays the directions that are chosen, to be compared with other plays.
    pub(crate) async fn of_some(script: &Script, rewrite: Option<Rewrite>, chosen: impl Fn(&str) -> bool) -> Self {
        let mut play = Self::new(rewrite);
        play.world.keep_open().await;
        for direction in script.directions().filter(|direction| chosen(&direction.text)) {
            play.direct(direction).await;
        }
        play
    }

    /// What was shown after each direction, as lines.
    pub(crate) fn shown(&self) -> Vec<Vec<String>> {
        self.scenes.iter().map(|scene| scene.iter().flat_map(|seen| seen.lines.clone()).collect()).collect()
    }

    /// Takes one direction.
    pub(crate) async fn direct(&mut self, direction: &Direction) {
        let text = direction.text.as_str();
        let done =
            self.time(text).await || self.cast(text).await || self.group_event(text).await || self.person(text).await;
        assert!(done, "line {}: what does `{text}` mean?", direction.number);
        let scene = std::mem::take(&mut self.world.seen);
        self.scenes.push(scene);
    }

    async fn time(&mut self, text: &str) -> bool {
        let day = clock::day_of(self.world.now);
        let to = if let Some(at) = text.strip_prefix("at ") {
            moment(at)
        } else if let Some(time) = text.strip_prefix("next day ") {
            moment(&format!("{} {time}", day + Days::new(1)))
        } else if let Some(span) = text.strip_prefix('+') {
            let (number, unit) = span.split_at(span.len() - 1);
            let number: i64 = number.parse().expect("+2h, +30m or +3d");
            self.world.now
                + match unit {
                    "m" => TimeDelta::minutes(number),
                    "h" => TimeDelta::hours(number),
                    _ => TimeDelta::days(number),
                }
        } else {
            return false;
        };
        let is_beginning = self.world.now == DateTime::UNIX_EPOCH;
        self.world.now = to;
        if is_beginning {
            self.world.operate(async |tx, context| tx.set_bot_username(BOT, context.now).await).await;
        } else {
            self.world.sweep().await;
        }
        true
    }

    /// Who is there, and what the operator does.
    async fn cast(&mut self, text: &str) -> bool {
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            ["person" | "operator", name, user, rest @ ..] => {
                let user = UserId(user.parse().expect("a user's number"));
                let client_language = rest.first().map(|&tag| tag.to_owned());
                self.world.people.insert((*name).to_owned(), Person { user, client_language });
                if words[0] == "operator" {
                    self.world.operator = Some(ChatId::private(user));
                }
            }
            ["group", name, chat] => {
                self.world.groups.insert((*name).to_owned(), ChatId(chat.parse().expect("a group's number")));
            }
            ["unit", name, level, chat, language, areas, title @ ..] => {
                let chat = ChatId(chat.parse().expect("a group's number"));
                self.world.groups.insert((*name).to_owned(), chat);
                let areas = areas.split(',').filter(|&area| area != "all");
                let unit = NewUnit {
                    name: title.join(" "),
                    level: UnitLevel::named(level).expect("post, district, province or national"),
                    language: Language::named(language).expect("km, en or zh"),
                    chat,
                    topic: None,
                    areas: areas.map(|area| AreaCode::try_from(area).expect("an area's code")).collect(),
                };
                self.world.operate(async |tx, context| tx.add_unit(&unit, context.now).await.map(drop)).await;
                self.world.sweep().await;
            }
            ["officer", name, user, "of", group, "until", until, title @ ..] => {
                let user = UserId(user.parse().expect("a user's number"));
                self.world.people.insert((*name).to_owned(), Person { user, client_language: Some("km".into()) });
                let (chat, title) = (self.world.groups[*group], title.join(" "));
                let until: NaiveDate = until.parse().expect("a day");
                self.world
                    .operate(async |tx, context| {
                        let units = tx.units().await?;
                        let unit = units.iter().find(|unit| unit.chat == chat).expect("the unit is enrolled");
                        tx.add_officer(unit.id, user, &title, until, context.now).await.map(drop)
                    })
                    .await;
            }
            ["member", name, role, "of", place @ ..] => {
                let (user, place) = (self.world.people[*name].user, place.join(" "));
                let role = Role::named(role).expect("owner, manager, clerk or guard");
                let places = self.world.rows("select cast(premises_id as text), name from premises").await;
                let found = places.iter().find(|row| row[1] == place).expect("the place is there");
                let id = PremisesId(found[0].parse().expect("a number"));
                self.world
                    .operate(async |tx, context| {
                        let reporter = tx.reporter(user).await?.expect("the person has chosen a language");
                        tx.add_member(id, reporter.id, role, Some(name), context.now).await
                    })
                    .await;
            }
            ["the", "bot", "forgets", "its", "name"] => {
                self.world.operate(async |tx, context| tx.set_bot_username("", context.now).await).await;
            }
            ["the", "bot", "learns", "its", "name"] => {
                self.world.operate(async |tx, context| tx.set_bot_username(BOT, context.now).await).await;
            }
            ["member", name, role, called, "of", place @ ..] => {
                let (user, place) = (self.world.people[*name].user, place.join(" "));
                let places = self.world.rows("select cast(premises_id as text), name from premises").await;
                let row = places.iter().find(|row| row[1] == place).expect("the place is registered");
                let premises = PremisesId(row[0].parse().expect("a number"));
                let role = Role::named(role).expect("owner, manager, clerk or guard");
                self.world
                    .operate(async |tx, context| {
                        let reporter = tx.reporter(user).await?.expect("a language was chosen");
                        tx.add_member(premises, reporter.id, role, Some(called), context.now).await
                    })
                    .await;
            }
            ["bot", "restarts"] => self.world.restart().await,
            ["power", "fails", "after", "the", "next", "turn"] => self.world.power_fails = true,
            ["files", "wait"] => self.world.reads_later = true,
            ["files", "are", "read"] => {
                self.world.reads_later = false;
                self.world.restart().await;
            }
            ["count", "from", "here"] => (self.presses, self.messages) = (0, 0),
            ["count", "to", "here"] => {
                let counted = format!("  {} presses, {} messages", self.presses, self.messages);
                self.world.saw("nobody", &[counted]);
            }
            ["register"] => self.register().await,
            ["chat", "of", name] => {
                let chat = self.private(name);
                let standing = self.world.phones.standing(chat);
                self.world.saw("nobody", &standing);
            }
            _ => return false,
        }
        true
    }

    async fn register(&mut self) {
        let counts = self.world.rows(
            "select cast((select count(*) from report) as text), cast((select count(*) from stay where departed_on is null) as text)",
        );
        let counts = counts.await;
        let alerts = self.world.rows(
            "select a.rule, a.state, coalesce(u.name, 'no unit') from alert a left join unit u using (unit_id) order by a.alert_id",
        );
        let mut lines = vec![format!("  {} reports, {} open stays", counts[0][0], counts[0][1])];
        lines.extend(alerts.await.into_iter().map(|row| format!("  alert: {}", row.join(", "))));
        self.world.saw("nobody", &lines);
    }

    /// What happens to a group.
    async fn group_event(&mut self, text: &str) -> bool {
        let words: Vec<&str> = text.split_whitespace().collect();
        let Some(&chat) = words.first().and_then(|name| self.world.groups.get(*name)) else { return false };
        let somebody = self.world.people.keys().next().expect("somebody is there").clone();
        let what = match words[1..] {
            ["removes", "the", "bot"] => {
                self.world.gone.insert(chat);
                What::Left
            }
            ["takes", "the", "bot", "back"] => {
                self.world.gone.remove(&chat);
                What::Joined
            }
            ["becomes", to, ref unnoticed @ ..] => {
                let to = ChatId(to.parse().expect("a group's number"));
                self.world.groups.insert(words[0].to_owned(), to);
                self.world.former.push((to, chat));
                if !unnoticed.is_empty() {
                    self.world.moved.insert(chat, to);
                    return true;
                }
                What::Migrated(to)
            }
            ["vanishes", "unnoticed"] => return self.world.gone.insert(chat),
            _ => return false,
        };
        self.world.happen(&somebody, chat, what).await;
        true
    }

    /// What a person does.
    async fn person(&mut self, text: &str) -> bool {
        if let Some((who, said)) = text.split_once('>').filter(|(who, _)| self.world.people.contains_key(*who)) {
            let chat = self.private(who);
            self.says(who, chat, said.trim_start()).await;
            return true;
        }
        let Some((who, what)) = text.split_once(' ').filter(|(who, _)| self.world.people.contains_key(*who)) else {
            return false;
        };
        let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
        let chat = self.private(who);
        match verb {
            "presses" => self.presses(who, rest).await,
            "copies" => {
                let (label, whose) = rest.rsplit_once(" from ").expect("LABEL from WHOM");
                let there = self.world.groups.get(whose).copied().unwrap_or_else(|| self.private(whose));
                let phones = &self.world.phones;
                let found = phones
                    .button(there, label, "")
                    .or_else(|| phones.old_button(there, label))
                    .expect("a button to copy");
                self.press(who, chat, None, found.key.data, true).await;
            }
            "forges" => self.press(who, chat, None, rest.to_owned(), true).await,
            "says" => {
                // says in GROUP: TEXT
                let (group, said) =
                    rest.strip_prefix("in ").and_then(|rest| rest.split_once(": ")).expect("says in GROUP: TEXT");
                let group = self.world.groups[group];
                self.says(who, group, said).await;
            }
            "opens" => {
                // opens link-1, or what a link carries as it stands
                let payload = self.world.numbers.link(rest).unwrap_or(rest).to_owned();
                self.types(who, chat, format!("/start {payload}")).await;
            }
            "shares" => {
                let (latitude, longitude) = rest.split_once(' ').expect("two numbers");
                let (latitude, longitude) = (latitude.parse().expect("degrees"), longitude.parse().expect("degrees"));
                self.world.phones.sent(chat, "(a location)");
                self.world.happen(who, chat, What::Location { latitude, longitude }).await;
            }
            "sends" => {
                // sends in GROUP: WHAT
                let in_group = rest.strip_prefix("in ").and_then(|rest| rest.split_once(": "));
                let (chat, rest) = in_group.map_or((chat, rest), |(group, rest)| (self.world.groups[group], rest));
                if !self.sends_files(who, chat, rest).await {
                    self.world.phones.sent(chat, &format!("({rest})"));
                    self.world.happen(who, chat, What::Odd(odd(rest))).await;
                }
            }
            "blocks" => self.world.happen(who, chat, What::Left).await,
            "unblocks" => self.world.happen(who, chat, What::Joined).await,
            _ => return false,
        }
        true
    }

    /// `sends a photo`, `sends a file`, `sends passport-1.jpg`, `sends guests.csv: LINE\nLINE`, and `sends the album passport-1.jpg
    /// passport-2.jpg`; a late sibling with `sends of the album passport-3.jpg`. Pictures are those of `data/specimens`, other
    /// files those of `tests/tables/sent`.
    async fn sends_files(&mut self, who: &str, chat: ChatId, rest: &str) -> bool {
        if let Some(names) = rest.strip_prefix("the album ") {
            self.albums += 1;
            for name in names.split(' ') {
                self.sends_file(who, chat, name, None, true).await;
            }
            return true;
        }
        match (rest, rest.split_once(": ")) {
            ("a photo", _) => {
                self.sends_file(who, chat, "photo.jpg", Some(b"\xff\xd8\xff and no more".to_vec()), false).await;
            }
            ("a file", _) => self.sends_file(who, chat, "notes.bin", Some(b"\0\x01\x02\x03".to_vec()), false).await,
            (_, Some((name, lines))) if name.contains(".csv") => {
                let bytes = lines.replace("\\n", "\n").into_bytes();
                self.sends_file(who, chat, name, Some(bytes), false).await;
            }
            _ => match rest.strip_prefix("of the album ") {
                Some(name) => self.sends_file(who, chat, name, None, true).await,
                None if rest.contains('.') => self.sends_file(who, chat, rest, None, false).await,
                None => return false,
            },
        }
        true
    }

    async fn sends_file(&mut self, who: &str, chat: ChatId, name: &str, bytes: Option<Vec<u8>>, in_album: bool) {
        let is_picture = [".jpg", ".png", ".webp", ".heic", ".pdf"].iter().any(|ending| name.ends_with(ending));
        let bytes = bytes.unwrap_or_else(|| {
            let folder = if is_picture { "data/specimens" } else { "tests/tables/sent" };
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name);
            std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        });
        let message = self.world.phones.sent(chat, &format!("({name})"));
        let file = self.world.keep_file(bytes);
        let album = in_album.then(|| self.albums.to_string());
        let sent = SentFile { message, file, size: None, is_picture, album };
        self.world.happen(who, chat, What::File(sent)).await;
    }

    fn private(&self, who: &str) -> ChatId {
        ChatId::private(self.world.people[who].user)
    }

    /// What is typed in the place of what the script says.
    fn rewritten(&self, chat: ChatId, said: &str) -> Option<Vec<String>> {
        let shown = self.world.phones.newest(chat)?;
        self.rewrite.and_then(|rewrite| rewrite(&shown.message.text, said))
    }

    /// Types something; `\n` is a new line.
    pub(crate) async fn says(&mut self, who: &str, chat: ChatId, said: &str) {
        let said = &self.world.numbers.typed(said);
        let messages = self.rewritten(chat, said).unwrap_or_else(|| vec![said.replace("\\n", "\n")]);
        for message in messages {
            self.types(who, chat, message).await;
        }
    }

    async fn types(&mut self, who: &str, chat: ChatId, said: String) {
        self.messages += 1;
        self.world.phones.sent(chat, &said);
        let what = match said.strip_prefix('/') {
            Some(command) => {
                let (name, argument) = command.split_once(' ').unwrap_or((command, ""));
                let name = name.split('@').next().unwrap_or_default().to_lowercase();
                let argument = [argument];
                What::Command { name, argument: argument.join(" ") }
            }
            None => What::Text(said),
        };
        self.world.happen(who, chat, what).await;
    }

    /// `[old] LABEL [twice] [on A-1 or TEXT] [in GROUP]`
    async fn presses(&mut self, who: &str, rest: &str) {
        let (rest, chat) =
            match rest.rsplit_once(" in ").and_then(|(rest, name)| Some((rest, self.world.groups.get(name)?))) {
                Some((rest, &group)) => (rest, group),
                None => (rest, self.private(who)),
            };
        let (rest, on) = match rest.rsplit_once(" on ") {
            Some((rest, called)) => (rest, self.world.numbers.real(called).unwrap_or(called).to_owned()),
            None => (rest, String::new()),
        };
        let typed = self.world.numbers.typed(rest);
        let rest = typed.as_str();
        let (label, twice) = rest.strip_suffix(" twice").map_or((rest, false), |rest| (rest, true));
        let phones = &self.world.phones;
        let former = self.world.former.iter().find(|&&(today, _)| today == chat).map(|&(_, then)| then);
        let (found, chat) = match (label.strip_prefix("old "), former) {
            (Some(label), _) => (phones.old_button(chat, label), chat),
            (None, Some(then)) if phones.button(chat, label, &on).is_none() => (phones.button(then, label, &on), then),
            (None, _) => (phones.button(chat, label, &on), chat),
        };
        let Some(found) = found else {
            self.world.saw("nobody", &[format!("  (no button says {label})")]);
            return;
        };
        if let Some(messages) = self.rewritten(chat, &found.key.label) {
            for message in messages {
                self.types(who, chat, message).await;
            }
            return;
        }
        for _ in 0..=usize::from(twice) {
            if found.types {
                self.presses += 1;
                self.world.phones.sent(chat, &found.key.label);
                self.world.happen(who, chat, What::Text(found.key.label.clone())).await;
            } else {
                self.press(who, chat, Some(found.on), found.key.data.clone(), found.is_text).await;
            }
        }
    }

    async fn press(&mut self, who: &str, chat: ChatId, message: Option<i64>, data: String, is_text: bool) {
        self.presses += 1;
        let pressed = Pressed { query: who.to_owned(), data, message, is_text };
        self.world.happen(who, chat, What::Press(pressed)).await;
    }
}

fn odd(kind: &str) -> OddKind {
    match kind {
        "a sticker" => OddKind::Sticker,
        "a voice message" => OddKind::Voice,
        "a video" => OddKind::Video,
        "an edited message" => OddKind::Edited,
        "their own number" => OddKind::OwnContact,
        "somebody's number" => OddKind::OtherContact,
        "a poll" => OddKind::Other,
        other => panic!("nobody can send {other}"),
    }
}

fn moment(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a day and a time");
    Phnom_Penh.from_local_datetime(&local).single().expect("Phnom Penh has no summer time").with_timezone(&Utc)
}
