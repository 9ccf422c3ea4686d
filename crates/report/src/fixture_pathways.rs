//! When dependencies end in the small world of tests: invented answers that hold every odd case.

use adit_analysis::exposure::Exposure;
use adit_analysis::pathway::ensemble::{Bands, Ensemble, Fate, Sourced, Unended};
use adit_analysis::pathway::independence::Independence::{From, Later, NotDependent};
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_analysis::pathway::{Band, Bearable, LeadTimes};
use adit_vocab::baseline::Baseline;
use adit_vocab::country::CountryId;
use adit_vocab::lang::Text;
use adit_vocab::material::MaterialId;
use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Origin, Package, Policy, Price, Terms};
use adit_vocab::project::{Kind, Project, ProjectRow, Status};
use adit_vocab::stage::Stage;

use crate::{MeasuresCounted, PathwayPart};

/// Ends without measures, with those announced and with all together: low, middle, high; what follows them by turns.
const ENDS: [[[Independence; 3]; 3]; 4] = [
    [[From(2036), Later, Later], [From(2030), From(2041), Later], [From(2029), From(2031), Later]],
    [[NotDependent, From(2034), Later], [NotDependent, From(2034), Later], [NotDependent, NotDependent, From(2030)]],
    [[Later, Later, Later], [Later, Later, Later], [From(2040), Later, Later]],
    [[From(2030), From(2041), Later], [From(2030), From(2034), Later], [From(2028), From(2028), From(2028)]],
];

/// The answer for the materials of an exposure that have a market; the last of several is not used. Tests may leak.
pub fn pathways(baseline: &Baseline, exposure: &Exposure) -> Option<&'static PathwayPart> {
    if exposure.importer.has(exposure.against) {
        return None;
    }
    let with_market = exposure.materials.iter().map(|entry| entry.material).filter(|id| baseline.market(*id).is_some());
    let materials: Vec<MaterialId> = with_market.collect();
    let (first, several) = (*materials.first()?, materials.len() > 1);
    let last = materials.len() - 1;
    let found = materials.iter().enumerate().map(|(place, material)| {
        let used = !several || place < last;
        let ends = ENDS[place % ENDS.len()];
        (*material, Some((0..3).map(|package| ensemble(ends[package], package, used, place)).collect()))
    });
    let part = PathwayPart {
        lacking: materials.len() + usize::from(several),
        measures: MeasuresCounted { about: 5, run: 2 },
        packages: vec![
            package("baseline", Vec::new()),
            Package { origins: vec![origin("USA")], ..package("announced", vec![floor()]) },
            package("together", vec![floor(), floor()]),
        ],
        projects: vec![project(first)],
        bearable: Bearable::default(),
        draws: 12,
        found: found.collect(),
        mine: LeadTimes { studies: 11.0, permitting: 2.7, construction: 2.9, ramp: 3.0 },
        plant: LeadTimes { studies: 2.0, permitting: 2.0, construction: 2.5, ramp: 3.0 },
        sources: vec!["usgs_mcs2026".to_owned(), "nobody".to_owned()],
    };
    Some(Box::leak(Box::new(part)))
}

fn package(id: &str, policies: Vec<Policy>) -> Package {
    Package {
        id: id.to_owned(),
        name: Text { en: format!("{id} & all"), de: format!("{id} & alles") },
        policies,
        ..Package::default()
    }
}

fn origin(by: &str) -> Origin {
    Origin { name: Text { en: "deal".to_owned(), de: "Abkommen".to_owned() }, by: vec![by.to_owned()] }
}

fn floor() -> Policy {
    Policy {
        terms: Terms::Floor { price: Price::OverBase(2.0), returned: 0.3, inside: true, years: 10.0 },
        from: 2026,
        until: None,
        countries: Vec::new(),
        on: Vec::new(),
        projects: Vec::new(),
        materials: Vec::new(),
        stage: None,
    }
}

fn ensemble([low, middle, high]: [Independence; 3], measures: usize, used: bool, place: usize) -> Ensemble {
    // the second has no price, and only the first has a project
    let priced = place != 1;
    let band = |middle: f64| Some(Band { low: 0.5 * middle, middle, high: 2.0 * middle });
    let share = [0.7, 0.6, 0.4][measures];
    let year = |year: i32| Bands {
        year,
        outside: band(1.0),
        inside: band(1.0),
        shares: vec![band(share)],
        kept: band(0.8),
        stop_price: band(3.0),
        users: band(2e8).filter(|_| priced),
        cash: vec![Cash::default(); measures],
        forgone: 0.0,
    };
    let fate = Fate {
        project: 0,
        starts: 0.3 + 0.3 * measures as f64,
        starts_anyway: 0.3,
        first_output: band(2030.0),
        on_line: Vec::new(),
        dropped: 0.1,
        output: Vec::new(),
    };
    let drawn = [low, middle, high];
    let sourced = |part: f64| band(part).map(|largest| Sourced { feared: largest, largest, who: CountryId(0) });
    Ensemble {
        origins: vec![
            (2025, vec![sourced(0.9)]),
            (2030, vec![sourced(0.8 - 0.1 * measures as f64)]),
            (2045, vec![sourced(0.7 - 0.1 * measures as f64)]),
        ],
        stages: vec![Stage::Refined],
        priced,
        years: vec![year(2025), year(2035), year(2045)],
        independence: used.then_some(Distribution { low, middle, high, later: 0.5, never: 0.0 }),
        drawn: (0..).zip(drawn.iter().map(|end| used.then_some(*end))).collect(),
        fates: if place == 0 { vec![fate] } else { Vec::new() },
        unnamed: vec![(0.0, 0.0)],
        cost: vec![band(1e9); measures],
        // 1, 1.5 and 2 billion in three draws, of which half comes back
        cash: (0..)
            .zip([1e9, 1.5e9, 2e9])
            .map(|(number, paid)| (number, vec![Cash { paid, received: 0.5 * paid }; measures]))
            .collect(),
        unended: band(0.8).zip(band(3.0)).map(|(kept, price)| Unended { kept, price }),
        unsolved: 0,
    }
}

fn project(material: MaterialId) -> Project {
    let text = |text: &str| text.to_owned();
    let row = ProjectRow {
        id: text("new_plant"),
        name: text("New & Better"),
        company: text("Somebody"),
        country: text("AUS"),
        material: String::new(),
        stage: Stage::Refined,
        kind: Kind::Refinery,
        status: Status::Construction,
        as_of: text("2025"),
        capacity: Some(100.0),
        unit: text("t"),
        content: Some(1.0),
        first_output: Some(2028),
        part: None,
        capex_usd_m: None,
        opex_usd_per_t: None,
        support: String::new(),
        source: text("usgs_mcs2026"),
        publisher: String::new(),
        published: String::new(),
        address: String::new(),
        confidence: text("high"),
        note: String::new(),
    };
    Project { row, country: CountryId(0), material }
}
