//! Near misses: groups exactly one change from open, by change; and what is known of how many they are.

use std::collections::BTreeMap;

use crate::judge::Judge;
use crate::reach::Reach;
use crate::sets::{Change, Sets};

/// One change, and everything that it alone would open in an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The change.
    pub change: Change,
    /// Powers (place in the compiled list), each with the presences it would open. `None` is people without a group.
    pub opens: BTreeMap<usize, Vec<Option<usize>>>,
    /// Powers that would become open in the area as a whole: nobody can use them today.
    pub area_opens: Vec<usize>,
}

impl NearMiss {
    /// Answers it would open: power times group.
    pub fn answers(&self) -> usize {
        self.opens.values().map(Vec::len).sum()
    }
}

impl Judge<'_> {
    /// Near misses of an area, those that open most first.
    pub fn near_misses(&self, area: usize) -> Vec<NearMiss> {
        let mut found: BTreeMap<Change, NearMiss> = BTreeMap::new();
        for power in 0..self.compiled().powers.len() {
            let cell = self.cell(power, area);
            if cell.reach == Reach::NotAvailable {
                continue;
            }
            let mut by_shape: BTreeMap<Vec<u8>, Sets> = BTreeMap::new();
            let people = (self.columns().people(area), None);
            let groups = self.world().presences_in(area).iter().enumerate();
            let groups = groups.map(|(n, _)| (self.columns().presence(area, n), Some(n)));
            let shape_of = self.shapes(power, area);
            for (row, who) in std::iter::once(people).chain(groups) {
                let mut shape = shape_of(row);
                shape.push(u8::from(who.is_none()));
                let sets = by_shape.entry(shape).or_insert_with(|| self.sets(power, area, row));
                for set in sets.sets.iter().filter(|set| set.len() == 1) {
                    let Some(change) = set.first() else { continue };
                    let miss = found.entry(change.clone()).or_insert_with(|| NearMiss {
                        change: change.clone(),
                        opens: BTreeMap::new(),
                        area_opens: Vec::new(),
                    });
                    miss.opens.entry(power).or_default().push(who);
                    if cell.reach != Reach::Open && miss.area_opens.last() != Some(&power) {
                        miss.area_opens.push(power);
                    }
                }
            }
        }
        let mut found: Vec<NearMiss> = found.into_values().collect();
        found.sort_by(|a, b| {
            let key = |m: &NearMiss| (m.area_opens.len(), m.answers());
            key(b).cmp(&key(a)).then_with(|| a.change.cmp(&b.change))
        });
        found
    }
}
