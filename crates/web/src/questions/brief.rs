//! The answer as an illustrated article.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{AGAINST, Asked, FOR, LANG};

/// The question.
pub static QUESTION: Question =
    Question { id: "brief", chapter: "model/exposure.md", parameters: &[FOR, AGAINST, LANG], slow, answer };

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let request = session.brief_request(asked.get("for"), asked.get("against"), None)?;
    let brief = session.brief(&request, &|| progress.step())?;
    let told = session.brief_told(&brief, asked.lang())?;
    Ok(Answer {
        article: told.article,
        figures: told.figures,
        shown: told.tables.clone(),
        tables: told.tables,
        licence: told.licence,
        command: command(&["brief"], &["for", "against"], asked),
        ..Answer::default()
    })
}
