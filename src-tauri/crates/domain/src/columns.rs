//! Presences as columns: one pair of bitmaps (true, possible) for each distinct fact.
//!
//! Each area's rows start at a fresh word. Its first row is its people, acting without a group.

mod reformed;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::compile::{Bits, Compiled};
use crate::facts::{Who, value};
use crate::forms::KnownForms;
use crate::lanes::{Lanes, Word};
use crate::power::{CapacityKind, Level};
use crate::record::PresenceBasis;
use crate::requirement::Fact;
use crate::truth::Truth;
use crate::world::World;

/// The columns of a world as at a date.
#[derive(Debug, Clone)]
pub struct Columns {
    /// The date the facts are as at.
    pub as_at: Date,
    /// For each area, its words.
    pub areas: Vec<Range<usize>>,
    /// One bit for each row that is a group.
    pub groups: Arc<[u64]>,
    /// For each fact of [`Compiled::facts`]: surely true.
    t: Vec<Arc<[u64]>>,
    /// For each fact: true or unknown.
    p: Vec<Arc<[u64]>>,
    /// For each need of the catalogue: rows known to fall short of it.
    short: BTreeMap<(CapacityKind, Level), Arc<[u64]>>,
    /// For each of [`World::lifts`]: rows in its scope.
    lifted: Vec<Vec<u64>>,
    /// Shapes of the groups of all presences, once they were needed.
    rows: Arc<OnceLock<Rows>>,
}

/// A row: which word and which bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Word.
    pub word: usize,
    /// Bit in it.
    pub bit: u32,
}

impl Row {
    fn new(words: &Range<usize>, nth: usize) -> Row {
        Row { word: words.start + nth / 64, bit: (nth % 64) as u32 }
    }

    /// Whether this row's bit is set in a word.
    pub fn is_in(self, word: u64) -> bool {
        word >> self.bit & 1 == 1
    }
}

impl Columns {
    /// Evaluates every fact for every presence.
    pub fn new(world: &World, compiled: &Compiled, as_at: Date) -> Self {
        Self::of(world, compiled, as_at, None)
    }

    /// Evaluates every fact for the presences of one area; the other areas have no rows at all.
    pub fn of_area(world: &World, compiled: &Compiled, as_at: Date, area: usize) -> Self {
        Self::of(world, compiled, as_at, Some(area))
    }

