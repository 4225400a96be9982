//! Brings names to a form in which the usual ways of writing them are the same; folded names are for comparing, never for showing.

/// Words that say what an area is, before its Khmer name; longer ones first.
pub(super) const KHMER_KINDS: [&str; 8] = ["រាជធានី", "សង្កាត់", "ខេត្ត", "ក្រុង", "ស្រុក", "ខណ្ឌ", "ភូមិ", "ឃុំ"];

const COENG: char = '\u{17d2}';

/// A character without width that phones and word processors put into text.
pub(in crate::domain) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A Khmer, full-width or Thai digit as ASCII; any other character as it is.
pub(in crate::domain) fn ascii_digit(c: char) -> char {
    let zero = match c {
        '០'..='៩' => '០',
        '０'..='９' => '０',
        '๐'..='๙' => '๐',
        _ => return c,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).map_or(c, |digit| char::from(b'0' + digit))
}

/// A Latin letter in lower case without its accent, full-width letters included; none for a combining accent.
pub(in crate::domain) fn plain_latin(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'ａ'..='ｚ' | 'Ａ'..='Ｚ' => {
            let ascii = char::from_u32(u32::from(c) - 0xfee0).expect("full-width letters stand 0xfee0 above ASCII");
            ascii.to_ascii_lowercase()
        }
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' | 'Ð' | 'ð' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'ß' => 's',
        'Ţ'..='ŧ' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        'Ź'..='ž' => 'z',
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

/// A Khmer name: one byte a character, digits as ASCII, the word for the kind dropped.
///
/// The two subscripts that look the same (coeng da, coeng ta) are one, and so are vowels typed in pieces or out of order.
pub(super) fn khmer(name: &str) -> Vec<u8> {
    let typed: Vec<char> = name.chars().map(ascii_digit).filter(|&c| is_khmer(c) || c.is_ascii_digit()).collect();
    let mut kept: Vec<char> = Vec::with_capacity(typed.len());
    for &c in without_khmer_kind(&typed) {
        match (kept.last(), c) {
            (Some(&COENG), 'ដ') => kept.push('ត'),
            (Some('ំ'), 'ុ') => kept.splice(kept.len() - 1.., ['ុ', 'ំ']).for_each(drop),
            (Some('ំ'), 'ា') => kept.splice(kept.len() - 1.., ['ា', 'ំ']).for_each(drop),
            (Some('េ'), 'ី') => kept.splice(kept.len() - 1.., ['ើ']).for_each(drop),
            (Some('េ'), 'ា') => kept.splice(kept.len() - 1.., ['ោ']).for_each(drop),
            (Some('៍' | '៎'), '0'..='9') => {
                kept.pop();
                drop_ordinal(&mut kept);
                kept.push(c);
            }
            (Some('ី'), '0'..='9') => {
                drop_ordinal(&mut kept);
                kept.push(c);
            }
            _ => kept.push(c),
        }
    }
    let mut folded: Vec<u8> = Vec::with_capacity(kept.len());
    for (at, &c) in kept.iter().enumerate() {
        let c = if c == 'ឬ' && kept[at..].starts_with(&['ឬ', 'ស', COENG, 'ស', 'ី']) { 'ឫ' } else { c };
        folded.push(if c.is_ascii() { c as u8 } else { khmer_byte(c) });
    }
    folded
}

/// Whether a character is of the Khmer script, its punctuation left out.
pub(super) fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17d3}' | '\u{17dd}')
}

/// Whether a character cannot begin a word: vowels, signs and subscripts hang on the letter before.
pub(super) fn hangs_on(c: char) -> bool {
    matches!(c, '\u{17b4}'..='\u{17d3}' | '\u{17dd}')
}

fn khmer_byte(c: char) -> u8 {
    u8::try_from(u32::from(c) - 0x1780 + 0x80).unwrap_or(b'?')
}

/// Drops the words for kinds at the beginning: a commune may be called "New Village".
fn without_khmer_kind(typed: &[char]) -> &[char] {
    for word in KHMER_KINDS {
        let length = word.chars().count();
        let has = typed.len() > length && typed.iter().zip(word.chars()).all(|(&c, w)| c == w);
        if has && !hangs_on(typed[length]) {
            return without_khmer_kind(&typed[length..]);
        }
    }
    typed
}

/// Drops the word for "number" before a digit: many names have it, few people type it.
fn drop_ordinal(kept: &mut Vec<char>) {
    if kept.ends_with(&['ទ', 'ី']) {
        kept.truncate(kept.len() - 2);
    }
}

/// A name in Latin letters: spellings of the same Khmer sound are one letter, number words are digits.
pub(super) fn latin<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut numbered: Vec<&str> = Vec::new();
    for word in words {
        let word = number(word, !numbered.is_empty()).unwrap_or(word);
        if word.as_bytes()[0].is_ascii_digit() && numbered.last() == Some(&"ti") {
            numbered.pop();
        }
        numbered.push(word);
    }
    let mut folded = Vec::new();
    for word in numbered {
        fold_word(word, &mut folded);
    }
    folded.dedup_by(|b, a| a == b && !a.is_ascii_digit());
    folded
}

