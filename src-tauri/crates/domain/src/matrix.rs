//! Every power in every area: powers that ask the same of everyone are run over the columns once.

use std::collections::BTreeMap;

use crate::available::{area_type, available_from, bodies_named, body_may_be_here};
use crate::judge::{Cell, Here, Judge, Judged, Tally};
use crate::power::Power;
use crate::stops::{Likeness, Stoppers};

impl<'w> Judge<'w> {
    /// Judges every power in every area.
    pub fn all(&self) -> Judged {
        let world = self.world();
        let areas = world.catalogue.areas.len();
        let here: Vec<Here> = (0..areas).map(|area| self.here(area)).collect();
        let places = Places::new(self);
        let mut cells = vec![Cell::NOT_AVAILABLE; areas * self.compiled().powers.len()];
        let mut stack = Vec::new();
        let mut tallies: BTreeMap<Likeness<'w>, Vec<Option<Tally>>> = BTreeMap::new();
        for (place, cells) in cells.chunks_mut(areas.max(1)).enumerate() {
            let Some(power) = self.power(place) else { continue };
            let stops = Stoppers::new(self, place);
            let likeness = stops.likeness(&self.compiled().programs[place]);
            let tallies = tallies.entry(likeness).or_insert_with(|| vec![None; areas]);
            let bodies = bodies_named(&world.catalogue, power);
            for area in places.available(power) {
                let tally = tallies[area].get_or_insert_with(|| self.tally(place, area, &stops, &mut stack));
                cells[area] =
                    tally.cell(here[area], || bodies.iter().any(|body| body_may_be_here(world, body, area)));
            }
        }
        Judged { cells, areas }
    }
}

/// Areas that are alike in all that decides whether a power is available, but for powers that name areas.
struct Places<'j, 'w> {
    judge: &'j Judge<'w>,
    alike: Vec<Vec<usize>>,
}

impl<'j, 'w> Places<'j, 'w> {
    fn new(judge: &'j Judge<'w>) -> Self {
        let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (n, area) in judge.world().catalogue.areas.iter().enumerate() {
            let kind = area_type(area, judge.world().area_told.get(&n));
            alike.entry((area.nation, area.kind, &area.region, kind)).or_default().push(n);
        }
        Places { judge, alike: alike.into_values().collect() }
    }

    fn available(&self, power: &Power) -> Vec<usize> {
        let (world, as_at) = (self.judge.world(), self.judge.columns().as_at);
        let holder = world.catalogue.duty_holders.get(&power.duty_holder);
        let here = |area: &usize| {
            let (found, told) = (&world.catalogue.areas[*area], world.area_told.get(area));
            available_from(holder, power, found, told, as_at).is_ok()
        };
        if power.only_where.areas.is_empty() && power.only_where.except_areas.is_empty() {
            self.alike.iter().filter(|areas| here(&areas[0])).flatten().copied().collect()
        } else {
            (0..world.catalogue.areas.len()).filter(here).collect()
        }
    }
}
