//! The list of guests of a place: who is here, who was.

use crate::{
    domain::{
        duty::{Duty, Sending},
        id::{GuestFormId, PremisesId, StayId},
        member::Act,
        premises::PremisesKind,
        press::Press,
        rulebook::Rulebook,
        rules,
    },
    flow::{Button, LABEL_MAX, Screen},
    store::StayRow,
    text::Words,
};

use super::super::{
    home::menu_row,
    state::{At, Listing, Next, Page},
    turn::{Turn, standing},
};

/// Guests on one page.
pub(super) const A_PAGE: usize = 8;

/// Characters of a name in a list.
pub(super) const GUEST_MAX: usize = 60;

/// Guests looked through when something is looked for.
const LOOKED_THROUGH: i64 = 2000;

impl Turn<'_> {
    pub(super) async fn places_screen(&mut self) -> anyhow::Result<Option<Screen>> {
        let reporter = self.reporter().await?;
        let mut screen = Screen::saying(format!("⟦{}⟧", self.words().msg_stays_which()));
        for place in self.tx.premises_of(reporter).await?.into_iter().take(20) {
            screen = screen.with_row(vec![Button::new(place.details.name, format!("at:{}", place.id))]);
        }
        Ok(Some(screen.with_row(menu_row(self.words()))))
    }

    pub(super) async fn stays_screen(&mut self, listing: &Listing) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if !self.tx.may(listing.premises, reporter, Act::Report).await? {
            return Ok(None);
        }
        let (stays, count) = self.listed(listing).await?;
        let place = self.tx.premises(listing.premises).await?.details;
        let name = place.name;
        let total = words.digits(self.tx.count_stays(listing.premises, !listing.past).await?);
        let heading =
            if listing.past { words.msg_stays_past_heading(name, total) } else { words.msg_stays_heading(name, total) };
        let mut text = heading;
        let mut rows = Vec::new();
        if let Some(duty) = self.own_draft(listing) {
            text.push_str("\n\n");
            text.push_str(&words.msg_stays_draft(words.duty(duty)));
            rows.push(vec![Button::new(words.msg_stays_continue(), "continue")]);
        }
        if !listing.past && listing.find.is_none() {
            for (line, button) in self.waiting_guests(listing.premises).await? {
                text.push_str("\n\n");
                text.push_str(&line);
                rows.push(vec![button]);
            }
        }
        text.push_str(&self.lines(&stays, listing.past).await?);
        text.push_str("\n\n");
        text.push_str(&match &listing.find {
            Some(find) if stays.is_empty() => words.msg_stays_found_none(find),
            _ if stays.is_empty() => words.msg_stays_none(),
            _ => words.msg_stays_find(),
        });
        rows.extend(stays.iter().map(|stay| vec![Button::new(label(words, stay), format!("s:{}", stay.id))]));
        rows.extend(turning(words, listing.page, count));
        let mut screen = Screen { text, rows, ..Screen::default() };
        if listing.past {
            screen = screen.with_row(vec![Button::new(words.msg_stays_present(), "present")]);
        } else {
            screen = screen
                .with_row(vec![
                    Button::new(words.msg_stays_several(), "several"),
                    Button::new(words.msg_stays_past(), "past"),
                ])
                .with_row(vec![Button::new(words.msg_place_guest_links(), "links")]);
            if place.kind.houses_workers() {
                screen = screen.with_row(vec![Button::new(words.msg_permits_open(), "permits")]);
            }
            screen = screen.with_row(vec![Button::new(words.msg_stays_fpcs(), "fpcs")]);
            // A desk with many guests has its files near; who lets a room finds them at the place.
            if place.kind != PremisesKind::Rental {
                screen = screen.with_row(vec![Button::new(words.msg_files_button(), "files")]);
            }
        }
        Ok(Some(screen.with_row(vec![
            standing(words.msg_home_report(), Press::Report),
            standing(words.msg_home_menu(), Press::Home),
        ])))
    }

    /// The guests on a page of a list, and how many pages' worth there are.
    async fn listed(&mut self, listing: &Listing) -> anyhow::Result<(Vec<StayRow>, usize)> {
        let Some(find) = &listing.find else {
            let count = self.tx.count_stays(listing.premises, !listing.past).await?;
            let (offset, limit) = (i64::try_from(listing.page * A_PAGE)?, i64::try_from(A_PAGE)?);
            let ids = self.tx.stays_at(listing.premises, !listing.past, offset, limit).await?;
            return Ok((self.rows(&ids).await?, usize::try_from(count)?));
        };
        let wanted = crate::text::fold_label(find);
        let ids = self.tx.stays_at(listing.premises, !listing.past, 0, LOOKED_THROUGH).await?;
        let mut found = self.rows(&ids).await?;
        found.retain(|stay| {
            let name = stay.arrival.identity.name.as_ref().map(ToString::to_string).unwrap_or_default();
            let is_room = stay.arrival.unit.as_ref().is_some_and(|unit| crate::text::fold_label(unit) == wanted);
            !wanted.is_empty() && (is_room || crate::text::fold_label(&name).contains(&wanted))
        });
        let count = found.len();
        Ok((found.into_iter().skip(listing.page * A_PAGE).take(A_PAGE).collect(), count))
    }

    pub(super) async fn rows(&mut self, ids: &[StayId]) -> anyhow::Result<Vec<StayRow>> {
        let mut rows = Vec::with_capacity(ids.len());
        for &id in ids {
            rows.push(self.tx.stay(id).await?);
        }
        Ok(rows)
    }

    /// A line for each guest, under the room where guests are listed by room.
    async fn lines(&mut self, stays: &[StayRow], past: bool) -> anyhow::Result<String> {
        let words = self.words();
        let mut lines = String::new();
        let mut room = None;
        for stay in stays {
            let arrival = &stay.arrival;
            if !past && room != Some(&arrival.unit) {
                room = Some(&arrival.unit);
                let name = arrival.unit.clone().unwrap_or_else(|| words.msg_stays_no_room());
                lines.push_str("\n\n");
                lines.push_str(&words.msg_stays_room(name));
            }
            let guest: String = words.guest(arrival).chars().take(GUEST_MAX).collect();
            let from = words.day(arrival.arrived_on);
            let duty = words.duty(self.duty(stay).await?);
            let or_unknown =
                |day: Option<chrono::NaiveDate>| day.map_or_else(|| words.msg_not_known(), |day| words.day(day));
            lines.push('\n');
            lines.push_str(&if past {
                words.msg_stays_past_line(guest, from, or_unknown(stay.departed_on), duty)
            } else {
                words.msg_stays_line(guest, from, or_unknown(arrival.permission.stay_until), duty)
            });
        }
        Ok(lines)
    }

    /// How far the report of a stay has come.
    pub(super) async fn duty(&mut self, stay: &StayRow) -> anyhow::Result<Duty> {
        let versions = self.tx.versions_of_arrival(stay.id).await?;
        let sending = Sending {
            exempt: stay.arrival.is_exempt(),
            cancelled: stay.cancelled,
            version: versions.last().map_or(1, |last| last.version),
            acknowledged: versions.last().is_some_and(|last| last.acknowledged_at.is_some()),
        };
        Ok(sending.duty())
    }

    /// The state of this person's unfinished report for the listed place.
    fn own_draft(&self, listing: &Listing) -> Option<Duty> {
        let At::Arrival { session, known, .. } = &self.state.at else { return None };
        let facts = known.facts(self.today());
        let here = session.draft.place(&facts).is_some_and(|place| place.id == listing.premises);
        let due = |day| Duty::Due(rules::deadline(day, Rulebook::shipped(), crate::clock::end_of(day)));
        (here && !listing.past).then(|| session.draft.arrived_on.map_or(Duty::Draft, due))
    }

    pub(super) async fn stays_act(&mut self, listing: Listing, verb: &str, argument: &str) -> anyhow::Result<()> {
        match verb {
            "s" => match argument.parse() {
                Ok(id) => self.open(Page::Stay(StayId(id))).await,
                Err(_) => self.show_current().await,
            },
            "p" => self.open(Page::Stays(Listing { page: argument.parse().unwrap_or(0), ..listing })).await,
            "past" => self.open(Page::Stays(Listing { past: true, ..Listing::present(listing.premises) })).await,
            "several" => {
                let premises = listing.premises;
                self.open(Page::Several { premises, page: 0, chosen: Vec::new(), roll_call: None }).await
            }
            "links" => self.open(Page::GuestLinks(listing.premises)).await,
            "permits" => self.open(Page::Permits { premises: listing.premises, page: 0 }).await,
            "files" => self.open(Page::Files(listing.premises)).await,
            "gf" => match argument.parse() {
                Ok(id) => self.guest_draft(GuestFormId(id)).await,
                Err(_) => self.show_current().await,
            },
            "fpcs" => self.arrivals_for_fpcs(listing.premises).await,
            "continue" => self.go_on(Next::Report).await,
            _ => self.open(Page::Stays(Listing::present(listing.premises))).await,
        }
    }

    /// Those who arrived today, one after the other, for the authorities' own system.
    async fn arrivals_for_fpcs(&mut self, premises: PremisesId) -> anyhow::Result<()> {
        let today = self.today();
        let ids = self.tx.stays_at(premises, true, 0, LOOKED_THROUGH).await?;
        let stays: Vec<StayId> = self
            .rows(&ids)
            .await?
            .into_iter()
            .filter(|stay| stay.arrival.arrived_on == today && !stay.arrival.is_exempt())
            .map(|stay| stay.id)
            .collect();
        if stays.is_empty() {
            let none = self.words().msg_fpcs_none_today();
            self.remark(none);
            return self.show_current().await;
        }
        self.open(Page::Fpcs { stays, at: 0 }).await
    }
}

/// A guest on a button: room and name.
pub(super) fn label(words: &Words, stay: &StayRow) -> String {
    let guest = words.guest(&stay.arrival);
    let label = match &stay.arrival.unit {
        Some(unit) => format!("{unit} · {guest}"),
        None => guest,
    };
    label.chars().take(LABEL_MAX).collect()
}

/// The arrows that turn pages.
pub(super) fn turning(words: &Words, page: usize, count: usize) -> Option<Vec<Button>> {
    turning_by(words, page, count, A_PAGE)
}

/// The same with so many on a page.
pub(super) fn turning_by(words: &Words, page: usize, count: usize, a_page: usize) -> Option<Vec<Button>> {
    let mut row = Vec::new();
    if page > 0 {
        row.push(Button::new(format!("‹ {}", words.digits(page)), format!("p:{}", page - 1)));
    }
    if (page + 1) * a_page < count {
        row.push(Button::new(format!("{} ›", words.digits(page + 2)), format!("p:{}", page + 1)));
    }
    (!row.is_empty()).then_some(row)
}
