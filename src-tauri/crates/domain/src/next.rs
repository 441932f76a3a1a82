//! The next thing to do about a power in an area, in one sentence; and changes in words.

use crate::available::body_not_on_record;
use crate::catalogue::Catalogue;
use crate::compile::Compiled;
use crate::judge::{Cell, Judge};
use crate::power::{Power, Step};
use crate::reach::Reach;
use crate::sets::{Change, ChangeSet};
use crate::status::Status;

impl<'w> Judge<'w> {
    /// The next thing to do.
    pub fn next_step(&self, power: usize, area: usize, cell: &Cell, status: Status) -> String {
        let world = self.world();
        let Some(entry) = world.catalogue.powers.get(&self.compiled().powers[power]) else {
            return String::new();
        };
        match status {
            Status::NotAvailable => {
                let nation = world.catalogue.areas[area].nation;
                match world.catalogue.variant_in(entry, nation) {
                    Some(variant) => format!("In {} the right is “{}”.", nation.name(), variant.name),
                    None => "Nothing to do here on this date.".into(),
                }
            }
            Status::InUse => "See who used it, and how long the result lasts.".into(),
            Status::TriedAndRefused => "Read why it was refused, and whether to try again.".into(),
            Status::Unused => first_step(&world.catalogue, entry),
            Status::UnusedNotChecked => {
                format!("Check whether anyone used it. Look at: {}.", entry.shown_by.trim_end_matches('.'))
            }
            Status::Unsettled if cell.people == Reach::Unsettled => {
                self.first_set(self.prove(power, area, None).and_then(|p| p.sets.sets.into_iter().next()))
            }
            Status::Unsettled if !world.any_register_in(area) => {
                "Read a register of groups for this area.".into()
            }
            Status::Unsettled if cell.groups.unsettled == 0 => match body_not_on_record(world, entry, area) {
                Some(form) => format!(
                    "No {} is on record here: add it with a table of groups.",
                    world.catalogue.form_name(&form)
                ),
                None => "Find out what is not on record.".into(),
            },
            Status::Unsettled | Status::Blocked => {
                self.first_set(self.area_sets(power, area).0.into_iter().next().map(|s| s.set))
            }
            Status::OutOfReach => {
                "Look for a body that already qualifies; no way to lift the reason is known.".into()
            }
        }
    }
}

impl Judge<'_> {
    fn first_set(&self, set: Option<ChangeSet>) -> String {
        let words = |c: &Change| self.world().catalogue.change_words(self.compiled(), c);
        match set {
            Some(set) => set.iter().map(words).collect::<Vec<_>>().join(" And: "),
            None => "More than four things are missing or not known: see what stands in the way.".into(),
        }
    }
}

impl Catalogue {
    /// A change in words.
    pub fn change_words(&self, compiled: &Compiled, change: &Change) -> String {
        match change {
            Change::FindOut(fact) => format!("Find out {}.", self.question_words(&compiled.facts[*fact])),
            Change::Meet(fact) => {
                let fact = &compiled.facts[*fact];
                match self.remedies_for(fact).first() {
                    Some(remedy) => format!("{}.", remedy.name.trim_end_matches('.')),
                    None => format!("Change this: {}.", self.fact_words(fact)),
                }
            }
            Change::Lift(barrier) => self.barriers.get(barrier).map_or_else(
                || format!("Lift the barrier “{barrier}”."),
                |b| match b.remedies.first() {
                    Some(remedy) => format!("{} (lifts “{}”).", remedy.name.trim_end_matches('.'), b.name),
                    None => format!("Lift the barrier “{}”.", b.name),
                },
            ),
            Change::Supply(kind, level) => {
                format!("Bring its {} to at least “{}”.", kind.name(), level.as_str())
            }
        }
    }

    /// A duty holder's name, or the words themselves.
    pub fn holder_name(&self, id: &str) -> String {
        let is_id = !id.contains(|c: char| c.is_uppercase() || c == ' ');
        match self.duty_holders.get(id) {
            Some(holder) => holder.name.clone(),
            None if is_id => id.replace('-', " "),
            None => id.to_string(),
        }
    }
}

impl Catalogue {
    /// The first step that is the citizens' own: what a body does before, such as publishing a notice, is not theirs.
    pub fn first_own_step<'p>(&self, power: &'p Power) -> Option<&'p Step> {
        let own = |step: &&Step| !self.duty_holders.contains_key(&step.actor);
        power.steps.iter().find(own).or(power.steps.first())
    }
}

fn first_step(catalogue: &Catalogue, power: &Power) -> String {
    catalogue.first_own_step(power).map_or_else(
        || "Tell a group that could use it.".into(),
        |step| {
            let mut chars = step.action.chars();
            let capital: String =
                chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
            format!("First step: {}.", capital.trim_end_matches('.'))
        },
    )
}
