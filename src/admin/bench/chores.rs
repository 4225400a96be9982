//! What becomes of a guest after the arrival: left, moved on, extended, corrected, cancelled, through the pages of "Who is
//! here". Deliberately without own moves: a simulated reporter has one place.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use crate::{
    domain::{document::VisaClass, report::Reason},
    text::Words,
};

use super::{
    phone::{Act, Shown},
    reporter::{FAMILY, draft_named, name_of, numbers_in},
    screen::Screen,
};

/// What a reporter does about a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// The guest has left.
    Departure,
    /// The guest moved to a place that is not the reporter's.
    MoveAway,
    /// The permission was extended.
    Extension,
    /// The report is put right.
    Correction,
    /// The report is taken back.
    Cancellation,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Departure, Self::MoveAway, Self::Extension, Self::Correction, Self::Cancellation];

    /// What the reporter of an index does about the guest of a draft; about one in six nothing.
    fn about(index: usize, draft: usize) -> Option<Self> {
        Self::ALL.get((index + draft) % (Self::ALL.len() + 1)).copied()
    }
}

/// What was done about guests, and what is to be done next.
#[derive(Debug, Default)]
pub(super) struct Chores {
    next: Option<(usize, Deed)>,
    /// The button was pressed that does it at once, without a form.
    pressed: bool,
    done: BTreeMap<usize, (Deed, BTreeSet<String>)>,
}

impl Chores {
    /// The guest of a draft has arrived.
    pub(super) fn begin(&mut self, index: usize, draft: usize) {
        self.next = Deed::about(index, draft).map(|deed| (draft, deed));
        self.pressed = false;
    }

    /// Whether something was done of which the proof has not come.
    pub(super) fn awaits_proof(&self) -> bool {
        self.pressed
    }

    /// What was done and proved: the deed and the numbers on its proofs, by the draft of the guest.
    pub(super) fn done(&self) -> &BTreeMap<usize, (Deed, BTreeSet<String>)> {
        &self.done
    }

    /// Notes a proof. Whether it is the one that was waited for.
    pub(super) fn read(&mut self, shown: &Shown) -> bool {
        let Some(number) = numbers_in(&shown.text, "R-").next() else { return false };
        let known = self.done.iter().find(|(_, (_, numbers))| numbers.contains(number)).map(|(&draft, _)| draft);
        let named = shown.text.split_once(FAMILY).map(|(_, name)| draft_named(name));
        // The note on an extension does not name the guest: a number seen before is an earlier one's.
        let Some(draft) = named.or(known).or(self.next.map(|(draft, _)| draft)) else { return false };
        let awaited = self.next.filter(|&(next, _)| next == draft);
        if let Some((_, deed)) = awaited {
            self.done.entry(draft).or_insert((deed, BTreeSet::new()));
            (self.next, self.pressed) = (None, false);
        }
        if let Some((_, numbers)) = self.done.get_mut(&draft) {
            numbers.insert(number.to_owned());
        }
        awaited.is_some()
    }

    /// What is done about a screen, if it has to do with the guest.
    pub(super) fn act(&mut self, screen: Screen, shown: &Shown, words: &Words, today: NaiveDate) -> Option<Act> {
        let (draft, deed) = self.next?;
        let name = name_of(draft);
        let label = match screen {
            Screen::Home => words.msg_home_stays(),
            Screen::Stays => {
                let key = shown.keys.iter().find(|key| key.label.contains(&name));
                return Some(key.map_or_else(|| Act::Say(name.clone()), |key| shown.tap(key)));
            }
            Screen::Stay => match deed {
                Deed::Departure => words.msg_stay_left_today(),
                Deed::MoveAway => words.msg_stay_move(),
                Deed::Extension => words.msg_stay_extend(),
                Deed::Correction => words.msg_stay_correct(),
                Deed::Cancellation => words.msg_stay_cancel(),
            },
            Screen::WhyCancel => words.reason(Reason::NeverCame),
            Screen::WhyCorrect => words.reason(Reason::Mistyped),
            Screen::ExtensionVisa => words.visa(VisaClass::Eb),
            Screen::ExtensionUntil => {
                let day = today + Days::new(100);
                return Some(Act::Say(format!("{}/{}/{}", day.day(), day.month(), day.year())));
            }
            Screen::MoveWhere => words.msg_move_elsewhere(),
            Screen::MovePlace => words.msg_skip(),
            Screen::MoveDay => words.msg_today(),
            _ => return None,
        };
        let act = shown.press(&label)?;
        let is_last = matches!((screen, deed), (Screen::Stay, Deed::Departure) | (Screen::WhyCancel, _));
        self.pressed |= is_last;
        Some(act)
    }
}
