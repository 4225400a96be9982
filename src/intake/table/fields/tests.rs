use super::*;

fn guest(fill: impl FnOnce(&mut Guest)) -> Guest {
    let mut guest = Guest::default();
    fill(&mut guest);
    guest.finish();
    guest
}

#[test]
fn names_stay_as_printed_and_lose_their_titles() {
    for (typed, kept) in [
        ("ZHANG SAN", "ZHANG SAN"),
        ("Smith, John", "Smith, John"),
        ("Mr. John Smith", "John Smith"),
        ("លោក John Smith", "John Smith"),
        ("张三 ZHANG SAN", "ZHANG SAN"),
        ("SPECIMEN<<ANNA", "SPECIMEN ANNA"),
        ("*VIP", "VIP"),
    ] {
        let name = guest(|guest| guest.name(Field::Name, &Value::text(typed))).entry.name;
        assert_eq!(name.map(String::from).as_deref(), Some(kept), "{typed}");
    }
    let mr = guest(|guest| guest.name(Field::Name, &Value::text("Mr John Smith")));
    assert_eq!(mr.entry.sex, Some(Sex::Male));
    for (typed, what) in [
        ("张三", Wrong::NameNotLatin),
        ("សុខា", Wrong::NameNotLatin),
        ("Anna 2", Wrong::NameHasDigits),
        ("John & Mary", Wrong::NameOdd),
    ] {
        let complaints = guest(|guest| guest.name(Field::Name, &Value::text(typed))).complaints;
        assert_eq!(complaints, [Complaint { field: Field::Name, what }], "{typed}");
    }
}

#[test]
fn numbers_keep_their_zeros_and_rounded_ones_are_refused() {
    for (value, kept) in [
        (Value::text("012345678"), "012345678"),
        (Value::text("'012345678"), "012345678"),
        (Value::Number(123_456_789.0), "123456789"),
        (Value::text("123456789.0"), "123456789"),
        (Value::text("e 1234567"), "E1234567"),
        (Value::text("12E45678"), "12E45678"),
    ] {
        let number = guest(|guest| guest.number(&value)).entry.number;
        assert_eq!(number.map(String::from).as_deref(), Some(kept));
    }
    for (value, what) in [
        (Value::text("1.23E+11"), Wrong::NumberRounded),
        (Value::text("1,23E+11"), Wrong::NumberRounded),
        (Value::Number(1.234e17), Wrong::NumberRounded),
        (Value::Number(1.5), Wrong::NumberOdd),
        (Value::text("E12345678 / G8765432"), Wrong::NumberOdd),
        (Value::text("PENDING"), Wrong::NumberOdd),
        (Value::Error("#REF!"), Wrong::FormulaError),
    ] {
        assert_eq!(guest(|guest| guest.number(&value)).complaints, [Complaint { field: Field::Number, what }]);
    }
}

#[test]
fn words_of_three_languages_are_understood() {
    for (typed, class) in [
        ("E-class", VisaClass::E),
        ("EB", VisaClass::Eb),
        ("E (EB)", VisaClass::Eb),
        ("EB 12 months", VisaClass::Eb),
        ("Tourist", VisaClass::T),
        ("Tourist Visa (T)", VisaClass::T),
        ("K", VisaClass::K),
        ("旅游签证", VisaClass::T),
        ("ទិដ្ឋាការទេសចរណ៍", VisaClass::T),
        ("T ទេសចរណ៍", VisaClass::T),
        ("没有签证", VisaClass::None),
    ] {
        assert_eq!(guest(|guest| guest.visa(&Value::text(typed))).entry.visa, Some(class), "{typed}");
    }
    for (typed, expected) in [
        ("M", Sex::Male),
        ("F.", Sex::Female),
        ("ប្រុស", Sex::Male),
        ("女", Sex::Female),
        ("Male / 男", Sex::Male),
        ("Mrs", Sex::Female),
    ] {
        assert_eq!(guest(|guest| guest.sex(&Value::text(typed))).entry.sex, Some(expected), "{typed}");
    }
    for (typed, code) in [
        ("British", "GBR"),
        ("CN", "CHN"),
        ("CHN - China", "CHN"),
        ("中国/China", "CHN"),
        ("ចិន", "CHN"),
        ("美国", "USA"),
        ("korea", "KOR"),
    ] {
        assert_eq!(country(typed).map(|(country, _)| country.to_string()), Ok(code.to_owned()), "{typed}");
    }
    assert_eq!(country("Congolese").err(), Some(Wrong::CountryUnclear));
    assert_eq!(country("Atlantis").err(), Some(Wrong::CountryUnknown));
    assert_eq!(
        country("Autralian").map(|(country, guessed)| (country.to_string(), guessed)),
        Ok(("AUS".to_owned(), true))
    );
}

#[test]
fn rooms_lose_the_fraction_and_permits_may_be_numbers() {
    assert_eq!(guest(|guest| guest.unit(&Value::Number(101.0))).entry.unit.as_deref(), Some("101"));
    assert_eq!(guest(|guest| guest.unit(&Value::text("101.0"))).entry.unit.as_deref(), Some("101"));
    assert_eq!(guest(|guest| guest.unit(&Value::text("A-12\nbed 3"))).entry.unit.as_deref(), Some("A-12 bed 3"));
    assert_eq!(guest(|guest| guest.work(&Value::text("WP-2026-00123"))).entry.work, Some(Work::WithPermit));
    assert_eq!(guest(|guest| guest.work(&Value::text("គ្មាន"))).entry.work, Some(Work::WithoutPermit));
}
