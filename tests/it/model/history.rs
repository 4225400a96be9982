//! Random histories: what people do, in an order that nobody planned. A step says what is tried; whom and what it touches
//! is settled by what is there when its turn comes, so that a history stays one when steps are taken out of it.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use snaknov::domain::{
    country::Country,
    dates::PartialDate,
    document::{DateSource, DocumentKind, Permission, VisaClass},
    document_number::DocumentNumber,
    id::PremisesId,
    language::Language,
    name::PersonName,
    person::{Identity, Sex},
    report::Reason,
    stay::{Arrival, Work},
};

use super::{
    reference::{At, Model, at_hour},
    world::{HOUSES_WORKERS, PEOPLE, PLACES},
};

/// splitmix64 (Steele, Lea, Flood): the same for the same seed.
#[derive(Debug, Clone)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).expect("small")).expect("small")
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())].clone()
    }
}

/// What is tried, and the dice that settle the rest.
#[derive(Debug, Clone)]
pub(super) struct Step(Try, Dice);

#[derive(Debug, Clone, Copy)]
enum Try {
    Arrive,
    Depart,
    NotLeft,
    Extend,
    Move,
    Correct,
    Cancel,
    Answer,
    Acknowledge,
    Repeat,
    Wait,
    Days,
    Staff,
}

/// How often each is tried.
const TRIES: [Try; 32] = {
    use Try::{Acknowledge, Answer, Arrive, Cancel, Correct, Days, Depart, Extend, Move, NotLeft, Repeat, Staff, Wait};
    [
        Arrive,
        Arrive,
        Arrive,
        Arrive,
        Arrive,
        Arrive,
        Arrive,
        Depart,
        Depart,
        Depart,
        NotLeft,
        NotLeft,
        NotLeft,
        Extend,
        Extend,
        Move,
        Move,
        Move,
        Correct,
        Correct,
        Correct,
        Correct,
        Cancel,
        Cancel,
        Answer,
        Acknowledge,
        Repeat,
        Wait,
        Wait,
        Days,
        Days,
        Staff,
    ]
};

/// What somebody does, settled in all its parts.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    Arrive {
        who: At,
        facts: Box<Arrival>,
        again: bool,
    },
    Depart {
        who: At,
        stays: Vec<At>,
        day: NaiveDate,
    },
    NotLeft {
        who: At,
        stay: At,
    },
    Extend {
        who: At,
        stay: At,
        permission: Permission,
    },
    Move {
        who: At,
        stay: At,
        to: At,
        unit: Option<String>,
        day: NaiveDate,
    },
    Correct {
        who: At,
        stay: At,
        facts: Box<Arrival>,
        reason: Reason,
    },
    Cancel {
        who: At,
        stay: At,
        reason: Reason,
    },
    Answer {
        who: At,
        check: At,
        left: bool,
    },
    Acknowledge {
        alert: At,
    },
    Pass {
        to: DateTime<Utc>,
    },
    /// Somebody is revoked at a place, or is a member again.
    Staff {
        place: At,
        who: At,
    },
}

/// A person's name, nationality and the languages of reporters: nothing that may make a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dress(pub(super) usize);

const NATIONS: [[&str; 5]; 4] = [
    ["FRA", "CHN", "VNM", "KOR", "USA"],
    ["ISL", "ISL", "ISL", "ISL", "ISL"],
    ["XXA", "NGA", "PRK", "RUS", "IND"],
    ["VNM", "THA", "LAO", "MMR", "PHL"],
];

const NAMES: [[&str; 5]; 4] = [
    ["SPECIMEN ANNA", "SPECIMEN BEN", "SPECIMEN CHI", "SPECIMEN DAO", "SPECIMEN EVE"],
    ["សុខ សុវណ្ណ", "សុខ សុវណ្ណ", "ចាន់ ធី", "លី មុំ", "កែវ ពិសី"],
    ["张三", "李四", "玛丽·安", "王五", "赵六"],
    ["Nguyễn Văn Á", "Ø", "Анна", "สมชาย", "محمد"],
];

impl Dress {
    pub(super) const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// The language of a reporter.
    pub(super) fn language(self, who: At) -> Language {
        Language::ALL[(self.0 + who) % Language::ALL.len()]
    }
}

/// So few that they meet again elsewhere.
const GUESTS: usize = 3;

