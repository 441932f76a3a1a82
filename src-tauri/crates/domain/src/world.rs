//! Everything judging looks at: the catalogue, the groups and where they work, and what people recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::forms::KnownForms;
use crate::power::{CapacityKind, Level};
use crate::record::{FindingEffect, PresenceBasis, Source, UseOutcome};
use crate::requirement::{AreaType, Slug};
use crate::shared::Shared;
use crate::vocabulary::{Cost, FormCategory};

/// A snapshot to judge. Build it, hand it to [`World::index`], and it is never changed again. A clone shares all that
/// is on record, so that a reform's world is a few words beside the one it is tried on.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// What Takeup knows.
    pub catalogue: Arc<Catalogue>,
    /// The groups on record, by row id.
    pub groups: Shared<Vec<Arc<Group>>>,
    /// Which group works where; sorted by area, then by group, after [`World::index`].
    pub presences: Shared<Vec<Presence>>,
    /// What was told of areas, by place in the catalogue's list.
    pub area_told: Shared<BTreeMap<usize, Told>>,
    /// Statements on barriers.
    pub findings: Shared<Vec<Finding>>,
    /// Uses of powers.
    pub uses: Shared<Vec<Use>>,
    /// Registers of uses that were looked at.
    pub coverage: Shared<Vec<Coverage>>,
    /// Registers of groups that were read.
    pub registers: Shared<Vec<RegisterRead>>,
    /// Barriers that a reform lifts; none in the world as it is.
    pub lifts: Vec<Lift>,
    /// Enablers that a reform puts in place; none in the world as it is.
    pub helps: Vec<Help>,
    uses_at: Shared<BTreeMap<Slug, BTreeMap<usize, Vec<usize>>>>,
    coverage_at: Shared<BTreeMap<Slug, BTreeMap<usize, Vec<usize>>>>,
    bodies: Shared<BTreeSet<(usize, Slug)>>,
}

/// A group, as far as anyone told.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Row id in the workspace.
    pub id: i64,
    /// Stable key, an org-id where there is one.
    pub key: String,
    /// Name.
    pub name: String,
    /// Which register it came from, by place in [`World::registers`].
    pub register: Option<u32>,
    /// Forms it has or has not.
    pub forms: Arc<KnownForms>,
    /// When it was registered.
    pub registered: Option<Date>,
    /// When it began.
    pub founded: Option<Date>,
    /// Financial level, from its income.
    pub financial: Option<Level>,
    /// Organising level, from volunteers and staff.
    pub organising: Option<Level>,
    /// Everything else that was told.
    pub told: Option<Box<Told>>,
}

/// Facts of a group or an area beyond its forms. What is absent is unknown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// All its members.
    pub total_members: Option<u32>,
    /// Members of a standing.
    pub members: BTreeMap<Slug, u32>,
    /// Members of a standing as tenths of one per cent of everyone of that standing concerned.
    pub member_share: BTreeMap<Slug, u32>,
    /// For a group: what is true of it in one area and not in another, by place in the catalogue's list.
    pub here: BTreeMap<usize, Here>,
    /// Standings.
    pub standings: BTreeMap<Slug, bool>,
    /// Traits.
    pub traits: BTreeMap<Slug, bool>,
    /// Powers used with a result that lasts.
    pub outcomes: BTreeMap<Slug, bool>,
    /// For an area: the type of the place.
    pub area_type: Option<AreaType>,
    /// For an area: how many people of a standing it has.
    pub people: BTreeMap<Slug, u32>,
    /// Levels of capacity.
    pub capacity: BTreeMap<CapacityKind, Level>,
    /// Who said so and when, by key: `form:<id>`, `members`, `members:<standing>`, `share:<standing>`,
    /// `standing:<id>`, `trait:<id>`, `outcome:<power>`, `area-type`, `founded`, `capacity:<kind>`, `people:<standing>`; for a group in one
    /// area `works-here@<area>` and `area-type@<area>`.
    pub sources: BTreeMap<String, String>,
}

/// What is true of a group in one area.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Here {
    /// Whether it works there.
    pub works: Option<bool>,
    /// The type of the place it acts for there.
    pub area_type: Option<AreaType>,
}

/// One group in one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Presence {
    /// Place in the catalogue's list of areas.
    pub area: u32,
    /// Place in [`World::groups`].
    pub group: u32,
    /// Why the two are linked.
    pub basis: PresenceBasis,
}

