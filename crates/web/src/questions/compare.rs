//! Packages of measures side by side.

use adit_api::problem::Problem;
use adit_api::{Problems, Session};

use super::simulate::{DRAWS, MEASURES, request};
use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{ADDRESS, AGAINST, Asked, FOR, Kind, LANG, MATERIALS, Parameter};

/// Most packages and materials at once, multiplied: what a minute is enough for.
const MOST: usize = 240;

/// Several packages.
pub const PACKAGES: Parameter = Parameter {
    id: "packages",
    kind: Kind::Names,
    default: "baseline,announced",
    what: "Packages that ship, or `chosen` with `measures`, separated by commas.",
};

/// The question.
pub static QUESTION: Question = Question {
    id: "compare",
    chapter: "model/years.md",
    parameters: &[FOR, AGAINST, MATERIALS, PACKAGES, MEASURES, DRAWS, LANG],
    slow,
    answer,
};

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let packages = asked.list("packages");
    let request = request(session, asked, &packages)?;
    if request.packages.len() * request.materials.len() > MOST {
        let found = format!("{} packages for {} materials", request.packages.len(), request.materials.len());
        let expected = format!("at most {MOST}, packages times materials");
        return Err(vec![Problem::new(ADDRESS, "packages", found, expected)]);
    }
    progress.expect(request.packages.len() * request.materials.len() * request.draws as usize);
    let found = session.pathways(&request, &|| progress.step())?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| session.compare_tables(&request, &found, naming))?;
    Ok(Answer {
        shown,
        tables,
        figures: session.pathway_figures(&request, &found, asked.lang())?,
        licence: session.licence_of(&request.importer, &request.materials, asked.lang())?,
        command: if packages.iter().any(|package| package == "chosen") {
            String::new()
        } else {
            let words: Vec<&str> = std::iter::once("compare").chain(packages.iter().map(String::as_str)).collect();
            command(&words, &["for", "against", "material", "draws"], asked)
        },
        ..Answer::default()
    })
}
