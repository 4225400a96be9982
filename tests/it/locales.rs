//! X.
use snaknov::{flow::Screen, text::{fold_label, spans}};

/// What keeps a screen from being shown and understood, by the limits of the Bot API and by our own.
pub(crate) fn complaints_about(screen: &Screen) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            complaints.push(what.to_owned());
        }
    };
    let (text, _) = spans(&screen.text);
    let longest = if screen.picture.is_some() { 1024 } else { 4096 };
    expect(!text.trim().is_empty(), "no text");
    expect(text.encode_utf16().count() <= longest, "the text is too long");
    expect(!screen.text.contains("{$") && !screen.text.contains("{ $"), "an argument is missing");
    expect(!screen.text.contains('\u{fffd}'), "a broken character");
    let buttons: Vec<_> = screen.rows.iter().flatten().collect();
    expect(!buttons.is_empty(), "no button");
    expect(buttons.len() <= 100, "more than 100 buttons");
    expect(screen.rows.iter().all(|row| (1..=8).contains(&row.len())), "a row of none or more than 8 buttons");
    for (at, button) in buttons.iter().enumerate() {
        let length = button.label.chars().count();
        expect((1..=64).contains(&length), &format!("the label `{}` of {length} characters", button.label));
        for other in &buttons[..at] {
            expect(button.act != other.act, &format!("two buttons for `{}`", button.act));
            let twins = fold_label(&button.label) == fold_label(&other.label);
            expect(!twins, &format!("typed, `{}` is `{}`", button.label, other.label));
        }
    }
    complaints
}
