//! What to hold in stock for a budget, and what it saves.

use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{Asked, FOR, Kind, LANG, MATERIALS, Parameter};

/// The budget of the reserve that was announced on 2 February 2026, US dollars.
pub const BUDGET: Parameter =
    Parameter { id: "budget", kind: Kind::Number(1e6, 1e13), default: "12000000000", what: "US dollars to spend." };

/// The question.
pub static QUESTION: Question =
    Question { id: "stockpile", chapter: "model/stockpile.md", parameters: &[FOR, BUDGET, MATERIALS, LANG], slow, answer };

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let lang = asked.lang();
    let request = session.stockpile_request(asked.get("for"), asked.get("budget"), &asked.list("material"), None)?;
    let found = session.stockpile(&request, &|| progress.step())?;
    let drivers = session.stockpile_drivers(&request, &found)?;
    let (shown, tables) = Answer::tables(lang, |naming| session.stockpile_tables(&request, &found, naming))?;
    Ok(Answer {
        said: session.stockpile_summary(&request, &found, &drivers, lang)?,
        shown,
        tables,
        figures: session.stockpile_figures(&request, &found, lang)?,
        licence: session.licence_of(&request.importer, &request.materials, lang)?,
        command: command(&["stockpile"], &["for", "budget", "material"], asked),
        ..Answer::default()
    })
}
