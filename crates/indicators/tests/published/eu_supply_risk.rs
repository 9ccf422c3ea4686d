//! All materials of the EU study of 2017 that are at hand, inside the interval that the rounding of the inputs allows.

use adit_indicators::eu_supply_risk::{SupplyUsed, eu_supply_risk};
use adit_indicators::rated::Rated;
use adit_vocab::units::Share;

use crate::support::{hold, must, number, rows, tell};

fn plain(value: f64) -> Rated {
    Rated { value, low: value, high: value, unrated: Share(0.0) }
}

#[test]
fn eu_2017_inside_the_rounding_interval() {
    let Some(rows) = rows("checks/eu2017_supply_risk.csv") else { return };
    let mut differences = Vec::new();
    let mut table = String::from("| material | stage | ours | published | difference |\n|---|---|---|---|---|\n");
    for row in &rows {
        let column = |name| number(row, name).map(plain);
        let global = || column("hhi_wgi_t_gs").expect("a global figure");
        let sourcing = || column("hhi_wgi_t_eu28").expect("a figure of EU sourcing");
        let used = match row["supply_used"].as_str() {
            "GS + EUS" => SupplyUsed::Both {
                global: global(),
                sourcing: sourcing(),
                import_reliance: must(row, "import_reliance_pct") / 100.0,
            },
            "GS only" => SupplyUsed::Global(global()),
            "EUS only" => SupplyUsed::Sourcing(sourcing()),
            other => panic!("{other}"),
        };
        let found = eu_supply_risk(&used, must(row, "eol_rir_pct") / 100.0, must(row, "si_sr")).value;
        let published = must(row, "sr_published");
        let tolerance = (must(row, "sr_interval_high") - must(row, "sr_interval_low")) / 2.0 + 0.05;
        assert!((found - published).abs() <= tolerance, "{}: {found}, published {published}", row["material"]);
        differences.push((found - published).abs());
        let (name, stage) = (&row["material"], row["stage"].to_lowercase());
        table += &format!("| {name} | {stage} | {found:.2} | {published:.1} | {:+.2} |\n", found - published);
    }
    differences.sort_by(f64::total_cmp);
    assert_eq!(differences.len(), 39);
    hold("eu-supply-risk.md", "study of 2017", &table);
    tell(&format!(
        "EU 2017: {} of {} rows inside the interval, median difference {:.3}, largest {:.3}",
        differences.len(),
        rows.len(),
        differences[differences.len() / 2],
        differences[differences.len() - 1]
    ));
}
