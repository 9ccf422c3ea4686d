//! What drives a number: every assumption behind a market moved to the ends of its range, one at a time.

use adit_vocab::baseline::{Baseline, Market};
use adit_vocab::figure::Figure;
use adit_vocab::material::{Material, MaterialId};
use adit_vocab::observation::{Flag, Observations};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::demand::{UseWeights, revealed_weights};
use super::settings::Settings;
use super::{assemble, elements, first_pass, magnets};

/// What one assumption does to a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Name of the assumption: file and key.
    pub assumption: String,
    /// Value used.
    pub value: f64,
    /// Ends of its range.
    pub range: (f64, f64),
    /// The number at the low end; `None` if it is undefined there.
    pub at_low: Option<f64>,
    /// The number at the high end.
    pub at_high: Option<f64>,
}

impl Effect {
    /// Largest distance from the number as it stands.
    pub fn size(&self, now: f64) -> f64 {
        [self.at_low, self.at_high].into_iter().flatten().map(|value| (value - now).abs()).fold(0.0, f64::max)
    }
}

/// One assumption that can be moved.
enum Knob {
    Spread(usize),
    Rule(usize),
    Recovery,
    Content(usize),
    BasketShare(usize),
    WorldTotal(usize),
    OreMix(usize),
    /// A figure of the magnets of a member of a group, by its place in [`of_magnets`].
    Magnet(usize),
}

/// Solves the material again at both ends of every assumption's range and measures the result. Largest effect first;
/// assumptions without any effect are left out. `measure` gets the market of `material`.
pub fn effects(
    material: MaterialId,
    baseline: &Baseline,
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
    measure: &(dyn Fn(&Market) -> Option<f64> + Sync),
) -> Vec<Effect> {
    let Some(now) = baseline.market(material).and_then(measure) else { return Vec::new() };
    let Ok((gdp, first)) = first_pass(reference, data, settings, &|| ()) else { return Vec::new() };
    let weights = revealed_weights(&gdp, &first, settings);
    let listed = reference.materials.get(material);
    let solved = reference.materials.by_id(if listed.group.is_empty() { &listed.id } else { &listed.group }).unwrap_or(material);
    let case = Case { material, solved, reference, data, settings, gdp: &gdp, first: &first, weights: &weights };
    let mut effects: Vec<Effect> = knobs(&case)
        .into_par_iter()
        .map(|(assumption, figure, knob)| {
            let range = (figure.low.unwrap_or(figure.value), figure.high.unwrap_or(figure.value));
            let at = |value| case.with(&knob, value).as_ref().and_then(measure);
            Effect { assumption, value: figure.value, range, at_low: at(range.0), at_high: at(range.1) }
        })
        .filter(|effect| effect.size(now) > 1e-9 * now.abs())
        .collect();
    effects.sort_by(|a, b| b.size(now).total_cmp(&a.size(now)));
    effects
}

/// The material, and what it is solved from.
struct Case<'a> {
    material: MaterialId,
    /// The group, if the material is reconciled with one.
    solved: MaterialId,
    reference: &'a Reference,
    data: &'a Observations,
    settings: &'a Settings,
    gdp: &'a UseWeights,
    /// Markets of the first pass, which reveal the use per GDP.
    first: &'a [Option<Market>],
    weights: &'a UseWeights,
}

impl Case<'_> {
    /// The market with one assumption set to a value.
    fn with(&self, knob: &Knob, value: f64) -> Option<Market> {
        let mut settings = self.settings.clone();
        let mut material: Material = self.reference.materials.get(self.solved).clone();
        let mut listed: Material = self.reference.materials.get(self.material).clone();
        let mut changed_data = None;
        match *knob {
            Knob::Spread(i) => settings.spread.figures()[i].1.value = value,
            Knob::Rule(i) => settings.rule.figures()[i].1.value = value,
            Knob::Recovery => material.chain.as_mut()?.recovery.as_mut()?.value = value,
            Knob::Content(i) => material.trade[i].content.value = value,
            Knob::BasketShare(i) => material.trade[i].basket_share.as_mut()?.value = value,
            Knob::WorldTotal(i) => {
                let mut data = self.data.clone();
                data.world[i].tonnes = Some(value);
                changed_data = Some(data);
            }
            Knob::OreMix(i) => {
                let mut data = self.data.clone();
                data.ore_mix[i].weight = value;
                changed_data = Some(data);
            }
            Knob::Magnet(i) => of_magnets(&mut listed).into_iter().nth(i)?.1.value = value,
        }
        let data = changed_data.as_ref().unwrap_or(self.data);
        let weights = match knob {
            Knob::Rule(_) => &revealed_weights(self.gdp, self.first, &settings),
            _ => self.weights,
        };
        let market = assemble::market_of(self.solved, &material, self.reference, data, &settings, weights).ok()??;
        if self.solved == self.material {
            return Some(market);
        }
        let mut markets: Vec<Option<Market>> = self.reference.materials.iter().map(|_| None).collect();
        markets[self.solved.index()] = Some(market);
        elements::split(&mut markets, self.reference, data).ok()?;
        let mut market = markets.swap_remove(self.material.index())?;
        magnets::add_to(&mut market, &listed, self.reference, data, &settings, weights).ok()?;
        Some(market)
    }
}

