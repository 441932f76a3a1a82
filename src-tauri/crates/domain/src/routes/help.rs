//! Acting with the help of an enabler: a route like any other.

use super::{Choice, Planner};
use crate::columns::Row;
use crate::facts::{Who, value};
use crate::requirement::Fact;
use crate::routes::{Act, Price};
use crate::sets::{Change, ChangeSet};
use crate::vocabulary::{Enabler, Running};

impl<'w> Planner<'_, 'w> {
    /// The enabler that supplies all the capacity a set asks for, to this row: it takes new groups, works in this nation,
    /// and is for groups of a form that this one has. Of several, one that the power names, and one that takes groups
    /// everywhere. None where no capacity is missing.
    pub(super) fn helper(&self, power: usize, area: usize, row: Row, set: &ChangeSet) -> Option<&'w Enabler> {
        let missing: Vec<_> = set
            .iter()
            .filter_map(|c| if let Change::Supply(kind, _) = c { Some(*kind) } else { None })
            .collect();
        if missing.is_empty() {
            return None;
        }
        let world = self.judge().world();
        let nation = world.catalogue.areas[area].nation;
        let presence = world.presences_in(area)[self.judge().columns().nth(area, row)?];
        let who = Who::Group(&world.groups[presence.group as usize], presence.basis);
        let as_at = self.judge().columns().as_at;
        let of_form = |enabler: &Enabler| {
            enabler.forms.is_empty()
                || value(world, &Fact::Form(enabler.forms.clone()), area, who, as_at).is_true()
        };
        let named = self.judge().power(power).map(|p| p.enablers.as_slice()).unwrap_or_default();
        let all = world.catalogue.enablers.values();
        all.filter(|e| e.running != Running::No && e.nations.contains(&nation))
            .filter(|e| missing.iter().all(|kind| e.supplies.contains(kind)) && of_form(e))
            .min_by_key(|e| (!named.contains(&e.id), e.running != Running::Yes, &e.id))
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
