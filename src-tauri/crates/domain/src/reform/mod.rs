//! Reforms: a named set of changes that can be tried without being made.
//!
//! A reform is an overlay. What is on record is shared with the world it is tried on; only the powers it touches are
//! compiled and judged anew, through the same compiled trees as every other answer.

mod change;
mod check;
mod circles;
mod diff;
mod law;
mod leaf;
mod reasons;
mod sums;
mod trial;
mod words;

pub use change::{Change, NewEnabler, Supply, To};
pub use check::{Problem, ProblemKind};
pub use diff::{Answer, CellDiff, Diff, Effect};
pub use leaf::{LeafAt, leaves_of};
pub use reasons::{Reason, Reasons};
pub use sums::{Grouping, Sum};
pub use trial::{Base, Trial};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::requirement::Slug;

/// A named set of changes, as kept in a workspace and handed on as a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reform {
    /// Lower-case words joined by hyphens; its name in files and on the command line.
    pub id: Slug,
    /// What people call it.
    pub name: String,
    /// Why, or where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// All made at once; their order does not matter.
    #[serde(default)]
    pub changes: Vec<Change>,
}

impl Reform {
    /// A reform without changes, with an id made from its name.
    pub fn new(name: &str) -> Self {
        Reform { id: slug(name), name: name.trim().into(), ..Reform::default() }
    }
}

/// A name as an id: "Lower the bar!" becomes `lower-the-bar`.
fn slug(name: &str) -> Slug {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
