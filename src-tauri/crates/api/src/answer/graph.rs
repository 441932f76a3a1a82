//! The graph, its circles and its chokepoints.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::power::RemedyLine;

#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct GraphRequest {
    /// With the groups of this area; the catalogue alone when absent.
    #[ts(optional = nullable)]
    pub area: Option<String>,
    /// Only what is near this node, written `kind:id`.
    #[ts(optional = nullable)]
    pub around: Option<String>,
    /// How near, in steps; 2 when absent.
    #[ts(optional = nullable)]
    pub steps: Option<u32>,
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GraphShown {
    pub nodes: Vec<NodeLine>,
    pub edges: Vec<EdgeLine>,
    /// The same in Graphviz's language.
    pub dot: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NodeLine {
    /// `kind:id`.
    pub id: String,
    pub kind: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EdgeLine {
    pub from: String,
    /// "owns", "answers", "requires", "any-of", "blocks", "lifts", "supplies", "is-a", "in" or "used".
    pub says: String,
    pub to: String,
}

/// A circle in which each thing waits for another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CircleLine {
    /// In a sentence.
    pub words: String,
    /// "barrier" (a catch-22 that is on file) or "requirements" (found in the law as it stands here).
    pub kind: String,
    /// The barrier, where it is one.
    pub barrier: Option<String>,
    /// What is in it, in words.
    pub stuck: Vec<String>,
    /// What would free it, cheapest first.
    pub cuts: Vec<RemedyLine>,
    /// Powers that it touches, by id.
    pub powers: Vec<String>,
}

/// What every way to some powers passes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChokepointLine {
    /// "requirement" or "duty-holder".
    pub kind: String,
    pub id: String,
    pub name: String,
    /// The barrier behind it.
    pub barrier: Option<String>,
    /// Powers that hang on it, by id.
    pub powers: Vec<String>,
    /// Areas in view where one of these is not open and it holds for nobody.
    pub areas: u32,
    pub remedies: Vec<RemedyLine>,
}
