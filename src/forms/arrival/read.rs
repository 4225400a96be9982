//! An arrival that begins with what a picture, a row of a table or typed lines of a document said. Deliberately no reading:
//! that is done in `intake`; here it is compared by the reporter, and what is missing is asked.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        document::DocumentKind,
        document_number::DocumentNumber,
        entry::{Doubt, Entry, Field, Why},
        id::PremisesId,
    },
    flow::{Accepted, Answer, Ask, Asked, Choice, Form, Input, Question, Reaction},
    forms::kit::chosen,
    text::Words,
};

use super::{ArrivalDraft, ArrivalFacts, FORM, Q};

/// Where answers that nobody typed came from, and what is doubtful about them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Read {
    /// What the reporter must look at.
    pub doubts: Vec<Doubt>,
    /// The reporter has compared it with the document.
    pub compared: bool,
}

/// One of several people who are sent together: the same questions, and then back to the others.
pub static ONE_OF_MANY: Form<ArrivalDraft, ArrivalFacts> = Form {
    name: "one of many",
    questions: FORM.questions,
    title: |_, words| words.msg_arrival_summary(),
    finish: |words| words.msg_batch_keep(),
};

/// What was read of the document, a line each, the doubtful marked.
pub(super) const READ: Q = Question {
    id: "read",
    relevant: |draft, _| draft.read.is_some(),
    answered: |draft| draft.read.as_ref().is_none_or(|read| read.compared),
    ask: |draft, facts, words| Ask {
        prompt: words.msg_read_ask(),
        example: Some(lines(draft, facts, words).join("\n")),
        why: Some(words.msg_read_why()),
        ..Ask::default()
    },
    label: |words| words.msg_read_label(),
    answer: |_, _, _| String::new(),
    choices: |draft, facts, words| {
        let mut choices = vec![Choice::new("right", words.msg_read_right())];
        let wrong = |question: &Q| Choice::new(question.id, words.msg_read_wrong((question.label)(words)));
        choices.extend(answered(draft, facts).into_iter().map(|(_, question)| wrong(question)));
        choices
    },
    columns: 1,
    accept: |draft, facts, words, input| compare(draft, facts, words, input),
    skip: None,
    asked: Asked::InTurn,
};

/// The questions that a document or a table answers, with the field that each is about: they bear the same names.
fn readable() -> impl Iterator<Item = (Field, &'static Q)> {
    FORM.questions.iter().filter_map(|question| Some((Field::named(question.id)?, question)))
}

/// Those of them that a draft answers and that are to be compared: what a document says of a person, until when somebody
/// may stay on cards alone; and whatever is doubtful.
fn answered(draft: &ArrivalDraft, facts: &ArrivalFacts) -> Vec<(Field, &'static Q)> {
    use Field::{Birth, Document, Name, Nationality, Number, Sex, StayUntil};
    let stands = |field: Field| match field {
        Document | Number | Name | Sex | Birth | Nationality => true,
        StayUntil if draft.document.is_some_and(DocumentKind::is_card) => true,
        _ => draft.doubts_of(field).next().is_some(),
    };
    readable()
        .filter(|(field, question)| stands(*field) && (question.relevant)(draft, facts) && (question.answered)(draft))
        .collect()
}

fn lines(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    for (field, question) in answered(draft, facts) {
        lines.push(words.msg_summary_line((question.label)(words), (question.answer)(draft, facts, words)));
        lines.extend(draft.doubts_of(field).map(|why| format!("   ⚠️ {}", words.doubt(why))));
    }
    lines
}

/// Something that is wrong is asked at once, as if it had not been read.
fn compare(draft: &mut ArrivalDraft, _: &ArrivalFacts, words: &Words, input: Input<'_>) -> Accepted {
    let id = chosen(input);
    match id {
        "right" => {}
        "document" => draft.document = None,
        "number" => draft.number = None,
        "name" => draft.name = Answer::Open,
        "sex" => draft.sex = Answer::Open,
        "birth" => draft.birth = Answer::Open,
        "nationality" => draft.nationality = Answer::Open,
        "visa" => draft.visa = None,
        "stay_until" => draft.stay_until = Answer::Open,
        "unit" => draft.unit = Answer::Open,
        "arrived_on" => draft.arrived_on = None,
        "leaves_on" => draft.leaves_on = Answer::Open,
        "work" => draft.work = None,
        "came_from" => draft.came_from = Answer::Open,
        "source" => draft.source = None,
        "permit_until" => draft.permit_until = Answer::Open,
        _ => return Err(words.msg_please_press()),
    }
    if let Some(read) = &mut draft.read {
        read.compared = true;
    }
    Ok(Reaction::Taken)
}

impl ArrivalDraft {
    /// A draft of what was read, at a place where that is known. It is compared before anything else is asked.
    pub fn read(entry: Entry, premises: Option<PremisesId>) -> Self {
        let mut draft = Self { premises, ..Self::default() };
        draft.take_in(entry);
        draft
    }

