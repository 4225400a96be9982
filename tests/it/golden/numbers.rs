//! Numbers and codes are random: in a script each is called by the order in which it first appears.

/// The numbers seen so far.
#[derive(Default)]
pub(crate) struct Numbers {
    reports: Vec<String>,
    alerts: Vec<String>,
    codes: Vec<String>,
}

impl Numbers {
    /// The text with its numbers replaced. They stand between `marks` in every message.
    pub(crate) fn replaced(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('`') {
            out.push_str(before);
            out.push('`');
            let Some((inside, behind)) = after.split_once('`') else {
                out.push_str(after);
                return out;
            };
            out.push_str(&self.named(inside));
            out.push('`');
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    fn named(&mut self, text: &str) -> String {
        let is_code = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        };
        match text.split_once('-') {
            Some(("R", rest)) if is_code(rest, 7) => format!("R-{}", place(&mut self.reports, text)),
            Some(("A", rest)) if is_code(rest, 7) => format!("A-{}", place(&mut self.alerts, text)),
            Some((first, second)) if is_code(first, 4) && is_code(second, 4) => {
                format!("code-{}", place(&mut self.codes, text))
            }
            _ => text.to_owned(),
        }
    }

    /// The number of the alert that a script calls `A-1`.
    pub(crate) fn alert(&self, called: &str) -> Option<&str> {
        let place: usize = called.strip_prefix("A-")?.parse().ok()?;
        self.alerts.get(place.checked_sub(1)?).map(String::as_str)
    }
}

fn place(seen: &mut Vec<String>, number: &str) -> usize {
    let at = seen.iter().position(|other| other == number).unwrap_or_else(|| {
        seen.push(number.to_owned());
        seen.len() - 1
    });
    at + 1
}
