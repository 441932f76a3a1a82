//! The workspace: one file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;

/// A path on this machine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PathRequest {
    pub path: String,
}

/// A new workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateRequest {
    pub path: String,
    /// GSS code of the council it is for; it can be changed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub area: Option<String>,
    /// Fill it with the documented uses.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub example: bool,
}

/// No question at all.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// The open workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WorkspaceInfo {
    pub path: String,
    pub name: String,
    /// The council it is for.
    pub area: Option<AreaRef>,
    /// The built-in example of documented uses.
    pub example: bool,
    /// Version of the catalogue that judges now, and the one that judged before if it differed.
    pub catalogue_version: String,
    pub judged_before_with: Option<String>,
    pub counts: RecordCounts,
    /// Registers of groups read, newest first.
    pub registers: Vec<RegisterLine>,
    /// Areas with anything on record.
    pub areas: Vec<AreaInView>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordCounts {
    #[ts(type = "number")]
    pub groups: i64,
    #[ts(type = "number")]
    pub presences: i64,
    #[ts(type = "number")]
    pub uses: i64,
    #[ts(type = "number")]
    pub coverage: i64,
    #[ts(type = "number")]
    pub findings: i64,
    #[ts(type = "number")]
    pub facts: i64,
}

/// A file that was read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisterLine {
    #[ts(type = "number")]
    pub id: i64,
    pub name: String,
    pub file: String,
    /// Date of the edition, if the file says it.
    pub as_at: Option<String>,
    pub read_at: String,
    #[ts(type = "number")]
    pub rows: i64,
    #[ts(type = "number")]
    pub records: i64,
    #[ts(type = "number")]
    pub left_out: i64,
    pub sha256: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AreaInView {
    pub area: AreaRef,
    #[ts(type = "number")]
    pub groups: i64,
    #[ts(type = "number")]
    pub uses: i64,
}

/// A workspace opened before.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecentFile {
    pub path: String,
    pub name: String,
    pub area: Option<String>,
    pub opened: String,
    /// The file is not there any more.
    pub missing: bool,
}
