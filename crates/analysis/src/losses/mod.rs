//! What a shortage costs an asker: three numbers, always together and never added.
//!
//! 1. Market: what its users, producers, stock holders and treasury gain or lose, exact integrals of the responses.
//! 2. Users: value added that industries cannot make, with what is paid for imports beyond the base prices apart. Each buyer's
//!    affected part is `rho = affected_part x` (part of the narrower industries), its cost share `theta` the material's base
//!    value over the output of that part, and its elasticity of substitution the market's short-run demand elasticity.
//! 3. Economy: value added lost in all industries, suppliers and customers of those hit included; the second number is in it.
//!
//! Of several materials that one industry lacks at once the largest loss counts: it is a lower bound, and no loss is counted
//! twice.

pub mod buyers;
pub mod technologies;

use std::collections::BTreeMap;

use adit_model::crisis::MONTH;
use adit_model::economy::Economy;
use adit_model::losses::output_left;
use adit_vocab::losses::LossValues;
use adit_vocab::trajectory::Trajectory;

use buyers::{AskerIndustries, Buyer, Member, Pattern};

/// One buyer in one country.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Exposed {
    /// Position among the buyers.
    buyer: usize,
    /// Value added of its affected part, US dollars a year.
    value_added: f64,
    /// The material's part of the cost of its output.
    cost_share: f64,
}

/// What a country's buyers of a material have to lose.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    list: Vec<Exposed>,
    substitution: f64,
    /// Part of the country's use that these buyers are, 0 to 1.
    pub covered: f64,
}

/// Sums of what is lost, by buyer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lost {
    /// Value added lost, US dollars, by position among the buyers.
    pub by_buyer: Vec<f64>,
    /// The same without any substitution: the upper bound, all buyers together.
    pub bound: f64,
}

impl Exposure {
    /// Of a country; `None` if none of its industries that buy the material is known. `used` is the material's yearly use at base prices, US dollars.
    pub fn new(buyers: &[Buyer], member: &Member, used: f64, substitution: f64, values: &LossValues) -> Option<Exposure> {
        let worth = member.worth.as_ref()?;
        let rate = if member.pattern == Pattern::European { values.dollars_per_euro } else { 1.0 };
        let (mut list, mut covered): (Vec<Exposed>, f64) = (Vec::new(), 0.0);
        for (place, buyer) in buyers.iter().enumerate().filter(|(_, buyer)| buyer.pattern == member.pattern) {
            let (output, value_added) = (worth.output[buyer.industry] * rate, worth.value_added[buyer.industry] * rate);
            if output <= 0.0 || value_added <= 0.0 {
                continue;
            }
            let cost = used * buyer.share;
            // an affected part is never so small that its material costs more than the largest cost share
            let part = (values.affected_part * buyer.part).max(cost / (values.largest_cost_share * output)).min(1.0);
            let cost_share = (cost / (part * output)).min(1.0);
            covered += buyer.share;
            list.push(Exposed { buyer: place, value_added: part * value_added, cost_share });
        }
        // parts of one industry are at most the whole
        for industry in buyers.iter().map(|buyer| buyer.industry) {
            let of_industry = |exposed: &&mut Exposed| buyers[exposed.buyer].industry == industry;
            let sum: f64 = list.iter_mut().filter(of_industry).map(|exposed| exposed.value_added).sum();
            let whole = worth.value_added[industry] * rate;
            if sum > whole {
                list.iter_mut().filter(of_industry).for_each(|exposed| exposed.value_added *= whole / sum);
            }
        }
        (covered > 0.0).then_some(Exposure { list, substitution, covered })
    }

    /// Adds what is lost in a period of `years` in which a part of the material is missing.
    pub fn add(&self, missing: f64, years: f64, lost: &mut Lost) {
        if missing <= 0.0 {
            return;
        }
        for exposed in &self.list {
            let left = output_left(exposed.cost_share, self.substitution, missing);
            lost.by_buyer[exposed.buyer] += exposed.value_added * (1.0 - left) * years;
            lost.bound += exposed.value_added * missing.min(1.0) * years;
        }
    }
}

