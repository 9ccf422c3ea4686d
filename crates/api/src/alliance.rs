//! Alliance: what partners have together, and what each of them is worth.

use adit_analysis::alliance::{Alliance, Cover, Worth};
use adit_analysis::screen::{Form, screen};
use adit_report::naming::Naming;
use adit_report::tables::{self, AllianceInput};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::table::Table;

use crate::session::{Problems, Session};

/// Standard error of a partner's worth, as a part of what all partners add.
const PRECISION: f64 = 0.005;
/// Id of the bloc that joins as one.
const UNION: &str = "EU";

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct AllianceRequest {
    /// Who asks.
    pub importer: Party,
    /// Who is feared.
    pub supplier: CountryId,
    /// Who may join: countries, and the Union as one if all of it is in.
    pub partners: Vec<Party>,
    /// Name of the whole.
    pub name: Party,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
    /// Part of what all partners add that the smallest alliance reaches.
    pub part: f64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AllianceFound {
    /// What all together have, by material and stage.
    pub covers: Vec<Cover>,
    /// What each partner is worth, the most first.
    pub worths: Vec<Worth>,
    /// Worth of the asker alone, of all together, and if every need were covered, US dollars a stop.
    pub worth: (f64, f64, f64),
    /// Partners of the smallest alliance that was found, in the order of joining; `None` if none reaches the part.
    pub smallest: Option<Vec<usize>>,
    /// The country outside that would add most, with what it adds.
    pub next: Option<(CountryId, f64)>,
    /// True if the loss is that in the market, because the asker's industries are not known.
    pub market: bool,
    /// Materials without a loss: no price, or no industry.
    pub unknown: Vec<MaterialId>,
}

impl Session {
    /// A request from what was typed. All that is wrong is reported together.
    pub fn alliance_request(
        &self,
        importer: &str,
        supplier: &str,
        with: &[String],
        materials: &[String],
        part: f64,
    ) -> Result<AllianceRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let supplier = self.country(supplier, "--against").map_err(|found| problems.push(found));
        let materials = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        let mut members = Vec::new();
        let mut named = Vec::new();
        for name in with {
            match self.party(name, "--with") {
                Ok(party) => {
                    members.extend(party.members.iter().copied());
                    named.push(party);
                }
                Err(mut found) => problems.append(&mut found),
            }
        }
        if !(part > 0.0 && part <= 1.0) {
            problems.push(Problem::new("command line", "--share", part.to_string(), "a part above 0, at most 1"));
        }
        let (Ok(importer), Ok(supplier), Ok(materials)) = (importer, supplier, materials) else { return Err(problems) };
        if importer.has(supplier) {
            let found = "the feared supplier is among those who ask";
            problems.push(Problem::new("command line", "--against", found, "a supplier outside"));
        }
        members.retain(|member| !importer.has(*member) && *member != supplier);
        members.sort_unstable();
        members.dedup();
        let partners = self.partners(&importer, members);
        if partners.is_empty() && problems.is_empty() {
            problems.push(Problem::new("command line", "--with", "nobody but who asks", "at least one partner"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let name = match &named[..] {
            [one] => one.clone(),
            _ => Party { id: String::new(), name: importer.name.clone(), members: Vec::new() },
        };
        Ok(AllianceRequest { importer, supplier, partners, name, materials, part })
    }

    /// Countries as partners; the Union is one if all of it is there.
    fn partners(&self, importer: &Party, mut members: Vec<CountryId>) -> Vec<Party> {
        let mut partners = Vec::new();
        let union = self.reference().blocs.iter().find(|bloc| bloc.id == UNION);
        if let Some(union) = union.filter(|union| union.members.iter().all(|member| members.contains(member))) {
            let own = union.members.iter().filter(|member| !importer.has(**member)).copied().collect();
            partners.push(Party { id: union.id.clone(), name: union.name.clone(), members: own });
            members.retain(|member| !union.members.contains(member));
        }
        partners.extend(members.into_iter().map(|member| self.reference().party_of(member)));
        partners
    }

    /// The answer.
    pub fn alliance(&self, request: &AllianceRequest) -> Result<AllianceFound, Problems> {
        let data = self.asker_data(&request.importer, &[])?;
        let mut subjects = Vec::new();
        for &material in &request.materials {
            subjects.extend(self.subject(material, &data)?);
        }
        let screened = screen(&subjects, &data.asker(), Some(request.supplier), Form::Static, &|| ());
        let known = data.industries.members.iter().any(|member| member.worth.is_some());
        let mut losses: Vec<(MaterialId, f64)> = Vec::new();
        for outcome in &screened.outcomes {
            let users = outcome.losses.users.as_ref().map(|users| users.total());
            let loss = if known { users } else { outcome.losses.market };
            let Some(loss) = loss else { continue };
            match losses.iter_mut().find(|(material, _)| *material == outcome.stop.material) {
                Some((_, most)) => *most = most.max(loss),
                None => losses.push((outcome.stop.material, loss)),
            }
        }
        let baseline = self.baseline()?;
        let game = Alliance::new(baseline, &request.importer, &request.partners, request.supplier, &losses);
        let count = request.partners.len();
        let (none, all) = (vec![false; count], vec![true; count]);
        let mut worths = game.worths(PRECISION);
        worths.sort_by(|a, b| b.shapley.total_cmp(&a.shapley).then(a.partner.cmp(&b.partner)));
        let asked = |cover: &Cover| request.materials.contains(&cover.material);
        let has_loss = |material: &MaterialId| losses.iter().any(|(known, _)| known == material);
        Ok(AllianceFound {
            covers: game.covers(&all).into_iter().filter(asked).collect(),
            worth: (game.worth(&none), game.worth(&all), game.most()),
            smallest: game.smallest(request.part),
            next: self.next_partner(request, &losses)?,
            market: !known,
            unknown: request.materials.iter().copied().filter(|material| !has_loss(material)).collect(),
            worths,
        })
    }

    /// The country outside all of them that would add most.
    fn next_partner(
        &self,
        request: &AllianceRequest,
        losses: &[(MaterialId, f64)],
    ) -> Result<Option<(CountryId, f64)>, Problems> {
        let mut members = request.importer.members.clone();
        members.extend(request.partners.iter().flat_map(|partner| partner.members.iter().copied()));
        members.sort_unstable();
        let inside = Party { members, ..request.importer.clone() };
        let countries = self.reference().countries.iter().map(|(id, _)| id);
        let outside: Vec<CountryId> = countries.filter(|country| !inside.has(*country) && *country != request.supplier).collect();
        let others: Vec<Party> = outside.iter().map(|&country| self.reference().party_of(country)).collect();
        let game = Alliance::new(self.baseline()?, &inside, &others, request.supplier, losses);
        Ok(game.next(&vec![false; others.len()]).map(|(partner, added)| (outside[partner], added)))
    }

    /// The answer as tables: what they have, what each is worth.
    pub fn alliance_tables(
        &self,
        request: &AllianceRequest,
        found: &AllianceFound,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        Ok(tables::alliance(&self.alliance_input(request, found)?, naming))
    }

    /// The finding in a few sentences.
    pub fn alliance_summary(
        &self,
        request: &AllianceRequest,
        found: &AllianceFound,
        lang: Lang,
    ) -> Result<Vec<String>, Problems> {
        Ok(tables::alliance_summary(&self.alliance_input(request, found)?, lang))
    }

    pub(crate) fn alliance_input<'a>(
        &'a self,
        request: &'a AllianceRequest,
        found: &'a AllianceFound,
    ) -> Result<AllianceInput<'a>, Problems> {
        Ok(AllianceInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            importer: &request.importer,
            supplier: request.supplier,
            partners: &request.partners,
            part: request.part,
            covers: &found.covers,
            worths: &found.worths,
            worth: found.worth,
            smallest: found.smallest.as_deref(),
            next: found.next,
            market: found.market,
            unknown: &found.unknown,
        })
    }
}
