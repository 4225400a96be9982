//! `#[derive(sqlx::Type)]` that derives nothing, so that the domain compiles without a database.

use proc_macro::TokenStream;

/// Nothing.
#[proc_macro_derive(Type, attributes(sqlx))]
pub fn nothing(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
