//! What must reach someone: claimed, committed, sent, marked. One message in flight a chat, within Telegram's limits.
//! Deliberately without knowing how Telegram is spoken to: that is the courier's part.

mod courier;
mod files;
mod lanes;
mod mydata;
mod pace;
mod render;
mod run;

pub use courier::{Courier, Failure, Place};
pub use files::gather;
pub use lanes::Delivery;
pub use pace::Pace;
pub use render::{Rendered, render};
