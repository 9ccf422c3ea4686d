//! The API in a page: one line a question, with an address to try.

use std::sync::Arc;

use adit_api::page::Words;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::answer::Question;
use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Page, read};
use crate::markup::render;
use crate::questions::ALL;
use crate::state::App;

const PARAMETERS: &[Parameter] = &[FOR, AGAINST, MATERIAL, LANG];

#[derive(Template)]
#[template(path = "api.html")]
struct View<'a> {
    questions: &'a [&'static Question],
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/api", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/api", asked: &asked, words: &words, against: true, shown: &[] };
    page.html(&app.session, &words.get("page-api"), String::new(), render(&View { questions: &ALL, words: &words }))
}
