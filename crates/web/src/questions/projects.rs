//! Planned and new plants.

use adit_api::{Problems, Session};

use super::simulate::request;
use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{AGAINST, Asked, FOR, LANG, MATERIALS};

/// The question.
pub static QUESTION: Question =
    Question { id: "projects", chapter: "model/years.md", parameters: &[FOR, AGAINST, MATERIALS, LANG], slow, answer };

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let request = request(session, asked, &["baseline".to_owned()])?;
    progress.expect(request.packages.len() * request.materials.len() * request.draws as usize);
    let found = session.pathways(&request, &|| progress.step())?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| session.project_tables(&request, &found, naming))?;
    Ok(Answer { shown, tables, command: command(&["projects"], &["for", "against", "material"], asked), ..Answer::default() })
}
