//! One file a publisher: from its own file, as it is downloaded, to rows of our tables.
//!
//! An importer reads bytes and writes nothing. It matches columns by their names, takes what the concordance files of the
//! data directory name, and lists everything it leaves out. All problems of a file are found in one go, up to
//! [`MOST_PROBLEMS`]: a file of the wrong kind would give one for each of its lines.

pub mod baci;
pub mod bgs;
pub mod cells;
pub mod harvest;
pub mod maps;
pub mod output;
pub mod quantity;
pub mod usgs_mcs;
pub mod wgi;
pub mod wmd;

use adit_vocab::problem::Problem;

/// Reading stops after this many problems.
pub const MOST_PROBLEMS: usize = 1000;

/// A publisher's file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// USGS Mineral Commodity Summaries, data release (CSV).
    UsgsMcs,
    /// CEPII BACI (zip).
    Baci,
    /// Worldwide Governance Indicators (xlsx).
    Wgi,
    /// World Mining Data (xlsx).
    Wmd,
    /// BGS World Mineral Statistics, export (CSV).
    Bgs,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::UsgsMcs, Kind::Baci, Kind::Wgi, Kind::Wmd, Kind::Bgs];

    /// The word on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Kind::UsgsMcs => "usgs-mcs",
            Kind::Baci => "baci",
            Kind::Wgi => "wgi",
            Kind::Wmd => "wmd",
            Kind::Bgs => "bgs",
        }
    }

    /// How ids of its editions start in `sources.csv`.
    pub fn family(self) -> &'static str {
        match self {
            Kind::UsgsMcs => "usgs_mcs",
            Kind::Baci => "baci_v",
            Kind::Wgi => "worldbank_wgi_",
            Kind::Wmd => "wmd_",
            Kind::Bgs => "bgs_wms",
        }
    }
}

/// Adds a problem unless there are too many already. False: reading should stop.
pub(crate) fn push(problems: &mut Vec<Problem>, problem: Problem) -> bool {
    if problems.len() < MOST_PROBLEMS {
        problems.push(problem);
    }
    problems.len() < MOST_PROBLEMS
}
