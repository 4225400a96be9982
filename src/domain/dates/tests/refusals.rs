//! Texts that are refused, each with the reason.

use super::*;

#[test]
fn part_of_any_other_date_is_not_enough() {
    for kind in [Kind::Arrival, Kind::StayUntil, Kind::Departure, Kind::CardExpiry] {
        let cases =
            ["2026", "05/2026", "May 2026", "ឧសភា ២០២៦", "2026年5月", "XX/05/2026", "00/05/2026", "5月", "this month"];
        check(kind, cases.map(|typed| (typed, Read::Reject(Why::Incomplete))));
    }
}

#[test]
fn days_that_do_not_exist_are_refused_by_their_number() {
    check(
        Kind::Birth,
        [
            ("31/2/1985", impossible(31, 2)),
            ("31/02/85", impossible(31, 2)),
            ("30 February 1985", impossible(30, 2)),
            ("31/4/1985", impossible(31, 4)),
            ("31 មេសា ១៩៨៥", impossible(31, 4)),
            ("1985年6月31日", impossible(31, 6)),
            ("32/5/1985", impossible(32, 5)),
            ("14/30/1985", impossible(14, 30)),
            ("31022000", impossible(31, 2)),
            ("20000231", impossible(31, 2)),
            ("31/02", impossible(31, 2)),
            ("1985-02-31", impossible(31, 2)),
            ("1985年13月1日", impossible(1, 13)),
            ("29/2/1985", Read::Reject(Why::NotALeapYear { year: 1985 })),
            ("29/2/1900", Read::Reject(Why::NotALeapYear { year: 1900 })),
            ("29/2/2000", ok("2000-02-29")),
        ],
    );
    check(
        Kind::StayUntil,
        [("31-02-26", impossible(31, 2)), ("29-02-26", Read::Reject(Why::NotALeapYear { year: 2026 }))],
    );
}

#[test]
fn days_of_the_moon_are_refused_as_such() {
    #[rustfmt::skip]
    let cases = [
        "១៥កើត ខែពិសាខ", "១៥ កើត", "៧រោច", "ថ្ងៃ៧រោច ខែបុស្ស ឆ្នាំរោង", "ខែមិគសិរ", "ថ្ងៃសុក្រ ៧រោច ខែពិសាខ ឆ្នាំមមី អដ្ឋស័ក ព.ស.២៥៧០",
        "农历五月初三", "五月初三", "正月十五", "腊月廿三", "農曆2026年五月廿三", "阴历3月7日", "闰六月", "初一", "除夕", "lunar 3/5",
    ];
    check(Kind::Birth, cases.map(|typed| (typed, Read::Reject(Why::Lunar))));
    check(Kind::Birth, [("កើតថ្ងៃទី៧ ខែមីនា ឆ្នាំ១៩៨៥", ok("1985-03-07")), ("កើតនៅ ៧/៣/១៩៨៥", ok("1985-03-07"))]);
}

#[test]
fn days_that_cannot_be_meant_are_refused_with_the_bound() {
    let past = |earliest: &str| Read::Reject(Why::TooFarPast { earliest: day(earliest) });
    let future = |latest: &str| Read::Reject(Why::TooFarFuture { latest: day(latest) });
    check(
        Kind::Birth,
        [
            ("7/3/1785", past("1901-05-20")),
            ("20261231", future(TODAY)),
            ("7/3/0085", past("1901-05-20")),
            ("21/5/2026", future(TODAY)),
            ("7/3/2105", future(TODAY)),
            ("20/5/2026", ok(TODAY)),
            ("20/5/1901", ok("1901-05-20")),
        ],
    );
    check(
        Kind::Arrival,
        [("22/5/2026", future("2026-05-21")), ("3 May 1985", past("1996-05-20")), ("3/5/2062", future("2026-05-21"))],
    );
    check(
        Kind::StayUntil,
        [("3 May 2062", future("2036-05-20")), ("3 May 1999", past("2006-05-20")), ("1/1/2025", ok("2025-01-01"))],
    );
    check(Kind::Departure, [("3/5/2032", future("2031-05-20"))]);
    check(Kind::CardExpiry, [("3/5/2062", future("2046-05-20")), ("3/5/2035", ok("2035-05-03"))]);
}

#[test]
fn what_is_no_single_date_is_refused() {
    #[rustfmt::skip]
    let cases = [
        "", " ", ".", "-", "?", "hello", "សួស្តី", "你好", "3", "០៣", "廿三", "302", "12345", "1234567", "123456789012", "3/5/", "/3/5/2026",
        "-3/5/2026", "3//5/2026", "3/5/2026-", "3-5-6", "3/5/202", "3/5/20266", "1.2.3.4", "3 2026 5", "3x5x2026", "O3/05/2026", "3/5/2026 at 14",
        "3-5 May 2026", "03-05 May", "May 03-05", "03-05/05", "3/5 - 6/5", "3/5/2026 - 6/5/2026", "5月3日到5月6日", "3 May or 4 May", "May June 3 2026",
        "3 days", "៣ថ្ងៃ", "៣ ថ្ងៃទៀត", "3天", "3 months", "៣ខែ", "3年", "月初", "5月初", "3 weeks", "Friday", "ថ្ងៃសុក្រ", "周五", "next Friday", "in 3 days",
        "2026:05:03", "2026-05-03T20:00Z", "before 3/5/2026", "not 3/5/2026", "3/5/2026 BC", "令和8年5月3日", "ថ្ងៃទី ខែ ឆ្នាំ", "ថ្ងៃទី៣ ទី៤ ខែ៥",
        "today tomorrow", "今天明天", "ព.ស. ៣ ឧសភា", "3½/5/2026", "3²/5/2026", "①/5/2026", "3五2026", "+855 12 345 678", "012 345 678", "😀", "3/5/20 26",
        "jui 3 2026", "3 ma 2026", "ម៉ោង ៣", "ថ្ងៃទី៣ ខែ៥ ម៉ោង ១៤", "ឧសភា មិថុនា", "2026年2027年", "0/0", "XX", "3/5/2026/1",
    ];
    for kind in [Kind::Birth, Kind::Arrival, Kind::StayUntil] {
        check(kind, cases.map(|typed| (typed, Read::Reject(Why::NotADate))));
    }
}

#[test]
fn endless_texts_are_refused_without_being_read() {
    let long = "3/5/2026 ".repeat(100_000);
    let digits = "1".repeat(100_000);
    let marks = "\u{300}".repeat(100_000);
    check(Kind::Arrival, [long, digits, marks].iter().map(|text| (text.as_str(), Read::Reject(Why::NotADate))));
}

#[test]
fn the_ends_of_the_calendar_are_no_trap() {
    for today in [NaiveDate::MIN, NaiveDate::MAX, day("0001-01-01"), day("9999-12-31")] {
        for kind in [Kind::Birth, Kind::Arrival, Kind::StayUntil, Kind::Departure, Kind::CardExpiry] {
            for typed in [
                "3/5",
                "3/5/26",
                "29/2",
                "tomorrow",
                "大前天",
                "3号",
                "去年5月3日",
                "上个月3号",
                "3/5/2569",
                "26-05-03",
                "9999",
            ] {
                let _ = read(typed, kind, today);
            }
        }
    }
}
