//! An answer as pages and the JSON API need it, and the questions there are.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use adit_api::explain::Explanation;
use adit_api::lang::Lang;
use adit_api::page::Figure;
use adit_api::table::Table;
use adit_api::{Naming, Problems, Session};

use crate::asked::{Asked, Parameter};

/// An answer, told in words, tables and charts.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The finding in a few sentences, the most telling first.
    pub said: Vec<String>,
    /// Tables with names in a language, for people.
    pub shown: Vec<Table>,
    /// The same tables with stable ids, for programs.
    pub tables: Vec<Table>,
    /// An article as markup, if that was asked.
    pub article: String,
    /// Charts.
    pub figures: Vec<Figure>,
    /// Line of licences that a chart which stands alone carries.
    pub licence: String,
    /// Where a number comes from, if that was asked.
    pub explanation: Option<Arc<Explanation>>,
    /// The command line that gives the same answer.
    pub command: String,
}

impl Answer {
    /// Tables of both namings, from what writes them in one.
    pub fn tables(
        lang: Lang,
        write: impl Fn(Naming) -> Result<Vec<Table>, Problems>,
    ) -> Result<(Vec<Table>, Vec<Table>), Problems> {
        Ok((write(Naming::In(lang))?, write(Naming::Ids)?))
    }
}

/// How far a question has come, and whether anybody still waits for its answer.
#[derive(Debug, Default)]
pub struct Progress {
    /// Steps that are done.
    done: AtomicUsize,
    /// Steps in all; 0 if nobody knows.
    all: AtomicUsize,
    /// True once nobody waits.
    stopped: AtomicBool,
}

impl Progress {
    /// How many steps there will be.
    pub fn expect(&self, all: usize) {
        self.all.store(all, Ordering::Relaxed);
    }

    /// One more step is done. If nobody waits any more, the computation unwinds from here; that is no failure and says nothing.
    pub fn step(&self) {
        self.check();
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Unwinds if nobody waits any more.
    pub fn check(&self) {
        if self.stopped.load(Ordering::Relaxed) {
            std::panic::resume_unwind(Box::new(Left));
        }
    }

    /// Steps that are done, and all of them if that is known.
    pub fn steps(&self) -> (usize, Option<usize>) {
        let all = self.all.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed), (all > 0).then_some(all))
    }

    /// Nobody waits any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }
}

/// Why a computation unwound: nobody waits for it.
pub struct Left;

/// A question that can be asked.
pub struct Question {
    /// Its name in the address of the API; the command of the same name asks the same. What it answers is said by the message
    /// `question-<id>`.
    pub id: &'static str,
    /// The chapter of the book that says how it is answered.
    pub chapter: &'static str,
    /// What it takes.
    pub parameters: &'static [Parameter],
    /// True if the answer takes seconds.
    pub slow: fn(&Asked) -> bool,
    /// Answers it.
    pub answer: fn(&Session, &Asked, &Progress) -> Result<Answer, Problems>,
}

/// For questions that take seconds.
pub fn slow(_: &Asked) -> bool {
    true
}

/// For questions that take tenths of a second at most.
pub fn quick(_: &Asked) -> bool {
    false
}

/// A command line: words that stand alone, then options with what the question took, its defaults included.
pub fn command(words: &[&str], options: &[&str], asked: &Asked) -> String {
    let mut line = "adit".to_owned();
    for word in words {
        line += &format!(" {}", quoted(word));
    }
    for id in options {
        let value = asked.get(id);
        if !value.is_empty() {
            line += &format!(" --{} {}", id.replace('_', "-"), quoted(value));
        }
    }
    line
}

/// A word as a shell takes it for one.
pub fn quoted(word: &str) -> String {
    let plain = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "._,-".contains(c));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computation_unwinds_once_nobody_waits() {
        let progress = Progress::default();
        progress.expect(3);
        progress.step();
        assert_eq!(progress.steps(), (1, Some(3)));
        progress.stop();
        let left = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| progress.step()));
        assert!(left.is_err_and(|reason| reason.is::<Left>()));
        assert_eq!(progress.steps().0, 1);
    }

    #[test]
    fn commands_are_quoted() {
        let parameters = &[crate::asked::FOR, crate::asked::LANG];
        let asked = Asked::read("for=DR+Congo&lang=de", parameters, &[]).expect("all right");
        assert_eq!(command(&["exposure"], &["for"], &asked), "adit exposure --for 'DR Congo'");
        assert_eq!(quoted("it's; rm"), "'it'\\''s; rm'");
    }
}
