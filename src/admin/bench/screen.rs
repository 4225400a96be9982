//! Which screen a phone shows, told by the catalogue's own words: a changed text is followed without a change here.

use std::sync::OnceLock;

use crate::text::{Language, Words, spans};

use super::phone::Shown;

/// A screen that a reporter knows how to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    Languages,
    Consent,
    Home,
    Sent,
    Receipt,
    Doubt,
    Kind,
    PlaceName,
    Place,
    WhichPlace,
    Street,
    Capacity,
    SavePlace,
    Document,
    Number,
    Name,
    Sex,
    Birth,
    Nationality,
    WhichNationality,
    Visa,
    StayUntil,
    Unit,
    ArrivedOn,
    LeavesOn,
    Work,
    Send,
    /// What proves anything else than an arrival.
    Proof,
    /// Who is here.
    Stays,
    /// One guest.
    Stay,
    WhyCancel,
    WhyCorrect,
    ExtensionVisa,
    ExtensionUntil,
    MoveWhere,
    MovePlace,
    MoveDay,
    /// None of these: passed over where that is possible.
    Other,
}

/// What the screens of one language are known by.
pub(super) struct Phrases {
    /// Labels of buttons.
    labels: Vec<(String, Screen)>,
    /// Parts of texts.
    texts: Vec<(String, Screen)>,
    why_nationality: String,
}

impl Phrases {
    /// The phrases of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        static PHRASES: OnceLock<[Phrases; 3]> = OnceLock::new();
        &PHRASES.get_or_init(|| Language::ALL.map(|language| Self::new(Words::of(language))))[language as usize]
    }

    fn new(words: &Words) -> Self {
        let labels = vec![
            (words.msg_report_another(), Screen::Receipt),
            (words.msg_receipt_paper(), Screen::Proof),
            (words.msg_stays_several(), Screen::Stays),
            (words.msg_stays_back(), Screen::Stay),
            (words.msg_yes_right(), Screen::Doubt),
            (words.msg_arrival_send(), Screen::Send),
            (words.msg_premises_save(), Screen::SavePlace),
            (words.msg_consent_agree(), Screen::Consent),
            (words.msg_home_report(), Screen::Home),
        ];
        let texts = vec![
            (words.msg_arrival_document_ask(), Screen::Document),
            (words.msg_arrival_number_ask(), Screen::Number),
            (words.msg_arrival_name_ask(), Screen::Name),
            (words.msg_arrival_sex_ask(), Screen::Sex),
            (words.msg_arrival_birth_ask(), Screen::Birth),
            (words.msg_arrival_nationality_ask(), Screen::Nationality),
            (words.msg_arrival_visa_ask(), Screen::Visa),
            (words.msg_arrival_stay_until_ask(), Screen::StayUntil),
            (words.msg_arrival_unit_ask(), Screen::Unit),
            (words.msg_arrival_arrived_ask(), Screen::ArrivedOn),
            (words.msg_arrival_leaves_ask(), Screen::LeavesOn),
            (words.msg_arrival_work_ask(), Screen::Work),
            (words.msg_report_sent(), Screen::Sent),
            (words.msg_departure_sent(), Screen::Sent),
            (words.msg_extension_sent(), Screen::Sent),
            (words.msg_correction_sent(), Screen::Sent),
            (words.msg_cancellation_sent(), Screen::Sent),
            (words.msg_stay_cancel_why(), Screen::WhyCancel),
            (words.msg_correction_why_ask(), Screen::WhyCorrect),
            (words.msg_extension_visa_ask(), Screen::ExtensionVisa),
            (words.msg_extension_until_ask(), Screen::ExtensionUntil),
            (words.msg_move_where_ask(), Screen::MoveWhere),
            (words.msg_move_place_ask(), Screen::MovePlace),
            (words.msg_move_day_ask(), Screen::MoveDay),
            (words.msg_premises_kind_ask(), Screen::Kind),
            (words.msg_premises_name_ask(), Screen::PlaceName),
            (words.msg_place_ask(), Screen::Place),
            (words.msg_place_which(), Screen::WhichPlace),
            (words.msg_street_ask(), Screen::Street),
            (words.msg_capacity_ask(), Screen::Capacity),
            (words.msg_language_ask(), Screen::Languages),
        ];
        let unmarked = |(text, screen): (String, Screen)| (spans(&text).0, screen);
        Self {
            labels,
            texts: texts.into_iter().map(unmarked).collect(),
            why_nationality: words.msg_arrival_nationality_why(),
        }
    }

    /// Which screen this is.
    pub(super) fn screen(&self, shown: &Shown) -> Screen {
        let labelled = |label: &String| shown.keys.iter().any(|key| key.label == *label);
        let by_label = self.labels.iter().find(|(label, _)| labelled(label));
        let by_text = || self.texts.iter().find(|(text, _)| shown.text.contains(text.as_str()));
        match by_label.or_else(by_text).map_or(Screen::Other, |&(_, screen)| screen) {
            // A name that fits several countries narrows them; the reason has been given by then.
            Screen::Nationality if !shown.text.contains(&self.why_nationality) => Screen::WhichNationality,
            screen => screen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_hides_in_another_phrase_of_its_language() {
        for language in Language::ALL {
            let phrases = Phrases::of(language);
            for (text, screen) in &phrases.texts {
                let shown = Shown { message: 1, text: format!("1/9  {text}\n\n…"), keys: Vec::new() };
                let expected = if *screen == Screen::Nationality { Screen::WhichNationality } else { *screen };
                assert_eq!(phrases.screen(&shown), expected, "{text}");
            }
        }
    }
}
