//! The addresses, asked as a browser would, without one.

use adit_api::Session;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use crate::{questions, router};

/// Questions that take seconds; the tests in a browser ask them.
const SLOW: [&str; 4] = ["brief", "compare", "simulate", "projects"];

fn server() -> Router {
    router(Session::open(None).expect("the data inside the program is sound"), true)
}

async fn ask(server: &Router, request: Request<Body>) -> (StatusCode, header::HeaderMap, String) {
    let response = server.clone().oneshot(request).await.expect("a router cannot fail");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a whole body").to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(server: &Router, path: &str) -> (StatusCode, header::HeaderMap, String) {
    ask(server, Request::get(path).body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    let server = server();
    for path in ["/", "/material", "/whatif", "/alliance", "/method", "/method/sources", "/explain", "/purchases", "/api"] {
        for lang in ["en", "de"] {
            let (status, headers, text) = get(&server, &format!("{path}?lang={lang}")).await;
            assert_eq!(status, StatusCode::OK, "{path} {lang}");
            assert!(text.contains(&format!("<html lang=\"{lang}\">")) && text.contains("<h1"), "{path} {lang}");
            for mark in ["⟦", "NaN", "{$", "{ $", " style=\"", "<script>", "onclick"] {
                assert!(!text.contains(mark), "`{mark}` in {path} {lang}");
            }
            assert!(headers[header::CONTENT_SECURITY_POLICY].to_str().is_ok_and(|policy| !policy.contains("unsafe")));
        }
    }
}

#[tokio::test]
async fn every_question_of_the_api_answers_with_its_defaults_as_described() {
    let server = server();
    let description: Value = serde_json::from_str(&get(&server, "/api/v1/openapi.json").await.2).expect("JSON");
    for question in questions::ALL {
        let described = &description["paths"][format!("/api/v1/{}", question.id)]["get"];
        let named = described["parameters"].as_array().expect("parameters");
        for parameter in question.parameters {
            assert!(named.iter().any(|known| known["name"] == parameter.id), "{} {}", question.id, parameter.id);
        }
        if SLOW.contains(&question.id) {
            continue;
        }
        let (status, _, text) = get(&server, &format!("/api/v1/{}", question.id)).await;
        assert_eq!(status, StatusCode::OK, "{}: {text}", question.id);
        let answer: Value = serde_json::from_str(&text).expect("JSON");
        for part in ["question", "command", "version", "data", "baseline", "said", "tables", "charts"] {
            assert!(!answer[part].is_null(), "{} {part}", question.id);
        }
        assert!(answer["command"].as_str().is_some_and(|line| line.starts_with("adit ")), "{}", answer["command"]);
    }
}

#[tokio::test]
async fn one_table_or_chart_can_be_had_alone() {
    let server = server();
    let (status, headers, text) = get(&server, "/api/v1/exposure?for=DEU&material=gallium&format=csv").await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.starts_with("key,material,use_t,") && text.lines().count() == 2, "{text}");
    assert_eq!(headers[header::CONTENT_DISPOSITION], "attachment; filename=\"adit-exposure-exposure.csv\"");
    let (status, _, text) = get(&server, "/api/v1/overview?for=DEU&format=svg&chart=leaders&lang=de").await;
    assert!(status.is_success() && text.starts_with("<svg") && text.contains("Deutschland"), "{status}");
    let (status, _, text) = get(&server, "/api/v1/exposure?table=nothing").await;
    assert!(status == StatusCode::NOT_FOUND && text.contains("exposure"), "{text}");
    let (status, _, text) = get(&server, "/api/v1/materials?format=svg").await;
    assert!(status == StatusCode::NOT_FOUND && text.contains("chart"), "{text}");
}

#[tokio::test]
async fn wrong_questions_are_told_all_that_is_wrong() {
    let server = server();
    let path = "/api/v1/whatif?material=unobtainium&for=Atlantis&months=99&colour=red&format=pdf";
    let (status, _, text) = get(&server, path).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let told: Value = serde_json::from_str(&text).expect("JSON");
    let places: Vec<&str> = told["problems"].as_array().expect("a list").iter().filter_map(|one| one["place"].as_str()).collect();
    // what cannot be read is told before what is not known
    assert_eq!(places, ["months", "colour", "format"]);
    let (status, _, text) = get(&server, "/api/v1/whatif?material=unobtainium&for=Atlantis").await;
    let told: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((status, told["problems"].as_array().map(Vec::len)), (StatusCode::BAD_REQUEST, Some(2)), "{text}");
    assert!(!text.contains("--for") && !text.contains("command line"), "{text}");
}

#[tokio::test]
async fn no_request_reads_a_file() {
    let server = server();
    for path in
        ["/api/v1/exposure?for=Cargo.csv", "/api/v1/simulate?package=Cargo.toml&material=gallium", "/api/v1/alliance?with=a.csv"]
    {
        let (status, _, text) = get(&server, path).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{path}");
        assert!(!text.contains("No such file") && !text.contains("TOML file") && !text.contains("CSV file"), "{text}");
    }
    for path in ["/assets/..%2fCargo.toml", "/method/..%2f..%2fCargo.toml", "/nothing"] {
        assert_eq!(get(&server, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn another_site_cannot_post() {
    let server = server();
    let body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own.csv\"\r\n\r\nmaterial,stage,supplier,quantity,unit,note\r\ngallium,,Japan,1,t,\r\n--x--\r\n";
    let post = |name: &str, value: &str| {
        Request::post("/purchases?lang=en")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::HOST, "127.0.0.1:8765")
            .header(name, value)
            .body(Body::from(body))
            .expect("a request")
    };
    let (status, _, text) = ask(&server, post("origin", "http://127.0.0.1:8765")).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    assert!(text.contains("Gallium"));
    for (name, value) in [("origin", "http://elsewhere.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")] {
        assert_eq!(ask(&server, post(name, value)).await.0, StatusCode::FORBIDDEN, "{name} {value}");
    }
}
