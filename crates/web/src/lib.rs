//! The page and the JSON API: what the commands answer, in a browser. Nothing is computed here.
//!
//! One server from one binary: assets are inside it, nothing is fetched, nothing is kept but answers that were given lately.

mod answer;
mod api;
mod asked;
mod assets;
mod frame;
mod markup;
mod pages;
mod questions;
mod refusal;
mod safety;
mod state;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use adit_api::Session;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::refusal::Refusal;
use crate::state::App;

/// Connections at once.
const CONNECTIONS: usize = 512;
/// Time to say what one wants.
const HEADERS: Duration = Duration::from_secs(20);
/// Time for open connections once the server is told to stop.
const END: Duration = Duration::from_secs(2);
/// Wait after a connection that could not be taken.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until it is told to stop. `ready` hears of the address once connections are taken.
///
/// # Errors
/// If the address cannot be listened on.
pub fn serve(session: Session, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        let router = router(session, address.ip().is_loopback());
        ready(listener.local_addr()?);
        connections(&listener, router).await;
        Ok(())
    })
}

/// Takes connections until it is told to stop, and then gives those that are open a moment to end.
async fn connections(listener: &TcpListener, router: Router) {
    let mut server = http1::Builder::new();
    // who opens a connection and says nothing is not waited for
    server.timer(TokioTimer::new()).header_read_timeout(HEADERS);
    let open = Arc::new(Semaphore::new(CONNECTIONS));
    let ending = GracefulShutdown::new();
    let stop = told_to_stop();
    tokio::pin!(stop);
    loop {
        let Ok(place) = open.clone().acquire_owned().await else { break };
        let stream = tokio::select! {
            taken = listener.accept() => match taken {
                Ok((stream, _)) => stream,
                // too many files are open, or who called is gone: the next may do better
                Err(_) => {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = ending.watch(server.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // a client that breaks off is no fault of ours
            let _ = connection.await;
            drop(place);
        });
    }
    let _ = tokio::time::timeout(END, ending.shutdown()).await;
}

/// All addresses. Nobody who asks can name a file of this machine.
fn router(session: Session, local: bool) -> Router {
    let app = Arc::new(App::new(session.names_only()));
    let pages = Router::new()
        .route("/", get(pages::overview::get))
        .route("/material", get(pages::material::get))
        .route("/whatif", get(pages::whatif::get))
        .route("/stockpile", get(pages::stockpile::get))
        .route("/pathways", get(pages::pathways::get))
        .route("/alliance", get(pages::alliance::get))
        .route("/method", get(pages::method::first))
        .route("/method/{*path}", get(pages::method::chapter))
        .route("/briefing", get(pages::briefing::get))
        .route("/explain", get(pages::explain::get))
        .route("/purchases", get(pages::purchases::get).merge(post(pages::purchases::post)))
        .route("/purchases/template.csv", get(pages::purchases::template))
        .route("/api", get(pages::api::get))
        .route("/api/v1/openapi.json", get(api::describe))
        .route("/api/v1/{question}", get(api::answer))
        .route("/api/v1/{question}/events", get(api::events))
        .route("/assets/{name}", get(assets::asset))
        .fallback(nothing)
        .with_state(app);
    safety::around(pages, local)
}

/// There is nothing at this address.
async fn nothing(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
    RawQuery(query): RawQuery,
) -> axum::response::Response {
    let path: String = uri.path().chars().take(80).collect();
    if path.starts_with("/api/") {
        return Refusal::absent("path", &path, "/api/v1/openapi.json tells what there is").json();
    }
    frame::absent(&app, &headers, &query.unwrap_or_default(), &path)
}

/// Waits for the keyboard or for who started it.
async fn told_to_stop() {
    let interrupt = async {
        // without a way to hear of it, it runs until it is ended
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
