//! A world with its columns and its answers, as at a date.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::{Cell, Judge, Judged};
use takeup_domain::power::Power;
use takeup_domain::status::Status;
use takeup_domain::uses::{LOOK_BACK_YEARS, UseState, use_state};
use takeup_domain::world::World;
use takeup_store::Facts;

/// A snapshot that is never changed.
pub(crate) struct Judging {
    pub(crate) world: Arc<World>,
    pub(crate) compiled: Arc<Compiled>,
    pub(crate) date: Date,
    columns: OnceLock<Columns>,
    judged: OnceLock<Judged>,
}

/// The answer for a power in an area.
pub(crate) struct Answer {
    pub(crate) cell: Cell,
    pub(crate) used: UseState,
    pub(crate) status: Status,
}

impl Judging {
    pub(crate) fn new(world: World, compiled: Arc<Compiled>, date: Date) -> Self {
        Self::of(Arc::new(world), compiled, date)
    }

    fn of(world: Arc<World>, compiled: Arc<Compiled>, date: Date) -> Self {
        Judging { world, compiled, date, columns: OnceLock::new(), judged: OnceLock::new() }
    }

    /// The same world as at another date.
    pub(crate) fn as_at(self: Arc<Self>, date: Date) -> Arc<Self> {
        if date == self.date {
            return self;
        }
        Arc::new(Self::of(self.world.clone(), self.compiled.clone(), date))
    }

    /// The snapshot after something was written that touches these areas only.
    pub(crate) fn after(&self, world: World, areas: &BTreeSet<usize>, facts: Facts) -> Self {
        let next = Self::new(world, self.compiled.clone(), self.date);
        let columns = match facts {
            Facts::None => self.columns().clone(),
            Facts::OfGroup(id) => self.columns().with_group(&next.world, &self.compiled, id, areas),
            Facts::All => self.columns().refreshed(&next.world, &self.compiled, areas),
        };
        let judged = self.judged().refreshed(&Judge::new(&next.world, &self.compiled, &columns), areas);
        Judging { columns: OnceLock::from(columns), judged: OnceLock::from(judged), ..next }
    }

    pub(crate) fn columns(&self) -> &Columns {
        self.columns.get_or_init(|| Columns::new(&self.world, &self.compiled, self.date))
    }

    pub(crate) fn judge(&self) -> Judge<'_> {
        Judge::new(&self.world, &self.compiled, self.columns())
    }

    pub(crate) fn power(&self, power: usize) -> Option<&Power> {
        self.world.catalogue.powers.get(&self.compiled.powers[power])
    }

    fn judged(&self) -> &Judged {
        self.judged.get_or_init(|| self.judge().all())
    }

    /// Use, reach and status of a power in an area.
    pub(crate) fn answer(&self, power: usize, area: usize) -> Answer {
        let cell = self.judged().cell(power, area);
        let used = self
            .power(power)
            .map_or(UseState::NotChecked, |p| use_state(&self.world, p, area, self.date, LOOK_BACK_YEARS));
        Answer { cell, used, status: Status::of(cell.reach, used) }
    }

    /// Areas with groups, uses or coverage on record.
    pub(crate) fn areas_in_view(&self) -> Vec<usize> {
        let presences = self.world.presences.iter().map(|p| p.area as usize);
        let uses = self.world.uses.iter().map(|u| u.area);
        let coverage = self.world.coverage.iter().map(|c| c.area);
        let told = self.world.area_told.keys().copied();
        let mut areas: Vec<usize> = presences.chain(uses).chain(coverage).chain(told).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// Whether an area has anything on record.
    pub(crate) fn in_view(&self, area: usize) -> bool {
        !self.world.presences_in(area).is_empty()
            || self.world.area_told.contains_key(&area)
            || self.world.uses.iter().any(|u| u.area == area)
            || self.world.coverage.iter().any(|c| c.area == area)
    }

    /// The place of a group among an area's presences, by key or row id.
    pub(crate) fn presence_of(&self, area: usize, group: &str) -> Option<usize> {
        let id: Option<i64> = group.parse().ok();
        self.world.presences_in(area).iter().position(|p| {
            let found = &self.world.groups[p.group as usize];
            found.key == group || Some(found.id) == id
        })
    }
}
