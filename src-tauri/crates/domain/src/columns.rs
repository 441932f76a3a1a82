//! Presences as columns: one pair of bitmaps (true, possible) for each distinct fact.
//!
//! Each area's rows start at a fresh word. Its first row is its people, acting without a group.

use std::collections::BTreeMap;
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
use crate::world::{Group, Presence, World};

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
    fn new(areas: &[Range<usize>], area: usize, nth: usize) -> Row {
        Row { word: areas[area].start + nth / 64, bit: (nth % 64) as u32 }
    }

    /// Whether this row's bit is set in a word.
    pub fn is_in(self, word: u64) -> bool {
        word >> self.bit & 1 == 1
    }
}

impl Columns {
    /// Evaluates every fact for every presence.
    pub fn new(world: &World, compiled: &Compiled, as_at: Date) -> Self {
        let mut areas = Vec::with_capacity(world.catalogue.areas.len());
        let mut words = 0;
        for area in 0..world.catalogue.areas.len() {
            let rows = 1 + world.presences_in(area).len();
            areas.push(words..words + rows.div_ceil(64));
            words += rows.div_ceil(64);
        }
        let mut groups = vec![0; words];
        let mut rows = Vec::with_capacity(world.presences.len());
        for area in 0..areas.len() {
            for (i, presence) in world.presences_in(area).iter().enumerate() {
                let row = Row::new(&areas, area, i + 1);
                groups[row.word] |= 1 << row.bit;
                rows.push((row, presence));
            }
        }
        let shapes = Shapes::new(world);
        let mut columns = Columns {
            as_at,
            areas,
            groups,
            t: Vec::with_capacity(compiled.facts.len()),
            p: Vec::with_capacity(compiled.facts.len()),
            short: BTreeMap::new(),
        };
        for fact in &compiled.facts {
            let (t, p) = columns.fact(world, fact, &rows, &shapes);
            columns.t.push(t);
            columns.p.push(p);
        }
        columns.shortfalls(world, &rows);
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

    /// The people's row of an area.
    pub fn people(&self, area: usize) -> Row {
        Row::new(&self.areas, area, 0)
    }

    /// The row of the nth presence of an area.
    pub fn presence(&self, area: usize, nth: usize) -> Row {
        Row::new(&self.areas, area, nth + 1)
    }

    fn fact(
        &self,
        world: &World,
        fact: &Fact,
        rows: &[(Row, &Presence)],
        shapes: &Shapes,
    ) -> (Vec<u64>, Vec<u64>) {
        let (mut t, mut p) = (vec![0; self.words()], vec![0; self.words()]);
        let mut set = |row: Row, truth: Truth| {
            let bit = 1 << row.bit;
            match truth {
                Truth::True => {
                    t[row.word] |= bit;
                    p[row.word] |= bit;
                }
                Truth::Unknown => p[row.word] |= bit,
                Truth::False => {}
            }
        };
        for area in 0..self.areas.len() {
            set(self.people(area), value(world, fact, area, Who::People, self.as_at));
        }
        let mut shared: Vec<Option<Truth>> = vec![None; shapes.count];
        let mut shared_area = u32::MAX;
        for (row, presence) in rows {
            let group = &world.groups[presence.group as usize];
            let found =
                || value(world, fact, presence.area as usize, Who::Group(group, presence.basis), self.as_at);
            let truth = if fact.by_form_alone() && group.told.is_none() {
                if presence.area != shared_area {
                    shared_area = presence.area;
                    if turns_on_area(fact) {
                        shared.fill(None);
                    }
                }
                *shared[shapes.of[presence.group as usize] as usize].get_or_insert_with(found)
            } else if matches!(fact, Fact::LocalConnection(_)) && group.told.is_none() {
                if presence.basis == PresenceBasis::WorksIn { Truth::True } else { found() }
            } else {
                found()
            };
            set(*row, truth);
        }
        (t, p)
    }

    fn shortfalls(&mut self, world: &World, rows: &[(Row, &Presence)]) {
        let needs = world.catalogue.powers.values().flat_map(|p| &p.needs);
        let keys: Vec<_> = needs.map(|n| (n.capacity, n.level)).collect();
        for (kind, level) in keys {
            self.short.entry((kind, level)).or_insert_with(|| {
                let mut mask = vec![0; self.groups.len()];
                for (row, presence) in rows {
                    let known = world.groups[presence.group as usize].capacity(kind);
                    if known.is_some_and(|has| has < level) {
                        mask[row.word] |= 1 << row.bit;
                    }
                }
                mask
            });
        }
    }
}

/// Groups with the same forms share the value of facts that turn on form alone.
struct Shapes {
    of: Vec<u32>,
    count: usize,
}

impl Shapes {
    fn new(world: &World) -> Self {
        let mut ids: BTreeMap<Arc<KnownForms>, u32> = BTreeMap::new();
        let mut last: Option<(Arc<KnownForms>, u32)> = None;
        let shape = |group: &Group| {
            if let Some((forms, id)) = &last
                && Arc::ptr_eq(forms, &group.forms)
            {
                return *id;
            }
            let next = ids.len() as u32;
            let id = *ids.entry(group.forms.clone()).or_insert(next);
            last = Some((group.forms.clone(), id));
            id
        };
        let of = world.groups.iter().map(shape).collect();
        Shapes { of, count: ids.len() }
    }
}

fn turns_on_area(fact: &Fact) -> bool {
    matches!(fact, Fact::AreaType(_) | Fact::Outcome(_) | Fact::Trait(_) | Fact::Standing(_))
}
