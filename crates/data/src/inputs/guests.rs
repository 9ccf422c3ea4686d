//! `policies/alliance_2026.csv`: who came to the ministerial of 4 February 2026.

use adit_vocab::measure::{Guest, GuestRow, Role};
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::parse_bytes;
use super::measures::embedded;
use crate::checks::{Known, Seen, nearest};

/// The file.
pub const FILE: &str = "alliance_2026.csv";
const COLUMNS: [&str; 9] = ["iso3", "name", "role", "signed", "source", "publisher", "published", "address", "note"];

/// Reads the table in the order of the file.
pub fn guests(reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Guest> {
    let file = format!("policies/{FILE}");
    let Some(bytes) = embedded(FILE) else {
        problems.push(Problem::new(file, "file", "there is no such file", "the guests of the ministerial"));
        return Vec::new();
    };
    read(&file, &bytes, reference, problems)
}

fn read(file: &str, bytes: &[u8], reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Guest> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    parse_bytes(file, bytes, &COLUMNS, problems, |row| {
        seen.check(row, &["iso3"]);
        let role: Option<Role> = row.word("role");
        let id = row.cell("iso3");
        let country = match role {
            Some(Role::Union) => {
                if !reference.blocs.iter().any(|bloc| bloc.id == id) {
                    let names = reference.blocs.iter().map(|bloc| (bloc.id.as_str(), bloc.id.as_str()));
                    row.problem("iso3", format!("the id of a bloc of blocs.csv{}", nearest(id, names)));
                }
                None
            }
            _ => reference.countries.by_iso3(&known.country(row, "iso3")),
        };
        row.period("published");
        let row = GuestRow {
            iso3: row.needed("iso3"),
            name: row.needed("name"),
            role: role?,
            signed: row.text("signed"),
            source: known.source(row, "source"),
            publisher: row.needed("publisher"),
            published: row.text("published"),
            address: row.text("address"),
            note: row.text("note"),
        };
        Some(Guest { country, row })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use adit_vocab::country::CountryId;

    use super::*;
    use crate::files::FileSet;
    use crate::{read_guests, read_reference};

    fn reference() -> Reference {
        read_reference(&FileSet::embedded()).expect("no problem")
    }

    #[test]
    fn fifty_four_countries_and_the_union_came() {
        let reference = reference();
        let guests = read_guests(&reference).expect("a good file");
        let of = |role: Role| guests.iter().filter(move |guest| guest.row.role == role);
        assert_eq!([Role::Guest, Role::Host, Role::Union].map(|role| of(role).count()), [54, 1, 1]);
        let bloc = |id: &str| -> BTreeSet<CountryId> {
            reference.blocs.iter().find(|bloc| bloc.id == id).expect("a bloc").members.iter().copied().collect()
        };
        let came: BTreeSet<CountryId> = guests.iter().filter_map(|guest| guest.country).collect();
        assert_eq!(bloc("summit2026"), came, "the host and its guests");
        let all: BTreeSet<CountryId> = came.union(&bloc("EU")).copied().collect();
        assert_eq!(bloc("ALLIANCE"), all, "and those members of the Union that did not come themselves");
        assert_eq!(all.len(), 69); // 1 + 54 + 14 of 27
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let text = format!(
            "{}\nXXQ,,guest,,us_state_2026,p,2026,,\nEUU,a,union,,nobody,p,soon,,\nUSA,a,boss,,us_state_2026,,2026,,\n",
            COLUMNS.join(",")
        );
        let mut problems = Vec::new();
        read("f.csv", text.as_bytes(), &reference(), &mut problems);
        let found: Vec<String> = problems.iter().map(Problem::to_string).collect();
        for part in [
            "line 2, iso3: `XXQ`; expected an ISO3 country code",
            "line 2, name: an empty cell; expected a text",
            "line 3, iso3: `EUU`; expected the id of a bloc of blocs.csv, nearest: EU",
            "line 3, source: `nobody`; expected an id of sources.csv",
            "line 3, published: `soon`",
            "line 4, role: `boss`; expected",
        ] {
            assert!(found.iter().any(|line| line.contains(part)), "{part} in\n{}", found.join("\n"));
        }
    }
}
