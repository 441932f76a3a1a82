//! Levels side by side: how powers, groups, capacity, barriers and uses grew together, from dated records.
//!
//! Each is a number of its own with what is known of it beside. They are never added up and places are never compared.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::available::available;
use crate::power::{CapacityKind, Level};
use crate::record::{FindingEffect, UseOutcome};
use crate::uses::days_of;
use crate::world::{Group, World};

/// What was there on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub on: Date,
    /// Powers available in at least one of the areas.
    pub powers: u32,
    /// Groups on record today that had begun.
    pub groups: u32,
    /// Of those, groups on record in one council area only: the really local ones.
    pub local: u32,
    /// Of the groups, those known today to have some money, some people, and to last.
    pub capacity: [u32; 3],
    /// Barriers found to be there and not found gone since, each counted once for each scope.
    pub barriers: u32,
    /// Barriers found to be there before, and found gone by then.
    pub lifted: u32,
    /// Times that somebody had tried a power.
    pub tried: u32,
    /// Of those, with success.
    pub succeeded: u32,
    /// Pairs of power and area for which somebody had looked whether the power was used.
    pub looked: u32,
}

/// How much of the record the moments rest on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Groups on record in the areas.
    pub groups: u32,
    /// Of those, groups whose beginning is on record.
    pub dated: u32,
    /// Of those on record, groups of which each kind of capacity is known today.
    pub capacity: [u32; 3],
    /// Uses on record whose date cannot be read.
    pub uses_undated: u32,
    /// Pairs of power and area available on the last day.
    pub pairs: u32,
}

const KINDS: [CapacityKind; 3] = [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring];

/// What was there in these areas on each of these days, in order.
pub fn levels(world: &World, areas: &BTreeSet<usize>, days: &[Date]) -> (Vec<Moment>, Known) {
    let mut places: BTreeMap<u32, u32> = BTreeMap::new();
    for presence in &world.presences {
        *places.entry(presence.group).or_default() += 1;
    }
    let here: BTreeSet<u32> =
        areas.iter().flat_map(|area| world.presences_in(*area)).map(|p| p.group).collect();
    let groups: Vec<(&Group, bool)> =
        here.iter().map(|n| (&*world.groups[*n as usize], places.get(n) == Some(&1))).collect();
    let moments = days.iter().map(|day| moment(world, areas, &groups, *day)).collect();
    let uses = world.uses.iter().filter(|u| areas.contains(&u.area));
    let known = Known {
        groups: groups.len() as u32,
        dated: groups.iter().filter(|(g, _)| began(g).is_some()).count() as u32,
        capacity: KINDS.map(|kind| groups.iter().filter(|(g, _)| g.capacity(kind).is_some()).count() as u32),
        uses_undated: uses.filter(|u| days_of(&u.date).is_none()).count() as u32,
        pairs: days.last().map_or(0, |day| pairs(world, areas, *day).count() as u32),
    };
    (moments, known)
}

fn began(group: &Group) -> Option<Date> {
    group.founded.or(group.registered)
}

fn moment(world: &World, areas: &BTreeSet<usize>, groups: &[(&Group, bool)], on: Date) -> Moment {
    let there: Vec<&(&Group, bool)> =
        groups.iter().filter(|(g, _)| began(g).is_some_and(|day| day <= on)).collect();
    let has = |kind| {
        let some = |g: &Group| g.capacity(kind).is_some_and(|level| level >= Level::Low);
        there.iter().filter(|(g, _)| some(g)).count() as u32
    };
    let by_then = |date: &str| days_of(date).is_some_and(|(first, _)| first <= on);
    let uses: Vec<_> = world.uses.iter().filter(|u| areas.contains(&u.area) && by_then(&u.date)).collect();
    let (barriers, lifted) = barriers(world, areas, on);
    Moment {
        on,
        powers: pairs(world, areas, on).map(|(power, _)| power).collect::<BTreeSet<_>>().len() as u32,
        groups: there.len() as u32,
        local: there.iter().filter(|(_, local)| *local).count() as u32,
        capacity: KINDS.map(has),
        barriers,
        lifted,
        tried: uses.len() as u32,
        succeeded: uses.iter().filter(|u| u.outcome == UseOutcome::Succeeded).count() as u32,
        looked: world
            .coverage
            .iter()
            .filter(|c| areas.contains(&c.area) && c.as_at <= on)
            .map(|c| (&c.power, c.area))
            .collect::<BTreeSet<_>>()
            .len() as u32,
    }
}

/// Each power in each area where it is available on a day.
fn pairs<'w>(
    world: &'w World,
    areas: &'w BTreeSet<usize>,
    on: Date,
) -> impl Iterator<Item = (&'w str, usize)> {
    world.catalogue.powers.values().flat_map(move |power| {
        let here = areas.iter().filter(move |area| {
            let place = &world.catalogue.areas[**area];
            available(&world.catalogue, power, place, world.area_told.get(area), on).is_ok()
        });
        here.map(move |area| (power.id.as_str(), *area))
    })
}

/// Barriers that the latest finding for their scope says are there, and those it says are gone after one said so.
fn barriers(world: &World, areas: &BTreeSet<usize>, on: Date) -> (u32, u32) {
    let here = world.findings.iter().filter(|f| f.area.is_none_or(|area| areas.contains(&area)));
    let mut scopes: BTreeMap<_, Vec<(Date, i64, FindingEffect)>> = BTreeMap::new();
    for f in here.filter(|f| f.date <= on) {
        let scope = (&f.barrier, &f.power, f.area, &f.duty_holder, f.group, &f.form);
        scopes.entry(scope).or_default().push((f.date, f.id, f.effect));
    }
    let (mut there, mut gone) = (0, 0);
    for mut found in scopes.into_values() {
        found.sort_by_key(|(date, id, _)| (*date, *id));
        let last = found.pop().map(|(_, _, effect)| effect);
        if last.is_some_and(|effect| effect != FindingEffect::Absent) {
            there += 1;
        } else if found.iter().any(|(_, _, effect)| *effect != FindingEffect::Absent) {
            gone += 1;
        }
    }
    (there, gone)
}
