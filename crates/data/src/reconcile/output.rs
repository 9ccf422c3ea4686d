//! Priors of output by country: one published table leads, others fill what it leaves open.
//!
//! The leading table is, in this order: the one the material's file names; USGS if it names at least three producers and
//! more than half of the world total; any table of tonnes that covers four fifths of the world total; published shares
//! that cover four fifths (those of 2016 to 2020 last) times the world total; else whatever covers most. Countries the
//! leading table withholds or does not name share the remainder to the world total in proportion to what other tables
//! say. A published zero stays zero. Nothing is averaged: conflicting tables stay in the data and are shown.

use std::collections::{BTreeMap, BTreeSet};

use adit_vocab::country::{Countries, CountryId};
use adit_vocab::figure::Bound;
use adit_vocab::material::StageInfo;
use adit_vocab::observation::{Flag, Observations, Origin, ProductionRow, Scope, ShareRow, WorldRow};

use super::prior::Prior;
use super::settings::Settings;

/// Part of the world total a table must cover to lead without being official.
pub const COVERAGE: f64 = 0.8;
/// Producers an official table must name to lead.
pub const FEWEST_PRODUCERS: usize = 3;
/// The official table: start of the ids of its editions.
const OFFICIAL: &str = "usgs_mcs";
/// Published shares as old as 2016 to 2020.
const OLD_SHARES: &str = "ec_crm_2023";
/// Part of world output from old shares at which the stage counts as resting on them.
const OLD_PART: f64 = 0.2;

/// Output of one stage before reconciliation.
#[derive(Clone, Debug, Default)]
pub struct OutputPriors {
    /// Output by country, from ore and scrap as the world total counts it.
    pub by_country: BTreeMap<CountryId, Prior>,
    /// Known output from scrap by country, inside `by_country`.
    pub secondary: BTreeMap<CountryId, Prior>,
    /// World total, on the same definition as `by_country` less scrap it does not count.
    pub world: Option<Prior>,
    /// World output from scrap, if published or assumed.
    pub world_secondary: Option<Prior>,
    /// Part of the published world total that no table assigns to a country.
    pub unassigned: f64,
    /// True if the published world total includes output from scrap.
    pub includes_scrap: bool,
    /// True if a fifth or more rests on shares older than three years.
    pub old_shares: bool,
}

/// Rows of one material at one stage.
struct Rows<'a> {
    production: Vec<&'a ProductionRow>,
    world: Vec<&'a WorldRow>,
    shares: Vec<&'a ShareRow>,
}

