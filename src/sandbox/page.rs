//! The web page with the phones: its files, embedded, and the headers that keep it to itself.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::response::Response;

const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; \
                      frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

struct Asset {
    path: &'static str,
    bytes: &'static [u8],
}

macro_rules! assets {
    ($($file:literal)*) => {
        static ASSETS: &[Asset] = &[$(Asset {
            path: concat!("/page/", $file),
            bytes: include_bytes!(concat!("page/", $file)),
        }),*];
    };
}

assets! {
    "index.html"
    "albums.js"
    "app.js"
    "chat.js"
    "dom.js"
    "links.js"
    "message.js"
    "now.js"
    "phone.js"
    "places.js"
    "sheets.js"
    "style.css"
    "timebar.js"
    "tour.js"
    "words.js"
    "world.js"
    "fonts/noto-emoji.woff2"
    "fonts/noto-sans-khmer.woff2"
    "fonts/noto-sans-sc.woff2"
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "font/woff2",
    }
}

/// The asset at this path, if there is one.
pub(super) fn asset(path: &str) -> Option<Response> {
    let path = if path == "/" { "/page/index.html" } else { path };
    let asset = ASSETS.iter().find(|a| a.path == path)?;
    let mut response = Response::new(Body::from(asset.bytes));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind(path)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_file_of_the_page_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sandbox/page");
        for part in ["", "fonts/"] {
            for entry in std::fs::read_dir(folder.join(part)).expect("the folder of the page") {
                let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
                if ["html", "js", "css", "woff2"].iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
                    assert!(asset(&format!("/page/{part}{name}")).is_some(), "{part}{name} is not in the table");
                }
            }
        }
        assert!(asset("/").is_some() && asset("/page/../mod.rs").is_none());
    }
}
