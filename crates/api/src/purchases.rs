//! A company's own purchases in place of a country's trade.

use std::path::Path;

use adit_analysis::purchases::purchases_exposure;
use adit_data::files::reason;
use adit_data::inputs::purchases::{purchases, template};
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::country::CountryId;
use adit_vocab::lang::Lang;
use adit_vocab::problem::Problem;
use adit_vocab::purchase::Purchase;
use adit_vocab::table::Table;

use crate::session::{Problems, Session};

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct PurchasesRequest {
    /// Name of the file, without directories.
    pub file: String,
    /// Its rows.
    pub purchases: Vec<Purchase>,
    /// The feared supplier.
    pub against: CountryId,
}

impl Session {
    /// A request from what was typed; empty `materials` means all that the file holds. The file is read and not kept; all of
    /// its problems and all wrong names are reported together.
    pub fn purchases_request(&self, path: &Path, against: &str, materials: &[String]) -> Result<PurchasesRequest, Problems> {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            let expected = "a CSV file like the one that `adit data template purchases` writes";
            Problem::new(&shown, "file", reason(&error), expected)
        });
        let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
        let mut found = self.purchases_of(&shown, bytes.as_deref().unwrap_or_default(), against, materials);
        if let Err(problem) = bytes {
            // what an empty file lacks is no problem of one that cannot be read
            let mut problems = vec![problem];
            problems.extend(found.err().into_iter().flatten().filter(|problem| problem.file != shown));
            return Err(problems);
        }
        if let Ok(request) = &mut found {
            request.file = name;
        }
        found
    }

    /// The same from the bytes of a file that was handed over under a name.
    pub fn purchases_of(
        &self,
        shown: &str,
        bytes: &[u8],
        against: &str,
        materials: &[String],
    ) -> Result<PurchasesRequest, Problems> {
        let mut problems = Vec::new();
        let against = self.country(against, "--against").map_err(|found| problems.push(found));
        let asked = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        let mut rows = purchases(shown, bytes, self.reference(), &mut problems);
        let (true, Ok(against), Ok(asked)) = (problems.is_empty(), against, asked) else { return Err(problems) };
        if !materials.is_empty() {
            rows.retain(|row| asked.contains(&row.material));
        }
        if rows.is_empty() {
            let found = format!("`{}`, of which `{shown}` holds nothing", materials.join(","));
            return Err(vec![Problem::new("command line", "--material", found, "a material of the file")]);
        }
        Ok(PurchasesRequest { file: shown.to_owned(), purchases: rows, against })
    }

    /// The answer as a table, in a language or with stable ids.
    pub fn purchases_table(&self, request: &PurchasesRequest, naming: impl Into<Naming>) -> Result<Table, Problems> {
        let governance = self.governance()?;
        let mean = |country: CountryId| governance[country.index()].map(|mean| mean.value);
        let result = purchases_exposure(self.baseline()?, &request.purchases, request.against, &mean);
        Ok(tables::purchases(self.reference(), &result, &request.file, naming))
    }
}

/// The template of the file: its header and two rows marked as examples.
pub fn purchases_template(lang: Lang) -> String {
    let examples = match lang {
        Lang::En => [["gallium", "Japan"], ["copper", "Chile"]],
        Lang::De => [["Gallium", "Japan"], ["Kupfer", "Chile"]],
    };
    template(examples, &tables::example_row(lang))
}
