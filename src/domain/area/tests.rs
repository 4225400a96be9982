use super::{Area, AreaCode, AreaKind, Gazetteer, KnownPoint, Level, MAX_MATCHES, Nearby, NotAnAreaCode};

fn code(text: &str) -> AreaCode {
    AreaCode::try_from(text).expect("the test names a code")
}

fn gazetteer() -> &'static Gazetteer {
    Gazetteer::get()
}

fn first(query: &str) -> Option<String> {
    gazetteer().search(query, None, &[]).first().map(|found| found.area.code.to_string())
}

#[test]
fn the_table_has_every_area_once_and_below_its_parent() {
    let all = gazetteer().subtree(None);
    let count = |level| all.iter().filter(|area| area.kind.level() == level).count();
    assert_eq!(count(Level::Province), 25);
    assert_eq!(count(Level::District), 210);
    assert_eq!(count(Level::Commune), 1652);
    assert_eq!(count(Level::Village), 14_573);
    assert!(all.is_sorted_by(|a, b| a.code < b.code));
    for area in all {
        assert_eq!(area.kind.level(), area.code.level(), "{area:?}");
        assert!(area.code.parent().is_none_or(|parent| gazetteer().area(parent).is_some()), "{area:?}");
        assert!(!area.khmer.trim().is_empty() && !area.latin.trim().is_empty(), "{area:?}");
        let below = gazetteer().children(Some(area.code)).count();
        assert_eq!(below == 0, area.code.level() == Level::Village, "{area:?}");
        assert_eq!(area.chinese.is_some(), area.code.level() == Level::Province, "{area:?}");
    }
}

#[test]
fn kinds_follow_the_law() {
    let kind = |text| gazetteer().area(code(text)).map(|area| area.kind);
    for (text, expected) in [
        ("12", AreaKind::Capital),
        ("17", AreaKind::Province),
        ("1204", AreaKind::Khan),
        ("1710", AreaKind::Town),
        ("1701", AreaKind::District),
        ("120401", AreaKind::Sangkat),
        ("171001", AreaKind::Sangkat),
        ("170101", AreaKind::Commune),
        ("17010101", AreaKind::Village),
    ] {
        assert_eq!(kind(text), Some(expected), "{text}");
    }
}

#[test]
fn repaired_villages_keep_the_code_they_were_published_under() {
    let misfiled: Vec<&Area> = gazetteer().children(Some(code("120912"))).collect();
    assert_eq!(misfiled.len(), 13);
    assert!(misfiled.iter().all(|village| village.published.starts_with("120913")));
    assert_eq!(gazetteer().children(Some(code("250314"))).count(), 8);
    for gone in ["250315", "080613", "100409", "120913"] {
        assert_eq!(gazetteer().area(code(gone)), None);
    }
    let malformed = gazetteer().subtree(None).iter().filter(|area| area.published == "0506140-");
    assert_eq!(malformed.count(), 9);
}

#[test]
fn a_code_is_two_to_eight_digits() {
    for text in ["", "1", "123", "12345", "1234567", "123456789", "1a", "១២", " 12", "12 "] {
        assert_eq!(AreaCode::try_from(text), Err(NotAnAreaCode), "{text:?}");
    }
    let village = code("12130101");
    assert_eq!(village.to_string(), "12130101");
    assert_eq!(village.level(), Level::Village);
    assert_eq!(village.parent(), Some(code("121301")));
    assert_eq!(village.at_level(Level::Province), Some(code("12")));
    assert_eq!(code("12").parent(), None);
    assert_eq!(code("12").at_level(Level::Village), None);
    assert!(village.is_within(&code("12")) && village.is_within(&village));
    assert!(!code("12").is_within(&village) && !code("1213").is_within(&code("1212")));
}

#[test]
fn a_code_is_stored_as_text_with_its_zero() {
    let stored = serde_json::to_string(&code("0110")).expect("a code is text");
    assert_eq!(stored, "\"0110\"");
    assert_eq!(serde_json::from_str::<AreaCode>(&stored).expect("it was stored"), code("0110"));
    assert!(serde_json::from_str::<AreaCode>("\"011\"").is_err());
}

#[test]
fn a_path_leads_from_the_province_to_the_area() {
    let names = |text| gazetteer().path(code(text)).iter().map(|area| area.latin).collect::<Vec<_>>();
    assert_eq!(names("121301"), ["Phnom Penh", "Boeng Keng Kang", "Boeng Keng Kang Ti Muoy"]);
    assert_eq!(names("99"), Vec::<&str>::new());
    assert_eq!(gazetteer().children(None).count(), 25);
    assert_eq!(gazetteer().children(Some(code("99"))).count(), 0);
}