/// A finding, with its scope resolved.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Row id in the workspace.
    pub id: i64,
    /// The barrier.
    pub barrier: Slug,
    /// What it does.
    pub effect: FindingEffect,
    /// For which power; none: all.
    pub power: Option<Slug>,
    /// For which area; none: everywhere.
    pub area: Option<usize>,
    /// For powers of which duty holder.
    pub duty_holder: Option<Slug>,
    /// For which group, by its id.
    pub group: Option<i64>,
    /// For groups of which form.
    pub form: Option<Slug>,
    /// What was found.
    pub note: String,
    /// When.
    pub date: Date,
    /// Where it says so.
    pub source: Source,
}

/// A barrier lifted: in its scope its findings stop nothing, and the tests and needs it explains count as met. One
/// that sits with groups is lifted for groups only.
#[derive(Debug, Clone, PartialEq)]
pub struct Lift {
    /// The barrier.
    pub barrier: Slug,
    /// For which power; none: all.
    pub power: Option<Slug>,
    /// For powers of which duty holder.
    pub duty_holder: Option<Slug>,
    /// For which area, by place in the catalogue's list; none: everywhere.
    pub area: Option<usize>,
    /// For groups of which form; none: everybody.
    pub form: Option<Slug>,
}

/// An enabler put in place: nobody in its scope falls short of what it supplies.
#[derive(Debug, Clone, PartialEq)]
pub struct Help {
    /// Its name.
    pub name: String,
    /// Kinds of capacity, each up to a level.
    pub supplies: BTreeMap<CapacityKind, Level>,
    /// For which area, by place in the catalogue's list; none: everywhere.
    pub area: Option<usize>,
    /// For groups of which form; none: any group.
    pub form: Option<Slug>,
    /// What it costs.
    pub cost: Cost,
    /// From when it helps.
    pub from: Option<Date>,
}

/// A use, with its area resolved.
#[derive(Debug, Clone)]
pub struct Use {
    /// Row id in the workspace.
    pub id: i64,
    /// The power.
    pub power: Slug,
    /// Place in the catalogue's list of areas.
    pub area: usize,
    /// The group's id, if it is on record.
    pub group: Option<i64>,
    /// The group as the source names it.
    pub group_name: String,
    /// What happened.
    pub what: String,
    /// When, as precisely as known.
    pub date: String,
    /// How it ended.
    pub outcome: UseOutcome,
    /// Where it says so.
    pub source: Source,
}

/// A register of uses that was looked at.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Row id in the workspace.
    pub id: i64,
    /// The power.
    pub power: Slug,
    /// Place in the catalogue's list of areas.
    pub area: usize,
    /// Which register.
    pub register: String,
    /// As at when.
    pub as_at: Date,
    /// Where it was seen.
    pub source: Source,
}

/// A register of groups that was read.
#[derive(Debug, Clone)]
pub struct RegisterRead {
    /// What it is, in words.
    pub name: String,
    /// The date of the edition, if the register says it.
    pub edition: Option<Date>,
    /// The day it was read.
    pub read_on: Option<Date>,
}

impl RegisterRead {
    /// Its name and how old it is.
    pub fn dated_name(&self) -> String {
        match (self.edition, self.read_on) {
            (Some(day), _) => format!("{}, as at {day}", self.name),
            (None, Some(day)) => format!("{}, read on {day}", self.name),
            (None, None) => self.name.clone(),
        }
    }
}

