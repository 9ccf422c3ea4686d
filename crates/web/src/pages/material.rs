//! Material: who mines and refines it, what reaches the asker, uses, indicators, sources.

use std::sync::Arc;

use adit_api::page::Words;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{materials, show};
use crate::answer::Answer;
use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Choice, Page, read};
use crate::markup::{Links, Look, figure, render, table};
use crate::questions::material::{QUESTION, YEAR};
use crate::state::App;

const PARAMETERS: &[Parameter] = &[FOR, AGAINST, MATERIAL, YEAR, LANG];

#[derive(Template)]
#[template(path = "material_controls.html")]
struct Controls<'a> {
    materials: Vec<Choice>,
    years: Vec<Choice>,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "material.html")]
struct View<'a> {
    headline: &'a str,
    stand: &'a str,
    asks: Vec<(String, String)>,
    figures: Vec<String>,
    tables: Vec<String>,
    command: &'a str,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/material", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/material", asked: &asked, words: &words, against: true, shown: &["material", "year"] };
    let base = app.session.baseline().map_or(0, |baseline| baseline.year);
    let years = (base - 7..=base).rev().map(|year| Choice {
        value: if year == base { String::new() } else { year.to_string() },
        label: year.to_string(),
        chosen: asked.number("year").unwrap_or(base) == year,
    });
    let controls = Controls {
        materials: materials(&app.session, asked.get("material"), asked.lang()),
        years: years.collect(),
        words: &words,
    };
    let material = app.session.material(asked.get("material"), "material").ok();
    let market = material.is_some_and(|id| app.session.baseline().is_ok_and(|baseline| baseline.market(id).is_some()));
    show(&app, &page, &QUESTION, render(&controls), |answer| content(&page, answer, market)).await
}

fn content(page: &Page, answer: &Answer, market: bool) -> (String, String) {
    let asked = page.asked.only(QUESTION.parameters);
    let words = page.words;
    let links = Links { question: &QUESTION, asked: &asked, words };
    let headline = answer.said.first().map_or("", String::as_str);
    let here = asked.get("material");
    let asks = [("material-whatif", "/whatif"), ("material-pathways", "/pathways")]
        .map(|(id, path)| (words.get(id), page.link(path, &[("material", here)])));
    let view = View {
        headline,
        stand: answer.said.get(1).map_or("", String::as_str),
        // what has no market cannot be asked what would happen to it
        asks: if market { asks.to_vec() } else { Vec::new() },
        figures: answer.figures.iter().map(|chart| figure(chart, links)).collect(),
        tables: answer.shown.iter().map(|shown| table(shown, Look { why: true, rows: 12, ..Look::default() }, links)).collect(),
        command: &answer.command,
        words,
    };
    let name = answer.shown.first().map_or_else(|| words.get("page-material"), |table| table.title.clone());
    (name, render(&view))
}
