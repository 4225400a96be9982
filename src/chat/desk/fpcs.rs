//! What the authorities' own system asks for, in the order of its form, each value to be copied by a tap.

use crate::{
    domain::{
        fpcs::{self, Field},
        id::StayId,
        press::Press,
        stay::Arrival,
    },
    flow::{Button, Screen},
    text::Words,
};

use super::super::{
    state::Page,
    turn::{Turn, standing},
};

impl Turn<'_> {
    pub(super) async fn fpcs_screen(&mut self, stays: &[StayId], at: usize) -> anyhow::Result<Option<Screen>> {
        let Some(&id) = stays.get(at) else { return Ok(None) };
        let Some(stay) = self.own_stay(id).await? else { return Ok(None) };
        let words = self.words();
        let count = format!("{}/{}", words.digits(at + 1), words.digits(stays.len()));
        let reference = stay.fpcs_reference.clone().unwrap_or_else(|| words.msg_not_given());
        let mut lines = vec![words.msg_fpcs_heading(count, reference), String::new()];
        lines.extend(fpcs::fields().iter().filter_map(|&field| line(words, field, &stay.arrival)));
        let mut screen = Screen::saying(lines.join("\n"));
        if at + 1 < stays.len() {
            screen = screen.with_row(vec![Button::new(words.msg_fpcs_next(), "next")]);
        }
        Ok(Some(
            screen
                .with_row(vec![Button::new(words.msg_fpcs_note(), "note")])
                .with_row(vec![Button::new(words.msg_back(), "back"), standing(words.msg_home_menu(), Press::Home)]),
        ))
    }

    pub(super) async fn fpcs_act(&mut self, stays: Vec<StayId>, at: usize, verb: &str) -> anyhow::Result<()> {
        match (verb, stays.get(at).copied()) {
            ("next", _) => self.open(Page::Fpcs { at: at + 1, stays }).await,
            ("note", Some(stay)) => self.note_reference(stay).await,
            (_, Some(stay)) => self.open(Page::Stay(stay)).await,
            (_, None) => self.who_is_here().await,
        }
    }
}

/// A field with its value; what is not known is left out. Dates stand as the form wants them, day first, in Latin digits.
fn line(words: &Words, field: Field, arrival: &Arrival) -> Option<String> {
    let day = |day: chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
    let (identity, permission) = (&arrival.identity, &arrival.permission);
    let (label, value) = match field {
        Field::Name => (words.msg_arrival_name_label(), identity.name.as_ref()?.to_string()),
        Field::Sex => (words.msg_arrival_sex_label(), words.sex(identity.sex?)),
        Field::Birth => {
            let birth = identity.birth?;
            (words.msg_arrival_birth_label(), birth.day().map_or_else(|| birth.to_string(), day))
        }
        Field::Nationality => (words.msg_arrival_nationality_label(), words.country(identity.nationality?).to_owned()),
        Field::Document => (words.msg_arrival_document_label(), words.document_kind(arrival.document)),
        Field::Number => (words.msg_arrival_number_label(), identity.number.as_ref()?.to_string()),
        Field::Visa => (words.msg_arrival_visa_label(), words.visa(permission.visa?)),
        Field::StayUntil => (words.msg_arrival_stay_until_label(), day(permission.stay_until?)),
        Field::Arrived => (words.msg_arrival_arrived_label(), day(arrival.arrived_on)),
        Field::Leaves => (words.msg_arrival_leaves_label(), day(arrival.leaves_on?)),
        Field::Room => (words.msg_arrival_unit_label(), arrival.unit.clone()?),
        Field::CameFrom => (words.msg_arrival_came_from_label(), arrival.came_from.clone()?),
    };
    Some(words.msg_fpcs_line(label, value))
}
