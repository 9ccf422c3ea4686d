//! A plant on its way: studies, permits, the decision, construction, ramp-up; and how long each takes.

use adit_vocab::country::CountryId;
use adit_vocab::figure::Figure;
use adit_vocab::project::{Kind, Project, Status};
use adit_vocab::stage::Stage;
use adit_vocab::years::{YearParameters, YearValues};

/// Of the phase that a plant is in, the part that is left where nobody says when it began.
const HALF: f64 = 0.5;
/// Years that remain at least to a first output that is announced.
const SOONEST: f64 = 0.25;

/// Where a plant is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Exploration and studies.
    Studies,
    /// Permits and financing.
    Permitting,
    /// Ready, and waits for a price.
    Decision,
    /// Is built.
    Construction,
    /// Has had its first output.
    Running,
    /// Given up.
    Dropped,
}

/// Quantiles at which a plant stands in the ranges that decide on it, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Luck {
    /// Time of studies.
    pub studies: f64,
    /// Time of permits.
    pub permitting: f64,
    /// Time of construction as planned.
    pub construction: f64,
    /// Delay against that.
    pub delay: f64,
    /// Time from first to full output.
    pub ramp: f64,
    /// Whether it ever reaches its nameplate.
    pub full: f64,
    /// Overrun of its capital.
    pub overrun: f64,
    /// How dear it is.
    pub cost: f64,
}

impl Luck {
    /// How many quantiles.
    pub const COUNT: u32 = 8;
    /// In the middle of everything.
    pub const MIDDLE: Luck =
        Luck { studies: 0.5, permitting: 0.5, construction: 0.5, delay: 0.5, ramp: 0.5, full: 0.5, overrun: 0.5, cost: 0.5 };

    /// From [`Luck::COUNT`] quantiles.
    pub fn new(mut quantile: impl FnMut(u32) -> f64) -> Luck {
        Luck {
            studies: quantile(0),
            permitting: quantile(1),
            construction: quantile(2),
            delay: quantile(3),
            ramp: quantile(4),
            full: quantile(5),
            overrun: quantile(6),
            cost: quantile(7),
        }
    }
}

/// Years of each phase of one plant, the delay of its construction in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeadTimes {
    /// From discovery to a finished feasibility study.
    pub studies: f64,
    /// From there to the investment decision.
    pub permitting: f64,
    /// From the decision to first output.
    pub construction: f64,
    /// From first to full output.
    pub ramp: f64,
}

impl LeadTimes {
    /// Of a kind of plant.
    pub fn new(kind: Kind, parameters: &YearParameters, luck: &Luck) -> LeadTimes {
        let [studies, permitting, construction, ramp] = phases(kind, parameters);
        LeadTimes {
            studies: studies.at(luck.studies),
            permitting: permitting.at(luck.permitting),
            construction: construction.at(luck.construction) * (1.0 + parameters.schedule_delay.at(luck.delay)),
            ramp: ramp.at(luck.ramp),
        }
    }

    /// Mean over plants of a kind; the phases move apart from each other.
    pub fn mean(kind: Kind, parameters: &YearParameters) -> LeadTimes {
        let [studies, permitting, construction, ramp] = phases(kind, parameters).map(mean);
        LeadTimes { studies, permitting, construction: construction * (1.0 + mean(&parameters.schedule_delay)), ramp }
    }

    /// From discovery to first output.
    pub fn to_first_output(&self) -> f64 {
        self.studies + self.permitting + self.construction
    }

    /// From the investment decision to full output.
    pub fn to_full_output(&self) -> f64 {
        self.construction + self.ramp
    }
}

/// Ranges of studies, permits, construction as planned, and ramp-up.
fn phases(kind: Kind, parameters: &YearParameters) -> [&Figure; 4] {
    let p = parameters;
    match kind {
        Kind::Mine => [&p.mine_studies, &p.mine_permitting, &p.mine_construction, &p.mine_ramp],
        Kind::Refinery | Kind::Magnet => [&p.plant_studies, &p.plant_permitting, &p.plant_construction, &p.plant_ramp],
        Kind::ByProduct | Kind::Brownfield => {
            [&p.circuit_studies, &p.circuit_permitting, &p.circuit_construction, &p.circuit_ramp]
        }
    }
}

