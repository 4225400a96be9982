//! One test binary: the whole of the bot, from what people do to what they see.

mod canary;
mod golden;
