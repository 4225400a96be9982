//! Bytes that people send become domain values, or complaints that say where and why. Deliberately without knowing who
//! sent them, to which chat, or what becomes of them.

mod confine;
pub mod photo;
pub mod table;
pub mod worker;
