//! Tables as a workbook, with what they rest on.

use adit_report::xlsx::{About, write};
use adit_vocab::lang::Lang;
use adit_vocab::problem::Problem;
use adit_vocab::table::Table;

use crate::session::{Problems, Session, VERSION};

impl Session {
    /// The bytes of an xlsx file: the tables, and a sheet with notes, sources and licences.
    pub fn workbook(&self, tables: &[Table], lang: Lang) -> Result<Vec<u8>, Problems> {
        let lines = match lang {
            Lang::En => [format!("Adit {VERSION}"), format!("Data: {}", self.data_edition()?)],
            Lang::De => [format!("Adit {VERSION}"), format!("Daten: {}", self.data_edition()?)],
        };
        let about = About { lines: &lines, sources: &self.reference().sources };
        write(tables, &about, lang)
            .map_err(|error| vec![Problem::new("command line", "--format xlsx", error, "--format csv for a table of this size")])
    }
}
