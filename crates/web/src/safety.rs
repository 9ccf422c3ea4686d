//! What keeps the server safe: headers on every answer, limits on every request, no writes from other sites.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use adit_api::problem::Problem;

use crate::refusal::Refusal;

/// Largest body, bytes: a file of purchases.
const BODY: usize = 2 * 1024 * 1024;
/// Longest address, bytes.
const ADDRESS: usize = 8 * 1024;
/// Longest time for an answer. Events of progress begin at once and may take longer.
const TIME: Duration = Duration::from_secs(120);

/// What a page may do: show itself, ask this server, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers of every answer.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Puts all of it around the addresses. A server for this computer alone (`local`) answers to its own names only, so that no
/// name of somebody else's can be made to mean it.
pub fn around(mut router: Router, local: bool) -> Router {
    router = router
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(move |request, next| checked(local, request, next)))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new());
    for (name, value) in HEADERS {
        router = router.layer(SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value)));
    }
    router
}

/// Refuses addresses that are too long, names that are not ours, and whatever another site sends that is more than a link.
async fn checked(local: bool, request: Request, next: Next) -> Response {
    let refuse = |status: StatusCode, place: &str, found: &str, expected: &str| {
        Refusal { status, problems: vec![Problem::new("request", place, found, expected)] }.json()
    };
    let length = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if length > ADDRESS {
        return refuse(StatusCode::URI_TOO_LONG, "address", &format!("{length} bytes"), &format!("at most {ADDRESS} bytes"));
    }
    if local && !ours(&request) {
        return refuse(StatusCode::MISDIRECTED_REQUEST, "host", "another name", "localhost, 127.0.0.1 or [::1]");
    }
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    let link = looks && text(&request, "sec-fetch-mode").is_none_or(|mode| mode == "navigate");
    if !link && foreign(&request) {
        return refuse(StatusCode::FORBIDDEN, "origin", "another site", "a page of this server");
    }
    let Ok(response) = tokio::time::timeout(TIME, next.run(request)).await else {
        let found = format!("no answer within {} seconds", TIME.as_secs());
        return refuse(StatusCode::REQUEST_TIMEOUT, "time", &found, "a smaller question");
    };
    // what the router itself refuses has no words
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => {
            let allow = response.headers().get(header::ALLOW).cloned();
            let mut told =
                refuse(StatusCode::METHOD_NOT_ALLOWED, "method", "not allowed here", "GET, or POST where a form asks for it");
            if let Some(allow) = allow {
                told.headers_mut().insert(header::ALLOW, allow);
            }
            told.into_response()
        }
        _ => response,
    }
}

/// True if the browser says that the request comes from a page of somebody else.
fn foreign(request: &Request) -> bool {
    if let Some(site) = text(request, "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(request, "origin") else { return false };
    let host = text(request, "host").unwrap_or_default();
    origin.split_once("://").is_none_or(|(_, from)| from != host)
}

/// True if the request is made to this computer by a name of its own.
fn ours(request: &Request) -> bool {
    let Some(host) = text(request, "host") else { return true };
    let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// A header as text; what is no text is told apart from what is absent.
fn text<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap_or("?"))
}
