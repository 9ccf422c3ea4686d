//! Progress of a question while it is computed, as server-sent events.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, RawQuery, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use serde_json::json;

use super::asked;
use crate::questions;
use crate::refusal::Refusal;
use crate::state::App;

/// Time between two events.
const EVERY: Duration = Duration::from_millis(250);

/// Events of a question: `progress` with the steps done, then `answer` or `refusal`. Who leaves gives the computation up.
pub async fn events(State(app): State<Arc<App>>, Path(id): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some(question) = questions::find(&id) else {
        return Refusal::absent("question", &id, "a question of the description").json();
    };
    let query = query.unwrap_or_default();
    let asked = match asked(question, &query) {
        Ok((asked, _)) => asked,
        Err(refusal) => return refusal.json(),
    };
    let address = format!("/api/v1/{}?{}", question.id, asked.query());
    let lang = asked.lang();
    let waiting = match app.wait(question, &asked) {
        Ok(waiting) => waiting,
        Err(refusal) => return refusal.json(),
    };
    // whoever leaves drops the stream, and with it the place among those who wait
    let stream = unfold(Some(waiting), move |waiting| {
        let address = address.clone();
        async move {
            let waiting = waiting?;
            let event = |name: &str, data: serde_json::Value| Event::default().event(name).data(data.to_string());
            let (event, waiting) = match tokio::time::timeout(EVERY, waiting.outcome()).await {
                Err(_) => {
                    let (done, all) = waiting.progress().steps();
                    (event("progress", json!({ "done": done, "of": all })), Some(waiting))
                }
                Ok(Ok(_)) => (event("answer", json!({ "address": address })), None),
                Ok(Err(refusal)) => {
                    let status = refusal.status.as_u16();
                    (event("refusal", json!({ "status": status, "problems": refusal.lines(lang) })), None)
                }
            };
            Some((Ok::<_, Infallible>(event), waiting))
        }
    });
    Sse::new(stream).into_response()
}
