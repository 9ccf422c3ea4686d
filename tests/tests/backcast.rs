//! The page of the back-cast and its charts are what the program says. `UPDATE_GOLDEN=1` writes them.

use std::fs;
use std::path::Path;

use adit_api::Session;
use adit_api::backcast::BackCast;
use adit_api::lang::Lang;
use adit_tests::hold;

/// The data with some files changed, and what the back-cast makes of it.
fn varied(change: impl Fn(&str, String) -> String) -> BackCast {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let directory = tempfile::tempdir().expect("a temporary directory");
    copy(&data, directory.path());
    for name in ["backcast.csv", "years.toml"] {
        let path = directory.path().join(name);
        let text = fs::read_to_string(&path).expect("a text file");
        fs::remove_file(&path).expect("a copy or a link");
        fs::write(&path, change(name, text)).expect("writable");
    }
    let session = Session::open(Some(directory.path())).expect("good data");
    session.backcast().expect("an answer").result
}

/// Hard links, so that a copy costs nothing until a file is replaced.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("writable");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), &target).expect("writable");
        }
    }
}

#[test]
fn the_choice_of_the_rule_decides_little() {
    let base = varied(|_, text| text);
    let replace = |file: &'static str, from: &'static str, to: &'static str| {
        move |name: &str, text: String| {
            assert!(name != file || text.contains(from), "{from} in {file}");
            if name == file { text.replacen(from, to, 1) } else { text }
        }
    };
    let quota =
        varied(replace("backcast.csv", "rare_earths,quota_share,,CHN,,2011,0.75,", "rare_earths,quota_share,,CHN,,2011,0.6,"));
    let factor = varied(replace(
        "years.toml",
        "growth_factor = { value = 1, low = 0.7, high = 1.4,",
        "growth_factor = { value = 1, low = 1, high = 1,",
    ));
    let cerium = varied(|name, text| {
        if name != "backcast.csv" {
            return text;
        }
        text.lines().filter(|line| !line.contains(",exports,284610,")).fold(String::new(), |all, line| all + line + "\n")
    });
    for (name, found) in [("quota", quota), ("factor", factor), ("cerium", cerium)] {
        let (mut middle, mut ends) = (0.0_f64, 0.0_f64);
        for (now, then) in found.years.iter().zip(&base.years) {
            let (now, then) = (now.share.expect("draws"), then.share.expect("draws"));
            middle = middle.max((now.middle - then.middle).abs());
            ends = ends.max((now.low - then.low).abs()).max((now.high - then.high).abs());
        }
        let inside = found.years.iter().filter(|year| year.inside() == Some(true)).count();
        // the page says two points and three, two or three of 13 years
        assert!(middle < 0.02 && ends < 0.03 && (2..=3).contains(&inside), "{name}: {middle}, {ends}, {inside} years");
    }
}

fn part(share: Option<f64>) -> String {
    share.map_or_else(|| "no data".to_owned(), |share| format!("{:.0} %", 100.0 * share))
}

fn kilotonnes(tonnes: Option<f64>) -> String {
    tonnes.map_or_else(|| "no data".to_owned(), |tonnes| format!("{:.0}", tonnes / 1000.0))
}

fn times(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "no data".to_owned(), |ratio| format!("{ratio:.2}"))
}

#[test]
fn the_book_shows_what_the_program_says() {
    let session = Session::open(None).expect("the data inside the program is good");
    let found = session.backcast().expect("an answer");
    let mut text = String::from(
        "| | observed | 10 % | median | 90 % | in the band | use, median | world output, observed | the two plants, kt, median | \
         United States and Australia, kt | unnamed plants, kt, median | all others but China, kt |\n\
         |---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for year in &found.result.years {
        let band = year.share.expect("every year has draws");
        let inside = year.inside().map_or("no data", |inside| if inside { "yes" } else { "no" });
        let cells = [
            year.year.to_string(),
            part(year.observed),
            part(Some(band.low)),
            part(Some(band.middle)),
            part(Some(band.high)),
            inside.to_owned(),
            times(year.growth.map(|band| band.middle)),
            times(year.observed_growth),
            kilotonnes(year.plants.map(|band| band.middle)),
            kilotonnes(year.observed_plants),
            kilotonnes(year.unnamed.map(|band| band.middle)),
            kilotonnes(year.observed_others),
        ];
        text += &format!("| {} |\n", cells.join(" | "));
    }
    text += &format!(
        "\nChina's share in {}: {}. In the band: {} of the years.\n",
        found.result.base_year,
        part(found.result.base_share),
        part(found.result.coverage())
    );
    hold("backcast.md", &text);

    let years = &found.result.years;
    let inside: Vec<String> = years.iter().filter(|year| year.inside() == Some(true)).map(|year| year.year.to_string()).collect();
    let early = years.iter().find(|year| year.year == 2013).and_then(|year| year.plants).expect("draws");
    let last = years.last().and_then(|year| year.observed_growth).expect("an observed year");
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/methods/backcast.md")).expect("a page");
    for said in [
        format!("outside the band in {} of {} years", years.len() - inside.len(), years.len()),
        format!("{} are no successes", inside.join(", ")),
        format!("they are to make {:.0},000 t in the median", early.middle / 1000.0),
        format!("World output of 2023 is {last:.1} times that of 2010"),
    ] {
        assert!(page.contains(&said), "backcast.md does not say: {said}");
    }

    for (lang, name) in [(Lang::En, "en"), (Lang::De, "de")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../book/src/model/backcast-{name}.svg"));
        let drawn = session.backcast_chart(&found, lang);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &drawn).expect("the repository can be written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == drawn, "book/src/model/backcast-{name}.svg is out of date; run `just bless`");
    }
}
