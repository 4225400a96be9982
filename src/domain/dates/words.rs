//! The words of dates in Khmer, English and Chinese, and the month names that passports print in French. Deliberately
//! only words to be read: what is said to people lives in the locales.

use chrono::Weekday;

use super::tokens::{Era, Role, Side, Token};

/// Names that stand in no table: the shortest part of an English or French month that is taken.
const MONTH_PREFIX_MIN: usize = 3;

/// English and French months; a beginning of three letters or more is enough where it names one month only.
const LATIN_MONTHS: [[&str; 2]; 12] = [
    ["january", "janvier"],
    ["february", "fevrier"],
    ["march", "mars"],
    ["april", "avril"],
    ["may", "mai"],
    ["june", "juin"],
    ["july", "juillet"],
    ["august", "aout"],
    ["september", "septembre"],
    ["october", "octobre"],
    ["november", "novembre"],
    ["december", "decembre"],
];

/// Frequent slips in English months.
const MISSPELT_MONTHS: [(&str, u32); 9] = [
    ("janurary", 1),
    ("januray", 1),
    ("febuary", 2),
    ("feburary", 2),
    ("agust", 8),
    ("setember", 9),
    ("octuber", 10),
    ("novemeber", 11),
    ("decemeber", 12),
];

/// Khmer months with the spellings in which they are met, in the folded form of the tokens.
const KHMER_MONTHS: [(&str, u32); 32] = [
    ("មករា", 1),
    ("មករ", 1),
    ("កុម្ភៈ", 2),
    ("កុម្ភះ", 2),
    ("កុម្ភ:", 2),
    ("កុម្ភ", 2),
    ("កុម្ភា", 2),
    ("គុម្ភៈ", 2),
    ("មីនា", 3),
    ("មិនា", 3),
    ("មីណា", 3),
    ("មេសា", 4),
    ("មេសារ", 4),
    ("ឧសភា", 5),
    ("ឩសភា", 5),
    ("ឧសភារ", 5),
    ("ឧស្ភា", 5),
    ("មិថុនា", 6),
    ("មិថុណា", 6),
    ("មីថុនា", 6),
    ("មិតុនា", 6),
    ("កក្កដា", 7),
    ("កក្កតា", 7),
    ("កក្តដា", 7),
    ("សីហា", 8),
    ("សិហា", 8),
    ("កញ្ញា", 9),
    ("កញ្ញារ", 9),
    ("តុលា", 10),
    ("វិច្ឆិកា", 11),
    ("វិច្ចិកា", 11),
    ("ធ្នូ", 12),
];

/// Days of the week in Khmer, bare; they are also found after ថ្ងៃ.
const KHMER_WEEKDAYS: [(&str, Weekday); 10] = [
    ("ចន្ទ", Weekday::Mon),
    ("ច័ន្ទ", Weekday::Mon),
    ("អង្គារ", Weekday::Tue),
    ("ពុធ", Weekday::Wed),
    ("ព្រហស្បតិ៍", Weekday::Thu),
    ("ព្រហស្បត្តិ៍", Weekday::Thu),
    ("សុក្រ", Weekday::Fri),
    ("សៅរ៍", Weekday::Sat),
    ("សៅរ", Weekday::Sat),
    ("អាទិត្យ", Weekday::Sun),
];