/// The day on which histories begin.
pub(super) fn first_moment() -> DateTime<Utc> {
    at_hour(NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"), 10)
}

/// The steps of a history, from 4 to about so many.
pub(super) fn steps(seed: u64, length: usize) -> Vec<Step> {
    let mut dice = Dice(seed);
    let length = 4 + dice.below(length);
    (0..length).map(|_| Step(dice.of(&TRIES), Dice(dice.next()))).collect()
}

/// A reporter who may do something at a place, three times in four; else anybody.
fn somebody(model: &Model, place: At, dice: &mut Dice) -> At {
    let staff: Vec<At> = model.parts.keys().filter(|&&(at, _)| at == place).map(|&(_, who)| who).collect();
    if staff.is_empty() || dice.one_in(6) { dice.below(PEOPLE.len()) } else { dice.of(&staff) }
}

/// A stay, recent ones more often.
fn some_stay(model: &Model, dice: &mut Dice, fits: impl Fn(At) -> bool) -> Option<At> {
    let all: Vec<At> = (0..model.stays.len()).collect();
    let fitting: Vec<At> = all.iter().copied().filter(|&stay| fits(stay)).collect();
    let from = if fitting.is_empty() || dice.one_in(5) { all } else { fitting };
    // Often the same one, so that much happens to it.
    let recent = if dice.one_in(2) { 1 } else { 4 };
    (!from.is_empty()).then(|| dice.of(&from[from.len().saturating_sub(recent)..]))
}

impl Step {
    /// What comes of it, as things stand; `None` where there is nothing to do it to.
    pub(super) fn deed(&self, model: &Model, dress: Dress) -> Option<Deed> {
        let dice = &mut self.1.clone();
        let today = model.today();
        let is_open = |stay: At| model.stays[stay].is_open();
        let ago = |dice: &mut Dice| today - Days::new(dice.of(&[0, 0, 0, 1, 1, 2, 5, 89, 91]));
        let (place, stay) = match self.0 {
            Try::Arrive | Try::Staff => (dice.below(PLACES), 0),
            Try::Wait | Try::Days | Try::Repeat | Try::Answer | Try::Acknowledge => (0, 0),
            Try::NotLeft => some_stay(model, dice, |stay| !is_open(stay)).map(|stay| (model.place_of(stay), stay))?,
            Try::Correct | Try::Cancel => some_stay(model, dice, |_| true).map(|stay| (model.place_of(stay), stay))?,
            Try::Depart | Try::Extend | Try::Move => {
                some_stay(model, dice, is_open).map(|stay| (model.place_of(stay), stay))?
            }
        };
        let who = somebody(model, place, dice);
        Some(match self.0 {
            Try::Arrive => {
                let facts = Box::new(arrival(model, place, dress, dice));
                Deed::Arrive { who, facts, again: dice.one_in(4) }
            }
            Try::Depart => {
                let mut stays = vec![stay];
                while dice.one_in(3) {
                    stays.extend(some_stay(model, dice, |_| true));
                }
                Deed::Depart { who, stays, day: ago(dice) }
            }
            Try::NotLeft => Deed::NotLeft { who, stay },
            Try::Extend => Deed::Extend { who, stay, permission: extension(today, dice) },
            Try::Move => {
                let to = dice.below(PLACES);
                if to == place {
                    return None;
                }
                Deed::Move { who, stay, to, unit: room(dice), day: ago(dice) }
            }
            Try::Correct => {
                let facts = Box::new(corrected(model, stay, dress, dice));
                Deed::Correct { who, stay, facts, reason: dice.of(&Reason::TO_CORRECT) }
            }
            Try::Cancel => Deed::Cancel { who, stay, reason: dice.of(&Reason::TO_CANCEL) },
            Try::Answer => {
                let check = dice.below(model.checks.len().max(1));
                let who = somebody(model, model.place_of(model.checks.get(check)?.stay), dice);
                Deed::Answer { who, check, left: dice.one_in(2) }
            }
            Try::Acknowledge => {
                let alert = dice.below(model.alerts.len().max(1));
                model.alerts.get(alert)?;
                Deed::Acknowledge { alert }
            }
            Try::Repeat => return None,
            Try::Wait => Deed::Pass { to: model.now + Duration::hours(dice.of(&[1, 3, 9, 13, 20])) },
            Try::Days => {
                let days = Days::new(dice.of(&[1, 1, 1, 2, 3, 15, 31, 90]));
                Deed::Pass { to: at_hour(today + days, 8) }
            }
            Try::Staff => Deed::Staff { place, who: dice.below(PEOPLE.len()) },
        })
    }

    /// Whether it sends what was sent last once more, from the same draft.
    pub(super) fn is_repeat(&self) -> bool {
        matches!(self.0, Try::Repeat)
    }
}

fn room(dice: &mut Dice) -> Option<String> {
    dice.of(&[None, Some("1"), Some("12"), Some("B")]).map(str::to_owned)
}

fn arrival(model: &Model, place: At, dress: Dress, dice: &mut Dice) -> Arrival {
    let guest = dice.below(GUESTS);
    let (document, permission) = paper(model.today(), dice);
    let arrived_on = model.today() - Days::new(dice.of(&[0, 0, 0, 0, 1, 2, 3, 88, 89, 90, 100]));
    let work = if HOUSES_WORKERS[place] { Some(dice.of(&Work::ALL)) } else { None };
    Arrival {
        premises_id: PremisesId(i64::try_from(place).expect("few") + 1),
        document,
        identity: identity(guest, document, dress, dice),
        permission,
        unit: room(dice),
        arrived_on,
        leaves_on: dice.one_in(3).then(|| arrived_on + Days::new(4)),
        work,
        permit_until: permit(model.today(), work, dice),
        came_from: dice.one_in(4).then(|| "Kampot".to_owned()),
    }
}

fn identity(guest: usize, document: DocumentKind, dress: Dress, dice: &mut Dice) -> Identity {
    let seen = document.was_seen();
    Identity {
        name: PersonName::in_any_script(NAMES[dress.0][guest]).ok(),
        number: number(guest).filter(|_| seen && !dice.one_in(12)),
        birth: birth(dice),
        sex: dice.of(&[Some(Sex::Female), Some(Sex::Male), None]),
        nationality: Country::search(NATIONS[dress.0][guest]).first().copied(),
    }
}

fn number(guest: usize) -> Option<DocumentNumber> {
    DocumentNumber::try_from(format!("N12345{guest}").as_str()).ok()
}

/// A grown-up, nobody knows, a child, or somebody who comes of age while the history lasts.
fn birth(dice: &mut Dice) -> Option<PartialDate> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::from);
    let soon = u32::try_from(dice.below(7)).expect("small");
    match dice.below(8) {
        0 => None,
        1 => day(2015, 5, 5),
        2 | 3 => day(2008, 11, 21 + soon),
        4 => PartialDate::from_year_month(2008, 11),
        5 => PartialDate::from_year(2008),
        _ => day(1980, 2, 29),
    }
}

