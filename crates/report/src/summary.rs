//! Summary.
use crate::BriefingInput;
/// s
pub fn summary(_input: &BriefingInput, _lang: adit_vocab::lang::Lang, _width: usize) -> String { String::new() }
