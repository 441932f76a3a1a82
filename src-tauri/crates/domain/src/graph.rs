//! The graph that people navigate: everything the catalogue knows, and the groups of the area in view.
//!
//! petgraph stays behind this type. A node is named by what it is, an edge by what it says.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::power::CapacityKind;
use crate::requirement::{Fact, Requirement, Slug, Test};
use crate::world::World;

/// A node, by what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Node {
    /// A department.
    Department(Slug),
    /// A kind of duty holder.
    DutyHolder(Slug),
    /// A power.
    Power(Slug),
    /// A branch of a power's requirement: all of its parts, by its place in the tree.
    All(String),
    /// A branch of a power's requirement: any of its parts.
    Any(String),
    /// A fact leaf, by its key; a task or judgement, by its place.
    Requirement(String),
    /// A barrier.
    Barrier(Slug),
    /// A remedy.
    Remedy(Slug),
    /// An enabler.
    Enabler(Slug),
    /// A kind of capacity.
    Capacity(CapacityKind),
    /// A kind of group: a legal form or status.
    Form(Slug),
    /// A standing.
    Standing(Slug),
    /// An area, by GSS code.
    Area(String),
    /// A group, by its key.
    Group(String),
}

/// An edge, by what it says of its ends: "department owns power".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// A department owns a power.
    Owns,
    /// A duty holder answers a power.
    Answers,
    /// A power, or an "all", requires this; a remedy requires the power that does it.
    Requires,
    /// An "any" takes one of these; a leaf names one of these forms or standings.
    AnyOf,
    /// A barrier blocks a power.
    Blocks,
    /// A remedy lifts a barrier or meets a leaf.
    Lifts,
    /// An enabler or a remedy supplies capacity.
    Supplies,
    /// A form is a form; a group is of a form.
    IsA,
    /// A group is in an area; an area is in an area.
    In,
    /// A group used a power.
    Used,
}

/// The graph.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    graph: DiGraph<Node, Edge>,
    places: BTreeMap<Node, NodeIndex>,
    seen: BTreeSet<(Node, Edge, Node)>,
}

