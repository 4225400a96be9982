//! A simulated reporter who follows the screens: registers a place once, then reports arrivals one after the other. What
//! they do depends on what they see alone, so that they go on after lost, doubled and late screens as a person would.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use crate::{
    domain::{
        area::{AreaCode, Gazetteer},
        document::{DocumentKind, VisaClass},
        person::Sex,
        premises::PremisesKind,
        stay::Work,
    },
    text::{Language, Words},
};

pub use super::{
    chores::Deed,
    crowd::{Crowd, Goal, group, person, world},
};

use super::{
    chores::Chores,
    crowd::Phone,
    phone::{Act, Shown},
    screen::{Phrases, Screen},
};

/// One report in so many has a stay-until date that has passed.
const ALERT_EVERY: usize = 10;

/// The kinds of premises reporters have, in turn.
const KINDS: [PremisesKind; 3] = [PremisesKind::Rental, PremisesKind::Hotel, PremisesKind::ConstructionSite];

/// Every guest's family name; the other name is the number of the draft in letters.
pub(super) const FAMILY: &str = "GUEST ";

/// A landlord, a hotel's clerk or a site's clerk.
pub struct Reporter {
    /// Which of them it is, from 0.
    index: usize,
    words: &'static Words,
    phrases: &'static Phrases,
    kind: PremisesKind,
    place: &'static str,
    today: NaiveDate,
    /// Reports finished, which is the number of the one under way.
    draft: usize,
    /// The button that sends this draft was pressed.
    sent: bool,
    /// The numbers of receipts, by the draft they are for.
    receipts: BTreeMap<usize, BTreeSet<String>>,
    /// What is done about guests who have arrived, by those who do more than report arrivals.
    chores: Option<Chores>,
    answered: Option<Known>,
    /// A screen that waits: the same as the one that was answered, or the one at which to go on after a rest.
    held: Option<Shown>,
    rests: bool,
    nudges: u64,
}

/// A screen as somebody remembers it: other screens differ by their first button.
#[derive(PartialEq, Eq)]
struct Known(Screen, Option<String>);

impl Known {
    fn of(screen: Screen, shown: &Shown) -> Self {
        let first = || shown.keys.first().map(|key| key.label.clone());
        Self(screen, if matches!(screen, Screen::Other | Screen::Stays) { first() } else { None })
    }
}

impl Reporter {
    /// The reporter of this index, on a day. Languages, kinds of place and provinces go round.
    pub fn new(index: usize, today: NaiveDate) -> Self {
        let language = language_of(index);
        Self {
            index,
            words: Words::of(language),
            phrases: Phrases::of(language),
            kind: KINDS[index / Language::ALL.len() % KINDS.len()],
            place: a_place_of(index),
            today,
            draft: 0,
            sent: false,
            receipts: BTreeMap::new(),
            chores: None,
            answered: None,
            held: None,
            rests: false,
            nudges: 0,
        }
    }

    /// The same, who also reports what becomes of the guests.
    #[must_use]
    pub fn looking_after_guests(self) -> Self {
        Self { chores: Some(Chores::default()), ..self }
    }

    /// What was done about guests and proved: the deed and the numbers on its proofs, by the draft of the guest.
    pub fn deeds(&self) -> impl Iterator<Item = (Deed, &BTreeSet<String>)> {
        self.chores.iter().flat_map(|chores| chores.done().values().map(|(deed, numbers)| (*deed, numbers)))
    }

    /// The numbers on the receipts for each draft, from draft 0 on.
    pub fn receipts(&self) -> &BTreeMap<usize, BTreeSet<String>> {
        &self.receipts
    }

    /// Reports whose receipts came.
    pub fn finished(&self) -> usize {
        self.draft
    }

    /// Whether something was sent of which the receipt has not come.
    pub fn awaits_receipt(&self) -> bool {
        self.sent || self.chores.as_ref().is_some_and(Chores::awaits_proof)
    }

    /// How often nothing came of an act, and the menu was asked for.
    pub fn nudges(&self) -> u64 {
        self.nudges
    }

