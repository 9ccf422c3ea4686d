//! Overview: all materials in one table, and who leads in the world.

use std::sync::Arc;

use adit_api::page::{Words, numbers};
use adit_api::sorting::sort;
use adit_api::table::{Cell, Table};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::show;
use crate::answer::Answer;
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIAL, Parameter};
use crate::frame::{Page, read};
use crate::markup::{Links, Look, figure, render, table};
use crate::questions::overview::{ENDS, QUESTION};
use crate::state::App;

/// What it takes.
const PARAMETERS: &[Parameter] =
    &[FOR, AGAINST, MATERIAL, ENDS, Parameter { id: "sort", kind: Kind::Name, default: "", what: "Column to sort by." }, LANG];

/// Package under which years are looked up.
const FOLLOWED: &str = "announced";

/// Columns that are shares of the same kind.
const HEAT: [&str; 4] = ["passes_through", "refined_there", "world_mine_share", "world_refined_share"];

#[derive(Template)]
#[template(path = "overview.html")]
struct View<'a> {
    headline: &'a str,
    stand: &'a str,
    top: Vec<(String, String)>,
    table: String,
    figures: Vec<String>,
    followed: bool,
    follow: String,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/", asked: &asked, words: &words, against: true, shown: &["ends"] };
    show(&app, &page, &QUESTION, String::new(), |answer| content(&page, &asked, answer)).await
}

fn content(page: &Page, asked: &Asked, answer: &Answer) -> (String, String) {
    let words = page.words;
    let own = asked.only(QUESTION.parameters);
    let links = Links { question: &QUESTION, asked: &own, words };
    let mut shown = answer.shown[0].clone();
    let by = asked.given("sort").unwrap_or("passes_through");
    // a column that is not there leaves the order as it is
    let sorted = asked.given("sort").is_none() || sort(&mut shown, by).is_ok();
    let sorting = |column: &str| format!("/?{}", asked.with("sort", column).query());
    let material = |key: &str| page.link("/material", &[("material", key)]);
    let stop = |key: &str| page.link("/whatif", &[("material", key), ("months", "12")]);
    let look = Look {
        heat: &HEAT,
        row: Some(&material),
        cells: Some(("stop_loss_usd", &stop)),
        sort: Some((if sorted { by } else { "" }, &sorting)),
        ..Look::default()
    };
    let top = refined_there(&answer.shown[0]);
    let top = top.into_iter().map(|(key, name, share)| {
        let link = page.link("/whatif", &[("material", &key), ("months", "6")]);
        (format!("{name} ({})", numbers::percent(share, words.lang())), link)
    });
    let headline = answer.said.first().map_or("", String::as_str);
    let view = View {
        headline,
        stand: answer.said.get(1).map_or("", String::as_str),
        top: top.collect(),
        table: table(&shown, look, links),
        figures: answer.figures.iter().map(|chart| figure(chart, links)).collect(),
        followed: asked.given("ends").is_some(),
        follow: format!("/?{}", asked.with("ends", FOLLOWED).query()),
        words,
    };
    (words.get("page-overview"), render(&view))
}

/// The materials most of whose use is refined by the feared supplier: key, name, share.
fn refined_there(table: &Table) -> Vec<(String, String, f64)> {
    const MOST: usize = 3;
    let Some(place) = table.columns.iter().position(|column| column.id == "refined_there") else { return Vec::new() };
    let of = |row: &adit_api::table::Row| match (&row.cells[0], &row.cells[place]) {
        (Cell::Text(name), Cell::Number(share, _)) => Some((row.key.clone(), name.clone(), *share)),
        _ => None,
    };
    let mut list: Vec<_> = table.rows.iter().filter_map(of).filter(|(.., share)| *share > 0.0).collect();
    list.sort_by(|a, b| b.2.total_cmp(&a.2));
    list.truncate(MOST);
    list
}
