//! A small world for tests: nine materials, a dozen countries, every odd case the briefing must say right.
//!
//! Invented round numbers. Gallium is refined only, barite mined only, copper and cobalt are linked chains, dysprosium
//! and neodymium share their group's refinery, cesium and rubidium have no data, tungsten is not linked.

use adit_analysis::chain::chain;
use adit_analysis::exposure::{Exposure, MaterialExposure, all_materials, exposure};
use adit_analysis::screen::{Form, Subject, screen};
use adit_analysis::what_if::{BasePrices, DRAWS, IndustriesAsked, Question, party_months, what_if};
use adit_vocab::baseline::{Baseline, Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::{Bloc, Countries, Country, CountryId, Party};
use adit_vocab::figure::Bound;
use adit_vocab::geometry::{Geometry, Outline};
use adit_vocab::lang::Text;
use adit_vocab::material::{Material, MaterialId, Materials};
use adit_vocab::parameters::Parameters;
use adit_vocab::reference::Reference;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::source::{Ship, Source};
use adit_vocab::stage::Stage;
use serde_json::json;

use crate::briefing::pick;
use crate::fixture_losses::Losses;
use crate::fixture_pathways::pathways;
use crate::{BriefingInput, CutOff, CutOffFocus, Driver, Focus};

/// Reference and baseline of the small world.
pub struct World {
    /// Reference tables.
    pub reference: Reference,
    /// The year in balance.
    pub baseline: Baseline,
    /// Three squares of land, one across the date line, one of nobody.
    pub geometry: Geometry,
}

/// Builds it.
pub fn world() -> World {
    let reference = reference();
    let markets = reference.materials.iter().map(|(_, material)| market(material, &reference)).collect();
    let square = |west: f64, south: f64| {
        let east = if west + 20.0 > 180.0 { west - 340.0 } else { west + 20.0 };
        vec![[west, south], [east, south], [east, south + 20.0], [west, south + 20.0], [west, south]]
    };
    let land = |country: Option<&str>, west, south| Outline {
        country: country.and_then(|iso3| reference.countries.by_iso3(iso3)),
        rings: vec![square(west, south)],
    };
    let geometry =
        Geometry { outlines: vec![land(Some("CHN"), 90.0, 20.0), land(Some("USA"), 170.0, 40.0), land(None, 0.0, 0.0)] };
    World {
        geometry,
        reference,
        baseline: Baseline { year: 2024, digest: "0123456789ab".into(), inputs: String::new(), markets },
    }
}

impl World {
    /// The exposure of a country or bloc to a supplier, for all materials.
    pub fn ask(&self, asker: &str, against: &str) -> Exposure {
        self.ask_about(asker, against, &all_materials(&self.reference.materials))
    }

    /// The same for some materials.
    pub fn ask_about(&self, asker: &str, against: &str, materials: &[MaterialId]) -> Exposure {
        let against = self.reference.countries.by_iso3(against).expect("a country of the small world");
        exposure(&self.baseline, materials, &self.party(asker), against, &|country| Some(-0.2 * f64::from(country.0 % 5)))
    }

    /// What the briefing of an answer is made from.
    #[allow(dead_code, reason = "used where the fixture is part of the crate")]
    pub fn briefing<'a>(&'a self, exposure: &'a Exposure) -> BriefingInput<'a> {
        BriefingInput {
            reference: &self.reference,
            baseline: &self.baseline,
            exposure,
            focus: self.focus(exposure, pick(&self.reference, &self.baseline, exposure)),
            cutoff: self.cutoff(exposure),
            stockpile: Losses::stockpile(&self.reference, &self.baseline, exposure),
            pathways: pathways(&self.baseline, exposure),
            geometry: &self.geometry,
            question: "adit brief --for X & Y",
            data_edition: "2026.1",
            digest: "0123456789ab",
            version: "0.1.0",
            changed: &[],
        }
    }

    /// What the feared supplier could do, and the first of its materials month by month. Tests may leak.
    fn cutoff(&self, exposure: &Exposure) -> Option<&'static CutOff> {
        let (importer, against) = (&exposure.importer, exposure.against);
        if importer.has(against) {
            return None;
        }
        let parameters: Parameters = toml::from_str(include_str!("../../../data/model.toml")).expect("parameters");
        let prices = BasePrices { mine: Some(400.0), refined: Some(1000.0), magnet: None };
        let markets = exposure.materials.iter().filter_map(|entry| self.baseline.market(entry.material));
        let losses = Losses::of(importer, self.reference.countries.by_iso3("USA"));
        let buyers = Losses::buyers();
        let subjects: Vec<Subject> =
            markets.map(|market| Subject { market, prices, values: parameters.values(), buyers: buyers.clone() }).collect();
        let screen = screen(&subjects, &losses.asker(importer), Some(against), Form::FirstYear, &|| ());
        let focus = screen.outcomes.first().map(|outcome| {
            let measure = Measure::ExportBan;
            let shocks = [Shock { measure, by: against, stage: None, on: Vec::new(), start: 0, months: Some(12), leakage: None }];
            let material = outcome.stop.material;
            let market = self.baseline.market(material).expect("it was stopped");
            let asked = IndustriesAsked {
                asker: &losses.industries,
                buyers: &buyers,
                economy: &losses.economy,
                parameters: &losses.parameters,
            };
            let question = Question {
                market,
                prices,
                parameters: &parameters,
                shocks: &shocks,
                months: 12,
                importer,
                industries: Some(asked),
            };
            let answer = what_if(&question, DRAWS).expect("the market clears");
            let asker = party_months(&answer.central, importer);
            CutOffFocus { ban: true, material, answer, asker }
        });
        let drivers = vec![Driver { parameter: "stock_cover".to_owned(), at_low: 0.6, at_high: 0.1 }];
        let (industries, technologies) = (losses.hit(&screen), Losses::stopped(&screen));
        let dearest = screen.outcomes.first().map(|outcome| {
            (outcome.stop.material, vec![Driver { parameter: "affected_part".to_owned(), at_low: 2e8, at_high: 1e9 }])
        });
        let industries_known = losses.industries.members.iter().any(|member| member.worth.is_some());
        let found = CutOff { screen, focus, drivers, dearest, industries, technologies, industries_known };
        Some(Box::leak(Box::new(found)))
    }

    /// What is shown in the chain. Tests may leak.
    pub fn focus(&self, exposure: &Exposure, id: Option<MaterialId>) -> Option<&'static Focus> {
        let entry = self.ask_again(exposure, id?);
        let chain = self.baseline.market(id?).and_then(|market| chain(market, &exposure.importer));
        Some(Box::leak(Box::new(Focus { entry, chain })))
    }

    fn ask_again(&self, asked: &Exposure, id: MaterialId) -> MaterialExposure {
        let found = exposure(&self.baseline, &[id], &asked.importer, asked.against, &|_| None);
        found.materials[0].clone()
    }

    /// A material by its id.
    pub fn material(&self, id: &str) -> MaterialId {
        self.reference.materials.by_id(id).expect("a material of the small world")
    }

    fn party(&self, id: &str) -> Party {
        match self.reference.blocs.iter().find(|bloc| bloc.id == id) {
            Some(bloc) => Party { id: bloc.id.clone(), name: bloc.name.clone(), members: bloc.members.clone() },
            None => self.reference.party_of(self.reference.countries.by_iso3(id).expect("a country of the small world")),
        }
    }
}

