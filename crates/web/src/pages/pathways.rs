//! Pathways: switch instruments on and off, see the share, the cost and the year in which the dependency ends.

use std::sync::Arc;

use adit_api::page::{Words, capitalised};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::whatif::Said;
use super::{materials, show};
use crate::answer::Answer;
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIAL, Parameter};
use crate::frame::{Choice, Page, read};
use crate::markup::{Links, Look, figure, render, table};
use crate::questions::compare;
use crate::questions::simulate::{MEASURES, PACKAGE, QUESTION};
use crate::state::App;

/// What it takes.
const PARAMETERS: &[Parameter] = &[
    FOR,
    AGAINST,
    MATERIAL,
    PACKAGE,
    MEASURES,
    Parameter { id: "beside", kind: Kind::Name, default: "baseline", what: "Package to compare with." },
    LANG,
];

#[derive(Template)]
#[template(path = "pathways_controls.html")]
struct Controls<'a> {
    materials: Vec<Choice>,
    packages: Vec<Choice>,
    beside: Vec<Choice>,
    instruments: Vec<Choice>,
    words: &'a Words,
}

/// The page.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), "/pathways", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page {
        path: "/pathways",
        asked: &asked,
        words: &words,
        against: true,
        shown: &["material", "package", "beside", "measures"],
    };
    let controls = controls(&app, &asked, &words);
    // the comparison first, so that what is told once about a material stands beside what each package does
    let packages = format!("{},{}", asked.get("beside"), asked.get("package"));
    let beside = Asked::nothing(compare::QUESTION.parameters);
    let mut beside = beside.with("packages", &packages).with("material", asked.get("material"));
    for id in ["for", "against", "measures", "lang"] {
        beside = beside.with(id, asked.given(id).unwrap_or_default());
    }
    let compared = app.answer(&compare::QUESTION, &beside).await;
    let compared = match compared {
        Ok(compared) => compared,
        Err(refusal) => return page.refused(&app.session, &refusal, controls),
    };
    let asked_of_one = asked.with("material", asked.get("material"));
    let page_of_one = Page { asked: &asked_of_one, ..page };
    show(&app, &page_of_one, &QUESTION, controls, |answer| content(&page_of_one, answer, (&compared, &beside))).await
}

fn controls(app: &App, asked: &Asked, words: &Words) -> String {
    let lang = asked.lang();
    let packages = app.session.packages().unwrap_or_default();
    let choices = |chosen: &str| -> Vec<Choice> {
        let shipped = packages.iter().map(|package| Choice {
            value: package.id.clone(),
            label: capitalised(package.name.get(lang)),
            chosen: package.id == chosen,
        });
        shipped.collect()
    };
    let mut own = choices(asked.get("package"));
    own.insert(
        0,
        Choice { value: "chosen".to_owned(), label: words.get("pathways-chosen"), chosen: asked.get("package") == "chosen" },
    );
    let measures = asked.list("measures");
    let instruments = app.session.instruments().unwrap_or_default().into_iter().map(|id| Choice {
        label: capitalised(&words.get(&format!("instrument-{}", id.replace('_', "-")))),
        chosen: measures.contains(&id),
        value: id,
    });
    render(&Controls {
        materials: materials(&app.session, asked.get("material"), lang),
        packages: own,
        beside: choices(asked.get("beside")),
        instruments: instruments.collect(),
        words,
    })
}

fn content(page: &Page, answer: &Answer, (compared, beside): (&Answer, &Asked)) -> (String, String) {
    let asked = page.asked.only(QUESTION.parameters);
    let words = page.words;
    let links = Links { question: &QUESTION, asked: &asked, words };
    let links_beside = Links { question: &compare::QUESTION, asked: beside, words };
    let first = answer.said.first().map_or("", String::as_str);
    // the year is the headline; its range follows in the text
    let (headline, range) = first.split_once("; ").unwrap_or((first, ""));
    let mut lead = answer.said.clone();
    if let Some(first) = lead.first_mut() {
        *first = capitalised(range);
    }
    let look = Look { rows: 25, ..Look::default() };
    let tables = compared.shown.iter().map(|shown| table(shown, look, links_beside));
    let view = Said {
        headline: headline.trim_end_matches('.'),
        lead: &lead,
        figures: compared.figures.iter().map(|chart| figure(chart, links_beside)).collect(),
        rest: &[],
        tables: tables.chain(answer.shown.iter().map(|shown| table(shown, look, links))).collect(),
        follow: String::new(),
        rough_is_possible: false,
        command: &answer.command,
        words,
    };
    (words.get("page-pathways"), render(&view))
}
