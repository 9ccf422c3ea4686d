//! Stockpile: move the budget, see what to hold and what it saves.

use std::sync::Arc;

use adit_api::page::{Words, numbers};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::whatif::Said;
use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Choice, Page, read};
use crate::markup::{Link, Links, Look, figure, render, table};
use crate::questions::stockpile::{BUDGET, QUESTION};
use crate::state::App;

/// What it takes. It does not ask against whom, but a link to another page keeps that.
const PARAMETERS: &[Parameter] = &[FOR, AGAINST, BUDGET, MATERIAL, LANG];

/// Budgets on offer, US dollars: even steps on a logarithmic scale, and the reserve that was announced.
const BUDGETS: [f64; 12] = [1e7, 3e7, 1e8, 3e8, 1e9, 2e9, 5e9, 12e9, 2e10, 3e10, 5e10, 1e11];

#[derive(Template)]
#[template(path = "stockpile_controls.html")]
struct Controls<'a> {
    budgets: Vec<Choice>,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/stockpile", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/stockpile", asked: &asked, words: &words, against: false, shown: &["budget"] };
    let budget = asked.number("budget").unwrap_or(12e9);
    let mut offered = BUDGETS.to_vec();
    if !offered.contains(&budget) {
        offered.push(budget);
        offered.sort_by(f64::total_cmp);
    }
    let choice =
        |amount: f64| Choice { value: amount.to_string(), label: numbers::usd(amount, words.lang()), chosen: amount == budget };
    let controls = Controls { budgets: offered.into_iter().map(choice).collect(), words: &words };
    // the question itself is about all materials
    let whole = asked.with("material", "").with("against", "");
    let page_of_all = Page { asked: &whole, ..page };
    let page = Page { path: "/stockpile", asked: &asked, words: &words, against: false, shown: &["budget"] };
    let controls = render(&controls);
    let question = whole.only(QUESTION.parameters);
    match app.answer(&QUESTION, &question).await {
        Ok(answer) => {
            let links = Links { question: &QUESTION, asked: &question, words: page_of_all.words };
            let headline = answer.shown.first().map_or("", |table| table.title.as_str());
            let told = answer.said.len().min(2);
            let material = |key: &str| page.link("/material", &[("material", key.split('.').next().unwrap_or(key))]);
            let tables = answer.shown.iter().enumerate().map(|(place, shown)| {
                let row = (place == 0).then_some(&material as Link);
                table(shown, Look { row, why: true, rows: 20, ..Look::default() }, links)
            });
            let view = Said {
                headline: headline.trim_end_matches('.'),
                lead: &answer.said[..told],
                figures: answer.figures.iter().map(|chart| figure(chart, links)).collect(),
                rest: &answer.said[told..],
                tables: tables.collect(),
                follow: String::new(),
                rough_is_possible: false,
                command: &answer.command,
                words: &words,
            };
            page.html(&app.session, &words.get("page-stockpile"), controls, render(&view))
        }
        Err(refusal) => page.refused(&app.session, &refusal, controls),
    }
}
