//! What the small world of tests knows of losses: two industries, one of which buys everything, for the United States.

use adit_analysis::exposure::Exposure;
use adit_analysis::likelihood::Evidence;
use adit_analysis::losses::buyers::{AskerIndustries, Buyer, Pattern};
use adit_analysis::losses::technologies::{Stopped, stopped};
use adit_analysis::screen::Screen;
use adit_analysis::stockpile::{Question, stockpile};
use adit_analysis::stop::{Asker, BasePrices, Economy, Subject};
use adit_vocab::baseline::Baseline;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::industry::{Industries, Industry, MakeUse};
use adit_vocab::lang::Text;
use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::parameters::Parameters;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::{StockpileParameters, StockpileRow};

use crate::{Driver, StockpilePart};

/// Everything behind an asker.
pub struct Losses {
    /// Industries.
    pub industries: AskerIndustries,
    /// The national table.
    pub economy: Economy,
    /// Names of the industries.
    pub names: Vec<Text>,
    /// Nothing but the rule.
    pub evidence: Evidence,
    /// Parameters of losses.
    pub parameters: LossParameters,
    likelihood: LikelihoodParameters,
}

impl Losses {
    /// Of a party; only `united_states` has industries.
    pub fn of(party: &Party, united_states: Option<CountryId>) -> Losses {
        let industry = |code: &str, en: &str, de: &str, value_added| Industry {
            code: code.to_owned(),
            name: Text { en: en.to_owned(), de: de.to_owned() },
            value_added,
            european_value_added: None,
        };
        let industries = Industries {
            list: vec![industry("334", "Electronics", "Elektronik", 2e11), industry("42", "Trade", "Handel", 1e12)],
            table: MakeUse {
                commodities: vec!["334".to_owned(), "42".to_owned()],
                make: vec![(0, 0, 3e11), (1, 1, 2e12)],
                intermediate: vec![(0, 1, 1e11), (1, 0, 5e10)],
                final_use: vec![(0, 2e11), (1, 1.95e12)],
                imported: vec![Some(0.2), None],
            },
            ..Industries::default()
        };
        let economy = Economy::new(&industries);
        let parameters: LossParameters = toml::from_str(include_str!("../../../data/losses.toml")).expect("losses");
        let likelihood: LikelihoodParameters = toml::from_str(include_str!("../../../data/likelihood.toml")).expect("likelihood");
        let worth = AskerIndustries::new(party, united_states, (&industries, &economy), &[]);
        let names = industries.list.iter().map(|industry| industry.name.clone()).collect();
        Losses { industries: worth, economy, names, evidence: Evidence::default(), parameters, likelihood }
    }

    /// Industries with what they lose together.
    pub fn hit(&self, screen: &Screen) -> Vec<(Text, f64)> {
        let by_industry = screen.together.first().map_or(&[][..], |all| &all.by_industry[..]);
        by_industry.iter().map(|(place, lost)| (self.names[*place].clone(), *lost)).collect()
    }

    /// The one technology there is, if it lacks anything.
    pub fn stopped(screen: &Screen) -> Vec<(Text, Stopped)> {
        let name = Text { en: "Chips".to_owned(), de: "Chips".to_owned() };
        stopped(&screen.outcomes, &|_| vec![0.5]).into_iter().map(|found| (name.clone(), found)).collect()
    }

    /// The asker.
    pub fn asker<'a>(&'a self, party: &'a Party) -> Asker<'a> {
        Asker {
            party,
            industries: &self.industries,
            economy: &self.economy,
            losses: self.parameters.values(),
            likelihood: self.likelihood.values(),
            evidence: &self.evidence,
        }
    }

    /// What a stockpile of a billion should hold. Tests may leak.
    pub fn stockpile(reference: &Reference, baseline: &Baseline, exposure: &Exposure) -> Option<&'static StockpilePart> {
        let losses = Losses::of(&exposure.importer, reference.countries.by_iso3("USA"));
        let model: Parameters = toml::from_str(include_str!("../../../data/model.toml")).expect("parameters");
        let stock: StockpileParameters = toml::from_str(include_str!("../../../data/stockpile.toml")).expect("stockpile");
        let prices = BasePrices { mine: Some(4e5), refined: Some(1e6), magnet: None };
        let markets = exposure.materials.iter().filter_map(|entry| baseline.market(entry.material));
        let subjects: Vec<Subject> =
            markets.map(|market| Subject { market, prices, values: model.values(), buyers: Losses::buyers() }).collect();
        let (asker, budget) = (losses.asker(&exposure.importer), 1e9);
        let found = stockpile(&Question { subjects: &subjects, asker: &asker, budget, values: stock.values() }, &|| ());
        let drivers = vec![Driver { parameter: "demand_short".to_owned(), at_low: 2e9, at_high: 1e7 }];
        let published = vec![StockpileRow {
            id: "vault".to_owned(),
            holder: "USA".to_owned(),
            name_en: "Project Vault".to_owned(),
            name_de: "Project Vault".to_owned(),
            material: String::new(),
            usd: Some(1.2e10),
            days: None,
            year: Some(2026),
            source: String::new(),
            publisher: "A paper".to_owned(),
            published: "2026".to_owned(),
            address: String::new(),
            note: String::new(),
        }];
        Some(Box::leak(Box::new(StockpilePart { budget, found, drivers, published })))
    }

    /// One buyer of everything.
    pub fn buyers() -> Vec<Buyer> {
        vec![Buyer {
            pattern: Pattern::American,
            industry: 0,
            share: 1.0,
            part: 0.2,
            technologies: vec![(0, 1.0)],
            end_uses: vec![0],
        }]
    }
}
