//! One test binary: the whole of the bot, from what people do to what they see.

mod architecture;
mod canary;
mod database;
mod forgetting;
mod golden;
mod locales;
mod model;
mod tables;
mod walks;
mod wiring;
mod worker;
