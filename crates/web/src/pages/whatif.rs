//! What if: choose who stops what, and see what it does while you choose.

use std::sync::Arc;

use adit_api::page::Words;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{materials, show};
use crate::answer::Answer;
use crate::frame::{Choice, Page, read};
use crate::markup::{Links, Look, figure, render, table};
use crate::questions::whatif::{KINDS, PARAMETERS, QUESTION, ROUGH};
use crate::state::App;

/// Sentences in the head; the rest stands below the charts.
const HEAD: usize = 5;

#[derive(Template)]
#[template(path = "whatif_controls.html")]
struct Controls<'a> {
    materials: Vec<Choice>,
    kinds: Vec<Choice>,
    stages: Vec<Choice>,
    months: &'a str,
    share: String,
    rate: String,
    on: &'a str,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "said.html")]
pub struct Said<'a> {
    /// The finding.
    pub headline: &'a str,
    /// What it means.
    pub lead: &'a [String],
    /// Charts.
    pub figures: Vec<String>,
    /// What the answer hangs on.
    pub rest: &'a [String],
    /// Tables.
    pub tables: Vec<String>,
    /// Where the whole of a rough answer is; empty if it is whole.
    pub follow: String,
    /// True where a rough answer may come first, so that both say what they are in the same place.
    pub rough_is_possible: bool,
    /// The command line that gives the same answer.
    pub command: &'a str,
    /// Words of the language.
    pub words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/whatif", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page {
        path: "/whatif",
        asked: &asked,
        words: &words,
        against: true,
        shown: &["material", "kind", "months", "share", "rate", "on", "stage"],
    };
    let chosen = |id: &str, prefix: &str, value: &str| Choice {
        value: value.to_owned(),
        label: words.get(&format!("{prefix}-{value}")),
        chosen: asked.get(id) == value,
    };
    let controls = Controls {
        materials: materials(&app.session, asked.get("material"), asked.lang()),
        kinds: KINDS.iter().map(|kind| chosen("kind", "kind", kind)).collect(),
        stages: ["mine", "refined", "magnet"].iter().map(|stage| chosen("stage", "ask-stage", stage)).collect(),
        months: asked.get("months"),
        share: asked.given("share").unwrap_or_default().to_owned(),
        rate: asked.given("rate").unwrap_or_default().to_owned(),
        on: asked.get("on"),
        words: &words,
    };
    let controls = render(&controls);
    // who moves a control gets a rough answer at once, and the whole one when it rests
    let moving = headers.contains_key("hx-request") && !headers.contains_key(RESTED);
    let quick = if moving { asked.with("draws", &ROUGH.to_string()) } else { asked.clone() };
    let page_of = Page { asked: &quick, ..page };
    show(&app, &page_of, &QUESTION, controls, |answer| content(&Page { asked: &asked, ..page_of }, answer, moving)).await
}

/// Header of a request by a page whose controls rest.
const RESTED: &str = "adit-rested";

fn content(page: &Page, answer: &Answer, rough: bool) -> (String, String) {
    let asked = page.asked.only(QUESTION.parameters);
    let links = Links { question: &QUESTION, asked: &asked, words: page.words };
    let headline = answer.said.first().map_or("", String::as_str);
    let head = answer.said.len().min(HEAD);
    let follow = if rough { format!("/whatif?{}", page.asked.query()) } else { String::new() };
    let view = Said {
        headline: headline.trim_end_matches('.'),
        lead: &answer.said[1.min(head)..head],
        figures: answer.figures.iter().map(|chart| figure(chart, links)).collect(),
        rest: &answer.said[head..],
        tables: answer.shown.iter().map(|shown| table(shown, Look { rows: 12, ..Look::default() }, links)).collect(),
        command: &answer.command,
        follow,
        rough_is_possible: true,
        words: page.words,
    };
    (headline.trim_end_matches('.').to_owned(), render(&view))
}
