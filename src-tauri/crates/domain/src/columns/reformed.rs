//! The columns of a world that a reform changes, made from those of the world as it is.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Columns, needs_of};
use crate::barrier::BarrierLevel;
use crate::compile::Compiled;
use crate::requirement::{Fact, Slug};
use crate::world::{Lift, World};

impl Columns {
    /// The columns of a reform's world, made from these: what the reform leaves alone is shared, not worked out again.
    /// These must be of the world as it is; `compiled` begins with the facts that they hold. `added` are powers that
    /// were not filed before, so that their outcomes could not be known.
    pub fn reformed(&self, world: &World, compiled: &Compiled, as_at: Date, added: &BTreeSet<Slug>) -> Self {
        let mut columns = Columns { as_at, ..self.clone() };
        for (place, fact) in compiled.facts.iter().enumerate() {
            let moved = matches!(fact, Fact::Outcome(o) if added.contains(&o.of)
                || self.as_at != as_at && world.any_record_of(&o.of));
            if place < columns.t.len() && !moved {
                continue;
            }
            let (t, p) = columns.fact(world, fact, columns.rows_of(world));
            if place == columns.t.len() {
                columns.t.push(t.into());
                columns.p.push(p.into());
            } else {
                (columns.t[place], columns.p[place]) = (t.into(), p.into());
            }
        }
        let needs = needs_of(world).filter(|need| !self.short.contains_key(need)).collect();
        columns.shortfalls(world, &self.with_rows(), &needs);
        columns.help(world);
        columns.lifted = world.lifts.iter().map(|lift| columns.lift_scope(world, lift)).collect();
        columns
    }

    /// Nobody whom an enabler helps falls short of what it supplies.
    fn help(&mut self, world: &World) {
        for help in world.helps.iter().filter(|h| h.from.is_none_or(|from| from <= self.as_at)) {
            let scope = self.scope(world, help.area, help.form.as_ref(), false);
            for ((kind, level), mask) in &mut self.short {
                if help.supplies.get(kind).is_some_and(|up_to| level <= up_to) {
                    let left = mask.iter().zip(&scope).map(|(short, helped)| short & !helped);
                    *mask = left.collect();
                }
            }
        }
    }

    /// Rows of an area, or of all, and of groups of a form, or of all.
    fn scope(&self, world: &World, area: Option<usize>, form: Option<&Slug>, people: bool) -> Vec<u64> {
        let mut mask = match form {
            None if people => vec![!0; self.words()],
            None => self.groups.to_vec(),
            Some(form) => self.fact(world, &Fact::Form(vec![form.clone()]), self.rows_of(world)).0,
        };
        if let Some(area) = area {
            let words = &self.areas[area];
            mask.iter_mut().enumerate().filter(|(word, _)| !words.contains(word)).for_each(|(_, m)| *m = 0);
        }
        mask
    }

    /// Rows for which a barrier is lifted. One that sits with groups is none of people without a group.
    fn lift_scope(&self, world: &World, lift: &Lift) -> Vec<u64> {
        let barrier = world.catalogue.barriers.get(&lift.barrier);
        let people = barrier.is_some_and(|b| b.level != BarrierLevel::Group);
        self.scope(world, lift.area, lift.form.as_ref(), people)
    }

    /// Rows in the scope of one of [`World::lifts`], at a word.
    pub(crate) fn lifted(&self, lift: usize, word: usize) -> u64 {
        self.lifted[lift][word]
    }
}
