//! The smallest sets of changes that would open a power, for one group and for an area.

use std::collections::{BTreeMap, BTreeSet};

use crate::columns::Row;
use crate::judge::Judge;
use crate::power::{CapacityKind, Level};
use crate::requirement::Slug;
use crate::truth::Truth;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// Make a false fact true (place in the compiled facts).
    Meet(usize),
    /// Find out a fact that nobody recorded, and it holds.
    FindOut(usize),
    /// Lift a barrier that a finding says is there.
    Lift(Slug),
    /// Supply capacity.
    Supply(CapacityKind, Level),
}

/// A set of changes that together open the power; no part of it does.
pub type ChangeSet = BTreeSet<Change>;

/// Sets of changes, smallest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sets {
    /// At most [`MOST_SETS`] sets of at most [`MOST_CHANGES`] changes. None at all: no way is known.
    pub sets: Vec<ChangeSet>,
    /// Larger or further sets exist and were cut off.
    pub more: bool,
}

/// Larger sets are cut off.
pub const MOST_CHANGES: usize = 4;
/// Further sets are cut off.
pub const MOST_SETS: usize = 24;
/// While sets are worked out, larger ones are kept too, up to so many: a large set may be the only one, and
/// whether more exist is known only when all parts of the tree are joined.
const MOST_IN_WORK: usize = 512;

impl<'w> Judge<'w> {
    /// The smallest sets for one row; one empty set if it is open already.
    pub fn sets(&self, power: usize, area: usize, row: Row) -> Sets {
        let mut found = self.work_out(power, area, row, false);
        let all = found.sets.len();
        found.sets.retain(|set| set.len() <= MOST_CHANGES);
        found.sets.truncate(MOST_SETS);
        found.more |= found.sets.len() < all;
        found
    }

    /// The shortest reason why a row is not open: the least that would have to be otherwise, whether or not
    /// anything can be done about it. Empty if it is open.
    pub fn reason(&self, power: usize, area: usize, row: Row) -> ChangeSet {
        self.work_out(power, area, row, true).sets.into_iter().next().unwrap_or_default()
    }

    /// Sets of any size, smallest first.
    fn work_out(&self, power: usize, area: usize, row: Row, at_any_rate: bool) -> Sets {
        let program = &self.compiled().programs[power];
        let mut cut = false;
        let folded = program.fold(
            |fact| self.leaf_sets(power, fact, row, at_any_rate),
            |parts| parts.into_iter().fold(vec![ChangeSet::new()], |a, b| product(&a, &b, &mut cut)),
            |parts| minimal(parts.into_iter().flatten().collect()),
        );
        let mut sets = folded.unwrap_or_else(|| vec![ChangeSet::new()]);
        for (finding, liftable) in self.stopping(power, area, row) {
            let lift = if liftable || at_any_rate {
                vec![ChangeSet::from([Change::Lift(finding.barrier.clone())])]
            } else {
                vec![]
            };
            sets = product(&sets, &lift, &mut cut);
        }
        for (kind, level, liftable) in self.shortfalls(power, row) {
            let supply = if liftable || at_any_rate {
                vec![ChangeSet::from([Change::Supply(kind, level)])]
            } else {
                vec![]
            };
            sets = product(&sets, &supply, &mut cut);
        }
        sets.sort_by_key(|set| (set.len(), self.weeks(set), set.clone()));
        Sets { sets, more: cut }
    }

    /// For an area: each distinct set with the number of groups it would open, smallest first, then by groups.
    pub fn area_sets(&self, power: usize, area: usize) -> (Vec<(ChangeSet, u32)>, bool) {
        let mut by_shape: BTreeMap<Vec<u8>, Sets> = BTreeMap::new();
        let mut counts: BTreeMap<ChangeSet, u32> = BTreeMap::new();
        let mut more = false;
        for n in 0..self.world().presences_in(area).len() {
            let row = self.columns().presence(area, n);
            let sets =
                by_shape.entry(self.shape(power, area, row)).or_insert_with(|| self.sets(power, area, row));
            more |= sets.more;
            for set in sets.sets.iter().filter(|s| !s.is_empty()) {
                *counts.entry(set.clone()).or_default() += 1;
            }
        }
        let mut found: Vec<(ChangeSet, u32)> = counts.into_iter().collect();
        found.sort_by_key(|(set, groups)| (set.len(), u32::MAX - groups, set.clone()));
        more |= found.len() > MOST_SETS;
        found.truncate(MOST_SETS);
        (found, more)
    }

