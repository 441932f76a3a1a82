//! Chokepoints: what every way to a power passes.
//!
//! A fact is one if the power fails without it whatever else holds; so is everything that the power it comes from
//! cannot do without. In graph terms these are the dominators of the power in the AND / OR graph.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Judge;
use crate::reach::Reach;
use crate::requirement::{Fact, Slug};
use crate::truth::Truth;
use crate::vocabulary::HeldBy;

/// What is passed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pass {
    /// A fact (place in the compiled facts).
    Fact(usize),
    /// The body that must respond.
    DutyHolder(Slug),
}

/// A chokepoint of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chokepoint {
    /// What is passed.
    pub pass: Pass,
    /// The powers (place in the compiled list) that hang on it.
    pub powers: Vec<usize>,
    /// Areas asked about where one of these powers is available and not open, and the fact holds for nobody.
    pub areas: Vec<usize>,
}

impl Judge<'_> {
    /// The facts that a power cannot do without, those of the powers it builds on among them.
    pub fn unavoidable(&self, power: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open = vec![power];
        let mut seen = BTreeSet::from([power]);
        while let Some(power) = open.pop() {
            let program = &self.compiled().programs[power];
            for without in program.facts() {
                let holds = program.fold(
                    |fact| fact != without,
                    |parts| parts.into_iter().all(|p| p),
                    |parts| parts.into_iter().any(|p| p),
                );
                if holds != Some(false) || !found.insert(without) {
                    continue;
                }
                if let Fact::Outcome(outcome) = &self.compiled().facts[without]
                    && let Some(earlier) = self.compiled().power(&outcome.of)
                    && seen.insert(earlier)
                {
                    open.push(earlier);
                }
            }
        }
        found
    }

    /// Every chokepoint of the catalogue, those that most powers hang on first.
    pub fn chokepoints(&self, areas: &[usize]) -> Vec<Chokepoint> {
        let mut by_pass: BTreeMap<Pass, Vec<usize>> = BTreeMap::new();
        for (power, id) in self.compiled().powers.iter().enumerate() {
            for fact in self.unavoidable(power).into_iter().filter(|f| !self.held_by_all(*f)) {
                by_pass.entry(Pass::Fact(fact)).or_default().push(power);
            }
            if let Some(entry) = self.world().catalogue.powers.get(id) {
                by_pass.entry(Pass::DutyHolder(entry.duty_holder.clone())).or_default().push(power);
            }
        }
        let mut shut: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for area in areas {
            for power in 0..self.compiled().powers.len() {
                if !matches!(self.cell(power, *area).reach, Reach::Open | Reach::NotAvailable) {
                    shut.entry(*area).or_default().insert(power);
                }
            }
        }
        let mut found: Vec<Chokepoint> = by_pass
            .into_iter()
            .map(|(pass, powers)| {
                let hangs = |area: &&usize| match &pass {
                    Pass::Fact(fact) => {
                        let here = shut.get(area);
                        here.is_some_and(|shut| powers.iter().any(|p| shut.contains(p)))
                            && !self.holds_for_somebody(*fact, **area)
                    }
                    Pass::DutyHolder(_) => false,
                };
                let areas = areas.iter().filter(hangs).copied().collect();
                Chokepoint { pass, powers, areas }
            })
            .collect();
        found.sort_by(|a, b| b.powers.len().cmp(&a.powers.len()).then_with(|| a.pass.cmp(&b.pass)));
        found
    }

    /// A standing that everybody has, or everybody who lives here: nobody is stopped by it.
    fn held_by_all(&self, fact: usize) -> bool {
        let Fact::Standing(ids) = &self.compiled().facts[fact] else { return false };
        let known = ids.iter().filter_map(|id| self.world().catalogue.standings.get(id));
        known.into_iter().any(|s| matches!(s.held_by, HeldBy::Anyone | HeldBy::Residents))
    }

    fn holds_for_somebody(&self, fact: usize, area: usize) -> bool {
        let columns = self.columns();
        let groups = (0..self.world().presences_in(area).len()).map(|n| columns.presence(area, n));
        std::iter::once(columns.people(area)).chain(groups).any(|row| columns.value(fact, row) == Truth::True)
    }
}
