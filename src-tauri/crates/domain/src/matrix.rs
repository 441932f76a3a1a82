//! Every power in every area: powers that ask the same of everyone are run over the columns once.

use std::collections::BTreeMap;

use crate::available::{available_from, bodies_named, body_may_be_here};
use crate::judge::{Cell, Judge, Judged, Likeness, Stoppers, Tally};

impl<'w> Judge<'w> {
    /// Judges every power in every area.
    pub fn all(&self) -> Judged {
        let (world, compiled, columns) = (self.world(), self.compiled(), self.columns());
        let areas = world.catalogue.areas.len();
        let told: Vec<_> = (0..areas).map(|area| world.area_told.get(&area)).collect();
        let registers: Vec<bool> = (0..areas).map(|area| world.any_register_in(area)).collect();
        let mut cells = Vec::with_capacity(areas * compiled.powers.len());
        let mut tallies: BTreeMap<Likeness<'w>, Vec<Option<Tally>>> = BTreeMap::new();
        for (place, program) in compiled.programs.iter().enumerate() {
            let Some(power) = self.power(place) else {
                cells.extend(std::iter::repeat_n(Cell::NOT_AVAILABLE, areas));
                continue;
            };
            let stops = Stoppers::new(self, place);
            let tallies = tallies.entry(stops.likeness(program)).or_insert_with(|| vec![None; areas]);
            let holder = world.catalogue.duty_holders.get(&power.duty_holder);
            let bodies = bodies_named(&world.catalogue, power);
            for (area, found) in world.catalogue.areas.iter().enumerate() {
                cells.push(match available_from(holder, power, found, told[area], columns.as_at) {
                    Err(_) => Cell::NOT_AVAILABLE,
                    Ok(()) => {
                        let tally = tallies[area].get_or_insert_with(|| self.tally(place, area, &stops));
                        tally.cell(registers[area], || {
                            bodies.iter().any(|body| body_may_be_here(world, body, area))
                        })
                    }
                });
            }
        }
        Judged { cells, areas }
    }
}
