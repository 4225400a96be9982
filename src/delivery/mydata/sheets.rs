//! A person's data as sheets of a workbook, in their language: what `mydata.json` says for programs, to be read by people.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::{
        area::AreaCode,
        document::{DateSource, VisaClass},
        language::Language,
        member::Role,
        premises::PremisesKind,
        report::{Reason, ReportKind},
        stay::Arrival,
    },
    papers::{Cell, Sheet},
    text::Words,
};

use super::shape::{Guest, MyData, Report, Stated};

pub(super) fn of(data: &MyData, words: &Words) -> Vec<Sheet> {
    vec![
        me(data, words),
        places(data, words),
        colleagues(data, words),
        guests(data, words),
        reports(data, words),
        receipts(data, words),
        consents(data, words),
    ]
}

fn me(data: &MyData, words: &Words) -> Sheet {
    let language = Language::named(data.me.language).map_or_else(String::new, |it| Words::language_name(it).to_owned());
    Sheet {
        name: words.msg_mydata_sheet_me(),
        columns: vec![words.msg_mydata_telegram(), words.msg_mydata_language(), words.msg_mydata_known_since()],
        rows: vec![vec![
            Cell::Text(data.me.telegram_number.to_string()),
            Cell::Text(language),
            moment(words, Some(data.me.known_since)),
        ]],
    }
}

fn places(data: &MyData, words: &Words) -> Sheet {
    let rows = data.places.iter().map(|place| {
        vec![
            Cell::Text(place.name.clone()),
            named(PremisesKind::named(place.kind), |kind| words.premises_kind(kind)),
            named(AreaCode::try_from(place.area.as_str()).ok(), |area| words.area_path(area)),
            text(place.street.as_ref()),
            place.capacity.map_or(Cell::Empty, |capacity| Cell::Number(i64::from(capacity))),
            moment(words, Some(place.registered_at)),
            role(words, place.role),
            text(place.called.as_ref()),
            moment(words, Some(place.member_since)),
            moment(words, place.member_until),
        ]
    });
    Sheet {
        name: words.msg_mydata_sheet_places(),
        columns: vec![
            words.msg_premises_name_label(),
            words.msg_premises_kind_label(),
            words.msg_place_label(),
            words.msg_street_label(),
            words.msg_capacity_label(),
            words.msg_mydata_registered(),
            words.msg_mydata_role(),
            words.msg_mydata_called(),
            words.msg_mydata_since(),
            words.msg_mydata_until(),
        ],
        rows: rows.collect(),
    }
}

fn colleagues(data: &MyData, words: &Words) -> Sheet {
    let rows = data.places.iter().flat_map(|place| {
        place.colleagues.iter().map(|colleague| {
            vec![
                Cell::Text(place.name.clone()),
                text(colleague.called.as_ref()),
                role(words, colleague.role),
                moment(words, Some(colleague.member_since)),
            ]
        })
    });
    Sheet {
        name: words.msg_mydata_sheet_colleagues(),
        columns: vec![
            words.msg_arrival_premises_label(),
            words.msg_mydata_called(),
            words.msg_mydata_role(),
            words.msg_mydata_since(),
        ],
        rows: rows.collect(),
    }
}

/// The columns of what is stated of a guest.
fn facts_columns(words: &Words) -> Vec<String> {
    vec![
        words.msg_arrival_name_label(),
        words.msg_arrival_document_label(),
        words.msg_arrival_number_label(),
        words.msg_arrival_birth_label(),
        words.msg_arrival_sex_label(),
        words.msg_arrival_nationality_label(),
        words.msg_arrival_visa_label(),
        words.msg_arrival_stay_until_label(),
        words.msg_arrival_source_label(),
        words.msg_arrival_unit_label(),
        words.msg_arrival_arrived_label(),
        words.msg_arrival_leaves_label(),
        words.msg_arrival_work_label(),
        words.msg_arrival_permit_until_label(),
        words.msg_arrival_came_from_label(),
    ]
}

fn facts(arrival: &Arrival, words: &Words) -> Vec<Cell> {
    let (identity, permission) = (&arrival.identity, &arrival.permission);
    vec![
        Cell::Text(words.guest(arrival)),
        Cell::Text(words.document_kind(arrival.document)),
        text(identity.number.as_ref()),
        identity
            .birth
            .map_or(Cell::Empty, |birth| birth.day().map_or_else(|| Cell::Text(birth.to_string()), Cell::Day)),
        named(identity.sex, |sex| words.sex(sex)),
        named(identity.nationality, |country| words.country(country).to_owned()),
        named(permission.visa, |visa| words.visa(visa)),
        day(permission.stay_until),
        named(Some(permission.source), |source| words.date_source(source)),
        text(arrival.unit.as_ref()),
        day(Some(arrival.arrived_on)),
        day(arrival.leaves_on),
        named(arrival.work, |work| words.work(work)),
        day(arrival.permit_until),
        text(arrival.came_from.as_ref()),
    ]
}

