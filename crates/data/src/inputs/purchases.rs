//! A company's purchases: a file of its own, which is no part of a data directory.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder, WriterBuilder};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::country::CountryId;
use adit_vocab::lookup::{Found, find};
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::purchase::Purchase;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::units::Tonnes;

use super::csv_table::{Row, parse_bytes};

/// The columns.
pub const COLUMNS: [&str; 6] = ["material", "stage", "supplier", "quantity", "unit", "note"];

/// Tonnes in a kilogram.
const KG: f64 = 0.001;
/// No material has a market of this many tonnes; what is larger is a slip of the keyboard.
const LARGEST: f64 = 1e10;
/// A milligram in tonnes; what is smaller is a slip, too.
const SMALLEST: f64 = 1e-9;

/// A row of a company's purchases: what it buys from one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchaseRow {
    /// Material by id, name in English or German, alias or symbol.
    pub material: String,
    /// Bought as ore (`mine`) or refined; empty for the stage at which industry buys.
    pub stage: Option<Stage>,
    /// Country of the supplier, by ISO code or name in English or German.
    pub supplier: String,
    /// How much is bought; above 0.
    pub quantity: f64,
    /// Unit of the quantity.
    pub unit: QuantityUnit,
    /// For the reader; not used.
    pub note: String,
}

/// Unit of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum QuantityUnit {
    /// Tonnes.
    T,
    /// Kilograms.
    Kg,
}

