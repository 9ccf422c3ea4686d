//! Every supplier of every material stops once.

use adit_api::screen::ScreenForm;
use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{Asked, FOR, Kind, LANG, MATERIALS, Parameter};

/// The question.
pub static QUESTION: Question = Question {
    id: "screen",
    chapter: "model/likelihood.md",
    parameters: &[
        FOR,
        Parameter { id: "against", kind: Kind::Name, default: "", what: "Only this supplier; all if absent." },
        MATERIALS,
        LANG,
    ],
    slow,
    answer,
};

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let (importer, against) = (asked.get("for"), asked.given("against"));
    let request = session.screen_request(importer, against, &asked.list("material"), ScreenForm::Monthly, None)?;
    progress.expect(session.screen_size(&request)?);
    let found = session.screen(&request, &|| progress.step())?;
    let drivers = session.screen_drivers(&request, &found)?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| session.screen_tables(&request, &found, &drivers, naming))?;
    Ok(Answer { shown, tables, command: command(&["screen"], &["for", "against", "material"], asked), ..Answer::default() })
}
