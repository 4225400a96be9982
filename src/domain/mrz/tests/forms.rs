//! What people, programs and cameras make of a zone before it arrives.

use super::*;

/// The same zone, whatever it was dressed in: no repair.
#[test]
fn dress_is_no_repair() {
    for (format, zone) in SPECIMENS {
        let lines: Vec<&str> = zone.lines().collect();
        let spaced = |by: &str| zone.chars().map(String::from).collect::<Vec<_>>().join(by);
        let wide = zone.chars().map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
            _ => c,
        });
        let half = lines[0].len() / 2;
        let texts = [
            zone.to_lowercase(),
            spaced(" "),
            spaced("\u{200B}"),
            spaced("\u{A0}"),
            wide.collect(),
            zone.replace('<', "＜"),
            zone.replace('<', "«"),
            zone.replace("<<", "«"),
            zone.replace('<', "‹"),
            zone.replace('<', "&lt;"),
            zone.replace('<', "&amp;LT;"),
            zone.replace('\n', "\r\n"),
            zone.replace('\n', "\n\n\n"),
            zone.replace('\n', " \t\r\n\t "),
            zone.replace('\n', "\\n"),
            zone.replace('\n', " | "),
            zone.replace('\n', " "),
            zone.replace('\n', ""),
            format!("\u{FEFF}\n  {zone}\n\n"),
            format!("{}\n{}", &zone[..half], &zone[half..]),
            format!("here is the passport: {zone} thanks"),
            format!("here is the passport {zone}"),
            format!("Passport No AB123456\nSURNAME / NOM\nERIKSSON\n12 AUG 1974\n{zone}\n- 3 -\nPAGE 1 OF 2"),
            format!("``` {zone} ```"),
            format!("Line 1: {}", zone.replace('\n', "\nLine 2: ")),
            format!("\"{}\"", zone.replace('\n', "\",\"")),
        ];
        for text in texts {
            let reading = reading(&text);
            assert_eq!((reading.status, reading.lines.join("\n").as_str()), (Status::Ok, zone), "{format}: {text}");
        }
    }
}

#[test]
fn khmer_digits_and_letters_of_other_alphabets_are_those_of_the_zone() {
    let khmer = TD3.replace('8', "៨").replace('1', "១");
    let cyrillic = TD3.replace('A', "А").replace('E', "Е");
    for text in [khmer, cyrillic] {
        assert_eq!(reading(&text).status, Status::Ok, "{text}");
    }
}

#[test]
fn fillers_lost_or_too_many_at_the_end_of_a_name_are_put_right() {
    for (format, zone) in SPECIMENS {
        for change in ["", "<", "<<<<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<"] {
            let lines = zone.lines().map(|line| {
                let kept = line.trim_end_matches('<');
                if line.contains("MARIA") { format!("{kept}{change}") } else { line.to_owned() }
            });
            let lines: Vec<String> = lines.collect();
            for between in ["\n", " ", ""] {
                let text = lines.join(between);
                // Without anything between them, the lines of a card cannot be told apart.
                let is_whole = lines.iter().zip(zone.lines()).all(|(line, printed)| line == printed);
                if is_whole || (between.is_empty() && format == "TD1" && change.is_empty()) {
                    continue;
                }
                let reading = reading(&text);
                assert_eq!(
                    (reading.status, reading.lines.join("\n").as_str()),
                    (Status::Corrected, zone),
                    "{format}: {text}"
                );
            }
        }
    }
}

#[test]
fn fillers_lost_or_too_many_in_the_optional_data_are_put_right() {
    let texts = [
        (TD3, TD3.replace("226B<<<<<10", "226B<<<10")),
        (TD3, TD3.replace("226B<<<<<10", "226B<<<<<<<10")),
        (TD1, TD1.replace("UTO<<<<<<<<<<<6", "UTO<<<<<6")),
        (TD1, TD1.replace("07<<<<<<<<<<<<<<<", "07<<")),
        (TD2, TD2.replace("<<<<<<<6", "<<<<<<6")),
        (MRVA, MRVA.trim_end_matches('<').to_owned()),
        (MRVB, MRVB.trim_end_matches('<').to_owned()),
    ];
    for (zone, text) in texts {
        let reading = reading(&text);
        assert_eq!((reading.status, reading.lines.join("\n").as_str()), (Status::Corrected, zone), "{text}");
    }
}