    /// Everything a row's answer turns on: rows of the same shape have the same sets and reasons.
    pub fn shape(&self, power: usize, area: usize, row: Row) -> Vec<u8> {
        let facts = self.compiled().programs[power].facts();
        let mut shape: Vec<u8> = facts.iter().map(|f| self.value(power, *f, row) as u8).collect();
        for (finding, _) in self.stopping(power, area, row) {
            shape.extend(finding.id.to_le_bytes());
        }
        shape.extend(
            self.shortfalls(power, row).iter().map(|(kind, level, _)| 100 + (*kind as u8) * 4 + *level as u8),
        );
        shape
    }

    /// Everything that a row's answers to all powers turn on: rows alike in this have the same sets and routes.
    pub fn likeness(&self, area: usize, row: Row) -> Vec<u8> {
        let facts = 0..self.compiled().facts.len();
        let mut alike: Vec<u8> = facts.map(|fact| self.columns().value(fact, row) as u8).collect();
        alike.extend(self.columns().shortfalls_at(row).map(u8::from));
        let lifts = 0..self.world().lifts.len();
        alike.extend(lifts.map(|lift| u8::from(row.is_in(self.columns().lifted(lift, row.word)))));
        if !self.world().findings.is_empty() {
            for power in 0..self.compiled().powers.len() {
                for (finding, _) in self.stopping(power, area, row) {
                    alike.extend(finding.id.to_le_bytes());
                }
                alike.push(0xff);
            }
        }
        alike
    }

    fn leaf_sets(&self, power: usize, fact: usize, row: Row, at_any_rate: bool) -> Vec<ChangeSet> {
        match self.value(power, fact, row) {
            Truth::True => vec![ChangeSet::new()],
            Truth::Unknown => vec![ChangeSet::from([Change::FindOut(fact)])],
            Truth::False if at_any_rate || self.compiled().liftable[fact] => {
                vec![ChangeSet::from([Change::Meet(fact)])]
            }
            Truth::False => vec![],
        }
    }

    /// Weeks the slowest change of a set takes: they run side by side.
    fn weeks(&self, set: &ChangeSet) -> u32 {
        let catalogue = &self.world().catalogue;
        let of = |change: &Change| match change {
            Change::FindOut(_) => 0,
            Change::Meet(fact) => {
                catalogue.remedies_for(&self.compiled().facts[*fact]).first().map_or(52, |r| r.weeks.to)
            }
            Change::Lift(barrier) => catalogue
                .barriers
                .get(barrier)
                .and_then(|b| b.remedies.iter().map(|r| r.weeks.to).min())
                .unwrap_or(52),
            Change::Supply(..) => 26,
        };
        set.iter().map(of).max().unwrap_or(0)
    }
}

fn product(a: &[ChangeSet], b: &[ChangeSet], cut: &mut bool) -> Vec<ChangeSet> {
    let unions = a.iter().flat_map(|left| b.iter().map(move |right| left.union(right).cloned().collect()));
    let mut sets = minimal(unions.collect());
    let small = sets.partition_point(|set| set.len() <= MOST_CHANGES);
    *cut |= sets.len() > small.max(MOST_IN_WORK);
    sets.truncate(small.max(MOST_IN_WORK));
    sets
}

/// Drops every set that contains another.
fn minimal(mut sets: Vec<ChangeSet>) -> Vec<ChangeSet> {
    sets.sort_by_key(|set| (set.len(), set.clone()));
    sets.dedup();
    let mut kept: Vec<ChangeSet> = Vec::with_capacity(sets.len());
    for set in sets {
        if !kept.iter().any(|k| k.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}