/// Reads the table in the order of the file, separated by commas, or by semicolons with decimal commas. `file` is its name in
/// messages.
pub fn purchases(file: &str, bytes: &[u8], reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Purchase> {
    parse_bytes(file, &with_commas(bytes), &COLUMNS, problems, |row| {
        let material = material(row, reference);
        let stage = stage(row, material, reference);
        let supplier = supplier(row, reference);
        let tonnes = tonnes(row);
        Some(Purchase { material: material?, stage, supplier: supplier?, tonnes: tonnes? })
    })
}

/// Spreadsheets of countries with decimal commas separate columns by semicolons: the same table with commas and points. What is
/// no such table stays as it is.
fn with_commas(bytes: &[u8]) -> Cow<'_, [u8]> {
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if !head.contains(&b';') || head.contains(&b',') {
        return Cow::Borrowed(bytes);
    }
    let mut reader = ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(bytes);
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut quantity = None;
    for (line, record) in reader.byte_records().enumerate() {
        let Ok(mut record) = record else { return Cow::Borrowed(bytes) };
        if line == 0 {
            quantity = record.iter().position(|name| name == b"quantity");
        } else if let Some(number) = quantity.and_then(|place| record.get(place)).filter(|number| !number.contains(&b'.')) {
            let pointed: Vec<u8> = number.iter().map(|&byte| if byte == b',' { b'.' } else { byte }).collect();
            let fields = record.iter().enumerate();
            let fields = fields.map(|(place, field)| if Some(place) == quantity { &pointed[..] } else { field });
            record = fields.collect::<ByteRecord>();
        }
        if writer.write_byte_record(&record).is_err() {
            return Cow::Borrowed(bytes);
        }
    }
    writer.into_inner().map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// The template: header and two example rows, marked by their note.
pub fn template(examples: [[&str; 2]; 2], note: &str) -> String {
    let [[first, first_supplier], [second, second_supplier]] = examples;
    let header = COLUMNS.join(",");
    format!("{header}\n{first},,{first_supplier},250,kg,{note}\n{second},refined,{second_supplier},120,t,{note}\n")
}

pub(super) fn material(row: &mut Row<'_>, reference: &Reference) -> Option<MaterialId> {
    let materials = &reference.materials;
    let names = materials.iter().flat_map(|(id, material)| material.names().map(move |name| (name, id, material.id.as_str())));
    let cell = row.cell("material");
    if cell.is_empty() {
        row.problem("material", "a material");
        return None;
    }
    match find(cell, names) {
        Found::One(id) if materials.get(id).members.is_empty() => Some(id),
        Found::One(id) => {
            row.problem("material", format!("one material of the group: `{}`", materials.get(id).members.join("`, `")));
            None
        }
        Found::Nearest(nearest) => {
            row.problem("material", with_nearest("a material", &nearest));
            None
        }
    }
}

pub(super) fn stage(row: &mut Row<'_>, material: Option<MaterialId>, reference: &Reference) -> Option<Stage> {
    let stage = row.optional_word::<Stage>("stage")?;
    let material = reference.materials.get(material?);
    if !material.stage.is_empty() && material.stage(stage).is_none() {
        let stages: Vec<&str> = material.stage.iter().map(|info| info.id.id()).collect();
        row.problem("stage", format!("a stage of this material: `{}`", stages.join("`, `")));
    }
    Some(stage)
}

pub(super) fn supplier(row: &mut Row<'_>, reference: &Reference) -> Option<CountryId> {
    let countries = reference
        .countries
        .iter()
        .flat_map(|(id, country)| country.names().map(move |name| (name, Some(id), country.name_en.as_str())));
    let blocs = reference.blocs.iter().flat_map(|bloc| bloc.names().map(move |name| (name, None, bloc.id.as_str())));
    let cell = row.cell("supplier");
    if cell.is_empty() {
        row.problem("supplier", "a country");
        return None;
    }
    match find(cell, countries.chain(blocs)) {
        Found::One(Some(id)) => Some(id),
        Found::One(None) => {
            row.problem("supplier", "one country, not a group of countries");
            None
        }
        Found::Nearest(nearest) => {
            row.problem("supplier", with_nearest("a country", &nearest));
            None
        }
    }
}

fn tonnes(row: &mut Row<'_>) -> Option<Tonnes> {
    let unit = row.word::<QuantityUnit>("unit");
    if row.cell("quantity").is_empty() {
        row.problem("quantity", "a number above 0");
        return None;
    }
    let quantity = row.number("quantity")?;
    if quantity <= 0.0 {
        row.problem("quantity", "a number above 0");
        return None;
    }
    let tonnes = match unit? {
        QuantityUnit::T => quantity,
        QuantityUnit::Kg => quantity * KG,
    };
    if !(SMALLEST..=LARGEST).contains(&tonnes) {
        row.problem("quantity", format!("a quantity between {SMALLEST} t and {LARGEST} t"));
        return None;
    }
    Some(Tonnes(tonnes))
}

fn with_nearest(expected: &str, nearest: &[String]) -> String {
    if nearest.is_empty() { expected.to_owned() } else { format!("{expected}; nearest: {}", nearest.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::FileSet;
    use crate::read_reference;

    fn read(text: impl AsRef<[u8]>) -> (Vec<Purchase>, Vec<String>) {
        let reference = read_reference(&FileSet::embedded()).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = purchases("my.csv", text.as_ref(), &reference, &mut problems);
        (rows, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn names_of_any_kind_and_both_units() {
        let text = "unit,material,stage,supplier,quantity,note\r\nkg,Ga,,VR China,250,\r\nt,Kupfer,mine,CHL,1.5e2,x\r\n";
        let (rows, problems) = read(text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(rows.iter().map(|row| row.tonnes.0).collect::<Vec<_>>(), [0.25, 150.0]);
        assert_eq!(rows.iter().map(|row| row.stage).collect::<Vec<_>>(), [None, Some(Stage::Mine)]);
    }

    #[test]
    fn a_spreadsheet_with_semicolons_and_decimal_commas() {
        let head = COLUMNS.join(";");
        let (rows, problems) = read(format!("{head}\r\nGallium;;Japan;250,5;kg;\"a; b, c\"\r\nKupfer;refined;Chile;1.5;t;\r\n"));
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(rows.iter().map(|row| row.tonnes.0).collect::<Vec<_>>(), [0.2505, 1.5]);
        let (_, problems) = read(format!("{head}\nGallium;;Japan;1.234,5;kg;\n"));
        assert!(problems[0].starts_with("my.csv: line 2, quantity: `1.234,5`"), "{problems:?}");
    }

    #[test]
    fn every_problem_in_one_go() {
        let header = COLUMNS.join(",");
        let (_, problems) = read(format!(
            "{header}\n\
             galium,,Chnia,1,t,\n\
             rare earths,,EU,-1,t,\n\
             gallium,mine,Japan,0,t,\n\
             gallium,smelted,Japan,,lb,\n\
             ,,,NaN,,\n\
             gallium,,Japan,\"1,5\",t,\n\
             gallium,,Japan,1e300,kg,\n\
             gallium,,Japan,5 kg,kg,\n\
             gallium,,Japan,5\n"
        ));
        let right = [
            "my.csv: line 2, material: `galium`; expected a material; nearest: gallium",
            "my.csv: line 2, supplier: `Chnia`; expected a country; nearest: China",
            "my.csv: line 3, material: `rare earths`; expected one material of the group: `lanthanum`, `cerium`",
            "my.csv: line 3, supplier: `EU`; expected one country, not a group of countries",
            "my.csv: line 3, quantity: `-1`; expected a number above 0",
            "my.csv: line 4, stage: `mine`; expected a stage of this material: `refined`",
            "my.csv: line 4, quantity: `0`; expected a number above 0",
            "my.csv: line 5, stage: `smelted`; expected one of `mine`, `refined`, `magnet`",
            "my.csv: line 5, unit: `lb`; expected `t` or `kg`",
            "my.csv: line 5, quantity: an empty cell; expected a number above 0",
            "my.csv: line 6, material: an empty cell; expected a material",
            "my.csv: line 6, supplier: an empty cell; expected a country",
            "my.csv: line 6, unit: an empty cell; expected `t` or `kg`",
            "my.csv: line 6, quantity: `NaN`; expected a number, with a decimal point",
            "my.csv: line 7, quantity: `1,5`; expected a number, with a decimal point",
            "my.csv: line 8, quantity: `1e300`; expected a quantity between 0.000000001 t and 10000000000 t",
            "my.csv: line 9, quantity: `5 kg`; expected a number, with a decimal point and without unit",
            "my.csv: line 10: 4 fields: `gallium,,Japan,5`; expected 6 fields",
        ];
        assert_eq!(problems.len(), right.len(), "{problems:#?}");
        for (found, right) in problems.iter().zip(right) {
            assert!(found.starts_with(right), "{found}\ninstead of\n{right}");
        }
    }

    #[test]
    fn wrong_files_are_named() {
        for (text, part) in [
            (&b""[..], "the file is empty; expected the header `material,stage,supplier,quantity,unit,note`"),
            (b"material,stage,supplier,quantity,unit,note\n", "the table has no rows"),
            (b"material,stage,supplier,quantity,unit,unit,note\n", "line 1, column 6: column `unit` stands twice"),
            (b"material;stage;supplier;quantity;unit;note\n", "the table has no rows"),
            (b"material\tstage\tsupplier\tquantity\tunit\tnote\n", "separated by tabs"),
            (b"material,stage,supplier,tonnes,unit,note\n", "unknown column `tonnes`"),
            (b"material,stage,supplier,quantity,unit,note\ngallium,,T\xFCrkei,1,t,\n", "line 2: byte 0xFC is not UTF-8"),
            (b"\xFF\xFEm\0", "UTF-16"),
        ] {
            let (rows, problems) = read(text);
            assert!(rows.is_empty() && problems.iter().any(|problem| problem.contains(part)), "{part}: {problems:?}");
        }
    }

    #[test]
    fn the_template_is_readable() {
        let (rows, problems) = read(template([["gallium", "Japan"], ["copper", "Chile"]], "example"));
        assert_eq!((rows.len(), problems), (2, Vec::new()));
    }
}
