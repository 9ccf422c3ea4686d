//! The server as a process: it says where it listens, its answers are those of the commands it names, and it ends when told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A server that ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(more: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_adit"))
            .args(["serve", "--port", "0"])
            .args(more)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(process.stderr.take().expect("it is piped")).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).expect("an address").trim().trim_end_matches('/').to_owned();
        Server { process, address }
    }

    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), unchunked(head, body))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The body without the lengths between its chunks.
fn unchunked(head: &str, body: &str) -> String {
    if !head.to_lowercase().contains("transfer-encoding: chunked") {
        return body.to_owned();
    }
    let (mut rest, mut whole) = (body, String::new());
    while let Some((size, tail)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size.trim(), 16).expect("a length");
        whole.push_str(&tail[..size]);
        rest = tail[size..].trim_start_matches("\r\n");
        if size == 0 {
            break;
        }
    }
    whole
}

#[test]
fn the_api_gives_what_the_commands_it_names_give() {
    let server = Server::start(&[]);
    let questions = [
        "exposure?for=DR+Congo&against=China&material=Seltene+Erden",
        "overview?for=JPN",
        "whatif?for=DEU&material=cobalt&kind=quota&share=0.4&on=EU&months=3&against=DR+Congo",
        "whatif?for=DEU&material=gallium&kind=tariff&against=DEU&on=CHN&months=2",
        "alliance?for=DEU&with=AUS,Brazil&share=0.5",
        "indicators?for=FRA&material=cobalt&year=2023",
        "materials",
        "measures",
        "simulate?for=KOR&material=gallium&package=floor&draws=2",
        "compare?for=KOR&material=gallium&packages=baseline,permitting&draws=2",
        "projects?for=EU&material=gallium",
    ];
    for question in questions {
        let (head, body) = server.get(&format!("/api/v1/{question}"));
        assert!(head.starts_with("HTTP/1.1 200"), "{question}: {head}\n{body}");
        let answer: Value = serde_json::from_str(&body).expect("JSON");
        let line = answer["command"].as_str().expect("a command");
        let program = line.replacen("adit", &format!("'{}'", env!("CARGO_BIN_EXE_adit")), 1);
        let run = Command::new("sh").args(["-c", &format!("{program} --format json")]).output().expect("a shell");
        assert!(run.status.success(), "{line}: {}", String::from_utf8_lossy(&run.stderr));
        let told: Value = serde_json::from_slice(&run.stdout).expect("JSON");
        let told = if told.is_array() { told } else { Value::Array(vec![told]) };
        assert_eq!(told, answer["tables"], "{line}");
    }
}

#[test]
fn commands_of_other_answers_run_too() {
    let server = Server::start(&[]);
    for question in [
        "material?material=iron+ore&for=DEU",
        "material?material=gallium&for=DEU&year=2023",
        "explain?key=copper.mine.CHL%3ECHN&for=DEU",
    ] {
        let (head, body) = server.get(&format!("/api/v1/{question}"));
        if head.starts_with("HTTP/1.1 400") {
            assert!(body.contains("expected"), "{question}: {body}");
            continue;
        }
        let answer: Value = serde_json::from_str(&body).expect("JSON");
        let line = answer["command"].as_str().expect("a command");
        let program = line.replace("adit ", &format!("'{}' ", env!("CARGO_BIN_EXE_adit")));
        let run = Command::new("sh").args(["-ec", &program]).output().expect("a shell");
        assert!(run.status.success(), "{line}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let server = Server::start(&[]);
    let port = server.address.rsplit_once(':').expect("a port").1;
    let run = Command::new(env!("CARGO_BIN_EXE_adit")).args(["serve", "--port", port]).output().expect("the program starts");
    assert_eq!(run.status.code(), Some(2));
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(told.contains("--port") && told.contains(port) && told.contains("an address and a port that are free"), "{told}");
}

#[test]
fn another_name_for_this_computer_is_refused() {
    let server = Server::start(&[]);
    let mut stream = TcpStream::connect(&server.address).expect("it listens");
    write!(stream, "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n").expect("sent");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    assert!(text.starts_with("HTTP/1.1 421") && text.contains("localhost"), "{text}");
}
