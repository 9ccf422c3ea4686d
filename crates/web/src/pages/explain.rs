//! Why this number: sources, formula, parts, assumptions.

use std::sync::Arc;

use adit_api::explain::told::{Block, blocks};
use adit_api::page::Words;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::show;
use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Page, read};
use crate::markup::render;
use crate::questions::explain::{KEY, QUESTION};
use crate::state::App;

const PARAMETERS: &[Parameter] = &[KEY, FOR, AGAINST, MATERIAL, LANG];

#[derive(Template)]
#[template(path = "explain.html")]
struct View<'a> {
    what: &'a str,
    blocks: Vec<Block>,
    key: &'a str,
    more: String,
    json: String,
    command: &'a str,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "explain_controls.html")]
struct Controls<'a> {
    key: &'a str,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/explain", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/explain", asked: &asked, words: &words, against: true, shown: &["key"] };
    let controls = render(&Controls { key: asked.get("key"), words: &words });
    show(&app, &page, &QUESTION, controls, |answer| {
        let told = answer.explanation.as_ref().map(|found| blocks(found, asked.lang())).unwrap_or_default();
        let view = View {
            what: answer.said.first().map_or("", String::as_str),
            blocks: told,
            key: asked.get("key"),
            more: format!("/explain?{}", page.kept()),
            json: format!("/api/v1/explain?{}", asked.only(QUESTION.parameters).query()),
            command: &answer.command,
            words: &words,
        };
        (words.get("page-explain"), render(&view))
    })
    .await
}
