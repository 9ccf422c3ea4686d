//! Pathways: the years of one material with its plants and measures, or many materials with a row each.

use adit_analysis::pathway::ensemble::{Bands, Ensemble};
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_analysis::pathway::{Band, Bearable, LAST_YEAR, Payer, kind};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::policy::{Package, Policy};
use adit_vocab::project::Project;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::public_cost::{is_costed, treasuries, treasury_cell};
use super::{columns, notes, number, share, title};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;

/// Most that should come from one country outside in 2030: Regulation (EU) 2024/1252, article 5.
pub(crate) const BENCHMARK: f64 = 0.65;
/// The years beside each other in short tables: ten years on, and the last.
pub const LATER: i32 = 2035;

/// The question with its answers.
#[derive(Clone, Copy)]
pub struct PathwayInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// Base year.
    pub year: i32,
    /// Who asks.
    pub importer: &'a Party,
    /// Who is feared.
    pub supplier: CountryId,
    /// Measures and behaviours.
    pub packages: &'a [Package],
    /// All projects, in the order of their file.
    pub projects: &'a [Project],
    /// When a stop is borne.
    pub bearable: Bearable,
    /// Draws.
    pub draws: u32,
    /// Answers by material; of each package, `None` without a market.
    pub found: &'a [(MaterialId, Option<Vec<Ensemble>>)],
}

impl PathwayInput<'_> {
    pub(crate) fn args(&self, words: &Words) -> Args {
        let lang = words.lang();
        let args = Args::new()
            .text("year", self.year.to_string())
            .text("last", LAST_YEAR.to_string())
            .text("benchmark", numbers::percent(BENCHMARK, lang))
            .text("kept", numbers::percent(self.bearable.kept, lang))
            .text("price", limit(self.bearable.price, lang))
            .count("draws", usize::try_from(self.draws).unwrap_or(usize::MAX));
        let args = Place::party(self.importer, self.reference, lang).put(args, Role::Asker);
        Place::country(self.reference.countries.get(self.supplier), lang).put(args, Role::Feared)
    }

    pub(crate) fn args_or_none(&self, names: &Names) -> Args {
        names.words().map_or_else(Args::new, |words| self.args(words))
    }

    /// Name of a package.
    pub(crate) fn package(&self, place: usize, names: &Names) -> String {
        let package = &self.packages[place];
        names.words().map_or_else(|| package.id.clone(), |words| package.name.get(words.lang()).to_owned())
    }

    /// Projects of a material, as an ensemble numbers them.
    pub(crate) fn projects_of(&self, material: MaterialId) -> Vec<&Project> {
        self.projects.iter().filter(|project| project.material == material).collect()
    }
}

/// A limit that was set: `2`, `2,5`.
fn limit(value: f64, lang: Lang) -> String {
    if value.fract() == 0.0 { numbers::fixed(value, 0, lang) } else { numbers::multiple(value, lang) }
}

/// The tables of the first package: of one material its years, measures and plants, of many a row each.
pub fn pathway(input: &PathwayInput, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = input.args_or_none(&names);
    match input.found {
        [(material, Some(ensembles))] => {
            let Some(ensemble) = ensembles.first() else { return Vec::new() };
            let args = args.text("material", names.material(*material)).text("package", input.package(0, &names));
            let mut tables = vec![years(input, ensemble, &names, &args)];
            tables.extend(origins(ensemble, &names, &args));
            tables.extend(measures(input, *material, ensemble, &names, &args));
            tables.extend(plants(input, *material, ensemble, &names, &args));
            tables
        }
        _ => vec![materials(input, &names, &args.text("package", input.package(0, &names)))],
    }
}

/// The middle of a band.
fn middle(band: Option<Band>) -> Option<f64> {
    band.map(|band| band.middle)
}

/// The column of a stage's share.
fn share_column(stage: Stage) -> [&'static str; 3] {
    match stage {
        Stage::Mine => ["feared_mine_share", "feared_mine_share_low", "feared_mine_share_high"],
        Stage::Refined => ["feared_refined_share", "feared_refined_share_low", "feared_refined_share_high"],
        Stage::Magnet => ["feared_magnet_share", "feared_magnet_share_low", "feared_magnet_share_high"],
    }
}

