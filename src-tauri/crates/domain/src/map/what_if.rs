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

    /// The strands when these are lifted, and where the lifted are among them. A strand that is clear only through
    /// a lifted thing still passes it.
    pub(crate) fn strands_lifted(
        &self,
        area: usize,
        before: Strands,
        lift: &[Between],
    ) -> (Strands, Vec<usize>) {
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
            let Some(was) = before.between.iter().position(|b| b == one) else { continue };
            let held = before.strands.iter().filter(|strand| strand.between == was);
            passed.extend(held.map(|strand| Strand { between: at, ..*strand }));
        }
        let clear = |strand: &Strand| Some(strand.between) == clear;
        let now_clear: BTreeSet<(usize, Option<usize>)> =
            after.strands.iter().filter(|s| clear(s)).map(|s| (s.power, s.alike)).collect();
        passed.retain(|s| now_clear.contains(&(s.power, s.alike)));
        let opened: BTreeSet<(usize, Option<usize>)> = passed.iter().map(|s| (s.power, s.alike)).collect();
        after.strands.retain(|s| !(clear(s) && opened.contains(&(s.power, s.alike))));
        after.strands.extend(passed);
        after.strands.sort_unstable();
        (after, lifted)
    }
}
