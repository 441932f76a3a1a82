//! Reach of every power in every area, as counts of presences, from one run over the columns.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::available::{available, body_not_on_record};
use crate::columns::{Columns, Row};
use crate::compile::{Bits, Compiled};
use crate::facts::{Who, value};
use crate::power::Power;
use crate::reach::Reach;
use crate::record::FindingEffect;
use crate::requirement::{Fact, Slug};
use crate::world::{Finding, World};

/// How many presences of an area have which reach. They add up to the presences of the area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Could use it today.
    pub open: u32,
    /// Turns on facts nobody recorded.
    pub unsettled: u32,
    /// Stopped, with a remedy known.
    pub blocked: u32,
    /// Of those blocked: the law would let them, something in practice stops them.
    pub in_practice: u32,
    /// Stopped, with no remedy known.
    pub out_of_reach: u32,
}

/// The answer for a power in an area, use aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Reach of the power in the area.
    pub reach: Reach,
    /// What people can do without a group.
    pub people: Reach,
    /// Groups by reach.
    pub groups: Counts,
}

/// All answers as at a date: one cell for each power and area.
#[derive(Debug, Clone)]
pub struct Judged {
    cells: Vec<Cell>,
    areas: usize,
}

impl Judged {
    /// The cell of a power (place in [`Compiled::powers`]) in an area.
    pub fn cell(&self, power: usize, area: usize) -> Cell {
        self.cells[power * self.areas + area]
    }
}

/// What stops a use beside the law, at one word: with a known remedy, and without.
#[derive(Debug, Clone, Copy, Default)]
struct Stops {
    soft: u64,
    hard: u64,
}

/// Judges powers by their place, over the columns.
pub struct Judge<'w> {
    world: &'w World,
    compiled: &'w Compiled,
    columns: &'w Columns,
    lifted: BTreeSet<Slug>,
}

impl<'w> Judge<'w> {
    /// Ready to judge.
    pub fn new(world: &'w World, compiled: &'w Compiled, columns: &'w Columns) -> Self {
        Judge { world, compiled, columns, lifted: BTreeSet::new() }
    }

    /// Judges as if these barriers stopped nobody: a what-if.
    pub fn lifting(self, barriers: BTreeSet<Slug>) -> Self {
        Judge { lifted: barriers, ..self }
    }

    /// Judges every power in every area.
    pub fn all(&self) -> Judged {
        let areas = self.columns.areas.len();
        let mut cells = Vec::with_capacity(areas * self.compiled.powers.len());
        for power in 0..self.compiled.powers.len() {
            let stops = Stoppers::new(self, power);
            for area in 0..areas {
                cells.push(self.with_stops(power, area, &stops));
            }
        }
        Judged { cells, areas }
    }

    /// Judges one power in one area.
    pub fn cell(&self, power: usize, area: usize) -> Cell {
        self.with_stops(power, area, &Stoppers::new(self, power))
    }

    /// The reach of one row.
    pub fn row(&self, power: usize, area: usize, row: Row) -> Reach {
        if !self.is_available(power, area) {
            return Reach::NotAvailable;
        }
        let stops = Stoppers::new(self, power).at(self, area, row.word);
        let mut stack = Vec::new();
        let sorted = Sorted::new(self.law(power, row.word, &mut stack), stops);
        sorted.of(row)
    }

    /// The reach of every presence of an area, in order.
    pub fn rows(&self, power: usize, area: usize) -> Vec<Reach> {
        let presences = self.world.presences_in(area).len();
        if !self.is_available(power, area) {
            return vec![Reach::NotAvailable; presences];
        }
        let stops = Stoppers::new(self, power);
        let mut stack = Vec::new();
        let words: Vec<Sorted> = self.columns.areas[area]
            .clone()
            .map(|w| Sorted::new(self.law(power, w, &mut stack), stops.at(self, area, w)))
            .collect();
        let first = self.columns.areas[area].start;
        (0..presences)
            .map(|n| {
                let row = self.columns.presence(area, n);
                words[row.word - first].of(row)
            })
            .collect()
    }

    /// The law alone at a row: surely and possibly satisfied.
    pub fn law(&self, power: usize, word: usize, stack: &mut Vec<Bits>) -> Bits {
        self.compiled.programs[power].run(stack, |fact| self.columns.leaf(self.compiled, fact, word))
    }