    /// Notes a receipt. Whether it is the one that was waited for.
    fn reads_receipt(&mut self, shown: &Shown) -> bool {
        let number = numbers_in(&shown.text, "R-").next();
        let guest = shown.text.split_once(FAMILY).map(|(_, name)| draft_named(name));
        let (Some(number), Some(draft)) = (number, guest) else { return false };
        self.receipts.entry(draft).or_default().insert(number.to_owned());
        let awaited = draft == self.draft;
        if awaited {
            if let Some(chores) = &mut self.chores {
                chores.begin(self.index, draft);
            }
            self.draft += 1;
            self.sent = false;
            self.answered = None;
        }
        awaited
    }

    /// Notes the proof of something else than an arrival. Whether it is the one that was waited for.
    fn reads_proof(&mut self, shown: &Shown) -> bool {
        let awaited = self.chores.as_mut().is_some_and(|chores| chores.read(shown));
        if awaited {
            self.sent = false;
            self.answered = None;
        }
        awaited
    }

    /// Answers the screen that waits, or asks for one.
    fn go_on(&mut self) -> Act {
        self.answered = None;
        match self.held.take() {
            Some(shown) => self.answer(self.phrases.screen(&shown), &shown),
            None => start(),
        }
    }

    fn answer(&mut self, screen: Screen, shown: &Shown) -> Act {
        self.answered = Some(Known::of(screen, shown));
        self.held = None;
        self.sent |= screen == Screen::Send;
        let words = self.words;
        if let Some(act) = self.chores.as_mut().and_then(|chores| chores.act(screen, shown, words, self.today)) {
            return act;
        }
        let label = match screen {
            Screen::Languages => Words::language_name(words.language()).to_owned(),
            Screen::Consent => words.msg_consent_agree(),
            Screen::Home => words.msg_home_report(),
            Screen::Receipt | Screen::Proof | Screen::Stays | Screen::Stay => words.msg_home_menu(),
            Screen::Doubt => words.msg_yes_right(),
            Screen::Kind => words.premises_kind(self.kind),
            Screen::SavePlace => words.msg_premises_save(),
            Screen::Document => words.document_kind(DocumentKind::Passport),
            Screen::Sex => words.sex(if self.draft.is_multiple_of(2) { Sex::Female } else { Sex::Male }),
            Screen::Visa => words.visa(if self.draft.is_multiple_of(3) { VisaClass::Eb } else { VisaClass::T }),
            Screen::ArrivedOn => words.msg_today(),
            Screen::Work => words.work(Work::WithPermit),
            Screen::Send => words.msg_arrival_send(),
            Screen::WhichPlace | Screen::WhichNationality => {
                return shown.keys.iter().find(|key| !key.shares_location).map_or_else(start, |key| shown.tap(key));
            }
            // A level of the place that the typed name left open: passed over, or the first area there is.
            Screen::Other
            | Screen::WhyCancel
            | Screen::WhyCorrect
            | Screen::ExtensionVisa
            | Screen::ExtensionUntil
            | Screen::MoveWhere
            | Screen::MovePlace
            | Screen::MoveDay => {
                let first = || shown.keys.iter().find(|key| !key.shares_location).map(|key| shown.tap(key));
                return shown.press(&words.msg_skip()).or_else(first).unwrap_or_else(start);
            }
            Screen::Street | Screen::LeavesOn | Screen::Sent => words.msg_skip(),
            Screen::PlaceName => return Act::Say(format!("House {}", self.index + 1)),
            Screen::Place => return Act::Say(self.place.to_owned()),
            Screen::Capacity => return Act::Say("40".to_owned()),
            Screen::Number => return Act::Say(format!("N{:03}{:06}", self.index, self.draft)),
            Screen::Name => return Act::Say(format!("{FAMILY}{}", name_of(self.draft))),
            Screen::Birth => return Act::Say(format!("7/3/{}", 1950 + (self.index + self.draft) % 50)),
            Screen::Nationality => return Act::Say("Korea".to_owned()),
            Screen::StayUntil => return Act::Say(self.stay_until()),
            Screen::Unit => return Act::Say(format!("{}", 101 + self.draft % 40)),
        };
        shown.press(&label).unwrap_or_else(start)
    }