/// What an asker loses from one stop over some months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Losses {
    /// Lost in the market, US dollars; negative for a gain; `None` without a published price.
    pub market: Option<f64>,
    /// Paid on imports beyond the base prices, US dollars; `None` without a published price.
    pub import_bill: Option<f64>,
    /// Lost by users; `None` without a price, or if no industry of the asker is known.
    pub users: Option<UsersLoss>,
}

/// Users' loss.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsersLoss {
    /// Value added lost by industry, US dollars, those with any.
    pub by_industry: Vec<(usize, f64)>,
    /// Value added lost by technology, US dollars; an industry's loss may stand at several or none.
    pub by_technology: Vec<(usize, f64)>,
    /// The loss without any substitution.
    pub bound: f64,
    /// Paid on imports beyond the base prices.
    pub import_bill: f64,
    /// Part of the asker's use whose industries are known, 0 to 1.
    pub covered: f64,
}

impl UsersLoss {
    /// Value added lost, US dollars.
    pub fn output(&self) -> f64 {
        self.by_industry.iter().map(|(_, lost)| lost).sum()
    }

    /// Value added lost and paid on imports: what users and country are poorer by.
    pub fn total(&self) -> f64 {
        self.output() + self.import_bill
    }

    /// Groups what buyers lose.
    pub fn new(buyers: &[Buyer], lost: &Lost, import_bill: f64, covered: f64) -> UsersLoss {
        let (mut industries, mut technologies) = (BTreeMap::new(), BTreeMap::new());
        for (buyer, lost) in buyers.iter().zip(&lost.by_buyer).filter(|(_, lost)| **lost > 0.0) {
            *industries.entry(buyer.industry).or_insert(0.0) += lost;
            for &(technology, part) in &buyer.technologies {
                *technologies.entry(technology).or_insert(0.0) += lost * part;
            }
        }
        UsersLoss {
            by_industry: industries.into_iter().collect(),
            by_technology: technologies.into_iter().collect(),
            bound: lost.bound,
            import_bill,
            covered,
        }
    }
}

/// What the users of a trajectory lose over its months; `None` without a price, or if no industry of the asker is known.
pub fn of_trajectory(
    trajectory: &Trajectory,
    buyers: &[Buyer],
    asker: &AskerIndustries,
    substitution: f64,
    values: &LossValues,
) -> Option<UsersLoss> {
    if !trajectory.priced {
        return None;
    }
    let mut lost = Lost { by_buyer: vec![0.0; buyers.len()], bound: 0.0 };
    let (mut known, mut all) = (0.0, 0.0);
    for user in &trajectory.users {
        let Some(member) = asker.members.iter().find(|member| member.country == user.country) else { continue };
        all += user.base_use;
        let value = user.base_use * user.base_price / MONTH;
        let Some(exposure) = Exposure::new(buyers, member, value, substitution, values) else { continue };
        known += user.base_use * exposure.covered;
        for used in &user.used {
            exposure.add((user.base_use - used) / user.base_use, MONTH, &mut lost);
        }
    }
    (known > 0.0).then(|| UsersLoss::new(buyers, &lost, trajectory.import_bill, known / all))
}

/// Value added lost in the whole economy when industries lose value added over some years, by industry.
pub fn economy_loss(economy: &Economy, by_industry: &[(usize, f64)], years: f64, values: &LossValues) -> Vec<f64> {
    let mut hit = vec![0.0; economy.output.len()];
    for &(industry, lost) in by_industry {
        // an industry without value added has none to lose
        if economy.value_added[industry] <= 0.0 {
            continue;
        }
        hit[industry] = lost * economy.output[industry] / economy.value_added[industry];
    }
    economy.value_added_lost(&economy.spread(&hit, years, values.inventories / 12.0))
}

/// Value added lost in the whole economy when users lose several things at once over some years, by industry, and what they pay
/// more for imports, US dollars: each industry its largest single loss.
pub fn joint(economy: &Economy, users: &[&UsersLoss], years: f64, values: &LossValues) -> (Vec<f64>, f64) {
    let by_industry = largest(users.iter().map(|users| &users.by_industry[..]));
    let bill = users.iter().map(|users| users.import_bill).sum();
    (economy_loss(economy, &by_industry, years, values), bill)
}

