//! From what was typed, or stands in a scenario file, to a checked scenario.

use std::path::Path;

use adit_data::inputs::encoding;
use adit_vocab::baseline::{Item, Market, Node};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

use crate::session::{Problems, Session};

pub use adit_vocab::scenario::{ScenarioText, ShockText};

/// Months after which a crisis is no longer a crisis: capacity that is built then is beyond this model.
pub const LONGEST: u32 = 36;
/// Months of a shock that names none.
const DEFAULT_MONTHS: u32 = 12;

/// A checked scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The material.
    pub material: MaterialId,
    /// What is done.
    pub shocks: Vec<Shock>,
    /// Months from the announcement.
    pub months: u32,
}

/// Least part of a country's output that an outage must be able to stop.
const LEAST_OUTPUT: f64 = 1e-3;
/// What stands before a key on the command line.
const OPTION: &str = "--";

/// Where a problem is: the command line names options, a file its keys.
struct Source<'a> {
    file: &'a str,
    prefix: String,
}

impl Source<'_> {
    fn problem(&self, key: &str, found: impl Into<String>, expected: &str) -> Problem {
        Problem::new(self.file, format!("{}{key}", self.prefix), found.into(), expected)
    }
}

impl Session {
    /// Reads a scenario file.
    pub fn scenario_file(&self, path: &Path) -> Result<Scenario, Problems> {
        let file = path.display().to_string();
        let problem = |place: &str, found: String, expected: &str| vec![Problem::new(&file, place, found, expected)];
        let bytes = std::fs::read(path).map_err(|error| problem("file", error.to_string(), "a readable file"))?;
        let text = encoding::text(&file, &bytes).map_err(|problem| vec![problem])?;
        let parsed: ScenarioText = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
            let found = error.message().lines().next().unwrap_or_default().to_owned();
            problem(&format!("line {line}"), found, "the keys of schemas/scenario.json")
        })?;
        self.scenario_checked(&parsed, Some(&file))
    }

    /// Checks what was typed; `file` is `None` for the command line.
    pub fn scenario_checked(&self, text: &ScenarioText, file: Option<&str>) -> Result<Scenario, Problems> {
        let mut problems = Vec::new();
        let shown = file.unwrap_or("command line");
        let at = |i: usize| Source {
            file: shown,
            prefix: if file.is_some() { format!("shock {}, ", i + 1) } else { OPTION.to_owned() },
        };
        let top = Source { file: shown, prefix: if file.is_some() { String::new() } else { OPTION.to_owned() } };
        let material = self.material(&text.material, &format!("{}material", top.prefix));
        let material = material.map_err(|problem| problems.push(Problem { file: shown.to_owned(), ..problem })).ok();
        if text.shock.is_empty() {
            problems.push(top.problem("shock", "nothing happens", "at least one shock"));
        }
        let mut shocks = Vec::new();
        let mut places = Vec::new();
        for (i, shock) in text.shock.iter().enumerate() {
            if let Some(shock) = self.shock(shock, &at(i), &mut problems) {
                shocks.push(shock);
                places.push(i);
            }
        }
        let market = match material {
            Some(material) => self.baseline()?.market(material),
            None => None,
        };
        if let (Some(material), None) = (material, market) {
            let info = self.reference().materials.get(material);
            let expected = if info.members.is_empty() { "a material with published output" } else { "one of its members" };
            problems.push(top.problem("material", format!("`{}` has no reconciled market", info.id), expected));
        }
        if let Some(market) = market {
            for (&i, shock) in places.iter().zip(&shocks) {
                self.possible(shock, market, &at(i), &mut problems);
            }
            let mut named: Vec<Option<Stage>> = shocks.iter().map(|shock| shock.stage).collect();
            named.dedup();
            if market.recovery.is_none() && market.stages.len() > 1 && named.len() > 1 {
                let expected = "shocks at one stage: the stages of this material are markets of their own";
                problems.push(top.problem("stage", "several stages", expected));
            }
        }
        if shocks.len() < text.shock.len() {
            // how long it lasts is not known yet
            return Err(problems);
        }
        let until = shocks.iter().map(|shock| shock.start.saturating_add(shock.months.unwrap_or(0))).max().unwrap_or(0);
        let months = text.horizon.unwrap_or(until);
        if months == 0 || months > LONGEST {
            let key = if text.horizon.is_some() { "horizon" } else { "months" };
            problems.push(top.problem(key, months.to_string(), "1 to 36 months from the announcement to the end"));
        }
        match material {
            Some(material) if problems.is_empty() => Ok(Scenario { material, shocks, months }),
            _ => Err(problems),
        }
    }

    fn shock(&self, text: &ShockText, source: &Source, problems: &mut Problems) -> Option<Shock> {
        let before = problems.len();
        let place = |key: &str| format!("{}{key}", source.prefix);
        let renamed = |problem: Problem| Problem { file: source.file.to_owned(), ..problem };
        let by = self.country(&text.by, &place("by")).map_err(|problem| problems.push(renamed(problem))).ok();
        let mut on: Vec<CountryId> = Vec::new();
        for name in &text.on {
            match self.party(name, &place("on")) {
                Ok(party) => on.extend(party.members),
                Err(found) => problems.extend(found.into_iter().map(renamed)),
            }
        }
        on.sort_unstable();
        on.dedup();
        if by.is_some_and(|by| on.contains(&by)) {
            problems.push(source.problem("on", "whoever does it is among those it is done to", "others"));
        }
        let stage = text.stage.as_deref().map(|word| word.parse::<Stage>());
        if let Some(Err(_)) = stage {
            problems.push(source.problem(
                "stage",
                format!("`{}`", text.stage.as_deref().unwrap_or_default()),
                "mine, refined or magnet",
            ));
        }
        let measure = measure(text, source, problems);
        let within = |key: &str, value: Option<f64>, most: f64, expected: &str, problems: &mut Problems| {
            if value.is_some_and(|value| !(0.0..=most).contains(&value)) {
                problems.push(source.problem(key, value.unwrap_or_default().to_string(), expected));
            }
        };
        within("leakage", text.leakage, 1.0, "a share from 0 to 1", problems);
        within("stop", text.stop, f64::from(LONGEST), "0 to 36 months", problems);
        within("ramp", text.ramp, f64::from(LONGEST), "0 to 36 months", problems);
        if text.months == Some(0) {
            problems.push(source.problem("months", "0", "at least one month"));
        }
        if problems.len() > before {
            return None;
        }
        Some(Shock {
            measure: measure?,
            by: by?,
            stage: stage.and_then(Result::ok),
            on,
            start: text.start,
            months: Some(text.months.unwrap_or(DEFAULT_MONTHS)),
            leakage: text.leakage,
        })
    }

    /// A control needs exports that it can stop, an outage output that can be lost, a tariff imports.
    fn possible(&self, shock: &Shock, market: &Market, source: &Source, problems: &mut Problems) {
        let code = &self.reference().countries.get(shock.by).iso3;
        let stages: Vec<_> = market.stages.iter().filter(|balance| shock.at(balance.stage)).collect();
        if stages.is_empty() {
            let found = shock.stage.map_or_else(String::new, |stage| format!("`{stage}`"));
            let have: Vec<&str> = market.stages.iter().map(|balance| balance.stage.id()).collect();
            problems.push(source.problem("stage", found, &format!("a stage that the material has: {}", have.join(", "))));
            return;
        }
        let exports = |from: CountryId, to: CountryId| {
            let flows = stages.iter().flat_map(|balance| &balance.flows);
            flows
                .filter(|flow| flow.exporter == from && (shock.on.is_empty() || flow.importer == to))
                .any(|flow| flow.datum.value > 0.0)
        };
        let (found, expected) = match shock.measure {
            Measure::Outage { .. } => {
                // scrap, and output without recorded feed, go on
                let goes_on = [Item::Secondary, Item::Unexplained];
                let stands = |node: &Node| {
                    let output = node.tonnes(Item::Output);
                    output - goes_on.iter().map(|&item| node.tonnes(item).max(0.0)).sum::<f64>() > LEAST_OUTPUT * output
                };
                let makes = stages.iter().any(|balance| balance.node(shock.by).is_some_and(stands));
                if makes {
                    return;
                }
                (format!("`{code}` makes none of it from ore"), "a country with output in the base year")
            }
            Measure::Tariff { .. } => {
                let into = |flow: &&adit_vocab::baseline::Flow| {
                    flow.importer == shock.by && shock.meets(flow.exporter) && flow.datum.value > 0.0
                };
                if stages.iter().flat_map(|balance| &balance.flows).any(|flow| into(&flow)) {
                    return;
                }
                (format!("`{code}` imports none of it from there"), "an importer with imports in the base year")
            }
            _ => {
                let sells = if shock.on.is_empty() {
                    exports(shock.by, shock.by)
                } else {
                    shock.on.iter().any(|&importer| exports(shock.by, importer))
                };
                if sells {
                    return;
                }
                (format!("`{code}` sells none of it there"), "an exporter with exports in the base year")
            }
        };
        problems.push(source.problem("by", found, expected));
    }
}

