//! Several guests who left: chosen one by one, reported at once.

use crate::{
    domain::{
        id::{PremisesId, StayId},
        member::Act,
        press::Press,
    },
    flow::{Button, Screen},
};

use super::super::{
    state::{Listing, Page},
    turn::{Turn, standing},
};
use super::stays::{A_PAGE, label, turning};

impl Turn<'_> {
    pub(super) async fn several_screen(
        &mut self,
        premises: PremisesId,
        page: usize,
        chosen: &[StayId],
    ) -> anyhow::Result<Option<Screen>> {
        let (reporter, words) = (self.reporter().await?, self.words());
        if !self.tx.may(premises, reporter, Act::Report).await? {
            return Ok(None);
        }
        let count = usize::try_from(self.tx.count_stays(premises, true).await?)?;
        let ids = self.tx.stays_at(premises, true, i64::try_from(page * A_PAGE)?, i64::try_from(A_PAGE)?).await?;
        let name = self.tx.premises(premises).await?.details.name;
        let heading = words.msg_stays_heading(name, words.digits(count));
        let text = format!("{heading}\n\n⟦{}⟧", words.msg_several_ask(words.digits(chosen.len())));
        let mut screen = Screen::saying(text);
        for stay in self.rows(&ids).await? {
            let mark = if chosen.contains(&stay.id) { "☑" } else { "☐" };
            let button = Button::new(format!("{mark} {}", label(words, &stay)), format!("t:{}", stay.id));
            screen = screen.with_row(vec![button]);
        }
        screen.rows.extend(turning(words, page, count));
        if !chosen.is_empty() {
            screen = screen
                .with_row(vec![
                    Button::new(words.msg_stay_left_today(), "left:0"),
                    Button::new(words.msg_stay_left_yesterday(), "left:1"),
                ])
                .with_row(vec![Button::new(words.msg_stay_left_other(), "left:other")]);
        }
        Ok(Some(
            screen.with_row(vec![
                Button::new(words.msg_stays_back(), "back"),
                standing(words.msg_home_menu(), Press::Home),
            ]),
        ))
    }

    pub(super) async fn several_act(&mut self, shown: Page, verb: &str, argument: &str) -> anyhow::Result<()> {
        let Page::Several { premises, page, mut chosen, roll_call } = shown else { return self.show_current().await };
        match verb {
            "t" => {
                let id = StayId(argument.parse().unwrap_or(0));
                match chosen.iter().position(|&stay| stay == id) {
                    Some(at) => drop(chosen.remove(at)),
                    None => chosen.push(id),
                }
                self.open(Page::Several { premises, page, chosen, roll_call }).await
            }
            "p" => {
                let page = argument.parse().unwrap_or(0);
                self.open(Page::Several { premises, page, chosen, roll_call }).await
            }
            "left" if chosen.is_empty() => {
                let none = self.words().msg_several_none();
                self.remark(none);
                self.show_current().await
            }
            "left" => self.left(chosen, argument, roll_call).await,
            _ => self.open(Page::Stays(Listing::present(premises))).await,
        }
    }
}
