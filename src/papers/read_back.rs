//! What is given out as a table, read again with another reader: nothing begins a formula, nothing is lost on the way.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;

use crate::{
    domain::{
        columns::{self, Heading},
        country::Country,
        document::{DocumentKind, VisaClass},
        entry::Field,
        export::FileForm,
        formula,
        person::Sex,
        premises::PremisesKind,
    },
    text::{Language, Words},
};

use super::{
    Beside, GuestRow, UnlPlace, guests_csv, guests_workbook, reasons,
    row::{self, BETWEEN, Column, in_three},
    template, unl,
};

const HOSTILE: [&str; 6] = ["=HYPERLINK(\"http://example.com\",\"x\")", "+1", "-2+3", "@SUM(A1)", "\t=1", "a|b\r\nU|1"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn guest(unit: &str) -> GuestRow {
    GuestRow {
        arrival: serde_json::from_value(serde_json::json!({
            "premises_id": 1, "document": "passport", "unit": unit, "arrived_on": "2026-11-20", "leaves_on": null,
            "identity": {
                "name": "WANG XIAOMING", "number": "012345678", "birth": "1985-03", "sex": "male", "nationality": "CHN"
            },
            "permission": { "visa": "eb", "stay_until": "2027-03-03", "source": "extension_sticker" },
            "work": "with_permit", "came_from": unit,
        }))
        .unwrap(),
        departed_on: Some(day("2026-11-22")),
        report: "R-7K2M94Q".into(),
        reported_at: day("2026-11-20").and_hms_opt(14, 40, 0).unwrap(),
        late: true,
    }
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert_eq!(formulas.cells().filter(|(.., formula)| !formula.is_empty()).count(), 0, "{sheet}");
    }
    book
}

fn first_sheet(bytes: Vec<u8>) -> Range<Data> {
    opened(bytes).worksheet_range_at(0).unwrap().unwrap()
}

/// A part of a workbook, as XML.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

#[test]
fn a_template_has_what_is_asked_at_its_kind_of_place_in_three_languages() {
    for (kind, expected, missing) in [
        (PremisesKind::Rental, Field::LeavesOn, Field::Work),
        (PremisesKind::Hotel, Field::LeavesOn, Field::PermitUntil),
        (PremisesKind::ConstructionSite, Field::PermitUntil, Field::LeavesOn),
        (PremisesKind::CompanyHousing, Field::Work, Field::LeavesOn),
    ] {
        for language in Language::ALL {
            let bytes = template(kind, FileForm::Xlsx, Words::of(language)).unwrap();
            assert_eq!(bytes, template(kind, FileForm::Xlsx, Words::of(language)).unwrap());
            let mut book = opened(bytes);
            assert_eq!(book.sheet_names().len(), 3);
            let sheet = book.worksheet_range_at(0).unwrap().unwrap();
            let header: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
            assert!(header.iter().all(|heading| heading.lines().count() == 3), "{header:?}");
            let heading = |field| Column::Fact(field).headings().join("\n");
            assert!(header.contains(&heading(expected)) && !header.contains(&heading(missing)), "{header:?}");
            let first: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
            assert_eq!(first, ["ឧទាហរណ៍ / EXAMPLE / 示例"; 2]);
        }
    }
}

#[test]
fn a_template_keeps_zeros_offers_lists_and_says_how_dates_are_written() {
    let bytes = template(PremisesKind::ConstructionSite, FileForm::Xlsx, Words::of(Language::Km)).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("type=\"list\"").count(), 5, "sex, nationality, document, visa, work permit");
    assert_eq!(sheet.matches("type=\"date\"").count(), 3);
    assert!(sheet.contains("errorStyle=\"warning\"") && !sheet.contains("errorStyle=\"stop\""));
    assert!(sheet.contains("<pane ySplit=\"1\""));
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("numFmtId=\"49\"") && styles.contains("dd/mm/yyyy"), "text and dates");
    assert!(sheet.contains(&Words::of(Language::Km).msg_table_hint_stay_until()));

    let mut book = opened(bytes);
    let lists = book.worksheet_range_at(2).unwrap().unwrap();
    let countries = row::choices(Field::Nationality).unwrap();
    let column: Vec<String> = lists.rows().skip(1).map(|row| row[1].to_string()).collect();
    assert_eq!(column, countries);
    assert!(sheet.contains(&format!("$B$2:$B${}", countries.len() + 1)));
}

