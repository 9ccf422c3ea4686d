//! The JSON API under `/api/v1`: the same questions, each with one address, and their description.

mod description;
mod progress;

use std::sync::Arc;

use adit_api::problem::Problem;
use adit_api::{VERSION, write};
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::answer::{Answer, Question};
use crate::asked::{ADDRESS, Asked, Kind, Parameter};
use crate::questions;
use crate::refusal::Refusal;
use crate::state::App;

pub use description::describe;
pub use progress::events;

/// Forms an answer can be had in.
const FORMATS: &[&str] = &["json", "csv", "xlsx", "svg"];

/// What every address takes beside the parameters of its question.
pub const PARTS: &[Parameter] = &[
    Parameter {
        id: "format",
        kind: Kind::Choice(FORMATS),
        default: "json",
        what: "json: the whole answer; csv, xlsx: one table; svg: one chart.",
    },
    Parameter {
        id: "table",
        kind: Kind::Name,
        default: "",
        what: "csv and xlsx: id of the table; the first if absent. json: only this table.",
    },
    Parameter { id: "chart", kind: Kind::Name, default: "", what: "svg: id of the chart; the first if absent." },
];

/// An answer in JSON.
#[derive(Serialize, JsonSchema)]
pub struct AnswerDocument {
    /// Name of the question.
    question: String,
    /// The command line that gives the same answer.
    command: String,
    /// Version of the program.
    version: String,
    /// Name of the data.
    data: String,
    /// Digest of the baseline.
    baseline: String,
    /// The finding in a few sentences.
    said: Vec<String>,
    /// The tables.
    #[schemars(with = "Vec<serde_json::Map<String, Value>>")]
    tables: Vec<Value>,
    /// Ids of the charts, each to be had with `format=svg`.
    charts: Vec<String>,
    /// Where a number comes from, if that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<serde_json::Map<String, Value>>")]
    explanation: Option<Value>,
}

/// The answer to a question, or a part of it in another form.
pub async fn answer(State(app): State<Arc<App>>, Path(id): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some(question) = questions::find(&id) else {
        let known: Vec<&str> = questions::ALL.iter().map(|question| question.id).collect();
        return Refusal::absent("question", &id, &known.join(", ")).json();
    };
    let (asked, part) = match asked(question, &query.unwrap_or_default()) {
        Ok(read) => read,
        Err(refusal) => return refusal.json(),
    };
    match app.answer(question, &asked).await {
        Ok(answer) => in_form(&app, question, &asked, &part, &answer).unwrap_or_else(|refusal| refusal.json()),
        Err(refusal) => refusal.json(),
    }
}

/// What was asked, and in which form.
pub fn asked(question: &'static Question, query: &str) -> Result<(Asked, Asked), Refusal> {
    let others = |list: &'static [Parameter]| -> Vec<&str> { list.iter().map(|parameter| parameter.id).collect() };
    // a form sends empty fields, a program should not
    let empty = form_urlencoded::parse(query.as_bytes()).find(|(_, value)| value.trim().is_empty());
    if let Some((name, _)) = empty {
        let place: String = name.chars().take(60).collect();
        return Err(Refusal::wrong(vec![Problem::new(ADDRESS, place, "nothing", "a value, or not this parameter")]));
    }
    let asked = Asked::read(query, question.parameters, &others(PARTS));
    let part = Asked::read(query, PARTS, &others(question.parameters));
    match (asked, part) {
        (Ok(asked), Ok(part)) => {
            // an answer is the same whether its language was said or not
            let lang = asked.lang().tag();
            Ok((asked.with("lang", lang), part))
        }
        (asked, part) => {
            // what neither knows is told once
            let mut problems = asked.err().unwrap_or_default();
            problems.extend(part.err().unwrap_or_default().into_iter().filter(|problem| problem.found != "unknown parameter"));
            Err(Refusal::wrong(problems))
        }
    }
}

fn in_form(app: &App, question: &Question, asked: &Asked, part: &Asked, answer: &Answer) -> Result<Response, Refusal> {
    let tables: Vec<&str> = answer.tables.iter().map(|table| table.id).collect();
    let wanted = part.given("table");
    let place = match wanted {
        Some(id) => {
            let absent = || Refusal::absent("table", id, &tables.join(", "));
            Some(tables.iter().position(|known| *known == id).ok_or_else(absent)?)
        }
        None => None,
    };
    let first = || {
        let none = || Refusal::absent("format", part.get("format"), "json, because this answer has no table");
        if tables.is_empty() { Err(none()) } else { Ok(place.unwrap_or(0)) }
    };
    let named = |id: &str, ending: &str| format!("attachment; filename=\"adit-{}-{id}.{ending}\"", question.id);
    match part.get("format") {
        "csv" => {
            let table = &answer.tables[first()?];
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, named(table.id, "csv")),
            ];
            Ok((head, write::csv(table)).into_response())
        }
        "xlsx" => {
            let table = &answer.shown[first()?];
            let bytes = app.session.workbook(std::slice::from_ref(table), asked.lang()).map_err(Refusal::wrong)?;
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
            Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named(table.id, "xlsx"))], bytes).into_response())
        }
        "svg" => {
            let charts: Vec<&str> = answer.figures.iter().map(|figure| figure.id).collect();
            let id = part.given("chart").or(charts.first().copied()).unwrap_or_default();
            let found = answer.figures.iter().find(|figure| figure.id == id);
            let figure = found.ok_or_else(|| Refusal::absent("chart", id, &charts.join(", ")))?;
            let head = [(header::CONTENT_TYPE, "image/svg+xml".to_owned()), (header::CONTENT_DISPOSITION, named(id, "svg"))];
            Ok((head, figure.standalone(asked.lang().tag(), &answer.licence)).into_response())
        }
        _ => {
            let document = document(app, question, answer, place).map_err(Refusal::wrong)?;
            let body = serde_json::to_string(&document).unwrap_or_default();
            let mut response = (StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], body).into_response();
            if let (Some(_), Ok(name)) = (wanted, named(wanted.unwrap_or_default(), "json").parse()) {
                response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
            }
            Ok(response)
        }
    }
}

fn document(app: &App, question: &Question, answer: &Answer, place: Option<usize>) -> Result<AnswerDocument, adit_api::Problems> {
    let tables = answer.tables.iter().enumerate().filter(|(at, _)| place.is_none_or(|place| place == *at));
    Ok(AnswerDocument {
        question: question.id.to_owned(),
        command: answer.command.clone(),
        version: VERSION.to_owned(),
        data: app.session.data_edition()?,
        baseline: app.session.baseline()?.digest.clone(),
        said: answer.said.clone(),
        tables: tables.map(|(_, table)| write::json(table)).collect(),
        charts: answer.figures.iter().map(|figure| figure.id.to_owned()).collect(),
        explanation: answer.explanation.as_ref().and_then(|found| serde_json::to_value(&**found).ok()),
    })
}
