//! The measures that governments took or announced.

use adit_api::measures::MeasuresRequest;
use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, quick};
use crate::asked::{Asked, LANG};

/// The question.
pub static QUESTION: Question =
    Question { id: "measures", chapter: "concepts/measures.md", parameters: &[LANG], slow: quick, answer };

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let request = MeasuresRequest::default();
    let (shown, tables) = Answer::tables(asked.lang(), |naming| session.measure_tables(&request, naming))?;
    Ok(Answer { shown, tables, command: "adit measures".to_owned(), ..Answer::default() })
}
