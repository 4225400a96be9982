//! Registering premises: kind, name, where it stands, how many it holds.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        area::{AreaCode, Gazetteer, Level},
        digits::to_ascii_digits,
        premises::{PremisesDetails, PremisesKind},
    },
    flow::{Accepted, Answer, Ask, Asked, Choice, Form, Input, Question, Reaction},
    text::Words,
};

use super::kit::{always, chosen, none, short_text, take};

/// More people than these sleep nowhere at one address.
const CAPACITY_MAX: u32 = 20_000;

/// From this likeness on a typed name is the area's own, as commonly written.
const SURE: u8 = 90;

/// What has been answered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PremisesDraft {
    kind: Option<PremisesKind>,
    name: Option<String>,
    /// Whether the person has said how to find the place, or chose to go through the lists.
    placed: bool,
    /// The districts of a shared location, the nearest first.
    nearby: Vec<AreaCode>,
    /// What was typed to search for.
    query: Option<String>,
    province: Option<AreaCode>,
    district: Option<AreaCode>,
    commune: Option<AreaCode>,
    village: Answer<AreaCode>,
    street: Answer<String>,
    landmark: Answer<String>,
    capacity: Option<u32>,
}

/// Nothing outside the draft matters.
pub type PremisesFacts = ();

impl PremisesDraft {
    /// What is to be registered, once everything is answered.
    pub fn details(&self) -> Option<PremisesDetails> {
        let kind = self.kind?;
        Some(PremisesDetails {
            kind,
            name: self.name.clone()?,
            area: self.village.given().copied().or(self.commune)?,
            street: self.street.given().or(self.landmark.given()).cloned(),
            capacity: self.capacity.filter(|_| has_capacity(kind)),
        })
    }

    /// Opens every level, so that each is confirmed; areas near a shared location are suggested first.
    fn go_through_levels(&mut self, nearby: Vec<AreaCode>) {
        self.placed = true;
        self.nearby = nearby;
        self.query = None;
        (self.province, self.district, self.commune) = (None, None, None);
        self.village = Answer::Open;
    }

    /// Fills the levels down to `code` and opens those below.
    fn place_at(&mut self, code: AreaCode) {
        let at = |level| Gazetteer::get().path(code).iter().map(|area| area.code).find(|code| code.level() == level);
        self.placed = true;
        self.query = None;
        self.province = at(Level::Province);
        self.district = at(Level::District);
        self.commune = at(Level::Commune);
        self.village = at(Level::Village).map_or(Answer::Open, Answer::Given);
    }
}

fn has_capacity(kind: PremisesKind) -> bool {
    kind != PremisesKind::Rental
}

/// The form.
pub static FORM: Form<PremisesDraft, PremisesFacts> = Form {
    name: "premises",
    questions: &[KIND, NAME, PLACE, PROVINCE, DISTRICT, COMMUNE, VILLAGE, STREET, LANDMARK, CAPACITY],
    title: |_, words| words.msg_premises_summary(),
    finish: |words| words.msg_premises_save(),
};

type Q = Question<PremisesDraft, PremisesFacts>;

const KIND: Q = Question {
    id: "kind",
    relevant: always,
    answered: |draft| draft.kind.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_premises_kind_ask(),
        example: Some(words.msg_premises_kind_example()),
        why: Some(words.msg_premises_kind_why()),
        ..Ask::default()
    },
    label: |words| words.msg_premises_kind_label(),
    answer: |draft, (), words| draft.kind.map(|kind| words.premises_kind(kind)).unwrap_or_default(),
    choices: |_, (), words| {
        PremisesKind::ALL.into_iter().map(|kind| Choice::new(kind.as_str(), words.premises_kind(kind))).collect()
    },
    columns: 1,
    accept: |draft, (), words, input| take(&mut draft.kind, PremisesKind::named(chosen(input)), words),
    skip: None,
    asked: Asked::InTurn,
};

const NAME: Q = Question {
    id: "name",
    relevant: always,
    answered: |draft| draft.name.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_premises_name_ask(),
        example: Some(words.msg_premises_name_example()),
        why: Some(words.msg_premises_name_why()),
        ..Ask::default()
    },
    label: |words| words.msg_premises_name_label(),
    answer: |draft, (), _| draft.name.clone().unwrap_or_default(),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.name = Some(short_text(input, 80, words, &words.msg_premises_name_example())?);
        Ok(Reaction::Taken)
    },
    skip: None,
    asked: Asked::InTurn,
};

