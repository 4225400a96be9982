//! Cuts a typed query into tokens that a name can be made of; it does not look anything up.

use super::{
    AreaKind,
    fold::{self, KHMER_KINDS},
};

/// The writing of a token or of a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Khmer,
    Latin,
    Chinese,
    /// Digits alone, which go with any script.
    Digits,
}

/// A piece of the query that is not cut further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) script: Script,
    /// A comma or line break stood before it: no name goes across.
    pub(super) after_break: bool,
}

/// As many tokens as a commune, a district and a province have; the last ones are kept, for addresses begin with the house.
const MOST_TOKENS: usize = 10;
/// Names of the country say nothing about a place in it.
const COUNTRY: [&str; 5] = ["cambodia", "kampuchea", "កម្ពុជា", "柬埔寨", "kh"];
/// Longer queries are cut: no address needs more characters.
const MOST_CHARS: usize = 200;

/// The tokens of a query; `starts_name` says whether a Chinese name begins a text.
pub(super) fn tokens(query: &str, starts_name: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut apart, mut after_break) = (true, false);
    for c in query.chars().take(MOST_CHARS).map(fold::ascii_digit) {
        let Some(script) = script_of(c) else {
            if !fold::is_zero_width(c) && !matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | '\u{300}'..='\u{36f}') {
                apart = true;
                after_break |= is_break(c);
            }
            continue;
        };
        match tokens.last_mut() {
            Some(last) if !apart && joins(last, script) => {
                last.text.push(c);
                if last.script == Script::Digits {
                    last.script = script;
                }
            }
            _ => tokens.push(Token { text: c.to_string(), script, after_break }),
        }
        (apart, after_break) = (false, false);
    }
    let mut cut: Vec<Token> = tokens.iter().flat_map(|token| pieces(token, &starts_name)).collect();
    cut.retain(|token| !COUNTRY.contains(&token.text.to_lowercase().as_str()));
    cut.split_off(cut.len().saturating_sub(MOST_TOKENS))
}

fn script_of(c: char) -> Option<Script> {
    if fold::is_khmer(c) {
        Some(Script::Khmer)
    } else if fold::is_chinese(c) {
        Some(Script::Chinese)
    } else if c.is_ascii_digit() {
        Some(Script::Digits)
    } else {
        fold::plain_latin(c).is_some_and(|plain| plain.is_ascii_alphabetic()).then_some(Script::Latin)
    }
}

fn is_break(c: char) -> bool {
    matches!(c, ',' | '،' | '、' | '，' | ';' | '；' | '\n' | '/' | '|' | '៖' | '(' | ')')
}

fn joins(last: &Token, script: Script) -> bool {
    last.script == script || last.script == Script::Digits || script == Script::Digits
}

/// Cuts a token where a word for a kind (Khmer) or another name (Chinese) begins.
fn pieces(token: &Token, starts_name: impl Fn(&str) -> bool) -> Vec<Token> {
    let text = token.text.as_str();
    let begins = |at: usize| match token.script {
        Script::Khmer => KHMER_KINDS.iter().any(|word| {
            let rest = text[at..].strip_prefix(word);
            rest.is_some_and(|rest| rest.chars().next().is_some_and(|next| !fold::hangs_on(next)))
        }),
        Script::Chinese => starts_name(&text[at..]),
        Script::Latin | Script::Digits => false,
    };
    let mut cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|&at| at > 0 && begins(at)).collect();
    cuts.push(text.len());
    let mut start = 0;
    let mut cut_tokens = Vec::with_capacity(cuts.len());
    for end in cuts {
        cut_tokens.push(Token {
            text: text[start..end].to_owned(),
            script: token.script,
            after_break: token.after_break && start == 0,
        });
        start = end;
    }
    cut_tokens
}