    /// The findings that stop this power at a row, with whether a remedy is known.
    pub fn stopping(&self, power: usize, area: usize, row: Row) -> Vec<(&'w Finding, bool)> {
        let stoppers = Stoppers::new(self, power);
        let hits = stoppers.findings.iter().filter(|s| row.is_in(s.mask(self, area, row.word)));
        hits.map(|s| (s.finding, s.liftable)).collect()
    }

    fn is_available(&self, power: usize, area: usize) -> bool {
        let catalogue = &self.world.catalogue;
        let place = &catalogue.areas[area];
        let told = self.world.area_told.get(&area);
        self.power(power).is_some_and(|p| available(catalogue, p, place, told, self.columns.as_at).is_ok())
    }

    fn power(&self, power: usize) -> Option<&'w Power> {
        self.world.catalogue.powers.get(&self.compiled.powers[power])
    }

    fn with_stops(&self, power: usize, area: usize, stops: &Stoppers<'w>) -> Cell {
        let mut groups = Counts::default();
        if !self.is_available(power, area) {
            return Cell { reach: Reach::NotAvailable, people: Reach::NotAvailable, groups };
        }
        let mut people = Reach::OutOfReach;
        let people_row = self.columns.people(area);
        let mut all_stopped = false;
        let mut stack = Vec::new();
        for word in self.columns.areas[area].clone() {
            let stop = stops.at(self, area, word);
            let sorted = Sorted::new(self.law(power, word, &mut stack), stop);
            if word == people_row.word {
                people = sorted.of(people_row);
                all_stopped = people_row.is_in(stop.soft | stop.hard);
            }
            let mask = self.columns.groups[word];
            groups.open += (sorted.open & mask).count_ones();
            groups.unsettled += (sorted.unsettled & mask).count_ones();
            groups.blocked += (sorted.blocked & mask).count_ones();
            groups.in_practice += (sorted.in_practice & mask).count_ones();
            groups.out_of_reach += (sorted.out & mask).count_ones();
        }
        let mut reach = reach_of_area(people, &groups, !self.world.any_register_in(area));
        if matches!(reach, Reach::Blocked | Reach::OutOfReach)
            && !all_stopped
            && self.power(power).is_some_and(|p| body_not_on_record(self.world, p, area).is_some())
        {
            reach = Reach::Unsettled;
        }
        Cell { reach, people, groups }
    }
}

/// The first of open, unsettled, blocked, out of reach that any presence has. People count when the power is
/// open to them, or may be; where no register of groups was read nobody can say more than "unsettled".
fn reach_of_area(people: Reach, groups: &Counts, no_register: bool) -> Reach {
    if people == Reach::Open || groups.open > 0 {
        Reach::Open
    } else if no_register || people == Reach::Unsettled || groups.unsettled > 0 {
        Reach::Unsettled
    } else if groups.blocked > 0 {
        Reach::Blocked
    } else {
        Reach::OutOfReach
    }
}

/// 64 rows sorted by reach.
struct Sorted {
    open: u64,
    unsettled: u64,
    blocked: u64,
    in_practice: u64,
    out: u64,
}

impl Sorted {
    fn new(law: Bits, stops: Stops) -> Self {
        let stopped = stops.soft | stops.hard;
        let (t, p, rp) = (law.t & !stopped, law.p & !stopped, law.rp & !stops.hard);
        Sorted { open: t, unsettled: p & !t, blocked: !p & rp, in_practice: !p & rp & law.p, out: !p & !rp }
    }

    fn of(&self, row: Row) -> Reach {
        if row.is_in(self.open) {
            Reach::Open
        } else if row.is_in(self.unsettled) {
            Reach::Unsettled
        } else if row.is_in(self.blocked) {
            Reach::Blocked
        } else {
            Reach::OutOfReach
        }
    }
}

/// What may stop one power beside the law.
struct Stoppers<'w> {
    findings: Vec<Stopper<'w>>,
    needs: Vec<(crate::power::CapacityKind, crate::power::Level, bool)>,
}

struct Stopper<'w> {
    finding: &'w Finding,
    liftable: bool,
}