/// Builds the priors; `None` if no country's output is known.
pub fn output_priors(
    material: &str,
    info: &StageInfo,
    data: &Observations,
    countries: &Countries,
    settings: &Settings,
) -> Option<OutputPriors> {
    let stage = info.id;
    let rows = Rows {
        production: data.production.iter().filter(|row| row.material == material && row.stage == stage).collect(),
        world: data.world.iter().filter(|row| row.material == material && row.stage == stage).collect(),
        shares: data
            .shares
            .iter()
            .filter(|row| row.material == material && row.stage == stage && row.scope == Scope::World)
            .collect(),
    };
    let country_of = |code: &str| countries.by_iso3(settings.merged.get(code).map_or(code, String::as_str));

    let tables = tables(&rows, settings.base_year, &country_of);
    let named: f64 = tables.iter().map(|table| table.tonnes.values().sum::<f64>()).fold(0.0, f64::max);
    let (world_row, includes_scrap) = world_total(&rows, settings.base_year);
    let world_value = world_row.and_then(|row| row.tonnes).unwrap_or(named).max(lead_sum(&tables));
    if world_value <= 0.0 {
        return None;
    }
    let shares = share_tables(&rows, &country_of);
    let lead = choose(&info.lead, &tables, &shares, world_value);

    let mut priors = OutputPriors { includes_scrap, ..OutputPriors::default() };
    let floor = settings.spread.floor.value * world_value;
    let mut open: BTreeMap<CountryId, (f64, String)> = BTreeMap::new();
    let mut lead_total = 0.0;
    let mut zeros: BTreeSet<CountryId> = BTreeSet::new(); // published as a real zero: no unknown, no fill-in
    match &lead {
        Lead::Tonnes(table) => {
            for (&country, &tonnes) in &table.tonnes {
                if tonnes == 0.0 {
                    zeros.insert(country);
                    continue;
                }
                let spread = if table.firm { settings.spread.official.value } else { settings.spread.fill_in.value };
                priors.by_country.insert(country, Prior::relative(tonnes, spread, floor, table.source.clone()));
                lead_total += tonnes;
            }
        }
        Lead::Shares(table) => {
            let sum: f64 = table.shares.values().sum::<f64>() + table.others;
            for (&country, &share) in &table.shares {
                let tonnes = share / sum.max(1.0) * world_value;
                let prior = Prior::relative(
                    tonnes,
                    settings.spread.fill_in.value,
                    floor,
                    format!("{} share x world total", table.source),
                );
                priors.by_country.insert(country, prior);
                lead_total += tonnes;
            }
        }
        Lead::None => {}
    }
    for table in &tables {
        for (&country, &tonnes) in &table.tonnes {
            if !priors.by_country.contains_key(&country) && !zeros.contains(&country) && tonnes > 0.0 {
                open.entry(country).or_insert((tonnes, table.source.clone()));
            }
        }
    }
    for table in &shares {
        for (&country, &share) in &table.shares {
            if !priors.by_country.contains_key(&country) && !zeros.contains(&country) && share > 0.0 {
                open.entry(country).or_insert((share * world_value, format!("{} share x world total", table.source)));
            }
        }
    }
    let remainder = (world_value - lead_total).max(0.0);
    let claimed: f64 = open.values().map(|(tonnes, _)| tonnes).sum();
    let scale = if claimed > 0.0 { (remainder / claimed).min(1.0) } else { 0.0 };
    let mut old = match &lead {
        Lead::Shares(table) if table.source == OLD_SHARES => lead_total,
        _ => 0.0,
    };
    for (country, (tonnes, source)) in open {
        if tonnes * scale > floor {
            if source.starts_with(OLD_SHARES) {
                old += tonnes * scale;
            }
            let prior = Prior::relative(
                tonnes * scale,
                settings.spread.remainder.value,
                floor,
                format!("{source}, fitted to the remainder"),
            );
            priors.by_country.insert(country, prior);
        }
    }
    priors.old_shares = old > OLD_PART * world_value;

    let assigned: f64 = priors.by_country.values().map(|prior| prior.value).sum();
    if assigned <= 0.0 {
        return None;
    }
    let basis = world_row.map_or_else(|| "sum of countries".to_owned(), |row| row.source.clone());
    let spread = match world_row {
        Some(row) if row.flag == Flag::Assumption => assumed_spread(row, world_value),
        _ => settings.spread.world_total.value * world_value,
    };
    priors.unassigned = if world_value - assigned > floor { world_value - assigned } else { 0.0 };
    priors.world = Some(Prior { value: assigned, spread, basis });

    scrap(&rows, settings, floor, includes_scrap, &country_of, &mut priors);
    Some(priors)
}

/// Known output from scrap. Where the world total counts ore only, scrap comes on top of the country's output.
fn scrap(
    rows: &Rows<'_>,
    settings: &Settings,
    floor: f64,
    includes_scrap: bool,
    country_of: &impl Fn(&str) -> Option<CountryId>,
    priors: &mut OutputPriors,
) {
    let spread = settings.spread.secondary.value;
    for row in nearest_year(rows.production.iter().copied().filter(|row| row.kind == Origin::Secondary), settings.base_year) {
        let (Some(country), Some(tonnes)) = (country_of(&row.country), row.tonnes) else { continue };
        let known = Prior::relative(tonnes, settings.spread.official.value, floor, row.source.clone());
        if !includes_scrap {
            let entry = priors.by_country.entry(country).or_insert_with(|| Prior::relative(0.0, 0.0, floor, row.source.clone()));
            entry.value += tonnes;
            entry.spread = entry.spread.hypot(known.spread);
        } else if let Some(entry) = priors.by_country.get_mut(&country)
            && entry.value < tonnes
        {
            entry.value = tonnes;
            entry.spread = entry.spread.max(known.spread);
        }
        priors.secondary.insert(country, known);
    }
    priors.world_secondary = rows
        .world
        .iter()
        .filter(|row| row.kind == Origin::Secondary)
        .min_by_key(|row| (row.year - settings.base_year).abs())
        .and_then(|row| row.tonnes.map(|tonnes| Prior::relative(tonnes, spread, floor, row.source.clone())));
}

