//! Characters taken for others.

use super::*;

#[test]
fn letters_where_digits_stand_and_digits_where_letters_stand_are_put_right() {
    let zone = passport("SPECIMEN<<BORIS<OLGA", "AB1234567", "BGD", "850307", 'F', "310630", "");
    for (from, to) in [
        ("BORIS", "B0RIS"),
        ("BORIS", "80R15"),
        ("OLGA", "0L6A"),
        ("BGDSPEC", "8GDSPEC"),
        ("BGD850307", "8GD850307"),
        ("BGD850307", "BGDB5O3O7"),
        ("BGD850307", "BGD8503O7"),
        ("310630", "3IO63O"),
        ("SPECIMEN", "5PEC1MEN"),
    ] {
        let reading = reading(&zone.replacen(from, to, 1));
        assert_eq!((reading.status, reading.lines.join("\n")), (Status::Corrected, zone.clone()), "{to}");
        let changed = from.chars().zip(to.chars()).filter(|(a, b)| a != b).count();
        assert_eq!(reading.repaired.len(), changed, "{to}");
    }
}

#[test]
fn germany_with_one_letter_is_known_by_the_other_line() {
    let zone = passport("SPECIMEN<<BORIS", "AB1234567", "D", "850307", 'F', "310630", "");
    for to in ["0<<8503", "DK<8503", "DKK8503"] {
        let reading = reading(&zone.replacen("D<<8503", to, 1));
        assert_eq!((reading.status, reading.lines.join("\n")), (Status::Corrected, zone.clone()), "{to}");
    }
}

#[test]
fn fillers_taken_for_letters_behind_the_name_are_put_right() {
    for to in ["ANNA<MARIA<<<<K<<<<<<<<<<<<<<", "ANNA<MARIA<<S<<<K<KK<<<<<<<<<", "ANNA<MARIAKKKKKKKKKKKKKKKKKKK"] {
        let at = 15;
        let text = format!("{}{to:<<29}{}", &TD3[..at], &TD3[44..]);
        let reading = reading(&text);
        assert_eq!((reading.status, reading.lines.join("\n").as_str()), (Status::Corrected, TD3), "{text}");
    }
}

#[test]
fn a_digit_that_cannot_be_read_is_found_by_two_check_digits() {
    let text = TD3.replace("740812", "74W812");
    let reading = reading(&text);
    assert_eq!((reading.status, reading.lines.join("\n").as_str()), (Status::Corrected, TD3));
}

#[test]
fn two_ways_to_put_a_number_right_are_none() {
    // Either naught may be an O in columns that weigh the same.
    let zone = passport("A<<B", "1001234", "FRA", "850307", 'F', "310630", "");
    let read_as = zone.replacen("1001234", "IO01234", 1);
    assert!(matches!(reading(&read_as).status, Status::Invalid | Status::Corrected));
    let damaged =
        passport("A<<B", "AB0120127", "FRA", "850307", 'F', "310630", "").replacen("AB0120127", "ABO120127", 1);
    let reading = reading(&damaged);
    assert_ne!(reading.status, Status::Ok);
}