/// The figures that only magnets need.
fn of_magnets(material: &mut Material) -> Vec<(String, &mut Figure)> {
    let mut figures = Vec::new();
    if let Some(magnet) = &mut material.magnet {
        figures.extend([("magnet.share".to_owned(), &mut magnet.share), ("magnet.yield".to_owned(), &mut magnet.gain)]);
    }
    for code in material.trade.iter_mut().filter(|code| code.stage == Stage::Magnet && !code.missing) {
        figures.push((format!("trade {} content", code.code), &mut code.content));
        figures.extend(code.basket_share.as_mut().map(|share| (format!("trade {} basket_share", code.code), share)));
    }
    figures
}

fn knobs(case: &Case<'_>) -> Vec<(String, Figure, Knob)> {
    let mut knobs = Vec::new();
    let mut settings = case.settings.clone();
    for (i, (name, figure)) in settings.spread.figures().into_iter().enumerate() {
        knobs.push((format!("reconciliation.toml spread.{name}"), figure.clone(), Knob::Spread(i)));
    }
    for (i, (name, figure)) in settings.rule.figures().into_iter().enumerate() {
        knobs.push((format!("reconciliation.toml rule.{name}"), figure.clone(), Knob::Rule(i)));
    }
    let material = case.reference.materials.get(case.solved);
    let file = format!("{}/{}.toml", if material.members.is_empty() { "materials" } else { "groups" }, material.id);
    let mut add = |place: String, figure: Option<&Figure>, knob: Knob| {
        if let Some(figure) = figure.filter(|figure| figure.low.is_some() && figure.high.is_some()) {
            knobs.push((format!("{file} {place}"), figure.clone(), knob));
        }
    };
    add("chain.yield".into(), material.chain.as_ref().and_then(|chain| chain.recovery.as_ref()), Knob::Recovery);
    for (i, code) in material.trade.iter().enumerate().filter(|(_, code)| !code.missing) {
        add(format!("trade {} content", code.code), Some(&code.content), Knob::Content(i));
        add(format!("trade {} basket_share", code.code), code.basket_share.as_ref(), Knob::BasketShare(i));
    }
    let assumed = |value: f64, low: f64, high: f64| Figure {
        value,
        low: Some(low),
        high: Some(high),
        assumption: true,
        source: "adit_assumption".into(),
        locator: None,
        note: None,
        year: None,
        bound: None,
    };
    for (i, row) in
        case.data.world.iter().enumerate().filter(|(_, row)| row.material == material.id && row.flag == Flag::Assumption)
    {
        if let (Some(value), Some(low), Some(high)) = (row.tonnes, row.low, row.high) {
            knobs.push((
                format!("observations/world.csv {} {} {}", row.material, row.stage, row.year),
                assumed(value, low, high),
                Knob::WorldTotal(i),
            ));
        }
    }
    if case.solved != case.material {
        for (i, row) in case.data.ore_mix.iter().enumerate().filter(|(_, row)| row.low < row.high) {
            let name = format!("observations/ree_ore_mix.csv {} {}", row.country, row.location);
            knobs.push((name, assumed(row.weight, row.low, row.high), Knob::OreMix(i)));
        }
        let mut listed = case.reference.materials.get(case.material).clone();
        for (i, (name, figure)) in of_magnets(&mut listed).into_iter().enumerate() {
            if figure.low.is_some() && figure.high.is_some() {
                knobs.push((
                    format!("materials/{}.toml {name}", case.reference.materials.get(case.material).id),
                    figure.clone(),
                    Knob::Magnet(i),
                ));
            }
        }
    }
    knobs
}
