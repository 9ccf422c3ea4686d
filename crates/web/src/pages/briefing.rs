//! The briefing for the question asked, as it is written to files.

use std::sync::Arc;

use adit_api::page::Words;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::show;
use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Page, read};
use crate::questions::brief::QUESTION;
use crate::state::App;

const PARAMETERS: &[Parameter] = &[FOR, AGAINST, MATERIAL, LANG];

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/briefing", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/briefing", asked: &asked, words: &words, against: true, shown: &[] };
    let whole = asked.with("material", "");
    let page_of_all = Page { asked: &whole, ..page };
    show(&app, &page_of_all, &QUESTION, String::new(), |answer| {
        (words.get("page-briefing"), format!("<div id=\"answer\" class=\"briefing\">{}</div>", answer.article))
    })
    .await
}
