#![no_main]
//! Any bytes as the file of a year, in an edition chosen by the first byte.

use libfuzzer_sys::fuzz_target;

const EDITIONS: [&str; 7] = ["HS92", "HS96", "HS02", "HS07", "HS12", "HS17", "HS22"];
const COUNTRIES: &str = "country_code,country_iso3\n156,CHN\n276,DEU\n490,S19\n842,USA\n891,SCG\n";

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rows)) = bytes.split_first() else { return };
    let edition = EDITIONS[usize::from(*first) % EDITIONS.len()];
    adit_fuzz::check(adit_data::sources::baci::read_rows("f", rows, edition, COUNTRIES, adit_fuzz::maps()));
});