    /// A draft of a row of a table. What may be left out and is not in it is left out; a number without a kind of document
    /// is a passport's, which nearly all are. The reporter's own table is compared only where something is doubtful.
    pub fn row(entry: Entry, premises: Option<PremisesId>, facts: Option<&ArrivalFacts>) -> Self {
        let is_certain = entry.doubts.is_empty();
        let mut draft = Self::read(entry, premises);
        if draft.number.is_some() {
            draft.document = draft.document.or(Some(DocumentKind::Passport));
        }
        if let Some(facts) = facts {
            draft.leave_out_the_rest(facts);
        }
        if is_certain { draft.as_compared() } else { draft }
    }

    /// What may be left out and is not told is left out.
    pub fn leave_out_the_rest(&mut self, facts: &ArrivalFacts) {
        for question in open_questions(&self.clone(), facts) {
            if let Some(skip) = question.skip {
                skip(self);
            }
        }
    }

    /// Takes in what was read. What it says of the person and the document stands, whatever the guest before was like;
    /// anything else stands where it is not answered yet.
    pub fn take_in(&mut self, entry: Entry) {
        fn put<T>(answer: &mut Answer<T>, read: Option<T>) {
            if let Some(read) = read {
                *answer = Answer::Given(read);
            }
        }
        fn fill<T>(answer: &mut Answer<T>, read: Option<T>) {
            if let (Answer::Open, Some(read)) = (&*answer, read) {
                *answer = Answer::Given(read);
            }
        }
        let Entry { doubts, .. } = &entry;
        self.read = Some(Read { doubts: doubts.clone(), compared: false });
        if entry.document.is_some() && entry.document != self.document {
            (self.visa, self.source, self.stay_until) = (None, None, Answer::Open);
            self.document = entry.document;
        }
        if self.document.is_none_or(DocumentKind::was_seen) {
            self.number = self.number.take().or(entry.number);
        }
        put(&mut self.name, entry.name);
        put(&mut self.sex, entry.sex);
        put(&mut self.birth, entry.birth);
        put(&mut self.nationality, entry.nationality);
        self.visa = self.visa.or(entry.visa);
        fill(&mut self.stay_until, entry.stay_until);
        self.source = self.source.or(entry.source);
        fill(&mut self.unit, entry.unit);
        self.arrived_on = self.arrived_on.or(entry.arrived_on);
        fill(&mut self.leaves_on, entry.leaves_on);
        self.work = self.work.or(entry.work);
        fill(&mut self.permit_until, entry.permit_until);
        fill(&mut self.came_from, entry.came_from);
        // Whoever is known from before is not looked up: what the document says stands.
        self.looked_up.clone_from(&self.number);
    }

    /// What stands in it, as an entry to be compared with who is here.
    pub fn as_entry(&self) -> Entry {
        Entry {
            document: self.document,
            number: self.number.clone(),
            name: self.name.given().cloned(),
            sex: self.sex.given().copied(),
            birth: self.birth.given().copied(),
            nationality: self.nationality.given().copied(),
            visa: self.visa,
            stay_until: self.stay_until.given().copied(),
            source: self.source,
            unit: self.unit.given().cloned(),
            arrived_on: self.arrived_on,
            leaves_on: self.leaves_on.given().copied(),
            work: self.work,
            permit_until: self.permit_until.given().copied(),
            came_from: self.came_from.given().cloned(),
            doubts: Vec::new(),
        }
    }

    /// Whether a document can still be read into the draft: nobody's was told yet.
    pub fn awaits_document(&self) -> bool {
        self.number.is_none() && !self.name.is_settled() && self.guest_form.is_none() && !self.correcting
    }

    /// Whether what was read has not been compared yet.
    pub fn is_unread(&self) -> bool {
        self.read.as_ref().is_some_and(|read| !read.compared)
    }

    /// What was read of a row of a table needs no comparing one by one: the table is the reporter's own.
    #[must_use]
    pub fn as_compared(mut self) -> Self {
        if let Some(read) = &mut self.read {
            read.compared = true;
        }
        self
    }

    /// Doubts about a field that nobody has settled.
    pub fn doubts_of(&self, field: Field) -> impl Iterator<Item = Why> {
        let doubts = self.read.iter().flat_map(|read| &read.doubts);
        doubts.filter(move |doubt| doubt.field == field).map(|doubt| doubt.why)
    }

    /// Doubts that nobody has settled.
    pub fn doubts(&self) -> impl Iterator<Item = &Doubt> {
        let unsettled = self.read.iter().filter(|read| !read.compared);
        unsettled.flat_map(|read| &read.doubts)
    }

    /// Whether something read is doubtful and was not compared.
    pub fn is_doubtful(&self) -> bool {
        self.read.as_ref().is_some_and(|read| !read.compared && !read.doubts.is_empty())
    }

