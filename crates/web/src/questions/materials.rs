//! The list of materials.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, quick};
use crate::asked::{Asked, LANG};

/// The question.
pub static QUESTION: Question =
    Question { id: "materials", chapter: "model/baseline.md", parameters: &[LANG], slow: quick, answer };

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let (shown, tables) = Answer::tables(asked.lang(), |naming| Ok(vec![session.materials_table(naming)?]))?;
    Ok(Answer { shown, tables, command: "adit materials".to_owned(), ..Answer::default() })
}
