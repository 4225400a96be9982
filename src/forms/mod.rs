//! What we ask: one file a form, with its draft, its questions and the report that comes of it. Pure.

pub mod arrival;
pub mod concern;
pub mod departure;
pub mod extension;
pub mod invitation;
mod kit;
pub mod leaving;
pub mod moving;
pub mod premises;
pub mod reference;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        flow::Form,
        text::{Language, Words},
    };

    /// Questions without an example or without a reason, in any language.
    fn bare<D: Default, F>(form: &'static Form<D, F>, facts: &F) -> Vec<String> {
        let mut bare = Vec::new();
        for language in Language::ALL {
            for question in form.questions {
                let ask = (question.ask)(&D::default(), facts, Words::of(language));
                if ask.example.is_none() || ask.why.is_none() {
                    bare.push(format!("{}: {} in {}", form.name, question.id, language.as_str()));
                }
            }
        }
        bare
    }

    #[test]
    fn each_question_has_an_example_and_says_why_it_is_asked() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let facts = arrival::ArrivalFacts { today, premises: Vec::new(), nationalities: Vec::new(), units: Vec::new() };
        assert_eq!(bare(&arrival::FORM, &facts), Vec::<String>::new());
        assert_eq!(bare(&arrival::GUEST, &facts), Vec::<String>::new());
        let invites = invitation::InvitationFacts { roles: crate::domain::member::Role::ALL.to_vec() };
        assert_eq!(bare(&invitation::FORM, &invites), Vec::<String>::new());
        assert_eq!(bare(&premises::FORM, &()), Vec::<String>::new());
        assert_eq!(bare(&concern::FORM, &()), Vec::<String>::new());
        assert_eq!(bare(&departure::FORM, &departure::DepartureFacts { today }), Vec::<String>::new());
        assert_eq!(bare(&leaving::FORM, &leaving::LeavingFacts { today }), Vec::<String>::new());
        assert_eq!(bare(&moving::FORM, &moving::MovingFacts { today, places: Vec::new() }), Vec::<String>::new());
        assert_eq!(bare(&reference::FORM, &()), Vec::<String>::new());
        assert_eq!(bare(&extension::FORM, &extension::ExtensionFacts { today }), Vec::<String>::new());
    }
}
