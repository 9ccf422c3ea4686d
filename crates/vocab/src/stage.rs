//! The stages of a chain: mine, then refinery, then magnets for the materials whose data carry it.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A stage at which a material is produced and traded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Mining, including concentrates and the intermediates that feed refineries.
    Mine,
    /// Refined metal, alloy or chemical: the first form industry buys.
    Refined,
    /// Permanent magnets of neodymium, iron and boron, in tonnes of the material they hold.
    Magnet,
}

impl Stage {
    /// All stages, upstream first.
    pub const ALL: [Stage; 3] = [Stage::Mine, Stage::Refined, Stage::Magnet];

    /// The word used in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Stage::Mine => "mine",
            Stage::Refined => "refined",
            Stage::Magnet => "magnet",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Stage {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Stage::ALL
            .into_iter()
            .find(|stage| stage.id() == text)
            .ok_or_else(|| format!("`{text}` is not a stage; expected mine, refined or magnet"))
    }
}
