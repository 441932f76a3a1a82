//! Catch-22s: circles of prerequisites that cannot start from what is true now.
//!
//! What can be reached at all is a least fixed point ([`crate::routes::Planner::ways`]). Among the facts and powers
//! outside it, a strongly connected component is a circle in which each waits for another: nothing enters it.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::columns::Row;
use crate::routes::{Planner, Ways};
use crate::truth::Truth;

/// Something in a circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stuck {
    /// A fact that is false (place in the compiled facts).
    Fact(usize),
    /// A power (place in the compiled list).
    Power(usize),
}

/// A circle that cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// What waits for each other, in order.
    pub stuck: Vec<Stuck>,
    /// Facts any one of which, granted from outside, would free all of it.
    pub cuts: Vec<usize>,
}

impl Planner<'_, '_> {
    /// The circles for a row that no known way enters.
    pub fn catch_22s(&self, area: usize, row: Row) -> Vec<Circle> {
        let ways = self.ways(area, row);
        let mut found: Vec<Circle> = self
            .circles(area, row, &ways)
            .into_iter()
            .map(|stuck| {
                let frees = |fact: usize| {
                    let granted = self.ways_given(area, row, Some(fact));
                    stuck.iter().all(|s| match s {
                        Stuck::Fact(f) => *f == fact || granted.reaches_fact(*f),
                        Stuck::Power(p) => granted.price(*p).is_some(),
                    })
                };
                let facts = stuck.iter().filter_map(|s| if let Stuck::Fact(f) = s { Some(*f) } else { None });
                let cuts = facts.filter(|f| frees(*f)).collect();
                Circle { stuck, cuts }
            })
            .collect();
        found.sort_by(|a, b| a.stuck.cmp(&b.stuck));
        found
    }

    fn circles(&self, area: usize, row: Row, ways: &Ways) -> Vec<Vec<Stuck>> {
        let judge = self.judge();
        let mut graph: DiGraph<Stuck, ()> = DiGraph::new();
        let mut nodes: BTreeMap<Stuck, NodeIndex> = BTreeMap::new();
        let mut edges: BTreeSet<(Stuck, Stuck)> = BTreeSet::new();
        let lost = |fact: usize| judge.columns().value(fact, row) == Truth::False && !ways.reaches_fact(fact);
        for power in 0..judge.compiled().powers.len() {
            if ways.price(power).is_some() || !self.can_be_asked(power, area, row) {
                continue;
            }
            let waits = judge.compiled().programs[power].facts().into_iter();
            let waits = waits.filter(|f| lost(*f) && judge.lifted(power, *f, row).is_none());
            edges.extend(waits.map(|fact| (Stuck::Power(power), Stuck::Fact(fact))));
        }
        for fact in (0..judge.compiled().facts.len()).filter(|f| lost(*f)) {
            edges.extend(self.powers_behind(fact).map(|power| (Stuck::Fact(fact), Stuck::Power(power))));
        }
        for (from, to) in edges {
            let from = *nodes.entry(from).or_insert_with(|| graph.add_node(from));
            let to = *nodes.entry(to).or_insert_with(|| graph.add_node(to));
            graph.add_edge(from, to, ());
        }
        tarjan_scc(&graph)
            .into_iter()
            .filter(|circle| circle.len() > 1)
            .map(|circle| circle.into_iter().map(|n| graph[n]).collect())
            .collect()
    }
}
