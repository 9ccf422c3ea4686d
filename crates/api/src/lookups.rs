//! From what a person typed to a country, a party or a material: any name in either language, or a code.

use std::collections::BTreeSet;
use std::path::Path;

use adit_data::files::reason;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Text;
use adit_vocab::lookup::{Found, find};
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;

use crate::session::{Problems, Session};

impl Session {
    /// A country by ISO3, ISO2 or M49 code, name or alias. `place` is the part of the command line it stands in.
    pub fn country(&self, typed: &str, place: &str) -> Result<CountryId, Problem> {
        match find(typed, self.country_names().chain(self.bloc_names())) {
            Found::One(Place::Country(id)) => Ok(id),
            Found::One(Place::Bloc(_)) => {
                Err(Problem::new("command line", place, format!("`{typed}`, which is a group of countries"), "one country"))
            }
            Found::Nearest(nearest) => Err(unknown(place, typed, "a country", nearest)),
        }
    }

    /// A country, a bloc by id or name, or a CSV file whose column `iso3` lists the members.
    pub fn party(&self, typed: &str, place: &str) -> Result<Party, Problems> {
        if !self.names_only && Path::new(typed).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
            return self.party_from_file(Path::new(typed));
        }
        match find(typed, self.country_names().chain(self.bloc_names())) {
            Found::One(Place::Country(id)) => Ok(self.reference().party_of(id)),
            Found::One(Place::Bloc(i)) => {
                let bloc = &self.reference().blocs[i];
                Ok(Party { id: bloc.id.clone(), name: bloc.name.clone(), members: bloc.members.clone() })
            }
            Found::Nearest(nearest) => {
                let what =
                    if self.names_only { "a country or a bloc" } else { "a country, a bloc or a CSV file with a column iso3" };
                Err(vec![unknown(place, typed, what, nearest)])
            }
        }
    }

    /// A material by id, name in either language, alias or symbol.
    pub fn material(&self, typed: &str, place: &str) -> Result<MaterialId, Problem> {
        let names = self.reference().materials.iter().flat_map(|(id, material)| {
            let shown = material.id.as_str();
            material.names().map(move |name| (name, id, shown))
        });
        match find(typed, names) {
            Found::One(id) => Ok(id),
            Found::Nearest(nearest) => Err(unknown(place, typed, "a material", nearest)),
        }
    }

    /// The materials a question is about: those named, or all listed ones. A group stands for its members.
    pub fn materials_asked(&self, typed: &[String], place: &str) -> Result<Vec<MaterialId>, Problems> {
        let materials = &self.reference().materials;
        if typed.is_empty() {
            return Ok(materials.listed().map(|(id, _)| id).collect());
        }
        let mut problems = Vec::new();
        let mut ids = BTreeSet::new();
        for name in typed {
            match self.material(name, place) {
                Ok(id) if materials.get(id).members.is_empty() => {
                    ids.insert(id);
                }
                Ok(id) => ids.extend(materials.get(id).members.iter().filter_map(|member| materials.by_id(member))),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(ids.into_iter().collect()) } else { Err(problems) }
    }

    fn country_names(&self) -> impl Iterator<Item = (&str, Place, &str)> {
        self.reference().countries.iter().flat_map(|(id, country)| {
            let shown = country.name_en.as_str();
            country.names().map(move |name| (name, Place::Country(id), shown))
        })
    }

    fn bloc_names(&self) -> impl Iterator<Item = (&str, Place, &str)> {
        self.reference()
            .blocs
            .iter()
            .enumerate()
            .flat_map(|(i, bloc)| bloc.names().map(move |name| (name, Place::Bloc(i), bloc.id.as_str())))
    }

    /// Members from a file: each row names one in the column `iso3`; other columns are ignored.
    fn party_from_file(&self, path: &Path) -> Result<Party, Problems> {
        let file = path.display().to_string();
        let problem = |place: String, found: String, expected: &str| Problem::new(&file, place, found, expected);
        let bytes =
            std::fs::read(path).map_err(|error| vec![problem("file".into(), reason(&error), "a CSV file with a column iso3")])?;
        let text = adit_data::inputs::encoding::text(&file, &bytes).map_err(|problem| vec![problem])?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let Some(column) = header.iter().position(|name| name.trim() == "iso3") else {
            let found = format!("columns `{}`", header.iter().collect::<Vec<_>>().join(","));
            return Err(vec![problem("line 1".into(), found, "a column iso3")]);
        };
        let (mut members, mut problems) = (BTreeSet::new(), Vec::new());
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    problems.push(problem("whole file".into(), format!("`{error}`"), "a table in CSV"));
                    break;
                }
            };
            let line = record.position().map_or(0, csv::Position::line);
            let place = format!("line {line}, iso3");
            match self.country(record.get(column).unwrap_or_default().trim(), &place) {
                Ok(id) if !members.insert(id) => {
                    problems.push(problem(place, format!("`{}` stands twice", &record[column]), "each country once"));
                }
                Ok(_) => {}
                Err(found) => problems.push(Problem { file: file.clone(), ..found }),
            }
        }
        if members.is_empty() && problems.is_empty() {
            problems.push(problem("line 2".into(), "the table has no rows".into(), "at least one country"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let id = path.file_stem().map_or_else(|| file.clone(), |stem| stem.to_string_lossy().into_owned());
        Ok(Party { name: Text { en: id.clone(), de: id.clone() }, id, members: members.into_iter().collect() })
    }
}

/// What a name means.
#[derive(Clone, Copy)]
enum Place {
    Country(CountryId),
    Bloc(usize),
}

fn unknown(place: &str, typed: &str, expected: &str, nearest: Vec<String>) -> Problem {
    let expected = if nearest.is_empty() { expected.to_owned() } else { format!("{expected}; nearest: {}", nearest.join(", ")) };
    Problem::new("command line", place, format!("`{typed}` is not known"), expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        Session::open(None).expect("the data inside the program is good")
    }

    #[test]
    fn countries_by_any_name_or_code() {
        let session = session();
        for name in ["DEU", "de", "276", "Germany", "deutschland", "GERMANY"] {
            let id = session.country(name, "--for").expect(name);
            assert_eq!(session.reference().countries.get(id).iso3, "DEU", "{name}");
        }
        for (name, iso3) in [
            ("Türkei", "TUR"),
            ("Tuerkei", "TUR"),
            ("USA", "USA"),
            ("Vereinigte Staaten", "USA"),
            ("DR Kongo", "COD"),
            ("South Korea", "KOR"),
        ] {
            let id = session.country(name, "--for").expect(name);
            assert_eq!(session.reference().countries.get(id).iso3, iso3, "{name}");
        }
    }

    #[test]
    fn wrong_names_get_the_nearest() {
        let session = session();
        let message = session.country("Germny", "--for").expect_err("no such country").to_string();
        assert_eq!(message.split("nearest: ").nth(1).and_then(|names| names.split(", ").next()), Some("Germany"), "{message}");
        let message = session.material("galium", "--material").expect_err("no such material").to_string();
        assert!(
            message.starts_with("command line: --material: `galium` is not known; expected a material; nearest: gallium"),
            "{message}"
        );
    }

    #[test]
    fn parties_are_countries_blocs_and_files() {
        let session = session();
        assert_eq!(session.party("Deutschland", "--for").expect("a country").id, "DEU");
        assert_eq!(session.party("eu", "--for").expect("a bloc").members.len(), 27);
        assert_eq!(session.party("Europäische Union", "--for").expect("a bloc").id, "EU");
        assert!(session.country("EU", "--against").expect_err("a bloc").to_string().contains("a group of countries"));

        let directory = tempfile::tempdir().expect("a temporary directory");
        let path = directory.path().join("baltics.csv");
        std::fs::write(&path, "note,iso3\na,EST\nb,Latvia\nc,LTU\n").expect("writable");
        let party = session.party(&path.display().to_string(), "--for").expect("a good file");
        assert_eq!((party.id.as_str(), party.members.len()), ("baltics", 3));
        std::fs::write(&path, "iso3\nEST\nXXQ\nEST\n").expect("writable");
        assert_eq!(session.party(&path.display().to_string(), "--for").expect_err("a bad file").len(), 2);
    }

    #[test]
    fn materials_by_any_name() {
        let session = session();
        let id = |name: &str| session.reference().materials.get(session.material(name, "--material").expect(name)).id.clone();
        assert_eq!([id("Ga"), id("Gallium"), id("Kupfer"), id("COPPER")], ["gallium", "gallium", "copper", "copper"]);
        assert_eq!(session.materials_asked(&["Seltene Erden".into()], "--material").expect("a group").len(), 15);
        assert_eq!(session.materials_asked(&[], "--material").expect("all").len(), 60);
    }
}
