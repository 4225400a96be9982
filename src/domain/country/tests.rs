use super::{Country, NotACountry};

fn country(code: &str) -> Country {
    Country::try_from(code).expect("the test names a code")
}

#[test]
fn every_code_and_name_finds_its_country_first() {
    for country in Country::all() {
        assert_eq!(Country::try_from(country.code()), Ok(country));
        assert_eq!(Country::try_from(country.document_code()), Ok(country));
        for name in [country.khmer(), country.english(), country.chinese(), country.code()] {
            assert!(!name.is_empty(), "{country}");
            assert_eq!(Country::search(name).first(), Some(&country), "{name}");
        }
        if let Some(alpha2) = country.alpha2() {
            assert_eq!(Country::try_from(alpha2), Ok(country));
        }
    }
}

#[test]
fn the_table_has_every_iso_country_kosovo_and_the_other_document_codes() {
    assert_eq!(Country::all().filter(|country| country.alpha2().is_some()).count(), 250);
    assert_eq!(Country::all().filter(|country| country.alpha2().is_none()).count(), 24);
}

#[test]
fn a_country_is_found_as_people_type_it() {
    #[rustfmt::skip]
    let cases = [
        ("Chinese", "CHN"), ("chinesse", "CHN"), ("中国", "CHN"), ("中國", "CHN"), ("中国人", "CHN"), ("ចិន", "CHN"),
        ("ជនជាតិចិន", "CHN"), ("ចិ\u{200b}ន", "CHN"), ("សញ្ជាតិ វៀតណាម", "VNM"), ("Vietnam", "VNM"), ("Viet nam", "VNM"),
        ("vietnamese", "VNM"), ("vitnam", "VNM"), ("越南", "VNM"), ("USA", "USA"), ("American", "USA"), ("us", "USA"),
        ("អាមេរិក", "USA"), ("美国", "USA"), ("美國", "USA"), ("U.S.A.", "USA"), ("British", "GBR"), ("UK", "GBR"),
        ("england", "GBR"), ("អង់គ្លេស", "GBR"), ("Russian", "RUS"), ("rusia", "RUS"), ("រុស្ស៊ី", "RUS"), ("Thai", "THA"),
        ("thailand", "THA"), ("taiwan", "TWN"), ("台湾", "TWN"), ("臺灣", "TWN"), ("Korean", "KOR"), ("korea", "KOR"),
        ("south korea", "KOR"), ("north korea", "PRK"), ("កូរ៉េ", "KOR"), ("韩国", "KOR"), ("韓國", "KOR"),
        ("Japanese", "JPN"), ("ជប៉ុន", "JPN"), ("french", "FRA"), ("german", "DEU"), ("D", "DEU"), ("indian", "IND"),
        ("Indonesian", "IDN"), ("indonisia", "IDN"), ("印尼", "IDN"), ("Filipino", "PHL"), ("philipines", "PHL"),
        ("phillippines", "PHL"), ("Malaysian", "MYS"), ("马来西亚", "MYS"), ("Australian", "AUS"), ("Burmese", "MMR"),
        ("myanmar", "MMR"), ("ភូមា", "MMR"), ("Pakistani", "PAK"), ("Bangladeshi", "BGD"), ("Nigerian", "NGA"),
        ("turkey", "TUR"), ("Türkiye", "TUR"), ("cote d'ivoire", "CIV"), ("hong kong", "HKG"), ("香港", "HKG"),
        ("macau", "MAC"), ("lao", "LAO"), ("ឡាវ", "LAO"), ("Kosovo", "RKS"), ("XK", "RKS"), ("stateless", "XXA"),
        ("niger", "NER"), ("guinea", "GIN"), ("Dominica", "DMA"), ("ireland", "IRL"), ("ＣＨＮ", "CHN"),
    ];
    for (typed, code) in cases {
        assert_eq!(Country::search(typed).first(), Some(&country(code)), "{typed}: {:?}", Country::search(typed));
    }
}

#[test]
fn what_names_no_country_finds_none() {
    for typed in ["", "   ", "\u{200b}", "qqqqqqq", "<<<", "😀", "1234567"] {
        assert_eq!(Country::search(typed), [], "{typed:?}");
    }
    assert!(Country::search(&"中".repeat(10_000)).is_empty());
}

#[test]
fn a_name_that_two_share_gives_both() {
    let congo = Country::search("congo");
    assert!(congo.contains(&country("COD")) && congo.contains(&country("COG")), "{congo:?}");
    assert!(Country::search("stan").len() > 3);
}

#[test]
fn a_name_written_in_full_leaves_no_choice_unless_another_begins_with_it() {
    for typed in ["China", "中国", "ចិន", "Vietnam", "India", "Ireland", "USA", "FRA"] {
        assert_eq!(Country::search(typed).len(), 1, "{typed}: {:?}", Country::search(typed));
    }
    assert!(Country::search("Guinea").contains(&country("GNB")));
    assert!(Country::search("Korea").contains(&country("PRK")));
}

#[test]
fn codes_are_read_as_documents_and_forms_write_them() {
    assert_eq!(Country::try_from("D<<"), Ok(country("DEU")));
    assert_eq!(country("DEU").document_code(), "D");
    assert_eq!(Country::try_from(" khm "), Ok(Country::CAMBODIA));
    assert_eq!(Country::try_from("XKX"), Ok(country("RKS")));
    for text in ["", "<", "X", "QQQ", "ZZ", "KHMR", "កម្ពុជា", "ÿ", "K\u{0}M"] {
        assert_eq!(Country::try_from(text), Err(NotACountry), "{text:?}");
    }
}

#[test]
fn the_specimen_country_is_read_but_never_offered() {
    let utopia = country("UTO");
    assert!(utopia.is_specimen());
    assert!(!Country::all().any(Country::is_specimen));
    assert!(!Country::search("utopia").contains(&utopia) && !Country::search("UTO").contains(&utopia));
}

#[test]
fn a_country_is_stored_as_its_three_letters() {
    let stored = serde_json::to_string(&country("D")).expect("a code is text");
    assert_eq!(stored, "\"DEU\"");
    assert_eq!(serde_json::from_str::<Country>(&stored).expect("it was stored"), country("DEU"));
    assert!(serde_json::from_str::<Country>("\"QQQ\"").is_err());
}

#[test]
fn names_are_shown_without_characters_of_no_width() {
    for country in Country::all() {
        for name in [country.khmer(), country.english(), country.chinese()] {
            assert!(!name.contains(crate::domain::area::is_zero_width), "{name}");
        }
    }
}
