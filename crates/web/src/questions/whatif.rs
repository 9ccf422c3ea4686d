//! What a shock does to the market of a material.

use adit_api::problem::Problem;
use adit_api::scenario::{ScenarioText, ShockText};
use adit_api::what_if::WhatIfRequest;
use adit_api::{Problems, Session};

use crate::answer::{Answer, Progress, Question, command, quick, quoted};
use crate::asked::{AGAINST, Asked, FOR, Kind, LANG, MATERIAL, Parameter};

/// Kinds of shocks.
pub const KINDS: &[&str] = &["ban", "quota", "licence", "export-tax", "tariff", "outage"];

/// What it takes.
pub const PARAMETERS: &[Parameter] = &[
    FOR,
    AGAINST,
    MATERIAL,
    Parameter { id: "kind", kind: Kind::Choice(KINDS), default: "ban", what: "What the feared supplier does." },
    Parameter {
        id: "share",
        kind: Kind::Number(0.0, 1.0),
        default: "",
        what: "Quota: the part of the exports of the base year that is allowed (0.5 if absent). Outage: the part of output that is lost (1 if absent).",
    },
    Parameter {
        id: "rate",
        kind: Kind::Number(0.0, 10.0),
        default: "",
        what: "Export tax or tariff: a part of the base price (0.25 if absent).",
    },
    Parameter { id: "months", kind: Kind::Whole(1, 36), default: "6", what: "Months in force." },
    Parameter { id: "start", kind: Kind::Whole(0, 35), default: "0", what: "Months from the announcement until it is in force." },
    Parameter { id: "horizon", kind: Kind::Whole(1, 36), default: "", what: "Months to look at; as long as it lasts if absent." },
    Parameter {
        id: "on",
        kind: Kind::Names,
        default: "",
        what: "On whom: countries or blocs, separated by commas; on everyone if absent.",
    },
    Parameter {
        id: "stage",
        kind: Kind::Choice(&["mine", "refined", "magnet"]),
        default: "",
        what: "Only at this stage; at all if absent.",
    },
    Parameter {
        id: "leakage",
        kind: Kind::Number(0.0, 1.0),
        default: "",
        what: "Part of the trade that still gets through where it pays; by the model's parameter if absent.",
    },
    Parameter {
        id: "draws",
        kind: Kind::Whole(8, 64),
        default: "64",
        what: "Draws behind the bands. Fewer are faster and rougher, and then nothing is said of what drives the answer.",
    },
    LANG,
];

/// Draws for who moves a control.
pub const ROUGH: u32 = 8;
/// Draws for who waits.
const ALL: u32 = 64;

/// The question.
pub static QUESTION: Question =
    Question { id: "whatif", chapter: "model/market.md", parameters: PARAMETERS, slow: quick, answer };

fn answer(session: &Session, asked: &Asked, _: &Progress) -> Result<Answer, Problems> {
    let text = text(asked);
    let scenario = session.scenario_checked(&text, None);
    let importer = session.party(asked.get("for"), "for");
    let (scenario, importer) = match (scenario, importer) {
        (Ok(scenario), Ok(importer)) => (scenario, importer),
        (scenario, importer) => {
            let problems: Vec<Problem> =
                scenario.err().into_iter().flatten().chain(importer.err().into_iter().flatten()).collect();
            return Err(problems);
        }
    };
    let request = WhatIfRequest { scenario, importer };
    let lang = asked.lang();
    let draws = asked.number("draws").unwrap_or(ALL);
    let found = session.what_if_within(&request, draws)?;
    let (shown, tables) = Answer::tables(lang, |naming| session.what_if_tables(&request, &found, naming))?;
    let exposure = session.exposure_request(asked.get("for"), asked.get("against"), &[asked.get("material").to_owned()])?;
    Ok(Answer {
        said: if draws < ALL {
            session.what_if_finding(&request, &found, lang)?
        } else {
            session.what_if_summary(&request, &found, lang)?
        },
        shown,
        tables,
        figures: session.what_if_figures(&request, &found, lang)?,
        licence: session.licence_line(&exposure, lang)?,
        command: if draws < ALL { String::new() } else { line(asked, &text.shock[0]) },
        ..Answer::default()
    })
}

fn text(asked: &Asked) -> ScenarioText {
    let kind = asked.get("kind");
    let share = match kind {
        "quota" => Some(asked.number("share").unwrap_or(0.5)),
        "outage" => Some(asked.number("share").unwrap_or(1.0)),
        _ => None,
    };
    let shock = ShockText {
        kind: kind.to_owned(),
        by: asked.get("against").to_owned(),
        on: asked.list("on"),
        stage: asked.given("stage").map(str::to_owned),
        share,
        rate: matches!(kind, "export-tax" | "tariff").then(|| asked.number("rate").unwrap_or(0.25)),
        start: asked.number("start").unwrap_or(0),
        months: asked.number("months"),
        leakage: asked.number("leakage"),
        ..ShockText::default()
    };
    ScenarioText { material: asked.get("material").to_owned(), horizon: asked.number("horizon"), shock: vec![shock] }
}

/// The command line; none for a rough answer, which the command does not give.
fn line(asked: &Asked, shock: &ShockText) -> String {
    let kind = match (shock.kind.as_str(), shock.share.or(shock.rate)) {
        (kind, Some(size)) => format!("--{kind} {size}"),
        (kind, None) => format!("--{kind}"),
    };
    let rest = command(&["whatif"], &["material", "for", "months", "start", "horizon", "on", "stage", "leakage"], asked);
    format!("{rest} --by {} {kind}", quoted(asked.get("against")))
}
