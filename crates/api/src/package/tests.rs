use adit_vocab::policy::{Price, Terms};

use super::*;

fn session() -> Session {
    Session::open(None).expect("the data inside the program is good")
}

fn read(session: &Session, text: &str) -> Result<Package, Vec<String>> {
    let text = format!("name = {{ en = \"a\", de = \"b\" }}\n{text}");
    let lines = |problems: Problems| problems.iter().map(Problem::to_string).collect();
    session.package_bytes("p", "p.toml", text.as_bytes()).map_err(lines)
}

fn measure(keys: &str) -> String {
    format!("[[measure]]\nfrom = 2026\n{}\n", keys.replace("; ", "\n"))
}

fn refuses(session: &Session, text: &str, parts: &[&str]) {
    let problems = read(session, text).expect_err(text);
    let all = problems.join("\n");
    assert!(problems.len() == parts.len() && parts.iter().all(|part| all.contains(part)), "{parts:?} in\n{all}");
}

const LOAN: &str = "instrument = \"loan\"; part = 0.5; rate = 0.02; years = 15";
const EQUITY: &str = "instrument = \"equity\"; part = 0.3; rate = 0.04";
const FLOOR: &str = "instrument = \"floor\"; over_base = 2; returned = 0.3; years = 10";

#[test]
fn all_shipped_packages_are_read_in_their_order() {
    let session = session();
    let packages = session.packages().expect("good packages");
    let ids: Vec<&str> = packages.iter().map(|package| package.id.as_str()).collect();
    let expected = [
        "baseline",
        "alliance",
        "cut_off_2028",
        "finance",
        "flood",
        "flood_floor",
        "floor",
        "offtake",
        "package",
        "permitting",
        "reference_price",
        "stockpile",
        "together",
        "controls",
        "announced",
    ];
    assert_eq!(ids, expected);
    assert_eq!((packages[0].policies.len(), packages[0].behaviour), (0, Behaviour::Passive));
    assert_eq!(packages[2].behaviour, Behaviour::CutOff { from: 2028 });
    assert_eq!(packages[4].behaviour, Behaviour::Flood { from: 2026, until: 2031 });
    assert_eq!(packages[8].policies.len(), 5);
    let floor = Terms::Floor { price: Price::OverBase(2.0), returned: 0.3, inside: true, years: 10.0 };
    assert_eq!(packages[6].policies[0].terms, floor);
    for package in &packages {
        assert_eq!(session.package(&package.id).as_ref(), Ok(package));
        assert_eq!(session.package(&package.name.de).as_ref(), Ok(package));
    }
}

#[test]
fn an_unknown_package_gets_the_nearest() {
    let message = session().package("flod").expect_err("no such package")[0].to_string();
    assert!(
        message.starts_with("command line: package: `flod` is not known; expected baseline, alliance, cut_off_2028, "),
        "{message}"
    );
    assert!(message.contains("or a TOML file; nearest: flood"), "{message}");
}

#[test]
fn a_file_of_ones_own_has_its_name_as_id() {
    let session = session();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("mine.toml");
    let name = path.display().to_string();
    assert!(session.package(&name).expect_err("not there yet")[0].to_string().contains("there is no such file"));
    let wide =
        measure(&format!("{FLOOR}; countries = [\"EU\", \"Canada\"]; materials = [\"Ga\", \"tungsten\"]; stage = \"refined\""));
    let guarantee = measure("instrument = \"guarantee\"; part = 0.5; rate = 0; years = 5; until = 2030");
    std::fs::write(&path, format!("name = {{ en = \"a\", de = \"b\" }}\n{wide}{guarantee}")).expect("writable");
    let package = session.package(&name).expect("a good file");
    assert_eq!((package.id.as_str(), package.policies.len()), ("mine", 2));
    let policy = &package.policies[0];
    assert_eq!((policy.countries.len(), policy.materials.len(), policy.stage), (28, 2, Some(Stage::Refined)));
    assert!(matches!(policy.terms, Terms::Floor { inside: false, .. }), "where it sells, if nothing is said");
    assert!(matches!(package.policies[1].terms, Terms::Loan { guarantee: true, .. }));
    assert_eq!(package.policies[1].until, Some(2030));
}