#[test]
fn each_choice_begins_with_its_code_and_says_no_language_twice() {
    assert_eq!(row::sex(Sex::Female), "F / ស្រី / Female / 女");
    assert_eq!(row::visa(VisaClass::Eb), "EB / ការងារ / work / 工作");
    assert_eq!(row::visa(VisaClass::G), "G");
    assert_eq!(row::document(DocumentKind::None), "គ្មានឯកសារ / Has no document / 没有证件");
    for country in Country::all() {
        let choice = row::country(country);
        assert_eq!(choice.split(BETWEEN).count(), 4, "{choice}");
        assert_eq!(Country::try_from(choice.split(BETWEEN).next().unwrap().to_owned()), Ok(country));
    }
}

#[test]
fn the_template_for_programs_has_the_same_columns() {
    for kind in PremisesKind::ALL {
        let bytes = template(kind, FileForm::Csv, Words::of(Language::En)).unwrap();
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(headings.len(), row::asked_at(kind).len() + 1);
        for (field, heading) in row::asked_at(kind).into_iter().zip(&headings[1..]) {
            for name in heading.split(BETWEEN) {
                assert_eq!(columns::heading(&columns::folded(name)), Some(Heading::Field(field)), "{name}");
            }
        }
        assert_eq!(reader.records().count(), 2);
    }
}

#[test]
fn readers_know_every_column_that_is_given_out() {
    let of = |name: &str| columns::heading(&columns::folded(name));
    let described = include_str!("../../docs/table.md");
    for column in row::whole() {
        assert!(described.contains(&format!("\n| `{}` |", column.name())), "{}", column.name());
        let expected = match column {
            Column::Fact(field) => Heading::Field(field),
            _ => Heading::Ignored,
        };
        assert_eq!(of(column.name()), Some(expected), "{}", column.name());
        for heading in column.headings() {
            assert_eq!(of(&heading), Some(expected), "{heading}");
        }
    }
    let others = [in_three(|words| words.msg_table_correct()), in_three(|words| words.msg_table_number())];
    for heading in others.iter().flatten() {
        assert_eq!(of(heading), Some(Heading::Ignored), "{heading}");
    }
}

#[test]
fn guests_are_listed_with_real_dates_and_nothing_begins_a_formula() {
    let guests = HOSTILE.map(guest);
    for (kind, columns) in [(PremisesKind::Hotel, 15), (PremisesKind::ConstructionSite, 16)] {
        let sheet = first_sheet(guests_workbook(kind, &guests, Words::of(Language::En)).unwrap());
        assert_eq!((sheet.height(), sheet.width()), (1 + HOSTILE.len(), columns));
        let cell = |column: Column, row: u32| {
            let at = row::read_at(kind).iter().position(|it| *it == column).unwrap();
            sheet.get_value((row, u32::try_from(at).unwrap())).unwrap().clone()
        };
        for (row, hostile) in (1..).zip(HOSTILE) {
            let Data::String(unit) = cell(Column::Fact(Field::Unit), row) else { panic!("a room is a text") };
            assert_eq!(unit.replace('\r', ""), hostile.replace('\r', ""));
            assert_eq!(cell(Column::Fact(Field::Number), row), Data::String("012345678".into()));
            assert_eq!(cell(Column::Fact(Field::Birth), row), Data::String("1985-03".into()));
            let Data::DateTime(arrived) = cell(Column::Fact(Field::ArrivedOn), row) else { panic!("a real date") };
            assert_eq!(arrived.as_datetime().unwrap().date(), day("2026-11-20"));
            let Data::DateTime(reported) = cell(Column::ReportedAt, row) else { panic!("a real moment") };
            assert_eq!(reported.as_datetime().unwrap(), guests[0].reported_at);
            assert_eq!(cell(Column::Timeliness, row), Data::String("late".into()));
        }
    }
}

#[test]
fn values_for_programs_are_codes_and_come_back_from_hostile_rooms() {
    let bytes = guests_csv(&HOSTILE.map(guest)).unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let names = reader.headers().unwrap().clone();
    assert_eq!(
        names.iter().collect::<Vec<_>>().join(","),
        "unit,name,sex,birth,nationality,document,number,visa,stay_until,source,arrived_on,leaves_on,work,permit_until,\
         came_from,report,reported_at,timeliness,departed_on"
    );
    for (row, hostile) in reader.records().map(Result::unwrap).zip(HOSTILE) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
        assert_eq!(formula::unguarded(&row[0]), hostile);
        let rest: Vec<&str> = row.iter().skip(1).take(13).collect();
        assert_eq!(
            rest.join(","),
            "WANG XIAOMING,M,1985-03,CHN,passport,012345678,eb,2027-03-03,extension_sticker,2026-11-20,,with_permit,"
        );
        assert_eq!(
            row.iter().skip(15).collect::<Vec<_>>().join(","),
            "R-7K2M94Q,2026-11-20T14:40:00+07:00,late,2026-11-22"
        );
    }
}

