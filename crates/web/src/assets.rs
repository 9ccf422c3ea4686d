//! Style, script and icon: inside the binary, nothing else can be had under their address.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use adit_api::page::CSS;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

const STYLE: &str = include_str!("../assets/adit.css");
const SCRIPT: &str = include_str!("../assets/adit.js");
const HTMX: &str = include_str!("../assets/vendor/htmx.min.js");
const ICON: &str = include_str!("../assets/icon.svg");

/// An asset by its name.
pub async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let (kind, text): (&str, Cow<str>) = match name.as_str() {
        "adit.css" => ("text/css; charset=utf-8", format!("{CSS}{STYLE}").into()),
        "adit.js" => ("text/javascript; charset=utf-8", SCRIPT.into()),
        "htmx.min.js" => ("text/javascript; charset=utf-8", HTMX.into()),
        "icon.svg" => ("image/svg+xml", ICON.into()),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    // a program that was built anew may have other assets under the same names
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let tag = format!("\"{:x}\"", hasher.finish());
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache"), (header::ETAG, &tag)], text.into_owned()).into_response()
}