/// Mean of a range, by the midpoint rule over its quantiles.
fn mean(figure: &Figure) -> f64 {
    const STEPS: u32 = 400;
    let at = |step: u32| figure.at((f64::from(step) + 0.5) / f64::from(STEPS));
    (0..STEPS).map(at).sum::<f64>() / f64::from(STEPS)
}

/// What a plant costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Capital for a tonne a year as it is planned, money.
    pub capex: f64,
    /// Part by which it becomes dearer.
    pub overrun: f64,
    /// Running it, money a tonne; for a stage behind another without what it is made of.
    pub opex: f64,
}

impl Costs {
    /// Of a plant whose product is worth `value` a tonne at base prices. What is published of it stands in place of the rule,
    /// if money is US dollars.
    pub fn new(
        value: f64,
        dearer: f64,
        published: (Option<f64>, Option<f64>),
        (years, ranges): (&YearValues, &YearParameters),
        luck: &Luck,
    ) -> Costs {
        let spread = dearer * ranges.cost_spread.at(luck.cost);
        Costs {
            capex: published.0.unwrap_or(years.capex_ratio * value * spread),
            overrun: ranges.capex_overrun.at(luck.overrun),
            opex: published.1.unwrap_or(years.opex_share * value * spread),
        }
    }
}

/// A plant.
#[derive(Clone, Debug, PartialEq)]
pub struct Plant {
    /// Position in the list of projects; `None` for one that nobody has named yet.
    pub project: Option<usize>,
    /// Stage whose output it adds to.
    pub stage: Stage,
    /// Where.
    pub country: CountryId,
    /// Tonnes a year that it was built for.
    pub nameplate: f64,
    /// Tonnes a year that it reaches.
    pub tonnes: f64,
    /// What it costs.
    pub costs: Costs,
    /// Years for which it runs: a mine as long as its ore lasts; what needs none is kept up.
    pub life: f64,
    /// How long its phases are.
    pub times: LeadTimes,
    /// Where it is on its way.
    pub phase: Phase,
    /// Years left in its phase.
    pub left: f64,
    /// From when on it moves.
    pub since: f64,
    /// Years since its first output.
    pub age: f64,
    /// Years it has waited for a price.
    pub waited: f64,
    /// Year of its investment decision within the years that are followed.
    pub decided: Option<i32>,
    /// Year of its first output.
    pub first_output: Option<i32>,
    /// Year in which it was given up.
    pub dropped: Option<i32>,
    /// Part of the year just taken for which it was built, over the whole time of building.
    pub built: f64,
    /// Part of its capacity that it made in the base year.
    pub already: f64,
}

impl Plant {
    /// A project as it stands after the base year; `None` without a published capacity, and for what the base year has already.
    pub fn of_project(
        (place, project): (usize, &Project),
        costs: Costs,
        (years, ranges): (&YearValues, &YearParameters),
        luck: &Luck,
        base_year: i32,
    ) -> Option<Plant> {
        let row = &project.row;
        let times = LeadTimes::new(row.kind, ranges, luck);
        let reported = date(&row.as_of)?;
        let opened = row.first_output.filter(|_| row.status == Status::RampUp).map(|year| f64::from(year) + HALF);
        let since = opened.map_or(reported, |opened| opened.min(reported));
        let announced = row.first_output.map(|year| {
            let planned = (f64::from(year) + HALF - since).max(SOONEST);
            planned * (1.0 + ranges.schedule_delay.at(luck.delay))
        });
        let (phase, left) = match row.status {
            Status::Operating => return None,
            Status::RampUp => (Phase::Running, 0.0),
            Status::Construction => (Phase::Construction, announced.unwrap_or(HALF * times.construction)),
            Status::Financing => (Phase::Decision, 0.0),
            Status::Permitting => (Phase::Permitting, HALF * times.permitting),
            Status::Feasibility => (Phase::Permitting, times.permitting),
            Status::Early | Status::Stalled => (Phase::Studies, HALF * times.studies),
        };
        let nameplate = project.tonnes()?;
        let size = (nameplate, nameplate * reached(years, luck), years.plant_life);
        let start = (phase, left);
        let mut plant = Plant { since, ..Plant::new(Some(place), (row.stage, project.country), size, costs, times, start) };
        // what happened since the report, up to the base year; what it made in that year is part of it
        for year in since.floor() as i32..=base_year {
            plant.already = plant.advance(year, 1.0);
        }
        plant.first_output = None;
        Some(plant)
    }

