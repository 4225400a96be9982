//! The parameters of one call, from JSON, form, multipart or query. It checks no types; the tables do that.

use std::collections::HashMap;

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::reply::ApiError;

/// Telegram takes files of up to 50 MB; the rest is room for the other fields.
const LARGEST_BODY: usize = 52 << 20;

/// A file that came inside the call.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) mime: Option<String>,
    pub(super) bytes: Bytes,
}

/// Named values and uploaded files.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) fields: Map<String, Value>,
    /// Names of fields that came as text (form, multipart, query), where `5` may be an integer.
    pub(super) textual: bool,
    pub(super) uploads: HashMap<String, Upload>,
}

impl Params {
    /// Reads query and body, whatever its type.
    pub(super) async fn read(request: Request) -> Result<Self, ApiError> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.add_form(query);
        }
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let multipart = kind == "multipart/form-data";
        let (head, body) = request.into_parts();
        // The body is read to its last byte, or the connection could not be used again.
        let body = axum::body::to_bytes(body, LARGEST_BODY)
            .await
            .map_err(|_| ApiError::plain(413, "Request Entity Too Large"))?;
        if multipart {
            params.add_multipart(Request::from_parts(head, Body::from(body))).await?;
            return Ok(params);
        }
        match kind.as_str() {
            "application/json" => params.add_json(&body)?,
            "application/x-www-form-urlencoded" => params.add_form(&String::from_utf8_lossy(&body)),
            _ => {}
        }
        Ok(params)
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), ApiError> {
        if body.is_empty() {
            return Ok(());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) if self.fields.is_empty() => self.fields = fields,
            Ok(Value::Object(fields)) => self.fields.extend(fields),
            Ok(Value::Null) => {}
            _ => return Err(ApiError::breach("can't parse JSON object")),
        }
        self.fields.retain(|_, value| !value.is_null());
        self.textual = false;
        Ok(())
    }

    fn add_form(&mut self, text: &str) {
        for pair in text.split('&').filter(|p| !p.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.fields.insert(percent_decoded(name, true), Value::String(percent_decoded(value, true)));
            self.textual = true;
        }
    }

    async fn add_multipart(&mut self, mut request: Request) -> Result<(), ApiError> {
        let broken = |why: String| ApiError::breach(&format!("can't parse multipart body: {why}"));
        DefaultBodyLimit::max(LARGEST_BODY).apply(&mut request);
        let mut form = Multipart::from_request(request, &()).await.map_err(|e| broken(e.to_string()))?;
        self.textual = true;
        while let Some(part) = form.next_field().await.map_err(|e| broken(e.to_string()))? {
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|e| broken(e.to_string()))?;
            match file {
                Some(file) => {
                    self.uploads.insert(name, Upload { name: file, mime, bytes });
                }
                None => {
                    self.fields.insert(name, Value::String(String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        Ok(())
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.fields.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    pub(super) fn int(&self, name: &str) -> Option<i64> {
        self.fields.get(name).and_then(Value::as_i64)
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.fields.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.fields.remove(name)
    }
}

/// `%41` and, in forms, `+` undone; a broken escape stays as it is.
pub(super) fn percent_decoded(text: &str, plus: bool) -> String {
    if !text.contains(['%', '+']) {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'+' if plus => out.push(b' '),
            b'%' => match (hex(bytes.get(at)), hex(bytes.get(at + 1))) {
                (Some(high), Some(low)) => {
                    out.push(high * 16 + low);
                    at += 2;
                }
                _ => out.push(b'%'),
            },
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_broken_ones_kept() {
        assert_eq!(percent_decoded("a%2Fb+c%E1%9E%80", true), "a/b cក");
        assert_eq!(percent_decoded("a+b", false), "a+b");
        assert_eq!(percent_decoded("100%", true), "100%");
        assert_eq!(percent_decoded("%zz%4", true), "%zz%4");
    }
}