#[test]
fn the_word_for_the_kind_stands_once_beside_the_name() {
    let full = |text| gazetteer().area(code(text)).map(Area::khmer_with_kind);
    assert_eq!(full("12").as_deref(), Some("រាជធានីភ្នំពេញ"));
    assert_eq!(full("120101").as_deref(), Some("សង្កាត់ទន្លេបាសាក់"));
    assert_eq!(full("18010101").as_deref(), Some("ភូមិ១"));
    let english = |text| gazetteer().area(code(text)).map(Area::english_with_kind);
    assert_eq!(english("12").as_deref(), Some("Phnom Penh"));
    assert_eq!(english("07").as_deref(), Some("Kampot Province"));
    assert_eq!(english("120101").as_deref(), Some("Sangkat Tonle Basak"));
    assert_eq!(english("18010101").as_deref(), Some("Phum Muoy"));
}

#[test]
fn an_area_is_found_as_people_type_it() {
    #[rustfmt::skip]
    let cases = [
        ("BKK1", "121301"), ("bkk 1", "121301"), ("BKK I", "121301"), ("bkk១", "121301"), ("Boeung Keng Kang 1", "121301"),
        ("boeng keng kang phnom penh", "1213"), ("បឹងកេងកង១", "121301"), ("បឹងកេងកង ទី១", "121301"), ("万景岗一区", "121301"),
        ("Toul Kork", "1204"), ("tuol kouk", "1204"), ("toulkork", "1204"), ("ទួលគោក", "1204"), ("堆谷", "1204"),
        ("phnom penh toul kork", "1204"), ("sangkat tonle bassac", "120101"), ("Tonle Bassac", "120101"),
        ("ទន្លេបាសាក់", "120101"), ("ទន្លេ\u{200b}បាសាក់", "120101"), ("សង្កាត់ ទន្លេបាសាក់", "120101"),
        ("សង្កាត់ទន្លេបាសាក់ខណ្ឌចំការមនរាជធានីភ្នំពេញ", "120101"), ("Tonle Bassac, Chamkarmon, Phnom Penh", "120101"),
        ("Siem Reap", "17"), ("siemreap", "17"), ("Siem Reab", "17"), ("សៀមរាប", "17"), ("暹粒", "17"), ("krong siem reap", "1710"),
        ("ក្រុងសៀមរាប", "1710"), ("金边", "12"), ("金邊", "12"), ("金边市", "12"), ("金邊堆谷區", "1204"), ("Phnom Penh", "12"),
        ("ភ្នំពេញ", "12"), ("phnompenh city", "12"), ("西港", "18"), ("西哈努克", "18"), ("Sihanoukville", "18"),
        ("kampong som", "18"), ("krong kampong saom", "1806"), ("ព្រះសីហនុ", "18"), ("Poipet", "0110"), ("poi pet", "0110"), ("ប៉ោយប៉ែត", "0110"),
        ("波贝", "0110"), ("Bavet", "2008"), ("巴域", "2008"), ("Kompong Cham", "03"), ("kg cham", "03"), ("Takéo", "21"),
        ("Kratie", "10"), ("Tbong Khmum", "25"), ("Oddar Meanchey", "22"), ("Pursat", "15"), ("Kep", "23"),
        ("mondulkiri", "11"), ("ratanakiri", "16"), ("batambang", "02"), ("កណ្តាល", "08"), ("កណ្ដាល", "08"),
        ("daun penh", "1202"), ("7 makara", "1203"), ("៧មករា", "1203"), ("sen sok", "1208"), ("chroy changvar", "1211"),
        ("russei keo", "1207"), ("prek pnov", "1212"), ("takhmao", "0811"), ("svay dangkum siem reap", "171002"),
        ("stung mean chey 3", "120610"), ("1204", "1204"), ("១២០៤", "1204"), ("ឃុំភូមិថ្មី ស្រុកថ្មពួក", "010703"),
        ("#12, St 271, Sangkat Toul Tumpung 2, Khan Chamkarmon, Phnom Penh, Cambodia", "120109"),
        ("ផ្ទះលេខ ១២ ផ្លូវ ២៧១ សង្កាត់បឹងកេងកងទី១ ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ", "121301"),
    ];
    for (typed, expected) in cases {
        assert_eq!(first(typed).as_deref(), Some(expected), "{typed}");
    }
}

#[test]
fn every_commune_is_found_by_its_own_names_in_its_district() {
    for commune in gazetteer().subtree(None).iter().filter(|area| area.kind.level() == Level::Commune) {
        for name in [commune.khmer, commune.latin, &commune.khmer_with_kind(), &commune.latin.to_uppercase()] {
            let found = gazetteer().search(name, commune.code.parent(), &[Level::Commune]);
            assert!(found.iter().take(3).any(|found| found.area.code == commune.code), "{name}: {found:?}");
        }
    }
}

