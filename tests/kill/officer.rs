//! An officer who acknowledges some alerts and looks at the details of others.

use std::time::Duration;

use snaknov::{
    admin::reporter::{group, person},
    sandbox::Sandbox,
};
use tokio::sync::broadcast::error::RecvError;

/// The officer's number in Telegram: the person after the reporters.
pub(crate) fn id(reporters: usize) -> i64 {
    person(reporters)
}

/// Presses a button of each alert that appears, until aborted.
pub(crate) async fn work(sandbox: Sandbox, reporters: usize) {
    let officer = id(reporters);
    let mut events = sandbox.events();
    sandbox.say(officer, officer, "/start");
    let mut seen = 0_usize;
    loop {
        let event = match events.recv().await {
            Ok(event) if event.chat == group(0) && event.kind == "message" => event,
            Ok(_) | Err(RecvError::Lagged(_)) => continue,
            Err(RecvError::Closed) => return,
        };
        // Whoever reads before pressing.
        tokio::time::sleep(Duration::from_millis(3)).await;
        let keys = &event.value()["message"]["reply_markup"]["inline_keyboard"][0];
        seen += 1;
        if let Some(data) = keys[seen % 2]["callback_data"].as_str() {
            // Acknowledged meanwhile through another copy: the button is not there any more.
            let _ = sandbox.press(officer, group(0), event.message_id, data);
        }
    }
}