fn years(input: &PathwayInput, ensemble: &Ensemble, names: &Names, args: &Args) -> Table {
    // files have the ends of the bands, people see the middle
    let ends = names.words().is_none();
    let mut ids: Vec<&'static str> = vec!["pathway_year"];
    let mut cells: Vec<Vec<Cell>> = ensemble.years.iter().map(|year| vec![Cell::Text(year.year.to_string())]).collect();
    let mut push = |columns: [&'static str; 3], format: Format, of: &dyn Fn(&Bands) -> Option<Band>| {
        ids.push(columns[0]);
        if ends {
            ids.extend(&columns[1..]);
        }
        for (row, year) in cells.iter_mut().zip(&ensemble.years) {
            let band = of(year);
            row.push(number(middle(band), format));
            if ends {
                row.extend([number(band.map(|band| band.low), format), number(band.map(|band| band.high), format)]);
            }
        }
    };
    for (place, stage) in ensemble.stages.iter().enumerate() {
        push(share_column(*stage), Format::Percent, &|year| year.shares[place]);
    }
    push(["price_outside", "price_outside_low", "price_outside_high"], Format::Multiple, &|year| year.outside);
    push(["price_inside", "price_inside_low", "price_inside_high"], Format::Multiple, &|year| year.inside);
    push(["stop_kept", "stop_kept_low", "stop_kept_high"], Format::Percent, &|year| year.kept);
    push(["stop_price", "stop_price_low", "stop_price_high"], Format::Multiple, &|year| year.stop_price);
    push(["stop_users_usd", "stop_users_usd_low", "stop_users_usd_high"], Format::Usd, &|year| year.users);
    let cost = |year: &Bands, payer: Payer| -> f64 {
        let policies = input.packages[0].policies.iter().zip(&year.cash);
        policies.filter(|(policy, _)| kind(&policy.terms).payer == payer).map(|(_, cash)| cash.net()).sum()
    };
    if !input.packages[0].policies.is_empty() {
        ids.extend(["treasury_usd", "buyers_usd"]);
        for (row, year) in cells.iter_mut().zip(&ensemble.years) {
            for payer in [Payer::Treasury, Payer::Buyers] {
                row.push(if ensemble.priced { number(Some(cost(year, payer)), Format::Usd) } else { Cell::NoData });
            }
        }
    }
    if ensemble.years.iter().any(|year| year.forgone > 0.0) {
        ids.push("forgone_usd");
        for (row, year) in cells.iter_mut().zip(&ensemble.years) {
            row.push(if ensemble.priced { number(Some(year.forgone), Format::Usd) } else { Cell::NoData });
        }
    }
    let rows = ensemble.years.iter().zip(cells).map(|(year, cells)| Row { key: year.year.to_string(), cells });
    let mut said = notes(&["note-pathway", "note-pathway-stop", "note-pathway-loss"], names, args);
    if ensemble.unsolved > 0 {
        said.extend(names.words().map(|words| words.say("note-unsolved-draws", &Args::new().count("n", ensemble.unsolved))));
    }
    Table {
        id: "pathway",
        title: title("pathway", names, args),
        columns: columns(&ids, names, args),
        rows: rows.collect(),
        notes: said,
    }
}