fn assumed_spread(row: &WorldRow, value: f64) -> f64 {
    match (row.low, row.high) {
        (Some(low), Some(high)) => (high - low) / 4.0, // low to high read as a 95 % range
        _ => value * 0.1,
    }
}

/// The world total nearest the base year, official first; whether it counts scrap.
fn world_total<'a>(rows: &Rows<'a>, base_year: i32) -> (Option<&'a WorldRow>, bool) {
    let best = rows
        .world
        .iter()
        .copied()
        .filter(|row| row.kind != Origin::Secondary && row.tonnes.is_some())
        .min_by_key(|row| ((row.year - base_year).abs(), !row.source.starts_with(OFFICIAL), row.flag == Flag::Assumption));
    let total = best.map_or_else(
        || rows.production.iter().any(|row| row.kind == Origin::Total && row.source.starts_with(OFFICIAL)),
        |row| row.kind == Origin::Total,
    );
    (best, total)
}

/// One publisher's table of tonnes.
struct TonnesTable {
    source: String,
    firm: bool,
    tonnes: BTreeMap<CountryId, f64>,
}

/// One publisher's table of shares.
struct ShareTable {
    source: String,
    shares: BTreeMap<CountryId, f64>,
    others: f64,
}

enum Lead<'a> {
    Tonnes(&'a TonnesTable),
    Shares(&'a ShareTable),
    None,
}

fn tables(rows: &Rows<'_>, base_year: i32, country_of: &impl Fn(&str) -> Option<CountryId>) -> Vec<TonnesTable> {
    let mut by_source: BTreeMap<&str, Vec<&ProductionRow>> = BTreeMap::new();
    for &row in rows.production.iter().filter(|row| row.kind != Origin::Secondary) {
        by_source.entry(&row.source).or_default().push(row);
    }
    let mut tables: Vec<TonnesTable> = by_source
        .into_iter()
        .map(|(source, rows)| {
            let mut tonnes: BTreeMap<CountryId, f64> = BTreeMap::new();
            // a total includes the primary row of the same country, so it wins
            let mut rows = nearest_year(rows.into_iter(), base_year);
            rows.sort_by_key(|row| row.kind == Origin::Total);
            for row in rows {
                if let (Some(country), Some(quantity)) = (country_of(&row.country), row.tonnes) {
                    tonnes.insert(country, quantity);
                }
            }
            TonnesTable { source: source.to_owned(), firm: source.starts_with(OFFICIAL), tonnes }
        })
        .collect();
    tables.sort_by_key(|table| !table.firm);
    tables
}

/// Of rows that differ only in the year, the one nearest the base year (the later of two equally near ones is left out).
fn nearest_year<'a>(rows: impl Iterator<Item = &'a ProductionRow>, base_year: i32) -> Vec<&'a ProductionRow> {
    let mut best: BTreeMap<(&str, Origin), &ProductionRow> = BTreeMap::new();
    for row in rows {
        let distance = |row: &ProductionRow| ((row.year - base_year).abs(), row.year);
        let entry = best.entry((&row.country, row.kind)).or_insert(row);
        if distance(row) < distance(entry) {
            *entry = row;
        }
    }
    best.into_values().collect()
}

