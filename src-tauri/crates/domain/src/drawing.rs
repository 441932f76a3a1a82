//! The graph checked, counted and drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::catalogue::Catalogue;
use crate::graph::{Edge, Graph, Node};

impl Node {
    /// What it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Department(_) => "department",
            Node::DutyHolder(_) => "duty-holder",
            Node::Power(_) => "power",
            Node::All(_) => "all",
            Node::Any(_) => "any",
            Node::Requirement(_) => "requirement",
            Node::Barrier(_) => "barrier",
            Node::Remedy(_) => "remedy",
            Node::Enabler(_) => "enabler",
            Node::Capacity(_) => "capacity",
            Node::Form(_) => "form",
            Node::Standing(_) => "standing",
            Node::Area(_) => "area",
            Node::Group(_) => "group",
        }
    }

    /// Its id within its kind.
    pub fn id(&self) -> &str {
        match self {
            Node::Capacity(kind) => kind.as_str(),
            Node::Department(id)
            | Node::DutyHolder(id)
            | Node::Power(id)
            | Node::All(id)
            | Node::Any(id)
            | Node::Requirement(id)
            | Node::Barrier(id)
            | Node::Remedy(id)
            | Node::Enabler(id)
            | Node::Form(id)
            | Node::Standing(id)
            | Node::Area(id)
            | Node::Group(id) => id,
        }
    }

    /// `kind:id`, as written on the command line.
    pub fn name(&self) -> String {
        format!("{}:{}", self.kind(), self.id())
    }
}

impl Edge {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Edge::Owns => "owns",
            Edge::Answers => "answers",
            Edge::Requires => "requires",
            Edge::AnyOf => "any-of",
            Edge::Blocks => "blocks",
            Edge::Lifts => "lifts",
            Edge::Supplies => "supplies",
            Edge::IsA => "is-a",
            Edge::In => "in",
            Edge::Used => "used",
        }
    }

    /// Whether an edge may join two kinds of node.
    fn joins(self, from: &Node, to: &Node) -> bool {
        use Node as N;
        match self {
            Edge::Owns => matches!((from, to), (N::Department(_), N::Power(_))),
            Edge::Answers => matches!((from, to), (N::DutyHolder(_), N::Power(_))),
            Edge::Requires => matches!(
                (from, to),
                (N::Power(_) | N::All(_), N::All(_) | N::Any(_) | N::Requirement(_))
                    | (N::Power(_), N::Capacity(_))
                    | (N::Remedy(_) | N::Requirement(_), N::Power(_))
            ),
            Edge::AnyOf => matches!(
                (from, to),
                (N::Any(_), N::All(_) | N::Any(_) | N::Requirement(_))
                    | (N::Requirement(_), N::Form(_) | N::Standing(_))
            ),
            Edge::Blocks => matches!((from, to), (N::Barrier(_), N::Power(_) | N::Requirement(_))),
            Edge::Lifts => matches!((from, to), (N::Remedy(_), N::Barrier(_) | N::Requirement(_))),
            Edge::Supplies => matches!((from, to), (N::Enabler(_) | N::Remedy(_), N::Capacity(_))),
            Edge::IsA => matches!((from, to), (N::Form(_) | N::Group(_), N::Form(_))),
            Edge::In => matches!((from, to), (N::Group(_) | N::Area(_), N::Area(_))),
            Edge::Used => matches!((from, to), (N::Group(_) | N::Area(_), N::Power(_))),
        }
    }
}

impl Graph {
    /// The graph, if it is sound.
    ///
    /// # Errors
    /// Each edge between kinds it cannot join, and each power without exactly one owner and one answerer.
    pub fn validated(self) -> Result<Graph, Vec<String>> {
        let mut wrong: Vec<String> = self
            .edges()
            .filter(|(from, edge, to)| !edge.joins(from, to))
            .map(|(from, edge, to)| format!("{} {} {}", from.name(), edge.as_str(), to.name()))
            .collect();
        for node in self.nodes().filter(|n| matches!(n, Node::Power(_))) {
            for edge in [Edge::Owns, Edge::Answers] {
                let found = self.before(node).iter().filter(|(e, _)| *e == edge).count();
                if found != 1 {
                    wrong.push(format!("{} has {found} that it is said of: {}", node.name(), edge.as_str()));
                }
            }
        }
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }

    /// Nodes by kind, then edges by what they say.
    pub fn statistics(&self) -> (BTreeMap<&'static str, usize>, BTreeMap<&'static str, usize>) {
        let (mut nodes, mut edges) = (BTreeMap::new(), BTreeMap::new());
        for node in self.nodes() {
            *nodes.entry(node.kind()).or_default() += 1;
        }
        for (_, edge, _) in self.edges() {
            *edges.entry(edge.as_str()).or_default() += 1;
        }
        (nodes, edges)
    }

    /// What hangs below a node, as an indented drawing; what was drawn before is not opened again.
    pub fn drawn(&self, from: &Node, steps: usize) -> String {
        let mut out = format!("{}\n", from.name());
        self.draw(from, steps, "", &mut BTreeSet::from([from.clone()]), &mut out);
        out
    }

    fn draw(&self, from: &Node, steps: usize, indent: &str, seen: &mut BTreeSet<Node>, out: &mut String) {
        if steps == 0 {
            return;
        }
        let below = self.after(from);
        for (n, (edge, node)) in below.iter().enumerate() {
            let last = n + 1 == below.len();
            let again = !seen.insert((*node).clone());
            let mark = if again { " ↑" } else { "" };
            let _ = writeln!(
                out,
                "{indent}{} {} {}{mark}",
                if last { "└─" } else { "├─" },
                edge.as_str(),
                node.name()
            );
            if !again {
                let indent = format!("{indent}{}", if last { "   " } else { "│  " });
                self.draw(node, steps - 1, &indent, seen, out);
            }
        }
    }

    /// The graph in Graphviz's language. Names are quoted: a group's name cannot break out.
    pub fn dot(&self, catalogue: &Catalogue) -> String {
        let quoted =
            |text: &str| format!("{:?}", text.chars().filter(|c| !c.is_control()).collect::<String>());
        let mut out = String::from("digraph takeup {\n  rankdir=LR;\n");
        for node in self.nodes() {
            let label = format!("{}: {}", node.kind(), catalogue.node_words(node));
            let _ = writeln!(out, "  {} [label={}];", quoted(&node.name()), quoted(&label));
        }
        for (from, edge, to) in self.edges() {
            let _ = writeln!(
                out,
                "  {} -> {} [label={}];",
                quoted(&from.name()),
                quoted(&to.name()),
                quoted(edge.as_str())
            );
        }
        out.push_str("}\n");
        out
    }
}

impl Catalogue {
    /// What a node is called.
    pub fn node_words(&self, node: &Node) -> String {
        let named = match node {
            Node::Department(id) => self.departments.get(id).map(|d| d.name.clone()),
            Node::DutyHolder(id) => Some(self.holder_name(id)),
            Node::Power(id) => self.powers.get(id).map(|p| p.name.clone()),
            Node::All(_) => Some("all of these".into()),
            Node::Any(_) => Some("any of these".into()),
            Node::Requirement(key) => self
                .powers
                .values()
                .flat_map(|p| p.requires.facts())
                .find(|f| &f.key() == key)
                .map(|f| self.fact_words(f)),
            Node::Barrier(id) => self.barriers.get(id).map(|b| b.name.clone()),
            Node::Remedy(id) => self
                .remedies
                .get(id)
                .or_else(|| self.barriers.values().flat_map(|b| &b.remedies).find(|r| &r.id == id))
                .map(|r| r.name.clone()),
            Node::Enabler(id) => self.enablers.get(id).map(|e| e.name.clone()),
            Node::Capacity(kind) => Some(kind.name().to_string()),
            Node::Form(id) => Some(self.form_name(id)),
            Node::Standing(id) => Some(self.standing_name(id)),
            Node::Area(gss) => self.area(gss).map(|a| a.name.clone()),
            Node::Group(_) => None,
        };
        named.unwrap_or_else(|| node.id().to_string())
    }
}
