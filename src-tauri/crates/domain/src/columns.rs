//! Presences as columns: one pair of bitmaps (true, possible) for each distinct fact.
//!
//! Each area's rows start at a fresh word. Its first row is its people, acting without a group.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::compile::{Bits, Compiled};
use crate::facts::{Who, value};
use crate::forms::KnownForms;
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
    pub groups: Vec<u64>,
    /// For each fact of [`Compiled::facts`]: surely true.
    t: Vec<Vec<u64>>,
    /// For each fact: true or unknown.
    p: Vec<Vec<u64>>,
    /// For each need of the catalogue: rows known to fall short of it.
    short: BTreeMap<(CapacityKind, Level), Vec<u64>>,
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
        let rows = Rows::new(world);
        let mut columns = Columns {
            as_at,
            areas,
            groups,
            t: Vec::with_capacity(compiled.facts.len()),
            p: Vec::with_capacity(compiled.facts.len()),
            short: BTreeMap::new(),
        };
        for fact in &compiled.facts {
            let (t, p) = columns.fact(world, fact, &rows);
            columns.t.push(t);
            columns.p.push(p);
        }
        columns.shortfalls(world);
        columns
    }

    /// Number of words.
    pub fn words(&self) -> usize {
        self.groups.len()
    }

    /// A leaf's bits at a word.
    pub fn leaf(&self, compiled: &Compiled, fact: usize, word: usize) -> Bits {
        Bits::leaf(self.t[fact][word], self.p[fact][word], compiled.liftable[fact])
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

    /// Counts a fact as true for everybody: a what-if.
    pub fn suppose(&mut self, fact: usize) {
        self.t[fact].fill(!0);
        self.p[fact].fill(!0);
    }

    /// Counts a kind of capacity as never short: a what-if.
    pub fn suppose_supplied(&mut self, kind: CapacityKind) {
        for (_, mask) in self.short.iter_mut().filter(|((k, _), _)| *k == kind) {
            mask.fill(0);
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
        let mut first = 0;
        for (area, words) in self.areas.iter().enumerate() {
            if words.is_empty() {
                first += world.presences_in(area).len();
                shared.fill(None);
                continue;
            }
            set(Row::new(words, 0), value(world, fact, area, Who::People, self.as_at));
            if turns_on_area(fact, world, area) {
                shared.fill(None);
            }
            let presences = world.presences_in(area);
            for (i, presence) in presences.iter().enumerate() {
                let shape = rows.shape[first + i];
                let found = || {
                    let who = Who::Group(&world.groups[presence.group as usize], presence.basis);
                    value(world, fact, area, who, self.as_at)
                };
                let truth = if shape == TOLD {
                    found()
                } else if by_form {
                    *shared[shape as usize].get_or_insert_with(found)
                } else if by_basis && presence.basis == PresenceBasis::WorksIn {
                    Truth::True
                } else {
                    found()
                };
                set(Row::new(words, i + 1), truth);
            }
            first += presences.len();
        }
        (t, p)
    }

    fn shortfalls(&mut self, world: &World) {
        let needs = world.catalogue.powers.values().flat_map(|p| &p.needs);
        let keys: BTreeSet<_> = needs.map(|n| (n.capacity, n.level)).collect();
        let mut masks = vec![vec![0; self.groups.len()]; keys.len()];
        let kinds = [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring];
        for (area, words) in self.areas.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            for (i, presence) in world.presences_in(area).iter().enumerate() {
                let (row, group) = (Row::new(words, i + 1), &world.groups[presence.group as usize]);
                let known = kinds.map(|kind| group.capacity(kind));
                for ((kind, level), mask) in keys.iter().zip(&mut masks) {
                    let has = kinds.iter().position(|k| k == kind).and_then(|k| known[k]);
                    mask[row.word] |= u64::from(has.is_some_and(|has| has < *level)) << row.bit;
                }
            }
        }
        self.short = keys.into_iter().zip(masks).collect();
    }
}

/// The shape of a group of which something was told by hand.
const TOLD: u32 = u32::MAX;

/// For each presence, in order, the shape of its group: groups with the same forms share the value of facts that
/// turn on form alone.
struct Rows {
    shape: Vec<u32>,
    shapes: usize,
}

impl Rows {
    fn new(world: &World) -> Self {
        let mut by_forms: BTreeMap<&KnownForms, u32> = BTreeMap::new();
        let mut by_place: BTreeMap<*const KnownForms, u32> = BTreeMap::new();
        let mut of = Vec::with_capacity(world.groups.len());
        for group in &world.groups {
            let shape = *by_place.entry(Arc::as_ptr(&group.forms)).or_insert_with(|| {
                let next = by_forms.len() as u32;
                *by_forms.entry(&group.forms).or_insert(next)
            });
            of.push(if group.told.is_some() { TOLD } else { shape });
        }
        let shape = world.presences.iter().map(|p| of[p.group as usize]).collect();
        Rows { shape, shapes: by_forms.len() }
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