fn country(iso3: &str, en: &str, de: &str, de_article: &str, de_plural: u8, en_article: &str, eu27: u8) -> Country {
    Country {
        iso3: iso3.into(),
        iso2: iso3[..2].into(),
        m49: "000".into(),
        name_en: en.into(),
        name_de: de.into(),
        aliases: String::new(),
        baci: String::new(),
        region: String::new(),
        lon: None,
        lat: None,
        eu27,
        de_article: de_article.into(),
        de_plural,
        en_article: en_article.into(),
    }
}

fn reference() -> Reference {
    let countries = Countries::new(vec![
        country("AUS", "Australia", "Australien", "", 0, "", 0),
        country("CHL", "Chile", "Chile", "", 0, "", 0),
        country("CHN", "China", "China", "", 0, "", 0),
        country("COD", "DR Congo", "DR Kongo", "die", 0, "the", 0),
        country("DEU", "Germany", "Deutschland", "", 0, "", 1),
        country("FIN", "Finland", "Finnland", "", 0, "", 1),
        country("IRQ", "Iraq", "Irak", "der", 0, "", 0),
        country("JPN", "Japan", "Japan", "", 0, "", 0),
        country("KAZ", "Kazakhstan", "Kasachstan", "", 0, "", 0),
        country("LAO", "Laos", "Laos", "", 0, "", 0),
        country("NLD", "Netherlands", "Niederlande", "die", 1, "the", 1),
        country("PER", "Peru", "Peru", "", 0, "", 0),
        country("USA", "United States", "USA", "die", 1, "the", 0),
        country("VAT", "Vatican City", "Vatikanstadt", "die", 0, "", 0),
    ]);
    let members = countries.iter().filter(|(_, country)| country.eu27 == 1).map(|(id, _)| id).collect();
    Reference {
        blocs: vec![Bloc {
            id: "EU".into(),
            name: Text { en: "European Union".into(), de: "Europäische Union".into() },
            aliases: String::new(),
            members,
        }],
        countries,
        materials: Materials::new(materials()),
        lists: Vec::new(),
        sources: vec![
            source("usgs_mcs2026", "Mineral Commodity Summaries 2026 and data release", "U.S. Geological Survey", "CC0"),
            source("baci_v202601", "BACI: International Trade Database at the Product Level", "CEPII", "Etalab 2.0"),
            source("unused", "A source nobody used", "Nobody", "none"),
        ],
    }
}