/// Days of the week in English and their short forms.
const ENGLISH_WEEKDAYS: [(&str, Weekday); 18] = [
    ("monday", Weekday::Mon),
    ("mon", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("tues", Weekday::Tue),
    ("tue", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("wed", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("thurs", Weekday::Thu),
    ("thur", Weekday::Thu),
    ("thu", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("fri", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sat", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("sun", Weekday::Sun),
    ("weds", Weekday::Wed),
];

/// What Chinese puts before the number of a weekday.
const CHINESE_WEEKDAY: [&str; 5] = ["星期", "礼拜", "禮拜", "周", "週"];

/// Days counted from today.
const DAYS: [(&str, i64); 54] = [
    ("today", 0),
    ("tonight", 0),
    ("now", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("yesterday", -1),
    ("last night", -1),
    ("tomorrow", 1),
    ("day before yesterday", -2),
    ("day after tomorrow", 2),
    ("ថ្ងៃនេះ", 0),
    ("ថ្ងៃ នេះ", 0),
    ("យប់នេះ", 0),
    ("ព្រឹកនេះ", 0),
    ("ល្ងាចនេះ", 0),
    ("ឥឡូវនេះ", 0),
    ("ឥឡូវ", 0),
    ("ម្សិលមិញ", -1),
    ("ម្សិលម៉ិញ", -1),
    ("ម្សិលមិញនេះ", -1),
    ("ថ្ងៃម្សិលមិញ", -1),
    ("យប់មិញ", -1),
    ("ម្សិលម្ង៉ៃ", -2),
    ("ម្សិលម្ងៃ", -2),
    ("ថ្ងៃស្អែក", 1),
    ("ស្អែកនេះ", 1),
    ("ស្អែក", 1),
    ("ថ្ងៃខានស្អែក", 2),
    ("ខានស្អែក", 2),
    ("今天", 0),
    ("今日", 0),
    ("今晚", 0),
    ("今早", 0),
    ("现在", 0),
    ("現在", 0),
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("明天", 1),
    ("明日", 1),
    ("前天", -2),
    ("前日", -2),
    ("大前天", -3),
    ("后天", 2),
    ("後天", 2),
    ("后日", 2),
    ("後日", 2),
    ("大后天", 3),
    ("大後天", 3),
    ("hier", -1),
    ("demain", 1),
    ("aujourd'hui", 0),
    ("aujourd’hui", 0),
];

/// Years and months counted from the present one.
const COUNTED: [(&str, Token); 32] = [
    ("this year", Token::YearsFromNow(0)),
    ("last year", Token::YearsFromNow(-1)),
    ("next year", Token::YearsFromNow(1)),
    ("ឆ្នាំនេះ", Token::YearsFromNow(0)),
    ("ឆ្នាំមុន", Token::YearsFromNow(-1)),
    ("ឆ្នាំទៅ", Token::YearsFromNow(-1)),
    ("ឆ្នាំក្រោយ", Token::YearsFromNow(1)),
    ("今年", Token::YearsFromNow(0)),
    ("去年", Token::YearsFromNow(-1)),
    ("前年", Token::YearsFromNow(-2)),
    ("明年", Token::YearsFromNow(1)),
    ("后年", Token::YearsFromNow(2)),
    ("後年", Token::YearsFromNow(2)),
    ("this month", Token::MonthsFromNow(0)),
    ("last month", Token::MonthsFromNow(-1)),
    ("next month", Token::MonthsFromNow(1)),
    ("ខែនេះ", Token::MonthsFromNow(0)),
    ("ខែមុន", Token::MonthsFromNow(-1)),
    ("ខែក្រោយ", Token::MonthsFromNow(1)),
    ("本月", Token::MonthsFromNow(0)),
    ("这个月", Token::MonthsFromNow(0)),
    ("這個月", Token::MonthsFromNow(0)),
    ("上月", Token::MonthsFromNow(-1)),
    ("上个月", Token::MonthsFromNow(-1)),
    ("上個月", Token::MonthsFromNow(-1)),
    ("下月", Token::MonthsFromNow(1)),
    ("下个月", Token::MonthsFromNow(1)),
    ("下個月", Token::MonthsFromNow(1)),
    ("ce mois", Token::MonthsFromNow(0)),
    ("mois dernier", Token::MonthsFromNow(-1)),
    ("mois prochain", Token::MonthsFromNow(1)),
    ("cette annee", Token::YearsFromNow(0)),
];

/// Words that say what the number next to them is.
const MARKS: [(&str, Role, Side); 19] = [
    ("ថ្ងៃទី", Role::Day, Side::Before),
    ("ថ្ងៃ ទី", Role::Day, Side::Before),
    ("ថ្ងៃ", Role::Day, Side::Before),
    ("ទី", Role::Day, Side::Before),
    ("ខែទី", Role::Month, Side::Before),
    ("ខែ", Role::Month, Side::Before),
    ("ឆ្នាំ", Role::Year, Side::Before),
    ("day", Role::Day, Side::Before),
    ("month", Role::Month, Side::Before),
    ("year", Role::Year, Side::Before),
    ("年", Role::Year, Side::After),
    ("月份", Role::Month, Side::After),
    ("月", Role::Month, Side::After),
    ("日", Role::Day, Side::After),
    ("号", Role::Day, Side::After),
    ("號", Role::Day, Side::After),
    ("년", Role::Year, Side::After),
    ("월", Role::Month, Side::After),
    ("일", Role::Day, Side::After),
];

/// Names of eras.
const ERAS: [(&str, Era); 35] = [
    ("ព.ស.", Era::Buddhist),
    ("ព.ស", Era::Buddhist),
    ("ពស", Era::Buddhist),
    ("ពុទ្ធសករាជ", Era::Buddhist),
    ("គ.ស.", Era::Common),
    ("គ.ស", Era::Common),
    ("គស", Era::Common),
    ("គ្រិស្តសករាជ", Era::Common),
    ("พ.ศ.", Era::Buddhist),
    ("พ.ศ", Era::Buddhist),
    ("ค.ศ.", Era::Common),
    ("ค.ศ", Era::Common),
    ("b.e.", Era::Buddhist),
    ("be", Era::Buddhist),
    ("佛历", Era::Buddhist),
    ("佛曆", Era::Buddhist),
    ("佛元", Era::Buddhist),
    ("a.d.", Era::Common),
    ("ad", Era::Common),
    ("c.e.", Era::Common),
    ("ce", Era::Common),
    ("公元", Era::Common),
    ("西元", Era::Common),
    ("公历", Era::Common),
    ("公曆", Era::Common),
    ("阳历", Era::Common),
    ("陽曆", Era::Common),
    ("新历", Era::Common),
    ("新曆", Era::Common),
    ("中华民国", Era::Republic),
    ("中華民國", Era::Republic),
    ("民国", Era::Republic),
    ("民國", Era::Republic),
    ("minguo", Era::Republic),
    ("roc", Era::Republic),
];

/// Signs of a moon calendar: its name, its months, the years of the animals, its feasts.
#[rustfmt::skip]
const LUNAR: [&str; 51] = [
    "农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "正月", "腊月", "臘月", "冬月", "闰", "閏", "除夕", "春节", "春節",
    "中秋", "端午", "元宵", "重阳", "重陽", "រោច", "មិគសិរ", "បុស្ស", "មាឃ", "ផល្គុន", "ចេត្រ", "ពិសាខ", "ជេស្ឋ",
    "អាសាឍ", "ស្រាពណ៍", "ភទ្របទ", "អស្សុជ", "កត្តិក", "ឆ្នាំជូត", "ឆ្នាំឆ្លូវ", "ឆ្នាំខាល", "ឆ្នាំថោះ", "ឆ្នាំរោង", "ឆ្នាំម្សាញ់",
    "ឆ្នាំមមី", "ឆ្នាំមមែ", "ឆ្នាំវក", "ឆ្នាំរកា", "ឆ្នាំច", "ឆ្នាំកុរ", "ចន្ទគតិ", "ច័ន្ទគតិ", "lunar", "waxing", "waning", "chinese new year",
];

/// Words around a date that change nothing about it.
#[rustfmt::skip]
const NOISE: [&str; 55] = [
    "of", "the", "on", "de", "le", "du", "born", "dob", "date", "birth", "until", "till", "since", "arrived", "arrival",
    "left", "expires", "expiry", "valid", "ថ្ងៃខែឆ្នាំកំណើត", "ថ្ងៃ ខែ ឆ្នាំ កំណើត", "ថ្ងៃខែឆ្នាំ", "ថ្ងៃ ខែ ឆ្នាំ", "ថ្ងៃ/ខែ/ឆ្នាំ",
    "ថ្ងៃកំណើត", "កំណើត", "កាលពី", "នៅ", "ដល់", "មកដល់", "រហូតដល់", "ត្រូវនឹង", "ផុតកំណត់", "ចាកចេញ", "出生日期", "出生", "生日",
    "生于", "生於", "日期", "有效期至", "到期", "抵达", "抵達", "入住", "离开", "離開", "截止", "于", "於", "在", "到", "至", "的", "那天",
];

/// កើត: "waxing" after a number, else "born".
const WAXING_OR_BORN: &str = "កើត";

/// The longest word of the tables at the beginning of the text, and its length in bytes. A word in Latin letters must
/// end where the letters do.
pub(super) fn word_at(text: &str) -> Option<(Token, usize)> {
    let hit = |word: &str| text.strip_prefix(word).is_some_and(|rest| !(ends_latin(word) && starts_alphabetic(rest)));
    let mut best: Option<(Token, usize)> = None;
    for (word, token) in all_words() {
        if best.is_none_or(|(_, length)| word.len() > length) && hit(word) {
            best = Some((token, word.len()));
        }
    }
    best.or_else(|| chinese_weekday_at(text))
}

/// The month that a word in Latin letters names, in English or French, accents left out; shortened to three letters or
/// more as long as it is one month only.
pub(super) fn latin_month(word: &str) -> Option<u32> {
    if let Some((_, month)) = MISSPELT_MONTHS.iter().find(|(misspelt, _)| *misspelt == word) {
        return Some(*month);
    }
    if word.len() < MONTH_PREFIX_MIN {
        return None;
    }
    let begins = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let mut months = (1..).zip(LATIN_MONTHS).filter(|(_, names)| begins(names)).map(|(month, _)| month);
    months.next().filter(|_| months.next().is_none())
}

/// Every word of the tables with what it means.
pub(super) fn all_words() -> impl Iterator<Item = (&'static str, Token)> {
    let months = KHMER_MONTHS.iter().map(|(word, month)| (*word, Token::Month(*month)));
    let weekdays = KHMER_WEEKDAYS.iter().chain(&ENGLISH_WEEKDAYS).map(|(word, day)| (*word, Token::Weekday(*day)));
    let days = DAYS.iter().map(|(word, days)| (*word, Token::DaysFromToday(*days)));
    let marks = MARKS.iter().map(|(word, role, side)| (*word, Token::Mark(*role, *side)));
    let eras = ERAS.iter().map(|(word, era)| (*word, Token::Era(*era)));
    let lunar = LUNAR.iter().map(|word| (*word, Token::Lunar));
    let noise = NOISE.iter().map(|word| (*word, Token::Noise));
    let born = std::iter::once((WAXING_OR_BORN, Token::WaxingOrBorn));
    months.chain(weekdays).chain(days).chain(COUNTED).chain(marks).chain(eras).chain(lunar).chain(noise).chain(born)
}

/// 星期三, 周日 and the like.
fn chinese_weekday_at(text: &str) -> Option<(Token, usize)> {
    let prefix = CHINESE_WEEKDAY.iter().find(|prefix| text.starts_with(**prefix))?;
    let last = text[prefix.len()..].chars().next()?;
    let weekday = match last {
        '一' | '1' => Weekday::Mon,
        '二' | '2' => Weekday::Tue,
        '三' | '3' => Weekday::Wed,
        '四' | '4' => Weekday::Thu,
        '五' | '5' => Weekday::Fri,
        '六' | '6' => Weekday::Sat,
        '日' | '天' | '7' => Weekday::Sun,
        _ => return None,
    };
    Some((Token::Weekday(weekday), prefix.len() + last.len_utf8()))
}

fn ends_latin(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn starts_alphabetic(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || ('\u{C0}'..='\u{24F}').contains(&c))
}
