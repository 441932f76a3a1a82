//! What of a map is looked at: which strands, and how much of them unfolded.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Judge;
use crate::map::Map;
use crate::map::spot::Spot;
use crate::map::strands::{Between, Strand};
use crate::status::Status;

/// More nodes than these are never shown.
pub const MOST_NODES: usize = 300;
/// Groups of a kind are shown by name where no more than these are left.
pub const FEW: usize = 6;

/// Which way from the node in focus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Way {
    /// Both ways.
    #[default]
    Both,
    /// Towards departments.
    Up,
    /// Towards groups.
    Down,
}

/// What stands between, as asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blocker {
    /// One spot.
    Spot(Spot),
    /// A barrier of the catalogue, with every failing test that comes from it.
    Barrier(String),
}

/// What is looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// What is unfolded, the latest last: it wins where there is no room for all.
    pub unfolded: Vec<Spot>,
    /// Only what runs through this.
    pub focus: Option<Spot>,
    /// And through this: the routes between the two.
    pub to: Option<Spot>,
    /// Of those routes only the cheapest.
    pub cheapest: bool,
    /// How many columns from the focus; none: all.
    pub steps: Option<usize>,
    /// Which way from the focus.
    pub way: Way,
    /// Only what this blocks.
    pub blocked_by: Option<Blocker>,
    /// Powers of these statuses are hidden.
    pub hide: BTreeSet<Status>,
    /// At most so many nodes; none: [`MOST_NODES`].
    pub most: Option<usize>,
}

impl Map {
    /// The strands that a view keeps.
    pub fn kept(&self, judge: &Judge<'_>, view: &View) -> Vec<Strand> {
        let strands = &self.strands;
        let through = |spot: &Option<Spot>| -> Box<dyn Fn(&Strand) -> bool> {
            match spot {
                None => Box::new(|_| true),
                Some(spot) => {
                    let spot = spot.clone();
                    Box::new(move |strand| judge.passes(strands, strand, &spot))
                }
            }
        };
        let (focus, to) = (through(&view.focus), through(&view.to));
        let blocked: Vec<bool> = strands
            .between
            .iter()
            .enumerate()
            .map(|(n, between)| match &view.blocked_by {
                None => true,
                Some(Blocker::Barrier(id)) => judge.comes_from(between, id),
                Some(Blocker::Spot(Spot::Between(at))) => n == *at,
                Some(Blocker::Spot(Spot::Tests(sort))) => judge.sort_of(between) == Some(*sort),
                Some(Blocker::Spot(_)) => false,
            })
            .collect();
        let shown = |strand: &&Strand| {
            !view.hide.contains(&strands.powers[strand.power].status) && blocked[strand.between]
        };
        let mut kept: Vec<Strand> =
            strands.strands.iter().filter(shown).filter(|s| focus(s) && to(s)).copied().collect();
        if view.cheapest && view.to.is_some() {
            let cost = self.costs(judge, &kept);
            let least = cost.values().min().copied();
            kept.retain(|s| cost.get(&(s.power, s.alike)).copied() == least);
        }
        kept
    }

    /// Weeks from each power to each sort of groups: what stands between is lifted side by side.
    fn costs(&self, judge: &Judge<'_>, strands: &[Strand]) -> BTreeMap<(usize, Option<usize>), u32> {
        let weeks = |(n, between): (usize, &Between)| {
            if self.lifted.contains(&n) { 0 } else { judge.weeks_to_lift(between) }
        };
        let weeks: Vec<u32> = self.strands.between.iter().enumerate().map(weeks).collect();
        let mut found: BTreeMap<(usize, Option<usize>), u32> = BTreeMap::new();
        for strand in strands {
            let cost = found.entry((strand.power, strand.alike)).or_default();
            *cost = (*cost).max(weeks[strand.between]);
        }
        found
    }
}

impl Judge<'_> {
    /// Weeks that the quickest known remedy takes at most; the most there can be where none is known.
    pub fn weeks_to_lift(&self, between: &Between) -> u32 {
        let catalogue = &self.world().catalogue;
        let quickest = match between {
            Between::Clear => return 0,
            Between::Unknown(_) => return 1,
            Between::NotHere => None,
            Between::Unmet(fact) => {
                catalogue.remedies_for(&self.compiled().facts[*fact]).first().map(|r| r.weeks.to)
            }
            Between::Barrier(id) => {
                catalogue.barriers.get(id).and_then(|b| b.remedies.iter().map(|r| r.weeks.to).min())
            }
            Between::Short(kind) => {
                let supplies = crate::vocabulary::Meets::Capacity(*kind);
                let able = catalogue.remedies.values().filter(|r| r.meets.contains(&supplies));
                able.map(|r| r.weeks.to).min()
            }
        };
        quickest.unwrap_or(u32::MAX)
    }
}
