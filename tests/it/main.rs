//! One test binary: the whole of the bot, from what people do to what they see.

mod architecture;
mod batches;
mod canary;
mod database;
mod forgetting;
mod golden;
mod locales;
mod model;
mod round_trip;
mod tables;
mod walks;
mod wiring;
mod worker;