impl World {
    /// A world with nothing on record.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        World { catalogue, ..World::default() }
    }

    /// Sorts presences and builds the look-ups.
    pub fn index(mut self) -> Self {
        self.presences.sort_unstable();
        self.presences.dedup_by_key(|p| (p.area, p.group));
        self.index_records();
        self.bodies = self.public_bodies(0..self.presences.len()).into();
        self
    }

    /// Builds the look-ups of uses and coverage afresh, after either was replaced.
    pub fn index_records(&mut self) {
        let mut uses_at = BTreeMap::<_, BTreeMap<_, Vec<_>>>::new();
        for (i, u) in self.uses.iter().enumerate() {
            uses_at.entry(u.power.clone()).or_default().entry(u.area).or_default().push(i);
        }
        let mut coverage_at = BTreeMap::<_, BTreeMap<_, Vec<_>>>::new();
        for (i, c) in self.coverage.iter().enumerate() {
            coverage_at.entry(c.power.clone()).or_default().entry(c.area).or_default().push(i);
        }
        self.uses_at = uses_at.into();
        self.coverage_at = coverage_at.into();
    }

    /// Replaces a group by what is known of it now, and returns the areas where that may matter.
    pub fn replace_group(&mut self, group: Group) -> BTreeSet<usize> {
        let areas = self.areas_of(group.id);
        if let Ok(place) = self.groups.binary_search_by_key(&group.id, |g| g.id) {
            self.groups[place] = Arc::new(group);
        }
        for area in &areas {
            self.bodies.retain(|(of, _)| of != area);
            let bodies = self.public_bodies(self.presence_range(*area));
            self.bodies.extend(bodies);
        }
        areas
    }

    /// Where a group is on record, by its row id.
    pub fn areas_of(&self, group: i64) -> BTreeSet<usize> {
        let Ok(place) = self.groups.binary_search_by_key(&group, |g| g.id) else { return BTreeSet::new() };
        let here = self.presences.iter().filter(|p| p.group as usize == place);
        here.map(|p| p.area as usize).collect()
    }

    /// Whether a public body of this form is on record in an area.
    pub fn has_body(&self, area: usize, form: &str) -> bool {
        self.bodies.contains(&(area, form.to_string()))
    }

    fn public_bodies(&self, presences: Range<usize>) -> BTreeSet<(usize, Slug)> {
        let forms = &self.catalogue.forms;
        let is_body = |id: &str| forms.get(id).is_some_and(|f| f.category == FormCategory::PublicBody);
        let mut shapes: BTreeMap<usize, Vec<Slug>> = BTreeMap::new();
        let mut found = BTreeSet::new();
        for presence in &self.presences[presences] {
            let known = &self.groups[presence.group as usize].forms;
            let bodies = shapes.entry(Arc::as_ptr(known) as usize).or_insert_with(|| {
                known.iter().filter(|(id, has)| **has && is_body(id)).map(|(id, _)| id.clone()).collect()
            });
            for body in bodies.iter() {
                found.insert((presence.area as usize, body.clone()));
            }
        }
        found
    }

    /// Presences of an area.
    pub fn presences_in(&self, area: usize) -> &[Presence] {
        &self.presences[self.presence_range(area)]
    }

    /// Where the presences of an area stand in [`World::presences`].
    pub fn presence_range(&self, area: usize) -> Range<usize> {
        let from = self.presences.partition_point(|p| (p.area as usize) < area);
        let to = self.presences.partition_point(|p| (p.area as usize) <= area);
        from..to
    }

    /// Registers of groups that show a group in this area, newest first.
    pub fn registers_in(&self, area: usize) -> Vec<&RegisterRead> {
        let groups = self.presences_in(area).iter().map(|p| &self.groups[p.group as usize]);
        let found: BTreeSet<u32> = groups.filter_map(|g| g.register).collect();
        found.into_iter().filter_map(|i| self.registers.get(i as usize)).collect()
    }

    /// Whether any register of groups was read that shows a group in this area.
    pub fn any_register_in(&self, area: usize) -> bool {
        self.presences_in(area).iter().any(|p| self.groups[p.group as usize].register.is_some())
    }

    /// Uses of a power in an area, in the order recorded.
    pub fn uses_of(&self, power: &str, area: usize) -> impl Iterator<Item = &Use> {
        let found = self.uses_at.get(power).and_then(|by_area| by_area.get(&area));
        found.into_iter().flatten().map(|i| &self.uses[*i])
    }

    /// Coverage of a power in an area, in the order recorded.
    pub fn coverage_of(&self, power: &str, area: usize) -> impl Iterator<Item = &Coverage> {
        let found = self.coverage_at.get(power).and_then(|by_area| by_area.get(&area));
        found.into_iter().flatten().map(|i| &self.coverage[*i])
    }

    /// Whether a use or a coverage of a power is on record anywhere: if not, nothing of it turns on the day.
    pub(crate) fn any_record_of(&self, power: &str) -> bool {
        self.uses_at.contains_key(power) || self.coverage_at.contains_key(power)
    }

    /// The register a group came from.
    pub fn register_of(&self, group: &Group) -> Option<&RegisterRead> {
        group.register.and_then(|i| self.registers.get(i as usize))
    }
}

impl Group {
    /// What is known of a kind of capacity: told by hand first, else what a register shows.
    pub fn capacity(&self, kind: CapacityKind) -> Option<Level> {
        let told = self.told.as_ref().and_then(|t| t.capacity.get(&kind).copied());
        told.or(match kind {
            CapacityKind::Financial => self.financial,
            CapacityKind::Organising => self.organising,
            CapacityKind::Enduring => None,
        })
    }
}
