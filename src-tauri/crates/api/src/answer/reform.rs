//! Reforms: the document that is kept and handed on, what is wrong with it, and the difference it makes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;
use super::audit::GroupCounts;

/// A reform as it is written in a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReformDocument {
    /// Made from the name when empty.
    #[serde(default)]
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default)]
    pub changes: Vec<ReformChange>,
}

/// One change, in the shape of the domain's own (a test holds the two together).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReformChange {
    LiftBarrier {
        barrier: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        power: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        duty_holder: Option<String>,
        /// GSS code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        area: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        form: Option<String>,
    },
    ReplaceLeaf {
        power: String,
        /// A fact's key, or a place such as `all[1].any[0]`.
        leaf: String,
        /// A requirement, written as in a power's file.
        #[ts(type = "unknown")]
        with: serde_json::Value,
    },
    DropLeaf {
        power: String,
        leaf: String,
    },
    Threshold {
        power: String,
        leaf: String,
        to: ThresholdTo,
    },
    Commence {
        power: String,
        nation: String,
        on: String,
    },
    Repeal {
        power: String,
        nation: String,
        on: String,
    },
    AsAt {
        date: String,
    },
    AddEnabler {
        name: String,
        supplies: Vec<SupplyInput>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        area: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        form: Option<String>,
        /// low, medium or high.
        cost: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        from: Option<String>,
    },
    AddPower {
        /// A power, written as a file of the catalogue is.
        #[ts(type = "unknown")]
        power: serde_json::Value,
    },
    MovePower {
        power: String,
        /// A department.
        to: String,
    },
    ChangeDutyHolder {
        power: String,
        to: String,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ThresholdTo {
    AtLeast(u32),
    /// Tenths of one per cent.
    PerMille(u32),
    /// A day.
    Before(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SupplyInput {
    /// financial, organising or enduring.
    pub capacity: String,
    /// none, low, medium or high.
    pub level: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReformLine {
    pub id: String,
    pub name: String,
    pub note: String,
    pub changes: u32,
    pub problems: u32,
    pub made_on: String,
    pub changed_on: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReformRef {
    pub id: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReformSave {
    pub reform: ReformDocument,
    /// Write over the one of the same id.
    #[serde(default)]
    #[ts(optional)]
    pub over: Option<bool>,
}

/// A reform as kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReformPage {
    pub reform: ReformDocument,
    /// Each change in words, in order.
    pub words: Vec<String>,
    pub problems: Vec<ReformProblem>,
    pub made_on: String,
    pub changed_on: String,
    /// To save as a file.
    pub file: super::audit::FileText,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReformProblem {
    /// The change, from 0; none: the reform as a whole.
    pub change: Option<u32>,
    /// unknown-power, unknown-leaf, unknown-area, circle, dates, contradiction …
    pub kind: String,
    pub message: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DiffRequest {
    /// A reform that is kept.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Or one that is not.
    #[serde(default)]
    #[ts(optional)]
    pub reform: Option<ReformDocument>,
    /// GSS codes; every council when empty.
    #[serde(default)]
    #[ts(optional)]
    pub areas: Option<Vec<String>>,
    /// The day of the answers as they are; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub as_at: Option<String>,
    /// Only the cells of one line of a grouping: its word and the line's key.
    #[serde(default)]
    #[ts(optional)]
    pub by: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub key: Option<String>,
    /// At most so many cells, from `offset`; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    #[serde(default)]
    #[ts(optional)]
    pub offset: Option<u32>,
    /// A word of the asker's own, to ask how far the work is or to stop it.
    #[serde(default)]
    #[ts(optional)]
    pub work: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DiffPage {
    pub id: String,
    pub name: String,
    pub changes: Vec<DiffChange>,
    /// The day of the answers as they are, and as they would be.
    pub before: String,
    pub after: String,
    /// Names of the areas asked for; empty: every council.
    pub only: Vec<String>,
    /// Areas looked at, and powers judged anew in them.
    pub areas: u32,
    pub powers: u32,
    pub totals: DiffSum,
    /// The same, by power, department, duty holder, kind of council, nation and deprivation.
    pub groupings: Vec<DiffGrouping>,
    pub moved: Vec<PowerMoved>,
    /// What closes first.
    pub cells: Vec<DiffCell>,
    /// All there are, of which `cells` is the part asked for.
    pub total: u32,
    /// What the counts rest on.
    pub source: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DiffChange {
    pub words: String,
    /// Powers whose answers may turn on it.
    pub powers: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DiffGrouping {
    /// power, department, duty-holder, kind, nation or deprivation.
    pub by: String,
    pub name: String,
    pub lines: Vec<DiffSum>,
}

/// Answers (power times area) and groups (once for each power).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct DiffSum {
    pub key: String,
    pub name: String,
    pub closes: u32,
    pub opens: u32,
    pub changes: u32,
    pub lose: u32,
    pub gain: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PowerMoved {
    pub power: String,
    pub name: String,
    pub from: String,
    pub to: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DiffCell {
    pub power: String,
    pub name: String,
    pub area: AreaRef,
    /// closes, opens or changes.
    pub effect: String,
    pub before: DiffAnswer,
    pub after: DiffAnswer,
    pub gain: u32,
    pub lose: u32,
    /// Changes it turns on, from 0.
    pub because: Vec<u32>,
    pub reason: String,
    /// It is a power of the catalogue, with a page of its own.
    pub filed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DiffAnswer {
    pub status: String,
    pub status_name: String,
    pub reach: String,
    pub people: String,
    pub groups: GroupCounts,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareRequest {
    pub first: String,
    pub second: String,
    #[serde(default)]
    #[ts(optional)]
    pub areas: Option<Vec<String>>,
    #[serde(default)]
    #[ts(optional)]
    pub as_at: Option<String>,
    /// At most so many of each list; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    /// A word of the asker's own, to ask how far the work is or to stop it.
    #[serde(default)]
    #[ts(optional)]
    pub work: Option<String>,
}

/// Two reforms side by side.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ComparePage {
    pub first: CompareSide,
    pub second: CompareSide,
    /// Opened by the first alone, by the second alone, by both.
    pub only_first: CompareList,
    pub only_second: CompareList,
    pub both: CompareList,
    pub areas: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompareSide {
    pub id: String,
    pub name: String,
    pub totals: DiffSum,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompareList {
    pub total: u32,
    pub cells: Vec<CompareCell>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompareCell {
    pub power: String,
    pub name: String,
    pub area: AreaRef,
    pub before: String,
    pub after: String,
    pub gain: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeavesRequest {
    pub power: String,
}

/// A test of a power that a reform can change.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeafLine {
    /// Its place, such as `all[1].any[0]`.
    pub at: String,
    pub key: String,
    pub words: String,
    pub provision: String,
    /// members or day: what a threshold of it is; none: it has no number or day.
    pub threshold: Option<String>,
}
