//! Requirement trees as short programs over words of 64 presences. Status, explanation and what-if all run these.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::lanes::Word;
use crate::power::{CapacityKind, Power};
use crate::requirement::{Fact, Requirement, Slug, Test};

/// The catalogue's distinct fact leaves, and a program for each power.
#[derive(Debug, Clone, Default)]
pub struct Compiled {
    /// Each distinct fact once.
    pub facts: Vec<Fact>,
    /// Whether a remedy is known for a false value of it.
    pub liftable: Vec<bool>,
    /// Kinds of capacity that something is known to supply.
    pub supplied: Vec<CapacityKind>,
    /// Power ids in order, the same as the catalogue's.
    pub powers: Vec<Slug>,
    /// A program for each power.
    pub programs: Vec<Program>,
}

/// A requirement in postfix order, tasks and judgements pruned.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Program {
    ops: Vec<Op>,
    depth: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Op {
    Leaf(u32),
    /// Joins so many values by AND.
    All(u32),
    /// Joins so many values by OR.
    Any(u32),
}

/// Answers side by side: `t` surely true, `p` possibly true; `rp` possibly true when relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bits<W = u64> {
    /// True now.
    pub t: W,
    /// True or unknown now.
    pub p: W,
    /// True or unknown when every false leaf with a known remedy counts as true.
    pub rp: W,
}

impl<W: Word> Bits<W> {
    /// All true.
    pub const TRUE: Bits<W> = Bits { t: W::ALL, p: W::ALL, rp: W::ALL };

    /// A leaf's bits from true and possible, and whether a false value can be lifted.
    pub fn leaf(t: W, p: W, liftable: bool) -> Self {
        Bits { t, p, rp: if liftable { W::ALL } else { p } }
    }

    /// The same where these rows count as met whatever is on record.
    pub fn or_met(self, met: W) -> Self {
        Bits { t: self.t | met, p: self.p | met, rp: self.rp | met }
    }

    fn and(self, o: Self) -> Self {
        Bits { t: self.t & o.t, p: self.p & o.p, rp: self.rp & o.rp }
    }

    fn or(self, o: Self) -> Self {
        Bits { t: self.t | o.t, p: self.p | o.p, rp: self.rp | o.rp }
    }
}

impl Compiled {
    /// Compiles every power of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut ids: BTreeMap<Fact, u32> = BTreeMap::new();
        let mut compiled = Compiled { supplied: supplied(catalogue), ..Compiled::default() };
        for power in catalogue.powers.values() {
            compiled.power_program(catalogue, power, &mut ids);
        }
        compiled
    }

    /// Compiles one power alone.
    pub fn one(catalogue: &Catalogue, power: &Power) -> Self {
        let mut compiled = Compiled { supplied: supplied(catalogue), ..Compiled::default() };
        compiled.power_program(catalogue, power, &mut BTreeMap::new());
        compiled
    }

    fn power_program(&mut self, catalogue: &Catalogue, power: &Power, ids: &mut BTreeMap<Fact, u32>) {
        let program = self.program(catalogue, power, ids);
        self.powers.push(power.id.clone());
        self.programs.push(program);
    }

    fn program(&mut self, catalogue: &Catalogue, power: &Power, ids: &mut BTreeMap<Fact, u32>) -> Program {
        let mut program = Program::default();
        self.add(&power.requires, catalogue, ids, &mut program);
        program.depth = program.measure();
        program
    }

    /// A reform's catalogue, compiled from this: only the powers it touches are compiled anew, after the facts known.
    pub fn reformed<'a>(&self, catalogue: &Catalogue, touched: impl Iterator<Item = &'a Slug>) -> Self {
        let mut compiled = self.clone();
        let mut ids: BTreeMap<Fact, u32> =
            self.facts.iter().enumerate().map(|(n, fact)| (fact.clone(), n as u32)).collect();
        for power in touched.filter_map(|id| catalogue.powers.get(id)) {
            let program = compiled.program(catalogue, power, &mut ids);
            match compiled.powers.binary_search(&power.id) {
                Ok(place) => compiled.programs[place] = program,
                Err(place) => {
                    compiled.powers.insert(place, power.id.clone());
                    compiled.programs.insert(place, program);
                }
            }
        }
        for (fact, liftable) in compiled.facts.iter().zip(&mut compiled.liftable) {
            if matches!(fact, Fact::Outcome(_)) {
                *liftable = catalogue.can_be_met(fact);
            }
        }
        compiled
    }

    /// The place of a power.
    pub fn power(&self, id: &str) -> Option<usize> {
        self.powers.binary_search_by(|p| p.as_str().cmp(id)).ok()
    }

    /// The place of a fact by its key.
    pub fn fact(&self, fact: &Fact) -> Option<usize> {
        self.facts.iter().position(|f| f == fact)
    }

    /// Adds a tree; false if nothing was left of it.
    fn add(
        &mut self,
        tree: &Requirement,
        catalogue: &Catalogue,
        ids: &mut BTreeMap<Fact, u32>,
        program: &mut Program,
    ) -> bool {
        match tree {
            Requirement::Leaf(leaf) => {
                let Test::Fact(fact) = &leaf.test else { return false };
                let id = *ids.entry(fact.clone()).or_insert_with(|| {
                    self.facts.push(fact.clone());
                    self.liftable.push(catalogue.can_be_met(fact));
                    (self.facts.len() - 1) as u32
                });
                program.ops.push(Op::Leaf(id));
                true
            }
            Requirement::All(parts) | Requirement::Any(parts) => {
                let kept = parts.iter().filter(|part| self.add(part, catalogue, ids, program)).count() as u32;
                if kept > 1 {
                    program.ops.push(match tree {
                        Requirement::All(_) => Op::All(kept),
                        _ => Op::Any(kept),
                    });
                }
                kept > 0
            }
        }
    }
}

