//! The bot's own card: commands by scope and language, names and descriptions by language, the menu button.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

/// What the bot set about itself.
#[derive(Default)]
pub(super) struct Profile {
    /// By scope (`default`, `chat:5`, `chat_member:-7:5` ...) and language (empty for all).
    commands: HashMap<(String, String), Value>,
    names: BTreeMap<String, String>,
    descriptions: BTreeMap<String, String>,
    short_descriptions: BTreeMap<String, String>,
    pub(super) menu_button: Option<Value>,
}

/// One of the three texts a bot has in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Name,
    Description,
    ShortDescription,
}

impl Line {
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::ShortDescription => "short_description",
        }
    }

    /// The published longest length, characters.
    pub(super) fn longest(self) -> usize {
        match self {
            Self::Name => 64,
            Self::Description => 512,
            Self::ShortDescription => 120,
        }
    }
}

impl Profile {
    pub(super) fn set_commands(&mut self, scope: String, language: String, commands: Value) {
        if commands.as_array().is_none_or(Vec::is_empty) {
            self.commands.remove(&(scope, language));
        } else {
            self.commands.insert((scope, language), commands);
        }
    }

    /// Exactly what was set for this scope and language.
    pub(super) fn commands(&self, scope: &str, language: &str) -> Value {
        self.commands.get(&(scope.to_owned(), language.to_owned())).cloned().unwrap_or_else(|| json!([]))
    }

    /// What a person sees in private: the narrowest scope first, in each their language before none.
    ///
    /// Source: Bot API, "Determining list of commands".
    pub(super) fn menu_of(&self, user: i64, language: &str) -> Value {
        let language = language.split('-').next().unwrap_or("");
        for scope in [format!("chat:{user}"), "all_private_chats".to_owned(), "default".to_owned()] {
            for language in [language, ""] {
                if let Some(commands) = self.commands.get(&(scope.clone(), language.to_owned())) {
                    return commands.clone();
                }
            }
        }
        json!([])
    }

    fn lines(&self, line: Line) -> &BTreeMap<String, String> {
        match line {
            Line::Name => &self.names,
            Line::Description => &self.descriptions,
            Line::ShortDescription => &self.short_descriptions,
        }
    }

    pub(super) fn set_line(&mut self, line: Line, language: String, text: String) {
        let lines = match line {
            Line::Name => &mut self.names,
            Line::Description => &mut self.descriptions,
            Line::ShortDescription => &mut self.short_descriptions,
        };
        if text.is_empty() {
            lines.remove(&language);
        } else {
            lines.insert(language, text);
        }
    }

    /// The text in this language, else the one for all languages.
    pub(super) fn line(&self, line: Line, language: &str) -> Option<&str> {
        let lines = self.lines(line);
        lines.get(language).or_else(|| lines.get("")).map(String::as_str)
    }

    /// `{"<language>": {"name":..,"description":..,"short_description":..}}` of what was set.
    pub(super) fn json(&self) -> Value {
        let mut all = json!({});
        for line in [Line::Name, Line::Description, Line::ShortDescription] {
            for (language, text) in self.lines(line) {
                all[language][line.field()] = json!(text);
            }
        }
        all
    }
}

/// A scope as a key; `None` if it names a chat that is not a number.
pub(super) fn scope_key(scope: Option<&Value>) -> String {
    let Some(scope) = scope else { return "default".to_owned() };
    let part = |name: &str| scope.get(name).map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
    let mut key = part("type").unwrap_or_else(|| "default".to_owned());
    for name in ["chat_id", "user_id"] {
        if let Some(part) = part(name) {
            key.push(':');
            key.push_str(&part);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_scope_and_the_own_language_win() {
        let mut profile = Profile::default();
        let named = |name: &str| json!([{ "command": name, "description": "x" }]);
        profile.set_commands("default".into(), String::new(), named("a"));
        assert_eq!(profile.menu_of(7, "km"), named("a"));
        profile.set_commands("default".into(), "km".into(), named("b"));
        assert_eq!(profile.menu_of(7, "km-KH"), named("b"));
        profile.set_commands("all_private_chats".into(), String::new(), named("c"));
        assert_eq!(profile.menu_of(7, "km"), named("c"));
        profile.set_commands(scope_key(Some(&json!({ "type": "chat", "chat_id": 7 }))), String::new(), named("d"));
        assert_eq!(profile.menu_of(7, "km"), named("d"));
        assert_eq!(profile.menu_of(8, "km"), named("c"));
    }
}
