//! Dates that are asked back, each with the doubt that is put.

use super::*;

#[test]
fn the_month_comes_first_only_when_nothing_else_fits_and_is_asked_back() {
    check(
        Kind::Arrival,
        [
            ("05/13/2026", confirm("2026-05-13", Doubt::MonthFirst)),
            ("5-13-26", confirm("2026-05-13", Doubt::MonthFirst)),
            ("05132026", confirm("2026-05-13", Doubt::MonthFirst)),
            ("05/13", confirm("2026-05-13", Doubt::MonthFirst)),
            ("05/03/2026", ok("2026-03-05")),
            ("05/12/2026", confirm("2026-05-12", Doubt::MonthFirst)),
            ("2026-13-05", confirm("2026-05-13", Doubt::Order)),
            ("2026-05-13", ok("2026-05-13")),
        ],
    );
    check(
        Kind::StayUntil,
        [("05/12/2026", ok("2026-12-05")), ("12/25/2026", confirm("2026-12-25", Doubt::MonthFirst))],
    );
    check(Kind::Birth, [("12/25/1985", confirm("1985-12-25", Doubt::MonthFirst))]);
}

#[test]
fn short_numbers_that_fit_better_with_the_year_first_are_asked_back() {
    check(
        Kind::Arrival,
        [
            ("26-05-03", confirm("2026-05-03", Doubt::Order)),
            ("26.5.3", confirm("2026-05-03", Doubt::Order)),
            ("260503", confirm("2026-05-03", Doubt::Order)),
            ("03-05-26", ok("2026-05-03")),
        ],
    );
    check(
        Kind::StayUntil,
        [
            ("26-06-27", confirm("2027-06-26", Doubt::Order)),
            ("27-06-26", ok("2026-06-27")),
            ("26-06-26", ok("2026-06-26")),
        ],
    );
    check(
        Kind::Birth,
        [
            ("85-03-07", confirm("1985-03-07", Doubt::Order)),
            ("850307", confirm("1985-03-07", Doubt::Order)),
            ("12-07-31", confirm("1931-07-12", Doubt::Order)),
            ("070385", ok("1985-03-07")),
        ],
    );
}

#[test]
fn two_digit_birth_years_lie_in_the_past_and_are_asked_when_both_centuries_are() {
    check(
        Kind::Birth,
        [
            ("7/3/85", ok("1985-03-07")),
            ("7/3/99", ok("1999-03-07")),
            ("7/3/32", ok("1932-03-07")),
            ("7 March 27", ok("1927-03-07")),
            ("7/3/26", confirm("2026-03-07", Doubt::TwoDigitYear)),
            ("7/12/26", confirm("1926-12-07", Doubt::TwoDigitYear)),
            ("7/3/05", confirm("2005-03-07", Doubt::TwoDigitYear)),
            ("៧ មីនា ០៥", confirm("2005-03-07", Doubt::TwoDigitYear)),
            ("05年3月7日", confirm("2005-03-07", Doubt::TwoDigitYear)),
            ("29/2/08", confirm("2008-02-29", Doubt::TwoDigitYear)),
        ],
    );
    check(Kind::CardExpiry, [("7/3/28", ok("2028-03-07")), ("7/3/40", ok("2040-03-07")), ("7/3/19", ok("2019-03-07"))]);
}

