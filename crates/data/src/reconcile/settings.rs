//! `reconciliation.toml`: how loose each kind of observation is, and the rules that fill gaps.

use std::collections::BTreeMap;

use adit_vocab::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The year brought into balance.
    pub base_year: i32,
    /// Ports merged into the country behind them, ISO3 to ISO3.
    pub merged: BTreeMap<String, String>,
    /// Trading places whose net imports say little about their own use, ISO3.
    pub hubs: Vec<String>,
    /// Spreads.
    pub spread: Spreads,
    /// Rules.
    pub rule: Rules,
}

macro_rules! figures {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Figure,)*
        }

        impl $name {
            /// All figures with their names, to check them, show them and vary them one at a time.
            pub fn figures(&mut self) -> Vec<(&'static str, &mut Figure)> {
                vec![$((stringify!($field), &mut self.$field)),*]
            }
        }
    };
}

figures!(
    /// One standard deviation of each kind of observation, relative to it unless said otherwise.
    Spreads {
        /// World total of an official table.
        world_total,
        /// Output of a country in an official table.
        official,
        /// Output from single facts or published shares.
        fill_in,
        /// Output that the publisher withholds.
        remainder,
        /// Flow under a code of its own.
        trade_specific,
        /// Flow without a weight.
        trade_no_weight,
        /// Flow under a shared code.
        trade_basket,
        /// Flow by the gravity rule.
        gravity,
        /// Published US import sources.
        us_import_share,
        /// Published US consumption.
        us_use,
        /// Published US net import reliance, in parts of use.
        us_reliance,
        /// Published EU sourcing shares, relative part.
        eu_share,
        /// Published EU sourcing shares, absolute part.
        eu_share_floor,
        /// Use of a country.
        use_prior,
        /// Ore fed to a country's refineries.
        feed,
        /// Refinery output from scrap.
        secondary,
        /// Refinery output without recorded feed, relative to the country's output.
        unexplained,
        /// Stock change where the world balance needs one.
        stock_draw,
        /// Smallest spread of output and trade, share of world output.
        floor,
        /// Smallest spread of use, share of world output.
        use_floor,
    }
);

figures!(
    /// Rules that fill gaps.
    Rules {
        /// Flows below this share of a stage's trade get a larger relative spread.
        large_flow,
        /// Share of a stage's trade in its smallest flows that is left out.
        prune,
        /// Weight of apparent use against the industry prior where trade is observed.
        apparent_weight,
        /// The same where a code that matters is not at hand.
        apparent_weight_incomplete,
        /// The same where the code is shared with other materials.
        apparent_weight_basket,
        /// Part of the need that stands in for recorded supply in the spread of a supply mix where a code is not at hand.
        incomplete_supply,
        /// How far the use per GDP seen in observed markets carries over to unobserved ones.
        intensity_exponent,
        /// Decay of trade with distance.
        gravity_exponent,
        /// Distance below which countries count as neighbours, km.
        gravity_min_km,
        /// A producer may keep this many times its expected use before output counts as unplaced.
        keeps_times,
        /// The same, in parts of world output, on top.
        keeps_world,
        /// Part of a producer's unplaced output that a known captive flow takes.
        captive_part,
        /// Relative spread of a captive flow.
        captive_spread,
        /// Relative spread of output that is raised to what partners record.
        opaque_spread,
        /// Largest part of a country's refinery output that is taken to be scrap where nothing is reported.
        most_scrap,
        /// Lowest revealed use per GDP that is believed, world mean 1.
        intensity_low,
        /// Highest revealed use per GDP that is believed.
        intensity_high,
        /// Relative spread of scrap that is only known for the world and spread over countries.
        scrap_spread,
        /// Refined per mined content where a material's file gives none.
        recovery,
    }
);
