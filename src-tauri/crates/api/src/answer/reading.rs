//! Reading registers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadRequest {
    pub path: String,
    /// Every row is of this area (GSS).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub area: Option<String>,
    /// Read it as "groups", "uses", "coverage", "findings" or "electorates".
    #[serde(default)]
    #[ts(optional = nullable)]
    pub read_as: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mapping: Option<MappingShown>,
    /// Only count what would change; keep nothing.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub preview: bool,
}

/// Which column means what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappingShown {
    /// "groups", "uses", "coverage", "findings" or "electorates".
    pub kind: String,
    /// Field to column header.
    #[ts(type = "Record<string, string>")]
    pub columns: BTreeMap<String, String>,
    /// Text in the form column to form id.
    #[serde(default)]
    #[ts(type = "Record<string, string>")]
    pub values: BTreeMap<String, String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub area: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id_prefix: Option<String>,
}

/// What a file was recognised as.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecognisedFile {
    pub path: String,
    pub file: String,
    /// Such as `charity-ew:charity`, `table:groups`, `mapped`.
    pub format: String,
    pub format_name: String,
    pub encoding: String,
    pub members: Vec<String>,
    pub header: Vec<String>,
    pub sample: Vec<Vec<String>>,
    /// For other tables: the guess, or the mapping saved for these columns.
    pub mapping: Option<MappingShown>,
    pub mapping_saved: bool,
    /// Fields a mapping may fill, by kind, with help.
    pub fields: Vec<FieldHelp>,
    #[ts(type = "number")]
    pub bytes: i64,
    pub edition: Option<String>,
    /// The same bytes were read before, on this day.
    pub read_before: Option<String>,
    /// Something must be chosen before it can be read, such as the area.
    pub needs: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldHelp {
    pub kind: String,
    pub field: String,
    pub required: bool,
    pub help: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JobRef {
    #[ts(type = "number")]
    pub job: u64,
}

/// How far a reading has come. Ask again until `state` is not "running".
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JobState {
    #[ts(type = "number")]
    pub job: u64,
    /// "running", "done", "cancelled" or "failed".
    pub state: String,
    #[ts(type = "number")]
    pub rows: u64,
    #[ts(type = "number")]
    pub bytes: u64,
    #[ts(type = "number | null")]
    pub total_bytes: Option<u64>,
    #[ts(type = "number | null")]
    pub seconds_left: Option<u64>,
    pub error: Option<String>,
    pub result: Option<ReadResult>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReadResult {
    pub file: String,
    pub format_name: String,
    pub preview: bool,
    /// The same bytes were read before: nothing changed.
    pub same_file: bool,
    #[ts(type = "number")]
    pub rows: i64,
    #[ts(type = "number")]
    pub new: i64,
    #[ts(type = "number")]
    pub changed: i64,
    #[ts(type = "number")]
    pub same: i64,
    #[ts(type = "number")]
    pub left_out: i64,
    /// Groups of the last edition that are not in this one: marked, not deleted.
    #[ts(type = "number")]
    pub vanished: i64,
    /// Reasons for leaving rows out, with how many.
    pub reasons: Vec<ReasonCount>,
    /// What was counted on the way, such as statuses and types.
    pub counts: Vec<ReasonCount>,
    /// Row id of the register, for the list of rows left out.
    #[ts(type = "number | null")]
    pub register: Option<i64>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReasonCount {
    pub what: String,
    #[ts(type = "number")]
    pub rows: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeftOutRequest {
    #[ts(type = "number")]
    pub register: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateRequest {
    /// "groups", "uses", "coverage", "findings" or "electorates".
    pub kind: String,
    /// Where to write it; the ending decides: `.xlsx` or `.csv`.
    pub path: String,
}
