//! The published indicators for a country or a bloc.

use adit_api::{Problems, Session};

use super::material::YEAR;
use crate::answer::{Answer, Progress, Question, command, quick};
use crate::asked::{Asked, FOR, LANG, MATERIALS};

/// The question.
pub static QUESTION: Question = Question {
    id: "indicators",
    chapter: "methods/eu-supply-risk.md",
    parameters: &[FOR, MATERIALS, YEAR, LANG],
    slow: quick,
    answer,
};

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let request = session.indicators_request(asked.get("for"), &asked.list("material"), asked.number("year"))?;
    let found = session.indicators(&request)?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| Ok(session.indicator_tables(&found, naming)))?;
    Ok(Answer { shown, tables, command: command(&["indicators"], &["for", "material", "year"], asked), ..Answer::default() })
}
