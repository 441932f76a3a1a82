//! Why an answer differs: which changes it turns on, and what happens there.

use std::cell::OnceCell;

use super::Reform;
use super::change::Change;
use super::diff::{CellDiff, Pair};
use super::trial::{Base, Trial};
use crate::available::available;
use crate::reach::Reach;

/// Why one answer differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The changes it turns on, by their place in the reform: without any one of them the answer would be another.
    /// Where several each suffice, all that would do it alone.
    pub changes: Vec<usize>,
    /// What happens, in sentences.
    pub words: String,
}

/// Finds reasons; what the reform would be without each change is worked out once.
pub struct Reasons<'r> {
    base: Base<'r>,
    trial: &'r Trial,
    reform: &'r Reform,
    without: Vec<OnceCell<Trial>>,
    alone: Vec<OnceCell<Trial>>,
}

impl<'r> Reasons<'r> {
    /// Ready to look.
    pub fn new(base: Base<'r>, trial: &'r Trial, reform: &'r Reform) -> Self {
        let empty = || reform.changes.iter().map(|_| OnceCell::new()).collect();
        Reasons { base, trial, reform, without: empty(), alone: empty() }
    }

    /// Why a cell differs.
    pub fn of(&self, cell: &CellDiff) -> Reason {
        Reason { changes: self.changes(cell), words: self.words(cell) }
    }

    fn changes(&self, cell: &CellDiff) -> Vec<usize> {
        let candidates = self.trial.touching(&cell.power);
        if candidates.len() < 2 {
            return candidates;
        }
        let (was, is) = (self.base.judge(), self.trial.judge());
        let needed = |n: &usize| {
            let judge = self.without[*n].get_or_init(|| self.tried(|place| place != *n)).judge();
            Pair::new(&judge, &is, &cell.power).differs(cell.area).is_some()
        };
        let needed: Vec<usize> = candidates.iter().copied().filter(needed).collect();
        if !needed.is_empty() {
            return needed;
        }
        let enough = |n: &usize| {
            let judge = self.alone[*n].get_or_init(|| self.tried(|place| place == *n)).judge();
            Pair::new(&was, &judge, &cell.power).differs(cell.area).is_some()
        };
        let enough: Vec<usize> = candidates.iter().copied().filter(enough).collect();
        if enough.is_empty() { candidates } else { enough }
    }

    fn tried(&self, keep: impl Fn(usize) -> bool) -> Trial {
        let changes = self.reform.changes.iter().enumerate();
        let kept: Vec<&Change> =
            changes.filter(|(place, _)| keep(*place)).map(|(_, change)| change).collect();
        Trial::of(&self.base, &kept)
    }

    fn words(&self, cell: &CellDiff) -> String {
        let mut said = Vec::new();
        let (before, after) = (&cell.before.cell, &cell.after.cell);
        match (before.reach == Reach::NotAvailable, after.reach == Reach::NotAvailable) {
            (true, false) => {
                said.push(format!("It becomes available here. Before: {}", self.why_not(cell, false)))
            }
            (false, true) => said.push(self.why_not(cell, true)),
            _ => {}
        }
        let groups = |n: u32| if n == 1 { "1 group".into() } else { format!("{n} groups") };
        if cell.lose > 0 {
            said.push(format!("{} can no longer use it.", groups(cell.lose)));
        }
        if cell.gain > 0 {
            said.push(format!("{} can use it.", groups(cell.gain)));
        }
        match (before.people == Reach::Open, after.people == Reach::Open) {
            (true, false) if after.reach != Reach::NotAvailable => {
                said.push("People can no longer use it without a group.".into());
            }
            (false, true) => said.push("People can use it without a group.".into()),
            _ => {}
        }
        if cell.before.used != cell.after.used {
            said.push("What is on record of its use counts differently on that day.".into());
        }
        if said.is_empty() {
            let (was, is) = (&before.groups, &after.groups);
            let counts = [
                ("unsettled", was.unsettled, is.unsettled),
                ("blocked", was.blocked, is.blocked),
                ("out of reach", was.out_of_reach, is.out_of_reach),
                ("blocked in practice only", was.in_practice, is.in_practice),
            ];
            let moved = counts.into_iter().filter(|(_, was, is)| was != is);
            said.extend(moved.map(|(word, was, is)| format!("Groups {word}: {was}, then {is}.")));
        }
        if said.is_empty() {
            let (was, is) = (before.people.as_str(), after.people.as_str());
            said.push(format!("For people without a group: {was}, then {is}."));
        }
        said.join(" ")
    }

    /// Why the power is not available before or after.
    fn why_not(&self, cell: &CellDiff, after: bool) -> String {
        let (world, as_at) = if after {
            (&self.trial.world, self.trial.as_at())
        } else {
            (self.base.world, self.base.columns.as_at)
        };
        let catalogue = &world.catalogue;
        let place = &catalogue.areas[cell.area];
        let Some(power) = catalogue.powers.get(&cell.power) else { return "There is no such power.".into() };
        match available(catalogue, power, place, world.area_told.get(&cell.area), as_at) {
            Ok(()) => String::new(),
            Err(why) => why.words(catalogue, power, place),
        }
    }
}
