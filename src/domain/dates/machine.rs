//! Moments as programs write them (ISO 8601 with a T). Deliberately only where the day is the same here as there: a
//! moment whose day is another one in Phnom Penh is often midnight somewhere, and which day was meant is not to be known.

/// Minutes by which Phnom Penh is ahead of the common time.
const PHNOM_PENH: i32 = 7 * 60;
const DAY: i32 = 24 * 60;

/// The date alone of a text such as `2026-11-22T10:30:00Z`; any other text as it is.
pub(super) fn without_time(typed: &str) -> &str {
    let text = typed.trim();
    match (text.get(..10), text.get(10..11), text.get(11..)) {
        (Some(date), Some("T" | "t"), Some(time)) if is_date(date) && is_of_the_same_day(time) => date,
        _ => typed,
    }
}

fn is_date(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn is_of_the_same_day(time: &str) -> bool {
    let end = time.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let Some(here) = minutes(clock) else { return false };
    let offset = |zone: &str| minutes(&zone.replace(':', ""));
    let ahead = match zone.split_at_checked(1) {
        None => return zone.is_empty(),
        Some(("Z" | "z", "")) => Some(0),
        Some(("+", ahead)) => offset(ahead),
        Some(("-", behind)) => offset(behind).map(|behind| -behind),
        Some(_) => None,
    };
    ahead.is_some_and(|ahead| (0..DAY).contains(&(here - ahead + PHNOM_PENH)))
}

/// Minutes since midnight of `10:30`, `10:30:00.000` or `1030`.
fn minutes(clock: &str) -> Option<i32> {
    let two = |text: Option<&str>| text.filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?.parse::<i32>().ok();
    let hours = two(clock.get(..2)).filter(|hours| *hours < 24)?;
    let rest = clock.get(2..)?.trim_start_matches(':');
    two(rest.get(..2)).filter(|minutes| *minutes < 60).map(|minutes| hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_where_the_day_is_the_same_here() {
        for typed in [
            "2026-11-22T10:30:00Z",
            "2026-11-22T00:00:00.000Z",
            " 2026-11-22t23:59 ",
            "2026-11-22T10:30:00",
            "2026-11-22T08:00:00+07:00",
            "2026-11-22T23:00:00+0800",
        ] {
            assert_eq!(without_time(typed), "2026-11-22", "{typed}");
        }
        for typed in [
            "2026-11-21T17:00:00.000Z",
            "2026-11-22T00:30:00+08:00",
            "2026-11-22T",
            "2026-11-22T25:00",
            "2026-11-22T10:30é",
            "2026-11-22",
            "ថ្ងៃនេះ",
        ] {
            assert_eq!(without_time(typed), typed, "{typed}");
        }
    }
}
