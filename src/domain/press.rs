//! What a standing button does: one that stays good however far the conversation has gone. Deliberately ids only.

use super::id::{AlertId, AnswerId, CaseId, CheckId, DigestId, GuestFormId, PremisesId, ReminderId, ReportId, StayId};

/// Declares the meanings with their codes: letters, then the number of what is meant (0 where nothing is).
macro_rules! presses {
    ($($(#[$doc:meta])* $code:literal $name:ident $(($id:ident))?,)*) => {
        /// A standing button's meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Press {$(
            $(#[$doc])*
            $name $(($id))?,
        )*}

        impl Press {
            /// Letters and number of a meaning.
            fn parts(self) -> (&'static str, i64) {
                match self {$(
                    presses!(@pattern $name id $($id)?) => ($code, presses!(@number id $($id)?)),
                )*}
            }

            /// The meaning of letters and number.
            fn from_parts(letters: &str, number: i64) -> Option<Self> {
                match letters {
                    $($code => Some(presses!(@build $name number $($id)?)),)*
                    _ => None,
                }
            }
        }
    };
    (@pattern $name:ident $bound:ident $id:ident) => { Self::$name($bound) };
    (@pattern $name:ident $bound:ident) => { Self::$name };
    (@number $bound:ident $id:ident) => { $bound.0 };
    (@number $bound:ident) => { 0 };
    (@build $name:ident $number:ident $id:ident) => { Self::$name($id($number)) };
    (@build $name:ident $number:ident) => { Self::$name };
}

presses! {
    /// Show the menu.
    "h" Home,
    /// Report an arrival.
    "r" Report,
    /// Register premises.
    "a" AddPremises,
    /// List premises.
    "p" Premises,
    /// List who is here.
    "u" Stays,
    /// List receipts.
    "c" Receipts,
    /// Choose a language.
    "l" Language,
    /// Show the help.
    "q" Help,
    /// Show the privacy text.
    "y" Privacy,
    /// Everything about oneself, as files.
    "ym" MyData,
    /// What would be erased, and what kept.
    "yx" DeleteMyData,
    /// Withdraw consent.
    "w" Withdraw,
    /// Report another guest, at the place and on the day of a report.
    "n" Another(ReportId),
    /// Report the next guest of the same group: also the days and the kind of papers are those of a report.
    "ng" Group(ReportId),
    /// Show a receipt again.
    "cr" Receipt(ReportId),
    /// Show a receipt as a page.
    "cp" Paper(ReportId),
    /// Show one of the reporter's places.
    "pl" Place(PremisesId),
    /// Open what a guest has filled in.
    "gf" GuestForm(GuestFormId),
    /// Open a stay.
    "o" Stay(StayId),
    /// The guest asked about has left.
    "g" Left(CheckId),
    /// The guest's permission was extended.
    "e" Extended(CheckId),
    /// The guest is still here, without an extension.
    "s" Still(CheckId),
    /// The guest asked about has moved elsewhere.
    "m" Moved(CheckId),
    /// The guest asked about has left today.
    "zt" GoneToday(ReminderId),
    /// The guest asked about left yesterday.
    "zy" GoneYesterday(ReminderId),
    /// The guest asked about stays on.
    "zs" StaysOn(ReminderId),
    /// The guest asked about has moved.
    "zm" MovedOn(ReminderId),
    /// The guest reminded of has left: on which day?
    "zd" Departed(ReminderId),
    /// What a reminder is about was renewed, or is there by now.
    "ze" Renewed(ReminderId),
    /// No more about this.
    "zn" NoMore(ReminderId),
    /// All who are listed at the place are here.
    "za" AllHere(ReminderId),
    /// Some who are listed at the place have left.
    "zl" SomeLeft(ReminderId),
    /// Nobody new has come to the place.
    "zq" NobodyNew(ReminderId),
    /// An officer has seen the unit's digest.
    "zk" DigestSeen(DigestId),
    /// Ask for advice: the talk about a concern.
    "va" Advice,
    /// Remove the talk from the chat.
    "vx" LeaveTalk,
    /// Show the help card.
    "vh" HelpCard,
    /// Open an answer of the protection desk.
    "vo" OpenAnswer(AnswerId),
    /// Add to the concern that was answered.
    "vm" TellMore(AnswerId),
    /// Answer a concern: it was read.
    "var" AnswerReceived(CaseId),
    /// Answer a concern: where and when exactly?
    "vam" AnswerTellMore(CaseId),
    /// Answer a concern: if somebody is in danger.
    "vad" AnswerDanger(CaseId),
    /// Answer a concern: how papers can be had again.
    "vap" AnswerPapers(CaseId),
    /// Answer a concern: it has been looked after.
    "vae" AnswerDone(CaseId),
    /// Close a concern.
    "vc" CloseCase(CaseId),
    /// Release what a case holds back.
    "vr" ReleaseCase(CaseId),
    /// Keep what a case holds back.
    "vk" KeepCase(CaseId),
    /// Open the details of somebody whom a case is about.
    "vp" CasePerson(StayId),
    /// Acknowledge an alert.
    "k" Acknowledge(AlertId),
    /// Open the details of an alert.
    "d" Details(AlertId),
}

impl Press {
    /// As it stands in callback data: letters and a number, at most 24 bytes.
    pub fn code(self) -> String {
        let (letters, number) = self.parts();
        format!("{letters}{number}")
    }

    /// The meaning of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let number = code.find(|c: char| c.is_ascii_digit() || c == '-')?;
        let (letters, number) = code.split_at_checked(number)?;
        Self::from_parts(letters, number.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_means_what_it_was_made_of_and_nothing_else_has_a_meaning() {
        for press in
            [Press::Home, Press::Another(ReportId(7)), Press::Details(AlertId(i64::MAX)), Press::Left(CheckId(0))]
        {
            assert_eq!(Press::from_code(&press.code()), Some(press));
            assert!(press.code().len() <= 24);
        }
        for strange in ["", "h", "0", "h0x", "zz1", "n99999999999999999999", "é1"] {
            assert_eq!(Press::from_code(strange), None, "{strange}");
        }
    }
}
