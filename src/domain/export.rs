//! Files that a reporter can ask for: which guests, in which form. Deliberately without what stands in them.

use serde::{Deserialize, Serialize};

use super::member::Act;

/// Which guests of a place a file lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guests {
    /// Those who are here.
    Present,
    /// Those who have left.
    Past,
}

impl Guests {
    /// The name used in keys, in the audit trail and in callback acts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Past => "past",
        }
    }

    /// The list of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Present, Self::Past].into_iter().find(|guests| guests.as_str() == name)
    }

    /// What somebody must be allowed to do at the place to take the list away. Whoever stands at the gate needs those who
    /// are here, not everybody who ever was.
    pub fn act(self) -> Act {
        match self {
            Self::Present => Act::Report,
            Self::Past => Act::Change,
        }
    }
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileForm {
    /// A workbook.
    Xlsx,
    /// Values separated by commas.
    Csv,
    /// The text layout of Ubyport.
    Unl,
}

impl FileForm {
    /// The forms in which lists of guests are given out.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Unl];

    /// The forms in which templates are given out.
    pub const OF_TEMPLATES: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The name used in keys, in the audit trail and in callback acts; also the ending of the file's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Unl => "unl",
        }
    }

    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::member::Role;

    use super::*;

    #[test]
    fn everybody_who_works_there_takes_away_who_is_here_and_a_guard_no_more_than_that() {
        for role in Role::ALL {
            assert!(role.may(Guests::Present.act()));
            assert_eq!(role.may(Guests::Past.act()), role != Role::Guard);
        }
        for form in FileForm::ALL {
            assert_eq!(FileForm::named(form.as_str()), Some(form));
        }
    }
}
