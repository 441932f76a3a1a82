//! Circles that a reform would make: tests that replace each other, powers that replace each other, and outcomes that
//! wait for each other.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::change::Change;
use super::leaf::named;
use crate::catalogue::Catalogue;
use crate::power::LinkKind;
use crate::requirement::{Fact, Requirement, Test};

/// Tells of the changes whose tests replace each other: A by B, and B by A.
pub(super) fn of_leaves(catalogue: &Catalogue, changes: &[Change], say: &mut dyn FnMut(usize, String)) {
    let mut arrows: Vec<(String, String, usize)> = Vec::new();
    for (place, change) in changes.iter().enumerate() {
        let Change::ReplaceLeaf { power, leaf, with } = change else { continue };
        let Some(entry) = catalogue.powers.get(power) else { continue };
        let from: BTreeSet<String> =
            named(&entry.requires, leaf).iter().filter_map(super::LeafAt::key).collect();
        for key in with.facts().iter().map(|fact| fact.key()) {
            arrows
                .extend(from.iter().map(|from| (format!("{power}/{from}"), format!("{power}/{key}"), place)));
        }
    }
    let graph: DiGraphMap<&str, ()> = arrows.iter().map(|(a, b, _)| (a.as_str(), b.as_str())).collect();
    for circle in circles(&graph) {
        let inside =
            arrows.iter().filter(|(a, b, _)| circle.contains(a.as_str()) && circle.contains(b.as_str()));
        let places: BTreeSet<usize> = inside.map(|(.., place)| *place).collect();
        let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
        if let Some(first) = places.first() {
            let message = if places.len() == 1 {
                format!("Change {} replaces a test by itself: take it out.", numbers[0])
            } else {
                format!(
                    "Changes {} replace tests by each other in a circle: take one out.",
                    numbers.join(" and ")
                )
            };
            say(*first, message);
        }
    }
}

/// Tells of circles among powers that are in `after` and not in `before`.
pub(super) fn of_powers(before: &Catalogue, after: &Catalogue, say: &mut dyn FnMut(&str, String)) {
    let (old, new) = (replacing(before), replacing(after));
    let known = circles(&old);
    for circle in circles(&new).into_iter().filter(|c| !known.contains(c)) {
        let names: Vec<&str> = circle.iter().copied().collect();
        let fresh = names.iter().find(|id| !before.powers.contains_key(**id)).or(names.first());
        if let Some(id) = fresh {
            say(
                id,
                format!(
                    "These powers would replace each other in a circle: {}. Take one of the links out.",
                    names.join(", ")
                ),
            );
        }
    }
    let (was, is) = (stuck(before), stuck(after));
    let fresh: Vec<&str> = is.difference(&was).copied().collect();
    if let Some(id) = fresh.first() {
        say(
            id,
            format!(
                "Nobody could ever start these: each waits for the outcome of another in the circle. {}. Leave another way in.",
                fresh.join(", ")
            ),
        );
    }
}

fn replacing(catalogue: &Catalogue) -> DiGraphMap<&str, ()> {
    let mut graph = DiGraphMap::new();
    for power in catalogue.powers.values() {
        for link in &power.links {
            match link.kind {
                LinkKind::Replaces => _ = graph.add_edge(power.id.as_str(), link.power.as_str(), ()),
                LinkKind::ReplacedBy => _ = graph.add_edge(link.power.as_str(), power.id.as_str(), ()),
                LinkKind::VariantOf | LinkKind::Opens | LinkKind::SeeAlso => {}
            }
        }
    }
    graph
}

fn circles<'a>(graph: &DiGraphMap<&'a str, ()>) -> Vec<BTreeSet<&'a str>> {
    let found = tarjan_scc(graph).into_iter();
    let real = found.filter(|c| c.len() > 1 || c.iter().any(|n| graph.contains_edge(n, n)));
    real.map(|circle| circle.into_iter().collect()).collect()
}

/// Powers that nobody could start even if every other test held, because outcomes wait for each other.
fn stuck(catalogue: &Catalogue) -> BTreeSet<&str> {
    let mut free: BTreeMap<&str, bool> = catalogue.powers.keys().map(|id| (id.as_str(), false)).collect();
    loop {
        let can = |tree: &Requirement| can_start(tree, &free).unwrap_or(true);
        let freed: Vec<&str> = catalogue
            .powers
            .values()
            .filter(|power| !free[power.id.as_str()] && can(&power.requires))
            .map(|power| power.id.as_str())
            .collect();
        if freed.is_empty() {
            return free.into_iter().filter(|(_, free)| !free).map(|(id, _)| id).collect();
        }
        free.extend(freed.into_iter().map(|id| (id, true)));
    }
}

/// Whether a tree can hold where only these powers can be won; none where nothing in it decides.
fn can_start(tree: &Requirement, free: &BTreeMap<&str, bool>) -> Option<bool> {
    match tree {
        Requirement::All(parts) => parts.iter().filter_map(|p| can_start(p, free)).reduce(|a, b| a && b),
        Requirement::Any(parts) => parts.iter().filter_map(|p| can_start(p, free)).reduce(|a, b| a || b),
        Requirement::Leaf(leaf) => match &leaf.test {
            Test::Fact(Fact::Outcome(outcome)) => {
                Some(free.get(outcome.of.as_str()).copied().unwrap_or(true))
            }
            Test::Fact(_) => Some(true),
            Test::Task(_) | Test::Judgement(_) => None,
        },
    }
}
