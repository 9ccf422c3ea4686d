//! What a question about losses needs: industries, likelihoods, and who asks, put together once.

use adit_analysis::likelihood::Evidence;
use adit_analysis::losses::buyers::{AskerIndustries, buyers};
use adit_analysis::stop::{Asker, Economy, Subject};
use adit_data::files::reason;
use adit_data::{
    controls_of, likelihoods, read_economy, read_events, read_industries, read_likelihood, read_losses, read_stockpile,
};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::event::EventRole;
use adit_vocab::industry::Industries;
use adit_vocab::likelihood::{LikelihoodParameters, Override};
use adit_vocab::losses::LossParameters;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::stockpile::StockpileParameters;

use crate::session::{Problems, Session, once};

/// Everything behind the losses of one asker.
#[derive(Clone, Debug)]
pub struct AskerData {
    /// Who asks.
    pub party: Party,
    /// What its industries are worth.
    pub industries: AskerIndustries,
    /// The national table.
    pub economy: Economy,
    /// What the rule of likelihoods looks at.
    pub evidence: Evidence,
    /// Parameters of losses.
    pub losses: LossParameters,
    /// Parameters of likelihoods.
    pub likelihood: LikelihoodParameters,
}

impl AskerData {
    /// The asker with the central parameters.
    pub fn asker(&self) -> Asker<'_> {
        Asker {
            party: &self.party,
            industries: &self.industries,
            economy: &self.economy,
            losses: self.losses.values(),
            likelihood: self.likelihood.values(),
            evidence: &self.evidence,
        }
    }
}

/// ISO3 of the country whose national table is at hand.
const NATIONAL_TABLE: &str = "USA";

impl Session {
    /// Industries, their national table, and what the applications of materials belong to.
    pub fn industries(&self) -> Result<&Industries, Problems> {
        once(&self.industries, || read_industries(self.files(), self.reference()))
    }

    /// Parameters of losses.
    pub fn loss_parameters(&self) -> Result<&LossParameters, Problems> {
        once(&self.losses, || read_losses(self.files()))
    }

    /// Parameters of likelihoods.
    pub fn likelihood_parameters(&self) -> Result<&LikelihoodParameters, Problems> {
        once(&self.likelihood, || read_likelihood(self.files()))
    }

    /// Parameters of stockpiles.
    pub fn stockpile_parameters(&self) -> Result<&StockpileParameters, Problems> {
        once(&self.stockpile, || read_stockpile(self.files()))
    }

    /// Likelihoods of the user's own, from a file.
    pub fn own_likelihoods(&self, path: &str) -> Result<Vec<Override>, Problems> {
        let mut problems = Vec::new();
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Err(vec![Problem::new(path, "file", reason(&error), "a readable file")]),
        };
        let given = likelihoods(path, &bytes, self.reference(), &mut problems);
        if problems.is_empty() { Ok(given) } else { Err(problems) }
    }

    /// Everything behind the losses of an asker; `given` are likelihoods of the user's own.
    pub fn asker_data(&self, party: &Party, given: &[Override]) -> Result<AskerData, Problems> {
        Ok(AskerData { evidence: self.evidence(given)?, ..self.asker_industries(party)? })
    }

    /// The same where likelihoods are not asked about.
    pub fn asker_industries(&self, party: &Party) -> Result<AskerData, Problems> {
        let (reference, industries) = (self.reference(), self.industries()?);
        let (losses, likelihood) = (self.loss_parameters()?.clone(), self.likelihood_parameters()?.clone());
        let union = once(&self.union, || self.read_union())?;
        let economy = Economy::new(industries);
        let united_states = reference.countries.by_iso3(NATIONAL_TABLE);
        let members = AskerIndustries::new(party, united_states, (industries, &economy), union);
        Ok(AskerData { party: party.clone(), industries: members, economy, evidence: Evidence::default(), losses, likelihood })
    }

    /// Members of the European Union with their gross domestic product in the base year, or the last year before it.
    fn read_union(&self) -> Result<Vec<(CountryId, f64)>, Problems> {
        let reference = self.reference();
        let year = self.baseline()?.year;
        let rows = read_economy(self.files(), reference)?;
        let members = reference.countries.iter().filter(|(_, country)| country.eu27 == 1).filter_map(|(id, country)| {
            let of = rows.iter().filter(|row| row.iso3 == country.iso3 && row.year <= year);
            Some((id, of.max_by_key(|row| (row.gdp_usd.is_some(), row.year))?.gdp_usd?))
        });
        Ok(members.collect())
    }

    /// What the rule of likelihoods looks at.
    fn evidence(&self, given: &[Override]) -> Result<Evidence, Problems> {
        let reference = self.reference();
        let mut restricted: Vec<CountryId> = read_events(self.files(), reference)?
            .iter()
            .filter(|event| event.role == EventRole::Counted)
            .map(|event| event.by)
            .collect();
        restricted.sort_unstable();
        restricted.dedup();
        Ok(Evidence {
            governance: self.governance()?.iter().map(|mean| mean.as_ref().map(|mean| mean.value)).collect(),
            controls: controls_of(self.measures()?, reference),
            restricted,
            blocs: reference.blocs.clone(),
            overrides: given.to_vec(),
        })
    }

    /// A material's market as the subject of stops; `None` without a market.
    pub fn subject<'a>(&'a self, material: MaterialId, asker: &AskerData) -> Result<Option<Subject<'a>>, Problems> {
        let Some(market) = self.baseline()?.market(material) else { return Ok(None) };
        let info = self.reference().materials.get(material);
        Ok(Some(Subject {
            market,
            prices: self.base_prices(material)?,
            values: self.parameters_of(material)?.values(),
            buyers: buyers(info, material, self.industries()?, &asker.industries.patterns()),
        }))
    }
}
