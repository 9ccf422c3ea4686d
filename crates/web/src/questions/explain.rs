//! Where a number comes from.

use std::sync::Arc;

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, quick};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, Parameter};

/// The number.
pub const KEY: Parameter = Parameter {
    id: "key",
    kind: Kind::Name,
    default: "gallium.passes_through",
    what: "The number: row key and column of a table, or an item of a balance such as gallium.refined.CHN.2024.",
};

/// The question.
pub static QUESTION: Question =
    Question { id: "explain", chapter: "guide/explain.md", parameters: &[KEY, FOR, AGAINST, LANG], slow: quick, answer };

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let request = session.exposure_request(asked.get("for"), asked.get("against"), &[])?;
    let mut found = session.explain(asked.get("key"), &request.importer, request.against, asked.lang())?;
    found.moves_most = session.drivers(asked.get("key"), &request.importer, request.against)?;
    Ok(Answer {
        said: vec![found.what.clone()],
        command: command(&["explain", asked.get("key")], &["for", "against"], asked),
        explanation: Some(Arc::new(found)),
        ..Answer::default()
    })
}