fn source(id: &str, title: &str, publisher: &str, licence: &str) -> Source {
    Source {
        id: id.into(),
        title: title.into(),
        publisher: publisher.into(),
        edition: "2026".into(),
        year: Some(2026),
        url_or_doi: format!("https://doi.org/10.0000/{id}"),
        licence: licence.into(),
        ship: Ship::Yes,
        note_en: String::new(),
    }
}

/// Read like a material's file, so that fields with a default need no mention here.
fn material(id: &str, en: &str, de: &str, group: &str, stages: &[Stage], reliance: Option<(f64, Option<Bound>)>) -> Material {
    let stage = |id: &Stage| json!({ "id": id, "product_en": format!("{id} product"), "product_de": "Produkt", "basis_en": "t", "basis_de": "t" });
    let end_use = |application: &str, application_de: &str, share: f64| {
        json!({
            "application": application, "application_de": application_de, "region": "USA",
            "share": { "value": share, "source": "usgs_mcs2026" },
        })
    };
    let mut file = json!({
        "id": id, "symbol": "", "kind": "metal", "group": group,
        "name": { "en": en, "de": de },
        "stage": stages.iter().map(stage).collect::<Vec<_>>(),
        "end_use": [end_use("Circuits & chips", "Schaltungen & Chips", 0.7), end_use("Lighting", "Beleuchtung", 0.3)],
        "limits": {
            "en": format!("{en}: what limits the data <in words> & signs."),
            "de": format!("{de}: was die Daten begrenzt, <in Worten> & Zeichen."),
        },
    });
    if let Some((value, bound)) = reliance {
        let mut figure = json!({ "value": value, "source": "usgs_mcs2026", "year": 2025 });
        if let Some(bound) = bound {
            figure["bound"] = json!(bound);
        }
        file["united_states"] = json!({ "mine_status": "", "not_mined": value >= 1.0, "net_import_reliance": figure });
    }
    serde_json::from_value(file).expect("a well-formed material")
}

fn materials() -> Vec<Material> {
    const BOTH: [Stage; 2] = [Stage::Mine, Stage::Refined];
    let mut group = material("rare_earths", "rare earths", "Seltene Erden", "", &BOTH, None);
    group.members = vec!["dysprosium".into(), "neodymium".into()];
    vec![
        group,
        material("barite", "barite", "Baryt", "", &[Stage::Mine], Some((0.75, Some(Bound::Above)))),
        material("cesium", "cesium", "Cäsium", "", &BOTH, Some((1.0, None))),
        material("cobalt", "cobalt", "Kobalt", "", &BOTH, Some((0.79, None))),
        material("copper", "copper", "Kupfer", "", &BOTH, Some((0.57, None))),
        material("dysprosium", "dysprosium", "Dysprosium", "rare_earths", &BOTH, Some((1.0, None))),
        material("gallium", "gallium", "Gallium", "", &[Stage::Refined], Some((1.0, None))),
        material("neodymium", "neodymium", "Neodym", "rare_earths", &BOTH, Some((0.8, None))),
        material("rubidium", "rubidium", "Rubidium", "", &BOTH, Some((1.0, None))),
        material("tungsten", "tungsten", "Wolfram", "", &BOTH, None),
    ]
}