/// The kinds in the words of the command line.
fn measure(text: &ShockText, source: &Source, problems: &mut Problems) -> Option<Measure> {
    let number = |key: &str, value: Option<f64>, most: f64, expected: &str, problems: &mut Problems| match value {
        Some(value) if (0.0..=most).contains(&value) => Some(value),
        Some(value) => {
            problems.push(source.problem(key, value.to_string(), expected));
            None
        }
        None => {
            problems.push(source.problem(key, "nothing", expected));
            None
        }
    };
    let optional = |key: &str, value: Option<f64>, problems: &mut Problems| {
        if value.is_some_and(|value| !(0.0..=1.0).contains(&value)) {
            problems.push(source.problem(key, value.unwrap_or_default().to_string(), "a share from 0 to 1"));
        }
        value
    };
    const SHARE: &str = "a share of the base year's quantity from 0 to 1";
    const RATE: &str = "a part of the base price, such as 0.25 for 25 %, at most 10";
    let given = [
        ("share", text.share.is_some()),
        ("rate", text.rate.is_some()),
        ("stop", text.stop.is_some()),
        ("recovery", text.recovery.is_some()),
        ("ramp", text.ramp.is_some()),
    ];
    let takes: &[&str] = match text.kind.as_str() {
        "quota" | "outage" => &["share"],
        "export-tax" | "tariff" => &["rate"],
        "licence" => &["stop", "recovery", "ramp"],
        _ => &[],
    };
    for (name, _) in given.iter().filter(|(name, given)| *given && !takes.contains(name)) {
        problems.push(source.problem(name, format!("`{}` takes none", text.kind), "only what belongs to the kind of shock"));
    }
    // the command line has an option a kind
    let key = |key: &'static str| if source.prefix == OPTION { text.kind.as_str() } else { key };
    match text.kind.as_str() {
        "ban" => Some(Measure::ExportBan),
        "quota" => number(key("share"), text.share, 1.0, SHARE, problems).map(|share| Measure::Quota { share }),
        "licence" => {
            let recovery = optional("recovery", text.recovery, problems);
            Some(Measure::Licence { stop: text.stop, recovery, ramp: text.ramp })
        }
        "export-tax" => number(key("rate"), text.rate, 10.0, RATE, problems).map(|rate| Measure::ExportTax { rate }),
        "tariff" => number(key("rate"), text.rate, 10.0, RATE, problems).map(|rate| Measure::Tariff { rate }),
        "outage" => number(key("share"), text.share, 1.0, SHARE, problems).map(|share| Measure::Outage { share }),
        other => {
            let expected = "ban, quota, licence, export-tax, tariff or outage";
            problems.push(source.problem("kind", format!("`{other}`"), expected));
            None
        }
    }
}