fn supplied(catalogue: &Catalogue) -> Vec<CapacityKind> {
    let kinds = [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring];
    kinds.into_iter().filter(|kind| catalogue.can_be_supplied(*kind)).collect()
}

impl Program {
    /// Runs over one word, or over several. `leaf` gives a leaf's bits; `stack` is scratch space, cleared here.
    pub fn run<W: Word>(&self, stack: &mut Vec<Bits<W>>, mut leaf: impl FnMut(usize) -> Bits<W>) -> Bits<W> {
        if let [Op::Leaf(id)] = self.ops[..] {
            return leaf(id as usize);
        }
        stack.clear();
        stack.reserve(self.depth);
        for op in &self.ops {
            match *op {
                Op::Leaf(id) => stack.push(leaf(id as usize)),
                Op::All(n) => join(stack, n, Bits::and),
                Op::Any(n) => join(stack, n, Bits::or),
            }
        }
        stack.pop().unwrap_or(Bits::TRUE)
    }

    /// Works out something else over the same tree, such as the sets of changes that would open it.
    /// Nothing is left of a tree without facts: `None`, which is true.
    pub fn fold<T>(
        &self,
        mut leaf: impl FnMut(usize) -> T,
        mut all: impl FnMut(Vec<T>) -> T,
        mut any: impl FnMut(Vec<T>) -> T,
    ) -> Option<T> {
        let mut stack = Vec::new();
        for op in &self.ops {
            match *op {
                Op::Leaf(id) => stack.push(leaf(id as usize)),
                Op::All(n) => {
                    let parts = stack.split_off(stack.len().saturating_sub(n as usize));
                    stack.push(all(parts));
                }
                Op::Any(n) => {
                    let parts = stack.split_off(stack.len().saturating_sub(n as usize));
                    stack.push(any(parts));
                }
            }
        }
        stack.pop()
    }

    /// The distinct facts it looks at, by place.
    pub fn facts(&self) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .ops
            .iter()
            .filter_map(|op| if let Op::Leaf(id) = op { Some(*id as usize) } else { None })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn measure(&self) -> usize {
        let (mut now, mut most) = (0usize, 0usize);
        for op in &self.ops {
            match op {
                Op::Leaf(_) => now += 1,
                Op::All(n) | Op::Any(n) => now = now + 1 - *n as usize,
            }
            most = most.max(now);
        }
        most
    }
}

fn join<W: Word>(stack: &mut Vec<Bits<W>>, n: u32, with: fn(Bits<W>, Bits<W>) -> Bits<W>) {
    for _ in 1..n {
        if let (Some(a), Some(b)) = (stack.pop(), stack.pop()) {
            stack.push(with(a, b));
        }
    }
}