#[test]
fn every_province_and_district_is_found_by_its_own_names() {
    for area in gazetteer().subtree(None).iter().filter(|area| area.kind.level() <= Level::District) {
        for name in [area.khmer, area.latin, area.chinese.unwrap_or(area.khmer), area.code.as_str()] {
            let found = gazetteer().search(name, None, &[Level::Province, Level::District]);
            assert!(found.iter().take(3).any(|found| found.area.code == area.code), "{name}: {found:?}");
        }
    }
}

#[test]
fn one_or_two_wrong_letters_do_not_hide_a_commune_in_its_district() {
    for (typed, district, expected) in [
        ("tonle basak", "1201", "120101"),
        ("tonel basac", "1201", "120101"),
        ("boeng trabek", "1201", "120111"),
        ("sla kram", "1710", "171001"),
        ("slakaram", "1710", "171001"),
        ("kok chak", "1710", "171003"),
        ("ទន្លេបាសាក", "1201", "120101"),
    ] {
        let found = gazetteer().search(typed, Some(code(district)), &[]);
        assert_eq!(found.first().map(|found| found.area.code), Some(code(expected)), "{typed}: {found:?}");
    }
}

#[test]
fn a_wrong_number_is_not_a_misspelling() {
    let found = gazetteer().search("boeng keng kang 7", None, &[Level::Commune]);
    assert!(found.iter().all(|found| found.score < 90), "{found:?}");
}

#[test]
fn a_search_keeps_to_its_parent_and_levels() {
    let found = gazetteer().search("samraong", Some(code("21")), &[Level::Commune]);
    assert!(!found.is_empty() && found.len() <= MAX_MATCHES);
    assert!(
        found.iter().all(|found| found.area.code.is_within(&code("21")) && found.area.kind.level() == Level::Commune)
    );
    assert!(found.is_sorted_by(|a, b| a.score >= b.score));
    assert_eq!(gazetteer().search("phnom penh", Some(code("17")), &[Level::Province]), []);
    assert_eq!(gazetteer().search("1204", Some(code("17")), &[]), []);
}

#[test]
fn what_names_no_area_finds_none_and_never_panics() {
    for typed in ["", " ", ",,,", "\u{200b}", "🏠", "ភូមិ", "្", "9999", "qqqqqqqqqq", "។", "'", "<b>", "\u{0}", "Москва"]
    {
        let found = gazetteer().search(typed, None, &[]);
        assert!(found.iter().all(|found| found.score < 90), "{typed:?}: {found:?}");
    }
    for piece in ["a ", "ភូមិ", "្", "金边", "1", "khan ", "ំុេា", ", "] {
        assert!(gazetteer().search(&piece.repeat(3000), None, &[]).len() <= MAX_MATCHES);
    }
    assert_eq!(gazetteer().search("phnom penh", Some(code("99")), &[]), []);
}

#[test]
fn a_position_gives_its_province_and_the_nearest_districts() {
    for (latitude, longitude, province, district) in [
        (13.6561, 102.5633, "01", "0110"),
        (13.4125, 103.8670, "17", "1710"),
        (11.48, 104.95, "08", "0811"),
        (11.07, 106.13, "20", "2008"),
        (10.72, 103.23, "18", "1805"),
        (11.912, 105.658, "25", "2506"),
        (11.993, 105.464, "03", "0305"),
        (10.609, 103.529, "18", "1801"),
    ] {
        let Nearby { provinces, districts } = gazetteer().near(latitude, longitude);
        assert_eq!(provinces[0].code, code(province));
        assert_eq!(districts[0].code, code(district));
        let all: usize = provinces.iter().map(|area| gazetteer().children(Some(area.code)).count()).sum();
        assert_eq!(districts.len(), all);
    }
}

#[test]
fn a_confirmed_place_teaches_the_district() {
    let here = KnownPoint { area: code("12020101"), latitude: 11.5764, longitude: 104.9230 };
    let Nearby { provinces, districts } = gazetteer().near_with(11.5765, 104.9231, &[here]);
    assert_eq!((provinces[0].code, districts[0].code), (code("12"), code("1202")));
}

#[test]
fn a_position_abroad_or_nowhere_is_outside() {
    for (latitude, longitude) in [
        (13.75, 100.5),
        (10.78, 106.7),
        (0.0, 0.0),
        (f64::NAN, 104.0),
        (11.5, f64::INFINITY),
        (-91.0, 500.0),
        (104.9, 11.5),
    ] {
        assert!(gazetteer().near(latitude, longitude).is_abroad(), "{latitude} {longitude}");
    }
}