type Amounts<'a> = &'a [(&'a str, f64)];

/// What one stage of one market is made from.
struct Sketch<'a> {
    stage: Stage,
    grade: Grade,
    trade: TradeKnowledge,
    output: Amounts<'a>,
    flows: &'a [(&'a str, &'a str, f64)],
    used: Amounts<'a>,
    feed: Amounts<'a>,
}

fn market(material: &Material, reference: &Reference) -> Option<Market> {
    use Grade::{A, B, C, D};
    use Stage::{Mine, Refined};
    use TradeKnowledge::{Basket, Gravity, Specific};
    let sketch = |stage, grade, trade, output, flows, used, feed| Sketch { stage, grade, trade, output, flows, used, feed };
    let (recovery, sketches): (Option<f64>, Vec<Sketch>) = match material.id.as_str() {
        "gallium" => (
            None,
            vec![sketch(
                Refined,
                C,
                Basket,
                &[("CHN", 600.0), ("JPN", 5.0), ("DEU", 2.0)],
                &[("CHN", "USA", 15.0), ("CHN", "JPN", 150.0), ("JPN", "USA", 25.0), ("CHN", "DEU", 40.0), ("DEU", "NLD", 10.0)],
                &[("CHN", 395.0), ("USA", 40.0), ("JPN", 130.0), ("DEU", 32.0), ("NLD", 10.0)],
                &[],
            )],
        ),
        "barite" => (
            None,
            vec![sketch(
                Mine,
                A,
                Specific,
                &[("CHN", 2_000_000.0), ("KAZ", 800_000.0), ("USA", 300_000.0)],
                &[("CHN", "USA", 900_000.0), ("KAZ", "DEU", 90_000.0)],
                &[("CHN", 1_100_000.0), ("USA", 1_200_000.0), ("DEU", 90_000.0), ("KAZ", 710_000.0)],
                &[],
            )],
        ),
        "cobalt" => (
            Some(0.9),
            vec![
                sketch(
                    Mine,
                    B,
                    Specific,
                    &[("COD", 200_000.0), ("AUS", 10_000.0), ("CHN", 2_000.0), ("FIN", 1_500.0)],
                    &[("COD", "CHN", 190_000.0), ("COD", "FIN", 10_000.0), ("AUS", "JPN", 10_000.0)],
                    &[],
                    &[("CHN", 192_000.0), ("FIN", 11_500.0), ("JPN", 10_000.0)],
                ),
                sketch(
                    Refined,
                    C,
                    Specific,
                    &[("CHN", 172_800.0), ("FIN", 10_350.0), ("JPN", 9_000.0)],
                    &[
                        ("CHN", "USA", 2_000.0),
                        ("JPN", "USA", 5_000.0),
                        ("CHN", "JPN", 20_000.0),
                        ("FIN", "DEU", 3_000.0),
                        ("CHN", "DEU", 4_000.0),
                    ],
                    &[("CHN", 146_800.0), ("USA", 7_000.0), ("JPN", 24_000.0), ("DEU", 7_000.0), ("FIN", 7_350.0)],
                    &[],
                ),
            ],
        ),
        "copper" => (
            Some(0.97),
            vec![
                sketch(
                    Mine,
                    A,
                    Specific,
                    &[
                        ("CHL", 5_300_000.0),
                        ("COD", 3_300_000.0),
                        ("PER", 2_600_000.0),
                        ("CHN", 1_800_000.0),
                        ("USA", 1_100_000.0),
                    ],
                    &[
                        ("CHL", "CHN", 3_000_000.0),
                        ("PER", "CHN", 2_600_000.0),
                        ("COD", "CHN", 2_000_000.0),
                        ("CHL", "DEU", 600_000.0),
                    ],
                    &[],
                    &[("CHL", 1_700_000.0), ("COD", 1_300_000.0), ("CHN", 9_400_000.0), ("USA", 1_100_000.0), ("DEU", 600_000.0)],
                ),
                sketch(
                    Refined,
                    B,
                    Specific,
                    &[("CHN", 9_118_000.0), ("CHL", 1_649_000.0), ("COD", 1_261_000.0), ("USA", 1_067_000.0), ("DEU", 582_000.0)],
                    &[("CHL", "USA", 800_000.0), ("COD", "CHN", 1_000_000.0), ("CHL", "DEU", 200_000.0)],
                    &[("CHN", 10_118_000.0), ("CHL", 649_000.0), ("COD", 261_000.0), ("USA", 1_867_000.0), ("DEU", 782_000.0)],
                    &[],
                ),
            ],
        ),
        "dysprosium" | "neodymium" => {
            let size = if material.id == "dysprosium" { 1.0 } else { 40.0 };
            return Some(rare_earth(size, D, reference));
        }
        "rare_earths" => {
            return Some(rare_earth(41.0, C, reference));
        }
        "tungsten" => (
            None,
            vec![
                sketch(Mine, C, Gravity, &[("CHN", 67_000.0), ("KAZ", 10_000.0)], &[], &[], &[]),
                sketch(
                    Refined,
                    D,
                    Gravity,
                    &[("CHN", 70_000.0), ("DEU", 8_000.0), ("USA", 4_000.0)],
                    &[("CHN", "USA", 6_000.0), ("CHN", "DEU", 1_000.0)],
                    &[("CHN", 63_000.0), ("USA", 10_000.0), ("DEU", 9_000.0)],
                    &[],
                ),
            ],
        ),
        _ => return None,
    };
    let stages = sketches.iter().map(|sketch| balance(sketch, reference)).collect();
    Some(Market { material: reference.materials.by_id(&material.id)?, stages, recovery, magnet_yield: None })
}

/// A rare earth: mine shares of its own, refinery shares of the group.
fn rare_earth(size: f64, refined_grade: Grade, reference: &Reference) -> Market {
    let mine: Vec<(&str, f64)> = vec![("CHN", 400.0 * size), ("AUS", 300.0 * size), ("LAO", 310.0 * size)];
    let to_china = [("AUS", "CHN", 240.0 * size), ("LAO", "CHN", 310.0 * size)];
    let feed = [("CHN", 950.0 * size), ("AUS", 60.0 * size)];
    let refined = [("CHN", 900.0 * size), ("AUS", 57.0 * size)];
    let flows =
        [("CHN", "USA", 30.0 * size), ("CHN", "JPN", 200.0 * size), ("JPN", "USA", 30.0 * size), ("CHN", "DEU", 20.0 * size)];
    let used = [("CHN", 650.0 * size), ("USA", 60.0 * size), ("JPN", 170.0 * size), ("DEU", 20.0 * size), ("AUS", 57.0 * size)];
    let stages = vec![
        balance(
            &Sketch {
                stage: Stage::Mine,
                grade: Grade::C,
                trade: TradeKnowledge::Gravity,
                output: &mine,
                flows: &to_china,
                used: &[],
                feed: &feed,
            },
            reference,
        ),
        balance(
            &Sketch {
                stage: Stage::Refined,
                grade: refined_grade,
                trade: TradeKnowledge::Gravity,
                output: &refined,
                flows: &flows,
                used: &used,
                feed: &[],
            },
            reference,
        ),
    ];
    Market { material: MaterialId(0), stages, recovery: Some(0.95), magnet_yield: None }
}

fn balance(sketch: &Sketch, reference: &Reference) -> StageBalance {
    let id = |iso3: &str| reference.countries.by_iso3(iso3).expect("a country of the small world");
    let datum = |value: f64| Datum { value, prior: Some(value), spread: None, basis: "usgs_mcs2026 reported".into() };
    let amount = |amounts: Amounts, country: CountryId| {
        amounts.iter().find(|(iso3, _)| id(iso3) == country).map_or(0.0, |(_, tonnes)| *tonnes)
    };
    let mut flows: Vec<Flow> = sketch
        .flows
        .iter()
        .map(|&(from, to, tonnes)| Flow {
            exporter: id(from),
            importer: id(to),
            datum: Datum { basis: "baci_v202601".into(), ..datum(tonnes) },
        })
        .collect();
    flows.sort_by_key(|flow| (flow.exporter, flow.importer));
    let nodes = reference
        .countries
        .iter()
        .map(|(country, _)| Node {
            country,
            items: [(Item::Output, sketch.output), (Item::Feed, sketch.feed), (Item::Use, sketch.used)]
                .into_iter()
                .map(|(item, amounts)| (item, amount(amounts, country)))
                .filter(|(_, tonnes)| *tonnes > 0.0)
                .map(|(item, tonnes)| (item, datum(tonnes)))
                .collect(),
        })
        .filter(|node| !node.items.is_empty())
        .collect();
    StageBalance {
        stage: sketch.stage,
        includes_scrap: false,
        unassigned: 0.0,
        nodes,
        flows,
        quality: Quality {
            grade: sketch.grade,
            trade: sketch.trade,
            old_shares: sketch.grade == Grade::C,
            moved_output: 0.01,
            moved_world: 0.002,
            moved_trade: 0.1,
            hidden: 0.03,
            absorption: 0.0,
            us_use_ratio: None,
        },
    }
}
