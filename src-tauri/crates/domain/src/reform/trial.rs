//! A reform tried: its world, compiled and laid out in columns beside the one it is tried on.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Reform;
use super::change::{Change, NewEnabler};
use super::law::rewrite;
use crate::columns::Columns;
use crate::compile::Compiled;
use crate::judge::Judge;
use crate::power::Power;
use crate::requirement::{Fact, Slug};
use crate::stops::Stoppers;
use crate::world::{Help, Lift, World};

/// The world as it is.
#[derive(Debug, Clone, Copy)]
pub struct Base<'w> {
    /// What is on record.
    pub world: &'w World,
    /// Its catalogue, compiled.
    pub compiled: &'w Compiled,
    /// Its columns, as at the day asked about.
    pub columns: &'w Columns,
}

impl<'w> Base<'w> {
    /// The judge of the world as it is.
    pub fn judge(&self) -> Judge<'w> {
        Judge::new(self.world, self.compiled, self.columns)
    }
}

/// The world as a reform would leave it.
#[derive(Debug)]
pub struct Trial {
    /// Shares with the base all that is on record.
    pub world: World,
    /// Only the powers whose law changes are compiled anew.
    pub compiled: Compiled,
    /// Only facts that were in no law before are worked out.
    pub columns: Columns,
    /// For each change, the powers whose answers may turn on it.
    touched: Vec<BTreeSet<Slug>>,
}

impl Trial {
    /// Tries a reform. A change that names something unknown is left out: see [`Reform::check`].
    pub fn new(base: &Base<'_>, reform: &Reform) -> Self {
        let all: Vec<&Change> = reform.changes.iter().collect();
        Self::of(base, &all)
    }

    /// Tries some changes.
    pub(super) fn of(base: &Base<'_>, changes: &[&Change]) -> Self {
        let law = rewrite(&base.world.catalogue, changes);
        let lifts: Vec<(usize, Lift)> =
            changes.iter().enumerate().filter_map(|(n, c)| Some((n, lift(base.world, c)?))).collect();
        let helps: Vec<Help> = changes.iter().filter_map(|change| help(base.world, change)).collect();
        let mut world = base.world.clone();
        world.catalogue = law.catalogue.clone();
        world.lifts = lifts.iter().map(|(_, lift)| lift.clone()).collect();
        world.helps = helps;
        let asked =
            changes.iter().find_map(|c| if let Change::AsAt { date } = c { Some(*date) } else { None });
        let as_at = asked.unwrap_or(base.columns.as_at);
        let compiled = base.compiled.reformed(&world.catalogue, law.powers.iter());
        let columns = base.columns.reformed(&world, &compiled, as_at, &law.added);
        let mut trial = Trial { world, compiled, columns, touched: vec![] };
        trial.touched = changes.iter().map(|change| trial.touched_by(base, change, &law.added)).collect();
        for (place, (change, _)) in lifts.iter().enumerate() {
            let judge = trial.judge();
            let feel = |n: &usize| Stoppers::new(&judge, *n).feels(place);
            let felt =
                (0..trial.compiled.powers.len()).filter(feel).map(|n| trial.compiled.powers[n].clone());
            trial.touched[*change] = felt.collect();
        }
        trial
    }

    /// The judge of the world as it would be.
    pub fn judge(&self) -> Judge<'_> {
        Judge::new(&self.world, &self.compiled, &self.columns)
    }

    /// The day it is asked about.
    pub fn as_at(&self) -> Date {
        self.columns.as_at
    }

    /// Powers whose answers may differ, by id.
    pub fn touched(&self) -> BTreeSet<&Slug> {
        self.touched.iter().flatten().collect()
    }

    /// How many powers a change, by its place, may touch.
    pub fn touched_by_change(&self, change: usize) -> usize {
        self.touched.get(change).map_or(0, BTreeSet::len)
    }

    /// The changes that a power's answers may turn on, by their place in the reform.
    pub fn touching(&self, power: &str) -> Vec<usize> {
        (0..self.touched.len()).filter(|n| self.touched[*n].contains(power)).collect()
    }

    /// All but lifts, which only a judge can tell.
    fn touched_by(&self, base: &Base<'_>, change: &Change, added: &BTreeSet<Slug>) -> BTreeSet<Slug> {
        let powers = self.world.catalogue.powers.values();
        match change {
            Change::LiftBarrier { .. } => BTreeSet::new(),
            Change::AsAt { date } if *date == base.columns.as_at => BTreeSet::new(),
            Change::AsAt { .. } => {
                let between = Between::new(base.columns.as_at, self.as_at());
                powers.filter(|p| between.moves(&self.world, p)).map(|p| p.id.clone()).collect()
            }
            Change::AddEnabler(new) => {
                let supplied = |n: &crate::power::Need| {
                    new.supplies.iter().any(|s| s.capacity == n.capacity && n.level <= s.level)
                };
                powers.filter(|p| p.needs.iter().any(supplied)).map(|p| p.id.clone()).collect()
            }
            Change::AddPower { power } => {
                let waits = |fact: &&Fact| matches!(fact, Fact::Outcome(o) if added.contains(&o.of) && o.of == power.id);
                let waiting = powers.filter(|p| p.requires.facts().iter().any(waits));
                waiting.map(|p| p.id.clone()).chain([power.id.clone()]).collect()
            }
            _ => change.law_of().map(Slug::from).into_iter().collect(),
        }
    }
}

/// The lift, if all that it names is known.
fn lift(world: &World, change: &Change) -> Option<Lift> {
    let Change::LiftBarrier { barrier, power, duty_holder, area, form } = change else { return None };
    let area = match area {
        Some(gss) => Some(world.catalogue.area_index(gss)?),
        None => None,
    };
    let (power, duty_holder, form) = (power.clone(), duty_holder.clone(), form.clone());
    Some(Lift { barrier: barrier.clone(), power, duty_holder, area, form })
}

fn help(world: &World, change: &Change) -> Option<Help> {
    let Change::AddEnabler(NewEnabler { name, supplies, area, form, cost, from }) = change else {
        return None;
    };
    let area = match area {
        Some(gss) => Some(world.catalogue.area_index(gss)?),
        None => None,
    };
    let supplies = supplies.iter().map(|s| (s.capacity, s.level)).collect();
    Some(Help { name: name.clone(), supplies, area, form: form.clone(), cost: *cost, from: *from })
}

/// Two days, and what may differ between them.
struct Between {
    first: Date,
    last: Date,
}

impl Between {
    fn new(a: Date, b: Date) -> Self {
        Between { first: a.min(b), last: a.max(b) }
    }

    fn has(&self, day: Date) -> bool {
        self.first < day && day <= self.last
    }

    /// Whether a power's answers may turn on which of the two days it is: its law begins or ends, a finding is made or
    /// withdrawn, or a use of it, or of a power that its tests name, is on record.
    fn moves(&self, world: &World, power: &Power) -> bool {
        let law =
            power.in_force.iter().any(|law| [law.from, law.to].into_iter().flatten().any(|d| self.has(d)));
        let found = world.findings.iter().any(|f| {
            self.has(f.date)
                && f.power.as_ref().is_none_or(|id| *id == power.id)
                && f.duty_holder.as_ref().is_none_or(|id| *id == power.duty_holder)
        });
        let outcome = power.requires.facts().into_iter().any(|fact| match fact {
            Fact::Outcome(o) => world.any_record_of(&o.of),
            _ => false,
        });
        law || found || outcome || world.any_record_of(&power.id)
    }
}