/// The largest loss of each industry over several materials: what they lose together, at the least.
pub fn largest<'a>(losses: impl Iterator<Item = &'a [(usize, f64)]>) -> Vec<(usize, f64)> {
    let mut most: BTreeMap<usize, f64> = BTreeMap::new();
    for &(industry, lost) in losses.flatten() {
        let known = most.entry(industry).or_insert(0.0);
        *known = known.max(lost);
    }
    most.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::buyers::Worth;
    use super::*;
    use adit_vocab::country::CountryId;

    const VALUES: LossValues =
        LossValues { affected_part: 0.5, largest_cost_share: 0.5, inventories: 0.0, dollars_per_euro: 1.1 };

    fn buyer(industry: usize, share: f64, part: f64) -> Buyer {
        Buyer { pattern: Pattern::American, industry, share, part, technologies: vec![(0, 0.5)], end_uses: vec![0] }
    }

    fn member(pattern: Pattern) -> Member {
        let worth = Worth { output: vec![200.0, 100.0], value_added: vec![100.0, 40.0] };
        Member { country: CountryId(0), pattern, worth: Some(worth) }
    }

    fn lost(buyers: &[Buyer], member: &Member, missing: f64, substitution: f64) -> UsersLoss {
        let exposure = Exposure::new(buyers, member, 1.0, substitution, &VALUES).expect("known industries");
        let mut lost = Lost { by_buyer: vec![0.0; buyers.len()], bound: 0.0 };
        exposure.add(missing, 1.0, &mut lost);
        UsersLoss::new(buyers, &lost, 0.0, exposure.covered)
    }

    #[test]
    fn by_hand_without_substitution() {
        // half of industry 0 is affected, half of that is missing: 100 x 0.5 x 0.5; a fifth of half of industry 1: 40 x 0.1 x 0.5
        let found = lost(&[buyer(0, 0.6, 1.0), buyer(1, 0.2, 0.2)], &member(Pattern::American), 0.5, 0.0);
        assert_eq!(found.by_industry, [(0, 25.0), (1, 2.0)]);
        assert_eq!(found.bound, 27.0);
        assert_eq!(found.by_technology, [(0, 13.5)]); // half of either
        assert!((found.covered - 0.8).abs() < 1e-12); // the rest of the use has no industry
        assert_eq!(found.total(), 27.0);
    }

    #[test]
    fn parts_of_one_industry_are_at_most_the_whole() {
        // five buyers of half an industry each
        let found = lost(&vec![buyer(0, 0.2, 1.0); 5], &member(Pattern::American), 1.0, 0.0);
        assert!((found.output() - 100.0).abs() < 1e-9, "{}", found.output());
    }

    #[test]
    fn a_members_euros_are_dollars_in_the_loss() {
        let european = Buyer { pattern: Pattern::European, ..buyer(0, 1.0, 1.0) };
        let found = lost(&[european], &member(Pattern::European), 1.0, 0.0);
        assert!((found.output() - 0.5 * 110.0).abs() < 1e-9, "{}", found.output());
    }

    #[test]
    fn without_a_known_buyer_nothing_is_known() {
        assert_eq!(Exposure::new(&[], &member(Pattern::American), 1.0, 0.1, &VALUES), None);
        let unknown = Member { worth: None, ..member(Pattern::American) };
        assert_eq!(Exposure::new(&[buyer(0, 1.0, 1.0)], &unknown, 1.0, 0.1, &VALUES), None);
    }

    #[test]
    fn of_two_materials_the_larger_loss_of_each_industry_counts() {
        let lost = [[(0, 5.0), (1, 1.0)], [(0, 3.0), (2, 2.0)]];
        assert_eq!(largest(lost.iter().map(|lost| &lost[..])), [(0, 5.0), (1, 1.0), (2, 2.0)]);
        assert_eq!(largest(lost[..1].iter().map(|lost| &lost[..])), lost[0]);
    }
}
