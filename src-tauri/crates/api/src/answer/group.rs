//! Groups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupsRequest {
    pub area: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub power: Option<String>,
    /// "open", "unsettled", "blocked" or "out-of-reach"; needs `power`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reach: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// Part of the name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub offset: u32,
    /// At most so many; all when absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Groups {
    /// All that fit, of which `rows` is the part asked for.
    pub total: u32,
    pub rows: Vec<GroupRow>,
}

/// One group in one area. `takeup groups --format json` prints these.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GroupRow {
    /// Its key: an org-id where there is one.
    pub id: String,
    pub name: String,
    pub legal_form: Option<String>,
    pub area: String,
    /// Reach of the power asked about.
    pub reach: Option<String>,
    /// Keys of facts that are false and in the way.
    pub missing: Vec<String>,
    /// Keys of facts nobody knows.
    pub unknown: Vec<String>,
    /// The reason in words.
    pub why: String,
    /// It was in an earlier edition of its register and is not in the latest.
    pub vanished: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupRequest {
    /// Key, or row id.
    pub id: String,
    pub area: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GroupPage {
    pub id: String,
    #[ts(type = "number")]
    pub row_id: i64,
    pub name: String,
    pub area: AreaRef,
    pub other_areas: Vec<AreaRef>,
    pub vanished_since: Option<String>,
    pub website: Option<String>,
    pub ids: Vec<String>,
    /// What is known, with its source; a fact told by hand stands beside the register's.
    pub facts: Vec<FactLine>,
    pub open: Vec<GroupPower>,
    /// Not open, and one change would do.
    pub one_change: Vec<GroupPower>,
    /// Not open, and more changes are needed or facts are not known.
    pub further: Vec<GroupPower>,
    pub out_of_reach: Vec<GroupPower>,
    pub not_available: u32,
    /// Facts that one may add, with how many of this group's answers each would settle or change.
    pub can_tell: Vec<TellLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FactLine {
    /// Row id of a fact told by hand; none for a register's.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    pub key: String,
    pub name: String,
    pub value: String,
    pub source: String,
    pub date: Option<String>,
    /// A fact told by hand stands above this one.
    pub overridden: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GroupPower {
    pub power: String,
    pub name: String,
    pub reach: String,
    /// Why, or what would open it.
    pub why: String,
}

/// A fact that can be told by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TellLine {
    pub key: String,
    pub name: String,
    /// "yes-no", "number" or "date".
    pub input: String,
    /// How to find out.
    pub ask: String,
    /// How many powers turn on it for this group.
    pub powers: u32,
}
