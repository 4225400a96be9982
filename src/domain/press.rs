//! What a standing button does: one that stays good however far the conversation has gone. Deliberately ids only.

use super::id::{AlertId, CheckId, ReportId};

/// A standing button's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Show the menu.
    Home,
    /// Report an arrival.
    Report,
    /// Register premises.
    AddPremises,
    /// List premises.
    Premises,
    /// Choose a language.
    Language,
    /// Show the help.
    Help,
    /// Show the privacy text.
    Privacy,
    /// Withdraw consent.
    Withdraw,
    /// Report another guest, at the place and on the day of a report.
    Another(ReportId),
    /// The guest asked about has left.
    Left(CheckId),
    /// The guest's permission was extended.
    Extended(CheckId),
    /// The guest is still here, without an extension.
    Still(CheckId),
    /// Acknowledge an alert.
    Acknowledge(AlertId),
    /// Open the details of an alert.
    Details(AlertId),
}

impl Press {
    /// As it stands in callback data: a letter and a number, at most 20 bytes.
    pub fn code(self) -> String {
        match self {
            Self::Home => "h0".into(),
            Self::Report => "r0".into(),
            Self::AddPremises => "a0".into(),
            Self::Premises => "p0".into(),
            Self::Language => "l0".into(),
            Self::Help => "q0".into(),
            Self::Privacy => "y0".into(),
            Self::Withdraw => "w0".into(),
            Self::Another(id) => format!("n{id}"),
            Self::Left(id) => format!("g{id}"),
            Self::Extended(id) => format!("e{id}"),
            Self::Still(id) => format!("s{id}"),
            Self::Acknowledge(id) => format!("k{id}"),
            Self::Details(id) => format!("d{id}"),
        }
    }

    /// The meaning of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let letter = code.chars().next()?;
        let id: i64 = code.get(letter.len_utf8()..)?.parse().ok()?;
        Some(match letter {
            'h' => Self::Home,
            'r' => Self::Report,
            'a' => Self::AddPremises,
            'p' => Self::Premises,
            'l' => Self::Language,
            'q' => Self::Help,
            'y' => Self::Privacy,
            'w' => Self::Withdraw,
            'n' => Self::Another(ReportId(id)),
            'g' => Self::Left(CheckId(id)),
            'e' => Self::Extended(CheckId(id)),
            's' => Self::Still(CheckId(id)),
            'k' => Self::Acknowledge(AlertId(id)),
            'd' => Self::Details(AlertId(id)),
            _ => return None,
        })
    }
}