/// The words of a name: lower case, without accents and apostrophes, letters and digits apart.
pub(super) fn latin_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in name.chars().map(ascii_digit).filter_map(plain_latin) {
        if is_zero_width(c) || matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ') {
            continue;
        }
        let class = if c.is_ascii_digit() {
            Some(true)
        } else if c.is_ascii_alphabetic() {
            Some(false)
        } else {
            None
        };
        if class.is_some() {
            if class != last {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        }
        last = class;
    }
    words
}

fn number(word: &str, follows: bool) -> Option<&'static str> {
    Some(match word {
        "muoy" | "mouy" | "muy" => "1",
        "pir" => "2",
        "bei" | "bey" => "3",
        "buon" | "boun" => "4",
        "pram" => "5",
        "prammuoy" => "6",
        "prampir" | "prampi" => "7",
        "prambei" => "8",
        "prambuon" => "9",
        "dab" => "10",
        "i" if follows => "1",
        "ii" | "pi" if follows => "2",
        "iii" if follows => "3",
        "iv" if follows => "4",
        "v" if follows => "5",
        "kg" | "kpg" => "kampong",
        _ => return None,
    })
}

/// Sounds that Khmer has once and Latin spells in several ways; longer spellings first.
const SOUNDS: [(&str, &str); 29] = [
    ("chh", "c"),
    ("oeu", "e"),
    ("ch", "c"),
    ("kh", "k"),
    ("ph", "p"),
    ("th", "t"),
    ("eu", "e"),
    ("oe", "e"),
    ("ue", "e"),
    ("ae", "e"),
    ("ai", "e"),
    ("ay", "e"),
    ("ey", "e"),
    ("ei", "e"),
    ("ao", "u"),
    ("au", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("eo", "ev"),
    ("o", "u"),
    ("y", "i"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("x", "s"),
    ("j", "c"),
    ("f", "p"),
    ("gn", "nh"),
];

fn fold_word(word: &str, folded: &mut Vec<u8>) {
    let start = folded.len();
    let mut rest = word;
    while let Some(&first) = rest.as_bytes().first() {
        if let Some((spelling, sound)) = SOUNDS.iter().find(|(spelling, _)| rest.starts_with(spelling)) {
            folded.extend_from_slice(sound.as_bytes());
            rest = &rest[spelling.len()..];
            continue;
        }
        rest = &rest[1..];
        let silent = first == b'r'
            && folded[start..].last().is_some_and(|&before| is_vowel(before))
            && !rest.as_bytes().first().is_some_and(|&after| is_vowel(after) || after == b'y');
        if !silent {
            folded.push(first);
        }
    }
    if folded[start..].starts_with(b"kump") {
        folded[start + 1] = b'a';
    }
    while folded.len() > start + 2 && matches!(folded.last(), Some(b'h' | b'r' | b's' | b'd' | b't')) {
        folded.pop();
    }
    if let Some(last @ b'b') = folded.last_mut() {
        *last = b'p';
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Traditional characters of area names and their simplified forms.
const SIMPLIFIED: [(char, char); 38] = [
    ('馬', '马'),
    ('邊', '边'),
    ('貢', '贡'),
    ('幹', '干'),
    ('國', '国'),
    ('羅', '罗'),
    ('薩', '萨'),
    ('達', '达'),
    ('裡', '里'),
    ('裏', '里'),
    ('納', '纳'),
    ('膠', '胶'),
    ('奧', '奥'),
    ('蘿', '萝'),
    ('臘', '腊'),
    ('實', '实'),
    ('發', '发'),
    ('區', '区'),
    ('縣', '县'),
    ('鄉', '乡'),
    ('楨', '桢'),
    ('揚', '扬'),
    ('龍', '龙'),
    ('條', '条'),
    ('鐵', '铁'),
    ('橋', '桥'),
    ('頭', '头'),
    ('淨', '净'),
    ('華', '华'),
    ('萬', '万'),
    ('崗', '岗'),
    ('園', '园'),
    ('瑪', '玛'),
    ('貝', '贝'),
    ('諾', '诺'),
    ('風', '风'),
    ('棟', '栋'),
    ('東', '东'),
];

/// A Chinese name in simplified characters, without the character for the kind at its end.
pub(super) fn chinese(name: &str) -> String {
    let mut folded: String = name
        .chars()
        .map(ascii_digit)
        .filter(|&c| is_chinese(c) || c.is_ascii_digit())
        .map(|c| SIMPLIFIED.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new))
        .collect();
    if folded.chars().count() > 2 && folded.ends_with(['省', '市', '区', '县', '乡', '郡', '村']) {
        folded.pop();
    }
    folded
}

/// Whether a character is a Chinese one.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}