const PLACE: Q = Question {
    id: "place",
    relevant: always,
    answered: |draft| draft.placed,
    ask: |draft, (), words| Ask {
        prompt: if draft.query.is_some() { words.msg_place_which() } else { words.msg_place_ask() },
        example: Some(words.msg_place_example()),
        why: Some(words.msg_place_why()),
        picture: None,
        share_location: true,
    },
    label: |words| words.msg_place_label(),
    // The levels that follow say it one by one.
    answer: |_, (), _| String::new(),
    choices: |draft, (), words| {
        let found = draft
            .query
            .as_deref()
            .map(|query| search(query, None, &[Level::Province, Level::District, Level::Commune, Level::Village]));
        let mut choices = area_choices(found.unwrap_or_default(), words, Words::area_path);
        choices.push(Choice::new("list", words.msg_place_list()));
        choices
    },
    columns: 1,
    accept: place,
    skip: None,
    asked: Asked::InTurn,
};

/// A shared location suggests, a typed name is searched, the list leads through the levels.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape of every question")]
fn place(draft: &mut PremisesDraft, (): &PremisesFacts, words: &Words, input: Input<'_>) -> Accepted {
    match input {
        Input::Choice("list") => {
            draft.go_through_levels(Vec::new());
            Ok(Reaction::Taken)
        }
        Input::Choice(id) => pick_area(draft, id, words),
        Input::Location { latitude, longitude } => {
            let nearby = Gazetteer::get().near(latitude, longitude);
            let districts: Vec<AreaCode> = nearby.districts.iter().map(|area| area.code).collect();
            if districts.is_empty() {
                return Err(words.msg_place_abroad());
            }
            draft.go_through_levels(districts);
            Ok(Reaction::Taken)
        }
        Input::Typed { text, .. } => {
            let found = search(text, None, &[Level::Province, Level::District, Level::Commune, Level::Village]);
            if found.is_empty() {
                return Err(words.msg_place_not_found(words.msg_place_example()));
            }
            draft.query = Some(text.to_owned());
            Ok(Reaction::Narrowed)
        }
    }
}

const PROVINCE: Q = level(Level::Province, "province", |words| words.msg_province_label());
const DISTRICT: Q = level(Level::District, "district", |words| words.msg_district_label());
const COMMUNE: Q = level(Level::Commune, "commune", |words| words.msg_commune_label());
const VILLAGE: Q = Question {
    skip: Some(|draft| draft.village = Answer::Skipped),
    ..level(Level::Village, "village", |words| words.msg_village_label())
};

/// The questions of the four levels differ in nothing but the level.
const fn level(level: Level, id: &'static str, label: fn(&Words) -> String) -> Q {
    macro_rules! at {
        ($level:expr) => {
            Question {
                id,
                relevant: |draft, ()| draft.placed,
                answered: |draft| is_settled(draft, $level),
                ask: |draft, (), words| ask_level(draft, $level, words),
                label,
                answer: |draft, (), words| {
                    slot(draft, $level).map_or_else(|| words.msg_not_given(), |code| words.area_name(code))
                },
                choices: |draft, (), words| level_choices(draft, $level, words),
                columns: 2,
                accept: |draft, (), words, input| accept_level(draft, $level, words, input),
                skip: None,
                asked: Asked::InTurn,
            }
        };
    }
    match level {
        Level::Province => at!(Level::Province),
        Level::District => at!(Level::District),
        Level::Commune => at!(Level::Commune),
        Level::Village => at!(Level::Village),
    }
}

fn slot(draft: &PremisesDraft, level: Level) -> Option<AreaCode> {
    match level {
        Level::Province => draft.province,
        Level::District => draft.district,
        Level::Commune => draft.commune,
        Level::Village => draft.village.given().copied(),
    }
}

fn is_settled(draft: &PremisesDraft, level: Level) -> bool {
    slot(draft, level).is_some() || (level == Level::Village && draft.village.is_settled())
}

/// The area in which the level's areas lie; `None` for the whole country.
fn parent_of(draft: &PremisesDraft, level: Level) -> Option<AreaCode> {
    match level {
        Level::Province => None,
        Level::District => draft.province,
        Level::Commune => draft.district,
        Level::Village => draft.commune,
    }
}

fn ask_level(draft: &PremisesDraft, level: Level, words: &Words) -> Ask {
    let within = parent_of(draft, level).map(|code| words.area_name(code)).unwrap_or_default();
    let prompt = match level {
        Level::Province => words.msg_province_ask(),
        Level::District => words.msg_district_ask(within),
        Level::Commune => words.msg_commune_ask(within),
        Level::Village => words.msg_village_ask(within),
    };
    let nearby = level <= Level::District && !draft.nearby.is_empty();
    let example = if nearby { words.msg_level_nearby() } else { words.msg_level_example() };
    Ask { prompt, example: Some(example), why: Some(words.msg_level_why()), ..Ask::default() }
}

/// The level's areas: those that a typed name fits, else all, the ones near a shared location first.
fn level_choices(draft: &PremisesDraft, level: Level, words: &Words) -> Vec<Choice> {
    let parent = parent_of(draft, level);
    if let Some(query) = draft.query.as_deref() {
        let found = search(query, parent, &[level]);
        if !found.is_empty() {
            return area_choices(found, words, Words::area_name);
        }
    }
    let mut codes: Vec<AreaCode> = Gazetteer::get().children(parent).map(|area| area.code).collect();
    let distance = |code: &AreaCode| {
        draft.nearby.iter().position(|near| near == code || near.is_within(code)).unwrap_or(usize::MAX)
    };
    codes.sort_by_key(distance);
    area_choices(codes, words, Words::area_name)
}

