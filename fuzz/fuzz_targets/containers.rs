#![no_main]
//! Any bytes as a workbook and as a zip of BACI.

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let maps = adit_fuzz::maps();
    adit_fuzz::check(adit_data::sources::wmd::read("f", bytes, maps));
    adit_fuzz::check(adit_data::sources::wgi::read("f", bytes, maps));
    adit_fuzz::check(adit_data::sources::baci::read("f", Cursor::new(bytes), maps, &mut |_, _| {}));
});