    fn of(world: &World, compiled: &Compiled, as_at: Date, only: Option<usize>) -> Self {
        let mut areas = Vec::with_capacity(world.catalogue.areas.len());
        let mut words = 0;
        for area in 0..world.catalogue.areas.len() {
            if only.is_some_and(|only| only != area) {
                areas.push(words..words);
                continue;
            }
            let rows = 1 + world.presences_in(area).len();
            areas.push(words..words + rows.div_ceil(64));
            words += rows.div_ceil(64);
        }
        let mut groups = vec![0; words];
        for (area, words) in areas.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            for i in 0..world.presences_in(area).len() {
                let row = Row::new(words, i + 1);
                groups[row.word] |= 1 << row.bit;
            }
        }
        let bare = Columns {
            as_at,
            areas,
            groups: groups.into(),
            t: vec![],
            p: vec![],
            short: BTreeMap::new(),
            lifted: vec![],
            rows: Arc::default(),
        };
        bare.reformed(world, compiled, as_at, &BTreeSet::new())
    }

    /// Areas that have rows.
    fn with_rows(&self) -> Vec<usize> {
        (0..self.areas.len()).filter(|area| !self.areas[*area].is_empty()).collect()
    }

    fn rows_of(&self, world: &World) -> &Rows {
        self.rows.get_or_init(|| Rows::new(world, self.with_rows()))
    }

    /// The same with the facts of these areas looked at afresh; nobody came to an area or left it.
    pub fn refreshed(&self, world: &World, compiled: &Compiled, touched: &BTreeSet<usize>) -> Self {
        let all = 0..compiled.facts.len();
        let mut next = self.with_facts(world, compiled, touched, all);
        let here: Vec<usize> = touched.iter().copied().filter(|a| !next.areas[*a].is_empty()).collect();
        next.shortfalls(world, &here, &needs_of(world).collect());
        next
    }

    /// The same with the facts of one group (by row id) looked at afresh in the areas where it is on record.
    pub fn with_group(
        &self,
        world: &World,
        compiled: &Compiled,
        group: i64,
        areas: &BTreeSet<usize>,
    ) -> Self {
        let mut next = Columns { rows: Arc::default(), ..self.clone() };
        for area in areas.iter().copied().filter(|area| !self.areas[*area].is_empty()) {
            for (n, presence) in world.presences_in(area).iter().enumerate() {
                let known = &world.groups[presence.group as usize];
                if known.id != group {
                    continue;
                }
                let row = self.presence(area, n);
                for (place, fact) in compiled.facts.iter().enumerate() {
                    let truth = value(world, fact, area, Who::Group(known, presence.basis), self.as_at);
                    put(&mut next.t[place], row, truth == Truth::True);
                    put(&mut next.p[place], row, truth != Truth::False);
                }
                for ((kind, level), mask) in &mut next.short {
                    put(mask, row, known.capacity(*kind).is_some_and(|has| has < *level));
                }
            }
        }
        next
    }

    /// The same with some facts of these areas looked at afresh.
    pub(crate) fn with_facts(
        &self,
        world: &World,
        compiled: &Compiled,
        touched: &BTreeSet<usize>,
        facts: impl Iterator<Item = usize>,
    ) -> Self {
        let mut next = Columns { rows: Arc::default(), ..self.clone() };
        let here: Vec<usize> = touched.iter().copied().filter(|area| !self.areas[*area].is_empty()).collect();
        let rows = Rows::new(world, here.clone());
        for place in facts {
            let (t, p) = next.fact(world, &compiled.facts[place], &rows);
            for words in here.iter().map(|area| &self.areas[*area]) {
                for (column, found) in [(&mut next.t[place], &t), (&mut next.p[place], &p)] {
                    if column[words.clone()] != found[words.clone()] {
                        Arc::make_mut(column)[words.clone()].copy_from_slice(&found[words.clone()]);
                    }
                }
            }
        }
        next
    }

    /// Number of words.
    pub fn words(&self) -> usize {
        self.groups.len()
    }

    /// A leaf's bits at a word.
    pub fn leaf(&self, compiled: &Compiled, fact: usize, word: usize) -> Bits {
        Bits::leaf(self.t[fact][word], self.p[fact][word], compiled.liftable[fact])
    }

    /// A leaf's bits at several words, from the first on.
    #[inline]
    pub(crate) fn leaves(&self, compiled: &Compiled, fact: usize, first: usize) -> Bits<Lanes> {
        let (t, p) = (Lanes::of(&self.t[fact], first), Lanes::of(&self.p[fact], first));
        Bits::leaf(t, p, compiled.liftable[fact])
    }

    /// A fact's value at a row.
    pub fn value(&self, fact: usize, row: Row) -> Truth {
        match (row.is_in(self.t[fact][row.word]), row.is_in(self.p[fact][row.word])) {
            (true, _) => Truth::True,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::False,
        }
    }

    /// Rows known to fall short of a need, at a word.
    pub fn short(&self, kind: CapacityKind, level: Level, word: usize) -> u64 {
        self.short.get(&(kind, level)).map_or(0, |mask| mask[word])
    }

    /// The same at several words, from the first on.
    pub(crate) fn all_short(&self, kind: CapacityKind, level: Level, first: usize) -> Lanes {
        self.short.get(&(kind, level)).map_or(Lanes::NONE, |mask| Lanes::of(mask, first))
    }

    /// Whether a row falls short of each need of the catalogue, in order.
    pub fn shortfalls_at(&self, row: Row) -> impl Iterator<Item = bool> {
        self.short.values().map(move |mask| row.is_in(mask[row.word]))
    }

    /// The people's row of an area.
    pub fn people(&self, area: usize) -> Row {
        Row::new(&self.areas[area], 0)
    }

    /// The row of the nth presence of an area.
    pub fn presence(&self, area: usize, nth: usize) -> Row {
        Row::new(&self.areas[area], nth + 1)
    }

    /// Which presence of an area a row is; none: its people.
    pub fn nth(&self, area: usize, row: Row) -> Option<usize> {
        ((row.word - self.areas[area].start) * 64 + row.bit as usize).checked_sub(1)
    }

    /// A fact's bits in the areas of `rows`; no other area's are set.
    /// Counts a fact as true for everybody: a what-if.
    pub fn suppose(&mut self, fact: usize) {
        let all: Arc<[u64]> = vec![!0; self.words()].into();
        (self.t[fact], self.p[fact]) = (all.clone(), all);
    }

    /// Counts a kind of capacity as never short: a what-if.
    pub fn suppose_supplied(&mut self, kind: CapacityKind) {
        for (_, mask) in self.short.iter_mut().filter(|((k, _), _)| *k == kind) {
            *mask = vec![0; mask.len()].into();
        }
    }

    fn fact(&self, world: &World, fact: &Fact, rows: &Rows) -> (Vec<u64>, Vec<u64>) {
        let (mut t, mut p) = (vec![0; self.words()], vec![0; self.words()]);
        let mut set = |row: Row, truth: Truth| {
            t[row.word] |= u64::from(truth == Truth::True) << row.bit;
            p[row.word] |= u64::from(truth != Truth::False) << row.bit;
        };
        let by_form = fact.by_form_alone();
        let by_basis = matches!(fact, Fact::LocalConnection(_));
        let mut shared: Vec<Option<Truth>> = vec![None; rows.shapes];
        let mut last = None;
        let mut shapes = rows.of.iter();
        for area in &rows.areas {
            let words = &self.areas[*area];
            set(Row::new(words, 0), value(world, fact, *area, Who::People, self.as_at));
            if last.is_none_or(|last| last + 1 != *area) || turns_on_area(fact, world, *area) {
                shared.fill(None);
            }
            last = Some(*area);
            for (i, (presence, shape)) in world.presences_in(*area).iter().zip(&mut shapes).enumerate() {
                let found = || {
                    let who = Who::Group(&world.groups[presence.group as usize], presence.basis);
                    value(world, fact, *area, who, self.as_at)
                };
                let truth = if *shape == TOLD {
                    found()
                } else if by_form {
                    *shared[*shape as usize].get_or_insert_with(found)
                } else if by_basis && presence.basis == PresenceBasis::WorksIn {
                    Truth::True
                } else {
                    found()
                };
                set(Row::new(words, i + 1), truth);
            }
        }
        (t, p)
    }

    /// Who falls short of these needs in these areas.
    fn shortfalls(&mut self, world: &World, here: &[usize], needs: &BTreeSet<(CapacityKind, Level)>) {
        let kinds = [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring];
        for key in needs {
            self.short.entry(*key).or_insert_with(|| vec![0; self.groups.len()].into());
        }
        let mut masks: Vec<(&(CapacityKind, Level), &mut [u64])> = self
            .short
            .iter_mut()
            .filter(|(key, _)| needs.contains(key))
            .map(|(key, mask)| (key, Arc::make_mut(mask)))
            .collect();
        for area in here {
            let words = &self.areas[*area];
            for (i, presence) in world.presences_in(*area).iter().enumerate() {
                let (row, group) = (Row::new(words, i + 1), &world.groups[presence.group as usize]);
                let known = kinds.map(|kind| group.capacity(kind));
                for ((kind, level), mask) in &mut masks {
                    let has = kinds.iter().position(|k| k == kind).and_then(|k| known[k]);
                    put_bit(mask, row, has.is_some_and(|has| has < *level));
                }
            }
        }
    }
}

