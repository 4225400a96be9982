//! What holds of every day and of every text.

use chrono::Datelike;
use proptest::prelude::*;

use super::*;
use crate::domain::digits::khmer_digits;

const KINDS: [Kind; 5] = [Kind::Birth, Kind::Arrival, Kind::StayUntil, Kind::Departure, Kind::CardExpiry];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const KHMER: [&str; 12] = ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = ymd(1900, 1, 1);
    (0..73_414_u64).prop_map(move |days| first + Days::new(days))
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(KINDS.to_vec())
}

fn han(number: u32) -> String {
    let digit = |value: u32| ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][value as usize];
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

/// Every way of writing a day with its full year that leaves no doubt.
fn certain_forms(date: NaiveDate) -> Vec<String> {
    let (y, m, d) = (date.year(), date.month(), date.day());
    let (english, khmer) = (ENGLISH[m as usize - 1], KHMER[m as usize - 1]);
    let full_width = |text: &str| -> String {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_graphic()).unwrap_or(c))
            .collect()
    };
    let han_year: String = y
        .to_string()
        .bytes()
        .map(|b| ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"][usize::from(b - b'0')])
        .collect();
    let mut forms = vec![
        format!("{d}/{m}/{y}"),
        format!("{d:02}/{m:02}/{y}"),
        format!("{d}-{m}-{y}"),
        format!("{d}.{m}.{y}"),
        format!("{d} {m} {y}"),
        format!("{d:02}{m:02}{y}"),
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}/{m}/{d}"),
        format!("{y}{m:02}{d:02}"),
        format!("{d} {english} {y}"),
        format!("{d}{}{y}", english[..3].to_uppercase()),
        format!("{english} {d}, {y}"),
        format!("{d}th of {english} {y}"),
        format!("{} {d} {english} {y}", date.weekday()),
        format!("{d} {khmer} {y}"),
        format!("ថ្ងៃទី{d} ខែ{khmer} ឆ្នាំ{y}"),
        format!("ថ្ងៃទី{d}ខែ{m}ឆ្នាំ{y}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}年{m}月{d}号"),
        format!("{han_year}年{}月{}日", han(m), han(d)),
    ];
    let khmer: Vec<String> = forms.iter().map(khmer_digits).collect();
    let wide: Vec<String> = forms.iter().map(|form| full_width(form)).collect();
    forms.extend(khmer);
    forms.extend(wide);
    forms
}

#[test]
fn days_all_over_two_centuries_and_the_ends_of_february_come_back_from_their_usual_forms() {
    let today = ymd(2100, 12, 31);
    let window = Kind::Birth.window(today);
    for days in 0..73_414 {
        let date = ymd(1900, 1, 1) + Days::new(days);
        let is_leap_day = date.month() == 2 && date.day() == 29;
        if days % 97 != 0 && !is_leap_day || !window.contains(&date) {
            continue;
        }
        for form in certain_forms(date) {
            assert_eq!(read(&form, Kind::Birth, today), Read::Ok(date), "{form}");
        }
    }
}

proptest! {
    #[test]
    fn a_day_comes_back_from_its_usual_forms_whatever_is_asked(date in any_day(), kind in any_kind()) {
        for form in certain_forms(date) {
            prop_assert_eq!(read(&form, kind, date), Read::Ok(date), "{}", form);
        }
    }

    #[test]
    fn what_only_fits_with_the_month_first_is_never_taken_unasked(
        (year, month, day) in (1900..2100, 1..=12_u32, 13..=28_u32), kind in any_kind(), sign in "[-/. ]",
    ) {
        let date = ymd(year, month, day);
        for form in [format!("{month}{sign}{day}{sign}{year}"), format!("{month:02}{day:02}{year}"), format!("{month}{sign}{day}{sign}{:02}", year % 100)] {
            prop_assert!(!matches!(read(&form, kind, date), Read::Ok(_)), "{}", form);
        }
        prop_assert_eq!(read(&format!("{month}{sign}{day}{sign}{year}"), kind, date), Read::Confirm(date, Doubt::MonthFirst));
    }

    #[test]
    fn without_a_full_year_a_birth_up_to_the_present_year_is_always_asked_back(date in any_day(), later in 0..9_000_u64) {
        let today = date + Days::new(later);
        let short = format!("{}/{}/{:02}", date.day(), date.month(), date.year() % 100);
        if date.year() % 100 <= today.year() % 100 {
            prop_assert!(!matches!(read(&short, Kind::Birth, today), Read::Ok(_)), "{} on {}", short, today);
        }
        let bare = format!("{}/{}", date.day(), date.month());
        prop_assert!(!matches!(read(&bare, Kind::Birth, today), Read::Ok(_)));
    }

    #[test]
    fn years_of_another_era_are_never_taken_unasked(date in any_day(), kind in any_kind()) {
        let (y, m, d) = (date.year(), date.month(), date.day());
        for form in [format!("{d}/{m}/{}", y + 543), format!("{}年{m}月{d}日", y + 544), format!("民国{}年{m}月{d}日", (y - 1911).max(1))] {
            prop_assert!(!matches!(read(&form, kind, date), Read::Ok(_) | Read::Partial(..)), "{}", form);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(typed in any::<String>(), kind in any_kind(), today in any_day()) {
        answer_is_sound(&typed, kind, today)?;
    }

    #[test]
    fn any_heap_of_words_and_numbers_is_read_or_refused(
        parts in prop::collection::vec(prop_oneof![
            "[0-9]{1,8}", "[០-៩]{1,4}", "[〇一二三四五六七八九十廿卅百]{1,4}", "[-/., :年月日号初']",
            prop::sample::select(words::all_words().map(|(word, _)| word.to_owned()).collect::<Vec<_>>()),
            prop::sample::select(ENGLISH.map(str::to_owned).to_vec()),
        ], 1..7),
        kind in any_kind(), today in any_day(),
    ) {
        answer_is_sound(&parts.concat(), kind, today)?;
        answer_is_sound(&parts.join(" "), kind, today)?;
    }
}

/// Whatever is taken or offered can be meant, and part of a date is only taken of a birth.
fn answer_is_sound(typed: &str, kind: Kind, today: NaiveDate) -> Result<(), TestCaseError> {
    let window = kind.window(today);
    match read(typed, kind, today) {
        Read::Ok(day) | Read::Confirm(day, _) => prop_assert!(window.contains(&day), "{:?} gave {}", typed, day),
        Read::Partial(date, _) => {
            prop_assert_eq!(kind, Kind::Birth);
            prop_assert!(date.day().is_none() && date.earliest() <= *window.end() && date.latest() >= *window.start());
        }
        Read::Reject(_) => {}
    }
    Ok(())
}
