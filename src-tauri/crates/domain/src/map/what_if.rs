//! What opens if something is lifted. The same evaluator, over columns in which it is supposed.

use std::collections::BTreeSet;

use crate::columns::Columns;
use crate::judge::Judge;
use crate::map::strands::{Between, Strand, Strands};
use crate::requirement::Slug;

impl Judge<'_> {
    /// Runs something with a judge for whom these are lifted: tests count as met, unknown facts as true, capacity as
    /// supplied, barriers as gone.
    pub fn with_lifted<T>(&self, area: usize, lift: &[Between], run: impl FnOnce(&Judge<'_>) -> T) -> T {
        let mut columns = Columns::of_area(self.world(), self.compiled(), self.columns().as_at, area);
        let mut barriers: BTreeSet<Slug> = BTreeSet::new();
        for one in lift {
            match one {
                Between::Unmet(fact) | Between::Unknown(fact) => columns.suppose(*fact),
                Between::Short(kind) => columns.suppose_supplied(*kind),
                Between::Barrier(id) => {
                    barriers.insert(id.clone());
                }
                Between::Clear | Between::NotHere => {}
            }
        }
        run(&Judge::new(self.world(), self.compiled(), &columns).lifting(barriers))
    }

    /// The strands when these are lifted. What passed a lifted thing still does.
    pub(crate) fn what_if(&self, area: usize, before: &Strands, lift: &[Between]) -> Lifted {
        let sorts = before.alike.clone();
        let mut after = self.with_lifted(area, lift, |judge| judge.strands_of(area, sorts));
        let mut lifted: Vec<usize> = Vec::new();
        let mut passed: BTreeSet<Strand> = BTreeSet::new();
        let clear = after.between.iter().position(|b| *b == Between::Clear);
        for one in lift.iter().filter(|one| !matches!(one, Between::Clear | Between::NotHere)) {
            let at = after.between.iter().position(|b| b == one).unwrap_or_else(|| {
                after.between.push(one.clone());
                after.between.len() - 1
            });
            if lifted.contains(&at) {
                continue;
            }
            lifted.push(at);
            let was = before.between.iter().position(|b| b == one);
            let held = before.strands.iter().filter(|strand| Some(strand.between) == was);
            passed.extend(held.map(|strand| Strand { between: at, ..*strand }));
        }
        let is_clear = |strand: &Strand| Some(strand.between) == clear;
        let open: BTreeSet<_> =
            after.strands.iter().filter(|s| is_clear(s)).map(|s| (s.power, s.alike)).collect();
        let through: BTreeSet<_> = passed.iter().map(|s| (s.power, s.alike)).collect();
        after.strands.retain(|s| !(is_clear(s) && through.contains(&(s.power, s.alike))));
        after.strands.extend(passed);
        after.strands.sort_unstable();
        after.strands.dedup();
        Lifted { strands: after, lifted, shut: through.difference(&open).copied().collect() }
    }
}

/// What holds when something is lifted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lifted {
    /// The strands.
    pub(crate) strands: Strands,
    /// Where the lifted are among what stands between.
    pub(crate) lifted: Vec<usize>,
    /// Powers and sorts of groups that pass them and are stopped by something else as well.
    pub(crate) shut: BTreeSet<(usize, Option<usize>)>,
}
