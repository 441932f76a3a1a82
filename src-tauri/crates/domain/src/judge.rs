//! Reach of every power in every area, as counts of presences, from one run over the columns.

use crate::available::{available, body_not_on_record};
use crate::columns::{Columns, Row};
use crate::compile::{Bits, Compiled};
use crate::power::{CapacityKind, Level, Power};
use crate::reach::Reach;
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
    cells: Vec<Cell>,
    areas: usize,
}

impl Judged {
    /// The cell of a power (place in [`Compiled::powers`]) in an area.
    pub fn cell(&self, power: usize, area: usize) -> Cell {
        self.cells[power * self.areas + area]
    }
}

/// Judges powers by their place, over the columns.
pub struct Judge<'w> {
    world: &'w World,
    compiled: &'w Compiled,
    columns: &'w Columns,
}

impl<'w> Judge<'w> {
    /// Ready to judge.
    pub fn new(world: &'w World, compiled: &'w Compiled, columns: &'w Columns) -> Self {
        Judge { world, compiled, columns }
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
        self.cell_and_open(power, area, stops, |_| {})
    }

    /// The cell; tells word by word which groups the power is open to. Nothing is told where it is not available.
    pub(crate) fn cell_and_open(
        &self,
        power: usize,
        area: usize,
        stops: &Stoppers<'w>,
        mut tell: impl FnMut(u64),
    ) -> Cell {
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
            let sorted = Sorted::new(self.law(power, word, stops, &mut stack), stop);
            if word == people_row.word {
                people = sorted.of(people_row);
                all_stopped = people_row.is_in(stop.soft | stop.hard);
            }
            let mask = self.columns.groups[word];
            tell(sorted.open & mask);
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
pub(crate) struct Sorted {
    pub(crate) open: u64,
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
