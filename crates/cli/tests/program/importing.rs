//! `adit data import`: preview, writing, refusals, and being killed. The figures are made up for the tests.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Data, adit};

/// An export in the layout of the British Geological Survey, of a year after the data's.
const EXPORT: &str = "bgs_commodity_trans,bgs_statistic_type_trans,country_trans,country_iso3_code,year,quantity,units\n\
     \"cobalt, refined\",Production,Finland,FIN,2024-01-01T00:00:00Z,12345,tonnes (metric)\n\
     \"cobalt, refined\",Production,Atlantis,,2024-01-01T00:00:00Z,1,tonnes (metric)\n\
     salt,Production,Finland,FIN,2024-01-01T00:00:00Z,1,tonnes (metric)\n";

fn with_export() -> Data {
    let data = Data::new();
    fs::write(data.around().join("bgs.csv"), EXPORT).expect("writable");
    data
}

#[test]
fn a_preview_writes_nothing_and_says_what_would_change() {
    let data = with_export();
    let before = (data.text("observations/production.csv"), data.text("sources.csv"));
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--data", "data"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    for part in [
        "observations/production.csv",
        "World Mineral Statistics, 2024 (bgs_wms2024, new in sources.csv)",
        "Only single facts may be passed on",
        "unknown country",
        "Atlantis",
        "not among the materials",
        "salt",
        "Nothing has been written. The same command with --write writes it.",
    ] {
        assert!(run.out.replace('\n', " ").contains(part), "{part}\n{}", run.out);
    }
    assert_eq!(before, (data.text("observations/production.csv"), data.text("sources.csv")));
}

#[test]
fn written_data_is_built_passes_its_check_and_is_not_written_twice() {
    let data = with_export();
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--write", "--data", "data"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains("Written: observations/production.csv, sources.csv\nNext: adit data build --data data"),
        "{}",
        run.out
    );
    assert!(data.text("observations/production.csv").contains("cobalt,refined,primary,FIN,2024,12345,"));
    assert!(data.text("sources.csv").contains("\nbgs_wms2024,"));
    // the baseline is older than the observations now, and says so
    assert!(adit(data.around(), &["data", "check", "--data", "data"]).err.contains("`adit data build` makes it"));
    assert_eq!(adit(data.around(), &["data", "build", "--data", "data"]).code, Some(0));
    assert_eq!(adit(data.around(), &["data", "check", "--data", "data"]).code, Some(0));
    let again = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--write", "--data", "data"]);
    assert!(again.out.contains("The data holds these figures already."), "{}", again.out);
}

#[test]
fn without_a_directory_the_way_to_one_is_told() {
    let data = with_export();
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv"]);
    assert!(run.code == Some(0) && run.out.contains("cp -r data mine"), "{}", run.out);
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--write"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("command line: --write: no directory to write to; expected --data DIR"), "{}", run.err);
}

#[test]
fn all_problems_of_a_file_with_exit_code_2() {
    let data = Data::new();
    let broken = EXPORT.replace("12345", "-5").replace("Atlantis,,2024", "Atlantis,,soon");
    fs::write(data.around().join("bgs.csv"), broken).expect("writable");
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--write", "--data", "data", "--lang", "de"]);
    assert_eq!(run.code, Some(2));
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        lines,
        [
            "bgs.csv: Zeile 2, quantity: `-5`; erwartet: eine Zahl, 0 oder größer, oder eine leere Zelle",
            "bgs.csv: Zeile 3, year: `soon-01-01T00:00:00Z`; erwartet: ein Jahr zwischen 1900 und 2100",
        ]
    );
    let run = adit(data.around(), &["data", "import", "wmd", "bgs.csv"]);
    assert!(run.code == Some(2) && run.err.contains("a workbook in the form xlsx"), "{}", run.err);
    let run = adit(data.around(), &["data", "import", "baci", "absent.zip"]);
    assert!(run.code == Some(2) && run.err.contains("there is no such file"), "{}", run.err);
}

#[test]
fn in_german() {
    let data = with_export();
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--data", "data", "--lang", "de"]);
    for part in ["Was der Import ändert", "unbekanntes Land", "Es wurde nichts geschrieben."] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
}

#[test]
fn machines_get_every_row_and_no_prose() {
    let data = with_export();
    let run = adit(data.around(), &["data", "import", "bgs", "bgs.csv", "--format", "csv"]);
    assert!(
        run.out.starts_with(
            "key,table,added,changed,removed,reworded,same\nobservations/production.csv,observations/production.csv,1,"
        ),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("key,what,name,rows,note\ncountry.Atlantis,country,Atlantis,1,\n") && !run.out.contains("Nothing"),
        "{}",
        run.out
    );
}

/// Kills the program at times spread over a whole run. Whatever it had done, the next program that opens the directory finds
/// the old files or the new ones, never some of each.
#[cfg(unix)]
#[test]
fn killed_at_any_moment_the_old_or_the_new_data_is_whole() {
    const MOMENTS: u32 = 8;
    let state = |data: &Data| (data.text("observations/production.csv"), data.text("sources.csv"));
    let arguments = ["data", "import", "bgs", "bgs.csv", "--write", "--data", "data"];
    let whole = with_export();
    let old = state(&whole);
    let begin = Instant::now();
    assert_eq!(adit(whole.around(), &arguments).code, Some(0));
    let (length, new) = (begin.elapsed(), state(&whole));
    assert_ne!(old, new);
    let mut killed = 0;
    for moment in 0..MOMENTS {
        let data = with_export();
        let mut child = Command::new(env!("CARGO_BIN_EXE_adit"))
            .args(arguments)
            .current_dir(data.around())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(length * moment / MOMENTS + Duration::from_millis(1));
        let _ = child.kill();
        killed += u32::from(!child.wait().expect("it ends").success());
        assert_eq!(adit(data.around(), &["data", "list", "--data", "data"]).code, Some(0));
        let found = state(&data);
        assert!(found == old || found == new, "killed after {moment}/{MOMENTS} of a run");
    }
    assert!(killed > 0, "no run was killed");
}
