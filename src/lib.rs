//! Snaknov (ស្នាក់នៅ, "to stay"): a Telegram bot through which landlords, hotels and construction sites in Cambodia
//! report the foreigners who stay with them, and which brings alerts to the police unit that answers for the place.
//!
//! The modules in reading order; who may use whom is written down, and tested, in `tests/it/architecture.rs`.

pub mod actions;
pub mod admin;
pub mod chat;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod domain;
pub mod flow;
pub mod forms;
pub mod intake;
pub mod jobs;
pub mod papers;
pub mod sandbox;
pub mod store;
pub mod telegram;
pub mod text;
