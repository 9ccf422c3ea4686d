//! A trajectory: what happens to the market of one material, month by month from the announcement.

use crate::country::CountryId;
use crate::stage::Stage;

/// The market of one material over some months.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// The stage that prices, use and stocks describe: what industry buys.
    pub stage: Stage,
    /// True if money is US dollars of the base year; else nobody publishes a price, and money means nothing.
    pub priced: bool,
    /// Countries with use at that stage, in the order of `Countries`.
    pub users: Vec<User>,
    /// Supply relations with their flows.
    pub routes: Vec<Route>,
    /// Share of the exports of the base year that controls allow, by month; 1 without a control.
    pub allowed: Vec<f64>,
    /// Mean price outside the restricting countries, in base prices, by month, weighted by the use of the base year.
    pub outside: Vec<f64>,
    /// Mean price inside them; empty if nobody restricts exports or those who do use nothing.
    pub inside: Vec<f64>,
    /// Who gains and who loses over all months, in money: countries with any, in the order of `Countries`.
    pub accounts: Vec<(CountryId, Account)>,
    /// Paid by the asker on its net imports of all stages beyond the base prices, over all months, money; trade among its members
    /// is left out.
    pub import_bill: f64,
}

/// What a country gains in money over all months; negative for a loss.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Account {
    /// Users: consumer surplus.
    pub users: f64,
    /// Miners, refiners and recyclers: producer surplus.
    pub producers: f64,
    /// Holders of commercial stocks and of a public stockpile: what they sold above the base price less what they bought above it.
    pub holders: f64,
    /// Exporters whose exports are controlled as a whole, on what they are allowed: the price outside less the price inside.
    pub rent: f64,
    /// The treasury, from tariffs and export taxes.
    pub revenue: f64,
}

impl Account {
    /// Both together.
    pub fn plus(&self, other: &Account) -> Account {
        Account {
            users: self.users + other.users,
            producers: self.producers + other.producers,
            holders: self.holders + other.holders,
            rent: self.rent + other.rent,
            revenue: self.revenue + other.revenue,
        }
    }

    /// All of it.
    pub fn total(&self) -> f64 {
        self.users + self.producers + self.holders + self.rent + self.revenue
    }
}

/// One country's use of the material.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    /// The country.
    pub country: CountryId,
    /// Tonnes a month in the base year.
    pub base_use: f64,
    /// Price in the base year, money per tonne.
    pub base_price: f64,
    /// Tonnes in commercial stocks in the base year.
    pub base_stock: f64,
    /// Price in base prices, by month.
    pub price: Vec<f64>,
    /// Tonnes used, by month.
    pub used: Vec<f64>,
    /// Tonnes in commercial stocks at the end of the month.
    pub stock: Vec<f64>,
    /// Consumer surplus lost, money, by month.
    pub surplus_lost: Vec<f64>,
}

impl User {
    /// Tonnes that are missing against the base year, over all months.
    pub fn missing(&self) -> f64 {
        self.used.iter().map(|used| (self.base_use - used).max(0.0)).sum()
    }
}

/// Who sells to whom at one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Stage.
    pub stage: Stage,
    /// Who makes it or passes it on.
    pub exporter: CountryId,
    /// Who buys.
    pub importer: CountryId,
    /// Tonnes a month in the base year.
    pub base: f64,
    /// Tonnes over all months.
    pub total: f64,
}