    /// What is the same for a whole group, answered for one, answers it for another who lacks it: place, days, visa, work.
    /// Rooms are a person's own, unless they were passed over.
    pub fn lend(&self, other: &mut Self) {
        fn lend<T: Clone>(from: &Answer<T>, to: &mut Answer<T>) {
            if !to.is_settled() {
                to.clone_from(from);
            }
        }
        other.premises = other.premises.or(self.premises);
        other.arrived_on = other.arrived_on.or(self.arrived_on);
        if other.document.is_none() || other.document == self.document {
            other.visa = other.visa.or(self.visa);
            if !other.stay_until.is_settled() {
                other.source = other.source.or(self.source);
            }
            lend(&self.stay_until, &mut other.stay_until);
        }
        if self.unit == Answer::Skipped {
            lend(&self.unit, &mut other.unit);
        }
        lend(&self.leaves_on, &mut other.leaves_on);
        other.work = other.work.or(self.work);
    }

    /// How the person is called in a list: name and number, as far as they are known.
    pub fn called(&self, words: &Words) -> String {
        let number = self.number.as_ref().map(ToString::to_string);
        match (self.name(), number) {
            (Some(name), Some(number)) => format!("{name} · {number}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => words.msg_not_known(),
        }
    }

    /// What else the document says, for comparing it in a list: sex, birth, nationality.
    pub fn particulars(&self, words: &Words) -> String {
        let sex = self.sex.given().map(|&sex| words.sex(sex));
        let birth = self.birth.given().map(|&birth| words.birth(birth));
        let nationality = self.nationality.given().map(|&country| words.country(country).to_owned());
        [sex, birth, nationality].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The number of a document that is the person's alone.
    pub fn own_number(&self) -> Option<&DocumentNumber> {
        self.number.as_ref().filter(|_| self.document.is_some_and(DocumentKind::is_personal))
    }

    /// The room, as far as it is known.
    pub fn room(&self) -> Option<&str> {
        self.unit.given().map(String::as_str)
    }
}

/// Questions of the arrival that a draft leaves open. Comparing what was read is none of them.
fn open_questions<'a>(draft: &'a ArrivalDraft, facts: &'a ArrivalFacts) -> impl Iterator<Item = &'static Q> + 'a {
    let in_turn = FORM.questions.iter().filter(|question| question.asked == Asked::InTurn && question.id != READ.id);
    in_turn.filter(|question| (question.relevant)(draft, facts) && !(question.answered)(draft))
}

/// Whether nothing is missing that a report must state.
pub fn is_complete(draft: &ArrivalDraft, facts: &ArrivalFacts) -> bool {
    open_questions(draft, facts).next().is_none()
}

/// What is missing, as the summary calls it; `None` where nothing is.
pub fn missing(draft: &ArrivalDraft, facts: &ArrivalFacts, words: &Words) -> Option<String> {
    // Of a row without a number the number is missing; what kind of document it is of goes without saying.
    let label = |question: &Q| match question.id {
        "document" => words.field(Field::Number).to_owned(),
        _ => (question.label)(words),
    };
    let labels: Vec<String> = open_questions(draft, facts).map(label).collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

/// What is missing, by the names of the questions, for programs.
pub fn unanswered(draft: &ArrivalDraft, facts: &ArrivalFacts) -> Vec<&'static str> {
    open_questions(draft, facts).map(|question| question.id).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use crate::{domain::premises::PremisesKind, text::Language};

    use super::{super::OwnPremises, *};

    #[test]
    fn a_day_that_has_passed_is_shown_when_a_row_is_compared_and_can_be_said_to_be_wrong() {
        let words = Words::of(Language::En);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let place = OwnPremises { id: PremisesId(1), kind: PremisesKind::Hotel, name: "Riverside".to_owned() };
        let facts = ArrivalFacts { today, premises: vec![place], nationalities: Vec::new(), units: Vec::new() };
        let mut entry = Entry { stay_until: Some(today - Days::new(2)), ..Entry::default() };
        entry.document = Some(DocumentKind::Passport);
        let certain = ArrivalDraft::read(entry.clone(), Some(PremisesId(1)));
        assert!(!lines(&certain, &facts, words).join("\n").contains("20 November"), "a passport does not say it");
        entry.visa = Some(crate::domain::document::VisaClass::T);
        entry.doubts.push(Doubt { field: Field::StayUntil, why: Why::Passed });
        let mut draft = ArrivalDraft::row(entry, Some(PremisesId(1)), Some(&facts));
        let shown = lines(&draft, &facts, words).join("\n");
        assert!(shown.contains("20 November 2026") && shown.contains(&words.doubt(Why::Passed)), "{shown}");
        compare(&mut draft, &facts, words, Input::Choice("stay_until")).expect("it is offered");
        assert_eq!(draft.stay_until, Answer::Open);
    }
}
