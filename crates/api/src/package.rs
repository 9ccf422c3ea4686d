//! From a package file, or the id of a shipped package, to checked measures over years.

use std::path::Path;

use adit_data::files::reason;
use adit_data::{Shipped, package_text, shipped_packages};
use adit_vocab::country::CountryId;
use adit_vocab::lookup::{Found, find};
use adit_vocab::material::MaterialId;
use adit_vocab::policy::{Behaviour, BehaviourText, Package, PackageText, Policy, PolicyText};
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;
use adit_vocab::stage::Stage;

use crate::session::{Problems, Session};
use announced::CONTROLS;

pub mod announced;
mod chosen;
mod overlaps;
mod terms;

/// First year in which anything can be done: the one after the base year.
pub const FIRST_YEAR: i32 = 2025;
/// Last year that is followed.
pub const LAST_YEAR: i32 = 2045;

/// A package that has a name.
#[derive(Clone, Copy)]
enum Known<'a> {
    /// From a file inside the program.
    Shipped(&'a Shipped),
    /// Made of real measures, by its id.
    Made(&'a str),
}

/// Where a problem is.
struct Source<'a> {
    file: &'a str,
    prefix: String,
}

impl Source<'_> {
    fn problem(&self, key: &str, found: impl Into<String>, expected: impl Into<String>) -> Problem {
        Problem::new(self.file, format!("{}{key}", self.prefix), found, expected)
    }

    /// A problem that was found for the command line.
    fn renamed(&self, problem: Problem) -> Problem {
        Problem { file: self.file.to_owned(), ..problem }
    }

    /// A year that is followed.
    fn year(&self, key: &str, year: i32, problems: &mut Problems) {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            problems.push(self.problem(key, year.to_string(), format!("a year from {FIRST_YEAR} to {LAST_YEAR}")));
        }
    }

    /// A first and a last year, both followed, in their order.
    fn years(&self, from: i32, until: Option<i32>, problems: &mut Problems) {
        self.year("from", from, problems);
        let Some(until) = until else { return };
        self.year("until", until, problems);
        if until < from {
            problems.push(self.problem("until", until.to_string(), format!("{from}, the first year, or later")));
        }
    }
}

impl Session {
    /// All packages inside the program: that in which nothing is done first, then by id, then what is made of real measures: the
    /// export controls, and the measures as announced.
    pub fn packages(&self) -> Result<Vec<Package>, Problems> {
        let (mut packages, mut problems) = (Vec::new(), Vec::new());
        for shipped in shipped_packages() {
            match self.package_bytes(&shipped.id, &shipped.file, &shipped.bytes) {
                Ok(package) => packages.push(package),
                Err(found) => problems.extend(found),
            }
        }
        match self.announced() {
            Ok(found) => packages.extend([found.controls, found.package]),
            Err(found) => problems.extend(found),
        }
        if problems.is_empty() { Ok(packages) } else { Err(problems) }
    }

