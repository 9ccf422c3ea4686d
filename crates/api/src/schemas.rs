//! JSON Schemas of the files that answers are made of, beside those of the data (`adit_data::schemas`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_data::schemas::schema;
use adit_report::json::TableDocument;

use crate::run_record::RunRecord;

/// A row of the CSV file that `--for` takes: one member of the group that asks. Other columns are ignored.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct MemberRow {
    /// The country: ISO3 code or name.
    pub iso3: String,
}

/// File name and content: the run record, a table in JSON (`--format json`; several tables are an array of them), and a row
/// of the file for `--for`.
pub fn schemas() -> Vec<(String, String)> {
    vec![schema::<RunRecord>("run_record"), schema::<TableDocument>("table"), schema::<MemberRow>("members")]
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn committed_schemas_are_current() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
        for (name, text) in schemas() {
            let path = directory.join(&name);
            if std::env::var_os("UPDATE_SCHEMAS").is_some() {
                fs::write(&path, &text).expect("the repository can be written");
            }
            assert!(fs::read_to_string(&path).unwrap_or_default() == text, "schemas/{name} is out of date; run `just bless`");
        }
    }

    #[test]
    fn every_schema_belongs_to_a_file() {
        let known: Vec<String> = schemas().into_iter().chain(adit_data::schemas()).map(|(name, _)| name).collect();
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
        for entry in fs::read_dir(directory).expect("readable").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(known.contains(&name), "schemas/{name} describes nothing");
        }
    }
}
