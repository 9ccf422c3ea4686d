//! A company's own purchases: a CSV file is read, answered and forgotten.

use std::sync::Arc;

use adit_api::Session;
use adit_api::page::Words;
use adit_api::problem::Problem;
use adit_api::purchases::purchases_template;
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::asked::{AGAINST, Asked, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Page, read, spoken};
use crate::markup::{Links, Look, render, table};
use crate::questions::exposure::QUESTION;
use crate::refusal::Refusal;
use crate::state::App;

const PARAMETERS: &[Parameter] = &[FOR, AGAINST, MATERIAL, LANG];
const PATH: &str = "/purchases";

/// Most lines of a file, and bytes of a line.
const ROWS: usize = 5_000;
const LINE: usize = 2_000;

/// What the file is called in messages if it has no name.
const UNNAMED: &str = "purchases.csv";

#[derive(Template)]
#[template(path = "purchases.html")]
struct View<'a> {
    problems: Vec<String>,
    tables: Vec<String>,
    words: &'a Words,
}

/// The form.
pub async fn get(State(app): State<Arc<App>>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), PATH, PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    page(&app, &asked, &[], Vec::new(), StatusCode::OK)
}

/// The answer to a file.
pub async fn post(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    parts: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Response {
    let asked = match read(&app, &headers, &query.unwrap_or_default(), PATH, PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let handed = match parts {
        Ok(parts) => file(parts).await.map_err(|error| (error.status(), error.body_text())),
        Err(rejection) => Err((rejection.status(), rejection.body_text())),
    };
    let (name, bytes) = match handed {
        Ok(Some(file)) => file,
        Ok(None) => {
            let problem = Problem::new(UNNAMED, "file", "nothing", "a CSV file in the field `file`");
            return page(&app, &asked, &[problem], Vec::new(), StatusCode::BAD_REQUEST);
        }
        Err((status, text)) => {
            let problem = Problem::new(UNNAMED, "file", text, "a CSV file of at most 2 MB in the field `file`");
            return page(&app, &asked, &[problem], Vec::new(), status);
        }
    };
    if let Some(problem) = too_large(&name, &bytes) {
        return page(&app, &asked, &[problem], Vec::new(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    let (against, lang) = (asked.get("against").to_owned(), asked.lang());
    let work = move |session: &Session| {
        let request = session.purchases_of(&name, &bytes, &against, &[])?;
        session.purchases_table(&request, lang)
    };
    let links = Links { question: &QUESTION, asked: &asked.only(QUESTION.parameters), words: &words };
    match app.once(work).await {
        // a file that was forgotten cannot be asked for again: no downloads
        Some(Ok(shown)) => {
            let shown = table(&shown, Look { fleeting: true, ..Look::default() }, links);
            page(&app, &asked, &[], vec![shown], StatusCode::OK)
        }
        Some(Err(problems)) => page(&app, &asked, &problems, Vec::new(), StatusCode::BAD_REQUEST),
        None => page(&app, &asked, &Refusal::busy().problems, Vec::new(), StatusCode::TOO_MANY_REQUESTS),
    }
}

/// The template of the file.
pub async fn template(headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let text = purchases_template(spoken(&headers, &query.unwrap_or_default()));
    let name = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"purchases.csv\""),
    ];
    (name, text).into_response()
}

/// Refuses what no company buys, before anything is made of it.
fn too_large(name: &str, bytes: &[u8]) -> Option<Problem> {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let longest = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    if lines.len() <= ROWS && longest <= LINE {
        return None;
    }
    let found = format!("{} lines, the longest of {longest} bytes", lines.len());
    Some(Problem::new(name, "file", found, format!("at most {ROWS} lines of at most {LINE} bytes")))
}

async fn file(mut parts: Multipart) -> Result<Option<(String, Vec<u8>)>, MultipartError> {
    while let Some(part) = parts.next_field().await? {
        if part.name() == Some("file") {
            // only the last part of a path, without what would break a message
            let name = part.file_name().unwrap_or(UNNAMED).rsplit(['/', '\\']).next().unwrap_or(UNNAMED);
            let name: String = name.chars().filter(|c| !c.is_control()).take(80).collect();
            return Ok(Some((name, part.bytes().await?.to_vec())));
        }
    }
    Ok(None)
}

fn page(app: &Arc<App>, asked: &Asked, problems: &[Problem], tables: Vec<String>, status: StatusCode) -> Response {
    let words = Words::new(asked.lang());
    let page = Page { path: PATH, asked, words: &words, against: true, shown: &[] };
    let view = View { problems: Refusal { status, problems: problems.to_vec() }.lines(asked.lang()), tables, words: &words };
    let mut response = page.html(&app.session, &words.get("page-purchases"), String::new(), render(&view));
    *response.status_mut() = status;
    response
}
