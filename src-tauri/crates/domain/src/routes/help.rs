//! Acting with the help of an enabler: a route like any other.

use super::{Choice, Planner};
use crate::columns::Row;
use crate::facts::{Who, value};
use crate::requirement::Fact;
use crate::routes::{Act, Price};
use crate::sets::{Change, ChangeSet};
use crate::vocabulary::{Enabler, Running};

impl<'w> Planner<'_, 'w> {
    /// Enablers that supply all the capacity a set asks for, to this row: they take new groups, work in this nation, and
    /// are for groups of a form that this one has. None where no capacity is missing.
    pub(super) fn helpers(&self, area: usize, row: Row, set: &ChangeSet) -> Vec<&'w Enabler> {
        let missing: Vec<_> = set
            .iter()
            .filter_map(|c| if let Change::Supply(kind, _) = c { Some(*kind) } else { None })
            .collect();
        if missing.is_empty() {
            return vec![];
        }
        let world = self.judge().world();
        let nation = world.catalogue.areas[area].nation;
        let Some(n) = self.judge().columns().nth(area, row) else { return vec![] };
        let presence = world.presences_in(area)[n];
        let who = Who::Group(&world.groups[presence.group as usize], presence.basis);
        let of_form = |enabler: &Enabler| {
            enabler.forms.is_empty()
                || value(world, &Fact::Form(enabler.forms.clone()), area, who, self.judge().columns().as_at)
                    .is_true()
        };
        let all = world.catalogue.enablers.values();
        all.filter(|e| e.running != Running::No && e.nations.contains(&nation))
            .filter(|e| missing.iter().all(|kind| e.supplies.contains(kind)) && of_form(e))
            .collect()
    }
}

/// The act by which an enabler brings a change about, if it does. What its help costs is not on file.
pub(super) fn choice(enabler: &Enabler, change: &Change) -> Option<Choice> {
    match change {
        Change::Supply(kind, _) if enabler.supplies.contains(kind) => Some(Choice {
            act: Act::Help(enabler.id.clone()),
            price: Price { low: 1, ..Price::default() },
            power: None,
        }),
        _ => None,
    }
}
