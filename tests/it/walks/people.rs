//! What people do in a walk: what they press, type and share, at which places, on which days. No judgement of what
//! comes of it.

use chrono::{Days, NaiveDate};
use snaknov::{
    domain::{country::Country, id::PremisesId, premises::PremisesKind},
    flow::{Event, Screen},
    forms::arrival::{ArrivalFacts, OwnPremises},
    text::fold_label,
};

/// Something a person did.
#[derive(Debug)]
pub(super) enum Done {
    Act(String),
    /// Typed the label of the button with this act.
    Twin(String, String),
    Typed(String),
    Location(f64, f64),
}

impl Done {
    /// Something that a person may do who sees the screen and has old messages with the acts of others.
    pub(super) fn any(chance: &mut Chance, screen: &Screen, old_acts: &[String]) -> Self {
        let buttons: Vec<_> = screen.rows.iter().flatten().collect();
        match chance.below(100) {
            0..45 => Self::Act(chance.one_of(&buttons).act.clone()),
            45..55 => {
                let button = chance.one_of(&buttons);
                Self::Twin(button.label.clone(), button.act.clone())
            }
            55..60 => Self::Act(chance.one_of(old_acts).clone()),
            60..63 => Self::Act((*chance.one_of(&["back", "skip"])).into()),
            63..66 => Self::Act((*chance.one_of(&STRANGE_ACTS)).into()),
            66..70 => {
                let (latitude, longitude) = *chance.one_of(&LOCATIONS);
                Self::Location(latitude, longitude)
            }
            _ => Self::Typed(chance.typed()),
        }
    }

    pub(super) fn event(&self) -> Event<'_> {
        match self {
            Self::Act(act) => Event::Act(act),
            Self::Twin(text, _) | Self::Typed(text) => Event::Typed(text),
            &Self::Location(latitude, longitude) => Event::Location { latitude, longitude },
        }
    }

    /// Whether the screen's button with this act was pressed or typed.
    pub(super) fn says(&self, act: &str, screen: &Screen) -> bool {
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

/// What is right to type at a question.
pub(super) fn right_text(question: &str) -> &'static str {
    match question {
        "number" => "N01234567",
        "birth" => "7/3/1985",
        "nationality" => "China",
        "stay_until" | "permit_until" | "leaves_on" => "3/5/2030",
        "arrived_on" => "1/11/2025",
        "unit" => "204",
        "place" => "Tonle Bassac",
        "capacity" => "40",
        "street" => "No. 12, Street 310",
        _ => "Wang Xiaoming",
    }
}

pub(super) fn days() -> [NaiveDate; 4] {
    [(2026, 11, 22), (2026, 12, 31), (2027, 1, 1), (2028, 2, 29)]
        .map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

/// A reporter with no to three places, some of them of the same kind, and habits that a form may offer.
pub(super) fn arrival_facts(chance: &mut Chance) -> ArrivalFacts {
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
    "",
    ":",
    "c",
    "c:",
    "c:é",
    "c:ក",
    "c:unknown",
    "c:pick",
    "c:t2147483647",
    "c:y-2147483648",
    "c:m99",
    "c:d0",
    "c:0",
    "c:99999999",
    "p:1",
    "p:18446744073709551615",
    "p:-1",
    "e:",
    "e:source",
    "e:nothing",
    "yes",
    "no",
    "edit",
    "finish",
];

/// What people type: right, nearly right, of another question, of another alphabet, and nothing of the kind.
const TYPED: [&str; 84] = [
    "",
    " ",
    ".",
    "?",
    "204",
    "12-3",
    "1-23",
    "B 12",
    "បន្ទប់ ១២",
    "二楼 3",
    "No. 12, Street 310",
    "ផ្ទះលេខ ១២",
    "40",
    "៤០",
    "４０",
    "0",
    "-1",
    "20001",
    "99999999999999999999",
    "1e9",
    "3/5/2026",
    "7/3/1985",
    "31/12/1999",
    "29/2/2027",
    "29/2/2028",
    "31.11.2026",
    "2026-11-20",
    "20261120",
    "1985",
    "3/1985",
    "85",
    "7/3/85",
    "01/02/03",
    "13/14/2026",
    "today",
    "yesterday",
    "ថ្ងៃនេះ",
    "ម្សិលមិញ",
    "២០ វិច្ឆិកា ២០២៦",
    "ថ្ងៃ ៥ កើត ខែ អស្សុជ",
    "2026年11月20日",
    "昨天",
    "民国115年11月20日",
    "20/11/2569",
    "Friday 20/11/2026",
    "Monday 20/11/2026",
    "5 May",
    "May",
    "N01234567",
    "N01234567 WANG XIAOMING",
    "WANG XIAOMING
N01234567",
    "AB 123456",
    "WANG XIAOMING",
    "O'Neill-Smith, Mary",
    "សុខ ចាន់",
    "王小明",
    "Nguyễn Văn An",
    "ABC",
    "A1",
    "12345678901234567890123",
    "Korea",
    "China",
    "KHM",
    "កូរ៉េ",
    "韩国",
    "Congo",
    "Guinea",
    "Atlantis",
    "Tonle Bassac",
    "ទន្លេបាសាក់",
    "Chamkar Mon",
    "Phnom Penh",
    "Svay",
    "Thmei",
    "金边",
    "eb",
    "T",
    "F",
    "😀🏠",
    "🇰🇭",
    "⟦x⟧ ⟪y⟫",
    "{ name }",
    "\u{202e}abc\u{0}\t",
    "/cancel",
];

/// A random source of our own, so that a seed means the same walk everywhere (xorshift64*, after splitmix64).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self((mixed ^ (mixed >> 31)) | 1)
    }

    /// A number below `limit`, which is not 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        usize::try_from(drawn % limit as u64).expect("below a limit that fits")
    }

    pub(super) fn of(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub(super) fn typed(&mut self) -> String {
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
