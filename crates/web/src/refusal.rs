//! Why there is no answer: a status and its reasons, as JSON for programs and as a page for people.

use adit_api::Problems;
use adit_api::lang::Lang;
use adit_api::problem::Problem;
use adit_api::write;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use crate::asked::{ADDRESS, AGAINST};

/// Problems told before the rest is counted.
const SHOWN: usize = 50;

/// Why there is no answer.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What kind of reason.
    pub status: StatusCode,
    /// The reasons.
    pub problems: Problems,
}

/// The reasons in JSON.
#[derive(Serialize, JsonSchema)]
pub struct RefusalDocument {
    /// All that is wrong, the first fifty.
    problems: Vec<ProblemDocument>,
}

/// One reason.
#[derive(Serialize, JsonSchema)]
struct ProblemDocument {
    /// Where it is: `address`, or the name of a file that was handed over.
    file: String,
    /// The parameter, or the line and column.
    place: String,
    /// What stands there.
    found: String,
    /// What would be right.
    expected: String,
}

impl Refusal {
    /// The question is wrong.
    pub fn wrong(problems: Problems) -> Self {
        Self { status: StatusCode::BAD_REQUEST, problems }
    }

    /// There is no such thing.
    pub fn absent(place: &str, found: &str, expected: &str) -> Self {
        let problem = Problem::new(ADDRESS, place, format!("`{found}` is not known"), expected);
        Self { status: StatusCode::NOT_FOUND, problems: vec![problem] }
    }

    /// Too many questions wait.
    pub fn busy() -> Self {
        let problem = Problem::new(ADDRESS, "server", "too many questions are waiting", "the same question a little later");
        Self { status: StatusCode::TOO_MANY_REQUESTS, problems: vec![problem] }
    }

    /// The problems as sentences.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let shown = self.problems.iter().take(SHOWN).map(|problem| write::problem(&addressed(problem), lang));
        let rest = self.problems.len().saturating_sub(SHOWN);
        let more = match lang {
            Lang::En => format!("and {rest} more"),
            Lang::De => format!("und {rest} weitere"),
        };
        shown.chain((rest > 0).then_some(more)).collect()
    }

    /// The problems in JSON.
    pub fn json(&self) -> Response {
        let of = |problem: &Problem| {
            let Problem { file, place, found, expected } = addressed(problem);
            ProblemDocument { file, place, found, expected }
        };
        let document = RefusalDocument { problems: self.problems.iter().take(SHOWN).map(of).collect() };
        let body = serde_json::to_string(&document).unwrap_or_default();
        let mut response = (self.status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("2"));
        }
        response
    }
}

/// A problem of the command line, said of the address.
fn addressed(problem: &Problem) -> Problem {
    if problem.file != "command line" {
        return problem.clone();
    }
    let place = match problem.place.trim_start_matches("--") {
        // who does it is who is feared
        "by" => AGAINST.id.to_owned(),
        place => place.replace('-', "_"),
    };
    Problem { file: ADDRESS.to_owned(), place, ..problem.clone() }
}