#[test]
fn the_first_of_two_zones_is_read_and_the_sound_one_before_the_damaged() {
    let other = passport("OTHER<<BEN", "CD7654321", "FRA", "900101", 'M', "300101", "");
    assert_eq!(field(&reading(&format!("{TD3}\n{other}")), "surname"), "ERIKSSON");
    let damaged = TD3.replace("L898902C36", "L898902C37");
    assert_eq!(field(&reading(&format!("{damaged}\n{other}")), "surname"), "OTHER");
}

#[test]
fn names_are_parted_as_printed() {
    for (name, surname, given, cut) in [
        ("SUHARTO", "SUHARTO", "", false),
        ("AUNG<SAN<SU<KYI", "AUNG SAN SU KYI", "", false),
        ("VAN<DER<BERG<<ANNA", "VAN DER BERG", "ANNA", false),
        ("<<ANNA<MARIA", "", "ANNA MARIA", false),
        ("OCONNOR<<ENYA<SIOBHAN", "OCONNOR", "ENYA SIOBHAN", false),
        ("ABCDEFGHIJ<<ABCDEFGHIJKLMNOPQRSTUVWXYZA", "ABCDEFGHIJ", "ABCDEFGHIJKLMNOPQRSTUVWXYZA", true),
        ("ABCDEFGHIJ<<ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", false),
        ("S<K", "S K", "", false),
        ("KUKK<<MARK", "KUKK", "MARK", false),
    ] {
        let reading = reading(&passport(name, "AB1234567", "FRA", "850307", 'F', "310630", ""));
        assert_eq!(reading.status, Status::Ok, "{name}");
        assert_eq!((field(&reading, "surname"), field(&reading, "given_names")), (surname.into(), given.into()));
        assert_eq!(field(&reading, "name_maybe_truncated"), cut.to_string(), "{name}");
    }
}

#[test]
fn centuries_follow_the_day() {
    for (birth, expiry, born, until) in [
        ("261122", "310630", "2026-11-22", "2031-06-30"),
        ("261123", "310630", "1926-11-23", "2031-06-30"),
        ("000229", "310630", "2000-02-29", "2031-06-30"),
        ("280229", "310630", "1928-02-29", "2031-06-30"),
        ("850307", "561122", "1985-03-07", "2056-11-22"),
        ("500307", "561123", "1950-03-07", "1956-11-23"),
        ("850307", "990101", "1985-03-07", "1999-01-01"),
        // Nobody is born after the end of their document.
        ("250101", "200101", "1925-01-01", "2020-01-01"),
        ("<<<<<<", "310630", "null", "2031-06-30"),
        ("85<<<<", "310630", "null", "2031-06-30"),
        ("8503<<", "310630", "null", "2031-06-30"),
        ("850307", "<<<<<<", "1985-03-07", "null"),
    ] {
        let reading = reading(&passport("A<<B", "AB1234567", "FRA", birth, 'F', expiry, ""));
        assert_eq!(reading.status, Status::Ok, "{birth} {expiry}");
        assert_eq!((field(&reading, "birth_date"), field(&reading, "expiry_date")), (born.into(), until.into()));
    }
}

#[test]
fn days_that_no_calendar_has_fail_though_their_digits_agree() {
    for (birth, expiry, failed) in [
        ("850230", "310630", Check::BirthDate),
        ("851301", "310630", Check::BirthDate),
        ("850300", "310630", Check::BirthDate),
        ("850007", "310630", Check::BirthDate),
        ("010229", "310630", Check::BirthDate),
        ("8<0307", "310630", Check::BirthDate),
        ("85<<32", "310630", Check::BirthDate),
        ("850307", "310631", Check::ExpiryDate),
        ("850307", "600101", Check::ExpiryDate),
    ] {
        let reading = reading(&passport("A<<B", "AB1234567", "FRA", birth, 'F', expiry, ""));
        assert_eq!(
            (reading.status, reading.failed_checks.clone()),
            (Status::Invalid, vec![failed]),
            "{birth} {expiry}"
        );
    }
}