impl Graph {
    /// Everything in the catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut graph = Graph::default();
        for id in catalogue.departments.keys() {
            graph.node(Node::Department(id.clone()));
        }
        for power in catalogue.powers.values() {
            let node = Node::Power(power.id.clone());
            graph.edge(Node::Department(power.department.clone()), Edge::Owns, node.clone());
            graph.edge(Node::DutyHolder(power.duty_holder.clone()), Edge::Answers, node.clone());
            graph.requirement(catalogue, &node, Edge::Requires, &power.requires, &power.id);
            for barrier in &power.barriers {
                graph.edge(Node::Barrier(barrier.clone()), Edge::Blocks, node.clone());
            }
            for need in &power.needs {
                graph.edge(node.clone(), Edge::Requires, Node::Capacity(need.capacity));
            }
        }
        for barrier in catalogue.barriers.values() {
            for remedy in &barrier.remedies {
                let lifts = Node::Remedy(remedy.id.clone());
                graph.edge(lifts, Edge::Lifts, Node::Barrier(barrier.id.clone()));
            }
        }
        graph.remedies(catalogue);
        for enabler in catalogue.enablers.values() {
            for kind in &enabler.supplies {
                graph.edge(Node::Enabler(enabler.id.clone()), Edge::Supplies, Node::Capacity(*kind));
            }
        }
        for form in catalogue.forms.all() {
            for parent in &form.is_a {
                graph.edge(Node::Form(form.id.clone()), Edge::IsA, Node::Form(parent.clone()));
            }
        }
        graph
    }

    /// The catalogue, and an area with its groups and what they used.
    pub fn of_area(world: &World, area: usize) -> Self {
        let mut graph = Self::of(&world.catalogue);
        let place = &world.catalogue.areas[area];
        let here = Node::Area(place.gss.clone());
        graph.node(here.clone());
        for above in place.county.iter().chain(&place.combined_authority) {
            graph.edge(here.clone(), Edge::In, Node::Area(above.clone()));
        }
        let mut keys: BTreeMap<i64, &str> = BTreeMap::new();
        for presence in world.presences_in(area) {
            let group = &world.groups[presence.group as usize];
            let node = Node::Group(group.key.clone());
            keys.insert(group.id, &group.key);
            graph.edge(node.clone(), Edge::In, here.clone());
            for form in group.forms.iter().filter(|(_, has)| **has).map(|(form, _)| form) {
                graph.edge(node.clone(), Edge::IsA, Node::Form(form.clone()));
            }
        }
        for used in world.uses.iter().filter(|u| u.area == area) {
            let who = used.group.and_then(|id| keys.get(&id)).map(|key| Node::Group((*key).to_string()));
            graph.edge(who.unwrap_or_else(|| here.clone()), Edge::Used, Node::Power(used.power.clone()));
        }
        graph
    }

    fn requirement(&mut self, known: &Catalogue, from: &Node, edge: Edge, tree: &Requirement, at: &str) {
        let (node, parts, inner) = match tree {
            Requirement::All(parts) => (Node::All(at.into()), parts.as_slice(), Edge::Requires),
            Requirement::Any(parts) => (Node::Any(at.into()), parts.as_slice(), Edge::AnyOf),
            Requirement::Leaf(leaf) => {
                let Test::Fact(fact) = &leaf.test else {
                    self.edge(from.clone(), edge, Node::Requirement(at.into()));
                    return;
                };
                let node = Node::Requirement(fact.key());
                self.edge(from.clone(), edge, node.clone());
                match fact {
                    Fact::Form(ids) => {
                        ids.iter()
                            .for_each(|id| self.edge(node.clone(), Edge::AnyOf, Node::Form(id.clone())));
                    }
                    Fact::Standing(ids) => ids
                        .iter()
                        .for_each(|id| self.edge(node.clone(), Edge::AnyOf, Node::Standing(id.clone()))),
                    Fact::Outcome(o) => self.edge(node, Edge::Requires, Node::Power(o.of.clone())),
                    _ => {}
                }
                for barrier in known.barriers_explaining(fact).into_iter().take(1) {
                    let blocks = Node::Barrier(barrier.id.clone());
                    self.edge(blocks, Edge::Blocks, Node::Requirement(fact.key()));
                }
                return;
            }
        };
        self.edge(from.clone(), edge, node.clone());
        for (n, part) in parts.iter().enumerate() {
            self.requirement(known, &node, inner, part, &format!("{at}.{n}"));
        }
    }

    fn remedies(&mut self, catalogue: &Catalogue) {
        let facts: BTreeSet<&Fact> = catalogue.powers.values().flat_map(|p| p.requires.facts()).collect();
        for fact in facts {
            for remedy in catalogue.remedies_for(fact) {
                let node = Node::Remedy(remedy.id.clone());
                self.edge(node, Edge::Lifts, Node::Requirement(fact.key()));
            }
        }
        for remedy in catalogue.remedies.values() {
            let node = Node::Remedy(remedy.id.clone());
            if let Some(power) = &remedy.power {
                self.edge(node.clone(), Edge::Requires, Node::Power(power.clone()));
            }
            for kind in remedy.meets.iter().filter_map(|m| match m {
                crate::vocabulary::Meets::Capacity(kind) => Some(*kind),
                _ => None,
            }) {
                self.edge(node.clone(), Edge::Supplies, Node::Capacity(kind));
            }
        }
    }

    fn node(&mut self, node: Node) -> NodeIndex {
        if let Some(place) = self.places.get(&node) {
            return *place;
        }
        let place = self.graph.add_node(node.clone());
        self.places.insert(node, place);
        place
    }

    fn edge(&mut self, from: Node, edge: Edge, to: Node) {
        if self.seen.insert((from.clone(), edge, to.clone())) {
            let (from, to) = (self.node(from), self.node(to));
            self.graph.add_edge(from, to, edge);
        }
    }

    /// Nodes, in the order they came.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// Edges with their ends.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, Edge, &Node)> {
        self.graph.edge_references().map(|e| (&self.graph[e.source()], *e.weight(), &self.graph[e.target()]))
    }

    /// What leaves a node, in order.
    pub fn after(&self, node: &Node) -> Vec<(Edge, &Node)> {
        self.beside(node, Direction::Outgoing)
    }

    /// What enters a node, in order.
    pub fn before(&self, node: &Node) -> Vec<(Edge, &Node)> {
        self.beside(node, Direction::Incoming)
    }

    fn beside(&self, node: &Node, direction: Direction) -> Vec<(Edge, &Node)> {
        let Some(place) = self.places.get(node) else { return Vec::new() };
        let mut found: Vec<(Edge, &Node)> = self
            .graph
            .edges_directed(*place, direction)
            .map(|e| {
                let other = if direction == Direction::Outgoing { e.target() } else { e.source() };
                (*e.weight(), &self.graph[other])
            })
            .collect();
        found.sort();
        found
    }

    /// The part of the graph within so many steps of a node, either way.
    pub fn around(&self, node: &Node, steps: usize) -> Graph {
        let mut near: BTreeMap<NodeIndex, usize> = BTreeMap::new();
        let mut open: VecDeque<NodeIndex> = self.places.get(node).copied().into_iter().collect();
        near.extend(open.front().map(|start| (*start, 0)));
        while let Some(place) = open.pop_front() {
            let far = near[&place];
            if far == steps {
                continue;
            }
            for next in self.graph.neighbors_undirected(place) {
                near.entry(next).or_insert_with(|| {
                    open.push_back(next);
                    far + 1
                });
            }
        }
        let mut part = Graph::default();
        for place in near.keys() {
            part.node(self.graph[*place].clone());
        }
        for e in self.graph.edge_references() {
            if near.contains_key(&e.source()) && near.contains_key(&e.target()) {
                part.edge(self.graph[e.source()].clone(), *e.weight(), self.graph[e.target()].clone());
            }
        }
        part
    }
}
