//! All materials at once: where the dependency is, what a stop costs, when it ends.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, Parameter};

/// Under which package dependencies are followed to their end.
pub const ENDS: Parameter = Parameter {
    id: "ends",
    kind: Kind::Name,
    default: "",
    what: "Package of measures under which dependencies are followed to 2045, for example `announced`; not followed if absent.",
};

/// The question.
pub static QUESTION: Question = Question {
    id: "overview",
    chapter: "model/exposure.md",
    parameters: &[FOR, AGAINST, ENDS, LANG],
    slow: |asked| asked.given(ENDS.id).is_some(),
    answer,
};

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let request = session.exposure_request(asked.get("for"), asked.get("against"), &[])?;
    let found = session.overview(&request, asked.given("ends"), &|| progress.step())?;
    let (headline, stand) = session.overview_opening(&found, asked.lang())?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| Ok(vec![session.overview_table(&found, naming)]))?;
    Ok(Answer {
        said: vec![headline, stand],
        shown,
        tables,
        figures: session.overview_figures(&found, asked.lang())?,
        licence: session.licence_line(&request, asked.lang())?,
        command: command(&["overview"], &["for", "against", "ends"], asked),
        ..Answer::default()
    })
}
