//! Many people at once against one sandbox: hands each the screens of their chat and does what they want done. It measures
//! how long answers take, and judges none of them.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::sandbox::{BotUser, Event, Group, GroupKind, Pace, Person, Sandbox, World};

use super::{
    phone::{Act, Shown},
    reporter::{language_of, numbers_in},
};

/// The private chat of the first person; the others follow.
const FIRST_PERSON: i64 = 1_000_001;

/// The first group; the others follow downwards.
const FIRST_GROUP: i64 = -1_000_000_000_001;

/// How often it is looked who has waited too long.
const TICK: Duration = Duration::from_millis(20);

/// What everybody is up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// To get ready, and rest there.
    Register,
    /// To report, again and again.
    Report,
    /// To finish what is under way, and rest.
    Rest,
}

/// Somebody who looks at a phone and does what follows from it.
pub(super) trait Phone {
    /// The first thing they do.
    fn begin(&mut self) -> Act;
    /// What they do about a screen, if anything.
    fn see(&mut self, shown: Shown, goal: Goal) -> Option<Act>;
    /// What they do when nothing came for long.
    fn impatient(&mut self) -> Act;
    /// Whether they have done what they wanted.
    fn rests(&self) -> bool;
    /// What they do after a rest.
    fn wake(&mut self) -> Act;
}

/// An act and the screen that answered it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answered {
    /// The update that the act became.
    pub(super) update: i64,
    /// When the person acted.
    pub(super) acted: Instant,
    /// When the next screen was there.
    pub(super) seen: Instant,
}

/// Where a person stands.
struct Place {
    /// The person's own newest message.
    said: i64,
    /// The update of the last act, until a screen answers it.
    waits_for: Option<i64>,
    acted: Instant,
    /// Acts in a row that led nowhere.
    in_vain: u32,
}

/// Many people.
pub struct Crowd<P> {
    sandbox: Sandbox,
    events: Receiver<Event>,
    people: Vec<(P, Place)>,
    goal: Goal,
    patience: Duration,
    /// Numbers of alerts that were seen in groups.
    alerts: HashSet<String>,
    acts: u64,
    missed: u64,
    answered: Vec<Answered>,
}

/// A world of so many people and groups, the bot a plain member in each group.
pub fn world(people: usize, groups: usize, token: &str) -> World {
    let id = token.split_once(':').and_then(|(id, _)| id.parse().ok()).unwrap_or(1);
    World {
        token: token.to_owned(),
        bot: BotUser { id, first_name: "Snaknov".into(), username: "snaknov_bot".into() },
        people: (0..people)
            .map(|index| Person {
                id: person(index),
                first_name: format!("Person {}", index + 1),
                language_code: Some(language_of(index).as_str().to_owned()),
                ..Person::default()
            })
            .collect(),
        groups: (0..groups)
            .map(|index| Group {
                id: group(index),
                title: format!("Post {}", index + 1),
                kind: GroupKind::Supergroup,
                members: (0..people).map(person).collect(),
                ..Group::default()
            })
            .collect(),
        page: serde_json::Value::Null,
        specimens: Vec::new(),
        pace: Pace::Off,
    }
}

/// The chat of a group of `world`.
pub fn group(index: usize) -> i64 {
    FIRST_GROUP - i64::try_from(index).expect("groups are counted in dozens")
}

/// The number of a person of `world`, which is that of their private chat too.
pub fn person(index: usize) -> i64 {
    FIRST_PERSON + i64::try_from(index).expect("people are counted in thousands")
}

#[expect(private_bounds, reason = "who the people are is decided here")]
impl<P: Phone> Crowd<P> {
    /// People in the chats of `world`, who lose their patience after a while without an answer, each time later. Nobody acts before `run`.
    pub fn new(sandbox: Sandbox, people: impl IntoIterator<Item = P>, patience: Duration) -> Self {
        let nowhere = || Place { said: 0, waits_for: None, acted: Instant::now(), in_vain: 0 };
        Self {
            events: sandbox.events(),
            sandbox,
            people: people.into_iter().map(|person| (person, nowhere())).collect(),
            goal: Goal::Register,
            patience,
            alerts: HashSet::new(),
            acts: 0,
            missed: 0,
            answered: Vec::new(),
        }
    }

    /// The people.
    pub fn people(&self) -> impl Iterator<Item = &P> {
        self.people.iter().map(|(person, _)| person)
    }