/// Each need of the catalogue.
fn needs_of(world: &World) -> impl Iterator<Item = (CapacityKind, Level)> {
    world.catalogue.powers.values().flat_map(|p| &p.needs).map(|n| (n.capacity, n.level))
}

/// Sets or clears a row's bit; a column that says so already stays shared.
fn put(column: &mut Arc<[u64]>, row: Row, set: bool) {
    if row.is_in(column[row.word]) != set {
        put_bit(Arc::make_mut(column), row, set);
    }
}

fn put_bit(column: &mut [u64], row: Row, set: bool) {
    column[row.word] = column[row.word] & !(1 << row.bit) | u64::from(set) << row.bit;
}

/// The shape of a group of which something was told by hand.
const TOLD: u32 = u32::MAX;

/// For each presence of some areas, in order, the shape of its group: groups with the same forms share the value
/// of facts that turn on form alone.
#[derive(Debug)]
struct Rows {
    areas: Vec<usize>,
    of: Vec<u32>,
    shapes: usize,
}

impl Rows {
    fn new(world: &World, areas: Vec<usize>) -> Self {
        let mut by_forms: BTreeMap<&KnownForms, u32> = BTreeMap::new();
        let mut by_place: BTreeMap<*const KnownForms, u32> = BTreeMap::new();
        let mut of = Vec::new();
        for presence in areas.iter().flat_map(|area| world.presences_in(*area)) {
            let group = &world.groups[presence.group as usize];
            if group.told.is_some() {
                of.push(TOLD);
                continue;
            }
            of.push(*by_place.entry(Arc::as_ptr(&group.forms)).or_insert_with(|| {
                let next = by_forms.len() as u32;
                *by_forms.entry(&group.forms).or_insert(next)
            }));
        }
        Rows { areas, of, shapes: by_forms.len() }
    }
}

/// Whether what groups of one shape share in the area before need not hold in this one.
fn turns_on_area(fact: &Fact, world: &World, area: usize) -> bool {
    let told = |area: usize| world.area_told.contains_key(&area);
    match fact {
        Fact::AreaType(_) | Fact::Outcome(_) => true,
        Fact::Trait(_) | Fact::Standing(_) => told(area) || area > 0 && told(area - 1),
        _ => false,
    }
}
