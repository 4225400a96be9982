//! Who works at a place and has no work permit, or one that ran out or soon will, and what can be done about it. Nothing of
//! what a unit is told.

use crate::{
    domain::{
        id::{PremisesId, StayId},
        member::Act,
        press::Press,
        rulebook::Rulebook,
        stay::Arrival,
        work_permit::{self, Lacking},
    },
    flow::{Button, Screen},
    text::Words,
};

use super::{
    super::{
        state::{Listing, Page},
        turn::{Turn, standing},
    },
    stays::{A_PAGE, GUEST_MAX, label, turning},
};

impl Turn<'_> {
    /// What is lacking of somebody's work permit on this day.
    pub(super) fn permit_of(&self, arrival: &Arrival) -> Option<Lacking> {
        let today = self.today();
        work_permit::lacking(arrival.work?, arrival.permit_until, today, Rulebook::shipped().on(today))
    }

    pub(super) async fn permits_screen(&mut self, premises: PremisesId, page: usize) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if !self.tx.may(premises, reporter, Act::Report).await? {
            return Ok(None);
        }
        let place = self.tx.premises(premises).await?.details.name;
        let lacking = self.lacking_at(premises).await?;
        let mut text = words.msg_permits_heading(place, words.digits(lacking.len()));
        text.push('\n');
        let mut rows = Vec::new();
        // A page that emptied while it was looked at gives way to the last one.
        let page = page.min(lacking.len().saturating_sub(1) / A_PAGE);
        for &(what, id) in lacking.iter().skip(page * A_PAGE).take(A_PAGE) {
            let stay = self.tx.stay(id).await?;
            let guest: String = words.guest(&stay.arrival).chars().take(GUEST_MAX).collect();
            let room = words.room(stay.arrival.unit.as_deref());
            text.push('\n');
            text.push_str(&words.msg_permits_line(guest, room, said(words, what)));
            rows.push(vec![Button::new(label(words, &stay), format!("s:{id}"))]);
        }
        if lacking.is_empty() {
            text.push('\n');
            text.push_str(&words.msg_permits_none());
        }
        text.push_str("\n\n");
        text.push_str(&words.msg_permits_what_to_do());
        rows.extend(turning(words, page, lacking.len()));
        Ok(Some(
            Screen { text, rows, ..Screen::default() }.with_row(vec![
                Button::new(words.msg_stays_back(), "back"),
                standing(words.msg_home_menu(), Press::Home),
            ]),
        ))
    }

    /// Those of whom something is lacking, in the order in which they are listed.
    async fn lacking_at(&mut self, premises: PremisesId) -> anyhow::Result<Vec<(Lacking, StayId)>> {
        let today = self.today();
        let rules = Rulebook::shipped().on(today);
        let permits = self.tx.work_permits_at(premises).await?;
        let lacking = |permit: &crate::store::WorkPermit| {
            Some((work_permit::lacking(permit.work, permit.until, today, rules)?, permit.stay))
        };
        let mut lacking: Vec<_> = permits.iter().filter_map(lacking).collect();
        lacking.sort_unstable();
        Ok(lacking)
    }

    pub(super) async fn permits_act(
        &mut self,
        premises: PremisesId,
        page: usize,
        verb: &str,
        argument: &str,
    ) -> anyhow::Result<()> {
        match (verb, argument.parse()) {
            ("s", Ok(id)) => self.open(Page::Stay(StayId(id))).await,
            ("p", Ok(page)) => self.open(Page::Permits { premises, page: usize::try_from(page).unwrap_or(0) }).await,
            ("back", _) => self.open(Page::Stays(Listing::present(premises))).await,
            _ => self.open(Page::Permits { premises, page }).await,
        }
    }
}

/// What is lacking, in words.
fn said(words: &Words, lacking: Lacking) -> String {
    match lacking {
        Lacking::None => words.msg_permits_missing(),
        Lacking::NotSeen => words.msg_permits_not_seen(),
        Lacking::RanOut(day) => words.msg_permits_ran_out(words.day(day)),
        Lacking::RunsOut(day) => words.msg_permits_runs_out(words.day(day)),
        Lacking::Undated => words.msg_permits_undated(),
    }
}

/// The button that notes what is lacking.
pub(super) fn noting(words: &Words, lacking: Lacking) -> String {
    match lacking {
        Lacking::None | Lacking::NotSeen => words.msg_check_has_permit(),
        Lacking::RanOut(_) | Lacking::RunsOut(_) => words.msg_permits_renewed(),
        Lacking::Undated => words.msg_permits_note_date(),
    }
}