#[test]
fn six_faults_are_named_at_once() {
    let text = [
        "supplier = { does = \"flood\", from = 2030 }\n".to_owned(),
        measure("instrument = \"subsidy\""),
        measure("instrument = \"floor\"; over_base = 2; usd_per_t = 5; returned = 1; factor = 0.5"),
        measure(&format!("{LOAN}; until = 2050; materials = [\"galium\"]; projects = [\"mp_10x_neodym\"]")),
        measure("instrument = \"permitting\"; factor = 11; until = 2024; countries = [\"Germny\"]; stage = \"mines\""),
    ];
    refuses(
        &session(),
        &text.concat(),
        &[
            "p.toml: supplier, until: nothing; expected a year from 2025 to 2045",
            "p.toml: measure 1, instrument: `subsidy`; expected one of floor, permitting, equity, loan, guarantee, offtake",
            "measure 2, factor: `floor` takes none; expected only over_base, usd_per_t, returned, years, inside",
            "measure 2, years: nothing; expected years, above 0",
            "measure 2, returned: 1; expected a part from 0 to less than 1",
            "measure 2, over_base, usd_per_t: both; expected one of the two",
            "measure 3, until: 2050; expected a year from 2025 to 2045",
            "p.toml: measure 3, materials: `galium` is not known; expected a material; nearest: gallium",
            "measure 3, projects: `mp_10x_neodym` is not known; expected an id of projects.csv; nearest: mp_10x_neodymium",
            "measure 4, factor: 11; expected what is left of the time, above 0 and at most 10",
            "measure 4, until: 2024; expected a year from 2025 to 2045",
            "measure 4, until: 2024; expected 2026, the first year, or later",
            "p.toml: measure 4, countries: `Germny` is not known",
            "measure 4, stage: `mines`; expected mine, refined or magnet",
        ],
    );
}

#[test]
fn numbers_have_their_ranges() {
    let session = session();
    for (keys, part) in [
        ("instrument = \"loan\"; part = 1.1; rate = 0; years = 1", "part: 1.1; expected a part of the capital from 0 to 1"),
        ("instrument = \"loan\"; part = 1; rate = 0.31; years = 1", "rate: 0.31; expected a real rate a year from -0.05 to 0.3"),
        ("instrument = \"equity\"; part = 1; rate = nan", "rate: NaN; expected a real rate"),
        ("instrument = \"guarantee\"; part = 1; rate = 0; years = 0", "years: 0; expected years, above 0"),
        ("instrument = \"offtake\"; part = 1; years = 1; usd_per_t = -1", "usd_per_t: -1; expected a price above 0"),
        ("instrument = \"offtake\"; part = 1; years = 1", "over_base, usd_per_t: nothing; expected one of the two"),
        ("instrument = \"permitting\"; factor = 0", "factor: 0; expected what is left of the time"),
        ("instrument = \"permitting\"", "factor: nothing; expected what is left of the time"),
    ] {
        refuses(&session, &measure(keys), &[part]);
    }
}

#[test]
fn the_supplier_has_the_years_of_what_it_does() {
    let session = session();
    for (text, part) in [
        ("does = \"cut-off\", from = 2028, until = 2030", "supplier, until: 2030; expected nothing: a cut-off has no end"),
        ("does = \"flood\", from = 2030, until = 2028", "supplier, until: 2028; expected 2030, the first year, or later"),
        ("does = \"passive\", from = 2030", "supplier, from: 2030; expected nothing: a passive supplier has no years"),
        ("does = \"cut-off\"", "supplier, from: nothing; expected a year from 2025 to 2045"),
        ("does = \"dump\"", "supplier, does: `dump`; expected passive, flood, restrict or cut-off"),
        ("does = \"restrict\", from = 2026, until = 2028", "supplier, share: nothing; expected the part of exports"),
        ("does = \"restrict\", from = 2026, until = 2028, share = 1", "supplier, share: 1; expected the part of exports"),
        ("does = \"flood\", from = 2026, until = 2028, share = 0.5", "supplier, share: 0.5; expected nothing"),
    ] {
        refuses(&session, &format!("supplier = {{ {text} }}\n"), &[part]);
    }
    let quota = read(&session, "supplier = { does = \"restrict\", from = 2026, until = 2028, share = 0.5 }\n").expect("a quota");
    assert_eq!(quota.behaviour, Behaviour::Restrict { from: 2026, until: 2028, share: 0.5 });
    let passive = read(&session, "supplier = { does = \"passive\" }\n").expect("nothing happens");
    assert_eq!(passive.behaviour, Behaviour::Passive);
}

#[test]
fn measures_of_one_instrument_do_not_overlap() {
    let session = session();
    let overlap = "measures 1 and 2: two measures `floor` mean the same plants in the same years";
    let pair = |first: &str, second: &str| measure(&format!("{FLOOR}{first}")) + &measure(&format!("{FLOOR}{second}"));
    let apart = |first: &str, second: &str| assert!(read(&session, &pair(first, second)).is_ok(), "{first}, {second}");
    let meet = |first: &str, second: &str| refuses(&session, &pair(first, second), &[overlap]);
    meet("", "; countries = [\"EU\"]");
    meet("; countries = [\"Germany\"]", "; countries = [\"EU\"]; stage = \"mine\"");
    apart("; countries = [\"Canada\"]", "; countries = [\"EU\"]");
    apart("; materials = [\"gallium\"]", "; materials = [\"tungsten\"]");
    apart("; stage = \"mine\"", "; stage = \"refined\"");
    // a project stands in one country, for one material
    meet("; projects = [\"mp_10x_neodymium\"]", "; countries = [\"USA\"]");
    apart("; projects = [\"mp_10x_neodymium\"]", "; countries = [\"EU\"]");
    apart("; projects = [\"mp_10x_neodymium\"]", "; projects = [\"mp_10x_terbium\"]");
    meet("; until = 2030", "");
    let (first, second) = (measure(&format!("{FLOOR}; until = 2030")), measure(FLOOR).replace("2026", "2031"));
    assert!(read(&session, &(first + &second)).is_ok(), "one after the other");
}

