//! A price floor settled by quarter on a path of quoted prices.

use adit_analysis::settlement::{Quarter, settle};
use adit_data::{inputs, read_price_paths};
use adit_vocab::policy::Package;
use adit_vocab::price_path::PricePath;
use adit_vocab::problem::Problem;

use crate::session::{Problems, Session};

impl Session {
    /// Paths of quoted prices.
    pub fn price_paths(&self) -> Result<Vec<PricePath>, Problems> {
        read_price_paths(self.files(), self.reference())
    }

    /// What the price floor of a package pays and receives on a tonne, quarter by quarter, on the path with an id.
    pub fn floor_by_quarter(&self, package: &Package, series: &str) -> Result<Vec<Quarter>, Problems> {
        let paths = self.price_paths()?;
        let mut problems = Vec::new();
        let path = paths.iter().find(|path| path.series == series);
        if path.is_none() {
            let ids: Vec<&str> = paths.iter().map(|path| path.series.as_str()).collect();
            let file = self.files().shown(inputs::price_paths::FILE);
            problems.push(Problem::new(file, "series", format!("no `{series}`"), format!("one of {}", ids.join(", "))));
        }
        let settled: Vec<_> =
            path.map_or_else(Vec::new, |path| package.policies.iter().filter_map(|policy| settle(path, &policy.terms)).collect());
        if path.is_some() && settled.len() != 1 {
            let found = format!("{} price floors in US dollars", settled.len());
            problems.push(Problem::new(&package.id, "measure", found, "one `floor` with `usd_per_t`"));
        }
        if problems.is_empty() { Ok(settled.into_iter().next().unwrap_or_default()) } else { Err(problems) }
    }
}