    fn stay_until(&self) -> String {
        let days = Days::new(40);
        let past = (self.index + self.draft).is_multiple_of(ALERT_EVERY);
        let day = if past { self.today - days } else { self.today + days };
        format!("{}/{}/{}", day.day(), day.month(), day.year())
    }
}

impl Phone for Reporter {
    fn begin(&mut self) -> Act {
        start()
    }

    fn see(&mut self, shown: Shown, goal: Goal) -> Option<Act> {
        let screen = self.phrases.screen(&shown);
        if screen == Screen::Receipt && !self.reads_receipt(&shown) {
            return None;
        }
        if screen == Screen::Proof && !self.reads_proof(&shown) {
            return None;
        }
        let reached = match goal {
            Goal::Register => screen == Screen::Document,
            Goal::Report => false,
            Goal::Rest => matches!(screen, Screen::Receipt | Screen::Proof | Screen::Home) && !self.awaits_receipt(),
        };
        match screen {
            Screen::Sent => None,
            // The report was sent: its receipt must come.
            Screen::Home if self.sent => None,
            _ if reached || self.rests || self.answered == Some(Known::of(screen, &shown)) => {
                self.rests |= reached;
                self.held = Some(shown);
                None
            }
            _ => Some(self.answer(screen, &shown)),
        }
    }

    fn impatient(&mut self) -> Act {
        self.nudges += 1;
        self.go_on()
    }

    fn rests(&self) -> bool {
        self.rests
    }

    fn wake(&mut self) -> Act {
        self.rests = false;
        self.go_on()
    }
}

fn start() -> Act {
    Act::Say("/start".to_owned())
}

/// The language of the reporter of an index.
pub(super) fn language_of(index: usize) -> Language {
    Language::ALL[index % Language::ALL.len()]
}

/// The Khmer name of the first commune of a province; provinces go round. Another commune of the same name will do.
fn a_place_of(index: usize) -> &'static str {
    let gazetteer = Gazetteer::get();
    let first = |parent: AreaCode| gazetteer.children(Some(parent)).next().map(|area| area.code);
    let provinces: Vec<AreaCode> = provinces();
    let commune = first(provinces[index % provinces.len()]).and_then(first).and_then(|code| gazetteer.area(code));
    commune.map(|area| area.khmer).unwrap_or_default()
}

/// All provinces.
pub(super) fn provinces() -> Vec<AreaCode> {
    Gazetteer::get().children(None).map(|area| area.code).collect()
}

/// A number in letters, since names have no digits.
pub(super) fn name_of(draft: usize) -> String {
    let letter = |place: u32| char::from(b'A' + u8::try_from(draft / 26_usize.pow(place) % 26).unwrap_or(0));
    (0..5).rev().map(letter).collect()
}

/// The number that a name was made of.
pub(super) fn draft_named(name: &str) -> usize {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A'))
}

/// The numbers of reports (`R-`) or alerts (`A-`) in a text: the prefix and seven capitals and digits.
pub(super) fn numbers_in<'a>(text: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(prefix).filter_map(move |(at, _)| {
        let number = text.get(at..at + prefix.len() + 7)?;
        let follows = text[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
        let whole = number[prefix.len()..].bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        (whole && !follows).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_known_by_its_guest() {
        for draft in [0, 1, 25, 26, 12_345] {
            assert_eq!(draft_named(&format!("{}\nArrived", name_of(draft))), draft);
        }
    }

    #[test]
    fn numbers_are_found_and_codes_are_not_taken_for_them() {
        let text = "Receipt R-0ABCDEF\nCode: 12ZR-9876543 A-1234567";
        assert_eq!(numbers_in(text, "R-").collect::<Vec<_>>(), ["R-0ABCDEF"]);
        assert_eq!(numbers_in(text, "A-").collect::<Vec<_>>(), ["A-1234567"]);
    }
}
