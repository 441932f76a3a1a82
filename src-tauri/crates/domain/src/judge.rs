//! Reach of a power in an area, as counts of presences, from one run over the columns.

use std::collections::BTreeSet;

use crate::available::{available, bodies_named, body_may_be_here};
use crate::columns::{Columns, Row};
use crate::compile::{Bits, Compiled};
use crate::lanes::{LANES, Lanes, Word};
use crate::power::{CapacityKind, Level, Power};
use crate::reach::Reach;
use crate::requirement::Slug;
use crate::stops::{Stoppers, Stops};
use crate::truth::Truth;
use crate::world::{Finding, Lift, World};

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
    pub(crate) cells: Vec<Cell>,
    pub(crate) areas: usize,
}

impl Judged {
    /// The cell of a power (place in [`Compiled::powers`]) in an area.
    pub fn cell(&self, power: usize, area: usize) -> Cell {
        self.cells[power * self.areas + area]
    }

    /// The same with these areas judged afresh.
    pub fn refreshed(&self, judge: &Judge<'_>, areas: &BTreeSet<usize>) -> Judged {
        let mut next = self.clone();
        for power in 0..judge.compiled.powers.len() {
            let stops = Stoppers::new(judge, power);
            for area in areas {
                next.cells[power * self.areas + area] = judge.with_stops(power, *area, &stops);
            }
        }
        next
    }
}

/// Judges powers by their place, over the columns.
pub struct Judge<'w> {
    world: &'w World,
    compiled: &'w Compiled,
    columns: &'w Columns,
    lifting: BTreeSet<Slug>,
}

impl<'w> Judge<'w> {
    /// Ready to judge.
    pub fn new(world: &'w World, compiled: &'w Compiled, columns: &'w Columns) -> Self {
        Judge { world, compiled, columns, lifting: BTreeSet::new() }
    }

    /// Judges as if these barriers stopped nobody: a what-if.
    pub fn lifting(self, barriers: BTreeSet<Slug>) -> Self {
        Judge { lifting: barriers, ..self }
    }

    pub(crate) fn lifts_barrier(&self, barrier: &str) -> bool {
        self.lifting.contains(barrier)
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
        let stops = Stoppers::new(self, power);
        let law = self.law(power, row.word, &stops, &mut Vec::new());
        Sorted::new(law, stops.at(self, area, row.word)).of(row)
    }

    /// The reach of every presence of an area, in order.
    pub fn rows(&self, power: usize, area: usize) -> Vec<Reach> {
        let presences = self.world.presences_in(area).len();
        if !self.is_available(power, area) {
            return vec![Reach::NotAvailable; presences];
        }
        let stops = Stoppers::new(self, power);
        let words: Vec<Sorted> = self.sorted(power, area, &stops).collect();
        let first = self.columns.areas[area].start;
        (0..presences)
            .map(|n| {
                let row = self.columns.presence(area, n);
                words[row.word - first].of(row)
            })
            .collect()
    }

    /// The law alone at a word.
    fn law(&self, power: usize, word: usize, stops: &Stoppers<'w>, stack: &mut Vec<Bits>) -> Bits {
        self.compiled.programs[power].run(stack, |fact| {
            self.columns.leaf(self.compiled, fact, word).or_met(stops.met(self, fact, word))
        })
    }

    /// An area's rows sorted by reach, word by word.
    pub(crate) fn sorted(
        &self,
        power: usize,
        area: usize,
        stops: &Stoppers<'w>,
    ) -> impl Iterator<Item = Sorted> {
        let mut stack = Vec::new();
        self.columns.areas[area].clone().map(move |word| {
            Sorted::new(self.law(power, word, stops, &mut stack), stops.at(self, area, word))
        })
    }

    /// What a fact of a power's law is worth at a row; a test that a lifted barrier explains counts as met.
    pub fn value(&self, power: usize, fact: usize, row: Row) -> Truth {
        if self.lifted(power, fact, row).is_some() {
            return Truth::True;
        }
        self.columns.value(fact, row)
    }

