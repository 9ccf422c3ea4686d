//! Everything about one material.

use adit_api::{Naming, Problems, Session};

use crate::answer::{Answer, Progress, Question, command, quick};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIAL, Parameter};

/// Another year for the indicators.
pub const YEAR: Parameter = Parameter {
    id: "year",
    kind: Kind::Whole(1900, 2100),
    default: "",
    what: "Year of the indicators, from the tables as published; the base year, in balance, if absent.",
};

/// The question.
pub static QUESTION: Question = Question {
    id: "material",
    chapter: "model/baseline.md",
    parameters: &[FOR, AGAINST, MATERIAL, YEAR, LANG],
    slow: quick,
    answer,
};

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let lang = asked.lang();
    let names = [asked.get("material").to_owned()];
    let request = session.exposure_request(asked.get("for"), asked.get("against"), &names)?;
    let material = session.material(asked.get("material"), "material").map_err(|problem| vec![problem])?;
    let indicators = session.indicators_request(asked.get("for"), &names, asked.number("year"))?;
    let indicators = session.indicators(&indicators)?;
    let write = |naming: Naming| {
        let mut tables = session.material_tables(material, naming)?;
        tables.push(session.exposure_table(&request, naming)?);
        tables.extend(session.indicator_tables(&indicators, naming));
        tables.extend(session.dossier_tables(&request, material, naming)?);
        Ok(tables)
    };
    let (shown, tables) = Answer::tables(lang, write)?;
    let said = session.exposure_opening(&request, lang)?;
    Ok(Answer {
        said: vec![said.0, said.1],
        shown,
        tables,
        figures: session.material_figures(&request, material, lang)?,
        licence: session.licence_line(&request, lang)?,
        command: [
            command(&["materials", asked.get("material")], &[], asked),
            command(&["exposure"], &["for", "against", "material"], asked),
            command(&["indicators"], &["for", "material", "year"], asked),
        ]
        .join("; "),
        ..Answer::default()
    })
}