fn until(today: NaiveDate, dice: &mut Dice) -> Option<NaiveDate> {
    dice.of(&[None, Some(-10_i64), Some(-1), Some(0), Some(1), Some(1), Some(2), Some(5), Some(40)])
        .map(|days| today + Duration::days(days))
}

/// The last day of a work permit: not told, long past, about to count as missing, or to come.
fn permit(today: NaiveDate, work: Option<Work>, dice: &mut Dice) -> Option<NaiveDate> {
    let days = dice.of(&[None, Some(-100_i64), Some(-91), Some(-90), Some(-89), Some(-88), Some(0), Some(30)]);
    days.filter(|_| work == Some(Work::WithPermit)).map(|days| today + Duration::days(days))
}

fn paper(today: NaiveDate, dice: &mut Dice) -> (DocumentKind, Permission) {
    use DocumentKind::{Diplomatic, None as NoPaper, NotShown, Other, ParentCard, Passport, ResidenceCard};
    let papers =
        [Passport, Passport, Passport, Passport, ResidenceCard, ParentCard, Other, Diplomatic, NoPaper, NotShown];
    let document = dice.of(&papers);
    let visa = dice.of(&[VisaClass::T, VisaClass::Eb, VisaClass::E, VisaClass::Unknown, VisaClass::None, VisaClass::A]);
    let stay_until = until(today, dice);
    let permission = match document {
        Passport | Other if matches!(visa, VisaClass::None | VisaClass::A) => {
            Permission { visa: Some(visa), stay_until: None, source: DateSource::NotKnown }
        }
        Passport | Other => Permission { visa: Some(visa), stay_until, source: DateSource::EntryStamp },
        ResidenceCard | ParentCard => Permission { visa: None, stay_until, source: DateSource::Card },
        Diplomatic | NoPaper | NotShown => Permission { visa: None, stay_until: None, source: DateSource::NotKnown },
    };
    (document, permission)
}

/// The form takes no date that has passed.
fn extension(today: NaiveDate, dice: &mut Dice) -> Permission {
    let days = dice.of(&[0, 1, 2, 30]);
    let visa = dice.of(&[Some(VisaClass::Eb), Some(VisaClass::T), None]);
    Permission { visa, stay_until: Some(today + Days::new(days)), source: DateSource::ExtensionSticker }
}

/// One or two things put right.
fn corrected(model: &Model, stay: At, dress: Dress, dice: &mut Dice) -> Arrival {
    let today = model.today();
    let mut facts = model.stays[stay].facts.clone();
    for _ in 0..=dice.below(2) {
        match dice.below(10) {
            0 | 1 => facts.identity.number = number(dice.below(GUESTS)).filter(|_| facts.document.was_seen()),
            2 => facts.permission.stay_until = until(today, dice),
            3 => facts.unit = room(dice),
            4 => facts.arrived_on = today - Days::new(dice.of(&[0, 1, 3, 89, 90, 91])),
            5 => facts.identity.birth = birth(dice),
            6 if HOUSES_WORKERS[model.place_of(stay)] => {
                facts.work = Some(dice.of(&Work::ALL));
                facts.permit_until = permit(today, facts.work, dice);
            }
            7 => facts.identity.name = PersonName::in_any_script(NAMES[dress.0][dice.below(5)]).ok(),
            8 => {
                (facts.document, facts.permission) = (DocumentKind::Diplomatic, facts.permission);
            }
            _ => {
                (facts.document, facts.permission) = paper(today, dice);
                let guest = dice.below(GUESTS);
                facts.identity = identity(guest, facts.document, dress, dice);
            }
        }
    }
    facts
}