#[test]
fn countries_are_those_of_documents() {
    for (code, status, shown) in [
        ("D", Status::Ok, "D"),
        ("DEU", Status::Ok, "D"),
        ("KHM", Status::Ok, "KHM"),
        ("GBD", Status::Ok, "GBD"),
        ("RKS", Status::Ok, "RKS"),
        ("XXA", Status::Ok, "XXA"),
        ("UNO", Status::Ok, "UNO"),
        ("XPO", Status::Ok, "XPO"),
        ("UTO", Status::Ok, "UTO"),
        ("ZZZ", Status::Warn, "ZZZ"),
        ("QQQ", Status::Warn, "QQQ"),
        ("FR", Status::Warn, "FR"),
    ] {
        let reading = reading(&passport("A<<B", "AB1234567", code, "850307", 'F', "310630", ""));
        assert_eq!((reading.status, field(&reading, "nationality").as_str()), (status, shown), "{code}");
        assert_eq!(field(&reading, "issuing_state"), shown);
    }
}

#[test]
fn long_numbers_go_on_in_the_optional_data_of_cards() {
    let check = |text: &str| mrz::check_digit(text).expect("characters of a zone");
    let number = "D2314589A734";
    let first = format!("I<UTOD2314589A<734{}<XY<<<<<<<<", check(number));
    let birth = "7408122";
    let expiry = "1204159";
    let composite = check(&format!("{}{birth}{expiry}<<<<<<<<<<<", &first[5..]));
    let zone = format!("{first}\n{birth}F{expiry}UTO<<<<<<<<<<<{composite}\nERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    let reading = reading(&zone);
    assert_eq!(reading.status, Status::Ok);
    assert_eq!(field(&reading, "document_number"), number);
    assert_eq!(field(&reading, "optional_data"), "XY");
}

#[test]
fn sex_is_one_of_four_characters() {
    for (cell, status, shown) in [
        ('M', Status::Ok, "M"),
        ('F', Status::Ok, "F"),
        ('<', Status::Ok, "X"),
        ('X', Status::Ok, "X"),
        ('W', Status::Invalid, "X"),
        ('1', Status::Invalid, "X"),
    ] {
        let reading = reading(&passport("A<<B", "AB1234567", "FRA", "850307", cell, "310630", ""));
        assert_eq!((reading.status, field(&reading, "sex").as_str()), (status, shown), "{cell}");
    }
}

#[test]
fn document_codes_of_all_kinds_are_taken() {
    for code in ["P<", "PP", "PO", "PD", "PE", "PR", "PT", "PM", "PZ"] {
        let reading = reading(&TD3.replacen("P<", code, 1));
        assert_eq!((reading.status, field(&reading, "document_code")), (Status::Ok, code.replace('<', "")));
    }
    for code in ["I<", "ID", "A<", "C<", "AC", "IP", "IR", "AR"] {
        for zone in [TD1, TD2] {
            let reading = reading(&zone.replacen("I<", code, 1));
            assert_eq!((reading.status, field(&reading, "document_code")), (Status::Ok, code.replace('<', "")));
        }
    }
}

#[test]
fn the_check_digit_of_no_optional_data_is_a_filler_or_naught() {
    let zone = sample();
    assert!(zone.ends_with("<<06") || zone.contains("<<<<<<0"), "{zone}");
    let filler = format!("{}<{}", &zone[..zone.len() - 2], &zone[zone.len() - 1..]);
    assert_eq!(reading(&filler).status, Status::Ok);
}

#[test]
fn a_filler_lost_in_the_document_code_is_put_back() {
    for (format, zone) in SPECIMENS {
        let reading = reading(&zone.replacen('<', "", 1));
        assert_eq!((reading.status, reading.lines.join("\n").as_str()), (Status::Corrected, zone), "{format}");
        assert_eq!(reading.repaired.first(), Some(&(0, 1)));
    }
}
