//! Alliance: choose members, see what they cover together and what each is worth.

use std::sync::Arc;

use adit_api::page::Words;
use adit_api::problem::Problem;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::show;
use super::whatif::Said;
use crate::answer::Answer;
use crate::asked::{ADDRESS, AGAINST, Asked, FOR, Kind, LANG, MATERIAL, Parameter};
use crate::frame::{Choice, Page, read, sorted_as};
use crate::markup::{Links, Look, figure, render, table};
use crate::questions::alliance::{QUESTION, WITH};
use crate::refusal::Refusal;
use crate::state::App;

/// What it takes; the material is kept for other pages.
const PARAMETERS: &[Parameter] = &[
    FOR,
    AGAINST,
    WITH,
    // a form in which nobody is ticked sends no members
    Parameter { id: "members", kind: Kind::Choice(&["chosen"]), default: "", what: "Members were chosen, even if none." },
    MATERIAL,
    LANG,
];

#[derive(Template)]
#[template(path = "alliance_controls.html")]
struct Controls<'a> {
    members: Vec<Choice>,
    others: Vec<Choice>,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/alliance", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/alliance", asked: &asked, words: &words, against: true, shown: &["with", "members"] };
    let controls = controls(&app, &asked, &words);
    if asked.given("members").is_some() && asked.given("with").is_none() {
        let problem = Problem::new(ADDRESS, "with", "nobody", "at least one partner");
        return page.refused(&app.session, &Refusal::wrong(vec![problem]), controls);
    }
    let whole = asked.with("material", "");
    let page_of_all = Page { asked: &whole, ..page };
    show(&app, &page_of_all, &QUESTION, controls, |answer| content(&page_of_all, answer)).await
}

/// Countries to choose from: those of the announced alliance first, then all others.
fn controls(app: &App, asked: &Asked, words: &Words) -> String {
    let (session, lang) = (&app.session, asked.lang());
    let countries = &session.reference().countries;
    let of = |name: &str| session.party(name, "with").map(|party| party.members).unwrap_or_default();
    let none = asked.given("members").is_some() && asked.given("with").is_none();
    let names = if none { Vec::new() } else { asked.list("with") };
    let chosen: Vec<_> = names.iter().flat_map(|name| of(name)).collect();
    let announced = of("ALLIANCE");
    let mut list: Vec<(bool, Choice)> = countries
        .iter()
        .map(|(id, country)| {
            let choice =
                Choice { value: country.iso3.clone(), label: country.name(lang).to_owned(), chosen: chosen.contains(&id) };
            (announced.contains(&id), choice)
        })
        .collect();
    list.sort_by_cached_key(|(_, choice)| sorted_as(&choice.label));
    let (members, others): (Vec<_>, Vec<_>) = list.into_iter().partition(|(announced, _)| *announced);
    let plain = |list: Vec<(bool, Choice)>| list.into_iter().map(|(_, choice)| choice).collect();
    render(&Controls { members: plain(members), others: plain(others), words })
}

fn content(page: &Page, answer: &Answer) -> (String, String) {
    let asked = page.asked.only(QUESTION.parameters);
    let words = page.words;
    let links = Links { question: &QUESTION, asked: &asked, words };
    let headline = answer.said.first().map_or("", String::as_str);
    let view = Said {
        headline: headline.trim_end_matches('.'),
        lead: &answer.said[1.min(answer.said.len())..],
        figures: answer.figures.iter().map(|chart| figure(chart, links)).collect(),
        rest: &[],
        tables: answer.shown.iter().map(|shown| table(shown, Look { rows: 20, ..Look::default() }, links)).collect(),
        follow: String::new(),
        rough_is_possible: false,
        command: &answer.command,
        words,
    };
    (words.get("page-alliance"), render(&view))
}