    /// The lift by which a test counts as met at a row.
    pub fn lifted(&self, power: usize, fact: usize, row: Row) -> Option<&'w Lift> {
        if self.world.lifts.is_empty() {
            return None;
        }
        let stops = Stoppers::new(self, power);
        let lifts = stops.lifts_of(fact).iter();
        lifts.filter(|l| row.is_in(self.columns.lifted(**l, row.word))).map(|l| &self.world.lifts[*l]).next()
    }

    /// The findings that stop this power at a row, with whether a remedy is known.
    pub fn stopping(&self, power: usize, area: usize, row: Row) -> Vec<(&'w Finding, bool)> {
        let stoppers = Stoppers::new(self, power);
        stoppers.at_row(self, area, row)
    }

    pub(crate) fn is_available(&self, power: usize, area: usize) -> bool {
        let catalogue = &self.world.catalogue;
        let place = &catalogue.areas[area];
        let told = self.world.area_told.get(&area);
        self.power(power).is_some_and(|p| available(catalogue, p, place, told, self.columns.as_at).is_ok())
    }

    pub(crate) fn power(&self, power: usize) -> Option<&'w Power> {
        self.world.catalogue.powers.get(&self.compiled.powers[power])
    }

    fn with_stops(&self, power: usize, area: usize, stops: &Stoppers<'w>) -> Cell {
        let Some(found) = self.power(power).filter(|_| self.is_available(power, area)) else {
            return Cell::NOT_AVAILABLE;
        };
        let bodies = bodies_named(&self.world.catalogue, found);
        self.tally(power, area, stops, &mut Vec::new())
            .cell(self.here(area), || bodies.iter().any(|body| body_may_be_here(self.world, body, area)))
    }

    /// The cell; tells word by word which groups the power is open to. Nothing is told where it is not available.
    pub(crate) fn cell_and_open(
        &self,
        power: usize,
        area: usize,
        stops: &Stoppers<'w>,
        mut tell: impl FnMut(u64),
    ) -> Cell {
        let cell = self.with_stops(power, area, stops);
        if cell.reach != Reach::NotAvailable {
            let groups = &self.columns.groups[self.columns.areas[area].clone()];
            self.sorted(power, area, stops).zip(groups).for_each(|(sorted, mask)| tell(sorted.open & mask));
        }
        cell
    }

    /// What is on record in an area.
    pub(crate) fn here(&self, area: usize) -> Here {
        let groups = self.world.presences_in(area).len() as u32;
        Here { groups, any_register: self.world.any_register_in(area) }
    }

    /// Reach of people and groups, wherever the power may be available.
    pub(crate) fn tally(
        &self,
        power: usize,
        area: usize,
        stops: &Stoppers<'w>,
        stack: &mut Vec<Bits<Lanes>>,
    ) -> Tally {
        let mut groups = Counts::default();
        let (mut people, mut all_stopped) = (Reach::OutOfReach, false);
        let (people_row, range) = (self.columns.people(area), self.columns.areas[area].clone());
        let program = &self.compiled.programs[power];
        for first in range.clone().step_by(LANES) {
            let words = first..range.end.min(first + LANES);
            let stop = stops.over(self, area, &words);
            let law = program.run(stack, |fact| {
                let met = stops.met_over(self, fact, &words);
                self.columns.leaves(self.compiled, fact, first).or_met(met)
            });
            let sorted = Sorted::new(law, stop);
            if first == people_row.word {
                people = sorted.first().of(people_row);
                all_stopped = people_row.is_in((stop.soft | stop.hard).first());
            }
            let mask = Lanes::of(&self.columns.groups, first) & Lanes::all_of(words.len());
            groups.open += (sorted.open & mask).count();
            groups.unsettled += (sorted.unsettled & mask).count();
            groups.blocked += (sorted.blocked & mask).count();
            groups.in_practice += (sorted.in_practice & mask).count();
        }
        Tally { people, all_stopped, groups }
    }
}

/// What is on record in an area.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Here {
    groups: u32,
    any_register: bool,
}

impl Cell {
    /// Not in force, not for this place, or no such duty holder here.
    pub(crate) const NOT_AVAILABLE: Cell = Cell {
        reach: Reach::NotAvailable,
        people: Reach::NotAvailable,
        groups: Counts { open: 0, unsettled: 0, blocked: 0, in_practice: 0, out_of_reach: 0 },
    };
}

/// What a run over an area's rows came to; the groups left over are out of reach.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tally {
    people: Reach,
    /// Something stops everybody.
    all_stopped: bool,
    groups: Counts,
}

impl Tally {
    /// The answer for the area. A body that is not on record may be the one that is within reach.
    pub(crate) fn cell(self, here: Here, body_unseen: impl FnOnce() -> bool) -> Cell {
        let Tally { people, all_stopped, mut groups } = self;
        groups.out_of_reach = here.groups - groups.open - groups.unsettled - groups.blocked;
        let mut reach = reach_of_area(people, &groups, !here.any_register);
        if matches!(reach, Reach::Blocked | Reach::OutOfReach) && !all_stopped && body_unseen() {
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

/// Rows sorted by reach; the rest is out of reach.
pub(crate) struct Sorted<W = u64> {
    pub(crate) open: W,
    unsettled: W,
    blocked: W,
    in_practice: W,
}

impl<W: Word> Sorted<W> {
    fn new(law: Bits<W>, stops: Stops<W>) -> Self {
        let clear = !(stops.soft | stops.hard);
        let (t, p, rp) = (law.t & clear, law.p & clear, law.rp & !stops.hard);
        let blocked = !p & rp;
        Sorted { open: t, unsettled: p & !t, blocked, in_practice: blocked & law.p }
    }
}

impl Sorted<Lanes> {
    fn first(&self) -> Sorted {
        let Sorted { open, unsettled, blocked, in_practice } = self;
        Sorted {
            open: open.first(),
            unsettled: unsettled.first(),
            blocked: blocked.first(),
            in_practice: in_practice.first(),
        }
    }
}

impl Sorted {
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

impl<'w> Judge<'w> {
    /// The practical needs that a row is known to fall short of, with whether anything supplies them.
    pub fn shortfalls(&self, power: usize, row: Row) -> Vec<(CapacityKind, Level, bool)> {
        Stoppers::new(self, power).short_at(self, row)
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
