//! What partners have together, and what each of them is worth.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, quick};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIALS, Parameter};

/// Who may join.
pub const WITH: Parameter = Parameter {
    id: "with",
    kind: Kind::Names,
    default: "ALLIANCE",
    what: "Who may join: countries and blocs, separated by commas.",
};

/// The question.
pub static QUESTION: Question = Question {
    id: "alliance",
    chapter: "model/alliance.md",
    parameters: &[
        FOR,
        AGAINST,
        WITH,
        MATERIALS,
        Parameter {
            id: "share",
            kind: Kind::Number(0.01, 1.0),
            default: "0.9",
            what: "The part of what all add that the smallest alliance is to reach.",
        },
        LANG,
    ],
    slow: quick,
    answer,
};

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let lang = asked.lang();
    let (importer, supplier) = (asked.get("for"), asked.get("against"));
    let share = asked.number("share").unwrap_or(0.9);
    let request = session.alliance_request(importer, supplier, &asked.list("with"), &asked.list("material"), share)?;
    let found = session.alliance(&request)?;
    let (shown, tables) = Answer::tables(lang, |naming| session.alliance_tables(&request, &found, naming))?;
    Ok(Answer {
        said: session.alliance_summary(&request, &found, lang)?,
        shown,
        tables,
        figures: session.alliance_figures(&request, &found, lang)?,
        licence: session.licence_of(&request.importer, &request.materials, lang)?,
        command: command(&["alliance"], &["for", "against", "with", "material", "share"], asked),
        ..Answer::default()
    })
}
