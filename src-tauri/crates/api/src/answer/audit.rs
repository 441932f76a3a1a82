//! The audit of an area.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditRequest {
    /// GSS code.
    pub area: String,
    /// `YYYY-MM-DD`; today when absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// Only this power.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub power: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Audit {
    pub area: AreaRef,
    pub as_at: String,
    pub look_back_years: i32,
    /// Statuses in the order of the legend, with how many powers have each.
    pub counts: Vec<StatusCount>,
    /// What is not known, beside the counts.
    pub not_known: NotKnown,
    pub rows: Vec<AuditRow>,
    /// Department × status.
    pub matrix: Vec<MatrixRow>,
    /// Duty holder × status.
    pub duty_holders: Vec<MatrixRow>,
    /// Sort of duty holder (government, landlords, clubs …) × status.
    pub sectors: Vec<MatrixRow>,
    /// Registers of groups that reach this area, newest first; empty: none was read.
    pub registers: Vec<String>,
    #[ts(type = "number")]
    pub presences: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatusCount {
    /// A status' word, such as `unused-not-checked`.
    pub status: String,
    pub name: String,
    pub powers: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NotKnown {
    /// Powers that exist here for which no register of uses was looked at and no use is on record.
    pub uses_not_checked: u32,
    /// Powers that exist here.
    pub available: u32,
    /// Powers whose reach turns on facts nobody recorded.
    pub reach_unsettled: u32,
    /// No register of groups was read for this area.
    pub no_groups_read: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MatrixRow {
    /// Id of the department, duty holder or sort of duty holder.
    pub id: String,
    pub name: String,
    /// In the order of [`Audit::counts`].
    pub powers: Vec<u32>,
}

/// One power in one area. `takeup status --format json` prints these fields up to `tasks`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AuditRow {
    pub power: String,
    pub name: String,
    pub department: String,
    pub area: String,
    #[serde(rename = "use")]
    pub used: String,
    pub reach: String,
    pub status: String,
    pub groups: GroupCounts,
    pub uses: u32,
    pub coverage: Option<CoverageShown>,
    /// Judgements to confirm.
    pub to_confirm: u32,
    /// Tasks while using it.
    pub tasks: u32,
    pub status_name: String,
    pub department_name: String,
    pub duty_holder: String,
    pub duty_holder_name: String,
    /// Government, or which sort of body that is not.
    pub sector: String,
    pub sector_name: String,
    pub pillar: String,
    pub shifts: Vec<String>,
    /// Date of the latest use.
    pub last_use: Option<String>,
    /// Groups blocked in practice, of those blocked.
    pub in_practice: u32,
    /// People can use it without a group.
    pub open_to_people: bool,
    /// Why it is not available, or what else a reader must know.
    pub note: Option<String>,
    pub next: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GroupCounts {
    pub open: u32,
    pub unsettled: u32,
    pub blocked: u32,
    pub out_of_reach: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CoverageShown {
    pub register: String,
    pub as_at: String,
}

/// A text to save as a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileText {
    pub name: String,
    pub text: String,
}