/// Where the asker's supply comes from; none where it was not followed.
fn origins(ensemble: &Ensemble, names: &Names, args: &Args) -> Option<Table> {
    const COLUMNS: [&str; 8] = [
        "pathway_year",
        "stage",
        "feared_part",
        "feared_part_low",
        "feared_part_high",
        "largest_part",
        "largest_who",
        "within_benchmark",
    ];
    let mut rows = Vec::new();
    for (year, stages) in &ensemble.origins {
        for (stage, found) in ensemble.stages.iter().zip(stages) {
            let Some(found) = found else { continue };
            let within = found.largest.middle <= BENCHMARK;
            let told = |words: &Words| words.get(if within { "benchmark-within" } else { "benchmark-above" });
            rows.push(Row {
                key: format!("{year}.{stage}"),
                cells: vec![
                    Cell::Text(year.to_string()),
                    Cell::Text(names.stage(*stage)),
                    share(Some(found.feared.middle)),
                    share(Some(found.feared.low)),
                    share(Some(found.feared.high)),
                    share(Some(found.largest.middle)),
                    Cell::Text(names.country(found.who)),
                    Cell::Text(names.words().map_or_else(|| within.to_string(), told)),
                ],
            });
        }
    }
    (!rows.is_empty()).then(|| Table {
        id: "pathway_origins",
        title: title("pathway_origins", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: notes(&["note-pathway-origins"], names, args),
    })
}

/// What each measure costs; none without measures. Of real measures only those that are about the material.
fn measures(input: &PathwayInput, material: MaterialId, ensemble: &Ensemble, names: &Names, args: &Args) -> Option<Table> {
    const COLUMNS: [&str; 8] =
        ["instrument", "payer", "measure_years", "cost_usd", "cost_usd_low", "cost_usd_high", "paid_usd", "received_usd"];
    let package = &input.packages[0];
    let shown =
        |policy: &Policy| package.origins.is_empty() || policy.materials.is_empty() || policy.materials.contains(&material);
    let of = |place: usize| match (package.origins.get(place), names.words()) {
        (Some(origin), Some(words)) => {
            // a measure may have a part for each stage
            let stage = package.policies[place].stage.map(|stage| format!(", {}", names.stage(stage))).unwrap_or_default();
            format!("{stage} ({})", origin.name.get(words.lang()))
        }
        _ => String::new(),
    };
    let word = |prefix: &str, id: &str| {
        names.words().map_or_else(|| id.to_owned(), |words| words.get(&format!("{prefix}-{}", id.replace('_', "-"))))
    };
    let policies = package.policies.iter().enumerate().filter(|(_, policy)| shown(policy));
    let rows = policies.map(|(place, policy)| {
        let instrument = kind(&policy.terms);
        let until = policy.until.unwrap_or(LAST_YEAR);
        let band = ensemble.cost[place].filter(|_| ensemble.priced && is_costed(&policy.terms));
        let sum = |of: fn(&adit_vocab::pathway::Cash) -> f64| {
            let sum = ensemble.years.iter().map(|year| of(&year.cash[place])).sum();
            band.map_or(Cell::NoData, |_| Cell::Number(sum, Format::Usd))
        };
        Row {
            key: format!("measure.{}", place + 1),
            cells: vec![
                Cell::Text(word("instrument", instrument.id) + &of(place)),
                Cell::Text(word(
                    "payer",
                    match if is_costed(&policy.terms) { instrument.payer } else { Payer::Nobody } {
                        Payer::Treasury => "treasury",
                        Payer::Buyers => "buyers",
                        Payer::Nobody => "unknown",
                    },
                )),
                Cell::Text(format!("{}–{until}", policy.from)),
                number(middle(band), Format::Usd),
                number(band.map(|band| band.low), Format::Usd),
                number(band.map(|band| band.high), Format::Usd),
                sum(|cash| cash.paid),
                sum(|cash| cash.received),
            ],
        }
    });
    let rows: Vec<Row> = rows.collect();
    let mut said = notes(&["note-pathway-measures"], names, args);
    said.extend(treasuries(input, names));
    (!rows.is_empty()).then(|| Table {
        id: "pathway_measures",
        title: title("pathway_measures", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: said,
    })
}

/// What becomes of the projects; none without any.
fn plants(input: &PathwayInput, material: MaterialId, ensemble: &Ensemble, names: &Names, args: &Args) -> Option<Table> {
    const COLUMNS: [&str; 10] = [
        "project",
        "country",
        "stage",
        "project_status",
        "capacity_t",
        "starts",
        "starts_anyway",
        "first_output",
        "output_last_t",
        "dropped",
    ];
    let projects = input.projects_of(material);
    let mut rows: Vec<Row> = ensemble
        .fates
        .iter()
        .map(|fate| {
            let project = projects[fate.project];
            Row {
                key: project.row.id.clone(),
                cells: vec![
                    Cell::Text(project.row.name.clone()),
                    Cell::Text(names.country(project.country)),
                    Cell::Text(names.stage(project.row.stage)),
                    Cell::Text(names.words().map_or_else(
                        || project.row.status.id().to_owned(),
                        |words| words.get(&format!("status-{}", project.row.status.id().replace('_', "-"))),
                    )),
                    number(project.tonnes(), Format::Tonnes),
                    share(Some(fate.starts)),
                    share(Some(fate.starts_anyway)),
                    Cell::Text(fate.first_output.map_or_else(|| "–".to_owned(), span)),
                    number(fate.output.last().copied(), Format::Tonnes),
                    share(Some(fate.dropped)),
                ],
            }
        })
        .collect();
    let unnamed = ensemble.stages.iter().zip(&ensemble.unnamed).filter(|(_, (with, without))| *with > 0.0 || *without > 0.0);
    rows.extend(unnamed.map(|(stage, (with, _))| {
        let mut cells = vec![Cell::NotApplicable; COLUMNS.len()];
        cells[0] = Cell::Text(names.words().map_or_else(|| "unnamed".to_owned(), |words| words.get("plants-unnamed")));
        cells[2] = Cell::Text(names.stage(*stage));
        cells[8] = number(Some(*with), Format::Tonnes);
        Row { key: format!("unnamed.{stage}"), cells }
    }));
    (!rows.is_empty()).then(|| Table {
        id: "pathway_plants",
        title: title("pathway_plants", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: notes(&["note-pathway-plants"], names, args),
    })
}

/// Years of a band, as whole ones.
pub(crate) fn span(band: Band) -> String {
    let (low, high) = (band.low.round(), band.high.round());
    if low == high { format!("{low:.0}") } else { format!("{low:.0}–{high:.0}") }
}

fn materials(input: &PathwayInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 15] = [
        "material",
        "stage",
        "share_first",
        "share_later",
        "share_last",
        "independence",
        "independence_range",
        "independence_later",
        "stop_users_first_usd",
        "stop_users_later_usd",
        "treasury_pv_usd",
        "starts_because",
        "largest_first",
        "largest_2030",
        "largest_later",
    ];
    let rows = input.found.iter().map(|(material, found)| {
        let key = input.reference.materials.get(*material).id.clone();
        let mut cells = vec![Cell::Text(names.material(*material))];
        match found.as_ref().and_then(|ensembles| ensembles.first()) {
            Some(ensemble) => cells.extend(material_cells(input, ensemble, names)),
            None => cells.extend(vec![Cell::NoData; COLUMNS.len() - 1]),
        }
        Row { key, cells }
    });
    Table {
        id: "pathways",
        title: title("pathways", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: rows.collect(),
        notes: notes(&["note-pathway", "note-pathway-stop", "note-pathway-loss", "note-pathways"], names, args)
            .into_iter()
            .chain(treasuries(input, names))
            .collect(),
    }
}

fn material_cells(input: &PathwayInput, ensemble: &Ensemble, names: &Names) -> Vec<Cell> {
    let last = ensemble.stages.len().saturating_sub(1);
    let at = |year: i32| ensemble.years.iter().find(|bands| bands.year == year);
    let share_in = |year: i32| share(at(year).and_then(|bands| middle(bands.shares[last])));
    let users_in = |year: i32| number(at(year).and_then(|bands| middle(bands.users)), Format::Usd);
    // of several stages the one where most comes from one country
    let largest_in = |year: i32| {
        let stages = ensemble.origins.iter().find(|(told, _)| *told == year).map(|(_, stages)| stages);
        let parts = stages.into_iter().flatten().flatten().map(|found| found.largest.middle);
        parts.reduce(f64::max).map_or(Cell::NotApplicable, |part| share(Some(part)))
    };
    let distribution = ensemble.independence.as_ref();
    vec![
        ensemble.stages.last().map_or(Cell::NoData, |stage| Cell::Text(names.stage(*stage))),
        share_in(input.year + 1),
        share_in(LATER),
        share_in(LAST_YEAR),
        distribution.map_or(Cell::NotApplicable, |found| Cell::Text(said(found.middle, names))),
        distribution.map_or(Cell::NotApplicable, |found| Cell::Text(range(found, names))),
        distribution.map_or(Cell::NotApplicable, |found| share(Some(found.later))),
        users_in(input.year + 1),
        users_in(LATER),
        treasury_cell(input, 0, ensemble),
        number(Some(because(ensemble)), Format::Index),
        largest_in(input.year + 1),
        largest_in(2030),
        largest_in(LATER),
    ]
}

/// Projects that start because of the measures: the sum of what their chance rises by.
pub(crate) fn because(ensemble: &Ensemble) -> f64 {
    ensemble.fates.iter().map(|fate| fate.starts - fate.starts_anyway).sum::<f64>() + 0.0
}

/// The year of independence in words.
pub(crate) fn said(independence: Independence, names: &Names) -> String {
    match (independence, names.words()) {
        (Independence::From(year), _) => year.to_string(),
        (Independence::Later, _) => format!("> {LAST_YEAR}"),
        (Independence::NotDependent, Some(words)) => words.get("independence-none"),
        (Independence::NotDependent, None) => "not_dependent".to_owned(),
    }
}

/// Its range.
pub(crate) fn range(found: &Distribution, names: &Names) -> String {
    if found.low == found.high {
        return said(found.low, names);
    }
    let text = |end: Independence| said(end, names);
    match names.words() {
        Some(words) => words.say("range-of", &Args::new().text("low", text(found.low)).text("high", text(found.high))),
        None => format!("{}..{}", text(found.low), text(found.high)),
    }
}
