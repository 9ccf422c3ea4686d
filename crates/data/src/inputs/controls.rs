//! Export controls of today, out of the measures as they exist.

use adit_vocab::likelihood::{Control, ControlKind};
use adit_vocab::material::MaterialId;
use adit_vocab::measure::{Measure, Scope, Status};
use adit_vocab::policy::CONTROL;
use adit_vocab::reference::Reference;

/// The controls that are in force, and those that are suspended, in the order of the measures: one a country and material.
/// One that meets only some importers is left out: it does not stop a supplier's exports.
pub fn controls_of(measures: &[Measure], reference: &Reference) -> Vec<Control> {
    let mut found = Vec::new();
    for measure in measures.iter().filter(|measure| matches!(measure.status, Status::InForce | Status::Suspended)) {
        for entry in &measure.entries {
            let policy = &entry.text.policy;
            let some = !policy.on.is_empty() || !measure.with.is_empty();
            let Some(kind) = policy.kind.as_deref().and_then(ControlKind::parse) else { continue };
            if policy.instrument != CONTROL || some {
                continue;
            }
            let who = if policy.countries.is_empty() { &measure.by } else { &policy.countries };
            let bloc = |id: &String| reference.blocs.iter().find(|bloc| bloc.id == *id).map(|bloc| bloc.members.clone());
            let members = |id: &String| reference.countries.by_iso3(id).map(|country| vec![country]).or_else(|| bloc(id));
            let materials: Vec<MaterialId> = match &entry.scope {
                Scope::Named(list) => list.clone(),
                Scope::All => reference.materials.iter().map(|(id, _)| id).collect(),
                Scope::Unknown => Vec::new(),
            };
            for by in who.iter().filter_map(members).flatten() {
                let stage = policy.stage.as_deref().and_then(|word| word.parse().ok());
                let suspended = measure.status == Status::Suspended;
                found.extend(materials.iter().map(|&material| Control { by, material, stage, kind, suspended }));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use adit_vocab::stage::Stage;

    use super::*;
    use crate::files::FileSet;
    use crate::{read_measures, read_projects, read_reference};

    #[test]
    fn twenty_two_controls_of_which_five_are_suspended() {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("no problem");
        let projects = read_projects(&files, &reference).expect("no problem");
        let measures = read_measures(&reference, &projects).expect("no problem");
        let named = |control: &Control| {
            let by = &reference.countries.get(control.by).iso3;
            format!("{by} {} {}", reference.materials.get(control.material).id, control.kind.id())
        };
        let all = controls_of(&measures, &reference);
        let of = |suspended: bool| {
            let mut found: Vec<String> = all.iter().filter(|control| control.suspended == suspended).map(named).collect();
            found.sort();
            found.join(", ")
        };
        let chinese = |list: &[&str]| list.iter().map(|id| format!("CHN {id} licence")).collect::<Vec<_>>().join(", ");
        assert_eq!(of(true), chinese(&["erbium", "europium", "holmium", "thulium", "ytterbium"]));
        let in_force = [
            "antimony",
            "bismuth",
            "dysprosium",
            "gadolinium",
            "gallium",
            "germanium",
            "graphite",
            "indium",
            "lutetium",
            "samarium",
            "scandium",
            "tellurium",
            "terbium",
            "tungsten",
            "yttrium",
        ];
        assert_eq!(of(false), chinese(&in_force) + ", COD cobalt quota, IDN nickel ban");
        let ore: Vec<Option<Stage>> =
            all.iter().filter(|control| control.kind == ControlKind::Ban).map(|ban| ban.stage).collect();
        assert_eq!(ore, [Some(Stage::Mine)], "Indonesia bans ore alone, and nobody else is under a ban to everyone");
    }
}
