//! `baseline/*.csv`: the reconciled year, written by `adit data build` and read by every question.
//!
//! Values are written with as many digits as it takes to read the same number back, so that balances stay closed;
//! priors and spreads with four significant digits, quality measures with six.

use csv::{ReaderBuilder, StringRecord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use adit_vocab::baseline::{Baseline, Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::csv_table::{Row, parse_bytes};
use crate::checks::Known;
use crate::files::FileSet;

/// Base year.
pub const META: &str = "baseline/meta.csv";
/// Items of every country.
pub const NODES: &str = "baseline/nodes.csv";
/// Flows between countries.
pub const FLOWS: &str = "baseline/flows.csv";
/// How well each stage is known.
pub const QUALITY: &str = "baseline/quality.csv";
/// The files in name order: the order in which they are hashed.
pub const FILES: [&str; 4] = [FLOWS, META, NODES, QUALITY];

const META_COLUMNS: [&str; 3] = ["year", "inputs", "content"];
const NODE_COLUMNS: [&str; 8] = ["material", "stage", "country", "item", "tonnes", "prior", "spread", "basis"];
const FLOW_COLUMNS: [&str; 8] = ["material", "stage", "exporter", "importer", "tonnes", "prior", "spread", "basis"];
const QUALITY_COLUMNS: [&str; 14] = [
    "material",
    "stage",
    "grade",
    "trade",
    "includes_scrap",
    "unassigned",
    "old_shares",
    "moved_output",
    "moved_world",
    "moved_trade",
    "hidden",
    "absorption",
    "us_use_ratio",
    "recovery",
];

/// The row of `meta.csv`: what the baseline was built from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MetaRow {
    /// Base year.
    pub year: i32,
    /// Digest of the input files.
    pub inputs: String,
    /// Digest of the other three files.
    pub content: String,
}

/// A row of `nodes.csv`: one item of one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NodeRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// ISO3.
    pub country: String,
    /// Which part of the balance.
    pub item: Item,
    /// Tonnes after reconciliation.
    pub tonnes: f64,
    /// Tonnes before.
    pub prior: Option<f64>,
    /// Standard deviation of the prior, tonnes.
    pub spread: Option<f64>,
    /// Where the prior comes from.
    pub basis: String,
}

/// A row of `flows.csv`: what one country ships to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// ISO3 of the exporter.
    pub exporter: String,
    /// ISO3 of the importer.
    pub importer: String,
    /// Tonnes after reconciliation.
    pub tonnes: f64,
    /// Tonnes before.
    pub prior: Option<f64>,
    /// Standard deviation of the prior, tonnes.
    pub spread: Option<f64>,
    /// Where the prior comes from.
    pub basis: String,
}

/// A row of `quality.csv`: how well one stage is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QualityRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// The grade that follows from the rest.
    pub grade: Grade,
    /// How trade is known.
    pub trade: TradeKnowledge,
    /// 1 if the world output counts output from scrap.
    pub includes_scrap: u8,
    /// World output in tonnes that no publisher assigns to a country.
    pub unassigned: f64,
    /// 1 if output by country rests on shares older than three years.
    pub old_shares: u8,
    /// Relative move of country output.
    pub moved_output: f64,
    /// Relative move of world output.
    pub moved_world: f64,
    /// Relative move of trade.
    pub moved_trade: f64,
    /// Unrecorded flows and unexplained feed over world output.
    pub hidden: f64,
    /// Use beyond what size explains.
    pub absorption: f64,
    /// US use over the published figure.
    pub us_use_ratio: Option<f64>,
    /// Tonnes refined per tonne of ore basis, the same in all rows of a material; in a row of magnets, tonnes in them per
    /// tonne of refined material.
    pub recovery: Option<f64>,
}

/// True if the baseline has been built.
pub fn exists(files: &FileSet) -> bool {
    FILES.iter().all(|name| files.has(name))
}

