//! What ships, and pathways through it for tests: one plant, the middle of all ranges.

use adit_data::files::FileSet;
use adit_data::{read_baseline, read_parameters, read_reference};
use adit_model::world::BasePrices;
use adit_model::years::growth::Growth;
use adit_model::years::plants::Luck;
use adit_model::years::{Start, Unsolved, Years, follow};
use adit_vocab::baseline::{Baseline, Market};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Parameters;
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Behaviour, Package, Policy, Terms};
use adit_vocab::project::{Kind, Project, ProjectRow, Status};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::years::YearParameters;

pub const BASE: i32 = 2024;
pub const LAST: i32 = 2045;

/// What ships.
pub struct Shipped {
    pub reference: Reference,
    pub baseline: Baseline,
    pub parameters: Parameters,
    pub years: YearParameters,
}

impl Shipped {
    pub fn new() -> Shipped {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("the data inside the program is right");
        let years = include_str!("../../../../data/years.toml");
        Shipped {
            baseline: read_baseline(&files, &reference).expect("there is a baseline"),
            parameters: read_parameters(&files).expect("there are parameters"),
            years: toml::from_str(years).expect("years.toml can be read"),
            reference,
        }
    }

    pub fn country(&self, iso3: &str) -> CountryId {
        self.reference.countries.by_iso3(iso3).expect("a country")
    }

    pub fn market(&self, material: &str) -> &Market {
        let of = |market: &&Market| self.reference.materials.get(market.material).id == material;
        self.baseline.markets.iter().flatten().find(of).expect("a market")
    }

    /// A plant of a fiftieth of world output.
    pub fn project(&self, material: &str, stage: Stage, country: &str, status: Status) -> Project {
        let market = self.market(material);
        let output = market.stage(stage).expect("the stage").world_output();
        Project {
            row: ProjectRow {
                id: "plant".to_owned(),
                name: "Plant".to_owned(),
                company: String::new(),
                country: country.to_owned(),
                material: material.to_owned(),
                stage,
                kind: Kind::Refinery,
                status,
                as_of: "2025-01".to_owned(),
                capacity: Some(0.02 * output),
                unit: "t".to_owned(),
                content: Some(1.0),
                first_output: None,
                part: None,
                capex_usd_m: None,
                opex_usd_per_t: None,
                support: String::new(),
                source: String::new(),
                publisher: String::new(),
                published: String::new(),
                address: String::new(),
                confidence: String::new(),
                note: String::new(),
            },
            country: self.country(country),
            material: market.material,
        }
    }

    pub fn follow(&self, material: &str, projects: &[&Project], package: &Package, growth: f64, pools: bool) -> Pathway {
        self.watched(material, projects, package, growth, pools, |_| ())
    }

    /// The same; `see` sees the market after every year.
    pub fn watched(
        &self,
        material: &str,
        projects: &[&Project],
        package: &Package,
        growth: f64,
        pools: bool,
        mut see: impl FnMut(&mut Years),
    ) -> Pathway {
        let market = self.market(material);
        let china = self.country("CHN");
        let pools: Vec<_> = if pools {
            let of = |stage: Stage| (stage, self.country("USA"), Kind::Refinery);
            market.stages.iter().map(|balance| of(balance.stage)).collect()
        } else {
            Vec::new()
        };
        let start = Start {
            material: market.material,
            market,
            stage: None,
            base_year: BASE,
            prices: BasePrices { mine: None, refined: Some(1000.0), magnet: None },
            values: self.parameters.of(self.reference.materials.get(market.material)).values(),
            years: self.years.values(),
            ranges: &self.years,
            growth: Growth::steady(BASE, growth),
            supplier: china,
            home: &[self.country("USA")],
            package,
            projects,
            pools: &pools,
            luck: &|_| Luck::MIDDLE,
        };
        let each = |years: &mut Years| -> Result<(), Unsolved> {
            see(years);
            Ok(())
        };
        follow(start, LAST, each).unwrap_or_else(|unsolved| panic!("{material}: {unsolved:?}"))
    }
}

/// A measure that means every plant.
pub fn policy(terms: Terms, from: i32, until: Option<i32>) -> Policy {
    Policy { terms, from, until, countries: Vec::new(), on: Vec::new(), projects: Vec::new(), materials: Vec::new(), stage: None }
}

/// Measures and a behaviour.
pub fn package(policies: Vec<Policy>, behaviour: Behaviour) -> Package {
    Package { policies, behaviour, ..Package::default() }
}
