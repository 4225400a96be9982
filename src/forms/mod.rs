//! What we ask: one file a form, with its draft, its questions and the report that comes of it. Pure.

pub mod arrival;
pub mod extension;
mod kit;
pub mod premises;
