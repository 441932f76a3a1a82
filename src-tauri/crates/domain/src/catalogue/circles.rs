//! Catch-22s: circles in which each thing waits for another, so that none can come first.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Catalogue, Problem};
use crate::vocabulary::Barrier;

impl Barrier {
    /// The things that wait for each other with no way in; empty where nothing does.
    ///
    /// A thing that waits for nothing, or whose every wait can be met from outside, is not part of it.
    pub fn stuck(&self) -> Vec<&str> {
        let mut graph: DiGraph<&str, ()> = DiGraph::new();
        let mut nodes: BTreeMap<&str, NodeIndex> = BTreeMap::new();
        for wait in &self.circle {
            for thing in wait.needs.iter().chain([&wait.get]) {
                nodes.entry(thing).or_insert_with(|| graph.add_node(thing));
            }
            for needed in &wait.needs {
                graph.add_edge(nodes[wait.get.as_str()], nodes[needed.as_str()], ());
            }
        }
        let mut stuck: Vec<&str> = tarjan_scc(&graph)
            .into_iter()
            .filter(|circle| circle.len() > 1 || circle.iter().any(|n| graph.contains_edge(*n, *n)))
            .flatten()
            .map(|n| graph[n])
            .collect();
        stuck.sort_unstable();
        stuck
    }
}

/// A circle on file that is none, and an explanation of nothing.
pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    let keys: Vec<String> = catalogue
        .powers
        .values()
        .flat_map(|p| p.requires.facts().into_iter().map(|f| catalogue.explained_key(f)))
        .collect();
    for barrier in catalogue.barriers.values() {
        let mut say = |at: &str, message: String| {
            problems.push(Problem {
                file: "barriers.json".into(),
                at: format!("{}.{at}", barrier.id),
                message,
            });
        };
        let stuck = barrier.stuck();
        if let Some(out) = barrier.circle.iter().find(|w| !stuck.contains(&w.get.as_str())) {
            say("circle", format!("“{}” is in no circle: say what it waits for, or leave it out", out.get));
        }
        for start in &barrier.explains {
            let need = matches!(start.as_str(), "need:financial" | "need:organising" | "need:enduring");
            if !need && !keys.iter().any(|k| k.starts_with(start.as_str())) {
                say("explains", format!("no test's key begins with “{start}”: mend it or take it out"));
            }
        }
    }
}
