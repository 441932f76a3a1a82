//! Leaves of a requirement by name, and the tree with some of them changed.

use std::collections::BTreeMap;

use crate::requirement::{Fact, Leaf, Requirement, Test};

/// A leaf with its place in the tree, such as `all[1].any[0]`; `requires` where the whole tree is one leaf.
#[derive(Debug, Clone)]
pub struct LeafAt<'r> {
    /// The place.
    pub at: String,
    /// The leaf.
    pub leaf: &'r Leaf,
}

impl LeafAt<'_> {
    /// The key of its fact; none for tasks and judgements.
    pub fn key(&self) -> Option<String> {
        match &self.leaf.test {
            Test::Fact(fact) => Some(fact.key()),
            Test::Task(_) | Test::Judgement(_) => None,
        }
    }

    /// Its fact.
    pub fn fact(&self) -> Option<&Fact> {
        match &self.leaf.test {
            Test::Fact(fact) => Some(fact),
            Test::Task(_) | Test::Judgement(_) => None,
        }
    }

    fn is(&self, name: &str) -> bool {
        let place = name.strip_prefix("requires.").unwrap_or(name);
        self.at == place || self.key().is_some_and(|key| key == name)
    }
}

/// Every leaf with its place, in reading order.
pub fn leaves_of(tree: &Requirement) -> Vec<LeafAt<'_>> {
    let mut found = Vec::new();
    walk(tree, "", &mut found);
    found
}

/// The leaves that a name means: one by its place, or all with its key.
pub(super) fn named<'r>(tree: &'r Requirement, name: &str) -> Vec<LeafAt<'r>> {
    leaves_of(tree).into_iter().filter(|leaf| leaf.is(name.trim())).collect()
}

/// The tree with new leaves or branches at some places; `None` at a place takes what is there out. Nothing may be left.
pub(super) fn edited(
    tree: &Requirement,
    edits: &BTreeMap<String, Option<Requirement>>,
) -> Option<Requirement> {
    edit(tree, "", edits)
}

fn walk<'r>(tree: &'r Requirement, at: &str, found: &mut Vec<LeafAt<'r>>) {
    match tree {
        Requirement::Leaf(leaf) => found.push(LeafAt { at: root(at).into(), leaf }),
        Requirement::All(parts) | Requirement::Any(parts) => {
            parts.iter().enumerate().for_each(|(n, part)| walk(part, &below(tree, at, n), found));
        }
    }
}

fn edit(tree: &Requirement, at: &str, edits: &BTreeMap<String, Option<Requirement>>) -> Option<Requirement> {
    let (Requirement::All(parts) | Requirement::Any(parts)) = tree else {
        return edits.get(root(at)).map_or_else(|| Some(tree.clone()), Clone::clone);
    };
    let kept: Vec<Requirement> =
        parts.iter().enumerate().filter_map(|(n, part)| edit(part, &below(tree, at, n), edits)).collect();
    if kept.is_empty() && !parts.is_empty() {
        return None;
    }
    Some(match tree {
        Requirement::All(_) => Requirement::All(kept),
        _ => Requirement::Any(kept),
    })
}

fn root(at: &str) -> &str {
    if at.is_empty() { "requires" } else { at }
}

fn below(tree: &Requirement, at: &str, n: usize) -> String {
    let word = if matches!(tree, Requirement::All(_)) { "all" } else { "any" };
    if at.is_empty() { format!("{word}[{n}]") } else { format!("{at}.{word}[{n}]") }
}
