//! From a harvest to tables: what is replaced, what stays, what is counted. The figures are made up for the tests.

use super::*;
use crate::read_reference;
use crate::sources::maps::Maps;
use crate::sources::usgs_mcs;

const HEADER: &str = "MCS chapter,Section,Country,Statistics_detail,Unit,Year,Value,Notes\n";

fn staged(rows: &str) -> Result<Staged, Vec<String>> {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("good tables");
    let maps = Maps::read(&files, &reference).expect("good concordance");
    let harvest = usgs_mcs::read("mcs.csv", format!("{HEADER}{rows}").as_bytes(), &maps).expect("a good file");
    stage(Kind::UsgsMcs, harvest, &files, &reference).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn text(staged: &Staged, name: &str) -> String {
    let (_, _, after) = staged.files.iter().find(|(file, _, _)| file == name).expect("it changes");
    String::from_utf8(after.clone()).expect("UTF-8")
}

#[test]
fn a_new_edition_replaces_what_it_covers_and_nothing_else() {
    let staged = staged(
        "GALLIUM,World,China,Primary production,kilograms,2026,900000,Estimated.\nGALLIUM,World,Japan,Primary production,kilograms,2025,3000,\n",
    )
    .expect("good rows");
    let change = &staged.tables[0];
    // before: China, Japan, Korea, Russia and Ukraine in 2024 and 2025; Japan made 3 t in 2025 in both editions
    assert_eq!((change.table, change.added), (Table::Production, 1));
    assert_eq!(change.added + change.changed + change.reworded, 2);
    let production = text(&staged, "observations/production.csv");
    let gallium: Vec<&str> = production.lines().filter(|line| line.starts_with("gallium,")).collect();
    assert_eq!(gallium.len(), 2, "{gallium:#?}");
    assert!(gallium[0].starts_with("gallium,refined,primary,CHN,2026,900,900000 kilograms,estimated,usgs_mcs2027,"));
    assert!(production.lines().any(|line| line.starts_with("copper,mine,primary,CHL,2024") && line.contains("usgs_mcs2026")));
    let sources = text(&staged, "sources.csv");
    assert!(
        sources.contains(
            "\nusgs_mcs2027,Mineral Commodity Summaries 2027 and data release,U.S. Geological Survey,2027,2027,,CC0,yes,"
        )
    );
    assert!(staged.left.iter().any(|left| left.what == LeftWhat::NoBaseYear && left.note == "2025, 2026"), "{:?}", staged.left);
}

#[test]
fn what_the_data_check_would_refuse_is_not_staged() {
    let problems = staged(
        "GALLIUM,World,China,Primary production,kilograms,2026,900000,\nGALLIUM,World,World total,Primary production,kilograms,2026,5000,\n",
    )
    .err()
    .expect("countries make more than the world");
    assert!(problems[0].contains("a world total that is not exceeded by its countries"), "{problems:?}");
}

#[test]
fn the_columns_of_a_directory_keep_their_order() {
    let old = "note,source,material,stage,kind,country,year,tonnes,published,flag,locator\nx,usgs_mcs2026,gallium,refined,primary,CHN,2024,1,1,reported,l\n,wna,uranium,mine,primary,KAZ,2024,2,2,reported,l\n";
    let row: Vec<String> =
        "gallium,refined,primary,CHN,2024,3,3,reported,usgs_mcs2027,l,".split(',').map(str::to_owned).collect();
    let merged = merge(Table::Production, old.as_bytes(), vec![row], "usgs_mcs", "p.csv").expect("good rows");
    assert_eq!(
        merged.text,
        "note,source,material,stage,kind,country,year,tonnes,published,flag,locator\n,usgs_mcs2027,gallium,refined,primary,CHN,2024,3,3,reported,l\n,wna,uranium,mine,primary,KAZ,2024,2,2,reported,l\n"
    );
    assert_eq!((merged.change.changed, merged.change.same), (1, 1));
    assert_eq!(merged.differences[0].before, "1");
}
