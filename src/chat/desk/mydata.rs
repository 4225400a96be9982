//! One's own data: the files with everything, and the erasure, which says beforehand what it does.

use chrono::TimeDelta;

use crate::{
    actions::{self, Erasure},
    domain::press::Press,
    flow::{Button, Screen},
    store::{Lane, What},
};

use super::super::{
    home::menu_row,
    state::{Page, State},
    turn::{Turn, standing},
};

/// Somebody's data is put together at most once in this time.
const AGAIN_AFTER: TimeDelta = TimeDelta::minutes(10);

/// Places that are named where open stays stand in the way; more do not fit a screen.
const PLACES_NAMED: usize = 10;

impl Turn<'_> {
    /// Puts everything about this person on its way into their chat.
    pub(in super::super) async fn my_data(&mut self) -> anyhow::Result<()> {
        let Some(reporter) = self.conversation.reporter.as_ref().map(|reporter| reporter.id) else {
            return self.unknown().await;
        };
        let (chat, now, words) = (self.chat(), self.context.now, self.words());
        let text = if let Some(before) = self.tx.begin_export(reporter, now - AGAIN_AFTER, now).await? {
            words.msg_mydata_wait(words.moment(before + AGAIN_AFTER))
        } else {
            for what in [What::MyDataBook(reporter), What::MyData(reporter)] {
                let key = format!("{}:{}", serde_json::to_string(&what)?, now.timestamp_millis());
                self.tx.enqueue(&key, (chat, None), Lane::Routine, what, now).await?;
            }
            words.msg_mydata_follows()
        };
        self.show(Screen::saying(text).with_row(menu_row(words)));
        Ok(())
    }

    /// Nothing is known about whoever asks.
    async fn unknown(&mut self) -> anyhow::Result<()> {
        let none = self.words().msg_mydata_none();
        self.remark(none);
        self.open(Page::Languages).await
    }

    /// Says what an erasure would do.
    pub(in super::super) async fn deletion(&mut self) -> anyhow::Result<()> {
        if self.conversation.reporter.is_none() {
            return self.unknown().await;
        }
        self.open(Page::Deletion).await
    }

    pub(super) async fn deletion_screen(&mut self) -> anyhow::Result<Option<Screen>> {
        let Some(reporter) = self.conversation.reporter.as_ref().map(|reporter| reporter.id) else { return Ok(None) };
        let erasure = actions::foresee_erasure(self.tx, self.context, reporter, self.user).await?;
        let words = self.words();
        if !erasure.resting.is_empty() {
            return Ok(Some(self.in_the_way(&erasure).await?));
        }
        let screen = Screen::saying(self.foreseen(&erasure))
            .with_row(vec![Button::new(words.msg_erase_yes(), "yes")])
            .with_row(vec![standing(words.msg_mydata_button(), Press::MyData)]);
        Ok(Some(screen.with_row(menu_row(words))))
    }

    /// What would be erased, and what kept, in figures.
    fn foreseen(&self, erasure: &Erasure) -> String {
        let (words, kept) = (self.words(), &erasure.kept);
        let mut lines = vec![words.msg_erase_intro(), String::new(), words.msg_erase_goes()];
        if erasure.memberships > 0 {
            lines.push(words.msg_erase_memberships(words.digits(erasure.memberships)));
        }
        if !erasure.premises.is_empty() {
            lines.push(words.msg_erase_premises(words.digits(erasure.premises.len())));
        }
        lines.push(String::new());
        if kept.reports + kept.receipts == 0 {
            lines.push(words.msg_erase_nothing_kept());
        } else {
            lines.push(words.msg_erase_stays());
        }
        if kept.reports > 0 {
            lines.push(words.msg_erase_reports(words.digits(kept.reports), words.digits(kept.stays)));
            lines.extend(erasure.reports_until.map(|day| words.msg_erase_reports_until(words.day(day))));
        }
        if kept.open > 0 {
            lines.push(words.msg_erase_reports_open(words.digits(kept.open), words.digits(erasure.months)));
        }
        if let Some(until) = erasure.receipts_until {
            let day = words.day(crate::clock::day_of(until));
            lines.push(words.msg_erase_receipts(words.digits(kept.receipts), day));
        }
        lines.push(words.msg_erase_log());
        if erasure.is_officer {
            lines.extend([String::new(), words.msg_erase_officer()]);
        }
        lines.extend([String::new(), words.msg_erase_after()]);
        lines.join("\n")
    }

    /// Guests who are still here need somebody who can be asked: what to do first.
    async fn in_the_way(&mut self, erasure: &Erasure) -> anyhow::Result<Screen> {
        let words = self.words();
        let stays: i64 = erasure.resting.iter().map(|(_, stays)| stays).sum();
        let mut lines = vec![words.msg_erase_open(words.digits(stays)), String::new()];
        for &(premises, stays) in erasure.resting.iter().take(PLACES_NAMED) {
            let name = self.tx.premises(premises).await?.details.name;
            lines.push(words.msg_erase_open_line(name, words.digits(stays)));
        }
        lines.extend([String::new(), words.msg_erase_open_first()]);
        Ok(Screen::saying(lines.join("\n"))
            .with_row(vec![standing(words.msg_home_stays(), Press::Stays)])
            .with_row(menu_row(words)))
    }

    pub(super) async fn deletion_act(&mut self, verb: &str) -> anyhow::Result<()> {
        let Some(reporter) = self.conversation.reporter.as_ref().map(|reporter| reporter.id) else {
            return self.unknown().await;
        };
        if verb != "yes" {
            return self.show_current().await;
        }
        // A guest may have come meanwhile, of whom only this person knows: then the page says so.
        if actions::erase_person(self.tx, self.context, reporter, self.user).await?.is_err() {
            return self.show_current().await;
        }
        let farewell = self.words().msg_erase_done();
        self.state = State::default();
        self.show(Screen::saying(farewell));
        self.conversation.forgotten = true;
        Ok(())
    }
}