fn area_choices(codes: Vec<AreaCode>, words: &Words, name: fn(&Words, AreaCode) -> String) -> Vec<Choice> {
    codes.into_iter().map(|code| Choice::new(code.to_string(), name(words, code))).collect()
}

fn accept_level(draft: &mut PremisesDraft, level: Level, words: &Words, input: Input<'_>) -> Accepted {
    match input {
        Input::Choice(id) => pick_area(draft, id, words),
        Input::Location { .. } => place(draft, &(), words, input),
        Input::Typed { text, .. } => {
            let found = Gazetteer::get().search(text, parent_of(draft, level), &[level]);
            match found.as_slice() {
                [] => {
                    draft.query = None;
                    Err(words.msg_level_not_found())
                }
                // A name that is merely like the typed one is offered, not taken.
                [only] if only.score >= SURE => {
                    draft.place_at(only.area.code);
                    Ok(Reaction::Taken)
                }
                _ => {
                    draft.query = Some(text.to_owned());
                    Ok(Reaction::Narrowed)
                }
            }
        }
    }
}

fn pick_area(draft: &mut PremisesDraft, id: &str, words: &Words) -> Accepted {
    let area = AreaCode::try_from(id).ok().and_then(|code| Gazetteer::get().area(code));
    let Some(area) = area else { return Err(words.msg_please_press()) };
    draft.place_at(area.code);
    Ok(Reaction::Taken)
}

fn search(query: &str, within: Option<AreaCode>, levels: &[Level]) -> Vec<AreaCode> {
    Gazetteer::get().search(query, within, levels).into_iter().take(8).map(|found| found.area.code).collect()
}

const STREET: Q = Question {
    id: "street",
    relevant: always,
    answered: |draft| draft.street.is_settled(),
    ask: |_, (), words| Ask {
        prompt: words.msg_street_ask(),
        example: Some(words.msg_street_example()),
        why: Some(words.msg_street_why()),
        ..Ask::default()
    },
    label: |words| words.msg_street_label(),
    answer: |draft, (), words| draft.street.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.street = Answer::Given(short_text(input, 120, words, &words.msg_street_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.street = Answer::Skipped),
    asked: Asked::InTurn,
};

/// A site often has no house number; whoever says so can still tell what stands near.
const LANDMARK: Q = Question {
    id: "landmark",
    relevant: |draft, ()| draft.kind == Some(PremisesKind::ConstructionSite) && draft.street == Answer::Skipped,
    answered: |draft| draft.landmark.is_settled(),
    ask: |_, (), words| Ask {
        prompt: words.msg_landmark_ask(),
        example: Some(words.msg_landmark_example()),
        why: Some(words.msg_street_why()),
        ..Ask::default()
    },
    label: |words| words.msg_landmark_label(),
    answer: |draft, (), words| draft.landmark.given().cloned().unwrap_or_else(|| words.msg_not_given()),
    choices: none,
    columns: 1,
    accept: |draft, (), words, input| {
        draft.landmark = Answer::Given(short_text(input, 60, words, &words.msg_landmark_example())?);
        Ok(Reaction::Taken)
    },
    skip: Some(|draft| draft.landmark = Answer::Skipped),
    asked: Asked::InTurn,
};

const CAPACITY: Q = Question {
    id: "capacity",
    relevant: |draft, ()| draft.kind.is_some_and(has_capacity),
    answered: |draft| draft.capacity.is_some(),
    ask: |_, (), words| Ask {
        prompt: words.msg_capacity_ask(),
        example: Some(words.msg_capacity_example()),
        why: Some(words.msg_capacity_why()),
        ..Ask::default()
    },
    label: |words| words.msg_capacity_label(),
    answer: |draft, (), words| draft.capacity.map(|beds| words.digits(beds)).unwrap_or_default(),
    choices: |_, (), words| {
        [10, 20, 40, 60, 100, 200].iter().map(|beds| Choice::new(beds.to_string(), words.digits(beds))).collect()
    },
    columns: 3,
    accept: |draft, (), words, input| {
        let typed = match input {
            Input::Choice(text) | Input::Typed { text, .. } => to_ascii_digits(text),
            Input::Location { .. } => "".into(),
        };
        match typed.trim().parse::<u32>() {
            Ok(beds) if (1..=CAPACITY_MAX).contains(&beds) => {
                draft.capacity = Some(beds);
                Ok(Reaction::Taken)
            }
            _ => Err(words.msg_capacity_wrong()),
        }
    },
    skip: None,
    asked: Asked::InTurn,
};