    /// A plant that nobody has named yet, whose deposit or site is known.
    pub fn unnamed(
        (stage, country): (Stage, CountryId),
        kind: Kind,
        tonnes: f64,
        costs: Costs,
        (years, ranges): (&YearValues, &YearParameters),
        luck: &Luck,
    ) -> Plant {
        let times = LeadTimes::new(kind, ranges, luck);
        let start = (Phase::Studies, HALF * times.studies);
        let size = (tonnes, tonnes * reached(years, luck), years.plant_life);
        Plant::new(None, (stage, country), size, costs, times, start)
    }

    fn new(
        project: Option<usize>,
        (stage, country): (Stage, CountryId),
        (nameplate, tonnes, life): (f64, f64, f64),
        costs: Costs,
        times: LeadTimes,
        (phase, left): (Phase, f64),
    ) -> Plant {
        Plant {
            project,
            stage,
            country,
            nameplate,
            tonnes,
            costs,
            life: if stage == Stage::Mine { life } else { f64::INFINITY },
            times,
            phase,
            left,
            since: f64::NEG_INFINITY,
            age: 0.0,
            waited: 0.0,
            decided: None,
            first_output: None,
            dropped: None,
            built: 0.0,
            already: 0.0,
        }
    }

    /// Takes it through a year, in which permits need `hasten` times their time, and returns what it can make on average as a
    /// part of its capacity. It stops where a decision is due.
    pub fn advance(&mut self, year: i32, hasten: f64) -> f64 {
        let begin = f64::from(year).max(self.since);
        let mut time = (f64::from(year) + 1.0 - begin).max(0.0);
        self.built = 0.0;
        loop {
            let pace = if self.phase == Phase::Permitting { 1.0 / hasten } else { 1.0 };
            match self.phase {
                Phase::Studies | Phase::Permitting | Phase::Construction => {
                    let done = self.left.min(time * pace);
                    self.left -= done;
                    time -= done / pace;
                    if self.phase == Phase::Construction {
                        self.built += done / self.times.construction;
                    }
                    if self.left > 0.0 {
                        return 0.0;
                    }
                    (self.phase, self.left) = match self.phase {
                        Phase::Studies => (Phase::Permitting, self.times.permitting),
                        Phase::Permitting => (Phase::Decision, 0.0),
                        _ => (Phase::Running, 0.0),
                    };
                }
                Phase::Decision | Phase::Dropped => return 0.0,
                Phase::Running => {
                    if time > 0.0 && self.first_output.is_none() {
                        self.first_output = Some(year);
                    }
                    let made = self.ramped(self.age + time) - self.ramped(self.age);
                    self.age += time;
                    return made;
                }
            }
        }
    }

    /// Decides to build.
    pub fn decide(&mut self, year: i32) {
        self.phase = Phase::Construction;
        self.left = self.times.construction;
        self.decided = Some(year);
    }

    /// Waits a year for a price, and is given up after some.
    pub fn wait(&mut self, year: i32, patience: f64) {
        self.waited += 1.0;
        if self.waited >= patience {
            self.phase = Phase::Dropped;
            self.dropped = Some(year);
        }
    }

    /// Years of full output made from first output to an age: output rises in a straight line to its full height, and ends with
    /// the life of the plant.
    fn ramped(&self, age: f64) -> f64 {
        // it ends within a year
        let (age, ramp) = (age.min(self.life), self.times.ramp);
        if age <= ramp { 0.5 * age * age / ramp.max(f64::MIN_POSITIVE) } else { age - 0.5 * ramp }
    }
}

/// Part of the nameplate that a plant reaches in the end.
fn reached(years: &YearValues, luck: &Luck) -> f64 {
    // the last in luck are those who never get there
    if luck.full > 1.0 - years.never_full { years.never_full_reach } else { 1.0 }
}

/// `2025-07` as a year with its part; `None` for anything else.
fn date(text: &str) -> Option<f64> {
    let (year, month) = text.split_once('-').map_or((text, None), |(year, month)| (year, Some(month)));
    let month: f64 = month.map_or(Some(6.0), |month| month.get(..2)?.parse().ok())?;
    Some(year.parse::<f64>().ok()? + (month - 1.0) / 12.0)
}