#[test]
fn public_capital_is_at_most_all_of_it() {
    let session = session();
    let guarantee = LOAN.replace("loan", "guarantee");
    let all = measure(LOAN) + &measure(EQUITY);
    assert!(read(&session, &all).is_ok(), "0.8 together");
    let both = measure(LOAN) + &measure(&guarantee);
    assert!(read(&session, &both).is_ok(), "1 together");
    let more = measure(LOAN) + &measure(&EQUITY.replace("0.3", "0.6"));
    refuses(&session, &more, &["measures 1 and 2: 1.1 of the capital of the same plants"]);
    refuses(&session, &(both.clone() + &measure(EQUITY)), &["measures 1, 2 and 3: 1.3 of the capital of the same plants"]);
    let elsewhere = both + &measure(&format!("{EQUITY}; countries = [\"EU\"]"));
    refuses(&session, &elsewhere, &["measures 1, 2 and 3: 1.3 of the capital"]);
    let loan = measure(&format!("{LOAN}; countries = [\"Canada\"]"));
    let equity = measure(&format!("{}; countries = [\"EU\"]", EQUITY.replace("0.3", "0.6")));
    assert!(read(&session, &(loan + &equity)).is_ok(), "other plants");
}

#[test]
fn a_measure_must_be_able_to_mean_a_plant() {
    let session = session();
    let magnet = measure(&format!("{FLOOR}; materials = [\"gallium\"]; stage = \"magnet\""));
    refuses(&session, &magnet, &["measure 1, stage: `magnet`; expected a stage that one of `materials` has"]);
    let nowhere = measure(&format!("{FLOOR}; projects = [\"mp_10x_neodymium\"]; countries = [\"EU\"]"));
    refuses(&session, &nowhere, &["measure 1, projects: none of them is meant"]);
}

#[test]
fn controls_say_who_what_and_how_much() {
    let session = session();
    let quota = "instrument = \"control\"; kind = \"quota\"; share = 0.5; countries = [\"COD\"]";
    let ban = "instrument = \"control\"; kind = \"ban\"; countries = [\"COD\"]; on = [\"USA\", \"EU\"]";
    let package = read(&session, &(measure(quota) + &measure(ban))).expect("two controls of one country may meet");
    let [first, second] = &package.policies[..] else { panic!("{:?}", package.policies) };
    assert_eq!((first.terms, first.on.len()), (Terms::Control { share: 0.5 }, 0));
    assert_eq!((second.terms, second.on.len()), (Terms::Control { share: 0.0 }, 28));
    let shared = measure("instrument = \"reserve\"; days = 60; years = 3; trigger = 1.5; shared = true");
    assert!(matches!(read(&session, &shared).expect("a stock").policies[0].terms, Terms::Reserve { shared: true, .. }));
    for (keys, part) in [
        (quota.replace("; countries = [\"COD\"]", ""), "countries: nothing; expected who controls"),
        (quota.replace("quota", "tax"), "kind: `tax`; expected licence, ban, quota"),
        (quota.replace("kind = \"quota\"; ", ""), "kind: nothing; expected licence, ban, quota"),
        (quota.replace("; share = 0.5", ""), "share: nothing; expected the part of the exports of the base year"),
        (quota.replace("0.5", "1"), "share: 1; expected the part of the exports"),
        (ban.replace("; on", "; share = 0.1; on"), "share: 0.1; expected nothing: a ban allows no exports"),
        (ban.replace("EU", "EUU"), "on: `EUU` is not known"),
        ("instrument = \"zone\"; rate = 25".to_owned(), "rate: 25; expected a tariff as a part of the base price"),
        ("instrument = \"zone\"; rate = 0.1; on = [\"CHN\"]".to_owned(), "on: `zone` takes none; expected only rate"),
        ("instrument = \"restraint\"; rate = 0.1".to_owned(), "rate: `restraint` takes none; expected no key of its own"),
    ] {
        refuses(&session, &measure(&keys), &[part]);
    }
    let zone = measure("instrument = \"zone\"; rate = 0.1");
    refuses(&session, &(zone.clone() + &zone), &["measures 1 and 2: two measures `zone`"]);
}
