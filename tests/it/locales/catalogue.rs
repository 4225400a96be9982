//! The locale files as they are written, parsed: every message with each way to read it. No bundle, no fallback: what
//! a language lacks is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use snaknov::text::Language;

/// A message, or an attribute of one.
pub(super) struct Message {
    pub(super) file: String,
    pattern: Pattern<String>,
}

/// The messages of a language by id, their attributes as `id.attribute`; whatever does not parse fails here.
pub(super) fn catalogue(language: Language) -> &'static BTreeMap<String, Message> {
    static CATALOGUES: OnceLock<[BTreeMap<String, Message>; 3]> = OnceLock::new();
    &CATALOGUES.get_or_init(|| Language::ALL.map(read_catalogue))[language as usize]
}

fn read_catalogue(language: Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for file in fs::read_dir(locales().join(language.as_str())).expect("a folder of messages") {
        let path = file.expect("a file").path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("messages in UTF-8");
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Term(_) | Entry::Junk { .. }), "{}: {entry:?}", path.display());
                continue;
            };
            let id = message.id.name;
            let own = message.value.map(|pattern| (id.clone(), pattern));
            let attributes = message.attributes.into_iter().map(|it| (format!("{id}.{}", it.id.name), it.value));
            for (id, pattern) in own.into_iter().chain(attributes) {
                let twin = messages.insert(id.clone(), Message { file: file.clone(), pattern });
                assert!(twin.is_none(), "{}: `{id}` stands twice", path.display());
            }
        }
    }
    messages
}

pub(super) fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

impl Message {
    pub(super) fn arguments(&self) -> BTreeSet<&String> {
        let mut arguments = BTreeSet::new();
        collect_arguments(&self.pattern, &mut arguments);
        arguments
    }

    /// Its text with every argument replaced; one for each way through its variants.
    pub(super) fn readings(&self, argument: &dyn Fn(&str) -> String) -> Vec<String> {
        readings(&self.pattern, argument)
    }
}

fn collect_arguments<'a>(pattern: &'a Pattern<String>, into: &mut BTreeSet<&'a String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            into.insert(&id.name);
        }
        if let Expression::Select { variants, .. } = expression {
            for variant in variants {
                collect_arguments(&variant.value, into);
            }
        }
    }
}

fn readings(pattern: &Pattern<String>, argument: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut readings_so_far = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![value.clone()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| readings(&variant.value, argument)).collect()
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                vec![argument(&id.name)]
            }
            PatternElement::Placeable { expression: Expression::Inline(other) } => {
                panic!("nobody reads {other:?} here")
            }
        };
        readings_so_far =
            readings_so_far.iter().flat_map(|before| parts.iter().map(move |part| format!("{before}{part}"))).collect();
    }
    readings_so_far
}
