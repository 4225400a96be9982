//! Receipts: the list of those that can be had again, and the check of one that somebody shows.

use chrono::Months;

use crate::{
    domain::{id::ReportId, press::Press, report::ReportKind, rules},
    flow::Screen,
    store::{Lane, Receipt, What},
    text::plain,
};

use super::super::{
    home::menu_row,
    state::Page,
    turn::{Turn, standing},
};
use super::stays::{A_PAGE, turning};

/// Receipts can be had again for so long.
const YEARS: u32 = 5;

impl Turn<'_> {
    pub(super) async fn receipts_screen(&mut self, page: usize) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        let oldest = self.context.now - Months::new(12 * YEARS);
        let (offset, limit) = (i64::try_from(page * A_PAGE)?, i64::try_from(A_PAGE + 1)?);
        let mut receipts = Vec::new();
        for id in self.tx.receipts_for(reporter, offset, limit).await? {
            receipts.extend(self.tx.receipt(id).await?.filter(|receipt| receipt.made_at > oldest));
        }
        let count = page * A_PAGE + receipts.len();
        receipts.truncate(A_PAGE);
        let mut lines =
            vec![if count == 0 { words.msg_receipts_none() } else { format!("{}\n", words.msg_receipts_heading()) }];
        let mut screen = Screen::default();
        for receipt in receipts {
            let place = self.tx.premises(receipt.premises).await?.details.name;
            let (number, kind) = (receipt.number.to_string(), words.report_kind(receipt.kind));
            lines.push(words.msg_receipts_line(&number, &kind, words.moment(receipt.made_at), place));
            let label = format!("{number} · {kind}");
            screen = screen.with_row(vec![standing(label, Press::Receipt(receipt.report))]);
        }
        screen.text = lines.join("\n");
        screen.rows.extend(turning(words, page, count));
        Ok(Some(screen.with_row(menu_row(words))))
    }

    pub(super) async fn receipts_act(&mut self, page: usize, verb: &str, argument: &str) -> anyhow::Result<()> {
        let page = if verb == "p" { argument.parse().unwrap_or(0) } else { page };
        self.open(Page::Receipts(page)).await
    }

    /// A receipt again, as a message or as a page, to whoever may have it.
    pub(in super::super) async fn receipt_again(&mut self, report: ReportId, as_page: bool) -> anyhow::Result<()> {
        let reporter = self.reporter().await?;
        let Some(receipt) = self.tx.receipt(report).await? else { return self.may_not().await };
        let works_there = self.tx.role(receipt.premises, reporter).await?.is_some();
        if !works_there && receipt.reporter != reporter {
            return self.may_not().await;
        }
        self.send_again(if as_page { What::Paper(report) } else { What::Receipt(report) }).await
    }

    /// Sends something again, below what is shown.
    pub(in super::super) async fn send_again(&mut self, what: What) -> anyhow::Result<()> {
        let (chat, now) = (self.chat(), self.context.now);
        let key = format!("again:{}:{chat}:{}", serde_json::to_string(&what)?, now.timestamp_millis());
        self.tx.enqueue(&key, (chat, None), Lane::Prompt, what, now).await?;
        let follows = self.words().msg_receipts_sent();
        self.toast(follows);
        Ok(())
    }

    /// What anybody may learn of a receipt: that it is genuine, its moment, whether it was on time, how many guests.
    pub(in super::super) async fn check_receipt(&mut self, typed: &str) -> anyhow::Result<()> {
        let words = self.words();
        let typed = plain(typed).to_uppercase();
        let mut parts = typed.split([' ', '_', ',']).filter(|part| !part.is_empty());
        let (Some(number), Some(code)) = (parts.next(), parts.next()) else {
            self.tell(words.msg_receipt_check_how());
            return Ok(());
        };
        let receipts = self.tx.receipts_of_number(number).await?;
        let genuine =
            receipts.iter().find(|&receipt| crate::store::same_token(&self.tx.keys().verification_code(receipt), code));
        let Some(genuine) = genuine else {
            self.tell(words.msg_receipt_not_genuine());
            return Ok(());
        };
        let (first, last) = (receipts.first().unwrap_or(genuine), receipts.last().unwrap_or(genuine));
        let timeliness = match (genuine.kind, genuine.deadline_at.or(first.deadline_at)) {
            (ReportKind::Departure | ReportKind::Extension, _) | (_, None) => words.msg_receipt_genuine_no_deadline(),
            (_, Some(deadline)) if rules::is_late(first.made_at, deadline) => words.msg_receipt_genuine_late(),
            _ => words.msg_receipt_genuine_on_time(),
        };
        let mut text = words.msg_receipt_genuine(
            genuine.number.as_str(),
            words.report_kind(genuine.kind),
            words.moment(if is_version(genuine) { genuine.made_at } else { first.made_at }),
            timeliness,
            words.digits(genuine.guests),
        );
        if last.version > genuine.version {
            text.push_str("\n\n");
            text.push_str(&words.msg_receipt_genuine_changed(words.moment(last.made_at)));
        }
        self.tell(text);
        Ok(())
    }

    /// Says something that ends nothing: whatever goes on goes on.
    fn tell(&mut self, text: String) {
        let row = menu_row(self.words());
        self.show(Screen::saying(text).with_row(row));
    }
}

/// Whether the receipt is of a later version, which has a moment of its own.
fn is_version(receipt: &Receipt) -> bool {
    receipt.version > 1
}