#[test]
fn buddhist_and_republican_years_are_asked_back() {
    check(
        Kind::Arrival,
        [
            ("3/5/2569", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("๓/๕/๒๕๖๙", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("๓/๕/๖๙", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("3/5/2570", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("៣ ឧសភា ព.ស. ២៥៧០", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("៣ មីនា ព.ស.២៥៦៩", confirm("2026-03-03", Doubt::BuddhistYear)),
            ("佛历2569年5月3日", confirm("2026-05-03", Doubt::BuddhistYear)),
            ("民國115年5月3日", confirm("2026-05-03", Doubt::RocYear)),
            ("民国一百一十五年五月三日", confirm("2026-05-03", Doubt::RocYear)),
            ("115/5/3", confirm("2026-05-03", Doubt::RocYear)),
            ("115年5月3日", confirm("2026-05-03", Doubt::RocYear)),
        ],
    );
    check(
        Kind::Birth,
        [
            ("7/3/2528", confirm("1985-03-07", Doubt::BuddhistYear)),
            ("7/8/2528", confirm("1985-08-07", Doubt::BuddhistYear)),
            ("៧ សីហា ២៥២៨", confirm("1984-08-07", Doubt::BuddhistYear)),
            ("៧ មីនា ២៥២៨", confirm("1985-03-07", Doubt::BuddhistYear)),
            ("2528", doubtful_part("1985", Doubt::BuddhistYear)),
            ("民国74年3月7日", confirm("1985-03-07", Doubt::RocYear)),
            ("民國七十四年三月七日", confirm("1985-03-07", Doubt::RocYear)),
            ("民国74.3.7", confirm("1985-03-07", Doubt::RocYear)),
            ("民国74年", doubtful_part("1985", Doubt::RocYear)),
        ],
    );
}

#[test]
fn a_missing_year_is_offered_and_asked_back() {
    check(
        Kind::Arrival,
        [
            ("3/5", confirm("2026-05-03", Doubt::NoYear)),
            ("3 May", confirm("2026-05-03", Doubt::NoYear)),
            ("May 3rd", confirm("2026-05-03", Doubt::NoYear)),
            ("៣ ឧសភា", confirm("2026-05-03", Doubt::NoYear)),
            ("ថ្ងៃទី៣ ខែ៥", confirm("2026-05-03", Doubt::NoYear)),
            ("ថ្ងៃទី៣/៥", confirm("2026-05-03", Doubt::NoYear)),
            ("五月三号", confirm("2026-05-03", Doubt::NoYear)),
            ("五月廿三", confirm("2025-05-23", Doubt::NoYear)),
            ("十二月三十一", confirm("2025-12-31", Doubt::NoYear)),
            ("5月3日", confirm("2026-05-03", Doubt::NoYear)),
            ("21/5", confirm("2026-05-21", Doubt::NoYear)),
            ("22/5", confirm("2025-05-22", Doubt::NoYear)),
            ("29 Feb", confirm("2024-02-29", Doubt::NoYear)),
            ("3/5 14:30", confirm("2026-05-03", Doubt::NoYear)),
        ],
    );
    check(
        Kind::Departure,
        [("22/5", confirm("2026-05-22", Doubt::NoYear)), ("3 Jan", confirm("2026-01-03", Doubt::NoYear))],
    );
    check(
        Kind::StayUntil,
        [("3 June", confirm("2026-06-03", Doubt::NoYear)), ("18 May", confirm("2026-05-18", Doubt::NoYear))],
    );
    check(Kind::Birth, [("22/5", confirm("2025-05-22", Doubt::NoYear))]);
}

#[test]
fn a_missing_month_is_offered_and_asked_back() {
    check(
        Kind::Arrival,
        [
            ("the 3rd", confirm("2026-05-03", Doubt::NoMonth)),
            ("ថ្ងៃទី៣", confirm("2026-05-03", Doubt::NoMonth)),
            ("3号", confirm("2026-05-03", Doubt::NoMonth)),
            ("三十号", confirm("2026-04-30", Doubt::NoMonth)),
            ("31号", confirm("2026-03-31", Doubt::NoMonth)),
            ("32号", Read::Reject(Why::NotADate)),
        ],
    );
    check(Kind::Departure, [("ថ្ងៃទី២៥", confirm("2026-05-25", Doubt::NoMonth))]);
    check(Kind::Birth, [("ថ្ងៃទី៣", Read::Reject(Why::Incomplete))]);
}

#[test]
fn a_weekday_or_a_word_that_names_another_day_is_asked_back() {
    check(
        Kind::Arrival,
        [
            ("Monday 3 May 2026", confirm("2026-05-03", Doubt::Contradiction)),
            ("2026年5月3日星期一", confirm("2026-05-03", Doubt::Contradiction)),
            ("ថ្ងៃចន្ទ ទី៣ ខែឧសភា ឆ្នាំ២០២៦", confirm("2026-05-03", Doubt::Contradiction)),
            ("yesterday 3/5/2026", confirm("2026-05-03", Doubt::Contradiction)),
            ("Monday, yesterday", confirm("2026-05-19", Doubt::Contradiction)),
        ],
    );
}