impl<'w> Stoppers<'w> {
    fn new(judge: &Judge<'w>, power: usize) -> Self {
        let Some(power) = judge.power(power) else { return Stoppers { findings: vec![], needs: vec![] } };
        let world = judge.world;
        let findings = world
            .findings
            .iter()
            .filter(|f| f.effect == FindingEffect::Stops && f.date <= judge.columns.as_at)
            .filter(|f| !judge.lifted.contains(&f.barrier))
            .filter(|f| f.power.as_ref().is_none_or(|p| p == &power.id))
            .filter(|f| f.duty_holder.as_ref().is_none_or(|d| d == &power.duty_holder))
            .filter(|f| !withdrawn(world, f, judge.columns.as_at))
            .map(|finding| Stopper {
                finding,
                liftable: world
                    .catalogue
                    .barriers
                    .get(&finding.barrier)
                    .is_some_and(|b| !b.remedies.is_empty()),
            })
            .collect();
        let needs = power
            .needs
            .iter()
            .map(|n| (n.capacity, n.level, judge.compiled.supplied.contains(&n.capacity)))
            .collect();
        Stoppers { findings, needs }
    }

    fn at(&self, judge: &Judge<'_>, area: usize, word: usize) -> Stops {
        let mut stops = Stops::default();
        let mut add = |mask: u64, liftable: bool| {
            if liftable {
                stops.soft |= mask;
            } else {
                stops.hard |= mask;
            }
        };
        for (kind, level, liftable) in &self.needs {
            add(judge.columns.short(*kind, *level, word), *liftable);
        }
        for stopper in &self.findings {
            add(stopper.mask(judge, area, word), stopper.liftable);
        }
        stops
    }
}

impl Stopper<'_> {
    fn mask(&self, judge: &Judge<'_>, area: usize, word: usize) -> u64 {
        let finding = self.finding;
        if finding.area.is_some_and(|a| a != area) {
            return 0;
        }
        if finding.group.is_none() && finding.form.is_none() {
            return !0;
        }
        let mut mask = 0;
        // The first of an area's rows is its people.
        let first = (word - judge.columns.areas[area].start) * 64;
        let presences = judge.world.presences_in(area).iter().enumerate();
        for (n, presence) in presences.skip(first.saturating_sub(1)).take(64) {
            let row = judge.columns.presence(area, n);
            if row.word != word {
                continue;
            }
            let group = &judge.world.groups[presence.group as usize];
            let named = finding.group.is_none_or(|id| id == group.id);
            let formed = finding.form.as_ref().is_none_or(|form| {
                let fact = Fact::Form(vec![form.clone()]);
                let who = Who::Group(group, presence.basis);
                value(judge.world, &fact, area, who, judge.columns.as_at).is_true()
            });
            if named && formed {
                mask |= 1 << row.bit;
            }
        }
        mask
    }
}

/// A later finding that the same barrier is absent, for the same scope, ends a finding that it stops.
fn withdrawn(world: &World, finding: &Finding, as_at: Date) -> bool {
    world.findings.iter().any(|f| {
        f.effect == FindingEffect::Absent
            && f.date >= finding.date
            && f.date <= as_at
            && f.barrier == finding.barrier
            && f.power == finding.power
            && f.area == finding.area
            && f.group == finding.group
            && f.form == finding.form
            && f.duty_holder == finding.duty_holder
    })
}

impl<'w> Judge<'w> {
    /// The practical needs that a row is known to fall short of, with whether anything supplies them.
    pub fn shortfalls(
        &self,
        power: usize,
        row: Row,
    ) -> Vec<(crate::power::CapacityKind, crate::power::Level, bool)> {
        let needs = self.power(power).map(|p| p.needs.as_slice()).unwrap_or_default();
        needs
            .iter()
            .filter(|n| row.is_in(self.columns.short(n.capacity, n.level, row.word)))
            .map(|n| (n.capacity, n.level, self.compiled.supplied.contains(&n.capacity)))
            .collect()
    }

    /// The world judged.
    pub fn world(&self) -> &'w World {
        self.world
    }

    /// The compiled catalogue.
    pub fn compiled(&self) -> &'w Compiled {
        self.compiled
    }

    /// The columns judged over.
    pub fn columns(&self) -> &'w Columns {
        self.columns
    }
}
