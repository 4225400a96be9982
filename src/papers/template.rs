//! Spreadsheets to fill in, one for each kind of place: headings in three languages, drop-down lists, two rows as an
//! example, how to fill it. Deliberately nothing of what is asked where: that is the row.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, Formula, Workbook,
    Worksheet,
};

use crate::{
    domain::{
        country::Country,
        document::{DocumentKind, VisaClass},
        entry::Field,
        export::FileForm,
        person::Sex,
        premises::PremisesKind,
        stay::Work,
    },
    text::Words,
};

use super::{
    csv::csv,
    row::{self, BETWEEN, Column, in_three},
    workbook::{TEXT, begun, free_name, width, write_text},
};

/// Rows that are prepared for guests: lists to choose from, formats.
const ROWS: u32 = 5_000;

/// The first row of guests, after the headings and the examples.
const FIRST: u32 = 3;

const EXAMPLES: usize = 2;

/// The column in front of the fields: a serial number, and that a row is an example.
const MARKS: u16 = 0;

/// A template for a kind of place; its explanations are in the language of whoever asked for it.
pub fn template(kind: PremisesKind, form: FileForm, words: &Words) -> anyhow::Result<Vec<u8>> {
    let fields = row::asked_at(kind);
    if form != FileForm::Xlsx {
        let header = [in_three(|words| words.msg_table_number())].into_iter();
        let header = header.chain(fields.iter().map(|&field| Column::Fact(field).headings()));
        let mut rows = vec![header.map(|heading| heading.join(BETWEEN)).collect::<Vec<_>>()];
        rows.extend(examples(&fields));
        return csv(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
    }
    let looks = Looks::new();
    let mut workbook = begun()?;
    let mut taken = HashSet::new();
    let mut tab = |message: fn(&Words) -> String| free_name(&in_three(message).join(" "), &mut taken);
    // Formulas that name a sheet need its name first.
    let [guests, howto, lists] = [
        tab(|it| it.msg_mydata_sheet_guests()),
        tab(|it| it.msg_table_sheet_howto()),
        tab(|it| it.msg_table_sheet_lists()),
    ];
    fill_guests(workbook.add_worksheet().set_name(guests)?, &fields, &lists, words, &looks)
        .context("the guests' sheet")?;
    fill_howto(workbook.add_worksheet().set_name(howto)?, &looks).context("the explanations' sheet")?;
    fill_lists(&mut workbook, &lists, &fields, &looks).context("the lists' sheet")?;
    workbook.save_to_buffer().context("writing a workbook")
}

fn fill_guests(
    sheet: &mut Worksheet,
    fields: &[Field],
    lists: &str,
    words: &Words,
    looks: &Looks,
) -> anyhow::Result<()> {
    let number = in_three(|words| words.msg_table_number()).join("\n");
    write_text(sheet, 0, MARKS, &number, &looks.header)?;
    sheet.set_column_width(MARKS, 30.0)?;
    let mut listed = 0;
    for (column, &field) in (MARKS + 1..).zip(fields) {
        let heading = Column::Fact(field).headings().join("\n");
        sheet.set_column_width(column, width(&heading).max(narrowest(field)) + 2.0)?;
        sheet.set_column_format(column, looks.of(field))?;
        write_text(sheet, 0, column, &heading, &looks.header)?;
        let source = row::choices(field).map(|choices| {
            listed += 1;
            list_source(lists, listed - 1, choices.len())
        });
        let rule = validation(field, source, words)?;
        sheet.add_data_validation(FIRST, column, FIRST + ROWS - 1, column, &rule)?;
    }
    for (line, example) in (1..).zip(examples(fields)) {
        for (column, cell) in (MARKS..).zip(&example) {
            write_text(sheet, line, column, cell, &looks.example)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What is offered while a cell is filled in. Nothing is refused: what is typed all the same is read, or said to be wrong,
/// by the bot, in the person's language.
fn validation(field: Field, source: Option<Formula>, words: &Words) -> anyhow::Result<DataValidation> {
    let is_list = source.is_some();
    let rule = match (source, field) {
        (Some(source), _) => DataValidation::new().allow_list_formula(source),
        (None, Field::StayUntil | Field::ArrivedOn | Field::LeavesOn | Field::PermitUntil) => {
            let [from, to] = [2000, 2099].map(|year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default());
            DataValidation::new().allow_date(DataValidationRule::Between(from, to))
        }
        (None, _) => DataValidation::new().allow_any_value(),
    };
    let hint = match field {
        Field::Unit => words.msg_table_hint_unit(),
        Field::Name => words.msg_table_hint_name(),
        Field::Birth => words.msg_table_hint_birth(),
        Field::Number => words.msg_table_hint_number(),
        Field::Nationality => words.msg_table_hint_country(),
        Field::StayUntil => words.msg_table_hint_stay_until(),
        _ if is_list => words.msg_table_hint_list(),
        _ => words.msg_table_hint_date(),
    };
    let rule = rule.ignore_blank(true).set_input_message(&hint)?.set_error_message(&hint)?;
    Ok(match field {
        // A country may be typed in any language.
        Field::Nationality => rule.show_error_message(false),
        _ => rule.set_error_style(DataValidationErrorStyle::Warning),
    })
}

/// Where a list stands on the sheet of lists.
fn list_source(lists: &str, column: u16, length: usize) -> Formula {
    let letter = char::from(b'A' + u8::try_from(column).unwrap_or_default());
    Formula::new(format!("='{}'!${letter}$2:${letter}${}", lists.replace('\'', "''"), length + 1))
}

fn fill_lists(workbook: &mut Workbook, name: &str, fields: &[Field], looks: &Looks) -> anyhow::Result<()> {
    let sheet = workbook.add_worksheet().set_name(name)?;
    let lists = fields.iter().filter_map(|&field| Some((field, row::choices(field)?)));
    for (column, (field, choices)) in (0..).zip(lists) {
        write_text(sheet, 0, column, &Column::Fact(field).headings().join("\n"), &looks.header)?;
        for (line, choice) in (1..).zip(&choices) {
            write_text(sheet, line, column, choice, &looks.text)?;
        }
        let widest = choices.iter().map(|choice| width(choice)).fold(0.0, f64::max);
        sheet.set_column_width(column, widest.min(60.0) + 2.0)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn fill_howto(sheet: &mut Worksheet, looks: &Looks) -> anyhow::Result<()> {
    sheet.set_column_width(0, 110.0)?;
    let mut line = 0;
    for said in in_three(|words| words.msg_table_howto()) {
        for (number, sentence) in (1..).zip(said.lines()) {
            write_text(sheet, line, 0, &format!("{number}. {sentence}"), &looks.wrapped)?;
            line += 1;
        }
        line += 1;
    }
    Ok(())
}

/// Invented guests; the mark in front tells readers that they are none.
fn examples(fields: &[Field]) -> [Vec<String>; EXAMPLES] {
    let mark = in_three(|words| words.msg_table_example()).join(BETWEEN);
    let country = |code: &str| Country::try_from(code.to_owned()).map(row::country).unwrap_or_default();
    [0, 1].map(|which| {
        let one_of = |two: [&str; 2]| two[which].to_owned();
        let value = |field: &Field| match field {
            Field::Unit => one_of(["012", "3B"]),
            Field::Name => one_of(["WANG XIAOMING", "MILLER ANNA"]),
            Field::Sex => row::sex([Sex::Male, Sex::Female][which]),
            Field::Birth => one_of(["07/03/1985", "1990"]),
            Field::Nationality => country(["CHN", "DEU"][which]),
            Field::Document => row::document([DocumentKind::Passport, DocumentKind::ResidenceCard][which]),
            Field::Number => one_of(["E01234567", "00123456"]),
            Field::Visa if which == 0 => row::visa(VisaClass::T),
            Field::StayUntil => one_of(["25/12/2026", "30/06/2027"]),
            Field::ArrivedOn => one_of(["25/11/2026", "26/11/2026"]),
            Field::LeavesOn => one_of(["02/12/2026", ""]),
            Field::Work => row::work([Work::WithPermit, Work::DoesNotWorkHere][which]),
            Field::PermitUntil => one_of(["31/12/2026", ""]),
            _ => String::new(),
        };
        std::iter::once(mark.clone()).chain(fields.iter().map(value)).collect()
    })
}

/// The least width of a column, in digits: lists are wider than their headings.
fn narrowest(field: Field) -> f64 {
    match field {
        Field::Name => 28.0,
        Field::Nationality | Field::Document | Field::Visa | Field::Work => 34.0,
        _ => 12.0,
    }
}

struct Looks {
    header: Format,
    text: Format,
    day: Format,
    wrapped: Format,
    example: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_num_format_index(TEXT);
        Self {
            header: text
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E3_EEF9)),
            day: Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            example: text.clone().set_italic().set_font_color(Color::RGB(0x0080_8080)),
            text,
        }
    }

    /// Of a birth date the year may be all that is known, which a date cell would take for a day in 1905.
    fn of(&self, field: Field) -> &Format {
        match field {
            Field::StayUntil | Field::ArrivedOn | Field::LeavesOn | Field::PermitUntil => &self.day,
            _ => &self.text,
        }
    }
}
