//! The instruments, one file each: what each changes for a plant, and what it costs whom.
//!
//! A measure is data ([`Policy`]); contracts are made with plants that it covers in its years and run for their own term. Where
//! no measure is in force nothing here is called, so that off is bit for bit the base.

pub(crate) mod control;
mod equity;
mod floor;
mod loan;
pub mod market;
mod offtake;
mod permitting;
mod recycling;
mod reference_price;
mod reserve;
mod restraint;
mod substitution;
mod zone;

use adit_solver::market::Network;
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Policy, Price, Terms};

use self::market::MarketYear;
use crate::years::investment::Finance;
use crate::years::plants::Plant;

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// The treasury.
    Treasury,
    /// Those who buy the material.
    Buyers,
    /// Nobody: no cost is known.
    Nobody,
}

/// An instrument.
pub struct Instrument {
    /// The word used in files.
    pub id: &'static str,
    /// True if terms are of this kind.
    pub is: fn(&Terms) -> bool,
    /// Who pays.
    pub payer: Payer,
    /// What is left of the time that permits need.
    pub hasten: fn(&Terms) -> f64,
    /// What it changes for who decides to build.
    pub finance: fn(&Terms, &mut Finance),
    /// What it adds to a tonne that is sold at the given price, in the years of the contract.
    pub adds: fn(&Terms, &Sale) -> f64,
    /// Part of the output that must go home.
    pub bound: fn(&Terms) -> f64,
    /// Cash of the payer for one plant in a year.
    pub cash: fn(&Terms, &PlantYear) -> Settled,
    /// What it changes in the market of a year.
    pub market: fn(&Terms, &MarketYear, &mut Network),
    /// Cash of the payer for what it does in the market, money over the trend.
    pub market_cash: fn(&Terms, &MarketYear, &Network, &[f64]) -> Cash,
}

/// What a contract comes to in a year, money.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settled {
    /// Of the payer.
    pub cash: Cash,
    /// What the plant pays for its capital out of what it earns.
    pub served: f64,
}

/// All of them.
pub const ALL: [Instrument; 12] = [
    floor::INSTRUMENT,
    permitting::INSTRUMENT,
    equity::INSTRUMENT,
    loan::INSTRUMENT,
    offtake::INSTRUMENT,
    reference_price::INSTRUMENT,
    recycling::INSTRUMENT,
    substitution::INSTRUMENT,
    reserve::INSTRUMENT,
    control::INSTRUMENT,
    restraint::INSTRUMENT,
    zone::INSTRUMENT,
];

/// The instrument of terms.
pub fn kind(terms: &Terms) -> &'static Instrument {
    // all terms have an instrument: `all_terms_have_an_instrument`
    ALL.iter().find(|kind| (kind.is)(terms)).unwrap_or(&ALL[0])
}

/// The prices at which a plant sells, money a tonne.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sale {
    /// Where it sells.
    pub price: f64,
    /// Inside the feared supplier.
    pub inside: f64,
    /// Of the base year.
    pub base: f64,
    /// What a tonne is made of costs today where the plant buys, inside, and in the base year; 0 for the first stage.
    pub feed: f64,
    /// See `feed`.
    pub inside_feed: f64,
    /// See `feed`.
    pub base_feed: f64,
}

/// A plant's year, as far as it is under contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlantYear {
    /// The prices.
    pub sale: Sale,
    /// Tonnes made under contract.
    pub output: f64,
    /// Capital spent, overrun included, money.
    pub spent: f64,
    /// All capital, overrun included, money.
    pub capital: f64,
    /// Earned beyond the cost of running, contracts included, and not yet paid to others, money.
    pub earned: f64,
    /// Part of the year in the term of the contract.
    pub repays: f64,
    /// Years of building.
    pub construction: f64,
    /// Years of ramp-up.
    pub ramp: f64,
}

/// True if a measure means a plant, whenever it is in force. `id` is the project's; empty for a plant that nobody has named.
pub fn covers(policy: &Policy, plant: &Plant, id: &str, material: MaterialId, supplier: CountryId) -> bool {
    let there = if policy.countries.is_empty() { plant.country != supplier } else { policy.countries.contains(&plant.country) };
    there
        && (policy.projects.is_empty() || policy.projects.iter().any(|project| project == id))
        && (policy.materials.is_empty() || policy.materials.contains(&material))
        && policy.stage.is_none_or(|stage| stage == plant.stage)
}

/// Years for which a contract on these terms runs; `None` for what makes no contract or runs as long as the plant.
pub fn term(terms: &Terms) -> Option<f64> {
    match *terms {
        Terms::Floor { years, .. } | Terms::Loan { years, .. } | Terms::Offtake { years, .. } => Some(years),
        _ => None,
    }
}

