//! Measures as they exist, listed: who took them, how far they are, and what of them runs in the model.

use adit_data::read_guests;
use adit_report::naming::Naming;
use adit_report::tables::{self, MeasuresInput};
use adit_vocab::lookup::{Found, find};
use adit_vocab::material::MaterialId;
use adit_vocab::measure::{Guest, Measure, Status};
use adit_vocab::problem::Problem;
use adit_vocab::table::Table;

use crate::package::FIRST_YEAR;
use crate::session::{Problems, Session};

/// What was typed; an empty list asks for all.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeasuresText<'a> {
    /// Who takes them: countries and blocs.
    pub by: &'a [String],
    /// What they are about.
    pub materials: &'a [String],
    /// How far they are, by the words of the files.
    pub status: &'a [String],
}

/// Which measures are asked for; an empty list asks for all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasuresRequest {
    /// ISO3 codes and ids of blocs, any of which takes the measure.
    pub by: Vec<String>,
    /// Materials, one of which the measure is about.
    pub materials: Vec<MaterialId>,
    /// Its status is one of these.
    pub status: Vec<Status>,
}

impl MeasuresRequest {
    fn asks_for(&self, measure: &Measure) -> bool {
        (self.by.is_empty() || self.by.iter().any(|id| measure.by.contains(id)))
            && (self.materials.is_empty() || self.materials.iter().any(|material| measure.is_about(*material)))
            && (self.status.is_empty() || self.status.contains(&measure.status))
    }
}

impl Session {
    /// A request from what was typed. All that is wrong is reported together.
    pub fn measures_request(&self, text: &MeasuresText) -> Result<MeasuresRequest, Problems> {
        let mut problems = Vec::new();
        let mut request = MeasuresRequest::default();
        for typed in text.by {
            match self.party(typed, "--by") {
                Ok(party) => request.by.push(party.id),
                Err(mut found) => problems.append(&mut found),
            }
        }
        if !text.materials.is_empty() {
            match self.materials_asked(text.materials, "--material") {
                Ok(materials) => request.materials = materials,
                Err(mut found) => problems.append(&mut found),
            }
        }
        for typed in text.status {
            match find(typed, Status::ALL.into_iter().map(|status| (status.id(), status, status.id()))) {
                Found::One(status) => request.status.push(status),
                Found::Nearest(_) => {
                    let expected = Status::ALL.map(Status::id).join(", ");
                    problems.push(Problem::new("command line", "--status", format!("`{typed}` is not known"), expected));
                }
            }
        }
        if problems.is_empty() { Ok(request) } else { Err(problems) }
    }

    /// The measures asked for, the firmest first, and what becomes of each of their parts in the package `announced`.
    pub fn measure_tables(&self, request: &MeasuresRequest, naming: impl Into<Naming>) -> Result<Vec<Table>, Problems> {
        let measures = self.measures()?;
        let mut listed: Vec<usize> = (0..measures.len()).filter(|&place| request.asks_for(&measures[place])).collect();
        listed.sort_by_key(|&place| measures[place].status);
        let input = MeasuresInput {
            reference: self.reference(),
            measures,
            parts: &self.announced()?.parts,
            listed: &listed,
            first_year: FIRST_YEAR,
        };
        Ok(tables::measures(&input, naming))
    }

    /// Who came to the ministerial of 4 February 2026.
    pub fn guests(&self) -> Result<Vec<Guest>, Problems> {
        read_guests(self.reference())
    }
}

#[cfg(test)]
mod tests;
