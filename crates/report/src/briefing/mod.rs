//! stub
use adit_analysis::exposure::Exposure;
use adit_vocab::baseline::Baseline;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
/// Everything the briefing needs.
pub struct BriefingInput<'a> { /// r
 pub reference: &'a Reference, /// b
 pub baseline: &'a Baseline, /// e
 pub exposure: &'a Exposure, /// f
 pub focus: Option<MaterialId>, /// q
 pub question: &'a str, /// d
 pub data_edition: &'a str, /// d
 pub digest: &'a str, /// v
 pub version: &'a str, /// c
 pub changed: &'a [String] }
/// File
pub struct File { /// p
 pub path: String, /// b
 pub bytes: Vec<u8> }
