//! The map of an area: nodes in columns, the lines between them, and the story of one node.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;
use super::power::RemedyLine;
use super::reform::ReformDocument;

#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapRequest {
    pub area: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    #[serde(default)]
    pub view: MapView,
    /// Words to look for among all nodes, those folded too.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub search: Option<String>,
}

/// What is looked at. Nodes are named by their ids.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct MapView {
    /// What is unfolded, the latest last: it wins where there is no room for all.
    pub unfolded: Vec<String>,
    /// Only what runs through this node.
    #[ts(optional = nullable)]
    pub focus: Option<String>,
    /// And through this one: the routes between the two.
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Only the cheapest of those routes.
    pub cheapest: bool,
    /// How many columns from the focus, 1 to 3; all when absent.
    #[ts(optional = nullable)]
    pub steps: Option<u32>,
    /// "up" (towards departments), "down" (towards groups) or "both" when absent.
    #[ts(optional = nullable)]
    pub way: Option<String>,
    /// Only what this blocks: a node that stands between, or `barrier:…` of the catalogue.
    #[ts(optional = nullable)]
    pub blocked_by: Option<String>,
    /// Statuses that are hidden; those not available here when absent.
    #[ts(optional = nullable)]
    pub hide: Option<Vec<String>>,
    /// What stands between and is lifted, to see what would open.
    pub lift: Vec<String>,
}

/// The map, drawn.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapShown {
    pub area: AreaRef,
    pub as_at: String,
    /// The view as it was understood: what is hidden is spelt out.
    pub view: MapView,
    /// The nodes that the view names, by name.
    pub named: Vec<MapRef>,
    /// From the left.
    pub columns: Vec<MapColumn>,
    /// Column by column, from the top.
    pub nodes: Vec<MapNode>,
    pub edges: Vec<MapEdge>,
    /// Nodes there would be with everything in this view unfolded.
    pub in_all: u32,
    /// Nodes left out altogether, for want of room.
    pub left_out: u32,
    /// What was to be unfolded and is not, for want of room: by name.
    pub no_room: Vec<String>,
    /// Powers of each status here, in the order of the legend.
    pub statuses: Vec<MapStatus>,
    /// What was found by the words looked for, at most twenty.
    pub hits: Vec<MapHit>,
    pub hits_total: u32,
    /// What is lifted, by id and name.
    pub lifted: Vec<MapRef>,
    /// A reform that lifts the barriers behind what is lifted, here; none where one of them has no barrier filed.
    pub reform: Option<ReformDocument>,
    /// Powers that what is lifted changes.
    pub opened: Vec<MapOpened>,
    /// What is shown, in a sentence.
    pub says: String,
    /// Where the numbers come from.
    pub source: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapColumn {
    pub title: String,
    pub x: u32,
    /// Nodes shown in it.
    pub nodes: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapNode {
    /// The same at every visit.
    pub id: String,
    /// "department", "powers" (folded), "power", "tests" (folded), "between", "people", "kind" (folded) or "group".
    pub kind: String,
    /// What it is, in words.
    pub kind_name: String,
    pub name: String,
    /// Of a power or of folded powers.
    pub status: Option<String>,
    /// The word under its name.
    pub state: String,
    /// For what stands between: "clear", "unmet", "unknown", "stops", "short", "not-here" or "lifted".
    pub sign: Option<String>,
    /// What it counts, in words.
    pub counts: String,
    pub column: u32,
    pub x: u32,
    pub y: u32,
    /// How much is folded into it; 1: nothing.
    pub holds: u32,
    /// It can be unfolded.
    pub unfolds: bool,
    /// The node it would be folded into again.
    pub inside: Option<String>,
    /// It can be lifted, to see what would open.
    pub lifts: bool,
    /// What is lifted changed it; its status as things are.
    pub was: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapEdge {
    pub from: String,
    pub to: String,
    /// Groups it stands for.
    pub groups: u32,
    /// Nothing stands in the way along it.
    pub clear: bool,
    /// In words.
    pub says: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapStatus {
    pub status: String,
    pub name: String,
    pub powers: u32,
    pub hidden: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapHit {
    pub id: String,
    pub kind_name: String,
    pub name: String,
    /// It is not on the map because of what is hidden or focused on.
    pub out_of_view: bool,
}

/// A node, by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MapRef {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapOpened {
    pub power: String,
    pub name: String,
    pub from: String,
    pub to: String,
    /// Groups that could use it, before and then.
    pub groups_from: u32,
    pub groups_to: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapNodeRequest {
    pub area: String,
    /// The node's id.
    pub id: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// As if these were lifted.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional = nullable)]
    pub lift: Vec<String>,
}

/// The story of a node.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapStory {
    pub id: String,
    pub kind_name: String,
    pub name: String,
    /// In sentences.
    pub says: Vec<String>,
    /// The next thing to do.
    pub next: Option<String>,
    /// Powers it touches, at most twelve.
    pub powers: Vec<MapPowerLine>,
    pub powers_total: u32,
    /// What is known to lift it.
    pub remedies: Vec<RemedyLine>,
    /// Where the proof is.
    pub proof: Vec<MapLink>,
    pub source: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapPowerLine {
    pub power: String,
    pub name: String,
    pub status: String,
    pub status_name: String,
}

/// A way out of the map.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MapLink {
    pub words: String,
    /// "power" and "group" (here), "web", or a kind of entry of the catalogue.
    pub to: String,
    /// The id, or the address.
    pub id: String,
}

/// A view kept under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedView {
    pub area: String,
    pub name: String,
    pub view: MapView,
}

/// Saved views of an area.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavedViewsRequest {
    pub area: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveViewRequest {
    pub area: String,
    pub name: String,
}