/// Reads the baseline.
pub fn read_baseline(files: &FileSet, reference: &Reference) -> Result<Baseline, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut bytes = Vec::new();
    for name in FILES {
        match files.read(name) {
            Ok(content) => bytes.push((files.shown(name), content)),
            Err(mut problem) => {
                problem.expected = "the baseline; `adit data build` makes it".into();
                problems.push(problem);
            }
        }
    }
    let [(flows_file, flows), (meta_file, meta), (nodes_file, nodes), (quality_file, quality)] = &bytes[..] else {
        return Err(problems);
    };
    let digest = digest(bytes.iter().map(|(_, content)| content.as_ref()));
    let (flows_bytes, nodes_bytes, quality_bytes) = (flows.as_ref(), nodes.as_ref(), quality.as_ref());

    let metas = parse_bytes(meta_file, meta, &META_COLUMNS, &mut problems, |row| {
        Some(MetaRow { year: row.year("year"), inputs: row.needed("inputs"), content: row.needed("content") })
    });
    if metas.len() > 1 {
        problems.push(Problem::new(meta_file, "line 3", format!("{} years", metas.len()), "one base year"));
    }
    let qualities = read_quality(quality_file, quality, reference, &mut problems);
    // the two long tables side by side; their problems stand in this order
    let mut of_flows = Vec::new();
    let (items, flows) = rayon::join(
        || read_nodes(nodes_file, nodes, reference, &mut problems),
        || read_flows(flows_file, flows, reference, &mut of_flows),
    );
    problems.append(&mut of_flows);
    if !problems.is_empty() {
        return Err(problems);
    }
    let markets = assemble(reference, qualities, items, flows, [quality_file, nodes_file, flows_file], &mut problems);
    let [MetaRow { year, inputs, content }] = &metas[..] else { return Err(problems) };
    if *content != content_digest([flows_bytes, nodes_bytes, quality_bytes]) {
        let found = "the other files are not those that were built";
        problems.push(Problem::new(meta_file, "content", found, "an unchanged baseline; `adit data build` makes it"));
    }
    // what is inside the program is compared by a test, not by every question
    match if files.is_shipped() { Ok(inputs.clone()) } else { files.reconciled_digest() } {
        Ok(now) if now == *inputs => {}
        Ok(_) => {
            let found = "the baseline was built from other input files than these";
            problems.push(Problem::new(meta_file, "inputs", found, "a baseline built from them; `adit data build` makes it"));
        }
        Err(problem) => problems.push(problem),
    }
    if problems.is_empty() { Ok(Baseline { year: *year, digest, inputs: inputs.clone(), markets }) } else { Err(problems) }
}

/// The files of a baseline, by name in the data directory, in name order.
pub fn baseline_files(baseline: &Baseline, reference: &Reference) -> Vec<(String, Vec<u8>)> {
    let iso3 = |country: CountryId| reference.countries.get(country).iso3.as_str();
    let mut flows = FLOW_COLUMNS.join(",") + "\n";
    let mut nodes = NODE_COLUMNS.join(",") + "\n";
    let mut quality = QUALITY_COLUMNS.join(",") + "\n";
    for market in baseline.markets.iter().flatten() {
        let material = &reference.materials.get(market.material).id;
        for balance in &market.stages {
            let stage = balance.stage.id();
            for node in &balance.nodes {
                for (item, datum) in &node.items {
                    nodes += &format!("{material},{stage},{},{},{}\n", iso3(node.country), item.id(), cells(datum));
                }
            }
            for flow in &balance.flows {
                flows += &format!("{material},{stage},{},{},{}\n", iso3(flow.exporter), iso3(flow.importer), cells(&flow.datum));
            }
            let q = &balance.quality;
            let trade = match q.trade {
                TradeKnowledge::Specific => "specific",
                TradeKnowledge::Basket => "basket",
                TradeKnowledge::Gravity => "gravity",
            };
            let measures =
                [q.moved_output, q.moved_world, q.moved_trade, q.hidden, q.absorption].map(|value| round(value, 6).to_string());
            quality += &format!(
                "{material},{stage},{},{trade},{},{},{},{},{},{}\n",
                q.grade.letter(),
                u8::from(balance.includes_scrap),
                balance.unassigned,
                u8::from(q.old_shares),
                measures.join(","),
                q.us_use_ratio.map_or(String::new(), |ratio| round(ratio, 6).to_string()),
                recovery(market, balance.stage).map_or(String::new(), |recovery| recovery.to_string()),
            );
        }
    }
    let content = content_digest([flows.as_bytes(), nodes.as_bytes(), quality.as_bytes()]);
    let meta = format!("{}\n{},{},{content}\n", META_COLUMNS.join(","), baseline.year, baseline.inputs);
    let named = |(name, text): (&str, String)| (name.to_owned(), text.into_bytes());
    [(FLOWS, flows), (META, meta), (NODES, nodes), (QUALITY, quality)].map(named).into()
}

