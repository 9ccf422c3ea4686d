//! What a package of measures does to a dependency until 2045.

use adit_api::pathway::{PathwayRequest, PathwayText};
use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, slow};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIALS, Parameter};

/// One package.
pub const PACKAGE: Parameter = Parameter {
    id: "package",
    kind: Kind::Name,
    default: "announced",
    what: "Measures and what the feared supplier does: the name of a package that ships, or `chosen` with `measures`.",
};

/// Instruments of a choice.
pub const MEASURES: Parameter = Parameter {
    id: "measures",
    kind: Kind::Names,
    default: "",
    what: "Instruments in force with `package=chosen`, on the terms of the package `together`; none if absent.",
};

/// The package made of chosen instruments.
const CHOSEN: &str = "chosen";

/// Draws.
pub const DRAWS: Parameter = Parameter {
    id: "draws",
    kind: Kind::Whole(1, 256),
    default: "",
    what: "Draws behind the bands; 64 for one material, 32 for many.",
};

/// The question.
pub static QUESTION: Question = Question {
    id: "simulate",
    chapter: "model/years.md",
    parameters: &[FOR, AGAINST, MATERIALS, PACKAGE, MEASURES, DRAWS, LANG],
    slow,
    answer,
};

fn answer(session: &Session, asked: &Asked, progress: &Progress) -> Result<Answer, Problems> {
    let request = request(session, asked, &[asked.get("package").to_owned()])?;
    progress.expect(request.packages.len() * request.materials.len() * request.draws as usize);
    let found = session.pathways(&request, &|| progress.step())?;
    let (shown, tables) = Answer::tables(asked.lang(), |naming| session.pathway_tables(&request, &found, naming))?;
    Ok(Answer {
        said: session.pathway_summary(&request, &found, asked.lang())?,
        shown,
        tables,
        figures: session.pathway_figures(&request, &found, asked.lang())?,
        licence: session.licence_of(&request.importer, &request.materials, asked.lang())?,
        command: if asked.get("package") == CHOSEN {
            // a choice has no name on the command line
            String::new()
        } else {
            command(&["simulate"], &["for", "against", "material", "package", "draws"], asked)
        },
        ..Answer::default()
    })
}

/// The question about some packages, one of which may be a choice of instruments.
pub fn request(session: &Session, asked: &Asked, packages: &[String]) -> Result<PathwayRequest, Problems> {
    let materials = asked.list("material");
    let shipped: Vec<String> = packages.iter().filter(|package| *package != CHOSEN).cloned().collect();
    let text = PathwayText {
        importer: asked.get("for"),
        supplier: asked.get("against"),
        materials: &materials,
        packages: &shipped,
        draws: asked.number("draws"),
        kept: None,
        price: None,
    };
    let mut request = session.pathway_request(&text)?;
    if let Some(place) = packages.iter().position(|package| package == CHOSEN) {
        request.packages.insert(place, session.package_chosen(&asked.list("measures"), "measures")?);
    }
    Ok(request)
}
