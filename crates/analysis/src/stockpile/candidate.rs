//! One material that may be held: what every quantity of it costs and brings, as far as it was computed.

use adit_vocab::stage::Stage;
use adit_vocab::stockpile::StockpileValues;

use super::Question;
use super::allocate::{Point, envelope};
use super::fill::Shop;
use super::present_value::Years;
use super::savings::{Loss, Threat, loss};
use crate::stop::{Runner, Subject};

/// What is bought of everything if a budget must be spent, in years of the asker's use.
const LAST: f64 = 1.0;
/// What the first quantity must save, as a part of what it costs beyond what comes back, for more to be looked at.
const PROMISING: f64 = 0.5;
/// The most that is held, in years of the asker's use.
const MOST: f64 = 5.0;

/// One material with everything computed of it.
pub(super) struct Candidate<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) shop: Shop<'a>,
    pub(super) stage: Stage,
    pub(super) threats: Vec<&'a Threat>,
    /// The threats, ready to run with a stock.
    pub(super) runners: Vec<Runner<'a>>,
    pub(super) years: Years,
    pub(super) parts: [f64; 3],
    /// Nothing held, then by tonnes.
    pub(super) computed: Vec<Computed>,
}

/// A quantity held.
#[derive(Clone, Debug)]
pub(super) struct Computed {
    pub(super) tonnes: f64,
    pub(super) outlay: f64,
    pub(super) price: f64,
    pub(super) gain: f64,
    pub(super) saving: f64,
    /// Expected yearly loss.
    pub(super) expected: f64,
    /// By threat.
    pub(super) losses: Vec<Loss>,
}