/// The yield that a row states: that of the refineries, at the magnet stage that of the magnet makers.
fn recovery(market: &Market, stage: Stage) -> Option<f64> {
    if stage == Stage::Magnet { market.magnet_yield } else { market.recovery }
}

/// The digest that [`read_baseline`] will give these files.
pub fn digest_of(files: &[(String, Vec<u8>)]) -> String {
    digest(files.iter().map(|(_, bytes)| bytes.as_slice()))
}

/// Digest of all baseline files but the one that states it.
fn content_digest(files: [&[u8]; 3]) -> String {
    digest(files.into_iter())
}

fn digest<'a>(files: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    files.for_each(|bytes| hash.update(bytes));
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// `tonnes,prior,spread,basis`.
fn cells(datum: &Datum) -> String {
    let four = |value: Option<f64>| value.map_or(String::new(), |value| round(value, 4).to_string());
    let basis = if datum.basis.contains([',', '"', '\n']) {
        format!("\"{}\"", datum.basis.replace('"', "\"\""))
    } else {
        datum.basis.clone()
    };
    format!("{},{},{},{basis}", datum.value, four(datum.prior), four(datum.spread))
}

/// Rounds to significant digits.
fn round(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits - 1).parse().unwrap_or(value)
}

type StageKey = (MaterialId, Stage);

/// A row of the quality table with its key.
struct QualityEntry {
    key: StageKey,
    includes_scrap: bool,
    unassigned: f64,
    quality: Quality,
    recovery: Option<f64>,
}

fn read_quality(file: &str, bytes: &[u8], reference: &Reference, problems: &mut Vec<Problem>) -> Vec<QualityEntry> {
    let known = Known::new(reference);
    let mut rows = parse_bytes(file, bytes, &QUALITY_COLUMNS, problems, |row| {
        let material = reference.materials.by_id(&known.material(row, "material"));
        let (stage, grade, trade) = (row.word("stage"), row.word("grade"), row.word("trade"));
        let (includes_scrap, old_shares) = (row.flag("includes_scrap"), row.flag("old_shares"));
        let [moved_output, moved_world, moved_trade, hidden, absorption] =
            ["moved_output", "moved_world", "moved_trade", "hidden", "absorption"].map(|column| measure(row, column));
        let us_use_ratio = row.amount("us_use_ratio");
        let recovery = row.amount("recovery");
        let unassigned = measure(row, "unassigned");
        let (grade, trade) = (grade?, trade?);
        let quality =
            Quality { grade, trade, old_shares, moved_output, moved_world, moved_trade, hidden, absorption, us_use_ratio };
        Some(QualityEntry { key: (material?, stage?), includes_scrap, unassigned, quality, recovery })
    });
    rows.sort_by_key(|row| row.key);
    rows
}

fn measure(row: &mut Row<'_>, column: &str) -> f64 {
    let value = row.amount(column);
    if value.is_none() && row.cell(column).is_empty() {
        row.problem(column, "a number of 0 or more");
    }
    value.unwrap_or_default()
}