/// A run of tokens taken as one name.
pub(super) struct Name {
    pub(super) script: Script,
    /// For Khmer and Latin the folded name, for Chinese its UTF-8.
    pub(super) folded: Vec<u8>,
    /// The name as typed, letters and digits only, in lower case.
    pub(super) plain: String,
    /// The kinds that a word before or after the name allows; empty if there is none.
    pub(super) kinds: &'static [AreaKind],
}

/// The tokens as one name; none if scripts mix, a break lies between, or nothing but a word for a kind is there.
pub(super) fn name(tokens: &[Token]) -> Option<Name> {
    if tokens.iter().skip(1).any(|token| token.after_break) {
        return None;
    }
    let mut script = Script::Digits;
    for token in tokens.iter().filter(|token| token.script != Script::Digits) {
        if script != Script::Digits && script != token.script {
            return None;
        }
        script = token.script;
    }
    let joined = tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let (folded, kinds) = match script {
        Script::Khmer | Script::Digits => (fold::khmer(&joined), khmer_kinds(&joined)),
        Script::Chinese => (fold::chinese(&joined).into_bytes(), &[][..]),
        Script::Latin => {
            let words = fold::latin_words(&joined);
            let (words, kinds) = without_latin_kinds(&words);
            (fold::latin(words.iter().map(String::as_str)), kinds)
        }
    };
    let plain = plain(&joined);
    let names_nothing = folded.is_empty() || (script == Script::Latin && plain.len() < 2);
    (!names_nothing).then_some(Name { script, folded, plain, kinds })
}

/// Letters and digits only, in lower case.
pub(super) fn plain(name: &str) -> String {
    let wanted = |c: &char| c.is_ascii_alphanumeric() || fold::is_khmer(*c) || fold::is_chinese(*c);
    name.chars().map(fold::ascii_digit).filter_map(fold::plain_latin).filter(wanted).collect()
}

fn khmer_kinds(name: &str) -> &'static [AreaKind] {
    match KHMER_KINDS.iter().find(|word| name.starts_with(**word)) {
        Some(&"រាជធានី") => &[AreaKind::Capital],
        Some(&"ខេត្ត") => &[AreaKind::Province],
        Some(&"ក្រុង") => &[AreaKind::Town, AreaKind::Capital],
        Some(&"ស្រុក") => &[AreaKind::District],
        Some(&"ខណ្ឌ") => &[AreaKind::Khan],
        Some(&"សង្កាត់") => &[AreaKind::Sangkat],
        Some(&"ឃុំ") => &[AreaKind::Commune],
        Some(_) => &[AreaKind::Village],
        None => &[],
    }
}

fn latin_kinds(word: &str) -> &'static [AreaKind] {
    match word {
        "khet" | "khaet" => &[AreaKind::Province],
        "province" => &[AreaKind::Province, AreaKind::Capital],
        "reachtheani" | "capital" | "municipality" => &[AreaKind::Capital],
        "krong" | "city" | "town" => &[AreaKind::Town, AreaKind::Capital],
        "srok" => &[AreaKind::District],
        "khan" => &[AreaKind::Khan],
        "district" => &[AreaKind::District, AreaKind::Khan],
        "sangkat" | "songkat" | "sngkat" | "sk" => &[AreaKind::Sangkat],
        "khum" => &[AreaKind::Commune],
        "commune" => &[AreaKind::Commune, AreaKind::Sangkat],
        "phum" | "village" => &[AreaKind::Village],
        _ => &[],
    }
}

/// The words of the name without a word for the kind at the beginning, or an English one at the end.
pub(super) fn without_latin_kinds(words: &[String]) -> (&[String], &'static [AreaKind]) {
    let [first, after_first @ ..] = words else {
        return (words, &[]);
    };
    let kinds = latin_kinds(first);
    if !kinds.is_empty() {
        return (after_first, kinds);
    }
    let [before_last @ .., last] = words else {
        return (words, &[]);
    };
    let english = matches!(
        last.as_str(),
        "province" | "capital" | "municipality" | "city" | "town" | "district" | "commune" | "village"
    );
    if english { (before_last, latin_kinds(last)) } else { (words, &[]) }
}
