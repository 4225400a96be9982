//! Who may use whom, and which words belong to one room alone. Read from the sources as text; what a macro of another
//! crate expands to is not seen.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each module and those it may use; `*` uses all, since that is where things are put together.
const MAY_USE: [(&str, &str); 17] = [
    ("clock", ""),
    ("config", ""),
    ("domain", ""),
    ("text", "clock domain"),
    ("flow", "text"),
    ("forms", "domain flow text"),
    ("papers", "domain text"),
    ("store", "domain"),
    ("intake", "domain"),
    ("actions", "clock domain store"),
    ("chat", "actions clock domain flow forms intake papers store text"),
    ("delivery", "actions chat clock domain forms intake papers store text"),
    ("telegram", "chat clock delivery domain papers store text"),
    ("jobs", "actions chat clock delivery domain intake store text"),
    ("sandbox", ""),
    ("admin", "*"),
    ("main lib", "*"),
];

/// Words, the modules in which they may stand, and the modules to which that applies (all when empty).
const WORDS: [(&str, &str, &str); 7] = [
    ("sqlx::query", "store", ""),
    ("teloxide", "telegram", ""),
    ("Utc::now", "clock", ""),
    ("Local::now", "clock", ""),
    ("env::var", "config intake", ""),
    ("async", "", "domain text flow forms papers"),
    ("tokio", "", "domain text flow forms papers"),
];

#[test]
fn each_module_uses_only_what_stands_below_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let row = MAY_USE.iter().find(|(modules, _)| lists(modules, &source.module));
        let Some((_, allowed)) = row else {
            wrong.push(format!("{}:1: `{}` is not in the table", source.path, source.module));
            continue;
        };
        for (line, used) in uses(&source.code) {
            if *allowed != "*" && used != source.module && !lists(allowed, &used) {
                wrong.push(format!("{}:{line}: `{}` may not use `{used}`", source.path, source.module));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_stay_in_the_module_that_may_say_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (word, homes, applies_to) in WORDS {
            if lists(homes, &source.module) || !(applies_to.is_empty() || lists(applies_to, &source.module)) {
                continue;
            }
            for (at, _) in source.code.match_indices(word).filter(|&(at, _)| is_word(&source.code, at, word)) {
                wrong.push(format!("{}:{}: `{word}`", source.path, line_of(&source.code, at)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_module_opens_with_what_it_is() {
    let is_test = |path: &str| path.ends_with("/tests.rs");
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !is_test(&source.path) && !source.text.starts_with("//! "))
        .map(|source| format!("{}:1: no sentence after `//!`", source.path))
        .collect();
    assert!(silent.is_empty(), "\n{}", silent.join("\n"));
}

struct Source {
    /// From the root of the package.
    path: String,
    /// The module right below the crate's root.
    module: String,
    text: String,
    /// The same lines without comments.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                sources.push(source(&root, &entry));
            }
        }
    }
    assert!(sources.len() > 50, "the sources were not found");
    sources
}

fn source(root: &Path, file: &PathBuf) -> Source {
    let below = file.strip_prefix(root).expect("a file below the root").to_string_lossy().replace('\\', "/");
    let module = below.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
    let text = fs::read_to_string(file).expect("a source in UTF-8");
    let code: Vec<&str> = text.lines().map(without_comment).collect();
    Source { path: format!("src/{below}"), module, code: code.join("\n"), text }
}

/// The line up to `//`; the slashes of an address stay.
fn without_comment(line: &str) -> &str {
    let mut comments = line.match_indices("//").filter(|&(at, _)| !line[..at].ends_with(':'));
    comments.next().map_or(line, |(at, _)| &line[..at])
}

fn lists(names: &str, name: &str) -> bool {
    names.split(' ').any(|listed| listed == name)
}

/// Whether the match is not a part of a longer name.
fn is_word(code: &str, at: usize, word: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    // `sqlx::query_scalar` is a query, `std::env::vars` reads the environment.
    let open_ended = word.contains("::");
    !code[..at].ends_with(joins) && (open_ended || !code[at + word.len()..].starts_with(joins))
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The modules named right after `crate::`, singly or in braces, with their lines.
fn uses(code: &str) -> Vec<(usize, String)> {
    let name = |text: &str| text.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect::<String>();
    let mut uses = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let at = at + path.len();
        if !code[at..].starts_with('{') {
            uses.push((line_of(code, at), name(&code[at..])));
            continue;
        }
        let mut depth = 0;
        for (offset, c) in code[at..].char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 1 => break,
                '}' => depth -= 1,
                _ => {}
            }
            let begins = matches!(c, '{' | ',') && depth == 1;
            let rest = code[at + offset + 1..].trim_start();
            if begins && !rest.starts_with('}') {
                uses.push((line_of(code, code.len() - rest.len()), name(rest)));
            }
        }
    }
    uses
}