    /// Numbers of alerts that were seen in groups.
    pub fn alerts(&self) -> &HashSet<String> {
        &self.alerts
    }

    /// Updates that came of what people did.
    pub fn acts(&self) -> u64 {
        self.acts
    }

    /// Events that came too fast to be looked at one by one.
    pub fn missed(&self) -> u64 {
        self.missed
    }

    /// What the chat of one who does not rest shows, for whoever must find out why.
    pub fn restless(&self) -> Option<String> {
        let index = self.people.iter().position(|(person, _)| !person.rests())?;
        let messages = self.sandbox.messages(person(index));
        let newest = messages.iter().rev().take(4).rev().map(|message| format!("\n{message}"));
        Some(format!("person {}: {}", index + 1, newest.collect::<String>()))
    }

    /// Whether everybody rests.
    pub fn all_rest(&self) -> bool {
        self.people().all(P::rests)
    }

    /// The answers since the last time.
    pub(super) fn take_answered(&mut self) -> Vec<Answered> {
        std::mem::take(&mut self.answered)
    }

    /// Everybody does the first thing.
    pub fn begin(&mut self) {
        for index in 0..self.people.len() {
            let act = self.people[index].0.begin();
            self.act(index, act);
        }
    }

    /// Gives everybody another goal; who rests and has something to do goes on.
    pub fn set_goal(&mut self, goal: Goal) {
        self.goal = goal;
        for index in 0..self.people.len() {
            if goal == Goal::Report && self.people[index].0.rests() {
                let act = self.people[index].0.wake();
                self.act(index, act);
            }
        }
    }

    /// Lets everybody go on until `done`, which is asked every 20 ms.
    pub async fn run(&mut self, mut done: impl FnMut(&Self) -> bool) {
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                _ = tick.tick() => {
                    self.look_at_clock();
                    if done(self) {
                        return;
                    }
                }
                event = self.events.recv() => match event {
                    Ok(event) => self.happened(&event),
                    Err(RecvError::Lagged(missed)) => self.look_at_all(missed),
                    Err(RecvError::Closed) => return,
                },
            }
        }
    }

    fn happened(&mut self, event: &Event) {
        if event.chat < 0 {
            self.alerts.extend(numbers_in(&event.body, "A-").map(str::to_owned));
            return;
        }
        let index = usize::try_from(event.chat - FIRST_PERSON).unwrap_or(usize::MAX);
        let Some((_, place)) = self.people.get(index) else { return };
        if place.said == event.message_id {
            return;
        }
        if let Some(shown) = Shown::of(event) {
            self.shown(index, shown);
        }
    }

    fn shown(&mut self, index: usize, shown: Shown) {
        let (person, place) = &mut self.people[index];
        if let Some(update) = place.waits_for.take() {
            self.answered.push(Answered { update, acted: place.acted, seen: Instant::now() });
        }
        if let Some(act) = person.see(shown, self.goal) {
            place.in_vain = 0;
            self.act(index, act);
        }
    }

    fn act(&mut self, index: usize, act: Act) {
        let chat = person(index);
        let place = &mut self.people[index].1;
        place.acted = Instant::now();
        match act {
            Act::Say(text) => place.said = self.sandbox.say(chat, chat, &text),
            // A button that vanished meanwhile is not there to be pressed; the screen that replaced it follows.
            Act::Press { message, data } if self.sandbox.press(chat, chat, message, &data).is_err() => return,
            Act::Press { .. } => {}
        }
        self.acts += 1;
        // Nobody else acts, so the newest update is the one that this became.
        place.waits_for = Some(self.sandbox.update_ids_given().end - 1);
    }

    fn look_at_clock(&mut self) {
        for index in 0..self.people.len() {
            let (person, place) = &mut self.people[index];
            // Each time they wait longer: whoever always tries again before the answer can be there never gets on.
            if !person.rests() && place.acted.elapsed() > self.patience * 2_u32.pow(place.in_vain.min(5)) {
                place.in_vain += 1;
                let act = person.impatient();
                self.act(index, act);
            }
        }
    }

    /// After events were missed: everybody looks at all that their chat still shows.
    fn look_at_all(&mut self, missed: u64) {
        self.missed += missed;
        for index in 0..self.people.len() {
            let messages = self.sandbox.messages(person(index));
            for shown in messages.iter().filter_map(Shown::of_value) {
                self.shown(index, shown);
            }
        }
    }
}
