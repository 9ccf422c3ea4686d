//! Past export restrictions through the market model, beside the prices observed.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, quick};
use crate::asked::{Asked, LANG};

/// The question.
pub static QUESTION: Question =
    Question { id: "backtest", chapter: "methods/back-test.md", parameters: &[LANG], slow: quick, answer };

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let found = session.backtest()?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| Ok(session.backtest_tables(&found, naming)))?;
    Ok(Answer { shown, tables, command: "adit backtest".to_owned(), ..Answer::default() })
}