fn guests(data: &MyData, words: &Words) -> Sheet {
    let mut columns = vec![words.msg_arrival_premises_label()];
    columns.extend(facts_columns(words));
    columns.extend([
        words.msg_mydata_left(),
        words.msg_mydata_cancelled(),
        words.msg_mydata_seen(),
        words.msg_reference_summary(),
        words.msg_mydata_recorded(),
    ]);
    let row = |guest: &Guest| {
        let mut cells = vec![place(data, guest.place)];
        cells.extend(facts(&guest.arrival, words));
        cells.extend([
            day(guest.departed_on),
            moment(words, guest.cancelled_at),
            day(guest.seen_on),
            text(guest.fpcs_reference.as_ref()),
            moment(words, Some(guest.recorded_at)),
        ]);
        cells
    };
    Sheet { name: words.msg_mydata_sheet_guests(), columns, rows: data.guests.iter().map(row).collect() }
}

fn reports(data: &MyData, words: &Words) -> Sheet {
    let mut columns = vec![
        words.msg_mydata_number(),
        words.msg_mydata_version(),
        words.msg_mydata_kind(),
        words.msg_correction_why_label(),
        words.msg_mydata_made(),
        words.msg_mydata_deadline(),
        words.msg_arrival_premises_label(),
        words.msg_mydata_by(),
    ];
    columns.extend(facts_columns(words));
    columns.extend([words.msg_mydata_left(), words.msg_mydata_went_to(), words.msg_mydata_rulebook()]);
    let width = facts_columns(words).len();
    let row = |report: &Report| {
        let by = report
            .by
            .as_ref()
            .and_then(|maker| Role::named(maker.role).map(|role| words.member(maker.called.as_deref(), role)));
        let mut cells = vec![
            Cell::Text(report.number.clone()),
            Cell::Number(report.version),
            named(ReportKind::named(report.kind), |kind| words.report_kind(kind)),
            named(report.reason.and_then(Reason::named), |reason| words.reason(reason)),
            moment(words, Some(report.made_at)),
            moment(words, report.deadline_at),
            place(data, report.place),
            if report.by_me { Cell::Text(words.msg_mydata_by_me()) } else { text(by.as_ref()) },
        ];
        let (mut stated, mut left) = (vec![Cell::Empty; width], [Cell::Empty, Cell::Empty]);
        match &report.stated {
            Stated::Guest(_, arrival) => stated = facts(arrival, words),
            Stated::Departure { departed_on, went_to } => left = [day(Some(*departed_on)), text(went_to.as_ref())],
            Stated::Extension { visa, stay_until, date_source } => {
                stated[6] = named(visa.and_then(VisaClass::named), |visa| words.visa(visa));
                stated[7] = day(*stay_until);
                stated[8] = named(DateSource::named(date_source), |source| words.date_source(source));
            }
            Stated::Nothing => {}
        }
        cells.extend(stated);
        cells.extend(left);
        cells.push(Cell::Text(report.rulebook.clone()));
        cells
    };
    Sheet { name: words.msg_mydata_sheet_reports(), columns, rows: data.reports.iter().map(row).collect() }
}

fn receipts(data: &MyData, words: &Words) -> Sheet {
    let rows = data.receipts.iter().map(|receipt| {
        vec![
            Cell::Text(receipt.number.clone()),
            Cell::Number(receipt.version),
            named(ReportKind::named(receipt.kind), |kind| words.report_kind(kind)),
            moment(words, Some(receipt.made_at)),
            moment(words, receipt.deadline_at),
            Cell::Text(receipt.place_name.clone()),
            Cell::Number(receipt.guests),
            Cell::Text(receipt.code.clone()),
        ]
    });
    Sheet {
        name: words.msg_mydata_sheet_receipts(),
        columns: vec![
            words.msg_mydata_number(),
            words.msg_mydata_version(),
            words.msg_mydata_kind(),
            words.msg_mydata_made(),
            words.msg_mydata_deadline(),
            words.msg_arrival_premises_label(),
            words.msg_mydata_guests(),
            words.msg_mydata_code(),
        ],
        rows: rows.collect(),
    }
}

fn consents(data: &MyData, words: &Words) -> Sheet {
    let rows = data.consents.iter().map(|consent| {
        vec![
            Cell::Text(consent.text_version.clone()),
            moment(words, Some(consent.given_at)),
            moment(words, consent.withdrawn_at),
        ]
    });
    Sheet {
        name: words.msg_mydata_sheet_consents(),
        columns: vec![words.msg_mydata_text(), words.msg_mydata_given(), words.msg_mydata_withdrawn()],
        rows: rows.collect(),
    }
}

fn place(data: &MyData, id: i64) -> Cell {
    let place = data.places.iter().find(|place| place.id == id);
    text(place.map(|place| &place.name))
}

fn text(text: Option<impl ToString>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.to_string()))
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn moment(words: &Words, moment: Option<DateTime<Utc>>) -> Cell {
    moment.map_or(Cell::Empty, |moment| Cell::Text(words.moment(moment)))
}

fn role(words: &Words, name: &str) -> Cell {
    named(Role::named(name), |role| words.role(role))
}

fn named<T>(what: Option<T>, word: impl FnOnce(T) -> String) -> Cell {
    what.map_or(Cell::Empty, |what| Cell::Text(word(what)))
}
