//! How far the duty to report a guest has come, as the desk sees it: always one of these, never nothing.

use chrono::{DateTime, Utc};

/// The state of a report of arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Begun; the day of arrival is not known yet.
    Draft,
    /// Begun or filled in by the guest, not sent; to be sent until then.
    Due(DateTime<Utc>),
    /// Sent; the receipt proves it.
    Sent,
    /// A unit has seen the report.
    Acknowledged,
    /// Put right after it was sent.
    Corrected,
    /// Taken back.
    Cancelled,
    /// A diplomat: recorded, not assessed.
    Exempt,
}

/// What the state of a report that was sent depends on. Deliberately nothing of alerts, lists or signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// The guest is a diplomat.
    pub exempt: bool,
    /// The report was taken back.
    pub cancelled: bool,
    /// The latest version; 1 as it was sent first.
    pub version: i64,
    /// A unit has seen the latest version.
    pub acknowledged: bool,
}

impl Sending {
    /// The state.
    pub fn duty(self) -> Duty {
        match self {
            Self { cancelled: true, .. } => Duty::Cancelled,
            Self { exempt: true, .. } => Duty::Exempt,
            Self { acknowledged: true, .. } => Duty::Acknowledged,
            Self { version: 2.., .. } => Duty::Corrected,
            _ => Duty::Sent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_report_that_was_sent_has_a_state() {
        let sent = Sending { exempt: false, cancelled: false, version: 1, acknowledged: false };
        let table = [
            (sent, Duty::Sent),
            (Sending { acknowledged: true, ..sent }, Duty::Acknowledged),
            (Sending { version: 2, ..sent }, Duty::Corrected),
            (Sending { version: 3, acknowledged: true, ..sent }, Duty::Acknowledged),
            (Sending { exempt: true, version: 2, ..sent }, Duty::Exempt),
            (Sending { cancelled: true, exempt: true, acknowledged: true, ..sent }, Duty::Cancelled),
        ];
        for (sending, duty) in table {
            assert_eq!(sending.duty(), duty, "{sending:?}");
        }
    }
}
