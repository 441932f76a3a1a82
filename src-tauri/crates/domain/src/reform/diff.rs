//! The difference a reform makes, cell by cell: what closes, what opens, what else changes.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::sums::{Grouping, Sum, sums};
use super::trial::{Base, Trial};
use crate::judge::{Cell, Counts, Judge};
use crate::reach::Reach;
use crate::requirement::Slug;
use crate::status::Status;
use crate::stops::Stoppers;
use crate::uses::{LOOK_BACK_YEARS, UseState, use_state};

/// The whole answer for a power in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The one word.
    pub status: Status,
    /// Use on record.
    pub used: UseState,
    /// Reach, with the groups counted.
    pub cell: Cell,
}

/// What a reform does to one answer. Of several, the first in this order is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// Somebody who could use the power today no longer can.
    Closes,
    /// Nobody loses it, and somebody gains it.
    Opens,
    /// The answer is another, but nobody gains or loses the power itself.
    Changes,
}

/// An answer that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDiff {
    /// The power.
    pub power: Slug,
    /// Place in the catalogue's list of areas.
    pub area: usize,
    /// As it is.
    pub before: Answer,
    /// As it would be.
    pub after: Answer,
    /// Groups that come to be able to use it.
    pub gain: u32,
    /// Groups that no longer can.
    pub lose: u32,
}

/// Everything that differs.
#[derive(Debug, Clone)]
pub struct Diff {
    /// The day of the answers as they are.
    pub before: Date,
    /// The day of the answers as they would be.
    pub after: Date,
    /// What closes first; then by power and area.
    pub cells: Vec<CellDiff>,
    /// Powers that move: id, from which department, to which.
    pub moved: Vec<(Slug, Slug, Slug)>,
    /// Powers judged anew.
    pub powers: usize,
    /// Areas looked at.
    pub areas: usize,
}

impl CellDiff {
    /// What the reform does here.
    pub fn effect(&self) -> Effect {
        let open = |a: &Answer| (a.cell.reach == Reach::Open, a.cell.people == Reach::Open);
        let (before, after) = (open(&self.before), open(&self.after));
        if self.lose > 0 || before.0 && !after.0 || before.1 && !after.1 {
            Effect::Closes
        } else if self.gain > 0 || after.0 && !before.0 || after.1 && !before.1 {
            Effect::Opens
        } else {
            Effect::Changes
        }
    }
}

impl Diff {
    /// The difference over some areas. `None` if `stop` said so on the way.
    pub fn new(base: &Base<'_>, trial: &Trial, areas: &[usize], stop: &dyn Fn() -> bool) -> Option<Diff> {
        let (was, is) = (base.judge(), trial.judge());
        let touched = trial.touched();
        let mut cells = Vec::new();
        for id in &touched {
            if stop() {
                return None;
            }
            let pair = Pair::new(&was, &is, id);
            cells.extend(areas.iter().filter_map(|area| pair.differs(*area)));
        }
        cells.sort_by_cached_key(|cell| (cell.effect(), cell.power.clone(), cell.area));
        let old = &base.world.catalogue.powers;
        let moved = trial.world.catalogue.powers.values().filter_map(|power| {
            let from = &old.get(&power.id).filter(|old| old.department != power.department)?.department;
            Some((power.id.clone(), from.clone(), power.department.clone()))
        });
        Some(Diff {
            before: base.columns.as_at,
            after: trial.as_at(),
            moved: if touched.is_empty() { vec![] } else { moved.collect() },
            cells,
            powers: touched.len(),
            areas: areas.len(),
        })
    }

    /// The same, added up.
    pub fn sums(&self, trial: &Trial, by: Grouping) -> Vec<Sum> {
        sums(&trial.world.catalogue, &self.cells, by)
    }

    /// The cells of two reforms' differences that open for somebody: in the first only, in the second only, in both.
    pub fn compare<'d>(&'d self, other: &'d Diff) -> [Vec<&'d CellDiff>; 3] {
        let opens = |diff: &'d Diff| diff.cells.iter().filter(|c| c.effect() == Effect::Opens);
        let keys = |diff: &'d Diff| -> BTreeSet<(&'d str, usize)> {
            opens(diff).map(|c| (c.power.as_str(), c.area)).collect()
        };
        let (mine, theirs) = (keys(self), keys(other));
        let has = |set: &BTreeSet<(&str, usize)>, c: &CellDiff| set.contains(&(c.power.as_str(), c.area));
        [
            opens(self).filter(|c| !has(&theirs, c)).collect(),
            opens(other).filter(|c| !has(&mine, c)).collect(),
            opens(self).filter(|c| has(&theirs, c)).collect(),
        ]
    }
}

/// One power under two judges.
pub(super) struct Pair<'j, 'w> {
    id: &'j str,
    use_may_differ: bool,
    was: Side<'j, 'w>,
    is: Side<'j, 'w>,
}

struct Side<'j, 'w> {
    judge: &'j Judge<'w>,
    power: Option<(usize, Stoppers<'w>)>,
}

impl<'j, 'w> Pair<'j, 'w> {
    pub(super) fn new(was: &'j Judge<'w>, is: &'j Judge<'w>, id: &'j str) -> Self {
        let same_day = was.columns().as_at == is.columns().as_at;
        let use_may_differ = !same_day && is.world().any_record_of(id);
        Pair { id, use_may_differ, was: Side::new(was, id), is: Side::new(is, id) }
    }

    /// What differs in an area, if anything.
    pub(super) fn differs(&self, area: usize) -> Option<CellDiff> {
        let (mut open_before, mut open_after) = (Vec::new(), Vec::new());
        let before = self.was.cell(area, &mut open_before);
        let after = self.is.cell(area, &mut open_after);
        let words = open_before.len().max(open_after.len());
        open_before.resize(words, 0);
        open_after.resize(words, 0);
        let pairs = || open_before.iter().zip(&open_after);
        let gain = pairs().map(|(before, after)| (after & !before).count_ones()).sum();
        let lose = pairs().map(|(before, after)| (before & !after).count_ones()).sum();
        if before == after && gain == 0 && lose == 0 && !self.use_may_differ {
            return None;
        }
        let before = self.was.answer(area, before);
        let after = self.is.answer(area, after);
        (before != after || gain > 0 || lose > 0).then(|| CellDiff {
            power: self.id.into(),
            area,
            before,
            after,
            gain,
            lose,
        })
    }
}

impl<'j, 'w> Side<'j, 'w> {
    fn new(judge: &'j Judge<'w>, id: &str) -> Self {
        let power = judge.compiled().power(id).map(|place| (place, Stoppers::new(judge, place)));
        Side { judge, power }
    }

    /// The cell, and word by word the groups that it is open to. A power that is not filed is not available.
    fn cell(&self, area: usize, open: &mut Vec<u64>) -> Cell {
        match &self.power {
            Some((place, stops)) => self.judge.cell_and_open(*place, area, stops, |word| open.push(word)),
            None => {
                Cell { reach: Reach::NotAvailable, people: Reach::NotAvailable, groups: Counts::default() }
            }
        }
    }

    fn answer(&self, area: usize, cell: Cell) -> Answer {
        let entry = self.power.as_ref().and_then(|(place, _)| self.judge.power(*place));
        let used = entry.map_or(UseState::NotChecked, |power| {
            use_state(self.judge.world(), power, area, self.judge.columns().as_at, LOOK_BACK_YEARS)
        });
        Answer { status: Status::of(cell.reach, used), used, cell }
    }
}