impl Candidate<'_> {
    /// Computes a quantity; `None` if a market does not clear.
    pub(super) fn compute(&self, tonnes: f64, question: &Question) -> Option<Computed> {
        let values = &question.values;
        let (price, burden) = self.shop.buy(tonnes, values.fill_years)?;
        let losses: Vec<Loss> = self
            .runners
            .iter()
            .map(|runner| loss(runner, question.asker, Some(tonnes), values).ok().flatten())
            .collect::<Option<_>>()?;
        let expected = self.expected(&losses);
        let saving = (self.computed[0].expected - expected) * self.years.useful;
        let outlay = price * tonnes;
        Some(Computed {
            tonnes,
            outlay,
            price: price / self.shop.price,
            gain: saving + self.kept(tonnes, outlay, burden),
            saving,
            expected,
            losses,
        })
    }

    /// What comes back of a purchase, in dollars of today: what is recovered less storage and burden, and of the outlay what is not
    /// spent because a stop comes first, or later.
    pub(super) fn kept(&self, tonnes: f64, outlay: f64, burden: f64) -> f64 {
        let Years { kept, bought, .. } = self.years;
        kept * self.shop.price * tonnes - bought * burden + (1.0 - bought) * outlay
    }

    pub(super) fn promising(&self) -> bool {
        // what it costs beyond what comes back: the outlay less the benefit without the saving
        self.computed.iter().skip(1).any(|known| known.saving >= PROMISING * (known.outlay - known.gain + known.saving))
    }

    /// Adds a larger quantity: more stock saves at least as much as less, and its price is known. Where the first quantity brings
    /// much less than it costs this is all that is looked at.
    pub(super) fn extend(&mut self, values: &StockpileValues) {
        let Some(last) = self.computed.last().cloned() else { return };
        let tonnes = LAST * self.shop.used;
        if self.promising() || tonnes <= last.tonnes {
            return;
        }
        let Some((price, burden)) = self.shop.buy(tonnes, values.fill_years) else { return };
        let outlay = price * tonnes;
        let gain = last.saving + self.kept(tonnes, outlay, burden);
        self.insert(Some(Computed { tonnes, outlay, price: price / self.shop.price, gain, ..last }));
    }

    pub(super) fn expected(&self, losses: &[Loss]) -> f64 {
        self.threats.iter().zip(losses).map(|(threat, loss)| threat.likelihood * loss.expected(self.parts)).sum()
    }

    /// Further quantities to compute: where the bound can fall by more than `aim`, what is bought itself, and more where all that
    /// was computed is bought.
    pub(super) fn wanted(&self, (outlay, gap): (f64, f64), aim: f64, spent: f64) -> Vec<f64> {
        let mut more = Vec::new();
        if gap > aim && self.computed.len() > 1 {
            more.push(self.tonnes(outlay));
            if spent > 0.0 && self.computed.iter().all(|known| (known.outlay - spent).abs() > 1e-9 * spent) {
                more.push(self.tonnes(spent));
            }
        }
        more.extend(self.ends_at(spent).map(|tonnes| (2.0 * tonnes).min(MOST * self.shop.used)));
        more
    }

    /// The largest quantity computed, if an outlay buys all of it and more could be held.
    pub(super) fn ends_at(&self, spent: f64) -> Option<f64> {
        let last = self.computed.last()?;
        let all = spent > 0.0 && spent >= last.outlay * (1.0 - 1e-9);
        (all && last.tonnes < MOST * self.shop.used * (1.0 - 1e-9)).then_some(last.tonnes)
    }

    pub(super) fn insert(&mut self, computed: Option<Computed>) {
        let Some(computed) = computed else { return };
        let place = self.computed.partition_point(|known| known.outlay < computed.outlay);
        // more money for no more tonnes is no choice
        if self.computed.get(place).is_none_or(|known| known.outlay > computed.outlay) {
            self.computed.insert(place, computed);
        }
    }

    pub(super) fn points(&self) -> Vec<Point> {
        self.computed.iter().map(|known| Point { outlay: known.outlay, gain: known.gain }).collect()
    }

    /// Tonnes that an outlay buys: between the computed quantities in a straight line.
    pub(super) fn tonnes(&self, outlay: f64) -> f64 {
        let place = self.computed.partition_point(|known| known.outlay < outlay);
        match (self.computed.get(place.wrapping_sub(1)), self.computed.get(place)) {
            (Some(from), Some(to)) => {
                from.tonnes + (to.tonnes - from.tonnes) * (outlay - from.outlay) / (to.outlay - from.outlay)
            }
            (None, Some(to)) => to.tonnes,
            (Some(last), None) => last.tonnes,
            (None, None) => 0.0,
        }
    }

    /// Outlay and gain of a quantity: in a straight line between those computed; beyond them no more is saved.
    pub(super) fn at(&self, tonnes: f64) -> (f64, f64) {
        let place = self.computed.partition_point(|known| known.tonnes < tonnes);
        match (self.computed.get(place.wrapping_sub(1)), self.computed.get(place)) {
            (Some(from), Some(to)) => {
                let part = (tonnes - from.tonnes) / (to.tonnes - from.tonnes);
                (from.outlay + part * (to.outlay - from.outlay), from.gain + part * (to.gain - from.gain))
            }
            (None, Some(first)) => (first.outlay, first.gain),
            (Some(last), None) => {
                // no more is saved, the value is kept
                let more = tonnes - last.tonnes;
                let outlay = more * if last.tonnes > 0.0 { last.outlay / last.tonnes } else { self.shop.price };
                (last.outlay + outlay, last.gain + self.kept(more, outlay, 0.0))
            }
            (None, None) => (0.0, 0.0),
        }
    }

    /// What the next dollar brings after an outlay.
    pub(super) fn next(&self, outlay: f64) -> Option<f64> {
        let points = self.points();
        let hull = envelope(&points);
        // an outlay that ends a piece is followed by the next one
        let after = hull.windows(2).find(|pair| points[pair[1]].outlay > outlay * (1.0 + 1e-9) + 1e-9)?;
        let (from, to) = (points[after[0]], points[after[1]]);
        Some((to.gain - from.gain) / (to.outlay - from.outlay))
    }
}
