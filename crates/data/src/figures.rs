//! All figures of a material's file by their path, each with the values it may take.

use adit_vocab::figure::Figure;
use adit_vocab::material::Material;

/// The values a figure may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// A share, 0 to 1.
    Share,
    /// A ratio or an elasticity's absolute value, 0 or more.
    Positive,
    /// A share of consumption that is negative for net exporters.
    AtMostOne,
}

impl Range {
    /// True if the value is allowed; not a number and infinity never are.
    pub fn holds(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Range::Share => (0.0..=1.0).contains(&value),
                Range::Positive => value >= 0.0,
                Range::AtMostOne => value <= 1.0,
            }
    }

    /// What would be right, in words.
    pub fn words(self) -> &'static str {
        match self {
            Range::Share => "a share between 0 and 1",
            Range::Positive => "a number of 0 or more",
            Range::AtMostOne => "a share of 1 or less",
        }
    }
}

/// Path within the file (`trade[2].content`, counted from 1), figure and allowed values, in the order of the file's schema.
pub fn figures<'a>(material: &'a Material) -> Vec<(String, &'a Figure, Range)> {
    let mut all = Vec::new();
    let mut add = |path: String, figure: Option<&'a Figure>, range: Range| all.extend(figure.map(|figure| (path, figure, range)));
    add("chain.yield".into(), material.chain.as_ref().and_then(|chain| chain.recovery.as_ref()), Range::Positive);
    add("magnet.share".into(), material.magnet.as_ref().map(|magnet| &magnet.share), Range::Share);
    add("magnet.yield".into(), material.magnet.as_ref().map(|magnet| &magnet.gain), Range::Positive);
    add("stocks.spread".into(), material.stocks.as_ref().map(|stocks| &stocks.spread), Range::Positive);
    for (i, code) in material.trade.iter().enumerate() {
        add(format!("trade[{}].content", i + 1), Some(&code.content), Range::Positive);
        add(format!("trade[{}].basket_share", i + 1), code.basket_share.as_ref(), Range::Share);
    }
    for (i, route) in material.route.iter().enumerate() {
        add(format!("route[{}].content", i + 1), route.content.as_ref(), Range::Positive);
    }
    for (i, host) in material.host.iter().enumerate() {
        add(format!("host[{}].companion", i + 1), host.companion.as_ref(), Range::Share);
    }
    for (i, end_use) in material.end_use.iter().enumerate() {
        add(format!("end_use[{}].share", i + 1), Some(&end_use.share), Range::Share);
    }
    if let Some(elasticity) = &material.elasticity {
        add("elasticity.demand_short".into(), elasticity.demand_short.as_ref(), Range::Positive);
        add("elasticity.demand_long".into(), elasticity.demand_long.as_ref(), Range::Positive);
        add("elasticity.supply_short".into(), elasticity.supply_short.as_ref(), Range::Positive);
        add("elasticity.supply_long".into(), elasticity.supply_long.as_ref(), Range::Positive);
    }
    add("recycling.eol_rir".into(), material.recycling.as_ref().and_then(|recycling| recycling.eol_rir.as_ref()), Range::Share);
    if let Some(substitution) = &material.substitution {
        add("substitution.si_ei".into(), substitution.si_ei.as_ref(), Range::Share);
        add("substitution.si_sr".into(), substitution.si_sr.as_ref(), Range::Share);
    }
    let reliance = material.united_states.as_ref().and_then(|states| states.net_import_reliance.as_ref());
    add("united_states.net_import_reliance".into(), reliance, Range::AtMostOne);
    all
}
