//! The description of the API in OpenAPI 3.1, made from the list of questions.

use adit_api::VERSION;
use adit_api::lang::Lang;
use adit_api::page::Words;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{AnswerDocument, PARTS};
use crate::asked::{Kind, LONGEST, Parameter};
use crate::questions;
use crate::refusal::RefusalDocument;

/// The description as a response.
pub async fn describe() -> Response {
    let text = serde_json::to_string_pretty(&description()).unwrap_or_default();
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// The description.
pub fn description() -> Value {
    let mut generator =
        SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/components/schemas".into()).into_generator();
    generator.subschema_for::<AnswerDocument>();
    generator.subschema_for::<RefusalDocument>();
    let mut paths = Map::new();
    let words = Words::new(Lang::En);
    for question in questions::ALL {
        let what = words.get(&format!("question-{}", question.id));
        let parameters: Vec<Value> = question.parameters.iter().chain(PARTS).map(parameter).collect();
        let answer = json!({
            "description": "The answer.",
            "content": {
                "application/json": { "schema": { "$ref": "#/components/schemas/AnswerDocument" } },
                "text/csv": { "schema": { "type": "string" } },
                "image/svg+xml": { "schema": { "type": "string" } },
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { "schema": { "type": "string", "format": "binary" } },
            }
        });
        let get = |id: String, what: &str, parameters: &[Value], answer: Value| {
            json!({ "get": {
                "operationId": id,
                "summary": what,
                "parameters": parameters,
                "responses": { "200": answer, "400": refusal("The question is wrong; all that is wrong is said."), "404": refusal("There is no such table or chart."), "408": refusal("No answer within two minutes."), "414": refusal("The address is too long."), "429": refusal("Too many questions wait.") },
            } })
        };
        paths.insert(format!("/api/v1/{}", question.id), get(question.id.to_owned(), &what, &parameters, answer));
        let events = json!({
            "description": "Server-sent events: `progress` with the number of steps done, then `answer` with the address of the answer, or `refusal` with the reasons. A client that leaves cancels the computation.",
            "content": { "text/event-stream": { "schema": { "type": "object", "properties": { "event": { "enum": ["progress", "answer", "refusal"] }, "data": { "type": "string", "description": "JSON: `done` and `of`; `address`; or `status` and `problems`." } }, "required": ["event", "data"] } } }
        });
        let own: Vec<Value> = question.parameters.iter().map(parameter).collect();
        let what = format!("Progress. {what}");
        paths.insert(format!("/api/v1/{}/events", question.id), get(format!("{}_events", question.id), &what, &own, events));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Adit",
            "version": VERSION,
            "description": "What the commands answer. Tables have stable ids; `null` is no data or not applicable, which `missing` tells apart.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) },
    })
}

fn refusal(what: &str) -> Value {
    json!({
        "description": what,
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/RefusalDocument" } } }
    })
}

fn parameter(parameter: &Parameter) -> Value {
    let mut schema = match parameter.kind {
        Kind::Name | Kind::Names => json!({ "type": "string", "maxLength": LONGEST }),
        Kind::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Kind::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Choice(words) => json!({ "type": "string", "enum": words }),
    };
    if !parameter.default.is_empty() {
        schema["default"] = match parameter.kind {
            Kind::Number(..) => parameter.default.parse::<f64>().map_or(Value::Null, Value::from),
            Kind::Whole(..) => parameter.default.parse::<i64>().map_or(Value::Null, Value::from),
            _ => Value::from(parameter.default),
        };
    }
    json!({ "name": parameter.id, "in": "query", "required": false, "description": parameter.what, "schema": schema })
}
