//! `snaknov sample-receipt`: a printed receipt with invented facts, to look at fonts, layout and printing.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use chrono::{DateTime, Days, Utc};
use clap::Args;

use crate::{
    clock,
    domain::{
        area::AreaCode,
        language::Language,
        premises::{PremisesDetails, PremisesKind},
    },
    papers::{self, ReceiptPaper},
    text::Words,
};

#[derive(Args)]
pub(super) struct SampleReceipt {
    /// The language: km, en or zh
    #[arg(long, default_value = "km", value_parser = language)]
    language: Language,
    /// How many guests stand on it
    #[arg(long, default_value_t = 1)]
    guests: usize,
    /// As reported after the deadline, and corrected since
    #[arg(long)]
    late: bool,
    /// Where to write the PDF
    file: PathBuf,
}

fn language(code: &str) -> Result<Language, String> {
    let known = Language::ALL.into_iter().find(|language| language.as_str() == code);
    known.ok_or_else(|| format!("`{code}` is none of km, en, zh"))
}

impl SampleReceipt {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let bytes = papers::receipt(Words::of(self.language), &self.paper()?)?;
        fs::write(&self.file, bytes).with_context(|| format!("writing {}", self.file.display()))?;
        println!("{} holds a receipt with invented facts.", self.file.display());
        Ok(ExitCode::SUCCESS)
    }

    fn paper(&self) -> anyhow::Result<ReceiptPaper> {
        let words = Words::of(self.language);
        let received = DateTime::<Utc>::from_timestamp(1_795_327_500, 0).context("a fixed moment")?;
        let day = clock::day_of(received);
        let deadline = words.moment(received + chrono::TimeDelta::hours(if self.late { -20 } else { 9 }));
        let place = PremisesDetails {
            kind: PremisesKind::Hotel,
            name: "Mekong Star 湄公星 ផ្ទះសំណាក់ស្ត្រីខ្ញុំ".into(),
            area: AreaCode::try_from("120101").ok().context("an area")?,
            street: Some("ផ្ទះលេខ ១២បេ Street 271 (near Phsar Daeum Thkov), 3rd floor 三楼".into()),
            capacity: None,
        };
        let names = ["WANG XIAOMING", "NGUYỄN THỊ ÁNH", "លី ស្រីមុំ", "欧阳晓明", "MÜLLER-GARCÍA JOSÉ MARÍA DE LA CRUZ"];
        let timeliness = if self.late { words.msg_receipt_late(deadline) } else { words.msg_receipt_on_time(deadline) };
        Ok(ReceiptPaper {
            number: "R-7K2M94Q".into(),
            received: words.moment(received),
            timeliness,
            on_time: !self.late,
            address: words.address(&place),
            premises: place.name,
            guests: names.iter().cycle().take(self.guests).map(|&name| name.to_owned()).collect(),
            arrived: words.day(day - Days::new(1)),
            reported_by: "Dara, clerk".into(),
            version: self.late.then(|| words.digits(2)),
            code: "H4TZ-9PHC".into(),
            link: "https://t.me/snaknov_bot?start=v_R-7K2M94Q_H4TZ-9PHC".into(),
            printed: words.moment(received + chrono::TimeDelta::minutes(95)),
        })
    }
}
