//! Who supplies a country and what passes through one supplier.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, quick};
use crate::asked::{AGAINST, Asked, FOR, LANG, MATERIALS};

/// The question.
pub static QUESTION: Question = Question {
    id: "exposure",
    chapter: "model/origin-tracing.md",
    parameters: &[FOR, AGAINST, MATERIALS, LANG],
    slow: quick,
    answer,
};

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let request = session.exposure_request(asked.get("for"), asked.get("against"), &asked.list("material"))?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| Ok(vec![session.exposure_table(&request, naming)?]))?;
    Ok(Answer {
        shown,
        tables,
        licence: session.licence_line(&request, asked.lang())?,
        command: command(&["exposure"], &["for", "against", "material"], asked),
        ..Answer::default()
    })
}
