//! The smallest sets of changes that would open a power, for one group and for an area.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::columns::Row;
use crate::judge::Judge;
use crate::power::{CapacityKind, Level};
use crate::requirement::Slug;
use crate::stops::Stoppers;
use crate::truth::Truth;
use crate::vocabulary::{Cost, Meets, Remedy};

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

/// A set of changes for an area, and whom it would open the power to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaSet {
    /// The changes.
    pub set: ChangeSet,
    /// How many groups of the area.
    pub groups: u32,
    /// Whether also people acting without a group.
    pub people: bool,
}

/// What a set of changes takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort {
    /// The band of its dearest change, each done the cheapest way known; none where nothing has to be paid for.
    pub cost: Option<Cost>,
    /// Weeks of its slowest change: they run side by side.
    pub weeks: u32,
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
        sets.sort_by_cached_key(|set| (set.len(), self.effort(set), set.clone()));
        Sets { sets, more: cut }
    }

    /// For an area: each distinct set with the groups and people it would open it to; fewest changes first, then
    /// most groups, then by what it takes. The second value: further sets exist.
    pub fn area_sets(&self, power: usize, area: usize) -> (Vec<AreaSet>, bool) {
        let mut by_shape: BTreeMap<Vec<u8>, Sets> = BTreeMap::new();
        let mut counts: BTreeMap<ChangeSet, (u32, bool)> = BTreeMap::new();
        let people = self.sets(power, area, self.columns().people(area));
        let mut more = people.more;
        for set in people.sets.into_iter().filter(|set| !set.is_empty()) {
            counts.insert(set, (0, true));
        }
        let shape = self.shapes(power, area);
        for n in 0..self.world().presences_in(area).len() {
            let row = self.columns().presence(area, n);
            let sets = by_shape.entry(shape(row)).or_insert_with(|| self.sets(power, area, row));
            more |= sets.more;
            for set in sets.sets.iter().filter(|s| !s.is_empty()) {
                counts.entry(set.clone()).or_default().0 += 1;
            }
        }
        let mut found: Vec<AreaSet> =
            counts.into_iter().map(|(set, (groups, people))| AreaSet { set, groups, people }).collect();
        found.sort_by_cached_key(|s| (s.set.len(), Reverse(s.groups), self.effort(&s.set), s.set.clone()));
        more |= found.len() > MOST_SETS;
        found.truncate(MOST_SETS);
        (found, more)
    }

    /// Everything a row's answer turns on: rows of the same shape have the same sets and reasons. What stops the power
    /// is looked up once for all rows of the area.
    pub fn shapes(&self, power: usize, area: usize) -> impl Fn(Row) -> Vec<u8> {
        let facts = self.compiled().programs[power].facts();
        let stops = Stoppers::new(self, power);
        move |row| {
            let mut shape: Vec<u8> = facts.iter().map(|f| self.value(power, *f, row) as u8).collect();
            for (finding, _) in stops.at_row(self, area, row) {
                shape.extend(finding.id.to_le_bytes());
            }
            let short = stops.short_at(self, row);
            shape.extend(short.iter().map(|(kind, level, _)| 100 + (*kind as u8) * 4 + *level as u8));
            shape
        }
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

    /// What a set takes, each change done the cheapest way known, then the quickest.
    pub fn effort(&self, set: &ChangeSet) -> Effort {
        let of = |change: &Change| -> Effort {
            let found = self.remedies_of(change);
            let best = found.iter().map(|r| Effort { cost: Some(r.cost), weeks: r.weeks.to }).min();
            best.unwrap_or(match change {
                Change::FindOut(_) => Effort { cost: None, weeks: 0 },
                Change::Supply(..) => Effort { cost: Some(Cost::Medium), weeks: 26 },
                _ => Effort { cost: Some(Cost::High), weeks: 52 },
            })
        };
        let all = || set.iter().map(of);
        Effort { cost: all().filter_map(|e| e.cost).max(), weeks: all().map(|e| e.weeks).max().unwrap_or(0) }
    }

    fn remedies_of(&self, change: &Change) -> Vec<&Remedy> {
        let catalogue = &self.world().catalogue;
        match change {
            Change::FindOut(_) => vec![],
            Change::Meet(fact) => catalogue.remedies_for(&self.compiled().facts[*fact]),
            Change::Lift(barrier) => {
                catalogue.barriers.get(barrier).map(|b| b.remedies.iter().collect()).unwrap_or_default()
            }
            Change::Supply(kind, _) => {
                let supplies = |r: &&Remedy| r.meets.contains(&Meets::Capacity(*kind));
                catalogue.remedies.values().filter(supplies).collect()
            }
        }
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
