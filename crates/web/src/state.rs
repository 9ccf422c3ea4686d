//! What all requests share: the data, the answers that were given lately, and the computations that run.
//!
//! A computation belongs to a key, not to a request: who asks the same while it runs waits for the same, and hears of the same
//! progress. When the last who waits leaves, it is given up at its next step. Its turn ends when its work does, not before.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use adit_api::page::Figure;
use adit_api::problem::Problem;
use adit_api::{Problems, Session};
use axum::http::StatusCode;
use moka::sync::Cache;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{Semaphore, watch};

use crate::answer::{Answer, Left, Progress, Question};
use crate::asked::Asked;
use crate::refusal::Refusal;

/// Answers kept, in units of about a kilobyte of tables and charts.
const KEPT: u64 = 48_000;
/// Computations that may wait at once.
const WAITING: usize = 256;
/// How long an answer is kept after it was last asked for.
const IDLE: Duration = Duration::from_secs(3600);

type Outcome = Result<Arc<Answer>, Refusal>;

/// What all requests share.
pub struct App {
    /// The data.
    pub session: Session,
    answers: Cache<String, Arc<Answer>>,
    running: Mutex<HashMap<String, Arc<Running>>>,
    quick: Lane,
    slow: Lane,
}

/// Threads for one kind of question, so that long ones do not keep short ones waiting; the system shares the cores between them.
struct Lane {
    turns: Arc<Semaphore>,
    pool: Arc<ThreadPool>,
}

/// A computation that runs or waits for its turn.
struct Running {
    progress: Arc<Progress>,
    waiting: AtomicUsize,
    outcome: watch::Receiver<Option<Outcome>>,
}

/// Somebody who waits for a computation.
pub struct Waiting {
    app: Arc<App>,
    key: String,
    running: Arc<Running>,
}

impl Waiting {
    /// How far it has come.
    pub fn progress(&self) -> &Progress {
        &self.running.progress
    }

    /// The outcome, once there is one.
    pub async fn outcome(&self) -> Outcome {
        let mut outcome = self.running.outcome.clone();
        match outcome.wait_for(Option::is_some).await {
            Ok(found) => found.clone().unwrap_or_else(|| Err(Refusal::busy())),
            // who computes always tells, unless the server ends
            Err(_) => Err(Refusal::busy()),
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut running = self.app.running.lock().unwrap_or_else(PoisonError::into_inner);
        if self.running.waiting.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.running.progress.stop();
            // who asks from now on begins anew
            if running.get(&self.key).is_some_and(|known| Arc::ptr_eq(known, &self.running)) {
                running.remove(&self.key);
            }
        }
    }
}

impl Lane {
    fn new(turns: usize, threads: usize) -> Self {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        Self {
            turns: Arc::new(Semaphore::new(turns)),
            pool: Arc::new(pool.unwrap_or_else(|error| unreachable!("a pool of {threads} threads: {error}"))),
        }
    }
}

impl App {
    /// With no answer given yet.
    pub fn new(session: Session) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            session,
            answers: Cache::builder()
                .max_capacity(KEPT)
                .weigher(|_: &String, answer: &Arc<Answer>| weight(answer))
                .time_to_idle(IDLE)
                .build(),
            running: Mutex::default(),
            quick: Lane::new(cores.max(2), cores),
            slow: Lane::new(1, cores),
        }
    }

    /// The answer to a question.
    pub async fn answer(self: &Arc<Self>, question: &'static Question, asked: &Asked) -> Outcome {
        if let Some(known) = self.answers.get(&key(question, asked)) {
            return Ok(known);
        }
        self.wait(question, asked)?.outcome().await
    }

    /// Waits for the answer to a question: that which is known, that which is being computed, or a new one.
    pub fn wait(self: &Arc<Self>, question: &'static Question, asked: &Asked) -> Result<Waiting, Refusal> {
        let key = key(question, asked);
        let mut all = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = all.get(&key) {
            running.waiting.fetch_add(1, Ordering::Relaxed);
            return Ok(Waiting { app: self.clone(), key, running: running.clone() });
        }
        if all.len() >= WAITING {
            return Err(Refusal::busy());
        }
        let (tell, outcome) = watch::channel(self.answers.get(&key).map(Ok));
        let known = tell.borrow().is_some();
        let running = Arc::new(Running { progress: Arc::default(), waiting: AtomicUsize::new(1), outcome });
        if !known {
            all.insert(key.clone(), running.clone());
            let lane = if (question.slow)(asked) { &self.slow } else { &self.quick };
            let (turns, pool) = (lane.turns.clone(), lane.pool.clone());
            let (app, key, asked, progress) = (self.clone(), key.clone(), asked.clone(), running.progress.clone());
            let ended = running.clone();
            tokio::spawn(async move {
                let Ok(turn) = turns.acquire_owned().await else { return };
                let work = tokio::task::spawn_blocking(move || {
                    let found = pool.install(|| compute(&app, question, &asked, &progress));
                    drop(turn);
                    if let Ok(answer) = &found {
                        app.answers.insert(key.clone(), answer.clone());
                    }
                    let mut all = app.running.lock().unwrap_or_else(PoisonError::into_inner);
                    if all.get(&key).is_some_and(|known| Arc::ptr_eq(known, &ended)) {
                        all.remove(&key);
                    }
                    drop(all);
                    tell.send_replace(Some(found));
                });
                // what happens in there is told to who waits
                let _ = work.await;
            });
        }
        Ok(Waiting { app: self.clone(), key, running })
    }

    /// Does something for a request that nobody else can ask for, on the threads for long questions.
    pub async fn once<T: Send + 'static>(self: &Arc<Self>, work: impl FnOnce(&Session) -> T + Send + 'static) -> Option<T> {
        let turn = self.slow.turns.clone().acquire_owned().await.ok()?;
        let (app, pool) = (self.clone(), self.slow.pool.clone());
        let done = tokio::task::spawn_blocking(move || {
            let done = pool.install(|| work(&app.session));
            drop(turn);
            done
        });
        done.await.ok()
    }
}

fn key(question: &Question, asked: &Asked) -> String {
    format!("{}?{}", question.id, asked.query())
}

fn compute(app: &App, question: &'static Question, asked: &Asked, progress: &Progress) -> Outcome {
    let answer = || -> Result<Answer, Problems> {
        progress.check();
        (question.answer)(&app.session, asked, progress)
    };
    match catch_unwind(AssertUnwindSafe(answer)) {
        Ok(Ok(answer)) => Ok(Arc::new(answer)),
        Ok(Err(problems)) => Err(Refusal::wrong(problems)),
        // nobody hears it
        Err(reason) if reason.is::<Left>() => Err(Refusal::busy()),
        // the hook has written to standard error what went wrong
        Err(_) => {
            let expected = "a report of this address to those who make the program";
            let problem = Problem::new("address", question.id, "a fault in the program", expected);
            Err(Refusal { status: StatusCode::INTERNAL_SERVER_ERROR, problems: vec![problem] })
        }
    }
}

/// About how much an answer holds, in kilobytes.
fn weight(answer: &Answer) -> u32 {
    let cells: usize = answer.shown.iter().chain(&answer.tables).map(|table| table.rows.len() * table.columns.len()).sum();
    let drawn: usize = answer.figures.iter().map(Figure::weight).sum();
    let told = answer.said.iter().map(String::len).sum::<usize>() + answer.article.len();
    let parts = answer.explanation.as_ref().map_or(0, |found| 200 * (found.parts.len() + found.published.len()));
    u32::try_from(1 + (cells * 40 + drawn + told + parts) / 1000).unwrap_or(u32::MAX)
}