    /// A package inside the program by its id or its name in either language, else a TOML file of the user's own, whose id is
    /// the name of the file without ending.
    pub fn package(&self, name_or_path: &str) -> Result<Package, Problems> {
        let (shipped, made) = (shipped_packages(), announced::names());
        let mut named = Vec::new();
        for package in &shipped {
            match package_text(&package.file, &package.bytes) {
                (Some(text), problems) if problems.is_empty() => named.push((package, text)),
                (_, problems) => return Err(problems),
            }
        }
        let names = named.iter().flat_map(|(package, text)| {
            let shown = package.id.as_str();
            [shown, &text.name.en, &text.name.de].map(|name| (name, Known::Shipped(package), shown))
        });
        let own = made.iter().flat_map(|(id, name)| [id, name.en.as_str(), &name.de].map(|name| (name, Known::Made(id), *id)));
        let nearest = match find(name_or_path, names.chain(own)) {
            Found::One(Known::Shipped(package)) => return self.package_bytes(&package.id, &package.file, &package.bytes),
            Found::One(Known::Made(CONTROLS)) => return self.announced().map(|found| found.controls),
            Found::One(Known::Made(_)) => return self.announced().map(|found| found.package),
            Found::Nearest(nearest) => nearest,
        };
        let path = Path::new(name_or_path);
        let is_path =
            !self.names_only && (path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) || path.is_file());
        if !is_path {
            let ids: Vec<&str> =
                shipped.iter().map(|package| package.id.as_str()).chain(made.iter().map(|(id, _)| *id)).collect();
            let near = if nearest.is_empty() { String::new() } else { format!("; nearest: {}", nearest.join(", ")) };
            let file = if self.names_only { "" } else { ", or a TOML file" };
            let expected = format!("{}{file}{near}", ids.join(", "));
            return Err(vec![Problem::new("command line", "package", format!("`{name_or_path}` is not known"), expected)]);
        }
        let bytes =
            std::fs::read(path).map_err(|error| vec![Problem::new(name_or_path, "file", reason(&error), "a readable file")])?;
        let id = path.file_stem().map_or_else(|| name_or_path.to_owned(), |stem| stem.to_string_lossy().into_owned());
        self.package_bytes(&id, name_or_path, &bytes)
    }

    fn package_bytes(&self, id: &str, file: &str, bytes: &[u8]) -> Result<Package, Problems> {
        let (text, mut problems) = package_text(file, bytes);
        let Some(text) = text else { return Err(problems) };
        match self.package_checked(id, &text, file) {
            Ok(package) if problems.is_empty() => Ok(package),
            checked => {
                problems.extend(checked.err().unwrap_or_default());
                Err(problems)
            }
        }
    }

    /// Checks what stands in a package; `file` is its name in messages.
    pub fn package_checked(&self, id: &str, text: &PackageText, file: &str) -> Result<Package, Problems> {
        let mut problems = Vec::new();
        let top = Source { file, prefix: String::new() };
        for (key, name) in [("name.en", &text.name.en), ("name.de", &text.name.de)] {
            if name.trim().is_empty() {
                problems.push(top.problem(key, "nothing", "a name"));
            }
        }
        let behaviour = text.supplier.as_ref().and_then(|supplier| behaviour(supplier, file, &mut problems));
        let read = self.projects();
        let projects = read.as_ref().map_or(&[][..], |projects| projects);
        problems.extend(read.as_ref().err().cloned().unwrap_or_default());
        let mut policies = Vec::new();
        for (i, measure) in text.measure.iter().enumerate() {
            let source = Source { file, prefix: format!("measure {}, ", i + 1) };
            let known = match read {
                Ok(_) => measure.clone(),
                // which projects there are is not known then
                Err(_) => PolicyText { projects: Vec::new(), ..measure.clone() },
            };
            if let Some(policy) = self.policy(&known, projects, &source, &mut problems) {
                policies.push((i, measure.instrument.as_str(), policy));
            }
        }
        overlaps::check(&policies, projects, &top, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Package {
            id: id.to_owned(),
            name: text.name.clone(),
            policies: policies.into_iter().map(|(.., policy)| policy).collect(),
            behaviour: behaviour.unwrap_or_default(),
            origins: Vec::new(),
        })
    }

    fn policy(&self, text: &PolicyText, projects: &[Project], source: &Source, problems: &mut Problems) -> Option<Policy> {
        let before = problems.len();
        let terms = terms::terms(text, source, problems);
        source.years(text.from, text.until, problems);
        let countries = self.places("countries", &text.countries, source, problems);
        let on = self.places("on", &text.on, source, problems);
        let materials = self.materials_of(&text.materials, source, problems);
        let stage = text.stage.as_deref().map(str::parse::<Stage>);
        if let (Some(Err(_)), Some(word)) = (&stage, &text.stage) {
            problems.push(source.problem("stage", format!("`{word}`"), "mine, refined or magnet"));
        }
        for id in &text.projects {
            let names = projects.iter().map(|project| (project.row.id.as_str(), (), project.row.id.as_str()));
            if projects.iter().any(|project| project.row.id == *id) {
                continue;
            }
            let near = match find(id, names) {
                Found::Nearest(near) if !near.is_empty() => format!("; nearest: {}", near.join(", ")),
                Found::Nearest(_) => String::new(),
                Found::One(()) => "; in small letters, with `_`".to_owned(),
            };
            problems.push(source.problem("projects", format!("`{id}` is not known"), format!("an id of projects.csv{near}")));
        }
        if problems.len() > before {
            return None;
        }
        let policy = Policy {
            terms: terms?,
            from: text.from,
            until: text.until,
            countries,
            on,
            projects: text.projects.clone(),
            materials,
            stage: stage.and_then(Result::ok),
        };
        self.means_a_plant(&policy, projects, source, problems);
        (problems.len() == before).then_some(policy)
    }

    /// A measure must be able to mean a plant.
    fn means_a_plant(&self, policy: &Policy, projects: &[Project], source: &Source, problems: &mut Problems) {
        let materials = &self.reference().materials;
        let has = |stage: Stage, id: &MaterialId| materials.get(*id).stage(stage).is_some();
        if let Some(stage) = policy.stage
            && !policy.materials.is_empty()
            && !policy.materials.iter().any(|id| has(stage, id))
        {
            problems.push(source.problem("stage", format!("`{stage}`"), "a stage that one of `materials` has"));
        } else if !overlaps::meets(&[policy], projects) {
            let expected = "at least one project with the countries, materials and stage of the measure";
            problems.push(source.problem("projects", "none of them is meant", expected));
        }
    }

    /// Countries and members of blocs, in the order of `Countries`.
    fn places(&self, key: &str, typed: &[String], source: &Source, problems: &mut Problems) -> Vec<CountryId> {
        let place = format!("{}{key}", source.prefix);
        let mut all = Vec::new();
        for name in typed {
            match self.party(name, &place) {
                Ok(party) => all.extend(party.members),
                Err(found) => problems.extend(found.into_iter().map(|problem| source.renamed(problem))),
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Materials, a group by its members; no names stand for all.
    fn materials_of(&self, typed: &[String], source: &Source, problems: &mut Problems) -> Vec<MaterialId> {
        if typed.is_empty() {
            return Vec::new();
        }
        self.materials_asked(typed, &format!("{}materials", source.prefix)).unwrap_or_else(|found| {
            problems.extend(found.into_iter().map(|problem| source.renamed(problem)));
            Vec::new()
        })
    }
}

/// What the feared supplier does.
fn behaviour(text: &BehaviourText, file: &str, problems: &mut Problems) -> Option<Behaviour> {
    let source = Source { file, prefix: "supplier, ".to_owned() };
    let before = problems.len();
    let (from, until) = match text.does.as_str() {
        "passive" => (false, false),
        "cut-off" => (true, false),
        "flood" | "restrict" => (true, true),
        other => {
            problems.push(source.problem("does", format!("`{other}`"), "passive, flood, restrict or cut-off"));
            return None;
        }
    };
    for (key, takes, year) in [("from", from, text.from), ("until", until, text.until)] {
        match year {
            None if takes => problems.push(source.problem(key, "nothing", format!("a year from {FIRST_YEAR} to {LAST_YEAR}"))),
            Some(year) if !takes => {
                let why = if text.does == "cut-off" {
                    "nothing: a cut-off has no end"
                } else {
                    "nothing: a passive supplier has no years"
                };
                problems.push(source.problem(key, year.to_string(), why));
            }
            _ => {}
        }
    }
    if let Some(first) = text.from.filter(|_| from) {
        source.years(first, text.until.filter(|_| until), problems);
    }
    let share = text.share.filter(|share| (0.0..1.0).contains(share));
    match (text.does == "restrict", text.share) {
        (true, given) if share.is_none() => {
            let shown = given.map_or_else(|| "nothing".to_owned(), |share| share.to_string());
            problems.push(source.problem("share", shown, "the part of exports that is allowed, from 0 to less than 1"));
        }
        (false, Some(given)) => {
            problems.push(source.problem("share", given.to_string(), "nothing: only `restrict` allows a part of exports"));
        }
        _ => {}
    }
    if problems.len() > before {
        return None;
    }
    match (text.from, text.until, share) {
        (Some(from), Some(until), Some(share)) => Some(Behaviour::Restrict { from, until, share }),
        (Some(from), Some(until), None) => Some(Behaviour::Flood { from, until }),
        (Some(from), None, _) => Some(Behaviour::CutOff { from }),
        (None, ..) => Some(Behaviour::Passive),
    }
}

#[cfg(test)]
mod tests;
