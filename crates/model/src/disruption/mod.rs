//! The shocks, one file each: what each changes in the network of a month.
//!
//! Every shock starts from the network at rest, so that several of them at once do not depend on their order where they touch
//! different things; where two controls meet the same exports, the tighter one counts.

mod export_ban;
mod export_tax;
mod licence;
mod outage;
mod quota;
pub(crate) mod tariff;

use adit_solver::market::Network;
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

use crate::world::{Way, World};

/// A kind of shock.
pub struct Disruption {
    /// The word used on the command line and in scenario files.
    pub id: &'static str,
    /// True if it is this kind.
    pub is: fn(&Measure) -> bool,
    /// Share of the base year's exports that it allows `month` months after it came into force; `None` if it is no control of
    /// exports.
    pub allows: fn(&Shock, u32, &Values) -> Option<f64>,
    /// What else it changes.
    pub change: fn(&Shock, &World, &mut Network),
}

/// All of them.
pub const ALL: [Disruption; 6] = [
    export_ban::DISRUPTION,
    quota::DISRUPTION,
    licence::DISRUPTION,
    export_tax::DISRUPTION,
    tariff::DISRUPTION,
    outage::DISRUPTION,
];

/// The kind of a shock.
pub fn kind(measure: &Measure) -> &'static Disruption {
    // every measure has a kind: `all_measures_have_a_kind`
    ALL.iter().find(|kind| (kind.is)(measure)).unwrap_or(&ALL[0])
}

/// Countries and stages whose exports the scenario controls as a whole.
pub fn gates(shocks: &[Shock], stages: &[Stage]) -> Vec<(Stage, CountryId)> {
    let mut found: Vec<(Stage, CountryId)> = Vec::new();
    for shock in shocks.iter().filter(|shock| shock.on.is_empty() && is_control(shock)) {
        found.extend(stages.iter().filter(|stage| shock.at(**stage)).map(|&stage| (stage, shock.by)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// True if it limits exports.
pub fn is_control(shock: &Shock) -> bool {
    matches!(shock.measure, Measure::ExportBan | Measure::Quota { .. } | Measure::Licence { .. })
}

/// Share of the base year's exports that a shock allows in a month; 1 before and after, and for what is no control.
pub fn allowed(shock: &Shock, month: u32, values: &Values) -> f64 {
    if !shock.in_force(month) {
        return 1.0;
    }
    (kind(&shock.measure).allows)(shock, month - shock.start, values).unwrap_or(1.0)
}

/// Applies all shocks of a month to a network at rest.
pub fn apply(shocks: &[Shock], month: u32, world: &World, values: &Values, network: &mut Network) {
    for shock in shocks.iter().filter(|shock| shock.in_force(month)) {
        (kind(&shock.measure).change)(shock, world, network);
        let share = allowed(shock, month, values);
        if is_control(shock) {
            limit(shock, share, world, values, network);
        }
    }
    leak(shocks, month, world, values, network);
}

/// Lets out part of what the tightest control on everyone keeps back.
fn leak(shocks: &[Shock], month: u32, world: &World, values: &Values, network: &mut Network) {
    for (k, _) in world.ways.iter().enumerate().filter(|(_, way)| **way == Way::Leak) {
        let place = world.places[network.arcs[k].tail];
        let controls = shocks.iter().filter(|shock| {
            is_control(shock)
                && shock.in_force(month)
                && shock.on.is_empty()
                && shock.by == place.country
                && shock.at(place.stage)
        });
        let shares = controls.map(|shock| (allowed(shock, month, values), shock));
        let Some((share, shock)) = shares.min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        let arc = &mut network.arcs[k];
        arc.upper = shock.leakage.unwrap_or(values.leakage_all) * (1.0 - share) * world.exports(place.stage, place.country);
        if arc.upper > 0.0 {
            // full where the price outside is above that inside by the base price
            arc.resistance = network.nodes[arc.tail].reference_price / arc.upper;
        }
    }
}

/// Holds exports below a share of those at rest: at the gate for a control on everyone, else on each relation.
fn limit(shock: &Shock, share: f64, world: &World, values: &Values, network: &mut Network) {
    for (k, (way, flow)) in world.ways.iter().zip(&world.flows).enumerate() {
        let tail = world.places[network.arcs[k].tail];
        if tail.country != shock.by || !shock.at(tail.stage) {
            continue;
        }
        let arc = &mut network.arcs[k];
        match way {
            Way::Gate if shock.on.is_empty() => arc.upper = arc.upper.min(share * flow),
            // a commitment to deliver ends where exports are held back
            Way::Trade if shock.on.is_empty() => arc.lower = arc.lower.min(0.0),
            Way::Trade if !shock.on.is_empty() && shock.meets(world.places[arc.head].country) => {
                let leakage = shock.leakage.unwrap_or(values.leakage_named);
                arc.upper = arc.upper.min((share + leakage * (1.0 - share)) * flow);
                arc.lower = arc.lower.min(arc.upper);
            }
            _ => {}
        }
    }
}

/// For a shock that changes nothing but the exports allowed.
fn nothing_else(_: &Shock, _: &World, _: &mut Network) {}

/// For a shock that is no control of exports.
fn no_control(_: &Shock, _: u32, _: &Values) -> Option<f64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_measures_have_a_kind() {
        let measures = [
            Measure::ExportBan,
            Measure::Quota { share: 0.5 },
            Measure::Licence { stop: None, recovery: None, ramp: None },
            Measure::ExportTax { rate: 0.1 },
            Measure::Tariff { rate: 0.1 },
            Measure::Outage { share: 0.5 },
        ];
        for (measure, expected) in measures.iter().zip(&ALL) {
            assert_eq!(ALL.iter().filter(|kind| (kind.is)(measure)).count(), 1);
            assert_eq!(kind(measure).id, expected.id);
        }
    }
}