#[test]
fn ubyports_lines_have_sixteen_fields_whatever_stands_in_them() {
    let place = UnlPlace {
        name: "Villa | ភ្នំពេញ\n金边".into(),
        district: "Khan Chamkar Mon".into(),
        commune: "Sangkat Tonle Basak".into(),
        village: String::new(),
        street: "=1+1".into(),
    };
    let mut guests = HOSTILE.map(guest).to_vec();
    guests[1].departed_on = None;
    guests[2].arrival.identity.birth = Some("1990".parse().unwrap());
    guests[3].arrival.document = DocumentKind::Diplomatic;
    let text = String::from_utf8(unl(&place, &guests, guests[0].reported_at)).unwrap();
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), HOSTILE.len(), "the place, and all guests but the diplomat");
    assert!(lines.iter().all(|line| line.split('|').count() == 16 && !line.contains(['\n', '\r', '\t'])), "{text}");
    assert!(lines.iter().all(|line| line.split('|').all(|field| !field.starts_with(['=', '+', '-', '@']))), "{text}");
    assert_eq!(
        lines[0],
        "A|2|||Villa   ភ្នំពេញ 金边||Khan Chamkar Mon|Sangkat Tonle Basak||'=1+1||||2026.11.20 14:40:00||"
    );
    assert_eq!(
        lines[1],
        "U|20.11.2026|22.11.2026|WANG XIAOMING|||00.03.1985|||CHN||012345678||||'=HYPERLINK(\"http://example.com\",\"x\")"
    );
    assert!(lines[2].starts_with("U|20.11.2026||WANG") && lines[3].contains("|00.00.1990|"), "{text}");
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn reasons_stand_beside_the_rows_of_the_same_spreadsheet() {
    let sent = rows(&[
        &["Guests of November"],
        &["Room", "Name", "Passport"],
        &["012", "WANG XIAOMING", "E0123"],
        &["=1+1", "MILLER ANNA", ""],
        &["", "", "total 2"],
    ]);
    let beside = [(2, Beside::Good), (3, Beside::Correct("The passport number is missing.".into()))];
    let words = Words::of(Language::En);
    let bytes = reasons(Some(1), &sent, &beside, words).unwrap();
    assert!(part(&bytes, "xl/styles.xml").contains("FFF2CC"));
    let sheet = first_sheet(bytes.clone());
    let read: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(read.len(), sent.len());
    for (row, was) in read.iter().zip(&sent) {
        assert_eq!(row[1..=was.len()], was[..], "the cells are what they were");
    }
    assert_eq!(read[1][0], "ត្រូវកែអ្វី\nWhat to correct\n需更正");
    assert_eq!(
        [&*read[0][0], &*read[2][0], &*read[3][0], &*read[4][0]],
        ["", "✓", "The passport number is missing.", ""]
    );

    // Sent again, with some put right: the column of the earlier answer gives way.
    let again = first_sheet(reasons(Some(1), &read, &[(3, Beside::Good)], words).unwrap());
    assert_eq!(again.width(), sheet.width());
    assert_eq!(
        [again.get_value((2, 0)), again.get_value((3, 0))],
        [None, Some(&Data::String("✓".into()))].map(|it| it.or(Some(&Data::Empty)))
    );
}

#[test]
fn a_spreadsheet_without_headings_gets_a_line_for_that_of_the_reasons() {
    let sent = rows(&[&["WANG XIAOMING", "E0123"]]);
    let beside = [(0, Beside::Correct("…".into()))];
    let sheet = first_sheet(reasons(None, &sent, &beside, Words::of(Language::Zh)).unwrap());
    assert_eq!(sheet.height(), 2);
    assert_eq!(sheet.get_value((1, 1)), Some(&Data::String("WANG XIAOMING".into())));
    assert!(reasons(None, &[], &[], Words::of(Language::Km)).is_ok());
}