fn share_tables(rows: &Rows<'_>, country_of: &impl Fn(&str) -> Option<CountryId>) -> Vec<ShareTable> {
    let mut by_source: BTreeMap<&str, ShareTable> = BTreeMap::new();
    for row in &rows.shares {
        let Some(share) = row.share.filter(|_| row.bound != Some(Bound::Below)) else { continue };
        let table = by_source.entry(&row.source).or_insert_with(|| ShareTable {
            source: row.source.clone(),
            shares: BTreeMap::new(),
            others: 0.0,
        });
        match country_of(&row.supplier) {
            Some(country) => *table.shares.entry(country).or_default() += share,
            None => table.others += share,
        }
    }
    let mut tables: Vec<ShareTable> = by_source.into_values().collect();
    tables.sort_by_key(|table| table.source == OLD_SHARES);
    tables
}

fn lead_sum(tables: &[TonnesTable]) -> f64 {
    tables.iter().filter(|table| table.firm).map(|table| table.tonnes.values().sum()).fold(0.0, f64::max)
}

fn choose<'a>(wanted: &str, tables: &'a [TonnesTable], shares: &'a [ShareTable], world: f64) -> Lead<'a> {
    if let Some(table) = tables.iter().find(|table| table.source == wanted) {
        return Lead::Tonnes(table);
    }
    if let Some(table) = shares.iter().find(|table| table.source == wanted) {
        return Lead::Shares(table);
    }
    let sum = |table: &TonnesTable| table.tonnes.values().sum::<f64>();
    let cover = |table: &ShareTable| table.shares.values().sum::<f64>();
    let producers = |table: &TonnesTable| table.tonnes.values().filter(|tonnes| **tonnes > 0.0).count();
    if let Some(table) =
        tables.iter().find(|table| table.firm && producers(table) >= FEWEST_PRODUCERS && sum(table) > world / 2.0)
    {
        return Lead::Tonnes(table);
    }
    if let Some(table) = tables.iter().find(|table| sum(table) >= COVERAGE * world) {
        return Lead::Tonnes(table);
    }
    if let Some(table) = shares.iter().find(|table| cover(table) >= COVERAGE) {
        return Lead::Shares(table);
    }
    let best_tonnes = tables.iter().max_by(|a, b| sum(a).total_cmp(&sum(b)));
    let best_shares = shares.iter().max_by(|a, b| cover(a).total_cmp(&cover(b)));
    match (best_tonnes, best_shares) {
        (Some(tonnes), Some(shares)) if cover(shares) * world > sum(tonnes) => Lead::Shares(shares),
        (Some(tonnes), _) if sum(tonnes) > 0.0 => Lead::Tonnes(tonnes),
        (_, Some(shares)) => Lead::Shares(shares),
        _ => Lead::None,
    }
}

/// Gives the unassigned part of the world total to countries that ship more than they make and buy, as far as their
/// exports show it: partners' records reveal producers that no table names.
pub fn assign_to_net_exporters(priors: &mut OutputPriors, left: &BTreeMap<CountryId, f64>, world: f64, settings: &Settings) {
    let floor = settings.spread.floor.value * world;
    let missing: BTreeMap<CountryId, f64> =
        left.iter().filter(|(_, left)| **left < -floor).map(|(&country, left)| (country, -left)).collect();
    let claimed: f64 = missing.values().sum();
    if claimed <= 0.0 || priors.unassigned <= floor {
        return;
    }
    let scale = (priors.unassigned / claimed).min(1.0);
    for (country, tonnes) in missing {
        let tonnes = tonnes * scale;
        if tonnes < floor {
            continue;
        }
        let basis = "part of the world total no table assigns, by net exports";
        let entry =
            priors.by_country.entry(country).or_insert_with(|| Prior { value: 0.0, spread: 0.0, basis: basis.to_owned() });
        entry.value += tonnes;
        entry.spread = entry.spread.hypot(settings.spread.remainder.value * tonnes).max(floor);
        if entry.basis != basis {
            entry.basis = format!("{}; {basis}", entry.basis);
        }
        priors.unassigned -= tonnes;
        if let Some(total) = &mut priors.world {
            total.value += tonnes;
        }
    }
    priors.unassigned = priors.unassigned.max(0.0);
}
