//! The files that the page offers to send: where they are served, what the page is told of them. They come with the world.

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::control::percent_encoded;
use super::formats::{mime_of, picture_mime};
use super::people::Refused;
use super::world::Specimen;

/// The specimens of a world.
#[derive(Default)]
pub(super) struct Specimens(Vec<Offered>);

struct Offered {
    name: String,
    label: Value,
    bytes: Bytes,
}

impl Specimens {
    /// One more, in place of one of that name; without bytes it is not offered.
    pub(super) fn offer(&mut self, Specimen { name, label, bytes }: Specimen) {
        self.0.retain(|offered| offered.name != name);
        if !bytes.is_empty() {
            self.0.push(Offered { name, label, bytes: bytes.into() });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the page is told: name, label, address, size, and whether it can be sent as a photo.
    pub(super) fn told(&self) -> Value {
        let told = self.0.iter().map(|offered| {
            json!({
                "name": offered.name,
                "label": offered.label,
                "url": format!("/sandbox/specimen/{}", percent_encoded(&offered.name)),
                "size": offered.bytes.len(),
                "picture": picture_mime(&offered.bytes).is_some_and(|mime| mime != "image/gif"),
            })
        });
        told.collect()
    }

    /// The bytes of the one with that name.
    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, Refused> {
        let found = self.0.iter().find(|offered| offered.name == name);
        found.map(|offered| offered.bytes.to_vec()).ok_or_else(|| format!("there is no specimen \"{name}\""))
    }

    /// `GET /sandbox/specimen/<name>`.
    pub(super) fn serve(&self, name: &str) -> Response {
        let Some(offered) = self.0.iter().find(|offered| offered.name == name) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let mime = picture_mime(&offered.bytes).or_else(|| mime_of(name)).unwrap_or("application/octet-stream");
        let mut response = Response::new(Body::from(offered.bytes.clone()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(mime));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
        response
    }
}
