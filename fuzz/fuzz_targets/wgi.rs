#![no_main]
//! Any cells in any sheets.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| adit_fuzz::check(adit_data::sources::wgi::read_sheets("f", &adit_fuzz::sheets(bytes), adit_fuzz::maps())));
