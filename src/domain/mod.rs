//! What is true in this field: people, documents, places, stays and the rules. No I/O, no language, no clock.

pub mod alert;
pub mod area;
pub mod country;
pub mod dates;
pub mod digits;
pub mod document;
pub mod document_number;
pub mod duty;
pub mod fpcs;
pub mod id;
pub mod language;
pub mod member;
pub mod name;
pub mod number;
pub mod person;
pub mod premises;
pub mod press;
pub mod report;
pub mod rulebook;
pub mod rules;
pub mod stay;
pub mod unit;