/// Age of a plant from which a contract on these terms runs that is made at an age.
pub fn begins(terms: &Terms, made_at: f64, ramp: f64) -> f64 {
    if matches!(terms, Terms::Loan { .. }) { made_at.max(ramp) } else { made_at }
}

/// True for terms that make a contract with a plant.
pub fn makes_contracts(terms: &Terms) -> bool {
    matches!(terms, Terms::Floor { .. } | Terms::Equity { .. } | Terms::Loan { .. } | Terms::Offtake { .. })
}

/// True for terms that only a plant gets that has not been decided on.
pub fn is_for_new_plants(terms: &Terms) -> bool {
    matches!(terms, Terms::Equity { .. } | Terms::Loan { .. })
}

/// A price in money a tonne.
fn money(price: Price, base: f64) -> f64 {
    match price {
        Price::OverBase(part) => part * base,
        Price::Usd(usd) => usd,
    }
}

fn as_long(_: &Terms) -> f64 {
    1.0
}

fn no_finance(_: &Terms, _: &mut Finance) {}

fn adds_nothing(_: &Terms, _: &Sale) -> f64 {
    0.0
}

fn unbound(_: &Terms) -> f64 {
    0.0
}

fn no_cash(_: &Terms, _: &PlantYear) -> Settled {
    Settled::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each, in the order of `ALL`.
    fn one_of_each() -> [Terms; 12] {
        let price = Price::OverBase(1.0);
        [
            Terms::Floor { price, returned: 0.3, inside: false, years: 10.0 },
            Terms::Permitting { factor: 0.5 },
            Terms::Equity { part: 0.2, rate: 0.04 },
            Terms::Loan { part: 0.4, rate: 0.04, years: 10.0, guarantee: false },
            Terms::Offtake { part: 0.5, price, years: 10.0 },
            Terms::ReferencePrice { price },
            Terms::Recycling { part: 0.1, years: 5.0, usd_per_t: 0.0 },
            Terms::Substitution { part: 0.1, years: 5.0, usd_per_t: 0.0 },
            Terms::Reserve { days: 60.0, years: 3.0, trigger: 1.5, shared: false },
            Terms::Control { share: 0.5 },
            Terms::Restraint,
            Terms::Zone { rate: 0.1 },
        ]
    }

    #[test]
    fn all_terms_have_an_instrument() {
        for (terms, expected) in one_of_each().iter().zip(&ALL) {
            assert_eq!(ALL.iter().filter(|kind| (kind.is)(terms)).count(), 1);
            assert_eq!(kind(terms).id, expected.id);
        }
    }

    #[test]
    fn what_is_paid_is_what_the_plant_gets_and_what_it_serves_is_what_comes_back() {
        // two thirds of a year at 800 and 1,300 in a base of 1,000, made of what costs 200
        for price in [800.0, 1300.0] {
            let sale = Sale { price, inside: price, base: 1000.0, feed: 200.0, inside_feed: 200.0, base_feed: 200.0 };
            let year = |earned| PlantYear {
                sale,
                output: 70.0,
                spent: 0.0,
                capital: 50_000.0,
                earned,
                repays: 2.0 / 3.0,
                construction: 2.0,
                ramp: 3.0,
            };
            let guarantee = Terms::Loan { part: 0.4, rate: 0.04, years: 10.0, guarantee: true };
            let due = (kind(&guarantee).cash)(&guarantee, &year(0.0)).cash.paid;
            for terms in one_of_each().into_iter().chain([guarantee]) {
                for earned in [0.0, 300.0, 1e6] {
                    let Settled { cash, served } = (kind(&terms).cash)(&terms, &year(earned));
                    let added = (kind(&terms).adds)(&terms, &sale) * 70.0;
                    assert!(served <= earned, "{terms:?} takes more than was earned");
                    match terms {
                        // the price of a tonne: what the plant acts on is what is paid
                        Terms::Floor { .. } | Terms::Offtake { .. } => {
                            assert!((cash.net() - added).abs() < 1e-9 && served == 0.0, "{terms:?}: {cash:?} for {added}");
                        }
                        // capital: what the plant serves comes back, and with a guarantee the lender gets all that is due
                        Terms::Loan { guarantee: true, .. } => {
                            assert!(due > 0.0 && (cash.paid + served - due).abs() < 1e-9 && cash.received == 0.0, "{cash:?}");
                        }
                        Terms::Equity { .. } | Terms::Loan { .. } => {
                            assert_eq!((cash.received, cash.paid, added), (served, 0.0, 0.0), "{terms:?}");
                        }
                        _ => assert_eq!(
                            (cash, served, added),
                            (Cash::default(), 0.0, 0.0),
                            "{terms:?} has nothing to do with a plant"
                        ),
                    }
                }
            }
        }
    }
}
