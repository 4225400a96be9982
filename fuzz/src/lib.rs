//! The parsers under test, compiled from the program's own sources. Deliberately not the program: it would take minutes
//! to build with a fuzzer's instruments, and none of them needs the rest.

#[path = "../../src/domain/mod.rs"]
pub mod domain;

/// The tables alone: pictures bring a model with them.
#[path = "../../src/intake"]
pub mod intake {
    pub mod table;
}