fn read_nodes(
    file: &str,
    bytes: &[u8],
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> Vec<(StageKey, CountryId, Item, Datum)> {
    let known = Known::new(reference);
    let mut rows = parse_bytes(file, bytes, &NODE_COLUMNS, problems, |row| {
        let material = reference.materials.by_id(&known.material(row, "material"));
        let country = reference.countries.by_iso3(&known.country(row, "country"));
        let (stage, item) = (row.word("stage"), row.word("item"));
        let signed = matches!(item, Some(Item::Unexplained | Item::StockDraw));
        let tonnes = if signed { row.number("tonnes") } else { row.amount("tonnes") };
        if tonnes.is_none() && row.cell("tonnes").is_empty() {
            row.problem("tonnes", "a number of tonnes");
        }
        let datum = Datum { value: tonnes?, prior: row.number("prior"), spread: row.amount("spread"), basis: row.text("basis") };
        Some(((material?, stage?), country?, item?, datum))
    });
    rows.sort_by_key(|(key, country, item, _)| (*key, *country, *item));
    rows
}

/// The largest table: read without the generic row reader wherever a row is good, so that a question starts at once.
fn read_flows(
    file: &str,
    bytes: &[u8],
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> Vec<(StageKey, CountryId, CountryId, Datum)> {
    let mut rows = quick_flows(bytes, reference).unwrap_or_else(|| {
        let known = Known::new(reference);
        parse_bytes(file, bytes, &FLOW_COLUMNS, problems, |row| {
            let material = reference.materials.by_id(&known.material(row, "material"));
            let exporter = reference.countries.by_iso3(&known.country(row, "exporter"));
            let importer = reference.countries.by_iso3(&known.country(row, "importer"));
            let stage = row.word("stage");
            let tonnes = row.amount("tonnes");
            if tonnes.is_none() && row.cell("tonnes").is_empty() {
                row.problem("tonnes", "a number of tonnes of 0 or more");
            }
            let datum =
                Datum { value: tonnes?, prior: row.number("prior"), spread: row.amount("spread"), basis: row.text("basis") };
            Some(((material?, stage?), exporter?, importer?, datum))
        })
    });
    if !rows.is_sorted_by_key(|(key, exporter, importer, _)| (*key, *exporter, *importer)) {
        rows.sort_by_key(|(key, exporter, importer, _)| (*key, *exporter, *importer));
    }
    rows
}

/// Reads a flow table in which nothing is wrong; `None` as soon as anything is, and the strict reader tells what.
fn quick_flows(bytes: &[u8], reference: &Reference) -> Option<Vec<(StageKey, CountryId, CountryId, Datum)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    if !(reader.read_record(&mut record).ok()? && record == FLOW_COLUMNS[..]) {
        return None;
    }
    let number = |cell: &str| cell.parse::<f64>().ok().filter(|value| value.is_finite());
    let optional = |cell: &str| if cell.is_empty() { Some(None) } else { number(cell).map(Some) };
    let mut rows: Vec<(StageKey, CountryId, CountryId, Datum)> = Vec::with_capacity(bytes.len() / 50);
    // Consecutive rows speak of the same stage and mostly of the same exporter.
    let (mut last_material, mut last_exporter) = ((String::new(), MaterialId(0)), (String::new(), CountryId(0)));
    while reader.read_record(&mut record).ok()? {
        if last_material.0 != record[0] {
            last_material = (record[0].to_owned(), reference.materials.by_id(&record[0])?);
        }
        if last_exporter.0 != record[2] {
            last_exporter = (record[2].to_owned(), reference.countries.by_iso3(&record[2])?);
        }
        let datum = Datum {
            value: number(&record[4]).filter(|tonnes| *tonnes >= 0.0)?,
            prior: optional(&record[5])?,
            spread: optional(&record[6])?.filter(|spread| *spread >= 0.0),
            basis: record[7].to_owned(),
        };
        let key = (last_material.1, record[1].parse().ok()?);
        rows.push((key, last_exporter.1, reference.countries.by_iso3(&record[3])?, datum));
    }
    (!rows.is_empty()).then_some(rows)
}

/// Puts the rows together; they are sorted, so that duplicates stand side by side.
fn assemble(
    reference: &Reference,
    qualities: Vec<QualityEntry>,
    items: Vec<(StageKey, CountryId, Item, Datum)>,
    flows: Vec<(StageKey, CountryId, CountryId, Datum)>,
    [quality_file, nodes_file, flows_file]: [&str; 3],
    problems: &mut Vec<Problem>,
) -> Vec<Option<Market>> {
    let name = |(material, stage): StageKey| format!("{} {stage}", reference.materials.get(material).id);
    let iso3 = |country: CountryId| reference.countries.get(country).iso3.as_str();
    for pair in qualities.windows(2).filter(|pair| pair[0].key == pair[1].key) {
        problems.push(Problem::new(quality_file, name(pair[0].key), "two rows", "one row for each material, stage"));
    }
    for pair in items.windows(2).filter(|pair| (pair[0].0, pair[0].1, pair[0].2) == (pair[1].0, pair[1].1, pair[1].2)) {
        let place = format!("{} {} {}", name(pair[0].0), iso3(pair[0].1), pair[0].2.id());
        problems.push(Problem::new(nodes_file, place, "two rows", "one row for each material, stage, country, item"));
    }
    for pair in flows.windows(2).filter(|pair| (pair[0].0, pair[0].1, pair[0].2) == (pair[1].0, pair[1].1, pair[1].2)) {
        let place = format!("{} {} to {}", name(pair[0].0), iso3(pair[0].1), iso3(pair[0].2));
        problems.push(Problem::new(flows_file, place, "two rows", "one row for each material, stage, exporter, importer"));
    }

    let mut markets: Vec<Option<Market>> = reference.materials.iter().map(|_| None).collect();
    let (mut items, mut flows) = (items.into_iter().peekable(), flows.into_iter().peekable());
    let mut orphan = |file: &str, key: StageKey| {
        problems.push(Problem::new(file, name(key), "a stage without quality", format!("a row of this stage in {quality_file}")));
    };
    for QualityEntry { key, includes_scrap, unassigned, quality, recovery } in qualities {
        while let Some((before, ..)) = items.next_if(|(item_key, ..)| *item_key < key) {
            orphan(nodes_file, before);
        }
        while let Some((before, ..)) = flows.next_if(|(flow_key, ..)| *flow_key < key) {
            orphan(flows_file, before);
        }
        let mut balance =
            StageBalance { stage: key.1, nodes: Vec::new(), flows: Vec::new(), unassigned, includes_scrap, quality };
        while let Some((_, country, item, datum)) = items.next_if(|(item_key, ..)| *item_key == key) {
            match balance.nodes.last_mut() {
                Some(node) if node.country == country => node.items.push((item, datum)),
                _ => balance.nodes.push(Node { country, items: vec![(item, datum)] }),
            }
        }
        while let Some((_, exporter, importer, datum)) = flows.next_if(|(flow_key, ..)| *flow_key == key) {
            balance.flows.push(Flow { exporter, importer, datum });
        }
        let market = markets[key.0.index()].get_or_insert_with(|| Market {
            material: key.0,
            stages: Vec::new(),
            recovery: None,
            magnet_yield: None,
        });
        if key.1 == Stage::Magnet {
            market.magnet_yield = recovery;
        } else if market.stages.is_empty() {
            market.recovery = recovery;
        }
        market.stages.push(balance);
    }
    items
        .map(|(key, ..)| (nodes_file, key))
        .chain(flows.map(|(key, ..)| (flows_file, key)))
        .for_each(|(file, key)| orphan(file, key));
    markets
}

#[cfg(test)]
mod tests;
