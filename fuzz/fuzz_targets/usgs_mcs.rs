#![no_main]
//! Any bytes as the file.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| adit_fuzz::check(adit_data::sources::usgs_mcs::read("f", bytes, adit_fuzz::maps())));
