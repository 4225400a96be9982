//! What is given out as a table can be sent back: templates, and lists of guests.

use chrono::NaiveDate;
use serde_json::json;
use snaknov::{
    domain::{export::FileForm, premises::PremisesKind, stay::Arrival},
    intake::table::{Layout, Request, read},
    papers::{self, GuestRow, UnlPlace},
    text::{Language, Words},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn request(kind: PremisesKind) -> Request {
    Request { kind, today: day("2026-11-22"), name: None, known: Vec::new() }
}

fn guest(unit: &str) -> GuestRow {
    let arrival: Arrival = serde_json::from_value(json!({
        "premises_id": 1, "document": "passport", "unit": unit, "arrived_on": "2026-11-20", "leaves_on": "2026-11-27",
        "identity": { "name": "WANG XIAOMING", "number": "012345678", "birth": "1985-03-07", "sex": "male", "nationality": "CHN" },
        "permission": { "visa": "eb", "stay_until": "2027-03-03", "source": "extension_sticker" },
        "work": null, "came_from": null,
    }))
    .unwrap();
    let reported_at = day("2026-11-20").and_hms_opt(14, 40, 0).unwrap();
    GuestRow { arrival, departed_on: None, report: "R-7K2M94Q".into(), reported_at, late: false }
}

#[test]
fn an_empty_template_has_no_guest_and_nothing_to_ask() {
    for kind in PremisesKind::ALL {
        for form in FileForm::OF_TEMPLATES {
            let bytes = papers::template(kind, form, Words::of(Language::Km)).unwrap();
            // Either an empty reading or the refusal of a table without guests; never the examples.
            if let Ok(reading) = read(&bytes, &request(kind)) {
                assert_eq!((reading.layout, reading.rows.len(), reading.unknown.len()), (Layout::Template, 0, 0));
            }
        }
    }
}

#[test]
fn a_list_of_guests_reads_as_what_was_reported() {
    let guests = ["012", "=HYPERLINK(\"http://example.com\")", "3B"].map(guest);
    let place = UnlPlace {
        name: "Riverside".into(),
        district: String::new(),
        commune: String::new(),
        village: String::new(),
        street: String::new(),
    };
    let mut files = vec![papers::guests_csv(&guests).unwrap(), papers::unl(&place, &guests, guests[0].reported_at)];
    files.extend(Language::ALL.map(|it| papers::guests_workbook(PremisesKind::Hotel, &guests, Words::of(it)).unwrap()));
    for bytes in files {
        let reading = read(&bytes, &request(PremisesKind::Hotel)).unwrap();
        assert!(reading.unknown.is_empty());
        assert_eq!(reading.rows.len(), guests.len());
        for (row, guest) in reading.rows.iter().zip(&guests) {
            let (entry, arrival) = (&row.entry, &guest.arrival);
            assert!(row.complaints.is_empty(), "{:?}", row.complaints);
            assert_eq!((&entry.name, &entry.number), (&arrival.identity.name, &arrival.identity.number));
            assert_eq!((entry.birth, entry.nationality), (arrival.identity.birth, arrival.identity.nationality));
            assert_eq!(
                (&entry.unit, entry.arrived_on, entry.leaves_on),
                (&arrival.unit, Some(arrival.arrived_on), arrival.leaves_on)
            );
            if reading.layout != Layout::Unl {
                assert_eq!((entry.sex, entry.document), (arrival.identity.sex, Some(arrival.document)));
                assert_eq!((entry.visa, entry.stay_until), (arrival.permission.visa, arrival.permission.stay_until));
            }
        }
    }
}
